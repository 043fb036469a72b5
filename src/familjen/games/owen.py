"""The Owen value (Owenvärdet)."""

from collections.abc import Iterable
from fractions import Fraction
from math import comb
from typing import Any

import numpy as np

from familjen.games.coalition import members_of
from familjen.games.game import Game
from familjen.games.shapley import shapley
from familjen.games.shares import AnyGame, CostShares
from familjen.games.unions import partition_of
from familjen.games.vector import sums
from familjen.games.vectors import Numbers, vector_of
from familjen.games.written_out import need_game, written_out

__all__ = ["owen"]


def owen(game: AnyGame, unions: Iterable[object], *, exact: bool = False) -> CostShares:
    """Give the mean of what each adds, over the orders of arrival in which unions come together (Owenvärdet).

    Players have formed unions beforehand and act as one towards the others: the unions share the whole by the Shapley
    value of the game among unions, and each shares its part by what its members could do if they went alone. With one
    union of all, or with each player by itself, it is the Shapley value.

    Complexity: O(Σ 2^(m − 1 + b)) over unions of b players of m in all, each at most O(2ⁿ): the game within a union is
    the mean over the other unions' coalitions, and its Shapley value is the part of each.

    Source: Owen, "Values of games with a priori unions", in Mathematical Economics and Game Theory (1977), pp. 76-88.

    Args:
        game: The game.
        unions: Coalitions such that each player is in one, a player by itself as one of its own.
        exact: Whether to compute in Fractions.

    Raises:
        InvalidValueError: A union is empty, two have a member in common, or a player is in none.
        UnknownIdError: A member of a union is no player.
        IntractableError: The game is compact, and too large to be written out.

    >>> from familjen.games import CostGame
    >>> runway = CostGame.of({"a": 1, "b": 1, "c": 2, "a+b": 1, "a+c": 2, "b+c": 2, "a+b+c": 2})
    >>> dict(owen(runway, ["a+b", "c"]))
    {'a': 0.25, 'b': 0.25, 'c': 1.5}
    """
    need_game(game)
    masks = partition_of(unions, game.players, "unions")
    game = written_out(game, "the Owen value")
    vector = vector_of(game, exact=exact)
    parts: dict[Any, Any] = {}
    for own in masks:
        members = members_of(own, game.players)
        within = Game.from_vector(
            members, _within(vector, own, [mask for mask in masks if mask != own]), limit=len(members)
        )
        parts |= dict(shapley(within, exact=exact))
    return CostShares.of(game, [parts[player] for player in game.players], "owen")


def _within(vector: Numbers, own: int, others: list[int]) -> Numbers:
    """Give what each coalition within a union adds on average, when it comes for the union among the others."""
    coalitions = sums(np.array(others, dtype=np.int64))
    sizes = sums(np.ones(len(others), dtype=np.int64))
    chances = [Fraction(1, (len(others) + 1) * comb(len(others), size)) for size in range(len(others) + 1)]
    weights = np.array(chances, dtype=vector.dtype)[sizes]
    inner = sums(np.array([1 << place for place in range(own.bit_length()) if own >> place & 1]))
    numbers = weights @ vector[coalitions[:, np.newaxis] | inner]
    added: Numbers = numbers - numbers[0]
    return added
