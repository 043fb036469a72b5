"""Bad input to an estimate is refused, with the value that is wrong."""

import math
from contextlib import suppress
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from familjen.errors import FamiljenError, InvalidValueError
from familjen.scale.estimate import estimate_elasticity

SIZES, COSTS = [1_000, 2_500, 9_000, 40_000, 90_000], [90, 84, 70, 66, 65]


def asked(**changed: Any) -> None:
    """Estimate from five observations, with something changed."""
    arguments: dict[str, Any] = {"sizes": SIZES, "costs": COSTS, "costs_are": "per unit"}
    estimate_elasticity(**(arguments | changed))


@pytest.mark.parametrize("name", ["sizes", "costs"])
@pytest.mark.parametrize(
    "wrong",
    [0, -1, 0.0, math.nan, math.inf, -math.inf, None, "7", True, 1j, Decimal("NaN"), Decimal(-1), [1], 10**400],
    ids=lambda value: repr(value)[:14],
)
def test_what_is_no_number_above_zero_is_refused(name: str, wrong: Any) -> None:
    """A size or a cost that has no logarithm is refused, and the observation is named by its label."""
    with pytest.raises(InvalidValueError, match=r"'1263'") as caught:
        asked(**{name: [10, 20, wrong, 40, 50]}, labels=["1283", "1260", "1263", "1276", "1214"])
    assert caught.value.attribute == name


@pytest.mark.parametrize("name", ["sizes", "costs"])
@pytest.mark.parametrize("wrong", [None, 5, "12345", b"12345", {1: 2}, {1, 2, 3, 4, 5}, np.array(5)], ids=repr)
def test_what_is_no_column_is_refused(name: str, wrong: Any) -> None:
    """A number, text, a mapping or a set is no column of numbers in an order."""
    with pytest.raises(InvalidValueError) as caught:
        asked(**{name: wrong})
    assert caught.value.attribute == name


@pytest.mark.parametrize(
    ("changed", "attribute", "match"),
    [
        ({"sizes": [], "costs": []}, "sizes", r"no observations"),
        ({"sizes": [1, 2], "costs": [1, 2]}, "sizes", r"take 3 observations at least, not 2"),
        ({"sizes": [5] * 5}, "sizes", r"every size is 5"),
        ({"costs": [90, 84]}, "costs", r"costs are 2 and the sizes 5"),
        ({"costs_are": "per inhabitant"}, "costs_are", r"'total' or 'per unit'"),
        ({"costs_are": None}, "costs_are", r"'total' or 'per unit'"),
        ({"functional_form": "loglog"}, "functional_form", r"did you mean 'log-log'"),
        ({"functional_form": "cubic"}, "functional_form", r"'log-log', 'translog'"),
        ({"functional_form": None}, "functional_form", r"None"),
        ({"functional_form": "spline"}, "split", r"split=15_000"),
        ({"robust": "HC4"}, "robust", r"'HC0', 'HC1'"),
        ({"robust": True}, "robust", r"True"),
        ({"labels": ["a", "b", "a", "c", "d"]}, "labels", r"'a'"),
        ({"labels": ["a", "b", "c"]}, "labels", r"labels are 3 and the sizes 5"),
        ({"labels": [1, 2, 3, 4, 5]}, "labels", r"1 is no label"),
        ({"labels": ["a", "b", " ", "c", "d"]}, "labels", r"no label"),
        ({"labels": "abcde"}, "labels", r"no column"),
        ({"clusters": [1, 1, 2]}, "clusters", r"clusters are 3 and the sizes 5"),
        ({"clusters": [1, 1, 1, 1, 1]}, "clusters", r"one cluster"),
        ({"clusters": [1, 1, 2, 2, None]}, "clusters", r"None"),
        ({"clusters": [1, 1, 2, 2, 3], "robust": "HC3"}, "robust", r"HC3"),
        ({"split": 0}, "split", r"0"),
        ({"split": 500}, "split", r"not between"),
        ({"split": 95_000}, "split", r"not between"),
        ({"split": [9_000, 2_500]}, "split", r"growing"),
        ({"split": [9_000, 9_000]}, "split", r"growing"),
        ({"split": []}, "split", r"growing"),
        ({"split": "9000"}, "split", r"9000"),
        ({"split": True}, "split", r"True"),
        ({"split": math.nan}, "split", r"NaN"),
        ({"split": 2_500}, "split", r"below 2,500"),
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused(changed: dict[str, Any], attribute: str, match: str) -> None:
    """Each argument that does not fit the others, or names what is not there, is named with what to do."""
    with pytest.raises(InvalidValueError, match=match) as caught:
        asked(**changed)
    assert caught.value.attribute == attribute


@pytest.mark.parametrize(
    ("controls", "match"),
    [
        ({"coast": [1] * 5}, r"'coast' is the same for all"),
        ({"nil": [0] * 5}, r"'nil' is the same for all"),
        ({"twice": [2 * math.log(size) for size in SIZES]}, r"'twice' follows from"),
        ({"age": [40, 44, 41, 47, 42], "older": [41, 45, 42, 48, 43]}, r"'older' follows from"),
        ({"log size": [1, 2, 3, 4, 6]}, r"'log size'"),
        ({"constant": [1, 2, 3, 4, 6]}, r"'constant'"),
        ({"age": [40, 44, 41]}, r"'age' are 3 and the sizes 5"),
        ({"age": [40, 44, math.nan, 47, 42]}, r"'age' of observation 3 is nan"),
        ({"age": [40, 44, "old", 47, 42]}, r"'age' of observation 3 is 'old'"),
        ({"age": [40, 44, False, 47, 42]}, r"'age' of observation 3 is False"),
        ({"debt": [1e13, 2e13, 1e13, 4e13, 2e13]}, r"nearer to 1"),
        ({"share": [1e-13, 2e-13, 1e-13, 4e-13, 2e-13]}, r"nearer to 1"),
        ({1: [40, 44, 41, 47, 42]}, r"called 1"),
        ({"": [40, 44, 41, 47, 42]}, r"called ''"),
        ([[40, 44, 41, 47, 42]], r"no mapping"),
        ("age", r"no mapping"),
    ],
    ids=str,
)
def test_controls_that_cannot_be_used_are_named(controls: Any, match: str) -> None:
    """A control that is constant, follows from others or holds what is no number is named."""
    with pytest.raises(InvalidValueError, match=match) as caught:
        asked(controls=controls)
    assert caught.value.attribute == "controls"


def test_errors_that_cannot_be_reckoned_are_refused() -> None:
    """HC3 divides by nil where a control is of one observation alone: it says so rather than give a number."""
    with pytest.raises(InvalidValueError, match=r"HC1") as caught:
        asked(controls={"capital": [0, 0, 0, 0, 1]}, robust="HC3")
    assert caught.value.attribute == "robust"


def test_costs_that_are_all_the_same_have_the_elasticity_nil() -> None:
    """Where all cost the same there is no variance to explain: the elasticity is nil and R² a number."""
    found = estimate_elasticity(SIZES, [70] * 5, costs_are="per unit")
    assert found.elasticity.value == pytest.approx(0, abs=1e-12)
    assert 0 <= found.r_squared <= 1


HOSTILE = st.floats(allow_nan=True, allow_infinity=True)
ABOVE_ZERO = st.floats(1e-3, 1e9) | st.integers(1, 5)
PAIRS = st.lists(st.tuples(ABOVE_ZERO, ABOVE_ZERO), min_size=3, max_size=12)


@given(
    sizes=st.lists(HOSTILE, max_size=12),
    costs=st.lists(ABOVE_ZERO | st.integers(-1, 0), max_size=12),
    form=st.sampled_from(["log-log", "translog"]),
)
@settings(max_examples=30, deadline=None)
def test_any_numbers_give_an_estimate_or_a_sentence(sizes: list[float], costs: list[float], form: str) -> None:
    """Whatever the numbers, the answer is an error of ours or an estimate, never a warning."""
    with suppress(FamiljenError):
        assert repr(estimate_elasticity(sizes, costs, costs_are="total", functional_form=form))


@given(pairs=PAIRS, form=st.sampled_from(["log-log", "translog"]))
@settings(max_examples=60, deadline=None)
def test_numbers_above_zero_give_finite_numbers(pairs: list[tuple[float, float]], form: str) -> None:
    """Of sizes and costs above zero an estimate has finite numbers in order, or too few differ and that is said."""
    sizes, costs = zip(*pairs, strict=True)
    coefficients = 2 if form == "log-log" else 3
    try:
        slope = estimate_elasticity(sizes, costs, costs_are="total", functional_form=form).elasticity
    except InvalidValueError as error:
        assert error.attribute == "sizes"  # noqa: PT017 - either outcome is right
        assert len(pairs) <= coefficients or not well_spread(sizes, coefficients)
    else:
        assert all(math.isfinite(each) for each in (slope.value, slope.error, slope.low, slope.high))
        assert slope.low <= slope.value <= slope.high


def well_spread(sizes: tuple[float, ...], number: int) -> bool:
    """Tell whether so many sizes and one more lie a tenth or more apart."""
    logs = sorted(map(math.log, sizes))
    apart = logs[:1]
    for each in logs:
        if each - apart[-1] >= 0.1:
            apart.append(each)
    return len(apart) > number


@given(
    logs=st.lists(st.integers(0, 6), min_size=3, max_size=10),
    costs=st.lists(st.sampled_from([1.0, 2.0, 4.0]), min_size=10, max_size=10),
)
@settings(max_examples=30, deadline=None)
def test_few_and_regular_observations_are_no_exception(logs: list[int], costs: list[float]) -> None:
    """Repeated sizes and costs, in which tests break down most easily, give an error of ours or a full explanation."""
    try:
        found = estimate_elasticity([2.0**log for log in logs], costs[: len(logs)], costs_are="per unit")
        assert "not a saving" in found.explain()
        assert found.predict(3, tails="normal").base > 0
    except InvalidValueError as error:
        event(error.attribute)


@pytest.mark.parametrize(
    ("sizes", "costs", "form"),
    [
        ([2, 8, 2, 8], [2, 2, 1, 1], "log-log"),
        ([32, 1, 1, 8, 32, 8, 8], [4, 4, 4, 2, 2, 4, 4], "translog"),
        ([1, 4, 4, 1], [1, 1, 1, 2], "log-log"),
    ],
    ids=["residuals of one size", "half of the observations on the curve", "squares that size explains wholly"],
)
def test_regular_samples_are_explained_and_predicted_or_refused(sizes: list[int], costs: list[int], form: str) -> None:
    """Residuals that are all as large, or many that are nil, make no test or likelihood break down."""
    found = estimate_elasticity(sizes, costs, costs_are="per unit", functional_form=form)
    assert f"n = {len(sizes)}" in repr(found)
    assert "not a saving" in found.explain()
    with suppress(InvalidValueError):  # the spread may be beyond telling
        assert found.predict(3, tails="normal").base > 0


@pytest.mark.parametrize("far", [1e51, 1e-51])
@pytest.mark.parametrize("name", ["sizes", "costs"])
def test_numbers_beyond_any_unit_are_refused(name: str, far: float) -> None:
    """A size or a cost of more than fifty digits is a slip of the unit."""
    with pytest.raises(InvalidValueError, match=r"observation 3 .* unit") as caught:
        asked(**{name: [10, 20, far, 40, 50]})
    assert caught.value.attribute == name


@pytest.mark.parametrize("far", [1e13, 1e-13])
def test_a_control_in_an_unfit_unit_is_named(far: float) -> None:
    """A control whose size would drown the constant is refused by name, with what to do."""
    with pytest.raises(InvalidValueError, match=r"'taxes' reaches .* unit in which it is nearer to 1"):
        asked(controls={"taxes": [far * part for part in (0.2, 0.5, 1, 0.1, 0.4)]})


@given(
    sizes=st.lists(st.sampled_from([1, 2, 4, 8, 16]), min_size=3, max_size=9),
    form=st.sampled_from(["log-log", "translog"]),
    seed=st.integers(0, 10**6),
)
@settings(max_examples=30, deadline=None)
def test_few_observations_give_a_range_or_an_error_of_ours(sizes: list[int], form: str, seed: int) -> None:
    """However few and alike they are, what comes is a range in order, or an error of ours."""
    costs = 2.0 ** np.random.default_rng(seed).integers(0, 4, len(sizes))
    try:
        found = estimate_elasticity(sizes, costs, costs_are="total", functional_form=form).predict(3, tails="normal")
    except InvalidValueError as error:
        assert error.attribute in {"sizes", "size"}  # noqa: PT017 - either outcome is right
    else:
        assert 0 < found.low <= found.high < math.inf
