"""A picture of when it pays back (bild av återbetalningen)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.report.plots.amounts import Amounts
from familjen.report.plots.axis import amount_axis, year_axis
from familjen.report.plots.labels import name_points
from familjen.report.plots.page import page, settle
from familjen.report.plots.pay_back_told import back_told, heading_of
from familjen.report.plots.style import DARK, drawing
from familjen.report.plots.years import Years, years_of
from familjen.scale.benefit import ScaleBenefit
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_pay_back"]

_HIGH = 3.9
_MARKED = 25
"""With more years than this only some are marked."""


def plot_pay_back(benefit: ScaleBenefit, *, lang: str = "en") -> "Figure":
    """Draw what all have saved up to each year, less what starting costs (bild av återbetalningen).

    Kronor counted before the first year, as the benefit discounts them, with each assumption at its base, and with all
    at the ends that save less or more. A ring marks the year in which what starting costs is saved again.

    Args:
        benefit: What cooperation saves.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no scale benefit, or not a language of ours.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.report.plots import alt_text, plot_pay_back
    >>> from familjen.scale import Cooperating, FixedVariable, ServiceCost, scale_benefit
    >>> start = Cooperating(transition=2_000_000)
    >>> sizes = {"Bjuv": 16_000, "Klippan": 20_000}
    >>> service = ServiceCost.of(sizes, FixedVariable(800_000, 50), cooperating=start)
    >>> said = alt_text(plot_pay_back(scale_benefit(service, horizon=5)))
    >>> said.splitlines()[0]
    'What starting costs, 2.0 million kr, is saved again in year 3'
    >>> said.splitlines()[2]
    'Base case: 2.0 million kr saved; paid back in year 3.'
    """
    if not isinstance(benefit, ScaleBenefit):
        raise InvalidValueError(f"{show(benefit)} is no ScaleBenefit; make one with scale_benefit", attribute="benefit")
    lines = years_of(benefit, lang)
    with drawing():
        figure, axes = page(heading_of(benefit, lines, lang), _HIGH)
        _draw(axes, lines)
        amounts = Amounts.of([each for line in lines for each in line.sums], lang)
        amount_axis(
            axes.yaxis, amounts, worded(lang, f"{amounts.axis} saved so far", f"{amounts.axis} sparat hittills")
        )
        year_axis(axes, benefit.horizon, benefit.discounting.first_year, lang)
        settle(figure)
        _name(axes, lines, amounts, benefit)
    return figure


def _draw(axes: "Axes", lines: Sequence[Years]) -> None:
    axes.axhline(0, color=DARK, lw=1.2, zorder=1)
    for line in lines:
        every = 1 + (len(line.sums) - 1) // _MARKED
        axes.plot(
            range(len(line.sums)),
            line.sums,
            marker=line.marker,
            ms=5,
            markevery=every,
            ls=line.dashes,
            lw=1.6,
            color=line.colour,
            label=line.name,
        )
        if line.back:
            given: dict[str, Any] = {"mfc": "none", "mec": line.colour, "mew": 1.4, "zorder": 5}
            axes.plot([line.back], [line.sums[line.back]], marker="o", ms=13, ls="none", **given)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, borderaxespad=0.2)


def _name(axes: "Axes", lines: Sequence[Years], amounts: Amounts, benefit: ScaleBenefit) -> None:
    """Name the ends of the lines, and the years in which they pay back."""
    points = [(len(line.sums) - 1, line.sums[-1]) for line in lines]
    names = [f"{line.name} {amounts.signed(line.sums[-1])}" for line in lines]
    for line in lines:
        if line.back:
            points.append((line.back, line.sums[line.back]))
            names.append(back_told(line, benefit, amounts.lang))
    steps = np.linspace(0, benefit.horizon, 80)
    along = [np.column_stack([steps, np.interp(steps, range(len(line.sums)), line.sums)]) for line in lines]
    level = np.column_stack([steps, np.zeros(len(steps))])
    name_points(axes, np.array(points, dtype=np.float64), names, np.vstack([*along, level]))
