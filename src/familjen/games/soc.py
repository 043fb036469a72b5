"""Sharing the ordering cost (delning av beställningskostnaden)."""

from fractions import Fraction

from familjen.games.compact.pooling import PoolingGame
from familjen.games.exactly import on_top, shares_of
from familjen.games.shares import CostShares
from familjen.games.written_out import need_game

__all__ = ["soc"]


def soc(game: PoolingGame, *, exact: bool = False) -> CostShares:
    """Split the cost of a pool in proportion to the squares of its members' orders or deviations: the SOC rule (SOC).

    Each pays for the holding of its own stock, and the cost of ordering is shared by the squares; in all that is in
    proportion to the squares. It is always in the core (delning av beställningskostnaden). With ``exact`` the parts are
    Fractions that sum to the float of the whole.

    Complexity: O(n).

    Source: Meca, Timmer, García-Jurado and Borm, "Inventory games", European Journal of Operational Research 156
    (2004), pp. 127-139.

    >>> game = PoolingGame.of_deviations({"Ale": 3, "Bjuv": 4}, factor=10)
    >>> dict(soc(game))
    {'Ale': 18.0, 'Bjuv': 32.0}
    """
    need_game(game, PoolingGame)
    return shares_of(game, on_top(game, [Fraction(0)] * len(game.players), game.squares), "soc", exact=exact)
