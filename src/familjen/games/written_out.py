"""Games with a number for each coalition, whatever they were told by (utskrivna spel)."""

from typing import Any

from familjen.errors import InvalidValueError
from familjen.games.compact.game import CompactGame
from familjen.games.game import Game
from familjen.validators import show

__all__ = ["need_game", "written_out"]


def need_game(game: Any, kind: Any = (Game, CompactGame)) -> None:
    """Refuse what is no game, or not of the kind that a rule is for.

    Raises:
        InvalidValueError: It is none.

    >>> need_game("A+H")
    Traceback (most recent call last):
    familjen.errors.InvalidValueError: game: 'A+H' is no game; make one with CostGame.of or Game.of, or a compact one
    """
    if isinstance(game, (Game, CompactGame)) and isinstance(game, kind):
        return
    if not isinstance(game, (Game, CompactGame)):
        reason = f"{show(game)} is no game; make one with CostGame.of or Game.of, or a compact one"
        raise InvalidValueError(reason, attribute="game")
    raise InvalidValueError(f"{game!r} is no {kind.__name__}, which this rule is for", attribute="game")


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
    need_game(game)
    if isinstance(game, CompactGame):
        return game.small(question, "ask it of fewer players, or of single coalitions with game(coalition)")
    written: Game = game
    return written
