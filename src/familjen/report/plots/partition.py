"""A map of a partition of municipalities (karta över en indelning)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.places import place
from familjen.report.plots.heading import NAMED
from familjen.report.plots.labels import name_points
from familjen.report.plots.maps import Frame
from familjen.report.plots.page import page, settle
from familjen.report.plots.partition_told import heading_of, name_of
from familjen.report.plots.style import COLOURS, drawing
from familjen.scale.partition import Partition
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_partition"]

Floats = NDArray[np.float64]

_DISC = (11.0, 14.0)
"""How wide discs are, in points of 1/72 inch."""
_INK = 0.56
"""The size of figures by that of the disc."""


def plot_partition(partition: Partition, *, lang: str = "en") -> "Figure":
    """Draw a partition of municipalities as a map (karta över en indelning).

    Each municipality stands at the centroid of its borders with the number of its group, and has a line to the middle
    of the group's places; one without a line is alone. Longitudes are drawn shorter than
    latitudes, as they are in the middle of the map. Names are written for up to 40 places.

    Args:
        partition: The partition; its parties are names or codes of Swedish municipalities.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no partition, or not a language of ours.
        UnknownIdError: A party is no Swedish municipality.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.report.plots import alt_text, plot_partition
    >>> from familjen.scale import FixedVariable, ServiceCost, best_partition
    >>> service = ServiceCost.of({"Bjuv": 16_000, "Klippan": 20_000}, FixedVariable(800_000, 50))
    >>> print(alt_text(plot_partition(best_partition(service))))
    In one group it costs 2.6 million kr a year, 800 thousand kr less than each alone
    The cheapest of all partitions into groups that may form: exact, by subset convolution over 3 groups.
    1: Bjuv and Klippan – 2.6 million kr a year, 800 thousand kr less than each alone.
    Research: cooperation rarely lowers costs (Statskontoret 2023). What is shown rests on assumptions.
    """
    if not isinstance(partition, Partition):
        raise InvalidValueError(
            f"{show(partition)} is no Partition; make one with best_partition", attribute="partition"
        )
    groups = [_places(group) for group in partition.groups]
    points = np.vstack(groups)
    frame = Frame.around(points)
    with drawing():
        figure, axes = page(heading_of(partition, lang), frame.high)
        frame.set(axes)
        lines = np.vstack([_draw_lines(axes, number, group) for number, group in enumerate(groups)])
        settle(figure)
        if len(points) <= NAMED:
            size = _disc(axes, points)
            _draw_numbers(axes, groups, size)
            names = [name_of(party) for group in partition.groups for party in group]
            name_points(axes, points, names, lines, clear=size / 2 + 1)
        else:
            _draw_dots(axes, groups)
            numbers = [str(number) for number in range(1, len(groups) + 1)]
            name_points(axes, np.array([group.mean(axis=0) for group in groups]), numbers, points, clear=1.5)
    return figure


def _places(group: tuple[object, ...]) -> Floats:
    """Give where the members of a group lie, in degrees of longitude and latitude: shape (k, 2)."""
    found = [place(str(party)) for party in group]
    return np.array([(each.longitude, each.latitude) for each in found])


def _colour(number: int) -> str:
    return COLOURS[number % len(COLOURS)]


def _draw_lines(axes: "Axes", number: int, group: Floats) -> Floats:
    """Draw a line from each member of a group to the middle; give points on the lines."""
    centre = group.mean(axis=0)
    for member in group:
        axes.plot(*np.array([member, centre]).T, color=_colour(number), lw=1.5, zorder=2)
    return np.vstack([member + (centre - member) * np.linspace(0, 1, 20)[:, None] for member in group])


def _disc(axes: "Axes", points: Floats) -> float:
    """Give how wide discs may be, in points of 1/72 inch: smaller where places lie close."""
    spots = axes.transData.transform(points) / axes.figure.dpi * 72
    apart = np.hypot(*(spots[:, None] - spots).T) + np.diag(np.full(len(spots), np.inf))
    return float(np.clip(apart.min(), *_DISC))


def _draw_numbers(axes: "Axes", groups: Sequence[Floats], size: float) -> None:
    """Draw each place as a disc with the number of its group; one that is alone as a white square."""
    for number, group in enumerate(groups):
        alone, colour = len(group) == 1, _colour(number)
        given: dict[str, Any] = {"mec": colour, "mew": 1.2, "ls": "none", "zorder": 3}
        axes.plot(*group.T, marker="s" if alone else "o", ms=size, color="white" if alone else colour, **given)
        for x, y in group.tolist():
            ink = colour if alone else "white"
            axes.text(
                x, y, str(number + 1), color=ink, size=size * _INK, weight="bold", ha="center", va="center", zorder=4
            )


def _draw_dots(axes: "Axes", groups: Sequence[Floats]) -> None:
    """Draw each place as a dot, where there are too many for numbers on them; one that is alone as a white square."""
    for number, group in enumerate(groups):
        alone, colour = len(group) == 1, _colour(number)
        given: dict[str, Any] = {"mec": colour, "mew": 1, "ls": "none", "zorder": 3}
        axes.plot(*group.T, marker="s" if alone else "o", ms=4.5, color="white" if alone else colour, **given)
