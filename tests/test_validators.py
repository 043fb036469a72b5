"""The validators: each takes what its name says, and refuses the rest in one short sentence."""

import datetime as dt
import enum
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen import validators as v
from familjen.errors import InvalidValueError


@attrs.frozen
class Thing:
    """A class whose name and attribute the errors should carry."""

    field: Any = None


FIELD = attrs.fields(Thing).field
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.fractions(),
    st.text(max_size=6),
    st.binary(max_size=6),
    st.dates(),
    st.datetimes(),
    st.lists(st.integers(), max_size=3),
    st.lists(st.text(max_size=3), max_size=3).map(tuple),
)
few = settings(max_examples=50, deadline=None)


class Text(str):
    """Text by inheritance only."""

    __slots__ = ()


class Colour(enum.StrEnum):
    """An enumeration whose members are text to Python."""

    RED = "red"


def reason(validator: v.Validator, value: Any) -> str | None:
    """Give the reason for which the value is refused; ``None`` when it is taken."""
    try:
        validator(Thing(), FIELD, value)
    except InvalidValueError as error:
        return error.reason
    return None


@pytest.mark.parametrize("text", ["Båstad", "x", "a\nb", "a  b", "漢", "0", '"'])
def test_text_is_taken(text: str) -> None:
    """Text that begins and ends with something to see is taken, whatever is inside."""
    assert reason(v.is_text, text) is None


@pytest.mark.parametrize("text", ["", " ", "\n", "x ", " x", "\tx", "x\u00a0", "\u2003x"])
def test_blank_text_is_refused(text: str) -> None:
    """Text that is blank or has space around it is refused, not trimmed."""
    assert str(reason(v.is_text, text)).endswith("is blank or has space around it; write the text itself")


@pytest.mark.parametrize("value", [None, 5, b"x", ["x"], Text("x"), Colour.RED], ids=repr)
def test_what_is_not_text(value: Any) -> None:
    """Only plain text is text, not what inherits from it."""
    assert str(reason(v.is_text, value)).endswith("is not text")


@given(st.text(max_size=8))
@few
def test_text_is_taken_just_when_stripping_changes_nothing(text: str) -> None:
    """Any text is taken just when it is not empty and has no space around it."""
    assert (reason(v.is_text, text) is None) == bool(text and text == text.strip())


@pytest.mark.parametrize("identifier", ["1283", "NO-1517", "a.b:c+d_e", "målområde", "x" * 1_000])
def test_ids_are_taken(identifier: str) -> None:
    """Letters of any alphabet, digits and a few signs make an id."""
    assert reason(v.is_identifier, identifier) is None


@pytest.mark.parametrize("identifier", ["", " ", "a b", "a/b", "a\n", "\u200b", 1283, None, True, Text("a")], ids=repr)
def test_ids_that_are_none(identifier: Any) -> None:
    """An id has no space and no other signs, and a number is none."""
    assert "is not an id: use letters, digits and _ - . : + without spaces" in str(reason(v.is_identifier, identifier))


@given(st.text(max_size=5))
@few
def test_an_id_never_holds_space(identifier: str) -> None:
    """No text that is taken as an id is empty or holds space anywhere."""
    taken = reason(v.is_identifier, identifier) is None
    assert not (taken and (not identifier or any(sign.isspace() for sign in identifier)))


@given(ANYTHING)
@few
def test_booleans(value: Any) -> None:
    """Only true and false are booleans: neither 0 nor 1 is."""
    assert (reason(v.is_bool, value) is None) == (value is True or value is False)


@given(ANYTHING)
@few
def test_dates(value: Any) -> None:
    """A day is a date; a time of day or a text is not."""
    assert (reason(v.is_date, value) is None) == (type(value) is dt.date)


@given(ANYTHING)
@few
def test_fractions(value: Any) -> None:
    """A share is a Fraction; neither a whole number nor a float is made into one."""
    assert (reason(v.is_fraction, value) is None) == (type(value) is Fraction)


@given(st.integers(-20, 20), st.integers(-20, 20), st.integers(-20, 20))
@few
def test_whole_numbers_keep_their_range(number: int, one: int, other: int) -> None:
    """A whole number is taken just when it lies in the range, both ends included."""
    low, high = sorted((one, other))
    assert (reason(v.is_whole(low, high), number) is None) == (low <= number <= high)
    assert (reason(v.is_whole(low), number) is None) == (low <= number)


@pytest.mark.parametrize("value", [True, 1.0, Decimal(1), Fraction(1), "1", None, float("nan")], ids=repr)
def test_what_is_not_a_whole_number(value: Any) -> None:
    """A boolean, a float or a text is no whole number, even if it equals one."""
    assert str(reason(v.is_whole(0), value)).endswith("is not a whole number")


def test_ranges_are_told() -> None:
    """A number outside its range is told the range."""
    assert reason(v.is_whole(1), 0) == "0 is outside the range: at least 1"
    assert reason(v.is_whole(1, 5), 6) == "6 is outside the range: 1 to 5"


@pytest.mark.parametrize("number", [10**5_000, -(10**5_000)], ids=["huge", "hugely negative"])
def test_numbers_too_long_to_write(number: int) -> None:
    """A number that Python itself will not write out is refused in a sentence too."""
    assert "a number of thousands of digits" in str(reason(v.is_whole(0, 9), number))
    assert "a number of thousands of digits" in str(reason(v.is_text, number))
    assert len(v.show([number])) < 200


@given(ANYTHING)
@few
def test_amounts(value: Any) -> None:
    """An amount is a finite Decimal of at most sixty digits before or after the point."""
    fits = type(value) is Decimal and value.is_finite() and abs(value.adjusted()) <= 60
    assert (reason(v.is_amount, value) is None) == fits
    assert (reason(v.is_nonnegative_amount, value) is None) == (fits and value >= 0)
    assert (reason(v.is_positive_amount, value) is None) == (fits and value > 0)


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (21, "21 is not a Decimal; amounts are exact: write Decimal('12.50')"),
        (21.5, "21.5 is not a Decimal"),
        (True, "True is not a Decimal"),
        ("21", "'21' is not a Decimal"),
        (Decimal("NaN"), "NaN is not a finite amount"),
        (Decimal("sNaN"), "sNaN is not a finite amount"),
        (Decimal("-Infinity"), "-Infinity is not a finite amount"),
        (Decimal("1E+61"), "more than 60 digits"),
        (Decimal("1E-61"), "more than 60 digits"),
        (Decimal("1E+999999"), "more than 60 digits"),
    ],
    ids=str,
)
def test_amounts_that_are_none(amount: Any, said: str) -> None:
    """What is no amount is refused for that reason by all three validators of amounts."""
    for validator in (v.is_amount, v.is_nonnegative_amount, v.is_positive_amount):
        assert said in str(reason(validator, amount))


def test_amounts_know_their_sign() -> None:
    """Below zero is refused where amounts may not be negative, and zero where they must be positive."""
    assert reason(v.is_amount, Decimal("-0.01")) is None
    assert reason(v.is_nonnegative_amount, Decimal("-0.01")) == "-0.01 is negative; give zero or more"
    assert reason(v.is_nonnegative_amount, Decimal(0)) is None
    assert reason(v.is_positive_amount, Decimal("0.00")) == "0.00 is not above zero"


@pytest.mark.parametrize("value", ["128", "12834", " 1283", "1283\n", "１２８３", 1283, None, b"1283"], ids=repr)
def test_patterns_fit_wholly(value: Any) -> None:
    """Text fits a pattern from its first sign to its last, or is refused in the pattern's words."""
    code = v.matches("[0-9]{4}", "a code: four digits")
    assert reason(code, "1283") is None
    assert str(reason(code, value)).endswith("is not a code: four digits")


def test_one_of_names_the_classes() -> None:
    """A value of another class is refused with the names of those that fit, and heirs do not fit."""
    validator = v.one_of(Thing, str)
    assert reason(validator, Thing()) is None
    assert reason(validator, "x") is None
    assert reason(validator, 5) == "5 is not a Thing or str"
    assert str(reason(validator, Text("x"))).endswith("is not a Thing or str")
    assert reason(validator, None) == "None is not a Thing or str"


@given(ANYTHING)
@few
def test_optional_adds_none(value: Any) -> None:
    """What is optional may be missing, and is judged as ever when it is there."""
    for validator in (v.is_text, v.is_date, v.is_amount, v.is_whole(0, 9)):
        expected = None if value is None else reason(validator, value)
        assert reason(v.optional(validator), value) == expected


@pytest.mark.parametrize("value", [["a"], {"a"}, "a", None, iter(()), {"a": 1}], ids=lambda value: type(value).__name__)
def test_collections_are_tuples(value: Any) -> None:
    """Only a tuple is a collection, and the sentence says why and how to make one."""
    for validator in (v.tuple_of(str), v.tuple_of(v.is_text)):
        assert str(reason(validator, value)).endswith("so that nouns can be hashed: tuple(...)")


@given(st.lists(st.text("ab ", max_size=2), max_size=4).map(tuple))
@few
def test_tuples_are_judged_item_by_item(items: tuple[str, ...]) -> None:
    """A tuple is refused just when an item is, with the place of the first such item."""
    bad = [index for index, item in enumerate(items) if reason(v.is_text, item) is not None]
    said = reason(v.tuple_of(v.is_text), items)
    assert (said is None) == (not bad)
    assert said is None or said.startswith(f"item {bad[0]}: ")


def test_tuples_of_classes() -> None:
    """A tuple may hold any of several classes, in any order, and nothing else."""
    validator = v.tuple_of(str, int)
    assert reason(validator, ()) is None
    assert reason(validator, ("a", 1, "b")) is None
    assert reason(validator, ("a", 1.0)) == "item 1: 1.0 is not a str or int"
    assert reason(validator, (True,)) == "item 0: True is not a str or int"


@given(ANYTHING)
@few
def test_validators_raise_nothing_else(value: Any) -> None:
    """Whatever comes, a validator either takes it or raises an InvalidValueError with a short reason."""
    pattern = v.matches(r"\d+", "digits")
    for validator in (v.is_text, v.is_identifier, v.is_whole(3), v.one_of(Thing), v.tuple_of(v.is_date), pattern):
        said = reason(validator, value)
        assert said is None or (said and "\n" not in said and len(said) < 300)


@pytest.mark.parametrize(
    ("validator", "expected"),
    [
        (None, {}),
        (v.is_bool, {}),
        (v.is_whole(1), {"minimum": 1, "maximum": 10**15}),
        (v.is_whole(1, 9), {"minimum": 1, "maximum": 9}),
        (v.optional(v.is_whole(1)), {"minimum": 1, "maximum": 10**15}),
        (v.matches("[A-Z]", "a letter"), {"pattern": "[A-Z]"}),
        (v.tuple_of(v.is_whole(1)), {"items": {"minimum": 1, "maximum": 10**15}}),
        (v.optional(v.tuple_of(v.is_whole(1))), {"items": {"minimum": 1, "maximum": 10**15}}),
        (v.tuple_of(str), {}),
        (v.one_of(str), {}),
    ],
    ids=range(10),
)
def test_constraints_are_told(validator: v.Validator | None, expected: dict[str, Any]) -> None:
    """A validator says in JSON Schema's words what it demands, as far as they reach."""
    assert v.constraint_of(validator) == expected


@given(st.text("aåÖ1 -.:+_\n", max_size=5))
@few
def test_constraints_are_never_stricter(text: str) -> None:
    """Whatever a validator of text takes, the pattern that it tells takes too."""
    for validator in (v.is_text, v.is_identifier):
        pattern = v.constraint_of(validator)["pattern"]
        assert reason(validator, text) is not None or re.fullmatch(pattern, text)


@given(st.recursive(ANYTHING, lambda inner: st.lists(inner, max_size=5), max_leaves=30))
@few
def test_values_are_shown_shortly(value: Any) -> None:
    """Whatever the value, it is shown in less than a paragraph."""
    assert 0 < len(v.show(value)) < 4_000
    assert len(v.show(str(value) * 1_000)) <= 82


def test_refusal_names_its_place() -> None:
    """A refusal carries the class and the attribute of what was refused."""
    with pytest.raises(InvalidValueError, match=r"^Thing\.field: because$") as caught:
        v.refuse(Thing(), FIELD, "because")
    assert (caught.value.reason, caught.value.owner, caught.value.attribute) == ("because", "Thing", "field")
