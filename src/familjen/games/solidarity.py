"""The solidarity value (solidaritetsvärdet)."""

from fractions import Fraction
from math import comb

from familjen.games.shares import AnyGame, CostShares
from familjen.games.vectors import by_size
from familjen.games.written_out import written_out

__all__ = ["solidarity"]


def solidarity(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Give each player the mean, over orders of arrival, of what those there then add on average (solidaritetsvärdet).

    Where Shapley gives a player what it adds itself on arrival, here it gets the mean of what each member of the
    coalition adds to the rest of it: the stronger help the weaker, and a player that never adds anything gets a part.

    Complexity: O(2ⁿ): a coalition's number counts for its members and against the others, by the coalition's size.

    Source: Nowak and Radzik, "A solidarity value for n-person transferable utility games", International Journal of
    Game Theory 23 (1994), pp. 43-48.

    Raises:
        IntractableError: The game is compact, and too large to be written out.

    >>> from familjen.games import Game
    >>> dict(solidarity(Game.of({"a": 4, "b": 0, "a+b": 4}), exact=True))
    {'a': Fraction(3, 1), 'b': Fraction(1, 1)}
    """
    game = written_out(game, "the solidarity value")
    number = len(game.players)
    # by size s from 1 to n: the chance of arriving to make a given coalition of s, over s, for its mean
    chances = [Fraction(1, size * size * comb(number, size)) for size in range(1, number + 1)] + [Fraction(0)]
    # a coalition of s lacks each of n - s for a larger one, and is s times the mean of the one that it is itself
    joined = [Fraction(0)]
    joined += [size * chances[size - 1] - (number - size) * chances[size] for size in range(1, number + 1)]
    return CostShares.of(game, by_size(game, joined, chances, exact=exact), "solidarity")
