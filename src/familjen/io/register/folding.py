"""Relations back to a register's tables: lists into cells (relationer till tabeller)."""

# Cells of any kind pass through here, so their types are not known to a checker.
# pyright: basic

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from familjen.errors import InvalidValueError, near_matches
from familjen.io.flat.column import Kind
from familjen.io.register.build import layout_of
from familjen.io.register.grid import Fault, Grid, blank
from familjen.io.register.layout import ORDER
from familjen.io.register.lists import write_list
from familjen.io.register.relations import KNOWN, VALUE, Relation, relations_of

__all__ = ["folded"]

_Lists = dict[tuple[str, ...], tuple[list[Any], int]]
"""The items of each list, and the number of its first row, by the key of who has the list."""


def folded(grids: Mapping[str, Grid], noun: type) -> tuple[list[Grid], list[Fault]]:
    """Put the lists of relations into the cells of the tables that have them.

    Args:
        grids: The relations as they stand in a file, by name; those without rows may be left out.
        noun: The class of the noun that they hold.

    Returns:
        The register's tables, and what is wrong with the relations of lists.
    """
    known = {relation.name for relation in relations_of(noun)}
    made = {name: grid for name, grid in grids.items() if name not in known}
    faults: list[Fault] = []
    names = list(layout_of(noun).sheets)
    for relation in relations_of(noun):
        grid, at = grids.get(relation.name), names.index(relation.sheet.name)
        if relation.slot is None and grid is not None:
            made[relation.name] = grid
        elif relation.slot is not None and (grid is not None or relation.slot.nullable):
            _fold(made, relation, grid or Grid(relation.name, (), (), lambda cell, _: cell), at, faults)
    return list(made.values()), faults


def _fold(made: dict[str, Grid], relation: Relation, grid: Grid, at: int, faults: list[Fault]) -> None:
    """Put one list in its table: where the file says whether it is known, or after the table's columns."""
    lists = _lists(relation, grid, at, faults)
    slot, table = relation.slot, made.get(relation.sheet.name)
    if slot is None or table is None:
        faults += [Fault.at(at, grid, grid.head, "", f"there is no table {relation.sheet.name!r}")] * bool(lists)
        return
    name, width = f"{slot.name}{KNOWN}", len(table.headings)
    place = table.headings.index(name) if name in table.headings else width
    rows: list[tuple[int, tuple[Any, ...]]] = []
    for number, cells in table.rows:
        key = tuple(str(_at(table, cells, name)) for name in relation.sheet.key)
        items = lists.pop(key, ([], 0))[0]
        is_known = _read(table, "boolean", number, cells, name, at, faults) or bool(items)
        written = write_list(slot, items if is_known or not slot.nullable else None)
        full = (*cells, *[None] * (width - len(cells)))
        rows.append((number, (*full[:place], written, *full[place + (place < width) :])))
    for key, (_, number) in lists.items():
        sentence = f"there is no row {' '.join(key)} in the table {relation.sheet.name!r}"
        faults.append(Fault.at(at, grid, number, relation.columns[0].name, sentence))
    headings = (*table.headings[:place], slot.name, *table.headings[place + 1 :])
    apart = {**table.apart, slot.name: relation.name}
    made[table.name] = attrs.evolve(table, headings=headings, rows=tuple(rows), apart=apart)


def _lists(relation: Relation, grid: Grid, at: int, faults: list[Fault]) -> _Lists:
    """Give the items of each list in their order; those without one come last, as they stand."""
    wanted = [column.name for column in relation.columns]
    found: _Lists = {}
    if not grid.rows:
        return found
    wrong = list(_wrong_headings(wanted, grid))
    faults += [Fault.at(at, grid, grid.head, name, sentence) for name, sentence in wrong]
    if not {*wanted} <= {*grid.headings}:
        return found
    placed: list[tuple[tuple[bool, int], int, tuple[str, ...], Any]] = []
    taken: dict[tuple[Any, ...], int] = {}
    kinds: dict[str, Kind] = {column.name: column.kind for column in relation.columns}
    for number, cells in grid.rows:
        key = tuple(str(_at(grid, cells, name)) for name in wanted[:-2])
        told = len(faults)
        order, value = (_read(grid, kinds[name], number, cells, name, at, faults) for name in (ORDER, VALUE))
        if len(faults) > told:
            continue
        first = taken.setdefault((*key, order), number)
        if order is not None and first != number:
            sentence = f"{order} stands twice, in row {first} and here; number the rows anew"
            faults.append(Fault.at(at, grid, number, ORDER, sentence))
        faults += [
            Fault.homeless(at, grid, number, place, cell)
            for place, cell in enumerate(cells)
            if not blank((cell,)) and not "".join(grid.headings[place : place + 1])
        ]
        placed.append(((order is None, order or 0), number, key, value))
    for _, number, key, value in sorted(placed, key=lambda each: each[:2]):
        found.setdefault(key, ([], number))[0].append(value)
    return found


def _wrong_headings(wanted: list[str], grid: Grid) -> Iterator[tuple[str, str]]:
    """Give the headings of a list's table that are missing, unknown or there twice, with what is wrong."""
    for name in wanted:
        if name not in grid.headings:
            yield name, f"there is no column {name!r}"
    for place, heading in enumerate(grid.headings):
        if heading and heading not in wanted:
            near = near_matches(heading, wanted, most=1)
            hint = f"did you mean {near[0]!r}?" if near else f"the columns are {', '.join(wanted)}"
            yield heading, f"is no column of this table; {hint}"
        elif heading in grid.headings[:place]:
            yield heading, "this heading stands there twice; keep one of the columns"


def _read(grid: Grid, kind: Kind, number: int, cells: tuple[Any, ...], name: str, at: int, faults: list[Fault]) -> Any:
    """Read a cell of a row; ``None`` where it is empty, or holds what is noted as a fault."""
    cell = _at(grid, cells, name)
    if blank((cell,)):
        return None
    try:
        return grid.read(cell, kind)
    except InvalidValueError as error:
        faults.append(Fault.at(at, grid, number, name, error.reason))
        return None


def _at(grid: Grid, cells: tuple[Any, ...], name: str) -> Any:
    place = grid.headings.index(name) if name in grid.headings else len(cells)
    return cells[place] if place < len(cells) else None
