"""Rounds of programmes and events."""

from collections.abc import Iterator

from familjen.dates import Period
from familjen.io.calendar.asked import Asked
from familjen.io.calendar.entry import Entry, EntryKind, LeftOut
from familjen.io.calendar.years import only_years
from familjen.model import Source

__all__ = ["events", "programs"]


def programs(asked: Asked) -> Iterator[Entry | LeftOut]:
    """Give the rounds of the programmes."""
    for program in asked.coop.programs:
        for held in program.rounds:
            sources = (*held.sources, *program.sources)
            name = f"{program.name} ({held.id})"
            names = (program.id, held.id)
            yield from _held(asked, names, EntryKind.PROGRAMS, name, held.period, (program.purpose,), sources)


def events(asked: Asked) -> Iterator[Entry | LeftOut]:
    """Give the events."""
    for event in asked.coop.events:
        yield from _held(asked, (event.id,), EntryKind.EVENTS, event.name, event.period, (), event.sources)


def _held(
    asked: Asked,
    names: tuple[str, ...],
    kind: EntryKind,
    name: str,
    period: Period | None,
    lines: tuple[str | None, ...],
    sources: tuple[Source, ...],
) -> Iterator[Entry | LeftOut]:
    """Give what is held for some days; years are no days, and what has no last day begins on its first."""
    if period is None:
        yield asked.left_out(names[0], kind, name, "no day is known", "ingen dag är känd")
        return
    years = only_years(period)
    if years is not None:
        if asked.window.overlaps(period):
            yield asked.left_out(
                names[0], kind, name, f"only the year is known: {years}", f"bara året är känt: {years}"
            )
        return
    if period.last_day is None:
        name = asked.says(f"{name}: begins", f"{name}: börjar")
    yield from asked.day(names, kind, name, period.first_day, last_day=period.last_day, lines=lines, sources=sources)
