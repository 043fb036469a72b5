"""Index clauses: how an amount follows prices and wages from year to year."""

import enum
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

import attrs

from familjen.language import say, worded
from familjen.model.kinds import register
from familjen.model.steps.step import Phase, Step
from familjen.validators import (
    is_amount,
    is_identifier,
    is_share,
    is_text,
    is_whole,
    one_of,
    optional,
    refuse,
    tuple_of,
)

__all__ = ["Earmark", "IndexPart", "IndexStatus", "Indexation", "YearChange"]


class IndexStatus(enum.StrEnum):
    """Whether an index value is preliminary or final (preliminärt eller slutligt indextal)."""

    PRELIMINARY = "preliminary"
    """Published before all is known (preliminärt)."""
    FINAL = "final"
    """It will not change (slutligt)."""


def _is_change(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    is_amount(instance, attribute, value)
    if value <= -1:
        refuse(instance, attribute, f"{value} takes all away; a change of 3 % is Decimal('0.03')")


@attrs.frozen
class YearChange:
    """How much an index changes in a year (årlig indexförändring).

    >>> YearChange(2027, Decimal("0.030")).change
    Decimal('0.030')
    """

    year: int = attrs.field(validator=is_whole(1862, 9999))
    """The year for which prices are raised."""
    change: Decimal = attrs.field(validator=_is_change)
    """The change from the year before: 0.03 for 3 %."""
    status: IndexStatus | None = attrs.field(default=None, validator=optional(one_of(IndexStatus)))
    """Whether it is preliminary or final; ``None`` when nobody has said."""


@attrs.frozen
class IndexPart:
    """An index and its weight in a composite (indexdel)."""

    index: str = attrs.field(validator=is_identifier)
    """Name of the index, such as PKV, KPI, AKI or OPI: a variable of the statistics, or of whoever bills."""
    weight: Fraction = attrs.field(default=Fraction(1), validator=is_share)
    """Its weight in the composite."""
    changes: tuple[YearChange, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(YearChange))
    """The changes that are known; those of other years are looked up."""


@attrs.frozen
class Earmark:
    """An amount added after the index of a year, which later years' index then raises too (öronmärkt tillskott)."""

    year: int = attrs.field(validator=is_whole(1862, 9999))
    """The year in which it is added."""
    amount: Decimal = attrs.field(validator=is_amount)
    """The amount, in the agreement's currency."""
    what: str | None = attrs.field(default=None, validator=optional(is_text))
    """What it is for."""


@register
@attrs.frozen
class Indexation(Step):
    """The amount follows an index, year by year from a base year (indexuppräkning).

    Before the sharing it raises the cost, after it every party's amount. Each year's amount is the year before's times
    1 + (share of index) × (the parts' weighted change), plus what is earmarked for the year.

    >>> budget = Indexation(2026, (IndexPart("PKV", changes=(YearChange(2027, Decimal("0.03")),)),))
    >>> print(budget.text())
    The amount is raised each year from 2026 by 100 % PKV (2027: 0.03).
    """

    phase: ClassVar[Phase | None] = None
    base_year: int = attrs.field(validator=is_whole(1862, 9999))
    """The year whose price level the amount has."""
    parts: tuple[IndexPart, ...] = attrs.field(validator=tuple_of(IndexPart))
    """The indices, whose weights come to one."""
    share: Fraction = attrs.field(default=Fraction(1), kw_only=True, validator=is_share)
    """How much of the index is followed."""
    frozen_years: tuple[int, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_whole(1862, 9999)))
    """Years in which the amount stands still."""
    earmarks: tuple[Earmark, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Earmark))
    """What is added after the index, and when."""
    values: IndexStatus | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(IndexStatus)))
    """Which values count, preliminary or final; ``None`` for whichever is there."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        parts = " + ".join(f"{say(part.weight, lang)} {part.index}{_changes(part, lang)}" for part in self.parts)
        said = worded(
            lang,
            f"The amount is raised each year from {self.base_year} by {parts}",
            f"Beloppet räknas upp varje år från {self.base_year} med {parts}",
        )
        if self.share != 1:
            said += worded(
                lang, f", to {say(self.share, 'en')} of the change", f", till {say(self.share, 'sv')} av förändringen"
            )
        if self.values is not None:
            final = self.values is IndexStatus.FINAL
            said += worded(
                lang,
                f", {'final' if final else 'preliminary'} values compared with the same",
                f", {'slutliga' if final else 'preliminära'} värden jämförda med likadana",
            )
        if self.frozen_years:
            said += worded(lang, "; not in ", "; inte ") + ", ".join(map(str, self.frozen_years))
        for earmark in self.earmarks:
            what = worded(lang, f" for {earmark.what}", f" för {earmark.what}") if earmark.what else ""
            said += worded(
                lang,
                f"; after index, {say(earmark.amount, 'en')} kr{what} is added in {earmark.year}",
                f"; efter index tillkommer {say(earmark.amount, 'sv')} kr{what} {earmark.year}",
            )
        return f"{said}."


def _changes(part: IndexPart, lang: str) -> str:
    states = {
        None: "",
        IndexStatus.FINAL: worded(lang, " final", " slutligt"),
        IndexStatus.PRELIMINARY: worded(lang, " preliminary", " preliminärt"),
    }
    said = "; ".join(f"{item.year}: {say(item.change, lang)}{states[item.status]}" for item in part.changes)
    return f" ({said})" if said else ""
