"""Sharing those who answer (gemensam bemanning)."""

from collections.abc import Mapping
from typing import Any

import attrs
import numpy as np

from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.scale.pooling.numbers import Floats
from familjen.scale.pooling.parties import read_added, read_demands
from familjen.scale.pooling.pooled import Members, Pooled, Words
from familjen.scale.pooling.service_level import ServiceLevel
from familjen.scale.pooling.written import percent
from familjen.validators import show

__all__ = ["PooledStaffing", "pool_servers"]


@attrs.frozen(repr=False)
class PooledStaffing(Pooled):
    """How many must be on duty at the same time in each party alone, and in all together (gemensam bemanning).

    Made by `pool_servers`. Demands are loads in erlang.
    """

    level: ServiceLevel = attrs.field(kw_only=True)
    """What is promised, the same alone and together."""

    def loads(self, members: Members, added: float) -> Floats:
        """Give the load of each group, in erlang, with what working together adds."""
        sums: Floats = np.where(members, np.array(self.demands), 0.0).sum(axis=1)
        found: Floats = np.where(members.sum(axis=1) > 1, sums * (1 + added), sums)
        return found

    def needed_by(self, members: Members, added: float) -> Floats:
        """Give how many servers each group needs."""
        return self.level.servers(self.loads(members, added))

    def reached_by(self, members: Members, numbers: Floats) -> Floats:
        """Give the share of calls that get what is promised."""
        return self.level.reached(self.loads(members, self.added), numbers)

    def words(self, lang: str) -> Words:
        """Say what is demanded, needed and promised."""
        return Words(
            worded(lang, "Load", "Belastning"),
            worded(lang, "servers", "betjäningsställen"),
            worded(lang, "Served as promised", "Betjänade som utlovat"),
            self.level.said(lang),
        )

    def assumptions(self, lang: str = "en") -> tuple[str, ...]:
        """Say each assumption that the result rests on, in a sentence, in English or Swedish."""
        return (
            self.level.assumed(lang),
            worded(
                lang,
                "They come independently in each party, at a rate that does not change while the servers are on duty.",
                "De kommer oberoende av varandra i varje part, lika tätt hela tiden som bemanningen gäller.",
            ),
            worded(
                lang,
                "They take as long in each party, and whoever is on duty can serve all parties.",
                "De tar lika lång tid i varje part, och den som är i tjänst kan betjäna alla parter.",
            ),
            worded(
                lang,
                f"Working together adds {percent(self.added, lang)} to the load.",
                f"Samarbetet ökar belastningen med {percent(self.added, lang)}.",
            ),
        )


def pool_servers(loads: Mapping[Any, float], level: ServiceLevel, *, added: float = 0.0) -> PooledStaffing:
    """Compare how many must be on duty in each party alone, and in all together, for the same service (poolning).

    Such as a switchboard, or social workers on call at night. Where all calls are alike, one group never needs more
    than several with the same promise. Where they are not, it may: long calls of one party then stand in the way of
    short ones of another. What working together adds to the load is yours to say; `PooledStaffing.break_even` tells
    how much it may add before more are needed than apart.

    Args:
        loads: Each party's offered load in erlang: calls per hour times hours per call.
        level: What is promised: `LostAtMost`, `DelayedAtMost` or `AnsweredWithin`.
        added: By which share the load of two or more grows because they work together, zero or more.

    Raises:
        InvalidValueError: There are fewer than two parties, a load is negative or not finite, all sum to more than
            10^9, or the share is negative.

    Complexity: O(n·√load·log load).

    Source: Smith and Whitt, "Resource sharing for efficiency in traffic systems", Bell System Technical Journal 60
    (1981), which proves that pooling like calls never harms, and shows that pooling unlike ones may.

    >>> from familjen.scale.pooling import DelayedAtMost
    >>> pooled = pool_servers({"Bjuv": 1.5, "Klippan": 1.5, "Åstorp": 2}, DelayedAtMost(0.2))
    >>> print(pooled)
    Party     Load  Servers  Served as promised
    -------------------------------------------
    Bjuv       1.5        4              92.5 %
    Klippan    1.5        4              92.5 %
    Åstorp       2        4              82.6 %
    -------------------------------------------
    Apart        5       12
    Together     5        8              83.3 %
    >>> round(pooled.break_even, 2)
    0.71
    """
    promised: Any = level
    if not isinstance(promised, ServiceLevel):
        reason = f"{show(promised)} promises nothing; give LostAtMost(0.01), DelayedAtMost(0.2) or AnsweredWithin(...)"
        raise InvalidValueError(reason, attribute="level")
    parties, demands = read_demands(loads, "load", "loads")
    return PooledStaffing(parties, demands, added=read_added(added), level=promised)
