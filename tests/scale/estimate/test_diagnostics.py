"""Diagnostics, against statsmodels' own and against samples with a known fault."""

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from statsmodels.stats.diagnostic import het_breuschpagan
from statsmodels.stats.outliers_influence import OLSInfluence, variance_inflation_factor

from familjen.scale.estimate import ElasticityEstimate, estimate_elasticity

Floats = NDArray[np.float64]


def sample(seed: int, number: int = 50) -> tuple[Floats, Floats, Floats]:
    """Give sizes, costs and an age that goes together with size."""
    rng = np.random.default_rng(seed)
    sizes = np.exp(rng.normal(9.5, 1.0, number))
    age = 45 - np.log(sizes) + rng.normal(0, 1, number)
    return sizes, np.exp(11 - 0.1 * np.log(sizes) + rng.normal(0, 0.1, number)), age


def estimated(seed: int, number: int = 50) -> ElasticityEstimate:
    """Estimate from a sample, with the age as a control."""
    sizes, costs, age = sample(seed, number)
    return estimate_elasticity(sizes, costs, costs_are="per unit", controls={"age": age})


@given(seed=st.integers(0, 10**6), number=st.integers(8, 60))
@settings(max_examples=30, deadline=None)
def test_leverage_is_the_diagonal_of_the_hat_matrix(seed: int, number: int) -> None:
    """Leverage sums to the number of columns, and is what statsmodels has."""
    found = estimated(seed, number)
    made = sm.OLS(np.log(found.sample.averages), found.fit.design).fit()
    assert found.fit.leverage.sum() == pytest.approx(3)
    assert found.fit.leverage == pytest.approx(OLSInfluence(made).hat_matrix_diag, abs=1e-9)


@given(seed=st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_inflation_is_that_of_statsmodels(seed: int) -> None:
    """The inflation of each column is 1 / (1 − R²) on the others, as statsmodels has it."""
    found = estimated(seed)
    expected = [variance_inflation_factor(found.fit.design, place) for place in (1, 2)]
    assert list(found.diagnostics.inflation.values()) == pytest.approx(expected, rel=1e-6)


@given(seed=st.integers(0, 10**6), far=st.floats(0.3, 2))
@settings(max_examples=30, deadline=None)
def test_outliers_are_those_of_the_bonferroni_test(seed: int, far: float) -> None:
    """Who is called an outlier is who statsmodels' studentised residuals reject at 5 per cent over their number."""
    sizes, costs, _ = sample(seed)
    costs[7] *= np.exp(far)
    found = estimate_elasticity(sizes, costs, costs_are="per unit", labels=[f"k{place}" for place in range(50)])
    made = sm.OLS(np.log(costs), found.fit.design).fit()
    rejected = np.flatnonzero(made.outlier_test(method="bonf")[:, 2] < 0.05)
    assert [name.strip("'") for name in found.diagnostics.outliers] == [f"k{place}" for place in rejected]


@given(seed=st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_the_test_of_an_even_spread_is_koenkers(seed: int) -> None:
    """It is n·R² of squared residuals on the columns, whose units do not matter."""
    found = estimated(seed)
    design, squares = found.fit.design, found.fit.residuals**2
    fitted = design @ np.linalg.lstsq(design, squares, rcond=None)[0]
    statistic = 50 * (1 - ((squares - fitted) ** 2).sum() / ((squares - squares.mean()) ** 2).sum())
    expected = het_breuschpagan(found.fit.residuals, np.column_stack([np.ones(50), design[:, 1:] * 7]))
    assert statistic == pytest.approx(expected[0], rel=1e-6)
    assert found.diagnostics.even_spread == pytest.approx(expected[1], rel=1e-6)


def test_an_uneven_spread_is_seen() -> None:
    """Where the small spread more, the test of an even spread rejects, and it is said."""
    rng = np.random.default_rng(2)
    sizes = np.exp(rng.normal(9.5, 1.0, 300))
    noise = rng.normal(0, 1, 300) * 0.2 * (sizes / 13_000) ** -0.7
    uneven = estimate_elasticity(sizes, np.exp(11 + noise), costs_are="per unit").diagnostics
    even = estimate_elasticity(sizes, np.exp(11 + rng.normal(0, 0.2, 300)), costs_are="per unit").diagnostics
    assert uneven.even_spread is not None
    assert even.even_spread is not None
    assert uneven.even_spread < 0.001
    assert even.even_spread > 0.05
    assert any("spread" in said for said in uneven.warnings())


def test_a_wrong_form_is_seen() -> None:
    """Costs that fall, then rise, reject a straight line and not a translog."""
    rng = np.random.default_rng(3)
    sizes = np.exp(rng.normal(9.5, 1.0, 300))
    costs = np.exp(11 + 0.05 * (np.log(sizes) - 10) ** 2 + rng.normal(0, 0.05, 300))
    line, curved = (
        estimate_elasticity(sizes, costs, costs_are="per unit", functional_form=form).diagnostics.right_form
        for form in ("log-log", "translog")
    )
    assert line is not None
    assert curved is not None
    assert line < 0.001
    assert curved > 0.05


def test_residuals_that_are_not_normal_are_seen() -> None:
    """Errors with long tails reject normality; normal ones do not."""
    rng = np.random.default_rng(4)
    sizes = np.exp(rng.normal(9.5, 1.0, 300))
    long, normal = (
        estimate_elasticity(sizes, np.exp(11 + 0.1 * noise), costs_are="per unit").diagnostics.normal
        for noise in (rng.standard_t(3, 300), rng.normal(0, 1, 300))
    )
    assert long is not None
    assert normal is not None
    assert long < 0.001
    assert normal > 0.05


def test_who_pulls_hard_is_named_and_kept() -> None:
    """One size far beyond the others has a leverage above three times the mean: it is named and kept."""
    sizes = [*np.linspace(5_000, 15_000, 19), 900_000]
    costs = [80.0 + place % 3 for place in range(20)]
    labels = [f"k{place}" for place in range(20)]
    found = estimate_elasticity(sizes, costs, costs_are="per unit", labels=labels)
    assert len(found.diagnostics.influential) == 1
    assert "k19" in found.diagnostics.influential[0]
    assert found.number == 20
    assert "k19" in found.explain("sv")


def test_without_labels_observations_are_numbered_from_one() -> None:
    """Who is not called anything is named by place."""
    sizes = [*np.linspace(5_000, 15_000, 19), 900_000]
    found = estimate_elasticity(sizes, [80.0 + place % 3 for place in range(20)], costs_are="per unit")
    assert found.diagnostics.influential == ("observation 20",)


def test_columns_that_can_hardly_be_told_apart_are_named() -> None:
    """A control that nearly follows from size has an inflation above ten, and that is said."""
    sizes, costs, _ = sample(9)
    near = np.log(sizes) + np.random.default_rng(1).normal(0, 0.05, 50)
    found = estimate_elasticity(sizes, costs, costs_are="per unit", controls={"density": near}).diagnostics
    assert found.inflation["density"] > 10
    assert any("density" in said for said in found.warnings("sv"))


def test_each_test_is_a_row_and_the_repr_says_what_speaks_against() -> None:
    """Three assumptions, each with its p-value; the repr says the same doubts as the warnings."""
    sizes, costs, _ = sample(9)
    found = estimate_elasticity(sizes, costs, costs_are="per unit").diagnostics
    rows = {row["assumption"]: row["p_value"] for row in found.to_rows()}
    assert rows == {"even spread": found.even_spread, "right form": found.right_form, "normal": found.normal}
    assert repr(found) == f"<Diagnostics: {'; '.join(found.warnings()) or 'nothing against it'}>"


def test_tests_are_rows_and_doubts_are_the_repr() -> None:
    """Each test has a row with its p-value, and the repr says what speaks against the fit, or that nothing does."""
    found = estimated(3, 200).diagnostics
    assert [(row["assumption"], row["p_value"]) for row in found.to_rows()] == [
        ("even spread", found.even_spread),
        ("right form", found.right_form),
        ("normal", found.normal),
    ]
    assert repr(found) == f"<Diagnostics: {'; '.join(found.warnings()) or 'nothing against it'}>"
