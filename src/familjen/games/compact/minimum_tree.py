"""The cheapest links that join everybody to the source (minsta uppspännande träd)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["minimum_tree", "minimum_trees"]

Whole = NDArray[np.int64]

_ROWS = 1 << 14
"""Coalitions that are joined at the same time."""


def minimum_tree(costs: Sequence[Sequence[Fraction]], places: Sequence[int]) -> list[tuple[int, int, Fraction]]:
    """Join places to place 0, each time the one that is nearest to those joined: what joins, to what, at which cost.

    Where several are as near, the first of the places joins first, and to the one that was joined first.

    Complexity: O(n²).

    Source: Prim, "Shortest connection networks and some generalizations", Bell System Technical Journal 36 (1957),
    pp. 1389-1401.

    >>> one, two, four = Fraction(1), Fraction(2), Fraction(4)
    >>> minimum_tree([[0, two, four], [two, 0, one], [four, one, 0]], [1, 2])
    [(1, 0, Fraction(2, 1)), (2, 1, Fraction(1, 1))]
    """
    tree: list[tuple[int, int, Fraction]] = []
    near = {place: (costs[0][place], 0) for place in places}
    while near:
        last = min(near, key=lambda place: near[place][0])
        cost, other = near.pop(last)
        tree.append((last, other, cost))
        row = costs[last]
        for place, (least, _) in near.items():
            if row[place] < least:
                near[place] = (row[place], last)
    return tree


def minimum_trees(costs: Whole) -> Whole:
    """Give what the cheapest tree costs for every coalition, by its number; place 0 of the matrix is the source.

    Complexity: O(2ⁿ·n²), in numpy, thousands of coalitions at a time.

    >>> minimum_trees(np.array([[0, 2, 4], [2, 0, 1], [4, 1, 0]])).tolist()
    [0, 2, 4, 3]
    """
    number = len(costs) - 1
    masks = np.arange(1 << number)
    parts = [_totals(costs, masks[start : start + _ROWS]) for start in range(0, len(masks), _ROWS)]
    return np.concatenate(parts)


def _totals(costs: Whole, masks: Whole) -> Whole:
    """Grow the trees of many coalitions by one member each at a time."""
    number = len(costs) - 1
    far = np.iinfo(np.int64).max
    rows = np.arange(len(masks))
    left: NDArray[Any] = (masks[:, None] >> np.arange(number) & 1).astype(bool)
    near = np.where(left, costs[0, 1:], far)
    totals = np.zeros(len(masks), dtype=np.int64)
    for _ in range(number):
        joins = np.argmin(near, axis=1)
        cost = near[rows, joins]
        totals += np.where(cost < far, cost, 0)
        left[rows, joins] = False
        near = np.where(left, np.minimum(near, costs[1:, 1:][joins]), far)
    return totals
