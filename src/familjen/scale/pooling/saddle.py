"""What the chance of a count is made of, without cancellation (sadelpunktsform)."""

import math

import numpy as np

from familjen.scale.pooling.numbers import Floats

__all__ = ["deviance", "stirling_error"]

_SERIES_FROM = 16
_NEAR = 0.1
_TERMS = 10


def stirling_error(counts: Floats) -> Floats:
    """Give log Γ(x + 1) − log(√(2πx)·(x/e)ˣ), by how much Stirling's formula is short, for x above zero.

    Source: Loader, "Fast and accurate computation of binomial probabilities" (2000), the saddle-point form that R uses.

    >>> stirling_error(np.array([1.0, 100.0])).round(9).tolist()
    [0.081061467, 0.000833331]
    """
    far = np.maximum(counts, _SERIES_FROM)
    over = 1 / (far * far)
    found: Floats = (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - over / 1188) * over) * over) * over) / far
    near = counts < _SERIES_FROM
    found[near] = [
        math.lgamma(x + 1) - (x + 0.5) * math.log(x) + x - 0.5 * math.log(2 * math.pi) for x in counts[near].tolist()
    ]
    return found


def deviance(counts: Floats, means: Floats) -> Floats:
    """Give x·log(x/m) + m − x, which is zero where x is the mean m and above zero elsewhere, for x and m above zero.

    Source: Loader, "Fast and accurate computation of binomial probabilities" (2000).

    >>> deviance(np.array([5.0, 10.0]), np.array([5.0, 5.0])).round(9).tolist()
    [0.0, 1.931471806]
    """
    apart = counts - means
    share = apart / (counts + means)
    near = np.abs(share) < _NEAR
    found: Floats = counts * (np.log(counts) - np.log(means)) - apart
    square = share[near] ** 2
    series = np.zeros(square.shape)
    for place in range(_TERMS, 0, -1):
        series = (series + 1 / (2 * place + 1)) * square
    found[near] = apart[near] * share[near] + 2 * counts[near] * share[near] * series
    return found
