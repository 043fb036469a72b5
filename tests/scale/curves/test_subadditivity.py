"""Where one provider costs no more than two: proven, tried and refuted."""

import math
import pickle
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale.curves import (
    CostCurve,
    FixedVariable,
    MinimumStaffing,
    PiecewiseLinearCurve,
    PowerCurve,
    SumOfCurves,
    TranslogCurve,
    subadditivity,
)

STEPS = 500
FALLING = PowerCurve(1_000, -0.1)
GROWING = PowerCurve(1_000, 0.1)
STAFF = MinimumStaffing(2, demand=0.5, capacity=1_600, cost=720_000)
KINKED = PiecewiseLinearCurve([(100, 500), (200, 600), (300, 1_500), (900, 1_600)], fixed=100)


@st.composite
def curves(draw: st.DrawFn) -> CostCurve:
    """Draw curves that are subadditive, that are not, and that are in some places."""
    costs = sorted(draw(st.lists(st.integers(1, 1_000), min_size=3, max_size=3)))
    elasticity = draw(st.sampled_from([-0.3, 0, 0.2]))
    kinds = [
        PowerCurve(costs[0], elasticity),
        PiecewiseLinearCurve(list(zip((40, 100, 300), costs, strict=True)), fixed=draw(st.integers(0, costs[0]))),
        TranslogCurve(costs[2], elasticity, draw(st.sampled_from([-0.1, 0.1, 0.5])), reference=100),
        SumOfCurves((("once", FixedVariable(costs[1], 1)), ("grows", PowerCurve(1, 0.3)))),
    ]
    return draw(st.sampled_from(kinds))


@given(curves(), st.integers(50, 5_000))
@settings(max_examples=40, deadline=None)
def test_the_verdict_is_that_of_trying_all_pairs(curve: CostCurve, largest: int) -> None:
    """Up to a largest size every pair of steps is tried; what is said to hold holds, and what fails is found."""
    found = subadditivity(curve, largest)
    sizes = np.arange(1, STEPS + 1) * (largest / STEPS)
    costs = curve.total(sizes)
    one, other = np.array([(i, j) for i in range(STEPS) for j in range(i, STEPS - 1 - i)]).T
    apart = np.full(STEPS, np.inf)
    np.minimum.at(apart, one + other + 1, costs[one] + costs[other])
    saved = costs - apart
    fails = saved > 1e-11 * costs
    inside = np.array([any(low <= size <= high for low, high in found.ranges) for size in sizes])
    assert bool(found) == (not fails.any())
    if not found.is_proven:
        assert (~inside).tolist() == fails.tolist()
        assert found.saved_apart == pytest.approx(max(saved.max(), 0.0), abs=1e-6)


@given(curves(), st.integers(50, 5_000))
@settings(max_examples=40, deadline=None)
def test_the_two_that_it_names_refute_it(curve: CostCurve, largest: int) -> None:
    """They cost less apart than one of their joint size, by what it says."""
    found = subadditivity(curve, largest)
    if found.worst is None:
        assert found.saved_apart == 0
    else:
        one, other = found.worst
        apart = curve.total(one) + curve.total(other)
        assert found.saved_apart > 0
        assert curve.total(one + other) - apart == pytest.approx(found.saved_apart, rel=1e-6)
        assert one + other <= largest * (1 + 1e-12)


@pytest.mark.parametrize(
    "curve", [FALLING, STAFF, FixedVariable(0, 3), FixedVariable(5, 0)], ids=["power", "staff", "variable", "fixed"]
)
def test_a_proof_needs_no_trying(curve: CostCurve) -> None:
    """Where the formula proves it, it holds from zero to the largest size, and trying finds nothing against it."""
    found = subadditivity(curve, 40_000)
    assert bool(found)
    assert found.is_proven
    assert found.ranges == ((0.0, 40_000.0),)
    costs = curve.total(np.arange(1, 401) * 100)
    assert all(costs[k] <= (costs[:k] + costs[:k][::-1]).min() * (1 + 1e-12) for k in range(1, 400))


def test_it_may_hold_in_some_places_only() -> None:
    """The ranges stand in order, and between them two cost less than one."""
    found = subadditivity(KINKED, 1_000)
    assert not found
    assert not found.is_proven
    assert len(found.ranges) > 1
    assert found.ranges[0][0] == 0
    flat = [end for ends in found.ranges for end in ends]
    assert flat == sorted(flat)
    assert [row["from"] for row in found.to_rows()] == [least for least, _ in found.ranges]
    assert not any(row["proven"] for row in found.to_rows())


def test_what_was_only_tried_says_so() -> None:
    """A curve that passes without proof is said to be tried."""
    found = subadditivity(TranslogCurve(70_000_000, -0.1, 0.1, reference=10_000), 20_000)
    assert bool(found)
    assert not found.is_proven
    assert found.explain() == (
        "Up to 20,000, one provider never costs more than two that share its size (tried at 500 sizes)."
    )
    assert "prövat vid 500 storlekar" in found.explain("sv")


def test_it_is_said_in_both_languages() -> None:
    """What is proven says so, and what fails names the two sizes; small numbers keep their digits."""
    assert "bevisat av formeln" in subadditivity(FALLING, 9_999).explain("sv")
    assert str(subadditivity(FALLING, 9_999)).endswith("(proven by the formula).")
    swedish = subadditivity(GROWING, 100_000).explain("sv").replace("\N{NO-BREAK SPACE}", " ")
    assert swedish == (
        "Inte överallt upp till 100 000: 50 000 och 50 000 kostar 21 176 827 kr mindre per år var för sig."
    )
    assert "0.5 and 0.5 cost" in subadditivity(PowerCurve(0.01, 1), 1).explain()
    with pytest.raises(InvalidValueError, match=r"'fi' is not a language of ours"):
        subadditivity(FALLING, 10).explain("fi")


def test_a_notebook_shows_the_ranges_and_the_sentence() -> None:
    """The table has a row for each range."""
    shown = subadditivity(KINKED, 1_000)._repr_html_()
    assert shown.count("<tr>") == 1 + len(subadditivity(KINKED, 1_000).ranges)
    assert "Not everywhere up to 1,000" in shown


def test_it_is_a_value() -> None:
    """It survives pickling and is equal to itself made again."""
    found = subadditivity(KINKED, 1_000)
    assert pickle.loads(pickle.dumps(found)) == found == subadditivity(KINKED, np.int64(1_000))


@pytest.mark.parametrize("largest", [0, -1, math.nan, math.inf, True, "10", None], ids=str)
def test_a_largest_size_lies_above_zero(largest: Any) -> None:
    """What is none is refused."""
    with pytest.raises(InvalidValueError, match=r"largest: the largest size is "):
        subadditivity(FALLING, largest)


@pytest.mark.parametrize("wrong", [None, 5, "power"], ids=str)
def test_what_is_no_curve_is_refused(wrong: Any) -> None:
    """Only a curve can be subadditive."""
    with pytest.raises(InvalidValueError, match=r"curve: .* is no CostCurve"):
        subadditivity(wrong, 100)
