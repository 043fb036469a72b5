"""Nouns as flat tables (register som tabeller)."""

# Fields of any kind pass through here, so their types are not known to a checker.
# pyright: basic

import json
from collections.abc import Mapping
from typing import Any

from familjen.io.convert import quick
from familjen.io.flat.column import Value
from familjen.io.flat.table import Table
from familjen.io.register.build import layout_of
from familjen.io.register.layout import ORDER, Home, Layout, Sheet
from familjen.io.register.lists import write_list
from familjen.io.register.parties import PARTIES, party_to_cells
from familjen.io.register.slot import Form, Slot

__all__ = ["to_tables"]


def to_tables(noun: object, *, empty: bool = True) -> tuple[Table, ...]:
    """Give a noun as flat tables, without loss (samverkan som tabeller).

    What the tables are is told by `layout_of`: the root first, in one row, then what many refer to, then the lists,
    each row with its parent's key. `from_tables` gives the same noun back, also one that does not hold together: ids
    that nothing answers to stay, and of rows with the same id the second is called ``id~2``, so that its parts know it.

    Args:
        noun: A cooperation, or another noun that a document can hold.
        empty: Give the tables without rows too.

    Raises:
        InvalidValueError: It is not a noun.

    >>> from familjen.model import Cooperation, Member, Municipality
    >>> coop = Cooperation("par", "A pair", members=(Member(Municipality("1283", "Helsingborg", "12")),))
    >>> for table in to_tables(coop, empty=False):
    ...     print(table.name, table.to_rows()[0])
    cooperation {'id': 'par', 'name': 'A pair', 'first_day': None, 'last_day': None, ...}
    parties {'id': '1283', 'type': 'municipality', 'name': 'Helsingborg', 'county': '12'}
    members {'party': '1283', 'first_day': None, 'last_day': None, 'sources': None, 'order': 1}
    """
    layout = layout_of(type(noun))
    rows = _Rows(layout)
    rows.add(layout.root, noun, (), None)
    rows.add_shared()
    made = (Table(name, sheet.columns, tuple(rows.of[name])) for name, sheet in layout.sheets.items())
    return tuple(table for table in made if empty or table.rows)


class _Rows:
    """Rows on their way."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.of: dict[str, list[tuple[Value, ...]]] = {name: [] for name in layout.sheets}
        self.shared: dict[str, dict[Any, str]] = {name: {} for name, sheet in layout.sheets.items() if sheet.shared}
        self.keys: dict[str, set[tuple[Value, ...]]] = {name: set() for name in layout.sheets}
        self.below: dict[str, list[tuple[Sheet, Home]]] = {name: [] for name in layout.sheets}
        for sheet in layout.sheets.values():
            for home in sheet.homes:
                self.below[home.parent].append((sheet, home))

    def add(self, sheet: Sheet, noun: Any, above: Mapping[str, Value] | tuple[()], order: int | None) -> None:
        """Add the row of a noun, and those of all that is in it."""
        cells: dict[str, Value] = {column.name: None for column in sheet.parents}
        cells.update(above)
        cells.update((slot.name, self._cell(slot, _follow(noun, slot.path))) for slot in sheet.slots)
        if sheet.ordered:
            cells[ORDER] = order
        if "id" in sheet.key:
            cells["id"] = _free(self.keys[sheet.name], sheet.key, cells)
        row = tuple(cells[column.name] for column in sheet.columns)
        if any(value is not None for value in row):  # a row without a value is none to whoever reads a file
            self.of[sheet.name].append(row)
        for child, home in self.below[sheet.name]:
            self._add_below(child, home, noun, tuple(cells[name] for name in sheet.key))

    def _add_below(self, child: Sheet, home: Home, noun: Any, key: tuple[Value, ...]) -> None:
        above = dict(zip(home.columns, key, strict=True))
        found = _follow(noun, home.path)
        for place, each in enumerate((found if child.many else (found,)) or (), 1):
            if each is not None:
                self.add(child, each, above, place)

    def add_shared(self) -> None:
        """Add the rows of the nouns that were cited."""
        for name, known in self.shared.items():
            sheet = self.layout.sheets[name]
            for noun, key in known.items():
                if name == PARTIES:
                    self.of[name].append(party_to_cells(noun, key))
                else:
                    cells = (self._cell(slot, _follow(noun, slot.path)) for slot in sheet.slots[1:])
                    self.of[name].append((key, *cells))

    def _cell(self, slot: Slot, value: Any) -> Value:
        if slot.form is Form.SHARED:
            return None if value is None else self._cite(slot, value)
        if slot.form is Form.SHARED_LIST:
            return write_list(slot, None if value is None else [self._cite(slot, each) for each in value])
        if slot.form is Form.LIST:
            return write_list(slot, value)
        if value is None:
            return None
        if slot.form is Form.JSON:
            return json.dumps(quick().unstructure(value, unstructure_as=slot.type), ensure_ascii=False)
        return str(value) if slot.options else value

    def _cite(self, slot: Slot, noun: Any) -> str:
        """Give the id of a noun that is written once, however often it is cited."""
        known = self.shared[str(slot.refers)]
        if noun not in known:
            wanted = noun.id if slot.refers == PARTIES else f"s{len(known) + 1}"
            known[noun] = str(_free(self.keys[str(slot.refers)], ("id",), {"id": wanted}))
        return known[noun]


def _follow(noun: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        if noun is None:
            return None
        noun = getattr(noun, name)
    return noun


def _free(taken: set[tuple[Value, ...]], key: tuple[str, ...], cells: Mapping[str, Value]) -> Value:
    """Give the row's id, with ``~2`` and so on after it where another row has it."""
    wanted, number = cells["id"], 1
    made = dict(cells)
    while (whole := tuple(made[name] for name in key)) in taken:
        number += 1
        made["id"] = f"{wanted}~{number}"
    taken.add(whole)
    return made["id"]
