"""A number for each player, read exactly and examined (ett tal för varje spelare)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from familjen.amounts.exact import shown
from familjen.errors import InvalidValueError
from familjen.games.by_player import numbers_of
from familjen.games.coalition import Player, players_of
from familjen.games.number import Number
from familjen.validators import show

__all__ = ["need_each", "need_number", "read_each"]


def read_each(
    given: Mapping[Any, Number], what: str, attribute: str
) -> tuple[tuple[Player, ...], tuple[Fraction, ...]]:
    """Read a mapping of player to number, exactly; a float is the decimal number it is written as.

    Raises:
        InvalidValueError: It is no mapping, or empty, or a number is not finite.

    >>> read_each({"a": 1, "b": 2.5}, "cost", "costs")
    (('a', 'b'), (Fraction(1, 1), Fraction(5, 2)))
    """
    if not isinstance(given, Mapping):
        raise InvalidValueError(f"{show(given)} is no mapping of player to {what}", attribute=attribute)
    players = players_of(given)
    return players, tuple(numbers_of(players, given, what, attribute))


def need_each(players: Sequence[object], numbers: Sequence[Any], what: str, attribute: str) -> None:
    """Need one Fraction for each player, none below zero.

    Raises:
        InvalidValueError: There are more or fewer, or one is negative or no Fraction.

    >>> need_each(["a"], [Fraction(1)], "cost", "costs")
    """
    if len(numbers) != len(players):
        reason = f"the {what} is given {len(numbers)} times for {len(players)}; give one for each"
        raise InvalidValueError(reason, attribute=attribute)
    for player, number in zip(players, numbers, strict=True):
        need_number(number, f"the {what} of {player}", attribute)


def need_number(number: Any, what: str, attribute: str) -> None:
    """Need a Fraction that is not below zero.

    Raises:
        InvalidValueError: It is none, or below zero; the sentence begins with ``what`` it is.

    >>> need_number(Fraction(1, 2), "the estate", "estate")
    """
    if not isinstance(number, Fraction):
        reason = f"{what} is {show(number)}, which is no Fraction; make the game with of"
        raise InvalidValueError(reason, attribute=attribute)
    if number < 0:
        raise InvalidValueError(f"{what} is {shown(number)}, below zero; give zero or more", attribute=attribute)
