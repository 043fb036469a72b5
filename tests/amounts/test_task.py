"""Reading arguments: methods, units, weights, minimums and first divisors."""

from collections import OrderedDict
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.amounts import METHODS, apportion
from familjen.amounts.methods import read_method
from familjen.amounts.minimum import read_minimum
from familjen.amounts.task import read_task, solve
from familjen.amounts.unit import read_unit
from familjen.amounts.weights import read_weights
from familjen.errors import InvalidValueError


@given(st.lists(st.fractions(0, 100) | st.decimals(0, 100, places=3) | st.integers(0, 100), min_size=1).filter(any))
def test_weights_keep_their_proportions(weights: list[Any]) -> None:
    """Weights brought to whole numbers keep their proportions exactly, of mixed kinds too."""
    read = read_weights(weights)
    scale = Fraction(sum(read.whole)) / sum(map(Fraction, weights))
    assert [Fraction(weight) * scale for weight in weights] == list(read.whole)
    assert read.given == tuple(weights)


@given(st.integers(-(10**40), 10**40), st.sampled_from([1, 5, Decimal("0.01"), Decimal("0.30"), Decimal("1E+2")]))
def test_units_count_and_amount_are_inverse(count: int, unit: Any) -> None:
    """Counting the units of an amount of units gives the number back."""
    read = read_unit(unit)
    assert read.count(read.amount(count), "total", "the total") == count


@given(st.integers(0, 10**6), st.lists(st.integers(1, 99), min_size=1, max_size=5))
def test_negative_task_is_the_mirror(total: int, weights: list[int]) -> None:
    """A task below zero has the same ties and negated counts."""
    one, other = (solve(read_task(sign * total, weights, 1, "webster", None, None)) for sign in (1, -1))
    assert other.counts == tuple(-count for count in one.counts)
    assert (one.tied, one.winners) == (other.tied, other.winners)


class Size(IntEnum):
    """Weights by name."""

    SMALL = 1
    LARGE = 3


KINDS: list[Any] = [
    MappingProxyType({"A": 3, "B": 1}),
    OrderedDict(A=3, B=1),
    {"A": Decimal("0.3"), "B": Fraction(1, 10)},
    {"A": np.int64(3), "B": np.uint8(1)},
    {"A": Size.LARGE, "B": Size.SMALL},
]


@pytest.mark.parametrize("weights", KINDS)
def test_mappings_and_numbers_of_all_kinds(weights: Any) -> None:
    """Any mapping will do, and any exact number as a weight."""
    assert apportion(4, weights, unit=1) == {"A": 3, "B": 1}
    assert all(type(weight) in {int, Decimal, Fraction} for weight in read_weights(weights).given)


@pytest.mark.parametrize("weights", [range(1, 4), (1, 2, 3), [1, 2, 3]])
def test_sequences_of_all_kinds(weights: Any) -> None:
    """Any sequence of weights will do and gives a tuple."""
    assert apportion(6, weights, unit=1) == (1, 2, 3)


@pytest.mark.parametrize("weights", [b"12", bytearray(b"12"), iter([1]), {}.values(), 5])
def test_what_holds_no_weights(weights: Any) -> None:
    """Bytes, iterators and bare numbers are no weights."""
    with pytest.raises(InvalidValueError, match="neither a mapping from label to weight nor a list"):
        read_weights(weights)


NAMES: list[Any] = [
    ("Sainte-Laguë", "here it is called 'webster'"),
    ("uddatalsmetoden", "here it is called 'webster'"),
    ("D'Hondt", "here it is called 'jefferson'"),
    ("Hamilton", "here it is called 'largest-remainder'"),
    ("huntington_hil", "did you mean 'huntington-hill'"),
    ("x", "the methods are largest-remainder, webster, modified-webster"),
    (None, "None is not the name of a method; the methods are"),
    (["webster"], "is not the name of a method"),
]


@pytest.mark.parametrize(("name", "hint"), NAMES)
def test_other_names_are_hinted_at(name: Any, hint: str) -> None:
    """A method's other names are refused with the name that it has here."""
    with pytest.raises(InvalidValueError, match=hint):
        read_method(name)


def test_method_names() -> None:
    """The seven methods have the names of the literature."""
    assert [read_method(name) for name in METHODS] == list(METHODS)
    assert len(METHODS) == 7


@pytest.mark.parametrize("value", [Decimal("1.4"), Fraction(7, 5)])
def test_first_divisor_of_all_kinds(value: Any) -> None:
    """A first divisor is a Decimal or a Fraction alike, or the whole number 2."""
    assert read_task(1, [1], 1, "modified-webster", value, None).first_divisor == Fraction(7, 5)
    assert read_task(1, [1], 1, "modified-webster", 2, None).first_divisor == 2


def test_first_divisor_of_one_is_plain_webster() -> None:
    """With a first divisor of 1 the modified method is the unmodified one; a higher one keeps a small party out."""
    weights = [80, 20]
    modified = apportion(3, weights, unit=1, method="modified-webster", first_divisor=1)
    assert modified == apportion(3, weights, unit=1, method="webster") == (2, 1)
    assert apportion(3, weights, unit=1, method="modified-webster", first_divisor=2) == (3, 0)


@pytest.mark.parametrize("value", [0, -1, Decimal("2.01"), 3])
def test_first_divisor_out_of_range(value: Any) -> None:
    """A first divisor is above 0 and at most 2."""
    with pytest.raises(InvalidValueError, match="so give one above 0 and up to 2"):
        read_task(1, [1], 1, "modified-webster", value, None)


MINIMUMS: list[Any] = [
    (None, (0, 0)),
    (2, (2, 2)),
    (Decimal("2.0"), (2, 2)),
    ({}, (0, 0)),
    ({"B": Fraction(3)}, (0, 3)),
]


@pytest.mark.parametrize(("minimum", "floors"), MINIMUMS)
def test_minimums_of_all_kinds(minimum: Any, floors: tuple[int, ...]) -> None:
    """A minimum is for all or by label; who is not named has none."""
    assert read_minimum(minimum, read_weights({"A": 1, "B": 1}), read_unit(1)) == floors


NOT_MINIMUMS: list[Any] = [
    ({"A": 1, "B": 1}, [1, 1], "minimums in a sequence are ambiguous"),
    ({"Bjuv": 1, "Klippan": 1}, {"Klipan": 1}, "'Klipan' has a minimum but no weight; did you mean 'Klippan'"),
    ({"A": 1, "B": 1}, {7: 1}, "7 has a minimum but no weight; give it a weight or leave it out"),
    ([1, 1], {0: 1}, "the weights have no labels"),
    ([1, 1], [1], "there are 1 minimums for 2 weights"),
    ([1, 1], [1, -1], "the minimum of position 1 is -1; give zero or more"),
    ([1, 1], [1, 0.5], r"the minimum of position 1 is the float 0\.5"),
    ([1, 1], Decimal("0.5"), "no whole number of units of 1"),
    ([1, 1], True, "True, which is not a number"),
    ([1, 1], "1", "'1', which is not a number"),
]


@pytest.mark.parametrize(("weights", "minimum", "sentence"), NOT_MINIMUMS)
def test_minimums_that_do_not_fit(weights: Any, minimum: Any, sentence: str) -> None:
    """A minimum that does not match the weights or the unit is refused."""
    with pytest.raises(InvalidValueError, match=sentence) as caught:
        read_minimum(minimum, read_weights(weights), read_unit(1))
    assert caught.value.attribute == "minimum"
