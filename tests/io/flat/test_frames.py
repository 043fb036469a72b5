"""What data frames of flat tables, and flat tables of data frames, promise."""

import datetime as dt
import sys
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.io.flat.made_tables import FULL, tables

from familjen.errors import DocumentError, InvalidValueError, MissingExtraError, UnknownIdError
from familjen.io.flat import Column, Table, from_frame, to_frame

LIBRARIES = ("pandas", "polars", "pyarrow")
libraries = pytest.mark.parametrize("library", LIBRARIES)


class Stream:
    """Something that has an Arrow stream, and nothing else."""

    def __init__(self, table: Any) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)


@given(tables(("text", "integer", "fraction", "float", "boolean", "date", "decimal")), st.sampled_from(LIBRARIES))
@settings(max_examples=30, deadline=None)
def test_a_frame_leads_back_to_the_table(table: Table, library: str) -> None:
    """Every value comes back exactly as it was, through each library."""
    assert from_frame(to_frame(table, library), table.columns, name="t") == table


@given(tables(("integer", "boolean", "float", "text")), st.sampled_from(LIBRARIES))
@settings(max_examples=30, deadline=None)
def test_kinds_are_those_of_the_frame(table: Table, library: str) -> None:
    """Without columns the kinds are the frame's own; whole numbers beyond 64 bits have become decimals."""
    large = {name for name in table.names if any(type(v) is int and abs(v) >= 2**63 for v in table.values(name))}
    found = from_frame(to_frame(table, library), name="t")
    assert found.rows == table.rows
    assert [each.kind for each in found.columns if each.name not in large] == [
        each.kind for each in table.columns if each.name not in large
    ]


def test_types_of_polars_are_exact() -> None:
    """Amounts are decimals with all their digits, days dates, fractions text."""
    frame = to_frame(FULL, pl)
    assert dict(frame.schema) == {
        "party": pl.String,
        "year": pl.Int64,
        "amount": pl.Decimal(38, 2),
        "share": pl.String,
        "estimate": pl.Float64,
        "paid": pl.Boolean,
        "due": pl.Date,
    }
    assert frame["amount"].sum() == Decimal("12.45")
    assert frame["share"].to_list() == ["1/3", "-7", None]


def test_types_of_pyarrow_are_exact() -> None:
    """Amounts are decimal128, and decimal256 where they are longer."""
    frame = to_frame(FULL, pa)
    assert frame.schema.field("amount").type == pa.decimal128(38, 2)
    assert frame.schema.field("due").type == pa.date32()
    long = Table.of_rows("t", [{"a": Decimal("1" * 30 + "." + "1" * 20)}])
    assert to_frame(long, "pyarrow").schema.field("a").type == pa.decimal256(76, 20)
    assert to_frame(long, "pyarrow")["a"].to_pylist() == [long.rows[0][0]]


def test_types_of_pandas_are_exact() -> None:
    """Amounts, shares and days are the objects themselves; nothing is a float but what was one."""
    frame = to_frame(FULL, pd)
    assert list(frame["amount"]) == [Decimal("12.50"), Decimal("-0.05"), None]
    assert list(frame["share"])[:2] == [Fraction(1, 3), Fraction(-7)]
    assert [str(kind) for kind in frame.dtypes] == [
        "string",
        "Int64",
        "object",
        "object",
        "Float64",
        "boolean",
        "object",
    ]
    assert frame["due"][0] == dt.date(2024, 2, 29)


def test_polars_refuses_what_it_would_cut_off() -> None:
    """A decimal of more than 38 digits is refused, and what to do is said."""
    rows = [{"a": Decimal("1" * 30)}, {"a": Decimal("0." + "1" * 20)}]
    with pytest.raises(InvalidValueError, match=r"'a' needs 50 digits, and polars keeps 38; ask for pandas, or for fl"):
        to_frame(rows, "polars")
    assert to_frame(rows, "polars", floats=("a",))["a"].to_list() == [float("1" * 30), 0.1111111111111111]


@libraries
def test_floats_are_made_where_they_are_asked_for(library: str) -> None:
    """A share to draw is a float, to the nearest; an empty cell stays one."""
    again = from_frame(to_frame(FULL, library, floats=("share", "year")))
    assert again.values("share") == (1 / 3, -7.0, None)
    assert again.values("year") == (2024.0, -1.0, None)


def test_bad_wishes_are_refused() -> None:
    """Another library, an unknown column and one of text are told."""
    with pytest.raises(InvalidValueError, match=r"'dask' is none of pandas, polars, pyarrow"):
        to_frame(FULL, "dask")
    with pytest.raises(InvalidValueError, match=r"None is none of"):
        to_frame(FULL, None)  # type: ignore[arg-type] - that is the test
    with pytest.raises(InvalidValueError, match=r"'share' is no list of names; write \('share',\)"):
        to_frame(FULL, "polars", floats="share")
    with pytest.raises(UnknownIdError, match=r"did you mean 'share'"):
        to_frame(FULL, "polars", floats=("shar",))
    with pytest.raises(InvalidValueError, match=r"'party' holds text, which is no number"):
        to_frame(FULL, "polars", floats=("party",))


@pytest.mark.parametrize(
    ("frame", "kept"),
    [
        pytest.param(pd.DataFrame({"a": [1.5, float("nan")]}), (1.5, None), id="pandas-nan"),
        pytest.param(pd.DataFrame({"a": pd.array([1, None], dtype="Int64")}), (1, None), id="pandas-na"),
        pytest.param(
            pd.DataFrame({"a": [pd.Timestamp("2024-01-01"), pd.NaT]}), (dt.date(2024, 1, 1), None), id="pandas-nat"
        ),
        pytest.param(pd.DataFrame({"a": ["x", None]}), ("x", None), id="pandas-text"),
        pytest.param(pd.DataFrame({"a": pd.Categorical(["x", None])}), ("x", None), id="pandas-category"),
        pytest.param(
            pd.DataFrame({"a": pd.array([Decimal("1.50"), None], dtype=pd.ArrowDtype(pa.decimal128(9, 2)))}),
            (Decimal("1.50"), None),
            id="pandas-arrow",
        ),
        pytest.param(pd.DataFrame({"a": ["x", "y"]}).iloc[1:], ("y",), id="pandas-rows-left-out"),
        pytest.param(pl.DataFrame({"a": ["x", "", None]}), ("x", None, None), id="polars-empty-text"),
        pytest.param(pl.DataFrame({"a": [None, None]}), (None, None), id="polars-nothing"),
        pytest.param(pl.DataFrame({"a": pl.Series([1], dtype=pl.UInt8)}), (1,), id="polars-small"),
        pytest.param(pl.DataFrame({"a": pl.Series(["x"], dtype=pl.Enum(["x"]))}), ("x",), id="polars-enumeration"),
        pytest.param(pa.table({"a": pa.array(["x", None]).dictionary_encode()}), ("x", None), id="arrow-dictionary"),
        pytest.param(Stream(pa.table({"a": [1, None]})), (1, None), id="arrow-stream"),
        pytest.param(pa.RecordBatch.from_pydict({"a": [1]}), (1,), id="arrow-batch"),
    ],
)
def test_what_libraries_call_nothing_is_nothing(frame: Any, kept: tuple[Any, ...]) -> None:
    """NaN, NaT, NA, null and empty text are empty cells; numbers, texts and days are what they are."""
    table = from_frame(frame)
    assert table.values("a") == kept
    assert [type(value) for value in table.values("a")] == [type(value) for value in kept]


def test_floats_are_decimals_only_where_that_is_said() -> None:
    """A float is the decimal number that it is written as; whole ones are whole numbers if asked for."""
    frame = pd.DataFrame({"amount": [0.1, 314202.5], "year": [2024.0, float("nan")]})
    assert [column.kind for column in from_frame(frame).columns] == ["float", "float"]
    read = from_frame(frame, (Column("year", "integer"), Column("amount", "decimal")))
    assert read.rows == ((2024, Decimal("0.1")), (None, Decimal("314202.5")))
    with pytest.raises(DocumentError, match=r"row 2, column B \(year\): is empty, and the column is required"):
        from_frame(frame, (Column("year", "integer", required=True), Column("amount", "decimal")))


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        pytest.param(
            pl.DataFrame({"a": [1.5, float("nan")]}), "row 2, column A (a): nan is no number", id="polars-nan"
        ),
        pytest.param(pl.DataFrame({"a": [float("inf")]}), "row 1, column A (a): inf is no number", id="infinite"),
        pytest.param(pl.DataFrame({"a": [[1]]}), "column A (a): is of List(Int64)", id="list"),
        pytest.param(pl.DataFrame({"a": [dt.time(1)]}), "column A (a): is of Time", id="time-of-day"),
        pytest.param(pl.DataFrame({"a": [dt.datetime(2024, 1, 1, 12)]}), "holds the time 2024-01-01 12:00", id="noon"),  # noqa: DTZ001
        pytest.param(pd.DataFrame({"a": pd.period_range("2024", periods=1, freq="Y")}), "holds a Period", id="period"),
        pytest.param(pd.DataFrame({"a": ["x", 1]}), "several kinds: text, integer", id="mixed"),
        pytest.param(pd.DataFrame({2024: [1]}), "column 2024: its name is not text", id="named-by-number"),
        pytest.param(pl.DataFrame(), "there are no headings", id="no-columns"),
        pytest.param(pl.DataFrame({"a": [Decimal("1E-37")], " b": [1]}), "' b'", id="heading-with-space"),
    ],
)
def test_what_no_table_holds_is_told_with_its_place(frame: Any, said: str) -> None:
    """A column, or a row and a column, is named, and what is wrong with the value."""
    with pytest.raises((DocumentError, InvalidValueError)) as caught:
        from_frame(frame)
    assert said in str(caught.value)


def test_all_that_is_wrong_with_a_frame_is_told() -> None:
    """Every cell that is not of its column's kind has its line in the error."""
    frame = pl.DataFrame({"party": ["Bjuv", None], "amount": ["x", "1,5"]})
    with pytest.raises(DocumentError) as caught:
        from_frame(frame, (Column("party", "text", required=True), Column("amount", "decimal")), name="mine")
    assert [place for place, _ in caught.value.problems] == [
        "row 1, column B (amount)",
        "row 2, column A (party)",
        "row 2, column B (amount)",
    ]
    assert str(caught.value).startswith("the frame 'mine': 3 problems")


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        pytest.param(pd.DataFrame({"a": [1]}, index=["x"]), "the index of the frame holds something", id="text-index"),
        pytest.param(
            pd.DataFrame({"a": [1], "b": [2]}).set_index("b"), "make it a column with reset_index()", id="set"
        ),
        pytest.param(pd.DataFrame([[1, 2]], columns=["a", "a"]), "two columns", id="twice"),
        pytest.param(pl.LazyFrame({"a": [1]}), "collect it first", id="lazy"),
        pytest.param([1, 2], "'list' is no data frame", id="list"),
        pytest.param(None, "'NoneType' is no data frame", id="none"),
    ],
)
def test_what_is_no_frame_is_refused(frame: Any, said: str) -> None:
    """Nothing is left out silently, such as an index, and nothing is run that waits."""
    with pytest.raises(InvalidValueError) as caught:
        from_frame(frame)
    assert said in str(caught.value)


def test_float32_is_no_amount() -> None:
    """Seven digits are not those that somebody wrote."""
    frame = pl.DataFrame({"a": pl.Series([0.1], dtype=pl.Float32)})
    with pytest.raises(DocumentError, match=r"column A \(a\): is of Float32, which keeps seven digits"):
        from_frame(frame, (Column("a", "decimal"),))
    assert from_frame(frame).values("a") == (0.10000000149011612,)


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command that installs it is said."""
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtraError, match=r"a frame of polars needs polars: pip install polars"):
        to_frame(FULL, "polars")
    monkeypatch.setattr("familjen.io.flat.from_frames.find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"reading an Arrow stream needs pyarrow or polars"):
        from_frame(Stream(pa.table({"a": [1]})))
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(MissingExtraError, match=r"needs the extra 'frames'"):
        from_frame(pd.DataFrame({"a": [1]}))
