"""A picture of what each party pays under one statement against another (bild av skillnaderna)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs

from familjen.allocation import Comparison
from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.report.plots.amounts import Amounts, plus, telling
from familjen.report.plots.axis import amount_axis
from familjen.report.plots.charges_told import money_of
from familjen.report.plots.differences_told import Differing, differences_heading, differing_of
from familjen.report.plots.heading import said_made_up
from familjen.report.plots.page import page, settle
from familjen.report.plots.rows import named_rows, rows_high
from familjen.report.plots.style import BETTER, COLOURS, DARK, WORSE, drawing
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_comparison"]

_ROOM, _MORE = 0.95, 0.16
"""The height of the axis and the legend, and that of a row for each further statement, in inches."""
_MOST = 4
"""So many statements can be compared with the first."""
_HATCHES = ("", "////", "----", "xxxx")
_MORE_PAID: dict[str, Any] = {"color": "white", "edgecolor": WORSE, "hatch": "////", "height": 0.6}
_LESS_PAID: dict[str, Any] = {"color": BETTER, "edgecolor": BETTER, "height": 0.6}


def plot_comparison(comparison: Comparison, *, illustrative: bool = False, lang: str = "en") -> "Figure":
    """Draw by how much each party pays more or less than under the first statement (bild av skillnaderna).

    A row for each party, the one that pays most more on top. With one other statement, hatched bars to the right pay
    more and filled ones to the left pay less; with up to four, each statement has bars of its own.

    Args:
        comparison: Statements side by side.
        illustrative: Whether figures are made up, which the picture then says.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no comparison of statements, more than four are compared with the first, nobody is
            billed under two of them, it is not a language of ours, or of more parties than fit one picture.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.allocation import allocate, compare
    >>> from familjen.dates import ReferenceDate
    >>> from familjen.model import Equal, Population
    >>> from familjen.report.plots import alt_text
    >>> pair = {"year": 2016, "parties": ["1283", "1260"], "cost": 1_000_000}
    >>> by_heads = allocate(Population(ReferenceDate(12, 31, years_before=1)), **pair)
    >>> compared = compare(allocate(Equal(), **pair), by_heads, names=["equal parts", "by heads"])
    >>> print(alt_text(plot_comparison(compared)))
    By heads against equal parts: Helsingborg pays 402 thousand kr more, Bjuv 402 thousand kr less
    Helsingborg: +402 thousand kr (by heads).
    Bjuv: −402 thousand kr (by heads).
    """
    if not isinstance(comparison, Comparison):
        raise InvalidValueError(
            f"{show(comparison)} is no Comparison of statements; make one with familjen.allocation.compare",
            attribute="comparison",
        )
    others = list(comparison.statements)[1:]
    if len(others) > _MOST:
        reason = f"there are {len(others)} statements beside the first, and room for {_MOST}; compare fewer"
        raise InvalidValueError(reason, attribute="comparison")
    rows = differing_of(comparison)
    first = comparison.statements[comparison.first]
    every = [each for row in rows for each in row.changes if each is not None]
    amounts = telling(every, lang, money_of(first), digits=2)
    names = [row.name for row in rows]
    high = rows_high(names) + len(rows) * _MORE * (len(others) - 1) + _ROOM
    made_up = said_made_up(illustrative, lang)
    heading = attrs.evolve(differences_heading(comparison, rows, amounts), illustrative=made_up)
    with drawing():
        figure, axes = page(heading, high)
        (_draw_one if len(others) == 1 else _draw_many)(axes, rows, others, lang)
        named_rows(axes, names, [_words(row, others, amounts) for row in rows])
        label = worded(lang, f"more than under “{comparison.first}”", f"mer än med ”{comparison.first}”")
        amount_axis(axes.xaxis, amounts, f"{amounts.axis} {label}")
        if axes.get_legend_handles_labels()[1]:
            axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=4, borderaxespad=0.2, columnspacing=1.2)
        settle(figure)
    return figure


def _words(row: Differing, others: Sequence[str], amounts: Amounts) -> str:
    """Write the differences beside a row; with several statements one below the other."""
    alone = worded(amounts.lang, "not in both", "inte i båda")
    return "\n".join([alone if each is None else plus(amounts.signed(each)) for each in row.changes[: len(others)]])


def _draw_one(axes: "Axes", rows: Sequence[Differing], _: Sequence[str], lang: str) -> None:
    kinds = ((True, _MORE_PAID, ("pays more", "betalar mer")), (False, _LESS_PAID, ("pays less", "betalar mindre")))
    for more, style, label in kinds:
        found = [(place, row.changes[0]) for place, row in enumerate(rows)]
        some = [(place, each) for place, each in found if each and (each > 0) is more]
        if some:
            places, wide = zip(*some, strict=True)
            axes.barh(places, wide, label=worded(lang, *label), **style)
    axes.axvline(0, color=DARK, lw=1.2)


def _draw_many(axes: "Axes", rows: Sequence[Differing], others: Sequence[str], _: str) -> None:
    high = 0.8 / len(others)
    for number, name in enumerate(others):
        places = [place - 0.4 + high * (number + 0.5) for place in range(len(rows))]
        wide = [row.changes[number] or 0.0 for row in rows]
        style: dict[str, Any] = {"color": COLOURS[number], "edgecolor": "white", "hatch": _HATCHES[number], "lw": 0.4}
        axes.barh(places, wide, height=high * 0.92, label=name, **style)
    axes.axvline(0, color=DARK, lw=1.2)
