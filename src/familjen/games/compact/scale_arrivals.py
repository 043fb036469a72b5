"""What a player adds to an exponential of size, over all orders of arrival (ankomstordningar).

In a random order of arrival those before a player are, given the time t of its own arrival, each there with the chance
t. Where a cost is a sum of exponentials zʷ of the size w, what is there before is thus a product over the other
players, and each product is a polynomial in t that Gauss and Legendre integrate.
"""

import math
from functools import cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from familjen.games.compact.game import Floats

__all__ = ["before_each", "times"]

Numbers = TypeVar("Numbers", NDArray[np.float64], NDArray[np.complex128])


@cache
def times(number: int, growth: float = 1.0) -> tuple[Floats, Floats]:
    """Give the times of arrival and their weights, for so many players: an even number, so that ½ is not among them.

    Half as many times as players are exact. Fewer do where there are many: with m times the error falls as
    exp(−4m²/(growth·n)), as the products grow no faster than exp(growth·n·δ) at a distance δ from the unit interval.
    """
    least = min(number // 2 + 1, math.ceil(3 * math.sqrt(growth * number)) + 8)
    points, weights = np.polynomial.legendre.leggauss(least + least % 2)
    return (1 + points) / 2, weights / 2


def before_each(factors: Numbers, at: Floats, weights: Floats) -> Numbers:
    """Give ∫₀¹ Π_{j≠i} (1 − t + t·factorⱼ) dt for each player i: the mean exponential of those before it.

    Complexity: O(n·m) for m times.
    """
    terms = factors[:, None] * at
    terms += at[::-1]  # the times lie symmetrically, so that 1 − t is exact
    product = np.multiply.reduce(terms, axis=0) * weights
    np.reciprocal(terms, out=terms)
    before: Numbers = np.einsum(
        "ij,j->i", terms, product
    )  # not BLAS, whose threads are slow to start and sum variously
    return before
