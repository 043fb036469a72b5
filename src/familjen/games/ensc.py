"""Equal allocation of non-separable costs (lika delning av samkostnaden)."""

from fractions import Fraction

from familjen.games.exactly import on_top, separable_of, shares_of
from familjen.games.shares import AnyGame, CostShares

__all__ = ["ensc"]


def ensc(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Split the non-separable cost equally, on top of each player's separable cost (lika delning av samkostnaden).

    Also called EANSC, equal allocation of non-separable costs.

    Complexity: O(n).

    Source: Moulin, "The separability axiom and equal-sharing methods", Journal of Economic Theory 36
    (1985), pp. 120-148.

    >>> from familjen.games import CostGame
    >>> table = {"N": 163520, "F": 140826, "P": 250096, "F+N": 301607, "N+P": 378821, "F+P": 367370, "F+N+P": 412584}
    >>> dict(ensc(CostGame.of(table)))
    {'N': 119424.0, 'F': 107973.0, 'P': 185187.0}
    """
    return shares_of(game, on_top(game, separable_of(game), [Fraction(1)] * len(game.players)), "ensc", exact=exact)
