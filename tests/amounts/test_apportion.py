"""Splitting in proportion: what the parts promise."""

import math
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.amounts import METHODS, apportion
from familjen.errors import InvalidValueError

DIVISOR_METHODS = [method for method in METHODS if method != "largest-remainder"]
weights_with_ties = st.lists(st.integers(0, 12) | st.integers(0, 10**7), min_size=1, max_size=9).filter(any)
methods = st.sampled_from(METHODS)


def arguments(method: str) -> dict[str, Any]:
    """Give what else the method needs."""
    return {"method": method, "first_divisor": Decimal("1.4")} if method == "modified-webster" else {"method": method}


@given(st.integers(9, 10**12), weights_with_ties, methods)
def test_parts_sum_to_total(total: int, weights: list[int], method: str) -> None:
    """The parts sum to the total exactly, whatever the method."""
    assert sum(apportion(total, weights, unit=1, **arguments(method))) == total


@given(
    st.integers(-(10**15), 10**15), st.sampled_from(["0.01", "0.05", "1", "2.50", "1E+3", "0.125"]), weights_with_ties
)
def test_money_sums_to_total(count: int, unit: str, weights: list[int]) -> None:
    """Parts of money are multiples of the unit, carry its exponent, and sum to the total."""
    step = Decimal(unit)
    parts = apportion(Fraction(step) * count, weights, unit=step)
    assert sum(map(Fraction, parts)) == Fraction(step) * count
    assert all(Fraction(part) % Fraction(step) == 0 for part in parts)
    assert {part.as_tuple().exponent for part in parts} == {step.as_tuple().exponent}


@given(st.integers(0, 10**9), weights_with_ties)
def test_largest_remainder_keeps_quota(total: int, weights: list[int]) -> None:
    """Largest remainder gives each party its quota rounded down or up."""
    for weight, part in zip(weights, apportion(total, weights, unit=1), strict=True):
        quota = Fraction(total * weight, sum(weights))
        assert math.floor(quota) <= part <= math.ceil(quota)


@given(st.integers(9, 200), weights_with_ties, st.sampled_from(DIVISOR_METHODS))
def test_divisor_methods_are_house_monotone(total: int, weights: list[int], method: str) -> None:
    """Under a divisor method one unit more takes nothing from anyone."""
    one = apportion(total, weights, unit=1, **arguments(method))
    more = apportion(total + 1, weights, unit=1, **arguments(method))
    assert all(before <= after for before, after in zip(one, more, strict=True))


@given(st.integers(9, 10**6), st.dictionaries(st.text(max_size=3), st.integers(1, 9), min_size=1), methods, st.data())
def test_order_of_mapping_is_no_matter(total: int, weights: dict[str, int], method: str, data: st.DataObject) -> None:
    """The order in which a mapping was written changes no part, even in ties."""
    total += len(weights)
    shuffled = dict(data.draw(st.permutations(list(weights.items()))))
    split = apportion(total, shuffled, unit=1, **arguments(method))
    assert split == apportion(total, weights, unit=1, **arguments(method))
    assert list(split) == list(shuffled)


@given(st.integers(9, 10**6), weights_with_ties, methods, st.fractions("1/1000", 1000, max_denominator=1000))
def test_scale_of_weights_is_no_matter(total: int, weights: list[int], method: str, scale: Fraction) -> None:
    """Only the proportions of the weights count: inhabitants and thousands of inhabitants give the same."""
    scaled = [weight * scale for weight in weights]
    assert apportion(total, scaled, unit=1, **arguments(method)) == apportion(
        total, weights, unit=1, **arguments(method)
    )


@given(st.integers(9, 10**9), weights_with_ties, methods, st.integers(0, 1))
def test_surplus_mirrors_charge(total: int, weights: list[int], method: str, least: int) -> None:
    """A surplus is paid out as the mirror image of a charge."""
    options = {"unit": 1, "minimum": least, **arguments(method)}
    charge = apportion(total, weights, **options)
    assert apportion(-total, weights, **options) == tuple(-part for part in charge)


@given(st.integers(0, 500), weights_with_ties, methods, st.data())
def test_minimum_is_kept(spare: int, weights: list[int], method: str, data: st.DataObject) -> None:
    """Nobody falls below the minimum, and the parts still sum to the total."""
    size = len(weights)
    least = data.draw(st.lists(st.integers(0, 40), min_size=size, max_size=size))
    total = sum(least) + size + spare
    parts = apportion(total, weights, unit=1, minimum=least, **arguments(method))
    assert sum(parts) == total
    assert all(part >= floor for part, floor in zip(parts, least, strict=True))
    assert all(part == floor for part, floor, weight in zip(parts, least, weights, strict=True) if not weight)


@given(st.integers(9, 10**9), weights_with_ties, methods)
def test_more_weight_never_gets_less(total: int, weights: list[int], method: str) -> None:
    """A party with the larger weight never gets the smaller part."""
    parts = apportion(total, weights, unit=1, **arguments(method))
    ordered = sorted(zip(weights, parts, strict=True))
    assert all(
        one[1] <= other[1] or (one[0] == other[0] and one[1] - other[1] <= 1) for one, other in pairwise(ordered)
    )


@given(st.integers(0, 10**6), st.lists(st.integers(1, 5), min_size=1, max_size=6), methods)
def test_equal_weights_differ_by_a_unit_at_most(total: int, weights: list[int], method: str) -> None:
    """Parties of equal weight get parts that differ by one unit at most."""
    parts = apportion(total + len(weights), weights, unit=1, **arguments(method))
    for weight in set(weights):
        same = [part for part, other in zip(parts, weights, strict=True) if other == weight]
        assert max(same) - min(same) <= 1


@pytest.mark.parametrize("method", METHODS)
def test_total_beyond_decimal_context(method: str) -> None:
    """A total of forty digits is split without rounding by the context's 28 digits."""
    total = Decimal(10**40 + 1)
    parts = apportion(total, [3, 2, 2], **arguments(method))
    assert sum(map(Fraction, parts)) == total
    assert len(parts[0].as_tuple().digits) == 42


@pytest.mark.parametrize("method", METHODS)
def test_proportions_that_need_no_rounding(method: str) -> None:
    """When every quota is a whole number of units, each party gets its quota."""
    assert apportion(100, [50, 30, 20], unit=1, **arguments(method)) == (50, 30, 20)


@pytest.mark.parametrize("method", METHODS)
def test_zero_weight_gets_zero(method: str) -> None:
    """A party with weight zero gets nothing, even where a method gives everybody one first."""
    assert apportion(5, [3, 0, 2], unit=1, **arguments(method))[1] == 0


@pytest.mark.parametrize("method", ["largest-remainder", "webster", "modified-webster", "jefferson"])
def test_total_zero(method: str) -> None:
    """Nothing to split gives everybody a plain zero, not a negative one."""
    assert [str(part) for part in apportion(Decimal("-0.00"), [1, 2], **arguments(method))] == ["0.00", "0.00"]


@pytest.mark.parametrize("method", ["adams", "dean", "huntington-hill"])
def test_too_few_seats_for_the_method(method: str) -> None:
    """A method that gives everybody one first refuses a total that does not reach, and says how much it takes."""
    with pytest.raises(InvalidValueError, match=r"^total: the method .* takes 3 and the total is 2: raise") as caught:
        apportion(2, [5, 3, 1, 0], unit=1, **arguments(method))
    assert caught.value.attribute == "total"
    assert apportion(3, [5, 3, 1, 0], unit=1, **arguments(method)) == (1, 1, 1, 0)


def test_tie_goes_to_larger_weight() -> None:
    """Of equal claims the larger weight's goes first."""
    assert apportion(2, {"small": 1, "large": 3}, unit=1) == {"small": 0, "large": 2}
    assert apportion(2, {"small": 1, "large": 3}, unit=1, method="webster") == {"small": 0, "large": 2}


def test_tie_of_equal_weights_goes_by_label() -> None:
    """Of equal claims with equal weights the first label's goes first, wherever it stands."""
    assert apportion(1, {"Åstorp": 1, "Bjuv": 1}, unit=1) == {"Åstorp": 0, "Bjuv": 1}


def test_tie_without_labels_goes_by_position() -> None:
    """Without labels the first of equals goes first."""
    assert apportion(Decimal("0.02"), [1, 1, 1]) == (Decimal("0.01"), Decimal("0.01"), Decimal("0.00"))


def test_type_follows_unit() -> None:
    """An int unit gives ints and a Decimal unit Decimals, whatever the total's type."""
    assert [type(part) for part in apportion(Decimal("10.00"), [1, 2], unit=1)] == [int, int]
    assert [type(part) for part in apportion(10, [1, 2], unit=Decimal(5))] == [Decimal, Decimal]
    assert apportion(Fraction(21, 2), [1, 2], unit=Decimal("0.5")) == (Decimal("3.5"), Decimal("7.0"))


def test_minimum_by_label() -> None:
    """A minimum by label holds for that party alone, and the others share what is left."""
    weights = {"Helsingborg": 137_909, "Perstorp": 7_155}
    assert apportion(100, weights, unit=1, minimum={"Perstorp": 20}) == {"Helsingborg": 80, "Perstorp": 20}
    assert apportion(100, weights, unit=1, minimum=5) == {"Helsingborg": 95, "Perstorp": 5}


def test_a_held_minimum_can_pull_others_to_theirs() -> None:
    """Holding one party at its minimum leaves less for the rest, which may bring the next to its own."""
    assert apportion(100, [60, 22, 18], unit=1, minimum=[0, 20, 30]) == (50, 20, 30)


def test_a_thousand_million_units_take_no_steps_each() -> None:
    """Money in öre among 290 municipalities is split at once by a divisor method too, exactly as one unit at a time."""
    weights = [position * position + 1 for position in range(290)]
    parts = apportion(10**9, weights, unit=1, method="huntington-hill")
    assert sum(parts) == 10**9
    highest_next = max(Fraction(w * w, a * (a + 1)) for w, a in zip(weights, parts, strict=True))
    lowest_met = min(Fraction(w * w, a * (a - 1)) for w, a in zip(weights, parts, strict=True) if a > 1)
    assert highest_next <= lowest_met


REFUSED: list[Any] = [
    ((1.0, [1, 2]), {}, "total", r"the float 1\.0, .*write Decimal\('1\.0'\)"),
    ((math.nan, [1, 2]), {}, "total", "nan, which is not a finite number"),
    ((Decimal("NaN"), [1, 2]), {}, "total", "NaN, which is not a finite number"),
    ((Decimal("Infinity"), [1, 2]), {}, "total", "Infinity, which is not a finite number"),
    ((True, [1, 2]), {}, "total", "True, which is not a number to calculate with"),
    (("10", [1, 2]), {}, "total", "'10', which is not a number"),
    ((None, [1, 2]), {}, "total", "None, which is not a number"),
    ((Decimal("10.005"), [1, 2]), {}, "total", r"no whole number of units of 0\.01; round it to 10\.00 or 10\.01"),
    ((Decimal("-0.5"), [1, 2]), {"unit": 1}, "total", "round it to -1 or 0 first"),
    ((1, []), {}, "weights", "there are no weights"),
    ((1, {}), {}, "weights", "there are no weights"),
    ((1, [0, 0]), {}, "weights", "every weight is zero"),
    ((1, [1, -2]), {}, "weights", "the weight of position 1 is -2"),
    ((1, {"Bjuv": Decimal("-0.5")}), {}, "weights", "the weight of 'Bjuv' is -0.5"),
    ((1, {"Bjuv": 0.5}), {}, "weights", r"the weight of 'Bjuv' is the float 0\.5"),
    ((1, [math.inf]), {}, "weights", "inf, which is not a finite number"),
    ((1, [True, 1]), {}, "weights", "True, which is not a number"),
    ((1, "12"), {}, "weights", "neither a mapping"),
    ((1, {1, 2}), {}, "weights", "neither a mapping"),
    ((1, None), {}, "weights", "neither a mapping"),
    ((1, [1]), {"unit": 0}, "unit", "the unit is 0; give one above zero"),
    ((1, [1]), {"unit": Decimal("-0.01")}, "unit", r"the unit is -0\.01"),
    ((1, [1]), {"unit": 0.01}, "unit", r"write Decimal\('0\.01'\)"),
    ((1, [1]), {"unit": Fraction(1, 3)}, "unit", "give an int or a Decimal"),
    ((1, [1]), {"unit": True}, "unit", "True, which is not a number"),
    ((1, [1]), {"method": "websterr"}, "method", "did you mean 'webster'"),
    ((1, [1]), {"method": "modified-webster"}, "first_divisor", "needs a first divisor"),
    ((1, [1]), {"first_divisor": 1}, "first_divisor", "has no first divisor"),
    ((1, [1]), {"minimum": -1}, "minimum", r"the minimum is -1\.00; give zero or more"),
    ((1, [1, 1]), {"unit": 1, "minimum": 1}, "minimum", "sum to 2, above the total's 1; lower them"),
    ((-1, [1, 1]), {"unit": 1, "minimum": 1}, "minimum", "sum to 2, above the total's 1"),
]


@pytest.mark.parametrize(("given_", "options", "attribute", "sentence"), REFUSED)
def test_what_is_refused(given_: tuple[Any, ...], options: dict[str, Any], attribute: str, sentence: str) -> None:
    """What cannot be split is refused with the argument's name and a sentence on what to do."""
    with pytest.raises(InvalidValueError, match=sentence) as caught:
        apportion(*given_, **options)
    assert caught.value.attribute == attribute
