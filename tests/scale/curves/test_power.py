"""Power curves: what joining saves, and the curve through one known point."""

import math
from decimal import Decimal, localcontext
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale.assumption import Assumption
from familjen.scale.curves import PowerCurve, TranslogCurve, fitted_through

elasticities = st.decimals(-1, 1, places=3)
many_sizes = st.lists(st.integers(100, 200_000), min_size=2, max_size=6)


@given(elasticities, many_sizes, st.integers(1, 10**6))
@settings(max_examples=30, deadline=None)
def test_joining_saves_what_the_formula_says(elasticity: Decimal, sizes: list[int], coefficient: int) -> None:
    """The share saved is 1 − (ΣN)^(1+e) / ΣN^(1+e), whatever the coefficient; by Decimals of forty digits."""
    curve = PowerCurve(coefficient, elasticity)
    saved = 1 - curve.total(sum(sizes)) / curve.total(sizes).sum()
    with localcontext(prec=40):
        power = 1 + elasticity
        expected = 1 - Decimal(sum(sizes)) ** power / sum(Decimal(size) ** power for size in sizes)
    assert saved == pytest.approx(float(expected), abs=1e-11)


@given(many_sizes)
@settings(max_examples=30, deadline=None)
def test_without_an_elasticity_nothing_is_saved(sizes: list[int]) -> None:
    """The default says that size saves nothing: what is paid together is what is paid apart."""
    curve = PowerCurve(7_000)
    assert curve.total(sum(sizes)) == pytest.approx(curve.total(sizes).sum(), rel=1e-14)
    assert curve.elasticity == Assumption(0)


@given(elasticities, st.floats(1, 1e6), st.floats(1, 1e6), st.floats(1, 1e9))
@settings(max_examples=30, deadline=None)
def test_a_reference_only_says_where_the_coefficient_holds(
    elasticity: Decimal, size: float, reference: float, cost: float
) -> None:
    """The reference size costs the coefficient, and the curve is that of another coefficient at 1."""
    curve = PowerCurve(cost, elasticity, reference=reference)
    assert curve.total(reference) == cost
    at_one = cost / reference ** (1 + float(elasticity))
    assert curve.total(size) == pytest.approx(at_one * size ** (1 + float(elasticity)), rel=1e-9)
    assert curve.cost_elasticity(size) == pytest.approx(1 + float(elasticity))


@given(elasticities, st.floats(1, 1e6), st.floats(1, 1e9))
@settings(max_examples=30, deadline=None)
def test_it_goes_through_the_known_point_whatever_the_elasticity(elasticity: Decimal, size: float, cost: float) -> None:
    """Other elasticities turn the curve around the point that is known."""
    low, high = sorted((elasticity, Decimal(0)))
    curve = fitted_through(size, cost, Assumption(elasticity, low=low, high=high))
    assert curve.total(size) == cost
    assert curve.total(size, {"elasticity": np.array([-1.0, float(low), 0.0, 1.0])}).tolist() == [cost] * 4


def test_a_fitted_curve_assumes_no_saving_by_itself() -> None:
    """Without an elasticity the average is the known one at every size, in the unit that is asked for."""
    curve = fitted_through(40, 9_000_000, unit="cases")
    assert curve.average([1, 40, 4_000]).tolist() == pytest.approx([225_000.0] * 3)
    assert curve.unit == "cases"
    assert curve == PowerCurve(9_000_000, 0, reference=40, unit="cases")


def test_a_translog_without_curvature_is_a_power_curve() -> None:
    """Both have one elasticity at every size."""
    sizes = np.geomspace(1, 1e6, 50)
    flat = TranslogCurve(3_000_000, -0.2, 0, reference=500)
    assert flat.total(sizes) == pytest.approx(PowerCurve(3_000_000, -0.2, reference=500).total(sizes), rel=1e-12)


@pytest.mark.parametrize(
    ("elasticity", "proven"), [(-1, True), (-0.07, True), (0, True), (0.01, False), (1, False)], ids=str
)
def test_subadditivity_is_proven_by_the_sign_of_the_elasticity(elasticity: float, *, proven: bool) -> None:
    """One provider never costs more than two where the average does not grow."""
    assert PowerCurve(1, elasticity).proven_subadditive() is proven


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"coefficient": 0}, r"PowerCurve\.coefficient: 0 is outside what it may be: above 0"),
        ({"coefficient": -1}, r"coefficient: -1 is outside"),
        ({"coefficient": math.nan}, r"PowerCurve\.coefficient: it is NaN"),
        ({"coefficient": Assumption(1, low=0)}, r"coefficient: 0 is outside"),
        ({"elasticity": 1.01}, r"PowerCurve\.elasticity: 1\.01 is outside what it may be: at least -1 and at most 1"),
        ({"elasticity": -1.5}, r"elasticity: -1\.5 is outside"),
        ({"elasticity": "low"}, r"elasticity: it is 'low', which is no number"),
        ({"elasticity": True}, r"elasticity: it is True, which is no number"),
        ({"reference": 0}, r"reference: the reference size is 0; give a number above zero"),
        ({"reference": math.inf}, r"reference: the reference size is Infinity"),
        (
            {"reference": Assumption(1)},
            r"reference: the reference size is Assumption\(1, assumed\), which is no number",
        ),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_bad_fields_are_refused(fields: dict[str, Any], reason: str) -> None:
    """Each field says what is wrong with it."""
    with pytest.raises(InvalidValueError, match=reason):
        PowerCurve(**{"coefficient": 1, **fields})


@pytest.mark.parametrize(
    ("size", "cost", "elasticity", "reason"),
    [
        (0, 1, 0, r"the reference size is 0"),
        ("40", 1, 0, r"the reference size is '40', which is no number"),
        (40, 0, 0, r"coefficient: 0 is outside what it may be: above 0"),
        (40, math.inf, 0, r"coefficient: it is Infinity"),
        (40, 1, -2, r"elasticity: -2 is outside"),
    ],
    ids=["no size", "text", "no cost", "infinite", "elasticity"],
)
def test_a_point_that_is_none_is_refused(size: Any, cost: Any, elasticity: Any, reason: str) -> None:
    """A known point has a size and a cost above zero."""
    with pytest.raises(InvalidValueError, match=reason):
        fitted_through(size, cost, elasticity)


def test_text_says_the_numbers() -> None:
    """A sentence gives cost and elasticity, in both languages."""
    curve = fitted_through(15_000, 4_200_000, Assumption(-0.07, low=-0.16, high=0))
    assert curve.text() == (
        "A size of 15,000 inhabitants costs 4,200,000 kr a year; one per cent more inhabitants go with -0.07 (-0.16 "
        "to 0) per cent of change in the cost of each."
    )
    assert curve.text("sv").replace("\N{NO-BREAK SPACE}", " ") == (
        "En storlek av 15 000 invånare kostar 4 200 000 kr per år; när storleken ökar en procent ändras kostnaden per "
        "enhet -0,07 (-0,16 till 0) procent."
    )
