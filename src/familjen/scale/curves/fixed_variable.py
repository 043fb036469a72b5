"""Costs with a fixed part (fast och rörlig kostnad)."""

from typing import Any, ClassVar

import attrs
import numpy as np
from numpy.typing import ArrayLike

from familjen.language import worded
from familjen.scale.assumption import Assumption, assumed, from_to
from familjen.scale.curves.curve import CostCurve, Floats, Given
from familjen.scale.curves.sizes import plain

__all__ = ["FixedVariable"]


@attrs.frozen(repr=False)
class FixedVariable(CostCurve):
    """A cost of fixed + variable · N: what there must be once, and what goes with size (fast och rörlig kostnad).

    Joining k providers saves k − 1 fixed parts, whatever their sizes.

    Raises:
        InvalidValueError: A part is below zero.

    >>> curve = FixedVariable(900_000, 150)
    >>> curve.total([6_000, 12_000]).tolist(), curve.average(6_000)
    ([1800000.0, 2700000.0], 300.0)
    """

    fixed: Assumption = attrs.field(converter=assumed, validator=from_to(0))
    """What there must be once, in kronor a year (fast kostnad)."""
    variable: Assumption = attrs.field(converter=assumed, validator=from_to(0))
    """What each unit of size adds, in kronor a year (rörlig kostnad)."""

    formula: ClassVar[str] = "C(N) = fixed + variable · N"

    def at(self, sizes: Floats, given: Given) -> Floats:
        """Give the cost at sizes above zero, with a number for each parameter."""
        found: Floats = given["fixed"] + given["variable"] * sizes
        return found

    def marginal(self, size: ArrayLike) -> Any:
        """Give what one more unit of size adds a year, in kronor: the variable part, at any size."""
        return plain(np.full(self.need_sizes(size).shape, float(self.variable.base)))

    def growth(self, sizes: Floats) -> Floats:
        """Give N · dC/dN, in kronor: the variable part of the cost."""
        return float(self.variable.base) * sizes

    def proven_subadditive(self) -> bool:
        """Tell whether one provider never costs more than two: always."""
        return True

    def text(self, lang: str = "en") -> str:
        """Say in a sentence what it costs."""
        fixed, variable, unit = self.fixed.said(lang), self.variable.said(lang), self.unit_in(lang)
        return worded(
            lang,
            f"{fixed} kr a year once, and {variable} kr a year for each unit of size ({unit}).",
            f"{fixed} kr per år en gång, och {variable} kr per år för varje enhet ({unit}).",
        )
