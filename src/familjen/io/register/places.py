"""From a JSONPath to the cell that it speaks of (platser i ett register)."""

# Documents of any kind pass through here, so their types are not known to a checker.
# pyright: basic

import re
from collections.abc import Mapping
from typing import Any

from familjen.io.register.rows import Row

__all__ = ["cell_at"]

_step = re.compile(r"\.([A-Za-z_]\w*)|\[(\d{1,9})\]").match


def cell_at(body: object, path: str, rows: Mapping[int, Row]) -> tuple[Row, str, str]:
    """Give the row, the column, and what of the path lies within the cell.

    Args:
        body: The document.
        path: A JSONPath in it.
        rows: The rows by the identity of the objects that documents have of them.
    """
    here: Any = body
    row, since, at = rows[id(body)], 0, 1
    while (found := _step(path, at)) is not None:
        name, index = found.groups()
        here = _child(here, name, index)
        at = found.end()
        if id(here) in rows:
            row, since = rows[id(here)], at
    return row, *_column(row, path[since or 1 :])


def _child(here: Any, name: str | None, index: str | None) -> Any:
    """Give what a step of a JSONPath leads to; ``None`` where there is nothing."""
    if isinstance(here, dict):
        return here.get(name)
    return here[int(index)] if isinstance(here, list) and index and int(index) < len(here) else None


def _column(row: Row, rest: str) -> tuple[str, str]:
    """Give the column of the row in which the rest of the path begins, and what of it lies within the cell."""
    best, inside = "", rest
    for slot in row.sheet.slots:
        whole = "".join(f".{name}" for name in slot.path)
        if rest == whole or (whole and rest.startswith((f"{whole}.", f"{whole}["))):
            return slot.name, rest[len(whole) :]
        if not best and rest and whole.startswith(f"{rest}."):
            best, inside = slot.name, ""
    return best, inside
