"""The sum of games (summan av spel)."""

from functools import reduce

import numpy as np

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player
from familjen.games.game import Game
from familjen.games.shares import AnyGame
from familjen.games.vector import LIMIT, need_room
from familjen.games.written_out import written_out

__all__ = ["sum_of_games"]


def sum_of_games(*games: AnyGame) -> Game:
    """Give the game in which a coalition costs what it costs in all of these games together (summan av spel).

    The games may have different players, such as projects that not all take part in: a coalition costs in each what
    those of its members cost that play there. The players stand in the order in which they come first.

    Complexity: O(m·2ⁿ) for m games and n players in all.

    Source: Shapley, "A value for n-person games", in Contributions to the Theory of Games II (1953), pp. 307-317, whose
    value of a sum of games is the sum of their values.

    Raises:
        InvalidValueError: There is no game, or costs and gains are mixed, or there are more than 24 players in all.

    >>> from familjen.games import CostGame
    >>> water = CostGame.of({"A": 11, "H": 7, "A+H": 15})
    >>> roads = CostGame.of({"H": 2, "T": 3, "H+T": 4})
    >>> sum_of_games(water, roads)("H+T"), sum_of_games(water, roads).players
    (11.0, ('A', 'H', 'T'))
    """
    if not games:
        raise InvalidValueError("there is no game to sum; give at least one", attribute="games")
    full = [written_out(game, "the sum of games") for game in games]
    kind = type(full[0])
    if any(type(game) is not kind for game in full):
        reason = "costs and gains are mixed; turn one into the other first, such as with CostGame.savings"
        raise InvalidValueError(reason, attribute="games")
    players: tuple[Player, ...] = tuple(dict.fromkeys(player for game in full for player in game.players))
    need_room(len(players), max(LIMIT, *(len(game.players) for game in full)))
    return reduce(_sum, [_among(game, players) for game in full])


def _among(game: Game, players: tuple[Player, ...]) -> Game:
    """Give the game among these players too, of whom those that do not play in it stand for nobody."""
    bits = {player: 1 << place for place, player in enumerate(game.players)}
    return game.of_blocks({player: bits.get(player, 0) for player in players})


def _sum(one: Game, other: Game) -> Game:
    if one.exact is None or other.exact is None:
        with np.errstate(over="ignore"):
            return type(one)(one.players, one.values + other.values)
    return one.of_fractions(one.players, [a + b for a, b in zip(one.exact, other.exact, strict=True)])
