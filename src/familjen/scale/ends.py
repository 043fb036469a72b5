"""Which end of an assumption's range saves less, and which more (antagandens ändar)."""

from collections.abc import Callable
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from familjen.scale.assumption import Assumption
from familjen.scale.discounting import Discounting
from familjen.scale.outcomes import RATE, outcomes
from familjen.scale.service import ServiceCost

__all__ = ["Ends", "assumptions_in", "ends_of", "uncertain_in"]

Floats = NDArray[np.float64]
Choices = NDArray[np.intp]
"""Of each assumption its low end (0), its base (1) or its high end (2): shape (m,) or (rows, m)."""
_CORNERS = 12
"""Of so many assumptions all corners are tried."""
_ROUNDS = 200
_NEAR = 1e-12

Ends = dict[str, Decimal]
"""A number for each uncertain assumption, by name."""


def assumptions_in(service: ServiceCost, discounting: Discounting) -> dict[str, Assumption]:
    """Give each assumption by name, the discount rate among them."""
    return {**service.assumptions, RATE: discounting.rate}


def uncertain_in(service: ServiceCost, discounting: Discounting) -> dict[str, Assumption]:
    """Give each assumption that has a range, by name, the discount rate among them."""
    return {name: each for name, each in assumptions_in(service, discounting).items() if not each.is_certain}


def ends_of(service: ServiceCost, discounting: Discounting, horizon: int) -> tuple[Ends, Ends]:
    """Give the ends of all uncertain assumptions with which least is saved, and those with which most is (ändar).

    What counts is what all save over the horizon less what starting costs. Each assumption is first tried with the
    others at their base; up to 12 then at all corners of their ranges; and last, one after the other with the others
    where they are, until none changes. Where the base itself saves least or most, it is the end. Of more than 12 that
    act on each other there may be a corner beyond.

    Complexity: 2^m evaluations for up to 12 uncertain assumptions, and some rounds of 3·m.

    >>> from familjen.scale import Assumption, PowerCurve
    >>> curve = PowerCurve(1_000, Assumption(-0.05, low=-0.1, high=0), reference=10_000)
    >>> worse, better = ends_of(ServiceCost.of({"Ale": 9_000, "Bjuv": 9_000}, curve), Discounting(), 10)
    >>> worse["curve.elasticity"], better["curve.elasticity"]
    (Decimal('0'), Decimal('-0.1'))
    """
    uncertain = uncertain_in(service, discounting)
    tried = {name: _three(each) for name, each in uncertain.items()}
    if not tried:
        return {}, {}

    def net(choices: Choices) -> Floats:
        given = {
            name: np.array([float(number) for number in three])[choices[:, place]]
            for place, (name, three) in enumerate(tried.items())
        }
        return outcomes(service, given, discounting=discounting, horizon=horizon).net

    alone = net(_one_at_a_time(np.ones(len(tried), dtype=np.intp))).reshape(-1, 3)
    found: list[Ends] = []
    for sign, begun in ((-1, alone.argmin(axis=1)), (1, _last_best(alone))):
        chosen = _farthest(net, sign, begun)
        found.append({name: three[place] for (name, three), place in zip(tried.items(), chosen, strict=True)})
    return found[0], found[1]


def _farthest(net: Callable[[Choices], Floats], sign: int, begun: Choices) -> Choices:
    """Find the choice of low, base or high of each with which the net is greatest, or least, from a first one."""
    number = len(begun)
    chosen, most = begun, float(sign * net(begun[None, :])[0])
    if number <= _CORNERS:
        corners = (np.arange(1 << number)[:, None] >> np.arange(number) & 1) * 2
        nets = sign * net(corners)
        if nets.max() > most + _NEAR * abs(most):
            chosen, most = corners[int(nets.argmax())], float(nets.max())
    for _ in range(_ROUNDS):
        steps = _one_at_a_time(chosen)
        nets = sign * net(steps)
        if nets.max() <= most + _NEAR * abs(most):
            break
        chosen, most = steps[int(nets.argmax())], float(nets.max())
    return chosen


def _one_at_a_time(chosen: Choices) -> Choices:
    """Give the three choices of each assumption, the others where they are: three rows for each."""
    number = len(chosen)
    rows = np.tile(chosen, (3 * number, 1))
    rows[np.arange(3 * number), np.repeat(np.arange(number), 3)] = np.tile(np.arange(3), number)
    return rows


def _three(each: Assumption) -> tuple[Decimal, Decimal, Decimal]:
    return each.least, each.base, each.most


def _last_best(net: NDArray[np.float64]) -> NDArray[np.intp]:
    """Give for each row the last place of its largest number: of ends that save alike, one is worse and one better."""
    first: NDArray[np.intp] = net[:, ::-1].argmax(axis=1)
    return 2 - first
