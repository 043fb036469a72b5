"""Numbers to compute with: one of them, or an array (tal)."""

from typing import Any, TypeAlias, TypeGuard

import numpy as np
from numpy.typing import NDArray

from familjen.amounts.exact import is_integer
from familjen.amounts.weights import is_sequence
from familjen.errors import InvalidValueError
from familjen.games.number import as_exact
from familjen.validators import show

__all__ = ["LARGEST", "ROUNDING", "Floats", "chance", "number", "numbers", "plain", "wholes"]

Floats: TypeAlias = NDArray[np.float64]

LARGEST = 10**9
"""No load, number of servers or mean demand is larger."""

ROUNDING = 1e-12
"""A promise that is missed by no more than this part of what may be missed is kept: a tie, but for rounding."""

_MOST_SERVERS = 10**12
_LEAST = 1e-300
"""No number but zero is less."""


def number(value: Any, what: str, attribute: str, *, most: float = LARGEST) -> float:
    """Read one number from zero up to the most.

    Raises:
        InvalidValueError: It is no finite number, below zero or above the most; the sentence begins with ``what``.

    >>> number(2, "the load", "load")
    2.0
    """
    read = float(as_exact(value, what, attribute))
    if not 0 <= read <= most:
        raise InvalidValueError(f"{what} is {read:g}; give 0 to {most:,.0f}", attribute=attribute)
    return read


def numbers(values: Any, what: str, attribute: str, *, most: float = LARGEST) -> Floats:
    """Read a number, or an array or list of numbers, from zero up to the most.

    Raises:
        InvalidValueError: One is no finite number, below zero or above the most.

    >>> numbers([1, 2.5], "the load", "load").tolist()
    [1.0, 2.5]
    """
    if _is_array(values) and values.ndim:
        found = _floats(values, what, attribute)
        for wrong in found[~((found == 0) | ((found >= _LEAST) & (found <= most)))].flat:
            number(float(wrong), what, attribute, most=most)  # which refuses it
        return found
    if is_sequence(values):
        return np.array([number(value, what, attribute, most=most) for value in values], dtype=np.float64)
    value: Any = values.item() if _is_array(values) else values
    return np.asarray(number(value, what, attribute, most=most))


def wholes(values: Any, what: str, attribute: str) -> Floats:
    """Read a whole number, or an array or list of them, from zero up to 10^12, as floats that hold them exactly.

    Raises:
        InvalidValueError: One is no whole number, below zero or above 10^12.

    >>> wholes(3, "the number of servers", "servers").item()
    3.0
    """
    found = numbers(values, what, attribute, most=_MOST_SERVERS)
    if _is_array(values):
        is_whole = values.dtype.kind in "iu"
    else:
        given: list[Any] = list(values) if is_sequence(values) else [values]
        is_whole = all(is_integer(value.__class__) for value in given)
    if not is_whole:
        raise InvalidValueError(f"{what} is {show(values)}; give whole numbers", attribute=attribute)
    return found


def chance(value: Any, what: str, attribute: str) -> float:
    """Read a probability between 0 and 1, neither of them.

    Raises:
        InvalidValueError: It is no number, or not between 0 and 1.

    >>> chance(0.95, "the probability", "at_least")
    0.95
    """
    read = float(as_exact(value, what, attribute))
    if not 0 < read < 1:
        reason = f"{what} is {show(value)}; give a share above 0 and below 1, such as 0.05 for 5 %"
        raise InvalidValueError(reason, attribute=attribute)
    return read


def plain(found: NDArray[Any]) -> Any:
    """Give an array as it is, and the number itself where there is one only.

    >>> plain(np.asarray(0.5))
    0.5
    """
    return found if found.ndim else found.item()


def _is_array(values: Any) -> TypeGuard[NDArray[Any]]:
    return isinstance(values, np.ndarray)


def _floats(values: NDArray[Any], what: str, attribute: str) -> Floats:
    if values.dtype.kind not in "iuf":
        reason = f"{what} is in an array of {values.dtype}; give an array of numbers"
        raise InvalidValueError(reason, attribute=attribute)
    return values.astype(np.float64)
