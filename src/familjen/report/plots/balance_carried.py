"""A picture of what carries whom (bild av vad som bär vem)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from familjen.balance import Balance
from familjen.language import worded
from familjen.report.plots.amounts import Amounts
from familjen.report.plots.axis import amount_axis
from familjen.report.plots.balance_carried_told import carried_heading, share_name
from familjen.report.plots.balance_shares import Share, shares_of
from familjen.report.plots.balance_standings import Standing, chosen, standings_of
from familjen.report.plots.balance_told import ahead
from familjen.report.plots.page import page, settle
from familjen.report.plots.rows import named_rows, rows_high
from familjen.report.plots.style import COLOURS, DARK, drawing

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

__all__ = ["plot_carried"]

_HATCHES = ("", "////", "....", "xxxx", "----", "\\\\\\\\", "oo", "++")
_ROOM, _LINE = 0.9, 0.18
"""The height of the axis, and that of a line of the legend, in inches."""
_COLUMNS = 2
_BAR: dict[str, Any] = {"edgecolor": "white", "lw": 0.8, "height": 0.7}
_MARK: dict[str, Any] = {"marker": "D", "ms": 6, "ls": "none", "mfc": "white", "mec": "black", "mew": 1.3, "zorder": 6}
_TEXT: dict[str, Any] = {"size": 7, "color": "white", "weight": "bold", "ha": "center", "va": "center"}
_DIAMOND, _PAD = 0.07, 5
"""Half a diamond in inches, and the room that a text on a bar needs beside itself, in pixels."""


def plot_carried(balance: Balance, *, parties: Sequence[str] | None = None, lang: str = "en") -> "Figure":
    """Draw what each activity brought each party, to both sides of zero (bild av vad som bär vem).

    A row for each party, the one furthest ahead on top: right of zero what activities gave it, left of zero what they
    took, and a diamond for its balance at the end. Activities have numbers, by how much they moved; of more than eight
    those that moved least are taken together.

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
    ...     Entry("Åstorp", 2023, "Fee", paid=300_000), Entry("Åstorp", 2025, "Course", received=200_000),
    ... ]))
    >>> print(alt_text(plot_carried(found)))
    Without Event, Bjuv would be behind
    Bjuv is 200 thousand kr ahead; Åstorp is 100 thousand kr behind.
    Bjuv: Fee −300; Event 500 thousand kr; in all 200 thousand kr ahead.
    Åstorp: Fee −300; Course 200 thousand kr; in all 100 thousand kr behind.
    Without Event, Bjuv would be behind.
    Without Fee, Åstorp would not be behind.
    Without an activity nothing else is thought to change.
    Kronor as they were paid.
    Entries: 4 measured.
    """
    standings = standings_of(balance)
    rows = sorted(chosen(standings, parties), key=lambda each: -each.last)
    names = [each.party for each in rows]
    shares = shares_of(balance, names, len(_HATCHES))
    with drawing():
        heading = carried_heading(balance, standings, rows, shares, lang)
        high = rows_high(names) + _ROOM + _LINE * -(-len(shares) // _COLUMNS)
        figure, axes = page(heading, high)
        bars = _draw(axes, shares, rows, lang)
        named_rows(axes, names, [ahead(each.last, lang) for each in rows])
        amounts = Amounts.of(axes.get_xlim(), lang)
        label = worded(lang, f"{amounts.axis} brought", f"{amounts.axis} inbringat")
        amount_axis(axes.xaxis, amounts, label)
        settle(figure)
        _number(axes, shares, bars, rows)
    return figure


def _draw(axes: "Axes", shares: Sequence[Share], rows: Sequence[Standing], lang: str) -> "list[list[Rectangle]]":
    """Stack what activities brought to either side of zero, and mark what it comes to; give the bars of each."""
    ends = {side: [0.0] * len(rows) for side in (False, True)}
    bars: list[list[Rectangle]] = []
    for number, share in enumerate(shares):
        style: dict[str, Any] = _BAR | {"facecolor": COLOURS[number], "hatch": _HATCHES[number]}
        lefts = [ends[amount > 0][place] for place, amount in enumerate(share.sums)]
        label = f"{number + 1}  {share_name(share, lang)}"
        bars.append([*axes.barh(range(len(rows)), share.sums, left=lefts, label=label, **style)])
        for place, amount in enumerate(share.sums):
            ends[amount > 0][place] += amount
    axes.axvline(0, color=DARK, lw=1.2)
    axes.plot([each.last for each in rows], range(len(rows)), label=worded(lang, "in all", "i allt"), **_MARK)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=_COLUMNS, borderaxespad=0.2)
    return bars


def _number(axes: "Axes", shares: Sequence[Share], bars: "list[list[Rectangle]]", rows: Sequence[Standing]) -> None:
    """Write the number and the name of its activity on each bar that has room for it, or else the number."""
    for number, (share, row) in enumerate(zip(shares, bars, strict=True)):
        named = [f"{number + 1} {share.activities[0]}"] if len(share.activities) == 1 else []
        texts = {text: _wide(axes, text) for text in [*named, f"{number + 1}"]}
        for bar, standing in zip(row, rows, strict=True):
            _on(axes, bar, texts, standing.last)


def _on(axes: "Axes", bar: "Rectangle", texts: Mapping[str, float], mark: float) -> None:
    """Write the first of the texts, with their widths in pixels, that has room on a bar beside a mark."""
    ends = (bar.get_x(), bar.get_x() + bar.get_width(), mark)
    one, other, middle = axes.transData.transform([(end, 0) for end in ends])[:, 0].tolist()
    left, right, clear = min(one, other), max(one, other), _DIAMOND * axes.figure.dpi
    parts = [(left, min(right, middle - clear)), (max(left, middle + clear), right)]
    left, right = max(parts, key=lambda part: part[1] - part[0])
    text = next((text for text, wide in texts.items() if wide <= right - left), None)
    if text is not None:
        centre = float(axes.transData.inverted().transform(((left + right) / 2, 0))[0])
        ground = {"facecolor": bar.get_facecolor(), "edgecolor": "none", "pad": 1.6}
        axes.text(centre, bar.get_y() + bar.get_height() / 2, text, bbox=ground, **_TEXT)


def _wide(axes: "Axes", text: str) -> float:
    """Measure how wide a text on a bar is with its ground, in pixels."""
    written = axes.text(0, 0, text, **_TEXT)
    wide = float(written.get_window_extent().width) + _PAD
    written.remove()
    return wide
