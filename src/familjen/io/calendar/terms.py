"""The terms of an agreement: the one that is written, and those that follow when it is renewed by itself."""

import calendar
import datetime as dt
from collections.abc import Iterator

import attrs

from familjen.dates import Period
from familjen.io.calendar.asked import Asked
from familjen.model import Agreement, RenewalKind

__all__ = ["Term", "is_renewed_by_itself", "later_term", "terms_of"]


@attrs.frozen
class Term:
    """A term of an agreement (avtalsperiod)."""

    number: int
    """Which it is: 0 for the one that is written, 1 for the first renewal."""
    last_day: dt.date
    """Its last day."""
    renewed_by_itself: bool
    """Whether it goes on by itself after that day."""


def is_renewed_by_itself(agreement: Agreement) -> bool:
    """Tell whether an agreement goes on after its last day unless notice is given."""
    return agreement.renewal is not None and agreement.renewal.kind is RenewalKind.AUTOMATIC


def later_term(asked: Asked, period: Period, year: int) -> str | None:
    """Say of a year after the written term that it comes only if nobody gives notice; ``None`` of another year."""
    if period.last_day is None or year <= period.last_day.year:
        return None
    return asked.says(
        "The term follows by itself unless notice has been given.",
        "Avtalsperioden följer av sig själv om ingen har sagt upp avtalet.",
    )


def terms_of(asked: Asked, agreement: Agreement, period: Period) -> Iterator[Term]:
    """Give the terms of an agreement that has a last day; renewals as far as the window reaches.

    A renewal lasts the months that are agreed, counted from the first day after the written term, so that a month's
    last day stays the last.

    Raises:
        InvalidValueError: It is renewed again and again, and the window has no end.
    """
    if period.last_day is None:
        return
    renewal = agreement.renewal
    by_itself = is_renewed_by_itself(agreement)
    yield Term(0, period.last_day, by_itself)
    if renewal is None or not by_itself or renewal.months is None or period.last_day == dt.date.max:
        return
    until = asked.window.last_day
    if until is None:
        asked.need_end(f"{agreement.name!r} is renewed", f"{agreement.name!r} förlängs")
    number, ends = 0, period.last_day
    while ends < until:
        number += 1
        later = _months_after(period.last_day + dt.timedelta(days=1), number * renewal.months)
        if later is None:
            return
        ends = later - dt.timedelta(days=1)
        yield Term(number, ends, renewed_by_itself=True)


def _months_after(day: dt.date, months: int) -> dt.date | None:
    """Give the same day some months later, or that month's last; ``None`` beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
