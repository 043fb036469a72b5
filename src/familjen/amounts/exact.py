"""Reading exact numbers: whole numbers, Decimals and Fractions, and nothing that only looks like one."""

import math
import operator
from collections.abc import Iterable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction
from numbers import Integral, Real
from typing import Any, SupportsIndex, TypeAlias, cast

from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["Exact", "about", "difference", "is_integer", "multiple", "product", "ratio", "shown", "total_of"]

Exact: TypeAlias = int | Decimal | Fraction
"""A number that is exactly what it says."""

_DIGITS = 4300
"""The most digits before or after the point that a Decimal's exponent may ask for; Python prints no longer integers."""

_UNROUNDED = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


def ratio(value: object, attribute: str, what: str) -> tuple[int, int]:
    """Read an exact number as a numerator and a positive denominator in lowest terms.

    >>> from decimal import Decimal
    >>> ratio(Decimal("0.75"), "weights", "the weight of 'Bjuv'")
    (3, 4)

    Raises:
        InvalidValueError: When the value is no whole number, Decimal or Fraction, or is not finite. The sentence
            starts with ``what`` the number is and stands at the argument ``attribute``.
    """
    if type(value) is int:
        return value, 1
    if isinstance(value, Decimal):
        _need_finite(value, attribute, what)
        return value.as_integer_ratio()
    if isinstance(value, Fraction):
        return value.as_integer_ratio()
    if is_integer(type(value)):
        return operator.index(cast("SupportsIndex", value)), 1
    raise InvalidValueError(f"{what} is {_why_inexact(value)}", attribute=attribute)


def is_integer(kind: type[object]) -> bool:
    """Tell whether values of this type are whole numbers: a bool is none, nor what only calls itself integral.

    >>> is_integer(int), is_integer(bool)
    (True, False)
    """
    return kind is not bool and issubclass(kind, Integral) and hasattr(kind, "__index__")


def multiple(count: int, unit: Any) -> Any:
    """Multiply a whole number by a unit without rounding; a Decimal keeps the unit's exponent.

    >>> from decimal import Decimal
    >>> multiple(2100, Decimal("0.01"))
    Decimal('21.00')
    """
    return _UNROUNDED.multiply(Decimal(count), unit) if isinstance(unit, Decimal) else count * unit


def total_of(amounts: Iterable[Decimal]) -> Decimal:
    """Add amounts up without rounding, whatever the precision of the caller's decimal context.

    >>> total_of([Decimal("0.1"), Decimal("0.2")])
    Decimal('0.3')
    """
    total = Decimal(0)
    for amount in amounts:
        total = _UNROUNDED.add(total, amount)
    return total


def difference(one: Decimal, other: Decimal) -> Decimal:
    """Take one amount from another without rounding.

    >>> difference(Decimal(90_361), Decimal(90_362))
    Decimal('-1')
    """
    return _UNROUNDED.subtract(one, other)


def product(one: Decimal, other: Decimal) -> Decimal:
    """Multiply two amounts without rounding.

    >>> product(Decimal("42861"), Decimal("1.01"))
    Decimal('43289.61')
    """
    return _UNROUNDED.multiply(one, other)


def about(value: Fraction, places: int) -> str:
    """Write a fraction with so many decimals, marked as approximate when that is not all of it.

    >>> from fractions import Fraction
    >>> about(Fraction(2, 3), 2), about(Fraction(5, 2), 2)
    ('≈ 0.67', '2.50')
    """
    scaled = value * 10**places
    text = shown(_UNROUNDED.scaleb(Decimal(round(scaled)), -places))
    return text if scaled.denominator == 1 else f"≈ {text}"


def shown(value: Exact) -> str:
    """Write a number with thousands separated, or only its size when it is too long to read.

    >>> shown(42_861), shown(10**5000)
    ('42,861', 'a number of about 5001 digits')
    """
    if isinstance(value, Fraction):
        numerator, denominator = value.as_integer_ratio()
        return shown(numerator) if denominator == 1 else f"{shown(numerator)}/{shown(denominator)}"
    digits = value.adjusted() + 1 if isinstance(value, Decimal) else int(value.bit_length() * math.log10(2)) + 1
    return f"{value:,}" if digits <= 60 else f"a number of about {digits} digits"  # noqa: PLR2004 - fits a line


def _need_finite(value: Decimal, attribute: str, what: str) -> None:
    if not value.is_finite():
        raise InvalidValueError(f"{what} is {value}, which is not a finite number", attribute=attribute)
    if abs(value.adjusted()) > _DIGITS:
        reason = f"{what} is {show(value)}; a Decimal may reach {_DIGITS} digits before or after the point, not further"
        raise InvalidValueError(reason, attribute=attribute)


def _why_inexact(value: Any) -> str:
    """Say what is wrong with a value that is no exact number, and what to write."""
    kinds = "a whole number, a Decimal or a Fraction"
    if isinstance(value, Real) and not isinstance(value, Integral):
        number = float(value)
        if not math.isfinite(number):
            return f"{number}, which is not a finite number; give {kinds}"
        return f"the float {number!r}, which may differ from the number meant: write Decimal('{number!r}')"
    return f"{show(value)}, which is not a number to calculate with; give {kinds}"
