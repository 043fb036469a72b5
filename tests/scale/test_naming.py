"""The names that assumptions go by."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from tests.scale.drawn import cooperation, services

from familjen.errors import InvalidValueError
from familjen.scale import Cooperating, FixedVariable, Meetings, PowerCurve, ServiceCost, SumOfCurves, Transfer
from familjen.scale.naming import assumptions_of, base_numbers, below, with_numbers


def test_names_are_paths() -> None:
    """A name is the way to the assumption: field by field, part by part, and by place in a row."""
    parts = {"staff": FixedVariable(2, 3), "system": PowerCurve(5)}
    assert list(assumptions_of(SumOfCurves(parts), "curve")) == [
        "curve.staff.fixed",
        "curve.staff.variable",
        "curve.system.coefficient",
        "curve.system.elasticity",
    ]
    own = Cooperating(meetings=(Meetings(1, hours=2, rate=3),), transfers=(Transfer("staff", people=4, each=5),))
    names = assumptions_of(own)
    assert {name for name in names if "[" in name} == {
        *[f"meetings[0].{name}" for name in ("times", "hours", "rate", "people", "travel")],
        *[f"transfers[0].{name}" for name in ("people", "each")],
    }
    assert names["transfers[0].each"].base == 5


@given(cooperation())
@settings(max_examples=30, deadline=None)
def test_its_own_numbers_change_nothing_but_certainty(own: Cooperating) -> None:
    """A noun given its own bases has the same bases, all certain, and a noun given nothing is the same."""
    bases = {name: each.base for name, each in assumptions_of(own).items()}
    fixed = with_numbers(own, bases)
    assert all(each.is_certain for each in assumptions_of(fixed).values())
    assert base_numbers(fixed) == base_numbers(own) == {name: float(base) for name, base in bases.items()}
    assert with_numbers(own, {}) is own


@given(services())
@settings(max_examples=30, deadline=None)
def test_parts_find_their_own_numbers(service: ServiceCost) -> None:
    """What lies below a part's name are its own assumptions, by their own names, and nothing else."""
    numbers = {name: np.asarray(float(each.base)) for name, each in service.assumptions.items()}
    assert below(numbers, "cooperating") == base_numbers(service.cooperating)
    first = service.pools[0]
    density = {f"density.{name}": number for name, number in base_numbers(first.density).items()}
    assert below(numbers, "curve") == base_numbers(first.curve) | density
    assert below(numbers, "curv") == {}


def test_what_holds_no_assumption_has_none() -> None:
    """Text, numbers and nothing have no assumptions and stay as they are."""
    for value in ("text", 5, None, Decimal(2), (1, 2), []):
        assert assumptions_of(value, "it") == {}
        assert with_numbers(value, {"it": Decimal(1)}, "it") == value


def test_a_number_outside_its_limits_is_refused() -> None:
    """A number that the field may not hold is refused by the field."""
    with pytest.raises(InvalidValueError, match=r"FixedVariable\.fixed: -1 is outside what it may be"):
        with_numbers(FixedVariable(1, 1), {"fixed": Decimal(-1)})
