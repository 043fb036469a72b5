"""Straight lines between known points: what lies between, below and above."""

import math
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale.assumption import Assumption
from familjen.scale.curves import PiecewiseLinearCurve, subadditivity

POINTS = [(5_000, 2_000_000), (15_000, 5_000_000), (40_000, 12_000_000)]


@st.composite
def curves(draw: st.DrawFn) -> PiecewiseLinearCurve:
    """Draw a curve of one to five points, of whole numbers."""
    number = draw(st.integers(1, 5))
    sizes = sorted(draw(st.sets(st.integers(1, 100), min_size=number, max_size=number)))
    costs = sorted(draw(st.lists(st.integers(0, 100), min_size=number, max_size=number)))
    fixed = draw(st.integers(0, costs[0]))
    return PiecewiseLinearCurve(list(zip(sizes, costs, strict=True)), fixed=fixed)


def nodes_of(curve: PiecewiseLinearCurve) -> list[tuple[Fraction, Fraction]]:
    """List the points with the one at size zero."""
    start = (Fraction(0), Fraction(curve.fixed.base))
    return [start, *((Fraction(size), Fraction(cost)) for size, cost in curve.points)]


@given(curves(), st.lists(st.floats(0.1, 200), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_it_is_what_interpolation_gives(curve: PiecewiseLinearCurve, sizes: list[float]) -> None:
    """Up to the last point it is numpy's interpolation from (0, fixed); above, the last line goes on."""
    nodes = np.array([[float(one), float(other)] for one, other in nodes_of(curve)])
    found = curve.total(sizes)
    within = np.interp(sizes, nodes[:, 0], nodes[:, 1])
    slope = (nodes[-1, 1] - nodes[-2, 1]) / (nodes[-1, 0] - nodes[-2, 0])
    above = nodes[-1, 1] + slope * (np.array(sizes) - nodes[-1, 0])
    assert found == pytest.approx(np.where(np.array(sizes) > nodes[-1, 0], above, within), abs=1e-9)


@given(curves())
@settings(max_examples=60, deadline=None)
def test_it_goes_through_its_points(curve: PiecewiseLinearCurve) -> None:
    """At a point the cost is the point's, to the last bit, and only within the points is nothing extrapolated."""
    sizes, costs = ([float(point[side]) for point in curve.points] for side in (0, 1))
    assert curve.total(sizes).tolist() == costs
    assert not curve.is_extrapolated(sizes).any()
    assert curve.is_extrapolated([sizes[0] * 0.99, sizes[-1] * 1.01]).all()
    assert curve.observed == (curve.points[0][0], curve.points[-1][0])


@given(curves())
@settings(max_examples=60, deadline=None)
def test_what_is_proven_subadditive_is_so(curve: PiecewiseLinearCurve) -> None:
    """Proof is exactly a falling average, and no two whole sizes refute it, in exact numbers."""
    nodes = nodes_of(curve)
    intercepts = [c - (d - c) / (t - s) * s for (s, c), (t, d) in pairwise(nodes)]
    assert curve.proven_subadditive() == all(each >= 0 for each in intercepts)
    if curve.proven_subadditive():
        costs = curve.total(np.arange(1, 201))
        for size in range(2, 201):
            apart = costs[: size - 1] + costs[: size - 1][::-1]
            assert costs[size - 1] <= apart.min() + 1e-9


def test_nothing_is_saved_below_the_first_point_unless_somebody_says_so() -> None:
    """By default the first point's average holds below it; a fixed cost raises the average there."""
    assert PiecewiseLinearCurve(POINTS).average([1, 2_500, 5_000]).tolist() == pytest.approx([400.0] * 3)
    with_fixed = PiecewiseLinearCurve(POINTS, fixed=500_000)
    assert with_fixed.total(2_500) == 1_250_000
    assert with_fixed.total(0.001) == pytest.approx(500_000, abs=1)


def test_one_point_is_a_line() -> None:
    """It goes from the fixed cost through the point, and on."""
    curve = PiecewiseLinearCurve([(10, 30)], fixed=10)
    assert curve.total([5, 10, 20]).tolist() == [20.0, 30.0, 50.0]


def test_a_fixed_cost_may_be_uncertain() -> None:
    """It alone has a range, and only sizes below the first point follow it."""
    curve = PiecewiseLinearCurve(POINTS, fixed=Assumption(500_000, low=0, high=1_000_000))
    assert list(curve.parameters()) == ["fixed"]
    found = curve.total([2_500, 15_000], {"fixed": np.array([[0.0], [1e6]])})
    assert found.tolist() == [[1_000_000.0, 5_000_000.0], [1_500_000.0, 5_000_000.0]]


def test_a_steeper_line_is_not_proven_but_refuted() -> None:
    """Where the average grows, two providers cost less, and trying finds them."""
    curve = PiecewiseLinearCurve([(10, 10), (20, 100)])
    assert not curve.proven_subadditive()
    found = subadditivity(curve, 20)
    assert found.worst == pytest.approx((10, 10))
    assert found.saved_apart == pytest.approx(80)


def test_points_are_kept_as_they_are_written() -> None:
    """Points are Decimals, from a mapping or from pairs, and the observed sizes can be stated otherwise."""
    curve = PiecewiseLinearCurve({0.1: 1, 2: 3.5})
    assert curve.points == ((Decimal("0.1"), Decimal(1)), (Decimal(2), Decimal("3.5")))
    assert PiecewiseLinearCurve(POINTS, observed=(1, 2)).observed == (Decimal(1), Decimal(2))


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        ([], r"points: \[\] holds no pairs"),
        (5, r"points: 5 holds no pairs"),
        ([(1, 2, 3)], r"points: \(1, 2, 3\) is no pair"),
        ([(0, 1)], r"points: the size of a point is 0; give a number above zero"),
        ([(math.nan, 1)], r"points: the size of a point is NaN"),
        ([(1, math.inf)], r"points: the cost at size 1 is Infinity"),
        ([(1, True)], r"points: the cost at size 1 is True, which is no number"),
        ([(1, "1")], r"points: the cost at size 1 is '1', which is no number"),
        ([(1, -1)], r"points: size 1 costs -1, below 0; costs are zero or more, and fall nowhere"),
        ([(1, 5), (2, 4)], r"points: size 2 costs 4, below 5"),
        ([(1, 5), (1, 6)], r"points: size 1 comes after 1; give growing sizes"),
        ([(2, 5), (1, 6)], r"points: size 1 comes after 2; give growing sizes"),
    ],
    ids=[
        "none",
        "number",
        "triple",
        "zero",
        "nan",
        "infinite",
        "bool",
        "text",
        "negative",
        "falling",
        "twice",
        "order",
    ],
)
def test_bad_points_are_refused(points: Any, reason: str) -> None:
    """The first point that is wrong is named, with what to give."""
    with pytest.raises(InvalidValueError, match=reason):
        PiecewiseLinearCurve(points)


@pytest.mark.parametrize(
    ("fixed", "reason"),
    [
        (-1, r"PiecewiseLinearCurve\.fixed: -1 is outside what it may be: at least 0"),
        (2_000_001, r"PiecewiseLinearCurve\.fixed: 2000001 is above the first point's cost of 2000000"),
        (Assumption(0, high=3_000_000), r"fixed: 3000000 is above the first point's cost"),
        (math.nan, r"fixed: it is NaN"),
        ("x", r"fixed: it is 'x'"),
    ],
    ids=["negative", "above", "high end", "nan", "text"],
)
def test_a_bad_fixed_cost_is_refused(fixed: Any, reason: str) -> None:
    """It is from zero to what the first point costs, over its whole range."""
    with pytest.raises(InvalidValueError, match=reason):
        PiecewiseLinearCurve(POINTS, fixed=fixed)


def test_text_lists_the_points() -> None:
    """A sentence gives each point, in both languages."""
    curve = PiecewiseLinearCurve(POINTS[:2])
    assert curve.text() == (
        "A year costs 2,000,000 kr at 5,000 and 5,000,000 kr at 15,000 inhabitants, straight lines between, from 0 kr "
        "at size zero; above the last, the last line goes on."
    )
    assert curve.text("sv").replace("\N{NO-BREAK SPACE}", " ") == (
        "Ett år kostar 2 000 000 kr vid 5 000 och 5 000 000 kr vid 15 000 invånare, däremellan räta linjer, från 0 kr "
        "vid storleken noll; över den sista fortsätter den sista linjen."
    )
