"""What flat tables in CSV promise."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.io.flat.made_tables import FULL, tables

from familjen.errors import DocumentError, InvalidValueError
from familjen.io.flat import Column, Table, from_csv, read_csv, to_csv, write_csv

BILL = (Column("party", "text", required=True), Column("amount", "decimal"))


@given(tables(), st.sampled_from(",."))
@settings(max_examples=30, deadline=None)
def test_what_is_written_is_read(table: Table, decimal: str) -> None:
    """Every value of every kind comes back as it was, with either decimal mark."""
    assert from_csv(to_csv(table, decimal=decimal), table.columns, name="t", decimal=decimal) == table


@given(tables(("integer", "boolean", "date")))
@settings(max_examples=30, deadline=None)
def test_kinds_are_found_again(table: Table) -> None:
    """Whole numbers, truths and days are known by how they are written; a column without any is text."""
    again = from_csv(to_csv(table), name="t", decimal=",")
    assert again.rows == table.rows
    found = {column.name: column.kind for column in again.columns}
    empty = {name for name in table.names if all(value is None for value in table.values(name))}
    assert found == {each.name: "text" if each.name in empty else each.kind for each in table.columns}


@pytest.mark.parametrize(("decimal", "mark"), [pytest.param(",", ";", id="comma"), pytest.param(".", ",", id="point")])
def test_other_readers_understand_it(decimal: str, mark: str) -> None:
    """What pandas and the csv module read are the same numbers and texts."""
    text = to_csv(FULL, decimal=decimal)
    frame = pd.read_csv(io.StringIO(text), sep=mark, decimal=decimal, keep_default_na=False, na_values=[""])
    assert list(frame["party"]) == ["Bjuv", "Örkelljunga", "none"]
    assert list(frame["estimate"])[:2] == pytest.approx([0.1 + 0.2, -1e-9], rel=1e-15)
    assert list(csv.reader(io.StringIO(text), delimiter=mark))[1][2] == f"12{decimal}50"


def test_a_file_is_as_a_swedish_excel_writes_it(tmp_path: Path) -> None:
    """UTF-8 with its mark, semicolons, decimal commas and lines that end as Windows has them; and it is read again."""
    path = tmp_path / "Bill.csv"
    write_csv(FULL, path)
    assert path.read_bytes().startswith("\ufeffparty;year;amount;".encode())
    assert b"Bjuv;2024;12,50;1/3;0,30000000000000004;true;2024-02-29\r\n" in path.read_bytes()
    assert read_csv(path, FULL.columns) == FULL
    assert list(tmp_path.iterdir()) == [path]


def test_people_write_it_otherwise_too() -> None:
    """Spaces part thousands, a dash is nothing, truths may be Swedish, empty lines are none."""
    text = "Part\tBelopp\tBetald\tDag\r\n\r\nBjuv\t1\u00a0040,50\tSANT\t2024-02-29\r\nKlippan\t-\tFALSKT\t\r\n"
    columns = (Column("Part", "text"), Column("Belopp", "decimal"), Column("Betald", "boolean"), Column("Dag", "date"))
    assert from_csv(text, columns).to_rows()[0]["Belopp"] == Decimal("1040.50")
    assert [row["Betald"] for row in from_csv(text).to_rows()] == [True, False]
    assert from_csv(text, columns).rows[1][1] is None


def test_columns_come_in_the_order_that_is_asked_for() -> None:
    """The file may have them in any other."""
    assert from_csv("amount;party\n1,5;Bjuv", BILL).rows == (("Bjuv", Decimal("1.5")),)


def test_noughts_before_a_number_make_it_text() -> None:
    """A county's municipality 0114 does not become 114."""
    assert from_csv("code;n\n0114;1\n1283;2").rows == (("0114", 1), ("1283", 2))
    assert from_csv("code;n\n011 400;1\n 1283;2").rows == (("011 400", 1), (" 1283", 2))


def test_one_column_needs_its_decimal_mark() -> None:
    """Without a mark between fields a comma is not guessed to part decimals; said, it is read."""
    text = to_csv(Table.of_rows("table", [{"a": Decimal("1.234")}]))
    assert from_csv(text).rows == (("1,234",),)
    assert from_csv(text, decimal=",").rows == ((Decimal("1.234"),),)


def test_all_that_is_wrong_is_told_with_its_place() -> None:
    """Each problem has its line, its column's letter and its heading, in the order of the file."""
    with pytest.raises(DocumentError) as caught:
        from_csv("party;amount\nBjuv;x\n;2\nKlippan\nÅstorp;1.5", BILL, origin="bill.csv")
    places = [place for place, _ in caught.value.problems]
    assert places == ["line 2, column B (amount)", "line 3, column A (party)", "line 4", "line 5, column B (amount)"]
    assert str(caught.value).startswith("bill.csv: 4 problems\n")
    assert caught.value.problems[1][1] == "is empty, and the column is required"
    assert "give decimal='.'" in caught.value.problems[3][1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "there are no headings", id="empty"),
        pytest.param("party;party\na;b", "'party' stands there twice", id="twice"),
        pytest.param("party;\na;b", "column B has no heading", id="nameless"),
        pytest.param("party;amuont\na;1", "'amuont' is none of the columns; did you mean 'amount'?", id="misspelt"),
        pytest.param("party\na", "there is no heading 'amount'", id="missing"),
        pytest.param('party;amount\n"a;1', "is no CSV", id="open-quote"),
        pytest.param("party;amount\na;1e5", "'1e5' is no number", id="exponent"),
        pytest.param("party;amount\na;NaN", "'NaN' is no number", id="nan"),
        pytest.param("party;amount\na;" + "9" * 99, "more than 60 digits", id="huge"),
    ],
)
def test_bad_files_are_refused(text: str, said: str) -> None:
    """Headings and cells that are not what was asked for are told."""
    with pytest.raises(DocumentError) as caught:
        from_csv(text, BILL)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "field", "said"),
    [
        pytest.param("integer", "1,5", "'1,5' is not a whole number", id="integer"),
        pytest.param("boolean", "yes", "'yes' is neither true nor false", id="boolean"),
        pytest.param("date", "2024-02-30", "is not a day; write it as 2026-01-31", id="no-such-day"),
        pytest.param("date", "20240228", "is not a day", id="other-form"),
        pytest.param("fraction", "1/x", "'1/x' is no fraction; write it as 1/3", id="by-letter"),
        pytest.param("fraction", "1/0", "'1/0' is no fraction", id="by-nought"),
        pytest.param("float", "9" * 400, "is beyond all floats", id="float"),
    ],
)
def test_cells_of_other_kinds_are_refused(kind: str, field: str, said: str) -> None:
    """Each kind says what it wants."""
    with pytest.raises(DocumentError) as caught:
        from_csv(f"a;b\n{field};x", (Column("a", kind), Column("b", "text")))  # type: ignore[arg-type] - kinds are text here
    assert said in str(caught.value)


def test_what_no_reader_would_see_is_not_written() -> None:
    """A table without columns, a row that holds nothing, and another decimal mark are refused."""
    empty = Table.of_rows("t", [{"a": 1}, {"a": None}])
    with pytest.raises(InvalidValueError, match=r"row 2 holds nothing"):
        to_csv(empty)
    with pytest.raises(InvalidValueError, match=r"no columns"):
        to_csv(Table("t", (), ()))
    with pytest.raises(InvalidValueError, match=r"'x' is no decimal mark"):
        to_csv(FULL, decimal="x")
    with pytest.raises(InvalidValueError, match=r"b'a' is not text; decode it, or use read_csv"):
        from_csv(b"a")  # type: ignore[arg-type] - that is the test
    with pytest.raises(InvalidValueError, match=r"';' is no decimal mark"):
        from_csv("a", decimal=";")


def test_an_older_encoding_is_told(tmp_path: Path) -> None:
    """Windows-1252 is no UTF-8; what to do is said."""
    path = tmp_path / "old.csv"
    path.write_bytes("party;amount\nÅstorp;1".encode("cp1252"))
    with pytest.raises(DocumentError, match=r"byte 0xc5; an older Excel writes Windows-1252: save it as CSV UTF-8"):
        read_csv(path)
