"""How a party leaves an agreement."""

import datetime as dt
import enum
from typing import Any

import attrs

from familjen.dates.reference import ReferenceDate
from familjen.errors import InvalidValueError
from familjen.validators import is_bool, is_whole, one_of, optional, refuse, show

__all__ = ["CountedFrom", "Notice"]


class CountedFrom(enum.StrEnum):
    """The day from which a notice period runs (uppsägningstidens början)."""

    NOTICE_DAY = "notice-day"
    """The day on which notice is given."""
    START_OF_MONTH = "start-of-month"
    """The first day of the month in which notice is given."""
    START_OF_NEXT_MONTH = "start-of-next-month"
    """The first day of the month after."""


def _is_one_kind(instance: "Notice", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    period = instance.years + instance.months
    if (value is None) == (period == 0):
        refuse(instance, attribute, "give either a notice period (years, months) or a deadline (by), one of them")
    if value is not None and value.years_before is None:
        refuse(instance, attribute, f"{value} is a fixed day; a deadline comes round each year: give years_before")
    if value is not None and instance.counted_from is not CountedFrom.NOTICE_DAY:
        refuse(instance, attribute, "a deadline is not counted from anywhere; leave counted_from out")


@attrs.frozen
class Notice:
    """How a party leaves an agreement: a notice period, or a deadline for the exit year (uppsägning).

    With a period, the party is out when that time has passed. With a deadline, it is out on 1 January of the first year
    whose deadline has not been missed. A federation's notice period is three years unless its charter sets a shorter
    one (kommunallagen 2017:725, 9 kap. 18 §).

    >>> from_month = Notice(years=3, counted_from=CountedFrom.START_OF_MONTH)
    >>> from_month.exit_day(dt.date(2016, 5, 17))
    datetime.date(2019, 5, 1)
    >>> Notice(by=ReferenceDate(1, 1, years_before=1)).exit_day(dt.date(2016, 1, 2))
    datetime.date(2018, 1, 1)
    """

    years: int = attrs.field(default=0, kw_only=True, validator=is_whole(0, 100))
    """Whole years of notice."""
    months: int = attrs.field(default=0, kw_only=True, validator=is_whole(0, 1200))
    """Further months of notice."""
    counted_from: CountedFrom = attrs.field(default=CountedFrom.NOTICE_DAY, kw_only=True, validator=one_of(CountedFrom))
    """The day from which the time runs."""
    by: ReferenceDate | None = attrs.field(
        default=None, kw_only=True, validator=[optional(one_of(ReferenceDate)), _is_one_kind]
    )
    """The last day for notice, relative to the year of exit."""
    in_writing: bool = attrs.field(default=True, kw_only=True, validator=is_bool)
    """Whether notice must be given in writing."""

    def exit_day(self, notice_day: dt.date) -> dt.date:
        """Give the first day on which the party is no longer bound, when it gives notice on that day.

        Where the month of exit has no such day, it is the month's last: from 31 August and six months on, 28 February.

        Raises:
            InvalidValueError: The day is not a date, or the exit lies beyond the year 9999.
        """
        _check(notice_day)
        if self.by is not None:
            return self._year_in_time(self.by, notice_day)
        from dateutil.relativedelta import relativedelta

        start = notice_day if self.counted_from is CountedFrom.NOTICE_DAY else notice_day.replace(day=1)
        months = self.months + (self.counted_from is CountedFrom.START_OF_NEXT_MONTH)
        try:
            return start + relativedelta(years=self.years, months=months)
        except (ValueError, OverflowError):
            raise InvalidValueError("the exit lies beyond the year 9999", owner="Notice") from None

    def _year_in_time(self, by: ReferenceDate, notice_day: dt.date) -> dt.date:
        before = by.years_before or 0
        for year in range(notice_day.year + before, notice_day.year + before + 2):
            if year <= dt.MAXYEAR and by.resolve(year) >= notice_day:
                return dt.date(year, 1, 1)
        raise InvalidValueError("the exit lies beyond the year 9999", owner="Notice")

    def last_day(self, notice_day: dt.date) -> dt.date:
        """Give the last day on which the party is bound, when it gives notice on that day."""
        return self.exit_day(notice_day) - dt.timedelta(days=1)

    def latest_notice(self, exit_day: dt.date) -> dt.date:
        """Give the last day on which notice still lets the party out by that day.

        Raises:
            InvalidValueError: The day is not a date, or no notice in the calendar would be early enough.

        >>> Notice(by=ReferenceDate(1, 1, years_before=1)).latest_notice(dt.date(2018, 1, 1))
        datetime.date(2017, 1, 1)
        """
        _check(exit_day)
        if self.by is not None:
            return self.by.resolve(exit_day.year)
        low, high = 0, exit_day.toordinal()
        while low < high:  # the exit day never falls when notice is given later
            middle = (low + high + 1) // 2
            if self._out_by(middle, exit_day):
                low = middle
            else:
                high = middle - 1
        if low == 0:
            raise InvalidValueError(f"no notice is early enough for {exit_day}", owner="Notice")
        return dt.date.fromordinal(low)

    def _out_by(self, ordinal: int, exit_day: dt.date) -> bool:
        try:
            return self.exit_day(dt.date.fromordinal(ordinal)) <= exit_day
        except InvalidValueError:  # beyond the calendar
            return False


def _check(day: object) -> None:
    if type(day) is not dt.date:
        raise InvalidValueError(f"{show(day)} is not a date", owner="Notice")
