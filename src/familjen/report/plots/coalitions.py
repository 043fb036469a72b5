"""A picture of which groups are nearest to leaving (bild av vilka som är närmast att gå)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from familjen.errors import InvalidValueError
from familjen.games import CostShares
from familjen.language import worded
from familjen.report.plots.amounts import Amounts, plus
from familjen.report.plots.axis import amount_axis
from familjen.report.plots.coalitions_told import Group, coalitions_heading, groups_of
from familjen.report.plots.heading import said_made_up
from familjen.report.plots.page import page, settle
from familjen.report.plots.rows import named_rows, rows_high
from familjen.report.plots.style import BETTER, DARK, WORSE, drawing
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_coalitions"]

_ROOM = 0.95
_SHOWN, _MOST = 10, 40
_STAYS: dict[str, Any] = {"color": BETTER, "edgecolor": BETTER, "height": 0.6}
_LEAVES: dict[str, Any] = {"color": "white", "edgecolor": WORSE, "hatch": "////", "height": 0.6}


def plot_coalitions(
    shares: CostShares, *, most: int = _SHOWN, unit: str = "", illustrative: bool = False, lang: str = "en"
) -> "Figure":
    """Draw what the groups nearest to leaving would gain or lose by it (bild av vilka som är närmast att gå).

    A row for each group of some but not all players, the one with the most reason to leave on top. Hatched bars to the
    right would gain by acting for themselves, and the split is then outside the core; filled ones to the left would
    lose. Groups that leave out one or two are named by these.

    Args:
        shares: A split.
        most: How many groups are drawn, from 1 to 40.
        unit: What the game is in, such as ``"kr"``.
        illustrative: Whether figures are made up, which the picture then says.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no split, it is of one player, the number is out of range, or not a language of ours.
        IntractableError: The players are too many to go through all groups.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.games import CostGame, equal_division
    >>> from familjen.report.plots import alt_text
    >>> game = CostGame.of({"Ale": 11, "Bjuv": 7, "Ale+Bjuv": 15})
    >>> print(alt_text(plot_coalitions(equal_division(game), unit="Mkr")))
    By equal division Bjuv would do 0.50 Mkr better alone
    Of 2 groups the 2 nearest to leaving.
    Bjuv: +0.50 Mkr by leaving.
    Ale: −3.50 Mkr by leaving.
    """
    if not isinstance(shares, CostShares):
        raise InvalidValueError(f"{show(shares)} is no split; make one with shapley or another", attribute="shares")
    if type(most) is not int or not 1 <= most <= _MOST:
        reason = f"{show(most)} is no number of groups; give a whole number from 1 to {_MOST}"
        raise InvalidValueError(reason, attribute="most")
    groups = groups_of(shares, most, lang)
    amounts = Amounts.of([each.excess for each in groups], lang, unit)
    heading = coalitions_heading(shares, groups, amounts, said_made_up(illustrative, lang))
    names = [each.heading for each in groups]
    with drawing():
        figure, axes = page(heading, rows_high(names) + _ROOM)
        _draw(axes, groups, lang)
        named_rows(axes, names, [plus(amounts.signed(each.excess)) for each in groups])
        amount_axis(
            axes.xaxis, amounts, f"{amounts.axis} {worded(lang, 'won by leaving', 'att vinna på att gå')}".strip()
        )
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, borderaxespad=0.2)
        settle(figure)
    return figure


def _draw(axes: "Axes", groups: Sequence[Group], lang: str) -> None:
    kinds = (
        (True, _LEAVES, worded(lang, "would gain by leaving", "skulle vinna på att gå")),
        (False, _STAYS, worded(lang, "would lose by leaving", "skulle förlora på att gå")),
    )
    for gains, style, label in kinds:
        some = [(place, each.excess) for place, each in enumerate(groups) if (each.excess > 0) is gains]
        if some:
            places, wide = zip(*some, strict=True)
            axes.barh(places, wide, label=label, **style)
    axes.axvline(0, color=DARK, lw=1.2)
