"""A bar on a map that says how long a kilometre is (skalstock)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from typing import TYPE_CHECKING

from familjen.report.plots.style import DARK

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["draw_scale_bar"]

_DEGREE_KM = 111.195
"""Kilometres of a degree of latitude on a sphere of the Earth's mean radius."""
_SHARE = 0.25


def draw_scale_bar(axes: "Axes", across: float) -> None:
    """Draw a bar of a round number of kilometres below the lower left corner of a map in degrees.

    Args:
        axes: The map, with its limits.
        across: How long a degree of longitude is by one of latitude.
    """
    left, right = axes.get_xlim()
    whole = (right - left) * across * _DEGREE_KM
    km = next(km for km in (200, 100, 50, 20, 10, 5, 2, 1) if km <= whole * _SHARE or km == 1)
    share = km / whole
    axes.plot([0, share], [-0.02, -0.02], transform=axes.transAxes, color=DARK, lw=2, clip_on=False)
    axes.text(share + 0.015, -0.02, f"{km} km", transform=axes.transAxes, size=7.5, va="center", clip_on=False)
