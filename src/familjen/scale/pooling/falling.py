"""Sums of terms that fall (avtagande summor)."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from familjen.scale.pooling.numbers import Floats

__all__ = ["Rows", "falling_sum"]

Rows: TypeAlias = NDArray[np.intp]

_ROOM = 2**18
_NARROW, _WIDE = 16, 4096
_NEGLIGIBLE = 2.0**-56


def falling_sum(factor: Callable[[Rows, Floats], Floats], rows: int, limit: Floats | float = 0.0) -> Floats:
    """Sum 1 + f₀ + f₀·f₁ + f₀·f₁·f₂ + … for each row, until what is left is negligible.

    All terms are positive, so that nothing cancels: the relative error is some rounding errors of a float.

    Args:
        factor: Of rows (an array of their indices) and steps 0, 1, 2, …, the factors fⱼ, shape (rows, steps). From
            some step on they fall, or they rise to the limit, or they are zero.
        rows: How many sums there are.
        limit: What factors that rise do not exceed, of each row.

    Complexity: O(terms), which for a Poisson tail of mean a are about 9·√a near the mean, and fewer further out.

    >>> falling_sum(lambda rows, steps: np.full((len(rows), len(steps)), 0.5), 1, 0.5).round(12).tolist()
    [2.0]
    """
    total, term = np.ones(rows), np.ones(rows)
    limits = np.broadcast_to(np.asarray(limit, dtype=np.float64), (rows,))
    left, start = np.arange(rows), 0
    while left.size:
        width = min(max(_ROOM // left.size, _NARROW), _WIDE)
        factors = factor(left, np.arange(start, start + width, dtype=np.float64))
        terms = np.cumprod(factors, axis=1) * term[left, None]
        total[left] += terms.sum(axis=1)
        term[left] = terms[:, -1]
        last = np.maximum(factors[:, -1], limits[left])
        rest = terms[:, -1] * last  # all that is left is at most rest / (1 - last)
        left = left[rest > _NEGLIGIBLE * total[left] * (1 - last)]
        start += width
    return total
