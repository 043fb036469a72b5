"""What each party pays on average alone, and all together, in numbers and words (genomsnittskostnader)."""

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.language import worded
from familjen.report.plots.amounts import in_words, number
from familjen.report.plots.heading import Heading, made_up
from familjen.report.plots.ranged import cost_ranges
from familjen.report.plots.units import each_unit
from familjen.scale.service import ServiceCost

__all__ = ["Averages", "averages", "heading_of"]

Floats = NDArray[np.float64]


@attrs.frozen(eq=False)
class Averages:
    """Each party alone and, where there are several, all together last (genomsnittskostnader)."""

    names: tuple[str, ...]
    """Who."""
    sizes: Floats
    """How large: shape (m,)."""
    least: Floats
    """The average cost at best, in kronor a year for each unit of size: shape (m,)."""
    base: Floats
    """The average cost with every assumption at its base."""
    most: Floats
    """The average cost at worst."""
    each: str
    """One unit of size in words."""
    unit: str
    """What sizes are counted in."""
    lang: str
    """The language."""


def averages(service: ServiceCost, lang: str) -> Averages:
    """Find what each pays on average alone, and all together.

    >>> from familjen.scale import FixedVariable
    >>> found = averages(ServiceCost.of({"Bjuv": 16_000, "Klippan": 20_000}, FixedVariable(800_000, 50)), "sv")
    >>> dict(zip(found.names, found.base.round(1).tolist()))
    {'Bjuv': 100.0, 'Klippan': 90.0, 'Alla tillsammans': 72.2}
    """
    count = len(service.parties)
    several = int(count > 1)
    rows = np.vstack([np.eye(count, dtype=np.bool_), np.ones((several, count), dtype=np.bool_)])
    sizes: Floats = rows.astype(np.float64) @ np.array([float(size) for size in service.sizes.values()])
    least, base, most = (cost / sizes for cost in cost_ranges(service, rows))
    names = service.parties + (worded(lang, "All together", "Alla tillsammans"),) * several
    unit = service.pools[0].curve.unit_in(lang)
    return Averages(names, sizes, least, base, most, each_unit(service.unit, lang), unit, lang)


def heading_of(service: ServiceCost, found: Averages, notes: tuple[str, ...]) -> Heading:
    """Say what averages come to."""
    told = [
        f"{name}: {number(size, 0, found.lang)} {found.unit}, {in_words(cost, found.lang)}."
        for name, size, cost in zip(found.names, found.sizes.tolist(), found.base.tolist(), strict=True)
    ]
    illustrative = made_up(service.assumptions.values(), found.lang)
    return Heading(_title(found), _span(found), illustrative, notes, tuple(told))


def _title(found: Averages) -> str:
    lang, each = found.lang, found.each
    costs = [in_words(cost, lang) for cost in found.base.tolist()]
    if len(costs) == 1:
        return worded(lang, f"It costs {costs[0]} a year per {each}", f"Det kostar {costs[0]} per år och {each}")
    low, high = int(found.base[:-1].argmin()), int(found.base[:-1].argmax())
    alone = f"{costs[low]} ({found.names[low]})"
    if costs[low] != costs[high]:
        alone += f" {worded(lang, 'to', 'till')} {costs[high]} ({found.names[high]})"
    return worded(
        lang,
        f"Together it costs {costs[-1]} a year per {each}; alone {alone}",
        f"Tillsammans kostar det {costs[-1]} per år och {each}; var för sig {alone}",
    )


def _span(found: Averages) -> str:
    """Say from what to what the last average may be."""
    least, most = (in_words(float(ends[-1]), found.lang) for ends in (found.least, found.most))
    if least == most:
        return ""
    return worded(
        found.lang,
        f"{found.names[-1]}: {least} to {most}, with every assumption at its best or worst end.",
        f"{found.names[-1]}: {least} till {most}, med alla antaganden i sin bästa eller sämsta ände.",
    )
