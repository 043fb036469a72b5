"""Who is worst off with one player and without another, for every two players of a submodular game (åtskilda par)."""

from collections.abc import Iterator

import numpy as np

from familjen.games.compact.game import Floats, Members
from familjen.games.compact.submodular import Places, SubmodularGame

__all__ = ["each_two"]

_AT_ONCE = 1 << 19
"""Pairs times players that a class is asked about at once: some megabytes of floats."""


def each_two(game: SubmodularGame, paid: Floats) -> Iterator[tuple[Places, Places, Members, Floats]]:
    """Go through all pairs of players, many at once: who is in, who is not, the coalitions, and their excesses.

    Complexity: the class's `separate` for all n² pairs.

    >>> from familjen.games.compact.airport import AirportGame
    >>> for inside, outside, _, excess in each_two(AirportGame.of({"glider": 600, "jet": 3000}), np.array([300, 2700])):
    ...     print(inside, outside, excess)
    [0 1] [1 0] [-300. -300.]
    """
    size = len(paid)
    step = max(1, _AT_ONCE // size**2)
    for start in range(0, size, step):
        inside, outside = np.nonzero(np.eye(min(step, size - start), size, start) == 0)
        inside += start
        yield inside, outside, *game.separate(paid, inside, outside)
