"""Days that come round, as one entry with its rule, or as entries of their own where days are kept away from."""

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from familjen.dates import Period, Recurrence
from familjen.io.calendar.asked import Asked, address_of
from familjen.io.calendar.entry import Entry, EntryKind, LeftOut
from familjen.io.calendar.portable import ends, is_portable, without_end
from familjen.io.calendar.red_days import Move, knows
from familjen.model import Source

__all__ = ["coming_round"]


def coming_round(
    asked: Asked,
    names: tuple[str, ...],
    kind: EntryKind,
    summary: str,
    meetings: Recurrence,
    *,
    span: Period,
    lines: Iterable[str | None],
    sources: tuple[Source, ...],
) -> Iterator[Entry | LeftOut]:
    """Give the days of a recurrence that lie in the span and in the window.

    They are one entry that keeps its rule, unless days are kept away from, or the rule is one that programs read
    differently: then each day is an entry of its own.

    Raises:
        InvalidValueError: They have no end, and must be told one by one.
    """
    meant = span.intersection(Period(meetings.first_day, meetings.last_day))
    within = None if meant is None else asked.window.intersection(meant)
    reach = None if meant is None else asked.reach.intersection(meant)
    if reach is None:
        return
    made = Entry(
        names[0],
        kind,
        asked.uid(kind, *names),
        summary,
        meetings.first_day,
        meetings.first_day,
        hours=asked.hours.get(names[0]),
        description=asked.told(lines, sources),
        url=address_of(sources),
    )
    if within is not None and asked.red is None and is_portable(meetings.rule):
        yield from _with_rule(made, meetings, within)
    else:
        if reach.last_day is None and not ends(meetings.rule):
            asked.need_end(f"{summary!r} meets", f"{summary!r} möts")
        yield from _one_by_one(asked, names, made, meetings.between(reach))


def _with_rule(made: Entry, meetings: Recurrence, within: Period) -> Iterator[Entry]:
    """Give one entry that begins on a day of the rule, as iCalendar asks, and ends with the last one."""
    if within.last_day is None and not ends(meetings.rule):
        at_once = meetings.between(Period(within.first_day, within.first_day))
        first, last = at_once[0] if at_once else meetings.next_after(within.first_day), None
    else:
        days = meetings.between(within)
        first, last = (days[0], days[-1]) if days else (None, None)
    if first is None:
        return
    left = tuple(sorted(day for day in meetings.except_days if day > first and (last is None or day < last)))
    kept = Recurrence(without_end(meetings.rule), first, last_day=last, except_days=left)
    yield attrs.evolve(made, first_day=first, last_day=first, recurrence=kept)


def _one_by_one(
    asked: Asked, names: tuple[str, ...], made: Entry, days: tuple[dt.date, ...]
) -> Iterator[Entry | LeftOut]:
    """Give a meeting for each day; those that are not held, and those moved out of the window, are told of."""
    for day, held, closed, why in _held(asked, days):
        if why is not None:
            if day in asked.window:
                yield asked.left_out(made.noun, made.kind, made.summary, *why)
        elif held in asked.window:
            note = None if closed is None else _moved(asked, day, closed)
            yield attrs.evolve(
                made,
                uid=asked.uid(made.kind, *names, day.isoformat()),
                first_day=held,
                last_day=held,
                moved_from=None if held == day else day,
                description="\n".join(filter(None, (note, made.description))),
            )
        elif day in asked.window:
            reason = (
                f"moved from {day} ({closed}) to {held}, outside this calendar",
                f"flyttat från {day} ({closed}) till {held}, utanför den här kalendern",
            )
            yield asked.left_out(made.noun, made.kind, made.summary, *reason)


def _held(
    asked: Asked, days: tuple[dt.date, ...]
) -> Iterator[tuple[dt.date, dt.date, str | None, tuple[str, str] | None]]:
    """Give for each day the day on which the meeting is held, the red day that it was moved from, and why it is not."""
    red = asked.red
    known = days if red is None else tuple(day for day in days if day in asked.window or knows(day))
    named = {day: None if red is None else red.name(day, asked.lang) for day in known}
    taken = {day for day, closed in named.items() if closed is None}
    for day, closed in named.items():
        if red is None or closed is None:
            yield day, day, None, None
        elif asked.move is Move.SKIP:
            yield day, day, closed, (f"not held on {day} ({closed})", f"hålls inte {day} ({closed})")
        elif (held := red.working_day(day, asked.move)) in taken:
            why = (
                f"not held on {day} ({closed}): it meets on {held} anyway",
                f"hålls inte {day} ({closed}): det möts ändå {held}",
            )
            yield day, held, closed, why
        else:
            taken.add(held)
            yield day, held, closed, None


def _moved(asked: Asked, day: dt.date, closed: str) -> str:
    if asked.move is Move.NEXT:
        return asked.says(
            f"Moved from {day} ({closed}) to the next working day.",
            f"Flyttat från {day} ({closed}) till nästa arbetsdag.",
        )
    return asked.says(
        f"Moved from {day} ({closed}) to the last working day before.",
        f"Flyttat från {day} ({closed}) till föregående arbetsdag.",
    )
