"""Coalitions whose excess is above a level: found in floats with a bound on their error, and told exactly."""

from fractions import Fraction
from math import gcd

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.games.game import Game, sums
from familjen.games.lexicographic.measure import Measure
from familjen.games.lexicographic.member import Member
from familjen.games.lexicographic.reckoning import Reckoning, bits_of, noise_of
from familjen.games.lexicographic.span import Equations

__all__ = ["Beyond"]

Floats = NDArray[np.float64]
Masks = NDArray[np.int64]

_APART = 1e-6
"""How far from a span a whole vector that is not in it must surely be for floats to tell."""


@attrs.define
class Beyond:
    """The coalitions whose excess is above the lowest level or near it, from the greatest down (över nivån).

    Levels are asked from the highest down. A coalition that was above one of them and settled is settled for good, so
    each is looked at once, but for those near a level that are not settled, which are told exactly and then kept.
    """

    _reckoning: Reckoning
    _masks: Masks
    _excesses: Floats
    _noise: float
    _next: int = 0
    _open: Masks = attrs.field(factory=lambda: np.empty(0, dtype=np.int64))

    @classmethod
    def of(cls, game: Game, at: tuple[Fraction, ...], measure: Measure, lowest: Fraction) -> "Beyond":
        """Reckon every excess in floats, as it is measured, and keep those that may be above the lowest level."""
        excesses = game.sign * (game.values - sums(np.array([float(part) for part in at])))
        noise = noise_of(game, at)
        weights = measure.floats(game)
        if weights is not None:
            with np.errstate(over="ignore"):  # what is endless as a float is told exactly
                noise = float(noise / weights.min()) * (1 + 2.0**-50)
                excesses /= weights
        excesses[0] = excesses[-1] = -np.inf
        masks = np.flatnonzero(excesses >= _below(lowest, noise))
        order = np.argsort(-excesses[masks], kind="stable")
        return cls(Reckoning(game, at, measure), masks[order], excesses[masks[order]], noise)

    def unsettled_above(self, level: Fraction, settled: Equations) -> list[Member]:
        """Give the coalitions whose excess is above the level and not settled."""
        last = int(np.searchsorted(-self._excesses, -_below(level, self._noise), side="right"))
        masks = np.concatenate([self._open, self._masks[self._next : last]])
        self._next = max(self._next, last)
        self._open = masks[_outside(masks, settled)]
        return [(mask, 0) for mask in self._open[self._reckoning.above(self._open, level)].tolist()]


def _below(level: Fraction, noise: float) -> float:
    return float(level) - noise - abs(float(level)) * 2.0**-50


def _shortest(vector: list[int]) -> list[int]:
    """Give the shortest vector of whole numbers that points the same way."""
    by = gcd(*vector)
    return [part // by for part in vector]


def _outside(masks: Masks, settled: Equations) -> NDArray[np.bool_]:
    """Tell which coalitions are not made up of what is settled.

    A vector of whole numbers outside of the span of others is at least 1/√det(G) away from it, where G holds the
    products of a basis; where that is well above the error of floats, they tell for sure.
    """
    members = bits_of(masks, settled.size)
    basis = np.array([_shortest(row[: settled.size]) for row in settled.rows], dtype=np.float64)
    across, triangle = np.linalg.qr(basis.T)
    apart = float(np.exp(-np.log(np.abs(np.diag(triangle))).sum()))
    if apart < _APART:
        return np.array([not settled.follows(row) for row in members.astype(int).tolist()], dtype=bool)
    far: NDArray[np.bool_] = np.linalg.norm(members - (members @ across) @ across.T, axis=1) > apart / 2
    return far
