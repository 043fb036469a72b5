"""A cooperation's days as a calendar that other programs read (iCalendar, RFC 5545)."""

from familjen.io.calendar.build import calendar_of
from familjen.io.calendar.calendar import Calendar
from familjen.io.calendar.entry import Entry, EntryKind, LeftOut
from familjen.io.calendar.hours import Hours
from familjen.io.calendar.red_days import Avoid, Move, RedDays

__all__ = ["Avoid", "Calendar", "Entry", "EntryKind", "Hours", "LeftOut", "Move", "RedDays", "calendar_of"]
