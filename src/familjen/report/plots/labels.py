"""Names beside points, none on another (etiketter)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from familjen.report.plots.style import DARK, FAINT

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["name_points"]

Floats = NDArray[np.float64]
"""Positions and boxes, in pixels: shape (m, 2), or (m, 4) of left, bottom, right and top."""
Place = tuple[Floats, Floats]
"""A box for a name, and where a line to it ends."""

_NEAR = 3.0
"""A name begins so far from its point's mark, in points."""
_LED = 10.0
"""A name that begins farther away from it has a line to its point."""
_CROWDED = 60.0
"""Points closer than this are in each other's way; those with the most of them are named first."""
_RINGS = 60
_STEP = 4.0
_DIRECTIONS = 24
_POINTS = 72
_OUTSIDE = 1_000
"""A place outside the drawing is as bad as covering so many points of lines."""


def name_points(axes: "Axes", points: Floats, names: Sequence[str], lines: Floats, *, clear: float = 4.0) -> None:
    """Write a name beside each point where nothing else is, with a thin line to the point where that is far.

    The drawing is laid out already, as `settle` does. Names are placed one after the other at the nearest free place;
    where none is free, at the place where the least is covered.

    Args:
        axes: Where to write.
        points: The points in data, shape (n, 2).
        names: A name for each.
        lines: Points in data on lines that names keep off, shape (m, 2).
        clear: How far the mark of a point reaches, in points of 1/72 inch.

    Complexity: O(n²) for n points.
    """
    dots: Floats = axes.transData.transform(points)
    along: Floats = axes.transData.transform(lines)
    pixels = _pixels(axes)
    taken = np.hstack([dots - clear * pixels, dots + clear * pixels])
    near = [int(np.sum(np.hypot(*(dots - dot).T) < _CROWDED * pixels)) for dot in dots]
    for place in sorted(range(len(dots)), key=lambda place: -near[place]):
        dot, name = dots[place], names[place]
        box, start = _best(axes, dot, _places(dot, _measured(axes, name), pixels, clear), taken, along)
        far = bool(np.hypot(*(start - dot)) > (clear + _LED) * pixels)
        taken = np.vstack([taken, box])
        along = np.vstack([along, _between(dot, start)]) if far else along
        _write(axes, name, points[place], ((box[:2] + box[2:]) / 2 - dot) / pixels, led=far)


def _write(axes: "Axes", name: str, point: Floats, offset: Floats, *, led: bool) -> None:
    """Write a name whose middle is so many points of 1/72 inch off, with a line to it or without."""
    line = {"arrowstyle": "-", "color": FAINT, "lw": 0.6, "shrinkA": 1, "shrinkB": 3}
    axes.annotate(
        name,
        (float(point[0]), float(point[1])),
        xytext=(float(offset[0]), float(offset[1])),
        textcoords="offset points",
        ha="center",
        va="center",
        size=7.5,
        color=DARK,
        arrowprops=line if led else None,
    )


def _pixels(axes: "Axes") -> float:
    """Give how many pixels a point has."""
    return float(axes.figure.dpi) / _POINTS


def _measured(axes: "Axes", name: str) -> tuple[float, float]:
    """Give how wide and high a name is, in pixels."""
    text = axes.text(0, 0, name, size=7.5)
    extent = text.get_window_extent()
    text.remove()
    return extent.width + 2, extent.height


def _best(axes: "Axes", dot: Floats, places: Iterable[Place], taken: Floats, along: Floats) -> Place:
    """Give the nearest box for a name that covers nothing, or else the one that covers least."""
    frame = axes.get_window_extent()
    best: Place = (np.concatenate([dot, dot]), dot)
    least = np.inf
    for box, start in places:
        outside = box[0] < frame.x0 or box[1] < frame.y0 or box[2] > frame.x1 or box[3] > frame.y1
        covered = _OUTSIDE * outside + _covered(box, taken, along) + _crossed(dot, start, taken)
        if covered < least:
            best, least = (box, start), covered
        if not covered:
            break
    return best


def _places(dot: Floats, size: tuple[float, float], pixels: float, clear: float) -> Iterator[Place]:
    """Give the boxes that a name may have, near ones first, and where its line ends."""
    half = np.array(size) / 2
    turns = np.arange(_DIRECTIONS) * 2 * np.pi / _DIRECTIONS
    for ring in range(_RINGS):
        far = (clear + _NEAR + _STEP * ring) * pixels
        for turn in turns:
            way = np.array([np.cos(turn), np.sin(turn)])
            start = dot + way * far
            reach = way / np.max(np.abs(way))  # right and left of the point a name stands level with it
            middle = start + reach * half
            yield np.concatenate([middle - half, middle + half]), start


def _covered(box: Floats, taken: Floats, along: Floats) -> int:
    """Count what a box covers."""
    boxes = (taken[:, 0] < box[2]) & (taken[:, 2] > box[0]) & (taken[:, 1] < box[3]) & (taken[:, 3] > box[1])
    dots = (along[:, 0] < box[2]) & (along[:, 0] > box[0]) & (along[:, 1] < box[3]) & (along[:, 1] > box[1])
    return 10 * int(boxes.sum()) + int(dots.sum())


def _crossed(dot: Floats, start: Floats, taken: Floats) -> int:
    """Count the boxes that a line from a point to its name crosses; its own point's is no obstacle."""
    way = _between(dot, start)[2:]
    inside = (
        (way[:, None, 0] > taken[None, :, 0])
        & (way[:, None, 0] < taken[None, :, 2])
        & (way[:, None, 1] > taken[None, :, 1])
        & (way[:, None, 1] < taken[None, :, 3])
    )
    own = (taken[:, 0] < dot[0]) & (taken[:, 2] > dot[0]) & (taken[:, 1] < dot[1]) & (taken[:, 3] > dot[1])
    return 10 * int((inside.any(axis=0) & ~own).sum())


def _between(one: Floats, other: Floats) -> Floats:
    """Give points on the way from one to another."""
    return one + (other - one) * np.linspace(0, 1, 12)[:, None]
