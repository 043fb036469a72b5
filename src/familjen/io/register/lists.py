"""Several values in one cell (lista i en cell)."""

# JSON values of any kind pass through here, so their types are not known to a checker.
# pyright: basic

import datetime as dt
import json
import re
import types
from collections.abc import Iterable
from typing import Any, get_args

from familjen.errors import InvalidValueError
from familjen.io.register.slot import Slot
from familjen.validators import show

__all__ = ["read_list", "write_list"]

_NOTHING = "-"
_whole = re.compile(r"-?[0-9]{1,16}", re.ASCII).fullmatch


def write_list(slot: Slot, values: Iterable[Any] | None) -> str | None:
    r"""Write a list in a cell: ids with commas between, other values each on a line.

    Where that could be misread (an item that holds a line break, say), it is a JSON array. An empty list is an empty
    cell, or ``[]`` where that means that nobody has said.

    >>> from familjen.io.flat.column import Column
    >>> write_list(Slot(Column("tasks", "text"), ("tasks",), nullable=False), ("Fire, rescue", "Prevention"))
    'Fire, rescue\nPrevention'
    """
    if values is None:
        return None
    items = [_written(value) for value in values]
    if not items:
        return "[]" if slot.nullable else None
    text = (", " if slot.ids else "\n").join(_NOTHING if item is None else item for item in items)
    try:
        same = read_list(slot, text) == [_plain(slot, item) for item in items]
    except InvalidValueError:
        same = False
    return text if same else json.dumps(items, ensure_ascii=False)


def read_list(slot: Slot, text: str) -> list[Any]:
    r"""Read a list from a cell; see `write_list`. Empty lines are no items.

    Raises:
        InvalidValueError: It begins as a JSON array and is none.

    >>> from familjen.io.flat.column import Column
    >>> read_list(Slot(Column("hosts", "text"), ("hosts",), ids=True), "1283, 1260\n1276")
    ['1283', '1260', '1276']
    """
    if text.startswith("["):
        return [_plain(slot, item) for item in _json_items(text)]
    parts = re.split(r"[\s,;]+", text) if slot.ids else re.split(r"\r?\n", text)
    gaps = _has_gaps(slot)
    return [_plain(slot, None if gaps and part.strip() == _NOTHING else part) for part in parts if part.strip()]


def _json_items(text: str) -> Any:
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        items = None
    if not isinstance(items, list) or not all(item is None or isinstance(item, str) for item in items):
        raise InvalidValueError(f'{show(text)} begins as a JSON array and is no array of texts; write \'["a", "b"]\'')
    return items


def _written(value: Any) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _plain(slot: Slot, item: str | None) -> Any:
    """Give an item as documents have it: whole numbers as numbers, all else as text."""
    return int(item) if slot.item == "integer" and item is not None and _whole(item) else item


def _has_gaps(slot: Slot) -> bool:
    """Tell whether items may be ``None``, as amounts of a printed table may."""
    kinds = [option for option in get_args(slot.type) if not isinstance(option, types.NoneType)]
    return any(types.NoneType in get_args(kind) for kind in kinds)
