"""A workbook of Excel as tables that nobody has read yet (öppnad arbetsbok)."""

# openpyxl has no types of its own.
# pyright: basic

import datetime as dt
import io
import os
import re
import warnings
import zipfile
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from pathlib import Path
from typing import Any

import attrs

from familjen.errors import DocumentError, InvalidValueError, MissingExtraError
from familjen.io.flat.column import Kind, Value
from familjen.io.flat.sheet_text import text_of_sheet
from familjen.io.parse import document_error
from familjen.io.register.grid import Grid, blank, read_field
from familjen.io.register.size import need_size, read_within

__all__ = ["grids_of_workbook"]

_MOST_ROWS = 1_048_576
_MOST_CELLS = 5_000_000
_MARK = b"PK\x03\x04"
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?\bref=["']([A-Z0-9:]+)["']""")


@attrs.frozen
class _Fault:
    """A cell that holds no value."""

    sentence: str

    def __str__(self) -> str:
        return self.sentence


def grids_of_workbook(path: str | os.PathLike[str], *, max_bytes: int) -> list[Grid]:
    """Read the sheets of a workbook as cells with their places.

    Nothing in it is run or reckoned. Its size is judged before it is unpacked, and sheets that reach beyond all reason
    are refused.

    Raises:
        DocumentError: It is no workbook, or too large.
        MissingExtraError: openpyxl is not installed.
        OSError: It cannot be opened.
    """
    try:
        from openpyxl import load_workbook  # type: ignore[import-untyped,unused-ignore]
        from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped,unused-ignore]
    except ModuleNotFoundError:
        raise MissingExtraError.of("reading and writing Excel files", "excel") from None
    content = _unpackable(Path(path), max_bytes)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of forms and lists of choices, which hold no values
        try:
            book = load_workbook(io.BytesIO(content), read_only=True)
            return [_grid(sheet, str(path), _merged(content, sheet)) for sheet in book.worksheets]
        except DocumentError:
            raise
        except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, SyntaxError) as error:
            reason = f"is no workbook that can be read ({type(error).__name__}); save it as an Excel workbook, .xlsx"
            raise document_error([("$", reason)], str(path)) from None


def _unpackable(path: Path, max_bytes: int) -> bytes:
    """Give a file's bytes, if it is a workbook that unpacks to a size that can be held."""
    content = read_within(path, max_bytes, str(path))
    if not content.startswith(_MARK):
        reason = "is no workbook of the kind .xlsx; open it in a spreadsheet and save it as one"
        raise document_error([("$", reason)], str(path))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(each.file_size for each in archive.infolist())
    except (zipfile.BadZipFile, ValueError) as error:
        raise document_error([("$", f"is no whole workbook: {error}")], str(path)) from None
    need_size(unpacked, max_bytes, str(path), what="unpacked, the file")
    return content


def _merged(content: bytes, sheet: Any) -> tuple[str, ...]:
    """Give the areas whose cells are merged into one, which openpyxl does not tell when it reads row by row."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        text = archive.read(sheet._worksheet_path)  # noqa: SLF001 - nothing else tells which part a sheet is
    return tuple(found.decode() for found in _MERGED.findall(text))


def _grid(sheet: Any, origin: str, merged: tuple[str, ...]) -> Grid:
    """Give a sheet's rows that hold anything; the first of them has the headings."""
    sheet.reset_dimensions()  # some programs write wrong ones, and rows beyond them would be lost
    rows: list[tuple[int, tuple[Any, ...]]] = []
    held = 0
    for number, cells in enumerate(sheet.iter_rows(), 1):
        held += len(cells)
        if number > _MOST_ROWS or held > _MOST_CELLS:
            reason = (
                f"the sheet {sheet.title!r} reaches beyond {_MOST_CELLS:,} cells; delete its empty rows and columns"
            )
            raise document_error([("$", reason)], origin)
        line = tuple(_content(cell) for cell in cells)
        if not blank(line):
            rows.append((number, line))
    number, headings = rows[0] if rows else (1, ())
    heads = tuple("" if cell is None else str(cell).strip() for cell in headings)
    return Grid(sheet.title, heads, tuple(rows[1:]), _value, number, merged=merged)


def _content(cell: Any) -> Any:
    """Give what a cell holds, or what is wrong with it."""
    if cell.data_type == "f":
        return _Fault(f"{cell.value} is a formula; put its value in its place (copy, then paste as values)")
    if cell.data_type == "e":
        return _Fault(f"{cell.value} is an error of a formula; put a value in its place")
    value = cell.value
    if isinstance(value, str):
        return text_of_sheet(value) or None
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date()
    return value


def _value(cell: Any, kind: Kind) -> Value:
    """Read a cell as a value of a kind; nothing is guessed of what a spreadsheet has made of it."""
    if isinstance(cell, _Fault):
        raise InvalidValueError(cell.sentence)
    if isinstance(cell, str):
        return read_field(cell, kind, ".")
    if kind == "text":
        raise InvalidValueError(_not_text(cell))
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    if (kind == "boolean" and isinstance(cell, bool)) or (kind == "date" and type(cell) is dt.date):
        return cell
    if is_number and not isfinite(cell):
        raise InvalidValueError(f"{cell} is a number beyond all that a workbook holds; write it anew")
    if is_number and kind == "integer" and cell == int(cell):
        return int(cell)
    if is_number and kind in {"decimal", "fraction"}:
        number = Decimal(repr(cell))
        return number if kind == "decimal" else Fraction(number)
    raise InvalidValueError(f"{cell} is no {_SAID.get(kind, kind)}, as this column wants{_hint(kind)}")


_SAID = {"boolean": "true or false", "integer": "whole number", "decimal": "number"}


def _hint(kind: Kind) -> str:
    return "; write it as 2026-01-31" if kind == "date" else ""


def _not_text(cell: Any) -> str:
    """Say what to do with a number or a day where text is wanted: a code that begins with a nought has lost it."""
    what = "a day" if isinstance(cell, dt.date) else "true or false" if isinstance(cell, bool) else "a number"
    return (
        f"{cell} stands there as {what}, and this column is text: format the cell as text and write it anew, "
        "with any nought that it begins with"
    )
