"""A noun as it stood on a day."""

# Fields and JSON values of any kind pass through here, so their types are not known to a checker.
# pyright: basic

import datetime as dt
from typing import Any, TypeVar

import attrs

from familjen.dates import Period
from familjen.model.board import BoardMeeting
from familjen.model.event import Event
from familjen.model.program import Round
from familjen.model.source import Source

__all__ = ["as_of"]

N = TypeVar("N")

_HAPPENINGS = (BoardMeeting, Event, Round)


def as_of(noun: N, day: dt.date) -> N:
    """Give the noun as it stood on the day, with what was in it then.

    What is valid for a time (members, agreements, plans, parts in a network) is there if the day lies in its period, or
    if it has none. What happens (events, rounds, meetings, decisions, observations) is there once it has begun. The
    noun itself is given back in any case. Linear in the number of nouns.
    """
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(noun)):  # type: ignore[arg-type]
        value = getattr(noun, field.name)
        if type(value) is tuple and value and attrs.has(type(value[0])) and type(value[0]) is not Source:
            kept = tuple(as_of(item, day) for item in value if _stood(item, day))
            if kept != value:
                changes[field.name] = kept
        elif attrs.has(type(value)):
            then = as_of(value, day)
            if then != value:
                changes[field.name] = then
    return attrs.evolve(noun, **changes) if changes else noun  # type: ignore[misc]


def _stood(item: object, day: dt.date) -> bool:
    noted = getattr(item, "day", None)
    if type(noted) is dt.date and noted > day:
        return False
    period = getattr(item, "period", None)
    if type(period) is not Period:
        return True
    return period.first_day <= day if isinstance(item, _HAPPENINGS) else day in period
