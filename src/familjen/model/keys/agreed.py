"""Keys whose figures stand in the agreement itself."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.language import say, worded
from familjen.model.keys.key import Key
from familjen.model.kinds import register
from familjen.model.ownership import Holding
from familjen.validators import is_fraction, is_identifier, is_nonnegative_amount, is_text, is_whole, tuple_of

__all__ = ["Equal", "Figure", "Figures", "FixedShares", "HistoricalBudgets", "OwnershipShares", "Share"]


@register
@attrs.frozen
class Equal(Key):
    """Every party carries the same part (lika delar)."""

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        return worded(lang, "in equal parts", "i lika delar")


@attrs.frozen
class Share:
    """A party's fixed part of a cost (andel)."""

    party: str = attrs.field(validator=is_identifier)
    """Id of the party."""
    share: Fraction = attrs.field(validator=is_fraction)
    """Its part of the whole, such as ``Fraction(1, 3)``."""


@register
@attrs.frozen
class FixedShares(Key):
    """Each party carries a fixed part (fasta andelar).

    >>> FixedShares.of({"1283": Fraction(2, 3), "1260": Fraction(1, 3)}).shares[0].party
    '1283'
    """

    shares: tuple[Share, ...] = attrs.field(validator=tuple_of(Share))
    """The parts, which should come to one."""

    @classmethod
    def of(cls, shares: Mapping[str, Fraction]) -> "FixedShares":
        """Make it from a mapping of party to share."""
        return cls(tuple(Share(party, share) for party, share in shares.items()))

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        return worded(lang, "by fixed shares", "efter fasta andelar") + _listed(
            ((part.party, part.share) for part in self.shares), lang
        )


@attrs.frozen
class Figure:
    """A party's figure (uppgift per part)."""

    party: str = attrs.field(validator=is_identifier)
    """Id of the party."""
    value: Decimal = attrs.field(validator=is_nonnegative_amount)
    """The figure."""


@register
@attrs.frozen
class Figures(Key):
    """Each party carries a part in proportion to a figure that the agreement gives (angivna tal).

    >>> hours = Figures.of("agreed hours", {"1283": 30, "1260": 10})
    >>> hours.text()
    'by agreed hours (1283: 30; 1260: 10)'
    """

    what: str = attrs.field(validator=is_text)
    """What the figures are, such as ``"agreed hours"``."""
    figures: tuple[Figure, ...] = attrs.field(validator=tuple_of(Figure))
    """The figures, one for each party."""

    @classmethod
    def of(cls, what: str, figures: Mapping[str, int | Decimal]) -> "Figures":
        """Make it from a mapping of party to figure."""
        return cls(what, tuple(Figure(party, Decimal(figure)) for party, figure in figures.items()))

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        said = worded(lang, f"by {self.what}", f"efter {self.what}")
        return said + _listed(((figure.party, figure.value) for figure in self.figures), lang)


@register
@attrs.frozen
class HistoricalBudgets(Key):
    """Each party carries a part in proportion to its own budget before the cooperation (historiska budgetar).

    A proposal of 2017 for a joint rescue committee in the Umeå region shares the net cost by each member's own budget
    for 2018.
    """

    year: int = attrs.field(validator=is_whole(1862, 9999))
    """The year of the budgets."""
    budgets: tuple[Figure, ...] = attrs.field(validator=tuple_of(Figure))
    """Each party's own budget, in the agreement's currency."""

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        said = worded(
            lang, f"by each party's own budget for {self.year}", f"efter varje parts egen budget för {self.year}"
        )
        return said + _listed(((figure.party, figure.value) for figure in self.budgets), lang)


@register
@attrs.frozen
class OwnershipShares(Key):
    """Each party carries a part as large as what it owns (ägarandelar).

    Parties without a holding carry nothing; holdings of owners that are not billed are left out of account.
    """

    holdings: tuple[Holding, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Holding))
    """Who owns how much; empty when the agreement's own owners are meant."""

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        said = worded(lang, "by ownership", "efter ägarandel")
        return said + _listed(((holding.owner, holding.share) for holding in self.holdings), lang)


def _listed(figures: Iterable[tuple[str, object]], lang: str) -> str:
    said = "; ".join(f"{party}: {say(figure, lang)}" for party, figure in figures)
    return f" ({said})" if said else ""
