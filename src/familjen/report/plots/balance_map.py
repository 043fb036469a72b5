"""A picture of who is ahead and behind, party by year (balanskarta)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from familjen.balance import Balance
from familjen.language import worded
from familjen.report.plots.amounts import Amounts, telling
from familjen.report.plots.axis import amount_axis
from familjen.report.plots.balance_standings import chosen, standings_of
from familjen.report.plots.balance_told import balance_heading, by_year, standing_told
from familjen.report.plots.page import page, settle
from familjen.report.plots.rows import named_rows, rows_high
from familjen.report.plots.style import DARK, drawing

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.collections import QuadMesh
    from matplotlib.figure import Figure

__all__ = ["plot_balance_map"]

_YEARS, _PARTIES = 12, 15
"""Up to so many of both have their numbers in the cells."""
_TICKS = 14
_TINTS = ("#E8945C", "#FFFFFF", "#6CB2E0")
"""From behind to ahead, all light enough for dark figures on them."""
_BEHIND: dict[str, Any] = {"facecolor": "none", "edgecolor": "#8A3400", "hatch": "////", "lw": 0}
_BAR: dict[str, Any] = {"aspect": 40, "shrink": 0.6, "pad": 0.02}
_ROOM, _SCALE = 0.9, 0.6
"""The height of the axis and the legend, and that of the scale of colours, in inches."""

Floats: TypeAlias = NDArray[np.float64]


def plot_balance_map(balance: Balance, *, parties: Sequence[str] | None = None, lang: str = "en") -> "Figure":
    """Draw the balance of each party at the end of each year as a table of colours (balanskarta).

    A row for each party, the one furthest ahead at the end on top; words say since when it is whole or behind. Cells in
    which a party is behind are hatched. Up to 12 years by 15 parties have their numbers in the cells; more have a scale
    of colours instead.

    Args:
        balance: Who is ahead and who behind.
        parties: Whose rows are drawn; all unless given. The title is of all.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no balance, not a language of ours, parties are none or there twice, or of more parties
            than fit one picture.
        UnknownIdError: A party is none of the balance.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.balance import Entry, Ledger, balance
    >>> from familjen.report.plots import alt_text
    >>> found = balance(Ledger.of([
    ...     Entry("Bjuv", 2023, "Fee", paid=300_000), Entry("Bjuv", 2024, "Event", received=500_000),
    ...     Entry("Åstorp", 2023, "Fee", paid=300_000), Entry("Åstorp", 2025, "Course", received=300_000),
    ... ]))
    >>> print(alt_text(plot_balance_map(found)))
    Everyone wins by 2025
    Bjuv, 2023–2025: −300; 200; 200 thousand kr; whole since 2024.
    Åstorp, 2023–2025: −300; −300; 0 thousand kr; whole since 2025.
    Kronor as they were paid.
    Entries: 4 measured.
    """
    standings = standings_of(balance)
    rows = sorted(chosen(standings, parties), key=lambda each: -each.last)
    amounts = telling([amount for each in rows for amount in each.sums], lang)
    heading = balance_heading(balance, standings, [by_year(each, balance, amounts) for each in rows], lang)
    names, cells = [each.party for each in rows], np.array([each.sums for each in rows])
    written = len(balance.years) <= _YEARS and len(rows) <= _PARTIES
    with drawing():
        figure, axes = page(heading, rows_high(names) + (_ROOM if written else _ROOM + _SCALE))
        mesh = _draw(axes, cells)
        named_rows(axes, names, [standing_told(each, lang) for each in rows])
        _finish(axes, balance.years, amounts, behind=bool((cells < 0).any()))
        if written:
            _write(axes, cells, amounts)
        else:
            given: dict[str, Any] = _BAR | {"fraction": 0.15 / rows_high(names)}
            bar = figure.colorbar(mesh, ax=axes, location="bottom", **given)
            amount_axis(bar.ax.xaxis, amounts, worded(lang, f"{amounts.axis} ahead", f"{amounts.axis} före"))
        settle(figure)
    return figure


def _draw(axes: "Axes", cells: Floats) -> "QuadMesh":
    """Colour the cells about zero, and hatch those below it."""
    from matplotlib.collections import PatchCollection
    from matplotlib.colors import LinearSegmentedColormap
    from matplotlib.patches import Rectangle

    most = float(np.abs(cells).max()) or 1.0
    tints = LinearSegmentedColormap.from_list("balance", _TINTS)
    rows, years = (np.arange(count + 1, dtype=np.float64) - 0.5 for count in cells.shape)
    mesh = axes.pcolormesh(years, rows, cells, cmap=tints, vmin=-most, vmax=most, edgecolors="white", lw=0.8, zorder=1)
    behind = [Rectangle((year - 0.5, row - 0.5), 1, 1) for row, year in np.argwhere(cells < 0).tolist()]
    axes.add_collection(PatchCollection(behind, zorder=2, **_BEHIND))
    return mesh


def _write(axes: "Axes", cells: Floats, amounts: Amounts) -> None:
    """Write the number of each cell on its own ground, so that no hatch runs through it."""
    for (row, year), amount in np.ndenumerate(cells):
        ground = {"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 1.0} if amount < 0 else None
        axes.text(year, row, amounts.signed(amount), ha="center", va="center", size=7.5, color=DARK, bbox=ground)


def _finish(axes: "Axes", years: Sequence[int], amounts: Amounts, *, behind: bool) -> None:
    """Name the years, and say what the cells are in."""
    from matplotlib.patches import Patch

    every = 1 + (len(years) - 1) // _TICKS
    axes.set_xticks(range(0, len(years), every), labels=[str(year) for year in years[::every]])
    axes.set_xlim(-0.5, len(years) - 0.5)
    axes.grid(visible=False)
    axes.tick_params(length=0)
    axes.spines["bottom"].set_visible(False)
    axes.xaxis.set_label_text(worded(amounts.lang, "End of year", "Slutet av år"))
    kinds = [Patch(facecolor=_TINTS[2], label=worded(amounts.lang, f"ahead, {amounts.axis}", f"före, {amounts.axis}"))]
    hatched: dict[str, Any] = _BEHIND | {"facecolor": _TINTS[0]}
    if behind:
        kinds.append(Patch(**hatched, label=worded(amounts.lang, "behind", "efter")))
    axes.legend(handles=kinds, title=None, loc="lower left", bbox_to_anchor=(0, 1), ncols=2, borderaxespad=0.2)
