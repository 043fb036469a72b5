"""How the types of fields stand in tables (fälttyper)."""

# Types of fields of any kind pass through here, so they are not known to a checker.
# pyright: basic

import datetime as dt
import enum
import types
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args, get_origin

import attrs

from familjen.io.flat.column import Kind
from familjen.io.register.parties import PARTIES
from familjen.io.register.slot import Form
from familjen.model import CostClause, ForeignMunicipality, Key, Municipality, Region, Source, Step

__all__ = ["REFERS", "SOURCES", "form_of", "inner_noun", "is_list_of_nouns", "options_of", "shared_table"]

SOURCES = "sources"
"""The table of the sources that other rows cite."""

_KINDS: dict[type, Kind] = {
    str: "text",
    int: "integer",
    bool: "boolean",
    Decimal: "decimal",
    Fraction: "fraction",
    dt.date: "date",
}
_TREES = (CostClause, Key, Step)
_SHARED = {Source: SOURCES, Municipality: PARTIES, Region: PARTIES, ForeignMunicipality: PARTIES}
REFERS = {
    "party": PARTIES,
    "host": PARTIES,
    "provider": PARTIES,
    "prepared_by": PARTIES,
    "consulted": PARTIES,
    "hosts": PARTIES,
    "invited": PARTIES,
    "participants": PARTIES,
    "responsible": PARTIES,
    "partners": "partners",
    "goal_area": "goal_areas",
    "goal_areas": "goal_areas",
    "agreement": "agreements",
    "supersedes": "agreements",
}
"""The table whose ids a field of text holds, by the field's name; an owner is a party or a partner, so of no one."""


def shared_table(kind: Any) -> str | None:
    """Give the table of a noun that is cited by id; ``None`` where it stands with the noun that has it."""
    options = {_SHARED.get(option) for option in options_of(kind)}
    return options.pop() if len(options) == 1 else None


def is_list_of_nouns(kind: Any) -> bool:
    """Tell whether a field is a list of nouns, which has a table of its own."""
    item = get_args(kind)[0] if get_origin(kind) is tuple else None
    return item is not None and inner_noun(item) is not None


def inner_noun(kind: Any) -> type | None:
    """Give the noun whose fields become columns or a table; ``None`` where the value stands in one cell."""
    options = options_of(kind)
    noun = options[0]
    if len(options) > 1 or shared_table(kind) or not isinstance(noun, type) or issubclass(noun, _TREES):
        return None
    return noun if attrs.has(noun) else None


def options_of(kind: Any) -> list[Any]:
    """Give the types of a union apart from ``None``; of another type, itself."""
    options = get_args(kind) if isinstance(kind, types.UnionType) else (kind,)
    return [option for option in options if option is not types.NoneType]


def form_of(option: Any, *, shared: bool) -> tuple[Form, Kind, tuple[str, ...]]:
    """Give how a type stands in a cell, of what kind its values are, and which values it has, if it has a few."""
    many = get_origin(option) is tuple
    item = options_of(get_args(option)[0])[0] if many else option
    if shared:
        return (Form.SHARED_LIST if many else Form.SHARED), "text", ()
    if issubclass(item, _TREES):
        return Form.JSON, "text", ()
    options = tuple(member.value for member in item) if issubclass(item, enum.Enum) else ()
    return (Form.LIST if many else Form.VALUE), "text" if options else _KINDS[item], options
