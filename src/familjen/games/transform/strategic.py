"""Games that differ by a scale and by what each player has in any case (strategiskt ekvivalenta spel)."""

from collections.abc import Mapping
from fractions import Fraction

import numpy as np

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import Player
from familjen.games.game import Game
from familjen.games.number import Number, as_exact
from familjen.games.shares import AnyGame
from familjen.games.vector import sums
from familjen.games.written_out import written_out
from familjen.validators import show

__all__ = ["strategic_equivalent"]


def strategic_equivalent(game: AnyGame, scale: Number = 1, shift: Mapping[Player, Number] | None = None) -> Game:
    """Give the game a·c(S) + Σ b(i): another unit, and an amount for each member (strategiskt ekvivalent spel).

    What a covariant method gives is scaled and shifted in the same way.

    Args:
        game: The game.
        scale: What each number is multiplied by, above zero.
        shift: What each player adds to every coalition with it; those that are not there add nothing.

    Complexity: O(2ⁿ).

    Source: von Neumann and Morgenstern, Theory of Games and Economic Behavior (1944), chapter VI.

    Raises:
        InvalidValueError: The scale is not above zero, or a number is not finite, or becomes too large.
        UnknownIdError: One who is shifted is no player.

    >>> from familjen.games import CostGame
    >>> strategic_equivalent(CostGame.of({"A": 11, "H": 7, "A+H": 15}), 1000, {"A": 500})("A+H")
    15500.0
    """
    full = written_out(game, "what it is in another unit")
    factor = as_exact(scale, "the scale", "scale")
    if factor <= 0:
        reason = f"{show(scale)} is not above zero, and would turn the game around; give a scale above zero"
        raise InvalidValueError(reason, attribute="scale")
    added = sums(np.array(_shifts(full, {} if shift is None else shift), dtype=object))
    if full.exact is None:
        with np.errstate(over="ignore", invalid="ignore"):
            return type(full)(full.players, full.values * float(factor) + added.astype(np.float64))
    moved = [factor * number + more for number, more in zip(full.exact, added, strict=True)]
    return full.of_fractions(full.players, moved)


def _shifts(game: Game, shift: Mapping[Player, Number]) -> list[Fraction]:
    if not isinstance(shift, Mapping):
        raise InvalidValueError(f"{show(shift)} is no mapping of player to number", attribute="shift")
    for player in shift:
        if player not in game.players:
            raise UnknownIdError.of("player", str(player), [str(known) for known in game.players])
    return [as_exact(shift.get(player, 0), f"the shift of {player}", "shift") for player in game.players]
