"""A picture of fair splits beside each other and what each comes to alone (bild av fördelningar)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from typing import TYPE_CHECKING, Any

from familjen.errors import InvalidValueError
from familjen.games import Comparison, CostShares
from familjen.language import worded
from familjen.report.plots.amounts import Amounts
from familjen.report.plots.axis import amount_axis, percent_axis
from familjen.report.plots.heading import said_made_up
from familjen.report.plots.page import page, settle
from familjen.report.plots.rows import named_rows, rows_high
from familjen.report.plots.splits_rows import Splits, splits_of
from familjen.report.plots.splits_told import splits_heading, splits_words
from familjen.report.plots.splits_verdict import called
from familjen.report.plots.style import COLOURS, DARK, drawing
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_shares"]

_ROOM, _LINE, _EACH = 0.9, 0.18, 0.06
"""The height of the axis, of a line of the legend, and what a further split adds to a row, in inches."""
_MOST, _COLUMNS = 8, 3
"""So many splits are drawn at most, and so many stand beside each other in the legend."""
_MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")
_CORE: dict[str, Any] = {"color": "#C9C9C9", "lw": 9, "zorder": 2, "capstyle": "butt"}


def plot_shares(
    shares: CostShares | Comparison, *, unit: str = "", illustrative: bool = False, lang: str = "en"
) -> "Figure":
    """Draw each player's part by one or several methods beside what it comes to alone (bild av fördelningar).

    Parts are in percent of what the player comes to alone, so that small and large ones are seen alike; where somebody
    comes to nothing alone they are drawn as they are. The grey bar spans the player's parts in the core, the splits
    that no group can do better than by itself. It is drawn for up to ten players.

    Args:
        shares: A split, or up to eight of one game as `familjen.games.compare` sets them side by side.
        unit: What the game is in, such as ``"kr"``.
        illustrative: Whether figures are made up, which the picture then says.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no split, there are more than eight, it is not a language of ours, or of more players
            than fit one picture.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.games import CostGame, compare
    >>> from familjen.report.plots import alt_text
    >>> game = CostGame.of({"Ale": 12, "Bjuv": 8, "Ale+Bjuv": 15})
    >>> print(alt_text(plot_shares(compare(game, ["shapley", "equal_division"]), unit="Mkr")))
    Methods differ most for Bjuv: 68.8 % of its cost alone by the Shapley value, 93.8 % by equal division
    In the core: the Shapley value and equal division.
    Bjuv: alone 8.00 Mkr, in the core 3.00–8.00; the Shapley value 5.50, equal division 7.50.
    Ale: alone 12.00 Mkr, in the core 7.00–12.00; the Shapley value 9.50, equal division 7.50.
    """
    found = splits_of(_given(shares), unit, lang)
    names = [str(player) for player in found.players]
    high = (
        rows_high(names)
        + _ROOM
        + _EACH * len(names) * (len(found.methods) - 1)
        + _LINE * (1 + (len(found.methods) + 1) // _COLUMNS)
    )
    heading = splits_heading(found, said_made_up(illustrative, lang))
    with drawing():
        figure, axes = page(heading, high)
        _draw(axes, found)
        named_rows(axes, names, splits_words(found))
        _finish(axes, found)
        settle(figure)
    return figure


def _given(shares: CostShares | Comparison) -> dict[str, CostShares]:
    """Give the splits by name."""
    if isinstance(shares, CostShares):
        return {shares.method: shares}
    if not isinstance(shares, Comparison):
        raise InvalidValueError(
            f"{show(shares)} is no split; make one with shapley or another method, or several with compare",
            attribute="shares",
        )
    if len(shares.shares) > _MOST:
        reason = f"there are {len(shares.shares)} methods, and room for {_MOST}; compare fewer"
        raise InvalidValueError(reason, attribute="shares")
    return dict(shares.shares)


def _draw(axes: "Axes", found: Splits) -> None:
    """Draw the core as a bar in each row, and a marker for each split."""
    places = range(len(found.players))
    if found.core is not None:
        label = worded(found.lang, "in the core", "i kärnan")
        ends = found.scaled(found.core)
        axes.hlines(places, ends[:, 0], ends[:, 1], label=label, **_CORE)
    alone = found.scaled(found.alone[:, None])[:, 0]
    label = worded(found.lang, "alone", "ensam")
    axes.plot(alone, places, marker="|", ms=13, mew=2, color=DARK, ls="none", label=label, zorder=3)
    several = len(found.methods)
    for number, method in enumerate(found.methods):
        level = [place + 0.7 * ((number + 0.5) / several - 0.5) for place in places]
        style: dict[str, Any] = {"marker": _MARKERS[number], "color": COLOURS[number], "mec": "white", "mew": 0.7}
        parts = found.scaled(found.parts[:, [number]])[:, 0]
        axes.plot(parts, level, ms=8, ls="none", label=called(method, found.lang), zorder=4, **style)


def _finish(axes: "Axes", found: Splits) -> None:
    lang = found.lang
    if found.relative:
        label = worded(lang, f"per cent of {found.word} alone", f"procent av {found.word} ensam")
        percent_axis(axes.xaxis, lang, label)
    else:
        amounts = Amounts.of([*found.parts.ravel().tolist(), *found.alone.tolist()], lang, found.unit)
        pays = worded(lang, "each pays" if found.costs else "each gets", "var och en betalar" if found.costs else "får")
        amount_axis(axes.xaxis, amounts, f"{amounts.axis} {pays}".strip())
    axes.legend(
        loc="lower left", bbox_to_anchor=(0, 1), ncols=_COLUMNS, borderaxespad=0.2, columnspacing=1.2, handlelength=1.2
    )
