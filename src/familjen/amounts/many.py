"""Many splits at once, in numpy, with the same results as one at a time."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from familjen.amounts.divisors import by_divisors, priority_of
from familjen.amounts.remainders import by_remainders
from familjen.errors import InvalidValueError

__all__ = ["apportion_many"]

Ints: TypeAlias = npt.NDArray[np.int64]

_METHODS = ("largest-remainder", "webster")
_SAFE = 2**62
_BLOCK = 8192


def apportion_many(
    totals: npt.NDArray[Any] | Sequence[int],
    weights: npt.NDArray[Any] | Sequence[int] | Sequence[Sequence[int]],
    *,
    method: str = "largest-remainder",
) -> npt.NDArray[Any]:
    """Split many totals of whole units at once; each row is what `familjen.apportion` gives with ``unit=1``.

    Rows whose products would not fit 64 bits are split with Python's unbounded integers, so the result is always exact.

    Args:
        totals: Whole numbers of units, shape (m,); may be negative.
        weights: Whole numbers, not negative, shape (n,) for the same weights in all rows or (m, n).
        method: ``largest-remainder`` or ``webster``.

    Returns:
        Units, shape (m, n), int64; of Python ints (object) when a total does not fit 64 bits.

    Raises:
        InvalidValueError: Numbers are not whole, a weight is negative, a row's weights are all zero, shapes do not fit,
            or there is no such method here.

    Complexity: O(m n²) for largest remainder, in blocks that stay in the cache.

    >>> apportion_many([100, -7], [1, 1, 1])
    array([[34, 33, 33],
           [-3, -2, -2]])
    """
    if method not in _METHODS:
        raise InvalidValueError(
            f"{method!r} is not split at once; use one of {', '.join(_METHODS)}", attribute="method"
        )
    total = _whole(totals, "totals", 1)
    weight = _whole(weights, "weights", 2)
    if weight.shape[-1] == 0 or (weight.ndim == 2 and len(weight) != len(total)):  # noqa: PLR2004 - rows and columns
        raise InvalidValueError(f"shape {weight.shape} does not fit {len(total)} totals", attribute="weights")
    rows = np.broadcast_to(weight, (len(total), weight.shape[-1]))
    _check_weights(weight)
    return _split(total, rows, method)


def _whole(values: Any, what: str, most_dimensions: int) -> npt.NDArray[Any]:
    try:
        made = np.asarray(values)
    except ValueError:
        raise InvalidValueError("rows differ in length", attribute=what) from None
    if made.dtype == object:
        if not all(type(number) is int for number in made.flat):
            raise InvalidValueError("not all are whole numbers", attribute=what)
    elif made.dtype.kind not in "iu" and made.size:
        raise InvalidValueError(f"{made.dtype} is not a type of whole numbers; convert on purpose", attribute=what)
    if not 1 <= made.ndim <= most_dimensions:
        raise InvalidValueError(f"{made.ndim} dimensions do not fit", attribute=what)
    fits = made.size == 0 or -_SAFE < int(made.min()) <= int(made.max()) < _SAFE
    return made.astype(np.int64) if fits else made.astype(object)


def _check_weights(weight: npt.NDArray[Any]) -> None:
    rows = np.atleast_2d(weight)
    for wrong, reason in (((rows < 0).any(axis=1), "negative"), ((rows == 0).all(axis=1), "all zero")):
        if wrong.any():
            row = f" in row {int(np.argmax(wrong))}" if weight.ndim > 1 else ""
            raise InvalidValueError(f"weights are {reason}{row}", attribute="weights")


def _split(total: npt.NDArray[Any], rows: npt.NDArray[Any], method: str) -> npt.NDArray[Any]:
    units = np.empty(rows.shape, dtype=object if total.dtype == object else np.int64)
    wide = object in {total.dtype, rows.dtype}
    narrow = np.zeros(len(total), dtype=bool) if wide else _fits(total, rows)
    if narrow.all():
        for start in range(0, len(total), _BLOCK):
            block = slice(start, start + _BLOCK)
            units[block] = _split_block(total[block], rows[block], method)
        return units
    if narrow.any():
        units[narrow] = _split_block(total[narrow], rows[narrow], method)
    for row in np.flatnonzero(~narrow):
        units[row] = _split_wide(int(total[row]), [int(weight) for weight in rows[row]], method)
    return units


def _fits(total: Ints, rows: Ints) -> npt.NDArray[np.bool_]:
    """Tell in which rows every product stays below 2⁶²; judged in floats with a wide margin."""
    size = np.abs(total).astype(float) + 1
    heaviest = rows.max(axis=1).astype(float) + 1
    whole = rows.sum(axis=1, dtype=float) + 1
    largest = np.maximum(2 * (size + 1) * whole * 2, whole * heaviest * (rows.shape[1] + 1))
    fits: npt.NDArray[np.bool_] = (largest < _SAFE / 2) & (size < 2**50)
    return fits


def _split_wide(total: int, weights: list[int], method: str) -> list[int]:
    least = [0] * len(weights)
    if method == "webster":
        counts = by_divisors(abs(total), weights, least, priority_of("webster")).counts
    else:
        counts = by_remainders(abs(total), weights, least).counts
    return [-number if total < 0 else number for number in counts]


def _split_block(total: Ints, rows: Ints, method: str) -> Ints:
    columns = np.ascontiguousarray(rows.T)
    size = np.abs(total)
    units = _webster(size, columns) if method == "webster" else _hamilton(size, columns)
    return np.where(total < 0, -units, units).T


def _divide(numerator: Ints, divisor: Ints) -> tuple[Ints, Ints]:
    """Divide exactly: a float quotient is right to within one, and the remainder tells which."""
    quotient = (numerator / divisor).astype(np.int64)
    remainder = numerator - quotient * divisor
    low = remainder < 0
    quotient -= low
    remainder += low * divisor
    high = remainder >= divisor
    quotient += high
    remainder -= high * divisor
    return quotient, remainder


def _hamilton(size: Ints, columns: Ints) -> Ints:
    count = len(columns)
    units, remainders = _divide(columns * size, columns.sum(axis=0))
    left = size - units.sum(axis=0)
    # one key per party, all different: the remainder, then the weight, then the place
    keys = (remainders * (columns.max(axis=0) + 1) + columns) * count + np.arange(count - 1, -1, -1)[:, None]
    above = np.zeros(columns.shape, dtype=np.int16)
    for one in range(count - 1):
        beaten = keys[one] > keys[one + 1 :]
        above[one + 1 :] += beaten
        above[one] += (count - 1 - one) - beaten.sum(axis=0, dtype=np.int16)
    units += above < left
    return units


def _webster(size: Ints, columns: Ints) -> Ints:
    whole = columns.sum(axis=0)
    units, _ = _divide(2 * columns * size + whole, 2 * whole)
    left = size - units.sum(axis=0)
    for step in (1, -1):
        rows = np.flatnonzero(left * step > 0)
        while rows.size:
            place = _next_served(columns[:, rows], units[:, rows], step)
            units[place, rows] += step
            left[rows] -= step
            rows = rows[left[rows] != 0]
    return units


def _next_served(columns: Ints, units: Ints, step: int) -> npt.NDArray[np.intp]:
    """Give for each row the party with the highest claim to one more, or with the lowest to its last."""
    best = np.zeros(columns.shape[1], dtype=np.intp)
    weight: Ints = columns[0]
    divisor: Ints = 2 * units[0] + step
    for place in range(1, len(columns)):
        other: Ints = columns[place]
        others: Ints = 2 * units[place] + step
        mine: Ints = weight * others
        theirs: Ints = other * divisor
        if step > 0:
            better = (theirs > mine) | ((theirs == mine) & (other > weight))
        else:
            better = (others > 0) & ((divisor < 0) | (theirs < mine) | ((theirs == mine) & (other <= weight)))
        best[better] = place
        weight, divisor = np.where(better, other, weight), np.where(better, others, divisor)
    return best
