"""Forms in which the elasticity changes with size: translog and spline."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.scale.estimate import estimate_elasticity
from familjen.scale.estimate.forms import Form, size_columns, size_slopes

SIZES = np.geomspace(2_000, 900_000, 25)


@given(elasticity=st.floats(-0.3, 0.3), curvature=st.floats(-0.2, 0.2), at=st.floats(1_000, 2e6))
@settings(max_examples=30, deadline=None)
def test_a_translog_is_found_where_it_made_the_costs(elasticity: float, curvature: float, at: float) -> None:
    """Without noise, the elasticity at a size is ε + γ·ln(N / reference)."""
    logs = np.log(SIZES / np.exp(np.log(SIZES).mean()))
    costs = np.exp(10 + elasticity * logs + curvature * logs**2 / 2)
    found = estimate_elasticity(SIZES, costs, costs_are="per unit", functional_form="translog")
    expected = elasticity + curvature * math.log(at / found.sample.reference)
    assert found.elasticity_at(at).value == pytest.approx(expected, abs=1e-8)


def test_the_error_of_an_elasticity_at_a_size_is_that_of_the_delta_method() -> None:
    """It is √(w'Vw) with w the derivatives, here taken by small steps of the fitted curve."""
    rng = np.random.default_rng(5)
    costs = np.exp(10 - 0.1 * np.log(SIZES) + rng.normal(0, 0.1, 25))
    found = estimate_elasticity(SIZES, costs, costs_are="per unit", functional_form="translog")
    step = 1e-5

    def fitted(coefficients: np.ndarray, log: float) -> float:
        row = [1.0, *(column[0] for column in size_columns(Form.TRANSLOG, np.array([log]), np.array([])).values())]
        return float(np.array(row) @ coefficients)

    log = math.log(5_000 / found.sample.reference)
    gradient = np.array([(fitted(basis, log + step) - fitted(basis, log - step)) / (2 * step) for basis in np.eye(3)])
    error = math.sqrt(gradient @ found.fit.covariance @ gradient)
    assert found.elasticity_at(5_000).error == pytest.approx(error, rel=1e-6)


def test_at_the_reference_a_translog_and_its_first_coefficient_agree() -> None:
    """The elasticity is given at the geometric mean of the sizes, where the square says nothing."""
    rng = np.random.default_rng(6)
    costs = np.exp(10 - 0.1 * np.log(SIZES) + rng.normal(0, 0.1, 25))
    found = estimate_elasticity(SIZES, costs, costs_are="per unit", functional_form="translog")
    assert found.sample.reference == pytest.approx(math.sqrt(2_000 * 900_000))
    assert found.elasticity.value == pytest.approx(found.fit.coefficients[1], rel=1e-12)


@given(
    slopes=st.lists(st.floats(-0.4, 0.4), min_size=3, max_size=3),
    knots=st.tuples(st.integers(4_000, 30_000), st.integers(50_000, 400_000)),
)
@settings(max_examples=30, deadline=None)
def test_a_spline_is_found_where_it_made_the_costs(slopes: list[float], knots: tuple[int, int]) -> None:
    """Without noise, each piece has its own elasticity, and at a knot it is that of the sizes above."""
    logs, bends = np.log(SIZES), np.log(np.array(knots))
    costs = 10 + slopes[0] * logs
    for before, after, bend in zip(slopes[:-1], slopes[1:], bends, strict=True):
        costs = costs + (after - before) * np.maximum(logs - bend, 0)
    found = estimate_elasticity(SIZES, np.exp(costs), costs_are="per unit", functional_form="spline", split=knots)
    assert [each.elasticity.value for each in found.classes] == pytest.approx(slopes, abs=1e-8)
    assert [found.elasticity_at(size).value for size in (3_000, *knots)] == pytest.approx(slopes, abs=1e-8)


@given(knot=st.floats(2_100, 800_000), seed=st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_a_spline_does_not_jump(knot: float, seed: int) -> None:
    """What is expected just below a knot and at it is the same."""
    costs = np.exp(10 + np.random.default_rng(seed).normal(0, 0.2, 25))
    found = estimate_elasticity(SIZES, costs, costs_are="per unit", functional_form="spline", split=knot)
    below, at = (found.predict(size, tails="normal").base for size in (knot * (1 - 1e-9), knot))
    assert below == pytest.approx(at, rel=1e-6)


@pytest.mark.parametrize(("form", "width"), [(Form.LOG_LOG, 1), (Form.TRANSLOG, 2), (Form.SPLINE, 3)])
def test_slopes_are_the_derivatives_of_the_columns(form: Form, width: int) -> None:
    """Away from knots, `size_slopes` is how fast `size_columns` grow."""
    knots, step = np.array([-0.5, 0.7]) if form is Form.SPLINE else np.array([]), 1e-6
    for log in (-1.0, 0.1, 2.0):
        above, below = (
            np.array([column[0] for column in size_columns(form, np.array([log + move]), knots).values()])
            for move in (step, -step)
        )
        assert size_slopes(form, log, [log >= knot for knot in knots]) == pytest.approx(
            (above - below) / (2 * step), abs=1e-6
        )
        assert len(above) == width


def test_sizes_beyond_the_observed_are_flagged() -> None:
    """An elasticity at a size that nobody has says that it is extrapolated, also in words."""
    costs = np.exp(10 + np.random.default_rng(1).normal(0, 0.2, 25))
    found = estimate_elasticity(SIZES, costs, costs_are="per unit", functional_form="translog")
    assert not found.elasticity_at(2_000).extrapolated
    assert found.elasticity_at(1_999).extrapolated
    assert "extrapolerad" in found.elasticity_at(2e6).said("sv")
