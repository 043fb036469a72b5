"""What the picture of a comparison says in words (skillnaderna i ord)."""

from collections.abc import Sequence

import attrs

from familjen.allocation import Comparison
from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.report.plots.amounts import Amounts, in_words, plus
from familjen.report.plots.charges_told import money_of
from familjen.report.plots.heading import Heading, sentences

__all__ = ["Differing", "differences_heading", "differing_of"]


@attrs.frozen
class Differing:
    """By how much a party pays more than under the first statement (skillnad)."""

    name: str
    """The party."""
    changes: tuple[float | None, ...]
    """The difference under each further statement; ``None`` where the party is billed under only one of the two."""


def differing_of(comparison: Comparison) -> list[Differing]:
    """Give a row for each party, the one that pays most more under the second statement first.

    Raises:
        InvalidValueError: Nobody is billed under the first and another.
    """
    rows = [
        Differing(
            name, tuple([None if each is None else float(each) for each in comparison.differences(party).values()])
        )
        for party, name in comparison.parties.items()
    ]
    if all(each is None for row in rows for each in row.changes):
        reason = f"nobody is billed under {comparison.first!r} and another, so nothing differs; compare others"
        raise InvalidValueError(reason, attribute="comparison")
    return sorted(rows, key=lambda row: -(row.changes[0] or 0.0))


def differences_heading(comparison: Comparison, rows: Sequence[Differing], amounts: Amounts) -> Heading:
    """Say for whom it becomes dearer and cheaper, under each further statement."""
    lang, others = amounts.lang, list(comparison.statements)[1:]
    verdicts = [_verdict(comparison, rows, number, lang) for number in range(len(others))]
    told = [f"{row.name}: {_told(row, others, amounts)}." for row in rows]
    statements = comparison.statements.values()
    notes = sentences(note for each in statements for note in each.notes(lang))
    subtitle = " ".join(f"{each}." for each in verdicts[1:])
    return Heading(verdicts[0], subtitle, notes=notes, told=tuple(told))


def _told(row: Differing, others: Sequence[str], amounts: Amounts) -> str:
    """Say a party's difference under each statement."""
    alone = worded(amounts.lang, "not billed in both", "debiteras inte i båda")
    said: list[str] = []
    for name, change in zip(others, row.changes, strict=True):
        much = alone if change is None else f"{plus(amounts.signed(change))} {amounts.axis}"
        said.append(f"{much} ({name})")
    return ", ".join(said)


def _verdict(comparison: Comparison, rows: Sequence[Differing], number: int, lang: str) -> str:
    other, unit = list(comparison.statements)[1 + number], money_of(comparison.statements[comparison.first])
    known = [(each, row.name) for row in rows if (each := row.changes[number]) is not None]
    high, low = max(known, default=(0.0, "")), min(known, default=(0.0, ""))
    parts: list[str] = []
    if high[0] > 0:
        much = in_words(high[0], lang, unit)
        parts.append(worded(lang, f"{high[1]} pays {much} more", f"{high[1]} betalar {much} mer"))
    if low[0] < 0:
        much, verb = in_words(low[0], lang, unit), "" if parts else worded(lang, "pays ", "betalar ")
        parts.append(worded(lang, f"{low[1]} {verb}{much} less", f"{low[1]} {verb}{much} mindre"))
    nothing = worded(lang, "everyone pays the same", "alla betalar lika mycket")
    against = worded(lang, f"{other} against {comparison.first}", f"{other} mot {comparison.first}")
    return f"{against[:1].upper()}{against[1:]}: {', '.join(parts) or nothing}"
