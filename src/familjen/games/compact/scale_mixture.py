"""Curves that are mixtures of saturating exponentials, and their Shapley value (blandningar av exponentialer)."""

import math
from collections.abc import Sequence
from fractions import Fraction

import attrs
import numpy as np

from familjen.games.compact.game import Floats
from familjen.games.compact.scale_arrivals import before_each, times
from familjen.games.compact.settled import settled

__all__ = ["Mixture"]

_STEP = 1 / 3
"""The error of the trapezoidal rule in log s falls as exp(−π²/step): 1e-13."""
_LOW = 1e-6
_HIGH = 45.0
"""Below 1e-6 two terms of the exponential are exact to 1e-12; exp(−45) is nothing beside 1."""


@attrs.frozen
class Mixture:
    """The curve scale·∫₀^∞ (1 − exp(−sW)) s^(−exponent − 1) exp(−damping·s) ds of a size W (blandning).

    W^b is such a mixture with exponent b and scale b/Γ(1 − b), and log(1 + W/c) one with exponent 0 and damping c.
    """

    scale: float
    exponent: float
    damping: float = 0.0

    def split(self, weights: Sequence[Fraction], whole: float) -> list[float]:
        """Give the Shapley value of the curve, whose value for all is the whole.

        A player adds ∫ (1 − exp(−s·wᵢ)) ∫₀¹ Π_{j≠i} (1 − t + t·exp(−s·wⱼ)) dt ds, where all terms are positive, so that
        nothing cancels. The integral over s is the trapezoidal rule in log s, whose two endless tails are geometric
        series, summed in closed form. Relative error: about 1e-12.

        Complexity: O(n^1.5·log(heaviest/lightest)).

        Raises:
            CertificateError: The parts miss the whole by more than rounding.
        """
        total = sum(weights)
        size = np.array([float(weight / total) if weight else 0.0 for weight in weights])
        heavy = size > 0
        parts = np.zeros(len(size))
        if heavy.any():
            unit = self.scale * float(total) ** self.exponent
            parts[heavy] = unit * self._per_size(size[heavy], self.damping / float(total))
        return settled(parts, whole, abs(whole), "sample with shapley_sampled")

    def _per_size(self, size: Floats, damping: float) -> Floats:
        at, weights = times(len(size))
        low = _LOW / (1 + damping)
        steps = math.ceil(math.log((_HIGH / damping if damping else _HIGH / size.min()) / low) / _STEP)
        found = size * self._below(low, damping)
        for step in range(steps + 1):
            rate = low * math.exp(step * _STEP)
            density = rate**-self.exponent * math.exp(-damping * rate)
            found += -np.expm1(-rate * size) * before_each(np.exp(-rate * size), at, weights) * density
        if not damping:  # all weights are as good as endless, so that whoever is first adds all
            last = low * math.exp(steps * _STEP)
            found += last**-self.exponent / math.expm1(self.exponent * _STEP) / len(size)
        return found * _STEP

    def _below(self, low: float, damping: float) -> float:
        """Sum the steps below the lowest, where each adds s·wᵢ − s²·wᵢ·(½ + damping), all weights being 1 together."""
        one, two = 1 - self.exponent, 2 - self.exponent
        found: float = low**one / math.expm1(one * _STEP) - (0.5 + damping) * low**two / math.expm1(two * _STEP)
        return found
