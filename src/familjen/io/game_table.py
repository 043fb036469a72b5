"""Coalitions and their numbers, gathered with all that is wrong with them."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import Player, mask_of
from familjen.games.number import as_exact
from familjen.games.vector import LIMIT
from familjen.io.convert import quick
from familjen.io.gathering import MOST_PROBLEMS
from familjen.io.parse import shortened
from familjen.validators import show

__all__ = ["Problems", "alone_in", "gathered", "label_problems", "number_in", "reason_of", "room_problem"]

Problems: TypeAlias = list[tuple[str, str]]
"""Pairs of a place and a sentence, as `DocumentError` has them."""


def gathered(
    entries: Iterable[tuple[str, str, Any]],
    read: Callable[[Any], Any],
    players: tuple[Player, ...] | None,
    problems: Problems,
) -> dict[str, Fraction]:
    """Gather a table of coalitions from entries: a place for messages, a coalition as text, and its number.

    Args:
        entries: The entries, in the order of the file.
        read: Reads a number; ``None`` where none is given.
        players: The players; those that stand alone in the entries unless given.
        problems: What is wrong is added here.
    """
    listed = list(entries)
    known = alone_in(name for _, name, _ in listed)
    table: dict[str, Fraction] = {}
    seen: dict[int, str] = {}
    for place, coalition, value in listed:
        try:
            mask = mask_of(coalition, known if players is None else players)
            if mask in seen:
                problems.append((place, f"is the same coalition as {seen[mask]!r}; keep one of them"))
                continue
            seen[mask] = coalition
            number = read(value)
            if number is not None:
                table[coalition] = as_exact(number, coalition or "nobody")
        except (InvalidValueError, UnknownIdError) as error:
            problems.append((place, reason_of(error)))
            if len(problems) > MOST_PROBLEMS:
                break
    return table


def room_problem(players: int, completion: str | None) -> str | None:
    """Say why a file cannot hold a game of so many players; ``None`` where it can.

    A file that leaves coalitions out is short however many there are, and completing them takes time and memory.

    >>> room_problem(19, None), room_problem(19, "cover")
    (None, 'a file of 19 players cannot leave coalitions out; 18 can; use Game.of with completion= and 19 players')
    >>> room_problem(1_000, None)
    'there are 1,000 players, and a game has 24 at most; give some of them, or let some be one'
    """
    if players > LIMIT:
        return f"there are {players:,} players, and a game has {LIMIT} at most; give some of them, or let some be one"
    if completion is not None and players > _COMPLETED:
        said = f"a file of {players} players cannot leave coalitions out; {_COMPLETED} can"
        return f"{said}; use Game.of with completion= and {players} players"
    return None


_COMPLETED = 18


def alone_in(coalitions: Iterable[str]) -> tuple[str, ...]:
    """Give the players that stand alone among some coalitions, once each, in order.

    >>> alone_in(["A", "H+A", "H ", "A"])
    ('A', 'H')
    """
    return tuple(dict.fromkeys(name.strip() for name in coalitions if "+" not in name and name.strip()))


def reason_of(error: InvalidValueError | UnknownIdError) -> str:
    """Give an error's sentence without the name of an argument."""
    return shortened(error.reason if isinstance(error, InvalidValueError) else str(error))


def number_in(value: Any) -> Any:
    """Read a number of JSON: text as a decimal or a fraction, a number as it is.

    Raises:
        InvalidValueError: It is no number, or a text of none.

    >>> number_in("34.69"), number_in("1/3"), number_in(5)
    (Decimal('34.69'), Fraction(1, 3), 5)
    """
    if not isinstance(value, str | int | Decimal) or isinstance(value, bool):
        raise InvalidValueError(f'{show(value)} is no number; write a number, or text such as "34.69" or "1/3"')
    if not isinstance(value, str):
        return value
    return quick().structure(value, Fraction if "/" in value else Decimal)


def label_problems(players: Sequence[Any]) -> list[tuple[Any, str]]:
    """Find the players that are no text, or text that a file cannot tell from a coalition, and say so of each."""
    found: list[tuple[Any, str]] = []
    for player in players:
        if not isinstance(player, str):
            found.append((player, f"the player {show(player)} is no text; a file names players by text"))
        elif not player or "+" in player or player != player.strip():
            why = "is blank, has space around it or holds '+', which parts the players of a coalition; rename it"
            found.append((player, f"the player {show(player)} {why}"))
        elif any("\ud800" <= sign <= "\udfff" for sign in player):
            found.append((player, f"the player {show(player)} holds half a character (a lone surrogate); rename it"))
    return found
