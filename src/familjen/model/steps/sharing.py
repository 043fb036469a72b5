"""Steps that say who carries how much: by a key, at a rate, or a flat sum."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

import attrs

from familjen.dates import ReferenceDate
from familjen.language import listed, say, worded
from familjen.model.keys.key import Key
from familjen.model.keys.measured import Population, TaxBase, Usage, on_day
from familjen.model.kinds import register
from familjen.model.steps.step import Phase, Step
from familjen.validators import is_a, is_identifier, is_nonnegative_amount, is_share, one_of, optional, refuse, tuple_of

__all__ = ["Distribution", "FlatFee", "Rate", "TaxBaseRate", "UnitPrice"]


def _is_only_one(instance: "Distribution", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if value is not None and instance.share is not None:
        refuse(instance, attribute, "give either a share or an amount of the cost, not both")


@register
@attrs.frozen
class Distribution(Step):
    """The cost, or a part of it, is shared by a key (fördelning).

    >>> from familjen.model import Equal, Population
    >>> base_fee = Distribution(Equal(), amount=Decimal(500_000))
    >>> base_fee.text()
    '500,000 kr of the cost is shared in equal parts.'
    """

    phase: ClassVar[Phase | None] = Phase.SHARING
    key: Key = attrs.field(validator=is_a(Key))
    """The key."""
    pool: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """The cost pool that it is for (kostnadsslag), where the cost is given by pools; ``None`` for the whole cost, or
    for all pools that no step names."""
    share: Fraction | None = attrs.field(default=None, kw_only=True, validator=optional(is_share))
    """The part of the pool that is shared so, as a part of the whole pool; ``None`` for all that remains."""
    amount: Decimal | None = attrs.field(
        default=None, kw_only=True, validator=[optional(is_nonnegative_amount), _is_only_one]
    )
    """The amount of the pool that is shared so; ``None`` for all that remains."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        cost = worded(lang, "the cost", "kostnaden")
        if self.pool is not None:
            cost += worded(lang, f" of {self.pool}", f" för {self.pool}")
        if self.share is not None:
            cost = f"{say(self.share, lang)} {worded(lang, 'of', 'av')} {cost}"
        elif self.amount is not None:
            cost = f"{say(self.amount, lang)} kr {worded(lang, 'of', 'av')} {cost}"
        else:
            cost = cost[0].upper() + cost[1:]
        return f"{cost} {worded(lang, 'is shared', 'fördelas')} {self.key.text(lang)}."


@register
@attrs.frozen
class Rate(Step):
    """Each party pays an amount per inhabitant (avgift per invånare).

    >>> Rate(Decimal(21)).per_inhabitant
    Decimal('21')
    """

    phase: ClassVar[Phase | None] = Phase.SHARING
    per_inhabitant: Decimal = attrs.field(validator=is_nonnegative_amount)
    """Amount per inhabitant and year, in the agreement's currency."""
    reference: ReferenceDate | None = attrs.field(default=None, validator=optional(one_of(ReferenceDate)))
    """The day on which inhabitants are counted; ``None`` when the agreement does not say: then whoever bills must."""
    parties: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of those who pay it; empty for all."""
    pool: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """The cost pool that it is drawn from, where the cost is given by pools."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        day = on_day(Population(self.reference), lang)
        per = worded(lang, "kr per inhabitant", "kr per invånare")
        return f"{_payers(self, lang)} {say(self.per_inhabitant, lang)} {per}{day}."


@register
@attrs.frozen
class TaxBaseRate(Step):
    """Each party pays so many per mille of its tax base (promille av skatteunderlaget)."""

    phase: ClassVar[Phase | None] = Phase.SHARING
    per_mille: Decimal = attrs.field(validator=is_nonnegative_amount)
    """Kronor per thousand kronor of tax base."""
    base: TaxBase = attrs.field(validator=one_of(TaxBase))
    """How the tax base is measured."""
    parties: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of those who pay it; empty for all."""
    pool: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """The cost pool that it is drawn from, where the cost is given by pools."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        per = worded(lang, "per mille", "promille")
        return f"{_payers(self, lang)} {say(self.per_mille, lang)} {per}, {self.base.text(lang)}."


@register
@attrs.frozen
class UnitPrice(Step):
    """Each party pays a price for each unit that it has used, such as an interpreter's hour (styckpris)."""

    phase: ClassVar[Phase | None] = Phase.SHARING
    price: Decimal = attrs.field(validator=is_nonnegative_amount)
    """Price of a unit, in the agreement's currency; 1 where the figures are each party's own costs."""
    usage: Usage = attrs.field(validator=one_of(Usage))
    """What is counted."""
    parties: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of those who pay it; empty for all."""
    pool: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """The cost pool that it is drawn from, where the cost is given by pools."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        per = worded(lang, "kr per unit", "kr per enhet")
        return f"{_payers(self, lang)} {say(self.price, lang)} {per}, {self.usage.text(lang)}."


@register
@attrs.frozen
class FlatFee(Step):
    """Each party pays the same flat sum (fast avgift)."""

    phase: ClassVar[Phase | None] = Phase.SHARING
    amount: Decimal = attrs.field(validator=is_nonnegative_amount)
    """What each pays, in the agreement's currency."""
    parties: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of those who pay it; empty for all."""
    pool: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """The cost pool that it is drawn from, where the cost is given by pools."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        flat = worded(lang, "a flat", "en fast avgift på")
        return f"{_payers(self, lang)} {flat} {say(self.amount, lang)} kr."


def _payers(fee: Rate | TaxBaseRate | UnitPrice | FlatFee, lang: str) -> str:
    """Say who pays a fee, and for which pool."""
    whom = worded(lang, "Each party", "Varje part")
    if fee.parties:
        whom = f"{worded(lang, 'Each of', 'Var och en av')} {listed(fee.parties, lang)}"
    said = f"{whom} {worded(lang, 'pays', 'betalar')}"
    return said if fee.pool is None else f"{said}{worded(lang, f' for {fee.pool}', f' för {fee.pool}')}"
