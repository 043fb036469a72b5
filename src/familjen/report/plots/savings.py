"""A picture of what each party saves (bild av besparingarna)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.report.plots.amounts import Amounts
from familjen.report.plots.axis import amount_axis
from familjen.report.plots.page import page, settle
from familjen.report.plots.rows import named_rows, rows_high
from familjen.report.plots.savings_told import Saving, heading_of, outcome, savings_of
from familjen.report.plots.style import BETTER, DARK, FAINT, WORSE, drawing
from familjen.report.plots.units import each_unit
from familjen.scale.benefit import ScaleBenefit
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_savings"]

_ROOM = 0.95
"""The height of the axis and the legend, in inches."""


def plot_savings(benefit: ScaleBenefit, *, per_unit: bool = False, lang: str = "en") -> "Figure":
    """Draw what each party saves a year, from low over base to high (bild av besparingarna).

    A row for each party, the one that saves most on top. Left of the line at zero it pays more than alone; a cross and
    words mark who does in the base case. Low and high have every assumption at the end at which all save less or more.

    Args:
        benefit: What cooperation saves.
        per_unit: In kronor for each unit of size, such as inhabitant, instead of kronor for each party.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no scale benefit, not a language of ours, or of more parties than fit one picture.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.report.plots import alt_text, plot_savings
    >>> from familjen.scale import FixedVariable, ServiceCost, scale_benefit
    >>> service = ServiceCost.of({"Bjuv": 16_000, "Klippan": 20_000}, FixedVariable(1_800_000, 50))
    >>> print(alt_text(plot_savings(scale_benefit(service))))
    Together the two save 1.8 million kr a year, most per inhabitant in Bjuv
    Bjuv saves 1.0 million kr (1.0 to 1.0 million kr a year).
    Klippan saves 800 thousand kr (0.8 to 0.8 million kr a year).
    Split by size.
    Research: cooperation rarely lowers costs (Statskontoret 2023). What is shown rests on assumptions.
    """
    if not isinstance(benefit, ScaleBenefit):
        raise InvalidValueError(f"{show(benefit)} is no ScaleBenefit; make one with scale_benefit", attribute="benefit")
    if type(per_unit) is not bool:
        raise InvalidValueError(f"{show(per_unit)} is neither True nor False", attribute="per_unit")
    rows = savings_of(benefit, per_unit=per_unit)
    heading = heading_of(benefit, rows, lang, per_unit=per_unit)
    amounts = Amounts.of([end for row in rows for end in (row.low, row.base, row.high)], lang)
    with drawing():
        figure, axes = page(heading, rows_high(benefit.parties) + _ROOM)
        _draw(axes, rows, lang)
        named_rows(axes, [row.party for row in rows], [outcome(row, lang) for row in rows])
        year = worded(lang, "saved a year", "sparat per år")
        each = f" {worded(lang, 'per', 'och')} {each_unit(benefit.service.unit, lang)}" if per_unit else ""
        amount_axis(axes.xaxis, amounts, f"{amounts.axis} {year}{each}")
        settle(figure)
    return figure


def _draw(axes: "Axes", rows: Sequence[Saving], lang: str) -> None:
    axes.axvline(0, color=DARK, lw=1.2, zorder=1)
    given: dict[str, Any] = {"ls": "none", "clip_on": False, "zorder": 4}
    places = range(len(rows))
    if any((row.low, row.high) != (row.base, row.base) for row in rows):
        axes.hlines(places, [row.low for row in rows], [row.high for row in rows], color=FAINT, lw=2.2, zorder=2)
        low = worded(lang, "at worst for all", "i sämsta fall för alla")
        high = worded(lang, "at best for all", "i bästa fall för alla")
        axes.plot([row.low for row in rows], places, marker="<", ms=6, color=DARK, label=low, **given)
        axes.plot([row.high for row in rows], places, marker=">", ms=6, color=DARK, label=high, **given)
    kinds = (
        (worded(lang, "pays no more than alone", "betalar inte mer än ensam"), "o", BETTER, 8, True),
        (worded(lang, "pays more than alone", "betalar mer än ensam"), "X", WORSE, 9, False),
    )
    for label, marker, colour, size, better in kinds:
        some = [place for place in places if (rows[place].base >= 0) is better]
        if some:
            base = [rows[place].base for place in some]
            axes.plot(base, some, marker=marker, ms=size, color=colour, mec="white", mew=0.8, label=label, **given)
    axes.legend(
        loc="lower left", bbox_to_anchor=(0, 1), ncols=4, borderaxespad=0.2, columnspacing=1.2, handletextpad=0.2
    )
