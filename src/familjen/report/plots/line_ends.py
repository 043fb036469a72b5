"""Names at the ends of lines, none on another (namn vid linjers slut)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from familjen.report.plots.style import DARK, FAINT

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.lines import Line2D
    from matplotlib.text import Text

__all__ = ["lead_to", "names_beside", "spread"]

_BESIDE = 1.08
"""Where names begin, by the width of the axes."""
_LED = 0.016
"""So much before them their markers are."""
_GAP = 1.0


def spread(wanted: Sequence[float], sizes: Sequence[float], least: float, most: float) -> list[float]:
    """Move middles so little that no two things of these sizes overlap, by least squares (isär).

    They keep their order; those at the same place keep that in which they are given. Where they do not fit between
    least and most, they begin at least and go on beyond most.

    Args:
        wanted: Where each should have its middle.
        sizes: How long each is.
        least: Where nothing begins before.
        most: Where nothing ends after.

    Complexity: O(n log n), by pooling adjacent violators.

    >>> spread([5, 5, 9], [2, 2, 2], 0, 12)
    [4.0, 6.0, 9.0]
    >>> spread([0, 12], [2, 2], 0, 12)
    [1.0, 11.0]
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    before, offsets = 0.0, [0.0] * len(order)
    for place in order:
        offsets[place] = before + sizes[place] / 2
        before += sizes[place]
    pools: list[tuple[float, int]] = []  # the mean of what is wanted of the first one's beginning, and for how many
    for place in order:
        pools.append((wanted[place] - offsets[place], 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (mean, count), (other, more) = pools.pop(), pools.pop()
            pools.append(((mean * count + other * more) / (count + more), count + more))
    starts = [mean for mean, count in pools for _ in range(count)]
    room = max(least, most - before)
    found = [0.0] * len(order)
    for place, start in zip(order, starts, strict=True):
        found[place] = min(max(start, least), room) + offsets[place]
    return found


def names_beside(axes: "Axes", names: Sequence[str]) -> "list[Text]":
    """Write names of one or more lines beside the axes, so that laying out leaves room; `lead_to` moves them."""
    given: dict[str, Any] = {"transform": axes.transAxes, "va": "center", "ha": "left", "size": 8, "color": DARK}
    return [axes.text(_BESIDE, 0.5, name, **given) for name in names]


def lead_to(axes: "Axes", texts: "Sequence[Text]", lines: "Sequence[Line2D]") -> None:
    """Put each name level with the end of its line or as near as there is room, led to it with its line's marker.

    The drawing is laid out already, as `settle` does.

    Args:
        axes: Where the lines are.
        texts: The names, as `names_beside` gives them.
        lines: The line of each.
    """
    frame = axes.get_window_extent()
    heights = [text.get_window_extent().height + _GAP for text in texts]
    ends = [(float(np.asarray(line.get_xdata())[-1]), float(np.asarray(line.get_ydata())[-1])) for line in lines]
    wanted = [float(axes.transData.transform(end)[1]) for end in ends]
    edge = frame.x0 + frame.width * (_BESIDE - _LED)
    axes.autoscale(enable=False)
    for text, line, end, level in zip(texts, lines, ends, spread(wanted, heights, frame.y0, frame.y1), strict=True):
        text.set_y((level - frame.y0) / frame.height)
        beyond, height = axes.transData.inverted().transform((edge, level))
        axes.plot([end[0], beyond], [end[1], height], color=FAINT, lw=0.7, clip_on=False, zorder=1)
        marker: dict[str, Any] = {"marker": line.get_marker(), "color": line.get_color(), "ms": line.get_markersize()}
        axes.plot([beyond], [height], clip_on=False, zorder=2, **marker)
