"""How much capacity covers a demand that varies (kapacitetsbehov)."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from familjen.errors import InvalidValueError
from familjen.games.number import as_exact
from familjen.scale.pooling.falling import Rows
from familjen.scale.pooling.negative_binomial import binomial_above, binomial_up_to
from familjen.scale.pooling.numbers import ROUNDING, Floats, chance, numbers, plain
from familjen.scale.pooling.poisson import poisson_above, poisson_up_to
from familjen.scale.pooling.search import least_whole

__all__ = ["capacities", "capacity_for", "exceeding", "need_dispersion"]

_MOST_DISPERSED = 10_000


def capacity_for(mean: ArrayLike, *, dispersion: float = 1.0, at_least: float) -> Any:
    """Give the least capacity that covers a varying demand with a probability (kapacitetsbehov).

    The demand is a number of cases, such as placements in a month. With a dispersion of 1 it is Poisson distributed:
    cases come independently of each other. With more it is negative binomial with a variance of dispersion·mean: cases
    come in waves or clusters. The result is the quantile, a probability
    that is met but for rounding, to twelve digits, counting as met.

    Args:
        mean: The mean demand, zero or more.
        dispersion: The variance over the mean, from 1 to 10,000; of counts of several periods, estimate it by their
            variance over their mean.
        at_least: The probability that the demand is no greater than the capacity, above 0 and below 1.

    Returns:
        An int for a mean, an array of int64 for an array or list.

    Raises:
        InvalidValueError: A mean is negative, not finite or above 10^9, the dispersion not from 1 to 10,000, or the
            probability not between 0 and 1.

    Complexity: O((√variance + dispersion)·log variance).

    >>> capacity_for(10, at_least=0.95), capacity_for(10, dispersion=3, at_least=0.95)
    (15, 20)
    >>> capacity_for([10, 10_000_000], at_least=0.95).tolist()
    [15, 10005202]
    """
    means = numbers(mean, "the mean", "mean")
    spread, probability = need_dispersion(dispersion), chance(at_least, "the probability", "at_least")
    found = capacities(means.ravel(), np.full(means.size, spread), probability)
    return plain(found.reshape(means.shape).astype(np.int64))


def capacities(means: Floats, dispersions: Floats, at_least: float) -> Floats:
    """Give the least capacities, for arrays of one dimension, as whole floats.

    >>> capacities(np.array([0.0, 10.0]), np.array([1.0, 1.0]), 0.95).tolist()
    [0.0, 15.0]
    """
    found = np.zeros(means.shape)
    some = means > 0
    mean, spread = means[some], dispersions[some]
    # by Cantelli's inequality the demand is below this at most so often as it may be
    low = mean - np.sqrt(spread * mean * (1 - at_least) / at_least)

    def is_enough(tried: Floats, rows: Rows) -> NDArray[np.bool_]:
        return _is_covered(tried, mean[rows], spread[rows], at_least)

    found[some] = least_whole(np.maximum(np.floor(low) - 1, -1), is_enough)
    return found


def _is_covered(counts: Floats, means: Floats, dispersions: Floats, at_least: float) -> NDArray[np.bool_]:
    """Tell whether demands are at most a count so often, by the tail that is computed."""
    tails = _tail(counts, means, dispersions)
    return np.where(counts < means, tails >= at_least * (1 - ROUNDING), tails <= (1 - at_least) * (1 + ROUNDING))


def exceeding(counts: Floats, means: Floats, dispersions: Floats) -> Floats:
    """Give the chance that demands are greater than a count; where there is no demand, none.

    >>> exceeding(np.array([0.0, 1.0]), np.array([0.0, 1.0]), np.array([1.0, 2.0])).round(9).tolist()
    [0.0, 0.25]
    """
    found = np.zeros(means.shape)
    some = means > 0
    count, mean = counts[some], means[some]
    tails = _tail(count, mean, dispersions[some])
    found[some] = np.where(count < mean, 1 - tails, tails)
    return found


def _tail(counts: Floats, means: Floats, dispersions: Floats) -> Floats:
    """Give the chance of at most a count that is below the mean, and of more than one that is not."""
    found = np.empty(means.shape)
    below, even = counts < means, dispersions == 1
    one, two = below & even, ~below & even
    found[one] = poisson_up_to(counts[one], means[one])
    found[two] = poisson_above(counts[two], means[two])
    one, two = below & ~even, ~below & ~even
    found[one] = binomial_up_to(counts[one], means[one], dispersions[one])
    found[two] = binomial_above(counts[two], means[two], dispersions[two])
    return found


def need_dispersion(dispersion: Any) -> float:
    """Read a dispersion from 1 to 10,000.

    Raises:
        InvalidValueError: It is none.

    >>> need_dispersion(1.5)
    1.5
    """
    read = float(as_exact(dispersion, "the dispersion", "dispersion"))
    if not 1 <= read <= _MOST_DISPERSED:
        reason = (
            f"the dispersion is {read:g}; give the variance over the mean, 1 (Poisson) to {_MOST_DISPERSED:,}; for a "
            "demand that varies less than Poisson, 1 is on the safe side"
        )
        raise InvalidValueError(reason, attribute="dispersion")
    return read
