"""The arithmetic of many splits: a column a split, a row a party, all in 64-bit integers."""

import numpy as np
import numpy.typing as npt

from familjen.amounts.arrays import Integers

__all__ = ["largest_remainder_columns", "webster_columns"]

_WIDEST = 2**63 - 1
_FEW = 32


def largest_remainder_columns(totals: Integers, weights: Integers) -> Integers:
    """Split by largest remainders; the caller makes sure that ``(2 × total + parties² + 3) × weight`` fits.

    >>> import numpy as np
    >>> largest_remainder_columns(np.array([10, 20]), np.array([[5], [3], [1]])).T
    array([[ 6,  3,  1],
           [11,  7,  2]])
    """
    whole: Integers = weights.sum(axis=0)
    products = totals * weights
    units: Integers = products // whole
    remainders = products - units * whole
    left = totals - units.sum(axis=0)
    units += _places(_keys(remainders, weights, whole)) < left
    return units


def _keys(remainders: Integers, weights: Integers, whole: Integers) -> Integers:
    """Give numbers that order the parties by remainder, then by weight."""
    heaviest = int(weights.max()) + 1
    if int(whole.max()) * heaviest <= _WIDEST:
        return remainders * heaviest + weights
    order = np.argsort(weights, axis=0, kind="stable")
    heights = np.take_along_axis(weights, order, axis=0)
    steps = np.zeros_like(weights)
    np.cumsum(heights[1:] != heights[:-1], axis=0, out=steps[1:])
    ranks = np.empty_like(weights)
    np.put_along_axis(ranks, order, steps, axis=0)
    return remainders * len(weights) + ranks


def _places(keys: Integers) -> npt.NDArray[np.integer]:
    """Give each party's place from 0 when the largest key goes first and, among equals, the first party."""
    count = len(keys)
    if count > _FEW:
        order = np.argsort(-keys, axis=0, kind="stable")
        places = np.empty_like(keys)
        np.put_along_axis(places, order, np.arange(count)[:, np.newaxis], axis=0)
        return places
    behind = np.zeros(keys.shape, dtype=np.int8)
    for one in range(count - 1):
        ahead = keys[one] >= keys[one + 1 :]
        behind[one + 1 :] += ahead
        behind[one] += np.int8(count - 1 - one) - ahead.sum(axis=0, dtype=np.int8)
    return behind


def webster_columns(totals: Integers, weights: Integers) -> Integers:
    """Split by Webster's method; the caller makes sure that ``(2 × total + parties² + 3) × weight`` fits.

    Quotas rounded to the nearest are what Webster gives at the divisor ``sum of weights / total``: the first units
    in order of claim. What is missing goes to the highest claims left, and what is too much comes from the lowest met.

    >>> import numpy as np
    >>> webster_columns(np.array([4, 5]), np.array([[5], [3], [1]])).T
    array([[3, 1, 0],
           [3, 2, 0]])
    """
    whole: Integers = weights.sum(axis=0)
    units: Integers = (2 * totals * weights + whole) // (2 * whole)
    weights = np.broadcast_to(weights, units.shape)
    left = totals - units.sum(axis=0)
    for step in (1, -1):
        columns = np.flatnonzero(left * step > 0)
        while columns.size:
            party = _first(weights[:, columns], units[:, columns], step)
            units[party, columns] += step
            left[columns] -= step
            columns = columns[left[columns] != 0]
    return units


def _first(weights: Integers, units: Integers, step: int) -> npt.NDArray[np.intp]:
    """Give each column's party with the highest claim to one more (step 1) or the lowest to its last (step −1)."""
    divisors = 2 * units + step  # below zero for a party without units, which has no last one to give up
    best = np.zeros(weights.shape[1], dtype=np.intp)
    weight, divisor = weights[0].copy(), divisors[0].copy()
    for party in range(1, len(weights)):
        claim, held = weights[party] * divisor, weight * divisors[party]
        if step > 0:
            goes = (claim > held) | ((claim == held) & (weights[party] > weight))
        else:
            lower = (claim < held) | ((claim == held) & (weights[party] <= weight)) | (divisor < 0)
            goes = lower & (divisors[party] > 0)
        best[goes] = party
        weight[goes] = weights[party][goes]
        divisor[goes] = divisors[party][goes]
    return best
