"""A picture of which assumption matters most (tornadodiagram)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from familjen.language import worded
from familjen.report.plots.amounts import Amounts
from familjen.report.plots.axis import amount_axis
from familjen.report.plots.page import page, settle
from familjen.report.plots.rows import named_rows, rows_high
from familjen.report.plots.style import BETTER, DARK, WORSE, drawing
from familjen.report.plots.tornado_rows import Swing, swings_of
from familjen.report.plots.tornado_told import heading_of
from familjen.scale.uncertainty import Tornado

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_tornado"]

Number: TypeAlias = float | Decimal
Row: TypeAlias = tuple[str, Number, Number, Number]
"""An assumption, what comes of its low end, of its high end, and of its base."""

_ROOM = 0.95
_LOW: dict[str, Any] = {"color": "white", "edgecolor": WORSE, "hatch": "////"}
_HIGH: dict[str, Any] = {"color": BETTER, "edgecolor": BETTER}


def plot_tornado(rows: Tornado | Iterable[Row], *, lang: str = "en") -> "Figure":
    """Draw what is saved with each assumption alone at its low and at its high end (tornadodiagram).

    A row for each assumption, the one that moves the saving most on top. Bars begin at the base case: hatched ones end
    where the assumption is at its low end, filled ones where it is at its high end. Left of zero is a loss.

    Args:
        rows: What `familjen.scale.uncertainty.tornado` finds, of which the net over the horizon is drawn; or, for each
            assumption, its name, the saving in kronor at its low end, at its high end, and at its base.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: There are no rows, a row is of another form or twice there, a number is not finite, bases
            differ, there are more rows than fit one picture, or it is not a language of ours.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.report.plots import alt_text, plot_tornado
    >>> print(alt_text(plot_tornado([("curve.fixed", -2e5, 9e5, 4e5), ("discounting.rate", 5e5, 3e5, 4e5)])))
    The saving of 400 thousand kr hinges most on curve.fixed
    Alone and within its range, the sign is turned by curve.fixed.
    curve.fixed: −200 at its low end, 900 at its high end (thousand kr).
    discounting.rate: 500 at its low end, 300 at its high end (thousand kr).
    Research: cooperation rarely lowers costs (Statskontoret 2023). What is shown rests on assumptions.
    """
    given = rows if isinstance(rows, Tornado) else None
    swings = swings_of(rows.picture_rows() if isinstance(rows, Tornado) else rows)
    names = [swing.name for swing in swings]
    amounts = Amounts.of([end for swing in swings for end in (swing.at_low, swing.at_high, swing.base)], lang)
    with drawing():
        figure, axes = page(heading_of(swings, amounts, given), rows_high(names) + _ROOM)
        _draw(axes, swings, lang)
        named_rows(axes, names, [_ends(swing, amounts) for swing in swings])
        amount_axis(axes.xaxis, amounts, worded(lang, f"{amounts.axis} saved", f"{amounts.axis} sparat"))
        settle(figure)
    return figure


def _ends(swing: Swing, amounts: Amounts) -> str:
    low, high = amounts.signed(swing.at_low), amounts.signed(swing.at_high)
    return worded(amounts.lang, f"{low} to {high}", f"{low} till {high}")


def _draw(axes: "Axes", swings: Sequence[Swing], lang: str) -> None:
    labels = worded(lang, "at its low end", "i sin låga ände"), worded(lang, "at its high end", "i sin höga ände")
    base = swings[0].base
    for label, style in zip(labels, (_LOW, _HIGH), strict=True):
        axes.barh(0, 0, left=base, label=label, **style)
    for place, swing in enumerate(swings):
        ends = [(swing.at_low, True), (swing.at_high, False)]
        for end, low in sorted(ends, key=lambda each: -abs(each[0] - base)):  # the shorter one in front
            axes.barh(place, end - base, left=base, height=0.56, **(_LOW if low else _HIGH))
    axes.axvline(base, color=DARK, lw=1.2, ls="--", label=worded(lang, "base case", "grundfall"))
    if any(swing.turns for swing in swings):
        axes.axvline(0, color=DARK, lw=1.2)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, borderaxespad=0.2)
