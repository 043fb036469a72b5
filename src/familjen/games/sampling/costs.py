"""What many coalitions of any game cost (kostnader för många koalitioner)."""

from typing import Protocol, runtime_checkable

import numpy as np

from familjen.games.compact.game import Floats, Members
from familjen.games.game import Game
from familjen.games.shares import AnyGame

__all__ = ["costs_of"]


@runtime_checkable
class _ManyAtOnce(Protocol):
    """A game that computes many coalitions at a time."""

    def many(self, members: Members) -> Floats: ...


def costs_of(game: AnyGame, members: Members) -> Floats:
    """Give what many coalitions cost or gain: at once where the class can, else one by one.

    Args:
        game: The game.
        members: A row for each coalition with True for who is in it, shape (m, n).

    >>> from familjen.games import CostGame
    >>> costs_of(CostGame.of({"a": 3, "b": 4, "a+b": 5}), np.array([[False, True], [True, True], [False, False]]))
    array([4., 5., 0.])
    """
    if isinstance(game, Game):
        found: Floats = game.values[members @ (1 << np.arange(len(game.players)))]
        return found
    if isinstance(game, _ManyAtOnce):
        return game.many(members)
    rows = (np.flatnonzero(row).tolist() for row in members)
    return np.array([float(game.of_places(places)) if places else 0.0 for places in rows])
