"""The least whole number that is enough (minsta tillräckliga tal)."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from familjen.scale.pooling.falling import Rows
from familjen.scale.pooling.numbers import Floats

__all__ = ["least_whole"]


def least_whole(short: Floats, is_enough: Callable[[Floats, Rows], NDArray[np.bool_]]) -> Floats:
    """Find the least whole number that is enough, in each row: all above it are, and all below it are not.

    Args:
        short: A whole number that is not enough, for each row.
        is_enough: Of whole numbers and the rows that they are for, whether they are.

    Complexity: O(log(found − short)) calls.

    >>> least_whole(np.array([0.0, -1.0]), lambda tried, rows: tried**2 >= np.array([50, 0])[rows]).tolist()
    [8.0, 0.0]
    """
    low, high = short.copy(), short + 1
    left, step = np.arange(len(short)), 1.0
    while left.size:
        left = left[~is_enough(high[left], left)]
        step *= 2
        low[left] = high[left]
        high[left] = low[left] + step
    while (wide := np.flatnonzero(high - low > 1)).size:
        middle = np.floor((low[wide] + high[wide]) / 2)
        enough = is_enough(middle, wide)
        high[wide[enough]] = middle[enough]
        low[wide[~enough]] = middle[~enough]
    return high
