"""What the picture of a sensitivity says in words (känsligheten i ord)."""

from collections.abc import Sequence
from fractions import Fraction

import attrs

from familjen.allocation import Effect, InputKind, Sensitivity
from familjen.errors import InvalidValueError
from familjen.language import Listing, worded
from familjen.report.plots.amounts import Amounts, in_words, plus
from familjen.report.plots.charges_told import money_of
from familjen.report.plots.heading import Heading, sentences

__all__ = ["Moved", "moved_by", "whatif_heading"]

_RAISED = (InputKind.COST, InputKind.AMOUNT, InputKind.FIGURE)


@attrs.frozen
class Moved:
    """What one change does to one bill (utslag)."""

    name: str
    """The change."""
    who: str
    """Whose bill it is."""
    change: float
    """How much more it is, in the currency."""


def moved_by(
    sensitivity: Sensitivity, party: str | None, kinds: tuple[InputKind, ...] | None, lang: str
) -> tuple[list[Moved], list[str]]:
    """Give a row for each change that is drawn, the one that moves most first, and the names of those that are not.

    Raises:
        InvalidValueError: No change is of these kinds or has a bill.
    """
    raised = any(each.kind in _RAISED and each.refused is None for each in sensitivity.effects)
    drawn = kinds or (_RAISED if raised else tuple(InputKind))
    rows: list[Moved] = []
    left_out: list[str] = []
    for effect, cells in zip(sensitivity.effects, sensitivity.table(lang)[1], strict=True):
        itself = effect.kind is InputKind.PARTY and party is not None and effect.party == party
        if effect.kind not in drawn or effect.refused is not None or itself:
            left_out.append(cells[0])
            continue
        who, change = _largest(effect, party)
        names = dict(zip(sensitivity.base.parties, sensitivity.base.names, strict=True))
        rows.append(Moved(cells[0], names[who], float(change)))
    if not rows:
        reason = f"no change of kind {', '.join(drawn)} has a bill; choose other kinds, or see what was refused"
        raise InvalidValueError(reason, attribute="kinds")
    return sorted(rows, key=lambda row: -abs(row.change)), left_out


def _largest(effect: Effect, party: str | None) -> tuple[str, Fraction]:
    """Give the bill of the party, or the one that moves most; who leaves is not counted where others stay."""
    if party is not None:
        return party, effect.changes.get(party, Fraction(0))
    leaving = effect.party if effect.kind is InputKind.PARTY else None
    others = {who: change for who, change in effect.changes.items() if who != leaving} or effect.changes
    who = max(others, key=lambda each: abs(others[each]))
    return who, others[who]


def whatif_heading(
    sensitivity: Sensitivity, rows: Sequence[Moved], left_out: Sequence[str], amounts: Amounts, party: str | None
) -> Heading:
    """Say which change moves most, and what is not drawn."""
    lang, first = amounts.lang, rows[0]
    much = in_words(first.change, lang, money_of(sensitivity.base))
    more = worded(lang, "more" if first.change > 0 else "less", "mer" if first.change > 0 else "mindre")
    title = worded(
        lang,
        f"What matters most: {first.name} – {first.who} pays {much} {more}",
        f"Mest betyder: {first.name} – {first.who} betalar {much} {more}",
    )
    if not first.change:
        title = worded(lang, "None of the changes moves a bill", "Ingen av ändringarna rör någon avgift")
    whose = worded(lang, f"The bill of {first.who}.", f"Avgiften för {first.who}.") if party is not None else ""
    told = [f"{row.name}: {row.who} {plus(amounts.signed(row.change))} {amounts.axis}." for row in rows]
    names = Listing((*left_out,)).said(lang)
    missing = [worded(lang, f"Not drawn: {names}.", f"Inte ritat: {names}.")] if left_out else []
    return Heading(title, whose, notes=sentences([*sensitivity.base.notes(lang), *missing]), told=tuple(told))
