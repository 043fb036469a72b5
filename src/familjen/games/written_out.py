"""Games with a number for each coalition, whatever they were told by (utskrivna spel)."""

from typing import Any

from familjen.errors import InvalidValueError
from familjen.games.compact.game import CompactGame
from familjen.games.game import Game
from familjen.validators import show

__all__ = ["written_out"]


def written_out(game: Any, question: str) -> Game:
    """Give a game as it is, a compact one written out where it is small enough.

    Args:
        game: The game.
        question: What is asked of it, for messages.

    Raises:
        InvalidValueError: It is no game.
        IntractableError: It is a compact game of too many players.

    >>> from familjen.games import CostGame
    >>> written_out(CostGame.of({"A": 11, "H": 7, "A+H": 15}), "the core")
    CostGame(A, H; all together 15)
    """
    if isinstance(game, Game):
        return game
    if isinstance(game, CompactGame):
        return game.small(question, "ask it of fewer players, or of single coalitions with game(coalition)")
    reason = f"{show(game)} is no game; make one with CostGame.of or Game.of, or one of the compact games"
    raise InvalidValueError(reason, attribute="game")
