"""Costs that grow along straight lines, each less steep than the one before (styckvis linjär kurva)."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

import attrs
import numpy as np

from familjen.amounts.exact import shown
from familjen.errors import InvalidValueError
from familjen.games.compact.game import Floats
from familjen.games.compact.scale_curve import ScaleCurve
from familjen.games.number import Number, as_exact
from familjen.validators import show

__all__ = ["PiecewiseLinear"]


@attrs.frozen
class PiecewiseLinear(ScaleCurve):
    """A curve of straight lines through points, from nothing at zero; the last line goes on (styckvis linjär kurva).

    >>> curve = PiecewiseLinear.of({10_000: 3_000_000, 50_000: 11_000_000})
    >>> curve.many(np.array([5_000.0, 30_000.0, 60_000.0])).tolist()
    [1500000.0, 7000000.0, 13000000.0]
    """

    starts: tuple[Fraction, ...]
    """The sizes from which each line goes, the first zero."""
    slopes: tuple[Fraction, ...]
    """What one more of size costs on each line."""

    @classmethod
    def of(cls, points: Mapping[Any, Number]) -> "PiecewiseLinear":
        """Make it from points: what each size costs, from the smallest size on.

        Raises:
            InvalidValueError: There is no point, sizes are not above zero and rising, or a line is steeper than the
                one before it.
        """
        if not isinstance(points, Mapping) or not points:
            reason = f"{show(points)} is no mapping of size to cost with at least one point in it"
            raise InvalidValueError(reason, attribute="points")
        read = [(as_exact(x, "a size", "points"), as_exact(y, f"the cost at {x}", "points")) for x, y in points.items()]
        starts: list[Fraction] = []
        slopes: list[Fraction] = []
        for (x, y), (end, cost) in pairwise([(Fraction(0), Fraction(0)), *read]):
            if end <= x:
                reason = f"the size {shown(end)} comes after {shown(x)}; give sizes above zero, the smallest first"
                raise InvalidValueError(reason, attribute="points")
            starts.append(x)
            slopes.append((cost - y) / (end - x))
        return cls(tuple(starts), tuple(slopes))

    def __attrs_post_init__(self) -> None:
        if len(self.starts) != len(self.slopes) or not self.starts or self.starts[0]:
            reason = "each line needs a start and a slope, and the first starts at zero; make the curve with of"
            raise InvalidValueError(reason, attribute="starts")
        for place, (before, after) in enumerate(pairwise(self.slopes), 1):
            if after > before:
                reason = (
                    f"from the size {shown(self.starts[place])} on one more costs {float(after):,.6g} and before it "
                    f"{float(before):,.6g}; what more size costs may not rise"
                )
                raise InvalidValueError(reason, attribute="slopes")

    def many(self, sizes: Floats) -> Floats:
        """Give the curve at many sizes."""
        found = np.zeros_like(sizes)
        for start, change in self._bends():
            found += float(change) * np.maximum(sizes - float(start), 0)
        return found

    def exactly(self, size: Fraction) -> Fraction:
        """Give the curve at one size, exactly."""
        return sum((change * (size - start) for start, change in self._bends() if size > start), Fraction(0))

    def _bends(self) -> list[tuple[Fraction, Fraction]]:
        """Give where each line starts, and by how much it is less steep than the one before."""
        changes = [after - before for before, after in pairwise([Fraction(0), *self.slopes])]
        return list(zip(self.starts, changes, strict=True))
