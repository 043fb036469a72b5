"""Keys with least and largest shares, rebates and tiers."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from familjen.language import say, worded
from familjen.model.keys.key import Key, nested
from familjen.model.keys.measured import Population
from familjen.model.kinds import register
from familjen.validators import (
    is_a,
    is_fraction,
    is_identifier,
    is_nonnegative_amount,
    is_share,
    one_of,
    optional,
    refuse,
    tuple_of,
)

__all__ = ["Bound", "Bounded", "SizeRebate", "SizeTier", "Tier", "Tiered"]


def _is_not_below_minimum(instance: "Bound", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if value is not None and instance.minimum is not None and value < instance.minimum:
        refuse(instance, attribute, f"the largest share {value} is below the least, {instance.minimum}; exchange them")


def _rises(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    limits = [tier.above for tier in value]
    if limits != sorted(set(limits)):
        refuse(instance, attribute, "the tiers do not rise; order them by what they begin above, each once")


@attrs.frozen
class Bound:
    """A least and a largest share (lägsta och högsta andel)."""

    minimum: Fraction | None = attrs.field(default=None, kw_only=True, validator=optional(is_share))
    """The least part of the whole; ``None`` when there is none."""
    maximum: Fraction | None = attrs.field(
        default=None, kw_only=True, validator=[optional(is_share), _is_not_below_minimum]
    )
    """The largest part of the whole; ``None`` when there is none."""
    party: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """Whom it is for; ``None`` for each party that has no bound of its own."""


@register
@attrs.frozen
class Bounded(Key):
    """A key whose shares have a floor and a ceiling; the others carry the rest in proportion (andelsgränser).

    >>> from familjen.model import Population
    >>> bounds = (Bound(minimum=Fraction(1, 20)), Bound(maximum=Fraction(2, 5), party="1283"))
    >>> Bounded(Population(), bounds).text()[-71:]
    '; each party at least 5 %; 1283 at most 40 %; the others carry the rest'
    """

    key: Key = attrs.field(validator=is_a(Key))
    """The key."""
    bounds: tuple[Bound, ...] = attrs.field(validator=tuple_of(Bound))
    """The bounds: one for all, and those of single parties."""

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        said = [nested(self.key, lang)]
        for bound in self.bounds:
            limits = [
                f"{word} {say(limit, lang)}"
                for word, limit in (
                    (worded(lang, "at least", "minst"), bound.minimum),
                    (worded(lang, "at most", "högst"), bound.maximum),
                )
                if limit is not None
            ]
            whom = bound.party or worded(lang, "each party", "varje part")
            said.append(f"{whom} {worded(lang, ' and ', ' och ').join(limits)}".rstrip())
        return "; ".join((*said, worded(lang, "the others carry the rest", "övriga bär resten")))


@attrs.frozen
class SizeTier:
    """A rebate from a size on (rabatt från en viss storlek)."""

    above: Decimal = attrs.field(validator=is_nonnegative_amount)
    """The rebate is for parties with more inhabitants than this."""
    rebate: Fraction = attrs.field(validator=is_share)
    """How much of its weight a party is spared."""


@register
@attrs.frozen
class SizeRebate(Key):
    """Parties of a certain size are weighed less, and the others carry the rest in proportion (storleksrabatt)."""

    key: Key = attrs.field(validator=is_a(Key))
    """The key."""
    size: Population = attrs.field(validator=one_of(Population))
    """How the size is counted."""
    tiers: tuple[SizeTier, ...] = attrs.field(validator=[tuple_of(SizeTier), _rises])
    """From which size on, how much; the last tier that fits counts, for the whole weight."""

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        less, above = worded(lang, "less", "lägre vikt"), worded(lang, "above", "över")
        tiers = "; ".join(f"{above} {say(tier.above, lang)}: {say(tier.rebate, lang)} {less}" for tier in self.tiers)
        size = worded(lang, "rebate", "rabatt")
        return f"{nested(self.key, lang)}; {size} {self.size.text(lang)} ({tiers})"


@attrs.frozen
class Tier:
    """A bracket of a tiered weight (skikt)."""

    above: Decimal = attrs.field(validator=is_nonnegative_amount)
    """The bracket holds what lies above this figure, up to where the next begins."""
    weight: Fraction = attrs.field(validator=is_fraction)
    """What each unit in the bracket weighs."""


@register
@attrs.frozen
class Tiered(Key):
    """A party's figure is weighed bracket by bracket, such as half above 10,000 (skiktad nyckel)."""

    key: Key = attrs.field(validator=is_a(Key))
    """The key whose figures are parted into brackets."""
    tiers: tuple[Tier, ...] = attrs.field(validator=[tuple_of(Tier), _rises])
    """The brackets, rising; what lies below the first weighs nothing."""

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        above = worded(lang, "above", "över")
        tiers = "; ".join(f"{above} {say(tier.above, lang)}: × {say(tier.weight, lang)}" for tier in self.tiers)
        return f"{nested(self.key, lang)}, {worded(lang, 'by brackets', 'skiktvis')} ({tiers})"
