"""The days by which notice on an agreement must be given (sista dag för uppsägning)."""

import datetime as dt
from collections.abc import Iterator

from familjen.dates import Notice, Period
from familjen.errors import InvalidValueError
from familjen.io.calendar.asked import Asked
from familjen.io.calendar.terms import terms_of
from familjen.model import Agreement, Cooperation, RenewalKind

__all__ = ["goes_on", "has_deadline", "is_over", "next_deadline"]


def goes_on(agreement: Agreement) -> bool:
    """Tell whether an agreement goes on by itself when its term is over, unless somebody gives notice."""
    return agreement.renewal is not None and agreement.renewal.kind is RenewalKind.AUTOMATIC


def is_over(agreement: Agreement, today: dt.date) -> bool:
    """Tell whether the term of an agreement that does not go on by itself is over before a day."""
    last_day = None if agreement.period is None else agreement.period.last_day
    return last_day is not None and last_day < today and not goes_on(agreement)


def has_deadline(agreement: Agreement) -> bool:
    """Tell whether each term of an agreement has a last day for notice, since it otherwise goes on by itself."""
    period = agreement.period
    ends = period is not None and period.last_day is not None and period.last_day < dt.date.max
    return ends and agreement.notice is not None and goes_on(agreement)


def next_deadline(coop: Cooperation, agreement: Agreement, today: dt.date) -> dt.date | None:
    """Give the next last day for notice, today included, in the term that runs or in one that follows.

    ``None`` where there is none, or where it is not known: an agreement that has been renewed for nobody knows how
    long. Days are reckoned as the calendar of the cooperation reckons them.
    """
    period, notice = agreement.period, agreement.notice
    if period is None or notice is None:
        return None
    first = max(today, period.first_day)
    exits = _yearly(agreement, period, first) if notice.by is not None else _after_terms(coop, agreement, period, first)
    days = (_latest(notice, exit_day) for exit_day in exits)
    return next((day for day in days if day is not None and day >= first), None)


def _latest(notice: Notice, exit_day: dt.date) -> dt.date | None:
    try:
        return notice.latest_notice(exit_day)
    except InvalidValueError:  # no notice in the calendar is early enough
        return None


def _after_terms(coop: Cooperation, agreement: Agreement, period: Period, first: dt.date) -> Iterator[dt.date]:
    """Give the first day after each term that is renewed by itself, from a day on."""
    for term in terms_of(Asked(coop, Period(dt.date.min, dt.date.max)), agreement, period):
        if term.renewed_by_itself and first <= term.last_day < dt.date.max:
            yield term.last_day + dt.timedelta(days=1)


def _yearly(agreement: Agreement, period: Period, first: dt.date) -> Iterator[dt.date]:
    """Give the first day of each year at which a party can be out while the agreement lasts."""
    last = dt.MAXYEAR if period.last_day is None or goes_on(agreement) else period.last_day.year
    for year in range(max(first.year, period.first_day.year + 1), last + 1):
        yield dt.date(year, 1, 1)
