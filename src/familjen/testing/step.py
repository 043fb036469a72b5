"""Steps of a cost clause, and whole rows of them (steg i kostnadsklausuler)."""

from functools import cache
from typing import Any

from hypothesis import strategies as st

from familjen import model
from familjen.model import Step
from familjen.testing.key import keys
from familjen.testing.values import amounts, identifiers, reference_dates, shares, texts, years

__all__ = ["amount_limits", "indexations", "rows_of_steps", "steps"]


def steps() -> st.SearchStrategy[Step]:
    """Draw a step of any kind (steg).

    >>> from hypothesis import find
    >>> find(steps(), lambda step: isinstance(step, model.FlatFee))
    FlatFee(amount=Decimal('0'), parties=(), pool=None)
    """
    return _steps()


@cache
def _steps() -> st.SearchStrategy[Step]:
    return st.one_of(_cost_steps(), _sharing_steps(), _bill_steps())


@st.composite
def rows_of_steps(draw: st.DrawFn) -> tuple[Step, ...]:
    """Draw a clause's steps, in an order that makes sense: costs, fees, what is left by a key, bounds, the result."""
    last = model.Distribution(draw(keys()))
    result: tuple[Step, ...] = draw(
        st.sampled_from([(), (model.SurplusRule(),), (model.SurplusRule(), model.DeficitRule())])
    )
    cost, fees, bill = (draw(st.lists(some, max_size=2)) for some in (_cost_steps(), _sharing_steps(), _bill_steps()))
    return (*cost, *fees, last, *bill, *result)


def amount_limits() -> st.SearchStrategy[model.AmountLimit]:
    """Draw bounds of an amount, the floor not above the cap."""
    return st.tuples(amounts(), amounts(), st.none() | reference_dates()).map(
        lambda drawn: model.AmountLimit(floor=min(drawn[:2]), cap=max(drawn[:2]), per_inhabitant=drawn[2])
    )


def indexations() -> st.SearchStrategy[model.Indexation]:
    """Draw indexations with their parts, changes and earmarks."""
    status = st.none() | st.sampled_from(model.IndexStatus)
    changes = st.lists(st.builds(model.YearChange, years(), amounts(), status), max_size=2).map(tuple)
    parts = st.lists(st.builds(model.IndexPart, identifiers(), shares(), changes=changes), max_size=2).map(tuple)
    return st.builds(
        model.Indexation,
        years(),
        parts,
        share=shares(),
        frozen_years=st.lists(years(), max_size=2).map(tuple),
        earmarks=st.deferred(_earmarks),
    )


def _earmarks() -> st.SearchStrategy[Any]:
    from familjen.testing.noun import nouns

    return st.lists(nouns(model.Earmark), max_size=2).map(tuple)


def _cost_steps() -> st.SearchStrategy[Step]:
    return st.one_of(
        st.builds(model.Income, identifiers(), st.none() | amounts()),
        st.builds(model.FromEquity, shares()),
        st.builds(model.Deductible, amounts(), st.none() | identifiers()),
        st.builds(model.Overhead, shares()),
        st.builds(model.Addition, texts(), amounts(), st.none() | years()),
        indexations(),
    )


def _sharing_steps() -> st.SearchStrategy[Step]:
    return st.one_of(
        st.builds(model.Rate, amounts(), st.none() | reference_dates()),
        st.builds(model.FlatFee, amounts()),
        st.builds(model.Distribution, keys(), share=shares()),
        st.builds(model.Distribution, keys(), amount=amounts()),
    )


def _bill_steps() -> st.SearchStrategy[Step]:
    change = st.builds(model.MaxChange, amounts(), reference_dates())
    return st.one_of(amount_limits(), change, st.just(model.SelfCostTest()))
