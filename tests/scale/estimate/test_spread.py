"""The spread by size and Duan's smearing, against generalised linear models and samples made by known rules."""

import math

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from familjen.scale.estimate import ElasticityEstimate, estimate_elasticity

Floats = NDArray[np.float64]


def estimated(seed: int, number: int = 200, slope: float = -0.8) -> ElasticityEstimate:
    """Estimate from costs whose variance in logarithms is 0.04 · (N / 13,360)^slope."""
    rng = np.random.default_rng(seed)
    logs = rng.normal(9.5, 1.0, number)
    noise = rng.normal(0, 1, number) * 0.2 * np.exp(slope * (logs - 9.5) / 2)
    return estimate_elasticity(np.exp(logs), np.exp(11 - 0.1 * logs + noise), costs_are="per unit")


@given(seed=st.integers(0, 10**6), slope=st.floats(-1, 1))
@settings(max_examples=30, deadline=None)
def test_the_spread_is_that_of_a_gamma_model_with_a_log_link(seed: int, slope: float) -> None:
    """Greatest likelihood for normal errors is a gamma regression of what is left over, squared, by log size."""
    found = estimated(seed, slope=slope)
    squares = (found.fit.residuals / (1 - found.fit.leverage)) ** 2
    design = np.column_stack([np.ones(200), found.sample.logs])
    made = sm.GLM(squares, design, family=sm.families.Gamma(sm.families.links.Log())).fit(tol=1e-12, maxiter=300)
    assert [found.spread.level, found.spread.slope] == pytest.approx(list(made.params), abs=1e-5)


def test_the_spread_that_made_the_costs_is_found() -> None:
    """From many observations, the variance and how it changes with size are those that made them."""
    spread = estimated(1, 20_000).spread
    assert spread.slope == pytest.approx(-0.8, abs=0.03)
    assert spread.at(0.0) == pytest.approx(0.2, rel=0.02)


def test_an_even_spread_is_found_even() -> None:
    """Where the spread is the same for all sizes, its slope is about nil and it is that of the residuals."""
    found = estimated(2, 20_000, slope=0.0)
    assert found.spread.slope == pytest.approx(0, abs=0.03)
    assert found.spread.at(1.0) == pytest.approx(found.fit.residuals.std(), rel=0.03)


@given(seed=st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_standardised_residuals_centre_on_nil_with_variance_one(seed: int) -> None:
    """Each residual over the deviation at its size: mean nil, variance one."""
    standardised = estimated(seed).spread.standardised
    assert standardised.mean() == pytest.approx(0, abs=1e-9)
    assert standardised.std() == pytest.approx(1, rel=0.02)


@given(seed=st.integers(0, 10**6), log=st.floats(-2, 2))
@settings(max_examples=30, deadline=None)
def test_smearing_is_the_mean_of_exponentials(seed: int, log: float) -> None:
    """It is Duan's mean of exp(σ·e) with the deviation of that size, and never below one."""
    spread = estimated(seed).spread
    deviation = math.exp((spread.level + spread.slope * log) / 2)
    expected = sum(math.exp(deviation * each) for each in spread.standardised.tolist()) / len(spread.standardised)
    assert spread.smearing(log) == pytest.approx(expected, rel=1e-9)
    assert spread.smearing(log) >= 1


def test_smearing_gives_the_mean_of_costs_whatever_the_errors_are() -> None:
    """With skewed errors the expected cost is the true mean, where exp(σ² / 2), for normal errors, is not."""
    rng = np.random.default_rng(8)
    logs = rng.normal(9.5, 1.0, 40_000)
    noise = 0.5 * (rng.exponential(1, 40_000) - 1)
    found = estimate_elasticity(np.exp(logs), np.exp(11 - 0.1 * logs + noise), costs_are="per unit")
    truth = math.exp(11 - 0.1 * 9.5) * math.exp(-0.5) / (1 - 0.5)
    assert found.predict(math.exp(9.5)).base == pytest.approx(truth, rel=0.02)
    normal = math.exp(float(found.fit.coefficients[0])) * math.exp(found.spread.at(0.0) ** 2 / 2)
    assert abs(normal / truth - 1) > 0.05


def test_a_fit_that_leaves_nothing_over_has_no_spread() -> None:
    """Costs that follow a power exactly are expected as they are, with no range."""
    sizes = np.array([900.0, 2_500.0, 8_000.0, 30_000.0])
    found = estimate_elasticity(sizes, 500 * sizes**-0.2, costs_are="per unit")
    prediction = found.predict(10_000)
    assert found.spread.at(0.0) == 0
    assert [prediction.low, prediction.high] == pytest.approx([prediction.base] * 2, rel=1e-6)
    assert prediction.base == pytest.approx(500 * 10_000**-0.2)
