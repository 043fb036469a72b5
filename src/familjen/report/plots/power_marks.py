"""A picture of how much each member's vote decides (bild av röstmakten)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from familjen.errors import InvalidValueError
from familjen.influence import Power
from familjen.language import worded
from familjen.report.plots.amounts import in_percent
from familjen.report.plots.axis import percent_axis
from familjen.report.plots.page import page, settle
from familjen.report.plots.power_told import Standing, power_heading, standings_of
from familjen.report.plots.rows import named_rows, rows_high
from familjen.report.plots.style import BETTER, DARK, FAINT, WORSE, drawing
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_power"]

_ROOM = 0.95
_GIVEN: dict[str, Any] = {"ls": "none", "clip_on": False, "zorder": 4}
_CHAMBERS = ("s", "^", "v")
_SHARE: dict[str, Any] = {"ms": 9, "mfc": "white", "mec": DARK, "mew": 1.3}
_POWER: dict[str, Any] = {"marker": "o", "ms": 6.5, "color": BETTER, "mec": "white", "mew": 0.8}
_APART = _POWER | {"mfc": "white", "mec": BETTER, "mew": 1.4}
_BLOC: dict[str, Any] = {"marker": "D", "ms": 8, "color": WORSE, "mec": "white", "mew": 0.8}


def plot_power(power: Power, *, lang: str = "en") -> "Figure":
    """Draw each member's power beside its share of the votes (bild av röstmakten).

    A row for each member, the most powerful on top: a square for its share of the votes, a disc for its power. With
    a bloc, a row on top has the bloc's power as one, as a diamond, beside the sum of its members apart. Two chambers
    have squares and triangles.

    Args:
        power: Each member's power, as `familjen.influence.voting_power` gives it.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no power, not a language of ours, or of more members than fit one picture.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.influence import WeightedVotes, voting_power
    >>> from familjen.report.plots import alt_text
    >>> votes = WeightedVotes.of({"Ale": 2, "Bjuv": 1, "Dals-Ed": 1}, majority="more than half")
    >>> print(alt_text(plot_power(voting_power(votes))))
    Ale has 66.7 % of the power with 50.0 % of the votes
    Three members, 3 of 4 needed.
    Ale: 50.0 % of the votes, 66.7 % of the power.
    Bjuv: 25.0 % of the votes, 16.7 % of the power.
    Dals-Ed: 25.0 % of the votes, 16.7 % of the power.
    Power counts the arithmetic of votes, and not who persuades whom.
    """
    if not isinstance(power, Power):
        raise InvalidValueError(f"{show(power)} is no Power; make one with voting_power", attribute="power")
    rows = standings_of(power, lang)
    names = [row.name for row in rows]
    with drawing():
        figure, axes = page(power_heading(power, rows, lang), rows_high(names) + _ROOM)
        _draw(axes, power, rows, lang)
        named_rows(axes, names, [in_percent(row.power, lang) for row in rows])
        percent_axis(axes.xaxis, lang, worded(lang, "per cent of votes and of power", "procent av röster och av makt"))
        axes.set_xlim(left=0)
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=4, borderaxespad=0.2, columnspacing=1.2)
        settle(figure)
    return figure


def _draw(axes: "Axes", power: Power, rows: Sequence[Standing], lang: str) -> None:
    places = range(len(rows))
    votes = [[100 * share for share in row.votes] for row in rows]
    powers = [100 * row.power for row in rows]
    axes.hlines(places, [min(each) for each in votes], powers, color=FAINT, lw=1.6, zorder=2)
    for number, chamber in enumerate(power.votes.chambers):
        of = f": {chamber.name}" if chamber.name else ""
        label = worded(lang, f"share of votes{of}", f"andel av röster{of}")
        style = _SHARE | {"marker": _CHAMBERS[number % len(_CHAMBERS)]}
        axes.plot([each[number] for each in votes], places, label=label, **style, **_GIVEN)
    alone = [place for place in places if not rows[place].bloc]
    axes.plot([powers[place] for place in alone], alone, label=worded(lang, "power", "makt"), **_POWER, **_GIVEN)
    for place in sorted({*places} - {*alone}):
        label = worded(lang, "power apart", "makt var för sig")
        axes.plot([100 * rows[place].apart], [place], label=label, **_APART, **_GIVEN)
        axes.plot([powers[place]], [place], label=worded(lang, "power as one", "makt som en"), **_BLOC, **_GIVEN)
