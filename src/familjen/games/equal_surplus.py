"""Equal surplus division (lika delning av vinsten)."""

from fractions import Fraction

from familjen.games.exactly import alone_of, on_top, shares_of
from familjen.games.shares import AnyGame, CostShares

__all__ = ["equal_surplus"]


def equal_surplus(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Give each player what it comes to alone, and the same part of what is saved together (lika delning av vinsten).

    Also called the centre of the imputation set, CIS.

    Source: Driessen and Funaki, "Coincidence of and collinearity between game theoretic solutions", OR Spektrum 13
    (1991), pp. 15-30.

    >>> from familjen.games import CostGame
    >>> dict(equal_surplus(CostGame.of({"A": 11, "H": 7, "A+H": 15})))
    {'A': 9.5, 'H': 5.5}
    """
    return shares_of(
        game, on_top(game, alone_of(game), [Fraction(1)] * len(game.players)), "equal_surplus", exact=exact
    )
