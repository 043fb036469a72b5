"""The split of a submodular game in which no player has the better of another, by Newton's method (jämvikt)."""

import attrs
import numpy as np

from familjen.games.compact.game import Floats, Members
from familjen.games.compact.submodular import SubmodularGame
from familjen.games.lexicographic.apart import each_two

__all__ = ["balance"]

_EVEN = 1e-12
_STEPS = 64
_SHORTEST = 2.0**-12


def balance(game: SubmodularGame, start: Floats) -> Floats:
    """Move parts until what each player could win without another is the same for both, for every two (jämvikt).

    While the coalitions that are worst off stay the same, what one could win without another changes linearly with the
    parts; the move that evens the differences out by least squares, for these coalitions, is made, or as much of it as
    brings their squares down. It may end before they are even: the certificate tells.

    Args:
        game: The game.
        start: What each player pays, or gets, summing to the whole.

    Complexity: for each move, of which some are usual, the class's `separate` for all n² pairs and O(n⁴) in numpy.

    Source: Meinhardt, The Pre-Kernel as a Tractable Solution for Cooperative Games (2014), for even differences by
    least squares.

    >>> from familjen.games.compact.airport import AirportGame
    >>> balance(AirportGame.of({"glider": 600, "jet": 3000}), np.array([600.0, 2400.0])).round(9).tolist()
    [300.0, 2700.0]
    """
    here = _Standing.of(game, start)
    for _ in range(_STEPS):
        if here.unevenness <= _EVEN * max(game.largest(), float(np.abs(here.paid).max())):
            break
        move, length = here.move(game.sign), 1.0
        there = _Standing.of(game, here.paid + move)
        while there.squares > (1 - length / 8) * here.squares and length > _SHORTEST:
            length /= 2
            there = _Standing.of(game, here.paid + length * move)
        if there.squares >= here.squares:
            break
        here = there
    return here.paid


@attrs.frozen
class _Standing:
    """Where all pairs of players stand with a split."""

    paid: Floats
    """What each player pays, or gets."""
    members: Members
    """Who is worst off with one and without another; shape (n, n, n)."""
    uneven: Floats
    """What one could win without another, less what the other could without the one; shape (n, n)."""

    @classmethod
    def of(cls, game: SubmodularGame, paid: Floats) -> "_Standing":
        size = len(paid)
        surplus, members = np.zeros((size, size)), np.zeros((size, size, size), dtype=bool)
        for inside, outside, found, excesses in each_two(game, paid):
            surplus[inside, outside], members[inside, outside] = excesses, found
        return cls(paid, members, surplus - surplus.T)

    @property
    def unevenness(self) -> float:
        return float(np.abs(self.uneven).max())

    @property
    def squares(self) -> float:
        return float(np.sum(self.uneven**2))

    def move(self, sign: int) -> Floats:
        """Give the least move that evens out the differences by least squares, and keeps the sum of all parts."""
        size = len(self.paid)
        normal, right = np.zeros((size, size)), np.zeros(size)
        for place in range(size - 1):
            apart = self.members[place, place + 1 :].astype(np.float32) - self.members[place + 1 :, place]
            normal += apart.T @ apart  # whole numbers, which are exact
            right += self.uneven[place, place + 1 :] @ apart
        normal -= normal.mean(axis=0)
        normal -= normal.mean(axis=1)[:, None]
        inverse = np.asarray(np.linalg.pinv(normal, rcond=1e-12, hermitian=True), dtype=np.float64)
        moved: Floats = inverse @ (right - right.mean())
        moved -= moved.mean()
        return sign * moved
