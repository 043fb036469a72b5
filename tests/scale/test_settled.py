"""What is saved, free of the rounding of floats."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.drawn import services

from familjen.scale import Discounting, PowerCurve, ServiceCost
from familjen.scale.outcomes import Outcomes, outcomes, settled


@given(services(), st.integers(1, 20))
@settings(max_examples=30, deadline=None)
def test_what_is_saved_is_what_is_paid_apart_and_together(service: ServiceCost, horizon: int) -> None:
    """Savings and nets are differences of what is paid, to a thousand-millionth of it and no more."""
    found = outcomes(service, {}, discounting=Discounting(0.04), horizon=horizon)
    number = len(service.parties)
    shares = np.arange(1.0, number + 1) / (number * (number + 1) / 2)
    room = 2 * max(found.rounding()) * (1 + horizon)
    saving = found.alone.sum(axis=1) - found.together
    assert np.abs(found.saving - saving).max() <= room
    assert np.abs(found.net - (saving * found.worth - found.once)).max() <= room
    savings = found.alone - np.outer(found.together, shares)
    assert found.savings(shares).shape == found.nets(shares).shape == (1, number)
    assert np.abs(found.savings(shares) - savings).max() <= room
    nets = savings * found.worth[:, None] - np.outer(found.once, shares)
    assert np.abs(found.nets(shares) - nets).max() <= room


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=8), st.integers(1, 30), st.floats(1e-3, 1e6))
@settings(max_examples=30, deadline=None)
def test_costs_in_proportion_to_size_gain_nothing(sizes: list[int], horizon: int, each: float) -> None:
    """Where each unit of size costs the same, nobody gains or loses, to the last bit."""
    service = ServiceCost.of({f"p{place}": size for place, size in enumerate(sizes)}, PowerCurve(each))
    found = outcomes(service, {}, horizon=horizon)
    shares = np.array(sizes) / sum(sizes)
    assert not any(each.any() for each in (found.saving, found.net, found.savings(shares), found.nets(shares)))


@pytest.mark.parametrize(
    ("amount", "paid", "kept"),
    [(1.0, 1e8, 1.0), (-1.0, 1e8, -1.0), (0.09, 1e8, 0.0), (-0.1, 1e8, 0.0), (0.0, 0.0, 0.0), (1e-12, 0.0, 1e-12)],
    ids=str,
)
def test_only_rounding_is_taken_for_zero(amount: float, paid: float, kept: float) -> None:
    """Less than a thousand-millionth of what is paid is nothing; anything else stays as it is."""
    assert settled(np.array([amount]), np.array([paid])).tolist() == [kept]


def test_rounding_is_a_thousand_millionth_of_what_is_paid_most() -> None:
    """What counts as rounding follows the largest of the sums, over a year and over the horizon with the start."""
    found = Outcomes(np.array([[1e9, 1e9], [1.0, 2.0]]), np.ones(2), np.array([0.0, 1e10]), np.array([3.0, 1.0]))
    assert found.rounding() == pytest.approx((2.0, 10.000000003))
