"""The documents' JSON Schema, made from the nouns themselves."""

# Fields of any kind pass through here, so their types are not known to a checker.
# pyright: basic

import ast
import datetime as dt
import enum
import inspect
import itertools
import json
import sys
import threading
import types
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any, get_args, get_origin

import attrs

from familjen.errors import InvalidValueError
from familjen.io.document import NOUNS, SCHEMA_VERSION
from familjen.model import Key, Step
from familjen.model.cooperation import Cooperation
from familjen.model.kinds import kinds_of, tag_of
from familjen.validators import constraint_of, show

__all__ = ["bundled_schema", "json_schema"]

_OPEN = (Key, Step)
_PARSING = threading.Lock()  # ast.parse of Python 3.11 fails where threads do it at the same time

_SIMPLE: Mapping[type, Mapping[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?([Ee][+-]?[0-9]{1,2})?$"},
    Fraction: {"type": "string", "pattern": "^-?[0-9]+(/[0-9]+)?$"},
}


def json_schema(noun: type = Cooperation) -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a noun's documents, with the nouns' own descriptions.

    It says what a document looks like: names, types, patterns and ranges. What compares one value with another, such as
    a period that ends before it begins, is for `familjen.loads`.

    Raises:
        InvalidValueError: It is not a noun that a document can hold.

    >>> json_schema()["properties"]["members"]["description"]
    'Its members, and when each of them is one.'
    """
    if noun not in NOUNS.values():
        raise InvalidValueError(f"{show(noun)} is not a noun that a document can hold", attribute="noun")
    definitions: dict[str, Any] = {}
    body = _object(noun, definitions)
    envelope = {
        "schema_version": {"const": SCHEMA_VERSION, "description": "Version of the format."},
        "type": {"const": tag_of(noun), "description": "The noun that the document holds."},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": noun.__name__,
        **body,
        "properties": {**envelope, **body["properties"]},
        "required": ["schema_version", *body["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def bundled_schema() -> dict[str, Any]:
    """Give the schema of cooperations as it was shipped with this release."""
    text = resources.files("familjen.io").joinpath("cooperation.schema.json").read_text("utf-8")
    made: dict[str, Any] = json.loads(text)
    return made


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    described = _field_docs(cls)
    fields = attrs.fields(attrs.resolve_types(cls))
    return {
        "description": inspect.cleandoc(cls.__doc__ or "").split("\n")[0],
        "type": "object",
        "properties": {
            field.name: {**_value(field.type, field.validator, definitions), **described.get(field.name, {})}
            for field in fields
        },
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _value(kind: Any, validator: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if get_origin(kind) is tuple:
        inner = constraint_of(validator).get("items", {})
        return {"type": "array", "items": {**_value(get_args(kind)[0], None, definitions), **_anchored(inner)}}
    if isinstance(kind, types.UnionType):
        return _union(kind, validator, definitions)
    if kind in _SIMPLE:
        return {**_SIMPLE[kind], **_anchored(constraint_of(validator))}
    name = tag_of(kind)
    if kind in _OPEN:
        if name not in definitions:
            definitions[name] = {}
            kinds = [_tagged(cls, definitions) for _, cls in sorted(kinds_of(kind).items())]
            definitions[name] = {"description": inspect.cleandoc(kind.__doc__ or "").split("\n")[0], "anyOf": kinds}
        return {"$ref": f"#/$defs/{name}"}
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _enum(kind) if issubclass(kind, enum.Enum) else _object(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _union(kind: Any, validator: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    options = [option for option in get_args(kind) if option is not types.NoneType]
    if len(options) == 1:
        choices = [_value(options[0], validator, definitions)]
    else:
        choices = [_tagged(option, definitions) for option in options]
    if len(options) != len(get_args(kind)):
        choices.append({"type": "null"})
    return {"anyOf": choices}


def _tagged(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """Give a noun of a union, which carries its tag as ``type``."""
    body = _object(cls, definitions)
    body["properties"] = {"type": {"const": tag_of(cls)}, **body["properties"]}
    return {**body, "required": ["type", *body["required"]]}


def _enum(cls: type[enum.Enum]) -> dict[str, Any]:
    return {"description": inspect.cleandoc(cls.__doc__ or "").split("\n")[0], "enum": [member.value for member in cls]}


def _anchored(constraint: Mapping[str, Any]) -> dict[str, Any]:
    """Make a pattern fit the whole text, which JSON Schema's patterns do not by themselves."""
    made = {name: demand for name, demand in constraint.items() if name != "items"}
    return {**made, "pattern": f"^(?:{made['pattern']})$"} if "pattern" in made else made


@cache
def _field_docs(cls: type) -> Mapping[str, dict[str, str]]:
    """Read the strings under a class's fields, which Python itself forgets; a user's class may have none."""
    try:
        source = inspect.getsource(sys.modules[cls.__module__])
    except (OSError, TypeError, KeyError):  # written at a prompt, or run from a text
        return {}
    with _PARSING:
        tree = ast.parse(source)
    named = (node.body for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name == cls.__name__)
    found: dict[str, dict[str, str]] = {}
    for one, other in itertools.pairwise(next(named, [])):
        text = other.value.value if isinstance(other, ast.Expr) and isinstance(other.value, ast.Constant) else None
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name) and isinstance(text, str):
            found[one.target.id] = {"description": " ".join(text.split())}
    return found
