"""In proportion to stand-alone cost (i proportion till egen kostnad)."""

from fractions import Fraction

from familjen.errors import InvalidValueError
from familjen.games.exactly import alone_of, on_top, shares_of
from familjen.games.shares import AnyGame, CostShares

__all__ = ["moriarity", "proportional_to_alone"]


def proportional_to_alone(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Split the whole in proportion to what each player comes to alone (i proportion till egen kostnad).

    In accounting it is Moriarity's method: each pays its cost alone less its part, in proportion to that cost, of what
    is saved together.

    Source: Moriarity, "Another approach to allocating joint costs", The Accounting Review 50 (1975), pp. 791-795.

    Raises:
        InvalidValueError: What they come to alone sums to zero, or has both signs.

    >>> from familjen.games import CostGame
    >>> dict(proportional_to_alone(CostGame.of({"A": 12, "H": 8, "A+H": 15})))
    {'A': 9.0, 'H': 6.0}
    """
    alone = alone_of(game)
    if min(alone) < 0 < max(alone):
        raise InvalidValueError("some come to less than zero alone and some to more; no proportion", attribute="game")
    return shares_of(game, on_top(game, [Fraction(0)] * len(alone), alone), "proportional_to_alone", exact=exact)


moriarity = proportional_to_alone
"""Moriarity's method, which is the same split."""
