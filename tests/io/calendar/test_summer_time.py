"""What Swedish time in calendars promises."""

import datetime as dt
import functools
from io import StringIO
from zoneinfo import ZoneInfo

import attrs
import icalendar
import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.io.calendar.made_up import MADE

from familjen.dates import Period, Recurrence
from familjen.errors import InvalidValueError
from familjen.io.calendar import Hours, calendar_of
from familjen.io.calendar.summer_time import stockholm
from familjen.model import Board, Cooperation


@functools.cache
def _zone() -> dt.tzinfo:
    zone = tzical(StringIO(stockholm().to_ical().decode())).get()
    assert zone is not None
    return zone


@given(st.datetimes(dt.datetime(1981, 1, 1), dt.datetime(2099, 12, 31)))  # noqa: DTZ001 - time on the wall
@settings(max_examples=30, deadline=None)
def test_it_is_the_time_of_stockholm(when: dt.datetime) -> None:
    """At any time since 1981 the clock shows what it shows in Stockholm, as dateutil reads the rules."""
    ours, theirs = when.replace(tzinfo=_zone()), when.replace(tzinfo=ZoneInfo("Europe/Stockholm"))
    there = dt.timedelta(hours=1)
    near_a_change = len({(theirs + step).utcoffset() for step in (-there, dt.timedelta(0), there)}) > 1
    assert near_a_change or ours.utcoffset() == theirs.utcoffset()


@pytest.mark.parametrize("year", [1981, 1995, 1996, 2026, 2060])
def test_it_changes_on_the_right_days(year: int) -> None:
    """The hour changes on the same days as in the database of time zones."""
    days = [dt.datetime(year, 1, 1, 12) + dt.timedelta(days=number) for number in range(365)]  # noqa: DTZ001 - as above
    ours, theirs = (
        [day.date() for day in days if day.replace(tzinfo=zone).dst()]
        for zone in (_zone(), ZoneInfo("Europe/Stockholm"))
    )
    assert ours == theirs


def test_it_stands_in_the_file_only_when_needed() -> None:
    """Whole days need no time zone; one meeting with hours brings it, once, and all that is used is defined."""
    rule = Recurrence("FREQ=MONTHLY;BYDAY=1TH", dt.date(2026, 1, 1), last_day=dt.date(2026, 12, 31))
    coop = Cooperation("par", "A pair", board=Board("styrelse", "The board", schedule=rule))
    plain = calendar_of(coop).to_ics(made=MADE)
    assert b"VTIMEZONE" not in plain
    timed = calendar_of(coop, hours={"styrelse": Hours(dt.time(9))}).to_ics(made=MADE)
    assert timed.count(b"BEGIN:VTIMEZONE") == 1
    assert not icalendar.Calendar.from_ical(timed).get_missing_tzids()


def test_hours_before_it_is_known_are_refused() -> None:
    """A meeting with hours before 1981 is refused, for the hour would be wrong half of the year."""
    rule = Recurrence("FREQ=MONTHLY;BYDAY=1TH", dt.date(1975, 1, 1))
    coop = Cooperation("par", "A pair", board=Board("styrelse", "The board", schedule=rule))
    calendar = calendar_of(coop, hours={"styrelse": Hours(dt.time(9))})
    with pytest.raises(InvalidValueError, match="Swedish time is known from 1981-01-01 only"):
        calendar.to_ics()
    later = attrs.evolve(coop, period=Period(dt.date(1981, 1, 1)))
    assert calendar_of(later, hours={"styrelse": Hours(dt.time(9))}).to_ics()


@pytest.mark.parametrize(("month", "first", "hour"), [(3, 29, 2), (10, 25, 3)], ids=["spring", "autumn"])
def test_it_changes_at_the_right_hour(month: int, first: int, hour: int) -> None:
    """In spring the clock goes from two to three, in autumn from three to two: by the clock before the change."""
    parts = [part for part in stockholm().walk() if part.name in {"STANDARD", "DAYLIGHT"}]
    (part,) = [each for each in parts if "RRULE" in each and each["RRULE"]["BYMONTH"] == [month]]
    assert part["DTSTART"].dt.time() == dt.time(hour)
    before = dt.datetime(2026, month, first, hour, tzinfo=dt.timezone(part["TZOFFSETFROM"].td))
    zone = ZoneInfo("Europe/Stockholm")
    offsets = [(before + dt.timedelta(seconds=step)).astimezone(zone).utcoffset() for step in (-1, 0)]
    assert offsets == [part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td]
