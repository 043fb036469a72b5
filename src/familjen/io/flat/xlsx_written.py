"""Flat tables written as a workbook for Excel (skriv Excel)."""

# openpyxl has no types of its own.
# pyright: basic

import datetime as dt
import os
import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from familjen.errors import InvalidValueError, MissingExtraError
from familjen.io.atomic import write_bytes
from familjen.io.flat.cells import written_cell
from familjen.io.flat.column import Column, Value
from familjen.io.flat.sheet_text import fault_of_sheet_text, length_in_sheet, sheet_text
from familjen.io.flat.table import Table, need_table
from familjen.io.flat.workbook_bytes import workbook_bytes
from familjen.validators import show

__all__ = ["write_xlsx"]

_DIGITS = 15
_FIRST_DAY = dt.date(1900, 3, 1)
_MOST_ROWS, _MOST_COLUMNS = 1_048_575, 16_384
_WIDEST = 60
_SAMPLED = 1_000
_AS_TEXT = "Some values here stand as text: Excel keeps numbers to 15 digits, and days from 1900-03-01."
_FORMATS = {
    "text": "@",
    "integer": "0",
    "fraction": "@",
    "float": "General",
    "boolean": "General",
    "date": "yyyy-mm-dd",
}


def write_xlsx(tables: Table | Iterable[Table], path: str | os.PathLike[str]) -> None:
    """Write tables to a workbook, a sheet each, wholly or not at all (skriv till Excel).

    The heading stays in sight, and columns are as wide as what they hold. Days are days, and booleans booleans. Text is
    text, also where it begins with ``=`` or looks like a number. Excel keeps fifteen digits: an integer or a decimal of
    more, and a day before March 1900, are written as text, and a note on the heading says so. Fractions are text: 1/3.

    Args:
        tables: The tables; their names become the sheets'.
        path: The file, which ends in .xlsx.

    Raises:
        InvalidValueError: A name is no sheet's name, or two are alike; there are more rows or columns than a sheet
            holds, or text that no cell can hold; a row holds nothing, which no reader of sheets would see.
        MissingExtraError: openpyxl is not installed.
        OSError: The folder does not exist or cannot be written to.
    """
    try:
        from openpyxl import Workbook  # type: ignore[import-untyped,unused-ignore]
    except ModuleNotFoundError:
        raise MissingExtraError.of("reading and writing Excel files", "excel") from None
    if not os.fspath(path).casefold().endswith(".xlsx"):
        raise InvalidValueError(f"{os.fspath(path)!r} does not end in .xlsx; rename it", attribute="path")
    if not isinstance(tables, Table | Iterable):
        raise InvalidValueError(f"{show(tables)} is no list of tables", attribute="tables")
    listed = [tables] if isinstance(tables, Table) else list(tables)
    _check(listed)
    book = Workbook()
    del book[book.sheetnames[0]]
    for table in listed:
        _fill(book.create_sheet(table.name), table)
    write_bytes(path, workbook_bytes(book))


def _check(tables: list[Table]) -> None:
    """Refuse what a workbook does not hold."""
    if not tables:
        raise InvalidValueError("there are no tables, and a workbook has a sheet at least", attribute="tables")
    seen: dict[str, str] = {}
    for table in tables:
        need_table(table, "tables")
        fault = _fault_of_name(table.name) or _fault_of_size(table)
        if table.name.casefold() in seen:
            fault = f"has the name of another sheet, {seen[table.name.casefold()]!r}; rename one"
        seen[table.name.casefold()] = table.name
        if fault is not None:
            raise InvalidValueError(f"the table {show(table.name)} {fault}", attribute="tables")


def _fault_of_name(name: str) -> str | None:
    if length_in_sheet(name) > 31:  # noqa: PLR2004 - Excel's limit
        return f"has a name of {length_in_sheet(name)} signs, and a sheet's has 31 at most; rename it"
    if re.search(r"[\[\]:*?/\\]|^'|'$", name) or not name.isprintable():
        return "has a name that no sheet can have: without [ ] : * ? / \\, and no ' first or last; rename it"
    return "has the name that Excel keeps for itself; rename it" if name.casefold() == "history" else None


def _fault_of_size(table: Table) -> str | None:
    if not table.columns:
        return "has no columns; there is nothing to write"
    if len(table.rows) > _MOST_ROWS:
        return f"has {len(table.rows):,} rows, and a sheet holds {_MOST_ROWS:,} below the headings; write CSV"
    if len(table.columns) > _MOST_COLUMNS:
        return f"has {len(table.columns):,} columns, and a sheet holds {_MOST_COLUMNS:,}; write CSV"
    empty = next((number for number, row in enumerate(table.rows, 1) if all(value is None for value in row)), None)
    return None if empty is None else f"holds nothing in row {empty}; leave the row out"


def _fill(sheet: Any, table: Table) -> None:
    from openpyxl.styles import Font  # type: ignore[import-untyped,unused-ignore]
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped,unused-ignore]

    bold = Font(bold=True)
    sheet.freeze_panes = "A2"
    for place, column in enumerate(table.columns):
        head = sheet.cell(1, place + 1)
        _put_text(head, column.name, f"the heading {column.name!r} of {table.name!r}")
        head.font = bold
        values = [row[place] for row in table.rows]
        as_text = [
            _put_value(sheet.cell(at + 2, place + 1), value, table, column, at) for at, value in enumerate(values)
        ]
        if any(as_text):
            _note(head)
        form = _FORMATS.get(column.kind) or _decimal_format(values)
        for at in range(len(values)):
            sheet.cell(at + 2, place + 1).number_format = form
        widths = [len(written_cell(value, ".")) for value in values[:_SAMPLED]]
        sheet.column_dimensions[get_column_letter(place + 1)].width = min(max([len(column.name), *widths]) + 3, _WIDEST)


def _put_value(cell: Any, value: Value, table: Table, column: Column, at: int) -> bool:
    """Put a value in a cell; say whether it is one of Excel's kinds that stands as text because Excel has no room."""
    if isinstance(value, bool) or (isinstance(value, dt.date) and value >= _FIRST_DAY):
        cell.value = value
    elif isinstance(value, float) or (isinstance(value, int | Decimal) and _has_room(Decimal(value))):
        cell.value = repr(value) if isinstance(value, float) else written_cell(value, ".")
        cell.data_type = "n"  # openpyxl itself would round to sixteen digits
    elif value is not None:
        text = value if isinstance(value, str) else written_cell(value, ".")
        _put_text(cell, text, f"row {at + 1}, column {column.name!r} of {table.name!r}")
        return not isinstance(value, str | Fraction)
    return False


def _put_text(cell: Any, text: str, where: str) -> None:
    fault = fault_of_sheet_text(text)
    if fault is not None:
        raise InvalidValueError(f"{where} {fault}", attribute="tables")
    cell.value = sheet_text(text)
    cell.data_type = "s"  # openpyxl itself would take =… for a formula, and #N/A for an error


def _has_room(number: Decimal) -> bool:
    digits = "".join(map(str, number.as_tuple().digits)).strip("0")
    return len(digits) <= _DIGITS


def _decimal_format(values: list[Value]) -> str:
    """Show as many decimals as the values are written with, ten at most."""
    most = max((-int(value.as_tuple().exponent) for value in values if isinstance(value, Decimal)), default=0)
    return "#,##0" + ("." + "0" * min(most, 10) if most > 0 else "")


def _note(head: Any) -> None:
    from openpyxl.comments import Comment  # type: ignore[import-untyped,unused-ignore]

    head.comment = Comment(_AS_TEXT, "familjen", width=320, height=80)
