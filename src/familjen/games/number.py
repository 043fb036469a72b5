"""The numbers of games, read exactly (tal)."""

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from familjen.amounts.exact import ratio
from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["LARGEST", "Number", "as_exact", "whole_numbers"]

LARGEST = 1e300
"""No number of a game is larger, so that sums of them are still floats."""

SMALLEST = Fraction(1, 10**300)
"""No number of a game but zero is nearer to zero, so that it is not zero as a float."""

_SHORT = 2**50
"""Whole numbers below it are added up as int64: room for the sums of some thousands."""

Number: TypeAlias = int | float | Decimal | Fraction
"""What a game takes for a number."""


def as_exact(number: Any, what: str, attribute: str = "values") -> Fraction:
    """Read a finite number exactly; a float is the decimal number it is written as.

    Raises:
        InvalidValueError: It is no number, not finite, or above 10^300; the sentence begins with ``what`` it is.

    >>> as_exact(34.69, "A")
    Fraction(3469, 100)
    """
    if isinstance(number, float):
        if not math.isfinite(number):
            raise InvalidValueError(f"{what} is {number}, which is not a finite number", attribute=attribute)
        exact = Fraction(str(number))
    else:
        exact = Fraction(*ratio(number, attribute, what))
    if exact and abs(exact) < SMALLEST:
        reason = f"{what} is {show(number)}; numbers other than zero go down to 10^-300"
        raise InvalidValueError(reason, attribute=attribute)
    if abs(exact) > LARGEST:
        raise InvalidValueError(f"{what} is {show(number)}; numbers go up to 10^300", attribute=attribute)
    return exact


def whole_numbers(numbers: Sequence[Fraction]) -> tuple[NDArray[Any], int]:
    """Bring numbers to one denominator: the numerators as int64 where sums of them fit, else as Python's own.

    >>> whole_numbers([Fraction(1, 2), Fraction(1, 3)])
    (array([3, 2]), 6)
    """
    over = math.lcm(*{number.denominator for number in numbers})
    counts = [number.numerator * (over // number.denominator) for number in numbers]
    return np.array(counts, dtype=np.int64 if max(map(abs, counts), default=0) < _SHORT else object), over
