"""The Shapley value of any curve where weights are multiples of one unit (heltalssummor)."""

import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from familjen.games.compact.scale_arrivals import before_each, times
from familjen.games.compact.scale_curve import ScaleCurve
from familjen.games.compact.settled import settled

__all__ = ["split_by_sums", "unit_of"]

_MOST = 10**9
_ACROSS = 2.0
"""On the unit circle the products grow twice as fast away from the unit interval as on the real line."""


def unit_of(weights: Sequence[Fraction]) -> Fraction | None:
    """Give the largest unit that all weights are multiples of, where there are few enough multiples to go through.

    >>> unit_of([Fraction(3, 2), Fraction(1)]), unit_of([Fraction(1), Fraction(1, 10**12)])
    (Fraction(1, 2), None)
    """
    over = math.lcm(*(weight.denominator for weight in weights))
    common = math.gcd(*(int(weight * over) for weight in weights))
    if not common:
        return None
    steps = sum(weights) * over / common
    heavy = sum(1 for weight in weights if weight)
    return Fraction(common, over) if steps * heavy * math.sqrt(heavy) <= _MOST else None


def split_by_sums(curve: ScaleCurve, weights: Sequence[Fraction], unit: Fraction) -> list[float]:
    """Give the Shapley value of a curve of sums, for weights that are multiples of the unit.

    The curve at 0, 1, …, M units is a sum of exponentials, by Fourier's transform; each goes over the orders of arrival
    as a product. Nothing is approximated but by rounding, which is absolute: about 1e-13 of the largest number.

    Complexity: O(M·n^1.5) for sums of M units.

    Raises:
        CertificateError: The parts miss the whole by more than rounding.
    """
    counts = np.array([int(weight / unit) for weight in weights if weight])
    points = int(counts.sum()) + 1
    values = curve.many(np.arange(points, dtype=np.float64) * float(unit))
    waves = np.fft.rfft(values) / points
    at, among = times(len(counts), _ACROSS)
    found = np.zeros(len(counts))
    for wave in range(1, len(waves)):
        turns = np.exp(2j * np.pi / points * (wave * counts % points))
        added = waves[wave] * (turns - 1) * before_each(turns, at, among)
        found += added.real if 2 * wave == points else 2 * added.real
    parts = np.zeros(len(weights))
    parts[[place for place, weight in enumerate(weights) if weight]] = found
    return settled(parts, float(values[-1] - values[0]), float(np.abs(values).max()), "sample with shapley_sampled")
