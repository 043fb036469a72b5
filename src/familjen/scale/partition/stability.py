"""Whether anyone does better by leaving a partition for a group of their own (stabilitet)."""

from collections.abc import Mapping
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.by_player import numbers_of
from familjen.games.number import Number
from familjen.progress import Progress, need_progress
from familjen.scale.partition.candidates import ROOM, Candidates, candidates
from familjen.scale.partition.costs import Party
from familjen.scale.partition.generation import priced
from familjen.scale.partition.partition import Partition
from familjen.scale.partition.program import unit_of
from familjen.scale.partition.rules import whole
from familjen.scale.partition.stable import Stability
from familjen.validators import show

__all__ = ["stability"]

Floats = NDArray[np.float64]
_SAME = 1e-9


def stability(
    partition: Partition,
    shares: Mapping[Any, Number] | None = None,
    *,
    threshold: float = 0.0,
    room: int = ROOM,
    on_progress: Progress | None = None,
) -> Stability:
    """Tell whether a group that may form does better by leaving a partition, with the group that does (stabilitet).

    With shares, whether some group pays more than it would cost by itself. Without, whether there are any shares by
    which every group of the partition pays its own cost and no other group pays more than it would cost: the core of
    the game with that coalition structure. There are none where groups, each for a part of the time, come to less than
    the partition; these are the witness.

    Args:
        partition: The partition.
        shares: What each party pays; they come to what the partition costs.
        threshold: Nobody leaves for less than this, in the unit of the costs.
        room: So many groups are gone through at most, small ones first.
        on_progress: Told after each round of a program how many there were.

    Complexity: that of going through the groups that may form, and of a linear program over them.

    Source: Aumann and Dreze, "Cooperative games with coalition structures", International Journal of Game Theory 3
    (1974), pp. 217-237; Bondareva (1963) and Shapley (1967) on balanced collections.

    Raises:
        InvalidValueError: A party has no share, or shares do not come to the cost; or an argument is out of range.
        UnknownIdError: Somebody has a share who is no party.

    >>> from familjen.games import CostGame
    >>> from familjen.scale.partition import best_partition
    >>> game = CostGame.of({"a": 3, "b": 3, "c": 3, "a+b": 4, "a+c": 4, "b+c": 4, "a+b+c": 8})
    >>> found = best_partition(game)
    >>> stability(found, {"a": 2, "b": 2, "c": 3}).groups
    (('a', 'c'),)
    >>> bool(stability(found)), stability(found).weights
    (False, (0.5, 0.5, 0.5))
    """
    need_progress(on_progress, "rounds are")
    if not isinstance(partition, Partition):
        raise InvalidValueError(
            f"{show(partition)} is no partition; make one with best_partition", attribute="partition"
        )
    if isinstance(threshold, bool) or not isinstance(threshold, int | float) or not 0 <= threshold < np.inf:
        reason = f"{show(threshold)} is no threshold; give a number, zero or more, in the unit of the costs"
        raise InvalidValueError(reason, attribute="threshold")
    limit = whole(room, "room", "the most groups to go through")
    paid = None if shares is None else _read(shares, partition)
    groups = _with_own(candidates(partition.given, partition.rules, limit), partition)
    if paid is not None:
        return _with_shares(partition, paid, groups, float(threshold))
    return _without(partition, groups, float(threshold), on_progress)


def _read(shares: Any, partition: Partition) -> Floats:
    """Read what each party pays."""
    parties = partition.given.parties
    if not is_mapping(shares):
        raise InvalidValueError(f"{show(shares)} is no mapping of party to share", attribute="shares")
    told: Mapping[Any, Any] = shares
    for party in told:
        if party not in parties:
            raise UnknownIdError.of("party", str(party), [str(known) for known in parties])
    missing = next((party for party in parties if party not in told), None)
    if missing is not None:
        raise InvalidValueError(f"{missing} has no share; give one for each party", attribute="shares")
    paid = np.array([float(number) for number in numbers_of(parties, told, "share", "shares")])
    if abs(paid.sum() - partition.cost) > 1e-6 * float(np.abs(partition.costs).sum()):
        reason = f"the shares come to {paid.sum():,.10g} and the groups cost {partition.cost:,.10g}; split that"
        raise InvalidValueError(reason, attribute="shares")
    return paid


def _with_own(groups: Candidates, partition: Partition) -> Candidates:
    """Add the partition's own groups where they are larger than those that were gone through."""
    known = {block.shape[1] for block in groups.blocks}
    places = [[partition.given.place(party) for party in group] for group in partition.groups]
    large = [
        (np.array([each], dtype=np.int16), cost)
        for each, cost in zip(places, partition.costs, strict=True)
        if len(each) not in known
    ]
    return attrs.evolve(
        groups,
        blocks=(*groups.blocks, *[block for block, _ in large]),
        costs=np.concatenate([groups.costs, [cost for _, cost in large]]),
    )


def _with_shares(partition: Partition, paid: Floats, groups: Candidates, threshold: float) -> Stability:
    gains = -groups.reduced(paid, groups.costs)
    worst = int(np.argmax(gains))
    gain = float(gains[worst])
    stays = gain <= threshold + _room(partition)
    named = _named(partition, [groups.group(worst)])
    return Stability(
        partition,
        is_stable=stays,
        shares=dict(zip(partition.given.parties, paid.tolist(), strict=True)),
        given=True,
        groups=() if stays else named,
        weights=() if stays else (1.0,),
        gain=gain,
        most=groups.most,
        is_all=groups.is_all,
        gone_through=len(groups),
    )


def _without(partition: Partition, groups: Candidates, threshold: float, told: Progress | None) -> Stability:
    """Look for shares that keep everyone: prices that no group undercuts and that come to what the partition costs."""
    raised = groups.costs + threshold
    for group in partition.groups:
        number = groups.find([partition.given.place(party) for party in group])
        raised[number] = groups.costs[number]
    unit = unit_of(partition.given)
    found = priced(attrs.evolve(groups, costs=raised), unit=unit, told=told)
    if found is None:
        raise InvalidValueError("the partition's groups do not hold everyone", attribute="partition")
    lower = found.lower * unit
    stays = partition.cost - lower <= _room(partition)
    taken = [] if stays else [place for place, weight in enumerate(found.weights.tolist()) if weight > _SAME]
    prices = (found.prices * unit).tolist()
    return Stability(
        partition,
        is_stable=stays,
        shares=dict(zip(partition.given.parties, prices, strict=True)) if stays else None,
        given=False,
        groups=_named(partition, [groups.group(found.taken[place]) for place in taken]),
        weights=tuple([float(found.weights[place]) for place in taken]),
        gain=0.0 if stays else partition.cost - lower,
        most=groups.most,
        is_all=groups.is_all,
        gone_through=len(groups),
    )


def _named(partition: Partition, groups: list[list[int]]) -> tuple[tuple[Party, ...], ...]:
    return tuple([tuple([partition.given.parties[place] for place in sorted(group)]) for group in groups])


def _room(partition: Partition) -> float:
    """Give what floats and the solver cannot tell from nothing."""
    return 1e-8 * float(np.abs(partition.alone).sum() + np.abs(partition.costs).sum())
