"""What was assumed because the clause does not say it."""

import datetime as dt
from collections.abc import Iterable, Iterator

from familjen.allocation.basis import Basis
from familjen.allocation.run import Move
from familjen.dates import ReferenceDate
from familjen.language import worded

__all__ = ["assumptions_of"]


def assumptions_of(moves: Iterable[Move], reference: ReferenceDate | None, lang: str = "en") -> tuple[str, ...]:
    """Say on which days figures were taken that the clause names no day for, each once."""
    if reference is None:
        return ()
    days = {each: None for move in moves if move.basis is not None for each in _assumed(move.basis, lang)}
    return tuple(
        worded(
            lang,
            f"{name} are counted on {day} ({reference.text('en')}); the agreement does not say which day",
            f"{name} räknas den {day} ({reference.text('sv')}); avtalet anger inte vilken dag",
        )
        for name, day in days
    )


def _assumed(basis: Basis, lang: str) -> Iterator[tuple[str, dt.date]]:
    if not basis.stated and basis.day is not None and not basis.parts:
        yield basis.name(lang), basis.day
    for part in basis.parts:
        yield from _assumed(part, lang)
