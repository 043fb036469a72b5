"""What a size is expected to cost: coverage by simulation, extrapolation, controls and tails."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale.estimate import ElasticityEstimate, estimate_elasticity
from familjen.scale.estimate.engine import quantile

Floats = NDArray[np.float64]


def drawn(rng: np.random.Generator, logs: Floats, *, is_skewed: bool = False) -> Floats:
    """Draw costs of each unit that spread more the smaller the size."""
    errors = (rng.gamma(4, 1, len(logs)) - 4) / 2 if is_skewed else rng.normal(0, 1, len(logs))
    costs: Floats = np.exp(11 - 0.1 * logs + 0.2 * np.exp(-0.35 * (logs - 9.5)) * errors)
    return costs


def estimated(seed: int = 1, number: int = 150, *, is_skewed: bool = False) -> ElasticityEstimate:
    """Estimate from a sample of such costs."""
    rng = np.random.default_rng(seed)
    logs = rng.normal(9.5, 1.0, number)
    return estimate_elasticity(np.exp(logs), drawn(rng, logs, is_skewed=is_skewed), costs_are="per unit")


def missed(log: float, *, is_skewed: bool, tails: str) -> tuple[float, float]:
    """Say how many of a hundred new observations of a size lie below, and above, 90 % intervals of 300 samples."""
    below = above = 0
    for seed in range(300):
        found = estimated(seed, is_skewed=is_skewed).predict(math.exp(log), confidence=0.9, tails=tails)
        new = drawn(np.random.default_rng(10_000 + seed), np.full(40, log), is_skewed=is_skewed)
        below, above = below + int((new < found.low).sum()), above + int((new > found.high).sum())
    return below / 120, above / 120


@pytest.mark.parametrize("tails", ["observed", "normal"])
@pytest.mark.parametrize("log", [8.0, 9.5, 11.0])
def test_nine_of_ten_lie_within_the_interval_for_small_and_large(log: float, tails: str) -> None:
    """Though the small spread nearly three times as much as the large, 90 % intervals hold 88 to 92 of 100 of each."""
    assert sum(missed(log, is_skewed=False, tails=tails)) == pytest.approx(10, abs=2)


def test_observed_tails_hold_where_normal_ones_miss() -> None:
    """With skewed errors, observed tails miss 5 of 100 at each end; normal ones miss 1 below and 7 above."""
    assert missed(9.5, is_skewed=True, tails="observed") == pytest.approx((5, 5), abs=1)
    assert missed(9.5, is_skewed=True, tails="normal") == pytest.approx((1, 7), abs=1)


def test_one_spread_for_all_sizes_would_miss() -> None:
    """An interval by one spread for all sizes holds far too few of the small: the spread by size is needed."""
    held = 0
    for seed in range(300):
        found = estimated(seed)
        middle = float(np.array([1.0, 8.0 - math.log(found.sample.reference)]) @ found.fit.coefficients)
        far = quantile(0.9, found.fit.freedom) * found.fit.residuals.std()
        new = np.log(drawn(np.random.default_rng(10_000 + seed), np.full(40, 8.0)))
        held += int((np.abs(new - middle) <= far).sum())
    assert held / 12_000 < 0.82


def test_a_normal_interval_is_the_formula() -> None:
    """In logarithms it is the curve ± t·√(σ² + x'Vx)."""
    found = estimated()
    log = math.log(40_000 / found.sample.reference)
    row = np.array([1.0, log])
    far = quantile(0.95, 148) * math.sqrt(found.spread.at(log) ** 2 + row @ found.fit.covariance @ row)
    middle = math.exp(row @ found.fit.coefficients)
    prediction = found.predict(40_000, tails="normal")
    assert (prediction.low, prediction.high) == pytest.approx((middle / math.exp(far), middle * math.exp(far)))


@given(size=st.floats(500, 2e6), tails=st.sampled_from(["observed", "normal"]))
@settings(max_examples=30, deadline=None)
def test_more_confidence_makes_a_wider_interval(size: float, tails: str) -> None:
    """An interval of more confidence holds that of less, and the expected cost does not change."""
    found = estimated()
    narrow, wide = (found.predict(size, confidence=share, tails=tails) for share in (0.8, 0.95))
    assert wide.low < narrow.low < narrow.base < narrow.high < wide.high
    assert narrow.base == wide.base


@given(size=st.floats(500, 2e6))
@settings(max_examples=30, deadline=None)
def test_what_lies_beyond_the_observed_sizes_is_flagged(size: float) -> None:
    """It is extrapolated just where no size was so small or so large, and then says so in every form."""
    found = estimated()
    least, most = found.sample.range
    prediction = found.predict(size)
    assert prediction.extrapolated == (not least <= size <= most)
    assert ("EXTRAPOLATED" in prediction.explain()) == prediction.extrapolated
    assert ("extrapolated" in repr(prediction)) == prediction.extrapolated
    assert prediction.to_rows()[0]["extrapolated"] == prediction.extrapolated


def test_uncertainty_grows_away_from_the_middle() -> None:
    """Where the spread is even, a size ten times the largest observed has a wider interval than the mean size."""
    rng = np.random.default_rng(3)
    logs = rng.normal(9.5, 1.0, 40)
    found = estimate_elasticity(np.exp(logs), np.exp(11 + rng.normal(0, 0.1, 40)), costs_are="per unit")
    near, far = (found.predict(size, tails="normal") for size in (13_000, 10 * found.sample.range[1]))
    assert far.high / far.low > near.high / near.low
    assert far.beyond == ("size",)


def test_totals_are_averages_times_the_size() -> None:
    """The total cost, low, expected and high, is that of each unit times the size."""
    prediction = estimated().predict(32_000)
    assert prediction.total == pytest.approx(
        [32_000 * each for each in (prediction.low, prediction.base, prediction.high)]
    )


def with_controls() -> ElasticityEstimate:
    """Estimate from a sample with two controls."""
    rng = np.random.default_rng(5)
    logs = rng.normal(9.5, 1.0, 100)
    age, base = rng.normal(43, 2, 100), rng.normal(12.3, 0.2, 100)
    costs = np.exp(9 - 0.1 * logs + 0.04 * age + rng.normal(0, 0.05, 100))
    return estimate_elasticity(np.exp(logs), costs, costs_are="per unit", controls={"age": age, "log base": base})


def test_controls_are_held_at_their_means_unless_given() -> None:
    """Without controls the prediction is that at their means; one that is given counts by its coefficient."""
    found = with_controls()
    alone, at_means = found.predict(20_000), found.predict(20_000, controls=found.sample.means)
    older = found.predict(20_000, controls={"age": found.sample.means["age"] + 1})
    assert alone.base == pytest.approx(at_means.base, rel=1e-12)
    coefficient = dict(zip(found.fit.names, found.fit.coefficients, strict=True))["age"]
    assert older.base / alone.base == pytest.approx(math.exp(coefficient), rel=1e-9)


def test_a_control_beyond_the_observed_is_flagged_by_name() -> None:
    """Nobody is so old: the prediction is extrapolated, and says in what."""
    prediction = with_controls().predict(20_000, controls={"age": 70})
    assert prediction.beyond == ("age",)
    assert "age" in prediction.explain("sv").split("\n")[1]


def test_an_unknown_control_is_named_with_what_is_near() -> None:
    """A control that nobody gave is an error that says which there are."""
    with pytest.raises(UnknownIdError, match=r"there is no control 'agee'; did you mean 'age'"):
        with_controls().predict(20_000, controls={"agee": 40})


@pytest.mark.parametrize(
    ("asked", "attribute"),
    [
        ({"size": 0}, "size"),
        ({"size": -5}, "size"),
        ({"size": math.nan}, "size"),
        ({"size": math.inf}, "size"),
        ({"size": True}, "size"),
        ({"size": "20000"}, "size"),
        ({"size": 20_000, "confidence": 1}, "confidence"),
        ({"size": 20_000, "confidence": 0.0}, "confidence"),
        ({"size": 20_000, "confidence": math.nan}, "confidence"),
        ({"size": 20_000, "confidence": 95}, "confidence"),
        ({"size": 20_000, "confidence": "0.9"}, "confidence"),
        ({"size": 20_000, "tails": "fat"}, "tails"),
        ({"size": 20_000, "tails": None}, "tails"),
        ({"size": 20_000, "controls": [40]}, "controls"),
        ({"size": 20_000, "controls": {"age": math.nan}}, "controls"),
        ({"size": 20_000, "controls": {"age": "old"}}, "controls"),
    ],
    ids=str,
)
def test_bad_questions_are_refused(asked: dict[str, object], attribute: str) -> None:
    """What is no size, no confidence, no tails or no control is refused, and the argument is named."""
    found = with_controls()
    with pytest.raises(InvalidValueError) as caught:
        found.predict(**asked)  # type: ignore[arg-type]
    assert caught.value.attribute == attribute


def test_too_few_residuals_do_not_show_the_tails() -> None:
    """Ten observations do not show how far 95 of 100 reach: it says so, and that normal tails can be asked for."""
    found = estimated(number=10)
    with pytest.raises(InvalidValueError, match=r"10 residuals .* tails='normal'"):
        found.predict(20_000)
    assert found.predict(20_000, tails="normal").low < found.predict(20_000, tails="normal").high


def test_a_cost_beyond_any_float_is_refused() -> None:
    """A translog curve that bends upwards leaves the floats behind at sizes far away, and says so."""
    logs = np.linspace(7, 12, 20)
    found = estimate_elasticity(
        np.exp(logs), np.exp(9 + 0.2 * (logs - 9) ** 2), costs_are="per unit", functional_form="translog"
    )
    with pytest.raises(InvalidValueError, match=r"goes beyond 10\^308"):
        found.predict(1e59)


def test_a_prediction_shows_itself() -> None:
    """Its text is its explanation, its table holds the expected cost, and its row says whether it is extrapolated."""
    inside, outside = estimated().predict(20_000), estimated().predict(1e9)
    assert str(inside) == inside.explain()
    assert f"<td>{inside.base:,.0f}</td>" in inside._repr_html_()
    assert [row["extrapolated"] for found in (inside, outside) for row in found.to_rows()] == [False, True]
    assert "extrapolated" in repr(outside)
    assert "extrapolated" not in repr(inside)


def test_a_page_of_a_prediction_has_its_numbers_and_the_warning() -> None:
    """The table has low, expected and high; below it stands that an association is not a saving."""
    prediction = estimated().predict(32_000)
    page = prediction._repr_html_()
    assert f"<td>{prediction.base:,.0f}</td>" in page
    assert "not a saving" in page
    assert str(prediction) == prediction.explain()


def test_a_cost_beyond_all_numbers_is_refused() -> None:
    """Where the curve goes beyond 10^308 there is no prediction, and it says so."""
    sizes = np.array([10.0, 20.0, 40.0, 80.0, 160.0])
    found = estimate_elasticity(sizes, sizes**8 * np.array([1.0, 1.1, 0.9, 1.0, 1.1]), costs_are="per unit")
    with pytest.raises(InvalidValueError, match=r"beyond 10\^308") as caught:
        found.predict(1e50, tails="normal")
    assert caught.value.attribute == "size"
