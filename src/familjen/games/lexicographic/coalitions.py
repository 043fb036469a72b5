"""The coalitions of a game, asked again and again for those with the greatest excess (koalitioner i urval)."""

import numpy as np
from numpy.typing import NDArray

from familjen.games.game import sums
from familjen.games.lexicographic.member import Member
from familjen.games.lexicographic.reckoning import bits_of

__all__ = ["Coalitions"]

Floats = NDArray[np.float64]
Masks = NDArray[np.int64]

_POOL = 4096
_SETTLED = 1e-11
"""A random vector that is at right angles to all that is settled gives settled coalitions no more than this."""


class Coalitions:
    """All coalitions that are not settled, with a pool of those that were worst off when all were last gone through.

    While parts move by little, no coalition outside of the pool can be worse off than the pool's: none of them gains
    more by a move than the sum of what players lose by it. So all 2ⁿ are gone through only now and then.
    """

    def __init__(self, gains: Floats, weights: Floats | None, size: int) -> None:
        """Take every coalition's gain by itself, and what its excess is divided by; both by coalition number."""
        self._gains = gains.copy()
        self._gains[0] = self._gains[-1] = -np.inf
        self._weights = weights
        self._least_weight = 1.0 if weights is None else float(weights[1:-1].min(initial=1.0))
        self._size = size
        self._null: Floats | None = None
        self._fresh = True
        self._masks: Masks = np.empty(0, dtype=np.int64)
        self._members: Floats = np.empty((0, size))
        self._own: Floats = np.empty(0)
        self._divisors: Floats | None = None
        self._outside = np.inf
        self._at: Floats = np.zeros(size)

    def start(self, at: Floats) -> tuple[list[int], float, float]:
        """Fill the pool as things are at some split; give its worst and each player, and the scales of excesses."""
        largest = self._fill(at)
        excesses = self._excesses(at)
        most = min(4 * self._size, len(excesses))
        worst = self._masks[np.argpartition(excesses, -most)[-most:]]
        first = np.union1d(worst, 1 << np.arange(self._size))
        return first[np.isfinite(self._gains[first])].tolist(), float(np.abs(excesses).max(initial=0.0)), largest

    def worst(self, at: Floats, level: float, room: float, most: int) -> list[int]:
        """Give those coalitions whose excess is above the level by more than there is room for, the worst at most."""
        found = self._above(at, level, room, most)
        if found:
            return found
        moved = float(np.maximum(self._at - at, 0).sum())
        if moved <= (level - self._outside) * self._least_weight + room:
            return found
        self._fill(at)
        return self._above(at, level, room, most)

    def _above(self, at: Floats, level: float, room: float, most: int) -> list[int]:
        excesses = self._excesses(at)
        over = np.flatnonzero(excesses > level + room)
        if len(over) > most:
            over = over[np.argpartition(excesses[over], -most)[-most:]]
        masks: list[int] = self._masks[over].tolist()
        return masks

    def rows(self, keys: list[int]) -> tuple[Floats, Floats, Floats]:
        """Give each coalition's members, gain, and what its excess is divided by."""
        masks = np.array(keys)
        weights = np.ones(len(keys)) if self._weights is None else self._weights[masks]
        return bits_of(masks, self._size), self._gains[masks], weights

    @staticmethod
    def member(key: int) -> Member:
        """Name a coalition for a level."""
        return key, 0

    def settle(self, null: Floats, across: Floats) -> None:
        """Leave out from now on what is settled: coalitions to which a vector gives nothing."""
        del across  # the vector tells
        self._null, self._fresh = null, False
        self._keep(np.abs(self._members @ null) > _SETTLED)

    def _keep(self, kept: NDArray[np.bool_]) -> None:
        self._masks, self._members, self._own = self._masks[kept], self._members[kept], self._own[kept]
        self._divisors = None if self._divisors is None else self._divisors[kept]

    def _excesses(self, at: Floats) -> Floats:
        excesses: Floats = self._own - self._members @ at
        if self._divisors is None:
            return excesses
        with np.errstate(over="ignore", divide="ignore"):  # divisors that are next to nothing to the largest
            return excesses / self._divisors

    def _fill(self, at: Floats) -> float:
        """Go through all coalitions, keep the worst off, and give the greatest size of an excess."""
        if not self._fresh and self._null is not None:
            self._gains[np.abs(sums(self._null)) <= _SETTLED] = -np.inf
            self._fresh = True
        excesses = self._gains - sums(at)
        if self._weights is not None:
            with np.errstate(over="ignore", divide="ignore"):
                excesses /= self._weights
        self._masks, self._outside = _greatest(excesses)
        self._masks = self._masks[np.isfinite(self._gains[self._masks])]
        self._members = bits_of(self._masks, self._size)
        self._own = self._gains[self._masks]
        self._divisors = None if self._weights is None else self._weights[self._masks]
        self._at = at
        return max(float(excesses.max()), -float(excesses.min(where=np.isfinite(excesses), initial=0.0)))


def _greatest(excesses: Floats) -> tuple[Masks, float]:
    """Give the places of some thousands of the greatest numbers, and a bound on all the others."""
    size = len(excesses)
    if size <= 2 * _POOL:
        return np.arange(size), -np.inf
    sample = excesses[1 :: size // _POOL]
    rank = max(1, len(sample) * _POOL // size)
    bound = float(np.partition(sample, -rank)[-rank])
    above = np.flatnonzero(excesses > bound)
    if len(above) < _POOL:
        ties = np.flatnonzero(excesses == bound)[: _POOL - len(above)]
        return np.concatenate([above, ties]), bound
    if len(above) > 4 * _POOL:
        order = np.argpartition(excesses[above], -_POOL)[-_POOL:]
        return above[order], float(np.partition(excesses[above], -_POOL)[-_POOL])
    return above, bound
