"""Numbers that are given by player: one for each, none for a stranger (tal per spelare)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import Player
from familjen.games.number import Number, as_exact
from familjen.validators import show

__all__ = ["numbers_of"]


def numbers_of(
    players: Sequence[Player], given: Mapping[Player, Number], what: str, attribute: str, *, least: int | None = None
) -> list[Fraction]:
    """Read a number for each player exactly, in the players' order; a float is the decimal number it is written as.

    Raises:
        InvalidValueError: It is no mapping, a player has no number, or one is not finite or below the least.
        UnknownIdError: A number is for somebody who is no player.

    >>> numbers_of(["A", "H"], {"H": 0.5, "A": 2}, "weight", "weights")
    [Fraction(2, 1), Fraction(1, 2)]
    """
    if not isinstance(given, Mapping):
        raise InvalidValueError(f"{show(given)} is no mapping of player to {what}", attribute=attribute)
    for player in given:
        if player not in players:
            raise UnknownIdError.of("player", str(player), [str(known) for known in players])
    missing = [str(player) for player in players if player not in given]
    if missing:
        shown = ", ".join(missing[:3])
        reason = f"{len(missing)} of {len(players)} players have no {what}, such as {shown}; give one for each"
        raise InvalidValueError(reason, attribute=attribute)
    numbers = [as_exact(given[player], f"the {what} of {player}", attribute) for player in players]
    for player, number in zip(players, numbers, strict=True):
        if least is not None and number < least:
            reason = f"the {what} of {player} is {show(given[player])}; give {least} or more"
            raise InvalidValueError(reason, attribute=attribute)
    return numbers
