"""Costs along straight lines between points that are known (styckvis linjär kurva)."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any, ClassVar

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.language import listed, say, worded
from familjen.scale.assumption import Assumption, as_decimal, assumed, from_to
from familjen.scale.curves.curve import CostCurve, Floats, Given
from familjen.scale.curves.sizes import read_pairs, read_positive, read_range

__all__ = ["PiecewiseLinearCurve"]

Point = tuple[Decimal, Decimal]


def _read(points: Any) -> tuple[Point, ...]:
    """Read points of size and cost, the sizes growing and the costs not falling."""
    found: list[Point] = []
    for one, other in read_pairs(points, "points", "(size, cost)"):
        size = read_positive(one, "the size of a point", "points")
        cost = as_decimal(other, f"the cost at size {size}", "points")
        before, least = found[-1] if found else (Decimal(0), Decimal(0))
        if size <= before:
            raise InvalidValueError(f"size {size} comes after {before}; give growing sizes", attribute="points")
        if cost < least:
            reason = f"size {size} costs {cost}, below {least}; costs are zero or more, and fall nowhere"
            raise InvalidValueError(reason, attribute="points")
        found.append((size, cost))
    return tuple(found)


def _observed(curve: Any) -> tuple[Decimal, Decimal]:
    return curve.points[0][0], curve.points[-1][0]


@attrs.frozen(repr=False)
class PiecewiseLinearCurve(CostCurve):
    """A cost along straight lines between known points of size and cost (styckvis linjär kurva).

    Below the first point it goes straight to the ``fixed`` cost at size zero: 0, the default, says that the first
    point's cost per unit of size holds below it, so that nothing is saved there unless somebody says so. Above the last
    point the last line goes on. Both are extrapolated: ``observed`` is from the first to the last point unless given.

    Raises:
        InvalidValueError: There are no points, a size is not above zero or not above the one before, a cost falls, or
            the fixed cost is below zero or above the first point's.

    >>> curve = PiecewiseLinearCurve([(5_000, 2_000_000), (15_000, 5_000_000), (40_000, 12_000_000)])
    >>> curve.total([2_500, 10_000, 40_000, 50_000]).tolist()
    [1000000.0, 3500000.0, 12000000.0, 14800000.0]
    >>> curve.is_extrapolated([2_500, 10_000]).tolist()
    [True, False]
    """

    points: tuple[Point, ...] = attrs.field(converter=_read)
    """Size and cost a year, in kronor, of each point, by growing size."""
    fixed: Assumption = attrs.field(default=Assumption(0), kw_only=True, converter=assumed, validator=from_to(0))
    """What there must be even for a size next to nothing, in kronor a year."""
    observed: tuple[Decimal, Decimal] | None = attrs.field(
        default=attrs.Factory(_observed, takes_self=True), kw_only=True, converter=read_range
    )
    """The least and the largest size that the curve was made from: the first and the last point unless given."""

    formula: ClassVar[str] = "C(N) = straight lines from (0, fixed) through the points, the last line going on"

    def __attrs_post_init__(self) -> None:
        if self.fixed.most > self.points[0][1]:
            reason = f"{self.fixed.most} is above the first point's cost of {self.points[0][1]}; costs fall nowhere"
            raise InvalidValueError(reason, owner=type(self).__name__, attribute="fixed")

    def at(self, sizes: Floats, given: Given) -> Floats:
        """Give the cost at sizes above zero, with a number for each parameter."""
        nodes, costs, line = self._lines(sizes)
        begin = np.where(line == 0, given["fixed"], costs[line])
        share = (sizes - nodes[line]) / (nodes[line + 1] - nodes[line])
        found: Floats = begin * (1 - share) + costs[line + 1] * share
        return found

    def limits(self) -> dict[str, tuple[float, float]]:
        """Give from what to what each parameter may range: what is fixed to the first point's cost."""
        return {"fixed": (0.0, float(self.points[0][1]))}

    def growth(self, sizes: Floats) -> Floats:
        """Give N · dC/dN, in kronor: by the slope of the line; at a point, of the line that ends there."""
        nodes, costs, line = self._lines(sizes)
        costs[0] = float(self.fixed.base)
        return sizes * (costs[line + 1] - costs[line]) / (nodes[line + 1] - nodes[line])

    def _lines(self, sizes: Floats) -> tuple[Floats, Floats, NDArray[np.intp]]:
        """Give size and cost of each point, after one at zero, and which line each size lies on, from 0."""
        nodes, costs = (np.array([0.0, *(float(point[side]) for point in self.points)]) for side in (0, 1))
        return nodes, costs, np.asarray(np.searchsorted(nodes[1:-1], sizes, side="left"))

    def proven_subadditive(self) -> bool:
        """Tell whether one provider never costs more than two.

        So it is where the average falls or stays everywhere: where each line, drawn on to size zero, meets it at zero
        or above. Otherwise nothing is proven.
        """
        points = [(Fraction(0), Fraction(self.fixed.base))]
        points += [(Fraction(size), Fraction(cost)) for size, cost in self.points]
        ends = pairwise(points)
        return all(cost * next_size >= next_cost * size for (size, cost), (next_size, next_cost) in ends)

    def text(self, lang: str = "en") -> str:
        """Say in a sentence what it costs."""
        at = worded(lang, "at", "vid")
        known = listed([f"{say(cost, lang)} kr {at} {say(size, lang)}" for size, cost in self.points], lang)
        fixed, unit = self.fixed.said(lang), self.unit_in(lang)
        return worded(
            lang,
            f"A year costs {known} {unit}, straight lines between, from {fixed} kr at size zero; "
            "above the last, the last line goes on.",
            f"Ett år kostar {known} {unit}, däremellan räta linjer, från {fixed} kr vid storleken noll; "
            "över den sista fortsätter den sista linjen.",
        )
