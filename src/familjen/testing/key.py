"""Keys of every kind, some inside of others (fördelningsnycklar)."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st

from familjen import model
from familjen.model import Key
from familjen.testing.values import amounts, identifiers, reference_dates, shares, texts, years

__all__ = ["COMPOUND", "bounds", "keys", "keys_of", "populations", "usages"]

C = TypeVar("C")


def keys() -> st.SearchStrategy[Key]:
    """Draw keys of every kind; the simplest shares equally (fördelningsnycklar).

    >>> from hypothesis import find
    >>> find(keys(), lambda key: True)
    Equal()
    """
    return _keys()


@cache
def _keys() -> st.SearchStrategy[Key]:
    return st.recursive(_leaves(), lambda inner: st.one_of([made(inner) for made in COMPOUND.values()]), max_leaves=3)


def keys_of(cls: type[Key]) -> st.SearchStrategy[Any]:
    """Draw keys of one compound kind, with any keys inside."""
    return COMPOUND[cls](keys())


def usages() -> st.SearchStrategy[model.Usage]:
    """Draw keys by what is used."""
    reference = st.none() | reference_dates()
    return st.builds(model.Usage, identifiers(), reference, over_years=st.integers(1, 3), what=st.none() | texts())


def populations() -> st.SearchStrategy[model.Population]:
    """Draw keys by inhabitants, of all ages or of some."""
    return st.one_of(
        st.builds(model.Population, st.none() | reference_dates()),
        st.builds(model.Population, from_age=st.integers(0, 5), to_age=st.none() | st.integers(6, 19)),
        st.builds(model.Population, to_age=st.integers(6, 19)),
    )


def bounds() -> st.SearchStrategy[model.Bound]:
    """Draw bounds of a share, the least not above the most."""
    return st.tuples(shares(), shares(), st.none() | identifiers()).map(
        lambda drawn: model.Bound(minimum=min(drawn[:2]), maximum=max(drawn[:2]), party=drawn[2])
    )


def _leaves() -> st.SearchStrategy[Key]:
    agreed = st.lists(st.builds(model.Share, identifiers(), shares()), max_size=2).map(tuple)
    return st.one_of(
        st.just(model.Equal()),
        populations(),
        usages(),
        st.builds(model.TaxCapacity, st.none() | reference_dates()),
        st.builds(model.FixedShares, agreed),
    )


def _rising(make: Callable[[Decimal, Any], C], values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[C, ...]]:
    limits = st.lists(amounts(), max_size=3, unique=True).map(sorted)
    return limits.flatmap(lambda above: st.tuples(*(st.builds(make, st.just(limit), values) for limit in above)))


def _mix(inner: st.SearchStrategy[Key]) -> st.SearchStrategy[Key]:
    return st.builds(model.Mix, st.lists(st.builds(model.Part, shares(), inner), max_size=2).map(tuple))


def _two_level(inner: st.SearchStrategy[Key]) -> st.SearchStrategy[Key]:
    groups = st.builds(model.Group, shares(), inner, parties=_listed_ids())
    return st.builds(model.TwoLevel, st.lists(groups, min_size=1, max_size=2).map(tuple))


def _phase_in(inner: st.SearchStrategy[Key]) -> st.SearchStrategy[Key]:
    return st.builds(model.PhaseIn, inner, inner, years(), st.lists(shares(), max_size=2).map(tuple))


def _size_rebate(inner: st.SearchStrategy[Key]) -> st.SearchStrategy[Key]:
    counted = st.builds(model.Population, st.none() | reference_dates())
    return st.builds(model.SizeRebate, inner, counted, _rising(model.SizeTier, shares()))


def _listed_ids() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(identifiers(), min_size=1, max_size=2, unique=True).map(tuple)


COMPOUND: dict[type[Key], Callable[[st.SearchStrategy[Key]], st.SearchStrategy[Any]]] = {
    model.Mix: _mix,
    model.Product: lambda inner: st.builds(model.Product, st.tuples(inner, inner)),
    model.TwoLevel: _two_level,
    model.Subset: lambda inner: st.builds(model.Subset, _listed_ids(), inner),
    model.PhaseIn: _phase_in,
    model.Frozen: lambda inner: st.builds(model.Frozen, inner, years()),
    model.Bounded: lambda inner: st.builds(model.Bounded, inner, st.lists(bounds(), max_size=2).map(tuple)),
    model.SizeRebate: _size_rebate,
    model.Tiered: lambda inner: st.builds(model.Tiered, inner, _rising(model.Tier, shares())),
}
"""How keys of each compound kind are made of the keys inside them."""
