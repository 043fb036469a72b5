"""A picture of what is needed alone and together (bild av samlad kapacitet)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from typing import TYPE_CHECKING, Any

from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.report.plots.amounts import number
from familjen.report.plots.axis import count_axis
from familjen.report.plots.capacity_told import Need, capacity_heading, needs_of
from familjen.report.plots.heading import said_made_up
from familjen.report.plots.page import page, settle
from familjen.report.plots.rows import named_rows, rows_high
from familjen.report.plots.style import BETTER, DARK, WORSE, drawing
from familjen.scale.pooling import Pooled
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_pooled"]

_ROOM = 0.95
_DEMAND: dict[str, Any] = {"color": BETTER, "edgecolor": BETTER, "height": 0.6}
_MARGIN: dict[str, Any] = {"color": "white", "edgecolor": WORSE, "hatch": "////", "height": 0.6}


def plot_pooled(pooled: Pooled, *, illustrative: bool = False, lang: str = "en") -> "Figure":
    """Draw what each needs alone, all apart, and all together (bild av samlad kapacitet).

    The filled part of a bar is the demand on average, the hatched part what chance takes beyond it. Demands add up;
    what chance takes grows more slowly, about as the root of the demand, which is why fewer may be enough together.

    Args:
        pooled: What is needed, as `familjen.scale.pooling.pool_servers` or ``pool_demand`` gives it.
        illustrative: Whether figures are made up, which the picture then says.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no such result, not a language of ours, or of more parties than fit one picture.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.report.plots import alt_text
    >>> from familjen.scale.pooling import AnsweredWithin, pool_servers
    >>> level = AnsweredWithin(20, share=0.8, service_time=180)
    >>> print(alt_text(plot_pooled(pool_servers({"Ale": 3.0, "Bjuv": 5.0}, level))))
    Together 11 servers are enough, 2 fewer than apart
    So that at least 80 % of calls are answered within 20, where a call takes 180.
    Ale: 5 servers for a load of 3.
    Bjuv: 8 servers for a load of 5.
    Apart: 13 servers for a load of 8.
    Together: 11 servers for a load of 8.
    ...
    """
    if not isinstance(pooled, Pooled):
        raise InvalidValueError(
            f"{show(pooled)} is no pooled capacity; make one with pool_servers or pool_demand", attribute="pooled"
        )
    needs = needs_of(pooled, lang)
    words = pooled.words(lang)
    heading = capacity_heading(pooled, needs, said_made_up(illustrative, lang), lang)
    names = [each.name for each in needs]
    with drawing():
        figure, axes = page(heading, rows_high(names) + _ROOM)
        _draw(axes, needs, words.demand.lower(), lang)
        named_rows(axes, names, [number(each.needed, 0, lang) for each in needs])
        count_axis(axes.xaxis, lang, words.needed)
        axes.axhline(len(needs) - 2.5, color=DARK, lw=0.8)
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, borderaxespad=0.2)
        settle(figure)
    return figure


def _draw(axes: "Axes", needs: list[Need], demand: str, lang: str) -> None:
    places = range(len(needs))
    loads = [min(each.demand, each.needed) for each in needs]
    beyond = [each.needed - load for each, load in zip(needs, loads, strict=True)]
    axes.barh(places, loads, label=demand, **_DEMAND)
    axes.barh(
        places, beyond, left=loads, label=worded(lang, "beyond it, for chance", "därutöver, för slumpen"), **_MARGIN
    )
