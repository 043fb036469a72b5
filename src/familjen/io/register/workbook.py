"""A register as a workbook of Excel, one sheet a table (register i Excel)."""

# openpyxl has no types of its own.
# pyright: basic

import os
from typing import Any, TypeVar, overload

from familjen.io.register.dressing import dress
from familjen.io.register.guide import GUIDES
from familjen.io.register.opening import grids_of_workbook
from familjen.io.register.reading import from_grids
from familjen.io.register.size import MAX_BYTES
from familjen.io.register.writing import to_tables
from familjen.model.cooperation import Cooperation

__all__ = ["read_workbook", "write_workbook"]

N = TypeVar("N")


def write_workbook(noun: object, path: str | os.PathLike[str]) -> None:
    """Write a noun to an Excel workbook, a sheet for each table that has rows (spara i Excel).

    Headings stay in sight, days are days, and what can have few values offers them. Text is text, also where it begins
    with ``=`` or is a code such as 0180. Sheets of tables without rows are left out; `write_template` has them all.

    Args:
        noun: A cooperation, or another noun that a document can hold.
        path: The file, which ends in .xlsx; one that is there is replaced, wholly or not at all.

    Raises:
        InvalidValueError: It is not a noun; the path does not end in .xlsx; text in it is such as no cell can hold.
        MissingExtraError: openpyxl is not installed.
        OSError: It cannot be written.
    """
    tables = to_tables(noun, empty=False)
    dress(tables, path, type(noun))


@overload
def read_workbook(path: str | os.PathLike[str], *, references: bool = ..., max_bytes: int = ...) -> Cooperation: ...
@overload
def read_workbook(
    path: str | os.PathLike[str], noun: type[N], *, references: bool = ..., max_bytes: int = ...
) -> N: ...
def read_workbook(
    path: str | os.PathLike[str],
    noun: type[Any] = Cooperation,
    *,
    references: bool = False,
    max_bytes: int = MAX_BYTES,
) -> Any:
    """Read a noun from an Excel workbook (läs från Excel); see `from_tables`.

    Each sheet is a table and bears its name; the sheet of instructions is passed over. A cell of text that a
    spreadsheet has made a number or a day of is told of and not guessed at: the code 0180 may have become 180. Formulas
    are not reckoned, but told of.

    Args:
        path: The file.
        noun: The class of the noun.
        references: Refuse ids that nothing answers to.
        max_bytes: Files that are larger, packed or unpacked, are refused.

    Raises:
        DocumentError: It is no workbook, or holds no such noun. Its ``problems`` are all that is wrong, each with
            sheet, column and row.
        MissingExtraError: openpyxl is not installed.
        OSError: It cannot be opened.
    """
    grids = grids_of_workbook(path, max_bytes=max_bytes)
    ours = [grid for grid in grids if grid.name not in GUIDES.values() and (grid.headings or grid.rows)]
    return from_grids(ours, noun, references=references, origin=str(path))
