"""What a series and its cells may hold."""

import datetime as dt
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.model import Source
from familjen.places import Cell, Series

REGISTER = Source("School register 2016")
DAY = dt.date(2016, 10, 15)

codes = st.text("0123456789", min_size=4, max_size=4)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
figures = st.integers(0, 10**15) | st.decimals(0, 10**9, places=2)
rows = st.lists(st.tuples(codes, days, figures), max_size=20, unique_by=lambda row: row[:2])
quick = settings(max_examples=50, deadline=None)


def pupils(*found: Any, **more: Any) -> Series:
    """Make a series of pupils from these rows."""
    return Series.from_rows("pupils", "pupils", REGISTER, found, **more)


@given(rows)
@quick
def test_rows_become_cells(found: list[tuple[str, dt.date, Any]]) -> None:
    """Each row becomes one cell, in the rows' order, with its value's type kept."""
    series = pupils(*found)
    assert [(cell.code, cell.day, cell.value) for cell in series.cells] == found
    assert [type(cell.value) for cell in series.cells] == [type(value) for _, _, value in found]


@given(rows)
@quick
def test_a_series_is_a_value(found: list[tuple[str, dt.date, Any]]) -> None:
    """A series can be compared, hashed and pickled."""
    series = pupils(*found)
    assert pickle.loads(pickle.dumps(series)) == series == pupils(*found)
    assert hash(series) == hash(pupils(*found))


def test_rows_may_come_one_by_one() -> None:
    """Rows may come from a generator, such as one that reads a file."""
    assert len(Series.from_rows("pupils", "pupils", REGISTER, (("1283", DAY, n) for n in range(1))).cells) == 1


def test_repr_is_short() -> None:
    """A series of many cells shows how many they are, not what they are."""
    series = pupils(*((f"{n:04}", DAY, n) for n in range(500)))
    assert "cells=<500>" in repr(series)
    assert len(repr(series)) < 250


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1.5, r"1\.5 is no exact figure; write Decimal\('1\.5'\)"),
        (17.0, r"write Decimal\('17\.0'\)"),
        (float("nan"), "nan is no exact figure; leave the cell out where there is none"),
        (float("inf"), "inf is no exact figure; leave the cell out"),
        (Decimal("NaN"), "NaN is not a finite figure; leave the cell out"),
        (Decimal("sNaN"), "not a finite figure"),
        (Decimal("-Infinity"), "-Infinity is not a finite figure"),
        (True, "True is no exact figure; give an int or a Decimal"),
        (None, "None is no exact figure"),
        ("17000", "'17000' is no exact figure"),
        (Fraction(1, 3), "is no exact figure; give an int or a Decimal"),
        (np.int64(5), r"write int\(\.\.\.\) around it"),
        (np.float64(5.5), r"write Decimal\('5\.5'\)"),
        (Decimal("1E+999999"), "more than 4300 digits"),
        (Decimal("1E-999999"), "more than 4300 digits"),
        (Decimal("0E+999999"), "more than 4300 digits"),
    ],
)
def test_no_exact_figure(value: Any, said: str) -> None:
    """A value that is no exact, finite figure of a sensible size is refused with what to write instead."""
    with pytest.raises(InvalidValueError, match=said) as caught:
        Cell("1283", DAY, value)
    assert (caught.value.owner, caught.value.attribute) == ("Cell", "value")
    with pytest.raises(InvalidValueError, match=f"row 1: .*{said}"):
        pupils(("1260", DAY, 1), ("1283", DAY, value))


@pytest.mark.parametrize("sign", [1, -1])
def test_too_many_digits(sign: int) -> None:
    """A whole number of more digits than Python prints is refused in a short sentence."""
    with pytest.raises(InvalidValueError, match="more than 4300 digits") as caught:
        Cell("1283", DAY, sign * 10**4300)
    assert len(str(caught.value)) < 100


@given(st.floats())
@quick
def test_no_float_is_taken(value: float) -> None:
    """No float is taken for a figure, whole or not."""
    with pytest.raises(InvalidValueError, match="is no exact figure"):
        Cell("1283", DAY, value)  # type: ignore[arg-type] # that is what must fail


def test_extreme_figures() -> None:
    """Zero is a figure, and so is one as large or small as can be printed."""
    for value in (0, 10**4300 - 1, Decimal("0.00"), Decimal("1E-4299"), Decimal("9E+4299")):
        assert Cell("1283", DAY, value).value == value


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2016-10-15", "is not a date"),
        (2016, "is not a date"),
        (None, "is not a date"),
        (dt.datetime(2016, 10, 15), "without a time of day"),  # noqa: DTZ001 - a time of day is what is refused
    ],
)
def test_no_day(day: Any, said: str) -> None:
    """A day that is no date is refused, and so is a time of day."""
    with pytest.raises(InvalidValueError, match=said):
        Cell("1283", day, 1)


@pytest.mark.parametrize("code", ["", "12 83", 1283, None, ("1283",)])
def test_no_code(code: Any) -> None:
    """A code that is no id is refused."""
    with pytest.raises(InvalidValueError, match="is not an id"):
        Cell(code, DAY, 1)


@pytest.mark.parametrize("note", ["", " estimated", 5])
def test_no_note(note: Any) -> None:
    """A note is text without space around it."""
    with pytest.raises(InvalidValueError, match=r"Cell\.note"):
        Cell("1283", DAY, 1, note=note)


@pytest.mark.parametrize("row", [(), ("1283", DAY), ("1283", DAY, 1, "note"), None, 5, "1283"])
def test_no_row(row: Any) -> None:
    """What is not a code, a day and a value is refused with its number in the list."""
    with pytest.raises(InvalidValueError, match=r"row 0: .* is not a code, a day and a value"):
        pupils(row)


def test_twice_on_a_day() -> None:
    """A place with two values on a day is refused, however the series is made, even if they are the same."""
    twice = (("1283", DAY, 1), ("1283", DAY, 1))
    with pytest.raises(InvalidValueError, match="1283 has two values on 2016-10-15; keep one"):
        pupils(*twice)
    with pytest.raises(InvalidValueError, match="two values"):
        Series("pupils", "pupils", REGISTER, tuple(Cell(*row) for row in twice))


@pytest.mark.parametrize("value", [-1, Decimal("-0.01")])
def test_negative(value: int | Decimal) -> None:
    """A figure below zero is refused until someone says that it makes sense."""
    with pytest.raises(
        InvalidValueError, match="is negative; if that makes sense for pupils, say may_be_negative=True"
    ):
        pupils(("1283", DAY, value))
    assert pupils(("1283", DAY, value), may_be_negative=True).cells[0].value == value


@given(st.integers(-(10**6), 10**6))
@quick
def test_the_sign_decides(value: int) -> None:
    """A figure stands in a series that may not be negative exactly when it is not below zero."""
    cell = Cell("1283", DAY, value)
    try:
        Series("pupils", "pupils", REGISTER, (cell,))
    except InvalidValueError:
        assert value < 0
    else:
        assert value >= 0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("variable", "number of pupils"),
        ("variable", ""),
        ("variable", None),
        ("unit", ""),
        ("unit", 1),
        ("source", "School register"),
        ("source", None),
        ("cells", []),
        ("cells", (("1283", DAY, 1),)),
        ("may_be_negative", 1),
        ("may_be_negative", None),
    ],
)
def test_no_series(field: str, value: Any) -> None:
    """A field that holds something else is refused by its name."""
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(pupils(("1283", DAY, 1)), **{field: value})
    assert (caught.value.owner, caught.value.attribute) == ("Series", field)
