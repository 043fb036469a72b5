"""How one period lies to another, when an open end may mean that nobody has said."""

import datetime as dt
from collections.abc import Iterable, Iterator

from familjen.dates import Period

__all__ = ["clashes", "covers", "fits", "touches_year"]


def fits(part: Period | None, whole: Period | None) -> bool:
    """Whether a part can lie inside the whole.

    What is not known does not clash. A part until further notice ends with the whole at the latest, so that only its
    first day is asked for.
    """
    if part is None or whole is None:
        return True
    return part.first_day in whole and (part.last_day is None or part.last_day in whole)


def covers(periods: Iterable[Period | None], first_day: dt.date, last_day: dt.date | None) -> bool:
    """Whether the periods together hold each day from the first to the last; ``None`` among them is always.

    Sorts the periods: ``n log n`` for n of them.
    """
    known = list(periods)
    if None in known:
        return True
    last_day = last_day or dt.date.max
    day = first_day
    for period in sorted((period for period in known if period is not None), key=_first_day):
        if period.first_day > day:
            return False
        reach = period.last_day or dt.date.max
        if reach >= last_day:
            return True
        day = max(day, reach + dt.timedelta(days=1))
    return False


def clashes(periods: Iterable[Period | None]) -> Iterator[tuple[int, int]]:
    """Give the positions of each period that shares a day with one before it, and of that one; ``None`` is always.

    "Before" is by first day. Sorts the periods: ``n log n`` for n of them.
    """
    spans = [
        (dt.date.min, dt.date.max) if period is None else (period.first_day, period.last_day or dt.date.max)
        for period in periods
    ]
    reach: dt.date | None = None
    holder = 0
    for position in sorted(range(len(spans)), key=lambda position: (spans[position][0], position)):
        first_day, last_day = spans[position]
        if reach is not None and first_day <= reach:
            yield position, holder
        if reach is None or last_day > reach:
            reach, holder = last_day, position


def _first_day(period: Period) -> dt.date:
    return period.first_day


def touches_year(period: Period | None, year: int) -> bool:
    """Whether the period has a day in the calendar year; one that is not known may have."""
    if period is None:
        return True
    return period.first_day.year <= year and (period.last_day is None or year <= period.last_day.year)
