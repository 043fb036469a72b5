"""Tables from the nouns' own fields."""

# Types of fields of any kind pass through here, so they are not known to a checker.
# pyright: basic

import types
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

import attrs

from familjen.dates import Period
from familjen.errors import InvalidValueError
from familjen.io.document import NOUNS
from familjen.io.flat.column import Column
from familjen.io.register.fields import (
    REFERS,
    SOURCES,
    form_of,
    inner_noun,
    is_list_of_nouns,
    options_of,
    shared_table,
)
from familjen.io.register.layout import ORDER, Home, Layout, Sheet
from familjen.io.register.parties import PARTIES, PARTY_SLOTS
from familjen.io.register.slot import Form, Slot
from familjen.model import Cooperation, Municipality, PublishedTable, Round, Source
from familjen.model.kinds import tag_of
from familjen.validators import show

__all__ = ["layout_of"]

_LOCAL_IDS = (Round, PublishedTable)
"""Nouns whose ids are their own within their parent only."""
_OWN_TABLE_FROM = 4
"""A noun that the root holds once has a table of its own from so many fields on; else its fields are columns."""


def layout_of(noun: type = Cooperation) -> Layout:
    """Give the tables that hold a noun of a class, made from its fields and theirs.

    Text, numbers, days and enumerations become columns; a noun in a field, columns with the field's name before them;
    a list of nouns, a table with the key of its parent and an order. Sources and parties, which many cite, have a table
    each. What is a tree and no table (a cost clause, a key, a step) is JSON in one cell.

    Args:
        noun: The class.

    Raises:
        InvalidValueError: It is not a noun that a document can hold.

    >>> [column.name for column in layout_of().sheet("agreement_parties").columns]
    ['agreement', 'party', 'first_day', 'last_day', 'sources', 'order']
    """
    if noun not in NOUNS.values():
        raise InvalidValueError(f"{show(noun)} is not a noun that tables can hold", attribute="noun")
    return _layout(noun)


@cache
def _layout(noun: Any) -> Layout:
    made = _Building()
    made.add(Sheet(_table_name(noun), noun, (), many=False), root=True)
    return Layout(noun, made.finished())


@attrs.frozen
class _Below:
    """A field that has a table of its own."""

    path: tuple[str, ...]
    type: Any
    needed: bool


class _Building:
    """Tables on their way."""

    def __init__(self) -> None:
        self.sheets: dict[str, Sheet] = {}
        self.shared: dict[str, Sheet] = {}
        self.parents: dict[str, list[Column]] = {}

    def add(self, sheet: Sheet, *, root: bool = False) -> None:
        """Add a table, and those of the lists in it; of a noun that has one already, only the further home."""
        known = self.sheets.get(sheet.name)
        if known is not None:
            homes, parents = (*known.homes, *sheet.homes), (*known.parents, *sheet.parents)
            loose = tuple(attrs.evolve(column, required=False) for column in parents)
            self.sheets[sheet.name] = attrs.evolve(known, homes=homes, parents=loose)
            return
        self.sheets[sheet.name] = sheet
        slots, below = self._slots(sheet.noun, (), "", own_tables=root)
        self.sheets[sheet.name] = sheet = attrs.evolve(sheet, slots=tuple(slots), key=_key_of(sheet, slots))
        for each in below:
            self._add_below(sheet, each, root=root)

    def _add_below(self, parent: Sheet, below: "_Below", *, root: bool) -> None:
        path = below.path
        many = get_origin(below.type) is tuple
        noun = get_args(below.type)[0] if many else options_of(below.type)[0]
        columns = tuple(_parent_column(parent, name) for name in parent.key)
        home = Home(parent.name, path, below.needed, tuple(column.name for column in columns))
        name = path[-1] if root or _is_free(noun) else f"{_table_name(parent.noun)}_{path[-1]}"
        if name in self.sheets and self.sheets[name].noun is not noun:
            name = f"{_table_name(parent.noun)}_{path[-1]}"
        self.add(Sheet(name, noun, (), homes=(home,), parents=columns, many=many))

    def _slots(
        self, noun: type, path: tuple[str, ...], prefix: str, *, own_tables: bool = False, optional: bool = False
    ) -> tuple[list[Slot], list[_Below]]:
        """Give the columns of a noun's fields, and the fields that have tables of their own."""
        slots: list[Slot] = []
        below: list[_Below] = []
        for field in attrs.fields(attrs.resolve_types(noun)):
            here = (*path, field.name)
            inner = inner_noun(field.type)
            if is_list_of_nouns(field.type) or (inner is not None and own_tables and _is_wide(inner)):
                below.append(_Below(here, field.type, field.default is attrs.NOTHING))
            elif inner is not None:
                start = prefix if inner is Period and field.name == "period" else f"{prefix}{field.name}_"
                nullable = optional or types.NoneType in get_args(field.type)
                inside, further = self._slots(inner, here, start, optional=nullable)
                slots += inside
                below += further
            else:
                slots.append(attrs.evolve(self._slot(field, here, prefix, optional=optional), owner=noun))
        return slots, below

    def _slot(self, field: Any, path: tuple[str, ...], prefix: str, *, optional: bool) -> Slot:
        kind = field.type
        nullable = types.NoneType in get_args(kind)
        option = options_of(kind)[0]
        many = get_origin(option) is tuple
        shared = shared_table(get_args(option)[0] if many else kind)
        form, item, options = form_of(option, shared=shared is not None)
        needed = field.default is attrs.NOTHING
        required = needed and not many and not optional and not nullable
        column = Column(f"{prefix}{field.name}", item if form is Form.VALUE else "text", required=required)
        refers = shared or (REFERS.get(field.name) if item == "text" and not options else None)
        if shared is not None:
            self._share(shared)
        ids = field.name == "id" or refers is not None
        return Slot(
            column,
            path,
            str,
            kind,
            form,
            item,
            ids=ids,
            refers=refers,
            options=options,
            needed=needed,
            nullable=nullable,
        )

    def _share(self, name: str) -> None:
        if name in self.shared:
            return
        key = Slot(Column("id", "text", required=True), (), Source, ids=True)
        slots = PARTY_SLOTS if name == PARTIES else (key, *self._slots(Source, (), "")[0])
        noun = Municipality if name == PARTIES else Source
        self.shared[name] = Sheet(name, noun, slots, key=("id",), shared=True)

    def finished(self) -> dict[str, Sheet]:
        """Give the tables in their order, with the references to those only that there are."""
        root, *others = self.sheets.values()
        ordered = [root, *self.shared.values(), *others]
        if SOURCES in self.shared:
            ordered.append(ordered.pop(ordered.index(self.shared[SOURCES])))
        names = {sheet.name for sheet in ordered if sheet.key == ("id",) and (sheet.shared or sheet.name != PARTIES)}
        numbered = {home.parent for sheet in ordered for home in sheet.homes}
        return {
            each.name: attrs.evolve(
                each, slots=tuple(_known(each, names)), numbered=ORDER in each.key and each.name in numbered
            )
            for each in ordered
        }


def _known(sheet: Sheet, names: set[str]) -> Iterator[Slot]:
    for slot in sheet.slots:
        yield slot if slot.refers in names else attrs.evolve(slot, refers=None)


def _key_of(sheet: Sheet, slots: list[Slot]) -> tuple[str, ...]:
    if not sheet.many:
        return ()
    above = tuple(column.name for column in sheet.parents)
    if not any(slot.path == ("id",) for slot in slots):
        return (*above, ORDER)
    return (*above, "id") if sheet.noun in _LOCAL_IDS else ("id",)


def _parent_column(parent: Sheet, name: str) -> Column:
    tag = _table_name(parent.noun)
    if name == ORDER:
        return Column(f"{tag}_{ORDER}", "integer", required=True)
    return Column(tag, "text", required=True) if name == "id" else next(c for c in parent.columns if c.name == name)


def _table_name(noun: type) -> str:
    return tag_of(noun).replace("-", "_")


def _is_free(noun: type) -> bool:
    """Tell whether a noun's id is its own within the whole, so that one table can hold it wherever it stands."""
    return noun not in _LOCAL_IDS and any(field.name == "id" for field in attrs.fields(noun))


def _is_wide(noun: type) -> bool:
    return len(attrs.fields(noun)) >= _OWN_TABLE_FROM
