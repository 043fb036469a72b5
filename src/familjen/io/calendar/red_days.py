"""Days on which Swedish offices are closed, and what to do about them."""

import datetime as dt
import enum
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from familjen.errors import InvalidValueError, MissingExtraError
from familjen.language import worded

if TYPE_CHECKING:
    from holidays import HolidayBase

__all__ = ["Avoid", "Move", "RedDays", "knows"]

_SATURDAY, _SUNDAY = 5, 6
_FIRST_YEAR, _LAST_YEAR = 1953, 2100


class Avoid(enum.StrEnum):
    """Which days meetings that come round keep away from (dagar att undvika)."""

    RED_DAYS = "red-days"
    """Sundays and public holidays (röda dagar; lag 1989:253 om allmänna helgdagar)."""
    RED_DAYS_AND_EVES = "red-days-and-eves"
    """Those, and Midsummer Eve, Christmas Eve and New Year's Eve (även aftnar)."""
    RED_DAYS_AND_HALF_DAYS = "red-days-and-half-days"
    """Those, and the half days before a red day that banks and many offices keep (även halvdagar)."""


class Move(enum.StrEnum):
    """What becomes of a meeting on such a day (vad som händer med mötet)."""

    NEXT = "next"
    """It is held on the next working day (nästa arbetsdag)."""
    PREVIOUS = "previous"
    """It is held on the last working day before (föregående arbetsdag)."""
    SKIP = "skip"
    """It is not held (ställs in)."""


@attrs.frozen
class RedDays:
    """The days to keep away from, with their names (röda dagar).

    >>> red = RedDays(Avoid.RED_DAYS_AND_EVES)
    >>> red.name(dt.date(2026, 6, 19), "sv"), red.name(dt.date(2026, 6, 18))
    ('Midsommarafton', None)
    >>> red.working_day(dt.date(2026, 6, 19), Move.NEXT)
    datetime.date(2026, 6, 22)
    """

    avoid: Avoid
    """Which days."""

    def name(self, day: dt.date, lang: str = "en") -> str | None:
        """Say which red day it is; ``None`` when it is none of those kept away from.

        Raises:
            InvalidValueError: The year is before 1953 or after 2100, for which the days are not known.
            MissingExtraError: The extra ``calendar`` is not installed.
        """
        if not knows(day):
            span = f"{_FIRST_YEAR} to {_LAST_YEAR}"
            raise InvalidValueError(f"the red days of {day.year} are not known, only those of {span}", owner="RedDays")
        public, further = _known(self.avoid, lang)
        found = public.get(day) or further(day)
        if found is None and day.weekday() == _SUNDAY:
            return worded(lang, "Sunday", "söndag")
        return found

    def closed(self, day: dt.date, lang: str = "en") -> str | None:
        """Say why a day is no working day: as `name` does, and Saturday; ``None`` when it is one.

        >>> RedDays(Avoid.RED_DAYS).closed(dt.date(2026, 6, 13), "sv")
        'lördag'
        """
        found = self.name(day, lang)
        return worded(lang, "Saturday", "lördag") if found is None and day.weekday() == _SATURDAY else found

    def working_day(self, day: dt.date, move: Move) -> dt.date:
        """Give the nearest working day, Monday to Friday, before or after that is not one of them."""
        step = dt.timedelta(days=-1 if move is Move.PREVIOUS else 1)
        near = day + step
        while self.closed(near) is not None:
            near += step
        return near


def knows(day: dt.date) -> bool:
    """Tell whether the red days of the day's year are known.

    >>> knows(dt.date(2026, 1, 1)), knows(dt.date(1900, 1, 1))
    (True, False)
    """
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


@lru_cache(maxsize=8)
def _known(avoid: Avoid, lang: str) -> tuple["HolidayBase", Callable[[dt.date], str | None]]:
    """Give the public holidays, and what names the further days to avoid."""
    try:
        from holidays.constants import BANK, DE_FACTO, OPTIONAL, PUBLIC
        from holidays.countries.sweden import Sweden
    except ImportError as error:
        raise MissingExtraError.of("keeping away from red days", "calendar") from error
    tongue = worded(lang, "en_US", "sv")

    def among(category: str) -> "HolidayBase":
        return Sweden(categories=(category,), language=tongue, include_sundays=False)

    public, eves, bank, optional = among(PUBLIC), among(DE_FACTO), among(BANK), among(OPTIONAL)

    def further(day: dt.date) -> str | None:
        if avoid is Avoid.RED_DAYS:
            return None
        if day in eves or avoid is Avoid.RED_DAYS_AND_EVES:
            return eves.get(day)
        return optional.get(day) if day in bank else None

    return public, further
