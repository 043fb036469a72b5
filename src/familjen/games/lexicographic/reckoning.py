"""Excesses of many coalitions exactly, in whole numbers over one denominator."""

from collections.abc import Iterable
from fractions import Fraction
from math import lcm

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.games.game import Game
from familjen.games.lexicographic.measure import Measure

__all__ = ["Reckoning", "bits_of", "noise_of"]

Masks = NDArray[np.int64]


def bits_of(masks: Masks, size: int) -> NDArray[np.float64]:
    """Give a row for each coalition: 1 for a member, 0 for another.

    >>> bits_of(np.array([5]), 3).tolist()
    [[1.0, 0.0, 1.0]]
    """
    return (masks[:, None] >> np.arange(size) & 1).astype(np.float64)


def noise_of(game: Game, at: tuple[Fraction, ...]) -> float:
    """Give a bound on the error of an excess that is reckoned in floats by adding up the parts."""
    paid = sum(abs(float(part)) for part in at)
    largest = max(float(game.values.max()), -float(game.values.min())) + paid
    return 4 * (len(at) + 2) * 2.0**-53 * largest + 1e-300


@attrs.frozen
class Reckoning:
    """A game, a split of it, and how excesses are measured (räkning)."""

    game: Game
    at: tuple[Fraction, ...]
    measure: Measure

    def above(self, masks: Masks, level: Fraction) -> NDArray[np.intp]:
        """Give the places of the coalitions whose measured excess is above the level, exactly."""
        if not len(masks):
            return np.empty(0, dtype=np.intp)
        game = self.game
        short = [game.sign * game.at(mask) - level * self.measure.of(game, mask) for mask in masks.tolist()]
        return np.flatnonzero(self._less_paid(masks, short) > 0)

    def excesses(self, masks: Masks) -> list[Fraction]:
        """Give the excess of each coalition, not measured by anything."""
        over, counts = self._over(masks, [self.game.sign * self.game.at(mask) for mask in masks.tolist()])
        return [Fraction(int(count), over) for count in counts]

    def _less_paid(self, masks: Masks, owed: list[Fraction]) -> NDArray[np.object_]:
        return self._over(masks, owed)[1]

    def _over(self, masks: Masks, owed: Iterable[Fraction]) -> tuple[int, NDArray[np.object_]]:
        """Take what each coalition's members pay from what it is owed, over one denominator."""
        owed = list(owed)
        over = lcm(*(part.denominator for part in (*self.at, *owed)))
        parts = [self.game.sign * part.numerator * (over // part.denominator) for part in self.at]
        left = np.array([part.numerator * (over // part.denominator) for part in owed], dtype=object)
        for place, part in enumerate(parts):
            left[(masks >> place & 1).astype(bool)] -= part
        return over, left
