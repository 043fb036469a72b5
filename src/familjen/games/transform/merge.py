"""Several players who act as one (sammanslagna spelare)."""

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, mask_of, players_of
from familjen.games.game import Game
from familjen.games.shares import AnyGame
from familjen.games.written_out import written_out
from familjen.validators import show

__all__ = ["merge"]


def merge(game: AnyGame, coalition: object, name: Player) -> Game:
    """Give the game in which the members of a coalition act as one player of that name (sammanslagna spelare).

    The one stands where the first of them stood. A coalition with it costs what it costs with all of them.

    Complexity: O(2ᵏ) for k players that are left.

    Source: Lehrer, "An axiomatization of the Banzhaf value", International Journal of Game Theory 17 (1988),
    pp. 89-99, on what merging two players does to their value.

    Raises:
        InvalidValueError: The coalition is empty, a member comes twice, or the name is another player's.
        UnknownIdError: A member is no player of the game.

    >>> from familjen.games import CostGame
    >>> game = CostGame.of({"a": 4, "b": 4, "c": 4, "a+b": 5, "a+c": 6, "b+c": 7, "a+b+c": 8})
    >>> merge(game, "a+b", "ab").alone()
    {'ab': 5.0, 'c': 4.0}
    """
    full = written_out(game, "what it is with players merged")
    mask = mask_of(coalition, full.players)
    if not mask:
        reason = f"{show(coalition)} has no member; name the players that act as one"
        raise InvalidValueError(reason, attribute="coalition")
    first = (mask & -mask).bit_length() - 1
    _need_new(name, [player for place, player in enumerate(full.players) if not mask >> place & 1])
    blocks: dict[Player, int] = {}
    for place, player in enumerate(full.players):
        if place == first:
            blocks[name] = mask
        elif not mask >> place & 1:
            blocks[player] = 1 << place
    return full.of_blocks(blocks)


def _need_new(name: Player, others: list[Player]) -> None:
    if players_of((name,))[0] in others:
        reason = f"{show(name)} is another player's name; give the merged players a name of their own"
        raise InvalidValueError(reason, attribute="name")
