"""What flat tables promise where they are given what they are not made for: a sentence, and never a guess."""

import datetime as dt
import zipfile
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.io.flat.made_tables import tables

from familjen.errors import DocumentError, InvalidValueError
from familjen.io.flat import (
    Column,
    Table,
    as_figures,
    as_game,
    as_ledger,
    as_published_table,
    as_table,
    from_csv,
    from_frame,
    read_xlsx,
    to_csv,
    to_frame,
    write_xlsx,
)
from familjen.io.flat.sheet_text import length_in_sheet

ROWS = [{"a": 1}]
TWICE = (Column("a", "text"), Column("a", "integer"))
NARROW = np.array([314202.52], dtype="float32")


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        pytest.param("a", r"columns: 'a' is no list of columns; write", id="text"),
        pytest.param(Column("a", "text"), r"is no list of columns", id="one"),
        pytest.param(["a"], r"'a' is not a Column; write Column\('a', 'text'\)", id="names"),
        pytest.param([None], r"None is not a Column; write Column\('party', 'text'\)", id="none"),
        pytest.param(TWICE, r"the column 'a' stands there twice; rename one", id="twice"),
    ],
)
def test_what_are_no_columns_is_told_by_every_reader(columns: Any, said: str, tmp_path: Path) -> None:
    """CSV, workbooks, frames and dicts refuse the same with the same sentence."""
    path = tmp_path / "t.xlsx"
    write_xlsx(Table.of_rows("t", ROWS), path)
    reads: tuple[Callable[[], Any], ...] = (
        lambda: from_csv("a\n1", columns),
        lambda: read_xlsx(path, {"t": columns}),
        lambda: from_frame(pd.DataFrame(ROWS), columns),
        lambda: Table.of_rows("t", ROWS, columns=columns),
    )
    for read in reads:
        with pytest.raises(InvalidValueError, match=said):
            read()


def test_no_columns_are_not_the_same_as_none_said() -> None:
    """An empty list of columns says that there is to be none, to a frame as to CSV."""
    for read in (lambda: from_csv("a\n1", ()), lambda: from_frame(pd.DataFrame(ROWS), ())):
        with pytest.raises(DocumentError, match=r"'a' is none of the columns"):
            read()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(lambda: to_csv(None), r"table: None is not a Table; make one with Table.of", id="csv-none"),  # type: ignore[arg-type]
        pytest.param(lambda: to_csv(ROWS), r"is not a Table; make one", id="csv-rows"),  # type: ignore[arg-type]
        pytest.param(lambda: to_csv(Table.of_rows("t", ROWS), decimal=[]), r"\[\] is no decimal mark", id="mark"),  # type: ignore[arg-type]
        pytest.param(lambda: write_xlsx(None, "t.xlsx"), r"tables: None is no list of tables", id="xlsx-none"),  # type: ignore[arg-type]
        pytest.param(lambda: Table.of_rows("t", None), r"rows: None is no list of dicts", id="rows-none"),  # type: ignore[arg-type]
        pytest.param(lambda: Table.of(Table), r"has no to_rows\(\)", id="class"),
        pytest.param(lambda: as_table(Table), r"is no data frame", id="as-class"),
        pytest.param(lambda: to_frame(ROWS, []), r"\[\] is none of pandas, polars, pyarrow", id="backend"),  # type: ignore[arg-type]
        pytest.param(lambda: to_frame(ROWS, "polars", floats=None), r"floats: None is no list of names$", id="floats"),  # type: ignore[arg-type]
        pytest.param(lambda: from_frame(pd.Series([1])), r"'Series' is a single column, or no table", id="series"),
        pytest.param(lambda: from_frame(pa.chunked_array([[1]])), r"'ChunkedArray' is a single column", id="chunked"),
    ],
)
def test_what_is_of_another_class_is_told(make: Callable[[], Any], said: str) -> None:
    """A sentence says what was given, and no error of Python's comes through."""
    with pytest.raises(InvalidValueError, match=said):
        make()


@pytest.mark.parametrize("unit", ["ms", "us", "ns"])
def test_a_time_a_hair_after_midnight_is_no_day(unit: Any) -> None:
    """The smallest step that a frame can tell is refused and not cut off; midnight itself is the day."""
    column = pl.Series([0, 86_400 * {"ms": 10**3, "us": 10**6, "ns": 10**9}[unit]]).cast(pl.Datetime(unit))
    assert [str(day) for (day,) in from_frame(pl.DataFrame({"a": column})).rows] == ["1970-01-01", "1970-01-02"]
    after = (column.cast(pl.Int64) + 1).cast(pl.Datetime(unit))
    with pytest.raises(DocumentError, match=r"column A \(a\): holds (the time|times of day)"):
        from_frame(pl.DataFrame({"a": after}))


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("number", [2**63 - 1, 2**63, 1 - 2**63, -(2**63), 10**37])
def test_whole_numbers_of_any_size_come_through(library: str, number: int) -> None:
    """Just within 64 bits they are whole numbers, and just beyond decimals of the same value."""
    ((again,),) = from_frame(to_frame([{"a": number}], library)).rows
    assert again == number
    assert isinstance(again, int) == (abs(number) < 2**63)


def test_categories_are_what_they_are() -> None:
    """Categories of numbers are numbers, also where nobody says so; categories of text are text."""
    frame = pd.DataFrame({"a": pd.Categorical([2, None]), "b": pd.Categorical(["x", "y"])})
    assert from_frame(frame).rows == ((2, "x"), (None, "y"))


@pytest.mark.parametrize(
    "read",
    [
        pytest.param(lambda amounts: as_figures(pl.DataFrame({"a": ["A"], "b": amounts})), id="figures"),
        pytest.param(lambda amounts: as_game(pl.DataFrame({"coalition": ["A"], "cost": amounts})), id="game"),
        pytest.param(
            lambda amounts: as_ledger(
                pl.DataFrame({"party": ["A"], "year": [2024], "activity": ["F"], "paid": amounts})
            ),
            id="ledger",
        ),
        pytest.param(lambda amounts: as_published_table(pl.DataFrame({"kr": ["A"], "2024": amounts})), id="published"),
    ],
)
def test_seven_digits_are_no_amount_anywhere(read: Callable[[Any], Any]) -> None:
    """A frame of 32-bit floats has lost öre already, and is refused where amounts are read; 64 bits are not."""
    with pytest.raises(DocumentError, match=r"Float32, which keeps seven digits"):
        read(NARROW)
    assert read(NARROW.astype("float64")) is not None


@given(st.lists(st.integers(1900, 2100) | st.none(), min_size=1, max_size=4))
@settings(max_examples=20, deadline=None)
def test_a_year_is_read_where_pandas_has_made_it_a_float(years: list[int | None]) -> None:
    """A missing year makes floats of all; the others are read, and the missing one is told with its line."""
    frame = pd.DataFrame(
        {"party": "A", "year": pd.Series(years, dtype="float64"), "activity": "F", "paid": [1.5] * len(years)}
    )
    missing = [f"line {at}" for at, year in enumerate(years, 2) if year is None]
    if missing:
        with pytest.raises(DocumentError) as caught:
            as_ledger(frame)
        assert [place for place, _ in caught.value.problems] == missing
    else:
        assert as_ledger(frame).net("A") == Fraction(-3, 2) * len(years)


@given(st.integers(0, 10**60 - 1), st.integers(1, 10**60 - 1), st.sampled_from([",", "."]))
@settings(max_examples=30, deadline=None)
def test_a_long_decimal_is_no_float(before: int, after: int, decimal: str) -> None:
    """However many digits a decimal has before and after the mark, it is read exactly, also where no kind is said."""
    number = Decimal(f"{before}.{after:060d}")
    table = Table("table", (Column("a", "decimal"),), ((number,),))
    assert from_csv(to_csv(table, decimal=decimal), decimal=decimal) == table


def test_what_only_a_float_holds_is_a_float() -> None:
    """A number beyond the digits of decimals is read as the float that it was."""
    table = Table.of_rows("table", [{"a": 5e-324, "b": "x"}, {"a": 1.5, "b": "y"}])
    assert from_csv(to_csv(table)) == table


def test_a_whole_float_is_an_integer_only_as_far_as_floats_count() -> None:
    """Up to 2^53 each whole number has a float of its own; beyond, a float may have been another number."""
    columns = (Column("a", "integer"),)
    assert from_frame(pd.DataFrame({"a": [2.0**53]}), columns).rows == ((2**53,),)
    with pytest.raises(DocumentError, match=r"row 1, column A \(a\): 9007199254740994\.0 is not a whole number"):
        from_frame(pd.DataFrame({"a": [2.0**53 + 2]}), columns)


def test_a_coalition_that_is_no_text_is_no_player() -> None:
    """A code that a frame has made a number may have lost its noughts; a missing one is nobody, and no ``None``."""
    with pytest.raises(DocumentError, match=r"row 1: 114 is no coalition; name it by text"):
        as_game([{"coalition": 114, "cost": 2}])
    game = as_game([{"coalition": None, "cost": 0}, {"coalition": "A", "cost": 2}])
    assert game.players == ("A",)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        pytest.param(Table.of_rows("😀" * 16, ROWS), r"has a name of 32 signs, and a sheet's has 31", id="name"),
        pytest.param(Table.of_rows("t", [{"a": "😀" * 16_384}]), r"is text of 32,768 signs", id="text"),
    ],
)
def test_signs_are_counted_as_excel_counts_them(table: Table, said: str, tmp_path: Path) -> None:
    """A sign of two halves is two: Excel would call the file damaged. One less fits."""
    with pytest.raises(InvalidValueError, match=said):
        write_xlsx(table, tmp_path / "t.xlsx")
    write_xlsx(Table.of_rows("😀" * 15, [{"a": "😀" * 16_383}]), tmp_path / "t.xlsx")


@pytest.mark.parametrize("name", ["History", "HISTORY", "history"])
def test_a_name_that_excel_keeps_is_refused_however_it_is_written(name: str, tmp_path: Path) -> None:
    """Excel does not tell large letters from small ones in the names of sheets."""
    with pytest.raises(InvalidValueError, match=r"the name that Excel keeps for itself"):
        write_xlsx(Table.of_rows(name, ROWS), tmp_path / "t.xlsx")


def test_the_first_of_march_1900_is_the_first_day(tmp_path: Path) -> None:
    """From that day on Excel counts days as everybody does; the day before is text, and comes back as a day."""
    table = Table.of_rows("t", [{"a": dt.date(1900, 2, 28)}, {"a": dt.date(1900, 3, 1)}])
    write_xlsx(table, tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["t"]
    assert [sheet.cell(row, 1).is_date for row in (2, 3)] == [False, True]
    assert read_xlsx(tmp_path / "t.xlsx", {"t": table.columns}) == (table,)


@given(st.text(max_size=20))
@settings(max_examples=30, deadline=None)
def test_signs_are_units_of_utf_16(text: str) -> None:
    """The count is that of the code units of UTF-16."""
    assert length_in_sheet(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(table=tables())
@settings(max_examples=5, deadline=None)
def test_the_same_table_is_the_same_text(table: Table) -> None:
    """Nothing but the table decides what stands in the CSV."""
    assert to_csv(table) == to_csv(Table(table.name, table.columns, table.rows))


def test_the_same_table_is_the_same_workbook(tmp_path: Path) -> None:
    """The file holds no time at which it was written, in its properties or in its list of parts."""
    table = Table.of_rows("t", [{"a": "x", "b": 10**20}])
    for name in ("one.xlsx", "two.xlsx"):
        write_xlsx(table, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.xlsx") as archive:
        assert str(dt.date.today().year).encode() not in archive.read("docProps/core.xml")  # noqa: DTZ011 - any zone does
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert read_xlsx(tmp_path / "one.xlsx")[0].rows == (("x", 10**20),)
