"""Chances of a Poisson distribution (poissonfördelning)."""

import numpy as np

from familjen.scale.pooling.falling import Rows, falling_sum
from familjen.scale.pooling.numbers import Floats
from familjen.scale.pooling.saddle import deviance, stirling_error

__all__ = ["poisson_above", "poisson_chance", "poisson_up_to", "sum_below"]


def poisson_chance(counts: Floats, means: Floats) -> Floats:
    """Give the chance of each whole count: e⁻ᵐ·mˣ/x!, for means above zero.

    >>> poisson_chance(np.array([0.0, 2.0]), np.array([1.0, 1.0])).round(9).tolist()
    [0.367879441, 0.183939721]
    """
    found: Floats = np.exp(-means)
    some = counts > 0
    x, mean = counts[some], means[some]
    found[some] = np.exp(-stirling_error(x) - deviance(x, mean)) / np.sqrt(2 * np.pi * x)
    return found


def sum_below(counts: Floats, means: Floats) -> Floats:
    """Give the chance of at most x over that of x, 1 + x/m + x(x − 1)/m² + …, for counts up to the mean.

    >>> sum_below(np.array([2.0]), np.array([2.0])).tolist()
    [2.5]
    """

    def factor(rows: Rows, steps: Floats) -> Floats:
        return np.maximum(counts[rows, None] - steps, 0) / means[rows, None]

    return falling_sum(factor, len(counts))


def poisson_up_to(counts: Floats, means: Floats) -> Floats:
    """Give the chance of at most x, for counts up to the mean.

    >>> poisson_up_to(np.array([1.0]), np.array([1.0])).round(9).tolist()
    [0.735758882]
    """
    return poisson_chance(counts, means) * sum_below(counts, means)


def poisson_above(counts: Floats, means: Floats) -> Floats:
    """Give the chance of more than x, for counts from the mean on.

    >>> poisson_above(np.array([1.0]), np.array([1.0])).round(9).tolist()
    [0.264241118]
    """
    first = counts + 1

    def factor(rows: Rows, steps: Floats) -> Floats:
        return means[rows, None] / (first[rows, None] + 1 + steps)

    return poisson_chance(first, means) * falling_sum(factor, len(counts))
