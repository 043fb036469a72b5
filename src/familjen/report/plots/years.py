"""What has been saved up to each year, in each scenario (år för år)."""

import attrs
import numpy as np

from familjen.language import worded
from familjen.report.plots.style import BETTER, DARK, WORSE
from familjen.scale.benefit import ScaleBenefit
from familjen.scale.scenario import Scenario

__all__ = ["Years", "year_named", "years_of"]


@attrs.frozen
class Years:
    """What all have saved up to each year in one scenario, less what starting costs (år för år)."""

    name: str
    """The scenario."""
    sums: tuple[float, ...]
    """Kronor, counted before the first year; the first is the start, before any year."""
    back: int | None
    """The year, from 1, in which what starting costs is saved again; 0 where nothing is to be saved again."""
    marker: str
    """How each year is marked."""
    dashes: str
    """How the line is drawn."""
    colour: str
    """Its colour."""


def years_of(benefit: ScaleBenefit, lang: str) -> list[Years]:
    """Follow the base scenario, and the other two where something is uncertain."""
    best, worst = worded(lang, "at best", "i bästa fall"), worded(lang, "at worst", "i sämsta fall")
    base = _followed(benefit.base, worded(lang, "base case", "grundfall"), "o", "-", BETTER)
    high, low = _followed(benefit.high, best, "^", "--", DARK), _followed(benefit.low, worst, "v", ":", WORSE)
    return [base] if low.sums == base.sums == high.sums else [high, base, low]


def _followed(scenario: Scenario, name: str, marker: str, dashes: str, colour: str) -> Years:
    saved = np.cumsum([0.0, *scenario.factors]) * float(scenario.saving) - float(scenario.once)
    return Years(name, tuple(saved.tolist()), scenario.paid_back(), marker, dashes, colour)


def year_named(year: int, first_year: int, lang: str) -> str:
    """Name a year: by the calendar where it is known, and else by its number.

    >>> year_named(3, 1, "sv"), year_named(3, 2027, "sv")
    ('år 3', '2029')
    """
    return str(first_year + year - 1) if first_year > 1 else f"{worded(lang, 'year', 'år')} {year}"
