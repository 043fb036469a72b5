"""Separable costs – remaining benefits (särkostnad plus återstående nytta)."""

from familjen.errors import InvalidValueError
from familjen.games.exactly import alone_of, on_top, separable_of, shares_of
from familjen.games.shares import AnyGame, CostShares

__all__ = ["louderback", "scrb"]


def scrb(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Split the non-separable cost in proportion to remaining benefits, c(i) less the separable cost.

    The separable costs – remaining benefits method, by which American water projects have been shared since the 1930s
    (särkostnad plus återstående nytta). In accounting it is Louderback's method.

    Complexity: O(n).

    Source: Young, Okada and Hashimoto, "Cost allocation in water resources development", Water Resources Research 18
    (1982), pp. 463-475; Louderback, "Another approach to allocating joint costs: a comment", The Accounting Review 51
    (1976), pp. 683-685.

    Raises:
        InvalidValueError: The benefits sum to zero and there is something left to split, or one is on the wrong side.

    >>> from familjen.games import CostGame
    >>> table = {"N": 163520, "F": 140826, "P": 250096, "F+N": 301607, "N+P": 378821, "F+P": 367370, "F+N+P": 412584}
    >>> scrb(CostGame.of(table)).to_amounts()
    {'N': Decimal('117475.54'), 'F': Decimal('99157.30'), 'P': Decimal('195951.16')}
    """
    apart = separable_of(game)
    benefits = [game.sign * (last - alone) for last, alone in zip(apart, alone_of(game), strict=True)]
    for player, benefit in zip(game.players, benefits, strict=True):
        if benefit < 0:
            reason = f"{player} adds more in the end than it comes to alone, so no benefit remains; use ensc or shapley"
            raise InvalidValueError(reason, attribute="game")
    return shares_of(game, on_top(game, apart, benefits), "scrb", exact=exact)


louderback = scrb
"""Louderback's method, which is the same split."""
