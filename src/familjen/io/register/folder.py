"""A register as a folder of CSV files, one a table (register i CSV-filer)."""

import os
from pathlib import Path
from typing import Any, TypeVar, overload

from familjen.errors import DocumentError
from familjen.io.atomic import write_text
from familjen.io.flat.csv_text import to_csv
from familjen.io.parse import document_error
from familjen.io.register.grid import Grid
from familjen.io.register.guarding import guarded
from familjen.io.register.reading import from_grids
from familjen.io.register.size import MAX_BYTES
from familjen.io.register.texts import grid_of_csv
from familjen.io.register.writing import to_tables
from familjen.model.cooperation import Cooperation

__all__ = ["grids_in", "read_csv_folder", "write_csv_folder"]

N = TypeVar("N")

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""By this Excel knows that a file is UTF-8."""


def write_csv_folder(noun: object, folder: str | os.PathLike[str], *, decimal: str = ",") -> tuple[Path, ...]:
    """Write a noun to CSV files in a folder, a file for each table that has rows (spara som CSV-filer).

    With a decimal comma, fields are parted by semicolons, as a Swedish Excel has it. Each file is written wholly or not
    at all. Text that begins as a formula does (``=``, ``+``, ``-``, ``@``) has an apostrophe before it, so that no
    spreadsheet reckons it; reading takes it away. A file of a former register in the folder, whose table now has no
    rows, is left with its headings alone.

    Args:
        noun: A cooperation, or another noun that a document can hold.
        folder: The folder; it is made unless it is there.
        decimal: The decimal mark: a comma or a point.

    Returns:
        The files that were written.

    Raises:
        InvalidValueError: It is not a noun, or the decimal mark is another.
        OSError: The folder cannot be made or written to.
    """
    tables = to_tables(noun)
    place = Path(folder)
    files = [(place / f"{table.name}.csv", table) for table in tables]
    kept = [(path, table) for path, table in files if table.columns and (table.rows or path.exists())]
    texts = [(path, to_csv(guarded(table), decimal=decimal)) for path, table in kept]
    place.mkdir(exist_ok=True)
    for path, text in texts:
        write_text(path, f"{_BYTE_ORDER_MARK}{text}")
    return tuple(path for path, _ in texts)


@overload
def read_csv_folder(folder: str | os.PathLike[str], *, references: bool = ..., max_bytes: int = ...) -> Cooperation: ...
@overload
def read_csv_folder(
    folder: str | os.PathLike[str], noun: type[N], *, references: bool = ..., max_bytes: int = ...
) -> N: ...
def read_csv_folder(
    folder: str | os.PathLike[str],
    noun: type[Any] = Cooperation,
    *,
    references: bool = False,
    max_bytes: int = MAX_BYTES,
) -> Any:
    """Read a noun from the CSV files in a folder (läs från CSV-filer); see `from_tables`.

    Each file is a table and bears its name, such as ``agreements.csv``. Semicolons go with a decimal comma, commas with
    a point. Empty rows, and empty columns at the end, are none.

    Args:
        folder: The folder.
        noun: The class of the noun.
        references: Refuse ids that nothing answers to.
        max_bytes: Larger files are refused.

    Raises:
        DocumentError: They make no such noun. Its ``problems`` are all that is wrong, each with table, column and row
            as a spreadsheet shows them.
        OSError: The folder or a file cannot be opened.
    """
    grids = grids_in(Path(folder), max_bytes=max_bytes, guards=True)
    return from_grids(grids, noun, references=references, origin=str(folder))


def grids_in(folder: Path, *, max_bytes: int, guards: bool = False) -> list[Grid]:
    """Read the CSV files in a folder, by name.

    Raises:
        DocumentError: Some of them cannot be read.
        OSError: The folder or a file cannot be opened.
    """
    grids: list[Grid] = []
    problems: list[tuple[str, str]] = []
    for path in sorted(path for path in folder.iterdir() if path.suffix.casefold() == ".csv"):
        try:
            grids.append(grid_of_csv(path, max_bytes=max_bytes, guards=guards))
        except DocumentError as error:
            problems += error.problems
    if problems:
        raise document_error(problems, str(folder))
    return grids
