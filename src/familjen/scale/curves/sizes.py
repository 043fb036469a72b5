"""Reading sizes (storlekar)."""

import math
from decimal import Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from familjen.amounts.weights import is_mapping, is_sequence
from familjen.errors import InvalidValueError
from familjen.scale.assumption import as_decimal
from familjen.validators import show

__all__ = [
    "need_mapping",
    "plain",
    "read_floats",
    "read_pairs",
    "read_positive",
    "read_range",
    "read_reference",
    "read_sizes",
]

Range = tuple[Decimal, Decimal]


def read_sizes(size: Any, unit: str) -> NDArray[np.float64]:
    """Read a size or an array of sizes, in a unit.

    Raises:
        InvalidValueError: One is not above zero, or no finite number; what only looks like a number is none.

    >>> read_sizes([15_000, Decimal("0.5")], "inhabitants").tolist()
    [15000.0, 0.5]
    """
    sizes = _array(size)
    if sizes is None:
        raise InvalidValueError(f"{show(size)} is no size; give a number above zero", attribute="size")
    wrong = ~(np.isfinite(sizes) & (sizes > 0))
    if wrong.any():
        reason = f"a size is {sizes[wrong].flat[0]:g}; sizes are finite numbers above zero, in {unit}"
        raise InvalidValueError(reason, attribute="size")
    return sizes


def _array(value: Any) -> NDArray[np.float64] | None:
    """Give numbers as an array of floats; None where not all are numbers."""
    try:
        found = np.asarray(value)
    except ValueError:  # rows of different lengths
        return None
    if found.dtype.kind == "O" and found.size and all(isinstance(each, int | float | Decimal) for each in found.flat):
        found = np.array([_float(each) for each in found.flat]).reshape(found.shape)
    return found.astype(np.float64) if found.dtype.kind in "iuf" else None


def _float(number: Any) -> float:
    """Give a number as a float; infinity where it is beyond floats, which is no size."""
    try:
        return float(number)
    except (OverflowError, ValueError):  # an int beyond 10^308, or a NaN that signals
        return math.inf


def read_floats(value: Any, name: str) -> NDArray[np.float64]:
    """Read a number, or an array of numbers, for a parameter; text and truth values are none.

    Raises:
        InvalidValueError: It is none.

    >>> read_floats([1, 2.5], "fixed").tolist()
    [1.0, 2.5]
    """
    found = _array(value)
    if found is None:
        reason = f"{name} is {show(value)}, which is no number; give one, or an array of them"
        raise InvalidValueError(reason, attribute="given")
    return found


def need_mapping(numbers: Any) -> None:
    """Refuse what gives no numbers by name.

    Raises:
        InvalidValueError: It is no mapping.

    >>> need_mapping({"fixed": 1})
    """
    if not is_mapping(numbers):
        raise InvalidValueError(f"{show(numbers)} gives no numbers by name; give {{name: number}}", attribute="given")


def read_positive(number: Any, what: str, attribute: str) -> Decimal:
    """Read a finite number above zero; errors begin with ``what`` it is.

    Raises:
        InvalidValueError: It is not.

    >>> read_positive(0.05, "the share", "within")
    Decimal('0.05')
    """
    found = as_decimal(number, what, attribute)
    if found <= 0:
        raise InvalidValueError(f"{what} is {found}; give a number above zero", attribute=attribute)
    return found


def read_reference(size: Any) -> Decimal:
    """Read the size that a curve refers to.

    Raises:
        InvalidValueError: It is no finite number above zero.

    >>> read_reference(15_000)
    Decimal('15000')
    """
    return read_positive(size, "the reference size", "reference")


def read_range(pair: Any) -> Range | None:
    """Read the least and the largest size that a curve was made from; ``None`` stays.

    Raises:
        InvalidValueError: It is no pair of sizes above zero in that order.

    >>> read_range((2_500, 990_000))
    (Decimal('2500'), Decimal('990000'))
    """
    if pair is None:
        return None
    ((first, last),) = read_pairs([pair], "observed", "(least, largest)")
    least, largest = (read_positive(size, "an observed size", "observed") for size in (first, last))
    if least > largest:
        reason = f"the observed sizes are {least} to {largest}; give the least first"
        raise InvalidValueError(reason, attribute="observed")
    return least, largest


def read_pairs(given: Any, attribute: str, example: str) -> list[tuple[Any, Any]]:
    """Read one pair or more, from a mapping or a sequence.

    Raises:
        InvalidValueError: There is none, or one is no pair.

    >>> read_pairs({"staff": 1}, "parts", "(name, curve)")
    [('staff', 1)]
    """
    rows: list[Any] = list(given.items()) if is_mapping(given) else list(given) if is_sequence(given) else []
    if not rows:
        raise InvalidValueError(f"{show(given)} holds no pairs; give [{example}, …]", attribute=attribute)
    found: list[tuple[Any, Any]] = []
    for row in rows:
        if not is_sequence(row) or len(row) != 2:  # noqa: PLR2004 - a pair
            raise InvalidValueError(f"{show(row)} is no pair; give {example}", attribute=attribute)
        found.append((row[0], row[1]))
    return found


def plain(found: Any) -> Any:
    """Give a number of Python for an array without dimensions, and other arrays as they are.

    >>> plain(np.array(2.5)), plain(np.array([True])).tolist()
    (2.5, [True])
    """
    return found.item() if np.ndim(found) == 0 else found
