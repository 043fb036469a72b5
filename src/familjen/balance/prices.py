"""What a year's kronor count for (penningvärde)."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError
from familjen.scale.assumption import as_decimal
from familjen.validators import show

__all__ = ["Prices"]


@attrs.frozen
class Prices:
    """How kronor of different years are made comparable (penningvärde).

    A year's amount is brought back to the prices of the first year by the index chain, where there is one, and
    discounted to the first year by the rate, where it is not zero. With neither, kronor are counted as they were paid.

    Raises:
        InvalidValueError: The rate or a change is −100 % or less, or no number.

    >>> Prices.of(rate=0, index={2024: Decimal("0.05")}).factor(2024, 2023)
    Fraction(20, 21)
    """

    rate: Decimal = Decimal(0)
    """The rate a year, as a share."""
    index: tuple[tuple[int, Decimal], ...] = ()
    """How much prices rose in each year, as a share, by year."""

    @classmethod
    def of(cls, *, rate: Any = 0, index: Mapping[int, Any] | None = None) -> "Prices":
        """Read a rate and an index chain; a float is the decimal number that it is written as."""
        number = as_decimal(rate, "the rate", "rate")
        if number <= -1:
            raise InvalidValueError(f"the rate is {number}; give one above -1, such as 0.03", attribute="rate")
        if index is not None and not is_mapping(index):
            reason = f"{show(index)} is no mapping of years to changes; write {{2024: 0.03}}"
            raise InvalidValueError(reason, attribute="index")
        chain: list[tuple[int, Decimal]] = []
        for year, change in sorted((index or {}).items(), key=lambda each: str(each[0])):
            if type(year) is not int:
                raise InvalidValueError(f"{show(year)} is no year of the index", attribute="index")
            read = as_decimal(change, f"the index change of {year}", "index")
            if read <= -1:
                raise InvalidValueError(f"the index change of {year} is {read}; give one above -1", attribute="index")
            chain.append((year, read))
        return cls(number, tuple(chain))

    def factor(self, year: int, first: int) -> Fraction:
        """Give what a krona of a year counts for in the first year, exactly.

        Raises:
            InvalidValueError: There is an index, and it does not have every year in between.
        """
        found = Fraction(1)
        if self.index:
            changes = dict(self.index)
            for passed in range(first + 1, year + 1):
                if passed not in changes:
                    reason = f"the index has no change for {passed}; give every year from {first + 1} to {year}"
                    raise InvalidValueError(reason, attribute="index")
                found /= 1 + Fraction(changes[passed])
        return found / (1 + Fraction(self.rate)) ** (year - first)
