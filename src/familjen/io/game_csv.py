"""Games from CSV: a coalition and its number on each line."""

from collections.abc import Mapping
from fractions import Fraction

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.game import CostGame, Game
from familjen.io.game_table import Problems, alone_in, gathered, reason_of
from familjen.io.parse import document_error
from familjen.io.tables import (
    amount_of,
    lines_of,
)

__all__ = ["game_from_csv"]

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
    problems: Problems = []
    kind = _kind(lines[0][1] if lines else [], problems)
    table, players = _table(lines[1:], decimal or ("." if mark == "," else ","), problems)
    if problems:
        raise document_error(problems, origin)
    try:
        return kind.of(table, players=players or None, completion=completion)
    except (InvalidValueError, UnknownIdError) as error:
        raise document_error([("$", reason_of(error))], origin) from None


def _kind(headings: list[str], problems: Problems) -> type[Game]:
    named = [heading.strip().casefold() for heading in headings]
    if len(named) == _COLUMNS and named[1] in _KINDS:
        return _KINDS[named[1]]
    said = f"the headings are {', '.join(map(repr, named))}" if named else "there are no headings"
    problems.append(("line 1", f"{said}; give two, 'coalition' and 'cost', or 'coalition' and 'value'"))
    return CostGame


def _table(
    lines: list[tuple[int, list[str]]], decimal: str, problems: Problems
) -> tuple[dict[str, Fraction], tuple[str, ...]]:
    """Read the table, and all players, also those whose number alone is left empty."""
    entries: list[tuple[str, str, tuple[str, str]]] = []
    for number, fields in lines:
        if len(fields) == _COLUMNS:
            coalition = fields[0].strip()
            entries.append((f"line {number}", coalition, (coalition, fields[1])))
        else:
            counted = "1 field" if len(fields) == 1 else f"{len(fields)} fields"
            problems.append((f"line {number}", f"has {counted}; give a coalition and its number"))
    table = gathered(entries, lambda entry: amount_of(entry[1], decimal, entry[0] or "nobody"), None, problems)
    problems.sort(key=lambda problem: int(problem[0].removeprefix("line ")))
    return table, alone_in(name for _, name, _ in entries)
