"""A noun in a few plain words, for a table."""

import datetime as dt
from decimal import Decimal
from typing import TypeAlias

from familjen.datasets.facts import facts, fields_of, items_of, title_of
from familjen.dates import Period

__all__ = ["Names", "describe"]

Names: TypeAlias = dict[str, str]
"""Ids with the names by which readers know them."""

_SHORT = 30
"""Letters in the longest item that a list can hold without numbers."""


def describe(noun: object, names: Names, fields: tuple[str, ...] | None = None, *, skip: tuple[str, ...] = ()) -> str:
    """Say in a few words what a noun holds.

    ``fields`` are the attributes to name, where ``"tasks:0"`` is the first of the tasks; without them, all that differ
    from their default, apart from the id, the skipped ones and nouns inside that have sources of their own.

    >>> from familjen.model import Event
    >>> walk = Event("eurorando", "Eurorando", period=Period.year(2016), participants=3_000)
    >>> describe(walk, {})
    'Eurorando (period: 2016; participants: 3,000)'
    >>> describe(walk, {}, ("period",))
    'Eurorando (period: 2016)'
    """
    if _speaks(noun):
        return str(noun)
    title = _titled(noun, names)
    details: list[str] = []
    for field in _telling_fields(noun, skip) if fields is None else fields:
        name, _, index = field.partition(":")
        value = getattr(noun, name)
        label = name.replace("co_opted", "co-opted").replace("_", " ")
        said = _words(value[int(index)] if index else value, names)
        if said != title:
            details.append(label if value is True else f"{label}: {said}")
    inside = "; ".join(details)
    return f"{title} ({inside})" if title and inside else title or inside


def _speaks(noun: object) -> bool:
    return type(noun).__str__ is not object.__str__


def _titled(noun: object, names: Names) -> str:
    title = title_of(noun)
    party_id = getattr(getattr(noun, "party", None), "id", None)
    return names.get(title, title) if party_id is None else f"{title} ({party_id})"


def _telling_fields(noun: object, skip: tuple[str, ...]) -> tuple[str, ...]:
    telling: list[str] = []
    for field in fields_of(noun):
        value = getattr(noun, field.name)
        ours = any(True for item in items_of(value) for _ in facts(item))
        if field.name not in {"id", "party", "sources", *skip} and value != field.default and not ours:
            telling.append(field.name)
    return tuple(telling)


def _words(value: object, names: Names) -> str:
    items = items_of(value)
    match value:
        case tuple():
            return _listed([_words(item, names) for item in items])
        case Period():
            return _days(value)
        case int() | Decimal():
            return f"{value:,}"
        case str():
            return names.get(value, str(value))
        case _ if fields_of(value):
            said = describe(value, names)
            return said if title_of(value) or _speaks(value) else f"{type(value).__name__.lower()} ({said})"
        case _:
            return str(value)


def _listed(items: list[str]) -> str:
    if len(items) == 1 or all(len(item) <= _SHORT for item in items):
        return ", ".join(items)
    return " ".join(f"({number}) {item}" for number, item in enumerate(items, start=1))


def _days(period: Period) -> str:
    first, last = period.first_day, period.last_day
    if last is None:
        return f"from {first}"
    if (first, last) == (dt.date(first.year, 1, 1), dt.date(last.year, 12, 31)):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return f"{first} – {last}"
