"""What stands in a calendar, and what does not."""

import datetime as dt
import enum
from typing import Any

import attrs

from familjen.dates import Period, Recurrence
from familjen.io.calendar.hours import Hours
from familjen.language import Phrase
from familjen.validators import is_bool, is_date, is_identifier, is_text, one_of, optional, refuse

__all__ = ["Entry", "EntryKind", "LeftOut"]


class EntryKind(enum.StrEnum):
    """What an entry is about (typ av kalenderpost)."""

    NETWORKS = "networks"
    """A network's meetings (nätverksmöten)."""
    BOARD = "board"
    """The board's meetings (styrelsemöten)."""
    AGREEMENTS = "agreements"
    """An agreement's first and last day, renewals and last days for notice (avtal)."""
    REPORTS = "reports"
    """Yearly reports to the council on contract cooperation (rapport till fullmäktige)."""
    INVOICES = "invoices"
    """The days on which instalments fall due (fakturor)."""
    PROGRAMS = "programs"
    """Rounds of programmes (programomgångar)."""
    EVENTS = "events"
    """Events (evenemang)."""

    def said(self, lang: str) -> str:
        """Give it in words of the language.

        >>> EntryKind.NETWORKS.said("sv")
        'Nätverk'
        """
        return _KINDS[self].said(lang)


_KINDS = {
    EntryKind.NETWORKS: Phrase("Networks", "Nätverk"),
    EntryKind.BOARD: Phrase("Board", "Styrelse"),
    EntryKind.AGREEMENTS: Phrase("Agreements", "Avtal"),
    EntryKind.REPORTS: Phrase("Reports", "Rapporter"),
    EntryKind.INVOICES: Phrase("Invoices", "Fakturor"),
    EntryKind.PROGRAMS: Phrase("Programmes", "Program"),
    EntryKind.EVENTS: Phrase("Events", "Evenemang"),
}


def _is_not_before_first(instance: "Entry", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if value < instance.first_day:
        refuse(instance, attribute, f"{value} is before the first day, {instance.first_day}")
    if value == dt.date.max:
        refuse(instance, attribute, f"{value} is the last day that there is; a calendar needs the day after it too")


def _comes_round_from_first(instance: "Entry", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if value is None:
        return
    if value.first_day != instance.first_day or instance.last_day != instance.first_day:
        refuse(instance, attribute, "what comes round has its first day as the entry has it, and lasts one day at most")


@attrs.frozen
class Entry:
    """A line of a calendar: a day, some days, or days that come round (kalenderpost).

    >>> fair = Entry("massa", EntryKind.EVENTS, "u1", "Fair", dt.date(2026, 5, 4), dt.date(2026, 5, 6))
    >>> fair.days(Period.month(2026, 5))[-1]
    datetime.date(2026, 5, 6)
    """

    noun: str = attrs.field(validator=is_identifier)
    """Id of the noun that it is about."""
    kind: EntryKind = attrs.field(validator=one_of(EntryKind))
    """What it is about."""
    uid: str = attrs.field(validator=is_text)
    """Its id in calendars, the same each time that the calendar is made."""
    summary: str = attrs.field(validator=is_text)
    """What it is, on one line."""
    first_day: dt.date = attrs.field(validator=is_date)
    """Its first day; of days that come round, the first of them."""
    last_day: dt.date = attrs.field(validator=[is_date, _is_not_before_first])
    """Its last day, included; the first day again where it lasts one day."""
    recurrence: Recurrence | None = attrs.field(
        default=None, kw_only=True, validator=[optional(one_of(Recurrence)), _comes_round_from_first]
    )
    """The days that come round, the first day among them; ``None`` when it is once."""
    hours: Hours | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Hours)))
    """When on the day; ``None`` for whole days."""
    deadline: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether something must be done by that day, so that reminders are of use."""
    description: str = attrs.field(default="", kw_only=True)
    """More words, with the sources; lines end with ``"\\n"``."""
    url: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """Web address of the first source that has one."""
    moved_from: dt.date | None = attrs.field(default=None, kw_only=True, validator=optional(is_date))
    """The day that the rule gives, where the meeting was moved; ``None`` otherwise."""

    def days(self, period: Period) -> tuple[dt.date, ...]:
        """Give its days that lie in the period, in order.

        Raises:
            InvalidValueError: They come round without an end and the period has none.
        """
        if self.recurrence is not None:
            return self.recurrence.between(period)
        span = period.intersection(Period(self.first_day, self.last_day))
        if span is None or span.days is None:
            return ()
        return tuple(span.first_day + dt.timedelta(days=number) for number in range(span.days))


@attrs.frozen
class LeftOut:
    """What stands in no calendar, because its day is not known, and why (utelämnat).

    >>> print(LeftOut("eurorando", EntryKind.EVENTS, "Eurorando", "only the year is known: 2016"))
    Eurorando: only the year is known: 2016
    """

    noun: str = attrs.field(validator=is_identifier)
    """Id of the noun."""
    kind: EntryKind = attrs.field(validator=one_of(EntryKind))
    """What it is about."""
    name: str = attrs.field(validator=is_text)
    """Its name."""
    reason: str = attrs.field(validator=is_text)
    """Why it is left out, in the calendar's language."""

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"
