"""What is gained under many sets of numbers, free of the rounding of floats (vinster)."""

import numpy as np
from numpy.typing import NDArray

from familjen.scale.outcomes import Outcomes

__all__ = ["of_all", "of_each", "rounding", "settled"]

Floats = NDArray[np.float64]

_ROUNDING = 1e-9


def settled(amounts: Floats, paid: Floats) -> Floats:
    """Take for zero what is less than a thousand-millionth of what is paid: that is the rounding of floats.

    >>> settled(np.array([1e-4, 1.0]), np.array([1e6, 1e6])).tolist()
    [0.0, 1.0]
    """
    return np.where(np.abs(amounts) <= _ROUNDING * paid, 0.0, amounts)


def of_all(found: Outcomes) -> tuple[Floats, Floats]:
    """Give what all save a year, and over the horizon less what starting costs, in kronor: shape (k,) each.

    >>> one = np.ones(1)
    >>> of_all(Outcomes(np.array([[0.1, 0.2]]), 0.3 * one, 0 * one, one))
    (array([0.]), array([0.]))
    """
    paid: Floats = found.alone.sum(axis=1)
    saving = settled(paid - found.together, paid)
    return saving, settled(saving * found.worth - found.once, paid * found.worth + found.once)


def of_each(found: Outcomes, shares: Floats) -> tuple[Floats, Floats]:
    """Give what each party saves a year, and over the horizon less its part of the start: shape (k, n) each.

    >>> one = np.ones(1)
    >>> of_each(Outcomes(np.array([[3.0, 5.0]]), 6 * one, one, 2 * one), np.array([0.5, 0.5]))
    (array([[0., 2.]]), array([[-0.5,  3.5]]))
    """
    worth, once = found.worth[:, None], found.once[:, None] * np.abs(shares)
    savings = settled(found.alone - found.together[:, None] * shares, found.alone)
    return savings, settled(savings * worth - found.once[:, None] * shares, found.alone * worth + once)


def rounding(found: Outcomes) -> tuple[float, float]:
    """Give what is the rounding of floats, of what all save a year and over the horizon, in kronor."""
    paid: Floats = found.alone.sum(axis=1)
    return _ROUNDING * float(paid.max()), _ROUNDING * float((paid * found.worth + found.once).max())
