"""The years of an agreement whose days may lie in a calendar."""

import datetime as dt
from collections.abc import Iterable

from familjen.dates import Period
from familjen.io.calendar.asked import Asked
from familjen.io.calendar.terms import is_renewed_by_itself
from familjen.model import Agreement

__all__ = ["only_years", "years_of"]


def years_of(asked: Asked, agreement: Agreement, period: Period, *, later: int = 0, earlier: int = 0) -> Iterable[int]:
    """Give the years in which an agreement is in force and whose days may lie in the window.

    One that is renewed by itself goes on after its last day, as far as the window reaches. ``later`` and ``earlier``
    say by how many years a year's day may lie after it, and before.

    Raises:
        InvalidValueError: Neither the agreement nor the window has an end.
    """
    ends = None if is_renewed_by_itself(agreement) else period.last_day
    if ends is None and asked.window.last_day is None:
        asked.need_end(f"{agreement.name!r} has a day each year", f"{agreement.name!r} har en dag varje år")
    first = max(period.first_day.year, asked.window.first_day.year - later)
    last = dt.MAXYEAR if ends is None else ends.year
    if asked.window.last_day is not None:
        last = min(last, asked.window.last_day.year + earlier)
    return range(first, min(last, dt.MAXYEAR - later) + 1)


def only_years(period: Period) -> str | None:
    """Say which years a period is, where it is whole calendar years and thus tells no day; else ``None``.

    >>> only_years(Period.year(2016)), only_years(Period(dt.date(2016, 5, 1)))
    ('2016', None)
    """
    first, last = period.first_day, period.last_day
    if last is None or (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return None
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
