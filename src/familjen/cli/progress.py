"""A bar while work goes on, and how far it came when it is stopped."""

import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import attrs
import click

from familjen.language import Phrase, say, worded

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

__all__ = ["ASSUMPTIONS", "DRAWS", "METHODS", "RULES", "Work", "ask_for_none", "stopped", "working"]

DRAWS = Phrase("draws", "dragningar")
ASSUMPTIONS = Phrase("assumptions", "antaganden")
METHODS = Phrase("methods", "metoder")
RULES = Phrase("rules", "regler")

_SOON = 0.5
"""Work that is done in so many seconds shows no bar."""
_GOING_ON = "familjen.progress.work"
_NONE = "familjen.progress.none"


@attrs.define
class Work:
    """Work that goes on: it is told how far it has come, and shows a bar where there is someone to see it (arbete)."""

    what: Phrase
    """What is counted."""
    lang: str
    """The language of the bar."""
    is_shown: bool
    """Whether there is a bar, once the work has lasted a while."""
    done: int = 0
    """How much is done."""
    of: int | None = None
    """Of how much; ``None`` where that is open."""
    begun: float = attrs.field(factory=time.monotonic)
    """When it began, in seconds of a clock that only goes forward."""
    _bar: "Bar | None" = None

    def __call__(self, done: int, of: int | None, /) -> None:
        """Be told how much is done, and of how much."""
        self.done, self.of = done, of
        if self.is_shown and time.monotonic() - self.begun >= _SOON:
            self._show()

    def _show(self) -> None:
        if self._bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (BarColumn(), TextColumn("{task.description}", markup=False), TimeRemainingColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.add_task("")
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], description=self.told(), completed=self.done, total=self.of)

    def told(self) -> str:
        """Say how far it has come.

        >>> Work(DRAWS, "en", is_shown=False, done=16_384, of=1_000_000).told()
        '16,384 of 1,000,000 draws'
        """
        counted = say(self.done, self.lang)
        if self.of is not None:
            counted = f"{counted} {worded(self.lang, 'of', 'av')} {say(self.of, self.lang)}"
        return f"{counted} {self.what.said(self.lang)}".replace("\N{NO-BREAK SPACE}", " ")

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()


def ask_for_none(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click calls it so
    """Remember that no bar is wanted."""
    ctx.meta[_NONE] = asked


@contextmanager
def working(what: Phrase, lang: str, *, quiet: bool = False) -> Generator[Work]:
    """Give long work something to tell how far it has come, for as long as it goes on.

    There is a bar on the standard error where that is a terminal and the work lasts more than half a second.

    Args:
        what: What is counted.
        lang: The language of the bar.
        quiet: There is no bar, since what is written is for a program.
    """
    meta = click.get_current_context().meta
    seen = sys.stderr.isatty() and not quiet and not meta.get(_NONE, False)
    work = meta[_GOING_ON] = Work(what, lang, seen)
    try:
        yield work
    finally:
        work.close()
    del meta[_GOING_ON]


def stopped(ctx: click.Context) -> str:
    """Say that the user stopped the command, and how far work came that was going on."""
    work: Work | None = ctx.meta.get(_GOING_ON)
    if work is None:
        return "Stopped by the user."
    how_far = worded(work.lang, "Stopped by the user after {}; nothing was written.", "Stoppat efter {}; inget skrevs.")
    return how_far.format(work.told())
