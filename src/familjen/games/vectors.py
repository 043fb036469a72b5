"""A game's 2ⁿ numbers, as floats or exactly, and what is joined from them player by player (vektorer)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from familjen.games.game import Game
from familjen.games.vector import sums

__all__ = ["Numbers", "by_size", "vector_of", "with_each"]

Numbers: TypeAlias = NDArray[Any]
"""Floats, or Fractions as objects."""


def vector_of(game: Game, *, exact: bool) -> Numbers:
    """Give the number of each coalition, by the coalition's number."""
    return np.array(game.numbers(), dtype=object) if exact else game.values


def with_each(vector: Numbers, join: np.ufunc = np.add) -> list[Any]:
    """Join the numbers of the coalitions that each player is in, halving the vector player by player; O(2ⁿ).

    >>> with_each(np.array([0, 1, 2, 4])), with_each(np.array([0, 1, 2, 4]), np.minimum)
    ([np.int64(5), np.int64(6)], [np.int64(1), np.int64(2)])
    """
    joined: list[Any] = []
    while len(vector) > 1:
        without, within = np.split(vector, 2)
        joined.append(join.reduce(within))
        vector = join(without, within)
    return joined[::-1]


def by_size(game: Game, joined: Sequence[Fraction], left: Sequence[Fraction], *, exact: bool) -> list[Any]:
    """Give a value that weighs coalitions by their size: those with the player in it less those without it; O(2ⁿ).

    Args:
        game: The game.
        joined: The weight of a coalition with the player in it, by size from 0 to n.
        left: The weight of a coalition without the player, by size from 0 to n.
        exact: Whether to sum the game's own numbers rather than floats.
    """
    kind = object if exact else np.float64
    sizes = sums(np.ones(len(game.players), dtype=np.int64))
    vector = vector_of(game, exact=exact)
    both = np.array([one + other for one, other in zip(joined, left, strict=True)], dtype=kind)
    out = (vector * np.array(left, dtype=kind)[sizes]).sum()
    return [part - out for part in with_each(vector * both[sizes])]
