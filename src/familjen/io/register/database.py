"""A register as an SQLite database (register i SQLite)."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar, overload
from urllib.parse import quote

from familjen.errors import InvalidValueError, near_matches
from familjen.io.atomic import write_bytes
from familjen.io.document import SCHEMA_VERSION
from familjen.io.flat.cells import written_cell
from familjen.io.flat.column import Column, Kind, Value
from familjen.io.parse import document_error
from familjen.io.register.folding import folded
from familjen.io.register.grid import Fault, Grid, read_field
from familjen.io.register.reading import from_grids, from_tables
from familjen.io.register.relations import Relation, relations_of, unfolded
from familjen.io.register.size import MAX_BYTES, need_size
from familjen.io.register.writing import to_tables
from familjen.model.cooperation import Cooperation
from familjen.validators import show

__all__ = ["from_sqlite", "to_sqlite"]

N = TypeVar("N")

_APPLICATION = 0x46616D69
"""The bytes "Fami" in the file's head, by which the file is known."""
_NUMBERS = "_numbers"
_TYPES: dict[Kind, str] = {"integer": "INTEGER", "boolean": "INTEGER"}


def to_sqlite(noun: object, path: str | os.PathLike[str]) -> None:
    """Write a noun to an SQLite database, wholly or not at all (spara i SQLite).

    Its tables are those of `to_tables`, with each list in a table of its own, such as ``events_hosts``, and with
    primary keys, foreign keys and checks. Amounts and shares are exact, as text; where a table has amounts, a view with
    ``_numbers`` after its name has them as numbers too.

    Args:
        noun: A cooperation, or another noun that a document can hold.
        path: The file; one that is there is replaced.

    Raises:
        DocumentError: The noun does not hold together: an id in it answers to nothing. Its ``problems`` are all such.
        InvalidValueError: It is not a noun.
        OSError: It cannot be written.
    """
    tables = to_tables(noun)
    from_tables(tables, type(noun), references=True, origin="the register")
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute(f"PRAGMA application_id = {_APPLICATION}")
        base.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        rows = unfolded(tables, type(noun))
        for relation in relations_of(type(noun)):
            if not relation.columns:
                continue
            for statement in _statements(relation):
                base.execute(statement)
            marks = ", ".join("?" * len(relation.columns))
            stored = ([_stored(value) for value in row] for row in rows[relation.name])
            base.executemany(f"INSERT INTO {_name(relation.name)} VALUES ({marks})", stored)  # noqa: S608 - our own names
        base.commit()
        content = base.serialize()
    write_bytes(path, content)


@overload
def from_sqlite(path: str | os.PathLike[str], *, references: bool = ..., max_bytes: int = ...) -> Cooperation: ...
@overload
def from_sqlite(path: str | os.PathLike[str], noun: type[N], *, references: bool = ..., max_bytes: int = ...) -> N: ...
def from_sqlite(
    path: str | os.PathLike[str],
    noun: type[Any] = Cooperation,
    *,
    references: bool = False,
    max_bytes: int = MAX_BYTES,
) -> Any:
    """Read a noun from an SQLite database, which is opened for reading only (läs från SQLite); see `from_tables`.

    Args:
        path: The file.
        noun: The class of the noun.
        references: Refuse ids that nothing answers to.
        max_bytes: Larger files are refused.

    Raises:
        DocumentError: It is no such database. Its ``problems`` are all that is wrong; rows have the database's numbers.
        OSError: It cannot be opened.
    """
    place = Path(path)
    with place.open("rb") as file:  # SQLite does not say why a file cannot be opened
        need_size(os.fstat(file.fileno()).st_size, max_bytes, str(path))
    uri = f"file:{quote(str(place.resolve()))}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as base:
            base.execute("PRAGMA trusted_schema = OFF")
            base.execute("PRAGMA query_only = ON")
            version = base.execute("PRAGMA user_version").fetchone()[0]
            grids, strange = dict(_grids(base, noun)), _strange(base, noun)
    except sqlite3.DatabaseError as error:
        raise document_error([("$", f"is no SQLite database that can be read: {error}")], str(path)) from None
    if version > SCHEMA_VERSION:
        reason = f"its version is {version}, and this release reads {SCHEMA_VERSION}; upgrade familjen"
        raise document_error([("$", reason)], str(path))
    tables, faults = folded(grids, noun)
    return from_grids(tables, noun, references=references, origin=str(path), faults=[*faults, *strange])


def _grids(base: sqlite3.Connection, noun: type) -> Iterator[tuple[str, Grid]]:
    """Give the tables that hold a noun, as they stand; other tables, and views, are none of ours."""
    there = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for relation in relations_of(noun):
        if relation.name in there:
            found = base.execute(f"SELECT rowid, * FROM {_name(relation.name)} ORDER BY rowid")  # noqa: S608 - quoted
            headings = tuple(each[0] for each in found.description[1:])
            yield relation.name, Grid(relation.name, headings, tuple((row[0], row[1:]) for row in found), _read, head=0)


def _strange(base: sqlite3.Connection, noun: type) -> list[Fault]:
    """Give the tables and views that look like one of ours that is not there: what they hold would be lost."""
    there = dict(base.execute("SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')"))
    ours = [relation.name for relation in relations_of(noun) if relation.columns]
    missing = [name for name in ours if there.get(name) != "table"]
    faults: list[Fault] = []
    for name, kind in there.items():
        near = near_matches(name.casefold(), missing, most=1) if name not in ours or kind == "view" else ()
        if near and not name.endswith(_NUMBERS):
            sentence = (
                f"this {kind} is none of ours, and there is no table {near[0]!r}; give it that name, or remove it"
            )
            faults.append(Fault(len(ours), 0, -1, name, sentence))
    return faults


def _statements(relation: Relation) -> Iterator[str]:
    """Give the SQL that makes a relation, and its view with numbers."""
    parts = [_defined(relation, column) for column in relation.columns]
    if relation.key:
        parts.append(f"PRIMARY KEY ({_names(relation.key)})")
    parts += [
        f"FOREIGN KEY ({_names(each.columns)}) REFERENCES {_name(each.table)} ({_names(each.key)})"
        for each in relation.foreign
    ]
    listed = ",\n  ".join(parts)
    yield f"CREATE TABLE {_name(relation.name)} (\n  {listed}\n)"
    amounts = [column.name for column in relation.columns if column.kind == "decimal"]
    if amounts:
        numbers = ", ".join(f"CAST({_name(each)} AS REAL) AS {_name(f'{each}_number')}" for each in amounts)
        view = _name(f"{relation.name}{_NUMBERS}")
        yield f"CREATE VIEW {view} AS SELECT *, {numbers} FROM {_name(relation.name)}"  # noqa: S608 - our own names


def _defined(relation: Relation, column: Column) -> str:
    name = _name(column.name)
    slot = relation.slots.get(column.name)
    checks = {
        "boolean": f"{name} IN (0, 1)",
        "date": f"{name} IS date({name})",
        "integer": f"typeof({name}) IN ('integer', 'null')",
    }
    check = checks.get(column.kind)
    if slot is not None and slot.options:
        check = f"{name} IN ({', '.join(repr(option) for option in slot.options)})"
    needed = " NOT NULL" if column.required else ""
    return f"{name} {_TYPES.get(column.kind, 'TEXT')}{needed}{f' CHECK ({check})' if check else ''}"


def _stored(value: Value) -> str | int | None:
    if value is None or isinstance(value, int):
        return None if value is None else int(value)
    return written_cell(value, ".")


def _read(cell: Any, kind: Kind) -> Value:
    """Read a cell of a database: whole numbers and booleans are stored as numbers, all else as text."""
    if isinstance(cell, str):
        return read_field(cell, kind, ".")
    if isinstance(cell, int) and kind == "boolean" and cell in {0, 1}:
        return bool(cell)
    if isinstance(cell, int) and kind in {"integer", "decimal", "fraction"}:
        return read_field(str(cell), kind, ".")
    raise InvalidValueError(f"{show(cell)} is no {kind}, as this column is")


def _name(name: str) -> str:
    return f'"{name}"'


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(_name(name) for name in names)
