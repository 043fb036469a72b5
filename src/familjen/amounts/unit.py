"""The unit that amounts are split in (avrundningsenhet)."""

from fractions import Fraction
from typing import Any

import attrs

from familjen.amounts.exact import multiple, ratio, shown
from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["Unit", "read_unit"]


@attrs.frozen
class Unit:
    """The smallest amount that a split hands out, such as one öre or one seat (enhet).

    >>> from decimal import Decimal
    >>> ore = read_unit(Decimal("0.01"))
    >>> ore.count(21, "total", "the total"), ore.amount(2100)
    (2100, Decimal('21.00'))
    """

    value: Any
    """The unit as given: an int or a `Decimal`."""
    numerator: int
    """Its numerator in lowest terms."""
    denominator: int
    """Its denominator in lowest terms."""

    def amount(self, count: int) -> Any:
        """Give an amount of so many units, of the unit's type and exponent."""
        return multiple(count, self.value)

    def written(self, count: int) -> str:
        """Write an amount of so many units."""
        return shown(self.amount(count))

    def count(self, amount: Any, attribute: str, what: str) -> int:
        """Give the number of units in an amount.

        Raises:
            InvalidValueError: When the amount is no exact number, or no whole number of units.
        """
        numerator, denominator = ratio(amount, attribute, what)
        count, rest = divmod(numerator * self.denominator, denominator * self.numerator)
        if rest:
            reason = (
                f"{what} is {shown(amount)}, which is no whole number of units of {shown(self.value)}; "
                f"round it to {self.written(count)} or {self.written(count + 1)} first, or give a finer unit"
            )
            raise InvalidValueError(reason, attribute=attribute)
        return count


def read_unit(value: Any) -> Unit:
    """Read a unit: an int or a `Decimal` above zero.

    Raises:
        InvalidValueError: When it is anything else.
    """
    if isinstance(value, Fraction):
        reason = f"the unit is {show(value)}; give an int or a Decimal: the parts are of the unit's type"
        raise InvalidValueError(reason, attribute="unit")
    numerator, denominator = ratio(value, "unit", "the unit")
    if numerator <= 0:
        reason = f"the unit is {shown(value)}; give one above zero, such as 1 or Decimal('0.01')"
        raise InvalidValueError(reason, attribute="unit")
    return Unit(value, numerator, denominator)
