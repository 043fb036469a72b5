"""Reading columns of observations (kolumner)."""

from collections.abc import Hashable, Mapping, Sized
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from familjen.amounts.exact import is_integer
from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["Names", "length_of", "named", "need_length", "read_codes", "read_controls", "read_labels", "read_numbers"]

Floats = NDArray[np.float64]
_NO_COLUMNS = (str, bytes, set, frozenset, Mapping)
_LARGEST, _FARTHEST = 1e12, 1e50

Names = tuple[str, ...] | None
"""What the observations are called, where anybody says."""


def named(position: int, labels: Names) -> str:
    """Name an observation in a sentence.

    >>> named(0, None), named(1, ("1283", "1260"))
    ('observation 1', "'1260'")
    """
    return f"observation {position + 1}" if labels is None else repr(labels[position])


def length_of(column: Any) -> int | None:
    """Give how many values a column holds; ``None`` for what is no column.

    >>> length_of([1, 2]), length_of(np.array(1)), length_of({1: 2})
    (2, None, None)
    """
    is_none = issubclass(type(column), _NO_COLUMNS) or getattr(column, "ndim", 1) != 1
    is_column = hasattr(column, "__iter__") and hasattr(column, "__len__")
    return len(column) if is_column and not is_none else None


def need_length(column: Sized, length: int, what: str, attribute: str) -> None:
    """Refuse a column of another length than the sizes.

    Raises:
        InvalidValueError: It is of another length.
    """
    if len(column) != length:
        reason = f"{what} are {len(column)} and the sizes {length}; give one for each observation"
        raise InvalidValueError(reason, attribute=attribute)


def read_numbers(column: Any, what: str, attribute: str, labels: Names = None, *, positive: bool = False) -> Floats:
    """Read a column of finite numbers: a list, an array or a column of a data frame.

    Args:
        column: The column.
        what: What a value is in a sentence, such as ``"the size"``.
        attribute: The argument that it was given as.
        labels: What the observations are called, for errors.
        positive: Whether each has to be above zero, since its logarithm is taken.

    Raises:
        InvalidValueError: It is no column, or holds what is no such number.

    >>> read_numbers([15_000, Decimal("0.5")], "the size", "sizes").tolist()
    [15000.0, 0.5]
    """
    values = _values(column, what, attribute)
    found = np.empty(len(values))
    for place, value in enumerate(values):
        kind = cast("type[object]", type(value))
        if not (is_integer(kind) or issubclass(kind, float | np.floating | Decimal | Fraction)):
            reason = f"{what} of {named(place, labels)} is {show(value)}, which is no number"
            raise InvalidValueError(reason, attribute=attribute)
        try:
            found[place] = float(value)
        except (OverflowError, ValueError):  # beyond a float, or a signalling NaN
            found[place] = np.inf
        if not np.isfinite(found[place]) or (positive and found[place] <= 0):
            need = "a finite number above zero" if positive else "a finite number"
            reason = f"{what} of {named(place, labels)} is {show(value)}; give {need}, or leave the observation out"
            raise InvalidValueError(reason, attribute=attribute)
        if positive and not 1 / _FARTHEST <= found[place] <= _FARTHEST:
            reason = f"{what} of {named(place, labels)} is {show(value)}; give it in a unit in which it is nearer to 1"
            raise InvalidValueError(reason, attribute=attribute)
    return found


def _values(column: Any, what: str, attribute: str) -> list[Any]:
    if length_of(column) is None:
        reason = f"{show(column)} is no column; give a list or an array with {what} of each observation"
        raise InvalidValueError(reason, attribute=attribute)
    return list(column)


def read_labels(labels: Any) -> Names:
    """Read what the observations are called; ``None`` stays.

    Raises:
        InvalidValueError: One is no text, or two are the same.

    >>> read_labels(["1283", "1260"])
    ('1283', '1260')
    """
    if labels is None:
        return None
    found = tuple(_values(labels, "the label", "labels"))
    seen: set[str] = set()
    for label in found:
        if not isinstance(label, str) or not label.strip():
            raise InvalidValueError(f"{show(label)} is no label; give text, such as '1283'", attribute="labels")
        if label in seen:
            raise InvalidValueError(f"two observations are called {label!r}; name each its own", attribute="labels")
        seen.add(label)
    return tuple(map(str, found))


def read_codes(column: Any, what: str, attribute: str) -> tuple[NDArray[np.intp], tuple[Hashable, ...]]:
    """Read a column of groups: for each observation the number of its group, and the groups as they first come.

    Raises:
        InvalidValueError: It is no column, or a value is missing or names no group.

    >>> read_codes(["1283", "1260", "1283"], "the unit", "units")[0].tolist()
    [0, 1, 0]
    """
    order: dict[Hashable, int] = {}
    codes: list[int] = []
    for place, value in enumerate(_values(column, what, attribute)):
        if value is None or not isinstance(value, Hashable) or value != value:  # noqa: PLR0124 - NaN differs from itself
            reason = f"{what} of observation {place + 1} is {show(value)}, which names no group"
            raise InvalidValueError(reason, attribute=attribute)
        codes.append(order.setdefault(value, len(order)))
    return np.array(codes, dtype=np.intp), tuple(order)


def read_controls(controls: Any, length: int, labels: Names = None) -> dict[str, Floats]:
    """Read further columns by their names: a mapping, or a data frame.

    Raises:
        InvalidValueError: It is neither, a name is no text, or a column does not hold a number for each observation.

    >>> read_controls({"log tax base": [12.1, 12.4]}, 2)["log tax base"].tolist()
    [12.1, 12.4]
    """
    if controls is None:
        return {}
    if not hasattr(controls, "keys") or not hasattr(controls, "__getitem__"):
        reason = f"{show(controls)} is no mapping of columns; give {{'log tax base': [...]}} or a data frame"
        raise InvalidValueError(reason, attribute="controls")
    found: dict[str, Floats] = {}
    for name in controls.keys():  # noqa: SIM118 - a data frame's keys
        if not isinstance(name, str) or not name.strip():
            raise InvalidValueError(f"a control is called {show(name)}; name it with text", attribute="controls")
        column = read_numbers(controls[name], f"the control {name!r}", "controls", labels)
        need_length(column, length, f"the values of the control {name!r}", "controls")
        largest = float(np.abs(column).max())
        if largest > _LARGEST or 0 < largest < 1 / _LARGEST:
            reason = f"the control {name!r} reaches {largest:g}; give it in a unit in which it is nearer to 1"
            raise InvalidValueError(reason, attribute="controls")
        found[name] = column
    return found
