"""Every noun, made from its own fields (substantiven)."""

# Fields of any kind pass through here, so their types are not known to a checker.
# pyright: basic

import datetime as dt
import enum
import types
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from typing import Any, TypeVar, get_args, get_origin

import attrs
from hypothesis import strategies as st

from familjen import model
from familjen.dates import Notice, Period, Recurrence, ReferenceDate
from familjen.errors import InvalidValueError
from familjen.io.document import NOUNS
from familjen.places import municipalities
from familjen.testing.clause import clauses, invoicings, membership_terms
from familjen.testing.key import COMPOUND, bounds, keys, keys_of, populations, usages
from familjen.testing.step import amount_limits, indexations, steps
from familjen.testing.values import (
    amounts,
    days,
    identifiers,
    notices,
    periods,
    recurrences,
    reference_dates,
    shares,
    texts,
    years,
)
from familjen.validators import show

__all__ = ["NOUN_CLASSES", "nouns"]

N = TypeVar("N")
Strategy = st.SearchStrategy[Any]

NOUN_CLASSES: tuple[type[Any], ...] = tuple(sorted(NOUNS.values(), key=lambda cls: cls.__name__))
"""Every noun that a document can hold, by name."""


def nouns(cls: type[N]) -> st.SearchStrategy[N]:
    """Draw nouns of a class: any that its constructor accepts, whether or not they make sense together.

    Lists in a noun have two items at most, and those of nouns within it are mostly empty. Municipalities are real.
    ``st.from_type(cls)`` gives the same.

    Args:
        cls: A class of `familjen.model` or `familjen.dates`.

    Raises:
        InvalidValueError: It is no noun.

    >>> from hypothesis import find
    >>> find(nouns(model.Source), lambda source: source.quote is not None)
    Source(title='1', url=None, retrieved=None, quote='1')
    """
    if not isinstance(cls, type) or cls not in {*NOUN_CLASSES, *_OWN}:
        raise InvalidValueError(f"{show(cls)} is no noun; give a class of familjen.model", attribute="cls")
    return _noun(cls)


@st.composite
def _noun(draw: st.DrawFn, cls: type) -> Any:
    """Draw a noun, as a strategy that is told shortly."""
    return draw(_nouns(cls, inner=False))


@cache
def _nouns(cls: type, *, inner: bool) -> Strategy:
    if cls in _OWN:
        return _OWN[cls]()
    return st.deferred(lambda: _built(cls, inner=inner))


def _built(cls: type, *, inner: bool) -> Strategy:
    fields = attrs.fields(attrs.resolve_types(cls))
    # Not st.builds: Hypothesis would run a failing test anew for each of these fields, to say whether it matters.
    made = {field.name: _field(cls, field.name, field.type, inner=inner) for field in fields}
    return st.fixed_dictionaries(made).map(lambda values: cls(**values))


def _field(cls: type, name: str, kind: Any, *, inner: bool) -> Strategy:
    if (cls, name) in _OF_FIELD:
        return _OF_FIELD[cls, name]()
    if name in _OF_NAME and (name, kind) != ("unit", str):
        optional = isinstance(kind, types.UnionType) and types.NoneType in get_args(kind)
        return st.none() | _OF_NAME[name]() if optional else _OF_NAME[name]()
    return _of_kind(kind, name, inner=inner)


def _of_kind(kind: Any, name: str, *, inner: bool) -> Strategy:
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        items = identifiers() if item is str and name in _LISTED_IDS else _of_kind(item, "", inner=True)
        few = st.lists(items, max_size=2).map(tuple)
        return st.one_of(st.just(()), st.just(()), st.just(()), few) if inner else few
    if isinstance(kind, types.UnionType):
        options = [option for option in get_args(kind) if option is not types.NoneType]
        nothing = [st.none()] if len(options) < len(get_args(kind)) else []
        return st.one_of([*nothing, *(_of_kind(option, name, inner=inner) for option in options)])
    if kind is str:
        return identifiers() if name in _IDS else texts()
    if kind is int:
        return st.integers(1, 99)
    if kind in _OWN:
        return st.deferred(lambda: _nouns(kind, inner=True))
    return st.sampled_from(kind) if issubclass(kind, enum.Enum) else st.deferred(lambda: _nouns(kind, inner=True))


def _year_changes() -> Strategy:
    return st.builds(model.YearChange, years(), amounts(), st.none() | st.sampled_from(model.IndexStatus))


def _index_parts() -> Strategy:
    changes = st.lists(_year_changes(), max_size=2).map(tuple)
    return st.builds(model.IndexPart, identifiers(), shares(), changes=changes)


_OWN: dict[Any, Callable[[], Strategy]] = {
    bool: st.booleans,
    dt.date: days,
    Decimal: amounts,
    Fraction: shares,
    Notice: notices,
    Period: periods,
    Recurrence: recurrences,
    ReferenceDate: reference_dates,
    model.Municipality: lambda: st.sampled_from(municipalities()),
    model.Key: keys,
    model.Step: steps,
    model.CostClause: clauses,
    model.Population: populations,
    model.Usage: usages,
    model.Bound: bounds,
    model.Part: lambda: st.builds(model.Part, shares(), keys()),
    model.Group: lambda: st.builds(model.Group, shares(), keys()),
    **{cls: partial(keys_of, cls) for cls in COMPOUND},
    model.SizeTier: lambda: st.builds(model.SizeTier, amounts(), shares()),
    model.FromEquity: lambda: st.builds(model.FromEquity, shares()),
    model.Overhead: lambda: st.builds(model.Overhead, shares()),
    model.Income: lambda: st.builds(model.Income, identifiers(), st.none() | amounts()),
    model.Distribution: lambda: st.builds(
        model.Distribution, keys(), pool=st.none() | identifiers(), share=st.none() | shares()
    ),
    model.IndexPart: _index_parts,
    model.YearChange: _year_changes,
    model.AmountLimit: amount_limits,
    model.SurplusRule: lambda: st.builds(model.SurplusRule, st.none() | keys(), threshold=amounts(), share=shares()),
    model.Indexation: indexations,
    model.MembershipTerms: membership_terms,
    model.Invoicing: invoicings,
}
"""Kinds that are not made field by field, because their fields depend on one another."""

_OF_FIELD: dict[tuple[type, str], Callable[[], Strategy]] = {
    (model.Suppression, "code"): lambda: st.sampled_from(["FAM501", "LUND001"]),
    (model.Suppression, "path"): lambda: st.sampled_from([None, "$", "$.networks[0]"]),
    (model.Region, "code"): lambda: st.sampled_from(["12", "01"]),
    (model.Distance, "unit"): lambda: st.sampled_from(model.DistanceUnit),
}
"""Fields that take less than their kind."""

_OF_NAME: dict[str, Callable[[], Strategy]] = {
    "county": lambda: st.sampled_from(["12", "01"]),
    "country": lambda: st.just("NO"),
    "currency": lambda: st.sampled_from(["SEK", "NOK"]),
    "url": lambda: st.just("https://example.org/å"),
    "org_number": lambda: st.just("212000-1157"),
    "year": years,
    "unit": lambda: amounts().filter(bool),
    "code": lambda: st.sampled_from(["12", "01"]),
}
"""Fields of one name that take less than their kind, whatever noun they stand in."""

_LISTED_IDS = {
    "consulted",
    "goal_areas",
    "hosts",
    "invited",
    "participants",
    "parties",
    "partners",
    "responsible",
}
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
    "series",
    "index",
    "pool",
    "carried_by",
    "financed_by",
}
