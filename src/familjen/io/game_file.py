"""A game as a file holds it."""

import attrs

from familjen.games.game import CostGame, Game
from familjen.validators import is_bool, is_text, one_of, optional

__all__ = ["GameFile"]


@attrs.frozen
class GameFile:
    """A game, and what its file says about it (spelfil).

    >>> GameFile(CostGame.of({"A": 11, "H": 7, "A+H": 15}), unit="kSEK").unit
    'kSEK'
    """

    game: Game = attrs.field(validator=one_of(CostGame, Game))
    """The game."""
    unit: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """Unit of its numbers, such as kSEK."""
    source: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """Where the numbers come from."""
    illustrative: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether the numbers are made up to illustrate."""
