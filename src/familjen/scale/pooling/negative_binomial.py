"""Chances of a negative binomial distribution (negativ binomialfördelning)."""

import numpy as np

from familjen.scale.pooling.falling import Rows, falling_sum
from familjen.scale.pooling.numbers import Floats
from familjen.scale.pooling.saddle import deviance, stirling_error

__all__ = ["binomial_above", "binomial_chance", "binomial_up_to"]


def binomial_chance(counts: Floats, means: Floats, dispersions: Floats) -> Floats:
    """Give the chance of each whole count, for means above zero and variances of dispersion·mean, dispersions above 1.

    It counts failures before the r-th success, r = mean/(dispersion − 1), each trial being a success by 1/dispersion.

    Source: Loader, "Fast and accurate computation of binomial probabilities" (2000), for the form it is computed in.

    >>> binomial_chance(np.array([0.0, 1.0]), np.array([1.0, 1.0]), np.array([2.0, 2.0])).round(9).tolist()
    [0.5, 0.25]
    """
    more = dispersions - 1
    size = means / more
    found: Floats = np.exp(-size * np.log1p(more))
    some = counts > 0
    x, r, d = counts[some], size[some], dispersions[some]
    trials = x + r
    log = stirling_error(trials) - stirling_error(x) - stirling_error(r)
    log -= deviance(r, trials / d) + deviance(x, trials * (more[some] / d))
    found[some] = np.exp(log) * np.sqrt(r / (2 * np.pi * x * trials))
    return found


def binomial_up_to(counts: Floats, means: Floats, dispersions: Floats) -> Floats:
    """Give the chance of at most x, for counts up to the mean.

    >>> binomial_up_to(np.array([1.0]), np.array([1.0]), np.array([2.0])).round(9).tolist()
    [0.75]
    """
    size, failing = means / (dispersions - 1), (dispersions - 1) / dispersions

    def factor(rows: Rows, steps: Floats) -> Floats:
        left = np.maximum(counts[rows, None] - steps, 0)
        found: Floats = left / ((np.maximum(left - 1, 0) + size[rows, None]) * failing[rows, None])
        return found

    return binomial_chance(counts, means, dispersions) * falling_sum(factor, len(counts))


def binomial_above(counts: Floats, means: Floats, dispersions: Floats) -> Floats:
    """Give the chance of more than x, for counts from the mean on.

    >>> binomial_above(np.array([1.0]), np.array([1.0]), np.array([2.0])).round(9).tolist()
    [0.25]
    """
    size, failing = means / (dispersions - 1), (dispersions - 1) / dispersions
    first = counts + 1

    def factor(rows: Rows, steps: Floats) -> Floats:
        at = first[rows, None] + steps
        return (at + size[rows, None]) / (at + 1) * failing[rows, None]

    return binomial_chance(first, means, dispersions) * falling_sum(factor, len(counts), failing)
