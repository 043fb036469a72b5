"""A picture of what a service costs by size (bild av kostnadskurvan)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.language import Phrase, worded
from familjen.report.plots.amounts import Amounts
from familjen.report.plots.averages import Averages, averages, heading_of
from familjen.report.plots.axis import amount_axis, size_axis
from familjen.report.plots.curve_line import CurveLine, curve_line
from familjen.report.plots.heading import NAMED, nameless
from familjen.report.plots.labels import name_points
from familjen.report.plots.page import page, settle
from familjen.report.plots.style import BETTER, DARK, WORSE, drawing
from familjen.scale.service import ServiceCost
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_curve"]

Floats = NDArray[np.float64]

_GAP = Phrase(
    "The line is the curve's alone; all together also pay for cooperating and for distances, where these are counted.",
    "Linjen är kurvans ensam; alla tillsammans betalar också för att samverka och för avstånd, där de räknas.",
)
_DASHED = Phrase(
    "Dashed: beyond the sizes that the curve was made from.",
    "Streckat: utanför de storlekar som kurvan bygger på.",
)
_UPRIGHT = 20
_FEW = 12
_LOW, _HIGH = 4.2, 6.0
"""How high the drawing is, in inches, for few parties and for many."""


def plot_curve(service: ServiceCost, *, lang: str = "en") -> "Figure":
    """Draw the average cost by size, with each party alone and all together (bild av kostnadskurvan).

    Kronor a year for each unit of size against size, which grows by factors to the right. The band and the thin lines
    tell from what to what a cost may be over the ranges of the assumptions. The line is the curve's alone, and dashed
    beyond the sizes that the curve was made from; all together also pay for cooperating and for distances.

    Args:
        service: What the service costs.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no service cost, or not a language of ours.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.report.plots import alt_text, plot_curve
    >>> from familjen.scale import FixedVariable, ServiceCost
    >>> figure = plot_curve(ServiceCost.of({"Bjuv": 16_000, "Klippan": 20_000}, FixedVariable(800_000, 50)))
    >>> alt_text(figure).splitlines()[0]
    'Together it costs 72.22 kr a year per inhabitant; alone 90.00 kr (Klippan) to 100 kr (Bjuv)'
    """
    if not isinstance(service, ServiceCost):
        raise InvalidValueError(f"{show(service)} is no ServiceCost; make one with ServiceCost.of", attribute="service")
    line, points = curve_line(service), averages(service, lang)
    named = len(service.parties) <= NAMED
    with drawing():
        figure, axes = page(
            heading_of(service, points, _notes(line, points, named=named)),
            _LOW if len(service.parties) <= _FEW else _HIGH,
        )
        _draw_line(axes, line, lang)
        _draw_points(axes, points, ranges=service.alone is not None)
        _label(axes, points)
        settle(figure)
        if named:
            where = np.column_stack([points.sizes, points.base])
            name_points(axes, where, points.names, _lines(line, points))
    return figure


def _lines(line: CurveLine, points: Averages) -> Floats:
    """Give points on what names keep off: the line, and the range of all together."""
    least, most = float(points.least[-1]), float(points.most[-1])
    upright = np.linspace(least, most, _UPRIGHT)
    return np.column_stack(
        [
            np.append(line.sizes, np.full(_UPRIGHT, float(points.sizes[-1]))),
            np.append(line.base, upright),
        ]
    )


def _notes(line: CurveLine, points: Averages, *, named: bool) -> tuple[str, ...]:
    notes = ((len(points.names) > 1, _GAP), (not line.observed.all(), _DASHED))
    said = [phrase.said(points.lang) for holds, phrase in notes if holds]
    return tuple(said if named else [*said, nameless(points.lang)])


def _draw_line(axes: "Axes", line: CurveLine, lang: str) -> None:
    if (line.least < line.most).any():
        label = worded(lang, "the curve's range", "kurvans spann")
        axes.fill_between(line.sizes, line.least, line.most, color=BETTER, alpha=0.14, lw=0, label=label)
    axes.plot(line.sizes, line.base, color=BETTER, lw=1, ls=(0, (3, 3)), zorder=2)
    within = np.where(line.observed, line.base, np.nan)
    axes.plot(line.sizes, within, color=BETTER, lw=1.8, label=worded(lang, "the curve", "kurvan"), zorder=2)


def _draw_points(axes: "Axes", points: Averages, *, ranges: bool) -> None:
    """Draw the points, with the range of all together, and those of the parties where the band does not show them."""
    first = 0 if ranges else -1
    axes.vlines(points.sizes[first:], points.least[first:], points.most[first:], color=DARK, lw=0.9, zorder=3)
    several = len(points.names) > 1
    count = len(points.names) - several
    given: dict[str, Any] = {"ls": "none", "mec": "white", "mew": 0.8, "zorder": 4}
    alone = worded(points.lang, "each alone", "var och en ensam")
    axes.plot(points.sizes[:count], points.base[:count], marker="o", ms=6.5, color=BETTER, label=alone, **given)
    if several:
        together = points.names[-1].lower()
        axes.plot(points.sizes[-1:], points.base[-1:], marker="D", ms=8.5, color=WORSE, label=together, **given)


def _label(axes: "Axes", points: Averages) -> None:
    lang, unit, each = points.lang, points.unit, points.each
    amounts = Amounts.of(points.base.tolist(), lang)
    axes.set_xscale("log")
    size_axis(axes.xaxis, lang, worded(lang, f"Size ({unit}), by factors", f"Storlek ({unit}), i faktorer"))
    cost = worded(lang, f"{amounts.axis} a year per {each}", f"{amounts.axis} per år och {each}")
    amount_axis(axes.yaxis, amounts, cost)
    axes.margins(y=0.12)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=4, borderaxespad=0.2)
