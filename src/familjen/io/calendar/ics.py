"""A calendar in the format that calendar programs read (iCalendar, RFC 5545)."""

# icalendar's components take values of any kind.
# pyright: basic

import datetime as dt
import re
import urllib.parse
from collections.abc import Iterable
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from familjen.errors import InvalidValueError, MissingExtraError
from familjen.io.calendar.entry import Entry
from familjen.io.calendar.summer_time import FIRST_DAY, stockholm
from familjen.language import worded
from familjen.validators import show

if TYPE_CHECKING:
    import icalendar

    from familjen.io.calendar.calendar import Calendar

__all__ = ["as_ics"]

_ZONE = "Europe/Stockholm"
_MOST_DAYS = 366
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_IN_ADDRESSES = "!#$%&'()*+,/:;=?@[]~"


def as_ics(calendar: "Calendar", made: dt.datetime | None, reminders: Iterable[int]) -> bytes:
    """Write a calendar; see `Calendar.to_ics`."""
    try:
        import icalendar
    except ImportError as error:
        raise MissingExtraError.of("writing calendars", "calendar") from error
    stamp, before = _stamp(made), _reminders(reminders)
    whole = icalendar.Calendar()
    whole.add("prodid", "-//familjen//familjen//EN")
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):
        whole.add(name, _text(calendar.name))
    timed = [entry for entry in calendar.entries if entry.hours is not None]
    if timed:
        _need_known_time(timed)
        whole.add_component(stockholm())
    for entry in calendar.entries:
        whole.add_component(_event(entry, stamp, before, calendar.lang))
    written: bytes = whole.to_ical()
    return written


def _text(text: str) -> "icalendar.vText":
    """Give text as a calendar holds it: line breaks of any kind as one, and no control characters.

    Raises:
        InvalidValueError: It holds a control character, which no calendar can.
    """
    import icalendar

    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _CONTROL.search(text):
        raise InvalidValueError(f"{show(text)} holds a control character, which no calendar can; write the text anew")
    return icalendar.vText(text)


def _need_known_time(timed: Iterable[Entry]) -> None:
    for entry in timed:
        if entry.first_day < FIRST_DAY:
            reason = (
                f"{entry.summary!r} is on {entry.first_day}, and Swedish time is known from {FIRST_DAY} only; "
                "give a later first day, or no hours"
            )
            raise InvalidValueError(reason, attribute="hours")


def _stamp(made: object) -> dt.datetime:
    if made is None:
        return dt.datetime.now(dt.UTC).replace(microsecond=0)
    if not isinstance(made, dt.datetime) or made.tzinfo is None or made.utcoffset() is None:
        reason = f"{show(made)} is no time with a zone; give one such as datetime(2026, 1, 31, 12, tzinfo=timezone.utc)"
        raise InvalidValueError(reason, attribute="made")
    if made.microsecond:
        raise InvalidValueError(f"{made} has parts of a second, which a calendar cannot hold", attribute="made")
    return made.astimezone(dt.UTC)


def _reminders(days: Iterable[int]) -> tuple[int, ...]:
    given = tuple(days)
    for each in given:
        if type(each) is not int or not 1 <= each <= _MOST_DAYS:
            reason = f"{show(each)} is no number of days before a deadline: give whole numbers, 1 to {_MOST_DAYS}"
            raise InvalidValueError(reason, attribute="reminders")
    if len(set(given)) != len(given):
        raise InvalidValueError(f"{show(given)} has a day twice; keep one", attribute="reminders")
    return tuple(sorted(given, reverse=True))


def _event(entry: Entry, stamp: dt.datetime, reminders: tuple[int, ...], lang: str) -> "icalendar.Event":
    import icalendar

    event = icalendar.Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("summary", _text(entry.summary))
    if entry.description:
        event.add("description", _text(entry.description))
    event.add("categories", [entry.kind.said(lang)])
    event.add("transp", "TRANSPARENT" if entry.hours is None else "OPAQUE")
    if entry.url is not None:
        event.add("url", urllib.parse.quote(entry.url, safe=_IN_ADDRESSES))
    _add_days(event, entry)
    for days in reminders if entry.deadline else ():
        event.add_component(_alarm(entry, days, lang))
    return event


def _add_days(event: "icalendar.Event", entry: Entry) -> None:
    import icalendar

    event.add("dtstart", _begin(entry, entry.first_day))
    if entry.hours is not None:
        event.add("dtend", entry.hours.end(entry.first_day).replace(tzinfo=ZoneInfo(_ZONE)))
    else:
        event.add("dtend", entry.last_day + dt.timedelta(days=1))
    if entry.recurrence is None:
        return
    rule = icalendar.vRecur.from_ical(entry.recurrence.rule)
    if entry.recurrence.last_day is not None:
        until = _begin(entry, entry.recurrence.last_day)
        rule["UNTIL"] = [until.astimezone(dt.UTC) if isinstance(until, dt.datetime) else until]
    event.add("rrule", rule)
    for day in entry.recurrence.except_days:
        event.add("exdate", _begin(entry, day))


def _begin(entry: Entry, day: dt.date) -> dt.date | dt.datetime:
    """Give the start on a day: the day itself, or the time in Swedish time."""
    return day if entry.hours is None else entry.hours.begin(day).replace(tzinfo=ZoneInfo(_ZONE))


def _alarm(entry: Entry, days: int, lang: str) -> "icalendar.Alarm":
    import icalendar

    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    left = worded(lang, f"{days} days left", f"{days} dagar kvar") if days > 1 else worded(lang, "Tomorrow", "I morgon")
    alarm.add("description", _text(f"{left}: {entry.summary}"))
    alarm.add("trigger", dt.timedelta(days=-days))
    return alarm
