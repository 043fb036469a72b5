"""The modiclus (modiclus)."""

from familjen.games.lexicographic import least_excesses
from familjen.games.shares import AnyGame, CostShares
from familjen.games.written_out import written_out

__all__ = ["modiclus"]


def modiclus(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Make the differences between the excesses of any two coalitions lexicographically least (modiclus).

    Also called the modified nucleolus. What a coalition can win by leaving and what it can spoil count alike: it treats
    a game and its dual in the same way. All 2ⁿ coalitions take part, nobody and all among them.

    Complexity: as for `nucleolus`, but a certificate compares coalitions two by two: some 12 players are quick.

    Source: Sudhölter, "The modified nucleolus: properties and axiomatizations", International Journal of Game Theory 26
    (1997), pp. 147-182.

    Raises:
        CertificateError: No proof was found, so that no result is given.

    >>> from familjen.games import Game
    >>> glove = Game.of({"L": 0, "M": 0, "R": 0, "L+M": 0, "L+R": 1, "M+R": 1, "L+M+R": 1})
    >>> [str(part) for part in modiclus(glove, exact=True).values()]
    ['1/4', '1/4', '1/2']
    """
    table = written_out(game, "nucleolus")
    return CostShares.certified(table, least_excesses(table, "modiclus", pairs=True), exact=exact).of_game(game)
