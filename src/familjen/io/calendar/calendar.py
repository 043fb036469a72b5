"""A calendar as a value."""

import datetime as dt
import os
from collections import Counter
from collections.abc import Iterable
from typing import Any

import attrs

from familjen.allocation.grid import as_html
from familjen.io.atomic import write_bytes
from familjen.io.calendar.entry import Entry, LeftOut
from familjen.language import worded
from familjen.validators import is_identifier, is_text, refuse, tuple_of

__all__ = ["Calendar"]


def _have_own_ids(instance: "Calendar", attribute: "attrs.Attribute[Any]", value: tuple[Entry, ...]) -> None:
    uid, times = Counter(entry.uid for entry in value).most_common(1)[0] if value else ("", 0)
    if times > 1:
        twice = next(entry for entry in value if entry.uid == uid)
        reason = (
            f"{twice.summary!r} on {twice.first_day} stands {times} times: two of the {twice.kind.value} have the id "
            f"{twice.noun!r}; give each its own"
        )
        refuse(instance, attribute, reason)


@attrs.frozen(repr=False)
class Calendar:
    """The days of a cooperation, and what has none (kalender).

    >>> from familjen.datasets import familjen_helsingborg_2016
    >>> from familjen.io.calendar import calendar_of
    >>> calendar_of(familjen_helsingborg_2016())
    <Calendar Familjen Helsingborg: 1 entry, 9 left out>
    """

    cooperation: str = attrs.field(validator=is_identifier)
    """Id of the cooperation."""
    name: str = attrs.field(validator=is_text)
    """Its name."""
    entries: tuple[Entry, ...] = attrs.field(validator=[tuple_of(Entry), _have_own_ids])
    """What stands in it, by first day."""
    left_out: tuple[LeftOut, ...] = attrs.field(default=(), validator=tuple_of(LeftOut))
    """What has no day, with the reasons."""
    lang: str = attrs.field(default="en", kw_only=True)
    """The language of its words."""

    def to_rows(self) -> list[dict[str, object]]:
        """Give a row for each entry, for tables and data frames."""
        return [
            {
                "first_day": entry.first_day,
                "last_day": entry.last_day,
                "hours": None if entry.hours is None else str(entry.hours),
                "rule": None if entry.recurrence is None else entry.recurrence.rule,
                "until": None if entry.recurrence is None else entry.recurrence.last_day,
                "kind": entry.kind.value,
                "noun": entry.noun,
                "summary": entry.summary,
                "deadline": entry.deadline,
                "moved_from": entry.moved_from,
                "description": entry.description,
                "url": entry.url,
                "uid": entry.uid,
            }
            for entry in self.entries
        ]

    def to_ics(self, *, made: dt.datetime | None = None, reminders: Iterable[int] = ()) -> bytes:
        """Give it as iCalendar (RFC 5545), in UTF-8. The same calendar made at the same time gives the same bytes.

        Args:
            made: When it was made, with a time zone; now unless given.
            reminders: How many days before each deadline to be reminded.

        Raises:
            InvalidValueError: The time has no zone, a reminder is no whole number of days from 1 to 366, or it stands
                twice; a meeting with hours is before 1981, for which summer time is not known here, or a text
                holds control characters.
            MissingExtraError: The extra ``calendar`` is not installed.
        """
        from familjen.io.calendar.ics import as_ics

        return as_ics(self, made, reminders)

    def save(
        self, path: str | os.PathLike[str], *, made: dt.datetime | None = None, reminders: Iterable[int] = ()
    ) -> None:
        """Write it to an ``.ics`` file, wholly or not at all; see `to_ics`.

        Raises:
            OSError: The folder does not exist or cannot be written to.
        """
        write_bytes(path, self.to_ics(made=made, reminders=reminders))

    def table(self) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """Give the heading and the rows, as text."""
        head = (worded(self.lang, "Day", "Dag"), worded(self.lang, "What", "Vad"))
        return head, [(_when(entry), _what(entry, self.lang)) for entry in self.entries]

    def notes(self) -> list[str]:
        """Say what is left out, a line each."""
        title = worded(self.lang, "Left out", "Utelämnat")
        return [f"{title}: {each}" for each in self.left_out]

    def text(self) -> str:
        """Give it as plain lines, with what is left out below."""
        head, rows = self.table()
        wide = max(len(day) for day, _ in (head, *rows))
        return "\n".join([*(f"{day.ljust(wide)}  {what}" for day, what in (head, *rows)), *self.notes()])

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        number = len(self.entries)
        return f"<Calendar {self.name}: {number} entr{'y' if number == 1 else 'ies'}, {len(self.left_out)} left out>"

    def _repr_html_(self) -> str:
        head, rows = self.table()
        return as_html(head, rows, notes=self.notes())


def _when(entry: Entry) -> str:
    """Say when an entry is: its day, or the first and the last."""
    last = entry.last_day if entry.recurrence is None else entry.recurrence.last_day
    if last is None:
        return f"{entry.first_day} –"
    return str(entry.first_day) if entry.first_day == last else f"{entry.first_day} – {last}"


def _what(entry: Entry, lang: str) -> str:
    """Say what an entry is, with its hours and the rule by which it comes round."""
    further = [str(entry.hours) if entry.hours else "", entry.recurrence.rule if entry.recurrence else ""]
    return ", ".join([f"{entry.kind.said(lang)}: {entry.summary}", *filter(None, further)])
