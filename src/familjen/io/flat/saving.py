"""A result to a file of a table (spara tabell)."""

import os
from pathlib import Path
from typing import Any

from familjen.errors import InvalidValueError
from familjen.io.flat.csv_text import write_csv
from familjen.io.flat.source import as_table
from familjen.io.flat.xlsx_written import write_xlsx

__all__ = ["save_table"]


def save_table(source: Any, path: str | os.PathLike[str], *, decimal: str = ",", name: str | None = None) -> None:
    """Save a result, a table, rows or a frame as CSV or for Excel, told by the ending (spara tabell).

    Args:
        source: Whatever `as_table` takes.
        path: The file, which ends in .csv or .xlsx; it is written wholly or not at all.
        decimal: The decimal mark of CSV: a comma, with semicolons, or a point, with commas.
        name: What the sheet of a workbook is called.

    Raises:
        InvalidValueError: The ending is another; the source is no table, or one that the file cannot hold.
        MissingExtraError: The library that it takes is not installed.
        OSError: The folder does not exist or cannot be written to.
    """
    ending = Path(path).suffix.casefold()
    if ending not in {".csv", ".xlsx"}:
        raise InvalidValueError(f"{Path(path).name!r} ends in neither .csv nor .xlsx; rename it", attribute="path")
    table = as_table(source, name=name)
    if ending == ".csv":
        write_csv(table, path, decimal=decimal)
    else:
        write_xlsx(table, path)
