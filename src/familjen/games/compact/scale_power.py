"""Costs that grow as a power of size (potenskurva)."""

import math
from collections.abc import Sequence
from fractions import Fraction

import attrs

from familjen.amounts.exact import shown
from familjen.errors import InvalidValueError
from familjen.games.compact.game import Floats
from familjen.games.compact.scale_curve import ScaleCurve
from familjen.games.compact.scale_mixture import Mixture
from familjen.games.number import Number, as_exact

__all__ = ["Power", "coefficient_of"]

_LEAST = Fraction(1, 10**9)


def coefficient_of(number: Number) -> Fraction:
    """Read what a curve is multiplied by.

    Raises:
        InvalidValueError: It is below zero, where the curve would bend upwards.
    """
    coefficient = as_exact(number, "the coefficient", "coefficient")
    if coefficient < 0:
        reason = f"the coefficient is {shown(coefficient)}, and the curve would bend upwards; give zero or more"
        raise InvalidValueError(reason, attribute="coefficient")
    return coefficient


def _exponent(number: Number) -> Fraction:
    exponent = as_exact(number, "the exponent", "exponent")
    if not _LEAST <= exponent <= 1:
        reason = f"the exponent is {float(exponent):g}; give one from 10^-9, where it is as good as fixed, to 1"
        raise InvalidValueError(reason, attribute="exponent")
    return exponent


@attrs.frozen
class Power(ScaleCurve):
    """The curve coefficient·W^exponent of a size W, the exponent above 0 and up to 1 (potenskurva).

    An exponent of 0.85 says that twice the size costs 80 per cent more. With exponent 1 all is in proportion, exactly.

    Raises:
        InvalidValueError: The coefficient is below zero, or the exponent is not above 0 and up to 1.

    >>> import numpy as np
    >>> Power(3, 0.5).many(np.array([0.0, 4.0, 100.0])).tolist()
    [0.0, 6.0, 30.0]
    """

    coefficient: Fraction = attrs.field(converter=coefficient_of)
    """What a size of 1 costs."""
    exponent: Fraction = attrs.field(converter=_exponent)
    """The elasticity: by how many per cent the cost grows when the size grows by one."""

    def many(self, sizes: Floats) -> Floats:
        """Give the curve at many sizes."""
        found: Floats = float(self.coefficient) * sizes ** float(self.exponent)
        return found

    def exactly(self, size: Fraction) -> Fraction:
        """Give the curve at one size, exactly where the exponent is 1."""
        return self.coefficient * size if self.exponent == 1 else super().exactly(size)

    def split(self, weights: Sequence[Fraction]) -> Sequence[Fraction | float]:
        """Give the Shapley value of the curve alone, as `Mixture.split` does; exactly where the exponent is 1."""
        if float(self.exponent) == 1:
            return [self.coefficient * weight for weight in weights]
        exponent = float(self.exponent)
        mixture = Mixture(float(self.coefficient) * exponent / math.gamma(1 - exponent), exponent)
        return mixture.split(weights, float(self.exactly(sum(weights, Fraction(0)))))
