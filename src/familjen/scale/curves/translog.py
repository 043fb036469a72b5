"""Costs whose elasticity changes with size (translog)."""

import math
from decimal import Decimal
from typing import ClassVar

import attrs
import numpy as np

from familjen.language import say, worded
from familjen.scale.assumption import Assumption, assumed, from_to
from familjen.scale.curves.curve import CostCurve, Floats, Given
from familjen.scale.curves.sizes import read_reference

__all__ = ["TranslogCurve"]


@attrs.frozen(repr=False)
class TranslogCurve(CostCurve):
    """A cost of second order in logarithms, whose average falls, then rises (translogkurva).

    ln C(N) = ln cost + (1 + elasticity) · L + curvature / 2 · L², where L = ln(N / reference). The elasticity of the
    cost per unit of size is ``elasticity`` at the reference, and elasticity + curvature · L elsewhere. Above zero, the
    curvature makes the average U-shaped; without it this is a `PowerCurve`. Far from the reference the square
    dominates: give ``observed``, and look at `is_extrapolated`.

    Raises:
        InvalidValueError: The cost or the reference is not above zero, the elasticity not from −1 to 1, or the
            curvature not from −2 to 2.

    Source: Christensen and Greene, "Economies of scale in U.S. electric power generation", Journal of Political
    Economy 84 (1976), pp. 655-676, with output as the only variable.

    >>> curve = TranslogCurve(70_000_000, -0.1, 0.1, reference=10_000)
    >>> curve.average(10_000), curve.cost_elasticity(10_000), round(curve.bottom)
    (7000.0, 0.9, 27183)
    """

    cost: Assumption = attrs.field(converter=assumed, validator=from_to(above=0))
    """What the reference size costs a year, in kronor."""
    elasticity: Assumption = attrs.field(converter=assumed, validator=from_to(-1, 1))
    """By how many per cent the cost per unit of size changes when the size grows by one from the reference."""
    curvature: Assumption = attrs.field(converter=assumed, validator=from_to(-2, 2))
    """By how much that elasticity grows when the logarithm of size grows by one (size times 2.718)."""
    reference: Decimal = attrs.field(kw_only=True, converter=read_reference)
    """The size that the cost and the elasticity hold at."""

    formula: ClassVar[str] = "C(N) = cost · exp((1 + elasticity) · L + curvature / 2 · L²), L = ln(N / reference)"

    def at(self, sizes: Floats, given: Given) -> Floats:
        """Give the cost at sizes above zero, with a number for each parameter."""
        log = np.log(sizes / float(self.reference))
        found: Floats = given["cost"] * np.exp((1 + given["elasticity"]) * log + given["curvature"] / 2 * log**2)
        return found

    def growth(self, sizes: Floats) -> Floats:
        """Give N · dC/dN, in kronor: (1 + elasticity + curvature · L) · C."""
        log = np.log(sizes / float(self.reference))
        found: Floats = (1 + float(self.elasticity.base) + float(self.curvature.base) * log) * self.total(sizes)
        return found

    @property
    def bottom(self) -> float | None:
        """The size whose average cost is least, reference · exp(−elasticity / curvature).

        ``None`` where there is none: the curvature is zero or less, or the size beyond 10^308.
        """
        if self.curvature.base <= 0:
            return None
        log = math.log(self.reference) - float(self.elasticity.base / self.curvature.base)
        return math.exp(log) if abs(log) < math.log(1e308) else None

    def proven_subadditive(self) -> bool:
        """Tell whether one provider never costs more than two at any size: without curvature, as a `PowerCurve`."""
        return self.curvature.base == 0 and self.elasticity.base <= 0

    def text(self, lang: str = "en") -> str:
        """Say in a sentence what it costs."""
        cost, change, more = (each.said(lang) for each in (self.cost, self.elasticity, self.curvature))
        size, unit = say(self.reference, lang), self.unit_in(lang)
        return worded(
            lang,
            f"A size of {size} {unit} costs {cost} kr a year; there one per cent more {unit} go with {change} per cent "
            f"of change in the cost of each, and with {more} more for each unit of the logarithm of size.",
            f"En storlek av {size} {unit} kostar {cost} kr per år; när storleken där ökar en procent ändras kostnaden "
            f"per enhet {change} procent, och {more} mer för varje enhet av storlekens logaritm.",
        )
