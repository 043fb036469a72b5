"""CSV text as a table that nobody has read yet (CSV-text)."""

import csv
import io
from pathlib import Path

from familjen.errors import InvalidValueError
from familjen.io.parse import document_error
from familjen.io.register.grid import Grid, read_field
from familjen.io.register.guarding import unguarded
from familjen.io.register.size import MAX_BYTES, read_within
from familjen.io.tables import lines_of

__all__ = ["grid_of_csv"]


def grid_of_csv(path: Path, *, max_bytes: int = MAX_BYTES, guards: bool = False) -> Grid:
    """Read a CSV file as cells with their places: rows are counted as a spreadsheet counts them.

    Where ``guards`` is true, text that `guarded` has kept from being a formula is read as it was.

    Fields are parted by semicolons with a decimal comma, as a Swedish Excel writes them, or by commas with a point.

    Raises:
        DocumentError: It is not UTF-8, no CSV, or too large.
        OSError: It cannot be opened.
    """
    content = read_within(path, max_bytes, str(path.parent), place=path.name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8: byte 0x{error.object[error.start]:02x}; save it from Excel as 'CSV UTF-8'"
        raise document_error([(path.name, reason)], str(path.parent)) from None
    try:
        mark, _ = lines_of(text)
    except InvalidValueError as error:
        raise document_error([(path.name, error.reason)], str(path.parent)) from None
    lines = list(enumerate(csv.reader(io.StringIO(text), delimiter=mark), 1))
    filled = [(number, tuple(line)) for number, line in lines if any(field.strip() for field in line)]
    head, headings = filled[0] if filled else (1, ())
    decimal = "." if mark == "," else ","
    return Grid(
        path.stem,
        tuple(heading.strip() for heading in headings),
        tuple(filled[1:]),
        lambda field, kind: read_field(unguarded(field) if guards and kind == "text" else field, kind, decimal),
        head,
    )
