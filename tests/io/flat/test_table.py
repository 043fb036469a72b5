"""What flat tables promise."""

import datetime as dt
import enum
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from tests.io.flat.made_tables import FULL, tables

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.io.flat import KINDS, Column, Table
from familjen.io.flat.column import fault_of


class Colour(enum.StrEnum):
    """An enumeration of texts."""

    RED = "red"


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        pytest.param(1.5, "decimal", "1.5 is not a Decimal", id="float-for-decimal"),
        pytest.param(True, "integer", "True is not a whole number", id="bool-for-integer"),
        pytest.param(1, "boolean", "1 is not true or false", id="int-for-boolean"),
        pytest.param(dt.datetime(2024, 1, 1), "date", "is not a datetime.date", id="time-for-date"),  # noqa: DTZ001
        pytest.param(Decimal("NaN"), "decimal", "NaN is no number", id="nan-decimal"),
        pytest.param(Decimal("Infinity"), "decimal", "Infinity is no number", id="infinite-decimal"),
        pytest.param(float("nan"), "float", "nan is no number", id="nan"),
        pytest.param(float("inf"), "float", "inf is no number", id="inf"),
        pytest.param("", "text", "is text without a sign", id="empty-text"),
        pytest.param("\ud800", "text", "half a character", id="surrogate"),
        pytest.param(10**60, "integer", "more than 60 digits", id="huge-integer"),
        pytest.param(Fraction(1, 10**60), "fraction", "more than 60 digits", id="huge-fraction"),
        pytest.param(Decimal("1E+9999"), "decimal", "more than 60 digits", id="huge-decimal"),
        pytest.param(Decimal("1E-70"), "decimal", "more than 60 digits", id="tiny-decimal"),
        pytest.param(["x"], "text", "is not text", id="list"),
    ],
)
def test_a_value_of_another_kind_is_refused_with_its_place(value: Any, kind: Any, said: str) -> None:
    """The error names the row and the column, shows the value and says what is wrong with it."""
    with pytest.raises(InvalidValueError, match=r"Table\.rows: row 1, column 'a': ") as caught:
        Table("t", (Column("a", kind),), ((value,),))
    assert said in str(caught.value)
    assert fault_of(value, Column("a", kind)) is not None


def test_an_empty_cell_stands_only_where_it_may() -> None:
    """None is a value of every kind, and of no required column."""
    for kind in KINDS:
        assert Table("t", (Column("a", kind),), ((None,),)).rows == ((None,),)
        with pytest.raises(InvalidValueError, match=r"is empty, and the column is required"):
            Table("t", (Column("a", kind, required=True),), ((None,),))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(lambda: Column("a", "number"), "the kinds are text, integer", id="unknown-kind"),  # type: ignore[arg-type] - that is the test
        pytest.param(lambda: Column(" a", "text"), "has space around it", id="space"),
        pytest.param(lambda: Column("a\nb", "text"), "line break", id="two-lines"),
        pytest.param(lambda: Column("a", "text", required=1), "neither true nor false", id="required"),  # type: ignore[arg-type] - that is the test
        pytest.param(lambda: Table("", (), ()), "blank", id="nameless"),
        pytest.param(lambda: Table("t", (Column("a", "text"),) * 2, ()), "'a' stands there twice", id="twice"),
        pytest.param(lambda: Table("t", (Column("a", "text"),), (("x", "y"),)), "row 1 has 2 values", id="too-wide"),
        pytest.param(lambda: Table("t", (Column("a", "text"),), [("x",)]), "is not a tuple", id="list-of-rows"),  # type: ignore[arg-type] - that is the test
        pytest.param(lambda: Table.of_rows("t", [{"a": "x"}, {"a": 1}]), "several kinds: text, integer", id="mixed"),
        pytest.param(lambda: Table.of_rows("t", [{"a": {}}]), "'a' holds a dict", id="dict"),
        pytest.param(lambda: Table.of_rows("t", [{1: 2}]), "the name 1 is not text", id="name-is-number"),
        pytest.param(lambda: Table.of_rows("t", ["x"]), "'x' is not a dict", id="row-is-text"),  # type: ignore[list-item] - that is the test
        pytest.param(
            lambda: Table.of_rows("t", [{"b": 1}], columns=[Column("a", "text")]), "none of the columns a", id="extra"
        ),
        pytest.param(lambda: Table.of(1), "has no to_rows()", id="no-result"),
    ],
)
def test_bad_tables_are_refused(make: Callable[[], object], said: str) -> None:
    """What is wrong is said with the actual value."""
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("values", "kind", "kept"),
    [
        pytest.param([1, Decimal("0.50")], "decimal", (Decimal(1), Decimal("0.50")), id="integer-decimal"),
        pytest.param([1, Fraction(1, 3)], "fraction", (Fraction(1), Fraction(1, 3)), id="integer-fraction"),
        pytest.param(
            [Decimal("0.1"), Fraction(1, 3)], "fraction", (Fraction(1, 10), Fraction(1, 3)), id="decimal-fraction"
        ),
        pytest.param([0.1, Fraction(1, 3)], "fraction", (Fraction(1, 10), Fraction(1, 3)), id="float-fraction"),
        pytest.param([0.1, Decimal(1)], "decimal", (Decimal("0.1"), Decimal(1)), id="float-decimal"),
        pytest.param([0, 1.5], "float", (0.0, 1.5), id="integer-float"),
        pytest.param([2**53 + 1, 0.5], "decimal", (Decimal(2**53 + 1), Decimal("0.5")), id="large-integer-float"),
        pytest.param([np.int64(3), np.float64(0.5), np.float64(2)], "float", (3.0, 0.5, 2.0), id="numbers-of-numpy"),
        pytest.param([np.array([True])[0], False], "boolean", (True, False), id="booleans-of-numpy"),
        pytest.param([Colour.RED, ""], "text", ("red", None), id="enumeration-and-empty"),
        pytest.param([("A", "B"), ()], "text", ("A+B", None), id="groups"),
        pytest.param([None, None], "text", (None, None), id="nothing"),
    ],
)
def test_kinds_are_found_and_nothing_exact_becomes_a_float(values: list[Any], kind: str, kept: tuple[Any, ...]) -> None:
    """A column is of the narrowest kind that holds all its values exactly."""
    table = Table.of_rows("t", [{"a": value} for value in values])
    assert table.columns == (Column("a", kind),)  # type: ignore[arg-type] - kinds are given as text here
    assert table.values("a") == kept
    assert [type(value) for value in table.values("a")] == [type(value) for value in kept]


@given(tables())
@settings(max_examples=30, deadline=None)
def test_rows_lead_back_to_the_table(table: Table) -> None:
    """A table of a table's rows, with its columns, is the table itself."""
    assert Table.of_rows(table.name, table.to_rows(), columns=table.columns) == table
    assert pickle.loads(pickle.dumps(table)) == table


def test_a_row_that_lacks_a_name_has_an_empty_cell() -> None:
    """Columns are all the names there are, in the order in which they come."""
    table = Table.of_rows("t", [{"b": 1}, {"a": 2}])
    assert table.to_rows() == [{"b": 1, "a": None}, {"b": None, "a": 2}]
    assert len(table) == 2


def test_a_column_can_be_looked_up() -> None:
    """Values are given by a column's name; an unknown one is answered with those that look alike."""
    assert FULL.values("year") == (2024, -1, None)
    with pytest.raises(UnknownIdError, match=r"did you mean 'year'"):
        FULL.values("yaer")


def test_it_shows_itself() -> None:
    """The name, the size and the columns are shown; a notebook shows sixty rows and counts the rest."""
    assert repr(FULL) == "<Table 'Bill': 3 rows of party, year, amount, share, estimate, paid, due>"
    assert repr(Table("t", (), ())) == "<Table 't': 0 rows of no columns>"
    assert "<td>12.50</td><td>1/3</td>" in FULL._repr_html_()
    long = Table.of_rows("<t>", [{"<a>": number} for number in range(100)])
    assert "&lt;a&gt;" in long._repr_html_()
    assert "<p>… and 40 more rows</p>" in long._repr_html_()
