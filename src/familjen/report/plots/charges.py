"""A picture of who pays what (bild av avgifterna)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs

from familjen.allocation import Charge, Statement
from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.report.plots.amounts import Amounts, in_percent
from familjen.report.plots.axis import amount_axis
from familjen.report.plots.charges_told import charges_heading, exactly, money_of
from familjen.report.plots.heading import said_made_up
from familjen.report.plots.page import page, settle
from familjen.report.plots.rows import named_rows, rows_high
from familjen.report.plots.style import BETTER, DARK, WORSE, drawing
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_charges"]

_ROOM = 0.95
"""The height of the axis and the legend, in inches."""
_PAYS: dict[str, Any] = {"color": BETTER, "edgecolor": BETTER, "height": 0.6}
_GETS: dict[str, Any] = {"color": "white", "edgecolor": WORSE, "hatch": "////", "height": 0.6}
_BEFORE: dict[str, Any] = {"marker": "D", "ms": 6, "ls": "none", "mfc": "white", "mec": DARK, "mew": 1.2, "zorder": 4}


def plot_charges(statement: Statement, *, illustrative: bool = False, lang: str = "en") -> "Figure":
    """Draw what each party pays for a year (bild av avgifterna).

    A row for each party, the one that pays most on top, with its amount and its part of the whole. A hatched bar left
    of zero is received. Where the statement knows the year before, a diamond marks what the party paid then.

    Args:
        statement: Who pays what.
        illustrative: Whether figures are made up, which the picture then says.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no statement, not a language of ours, or of more parties than fit one picture.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.allocation import allocate
    >>> from familjen.model import Equal
    >>> from familjen.report.plots import alt_text
    >>> print(alt_text(plot_charges(allocate(Equal(), year=2026, cost=2_000_000, parties=["1283", "1260"]))))
    The two pay 2.0 million kr for 2026, each the same
    From 6.55 kr (Helsingborg) to 62.30 kr (Bjuv) per inhabitant.
    Helsingborg: 1,000,000.00 kr, 50.0 %.
    Bjuv: 1,000,000.00 kr, 50.0 %.
    """
    if not isinstance(statement, Statement):
        raise InvalidValueError(f"{show(statement)} is no Statement; make one with allocate", attribute="statement")
    charges = sorted(statement.charges, key=lambda each: -each.amount)
    before = [None if statement.last_year is None else statement.last_year.get(each.party) for each in charges]
    known = [float(each) for each in before if each is not None]
    amounts = Amounts.of([*(each.amount for each in charges), *known], lang, money_of(statement))
    heading = attrs.evolve(charges_heading(statement, charges, lang), illustrative=said_made_up(illustrative, lang))
    names = [each.name for each in charges]
    with drawing():
        figure, axes = page(heading, rows_high(names) + _ROOM)
        _draw(axes, charges, lang)
        if known:
            places = [place for place, each in enumerate(before) if each is not None]
            axes.plot(known, places, label=worded(lang, "the year before", "året före"), **_BEFORE)
        words = [f"{exactly(each.amount, lang)}  ({in_percent(float(each.share), lang)})" for each in charges]
        named_rows(axes, names, words)
        year = worded(lang, f"for {statement.year}", f"för {statement.year}")
        amount_axis(axes.xaxis, amounts, f"{amounts.axis} {year}")
        if axes.get_legend_handles_labels()[1]:
            axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, borderaxespad=0.2)
        settle(figure)
    return figure


def _draw(axes: "Axes", charges: Sequence[Charge], lang: str) -> None:
    """Draw a bar for each charge; what is received is hatched, and the legend then tells the two."""
    received = any(each.amount < 0 for each in charges)
    kinds = ((False, _PAYS, worded(lang, "pays", "betalar")), (True, _GETS, worded(lang, "receives", "får")))
    for gets, style, label in kinds:
        some = [place for place, each in enumerate(charges) if (each.amount < 0) is gets]
        if some:
            wide = [float(charges[place].amount) for place in some]
            axes.barh(some, wide, label=label if received else None, **style)
    axes.axvline(0, color=DARK, lw=1.2)
