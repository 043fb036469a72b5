"""Nouns from flat tables, with all that is wrong with them (läsning av register)."""

# Documents of any kind pass through here, so their types are not known to a checker.
# pyright: basic

from collections.abc import Iterable
from typing import Any, TypeVar, overload

from familjen.errors import DocumentError, InvalidValueError
from familjen.io.convert import quick, thorough
from familjen.io.flat.table import Table
from familjen.io.parse import document_error
from familjen.io.problems import problems_in
from familjen.io.register.assembly import assembled
from familjen.io.register.build import layout_of
from familjen.io.register.grid import Fault, Grid, grid_of
from familjen.io.register.parties import PARTIES
from familjen.io.register.places import cell_at
from familjen.io.register.references import find_dangling
from familjen.io.register.rows import Row, Rows
from familjen.model.cooperation import Cooperation
from familjen.model.party import Party
from familjen.validators import show

__all__ = ["from_grids", "from_tables"]

N = TypeVar("N")


@overload
def from_tables(tables: Iterable[Table], *, references: bool = ..., origin: str = ...) -> Cooperation: ...
@overload
def from_tables(tables: Iterable[Table], noun: type[N], *, references: bool = ..., origin: str = ...) -> N: ...
def from_tables(
    tables: Iterable[Table], noun: type[Any] = Cooperation, *, references: bool = False, origin: str = ""
) -> Any:
    """Make a noun of its tables (samverkan ur tabeller).

    Tables without rows may be left out, and so may columns that no row needs. Rows that have no order stand after those
    that have one, as they stand in the table.

    Args:
        tables: The tables, as `to_tables` gives them.
        noun: The class of the noun.
        references: Refuse ids that nothing answers to; else they are taken, for `familjen.check` to find.
        origin: Where the tables come from, for messages.

    Raises:
        DocumentError: They make no such noun. Its ``problems`` are all that is wrong, each with table, column and row
            as spreadsheets name them.
        InvalidValueError: ``noun`` is no noun that tables can hold, or ``tables`` are no tables.

    >>> from familjen.datasets import familjen_helsingborg_2016
    >>> from familjen.io.register import to_tables
    >>> from_tables(to_tables(familjen_helsingborg_2016())) == familjen_helsingborg_2016()
    True
    """
    given = list(tables) if isinstance(tables, Iterable) else [tables]
    wrong = [table for table in given if not isinstance(table, Table)]
    if wrong:
        raise InvalidValueError(f"{show(wrong[0])} is no Table", attribute="tables")
    return from_grids([grid_of(table) for table in given], noun, references=references, origin=origin)


def from_grids(
    grids: Iterable[Grid], noun: type[N], *, references: bool, origin: str, faults: Iterable[Fault] = ()
) -> N:
    """Make a noun of tables as they stand in a file; see `from_tables`.

    Args:
        grids: The tables.
        noun: The class of the noun.
        references: Refuse ids that nothing answers to.
        origin: Where they come from, for messages.
        faults: What is wrong with the file already.

    Raises:
        DocumentError: They make no such noun.
    """
    layout = layout_of(noun)
    rows = Rows(layout, grids)
    rows.faults += faults
    body, orphans = assembled(rows)
    made = None
    if not rows.faults and body is not None:
        try:
            made = quick().structure(body.plain, noun)
        except Exception:  # noqa: BLE001 - the thorough converter says all that is wrong
            made = None
    if made is None:
        for top in (*(() if body is None else (body,)), *orphans):
            _find_faults(rows, top)
    if references:
        find_dangling(rows)
    if made is None or rows.faults:
        raise _error(rows.faults, origin)
    return made


def _find_faults(rows: Rows, top: Row) -> None:
    """Note what the nouns themselves refuse, in the cells where it stands."""
    kind: Any = Party if top.sheet.shared and top.sheet.name == PARTIES else top.sheet.noun
    try:
        thorough().structure(top.plain, kind)
    except Exception as error:  # noqa: BLE001 - every problem is gathered
        problems = problems_in(error)
    else:
        return
    by_identity = {id(row.plain): row for row in rows.all()}
    told: set[tuple[int, str, str]] = set()
    for path, sentence in problems:
        row, column, inside = cell_at(top.plain, path, by_identity)
        if column in row.faulty or (not column and row.faulty) or (id(row), column, sentence) in told:
            continue
        told.add((id(row), column, sentence))
        rows.fault(row.sheet, row.number, column, f"{inside}: {sentence}" if inside else sentence)


def _error(faults: list[Fault], origin: str) -> DocumentError:
    ordered = sorted(faults, key=lambda fault: (fault.table, fault.row, fault.column))
    return document_error(list(dict.fromkeys((fault.place, fault.sentence) for fault in ordered)), origin)
