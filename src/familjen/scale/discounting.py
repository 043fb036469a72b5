"""What money of later years is worth today (diskontering)."""

from decimal import Decimal
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.scale.assumption import Assumption, as_decimal, assumed, from_to
from familjen.scale.naming import Numbers, base_numbers
from familjen.validators import is_whole, show

__all__ = ["Discounting"]

Floats = NDArray[np.float64]
_NOTHING = Assumption(0)
_LONGEST = 1000


def _changes(given: Any) -> tuple[tuple[int, Decimal], ...]:
    try:
        rows: list[tuple[Any, Any]] = [(year, change) for year, change in getattr(given, "items", lambda: given)()]
    except (TypeError, ValueError):
        raise InvalidValueError(f"{show(given)} is no index; give {{2028: 0.02, …}}", attribute="index") from None
    return tuple([(year, as_decimal(change, f"the index change of {year}", "index")) for year, change in rows])


@attrs.frozen
class Discounting:
    """How later years' money is counted today (diskontering).

    Without an index, amounts are in the first year's prices and the rate is real. With an index chain, each year's
    amount first rises by the changes since the first year, and the rate is nominal. Savings come at the end of each
    year, what is paid once comes before the first.

    Raises:
        InvalidValueError: The rate is −100 % or less, or years of the index do not follow on each other.

    >>> Discounting(0.03).factors(2).round(4).tolist()
    [0.9709, 0.9426]
    >>> Discounting(0.05, first_year=2027, index={2028: 0.02}).factors(2).round(4).tolist()
    [0.9524, 0.9252]
    """

    rate: Assumption = attrs.field(default=_NOTHING, converter=assumed, validator=from_to(above=-1))
    """The rate a year, as a share: 0.03 for 3 per cent (kalkylränta)."""
    first_year: int = attrs.field(default=1, kw_only=True, validator=is_whole(1, 9999))
    """The first year of saving; 1 where no calendar is meant."""
    index: tuple[tuple[int, Decimal], ...] = attrs.field(default=(), kw_only=True, converter=_changes)
    """How much prices rise in each year after the first, as a share: the index chain (indexkedja)."""

    def __attrs_post_init__(self) -> None:
        for place, (year, change) in enumerate(self.index):
            if type(year) is not int or year != self.first_year + 1 + place:
                reason = f"the index has {show(year)} where {self.first_year + 1 + place} comes next; give every year"
                raise InvalidValueError(reason, owner="Discounting", attribute="index")
            if change <= -1:
                reason = f"the index change of {year} is {change}; prices cannot fall by all of themselves"
                raise InvalidValueError(reason, owner="Discounting", attribute="index")

    def factors(self, years: int, numbers: Numbers | None = None) -> Floats:
        """Give what one krona saved in each of so many years is worth before the first: shape (years,) or (k, years).

        Raises:
            InvalidValueError: There are no years, the index does not reach so far, or a krona of a later year is worth
                more than 10^308.
        """
        if type(years) is not int or not 1 <= years <= _LONGEST:
            reason = f"{show(years)} is no number of years; give a whole number from 1 to {_LONGEST}"
            raise InvalidValueError(reason, attribute="years")
        if self.index and len(self.index) < years - 1:
            reason = f"the index ends in {self.index[-1][0]}, and {years} years from {self.first_year} reach further"
            raise InvalidValueError(reason, owner="Discounting", attribute="index")
        rate = (base_numbers(self) if numbers is None else numbers)["rate"]
        prices = np.cumprod([1.0, *(1 + float(change) for _, change in self.index)])[:years] if self.index else 1.0
        with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
            found = np.asarray(prices * (1 + rate[..., None]) ** -np.arange(1.0, years + 1), dtype=np.float64)
        if not np.isfinite(found).all():
            reason = f"the rate is {float(rate.min())!r}, which makes a krona of a later year worth more than 10^308"
            raise InvalidValueError(reason, owner="Discounting", attribute="rate")
        return found

    def text(self, lang: str = "en") -> str:
        """Say in a sentence how later years are counted."""
        percent = f"{float(self.rate.base) * 100:,.10g}"
        if not self.rate.base and not self.index:
            return worded(
                lang,
                "Amounts are in the prices of the first year, and later years count as much as the first.",
                "Belopp är i första årets priser, och senare år räknas lika mycket som det första.",
            )
        if self.index:
            return worded(
                lang,
                f"Amounts of later years follow the index, and are discounted at {percent} % a year, nominal.",
                f"Senare års belopp följer index och diskonteras med {percent.replace('.', ',')} % per år, nominellt.",
            )
        return worded(
            lang,
            f"Amounts are in the prices of the first year, discounted at {percent} % a year, real.",
            f"Belopp är i första årets priser och diskonteras med {percent.replace('.', ',')} % per år, realt.",
        )
