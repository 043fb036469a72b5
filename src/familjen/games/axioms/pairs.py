"""Two games that an axiom compares, and the parts that a method gives in them (jämförda spel)."""

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, written
from familjen.games.game import Game
from familjen.validators import show

if TYPE_CHECKING:
    from familjen.games.methods import Method

__all__ = ["Failure", "farthest", "most", "need_game", "need_same_players", "parts_by", "raised"]

Failure: TypeAlias = tuple[tuple[Player, ...], Fraction | float]
"""Who an axiom fails for, and by how much."""

Parts: TypeAlias = dict[Player, Fraction]


def need_game(game: object) -> None:
    """Need a game that is written out.

    Raises:
        InvalidValueError: It is none.
    """
    if not isinstance(game, Game):
        reason = f"{show(game)} is no game with a number for each coalition; make one with CostGame.of or Game.of"
        raise InvalidValueError(reason, attribute="games")


def need_same_players(one: Game, other: Game) -> None:
    """Need two games of the same players, both of costs or both of gains.

    Raises:
        InvalidValueError: They are not.
    """
    if type(one) is not type(other):
        raise InvalidValueError("one is a game of costs and the other of gains; give two of a kind", attribute="games")
    if one.players != other.players:
        reason = "the games have other players, or in another order; give two games of the same"
        raise InvalidValueError(reason, attribute="games")


def raised(one: Game, other: Game) -> int:
    """Give the coalition whose number is higher in the second game, where no other's differs.

    Raises:
        InvalidValueError: None is higher, or another differs.

    >>> from familjen.games import CostGame
    >>> raised(CostGame.of({"a": 1, "b": 2, "a+b": 3}), CostGame.of({"a": 1, "b": 2, "a+b": 4}))
    3
    """
    need_same_players(one, other)
    changed = [mask for mask, (a, b) in enumerate(zip(one.numbers(), other.numbers(), strict=True)) if a != b]
    if len(changed) != 1 or other.at(changed[0]) < one.at(changed[0]):
        named = ", ".join(written(mask, one.players) for mask in changed[:3]) or "none"
        reason = f"one coalition's number must be higher in the second game, and no other differ; {named} differs"
        raise InvalidValueError(reason, attribute="games")
    return changed[0]


def parts_by(method: "Method", game: Game) -> Parts:
    """Give each player's part by a method, exactly."""
    return {player: Fraction(part) for player, part in method(game, exact=True).items()}


def farthest(one: Parts, other: Parts) -> Failure | None:
    """Give the player whose part differs most from what it is in another split of the same players.

    >>> farthest({"a": Fraction(1), "b": Fraction(2)}, {"a": Fraction(1), "b": Fraction(5)})
    (('b',), Fraction(3, 1))
    """
    return most(((player,), abs(one[player] - part)) for player, part in other.items())


def most(found: Iterable[Failure], room: float = 0) -> Failure | None:
    """Give the greatest failure beyond the room, the first of several; ``None`` where there is none.

    >>> most([(("a",), 0), (("b",), 2)])
    (('b',), 2)
    """
    worst = max(found, key=lambda each: each[1], default=None)
    return worst if worst is not None and worst[1] > room else None
