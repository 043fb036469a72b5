"""What holds of every kind of cost curve, and what is asked of all of them alike."""

import math
import pickle
import re
from decimal import Decimal
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale.assumption import Assumption, limits_of
from familjen.scale.curves import (
    CostCurve,
    FixedVariable,
    MinimumStaffing,
    PiecewiseLinearCurve,
    PowerCurve,
    SumOfCurves,
    TranslogCurve,
)

POWER = PowerCurve(12_000, Assumption(-0.07, low=-0.16, high=0))
FIXED = FixedVariable(900_000, Assumption(150, low=100, high=200))
TRANSLOG = TranslogCurve(70_000_000, -0.1, 0.1, reference=10_000)
STAFF = MinimumStaffing(1.5, demand=0.5, capacity=1_600, cost=720_000)
LINES = PiecewiseLinearCurve([(5_000, 2_000_000), (15_000, 5_000_000), (40_000, 12_000_000)], fixed=300_000)
SUM = SumOfCurves({"staff": STAFF, "system": FIXED})
KINDS = [POWER, FIXED, TRANSLOG, STAFF, LINES, SUM]
SMOOTH = [POWER, FIXED, TRANSLOG, LINES]

each_kind = pytest.mark.parametrize("curve", KINDS, ids=lambda curve: type(curve).__name__)
each_smooth = pytest.mark.parametrize("curve", SMOOTH, ids=lambda curve: type(curve).__name__)
sizes = st.floats(10, 1_000_000)


@attrs.frozen(repr=False)
class Root(CostCurve):
    """A kind of somebody's own, with no more than a formula."""

    factor: Assumption

    formula = "C(N) = factor · √N"

    def at(self, sizes: NDArray[np.float64], given: Any) -> NDArray[np.float64]:
        """Give the cost."""
        found: NDArray[np.float64] = given["factor"] * np.sqrt(sizes)
        return found

    def text(self, lang: str = "en") -> str:
        """Say the formula."""
        return f"{self.formula} ({lang})"


@each_kind
@given(sizes)
@settings(max_examples=30, deadline=None)
def test_the_average_is_the_total_by_size(curve: CostCurve, size: float) -> None:
    """Both come from one formula."""
    assert curve.average(size) == curve.total(size) / size
    assert type(curve.total(size)) is type(curve.average(size)) is float


@each_kind
@given(st.lists(sizes, min_size=1, max_size=6))
@settings(max_examples=30, deadline=None)
def test_an_array_holds_what_each_size_gives_alone(curve: CostCurve, many: list[float]) -> None:
    """Sizes together cost what they cost one by one, in whatever shape they stand."""
    for method in (curve.total, curve.average, curve.marginal, curve.cost_elasticity, curve.is_extrapolated):
        alone = [method(size) for size in many]
        rounding = 1e-14 * max(map(curve.total, many))
        assert method(many).tolist() == pytest.approx(alone, rel=1e-12, abs=rounding)
        assert method(np.array([many])).shape == (1, len(many))


@each_kind
@given(sizes, sizes)
@settings(max_examples=30, deadline=None)
def test_more_never_costs_less(curve: CostCurve, one: float, other: float) -> None:
    """These curves grow with size, and the marginal cost is what one more unit adds."""
    low, high = sorted((one, other))
    assert curve.total(low) <= curve.total(high)
    assert curve.marginal(low) == pytest.approx(curve.total(low + 1) - curve.total(low), abs=1e-6)


@each_smooth
@given(sizes)
@settings(max_examples=30, deadline=None)
def test_the_elasticity_is_the_slope_by_the_average(curve: CostCurve, size: float) -> None:
    """What a formula gives is what a small step shows: dC/dN · N/C, from below."""
    step = size * 1e-7
    slope = (curve.total(size) - curve.total(size - step)) / step
    assert curve.cost_elasticity(size) == pytest.approx(slope * size / curve.total(size), rel=1e-5)


@each_smooth
@given(st.floats(100, 1_000_000))
@settings(max_examples=30, deadline=None)
def test_the_elasticity_is_the_marginal_by_the_average_in_the_limit(curve: CostCurve, size: float) -> None:
    """At a large size one unit more is a small step, unless a corner lies in it."""
    corners = [float(corner) for corner, _ in LINES.points]
    if not any(size <= corner <= size + 1 for corner in corners):
        found = curve.marginal(size) * size / curve.total(size)
        assert found == pytest.approx(curve.cost_elasticity(size), rel=5 / size, abs=1e-6)


@each_kind
@given(st.integers(1, 4), st.lists(sizes, min_size=1, max_size=5), st.integers(0, 99))
@settings(max_examples=30, deadline=None)
def test_given_numbers_broadcast_against_sizes(curve: CostCurve, k: int, many: list[float], seed: int) -> None:
    """Numbers of shape (k, 1) with sizes of shape (m,) give costs of shape (k, m): those of k curves."""
    rng = np.random.default_rng(seed)
    own = curve.parameters()
    drawn = {name: float(each.base) * rng.uniform(0.8, 1.0, (k, 1)) for name, each in own.items()}
    found = curve.total(many, drawn)
    assert found.shape == (k, len(many))
    for row in range(k):
        numbers = {name: Decimal(repr(float(each[row, 0]))) for name, each in drawn.items()}
        assert found[row].tolist() == pytest.approx(curve.with_parameters(numbers).total(many).tolist(), rel=1e-12)


@each_kind
def test_parameters_have_names_limits_and_other_numbers(curve: CostCurve) -> None:
    """Each parameter can be asked for, and replaced by a number that is certain."""
    own = curve.parameters()
    assert list(own) == list(curve.limits())
    assert all(isinstance(each, Assumption) for each in own.values())
    assert all(
        low <= each.least <= each.most <= high
        for each, (low, high) in zip(own.values(), curve.limits().values(), strict=True)
    )
    for name, each in own.items():
        changed = curve.with_parameters({name: each.base * Decimal("0.5")})
        assert changed.parameters()[name] == attrs.evolve(each, base=each.base * Decimal("0.5"), low=None, high=None)
        assert {**changed.parameters(), name: each} == own
    assert curve.with_parameters({}) == curve


@each_kind
def test_an_unknown_parameter_is_refused(curve: CostCurve) -> None:
    """It is never ignored, and near names are told."""
    name = next(iter(curve.parameters()))
    for ask in (
        lambda: curve.total(1, {f"{name}x": np.array(1.0)}),
        lambda: curve.with_parameters({f"{name}x": Decimal(1)}),
    ):
        with pytest.raises(UnknownIdError, match=rf"there is no parameter '{name}x'; did you mean '{name}'"):
            ask()


@each_kind
@pytest.mark.parametrize("number", [math.nan, math.inf, -1e9], ids=str)
def test_given_numbers_keep_to_the_limits(curve: CostCurve, number: float) -> None:
    """A number that the parameter may not be is refused, though others beside it are fine."""
    name, base = next(iter(curve.parameters().items()))
    with pytest.raises(InvalidValueError, match=rf"given: {name} is .*; give finite numbers from"):
        curve.total(1, {name: np.array([float(base.base), number])})
    if math.isfinite(number):
        with pytest.raises(InvalidValueError, match=r"is outside what it may be"):
            curve.with_parameters({name: Decimal(number)})


@each_kind
@pytest.mark.parametrize("size", [0, -5, math.nan, math.inf, True, "12", None], ids=str)
def test_what_is_no_size_is_refused(curve: CostCurve, size: Any) -> None:
    """Every question about a size refuses what is none."""
    for ask in (curve.total, curve.average, curve.marginal, curve.cost_elasticity, curve.is_extrapolated):
        with pytest.raises(InvalidValueError, match=r"size: .*above zero"):
            ask(size)


@each_kind
def test_no_sizes_cost_nothing_to_list(curve: CostCurve) -> None:
    """An empty array gives an empty array."""
    assert curve.total([]).tolist() == curve.average([]).tolist() == curve.cost_elasticity([]).tolist() == []


@each_kind
@given(st.floats(2, 1_000_000), st.floats(0.01, 0.5))
@settings(max_examples=10, deadline=None)
def test_the_minimum_efficient_scale_is_the_least_size_within_the_share(
    curve: CostCurve, largest: float, within: float
) -> None:
    """No size of a grid below it is within the share of the least average up to the largest, and it itself is."""
    least = 1.0 if curve.observed is None else float(curve.observed[0])
    if largest <= least:
        with pytest.raises(InvalidValueError, match=r"where the search begins"):
            curve.minimum_efficient_scale(largest, within=within)
        return
    found = curve.minimum_efficient_scale(largest, within=within)
    grid = np.geomspace(least, largest, 4_001)
    bound = curve.average(grid).min() * (1 + within)
    assert found is not None
    assert curve.average(found) <= bound * (1 + 1e-12)
    assert (curve.average(grid[grid < found * (1 - 1e-9)]) > bound * (1 - 1e-12)).all()


def test_a_larger_share_is_reached_at_a_smaller_size() -> None:
    """Of a fixed and a variable part it is where fixed/N is what the share leaves."""
    found = FIXED.minimum_efficient_scale(1e9, within=0.05)
    assert found == pytest.approx(900_000 / (0.05 * 150), rel=0.01)
    assert FIXED.minimum_efficient_scale(1e9, within=0.5) == pytest.approx(900_000 / (0.5 * 150), rel=0.01)


def test_no_efficient_scale_but_the_largest_is_none() -> None:
    """Where the average falls to the very end by more than the share in a step, there is no such size."""
    assert PowerCurve(1, -1).minimum_efficient_scale(1e9, within=0.005) is None
    assert PowerCurve(1, -1).minimum_efficient_scale(1e9, within=0.01) == pytest.approx(1e9, rel=0.01)


@pytest.mark.parametrize(
    ("largest", "within", "reason"),
    [
        (1, 0.05, r"largest: the largest size is 1; give a number above 1, where the search begins"),
        (0, 0.05, r"largest: the largest size is 0; give a number above zero"),
        (math.inf, 0.05, r"largest: the largest size is Infinity"),
        (True, 0.05, r"largest: the largest size is True, which is no number"),
        ("9", 0.05, r"largest: the largest size is '9', which is no number"),
        (9, 0, r"within: it is 0; give a number above zero"),
        (9, math.nan, r"within: it is NaN"),
        (9, "5 %", r"within: it is '5 %', which is no number"),
    ],
    ids=["one", "zero", "infinite", "bool", "text", "no share", "nan", "text share"],
)
def test_an_efficient_scale_needs_a_span_and_a_share(largest: Any, within: Any, reason: str) -> None:
    """What is no span or share is refused."""
    with pytest.raises(InvalidValueError, match=reason):
        FIXED.minimum_efficient_scale(largest, within=within)


@each_kind
def test_a_curve_tells_where_it_is_extrapolated(curve: CostCurve) -> None:
    """Outside the observed sizes it says so; where nobody says what was observed, nothing is outside."""
    seen = attrs.evolve(curve, observed=(2_500, 90_000))
    inside = seen.is_extrapolated([2_499.9, 2_500, 90_000, 90_001]).tolist()
    assert inside == [True, False, False, True]
    assert seen.is_extrapolated(2_499) is True
    assert seen.is_extrapolated(2_501) is False
    efficient = seen.minimum_efficient_scale(90_000)
    assert efficient is not None
    assert efficient >= 2_500
    assert attrs.evolve(curve, observed=None).is_extrapolated(1e-9) is False


@each_kind
@pytest.mark.parametrize("field", ["unit", "observed"])
@pytest.mark.parametrize("value", [7, "", " ", (2, 1)], ids=repr)
def test_unit_and_observed_sizes_are_checked(curve: CostCurve, field: str, value: Any) -> None:
    """Neither takes what is none of its kind."""
    with pytest.raises(InvalidValueError, match=rf"{field}: "):
        attrs.evolve(curve, **{field: value})


@each_kind
def test_text_holds_no_word_of_the_other_language(curve: CostCurve) -> None:
    """English and Swedish share only words of both and the names of parts, and a third language is refused."""
    english, swedish = (set(re.findall(r"[^\W\d_]{2,}", curve.text(lang))) for lang in ("en", "sv"))
    assert english & swedish <= {"kr", "per", "person", "staff", "system"}
    assert "invånare" in swedish
    with pytest.raises(InvalidValueError, match=r"'de' is not a language of ours"):
        curve.text("de")


@pytest.mark.parametrize(
    ("unit", "swedish"), [("cases", "ärenden"), ("pupils", "elever"), ("meters", "meters")], ids=lambda word: word
)
def test_common_units_are_said_in_swedish(unit: str, swedish: str) -> None:
    """Units that we do not know are said as they are written."""
    curve = FixedVariable(1, 2, unit=unit)
    assert curve.unit_in("en") == unit
    assert curve.unit_in("sv") == swedish


@each_kind
def test_it_is_a_value(curve: CostCurve) -> None:
    """Equal curves are equal, hash alike, and survive pickling; a formula and a short repr are there."""
    again = pickle.loads(pickle.dumps(curve))
    assert again == curve
    assert hash(again) == hash(curve)
    assert curve != attrs.evolve(curve, observed=(1, 2))
    assert curve.formula.startswith("C(N) = ")
    assert repr(curve).startswith(f"<{type(curve).__name__}: ")
    assert repr(curve).endswith(", inhabitants>")


def test_a_repr_is_the_name_and_the_numbers() -> None:
    """Ranges are shown, what is left at its default is not."""
    assert repr(POWER) == "<PowerCurve: coefficient 12,000, elasticity -0.07 (-0.16 to 0), inhabitants>"


@each_kind
def test_costs_beyond_floats_are_refused(curve: CostCurve) -> None:
    """A size that costs more than a float holds is an error and no infinity."""
    if isinstance(curve, PowerCurve | TranslogCurve):
        curve = attrs.evolve(curve, elasticity=1)
    with pytest.raises(InvalidValueError, match=r"the cost at a size up to 1e\+307 goes beyond 10\^308"):
        curve.total([1, 1e307])


@given(st.floats(1, 1e6))
@settings(max_examples=30, deadline=None)
def test_a_kind_of_ones_own_needs_a_formula_only(size: float) -> None:
    """All questions are answered from `at`, by small steps where no slope is given."""
    curve = Root(Assumption(3), unit="calls")
    assert curve.total(size) == pytest.approx(3 * math.sqrt(size))
    assert curve.cost_elasticity(size) == pytest.approx(0.5, abs=1e-6)
    assert curve.limits() == {"factor": limits_of(None)}
    assert curve.with_parameters({"factor": Decimal(6)}).total(size) == pytest.approx(6 * math.sqrt(size))
    assert not curve.proven_subadditive()


def test_nothing_has_no_elasticity() -> None:
    """Where a size costs nothing, there are no per cent of it."""
    free = FixedVariable(0, 0)
    assert free.total(5) == 0
    assert free.average([5.0]).tolist() == [0]
    with pytest.raises(InvalidValueError, match=r"the cost at a size of 5 is zero, of which there are no per cent"):
        free.cost_elasticity([5, 6])


def test_a_cost_curve_itself_is_no_kind() -> None:
    """Without a formula there is no curve."""
    with pytest.raises(TypeError, match=r"abstract"):
        CostCurve()  # type: ignore[abstract]  # that is what is tried


@each_kind
@pytest.mark.parametrize("wrong", ["3", True, None, {}, 1j, [[1], [1, 2]]], ids=lambda each: str(each)[:9])
def test_numbers_for_parameters_are_numbers(curve: CostCurve, wrong: Any) -> None:
    """What only looks like a number is none for a parameter, and numbers come by name."""
    name = next(iter(curve.parameters()))
    with pytest.raises(InvalidValueError, match=rf"given: {name} is .*, which is no number"):
        curve.total(1, {name: wrong})
    for ask in (lambda: curve.total(1, [1.0]), lambda: curve.with_parameters([1.0])):  # type: ignore[arg-type] - wrong on purpose
        with pytest.raises(InvalidValueError, match=r"given: \[1\.0\] gives no numbers by name"):
            ask()


def test_a_size_beyond_floats_is_refused() -> None:
    """A whole number that no float holds is no size."""
    with pytest.raises(InvalidValueError, match=r"size: a size is inf"):
        PowerCurve(1).total(10**400)
