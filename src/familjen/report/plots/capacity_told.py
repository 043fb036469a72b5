"""What is needed alone and together, in words (samlad kapacitet i ord)."""

import math
from collections.abc import Sequence

import attrs

from familjen.language import worded
from familjen.report.plots.heading import Heading, sentences
from familjen.scale.pooling import Pooled
from familjen.scale.pooling.written import decimal, whole

__all__ = ["Need", "capacity_heading", "needs_of"]


@attrs.frozen
class Need:
    """What one party needs, or all apart or together (behov)."""

    name: str
    """Who."""
    demand: float
    """The demand on average."""
    needed: int
    """What is needed so that the promise is kept."""


def needs_of(pooled: Pooled, lang: str) -> list[Need]:
    """Give what each needs alone, then all apart, then all together with what working together adds."""
    rows = [
        Need(str(party), demand, needed)
        for party, demand, needed in zip(pooled.parties, pooled.demands, pooled.alone, strict=True)
    ]
    demand = math.fsum(pooled.demands)
    apart = Need(worded(lang, "Apart", "Var för sig"), demand, sum(pooled.alone))
    return [*rows, apart, Need(worded(lang, "Together", "Tillsammans"), demand * (1 + pooled.added), pooled.together)]


def capacity_heading(pooled: Pooled, needs: Sequence[Need], illustrative: str, lang: str) -> Heading:
    """Say what is enough together, and what that is less than apart."""
    words = pooled.words(lang)
    what, demand = words.needed, words.demand.lower()
    so = worded(lang, f"So that {words.promise}.", f"Så att {words.promise}.")
    told = [
        worded(
            lang,
            f"{each.name}: {whole(each.needed, lang)} {what} for a {demand} of {decimal(each.demand, lang)}.",
            f"{each.name}: {whole(each.needed, lang)} {what} för {demand} {decimal(each.demand, lang)}.",
        )
        for each in needs
    ]
    return Heading(_title(pooled, what, lang), so, illustrative, sentences(pooled.assumptions(lang)), tuple(told))


def _title(pooled: Pooled, what: str, lang: str) -> str:
    together, much = whole(pooled.together, lang), whole(abs(pooled.saved), lang)
    if not pooled.saved:
        return worded(
            lang,
            f"Together it takes {together} {what}, as many as apart",
            f"Tillsammans behövs {together} {what}, lika många som var för sig",
        )
    if pooled.saved < 0:
        return worded(
            lang,
            f"Together it takes {together} {what}, {much} more than apart",
            f"Tillsammans behövs {together} {what}, {much} fler än var för sig",
        )
    return worded(
        lang,
        f"Together {together} {what} are enough, {much} fewer than apart",
        f"Tillsammans räcker {together} {what}, {much} färre än var för sig",
    )
