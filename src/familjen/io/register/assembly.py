"""Rows put together to the document of one noun (sammansättning)."""

# Documents of any kind pass through here, so their types are not known to a checker.
# pyright: basic

from typing import Any

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.io.flat.column import Value
from familjen.io.register.layout import ORDER, Home, Sheet
from familjen.io.register.parties import PARTIES, party_from_cells
from familjen.io.register.references import cited
from familjen.io.register.rows import Row, Rows
from familjen.io.register.slot import Form, Slot
from familjen.model.kinds import tag_of

__all__ = ["assembled"]


def assembled(rows: Rows) -> tuple[Row | None, list[Row]]:
    """Put the rows together.

    What does not fit is noted in the rows' faults: keys that stand twice, parents that are not there, orders that stand
    twice, nouns that nobody cites.

    Returns:
        The root's row, whose ``plain`` then holds the whole document, and the rows that belong nowhere.
    """
    _need_root(rows)
    keyed = {name: rows.keyed(sheet) for name, sheet in rows.layout.sheets.items()}
    orphans = _share(rows, keyed)
    _fill_needed(rows)
    for sheet in rows.layout.sheets.values():
        if sheet.homes:
            orphans += _attach(rows, sheet, keyed)
    root = rows.layout.root
    body = keyed[root.name].get(())
    if body is None:
        needed = " and ".join(column.name for column in root.columns if column.required)
        rows.fault(root, 2, "", f"there is no row; the table {root.name!r} needs one, with {needed}")
    return body, orphans


def _need_root(rows: Rows) -> None:
    """Give a root that can be made of nothing, such as the key of equal parts, a row where the file has none."""
    root = rows.layout.root
    if not rows.of[root.name] and not any(column.required for column in root.columns):
        rows.of[root.name].append(Row(root, 2, {}, {}, set()))


def _share(rows: Rows, keyed: dict[str, dict[tuple[Value, ...], Row]]) -> list[Row]:
    """Put the shared nouns where they are cited; one object stands in several places. Give those that nobody cites."""
    used: set[int] = set()
    for row in rows.of.get(PARTIES, ()):
        if row.sheet.shared:
            _as_party(rows, row)
    for row in rows.all():
        for slot in row.sheet.slots:
            if slot.form in {Form.SHARED, Form.SHARED_LIST}:
                nouns = _cited_nouns(rows, row, slot, keyed[str(slot.refers)])
                used |= {id(noun) for noun in nouns}
                plain = [noun.plain for noun in nouns]
                _put(row, slot.path, plain if slot.many else plain[0] if plain else None)
    unused = [row for row in rows.all() if row.sheet.shared and id(row) not in used]
    if not rows.faults:  # who cites them may be among what is wrong
        for row in unused:
            rows.row_fault(row, "id", _uncited(row.sheet.name, row))
    return unused


def _cited_nouns(rows: Rows, row: Row, slot: Slot, known: dict[tuple[Value, ...], Row]) -> list[Row]:
    found: list[Row] = []
    for identifier in cited(slot, row.cells.get(slot.name)):
        if (identifier,) in known:
            found.append(known[identifier,])
        else:
            what = "party" if slot.refers == PARTIES else "source"
            rows.unknown(row, slot.name, what, identifier, (str(key[0]) for key in known))
    return found


def _uncited(table: str, row: Row) -> str:
    if table == PARTIES:
        return f"{row.cells['id']!r} is neither among the members nor the other parties; add it there, or take it away"
    return f"nothing cites {row.cells['id']!r}; name it among the sources of what it says, or take the row away"


def _as_party(rows: Rows, row: Row) -> None:
    kinds = next(slot.options for slot in row.sheet.slots if slot.name == "type")
    found = row.cells.get("type")
    if found is not None and found not in kinds:
        rows.row_fault(row, "type", f"{UnknownIdError.of('type of parties', str(found), kinds)}")
    try:
        made = party_from_cells(row.plain)
    except InvalidValueError as error:
        rows.row_fault(row, "id", error.reason)
    else:
        row.plain.clear()
        row.plain.update(made)


def _put(row: Row, path: tuple[str, ...], value: Any) -> None:
    """Put a value where documents have it; nothing and an empty list are left out."""
    if not value:
        return
    holder = row.plain
    for step in path[:-1]:
        holder = holder.setdefault(step, {})
    holder[path[-1]] = value


def _fill_needed(rows: Rows) -> None:
    """Give nouns the empty lists without which they cannot be made."""
    for sheet in rows.layout.sheets.values():
        paths = [slot.path for slot in sheet.slots if slot.needed and slot.many]
        for child in rows.layout.sheets.values():
            paths += [home.path for home in child.homes if home.parent == sheet.name and home.needed and child.many]
        for row in rows.of[sheet.name] if paths else ():
            for path in paths:
                holder: Any = row.plain
                for step in path[:-1]:
                    holder = holder.get(step, {}) if isinstance(holder, dict) else {}
                if len(path) == 1 or holder:
                    holder.setdefault(path[-1], [])


def _attach(rows: Rows, sheet: Sheet, keyed: dict[str, dict[tuple[Value, ...], Row]]) -> list[Row]:
    """Put the rows of a table where they belong; give those that belong nowhere."""
    orphans: list[Row] = []
    groups: dict[tuple[int, tuple[str, ...]], tuple[Row, Home, list[Row]]] = {}
    for row in rows.of[sheet.name]:
        home = _home_of(row)
        key = tuple(row.cells.get(name) for name in home.columns)
        parent = keyed[home.parent].get(key)
        if parent is None:
            orphans.append(row)
            if not row.faulty.intersection(home.columns):
                _say_orphan(rows, row, home, keyed[home.parent])
        else:
            groups.setdefault((id(parent), home.path), (parent, home, []))[2].append(row)
    for parent, home, children in groups.values():
        if sheet.many:
            _put(parent, home.path, [row.plain for row in _in_order(rows, children, home)])
        else:
            _put(parent, home.path, children[0].plain)
    return orphans


def _home_of(row: Row) -> Home:
    """Give where a row belongs: of several places, that whose parent it names."""
    named = [home for home in row.sheet.homes if all(row.cells.get(name) is not None for name in home.columns)]
    return max(named or row.sheet.homes, key=lambda home: len(home.columns))


def _say_orphan(rows: Rows, row: Row, home: Home, parents: dict[tuple[Value, ...], Row]) -> None:
    if not home.columns:
        return  # the root is missing, which is told of the root
    column = home.columns[-1]
    above = tuple(row.cells.get(name) for name in home.columns[:-1])
    known = (str(key[-1]) for key in parents if key[:-1] == above)
    what = tag_of(rows.layout.sheets[home.parent].noun).replace("-", " ")
    rows.unknown(row, column, what, str(row.cells.get(column)), known)


def _in_order(rows: Rows, children: list[Row], home: Home) -> list[Row]:
    """Give rows by their order; those without one last, as they stand."""
    first: dict[Value, Row] = {}
    for row in children:
        order = row.cells.get(ORDER)
        if order is not None and first.setdefault(order, row) is not row:
            where = " and ".join(f"{name} {row.cells[name]!r}" for name in home.columns)
            sentence = f"{order} stands twice{' for ' if where else ''}{where}, in row {first[order].number} and here"
            rows.row_fault(row, ORDER, f"{sentence}; number the rows anew or leave the order empty")
    return sorted(children, key=lambda row: (row.cells.get(ORDER) is None, row.cells.get(ORDER) or 0))
