"""Published tables from CSV files."""

import csv
import io
import re
from decimal import Decimal
from pathlib import Path

from familjen.errors import InvalidValueError
from familjen.io.parse import shortened
from familjen.model import PublishedTable, TableRow
from familjen.validators import show

__all__ = ["amount_of", "lines_of", "read_table", "table_from_csv"]

_TOTALS = {"total", "totals", "sum", "summa", "totalt", "total summa", "samtliga"}
_EMPTY = {"", "-", "–", "—", ".."}
_UNITS = {"kr", "sek", "kronor", "tkr", "ksek", "tsek", "mkr", "mnkr", "msek"}
_NUMBER = re.compile(r"[-−]?\d+(\.\d+)?")
_GAPS = str.maketrans("", "", " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}'")


def read_table(
    path: str | Path, *, unit: str | None = None, decimal: str | None = None, encoding: str = "utf-8-sig"
) -> PublishedTable:
    """Read a published table from a CSV file; `table_from_csv` says how it is understood.

    Raises:
        InvalidValueError: The file is not in that encoding, or not a table of amounts.
        OSError: It cannot be opened.
    """
    place = Path(path)
    try:
        text = place.read_text(encoding)
    except UnicodeDecodeError as error:
        reason = f"{place} is not in {encoding}: {error.reason}; an older Excel writes encoding='cp1252'"
        raise InvalidValueError(reason, attribute="encoding") from None
    except LookupError:
        raise InvalidValueError(f"{encoding!r} is no known encoding", attribute="encoding") from None
    return table_from_csv(text, name=_identifier(place.stem), title=place.stem, unit=unit, decimal=decimal)


def table_from_csv(
    text: str, *, name: str = "table", title: str | None = None, unit: str | None = None, decimal: str | None = None
) -> PublishedTable:
    r"""Understand text in CSV form as a published table.

    The first line holds the headings, the first column the rows' labels. A row or a last column called Total, Totals,
    Sum, Summa or Totalt, or so and of what, holds totals; where there is such a column, the columns are parts of a
    whole. The corner may name the unit. Fields are parted by semicolons, as a Swedish Excel writes them, by tabs or by
    commas. Spaces part thousands. An empty field, or a dash, is an empty cell; lines that are wholly empty, and columns
    at the end that are, as spreadsheets leave them, are none.

    Args:
        text: The text.
        name: Id of the table.
        title: Its title; the id unless given.
        unit: Unit of its amounts; that in the corner, or kr, unless given.
        decimal: The decimal mark: a comma where fields are parted by semicolons or tabs, and else a point.

    Raises:
        InvalidValueError: A cell is no number, or one whose mark may part decimals or thousands; a row is longer or
            shorter than the headings; there are no rows.

    >>> table = table_from_csv("kSEK;2027;2028\nAlingsås;69 994;72 906\nVårgårda;20 367;21 215\nSumma;90 362;94 120")
    >>> table.unit, table.columns, table.totals
    ('kSEK', ('2027', '2028'), (Decimal('90362'), Decimal('94120')))
    """
    mark, lines = lines_of(text)
    decimal = decimal or ("." if mark == "," else ",")
    if decimal not in {",", "."}:
        raise InvalidValueError(f"{decimal!r} is no decimal mark; use ',' or '.'", attribute="decimal")
    if len(lines) < 2 or len(lines[0][1]) < 2:  # noqa: PLR2004 - headings and a row, labels and a column
        reason = "there is no table: give a line of headings and a row for each party, parted by ; or , or tabs"
        raise InvalidValueError(reason, attribute="text")
    corner, *headings = (field.strip() for field in lines[0][1])
    nameless = next((number for number, heading in enumerate(headings, 2) if not heading), None)
    if nameless is not None:
        raise InvalidValueError(f"column {nameless} has no heading; give it one, such as a year", attribute="text")
    has_totals = len(headings) > 1 and _is_total(headings[-1])
    rows, last = _rows(lines[1:], 1 + len(headings), decimal, has_totals=has_totals)
    return PublishedTable(
        name,
        title or name,
        tuple(headings[:-1] if has_totals else headings),
        tuple(rows),
        totals=() if last is None else last.amounts,
        total=None if last is None else last.total,
        add_up_columns=has_totals,
        unit=unit or (corner if corner.casefold() in _UNITS else "kr"),
    )


def _rows(
    lines: list[tuple[int, list[str]]], width: int, decimal: str, *, has_totals: bool
) -> tuple[list[TableRow], TableRow | None]:
    """Give the rows, and that of the totals if there is one."""
    rows: list[TableRow] = []
    last: TableRow | None = None
    for number, line in lines:
        if len(line) != width:
            reason = f"line {number} has {len(line)} fields and the headings have {width}; correct the line"
            raise InvalidValueError(reason, attribute="text")
        label = line[0].strip()
        if last is not None:
            reason = f"line {number} ({show(label)}) stands after the totals; move it before them"
            raise InvalidValueError(reason, attribute="text")
        if not label:
            raise InvalidValueError(f"line {number} has no label; say who it is about", attribute="text")
        cells = [amount_of(field, decimal, f"line {number} ({label!r})") for field in line[1:]]
        row = TableRow(label, tuple(cells[:-1] if has_totals else cells), total=cells[-1] if has_totals else None)
        if _is_total(label):
            last = row
        else:
            rows.append(row)
    if not rows:
        raise InvalidValueError("there are no rows but that of the totals", attribute="text")
    return rows, last


def _is_total(label: str) -> bool:
    """Tell whether a row is that of the totals: it is called so, or so and of what, as in Summa kommuner."""
    name = label.casefold().rstrip(":")
    return name in _TOTALS or name.partition(" ")[0] in _TOTALS


def lines_of(text: str) -> tuple[str, list[tuple[int, list[str]]]]:
    """Find what parts the fields; give the lines that hold anything, by number, without empty columns at the end."""
    plain = text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}")
    first = re.sub(r'"[^"]*"', "", plain.partition("\n")[0])  # a mark within quotes parts nothing
    mark = next((each for each in (";", "\t", ",") if each in first), ",")
    reader = csv.reader(io.StringIO(plain), delimiter=mark, strict=True)
    try:
        lines = [(reader.line_num, line) for line in reader if any(field.strip() for field in line)]
    except csv.Error as error:
        raise InvalidValueError(f"line {reader.line_num} is no CSV: {error}", attribute="text") from None
    width = max((place for _, line in lines for place, field in enumerate(line, 1) if field.strip()), default=0)
    return mark, [(number, line[:width]) for number, line in lines]


def amount_of(field: str, decimal: str, where: str) -> Decimal | None:
    """Read an amount; nothing is guessed where a mark could part decimals or thousands."""
    written = field.strip()
    if written in _EMPTY:
        return None
    other = "," if decimal == "." else "."
    digits = written.translate(_GAPS)
    if other in digits:
        said = f"{shortened(where)}: {show(written)} holds {other!r}"
        reason = f"{said}, and the decimal mark is {decimal!r}; give decimal={other!r}"
        raise InvalidValueError(f"{reason} if that parts decimals, and write thousands with spaces", attribute="text")
    digits = digits.replace(decimal, ".")
    if (not digits.isascii() and "−" not in digits) or not _NUMBER.fullmatch(digits):
        raise InvalidValueError(
            f"{shortened(where)}: {show(written)} is no number; write it as 69 994 or leave it empty", attribute="text"
        )
    return Decimal(digits.replace("−", "-"))


def _identifier(stem: str) -> str:
    return re.sub(r"\s+", "-", stem.strip()) or "table"
