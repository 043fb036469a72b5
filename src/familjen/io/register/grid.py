"""Cells as they stand in a file, with their places (inläst tabell)."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from familjen.errors import InvalidValueError
from familjen.io.flat.cells import read_cell
from familjen.io.flat.column import Column, Kind, Value, fault_of
from familjen.io.flat.gathered import column_letter
from familjen.io.flat.table import Table
from familjen.validators import show

__all__ = ["Fault", "Grid", "blank", "grid_of", "read_field"]

_NUMBERS = {"integer", "decimal", "fraction", "float"}


@attrs.frozen
class Grid:
    """A table as it stands in a file: headings, and rows of cells that nobody has read yet (inläst tabell)."""

    name: str
    """Its name."""
    headings: tuple[str, ...]
    """What stands in its first row, a heading for each column; empty where a column has none."""
    rows: tuple[tuple[int, tuple[Any, ...]], ...]
    """Its rows, each with its number in the file."""
    read: Callable[[Any, Kind], Value]
    """Reads a cell as a value of a kind; raises `InvalidValueError` where it is none."""
    head: int = 1
    """The number of the row of headings; 0 where a database has them."""
    merged: tuple[str, ...] = ()
    """The areas whose cells are merged into one, as spreadsheets name them."""
    apart: Mapping[str, str] = attrs.field(factory=dict[str, str])
    """The columns that stand in files of their own, with the names of those."""


@attrs.frozen
class Fault:
    """Something that is wrong with a register, and where (fel i ett register)."""

    table: int
    """The place of the table among the others."""
    row: int
    """The number of the row."""
    column: int
    """The place of the column, from 0; -1 for the whole row."""
    place: str
    """Where it is, as spreadsheets say it: ``agreements!C7 (first_day)``."""
    sentence: str
    """What is wrong, and what to do."""

    @classmethod
    def at(cls, table: int, grid: Grid, row: int, column: str, sentence: str) -> "Fault":
        """Say what is wrong with a cell; with the whole row, where the column is named by no heading."""
        named = f" ({column})" if column else ""
        if column in grid.apart:
            return cls(table, row, -1, f"{grid.apart[column]} (of {grid.name}!{row})", sentence)
        if column not in grid.headings or not row:
            return cls(table, row, -1, f"{grid.name}{f'!{row}' if row else ''}{named}", sentence)
        place = grid.headings.index(column)
        return cls(table, row, place, f"{grid.name}!{column_letter(place)}{row}{named}", sentence)

    @classmethod
    def homeless(cls, table: int, grid: Grid, row: int, place: int, cell: object) -> "Fault":
        """Say that a cell stands under no heading."""
        where = f"{grid.name}!{column_letter(place)}{row}"
        return cls(table, row, place, where, f"{show(cell)} stands under no heading; give its column one")


def grid_of(table: Table) -> Grid:
    """Give a table as if it stood in a file: headings in row 1, and the first row of values in row 2."""
    return Grid(table.name, table.names, tuple(enumerate(table.rows, 2)), _as_it_is)


def _as_it_is(value: Any, kind: Kind) -> Value:
    """Take a value of the kind; nothing is converted."""
    fault = fault_of(value, Column("value", kind))
    if fault is not None:
        raise InvalidValueError(fault)
    found: Value = value
    return found


def blank(cells: Sequence[Any]) -> bool:
    """Tell whether a row holds nothing, or nothing but spaces."""
    return not any(cell is not None and str(cell).strip() for cell in cells)


def read_field(field: str, kind: Kind, decimal: str) -> Value:
    """Read what is written in a cell, as `read_cell` does; the other decimal mark is told of in words of a register.

    Raises:
        InvalidValueError: It is no value of that kind.

    >>> read_field("1 040,50", "decimal", ".")
    Traceback (most recent call last):
    familjen.errors.InvalidValueError: '1 040,50' has a comma, and a point parts decimals here; write '1 040.50' if ...
    """
    other, name, own = (",", "comma", "point") if decimal == "." else (".", "point", "comma")
    if kind in _NUMBERS and other in field and _is_number(field, kind, other):
        hint = f"write {show(field.strip().replace(other, decimal))} if that is meant, and thousands with spaces"
        reason = f"{show(field)} has a {name}, and a {own} parts decimals here; {hint}"
        raise InvalidValueError(reason)
    return read_cell(field, kind, decimal)


def _is_number(field: str, kind: Kind, decimal: str) -> bool:
    try:
        read_cell(field, kind, decimal)
    except InvalidValueError:
        return False
    return True
