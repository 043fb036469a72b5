"""Costs that grow as the logarithm of size (logaritmisk kurva)."""

from collections.abc import Sequence
from fractions import Fraction

import attrs
import numpy as np

from familjen.amounts.exact import shown
from familjen.errors import InvalidValueError
from familjen.games.compact.game import Floats
from familjen.games.compact.scale_curve import ScaleCurve
from familjen.games.compact.scale_mixture import Mixture
from familjen.games.compact.scale_power import coefficient_of
from familjen.games.number import Number, as_exact

__all__ = ["Logarithm"]

_RANGE = 10**150


def _scale(number: Number) -> Fraction:
    scale = as_exact(number, "the scale", "scale")
    if not Fraction(1, _RANGE) <= scale <= _RANGE:
        raise InvalidValueError(f"the scale is {shown(scale)}; give a size above zero, up to 10^150", attribute="scale")
    return scale


@attrs.frozen
class Logarithm(ScaleCurve):
    """The curve coefficient·log(1 + W/scale) of a size W (logaritmisk kurva).

    Raises:
        InvalidValueError: The coefficient is below zero, or the scale is not above zero.

    >>> Logarithm(3, 10).many(np.array([0.0, 10.0])).round(6).tolist()
    [0.0, 2.079442]
    """

    coefficient: Fraction = attrs.field(converter=coefficient_of)
    """What log(1 + W/scale) is multiplied by."""
    scale: Fraction = attrs.field(converter=_scale)
    """The size from which on growth slows down."""

    def many(self, sizes: Floats) -> Floats:
        """Give the curve at many sizes."""
        found: Floats = float(self.coefficient) * np.log1p(sizes / float(self.scale))
        return found

    def split(self, weights: Sequence[Fraction]) -> Sequence[Fraction | float]:
        """Give the Shapley value of the curve alone, as `Mixture.split` does."""
        mixture = Mixture(float(self.coefficient), 0.0, float(self.scale))
        return mixture.split(weights, float(self.exactly(sum(weights, Fraction(0)))))
