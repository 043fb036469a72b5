"""The cheapest partition of many parties, by prices and an integer program over groups (kolumngenerering)."""

from collections.abc import Callable, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import IntractableError, InvalidValueError
from familjen.optimise.partitioning import Columns, cheapest_groups
from familjen.progress import Progress
from familjen.scale.partition.candidates import Candidates, candidates
from familjen.scale.partition.costs import Costs
from familjen.scale.partition.generation import Priced, priced
from familjen.scale.partition.partition import Partition, partition_of
from familjen.scale.partition.proof import Proof
from familjen.scale.partition.rules import Rules
from familjen.scale.partition.search import searched

__all__ = ["by_program", "none_of", "unit_of"]

Floats = NDArray[np.float64]
_FIRST = 2_000
"""So many groups are given to the integer program at first."""
_COLUMNS = 20_000
"""So many at most in the end."""
_ZERO = 1e-9
"""What is no difference, in the mean cost of a party alone."""


def none_of(costs: Costs, rules: Rules) -> str:
    """Say that no partition may form."""
    return (
        f"no partition of {costs.number} parties may form. {rules.text()} Some party is in none of these groups, or "
        "they do not add up to all; lower at_least, raise most or add neighbours"
    )


def unit_of(costs: Costs) -> float:
    """Give what costs are counted in for a solver: the mean size of what a party costs alone."""
    mean = float(np.abs(costs.alone()).mean())
    return mean if mean > 0 else 1.0


def by_program(costs: Costs, rules: Rules, room: int, seconds: float | None, told: Progress | None) -> Partition:
    """Find the cheapest partition, as `best_partition` tells, by column generation and an integer program.

    Raises:
        InvalidValueError: No partition may form.
        IntractableError: No group that may form is small enough to be gone through.
    """
    groups, unit = candidates(costs, rules, room), unit_of(costs)
    found = priced(groups, unit=unit, told=told) if len(groups) else None
    if found is None and groups.is_all:
        raise InvalidValueError(none_of(costs, rules), attribute="at_least")
    if found is None:
        reason = f"groups of at most {groups.most} hold not everyone, and larger ones are more than {room:,}"
        raise IntractableError(
            f"the cheapest partition of {costs.number} parties is out of reach: {reason}; raise room or lower at_least",
            question="the cheapest partition",
        )
    part = seconds if seconds is None or groups.is_all else seconds / 2  # the other half is for larger groups
    chosen = _Settling(groups, found, unit, part).settled(_begun(costs, rules, groups, found))
    if not chosen.groups and chosen.lower == np.inf:
        raise InvalidValueError(none_of(costs, rules), attribute="at_least")
    if not chosen.groups:
        within = "among the groups that an integer program can hold" if part is None else f"in {part:g} seconds"
        raise IntractableError(
            f"no partition of {costs.number} parties was found {within}; give more seconds, or lower at_least or most",
            question="the cheapest partition",
        )
    places = [groups.group(number) for number in chosen.groups]
    proof = Proof(
        chosen.method,
        min(chosen.lower * unit, _sum(groups.costs, chosen.groups)),
        groups.most,
        len(groups),
        is_all=groups.is_all,
        prices=tuple((found.prices * unit).tolist()),
    )
    if not groups.is_all:
        places = _with_larger(costs, rules, places, unit, part, told)
    return partition_of(costs, rules, places, proof)


def _begun(costs: Costs, rules: Rules, groups: Candidates, found: Priced) -> tuple[int, ...]:
    """Search a partition to begin with, where everyone may be alone and the prices' program leaves a question."""
    if rules.at_least > 1 or found.is_whole:
        return ()
    alone = [1 << place for place in range(costs.number)]
    ends, _ = searched(costs, attrs.evolve(rules, most=groups.most), alone)
    return tuple(groups.find([place for place in range(costs.number) if mask >> place & 1]) for mask in ends)


@attrs.frozen
class _Settled:
    groups: tuple[int, ...]
    lower: float
    method: str


@attrs.frozen(eq=False)
class _Settling:
    """From prices to groups that form wholly."""

    groups: Candidates
    found: Priced
    unit: float
    seconds: float | None

    def settled(self, known: tuple[int, ...]) -> _Settled:
        """Choose the groups that the prices' program takes wholly, or by an integer program where it takes parts.

        The program sees the groups that cost least above their members' prices, and then all that cost no more above
        them than the best partition so far costs above the prices' sum: any other group is in no cheaper partition.
        What it has not seen, for want of room, bounds what is proven.

        Args:
            known: The numbers of groups that hold everyone once; none where none are known.
        """
        taken = np.array(self.found.taken)
        if self.found.is_whole:
            whole = taken[self.found.weights > 1 / 2]
            return _Settled(tuple(whole.tolist()), self.found.lower, "prices")
        costs = self.groups.costs / self.unit
        left = self.groups.reduced(self.found.prices, costs)
        order = np.argsort(left, kind="stable")
        best, cost, lower, count = known, _sum(costs, known), self.found.lower, _FIRST
        for _ in range(2):
            seen = np.union1d(order[:count], taken)
            columns = self.groups.columns(seen, costs)
            chosen = cheapest_groups(self.groups.number, columns, seconds=self.seconds and self.seconds / 2)
            numbers = tuple(seen[list(chosen.groups)].tolist())
            if _sum(costs, numbers) < cost:
                best, cost = numbers, _sum(costs, numbers)
            unseen = self.found.lower + float(left[order[count]]) if count < len(order) else np.inf
            lower = max(lower, min(chosen.lower, unseen))
            if cost <= lower + _ZERO:
                break
            near = np.searchsorted(left[order], cost - self.found.lower + _ZERO, side="right")
            count = min(int(near), _COLUMNS)
        return _Settled(best, min(lower, cost), "integer program")


def _sum(costs: Floats, numbers: Sequence[int]) -> float:
    return float(costs[list(numbers)].sum()) if numbers else np.inf


def _with_larger(
    costs: Costs, rules: Rules, start: Sequence[list[int]], unit: float, seconds: float | None, told: Progress | None
) -> list[list[int]]:
    """Search larger groups from a partition and from all alone, and choose among all that were tried."""
    begun = [sum(1 << place for place in group) for group in start]
    ends = [searched(costs, rules, begun, told)]
    if rules.at_least == 1:
        ends.append(searched(costs, rules, [1 << place for place in range(costs.number)], told))
    known: dict[int, float] = {}
    for _, tried in ends:
        known |= {group: cost for group, cost in tried.known.items() if group and rules.allow(group)}
    return _chosen_of(known, costs.number, unit, seconds, min((groups for groups, _ in ends), key=_total(known)))


def _total(known: dict[int, float]) -> Callable[[list[int]], float]:
    return lambda groups: sum(known[group] for group in groups)


def _chosen_of(
    known: dict[int, float], number: int, unit: float, seconds: float | None, best: list[int]
) -> list[list[int]]:
    """Choose the cheapest of the groups that are known, or those that are given where none are cheaper."""
    masks = list(known)
    places = [[place for place in range(number) if mask >> place & 1] for mask in masks]
    found = cheapest_groups(number, Columns.of(places, [known[mask] / unit for mask in masks]), seconds=seconds)
    chosen = [masks[each] for each in found.groups]
    if not chosen or _total(known)(chosen) > _total(known)(best):
        chosen = best
    return [places[masks.index(mask)] for mask in chosen]
