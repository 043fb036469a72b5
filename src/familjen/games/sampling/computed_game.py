"""Games that a function computes, many coalitions at a time (beräknade spel)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

import attrs
import numpy as np

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, players_of, written
from familjen.games.compact.game import CompactGame, Floats, Members
from familjen.games.game import LIMIT, CostGame, Game
from familjen.games.number import LARGEST
from familjen.validators import show

__all__ = ["ComputedGame", "CostFunction"]

CostFunction: TypeAlias = Callable[[Members], Any]
"""What many coalitions cost: of an array of shape (m, n), True for who is in each, an array of m numbers."""

_ROWS = 1 << 14


def _is_function(_: object, __: object, value: Any) -> None:
    if not callable(value):
        reason = f"{show(value)} is no game and no function of an array of coalitions; give one of them"
        raise InvalidValueError(reason, attribute="function")


@attrs.frozen(repr=False)
class ComputedGame(CompactGame):
    """A cost game whose costs a function of a user's own gives, many coalitions at a time (beräknat spel).

    The function gets a row for each coalition, with True for who is in it, and gives a number for each row. To be sent
    to other processes it has to stand in a module.

    Raises:
        InvalidValueError: The function gives another shape or kind of array, a number that is not finite, or something
            else than zero for nobody.

    >>> metres = np.array([3000, 600])
    >>> runway = ComputedGame.of(["jet", "glider"], lambda members: (members * metres).max(axis=1))
    >>> runway("jet"), runway("jet+glider")
    (3000.0, 3000.0)
    """

    players: tuple[Player, ...] = attrs.field(converter=players_of)
    """The players, in the order of the columns."""
    function: CostFunction = attrs.field(validator=_is_function)
    """What many coalitions cost."""

    @classmethod
    def of(cls, players: Iterable[Player], function: CostFunction) -> "ComputedGame":
        """Make it from the players, in the order of the columns, and the function."""
        return cls(players_of(players), function)

    def __attrs_post_init__(self) -> None:
        both = self.many(np.array([[False], [True]]).repeat(len(self.players), axis=1))
        if both[0] != 0:
            reason = (
                f"nobody costs {both[0]:,.12g}; the empty coalition is zero, so count what is fixed only for somebody"
            )
            raise InvalidValueError(reason, attribute="function")

    def many(self, members: Members) -> Floats:
        """Give what many coalitions cost: a row for each with True for who is in it, shape (m, n)."""
        given = np.asarray(self.function(members))
        if given.shape != (len(members),) or given.dtype.kind not in "fiu":
            what = f"an array of {given.dtype} of shape {given.shape}" if given.ndim else show(given.item())
            reason = f"for {len(members)} coalitions the function gives {what}; give one number for each row"
            raise InvalidValueError(reason, attribute="function")
        found = given.astype(np.float64)
        if not (np.abs(found) <= LARGEST).all():
            place = int(np.flatnonzero(~(np.abs(found) <= LARGEST))[0])
            mask = sum(1 << int(member) for member in np.flatnonzero(members[place]))
            reason = f"{written(mask, self.players)} costs {found[place]}; a game needs a finite number, up to 10^300"
            raise InvalidValueError(reason, attribute="function")
        return found

    def of_places(self, places: Sequence[int]) -> float:
        """Give what the coalition of the players at these places costs."""
        members = np.zeros((1, len(self.players)), dtype=bool)
        members[0, list(places)] = True
        return float(self.many(members)[0])

    def enumerated(self, *, limit: int = LIMIT) -> Game:
        """Write the game out, in floats, some thousand coalitions at a time."""
        number = len(self.players)
        if number > limit:
            return super().enumerated(limit=limit)
        places = np.arange(number)
        blocks = [np.arange(start, min(start + _ROWS, 1 << number)) for start in range(0, 1 << number, _ROWS)]
        values = np.concatenate([self.many((masks[:, None] >> places & 1).astype(bool)) for masks in blocks])
        return CostGame.from_vector(self.players, values, limit=limit)
