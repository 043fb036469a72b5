"""Elasticities across places and within them, against dummies, differences and samples made by known rules."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.scale.estimate import PanelEstimate, estimate_panel, municipal_panel
from familjen.scale.estimate.panel_estimate import within

Floats = NDArray[np.float64]
Columns = dict[str, Any]


def made(seed: int, places: int = 15, times: int = 4, *, inside: float = -0.3, missing: int = 0) -> Columns:
    """Give places that differ in size and in cost, each changing over time with its own elasticity inside."""
    rng = np.random.default_rng(seed)
    place, time = np.divmod(rng.permutation(places * times)[missing:], times)
    level, growth = rng.normal(9.5, 1, places), rng.normal(0, 0.1, (places, times))
    logs = level[place] + growth[place, time]
    own = -0.1 * level + rng.normal(0, 0.02, places)
    costs = 11 + own[place] + inside * growth[place, time] + 0.03 * time + rng.normal(0, 0.01, len(place))
    return {"sizes": np.exp(logs), "costs": np.exp(costs), "units": place.tolist(), "periods": time.tolist()}


def estimated(columns: Columns) -> PanelEstimate:
    """Estimate from a panel of costs per unit."""
    return estimate_panel(**columns, costs_are="per unit")


def by_dummies(columns: Columns) -> tuple[float, float]:
    """Fit a dummy for each place and period, and give the slope and its error clustered by place."""
    logs, response = np.log(columns["sizes"]), np.log(columns["costs"])
    place, time = np.array(columns["units"]), np.array(columns["periods"])
    dummies = [place == each for each in np.unique(place)] + [time == each for each in np.unique(time)[1:]]
    design = np.column_stack([logs, *dummies]).astype(np.float64)
    bread = np.linalg.inv(design.T @ design)
    found = bread @ design.T @ response
    scores = design * (response - design @ found)[:, None]
    sums = np.array([scores[place == each].sum(axis=0) for each in np.unique(place)])
    groups, number, width = len(sums), len(logs), len(np.unique(time))
    covariance = bread @ sums.T @ sums @ bread * groups / (groups - 1) * (number - 1) / (number - width)
    return float(found[0]), math.sqrt(covariance[0, 0])


@given(seed=st.integers(0, 10**6), missing=st.integers(0, 10))
@settings(max_examples=30, deadline=None)
def test_within_is_a_dummy_for_each_place_and_period(seed: int, missing: int) -> None:
    """Taking means away gives the slope and clustered error of all dummies, also where observations are missing."""
    columns = made(seed, missing=missing)
    found = estimated(columns).inside
    assert (found.value, found.error) == pytest.approx(by_dummies(columns), rel=1e-6)


@given(seed=st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_with_two_periods_within_is_the_regression_of_changes(seed: int) -> None:
    """In two periods the slope is that of the change of log cost on the change of log size, with a constant."""
    columns = made(seed, times=2)
    order = np.lexsort((columns["periods"], columns["units"]))
    logs, costs = (np.log(columns[name])[order].reshape(-1, 2) for name in ("sizes", "costs"))
    change = np.column_stack([np.ones(len(logs)), logs[:, 1] - logs[:, 0]])
    expected = np.linalg.lstsq(change, costs[:, 1] - costs[:, 0], rcond=None)[0][1]
    assert estimated(columns).inside.value == pytest.approx(expected, abs=1e-8)


@given(seed=st.integers(0, 10**6), shift=st.floats(-2, 2))
@settings(max_examples=30, deadline=None)
def test_what_stays_the_same_in_a_place_does_not_matter_within(seed: int, shift: float) -> None:
    """Making one place dearer in all years, or one year dearer for all, leaves the elasticity within as it is."""
    columns = made(seed)
    factor = np.exp(shift * (np.array(columns["units"]) == 3) + shift * (np.array(columns["periods"]) == 1))
    dearer = columns | {"costs": columns["costs"] * factor}
    assert estimated(dearer).inside.value == pytest.approx(estimated(columns).inside.value, abs=1e-8)


def test_across_and_within_are_each_found() -> None:
    """Where the large cost 10 % less for a size e times as large and growth costs 30 % less, both are found."""
    found = estimated(made(1, 300))
    assert found.across.value == pytest.approx(-0.1, abs=0.01)
    assert found.inside.value == pytest.approx(-0.3, abs=0.01)


def test_costs_that_do_not_follow_growth_lower_the_elasticity_within() -> None:
    """Where total cost stays as it is while people move, the elasticity within is −1, whatever scale does."""
    columns = made(2, 50)
    first = dict(zip(columns["units"], columns["sizes"], strict=True))
    stale = np.array([first[place] for place in columns["units"]])
    total = 5_000 * stale
    found = estimate_panel(
        columns["sizes"], total, costs_are="total", units=columns["units"], periods=columns["periods"]
    )
    assert found.inside.value == pytest.approx(-1, abs=1e-9)
    assert found.across.value > -0.1


def test_the_municipalities_tell_two_stories() -> None:
    """From 2002 to 2022 the elasticity is −0.062 (0.007) across municipalities, and −0.090 (0.035) within them."""
    panel = municipal_panel()
    found = estimate_panel(panel.sizes, panel.costs, costs_are="per unit", units=panel.codes, periods=panel.years)
    across, inside = found.across, found.inside
    assert (round(across.value, 3), round(across.error, 3)) == (-0.062, 0.007)
    assert (round(inside.value, 3), round(inside.error, 3)) == (-0.09, 0.035)
    assert (found.units, found.periods, found.single) == (290, 6, 0)
    assert inside.high - inside.low > 4 * (across.high - across.low)


def test_both_stories_are_told_with_the_warning() -> None:
    """Both elasticities, why they differ, and that neither is a saving stand in the explanation."""
    found = estimated(made(3))
    assert found.warning() in found.explain()
    assert "not a saving" in found.warning()
    assert "slowly" in found.explain()
    assert "ingen besparing" in found.explain("sv")
    assert found.explain() in str(found)
    assert [row["estimate"] for row in found.to_rows()] == ["across", "within"]
    assert "<table>" in found._repr_html_()
    assert "not a saving" in found._repr_html_()
    assert "15 places" in repr(found)


def test_places_seen_once_are_counted() -> None:
    """A place with one observation says nothing within, and is counted."""
    columns = made(4)
    more = {
        "sizes": [*columns["sizes"], 9_000.0],
        "costs": [*columns["costs"], 60_000.0],
        "units": [*columns["units"], "new"],
        "periods": [*columns["periods"], 0],
    }
    assert estimated(more).single == 1
    assert estimated(more).inside.value == pytest.approx(estimated(columns).inside.value, abs=1e-9)


def test_taking_means_away_twice_is_taking_them_away_once() -> None:
    """What is left has mean nil in each group, so that doing it again changes nothing."""
    groups = np.array([0, 1, 0, 2, 1, 1])
    once = within(np.array([3.0, 1.0, 5.0, 9.0, 2.0, 6.0]), groups)
    assert once.tolist() == [-1.0, -2.0, 1.0, 0.0, -1.0, 3.0]
    assert within(once, groups).tolist() == once.tolist()


def broken(**changed: Any) -> Columns:
    """Give a small panel, with something changed."""
    base: Columns = {
        "sizes": [100, 110, 200, 190, 300, 330],
        "costs": [9, 8, 7, 6, 5, 7],
        "units": ["a", "a", "b", "b", "c", "c"],
        "periods": [1, 2, 1, 2, 1, 2],
    }
    return base | changed


@pytest.mark.parametrize(
    ("columns", "attribute", "match"),
    [
        (broken(periods=[1, 1, 1, 2, 1, 2]), "units", r"'a' has 2 observations in 1"),
        (broken(units=["a"] * 6, periods=[1, 2, 3, 4, 5, 6]), "units", r"1 .* 6.* two of each"),
        (broken(units=["a", "b", "c", "d", "e", "f"], periods=[1] * 6), "units", r"6 .* 1.* two of each"),
        (broken(sizes=[100, 100, 200, 200, 300, 300]), "sizes", r"'log size' does not change within any unit"),
        (broken(controls={"coast": [1, 1, 0, 0, 1, 1]}), "controls", r"'coast' does not change within any unit"),
        (broken(controls={"log size": [1, 2, 0, 0, 1, 1]}), "controls", r"'log size'"),
        (broken(units=["a", "a", "b", "b", "c"]), "units", r"units are 5 and the sizes 6"),
        (broken(periods=[1, 2, 1]), "periods", r"periods are 3 and the sizes 6"),
        (broken(units=["a", "a", "b", "b", "c", None]), "units", r"observation 6 is None"),
        (broken(periods=[1, 2, 1, 2, 1, math.nan]), "periods", r"observation 6 is nan"),
        (broken(units="aabbcc"), "units", r"no column"),
        (broken(costs=[9, 8, 7, 6, 5, 0]), "costs", r"observation 6 is 0"),
        (broken(sizes=[100, 110, 200, 190, 300, -1]), "sizes", r"observation 6 is -1"),
        (broken(costs=[9, 8, 7, 6, 5]), "costs", r"costs are 5 and the sizes 6"),
    ],
    ids=lambda value: None if isinstance(value, dict) else str(value),
)
def test_bad_panels_are_refused(columns: Columns, attribute: str, match: str) -> None:
    """What is no panel is refused, with what is wrong and where."""
    with pytest.raises(InvalidValueError, match=match) as caught:
        estimated(columns)
    assert caught.value.attribute == attribute
