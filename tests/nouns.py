"""Hypothesis strategies for every noun, made from the nouns' own fields."""

import datetime as dt
import enum
import types
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, get_args, get_origin

import attrs
from hypothesis import strategies as st

from familjen import dates, model
from familjen.dates import CountedFrom, Notice, Period, Recurrence, ReferenceDate
from familjen.io.document import NOUNS

__all__ = ["NOUN_CLASSES", "nouns"]

NOUN_CLASSES = sorted(NOUNS.values(), key=lambda cls: cls.__name__)

_days = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 28))
_reference = st.builds(
    ReferenceDate, st.integers(1, 12), st.integers(1, 28), years_before=st.integers(0, 2)
) | st.builds(ReferenceDate.fixed, _days)
_notice = st.builds(
    Notice, years=st.integers(1, 3), counted_from=st.sampled_from(CountedFrom), in_writing=st.booleans()
) | st.builds(Notice, by=st.builds(ReferenceDate, st.just(1), st.just(1), years_before=st.integers(0, 2)))
_period = st.builds(
    lambda first, length: Period(first, None if length is None else first + dt.timedelta(days=length)),
    _days,
    st.none() | st.integers(0, 2_000),
)
_text = st.text(alphabet='aåäöÅ "\\\n€<é漢1', min_size=1, max_size=6).filter(lambda text: text == text.strip())
_ids = st.text(alphabet="abcåäö123-_.:", min_size=1, max_size=4)
_amounts = st.integers(0, 10**12).map(lambda ore: Decimal(ore) / 100)

_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    dt.date: _days,
    Decimal: _amounts,
    Fraction: st.fractions(max_denominator=50),
    Notice: _notice,
    Period: _period,
    Recurrence: st.builds(Recurrence, st.sampled_from(["FREQ=MONTHLY;BYDAY=2TU", "FREQ=WEEKLY"]), _days),
    ReferenceDate: _reference,
}
_BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "county": st.sampled_from(["12", "01"]),
    "country": st.just("NO"),
    "currency": st.sampled_from(["SEK", "NOK"]),
    "url": st.just("https://example.org/å"),
    "org_number": st.just("212000-1157"),
    "year": st.integers(1990, 2030),
    "unit": _amounts.filter(bool),
}
_LISTED_IDS = {"consulted", "goal_areas", "hosts", "invited", "participants", "partners", "responsible"}
_IDS = {
    "id",
    "party",
    "host",
    "provider",
    "agreement",
    "supersedes",
    "goal_area",
    "subject",
    "owner",
    "point",
    "prepared_by",
}


@cache
def nouns(cls: type, *, inner: bool = False) -> st.SearchStrategy[Any]:
    """Give a strategy for one noun; lists in it are short, and those of an inner noun mostly empty."""
    if cls in _SIMPLE:
        return _SIMPLE[cls]
    fields = attrs.fields(attrs.resolve_types(cls))
    made = {field.name: _field(cls, field.name, field.type, inner=inner) for field in fields}
    return st.builds(cls, **made)


def _field(cls: type, name: str, kind: Any, *, inner: bool) -> st.SearchStrategy[Any]:
    if cls is model.Suppression and name in {"code", "path"}:
        return (
            st.sampled_from(["FAM501", "LUND001"]) if name == "code" else st.sampled_from([None, "$", "$.networks[0]"])
        )
    if name == "code":
        return st.sampled_from(["1283", "0114"]) if cls is model.Municipality else st.sampled_from(["12", "01"])
    if name in _BY_NAME and not (cls is model.Indicator and name == "unit") and kind not in {dates.Period, str}:
        optional = get_origin(kind) is types.UnionType or isinstance(kind, types.UnionType)
        unit_of_length = cls is model.Distance and name == "unit"
        return _kind(kind, name) if unit_of_length else (st.none() | _BY_NAME[name] if optional else _BY_NAME[name])
    if name in _BY_NAME and name != "unit":
        return _BY_NAME[name]
    return _kind(kind, name, inner=inner)


def _kind(kind: Any, name: str, *, inner: bool = False) -> st.SearchStrategy[Any]:
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        items = _ids if item is str and name in _LISTED_IDS else _kind(item, "text")
        few = st.lists(items, max_size=2).map(tuple)
        return st.one_of(st.just(()), st.just(()), st.just(()), few) if inner else few
    if isinstance(kind, types.UnionType):
        return st.one_of([st.none() if option is types.NoneType else _kind(option, name) for option in get_args(kind)])
    if kind is str:
        return _ids if name in _IDS else _text
    if kind is int:
        return st.integers(1, 99)
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    return st.sampled_from(kind) if issubclass(kind, enum.Enum) else st.deferred(lambda: nouns(kind, inner=True))
