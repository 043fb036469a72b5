"""Alternative cost avoided (undviken alternativkostnad)."""

from fractions import Fraction

from familjen.games.exactly import alone_of, on_top, separable_of, shares_of
from familjen.games.shares import AnyGame, CostShares

__all__ = ["aca"]


def aca(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Split what is left after separable costs by the alternative cost that each avoids, none below zero.

    The alternative cost avoided method: as `scrb`, but a player whose separable cost is above its cost alone has no
    benefit rather than a negative one (undviken alternativkostnad).

    Complexity: O(n).

    Source: Straffin and Heaney, "Game theory and the Tennessee Valley Authority", International Journal of Game Theory
    10 (1981), pp. 35-43.

    >>> from familjen.games import CostGame
    >>> table = {"a": 1, "b": 6, "c": 6, "a+b": 6, "a+c": 6, "b+c": 7, "a+b+c": 9}
    >>> dict(aca(CostGame.of(table)))
    {'a': 2.0, 'b': 3.5, 'c': 3.5}
    """
    apart = separable_of(game)
    benefits = [max(Fraction(0), game.sign * (last - alone)) for last, alone in zip(apart, alone_of(game), strict=True)]
    return shares_of(game, on_top(game, apart, benefits), "aca", exact=exact)
