"""Steps that say what is done with a surplus or a deficit."""

from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

import attrs

from familjen.language import say, worded
from familjen.model.keys.key import Key
from familjen.model.kinds import register
from familjen.model.steps.step import Phase, Step
from familjen.validators import is_a, is_bool, is_nonnegative_amount, is_share, optional

__all__ = ["DeficitRule", "SurplusRule"]


@register
@attrs.frozen
class SurplusRule(Step):
    """What is done with a surplus: some is kept, the rest paid out (överskottsregel).

    Whoever bills gives the year's ``result`` and, with a floor, the ``equity`` before it. A cost below zero is a
    surplus too.
    """

    phase: ClassVar[Phase | None] = Phase.RESULT
    key: Key | None = attrs.field(default=None, validator=optional(is_a(Key)))
    """By what it is paid out: capital, usage; ``None`` for the parties' amounts of the year (fees)."""
    threshold: Decimal = attrs.field(default=Decimal(0), kw_only=True, validator=is_nonnegative_amount)
    """So much of the surplus is kept in any case."""
    equity_floor: Decimal | None = attrs.field(default=None, kw_only=True, validator=optional(is_nonnegative_amount))
    """Equity is first raised to this; ``None`` when there is no floor."""
    share: Fraction = attrs.field(default=Fraction(1), kw_only=True, validator=is_share)
    """How much of what then remains is paid out; 0 keeps all."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        said = worded(lang, "A surplus", "Ett överskott")
        if self.threshold:
            said += worded(lang, f" above {say(self.threshold, 'en')} kr", f" över {say(self.threshold, 'sv')} kr")
        if self.equity_floor is not None:
            said += worded(
                lang,
                f", once equity has reached {say(self.equity_floor, 'en')} kr,",
                f", sedan eget kapital nått {say(self.equity_floor, 'sv')} kr,",
            )
        by = worded(lang, "by the year's amounts", "efter årets belopp") if self.key is None else self.key.text(lang)
        return worded(
            lang,
            f"{said} is paid out to {say(self.share, 'en')}, {by}.",
            f"{said} betalas ut till {say(self.share, 'sv')}, {by}.",
        )


@register
@attrs.frozen
class DeficitRule(Step):
    """Who covers a deficit: own equity first if so agreed, then the parties by a key (underskottsregel).

    Whoever bills gives the year's ``result``, below zero, and the ``equity`` where it is used first. If a federation
    lacks assets for a debt, its members fill the gap by their share of the debt (KL 9:11).
    """

    phase: ClassVar[Phase | None] = Phase.RESULT
    key: Key | None = attrs.field(default=None, validator=optional(is_a(Key)))
    """By what the parties cover it: shares of debt, capital; ``None`` for the parties' amounts of the year."""
    equity_first: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether own equity is used before the parties."""
    equity_floor: Decimal = attrs.field(default=Decimal(0), kw_only=True, validator=is_nonnegative_amount)
    """Equity is used down to this only."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        by = worded(lang, "by the year's amounts", "efter årets belopp") if self.key is None else self.key.text(lang)
        first = ""
        if self.equity_first:
            first = worded(
                lang,
                f" first from equity, down to {say(self.equity_floor, 'en')} kr, then",
                f" först ur eget kapital, ned till {say(self.equity_floor, 'sv')} kr, därefter",
            )
        elif self.equity_floor:
            first = worded(
                lang,
                f" (equity of {say(self.equity_floor, 'en')} kr untouched)",
                f" (eget kapital om {say(self.equity_floor, 'sv')} kr orört)",
            )
        return worded(
            lang,
            f"A deficit is covered{first} by the parties, {by}.",
            f"Ett underskott täcks{first} av parterna, {by}.",
        )
