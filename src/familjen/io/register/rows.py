"""Rows of a register as they are read: cells, and what documents have of them (rader)."""

# Values of any kind pass through here, so their types are not known to a checker.
# pyright: basic

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from familjen.errors import DocumentError, InvalidValueError, UnknownIdError, near_matches
from familjen.io.flat.column import Column, Value
from familjen.io.parse import parse
from familjen.io.register.grid import Fault, Grid, blank
from familjen.io.register.layout import ORDER, Layout, Sheet
from familjen.io.register.lists import read_list
from familjen.io.register.slot import Form, Slot

__all__ = ["Row", "Rows"]

_MOST_NEAR = 50
_again = re.compile(r"~\d+\Z", re.ASCII)


@attrs.define(eq=False)
class Row:
    """A row that was read (inläst rad)."""

    sheet: Sheet
    """Its table."""
    number: int
    """Its number in the file."""
    cells: dict[str, Value]
    """Its values by column."""
    plain: dict[str, Any]
    """What documents have of it."""
    faulty: set[str]
    """The columns in which something is wrong."""

    @property
    def key(self) -> tuple[Value, ...]:
        """What tells it from the others of its table."""
        return tuple(self.cells.get(name) for name in self.sheet.key)


class Rows:
    """All rows of a register, and all that is wrong with them."""

    def __init__(self, layout: Layout, grids: Iterable[Grid]) -> None:
        self.layout = layout
        self.grids: dict[str, Grid] = {}
        self.faults: list[Fault] = []
        self.of: dict[str, list[Row]] = {name: [] for name in layout.sheets}
        self._names = list(layout.sheets)
        self._unknown = 0
        for grid in grids:
            self._take(grid)
        for name, grid in self.grids.items():
            for area in grid.merged:
                sentence = "these cells are merged into one; part them, and write in each what it is to hold"
                self.faults.append(Fault(self._names.index(name), grid.head, -1, f"{name}!{area}", sentence))
            self._read(layout.sheets[name], grid)

    def fault(self, sheet: Sheet, number: int, column: str, sentence: str) -> None:
        """Note what is wrong with a cell."""
        grid = self.grids.get(sheet.name) or Grid(sheet.name, (), (), lambda value, _: value)
        self.faults.append(Fault.at(self._names.index(sheet.name), grid, number, column, sentence))

    def unknown(self, row: Row, column: str, what: str, identifier: str, known: Iterable[str]) -> None:
        """Note an id that nothing answers to; of many such, only the first are told with what looks like them."""
        self._unknown += 1
        if self._unknown > _MOST_NEAR:
            self.row_fault(row, column, f"there is no {what} {identifier!r}")
        else:
            self.row_fault(row, column, str(UnknownIdError.of(what, identifier, known)))

    def row_fault(self, row: Row, column: str, sentence: str) -> None:
        """Note what is wrong with a cell of a row."""
        row.faulty.add(column)
        self.fault(row.sheet, row.number, column, sentence)

    def _take(self, grid: Grid) -> None:
        if grid.name not in self.layout.sheets:
            sentence = str(UnknownIdError.of("table", grid.name, self.layout.sheets))
            self.faults.append(Fault(len(self._names), 0, -1, grid.name, sentence))
        elif grid.name in self.grids:
            self.faults.append(Fault(self._names.index(grid.name), 0, -1, grid.name, "stands there twice; keep one"))
        else:
            self.grids[grid.name] = grid

    def _read(self, sheet: Sheet, grid: Grid) -> None:
        self._check_headings(sheet, grid)
        columns = {column.name: column for column in sheet.columns}
        slots = {slot.name: slot for slot in sheet.slots}
        for number, cells in grid.rows:
            if blank(cells):
                continue
            row = Row(sheet, number, {}, {}, set())
            for heading, cell in zip(grid.headings, cells, strict=False):
                if heading in columns and heading not in row.cells:
                    row.cells[heading] = self._value(row, columns[heading], grid, cell)
            for place in range(len(cells)):
                if not blank(cells[place : place + 1]) and not "".join(grid.headings[place : place + 1]):
                    row.faulty.add("")
                    at = self._names.index(sheet.name)
                    self.faults.append(Fault.homeless(at, grid, number, place, cells[place]))
            for column in columns.values():
                if column.required and row.cells.get(column.name) is None and column.name not in row.faulty:
                    if column.name in grid.headings:
                        self.row_fault(row, column.name, "is empty; each row needs a value here")
                    row.faulty.add(column.name)
            self._fill(row, slots)
            self.of[sheet.name].append(row)

    def _check_headings(self, sheet: Sheet, grid: Grid) -> None:
        known = [column.name for column in sheet.columns]
        for place, heading in enumerate(grid.headings):
            if heading and heading not in known:
                near = near_matches(heading, known, most=1)
                hint = f"did you mean {near[0]!r}?" if near else f"the columns are {', '.join(known)}"
                self.fault(sheet, grid.head, heading, f"is no column of this table; {hint}")
            elif heading and heading in grid.headings[:place]:
                self.fault(sheet, grid.head, heading, "this heading stands there twice; keep one of the columns")
        for column in sheet.columns:
            if column.required and column.name not in grid.headings:
                self.fault(sheet, grid.head, column.name, f"there is no column {column.name!r}; each row needs it")

    def _value(self, row: Row, column: Column, grid: Grid, cell: Any) -> Value:
        if blank((cell,)):
            return None
        try:
            return grid.read(cell, column.kind)
        except InvalidValueError as error:
            self.row_fault(row, column.name, error.reason)
            return None

    def _fill(self, row: Row, slots: dict[str, Slot]) -> None:
        """Put the row's values where documents have them."""
        for name, slot in slots.items():
            value = row.cells.get(name)
            if value is None or not slot.path or slot.form in {Form.SHARED, Form.SHARED_LIST}:
                continue
            try:
                plain = _plain(slot, value)
            except InvalidValueError as error:
                self.row_fault(row, name, error.reason)
            else:
                holder = row.plain
                for step in slot.path[:-1]:
                    holder = holder.setdefault(step, {})
                holder[slot.path[-1]] = _without_mark(row.sheet, slot, plain)

    def keyed(self, sheet: Sheet) -> dict[tuple[Value, ...], Row]:
        """Give a table's rows by their keys; of two with the same key, the first, and say so of the second."""
        found: dict[tuple[Value, ...], Row] = {}
        for row in self.of[sheet.name]:
            if None in row.key:
                continue
            first = found.setdefault(row.key, row)
            if first is not row and sheet.key and sheet.key[-1] != ORDER:
                column = sheet.key[-1]
                sentence = (
                    f"{row.cells[column]!r} stands twice, in row {first.number} and here; give each an id of its own"
                )
                self.row_fault(row, column, sentence)
            elif first is not row and not sheet.key:
                self.row_fault(row, "", f"this table has one row, and row {first.number} is that")
        return found

    def all(self) -> Iterator[Row]:
        """Give all rows."""
        for rows in self.of.values():
            yield from rows


def _plain(slot: Slot, value: Any) -> Any:
    """Give a cell's value as documents have it."""
    if slot.form is Form.LIST:
        return read_list(slot, value)
    if slot.form is Form.JSON:
        return _tree(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | Fraction) else value


def _tree(text: str) -> Any:
    try:
        return parse(text)
    except DocumentError as error:
        path, sentence = error.problems[0]
        raise InvalidValueError(f"is no JSON that can be read: {path}: {sentence}") from None


def _without_mark(sheet: Sheet, slot: Slot, plain: Any) -> Any:
    """Give an id without the mark that tells two rows with it apart."""
    keyed = sheet.key and sheet.key[-1] == slot.name
    return _again.sub("", plain) if keyed and isinstance(plain, str) else plain
