"""Costs that come a whole person at a time (minimibemanning)."""

from typing import Any, ClassVar

import attrs
import numpy as np
from numpy.typing import ArrayLike

from familjen.language import worded
from familjen.scale.assumption import Assumption, assumed, from_to
from familjen.scale.curves.curve import CostCurve, Floats, Given

__all__ = ["MinimumStaffing"]

_CLOSE = 1e-12


@attrs.frozen(repr=False)
class MinimumStaffing(CostCurve):
    """A cost of the people that a size needs: whole persons, and never fewer than a minimum (minimibemanning).

    Needed are max(minimum, ⌈N · demand / capacity⌉) people. The numbers are decimals, so that 3 · 0.1 / 0.1 needs three
    people, not four: a quotient within 10⁻¹² of a whole number, relatively, is that number. The minimum itself may be
    part-time, such as 1.5. Several posts are a `SumOfCurves` of one of these each.

    Raises:
        InvalidValueError: A number is below zero, or the capacity is zero.

    >>> curve = MinimumStaffing(2, demand=0.5, capacity=1_600, cost=720_000)
    >>> curve.people([4_000, 6_400, 6_401]).tolist()
    [2.0, 2.0, 3.0]
    >>> curve.total(6_401)
    2160000.0
    """

    minimum: Assumption = attrs.field(converter=assumed, validator=from_to(0))
    """The least number of people, however small the size."""
    demand: Assumption = attrs.field(kw_only=True, converter=assumed, validator=from_to(0))
    """What each unit of size demands a year, such as hours or cases."""
    capacity: Assumption = attrs.field(kw_only=True, converter=assumed, validator=from_to(above=0))
    """What one person manages a year, in the same unit as the demand."""
    cost: Assumption = attrs.field(kw_only=True, converter=assumed, validator=from_to(0))
    """What a person costs a year, in kronor, payroll charges and workplace included."""

    formula: ClassVar[str] = "C(N) = cost · max(minimum, ⌈N · demand / capacity⌉)"

    def at(self, sizes: Floats, given: Given) -> Floats:
        """Give the cost at sizes above zero, with a number for each parameter."""
        found: Floats = given["cost"] * _people(sizes, given)
        return found

    def people(self, size: ArrayLike) -> Any:
        """Give how many people a size needs: a float for a size, an array for an array of sizes.

        Raises:
            InvalidValueError: A size is not above zero or not finite, or the number goes beyond 10^308.
        """
        return attrs.evolve(self, cost=Assumption(1)).total(size)

    def growth(self, sizes: Floats) -> Floats:
        """Give N · dC/dN, in kronor: zero, between the steps; what they cost is in `marginal` and `average`."""
        return np.zeros(sizes.shape)

    def proven_subadditive(self) -> bool:
        """Tell whether one provider never costs more than two: always, since neither the minimum nor ⌈x⌉ does."""
        return True

    def text(self, lang: str = "en") -> str:
        """Say in a sentence what it costs."""
        least, demand, capacity, cost = (
            each.said(lang) for each in (self.minimum, self.demand, self.capacity, self.cost)
        )
        unit = self.unit_in(lang)
        return worded(
            lang,
            f"At least {least} people, and whole persons; a unit of size ({unit}) demands {demand} a year, a person "
            f"manages {capacity} and costs {cost} kr a year.",
            f"Minst {least} personer, och hela tjänster; en enhet ({unit}) kräver {demand} per år, en person klarar "
            f"{capacity} och kostar {cost} kr per år.",
        )


def _people(sizes: Floats, given: Given) -> Floats:
    needed = sizes * given["demand"] / given["capacity"]
    whole = np.rint(needed)
    up = np.where(np.abs(needed - whole) <= _CLOSE * needed, whole, np.ceil(needed))
    found: Floats = np.maximum(given["minimum"], up)
    return found
