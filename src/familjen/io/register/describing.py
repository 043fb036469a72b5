"""What tables and columns are, in the words of the nouns themselves (beskrivningar)."""

import inspect
import re
from functools import cache
from typing import Any

from familjen.io.document import NOUNS
from familjen.io.register.layout import Sheet
from familjen.io.register.slot import Slot
from familjen.io.schema import json_schema

__all__ = ["description_of", "said_of"]


def description_of(slot: Slot) -> str:
    """Say what stands in a column, in English: the words under the field that it is.

    >>> from familjen.io.register.build import layout_of
    >>> description_of(next(slot for slot in layout_of().sheet("agreements").slots if slot.name == "host"))
    'Id of the party that hosts it (värdkommun).'
    """
    if not slot.path or slot.owner not in NOUNS.values():
        return "Its id in this register." if slot.ids else ""
    found: str = _schema(slot.owner)["properties"].get(slot.path[-1], {}).get("description", "")
    return found


def said_of(sheet: Sheet, lang: str) -> str:
    """Say what a table's rows are: in Swedish, the term that the noun has.

    >>> from familjen.io.register.build import layout_of
    >>> said_of(layout_of().sheet("goal_areas"), "sv")
    'målområde'
    """
    first = inspect.cleandoc(sheet.noun.__doc__ or "").split("\n")[0]
    term = re.search(r"\(([^()]*)\)\.?$", first)
    return term[1] if lang == "sv" and term is not None else first


@cache
def _schema(noun: type) -> dict[str, Any]:
    return json_schema(noun)
