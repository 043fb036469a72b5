"""The cost curve of an estimate."""

import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale import Basis, PowerCurve, ServiceCost, Shape, TranslogCurve, scale_benefit
from familjen.scale.estimate import ElasticityEstimate, estimate_elasticity, municipal_panel


def estimated(seed: int, form: str = "log-log", elasticity: float = -0.1) -> ElasticityEstimate:
    """Estimate from sixty observations made by a power."""
    rng = np.random.default_rng(seed)
    sizes = np.exp(rng.normal(9.5, 1.0, 60))
    costs = np.exp(11 + elasticity * np.log(sizes) + rng.normal(0, 0.1, 60))
    return estimate_elasticity(sizes, costs, costs_are="per unit", functional_form=form)


@given(seed=st.integers(0, 10**6), form=st.sampled_from(["log-log", "translog"]))
@settings(max_examples=30, deadline=None)
def test_the_curve_expects_what_the_estimate_expects(seed: int, form: str) -> None:
    """At the reference both give the same cost, and everywhere the same elasticity."""
    found = estimated(seed, form)
    curve, at = found.curve(), found.sample.reference
    assert curve.total(at) == pytest.approx(found.predict(at, tails="normal").total[1], rel=1e-4)
    for size in (3_000, at, 90_000):
        assert curve.cost_elasticity(size) - 1 == pytest.approx(found.elasticity_at(size).value, abs=1e-4)


def test_each_form_has_its_curve() -> None:
    """Log-log gives a power curve, translog a translog curve; a spline has none and says what to do."""
    assert type(estimated(1).curve()) is PowerCurve
    assert type(estimated(1, "translog").curve()) is TranslogCurve
    panel = municipal_panel(2022)
    spline = estimate_elasticity(panel.sizes, panel.costs, costs_are="per unit", functional_form="spline", split=15_000)
    with pytest.raises(InvalidValueError, match=r"'log-log' or 'translog'"):
        spline.curve()


@given(seed=st.integers(0, 10**6), form=st.sampled_from(["log-log", "translog"]))
@settings(max_examples=30, deadline=None)
def test_parameters_carry_their_range_and_what_they_rest_on(seed: int, form: str) -> None:
    """Each is estimated, within its 90 % interval, and says that it is an association and not a saving."""
    found = estimated(seed, form)
    parameters = found.curve().parameters()
    slope = found.elasticity_at(found.sample.reference, confidence=0.9)
    ends = [float(end) for end in (parameters["elasticity"].least, parameters["elasticity"].most)]
    assert ends == pytest.approx([slope.low, slope.high], abs=1e-5)
    assert parameters["elasticity"].shape is Shape.NORMAL
    for each in parameters.values():
        assert each.basis is Basis.ESTIMATED
        assert each.source is not None
        assert "association, not a saving" in each.source.title
        assert each.least < each.base < each.most


def test_drawn_elasticities_spread_as_the_estimate_says() -> None:
    """Drawn at random, the elasticity has the standard error of the estimate."""
    found = estimated(3)
    draws = found.curve().parameters()["elasticity"].drawn(np.random.default_rng(1), 40_000)
    assert draws.std() == pytest.approx(found.elasticity.error, rel=0.03)


def test_the_curve_knows_what_was_observed() -> None:
    """Beyond the observed sizes the curve says so, in the unit that was asked for."""
    found = estimated(4)
    curve = found.curve(unit="pupils")
    least, most = found.sample.range
    assert curve.observed == (Decimal(repr(least)), Decimal(repr(most)))
    assert curve.is_extrapolated([least * 0.99, least, most, most * 1.01]).tolist() == [True, False, False, True]
    assert curve.unit == "pupils"


def test_controls_are_held_at_their_means() -> None:
    """The curve's cost at the reference is the one expected at the means of the controls."""
    panel = municipal_panel(2022)
    found = estimate_elasticity(
        panel.sizes, panel.costs, costs_are="per unit", controls={"log tax base": np.log(panel.tax_bases)}
    )
    at = found.sample.reference
    assert found.curve().total(at) == pytest.approx(found.predict(at).total[1], rel=1e-4)


def test_a_benefit_from_the_curve_ranges_with_the_estimate() -> None:
    """What two municipalities would save by it has a range, from the two estimated assumptions of the curve alone."""
    panel = municipal_panel(2022)
    curve = estimate_elasticity(panel.sizes, panel.costs, costs_are="per unit").curve()
    benefit = scale_benefit(ServiceCost.of({"Bjuv": 15_000, "Klippan": 17_000}, curve))
    share = 1 - curve.total(32_000) / curve.total([15_000, 17_000]).sum()
    assert share == pytest.approx(1 - 32_000**0.9269 / (15_000**0.9269 + 17_000**0.9269), abs=1e-3)
    assert benefit.low.saving < benefit.saving < benefit.high.saving
    ranges = {name: each.basis for name, each in benefit.assumptions.items() if not each.is_certain}
    assert ranges == {"curve.coefficient": Basis.ESTIMATED, "curve.elasticity": Basis.ESTIMATED}


def test_an_elasticity_beyond_what_a_curve_takes_is_refused() -> None:
    """A cost of each that falls faster than size grows is no cost curve: total cost would fall with size."""
    sizes = np.geomspace(1_000, 100_000, 20)
    costs = np.exp(20 - 1.5 * np.log(sizes) + np.random.default_rng(1).normal(0, 0.1, 20))
    found = estimate_elasticity(sizes, costs, costs_are="per unit")
    assert found.elasticity.value == pytest.approx(-1.5, abs=0.1)
    with pytest.raises(InvalidValueError) as caught:
        found.curve()
    assert caught.value.attribute == "elasticity"


def test_the_bundled_curve_is_of_all_expenditure() -> None:
    """In 2022 the mean-sized municipality is expected to spend about what those near it do."""
    panel = municipal_panel(2022)
    curve = estimate_elasticity(panel.sizes, panel.costs, costs_are="per unit").curve()
    near = (panel.sizes > 14_000) & (panel.sizes < 22_000)
    reference = math.exp(np.log(panel.sizes).mean())
    assert curve.average(reference) == pytest.approx(panel.costs[near].mean(), rel=0.03)
