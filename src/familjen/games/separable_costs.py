"""Separable costs (särkostnader)."""

from familjen.games.exactly import separable_of, shares_of
from familjen.games.shares import AnyGame, CostShares

__all__ = ["separable_costs"]


def separable_costs(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Give what each player adds when it comes last, c(N) − c(N∖i); they need not sum to the whole (särkostnader).

    Source: Young, Okada and Hashimoto, "Cost allocation in water resources development", Water Resources Research 18
    (1982), pp. 463-475.

    >>> from familjen.games import CostGame
    >>> table = {"N": 163520, "F": 140826, "P": 250096, "F+N": 301607, "N+P": 378821, "F+P": 367370, "F+N+P": 412584}
    >>> dict(separable_costs(CostGame.of(table)))
    {'N': 45214.0, 'F': 33763.0, 'P': 110977.0}
    """
    return shares_of(game, separable_of(game), "separable_costs", exact=exact)
