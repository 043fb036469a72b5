"""Nerlove's producers of electricity: the regression that textbooks print, and what it says of size."""

import csv
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from familjen.scale.estimate import ElasticityEstimate, estimate_elasticity

Floats = NDArray[np.float64]

PRICES = ("labor", "fuel", "capital")


def columns() -> dict[str, Floats]:
    """Read the 145 producers, a column each for what is known of them."""
    with (Path(__file__).parent / "data" / "nerlove_1955.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([float(row[name]) for row in rows]) for name in rows[0]}


def estimated(robust: str = "classical", form: str = "log-log", **given: object) -> ElasticityEstimate:
    """Estimate Nerlove's cost function: total cost by output, with prices held equal."""
    data = columns()
    prices = {name: np.log(data[name]) for name in PRICES}
    return estimate_elasticity(
        data["output"],
        data["cost"],
        costs_are="total",
        controls=prices,
        functional_form=form,
        robust=robust,
        **given,  # type: ignore[arg-type]  # a split, or nothing
    )


def test_the_elasticity_is_the_printed_one() -> None:
    """The total cost grows by 0.720394 per cent where output grows by one, with the printed standard error."""
    found = estimated().elasticity
    assert found.total == pytest.approx(0.720394, abs=5e-7)
    assert found.error == pytest.approx(0.0174664, abs=5e-8)
    assert found.total / found.error == pytest.approx(41.2445, abs=5e-4)
    assert found.is_clear


@pytest.mark.parametrize(
    ("price", "coefficient", "error"),
    [("labor", 0.436341, 0.291048), ("fuel", 0.426517, 0.100369), ("capital", -0.219888, 0.339429)],
    ids=PRICES,
)
def test_the_prices_have_the_printed_coefficients(price: str, coefficient: float, error: float) -> None:
    """Each control's coefficient and standard error are those of the textbook."""
    row = next(row for row in estimated().to_rows() if row["name"] == price)
    assert row["coefficient"] == pytest.approx(coefficient, abs=5e-7)
    assert row["error"] == pytest.approx(error, abs=5e-7)


def test_the_constant_is_the_printed_one_when_size_counts_from_one() -> None:
    """Moved from the geometric mean of output to an output of one, the constant is the printed −3.5265."""
    found = estimated()
    constant = found.fit.coefficients[0] + np.log(found.sample.reference)
    assert constant - found.elasticity.total * np.log(found.sample.reference) == pytest.approx(-3.5265, abs=5e-5)


def test_what_is_left_over_is_what_is_printed() -> None:
    """The squares of the residuals come to 21.5520; of log total cost the regression explains 0.925955."""
    residuals = estimated().fit.residuals
    assert residuals @ residuals == pytest.approx(21.5520, abs=5e-5)
    assert np.sqrt(residuals @ residuals / 140) == pytest.approx(0.392356, abs=5e-7)
    logs = np.log(columns()["cost"])
    assert 1 - residuals @ residuals / ((logs - logs.mean()) ** 2).sum() == pytest.approx(0.925955, abs=5e-7)


def test_a_wage_of_another_edition_moves_the_elasticity() -> None:
    """With 2.02 for the wage of firm 213, as another edition of the data has it, the elasticity is 0.720376."""
    data = columns()
    data["labor"][data["firm"] == 213] = 2.02
    prices = {name: np.log(data[name]) for name in PRICES}
    found = estimate_elasticity(data["output"], data["cost"], costs_are="total", controls=prices)
    assert found.elasticity.total == pytest.approx(0.720376, abs=5e-7)


def test_size_matters_less_to_the_large() -> None:
    """As Nerlove found, economies of scale fall off with size: the translog bends up and RESET rejects the line."""
    straight, bent = estimated("HC1"), estimated("HC1", "translog")
    curvature = next(row for row in bent.to_rows() if row["name"] == "half of log size squared")
    assert curvature["low"] > 0
    least, most = bent.sample.range
    assert bent.elasticity_at(least).value < straight.elasticity.value < bent.elasticity_at(most).value
    assert straight.diagnostics.right_form is not None
    assert straight.diagnostics.right_form < 0.001


def test_classes_by_output_tell_the_same() -> None:
    """Regressions of their own below and above the median output give the small the greater economies of scale."""
    small, large = estimated("HC1", split=float(np.median(columns()["output"]))).classes
    assert small.elasticity.value < large.elasticity.value < 0
    assert small.number + large.number == 145


def test_the_spread_falls_with_size() -> None:
    """Small producers lie farther from the fit, which uneven errors and Breusch and Pagan's test both see."""
    found = estimated("HC1")
    assert found.diagnostics.even_spread is not None
    assert found.diagnostics.even_spread < 0.001
    assert found.spread.slope < 0
    least, most = found.predict(10), found.predict(10_000)
    assert least.high / least.low > most.high / most.low
