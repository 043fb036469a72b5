"""Tables of coalitions and their numbers, as people write them (tabeller över koalitioner)."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, mask_of, players_of, written
from familjen.games.number import Number, as_exact
from familjen.games.vector import LIMIT, need_room
from familjen.validators import show

__all__ = ["players_in", "read_coalitions"]


def players_in(table: Mapping[Any, Number]) -> tuple[Player, ...]:
    """Give the players that a table has alone, in its order.

    Raises:
        InvalidValueError: It is no mapping, no player stands alone in it, or there are more than 24.

    >>> players_in({"H": 7, "A": 11, "A+H": 15})
    ('H', 'A')
    """
    if not isinstance(table, Mapping):
        raise InvalidValueError(f"{show(table)} is no mapping of coalition to number", attribute="table")
    players = players_of(_alone(table))
    need_room(len(players), LIMIT)
    return players


def _alone(table: Mapping[Any, Number]) -> Iterable[Player]:
    coalition: Any
    for coalition in table:
        if isinstance(coalition, tuple | frozenset):
            members: list[Any] = list(coalition)  # pyright: ignore[reportUnknownArgumentType] - of any hashable
            if len(members) == 1:
                yield members[0]
        elif not isinstance(coalition, str) or ("+" not in coalition and coalition.strip()):
            yield coalition.strip() if isinstance(coalition, str) else coalition


def read_coalitions(
    table: Mapping[Any, Number], players: tuple[Player, ...], attribute: str = "table"
) -> dict[int, Fraction]:
    """Give the table's numbers exactly, by the coalition's number; the empty one is zero where it is left out.

    Raises:
        InvalidValueError: It is no mapping, a coalition is there twice, or a number is not finite.
        UnknownIdError: A member is no player.

    >>> read_coalitions({"A": 11, "A+H": 15}, ("A", "H"))
    {0: Fraction(0, 1), 1: Fraction(11, 1), 3: Fraction(15, 1)}
    """
    if not isinstance(table, Mapping):
        raise InvalidValueError(f"{show(table)} is no mapping of coalition to number", attribute=attribute)
    found = {0: Fraction(0)}
    names: dict[int, object] = {}
    for coalition, number in table.items():
        mask = mask_of(coalition, players)
        if mask in names:
            reason = f"{show(coalition)} and {show(names[mask])} are one coalition; give it once"
            raise InvalidValueError(reason, attribute=attribute)
        names[mask] = coalition
        found[mask] = as_exact(number, written(mask, players), attribute)
    return found
