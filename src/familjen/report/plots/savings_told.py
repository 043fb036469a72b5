"""What the picture of savings says in words (besparingar i ord)."""

from collections.abc import Sequence

import attrs

from familjen.language import listed, worded
from familjen.report.plots.amounts import Amounts, counted, in_words, the_parties
from familjen.report.plots.heading import Heading, caution, made_up
from familjen.report.plots.units import each_unit
from familjen.scale.benefit import ScaleBenefit
from familjen.scale.benefit_told import split_told

__all__ = ["Saving", "heading_of", "outcome", "savings_of"]

_NAMED = 3
"""So many parties that pay more are named in the title."""


@attrs.frozen
class Saving:
    """What a party saves a year, in kronor or kronor for each unit of size; below zero it pays more (besparing)."""

    party: str
    """Who."""
    low: float
    """With every assumption at the end that saves less."""
    base: float
    """With every assumption at its base."""
    high: float
    """With every assumption at the end that saves more."""


def savings_of(benefit: ScaleBenefit, *, per_unit: bool) -> list[Saving]:
    """Give what each saves, the most first."""
    rows: list[Saving] = []
    for party in benefit.parties:
        size = float(benefit.service.sizes[party]) if per_unit else 1.0
        rows.append(Saving(party, *(float(saved) / size for saved in benefit.of(party))))
    return sorted(rows, key=lambda row: -row.base)


def outcome(row: Saving, lang: str) -> str:
    """Say what a party saves or pays more in the base case.

    >>> outcome(Saving("Bjuv", -2e5, -1e5, 0.0), "en")
    'pays 100 thousand kr more'
    """
    size = in_words(row.base, lang)
    if not row.base:
        return worded(lang, "as alone", "som ensam")
    if row.base > 0:
        return worded(lang, f"saves {size}", f"sparar {size}")
    return worded(lang, f"pays {size} more", f"betalar {size} mer")


def heading_of(benefit: ScaleBenefit, rows: Sequence[Saving], lang: str, *, per_unit: bool) -> Heading:
    """Say what all save, for whom, and how surely."""
    each = each_unit(benefit.service.unit, lang)
    amounts = Amounts.of([abs(end) for row in rows for end in (row.low, row.base, row.high)], lang)
    year = worded(lang, "a year", "per år") + (f" {worded(lang, 'per', 'och')} {each}" if per_unit else "")
    told = [
        f"{row.party} {outcome(row, lang)} ({amounts.signed(row.low)} {worded(lang, 'to', 'till')} "
        f"{amounts.signed(row.high)} {amounts.axis} {year})."
        for row in rows
    ]
    split = f"{worded(lang, 'Split', 'Fördelat')} {split_told(benefit.method, lang)}."
    notes = [split, *([caution(lang)] if benefit.saving > 0 else [])]
    illustrative = made_up(benefit.assumptions.values(), lang)
    return Heading(_title(benefit, lang), _span(benefit, lang), illustrative, tuple(notes), tuple(told))


def _title(benefit: ScaleBenefit, lang: str) -> str:
    who, saved = the_parties(len(benefit.parties), lang), in_words(benefit.saving, lang)
    if len(benefit.parties) == 1:
        only = benefit.parties[0]
        return worded(lang, f"{only} is alone, so nothing is saved", f"{only} är ensam, så inget sparas")
    if benefit.saving < 0:
        return worded(
            lang,
            f"Together {who} pay {saved} a year more than alone",
            f"Tillsammans betalar {who} {saved} mer per år än var för sig",
        )
    if not benefit.saving:
        title = worded(
            lang, f"Together {who} pay as much as alone", f"Tillsammans betalar {who} lika mycket som ensamma"
        )
    else:
        title = worded(lang, f"Together {who} save {saved} a year", f"Tillsammans sparar {who} {saved} per år")
    return title + _whom(benefit, lang)


def _whom(benefit: ScaleBenefit, lang: str) -> str:
    """Say who pays more, or else who saves the most for each unit of size."""
    losers = [party for party in benefit.parties if benefit.of(party)[1] < 0]
    if losers:
        rest = len(losers) - _NAMED
        others = [worded(lang, f"{counted(rest, lang)} more", f"{counted(rest, lang)} till")] if rest > 0 else []
        named = listed([*losers[:_NAMED], *others], lang)
        english = f", but {named} {'lose' if len(losers) > 1 else 'loses'}"
        return worded(lang, english, f", men {named} förlorar")
    each, best = each_unit(benefit.service.unit, lang), max(benefit.parties, key=benefit.per_unit)
    alike = len({float(benefit.per_unit(party)) for party in benefit.parties}) == 1
    if alike or not benefit.per_unit(best):  # where all save alike nobody saves most
        return ""
    return worded(lang, f", most per {each} in {best}", f", mest per {each} i {best}")


def _span(benefit: ScaleBenefit, lang: str) -> str:
    low, high = benefit.saving_range
    if low == high:
        return ""
    worst, best = (_gain(float(amount), lang) for amount in (low, high))
    return worded(
        lang,
        f"From {worst} to {best} a year, with every assumption at its worst or best end.",
        f"Från {worst} till {best} per år, med alla antaganden i sin sämsta eller bästa ände.",
    )


def _gain(amount: float, lang: str) -> str:
    size = in_words(amount, lang)
    if amount < 0:
        return worded(lang, f"{size} more than alone", f"{size} mer än var för sig")
    return worded(lang, f"{size} saved", f"{size} sparade")
