"""Rows of a file or a sheet, gathered into a table with all that is wrong with them (läsning)."""

from collections.abc import Callable, Sequence
from typing import Any

import attrs

from familjen.errors import InvalidValueError, near_matches
from familjen.io.flat.column import Column, Kind, Value, fault_of, need_columns
from familjen.io.flat.table import Table
from familjen.io.parse import document_error

__all__ = ["Reader", "column_letter", "gathered"]


@attrs.frozen
class Reader:
    """How cells of some sort are read, and what their places are called (läsare)."""

    kind_in: Callable[[list[Any]], Kind]
    """Finds the kind of the cells of a column."""
    read: Callable[[Any, Kind], Value]
    """Reads a cell as a value of a kind; raises `InvalidValueError` where it is none."""
    row: Callable[[int], str]
    """Says where a row is, by its number in the file."""
    cell: Callable[[int, str], str]
    """Says where a cell is, by its row's number and its column's letter."""
    head: int = 1
    """The number of the row of headings."""


def column_letter(place: int) -> str:
    """Give a column's letter as spreadsheets have it, by its place from 0.

    >>> column_letter(0), column_letter(27)
    ('A', 'AB')
    """
    letters = ""
    place += 1
    while place:
        place, at = divmod(place - 1, 26)
        letters = chr(ord("A") + at) + letters
    return letters


def gathered(
    name: str,
    headings: Sequence[str],
    rows: Sequence[tuple[int, Sequence[Any]]],
    columns: Sequence[Column] | None,
    reader: Reader,
    origin: str,
) -> Table:
    """Read rows as a table; all that is wrong is told together, in the order of the file.

    Args:
        name: What the table is called.
        headings: The headings as they stand there.
        rows: The rows, each with its number in the file.
        columns: The columns that are to be there; found from the cells unless given.
        reader: How cells are read.
        origin: Where it came from, for messages.

    Raises:
        DocumentError: Something is wrong.
        InvalidValueError: The columns are no list of `Column`, or two have one name.
    """
    need_columns(columns)
    faults = [(reader.head, reader.row(reader.head), fault) for fault in _faults_of(headings, columns)]
    if columns is None and faults:
        raise document_error([fault[1:] for fault in faults], origin)
    whole = [(number, cells) for number, cells in rows if len(cells) == len(headings)]
    for number, cells in rows:
        if len(cells) != len(headings):
            counted = "1 field" if len(cells) == 1 else f"{len(cells)} fields"
            faults.append((number, reader.row(number), f"has {counted} where the headings are {len(headings)}"))
    given = {column.name: column for column in columns or ()}
    made: dict[str, tuple[Column, list[Value]]] = {}
    for place, heading in enumerate(headings):
        cells = [(number, row[place]) for number, row in whole]
        column = given.get(heading) if columns is not None else Column(heading, reader.kind_in([c for _, c in cells]))
        if column is not None:
            made[heading] = column, _values(cells, column_letter(place), column, reader, faults)
    if faults:
        raise document_error([fault[1:] for fault in sorted(faults, key=lambda fault: fault[0])], origin)
    ordered = [made[heading] for heading in (headings if columns is None else given)]
    return Table(
        name, tuple(column for column, _ in ordered), tuple(zip(*(cells for _, cells in ordered), strict=True))
    )


def _faults_of(headings: Sequence[str], columns: Sequence[Column] | None) -> list[str]:
    """Say what is wrong with the headings."""
    if not headings:
        return ["there are no headings"]
    faults = [f"column {column_letter(place)} has no heading" for place, each in enumerate(headings) if not each]
    faults += [
        f"column {column_letter(place)} has the heading {heading!r}, which holds a control character"
        for place, heading in enumerate(headings)
        if not heading.isprintable()
    ]
    twice = sorted({heading for heading in headings if heading and headings.count(heading) > 1})
    faults += [f"the heading {heading!r} stands there twice" for heading in twice]
    if columns is not None:
        known = [column.name for column in columns]
        faults += [_unknown(heading, known) for heading in headings if heading and heading not in known]
        faults += [f"there is no heading {each!r}" for each in known if each not in headings]
    return faults


def _unknown(heading: str, known: list[str]) -> str:
    near = near_matches(heading, known, most=1)
    hint = f"did you mean {near[0]!r}?" if near else f"the columns are {', '.join(known)}"
    return f"{heading!r} is none of the columns; {hint}"


def _values(
    cells: list[tuple[int, Any]], letter: str, column: Column, reader: Reader, faults: list[tuple[int, str, str]]
) -> list[Value]:
    values: list[Value] = []
    for number, cell in cells:
        try:
            value = reader.read(cell, column.kind)
            fault = fault_of(value, column)
        except InvalidValueError as error:
            value, fault = None, error.reason
        if fault is not None:
            faults.append((number, f"{reader.cell(number, letter)} ({column.name})", fault))
        values.append(value)
    return values
