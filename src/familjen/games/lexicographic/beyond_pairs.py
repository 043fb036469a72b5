"""Pairs of coalitions whose excesses differ by more than a level: found in floats, and told exactly."""

import random
from fractions import Fraction
from math import lcm

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.games.game import Game, sums
from familjen.games.lexicographic.measure import Measure
from familjen.games.lexicographic.member import Member
from familjen.games.lexicographic.reckoning import Reckoning, noise_of
from familjen.games.lexicographic.span import Equations

__all__ = ["BeyondPairs"]

Floats = NDArray[np.float64]
Places = NDArray[np.intp]


@attrs.frozen
class BeyondPairs:
    """All coalitions, nobody and all among them, whose excesses are compared two by two (par över nivån).

    Where what is settled decides the difference between two coalitions, they are of one class. Classes are told by a
    vector of whole numbers that gives all that is settled zero, drawn at random: coalitions of two classes get the same
    sum with a probability of less than 2⁻²⁰.
    """

    _reckoning: Reckoning
    _excesses: Floats
    _noise: float

    @classmethod
    def of(cls, game: Game, at: tuple[Fraction, ...]) -> "BeyondPairs":
        """Reckon every excess in floats."""
        excesses = game.sign * (game.values - sums(np.array([float(part) for part in at])))
        return cls(Reckoning(game, at, Measure.PLAIN), excesses, 2 * noise_of(game, at))

    def unsettled_above(self, level: Fraction, settled: Equations) -> list[Member]:
        """Give, of each two classes, the pair that differs most, where that is more than the level."""
        classes, most, least = self._classes(settled)
        floor = float(level) - 2 * self._noise - abs(float(level)) * 2.0**-50
        exact_most: dict[int, tuple[Fraction, int]] = {}
        exact_least: dict[int, tuple[Fraction, int]] = {}
        found: list[Member] = []
        bottom = float(least.min())
        for one in np.flatnonzero(most - bottom >= floor).tolist():
            for other in np.flatnonzero(most[one] - least >= floor).tolist():
                if one == other:
                    continue
                if one not in exact_most:
                    exact_most[one] = max(self._exactly(classes, one, most, 1))
                if other not in exact_least:
                    exact_least[other] = min(self._exactly(classes, other, least, -1))
                (above, plus), (below, minus) = exact_most[one], exact_least[other]
                if above - below > level:
                    found.append((plus, minus))
        return found

    def _classes(self, settled: Equations) -> tuple[Places, Floats, Floats]:
        """Give each coalition's class, and the greatest and least excess in each class."""
        labels = sums(np.array(_at_right_angles(settled), dtype=object))
        inverse = np.unique(labels, return_inverse=True)[1]
        number = int(inverse.max()) + 1
        most, least = np.full(number, -np.inf), np.full(number, np.inf)
        np.maximum.at(most, inverse, self._excesses)
        np.minimum.at(least, inverse, self._excesses)
        return inverse, most, least

    def _exactly(self, classes: Places, one: int, bound: Floats, sign: int) -> list[tuple[Fraction, int]]:
        """Give the excesses of those in a class that may be its greatest, or its least, exactly."""
        near = (classes == one) & (sign * (bound[one] - self._excesses) <= self._noise)
        masks = np.flatnonzero(near)
        return list(zip(self._reckoning.excesses(masks), masks.tolist(), strict=True))


def _at_right_angles(settled: Equations) -> list[int]:
    """Draw a vector of whole numbers that gives every settled vector zero."""
    drawn = random.Random(0)  # noqa: S311 - any vector will do, the same one each time
    vectors = settled.null_space()
    over = lcm(*(part.denominator for vector in vectors for part in vector))
    factors = [drawn.randrange(1, 2**40) for _ in vectors]
    return [
        int(over * sum((factor * vector[place] for factor, vector in zip(factors, vectors, strict=True)), Fraction(0)))
        for place in range(settled.size)
    ]
