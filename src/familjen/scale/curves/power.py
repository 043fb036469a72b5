"""Costs that grow as a power of size (potenskurva)."""

from decimal import Decimal
from typing import ClassVar

import attrs
import numpy as np

from familjen.language import say, worded
from familjen.scale.assumption import Assumed, Assumption, assumed, from_to
from familjen.scale.curves.curve import CostCurve, Floats, Given
from familjen.scale.curves.sizes import read_reference

__all__ = ["PowerCurve", "fitted_through"]


@attrs.frozen(repr=False)
class PowerCurve(CostCurve):
    """A cost of coefficient · (N / reference)^(1 + elasticity) (potenskurva).

    The elasticity is that of the cost per unit of size, the same at every size: −0.07 says that one per cent more
    inhabitants go with 0.07 per cent less cost each. Zero, the default, says that size saves nothing.

    Raises:
        InvalidValueError: The coefficient or the reference is not above zero, or the elasticity not from −1 to 1.

    >>> curve = PowerCurve(1_000, -0.5)
    >>> curve.total(100), curve.average(100), curve.cost_elasticity(100)
    (10000.0, 100.0, 0.5)
    """

    coefficient: Assumption = attrs.field(converter=assumed, validator=from_to(above=0))
    """What the reference size costs a year, in kronor."""
    elasticity: Assumption = attrs.field(default=Assumption(0), converter=assumed, validator=from_to(-1, 1))
    """By how many per cent the cost per unit of size changes when the size grows by one (elasticitet)."""
    reference: Decimal = attrs.field(default=Decimal(1), kw_only=True, converter=read_reference)
    """The size that costs the coefficient."""

    formula: ClassVar[str] = "C(N) = coefficient · (N / reference)^(1 + elasticity)"

    def at(self, sizes: Floats, given: Given) -> Floats:
        """Give the cost at sizes above zero, with a number for each parameter."""
        found: Floats = given["coefficient"] * (sizes / float(self.reference)) ** (1 + given["elasticity"])
        return found

    def growth(self, sizes: Floats) -> Floats:
        """Give N · dC/dN, in kronor: (1 + elasticity) · C."""
        return (1 + float(self.elasticity.base)) * np.asarray(self.total(sizes))

    def proven_subadditive(self) -> bool:
        """Tell whether one provider never costs more than two: where the elasticity is zero or less."""
        return self.elasticity.base <= 0

    def text(self, lang: str = "en") -> str:
        """Say in a sentence what it costs."""
        cost, change = self.coefficient.said(lang), self.elasticity.said(lang)
        size, unit = say(self.reference, lang), self.unit_in(lang)
        return worded(
            lang,
            f"A size of {size} {unit} costs {cost} kr a year; one per cent more {unit} go with {change} per cent of "
            "change in the cost of each.",
            f"En storlek av {size} {unit} kostar {cost} kr per år; när storleken ökar en procent ändras kostnaden per "
            f"enhet {change} procent.",
        )


def fitted_through(
    size: float | Decimal, cost: Assumed, elasticity: Assumed = 0, *, unit: str = "inhabitants"
) -> PowerCurve:
    """Make the power curve that goes through one known point: what somebody pays today (kurva genom en känd kostnad).

    It goes through the point whatever the elasticity, so that a range of it opens from what is known.

    Args:
        size: The size that the cost is known for, above zero: a plain number.
        cost: What that size costs a year, in kronor, above zero.
        elasticity: By how many per cent the cost per unit of size changes when the size grows by one, from −1 to 1;
            zero, the default, says that size saves nothing.
        unit: What size is counted in.

    Raises:
        InvalidValueError: A number is outside what it may be.

    >>> curve = fitted_through(15_000, 4_200_000, -0.07)
    >>> curve.total(15_000), round(curve.total(30_000))
    (4200000.0, 8002159)
    """
    return PowerCurve(assumed(cost), assumed(elasticity), reference=read_reference(size), unit=unit)
