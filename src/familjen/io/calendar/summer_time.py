"""Swedish time, with the rules of summer time, as a calendar holds it (sommartid)."""

# icalendar's components take values of any kind.
# pyright: basic

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import icalendar

__all__ = ["FIRST_DAY", "stockholm"]

FIRST_DAY = dt.date(1981, 1, 1)
"""The first day for which the rules hold."""

_WINTER, _SUMMER = dt.timedelta(hours=1), dt.timedelta(hours=2)


def stockholm() -> "icalendar.Timezone":
    """Give Swedish time since 1981: summer time from the last Sunday of March, until 1995 to that of September.

    Since 1996 it ends on the last Sunday of October. The rules have no end, unlike lists of days.
    """
    import icalendar

    zone = icalendar.Timezone()
    zone.add("tzid", "Europe/Stockholm")
    spring, autumn = "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"
    early = "FREQ=YEARLY;UNTIL=19951231T000000Z;BYMONTH=9;BYDAY=-1SU"
    zone.add_component(_change(icalendar.TimezoneStandard(), dt.date(1980, 9, 28), None))
    zone.add_component(_change(icalendar.TimezoneDaylight(), dt.date(1981, 3, 29), spring))
    zone.add_component(_change(icalendar.TimezoneStandard(), dt.date(1981, 9, 27), early))
    zone.add_component(_change(icalendar.TimezoneStandard(), dt.date(1996, 10, 27), autumn))
    return zone


def _change(part: "icalendar.Component", first: dt.date, rule: str | None) -> "icalendar.Component":
    import icalendar

    summer = isinstance(part, icalendar.TimezoneDaylight)
    part.add("dtstart", dt.datetime.combine(first, dt.time(2 if summer else 3)))
    part.add("tzoffsetfrom", _WINTER if summer else _SUMMER)
    part.add("tzoffsetto", _SUMMER if summer else _WINTER)
    part.add("tzname", "CEST" if summer else "CET")
    if rule is not None:
        part.add("rrule", icalendar.vRecur.from_ical(rule))
    return part
