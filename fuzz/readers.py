"""Every reader of documents, as a function of bytes that holds what it reads against its promises."""

# ruff: noqa: S101 - what is asserted is what is looked for

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from familjen.errors import FamiljenError
from familjen.io import dumps, loads, table_from_csv
from familjen.io.bodies import body_from_json, body_to_json
from familjen.io.document import NOUNS
from familjen.io.flat import from_csv, to_csv
from familjen.io.games import game_file_from_json, game_from_csv, game_from_json, game_to_json
from familjen.io.ledgers import ledger_from_csv, ledger_from_json
from familjen.io.register import from_tables, layout_of, to_tables
from familjen.io.scale import scale_file_from_json, scale_file_to_json
from familjen.model import Cooperation

if TYPE_CHECKING:
    from familjen.io.flat import Table

__all__ = ["BETWEEN", "READERS", "Reader", "refusal"]

BETWEEN = "\n\x1e\n"
"""What stands between the tables of a register: each is its name on a line, and then its CSV."""

_SHEETS = layout_of().sheets

Reader = Callable[[bytes], object]


def refusal(read: Reader, data: bytes) -> FamiljenError | OSError | None:
    """Read; give the error that refuses the document, ``None`` where it is read. Any other error goes through."""
    try:
        read(data)
    except (FamiljenError, OSError) as error:
        return error
    return None


def _noun(data: bytes) -> object:
    """Read the noun that the document says it is, with its lines, and write it again."""
    made = loads(data, _said(data), locate=True)
    again = loads(dumps(made.value), type(made.value))
    assert again == made.value, "what is written is not what was read"
    return made


def _said(data: bytes) -> type[Any]:
    try:
        tree = json.loads(data)
        return NOUNS[tree["type"]]
    except (ValueError, TypeError, KeyError, RecursionError):
        return Cooperation


def _game_json(data: bytes) -> object:
    made = game_file_from_json(data)
    try:
        text = game_to_json(made)
    except FamiljenError:  # a number of more digits than a file holds is said so
        return made
    assert game_from_json(text).players == made.game.players, "what is written is not what was read"
    return made


def _body(data: bytes) -> object:
    made = body_from_json(data)
    assert body_from_json(body_to_json(made)) == made, "what is written is not what was read"
    return made


def _scale(data: bytes) -> object:
    made = scale_file_from_json(data)
    assert scale_file_from_json(scale_file_to_json(made)) == made, "what is written is not what was read"
    return made


def _flat(data: bytes) -> object:
    made = from_csv(_text(data), decimal=",")
    again = from_csv(to_csv(made), made.columns, name=made.name, decimal=",")
    assert again == made, "what is written is not what was read"
    return made


def _register(data: bytes) -> object:
    tables: list[Table] = []
    for part in _text(data).split(BETWEEN):
        name, _, text = part.partition("\n")
        sheet = _SHEETS.get(name)
        tables.append(from_csv(text, sheet and sheet.columns, name=name or "nameless", decimal=","))
    made = from_tables(tuple(tables))
    assert from_tables(to_tables(made)) == made, "what is written is not what was read"
    return made


def _text(data: bytes) -> str:
    """Give text that may hold anything, half characters too."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("latin-1")


READERS: Mapping[str, Reader] = {
    "noun": _noun,
    "game-json": _game_json,
    "game-csv": lambda data: game_from_csv(_text(data)),
    "ledger-json": ledger_from_json,
    "ledger-csv": lambda data: ledger_from_csv(_text(data)),
    "body": _body,
    "scale": _scale,
    "table": lambda data: table_from_csv(_text(data)),
    "flat": _flat,
    "register": _register,
}
"""Each reader by its name. What a noun, a body or a service writes is read again and must be the same."""
