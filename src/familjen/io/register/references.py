"""Ids that nothing answers to (hänvisningar)."""

# Values of any kind pass through here, so their types are not known to a checker.
# pyright: basic

from typing import Any

from familjen.errors import InvalidValueError
from familjen.io.register.lists import read_list
from familjen.io.register.rows import Rows
from familjen.io.register.slot import Form, Slot

__all__ = ["cited", "find_dangling"]

_SAID = {"parties": "party", "partners": "partner", "goal_areas": "goal area", "agreements": "agreement"}


def find_dangling(rows: Rows) -> None:
    """Note each cell that refers to a row that is not there; shared nouns are told of elsewhere."""
    known = {name: {str(row.cells.get("id")) for row in rows.of[name]} for name in _SAID if name in rows.of}
    for row in rows.all():
        for slot in row.sheet.slots:
            if slot.refers not in known or slot.form in {Form.SHARED, Form.SHARED_LIST} or slot.name in row.faulty:
                continue
            for identifier in cited(slot, row.cells.get(slot.name)):
                if identifier not in known[slot.refers]:
                    rows.unknown(row, slot.name, _SAID[slot.refers], identifier, known[slot.refers])


def cited(slot: Slot, value: Any) -> list[str]:
    """Give the ids that stand in a cell; none where it holds no list that can be read."""
    if value is None:
        return []
    if not slot.many:
        return [str(value)]
    try:
        return [str(item) for item in read_list(slot, str(value))]
    except InvalidValueError:
        return []
