"""Flat tables read from a workbook of Excel (läs Excel)."""

# openpyxl has no types of its own.
# pyright: basic

import datetime as dt
import io
import os
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from familjen.errors import DocumentError, InvalidValueError, MissingExtraError
from familjen.io.flat.cells import kind_in, read_value
from familjen.io.flat.column import Column, Kind, fault_of
from familjen.io.flat.gathered import Reader, gathered
from familjen.io.flat.kinds import as_kind
from familjen.io.flat.sheet_text import text_of_sheet
from familjen.io.flat.table import Table
from familjen.io.parse import document_error
from familjen.validators import show

__all__ = ["read_xlsx"]


_NUMBER = Column("number", "decimal")


@attrs.frozen
class _Fault:
    """A cell that holds no value: an error, a formula that nobody has reckoned."""

    sentence: str


def read_xlsx(path: str | os.PathLike[str], columns: Mapping[str, Sequence[Column]] | None = None) -> tuple[Table, ...]:
    """Read the sheets of a workbook as tables, in their order (läs från Excel).

    The first row that holds anything has the headings. Rows and sheets that are wholly empty are none. A formula is the
    value that it had when the file was saved. A decimal number is the shortest that reads as the number in the file,
    which is what was typed, up to fifteen digits.

    Args:
        path: The file.
        columns: The columns of sheets, by their names; a sheet has exactly these, in any order. Of other sheets the
            kinds are found from what the cells hold: dates, booleans and text as they are, numbers as integers where
            all are whole and else decimals; text among numbers is to be numbers too.

    Raises:
        DocumentError: The file is no workbook, or its sheets are no such tables. Its ``problems`` are all that is
            wrong, each with its sheet and cell.
        InvalidValueError: ``columns`` does not say of which sheets they are.
        MissingExtraError: openpyxl is not installed.
        OSError: It cannot be opened.
    """
    if columns is not None and not isinstance(columns, Mapping):
        raise InvalidValueError(f"{show(columns)} names no sheets; give {{sheet: columns}}", attribute="columns")
    origin = str(path)
    sheets = _opened(Path(path).read_bytes(), origin)
    asked = dict(columns or {})
    problems = [("$", f"there is no sheet {name!r}") for name in asked if name not in sheets]
    tables: list[Table] = []
    for name, (faults, lines) in sheets.items():
        problems += [(f"sheet {name!r}", fault) for fault in faults]
        if not lines and name not in asked:
            continue
        try:
            tables.append(_table(name, lines, asked.get(name), origin))
        except DocumentError as error:
            problems += error.problems
    if problems:
        raise document_error(problems, origin)
    return tuple(tables)


def _table(name: str, lines: list[tuple[int, list[Any]]], columns: Sequence[Column] | None, origin: str) -> Table:
    reader = Reader(
        _kind_in,
        _read,
        lambda number: f"sheet {name!r}, row {number}",
        lambda number, letter: f"sheet {name!r}, cell {letter}{number}",
        head=lines[0][0] if lines else 1,
    )
    headings = [_heading(cell) for cell in (lines[0][1] if lines else [])]
    return gathered(name, headings, lines[1:], columns, reader, origin)


def _heading(cell: Any) -> str:
    return "" if cell is None else str(cell.sentence if isinstance(cell, _Fault) else cell).strip()


def _opened(content: bytes, origin: str) -> dict[str, tuple[list[str], list[tuple[int, list[Any]]]]]:
    """Open a workbook: for each sheet what is wrong with it, and its rows that hold anything, by number."""
    try:
        from openpyxl import load_workbook  # type: ignore[import-untyped,unused-ignore]
        from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped,unused-ignore]
    except ModuleNotFoundError:
        raise MissingExtraError.of("reading and writing Excel files", "excel") from None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of forms and the like, which hold no values
        try:
            book = load_workbook(io.BytesIO(content))
            has_formulas = any(cell.data_type == "f" for sheet in book.worksheets for row in sheet for cell in row)
            reckoned = load_workbook(io.BytesIO(content), data_only=True) if has_formulas else book
        except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, SyntaxError) as error:
            reason = f"is no workbook that can be read ({type(error).__name__}); save it as an Excel workbook, .xlsx"
            raise document_error([("$", reason)], origin) from None
    return {sheet.title: _rows(sheet, reckoned[sheet.title]) for sheet in book.worksheets}


def _rows(sheet: Any, reckoned: Any) -> tuple[list[str], list[tuple[int, list[Any]]]]:
    faults = [f"the cells {area.coord} are merged into one; part them" for area in sheet.merged_cells.ranges]
    lines: list[tuple[int, list[Any]]] = []
    for number, (cells, values) in enumerate(zip(sheet.iter_rows(), reckoned.iter_rows(), strict=True), 1):
        line = [_cell(cell, value) for cell, value in zip(cells, values, strict=True)]
        if any(value is not None for value in line):
            lines.append((number, line))
    width = max((place for _, line in lines for place, value in enumerate(line, 1) if value is not None), default=0)
    return faults, [(number, line[:width]) for number, line in lines]


def _cell(cell: Any, reckoned: Any) -> Any:
    """Give what a cell holds: text, a number, a boolean, a day or a time; or what is wrong with it."""
    value = reckoned.value
    if reckoned.data_type == "e":
        return _Fault(f"{value} is an error of a formula; mend the formula")
    if cell.data_type == "f" and value is None:
        return _Fault("holds a formula without a value; open the file in Excel and save it")
    if isinstance(value, str):
        return text_of_sheet(value) or None
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date()
    return value


def _kind_in(cells: list[Any]) -> Kind:
    kinds = {type(cell) for cell in cells if cell is not None}
    if bool in kinds:
        return "boolean"
    if dt.date in kinds:
        return "date"
    if any(fault_of(as_kind(cell, "decimal"), _NUMBER) for cell in cells if isinstance(cell, float)):
        return "float"  # too near to zero for a decimal
    written = kind_in([cell for cell in cells if isinstance(cell, str)], ".")
    if float in kinds or (int in kinds and str in kinds and written != "integer"):
        return "decimal"
    return "integer" if int in kinds else "text"


def _read(cell: Any, kind: Kind) -> Any:
    if isinstance(cell, _Fault):
        raise InvalidValueError(cell.sentence)
    return read_value(cell, kind)
