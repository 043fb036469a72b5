"""A span of days."""

import calendar
import datetime as dt
from typing import Any

import attrs

from familjen.errors import InvalidValueError
from familjen.validators import is_date, optional, refuse, show

__all__ = ["Period"]


def _is_not_before_first(instance: "Period", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if value is not None and value < instance.first_day:
        refuse(instance, attribute, f"{value} is before the first day, {instance.first_day}")


@attrs.frozen
class Period:
    """A span of days, both ends included (period).

    >>> plan = Period(dt.date(2016, 1, 1), dt.date(2019, 12, 31))
    >>> dt.date(2019, 12, 31) in plan, plan.whole_years, plan.years
    (True, 4, (2016, 2017, 2018, 2019))
    >>> print(Period(dt.date(2016, 1, 1)))
    from 2016-01-01
    """

    first_day: dt.date = attrs.field(validator=is_date)
    """The first day that belongs to it."""
    last_day: dt.date | None = attrs.field(default=None, validator=[optional(is_date), _is_not_before_first])
    """The last day that belongs to it; ``None`` until further notice (tills vidare)."""

    @classmethod
    def year(cls, year: int) -> "Period":
        """Give a calendar year.

        >>> print(Period.year(2016))
        2016-01-01 – 2016-12-31
        """
        return cls.from_year_to_year(year, year)

    @classmethod
    def from_year_to_year(cls, first: int, last: int) -> "Period":
        """Give the calendar years from the first to the last, both included."""
        return cls(_day(first, 1, 1), _day(last, 12, 31))

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """Give a calendar month.

        >>> Period.month(2016, 2).days
        29
        """
        first = _day(year, month, 1)
        return cls(first, first.replace(day=calendar.monthrange(year, month)[1]))

    @property
    def is_open(self) -> bool:
        """Whether it has no last day."""
        return self.last_day is None

    @property
    def days(self) -> int | None:
        """Number of days; ``None`` when it is open."""
        return None if self.last_day is None else (self.last_day - self.first_day).days + 1

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years that it touches. An open period is refused: they have no end."""
        return tuple(range(self.first_day.year, self._closed("years").year + 1))

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """The calendar months that it touches, as year and month. An open period is refused: they have no end."""
        last = self._closed("months")
        span = range(self.first_day.year * 12 + self.first_day.month - 1, last.year * 12 + last.month)
        return tuple((number // 12, number % 12 + 1) for number in span)

    @property
    def whole_months(self) -> int:
        """How many months have been completed when it ends. An open period is refused.

        A month is complete when the same date comes round in the next, or where that month is shorter, its last day.

        >>> Period(dt.date(2016, 1, 31), dt.date(2016, 2, 28)).whole_months  # 29 February is one month on
        1
        >>> Period(dt.date(2016, 1, 31), dt.date(2016, 2, 27)).whole_months
        0
        """
        from dateutil.relativedelta import relativedelta

        last = self._closed("whole_months")
        if last == dt.date.max:  # the day after is beyond the calendar: 31 December ends a month whatever the first day
            return (last.year - self.first_day.year) * 12 + 12 - self.first_day.month + (self.first_day.day == 1)
        passed = relativedelta(last + dt.timedelta(days=1), self.first_day)
        return passed.years * 12 + passed.months

    @property
    def whole_years(self) -> int:
        """How many years have been completed when it ends. An open period is refused."""
        return self.whole_months // 12

    def _closed(self, what: str) -> dt.date:
        if self.last_day is None:
            reason = "the period has no last day; take its intersection with a closed one first"
            raise InvalidValueError(reason, owner="Period", attribute=what)
        return self.last_day

    def __contains__(self, other: object) -> bool:
        if isinstance(other, Period):
            inside = self.last_day is None or (other.last_day is not None and other.last_day <= self.last_day)
            return self.first_day <= other.first_day and inside
        if type(other) is not dt.date:
            raise InvalidValueError(f"{show(other)} is neither a date nor a period")
        return self.first_day <= other and (self.last_day is None or other <= self.last_day)

    def overlaps(self, other: "Period") -> bool:
        """Tell whether they have a day in common."""
        return self.intersection(other) is not None

    def intersection(self, other: "Period") -> "Period | None":
        """Give the days that they have in common; ``None`` when there is none.

        >>> print(Period(dt.date(2016, 5, 1)).intersection(Period.year(2016)))
        2016-05-01 – 2016-12-31
        """
        first = max(self.first_day, other.first_day)
        ends = [end for end in (self.last_day, other.last_day) if end is not None]
        last = min(ends, default=None)
        return None if last is not None and last < first else Period(first, last)

    def adjoins(self, other: "Period") -> bool:
        """Tell whether one begins on the day after the other ends."""
        pairs = ((self, other), (other, self))
        return any(one.last_day is not None and (two.first_day - one.last_day).days == 1 for one, two in pairs)

    def __str__(self) -> str:
        return f"from {self.first_day}" if self.last_day is None else f"{self.first_day} – {self.last_day}"


def _day(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except (TypeError, ValueError) as error:
        raise InvalidValueError(f"there is no such day: {error}", owner="Period") from None
