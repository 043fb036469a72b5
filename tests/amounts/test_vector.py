"""Exact numbers over one denominator."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.amounts.vector import Vector, blend, shortened
from familjen.errors import InvalidValueError

NUMBERS = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6)
PAIRS = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=6)


@given(PAIRS, NUMBERS)
def test_it_calculates_as_fractions_do(pairs: list[tuple[Fraction, Fraction]], factor: Fraction) -> None:
    """Every operation gives what fraction by fraction gives."""
    one, other = Vector.of([a for a, _ in pairs]), Vector.of([b for _, b in pairs])
    assert list(one) == [a for a, _ in pairs]
    assert list(one.plus(other)) == [a + b for a, b in pairs]
    assert list(one.minus(other)) == [a - b for a, b in pairs]
    assert list(one.times(other)) == [a * b for a, b in pairs]
    assert list(one.scaled(factor)) == [a * factor for a, _ in pairs]
    assert one.total == sum(a for a, _ in pairs)
    assert list(blend([(factor, one), (1 - factor, other)])) == [factor * a + (1 - factor) * b for a, b in pairs]
    if one.total:
        assert list(one.shares) == [a / one.total for a, _ in pairs]


@given(st.lists(NUMBERS, min_size=1, max_size=6), st.integers(1, 2**90))
def test_equal_numbers_are_equal_however_written(numbers: list[Fraction], factor: int) -> None:
    """The same numbers over another denominator are equal, have the same hash, and are shortened to the same."""
    one = Vector.of(numbers)
    long = Vector(tuple(count * factor for count in one.counts), one.over * factor)
    assert one == long == tuple(numbers)
    assert hash(one) == hash(long)
    assert shortened(long.counts, long.over) == one


def test_it_is_a_sequence() -> None:
    """It has a length, items and slices, and differs from what is no sequence of numbers."""
    halves = Vector((1, 2, 3), 2)
    assert len(halves) == 3
    assert halves[-1] == Fraction(3, 2)
    assert halves[1:] == Vector((2, 3), 2)
    assert halves != "123"
    assert Vector.same(Fraction(1, 3), 2) == (Fraction(1, 3), Fraction(1, 3))
    assert repr(Vector((1,))) == "Vector((1,))"


@pytest.mark.parametrize("number", [0.5, float("nan"), Decimal("Infinity"), None, "1", True])
def test_it_takes_exact_numbers_only(number: Any) -> None:
    """A float, what is not finite and what is no number are refused by name."""
    with pytest.raises(InvalidValueError, match="the weight of party 1 is"):
        Vector.of([1, number])


@pytest.mark.parametrize("method", [Vector.plus, Vector.minus, Vector.times])
def test_lengths_must_agree(method: Callable[[Vector, Vector], Vector]) -> None:
    """Numbers for other parties are never dropped in silence."""
    with pytest.raises(ValueError, match="shorter"):
        method(Vector((1, 2)), Vector((1,)))
