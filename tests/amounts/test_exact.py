"""Reading exact numbers."""

from decimal import Decimal, getcontext
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.amounts.exact import about, is_integer, multiple, ratio, shown
from familjen.errors import InvalidValueError


@given(st.integers() | st.fractions() | st.decimals(allow_nan=False, allow_infinity=False))
def test_ratio_is_the_number(number: Any) -> None:
    """Numerator over denominator is the number itself, in lowest terms."""
    numerator, denominator = ratio(number, "total", "the total")
    assert Fraction(numerator, denominator) == Fraction(number)
    assert denominator > 0


@given(st.integers(-(10**60), 10**60), st.decimals(allow_nan=False, allow_infinity=False))
def test_multiple_never_rounds(count: int, unit: Decimal) -> None:
    """An amount of many units has all its digits and the unit's exponent, whatever the context's precision."""
    amount = multiple(count, unit)
    assert Fraction(amount) == count * Fraction(unit)
    assert amount.as_tuple().exponent == unit.as_tuple().exponent


def test_multiple_leaves_the_context_alone() -> None:
    """Calculating exactly raises no flag in the caller's decimal context."""
    getcontext().clear_flags()
    multiple(10**50, Decimal("0.01"))
    assert not any(getcontext().flags.values())


@given(st.fractions(), st.integers(0, 6))
def test_about_is_within_half_a_decimal(number: Fraction, places: int) -> None:
    """A fraction in words is within half of its last decimal, and marked unless it is all of it."""
    text = about(number, places)
    written = Fraction(text.removeprefix("≈ ").replace(",", ""))
    assert abs(written - number) <= Fraction(1, 2 * 10**places)
    assert text.startswith("≈") == (written != number)


NUMPY: list[Any] = [(np.int64(7), (7, 1)), (np.uint8(7), (7, 1))]


@pytest.mark.parametrize(("number", "pair"), NUMPY)
def test_numpy_integers_are_integers(number: Any, pair: tuple[int, int]) -> None:
    """A whole number from an array is read as the whole number that it is."""
    assert ratio(number, "total", "the total") == pair


REFUSED: list[Any] = [
    (np.float32(0.5), r"the total is the float 0\.5, .*Decimal\('0\.5'\)"),
    (np.float64("nan"), "nan, which is not a finite number"),
    (np.bool_(True), "not a number to calculate with"),  # noqa: FBT003 - the value under test
    (np.timedelta64(5, "D"), "not a number to calculate with"),
    (1j, "not a number to calculate with"),
    (Decimal("-Infinity"), "-Infinity, which is not a finite number"),
    (Decimal("sNaN"), "sNaN, which is not a finite number"),
    (Decimal("1E+999999999"), r"may reach 4300 digits before or after the point"),
    (Decimal("1E-4301"), r"may reach 4300 digits"),
]


@pytest.mark.parametrize(("number", "sentence"), REFUSED)
def test_what_is_no_exact_number(number: Any, sentence: str) -> None:
    """What is not exact, not finite or far too long is refused, at once and with a sentence."""
    with pytest.raises(InvalidValueError, match=sentence):
        ratio(number, "total", "the total")


SHOWN: list[Any] = [
    (-1_234_567, "-1,234,567"),
    (Decimal("1234.50"), "1,234.50"),
    (Fraction(4, 2), "2"),
    (Fraction(-1, 3000), "-1/3,000"),
    (10**70, "a number of about 71 digits"),
    (Decimal("1E+4000"), "a number of about 4001 digits"),
]


@pytest.mark.parametrize(("number", "text"), SHOWN)
def test_shown_is_readable(number: Any, text: str) -> None:
    """Numbers in sentences have their thousands separated, and the very long are counted instead."""
    assert shown(number) == text


@pytest.mark.parametrize("kind", [int, np.int8, np.uint64])
def test_integer_types(kind: type) -> None:
    """Whole numbers are integers of Python and numpy."""
    assert is_integer(kind)


@pytest.mark.parametrize("kind", [bool, np.bool_, str, float, Fraction, np.timedelta64], ids=repr)
def test_types_that_are_no_integers(kind: type) -> None:
    """Truth values, fractions and spans of time are no whole numbers."""
    assert not is_integer(kind)
