"""Gains free of the rounding of floats."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.drawn import services

from familjen.scale import Discounting, PowerCurve, ServiceCost
from familjen.scale.outcomes import Outcomes, outcomes
from familjen.scale.uncertainty.gains import of_all, of_each, rounding, settled


@given(services(), st.integers(1, 20))
@settings(max_examples=30, deadline=None)
def test_gains_are_those_of_the_outcomes(service: ServiceCost, horizon: int) -> None:
    """Savings and nets are those of the outcomes, to a thousand-millionth of what is paid and no more."""
    found = outcomes(service, {}, discounting=Discounting(0.04), horizon=horizon)
    number = len(service.parties)
    shares = np.arange(1.0, number + 1) / (number * (number + 1) / 2)
    room = [2 * each for each in rounding(found)]
    for ours, plain in zip(of_all(found), (found.saving, found.net), strict=True):
        assert np.abs(ours - plain).max() <= max(room) * (1 + horizon)
    for ours, plain in zip(of_each(found, shares), (found.savings(shares), found.nets(shares)), strict=True):
        assert ours.shape == (1, number)
        assert np.abs(ours - plain).max() <= max(room) * (1 + horizon)


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=8), st.integers(1, 30), st.floats(1e-3, 1e6))
@settings(max_examples=30, deadline=None)
def test_costs_in_proportion_to_size_gain_nothing(sizes: list[int], horizon: int, each: float) -> None:
    """Where each unit of size costs the same, nobody gains or loses, to the last bit."""
    service = ServiceCost.of({f"p{place}": size for place, size in enumerate(sizes)}, PowerCurve(each))
    found = outcomes(service, {}, horizon=horizon)
    shares = np.array(sizes) / sum(sizes)
    assert not any(numbers.any() for numbers in (*of_all(found), *of_each(found, shares)))


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
    assert rounding(found) == pytest.approx((2.0, 10.000000003))
