"""Whole numbers read into numpy arrays without a silent conversion."""

import operator
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from familjen.amounts.exact import is_integer
from familjen.amounts.weights import is_sequence
from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["Integers", "narrowed", "read_integers"]

Integers: TypeAlias = npt.NDArray[np.int64]
"""Whole numbers of 64 bits."""

_WIDEST = 2**63 - 1


def read_integers(values: Any, name: str, dimensions: tuple[int, ...]) -> npt.NDArray[Any]:
    """Read whole numbers into an array: int64 when all of them fit, else Python ints.

    >>> read_integers([[1, 2], [3, 4]], "weights", (1, 2)).dtype, read_integers([2**64], "totals", (1,)).dtype
    (dtype('int64'), dtype('O'))

    Raises:
        InvalidValueError: When a value is no whole number (a bool or a float, even 2.0, is none), values are masked,
            rows differ in length, or the number of dimensions is another.
    """
    array = _from_sequence(values, name) if is_sequence(values) else _from_array(values, name)
    if array.ndim not in dimensions:
        wanted = " or ".join(map(str, dimensions))
        raise InvalidValueError(f"has {array.ndim} dimensions; give {wanted}", attribute=name)
    return array


def narrowed(array: npt.NDArray[Any]) -> tuple[Integers, npt.NDArray[np.bool_]]:
    """Bring Python ints to int64, with zeros for those that do not fit, and tell which fit."""
    if array.dtype == np.int64:
        return array, np.ones(array.shape, dtype=np.bool_)
    fits = np.asarray((array >= -_WIDEST - 1) & (array <= _WIDEST), dtype=np.bool_)
    return np.where(fits, array, 0).astype(np.int64), fits


def _from_array(values: Any, name: str) -> npt.NDArray[Any]:
    if not hasattr(values, "__array__"):
        raise InvalidValueError(f"{show(values)} is neither an array nor a list of whole numbers", attribute=name)
    if isinstance(values, np.ma.MaskedArray):
        reason = "holds masked values, which have no number; fill them or leave their rows out"
        raise InvalidValueError(reason, attribute=name)
    array = np.asarray(values)
    if array.dtype.kind == "O":
        return _from_objects(array.ravel().tolist(), array.shape, name)
    if array.dtype.kind not in "iu":
        reason = f"has dtype {array.dtype}; give whole numbers, or convert on purpose: numpy.rint(…).astype(int)"
        raise InvalidValueError(reason, attribute=name)
    if array.dtype == np.uint64 and array.size and int(array.max()) > _WIDEST:
        return array.astype(object)
    return array.astype(np.int64, copy=False)


def _from_sequence(values: Sequence[Any], name: str) -> npt.NDArray[Any]:
    """Read a flat sequence, or a sequence of rows that may be arrays too."""
    rows: list[Sequence[Any]] = []
    for value in values:
        if is_sequence(value):
            rows.append(value)
        elif hasattr(value, "__len__") and hasattr(value, "__array__"):
            rows.append(_from_array(value, name).tolist())
    if not rows:
        return _from_objects(list(values), (len(values),), name)
    lengths = set(map(len, rows))
    if len(rows) < len(values) or len(lengths) > 1:
        raise InvalidValueError("has rows of different lengths; give every row one number a party", attribute=name)
    return _from_objects([number for row in rows for number in row], (len(rows), lengths.pop()), name)


def _from_objects(numbers: list[Any], shape: tuple[int, ...], name: str) -> npt.NDArray[Any]:
    kinds: set[type[Any]] = set(map(type, numbers))
    if not all(map(is_integer, kinds)):
        kind = next(kind for kind in map(type, numbers) if not is_integer(kind))
        position = list(map(type, numbers)).index(kind)
        where = ", ".join(map(str, np.unravel_index(position, shape)))
        reason = f"holds {show(numbers[position])} at [{where}], which is not a whole number; convert it on purpose"
        raise InvalidValueError(reason, attribute=name)
    whole = numbers if kinds <= {int} else list(map(operator.index, numbers))
    try:
        return np.array(whole, dtype=np.int64).reshape(shape)
    except OverflowError:
        return np.array(whole, dtype=object).reshape(shape)
