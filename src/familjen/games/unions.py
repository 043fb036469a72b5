"""Partitions of the players into unions, and the game within one (koalitionsstrukturer)."""

from collections.abc import Iterable, Mapping, Sequence

from familjen.errors import IntractableError, InvalidValueError
from familjen.games.coalition import Player, mask_of, members_of, written
from familjen.games.game import CostGame, Game
from familjen.games.shares import AnyGame
from familjen.games.vector import LIMIT
from familjen.validators import show

__all__ = ["among", "partition_of"]


def partition_of(unions: Iterable[object], players: Sequence[Player], attribute: str) -> list[int]:
    """Read unions, each a coalition, as numbers of coalitions; each player is in just one of them.

    Raises:
        InvalidValueError: A union is empty, two have a member in common, or a player is in none.
        UnknownIdError: A member is no player.

    >>> partition_of(["A+H", "T"], ["A", "H", "T"], "unions")
    [3, 4]
    """
    if isinstance(unions, str | Mapping) or not isinstance(unions, Iterable):
        shown = show(unions)  # pyright: ignore[reportUnknownArgumentType] - a mapping of anything
        raise InvalidValueError(f"{shown} is no list of coalitions; write ['A+B', 'C']", attribute=attribute)
    masks: list[int] = []
    covered = 0
    for union in unions:
        mask = mask_of(union, players)
        if not mask:
            raise InvalidValueError("a union has no member; leave it out", attribute=attribute)
        if mask & covered:
            reason = f"{written(mask & covered, players)} is in two unions; each player is in one"
            raise InvalidValueError(reason, attribute=attribute)
        covered |= mask
        masks.append(mask)
    left = covered ^ (1 << len(players)) - 1
    if left:
        reason = f"{written(left, players)} is in no union; a player that is in none with others is one by itself"
        raise InvalidValueError(reason, attribute=attribute)
    return masks


def among(game: AnyGame, mask: int, question: str) -> Game:
    """Give the game among the members of a coalition only, written out.

    Raises:
        IntractableError: The game is compact, and the coalition too large for its own coalitions to be written out.
    """
    members = members_of(mask, game.players)
    if isinstance(game, Game):
        return game.subgame(frozenset(members))
    if len(members) > LIMIT:
        kind = f"{type(game).__name__} among {len(members)} players"
        hard = f"no method is known here that does not go through 2^{len(members)}"
        raise IntractableError.of(question, kind, hard, "ask it of fewer players")
    kind_of_game = CostGame if game.sign < 0 else Game
    return kind_of_game.from_function(members, lambda some: game.exactly(frozenset(some)))
