"""What a calendar is asked to hold, and how."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NoReturn

import attrs

from familjen.dates import Period, ReferenceDate
from familjen.errors import InvalidValueError
from familjen.io.calendar.entry import Entry, EntryKind, LeftOut
from familjen.io.calendar.hours import Hours
from familjen.io.calendar.red_days import Move, RedDays, knows
from familjen.io.calendar.uid import stable_uid
from familjen.language import worded
from familjen.model import Cooperation, Source

__all__ = ["Asked"]

_MOVED_AT_MOST = dt.timedelta(days=14)


@attrs.frozen
class Asked:
    """A question for a calendar, with the words and ids that all its parts make alike (förfrågan)."""

    coop: Cooperation
    """The cooperation."""
    window: Period
    """The days that are asked for; from the first day that there is unless said."""
    red: RedDays | None = None
    """The days that meetings keep away from."""
    move: Move = Move.NEXT
    """What becomes of a meeting on such a day."""
    hours: Mapping[str, Hours] = attrs.field(factory=dict[str, Hours])
    """When on the day meetings are held, by the id of their network or board."""
    report_by: ReferenceDate | None = None
    """The day by which reports are made, seen from the year after."""
    lang: str = "en"
    """The language."""

    @property
    def reach(self) -> Period:
        """The days whose meetings may be held in the window: where days are kept away from, some around it too."""
        first, last = self.window.first_day, self.window.last_day
        if self.red is None:
            return self.window
        early = first if first - dt.date.min < _MOVED_AT_MOST else first - _MOVED_AT_MOST
        late = last if last is None or dt.date.max - last < _MOVED_AT_MOST else last + _MOVED_AT_MOST
        return Period(early, late)

    def says(self, en: str, sv: str) -> str:
        """Give the words of the language."""
        return worded(self.lang, en, sv)

    def uid(self, kind: EntryKind, *names: str) -> str:
        """Give the stable id of an entry."""
        return stable_uid(self.coop.id, kind.value, *names)

    def left_out(self, noun: str, kind: EntryKind, name: str, en: str, sv: str) -> LeftOut:
        """Say that a noun is left out."""
        return LeftOut(noun, kind, name, self.says(en, sv))

    def told(self, lines: Iterable[str | None], sources: Iterable[Source]) -> str:
        """Give a description: the lines that there are, and the sources."""
        word = self.says("Source", "Källa")
        cited = dict.fromkeys(f"{word}: {source.title}" for source in sources)
        return "\n".join((*(line for line in lines if line), *cited))

    def day(
        self,
        names: tuple[str, ...],
        kind: EntryKind,
        summary: str,
        day: dt.date,
        *,
        lines: Iterable[str | None] = (),
        sources: tuple[Source, ...] = (),
        deadline: bool = False,
        last_day: dt.date | None = None,
        hours: Hours | None = None,
    ) -> Iterator[Entry | LeftOut]:
        """Give an entry of a day or some days, if the window has one of them.

        The names are the noun's id and what tells its entries apart. The last day that there is, by which registers
        say that there is no end, is left out: it has no day after it, and a calendar needs that.
        """
        last = day if last_day is None else last_day
        if not self.window.overlaps(Period(day, last)):
            return
        if last == dt.date.max:
            reason = f"{last} is the last day that there is", f"{last} är den sista dag som finns"
            yield self.left_out(names[0], kind, summary, *reason)
            return
        closed = self.red.closed(day, self.lang) if self.red is not None and last == day and knows(day) else None
        note = None if closed is None else self.says(f"Not a working day: {closed}.", f"Inte en arbetsdag: {closed}.")
        yield Entry(
            names[0],
            kind,
            self.uid(kind, *names),
            summary,
            day,
            last,
            hours=hours,
            deadline=deadline,
            description=self.told((*lines, note), sources),
            url=address_of(sources),
        )

    def need_end(self, what_en: str, what_sv: str) -> NoReturn:
        """Refuse what comes round without an end."""
        reason = self.says(
            f"{what_en} without an end; give the last day that the calendar is to hold (last_day=, --to)",
            f"{what_sv} utan slut; ange den sista dag som kalendern ska omfatta (last_day=, --to)",
        )
        raise InvalidValueError(reason, attribute="last_day")


def address_of(sources: Iterable[Source]) -> str | None:
    """Give the address of the first source that has one."""
    return next((source.url for source in sources if source.url is not None), None)
