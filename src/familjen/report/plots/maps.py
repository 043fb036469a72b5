"""A map of places in degrees, longitudes shortened as they are in its middle (karta)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

import math
from typing import TYPE_CHECKING

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.report.plots.scale_bar import draw_scale_bar

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["Frame"]

Floats = NDArray[np.float64]

_LOW, _HIGH, _WIDE = 3.0, 5.0, 7.2
"""How high a map is at least, how high one of few places at most, and how wide one is, in inches."""
_CROWDED = 40
"""For each further so many places it may be an inch higher."""
_MARGIN = 0.08
_LEAST = 0.1
"""A map is at least so many degrees of latitude high and wide."""


@attrs.frozen(eq=False)
class Frame:
    """What a map shows, and how large it is (kartram)."""

    middle: Floats
    """The middle, in degrees of longitude and latitude."""
    reach: Floats
    """How far it goes, in degrees of both."""
    across: float
    """How long a degree of longitude is by one of latitude."""
    high: float
    """How high it is, in inches."""

    @classmethod
    def around(cls, points: Floats) -> "Frame":
        """Put a frame around points in degrees of longitude and latitude, of shape (n, 2)."""
        across = math.cos(math.radians(float(points[:, 1].min() + points[:, 1].max()) / 2))
        middle, reach = (points.min(axis=0) + points.max(axis=0)) / 2, np.ptp(points, axis=0)
        reach = np.maximum(reach, (_LEAST / across, _LEAST)) * (1 + 2 * _MARGIN)
        high = min(max(_WIDE * reach[1] / (reach[0] * across), _LOW), _HIGH + len(points) / _CROWDED)
        return cls(middle, reach, across, float(high))

    def set(self, axes: "Axes") -> None:
        """Set the limits of the axes, without lines and ticks, and draw a bar of kilometres."""
        axes.set_aspect(1 / self.across)
        axes.set_xlim(self.middle[0] - self.reach[0] / 2, self.middle[0] + self.reach[0] / 2)
        axes.set_ylim(self.middle[1] - self.reach[1] / 2, self.middle[1] + self.reach[1] / 2)
        axes.set_axis_off()
        draw_scale_bar(axes, self.across)
