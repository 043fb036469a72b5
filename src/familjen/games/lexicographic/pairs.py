"""Pairs of coalitions, asked again and again for those whose excesses differ most (par av koalitioner)."""

import numpy as np
from numpy.typing import NDArray

from familjen.games.game import sums
from familjen.games.lexicographic.member import Member
from familjen.games.lexicographic.reckoning import bits_of

__all__ = ["Pairs"]

Floats = NDArray[np.float64]
Keys = list[tuple[int, int]]

_SAME = 1e-11
"""Coalitions of one class get the same from a random vector at right angles to all that is settled, up to this."""
_ENDS = 24
"""So many of the greatest and of the least excesses are paired."""


class Pairs:
    """All pairs of coalitions, nobody and all among them, whose difference in excess is not settled."""

    def __init__(self, gains: Floats, size: int) -> None:
        """Take every coalition's gain by itself, by its number."""
        self._gains, self._size = gains, size
        null = np.random.default_rng(0).standard_normal(size)
        self._labels = sums(null - null.mean())

    def start(self, at: Floats) -> tuple[Keys, float, float]:
        """Give the pairs that differ most at some split and each player with nobody, and the scale of excesses."""
        scale = float(np.abs(self._gains - sums(at)).max())
        ones = [1 << place for place in range(self._size)]
        first = {
            *self.worst(at, -np.inf, 0.0, 4 * self._size),
            *((one, 0) for one in ones),
            *((0, one) for one in ones),
        }
        return sorted(first), scale, 2 * scale

    def worst(self, at: Floats, level: float, room: float, most: int) -> Keys:
        """Give those pairs whose excesses differ by more than the level and room, those that differ most at most.

        The pair of two classes that differs most has in it the coalition with the greatest excess or that with the
        least: were neither, one of them could take a place in it.
        """
        excesses = self._gains - sums(at)
        order = np.argpartition(excesses, [-1, 0]) if len(excesses) <= 2 * _ENDS else _ends(excesses)
        above, below = order[np.argsort(-excesses[order])], order[np.argsort(excesses[order])]
        found = {(int(plus), int(minus)) for plus in above[:_ENDS] for minus in below[:_ENDS]}
        best, least = int(above[0]), int(below[0])
        found.add((best, int(np.argmin(np.where(self._apart(best), excesses, np.inf)))))
        found.add((int(np.argmax(np.where(self._apart(least), excesses, -np.inf))), least))
        over = [
            (float(excesses[plus] - excesses[minus]), plus, minus)
            for plus, minus in found
            if abs(self._labels[plus] - self._labels[minus]) > _SAME
        ]
        over = sorted((each for each in over if each[0] > level + room), reverse=True)
        return [(plus, minus) for _, plus, minus in over[:most]]

    def _apart(self, mask: int) -> NDArray[np.bool_]:
        apart: NDArray[np.bool_] = np.abs(self._labels - self._labels[mask]) > _SAME
        return apart

    def rows(self, keys: Keys) -> tuple[Floats, Floats, Floats]:
        """Give each pair's vector, the difference in gain, and 1."""
        plus, minus = (np.array(each, dtype=np.int64) for each in zip(*keys, strict=True))
        vectors = bits_of(plus, self._size) - bits_of(minus, self._size)
        return vectors, self._gains[plus] - self._gains[minus], np.ones(len(keys))

    @staticmethod
    def member(key: tuple[int, int]) -> Member:
        """Name a pair for a level."""
        return key

    def settle(self, null: Floats, across: Floats) -> None:
        """Leave out from now on pairs to which a vector gives the same."""
        del across  # the vector tells
        self._labels = sums(null)


def _ends(excesses: Floats) -> NDArray[np.intp]:
    order = np.argpartition(excesses, [_ENDS, len(excesses) - _ENDS])
    return np.concatenate([order[:_ENDS], order[-_ENDS:]])
