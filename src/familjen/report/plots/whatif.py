"""A picture of what changes of a bill's inputs do (bild av känsligheten)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs

from familjen.allocation import InputKind, Sensitivity
from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.report.plots.amounts import Amounts, plus
from familjen.report.plots.axis import amount_axis
from familjen.report.plots.charges_told import money_of
from familjen.report.plots.heading import said_made_up
from familjen.report.plots.page import page, settle
from familjen.report.plots.rows import named_rows, rows_high
from familjen.report.plots.style import BETTER, DARK, WORSE, drawing
from familjen.report.plots.whatif_told import Moved, moved_by, whatif_heading
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_sensitivity"]

_ROOM = 0.95
_UP: dict[str, Any] = {"color": "white", "edgecolor": WORSE, "hatch": "////", "height": 0.6}
_DOWN: dict[str, Any] = {"color": BETTER, "edgecolor": BETTER, "height": 0.6}


def plot_sensitivity(
    sensitivity: Sensitivity,
    *,
    party: str | None = None,
    kinds: Sequence[str] | None = None,
    illustrative: bool = False,
    lang: str = "en",
) -> "Figure":
    """Draw what each change of an input does to the bill (bild av känsligheten).

    A row for each change, the one that moves most on top, with the bill that it moves most, or that of one party.
    Hatched bars to the right pay more, filled ones to the left less. A party that leaves moves bills so much that small
    changes would not be seen beside it: where inputs are raised by a step, only these are drawn unless kinds are given.

    Args:
        sensitivity: What each change does.
        party: Id of the party whose bill is drawn; the bill that moves most, unless given.
        kinds: Which changes are drawn: ``"cost"``, ``"amount"``, ``"figure"``, ``"party"`` and ``"key"``.
        illustrative: Whether figures are made up, which the picture then says.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no sensitivity, no change is of these kinds or has a bill, it is not a language of
            ours, or of more changes than fit one picture.
        UnknownIdError: The party is not billed.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.allocation import sensitivity
    >>> from familjen.dates import ReferenceDate
    >>> from familjen.model import Population
    >>> from familjen.report.plots import alt_text
    >>> heads = Population(ReferenceDate(12, 31, years_before=1))
    >>> found = sensitivity(heads, year=2016, cost=1_000_000, parties=["1283", "1260"])
    >>> print(alt_text(plot_sensitivity(found)))
    What matters most: cost +1 % – Helsingborg pays 9,021 kr more
    cost +1 %: Helsingborg +9,021 kr.
    Bjuv: population +1 %: Helsingborg −882 kr.
    Helsingborg: population +1 %: Helsingborg +875 kr.
    Not drawn: Helsingborg leaves and Bjuv leaves.
    """
    if not isinstance(sensitivity, Sensitivity):
        raise InvalidValueError(
            f"{show(sensitivity)} is no Sensitivity; make one with familjen.allocation.sensitivity",
            attribute="sensitivity",
        )
    if party is not None:
        sensitivity.base.charge(party)
    made_up = said_made_up(illustrative, lang)
    rows, left_out = moved_by(sensitivity, party, _kinds(kinds), lang)
    amounts = Amounts.of([row.change for row in rows], lang, money_of(sensitivity.base))
    names = [row.name for row in rows]
    with drawing():
        heading = attrs.evolve(whatif_heading(sensitivity, rows, left_out, amounts, party), illustrative=made_up)
        figure, axes = page(heading, rows_high(names) + _ROOM)
        _draw(axes, rows, lang)
        named_rows(axes, names, [_words(row, amounts, party) for row in rows])
        amount_axis(axes.xaxis, amounts, worded(lang, f"{amounts.axis} more to pay", f"{amounts.axis} mer att betala"))
        if axes.get_legend_handles_labels()[1]:
            axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, borderaxespad=0.2)
        settle(figure)
    return figure


def _kinds(given: Sequence[str] | None) -> tuple[InputKind, ...] | None:
    """Read which kinds of changes are drawn."""
    if given is None:
        return None
    known = [each.value for each in InputKind]
    if isinstance(given, str) or not isinstance(given, list | tuple) or not given:
        raise InvalidValueError(f"{show(given)} are no kinds; give a list of {', '.join(known)}", attribute="kinds")
    stranger = next((each for each in given if each not in known), None)
    if stranger is not None:
        reason = f"{show(stranger)} is no kind of change; use one of {', '.join(known)}"
        raise InvalidValueError(reason, attribute="kinds")
    return tuple([InputKind(each) for each in given])


def _words(row: Moved, amounts: Amounts, party: str | None) -> str:
    much = plus(amounts.signed(row.change))
    return much if party is not None else f"{row.who} {much}"


def _draw(axes: "Axes", rows: Sequence[Moved], lang: str) -> None:
    kinds = ((True, _UP, ("pays more", "betalar mer")), (False, _DOWN, ("pays less", "betalar mindre")))
    for more, style, label in kinds:
        some = [(place, row.change) for place, row in enumerate(rows) if row.change and (row.change > 0) is more]
        if some:
            places, wide = zip(*some, strict=True)
            axes.barh(places, wide, label=worded(lang, *label), **style)
    axes.axvline(0, color=DARK, lw=1.2)
