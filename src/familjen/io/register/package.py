"""A register as a data package of the Frictionless standard (datapaket)."""

import json
import os
from pathlib import Path
from typing import Any, TypeVar, overload

from familjen.io.atomic import write_text
from familjen.io.flat.column import Column, Kind
from familjen.io.flat.csv_text import to_csv
from familjen.io.flat.table import Table
from familjen.io.register.describing import description_of
from familjen.io.register.folder import grids_in
from familjen.io.register.folding import folded
from familjen.io.register.reading import from_grids, from_tables
from familjen.io.register.relations import Relation, relations_of, unfolded
from familjen.io.register.size import MAX_BYTES
from familjen.io.register.writing import to_tables
from familjen.model import Source
from familjen.model.cooperation import Cooperation
from familjen.model.kinds import tag_of

__all__ = ["read_data_package", "write_data_package"]

N = TypeVar("N")

_TYPES: dict[Kind, str] = {"text": "string", "decimal": "number", "fraction": "string", "float": "number"}
_FRACTION = "-?[0-9]+(/[0-9]+)?"


def write_data_package(noun: object, folder: str | os.PathLike[str]) -> Path:
    """Write a noun as a data package: ``datapackage.json``, and CSV files in ``data`` beside it (spara som datapaket).

    The description has a schema for each table, with types, primary keys, foreign keys and what enumerations allow.
    Lists stand in tables of their own, such as ``events_hosts``. Whoever publishes it adds ``licenses``.

    Args:
        noun: A cooperation, or another noun that a document can hold.
        folder: The folder; it is made unless it is there.

    Returns:
        The path of the description.

    Raises:
        DocumentError: The noun does not hold together: an id in it answers to nothing. Its ``problems`` are all such.
        InvalidValueError: It is not a noun.
        OSError: The folder cannot be made or written to.
    """
    tables = to_tables(noun)
    from_tables(tables, type(noun), references=True, origin="the register")
    place = Path(folder)
    data = place / "data"
    data.mkdir(parents=True, exist_ok=True)
    rows = unfolded(tables, type(noun))
    filled = {name for name, found in rows.items() if found}
    kept = [relation for relation in relations_of(type(noun)) if relation.name in filled]
    for relation in relations_of(type(noun)):
        path = data / f"{relation.name}.csv"
        if relation.columns and (relation.name in filled or path.exists()):
            write_text(path, to_csv(Table(relation.name, relation.columns, tuple(rows[relation.name])), decimal="."))
    described = {**_head(noun), "resources": [_resource(relation, filled) for relation in kept]}
    write_text(place / "datapackage.json", json.dumps(described, ensure_ascii=False, indent=2) + "\n")
    return place / "datapackage.json"


@overload
def read_data_package(
    folder: str | os.PathLike[str], *, references: bool = ..., max_bytes: int = ...
) -> Cooperation: ...
@overload
def read_data_package(
    folder: str | os.PathLike[str], noun: type[N], *, references: bool = ..., max_bytes: int = ...
) -> N: ...
def read_data_package(
    folder: str | os.PathLike[str],
    noun: type[Any] = Cooperation,
    *,
    references: bool = False,
    max_bytes: int = MAX_BYTES,
) -> Any:
    """Read a noun from the files that `write_data_package` has written (läs datapaket); see `from_tables`.

    Args:
        folder: The folder that holds ``datapackage.json`` and ``data``.
        noun: The class of the noun.
        references: Refuse ids that nothing answers to.
        max_bytes: Larger files are refused.

    Raises:
        DocumentError: They make no such noun.
        OSError: A file cannot be opened.
    """
    found = grids_in(Path(folder) / "data", max_bytes=max_bytes)
    tables, faults = folded({grid.name: grid for grid in found}, noun)
    return from_grids(tables, noun, references=references, origin=str(folder), faults=faults)


def _head(noun: Any) -> dict[str, Any]:
    cls: type = noun.__class__
    name = str(getattr(noun, "id", tag_of(cls)))
    slug = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_.") else "-" for sign in name.lower())
    title = getattr(noun, "name", None) or getattr(noun, "title", None) or name
    given = [source for source in getattr(noun, "sources", ()) if isinstance(source, Source)]
    sources = [{"title": each.title, **({"path": each.url} if each.url else {})} for each in given]
    return {
        "profile": "tabular-data-package",
        "name": slug,
        "title": title,
        **({"sources": sources} if sources else {}),
    }


def _resource(relation: Relation, filled: set[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(relation, column) for column in relation.columns],
        "missingValues": [""],
    }
    if relation.key:
        schema["primaryKey"] = list(relation.key)
    foreign = [
        {"fields": list(each.columns), "reference": {"resource": each.table, "fields": list(each.key)}}
        for each in relation.foreign
        if each.table in filled
    ]
    if foreign:
        own = relation.name
        for each in foreign:  # the standard names the resource itself by empty text
            reference: Any = each["reference"]
            reference["resource"] = "" if reference["resource"] == own else reference["resource"]
        schema["foreignKeys"] = foreign
    return {
        "profile": "tabular-data-resource",
        "name": relation.name,
        "path": f"data/{relation.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(relation: Relation, column: Column) -> dict[str, Any]:
    made: dict[str, Any] = {"name": column.name, "type": _TYPES.get(column.kind, column.kind)}
    slot = relation.slots.get(column.name)
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if slot is not None and slot.options:
        constraints["enum"] = list(slot.options)
    if column.kind == "fraction":
        constraints["pattern"] = _FRACTION
    if slot is not None and (text := description_of(slot)):
        made["description"] = text
    if constraints:
        made["constraints"] = constraints
    return made
