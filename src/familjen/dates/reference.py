"""The day by which something is counted."""

import datetime as dt
from typing import Any

import attrs

from familjen.errors import InvalidValueError
from familjen.validators import is_whole, optional, refuse, show

__all__ = ["ReferenceDate"]

_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "sv": [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
}
_BEFORE = {"en": ("the same year", "the year before"), "sv": ("samma år", "året före")}
_NUMBERS = {
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    "sv": ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"],
}


def _is_day_of_month(instance: "ReferenceDate", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    try:
        dt.date(2016, instance.month, value)  # a leap year: 29 February may be meant
    except ValueError:
        refuse(instance, attribute, f"month {instance.month} has no day {value}")


def _is_one_of_the_two(instance: "ReferenceDate", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if (value is None) == (instance.years_before is None):
        refuse(instance, attribute, "give either years_before (a day of each year) or year (a fixed day)")
    if value is not None:
        instance.resolve(value)


@attrs.frozen
class ReferenceDate:
    """The day by which something is counted, relative to a year or fixed (avstämningsdag).

    The state's final settlement of municipal tax counts inhabitants on 1 November of the year before the tax year
    (lag 1965:269, 4 §); agreements often take 31 December, one or two years before.

    >>> ReferenceDate(11, 1, years_before=1).resolve(2016)
    datetime.date(2015, 11, 1)
    >>> print(ReferenceDate(12, 31, years_before=2))
    31 December two years before
    >>> print(ReferenceDate.fixed(dt.date(2015, 12, 31)))
    31 December 2015
    """

    month: int = attrs.field(validator=is_whole(1, 12))
    """Month, 1 to 12."""
    day: int = attrs.field(validator=[is_whole(1, 31), _is_day_of_month])
    """Day of the month."""
    years_before: int | None = attrs.field(default=None, kw_only=True, validator=optional(is_whole(0, 100)))
    """How many years before the year in question; ``None`` for a fixed day."""
    year: int | None = attrs.field(
        default=None, kw_only=True, validator=[optional(is_whole(1, 9999)), _is_one_of_the_two]
    )
    """The year of a fixed day; ``None`` for a day of each year."""

    @classmethod
    def fixed(cls, day: dt.date) -> "ReferenceDate":
        """Give a fixed day, whichever year is in question."""
        if type(day) is not dt.date:
            raise InvalidValueError(f"{show(day)} is not a date", owner="ReferenceDate", attribute="day")
        return cls(day.month, day.day, year=day.year)

    def resolve(self, year: int) -> dt.date:
        """Give the day for the year in question.

        Raises:
            InvalidValueError: The year has no such day (29 February), or is out of range; nothing is moved or clipped.

        >>> ReferenceDate(2, 29, years_before=1).resolve(2016)
        Traceback (most recent call last):
        familjen.errors.InvalidValueError: ReferenceDate.day: 2015 has no 29 February; agree on 28 February or 1 March
        """
        if type(year) is not int:
            raise InvalidValueError(f"{show(year)} is not a year", owner="ReferenceDate", attribute="year")
        wanted = self.year if self.year is not None else year - (self.years_before or 0)
        try:
            return dt.date(wanted, self.month, self.day)
        except ValueError:
            leap = self.month == 2 and self.day == 29  # noqa: PLR2004 - the leap day
            reason = "29 February; agree on 28 February or 1 March" if leap else f"{self.day}/{self.month}"
            raise InvalidValueError(f"{wanted} has no {reason}", owner="ReferenceDate", attribute="day") from None

    def text(self, lang: str = "en") -> str:
        """Say it in English (``"en"``) or Swedish (``"sv"``).

        >>> ReferenceDate(12, 31, years_before=2).text("sv")
        '31 december två år före'
        """
        if lang not in _MONTHS:
            raise InvalidValueError(f"{show(lang)} is no language here; use 'en' or 'sv'", attribute="lang")
        day = f"{self.day} {_MONTHS[lang][self.month - 1]}"
        if self.year is not None:
            return f"{day} {self.year}"
        before = self.years_before or 0
        if before < len(_BEFORE[lang]):
            return f"{day} {_BEFORE[lang][before]}"
        number = _NUMBERS[lang][before] if before < len(_NUMBERS[lang]) else str(before)
        return f"{day} {number} {'years before' if lang == 'en' else 'år före'}"

    def __str__(self) -> str:
        return self.text()
