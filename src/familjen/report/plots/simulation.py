"""A picture of what comes of many draws (bild av simuleringen)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.report.plots.amounts import Amounts
from familjen.report.plots.axis import amount_axis
from familjen.report.plots.page import page, settle
from familjen.report.plots.simulation_told import heading_of, percent
from familjen.report.plots.style import BETTER, DARK, WORSE, drawing
from familjen.scale.uncertainty import Simulation
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_simulation"]

Floats = NDArray[np.float64]

_HIGH = 3.6
_BARS = 40
_LOST: dict[str, Any] = {"color": "white", "edgecolor": WORSE, "hatch": "////", "lw": 0.6}
_KEPT: dict[str, Any] = {"color": "#9CC4E4", "edgecolor": BETTER, "lw": 0.6}


def plot_simulation(simulation: Simulation, *, lang: str = "en") -> "Figure":
    """Draw how often which net over the horizon comes of the draws (bild av simuleringen).

    Kronor that all together save over the horizon, less what starting costs, in about forty bars of equal width, one of
    which ends at zero. Hatched bars are draws in which all together lose. Lines mark the middle, and between what nine
    of ten draws lie.

    Args:
        simulation: What comes of the draws.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no simulation, or not a language of ours.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.report.plots import alt_text, plot_simulation
    >>> from familjen.scale import Assumption, FixedVariable, ServiceCost
    >>> from familjen.scale.uncertainty import simulate
    >>> service = ServiceCost.of({"Bjuv": 160, "Klippan": 200}, FixedVariable(Assumption(5, low=4, high=9), 1))
    >>> alt_text(plot_simulation(simulate(service, samples=100, seed=1))).splitlines()[0]
    'In 100 % of the draws all together lose nothing over 10 years; in 100 % nobody loses'
    """
    if not isinstance(simulation, Simulation):
        raise InvalidValueError(f"{show(simulation)} is no Simulation; make one with simulate", attribute="simulation")
    nets = simulation.net
    amounts = Amounts.of([float(nets.min()), float(nets.max())], lang)
    with drawing():
        figure, axes = page(heading_of(simulation, lang), _HIGH)
        _draw_bars(axes, nets, lang)
        _draw_marks(axes, simulation, lang)
        amount_axis(axes.xaxis, amounts, worded(lang, f"{amounts.axis} saved in all", f"{amounts.axis} sparat i allt"))
        draws = Amounts(1.0, 0, worded(lang, "draws", "dragningar"), lang)
        amount_axis(axes.yaxis, draws, draws.axis)
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=4, borderaxespad=0.2, columnspacing=1.2)
        settle(figure)
    return figure


def _edges(nets: Floats) -> Floats:
    """Give where bars end: at zero, and in equal steps from there."""
    least, most = float(nets.min()), float(nets.max())
    step = (most - least) / _BARS or max(abs(most), 1.0) / _BARS
    first, last = math.floor(least / step), math.floor(most / step)
    return np.array([step * number for number in range(first, last + 2)])


def _draw_bars(axes: "Axes", nets: Floats, lang: str) -> None:
    edges = _edges(nets)
    counts = np.histogram(nets, edges)[0]
    lost = edges[:-1] < 0
    share = float((nets < 0).mean())
    loses, gains = percent(share, lang), percent(1 - share, lang)
    kinds: tuple[tuple[NDArray[np.bool_], str, dict[str, Any]], ...] = (
        (lost, worded(lang, f"loss in {loses}", f"förlust i {loses}"), _LOST),
        (~lost, worded(lang, f"no loss in {gains}", f"ingen förlust i {gains}"), _KEPT),
    )
    for some, label, style in kinds:
        if counts[some].any():
            axes.bar(edges[:-1][some], counts[some], np.diff(edges)[some], align="edge", label=label, **style)
    if lost.any() and not lost.all():
        axes.axvline(0, color=DARK, lw=1.2)


def _draw_marks(axes: "Axes", simulation: Simulation, lang: str) -> None:
    low, middle, high = simulation.quantiles()
    axes.axvline(middle, color=DARK, lw=1.4, ls="--", label=worded(lang, "middle", "mitten"))
    for number, end in enumerate((low, high)):
        label = worded(lang, "nine of ten between", "nio av tio emellan")
        axes.axvline(end, color=DARK, lw=1.2, ls=":", label=f"_{label}" if number else label)
