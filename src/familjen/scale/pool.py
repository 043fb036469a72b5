"""A part of a service's cost with a size of its own (kostnadsslag)."""

from decimal import Decimal

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.scale.assumption import Assumption, assumed, from_to
from familjen.scale.curves import CostCurve
from familjen.scale.naming import Numbers, below
from familjen.validators import is_a, is_identifier, is_positive_amount, one_of, optional, tuple_of

__all__ = ["CostPool", "Density"]

Floats = NDArray[np.float64]


@attrs.frozen
class Density:
    """A cost that follows how densely people live: the curve's times (density / reference)^elasticity (täthet).

    A group's density is its size by its area. An elasticity of −0.1 says that where people live twice as densely, the
    same size costs 7 per cent less.

    Raises:
        InvalidValueError: An area or the reference is not above zero, or the elasticity not from −2 to 2.
    """

    elasticity: Assumption = attrs.field(converter=assumed, validator=from_to(-2, 2))
    """By how many per cent the cost changes when the density grows by one."""
    areas: tuple[Decimal, ...] = attrs.field(kw_only=True, validator=[tuple_of(Decimal)])
    """Each party's area, in km², in the order of the parties."""
    reference: Decimal = attrs.field(kw_only=True, validator=is_positive_amount)
    """The density at which the curve holds, in units of size per km²."""

    def __attrs_post_init__(self) -> None:
        for area in self.areas:
            if not (area.is_finite() and area > 0):
                raise InvalidValueError(f"an area is {area}; give km² above zero", owner="Density", attribute="areas")

    def factor(self, members: Floats, sizes: Floats, elasticity: Floats) -> Floats:
        """Give what a group's cost is multiplied by, for rows of members and their size."""
        area = members @ np.array([float(each) for each in self.areas])
        found: Floats = (sizes / area / float(self.reference)) ** elasticity
        return found


@attrs.frozen
class CostPool:
    """A part of a service's cost that follows a size of its own: inhabitants, cases, pupils (kostnadsslag).

    >>> from familjen.scale import FixedVariable
    >>> pool = CostPool("cases", FixedVariable(0, 9_000, unit="cases"), (Decimal(40), Decimal(25)))
    >>> float(pool.cost(np.array([[1.0, 1.0]]), {"cases.fixed": np.array(0.0), "cases.variable": np.array(9e3)})[0])
    585000.0
    """

    name: str = attrs.field(validator=is_identifier)
    """Its name, by which its assumptions are called: ``cases.variable``."""
    curve: CostCurve = attrs.field(validator=is_a(CostCurve))
    """What a size costs."""
    sizes: tuple[Decimal, ...] = attrs.field(validator=tuple_of(Decimal))
    """Each party's size, in the curve's unit, in the order of the parties."""
    density: Density | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Density)))
    """How the cost follows density, if it does."""

    def __attrs_post_init__(self) -> None:
        for size in self.sizes:
            if not (size.is_finite() and size > 0):
                reason = f"a size is {size}; sizes are above zero, in {self.curve.unit}"
                raise InvalidValueError(reason, owner="CostPool", attribute="sizes")
        if self.density is not None and len(self.density.areas) != len(self.sizes):
            reason = f"there are {len(self.density.areas)} areas of {len(self.sizes)} parties; give one for each"
            raise InvalidValueError(reason, owner="CostPool", attribute="density")

    def cost(self, members: Floats, numbers: Numbers) -> Floats:
        """Give what groups cost, for rows of members, with a number for each assumption of the service."""
        sizes = members @ np.array([float(size) for size in self.sizes])
        found = self.curve.at(sizes, below(numbers, self.name))
        if self.density is None:
            return found
        return found * self.density.factor(members, sizes, numbers[f"{self.name}.density.elasticity"])
