"""Games from CSV: a coalition and its number on each line."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.game import CostGame, Game
from familjen.io.game_table import Problems, alone_in, gathered, reason_of, room_problem
from familjen.io.parse import document_error
from familjen.io.tables import (
    amount_of,
    lines_of,
)

__all__ = ["game_from_csv", "game_of_entries"]

_COLUMNS = 2
_KINDS: Mapping[str, type[Game]] = {
    **dict.fromkeys(("cost", "costs", "kostnad", "kostnader"), CostGame),
    **dict.fromkeys(("value", "gain", "värde", "vinst"), Game),
}
"""What the heading of the numbers says of the game."""


def game_from_csv(text: str, *, completion: str | None = None, decimal: str | None = None, origin: str = "") -> Game:
    r"""Understand text in CSV form as a game (läs spel).

    The first line holds the headings: that of the coalitions, then ``cost`` (kostnad) or ``value`` (värde). Each line
    holds a coalition, with ``+`` between the players, and its number. Fields are parted by semicolons, tabs or commas,
    and numbers written, as `familjen.io.table_from_csv` has it. An empty number is none: the coalition is not given.

    Args:
        text: The text.
        completion: What a coalition that is not given comes to, as in `Game.of`.
        decimal: The decimal mark: a comma where fields are parted by semicolons or tabs, and else a point.
        origin: Where it came from, for messages.

    Raises:
        DocumentError: It is no game. Its ``problems`` are all that is wrong, each with its line.
        InvalidValueError: The decimal mark is neither comma nor point.

    >>> game_from_csv("koalition;kostnad\nA;34,69\nH;7\nA+H;1 040,50")
    CostGame(A, H; all together 1,040.5)
    >>> game_from_csv("coalition,cost\nA,1\nH,x\nA+T,3")
    Traceback (most recent call last):
    familjen.errors.DocumentError: the document: 2 problems
      line 3: H: 'x' is no number; write it as 69 994 or leave it empty
      line 4: there is no player 'T'; there are 2, such as 'A' or 'H'
    """
    if decimal not in {",", ".", None}:
        raise InvalidValueError(f"{decimal!r} is no decimal mark; use ',' or '.'", attribute="decimal")
    try:
        mark, lines = lines_of(text)
    except InvalidValueError as error:
        raise document_error([("$", error.reason)], origin) from None
    point = decimal or ("." if mark == "," else ",")
    problems: Problems = []
    entries: list[tuple[str, str, tuple[str, str]]] = []
    for number, fields in lines[1:]:
        if len(fields) == _COLUMNS:
            entries.append((f"line {number}", fields[0].strip(), (fields[0].strip(), fields[1])))
        else:
            counted = "1 field" if len(fields) == 1 else f"{len(fields)} fields"
            problems.append((f"line {number}", f"has {counted}; give a coalition and its number"))

    def read(entry: tuple[str, str]) -> Decimal | None:
        return amount_of(entry[1], point, entry[0] or "nobody")

    headings = [heading.strip() for heading in lines[0][1]] if lines else []
    return game_of_entries(headings, entries, read, problems, completion=completion, origin=origin)


def game_of_entries(
    headings: Sequence[str],
    entries: Sequence[tuple[str, str, Any]],
    read: Callable[[Any], Any],
    problems: Problems,
    *,
    completion: str | None,
    origin: str,
) -> Game:
    """Make a game of its coalitions and their numbers, as files and tables hold them.

    Args:
        headings: The two headings; the second says what the numbers are.
        entries: A place for messages that ends in a number, a coalition as text, and what its number is read from.
        read: Reads a number; ``None`` where none is given.
        problems: What is wrong already.
        completion: What a coalition that is not given comes to, as in `Game.of`.
        origin: Where it came from, for messages.

    Raises:
        DocumentError: It is no game. Its ``problems`` are all that is wrong, each with its place.
    """
    kind = _kind(headings, problems)
    players = alone_in(name for _, name, _ in entries)  # also those whose number alone is left empty
    full = room_problem(len(players), completion)
    if full is not None:
        raise document_error([*problems, ("$", full)], origin)
    table = gathered(entries, read, None, problems)
    if problems:
        problems.sort(key=lambda problem: int(problem[0].rpartition(" ")[2]))
        raise document_error(problems, origin)
    try:
        return kind.of(table, players=players or None, completion=completion)
    except (InvalidValueError, UnknownIdError) as error:
        raise document_error([("$", reason_of(error))], origin) from None


def _kind(headings: Sequence[str], problems: Problems) -> type[Game]:
    named = [heading.casefold() for heading in headings]
    if len(named) == _COLUMNS and named[1] in _KINDS:
        return _KINDS[named[1]]
    said = f"the headings are {', '.join(map(repr, named))}" if named else "there are no headings"
    problems.append(("line 1", f"{said}; give two, 'coalition' and 'cost', or 'coalition' and 'value'"))
    return CostGame
