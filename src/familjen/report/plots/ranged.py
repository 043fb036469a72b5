"""From what to what a group's cost may be (kostnadsspann)."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from familjen.scale.assumption import Assumption
from familjen.scale.naming import Given
from familjen.scale.service import Members, ServiceCost

__all__ = ["Costs", "cost_ranges", "ranges"]

Floats: TypeAlias = NDArray[np.float64]
Ranges: TypeAlias = tuple[Floats, Floats, Floats]
Costs: TypeAlias = Callable[[Given], Floats]


def cost_ranges(service: ServiceCost, members: Members) -> Ranges:
    """Give the least, base and largest cost a year of groups, in kronor, each of shape (m,); found as in `ranges`.

    Args:
        service: What the service costs.
        members: A row for each group with True for who is in it, shape (m, n).

    >>> from familjen.scale import Assumption, FixedVariable
    >>> service = ServiceCost.of({"Bjuv": 10, "Klippan": 20}, FixedVariable(Assumption(5, low=4, high=7), 1))
    >>> [cost.tolist() for cost in cost_ranges(service, np.array([[True, True]]))]
    [[34.0], [35.0], [37.0]]
    """
    return ranges(lambda given: service.many(members, given), service.assumptions, len(members))


def ranges(costs: Costs, assumptions: Mapping[str, Assumption], count: int) -> Ranges:
    """Give the least, base and largest of so many costs over the ranges of assumptions, each of shape (count,).

    For each cost and uncertain assumption alone, it is found which end of its range costs less; the least cost has all
    of these at once, the largest all the others. Where costs rise or fall throughout in each assumption, nothing within
    the ranges costs less or more.

    Args:
        costs: Gives the costs at other numbers for assumptions, by name in arrays of shape (k,): of shape (k, count),
            or (count,) where nothing hangs on the numbers.
        assumptions: The assumptions, by name.
        count: How many costs there are.

    Complexity: O(u · count) costs to find the ends of u uncertain assumptions, and O(count²) for the two ends.
    """
    base = costs({})
    uncertain = {name: each for name, each in assumptions.items() if not each.is_certain}
    if not uncertain:
        return base, base, base
    least: dict[str, Floats] = {}
    most: dict[str, Floats] = {}
    for name, each in uncertain.items():
        low, high = float(each.least), float(each.most)
        at_low, at_high = np.broadcast_to(costs({name: np.array([low, high])}), (2, count))
        least[name] = np.where(at_low <= at_high, low, high)
        most[name] = np.where(at_low <= at_high, high, low)
    cheap, dear = (np.broadcast_to(costs(ends), (count, count)).diagonal() for ends in (least, most))
    return cheap, base, dear
