"""Minimum staffing: whole people, exact at whole multiples, never fewer than the minimum."""

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale.assumption import Assumption
from familjen.scale.curves import MinimumStaffing, SumOfCurves

loads = st.decimals(Decimal("0.001"), 100, places=3)
many_sizes = st.lists(st.integers(1, 200_000), min_size=1, max_size=6)


def staffing(minimum: Any = 1, demand: Any = 1, capacity: Any = 1, cost: Any = 1) -> MinimumStaffing:
    """Make a curve from few numbers."""
    return MinimumStaffing(minimum, demand=demand, capacity=capacity, cost=cost)


@given(st.decimals(0, 20, places=1), loads, loads, many_sizes)
@settings(max_examples=60, deadline=None)
def test_people_are_what_exact_numbers_give(
    minimum: Decimal, demand: Decimal, capacity: Decimal, sizes: list[int]
) -> None:
    """Floats give the people that fractions give, and never fewer than the minimum."""
    found = staffing(minimum, demand, capacity).people(sizes)
    exact = [max(Fraction(minimum), math.ceil(size * Fraction(demand) / Fraction(capacity))) for size in sizes]
    assert found.tolist() == [float(each) for each in exact]
    assert found.min() >= float(minimum)


@given(loads, loads, st.integers(1, 10_000))
@settings(max_examples=60, deadline=None)
def test_a_whole_multiple_is_not_rounded_up(demand: Decimal, capacity: Decimal, people: int) -> None:
    """What exactly so many people manage needs so many, and a thousandth more needs one more."""
    curve = staffing(0, demand, capacity)
    full = Decimal(people) * capacity / demand
    if full == full.quantize(Decimal("1e-9")):
        assert curve.people(full) == people
    assert curve.people(float(full) * (1 + 1e-3 / people)) == people + 1
    assert curve.people(float(full) * (1 - 1e-3 / people)) == people


@pytest.mark.parametrize(
    ("size", "demand", "capacity", "people"),
    [(3, 0.1, 0.1, 3), (3, 0.1, 0.3, 1), (7, 0.07, 0.49, 1), (1100, 1.1, 121, 10), (9, 0.1, 0.3, 3)],
    ids=str,
)
def test_floats_that_are_whole_in_decimals_are_whole(size: int, demand: float, capacity: float, people: int) -> None:
    """Products that floats miss by a bit need no further person."""
    assert staffing(0, demand, capacity).people(size) == people
    assert staffing(0, demand, capacity).people(np.array([size])).tolist() == [people]


@given(st.decimals(0, 5, places=1), loads, loads, many_sizes, st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_joining_never_needs_more_people(
    minimum: Decimal, demand: Decimal, capacity: Decimal, sizes: list[int], cost: int
) -> None:
    """Together they need at most what they need apart, and the cost is a person's cost for each."""
    curve = staffing(minimum, demand, capacity, cost)
    assert curve.people(sum(sizes)) <= curve.people(sizes).sum()
    assert curve.total(sizes).tolist() == pytest.approx((cost * curve.people(sizes)).tolist())
    assert curve.proven_subadditive()


def test_between_the_steps_nothing_is_added() -> None:
    """One more inhabitant costs nothing or a whole person; the elasticity between is zero."""
    curve = staffing(2, 0.5, 1_600, 720_000)
    assert curve.marginal([100, 6_399, 6_400, 6_401]).tolist() == [0.0, 0.0, 720_000.0, 0.0]
    assert curve.cost_elasticity([100, 6_400]).tolist() == [0.0, 0.0]


def test_a_minimum_with_a_range_is_kept_as_it_is() -> None:
    """A minimum may be part of a person, also where it is drawn from a range; the demand comes in whole ones."""
    curve = staffing(Assumption(1.5, low=1, high=2), 1, 10)
    found = curve.total([1, 25], {"minimum": np.array([[1.2], [1.7]])})
    assert found.tolist() == [[1.2, 3.0], [1.7, 3.0]]


def test_several_posts_are_a_sum() -> None:
    """Each post has its own minimum and its own whole people."""
    posts = SumOfCurves({"lawyer": staffing(1, 0.1, 1_000, 800), "clerk": staffing(2, 0.2, 1_000, 500)})
    assert posts.total([5_000, 15_000]).tolist() == [1_800.0, 2 * 800 + 3 * 500]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"minimum": -1}, r"MinimumStaffing\.minimum: -1 is outside what it may be: at least 0"),
        ({"minimum": math.nan}, r"minimum: it is NaN"),
        ({"demand": -0.5}, r"demand: -0\.5 is outside"),
        ({"demand": "x"}, r"demand: it is 'x'"),
        ({"capacity": 0}, r"MinimumStaffing\.capacity: 0 is outside what it may be: above 0"),
        ({"capacity": Assumption(1, low=0)}, r"capacity: 0 is outside"),
        ({"capacity": math.inf}, r"capacity: it is Infinity"),
        ({"cost": -1}, r"cost: -1 is outside"),
        ({"cost": True}, r"cost: it is True"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_bad_fields_are_refused(fields: dict[str, Any], reason: str) -> None:
    """Each field says what is wrong with it."""
    with pytest.raises(InvalidValueError, match=reason):
        staffing(**fields)


def test_what_is_no_size_needs_no_people() -> None:
    """People are asked for of sizes above zero, within what floats hold."""
    with pytest.raises(InvalidValueError, match=r"sizes are finite numbers above zero"):
        staffing().people(0)
    with pytest.raises(InvalidValueError, match=r"goes beyond 10\^308"):
        staffing(demand=10**10).people(1e300)
