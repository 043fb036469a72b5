"""Very many splits at once, each the same as one by itself."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from familjen.amounts.apportion import apportion
from familjen.amounts.arrays import Integers, narrowed, read_integers
from familjen.amounts.columns import largest_remainder_columns, webster_columns
from familjen.amounts.methods import read_method
from familjen.errors import InvalidValueError

__all__ = ["apportion_many"]

_Columns: TypeAlias = Callable[[Integers, Integers], Integers]

_SPLITS: dict[str, _Columns] = {"largest-remainder": largest_remainder_columns, "webster": webster_columns}
_WIDEST = 2**63 - 1
_BLOCK = 4096
"""Rows at a time: with eleven parties a block's arrays stay in the processor's second cache."""


def apportion_many(
    totals: npt.NDArray[Any] | Sequence[int],
    weights: npt.NDArray[Any] | Sequence[int] | Sequence[Sequence[int]],
    *,
    method: str = "largest-remainder",
) -> npt.NDArray[Any]:
    """Split many totals at once, with numpy; each row is exactly what `apportion` gives with ``unit=1``.

    Ties go to the larger weight, then by position. Nothing is computed in floats. Rows whose products may not fit 64
    bits are split one by one with Python's integers, and give the same.

    Args:
        totals: Whole numbers of units, shape (m,), such as öre or seats; a negative one is split as a mirror image.
        weights: Whole numbers, none below zero: shape (n,) for all totals alike or (m, n) with a row for each.
        method: ``largest-remainder`` or ``webster``.

    Returns:
        Units of shape (m, n), each row summing to its total. The dtype is int64; it is object (Python ints) when some
        result does not fit.

    Raises:
        InvalidValueError: When a number is no whole number (floats and bools are refused), a weight is negative, a
            row's weights are all zero, shapes do not match, or the method is another.

    >>> apportion_many([100, -7], [5, 3, 1])
    array([[56, 33, 11],
           [-4, -2, -1]])

    Complexity: n² operations a row for largest remainder up to 32 parties, n log n beyond.
    """
    split = _split_of(method)
    amounts = read_integers(totals, "totals", (1,))
    shares = read_integers(weights, "weights", (1, 2))
    _check_shape(amounts, shares)
    _check_weights(shares)
    if amounts.dtype == shares.dtype == np.int64 and _fits(amounts, shares):
        return _in_blocks(amounts, shares, split)
    return _row_by_row_where_wide(amounts, shares, split, method)


def _split_of(method: Any) -> _Columns:
    name = read_method(method)
    if name not in _SPLITS:
        reason = f"{name!r} is not among the methods for many splits, {' and '.join(_SPLITS)}; call apportion for each"
        raise InvalidValueError(reason, attribute="method")
    return _SPLITS[name]


def _check_shape(totals: npt.NDArray[Any], weights: npt.NDArray[Any]) -> None:
    if weights.shape[-1] == 0:
        raise InvalidValueError("there are no weights; give at least one party", attribute="weights")
    if weights.ndim > 1 and len(weights) != len(totals):
        reason = f"there are {len(weights)} rows for {len(totals)} totals; give one for each, or one row of shape (n,)"
        raise InvalidValueError(reason, attribute="weights")


def _check_weights(weights: npt.NDArray[Any]) -> None:
    rows = np.atleast_2d(weights)
    if rows.size and rows.min() < 0:
        row, place = (int(number) for number in np.argwhere(rows < 0)[0])
        reason = f"the weight at {_place(weights, row, place)} is {rows[row, place]}; a weight is zero or more"
        raise InvalidValueError(reason, attribute="weights")
    empty = np.flatnonzero(~(rows != 0).any(axis=1))
    if empty.size:
        where = f" in row {int(empty[0])}" if weights.ndim > 1 else ""
        reason = f"every weight{where} is zero, so there is no proportion to split by"
        raise InvalidValueError(reason, attribute="weights")


def _place(weights: npt.NDArray[Any], row: int, place: int) -> str:
    return f"row {row}, position {place}" if weights.ndim > 1 else f"position {place}"


def _fits(totals: Integers, weights: Integers) -> bool:
    """Tell whether every product fits 64 bits in every row, judged by the largest numbers of all."""
    if not totals.size:
        return True
    largest = max(int(totals.max()), -int(totals.min()))
    heaviest = int(weights.max())
    return (2 * largest + int(weights.shape[-1]) ** 2 + 3) * heaviest <= _WIDEST


def _in_blocks(totals: Integers, weights: Integers, split: _Columns) -> Integers:
    units = np.empty((len(totals), weights.shape[-1]), dtype=np.int64)
    for start in range(0, len(totals), _BLOCK):
        block = slice(start, start + _BLOCK)
        columns = weights[:, np.newaxis] if weights.ndim == 1 else np.ascontiguousarray(weights[block].T)
        parts = split(np.abs(totals[block]), columns)
        if (totals[block] < 0).any():
            parts *= np.sign(totals[block])
        units[block] = parts.T
    return units


def _row_by_row_where_wide(
    totals: npt.NDArray[Any], weights: npt.NDArray[Any], split: _Columns, method: str
) -> npt.NDArray[Any]:
    """Split the rows that fit 64 bits in blocks and the others with Python's integers."""
    rows = np.broadcast_to(weights, (len(totals), weights.shape[-1]))
    small_totals, total_fits = narrowed(totals)
    small_rows, weight_fits = narrowed(rows)
    heaviest = small_rows.max(axis=1)
    narrow = total_fits & weight_fits.all(axis=1) & (np.abs(small_totals // 8) <= _WIDEST // 64)  # so reach fits too
    reach = 2 * np.where(narrow, np.abs(small_totals), 0) + rows.shape[1] ** 2 + 3
    narrow &= heaviest <= _WIDEST // reach
    units = np.empty(rows.shape, dtype=object)
    units[narrow] = _in_blocks(small_totals[narrow], small_rows[narrow], split)
    for row in np.flatnonzero(~narrow):
        units[row] = apportion(int(totals[row]), list(map(int, rows[row])), unit=1, method=method)
    plain, fits = narrowed(units)
    return plain if fits.all() else units
