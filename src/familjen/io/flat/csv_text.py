"""Flat tables to and from CSV (tabeller som text)."""

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path

from familjen.errors import InvalidValueError
from familjen.io.atomic import write_text
from familjen.io.flat.cells import kind_in, read_cell, written_cell
from familjen.io.flat.column import Column
from familjen.io.flat.gathered import Reader, gathered
from familjen.io.flat.table import Table, need_table
from familjen.io.parse import document_error
from familjen.io.tables import lines_of
from familjen.validators import show

__all__ = ["from_csv", "read_csv", "to_csv", "write_csv"]

_MARKS = {",": ";", ".": ","}
"""What parts the fields, by the decimal mark."""


def to_csv(table: Table, *, decimal: str = ",") -> str:
    r"""Write a table as CSV: a line of headings, then a line a row (tabell som CSV).

    With a decimal comma fields are parted by semicolons, as a Swedish Excel writes and reads them; with a decimal point
    by commas, as programs do. Numbers are written exactly and without exponents, days as 2026-01-31, fractions as 1/3,
    booleans as true and false. Lines end as RFC 4180 has it, with ``\r\n``.

    Args:
        table: The table.
        decimal: The decimal mark: a comma or a point.

    Raises:
        InvalidValueError: The decimal mark is another; the table has no columns; a row holds nothing, which no reader
            of CSV would see.

    >>> from decimal import Decimal
    >>> rows = [{"party": "Bjuv", "amount": Decimal("12.50")}, {"party": "Klippan", "amount": None}]
    >>> to_csv(Table.of_rows("bill", rows))
    'party;amount\r\nBjuv;12,50\r\nKlippan;\r\n'
    """
    mark = _MARKS[_decimal_mark(decimal)]
    need_table(table, "table")
    if not table.columns:
        raise InvalidValueError("the table has no columns; there is nothing to write", attribute="table")
    lines = [[written_cell(value, decimal) for value in row] for row in table.rows]
    for number, line in enumerate(lines, 1):
        if not any(field.strip() for field in line):
            reason = f"row {number} holds nothing, and readers pass over an empty line; leave the row out"
            raise InvalidValueError(reason, attribute="table")
    made = io.StringIO()
    some = any(sign in name for name in table.names for sign in ";,\t")
    csv.writer(made, delimiter=mark, quoting=csv.QUOTE_ALL if some else csv.QUOTE_MINIMAL).writerow(table.names)
    alone = len(table.columns) == 1  # without a mark in the headings a comma in a field may seem to be one
    csv.writer(made, delimiter=mark, quoting=csv.QUOTE_ALL if alone else csv.QUOTE_MINIMAL).writerows(lines)
    return made.getvalue()


def from_csv(
    text: str,
    columns: Sequence[Column] | None = None,
    *,
    name: str = "table",
    decimal: str | None = None,
    origin: str = "",
) -> Table:
    r"""Read a table from CSV.

    The first line holds the headings. Fields are parted by semicolons, tabs or commas. Spaces may part thousands, and a
    dash in a column of numbers is an empty cell. Lines that are wholly empty are none.

    Args:
        text: The text.
        columns: The columns, in the order that the table is to have; the file has exactly these, in any order. Unless
            given, a column is of the kind that all its cells are written as: true and false, days, whole numbers,
            decimals, fractions, or else text. What is a number in one file may then be text in another.
        name: What the table is called.
        decimal: The decimal mark: a comma where fields are parted by semicolons or tabs, and else a point. A table of
            one column has nothing that parts fields: say the comma that `to_csv` writes.
        origin: Where it came from, for messages.

    Raises:
        DocumentError: It is no such table. Its ``problems`` are all that is wrong, each with its line and column.
        InvalidValueError: It is not text, the columns are no list of `Column`, or the decimal mark is neither comma nor
            point.

    >>> from_csv("party;amount\r\nBjuv;12,50\r\n").rows
    (('Bjuv', Decimal('12.50')),)
    >>> from_csv("party;amount\nBjuv;x\nKlippan", (Column("party", "text"), Column("amount", "decimal")))
    Traceback (most recent call last):
    familjen.errors.DocumentError: the document: 2 problems
      line 2, column B (amount): 'x' is no number; write it as 69 994 or leave it empty
      line 3: has 1 field where the headings are 2
    """
    if not isinstance(text, str):
        raise InvalidValueError(f"{show(text)} is not text; decode it, or use read_csv", attribute="text")
    given = None if decimal is None else _decimal_mark(decimal)
    try:
        mark, lines = lines_of(text)
    except InvalidValueError as error:
        raise document_error([("$", error.reason)], origin) from None
    point = given or ("." if mark == "," else ",")
    reader = Reader(
        lambda fields: kind_in(fields, point),
        lambda field, kind: read_cell(field, kind, point),
        lambda number: f"line {number}",
        lambda number, letter: f"line {number}, column {letter}",
        head=lines[0][0] if lines else 1,
    )
    headings = [field.strip() for field in lines[0][1]] if lines else []
    return gathered(name, headings, lines[1:], columns, reader, origin)


def write_csv(table: Table, path: str | os.PathLike[str], *, decimal: str = ",") -> None:
    """Write a table to a CSV file, wholly or not at all: in UTF-8 with the mark by which Excel knows it.

    Raises:
        InvalidValueError: As for `to_csv`.
        OSError: The folder does not exist or cannot be written to.
    """
    write_text(path, "\N{ZERO WIDTH NO-BREAK SPACE}" + to_csv(table, decimal=decimal))


def read_csv(
    path: str | os.PathLike[str],
    columns: Sequence[Column] | None = None,
    *,
    name: str | None = None,
    decimal: str | None = None,
) -> Table:
    """Read a table from a CSV file in UTF-8, as `from_csv` does; it is called what the file is, unless a name is given.

    Raises:
        DocumentError: The file is not UTF-8, or holds no such table; its ``problems`` are all that is wrong.
        InvalidValueError: The decimal mark is neither comma nor point.
        OSError: It cannot be opened.
    """
    place = Path(path)
    try:
        text = place.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8: byte 0x{error.object[error.start]:02x}; an older Excel writes Windows-1252"
        raise document_error([("$", f"{problem}: save it as CSV UTF-8")], str(place)) from None
    return from_csv(text, columns, name=name or place.stem, decimal=decimal, origin=str(place))


def _decimal_mark(decimal: str) -> str:
    if decimal not in tuple(_MARKS):
        raise InvalidValueError(f"{show(decimal)} is no decimal mark; use ',' or '.'", attribute="decimal")
    return decimal
