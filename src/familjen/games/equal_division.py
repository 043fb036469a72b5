"""Equal division (lika delning)."""

from familjen.games.exactly import shares_of, whole_of
from familjen.games.shares import AnyGame, CostShares
from familjen.games.written_out import need_game

__all__ = ["equal_division"]


def equal_division(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Give each player the same part of the whole (lika delning).

    >>> from familjen.games import CostGame
    >>> dict(equal_division(CostGame.of({"A": 11, "H": 7, "A+H": 15})))
    {'A': 7.5, 'H': 7.5}
    """
    need_game(game)
    number = len(game.players)
    return shares_of(game, [whole_of(game) / number] * number, "equal_division", exact=exact)
