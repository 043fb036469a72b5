"""Steps that say what there is to share."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

import attrs

from familjen.language import say, worded
from familjen.model.kinds import register
from familjen.model.steps.step import Phase, Step
from familjen.validators import (
    is_fraction,
    is_identifier,
    is_nonnegative_amount,
    is_share,
    is_text,
    is_whole,
    optional,
    refuse,
)

__all__ = ["Addition", "BaseCost", "Deductible", "FromEquity", "Income", "Overhead"]


def _is_rate(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    is_fraction(instance, attribute, value)
    if value < 0:
        refuse(instance, attribute, f"{value} is negative; give zero or more")


@register
@attrs.frozen
class BaseCost(Step):
    """The cost of a base year, which the clause itself gives so that whoever bills need not (baskostnad)."""

    phase: ClassVar[Phase | None] = Phase.COST
    amount: Decimal = attrs.field(validator=is_nonnegative_amount)
    """The cost, in the agreement's currency."""
    year: int = attrs.field(validator=is_whole(1862, 9999))
    """The year whose cost it is."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        return worded(
            lang,
            f"The cost is that of {self.year}: {say(self.amount, lang)} kr.",
            f"Kostnaden är {self.year} års: {say(self.amount, lang)} kr.",
        )


@register
@attrs.frozen
class Income(Step):
    """Grants and own income are drawn from the cost (bidrag och egna intäkter)."""

    phase: ClassVar[Phase | None] = Phase.COST
    what: str = attrs.field(validator=is_identifier)
    """What it is, such as ``"grants"``: the name by which whoever bills gives the year's amount."""
    amount: Decimal | None = attrs.field(default=None, validator=optional(is_nonnegative_amount))
    """The amount where it is the same each year; ``None`` where whoever bills gives it."""
    pool: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """The cost pool that it concerns, where the cost is given by pools."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        amount = "" if self.amount is None else worded(lang, f", {say(self.amount, 'en')} kr a year", "")
        if self.amount is not None and lang == "sv":
            amount = f", {say(self.amount, 'sv')} kr per år"
        return worded(
            lang,
            f"Income ({self.what}){amount} is drawn from the cost{_of(self.pool, lang)}.",
            f"Intäkter ({self.what}){amount} dras från kostnaden{_of(self.pool, lang)}.",
        )


@register
@attrs.frozen
class FromEquity(Step):
    """A part of the cost is paid from the cooperation's own equity (finansiering med eget kapital)."""

    phase: ClassVar[Phase | None] = Phase.COST
    share: Fraction = attrs.field(validator=is_share)
    """The part of the cost that is paid so."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        return worded(
            lang,
            f"{say(self.share, 'en')} of the cost is paid from the cooperation's own equity.",
            f"{say(self.share, 'sv')} av kostnaden betalas ur samverkans eget kapital.",
        )


@register
@attrs.frozen
class Deductible(Step):
    """Only what exceeds an amount is shared (självrisk)."""

    phase: ClassVar[Phase | None] = Phase.COST
    amount: Decimal = attrs.field(validator=is_nonnegative_amount)
    """The amount that is not shared, in the agreement's currency."""
    carried_by: str | None = attrs.field(default=None, validator=optional(is_identifier))
    """Id of the party that is billed for it; ``None`` where it stays where it arose and is not billed."""
    pool: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """The cost pool that it concerns, where the cost is given by pools."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        amount = f"{say(self.amount, lang)} kr{_of(self.pool, lang)}"
        if self.carried_by is None:
            return worded(
                lang,
                f"Only what exceeds {amount} is shared; what lies below stays where it arose.",
                f"Endast det som överstiger {amount} fördelas; det som ligger under stannar där det uppstått.",
            )
        return worded(
            lang,
            f"Only what exceeds {amount} is shared; {self.carried_by} carries what lies below.",
            f"Endast det som överstiger {amount} fördelas; {self.carried_by} bär det som ligger under.",
        )


@register
@attrs.frozen
class Overhead(Step):
    """The host's overhead is added to the cost, as a part of it (värdens overheadpåslag).

    No more than the host's actual overhead is self-cost: give it as the amount ``actual_overhead``, and the statement
    says whether the surcharge stays below it.
    """

    phase: ClassVar[Phase | None] = Phase.COST
    rate: Fraction = attrs.field(validator=_is_rate)
    """The surcharge as a part of the cost so far, such as ``Fraction(8, 100)``."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        return worded(
            lang,
            f"The host's overhead is added as {say(self.rate, 'en')} of the cost.",
            f"Värdens overhead läggs på med {say(self.rate, 'sv')} av kostnaden.",
        )


@register
@attrs.frozen
class Addition(Step):
    """An amount is added to the cost, such as an earmarked investment (öronmärkt tillägg)."""

    phase: ClassVar[Phase | None] = Phase.COST
    what: str = attrs.field(validator=is_text)
    """What it is for."""
    amount: Decimal = attrs.field(validator=is_nonnegative_amount)
    """The amount, in the agreement's currency."""
    year: int | None = attrs.field(default=None, validator=optional(is_whole(1862, 9999)))
    """The year in which it is added; ``None`` for each year."""
    pool: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """The cost pool that it concerns, where the cost is given by pools."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        amount = say(self.amount, lang)
        when = worded(lang, "each year", "varje år") if self.year is None else str(self.year)
        return worded(
            lang,
            f"{amount} kr is added{_of(self.pool, lang)} for {self.what} ({when}).",
            f"{amount} kr läggs till{_of(self.pool, lang)} för {self.what} ({when}).",
        )


def _of(pool: str | None, lang: str) -> str:
    return "" if pool is None else worded(lang, f" of {pool}", f" för {pool}")
