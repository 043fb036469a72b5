"""Workbooks made fit to be filled in: choices, formats, words on the headings (arbetsbok att fylla i)."""

# openpyxl has no types of its own.
# pyright: basic

import io
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from familjen.errors import InvalidValueError
from familjen.io.atomic import write_bytes
from familjen.io.flat.column import Column
from familjen.io.flat.table import Table
from familjen.io.flat.workbook_bytes import workbook_bytes
from familjen.io.flat.xlsx_written import write_xlsx
from familjen.io.register.build import layout_of
from familjen.io.register.describing import description_of
from familjen.io.register.guide import GUIDES, guide_lines
from familjen.io.register.layout import Sheet
from familjen.io.register.slot import Slot

__all__ = ["dress"]

_FORMATS = {"text": "@", "fraction": "@", "date": "yyyy-mm-dd", "integer": "0"}
_LAST_ROW = 10_000
_LONGEST_CHOICES = 255
_WIDTH = 100


def dress(tables: Iterable[Table], path: str | os.PathLike[str], noun: type, *, guide: str | None = None) -> None:
    """Write tables to a workbook in which people go on: whole columns have formats, and enumerations choices.

    Args:
        tables: The tables of a register.
        path: The file, which ends in .xlsx.
        noun: The class of the noun that they hold.
        guide: The language of a sheet of instructions before the others; none unless given.

    Raises:
        InvalidValueError: The path does not end in .xlsx, or it is not a language of ours; text is such as no cell can
            hold.
        MissingExtraError: openpyxl is not installed.
        OSError: It cannot be written.
    """
    lines = None if guide is None else guide_lines(noun, guide)
    if Path(path).suffix.casefold() != ".xlsx":
        raise InvalidValueError(f"{os.fspath(path)!r} does not end in .xlsx; rename it", attribute="path")
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.xlsx"
        write_xlsx(tables, plain)
        content = plain.read_bytes()
    from openpyxl import load_workbook  # type: ignore[import-untyped,unused-ignore]

    book = load_workbook(io.BytesIO(content))
    for name, sheet in layout_of(noun).sheets.items():
        if name in book.sheetnames:
            slots = {slot.name: slot for slot in sheet.slots}
            for place, column in enumerate(sheet.columns, 1):
                _dress_column(book[name], place, column, slots.get(column.name), described=guide == "en")
                _offer(book[name], place, _choices(column, slots.get(column.name)) or _ids_of(book, sheet, column))
    if guide is not None and lines is not None:
        _add_guide(book, GUIDES[guide], lines)
    write_bytes(path, workbook_bytes(book))


def _dress_column(sheet: Any, place: int, column: Column, slot: Slot | None, *, described: bool) -> None:
    from openpyxl.comments import Comment  # type: ignore[import-untyped,unused-ignore]
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped,unused-ignore]

    letter = get_column_letter(place)
    if column.kind in _FORMATS:
        sheet.column_dimensions[letter].number_format = _FORMATS[column.kind]
    text = description_of(slot) if described and slot is not None else ""
    head = sheet.cell(1, place)
    if text and head.comment is None:
        head.comment = Comment(f"{text}{' Required.' if column.required else ''}", "familjen", width=320, height=100)


def _choices(column: Column, slot: Slot | None) -> str | None:
    """Give the few values that a column may have, as a list of choices wants them; ``None`` where there are many."""
    values = ("TRUE", "FALSE") if column.kind == "boolean" else slot.options if slot is not None else ()
    listed = ",".join(values)
    return f'"{listed}"' if listed and len(listed) <= _LONGEST_CHOICES and not (slot and slot.many) else None


def _ids_of(book: Any, sheet: Sheet, column: Column) -> str | None:
    """Give the cells that hold the ids that a column refers to; ``None`` where it refers to none, or to several."""
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped,unused-ignore]

    refers = {slot.refers for slot in sheet.slots if slot.name == column.name and not slot.many}
    refers |= {home.parent for home in sheet.homes if home.columns == (column.name,)}
    table = next(iter(refers), None)
    heads = [cell.value for cell in book[table][1]] if table in book.sheetnames else []
    if "id" not in heads:
        return None
    letter = get_column_letter(heads.index("id") + 1)
    return f"{table}!${letter}$2:${letter}${_LAST_ROW}"


def _offer(sheet: Any, place: int, choices: str | None) -> None:
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped,unused-ignore]
    from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped,unused-ignore]

    if choices is None:
        return
    letter = get_column_letter(place)
    offered = DataValidation(type="list", formula1=choices, allow_blank=True)
    sheet.add_data_validation(offered)
    offered.add(f"{letter}2:{letter}{_LAST_ROW}")


def _add_guide(book: Any, name: str, lines: list[tuple[str, str]]) -> None:
    """Put the sheet of instructions first."""
    from openpyxl.styles import Alignment, Font  # type: ignore[import-untyped,unused-ignore]

    sheet = book.create_sheet(name, 0)
    wrapped = Alignment(wrap_text=True, vertical="top")
    for number, (head, text) in enumerate(lines, 1):
        sheet.cell(number, 1, head).font = Font(bold=True)
        sheet.cell(number, 2, text).alignment = wrapped
    sheet.column_dimensions["A"].width = 32
    sheet.column_dimensions["B"].width = _WIDTH
    book.active = 0
