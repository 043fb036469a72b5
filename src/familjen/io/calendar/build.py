"""A calendar from a cooperation."""

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from familjen.dates import Period, ReferenceDate
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.io.calendar.agreements import agreements
from familjen.io.calendar.asked import Asked
from familjen.io.calendar.calendar import Calendar
from familjen.io.calendar.entry import Entry, EntryKind, LeftOut
from familjen.io.calendar.happenings import events, programs
from familjen.io.calendar.hours import Hours
from familjen.io.calendar.invoices import invoices
from familjen.io.calendar.meetings import board, networks
from familjen.io.calendar.red_days import Avoid, Move, RedDays
from familjen.io.calendar.reports import reports
from familjen.language import worded
from familjen.model import Cooperation
from familjen.validators import show

__all__ = ["calendar_of"]

E = TypeVar("E", bound=enum.StrEnum)

_PARTS: Mapping[EntryKind, Callable[[Asked], Iterator[Entry | LeftOut]]] = {
    EntryKind.NETWORKS: networks,
    EntryKind.BOARD: board,
    EntryKind.AGREEMENTS: agreements,
    EntryKind.REPORTS: reports,
    EntryKind.INVOICES: invoices,
    EntryKind.PROGRAMS: programs,
    EntryKind.EVENTS: events,
}


def calendar_of(
    coop: Cooperation,
    *,
    first_day: dt.date | None = None,
    last_day: dt.date | None = None,
    only: Iterable[EntryKind | str] | None = None,
    avoid: Avoid | str | None = None,
    move: Move | str = Move.NEXT,
    hours: Mapping[str, Hours] | None = None,
    report_by: ReferenceDate | None = None,
    lang: str = "en",
) -> Calendar:
    """Gather a cooperation's days: meetings, deadlines of agreements, reports, invoices, rounds and events (kalender).

    What has no day is not guessed: it stands in the calendar's ``left_out`` with the reason. Meetings that come round
    keep their rule unless days are kept away from; only they are moved, never a deadline or a day that is known.

    Args:
        coop: The cooperation.
        first_day: The first day to hold; from the beginning unless given.
        last_day: The last day to hold; needed where something comes round each year without an end.
        only: The kinds of entries to hold; all unless given.
        avoid: The days that meetings keep away from; they keep to their rule unless given.
        move: What becomes of a meeting on such a day.
        hours: When on the day meetings are held, in Swedish time, by the id of the network or the board.
        report_by: The day by which the executives report on contract cooperation, seen from the year after: the law
            names none.
        lang: The language of its words: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: A day or a choice is none, something comes round without an end, or two nouns of a kind have
            the same id.
        UnknownIdError: Hours are given for a network or a board that is not there.
        MissingExtraError: Days are kept away from, and the extra ``calendar`` is not installed.

    >>> from familjen.datasets import familjen_helsingborg_2016
    >>> calendar = calendar_of(familjen_helsingborg_2016())
    >>> [(str(entry.first_day), entry.summary) for entry in calendar.entries]
    [('2016-01-01', 'Samarbetsavtal för Familjen Helsingborg: comes into force')]
    >>> print(calendar.left_out[-1])
    Eurorando: only the year is known: 2016
    """
    if not isinstance(coop, Cooperation):
        raise InvalidValueError(f"{show(coop)} is no Cooperation", attribute="coop")
    worded(lang, "", "")
    kinds = tuple(EntryKind) if only is None else _kinds(only)
    away = None if avoid is None else RedDays(_choice(Avoid, avoid, "avoid"))
    asked = Asked(
        coop,
        _window(first_day, last_day),
        away,
        _choice(Move, move, "move"),
        _hours(coop, hours or {}),
        _report_by(report_by),
        lang,
    )
    found = [each for kind, part in _PARTS.items() if kind in kinds for each in part(asked)]
    entries = sorted((each for each in found if isinstance(each, Entry)), key=_order)
    left_out = tuple(dict.fromkeys(each for each in found if isinstance(each, LeftOut)))
    return Calendar(coop.id, coop.name, tuple(entries), left_out, lang=lang)


def _order(entry: Entry) -> tuple[dt.date, int, str, str]:
    return entry.first_day, tuple(EntryKind).index(entry.kind), entry.summary, entry.uid


def _window(first_day: object, last_day: object) -> Period:
    for name, day in (("first_day", first_day), ("last_day", last_day)):
        if day is not None and type(day) is not dt.date:
            raise InvalidValueError(f"{show(day)} is not a date; give a datetime.date", attribute=name)
    first = first_day if isinstance(first_day, dt.date) else dt.date.min
    return Period(first, last_day if isinstance(last_day, dt.date) else None)


def _choice(kind: type[E], given: object, attribute: str) -> E:
    if isinstance(given, str) and given in set(kind):
        return kind(given)
    raise InvalidValueError(f"{show(given)} is no choice here; use one of {', '.join(kind)}", attribute=attribute)


def _kinds(only: Iterable[EntryKind | str]) -> tuple[EntryKind, ...]:
    if isinstance(only, str):
        raise InvalidValueError(f"{show(only)} is one text; give the kinds in a list", attribute="only")
    kinds = tuple(_choice(EntryKind, each, "only") for each in only)
    if not kinds:
        raise InvalidValueError("names no kind, so that the calendar would be empty; leave it out", attribute="only")
    return kinds


def _hours(coop: Cooperation, given: Mapping[str, Hours]) -> Mapping[str, Hours]:
    known = [network.id for network in coop.networks] + ([coop.board.id] if coop.board else [])
    for identifier, hours in given.items():
        if identifier not in known:
            raise UnknownIdError.of("network or board", identifier, known)
        if type(hours) is not Hours:
            raise InvalidValueError(f"{show(hours)} is no Hours", attribute="hours")
    return given


def _report_by(given: object) -> ReferenceDate | None:
    if given is None or (isinstance(given, ReferenceDate) and given.year is None):
        return given
    reason = f"{show(given)} is no day of each year; give a ReferenceDate such as ReferenceDate(5, 31, years_before=0)"
    raise InvalidValueError(reason, attribute="report_by")
