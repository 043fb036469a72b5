"""What flat tables in workbooks promise."""

import datetime as dt
import io
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.io.flat.made_tables import FULL, tables

from familjen.errors import DocumentError, InvalidValueError, MissingExtraError
from familjen.io.flat import Column, Table, read_xlsx, write_xlsx
from familjen.io.flat.sheet_text import sheet_text, text_of_sheet


def book_of(path: Path, *rows: tuple[object, ...], name: str = "S") -> Path:
    """Write a workbook by openpyxl alone."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


@given(table=tables())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read(table: Table, tmp_path: Path) -> None:
    """Every value of every kind comes back as it was: exact decimals, floats to the last bit, any text."""
    path = tmp_path / "t.xlsx"
    write_xlsx(table, path)
    (again,) = read_xlsx(path, {"t": table.columns})
    assert again == table


@given(st.text(alphabet="_x0041FfD\r ", max_size=20))
@settings(max_examples=30, deadline=None)
def test_signs_by_number_are_read_as_they_were(text: str) -> None:
    """Text that looks like a sign's number is none."""
    assert text_of_sheet(sheet_text(text)) == text
    assert "\r" not in sheet_text(text)


def test_a_sheet_looks_as_excel_wants_it(tmp_path: Path) -> None:
    """The heading stays in sight and bold; days, booleans and numbers are what they are; text is text."""
    formula = Table.of_rows("Text", [{"text": each} for each in ("=SUM(A1)", "+1", "-1", "@a", "#N/A", "0114")])
    path = tmp_path / "b.xlsx"
    write_xlsx([FULL, formula], path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Bill", "Text"]
    sheet = book["Bill"]
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.b
    assert sheet.column_dimensions["A"].width == len("Örkelljunga") + 3
    assert [sheet.cell(2, at).data_type for at in range(1, 8)] == ["s", "n", "n", "s", "n", "b", "d"]
    assert (sheet["C2"].value, sheet["C2"].number_format) == (12.5, "#,##0.00")
    assert (sheet["G2"].value, sheet["G2"].number_format) == (dt.datetime(2024, 2, 29), "yyyy-mm-dd")  # noqa: DTZ001
    assert {cell.data_type for (cell,) in book["Text"].iter_rows()} == {"s"}
    assert list(pd.read_excel(path, sheet_name="Bill")["amount"])[:2] == [12.5, -0.05]


def test_what_has_no_room_is_text_and_said(tmp_path: Path) -> None:
    """More than fifteen digits, and days before March 1900, stand as text with a note on the heading."""
    long, early = Decimal("1234567890.123456"), dt.date(1900, 2, 28)
    table = Table.of_rows("t", [{"long": long, "early": early, "short": Decimal("123456789012.345")}])
    path = tmp_path / "t.xlsx"
    write_xlsx(table, path)
    sheet = openpyxl.load_workbook(path)["t"]
    assert [sheet.cell(2, at).value for at in (1, 2, 3)] == ["1234567890.123456", "1900-02-28", 123456789012.345]
    assert "Excel keeps numbers to 15 digits" in sheet["A1"].comment.text
    assert sheet["B1"].comment is not None
    assert sheet["C1"].comment is None
    assert read_xlsx(path, {"t": table.columns}) == (table,)


def test_kinds_are_found_from_what_the_cells_hold(tmp_path: Path) -> None:
    """Excel knows text, numbers, truths and days; text among numbers is to be numbers."""
    day = dt.date(2024, 5, 1)
    path = book_of(tmp_path / "b.xlsx", (), ("a", "b", "c", "d", "e"), ("1283", 1, 1.5, True, day), (None, 2, "2.25"))
    (table,) = read_xlsx(path)
    assert [column.kind for column in table.columns] == ["text", "integer", "decimal", "boolean", "date"]
    assert table.rows == (("1283", 1, Decimal("1.5"), True, day), (None, 2, Decimal("2.25"), None, None))


def test_a_formula_is_the_value_it_had(tmp_path: Path) -> None:
    """Without a value in the file it is told, and not taken for empty."""
    path = book_of(tmp_path / "b.xlsx", ("a",), ("=1+1",))
    with pytest.raises(DocumentError, match=r"sheet 'S', cell A2 \(a\): holds a formula without a value"):
        read_xlsx(path)


def test_all_that_is_wrong_is_told_with_its_cell(tmp_path: Path) -> None:
    """Each problem has its sheet and cell; those of all sheets are told together."""
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "One"
    for row in (("party", "amount"), (1283, "x"), ("Bjuv", True), ("Klippan", dt.datetime(2024, 1, 1, 12))):  # noqa: DTZ001
        first.append(row)
    second = book.create_sheet("Two")
    second.append(("a", "a"))
    second.merge_cells("C3:D3")
    book.create_sheet("Empty")
    path = tmp_path / "b.xlsx"
    book.save(path)
    with pytest.raises(DocumentError) as caught:
        read_xlsx(path, {"One": (Column("party", "text"), Column("amount", "decimal")), "Three": ()})
    assert [place for place, _ in caught.value.problems] == [
        "$",
        "sheet 'One', cell A2 (party)",
        "sheet 'One', cell B2 (amount)",
        "sheet 'One', cell B3 (amount)",
        "sheet 'One', cell B4 (amount)",
        "sheet 'Two'",
        "sheet 'Two', row 1",
    ]
    assert "there is no sheet 'Three'" in str(caught.value)
    assert "1283 is no text" in str(caught.value)
    assert "the cells C3:D3 are merged" in str(caught.value)


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    """A text with the wrong ending is told as a sentence."""
    path = tmp_path / "b.xlsx"
    path.write_text("party;amount")
    with pytest.raises(DocumentError, match=r"is no workbook that can be read"):
        read_xlsx(path)
    with pytest.raises(InvalidValueError, match=r"names no sheets; give \{sheet: columns\}"):
        read_xlsx(path, FULL.columns)  # type: ignore[arg-type] - that is the test


@pytest.mark.parametrize(
    ("table", "said"),
    [
        pytest.param(Table.of_rows("t", [{"a": "x\x07"}]), "row 1, column 'a' of 't' holds the control", id="bell"),
        pytest.param(Table.of_rows("t", [{"a": "\ufffe"}]), "U+FFFE", id="no-sign"),
        pytest.param(Table.of_rows("t", [{"a": "x" * 32_768}]), "a cell holds 32,767", id="long-text"),
        pytest.param(Table.of_rows("a/b", [{"a": 1}]), "name that no sheet can have", id="slash"),
        pytest.param(Table.of_rows("'a", [{"a": 1}]), "name that no sheet can have", id="quote"),
        pytest.param(Table.of_rows("x" * 32, [{"a": 1}]), "has a name of 32 signs", id="long-name"),
        pytest.param(Table.of_rows("History", [{"a": 1}]), "keeps for itself", id="history"),
        pytest.param(Table("t", (), ()), "has no columns", id="no-columns"),
        pytest.param(Table.of_rows("t", [{"a": 1}, {"a": None}]), "holds nothing in row 2", id="empty-row"),
        pytest.param(
            [Table.of_rows("t", [{"a": 1}]), Table.of_rows("T", [{"a": 1}])], "another sheet, 't'", id="alike"
        ),
        pytest.param([], "there are no tables", id="none"),
        pytest.param([1], "1 is not a Table", id="no-table"),
    ],
)
def test_what_no_workbook_holds_is_refused(table: Table, said: str, tmp_path: Path) -> None:
    """Nothing is cut, renamed or left out; no file is left behind."""
    with pytest.raises(InvalidValueError) as caught:
        write_xlsx(table, tmp_path / "t.xlsx")
    assert said in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_the_ending_is_xlsx(tmp_path: Path) -> None:
    """Another ending is refused before anything is written."""
    with pytest.raises(InvalidValueError, match=r"does not end in \.xlsx"):
        write_xlsx(FULL, tmp_path / "t.xls")


def test_too_many_rows_or_columns_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a sheet has no room for is told before anything is written."""
    wide = Table.of_rows("t", [{f"c{at}": at for at in range(16_385)}])
    with pytest.raises(InvalidValueError, match=r"has 16,385 columns, and a sheet holds 16,384; write CSV"):
        write_xlsx(wide, tmp_path / "t.xlsx")
    monkeypatch.setattr("familjen.io.flat.xlsx_written._MOST_ROWS", 2)
    with pytest.raises(InvalidValueError, match=r"has 3 rows, and a sheet holds 2 below the headings; write CSV"):
        write_xlsx(FULL, tmp_path / "t.xlsx")


def test_errors_and_tiny_numbers_in_cells(tmp_path: Path) -> None:
    """An error of a formula is told; a column with a number too near to zero for a decimal is one of floats."""
    path = book_of(tmp_path / "b.xlsx", ("a", "b"), (1e-70, "#N/A"), (1.5, "x"))
    with pytest.raises(DocumentError, match=r"cell B2 \(b\): #N/A is an error of a formula; mend the formula"):
        read_xlsx(path)
    (table,) = read_xlsx(book_of(path, ("a",), (1e-70,), (1.5,)))
    assert table.columns == (Column("a", "float"),)
    assert table.rows == ((1e-70,), (1.5,))


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The command that installs it is said."""
    write_xlsx(FULL, tmp_path / "t.xlsx")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"needs the extra 'excel'"):
        write_xlsx(FULL, tmp_path / "t.xlsx")
    with pytest.raises(MissingExtraError, match=r"needs the extra 'excel'"):
        read_xlsx(tmp_path / "t.xlsx")


def test_a_file_of_the_old_epoch_has_the_same_days(tmp_path: Path) -> None:
    """Workbooks that count days from 1904 are read as what they show."""
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    for row in (("day",), (dt.date(2024, 2, 29),)):
        sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    path = tmp_path / "mac.xlsx"
    path.write_bytes(made.getvalue())
    assert read_xlsx(path)[0].rows == ((dt.date(2024, 2, 29),),)
