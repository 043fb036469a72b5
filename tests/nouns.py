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

__all__ = ["CLAUSES", "KEYS", "NOUN_CLASSES", "nouns"]

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
_shares = st.fractions(0, 1, max_denominator=20)
_years = st.integers(1990, 2030)
_usages = st.builds(model.Usage, _ids, st.none() | _reference, over_years=st.integers(1, 3), what=st.none() | _text)
_population_keys = st.one_of(
    st.builds(model.Population, st.none() | _reference),
    st.builds(model.Population, from_age=st.integers(0, 5), to_age=st.none() | st.integers(6, 19)),
    st.builds(model.Population, to_age=st.integers(6, 19)),
)
_leaf_keys: st.SearchStrategy[Any] = st.one_of(
    st.just(model.Equal()),
    _population_keys,
    _usages,
    st.builds(model.TaxCapacity, st.none() | _reference),
    st.builds(model.FixedShares, st.lists(st.builds(model.Share, _ids, _shares), max_size=2).map(tuple)),
)
_populations = st.builds(model.Population, st.none() | _reference)


def _rising(cls: type, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    limits = st.lists(_amounts, max_size=3, unique=True).map(sorted)
    return limits.flatmap(lambda above: st.tuples(*(st.builds(cls, st.just(limit), values) for limit in above)))


def _compound(keys: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    ids = st.lists(_ids, min_size=1, max_size=2, unique=True).map(tuple)
    groups = st.lists(st.builds(model.Group, _shares, keys, parties=ids), min_size=1, max_size=2).map(tuple)
    return st.one_of(
        st.builds(model.Mix, st.lists(st.builds(model.Part, _shares, keys), max_size=2).map(tuple)),
        st.builds(model.Product, st.tuples(keys, keys)),
        st.builds(model.TwoLevel, groups),
        st.builds(model.Subset, ids, keys),
        st.builds(model.PhaseIn, keys, keys, _years, st.lists(_shares, max_size=2).map(tuple)),
        st.builds(model.Frozen, keys, _years),
        st.builds(model.Bounded, keys, st.lists(_bounds, max_size=2).map(tuple)),
        st.builds(model.SizeRebate, keys, _populations, _rising(model.SizeTier, _shares)),
        st.builds(model.Tiered, keys, _rising(model.Tier, _shares)),
    )


_bounds = st.tuples(_shares, _shares, st.none() | _ids).map(
    lambda drawn: model.Bound(minimum=min(drawn[:2]), maximum=max(drawn[:2]), party=drawn[2])
)
KEYS: st.SearchStrategy[Any] = st.recursive(_leaf_keys, _compound, max_leaves=3)
"""Keys of every kind, some inside of others."""

_limits = st.tuples(_amounts, _amounts, st.none() | _reference).map(
    lambda drawn: model.AmountLimit(floor=min(drawn[:2]), cap=max(drawn[:2]), per_inhabitant=drawn[2])
)
_cost_steps: st.SearchStrategy[Any] = st.one_of(
    st.builds(model.Income, _ids, st.none() | _amounts),
    st.builds(model.FromEquity, _shares),
    st.builds(model.Deductible, _amounts, st.none() | _ids),
    st.builds(model.Overhead, _shares),
    st.builds(model.Addition, _text, _amounts, st.none() | _years),
    st.deferred(lambda: nouns(model.Indexation, inner=True)),
)
_sharing_steps: st.SearchStrategy[Any] = st.one_of(
    st.builds(model.Rate, _amounts, st.none() | _reference),
    st.builds(model.FlatFee, _amounts),
    st.builds(model.Distribution, KEYS, share=_shares),
    st.builds(model.Distribution, KEYS, amount=_amounts),
)
_bill_steps: st.SearchStrategy[Any] = st.one_of(
    _limits, st.builds(model.MaxChange, _amounts, _reference), st.just(model.SelfCostTest())
)


@st.composite
def _steps(draw: st.DrawFn) -> tuple[Any, ...]:
    """Draw a clause's steps, in an order that makes sense."""
    last = [model.Distribution(draw(KEYS))]
    result = draw(st.sampled_from([(), (model.SurplusRule(),), (model.SurplusRule(), model.DeficitRule())]))
    cost, fees, bill = (draw(st.lists(some, max_size=2)) for some in (_cost_steps, _sharing_steps, _bill_steps))
    return (*cost, *fees, *last, *bill, *result)


CLAUSES: st.SearchStrategy[Any] = st.builds(
    model.CostClause,
    _steps(),
    unit=_amounts.filter(bool),
    method=st.sampled_from(["largest-remainder", "webster"]),
    membership=st.none() | st.deferred(lambda: nouns(model.MembershipTerms)),
    invoicing=st.none() | st.deferred(lambda: nouns(model.Invoicing)),
    vat=st.none() | st.sampled_from(model.Vat),
    conditions=st.deferred(lambda: st.lists(nouns(model.Condition), max_size=2)).map(tuple),
)
"""Cost clauses of every kind."""

_OWN: dict[Any, st.SearchStrategy[Any]] = {
    model.Key: KEYS,
    model.Step: st.one_of(_cost_steps, _sharing_steps, _bill_steps),
    model.CostClause: CLAUSES,
    model.Population: _population_keys,
    model.Usage: _usages,
    model.Part: st.builds(model.Part, _shares, KEYS),
    model.Group: st.builds(model.Group, _shares, KEYS),
    model.Product: st.builds(model.Product, st.tuples(KEYS, KEYS)),
    model.TwoLevel: st.builds(model.TwoLevel, st.tuples(st.builds(model.Group, _shares, KEYS))),
    model.Subset: st.builds(model.Subset, st.tuples(_ids), KEYS),
    model.PhaseIn: st.builds(model.PhaseIn, KEYS, KEYS, _years, st.lists(_shares, max_size=2).map(tuple)),
    model.Bound: _bounds,
    model.SizeTier: st.builds(model.SizeTier, _amounts, _shares),
    model.SizeRebate: st.builds(model.SizeRebate, KEYS, _populations, _rising(model.SizeTier, _shares)),
    model.Tiered: st.builds(model.Tiered, KEYS, _rising(model.Tier, _shares)),
    model.FromEquity: st.builds(model.FromEquity, _shares),
    model.Overhead: st.builds(model.Overhead, _shares),
    model.Income: st.builds(model.Income, _ids, st.none() | _amounts),
    model.Distribution: st.builds(model.Distribution, KEYS, pool=st.none() | _ids, share=st.none() | _shares),
    model.IndexPart: st.deferred(
        lambda: st.builds(
            model.IndexPart, _ids, _shares, changes=st.lists(nouns(model.YearChange), max_size=2).map(tuple)
        )
    ),
    model.YearChange: st.builds(model.YearChange, _years, _amounts, st.none() | st.sampled_from(model.IndexStatus)),
    model.AmountLimit: _limits,
    model.SurplusRule: st.builds(model.SurplusRule, st.none() | KEYS, threshold=_amounts, share=_shares),
    model.Indexation: st.deferred(
        lambda: st.builds(
            model.Indexation,
            _years,
            st.lists(nouns(model.IndexPart), max_size=2).map(tuple),
            share=_shares,
            frozen_years=st.lists(_years, max_size=2).map(tuple),
            earmarks=st.lists(nouns(model.Earmark), max_size=2).map(tuple),
        )
    ),
    model.MembershipTerms: st.builds(
        model.MembershipTerms,
        joining=st.sampled_from(model.PartOfYear),
        entry_capital=st.none() | _amounts.filter(bool),
        counted=st.none() | _reference,
        exit=st.none() | st.sampled_from(model.ExitSettlement),
    ),
    model.Invoicing: st.builds(
        model.Invoicing,
        st.lists(
            st.builds(ReferenceDate, st.integers(1, 12), st.just(1), years_before=st.just(0)),
            min_size=1,
            max_size=3,
            unique=True,
        ).map(tuple),
        preliminary=st.booleans(),
        reconciled=st.none() | _reference,
    ),
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


@cache
def nouns(cls: type, *, inner: bool = False) -> st.SearchStrategy[Any]:
    """Give a strategy for one noun; lists in it are short, and those of an inner noun mostly empty."""
    if cls in _SIMPLE:
        return _SIMPLE[cls]
    if cls in _OWN:
        return _OWN[cls]
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
    known = {**_SIMPLE, **_OWN}
    if kind in known:
        return known[kind]
    return st.sampled_from(kind) if issubclass(kind, enum.Enum) else st.deferred(lambda: nouns(kind, inner=True))
