"""A register's tables as a database has them: lists in tables of their own, with keys (relationer)."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import attrs

from familjen.io.flat.cells import read_cell
from familjen.io.flat.column import Column, Value
from familjen.io.flat.table import Table
from familjen.io.register.build import layout_of
from familjen.io.register.layout import ORDER, Sheet
from familjen.io.register.lists import read_list
from familjen.io.register.slot import Slot

__all__ = ["KNOWN", "VALUE", "ForeignKey", "Relation", "relations_of", "unfolded"]

VALUE = "value"
"""The column of a list's table that holds its items."""
KNOWN = "_known"
"""What the name of a list gets after it in the column that says whether anybody has said what is in the list."""


@attrs.frozen
class ForeignKey:
    """Columns whose values are the key of a row elsewhere (främmande nyckel)."""

    columns: tuple[str, ...]
    """The columns."""
    table: str
    """The table in which the row is."""
    key: tuple[str, ...]
    """That table's columns, in the same order."""


@attrs.frozen
class Relation:
    """A table with keys, each of whose cells holds one value (relation)."""

    name: str
    """Its name."""
    columns: tuple[Column, ...]
    """Its columns."""
    key: tuple[str, ...]
    """The columns that tell its rows apart; none where it has one row."""
    foreign: tuple[ForeignKey, ...]
    """What its rows refer to."""
    sheet: Sheet
    """The register's table that it is, or whose list it holds."""
    slot: Slot | None = None
    """The list that it holds; ``None`` where it is the register's table itself."""

    @property
    def slots(self) -> dict[str, Slot]:
        """What its columns hold, by their names; keys of parents and the order have no slot."""
        if self.slot is not None:
            return {VALUE: self.slot}
        return {slot.name: slot for slot in self.sheet.slots if not slot.many}


def relations_of(noun: type) -> tuple[Relation, ...]:
    """Give the relations that hold a noun: each table of its layout, and after it those of the lists in its cells.

    >>> from familjen.model import Cooperation
    >>> next(each for each in relations_of(Cooperation) if each.name == "events_hosts").foreign[1]
    ForeignKey(columns=('value',), table='parties', key=('id',))
    """
    return _made(noun)


@cache
def _made(noun: Any) -> tuple[Relation, ...]:
    sheets = layout_of(noun).sheets
    return tuple(each for sheet in sheets.values() for each in _relations(sheet, sheets))


def _relations(sheet: Sheet, sheets: Any) -> Iterator[Relation]:
    columns = [_column(each, sheet) for each in sheet.columns]
    foreign = [ForeignKey(home.columns, home.parent, sheets[home.parent].key) for home in sheet.homes if home.columns]
    foreign += [ForeignKey((slot.name,), slot.refers, ("id",)) for slot in sheet.slots if slot.refers and not slot.many]
    yield Relation(sheet.name, tuple(each for each in columns if each is not None), sheet.key, tuple(foreign), sheet)
    by_name = {column.name: column for column in sheet.columns}
    above = [attrs.evolve(by_name[name], name=_above(name), required=True) for name in sheet.key]
    for slot in sheet.slots:
        if not slot.many:
            continue
        names = tuple(column.name for column in above)
        up = (ForeignKey(names, sheet.name, sheet.key),) if names else ()
        item = (ForeignKey((VALUE,), slot.refers, ("id",)),) if slot.refers else ()
        order, value = Column(ORDER, "integer", required=True), Column(VALUE, slot.item)
        yield Relation(f"{sheet.name}_{slot.name}", (*above, order, value), (*names, ORDER), (*up, *item), sheet, slot)


def _column(column: Column, sheet: Sheet) -> Column | None:
    """Give a column as it is, or instead of a list that may be unknown, whether it is known; else nothing."""
    slot = next((slot for slot in sheet.slots if slot.name == column.name), None)
    if column.name == ORDER and sheet.ordered:
        return attrs.evolve(column, required=True)
    if slot is None or not slot.many:
        return column
    return Column(f"{slot.name}{KNOWN}", "boolean") if slot.nullable else None


def _above(name: str) -> str:
    """Give the name that a column of a table's key has in the tables of its lists."""
    return f"row_{name}" if name in {"id", ORDER} else name


def unfolded(tables: Iterable[Table], noun: type) -> dict[str, list[tuple[Value, ...]]]:
    """Give the rows of each relation, of the tables that `to_tables` has made of a noun."""
    rows: dict[str, list[tuple[Value, ...]]] = {relation.name: [] for relation in relations_of(noun)}
    by_name = {table.name: table for table in tables}
    for relation in relations_of(noun):
        for row in by_name[relation.sheet.name].to_rows():
            if relation.slot is not None:
                rows[relation.name] += _items(relation, relation.slot, row)
            else:
                rows[relation.name].append(tuple(_cell(row, column.name) for column in relation.columns))
    return rows


def _items(relation: Relation, slot: Slot, row: dict[str, Value]) -> Iterator[tuple[Value, ...]]:
    text = row[slot.name]
    above = tuple(row[name] for name in relation.sheet.key)
    for order, item in enumerate([] if text is None else read_list(slot, str(text)), 1):
        yield (*above, order, _typed(item, slot))


def _cell(row: dict[str, Value], name: str) -> Value:
    if name in row:
        return row[name]
    return row[name.removesuffix(KNOWN)] is not None or None


def _typed(item: Any, slot: Slot) -> Value:
    return item if item is None or slot.item == "integer" else read_cell(item, slot.item, ".")
