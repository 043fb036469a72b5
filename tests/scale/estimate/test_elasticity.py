"""Elasticities by least squares: against formulas written out in numpy, and against what is known of them."""

import math
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from familjen.scale.estimate import ElasticityEstimate, estimate_elasticity

Floats = NDArray[np.float64]

seeds = st.integers(0, 10**6)


def made(seed: int, number: int = 40, elasticity: float = -0.1) -> tuple[Floats, Floats]:
    """Give sizes, and costs of each unit that spread more the smaller the size."""
    rng = np.random.default_rng(seed)
    sizes = np.exp(rng.normal(9.5, 1.0, number))
    noise = rng.normal(0, 1, number) * 0.3 * (sizes / 10_000) ** -0.3
    return sizes, np.exp(11.5 + elasticity * np.log(sizes) + noise)


def by_hand(sizes: Floats, costs: Floats, kind: str) -> tuple[Floats, Floats]:
    """Fit ln c to a constant and ln N, and give the coefficients and their errors by the textbook's formulas."""
    design = np.column_stack([np.ones(len(sizes)), np.log(sizes)])
    bread = np.linalg.inv(design.T @ design)
    found = bread @ design.T @ np.log(costs)
    left = np.log(costs) - design @ found
    number, width = design.shape
    leverage = np.einsum("ij,jk,ik->i", design, bread, design)
    scales: dict[str, Any] = {
        "HC0": np.ones(number),
        "HC1": np.full(number, number / (number - width)),
        "HC2": 1 / (1 - leverage),
        "HC3": 1 / (1 - leverage) ** 2,
    }
    if kind == "classical":
        return found, np.sqrt(np.diag(bread * (left @ left) / (number - width)))
    meat = design.T @ (design * (left**2 * scales[kind])[:, None])
    return found, np.sqrt(np.diag(bread @ meat @ bread))


@pytest.mark.parametrize("kind", ["HC0", "HC1", "HC2", "HC3", "classical"])
@given(seed=seeds, number=st.integers(4, 60))
@settings(max_examples=30, deadline=None)
def test_standard_errors_are_those_of_the_formulas(kind: str, seed: int, number: int) -> None:
    """Coefficient and standard error are those of the sandwich written out, for each kind of errors."""
    sizes, costs = made(seed, number)
    found = estimate_elasticity(sizes, costs, costs_are="per unit", robust=kind)
    coefficients, errors = by_hand(sizes, costs, kind)
    assert found.elasticity.value == pytest.approx(coefficients[1], abs=1e-9)
    assert found.elasticity.error == pytest.approx(errors[1], rel=1e-6)


def test_errors_of_clusters_are_those_of_the_formula() -> None:
    """With clusters, scores are summed within each before they are squared, with the usual correction for few."""
    sizes, costs = made(7, 60)
    groups = np.arange(60) % 12
    found = estimate_elasticity(sizes, costs, costs_are="per unit", clusters=groups.tolist())
    design = np.column_stack([np.ones(60), np.log(sizes)])
    bread = np.linalg.inv(design.T @ design)
    left = np.log(costs) - design @ bread @ design.T @ np.log(costs)
    scores = np.array([(design[groups == each] * left[groups == each, None]).sum(axis=0) for each in range(12)])
    covariance = bread @ scores.T @ scores @ bread * (12 / 11) * (59 / 58)
    assert found.elasticity.error == pytest.approx(math.sqrt(covariance[1, 1]), rel=1e-9)
    assert found.fit.freedom == 11


@given(seed=seeds, scale=st.floats(1e-3, 1e3), unit=st.floats(1e-3, 1e3))
@settings(max_examples=30, deadline=None)
def test_units_of_size_and_cost_do_not_matter(seed: int, scale: float, unit: float) -> None:
    """An elasticity is the same in kronor and thousands of them, and in inhabitants and thousands of them."""
    sizes, costs = made(seed)
    one = estimate_elasticity(sizes, costs, costs_are="per unit").elasticity
    other = estimate_elasticity(sizes * scale, costs * unit, costs_are="per unit").elasticity
    assert other.value == pytest.approx(one.value, abs=1e-9)
    assert other.error == pytest.approx(one.error, rel=1e-6)


@given(seed=seeds)
@settings(max_examples=30, deadline=None)
def test_total_costs_and_costs_per_unit_say_the_same(seed: int) -> None:
    """Total costs give the elasticity of the cost per unit, as costs per unit do."""
    sizes, costs = made(seed)
    one = estimate_elasticity(sizes, costs, costs_are="per unit").elasticity
    other = estimate_elasticity(sizes, costs * sizes, costs_are="total").elasticity
    assert other.value == pytest.approx(one.value, abs=1e-9)
    assert other.total == pytest.approx(1 + one.value, abs=1e-9)


@given(seed=seeds)
@settings(max_examples=30, deadline=None)
def test_the_order_of_observations_does_not_matter(seed: int) -> None:
    """Observations in another order give the same elasticity and error."""
    sizes, costs = made(seed)
    order = np.random.default_rng(seed).permutation(len(sizes))
    one = estimate_elasticity(sizes, costs, costs_are="per unit").elasticity
    other = estimate_elasticity(sizes[order], costs[order], costs_are="per unit").elasticity
    assert (other.value, other.error) == pytest.approx((one.value, one.error), rel=1e-9)


@given(elasticity=st.floats(-0.9, 0.9), level=st.floats(0.1, 1e6))
@settings(max_examples=30, deadline=None)
def test_costs_that_follow_a_power_give_its_exponent(elasticity: float, level: float) -> None:
    """Without noise the elasticity is found, and nothing is said against the fit."""
    sizes = np.array([900.0, 2_500.0, 8_000.0, 30_000.0, 140_000.0])
    found = estimate_elasticity(sizes, level * sizes**elasticity, costs_are="per unit")
    assert found.elasticity.value == pytest.approx(elasticity, abs=1e-9)
    assert found.elasticity.error == pytest.approx(0, abs=1e-8)
    assert found.diagnostics.right_form is None
    assert found.diagnostics.outliers == ()


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    """Of 95 % intervals with HC3 errors, 93 to 97 of a hundred hold the true elasticity, where the spread is uneven."""
    held = sum(
        slope.low <= -0.1 <= slope.high
        for slope in (
            estimate_elasticity(*made(seed, 80), costs_are="per unit", robust="HC3").elasticity for seed in range(1_000)
        )
    )
    assert 930 <= held <= 970


def test_classical_errors_are_too_small_where_the_small_spread_more() -> None:
    """Where the ends of the sizes spread most, classical errors are smaller than robust ones, by a tenth at least."""
    rng = np.random.default_rng(4)
    sizes = np.exp(rng.normal(9.5, 1.0, 400))
    far = np.abs(np.log(sizes) - 9.5)
    costs = np.exp(11.5 - 0.1 * np.log(sizes) + rng.normal(0, 0.2, 400) * far)
    robust, classical = (
        estimate_elasticity(sizes, costs, costs_are="per unit", robust=kind).elasticity.error
        for kind in ("HC1", "classical")
    )
    assert classical < 0.9 * robust


def test_a_control_takes_its_part() -> None:
    """With a control that size goes together with, the elasticity is the one that made the costs."""
    rng = np.random.default_rng(3)
    logs = rng.normal(9.5, 1.0, 500)
    age = 50 - 3 * logs + rng.normal(0, 1, 500)
    costs = np.exp(10 + 0.0 * logs + 0.05 * age + rng.normal(0, 0.02, 500))
    alone = estimate_elasticity(np.exp(logs), costs, costs_are="per unit")
    beside = estimate_elasticity(np.exp(logs), costs, costs_are="per unit", controls={"age": age})
    assert alone.elasticity.value == pytest.approx(-0.15, abs=0.01)
    assert beside.elasticity.value == pytest.approx(0.0, abs=0.005)
    assert dict(zip(beside.fit.names, beside.fit.coefficients, strict=True))["age"] == pytest.approx(0.05, abs=0.002)


def test_lists_arrays_decimals_and_frames_give_the_same() -> None:
    """Columns may be lists, arrays, Decimals, or columns of a data frame."""
    pandas = pytest.importorskip("pandas")
    sizes, costs = [1_000, 2_500, 9_000, 40_000, 90_000], [90, 84, 70, 66, 65]
    frame = pandas.DataFrame({"size": sizes, "cost": costs, "age": [40, 44, 41, 47, 42]})
    asked: list[tuple[Any, Any, Any]] = [
        (sizes, costs, {"age": [40, 44, 41, 47, 42]}),
        (np.array(sizes), np.array(costs), {"age": np.array([40, 44, 41, 47, 42])}),
        ([Decimal(size) for size in sizes], costs, {"age": (40, 44, 41, 47, 42)}),
        (frame["size"], frame["cost"], frame[["age"]]),
    ]
    found = [
        estimate_elasticity(size, cost, costs_are="per unit", controls=controls).elasticity
        for size, cost, controls in asked
    ]
    assert all(each == found[0] for each in found)


def by_class(estimate: ElasticityEstimate) -> list[tuple[int, float, float]]:
    """Give the number, elasticity and error of each class."""
    return [(each.number, each.elasticity.value, each.elasticity.error) for each in estimate.classes]


@given(seed=seeds, cut=st.floats(0.3, 0.7))
@settings(max_examples=30, deadline=None)
def test_each_class_is_a_regression_of_its_own(seed: int, cut: float) -> None:
    """A class from a size holds that size, and its elasticity is that of its observations alone."""
    sizes, costs = made(seed)
    split = float(np.sort(sizes)[int(cut * 40)])
    found = estimate_elasticity(sizes, costs, costs_are="per unit", split=split)
    low = sizes < split
    alone = [estimate_elasticity(sizes[part], costs[part], costs_are="per unit").elasticity for part in (low, ~low)]
    expected = [(int(part.sum()), slope.value, slope.error) for part, slope in zip((low, ~low), alone, strict=True)]
    assert np.array(by_class(found)) == pytest.approx(np.array(expected), rel=1e-9)
    assert sum(each.number for each in found.classes) == len(sizes)
