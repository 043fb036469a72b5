"""Sharing capacity for demands that vary (gemensam kapacitet)."""

from collections.abc import Mapping
from typing import Any

import attrs
import numpy as np

from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError
from familjen.games.by_player import numbers_of
from familjen.games.coalition import Player
from familjen.games.number import as_exact
from familjen.language import worded
from familjen.scale.pooling.demand import capacities, exceeding, need_dispersion
from familjen.scale.pooling.numbers import Floats, chance
from familjen.scale.pooling.parties import read_added, read_demands
from familjen.scale.pooling.pooled import Members, Pooled, Words
from familjen.scale.pooling.written import decimal, percent

__all__ = ["PooledCapacity", "pool_demand"]


@attrs.frozen(repr=False)
class PooledCapacity(Pooled):
    """How much capacity covers each party's demand alone, and that of all together (gemensam kapacitet).

    Made by `pool_demand`. Demands are mean numbers, such as of placements at a time.
    """

    at_least: float = attrs.field(kw_only=True)
    """The probability with which a demand is covered, the same alone and together."""
    dispersions: tuple[float, ...] = attrs.field(kw_only=True)
    """Each party's variance over its mean, in the order of the parties."""
    correlation: float = attrs.field(kw_only=True)
    """The correlation of any two parties' demands: 0 where they are independent."""

    def moments(self, members: Members, added: float) -> tuple[Floats, Floats]:
        """Give the mean of each group's demand, and its variance over its mean, which is Σ_ij ρ_ij·σ_i·σ_j / Σ m_i.

        What working together adds are more cases of the same kind, so that the variance over the mean is the same.
        """
        means, spreads = np.array(self.demands), np.array(self.dispersions)
        busy = members & (means > 0)
        mean: Floats = np.where(busy, means, 0.0).sum(axis=1)
        least = spreads.min()
        beyond: Floats = np.where(busy, means * (spreads - least), 0.0).sum(axis=1)
        deviations: Floats = np.where(busy, np.sqrt(means * spreads), 0.0)
        shared: Floats = np.where(busy.sum(axis=1) > 1, deviations.sum(axis=1) ** 2 - (deviations**2).sum(axis=1), 0.0)
        more: Floats = np.divide(beyond + self.correlation * shared, mean, out=np.zeros(mean.shape), where=mean > 0)
        return np.where(members.sum(axis=1) > 1, mean * (1 + added), mean), least + more

    def needed_by(self, members: Members, added: float) -> Floats:
        """Give the capacity that each group needs."""
        return capacities(*self.moments(members, added), self.at_least)

    def reached_by(self, members: Members, numbers: Floats) -> Floats:
        """Give the probability with which the demand is covered."""
        return 1 - exceeding(numbers, *self.moments(members, self.added))

    def words(self, lang: str) -> Words:
        """Say what is demanded, needed and promised."""
        share = percent(self.at_least, lang, 3)
        return Words(
            worded(lang, "Mean demand", "Medelbehov"),
            worded(lang, "places", "platser"),
            worded(lang, "Demand covered", "Behovet täckt"),
            worded(
                lang,
                f"the demand is covered with a probability of at least {share}",
                f"behovet täcks med minst {share} sannolikhet",
            ),
        )

    def assumptions(self, lang: str = "en") -> tuple[str, ...]:
        """Say each assumption that the result rests on, in a sentence, in English or Swedish."""
        return (
            self._distribution(lang),
            self._dependence(lang),
            worded(
                lang,
                "A place that is free serves any party's case.",
                "En ledig plats kan användas för vilken parts ärende som helst.",
            ),
            worded(
                lang,
                f"Working together adds {percent(self.added, lang)} to the demand.",
                f"Samarbetet ökar behovet med {percent(self.added, lang)}.",
            ),
        )

    def _distribution(self, lang: str) -> str:
        least, most = min(self.dispersions), max(self.dispersions)
        if most == 1:
            return worded(
                lang,
                "Each party's demand is Poisson distributed: its variance is its mean.",
                "Varje parts behov är poissonfördelat: variansen är lika med medelvärdet.",
            )
        low, high = decimal(least, lang), decimal(most, lang)
        span = low if least == most else worded(lang, f"{low} to {high}", f"{low} till {high}")
        return worded(
            lang,
            f"Each party's demand is negative binomial, with a variance of {span} times its mean.",
            f"Varje parts behov är negativt binomialfördelat, med variansen {span} gånger medelvärdet.",
        )

    def _dependence(self, lang: str) -> str:
        alike = min(self.dispersions) == max(self.dispersions)
        if not self.correlation and alike:
            return worded(lang, "Demands are independent of each other.", "Parternas behov är oberoende av varandra.")
        found = decimal(self.correlation, lang)
        return worded(
            lang,
            f"Any two demands have a correlation of {found}; their sum is taken to be negative binomial, with the mean "
            "and variance that follow.",
            f"Varje par av behov har korrelationen {found}; summan antas vara negativt binomialfördelad, med det "
            "medelvärde och den varians som följer.",
        )


def pool_demand(
    means: Mapping[Any, float],
    *,
    at_least: float,
    dispersion: float | Mapping[Any, float] = 1.0,
    correlation: float = 0.0,
    added: float = 0.0,
) -> PooledCapacity:
    """Compare what capacity covers each party's demand alone, and that of all together, with one probability.

    Such as places in sheltered housing, or case workers for reports that come in waves. What chance gives one party too
    much, it gives another too little, so that together the safety beyond the mean is smaller: unless demands rise
    together. With small means, or a low probability, it may take more together than alone, because a party that is
    promised little needs nothing alone; then nothing is saved, and the result says so.

    Args:
        means: Each party's mean demand, zero or more.
        at_least: The probability with which the demand is covered, above 0 and below 1.
        dispersion: The variance over the mean, from 1 to 10,000: one for all, or of each party.
        correlation: The correlation of any two parties' demands, from 0 to 1.
        added: By which share the mean demand of two or more grows because they work together, zero or more.

    Raises:
        InvalidValueError: There are fewer than two parties, a mean is negative or not finite, all sum to more than
            10^9, or another number is outside its range.
        UnknownIdError: There is a dispersion of somebody without a mean.

    Complexity: O(n·(√variance + dispersion)·log variance).

    Source: Eppen, "Effects of centralization on expected costs in a multi-location newsboy problem", Management
    Science 25 (1979), pp. 498-501, on what correlation leaves of the effect.

    >>> pooled = pool_demand({"Bjuv": 4, "Klippan": 6, "Åstorp": 5}, at_least=0.95)
    >>> pooled.alone, pooled.together, pooled.saved
    ((8, 10, 9), 22, 5)
    >>> pool_demand({"Bjuv": 4, "Klippan": 6, "Åstorp": 5}, at_least=0.95, correlation=0.5).saved
    2
    """
    parties, demands = read_demands(means, "mean", "means")
    tied = float(as_exact(correlation, "the correlation", "correlation"))
    if not 0 <= tied <= 1:
        reason = f"the correlation is {tied:g}; give 0 (independent) to 1 (all rise together)"
        raise InvalidValueError(reason, attribute="correlation")
    return PooledCapacity(
        parties,
        demands,
        added=read_added(added),
        at_least=chance(at_least, "the probability", "at_least"),
        dispersions=_dispersions(parties, dispersion),
        correlation=tied,
    )


def _dispersions(parties: tuple[Player, ...], dispersion: Any) -> tuple[float, ...]:
    if not is_mapping(dispersion):
        return (need_dispersion(dispersion),) * len(parties)
    found = numbers_of(parties, dispersion, "dispersion", "dispersion")
    return tuple(need_dispersion(each) for each in found)
