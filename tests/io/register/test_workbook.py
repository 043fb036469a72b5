"""Registers as workbooks of Excel, and what people do to them."""

import datetime as dt
import re
import zipfile
from pathlib import Path
from typing import Any

import attrs
import openpyxl  # type: ignore[import-untyped,unused-ignore]
import pytest
from hypothesis import HealthCheck, given, settings
from tests.io.register.pairs import PAIR, with_name

from familjen.errors import DocumentError, InvalidValueError, MissingExtraError
from familjen.io.register import layout_of, read_workbook, write_template, write_workbook
from familjen.model import Cooperation, Event
from familjen.testing import nouns


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Give the path of the pair's workbook."""
    path = tmp_path / "register.xlsx"
    write_workbook(PAIR, path)
    return path


def put(path: Path, sheet: str, cell: str, value: Any) -> None:
    """Write in a cell as a person does."""
    opened = openpyxl.load_workbook(path)
    opened[sheet][cell].number_format = "General"
    opened[sheet][cell] = value
    opened.save(path)


def said_of(path: Path) -> str:
    """Give what is wrong with a workbook."""
    with pytest.raises(DocumentError) as caught:
        read_workbook(path, references=True)
    return str(caught.value)


@given(nouns(Cooperation))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_cooperation_comes_back(tmp_path_factory: pytest.TempPathFactory, coop: Cooperation) -> None:
    """A cooperation comes back from its workbook."""
    path = tmp_path_factory.mktemp("register") / "coop.xlsx"
    write_workbook(coop, path)
    assert read_workbook(path) == coop


def test_the_workbook_is_fit_for_people(book: Path) -> None:
    """Headings stay in sight, days are days, codes are text, and an enumeration offers its values."""
    opened = openpyxl.load_workbook(book)
    members, activities = opened["members"], opened["activities"]
    assert read_workbook(book, references=True) == PAIR
    assert members.freeze_panes == "A2"
    assert members["B2"].value == dt.datetime(2016, 1, 1)  # noqa: DTZ001 - openpyxl gives days so
    assert (members["A3"].value, members["A3"].number_format) == ("0114", "@")
    offered = {str(each.sqref): each.formula1 for each in activities.data_validations.dataValidation}
    assert '"project,strategy' in offered["D2:D10000"]
    assert "networks" in opened.sheetnames
    assert "counts" not in opened.sheetnames


@pytest.mark.parametrize(
    "name", ["=1+1", '=HYPERLINK("https://example.org")', "+46 42", "-", "@SUM(1)", "#N/A", "_x0041_", "1283"]
)
def test_text_is_never_a_formula(tmp_path: Path, name: str) -> None:
    """Text that looks like a formula, an error or a number is written as text, and comes back as it was."""
    path = tmp_path / "x.xlsx"
    write_workbook(with_name(Cooperation("x", "X"), name), path)
    assert openpyxl.load_workbook(path)["cooperation"]["B2"].data_type == "s"
    assert read_workbook(path).name == name


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "said"),
    [
        ("parties", "A3", 114, r"parties!A3 (id): 114 stands there as a number, and this column is text"),
        ("agreements", "G2", 1283, "agreements!G2 (host): 1283 stands there as a number"),
        ("members", "B2", "2016-13-01", "members!B2 (first_day): '2016-13-01' is not a day; write it as 2026-01-31"),
        ("members", "B2", 42370, "members!B2 (first_day): 42370 is no date, as this column wants; write it as"),
        ("members", "B2", dt.datetime(2016, 1, 1, 12, 30), "members!B2 (first_day): 2016-01-01 12:30:00 is no date"),  # noqa: DTZ001 - days have no zone
        ("events", "K2", "=1+1", "events!K2 (spending): =1+1 is a formula; put its value in its place"),
        ("events", "K2", "#N/A", "events!K2 (spending): #N/A is an error of a formula"),
        ("events", "G2", 2.5, "events!G2 (participants): 2.5 is no whole number"),
        ("events", "G2", True, "events!G2 (participants): True is no whole number"),
        ("agreements", "O2", 1, "agreements!O2 (notice_in_writing): 1 is no true or false"),
        ("agreements", "B2", dt.date(2016, 1, 1), "agreements!B2 (name): 2016-01-01 stands there as a day"),
        ("networks", "A4", "ny", "networks!B4 (name): is empty; each row needs a value here"),
        ("activities", "H2", "1283, 9999", "activities!H2 (participants): there is no party '9999'"),
    ],
    ids=[
        "code",
        "host",
        "no-day",
        "serial",
        "time",
        "formula",
        "error",
        "half",
        "truth",
        "number",
        "day",
        "empty",
        "dangling",
    ],
)
def test_what_people_write_is_told_of_in_its_cell(book: Path, sheet: str, cell: str, value: Any, said: str) -> None:
    """What a spreadsheet has made of what was typed is never guessed at."""
    put(book, sheet, cell, value)
    assert said in said_of(book)


@pytest.mark.parametrize(
    ("cell", "value", "field", "expected"),
    [("G2", 40.0, "participants", 40), ("K2", 1234.5, "spending", "1234.5"), ("G2", "1 040", "participants", 1040)],
    ids=["whole", "decimal", "typed"],
)
def test_numbers_are_read_as_they_are_shown(book: Path, cell: str, value: Any, field: str, expected: object) -> None:
    """A whole number is one however Excel stores it, and a decimal number is the one that was typed."""
    put(book, "events", cell, value)
    found = getattr(read_workbook(book).events[0], field)
    assert str(found) == str(expected)


def test_empty_rows_are_none_and_count(book: Path) -> None:
    """A row between others that somebody has emptied is none, and the rows below keep their numbers."""
    put(book, "networks", "A6", "ny")
    assert "networks!B6 (name): is empty" in said_of(book)
    put(book, "networks", "B6", "New")
    assert [network.id for network in read_workbook(book).networks] == ["tyst", "tom", "ny"]


def test_choices_are_those_of_the_other_tables(tmp_path: Path) -> None:
    """In a template a host is chosen among the parties' ids, and a row's agreement among the agreements."""
    write_template(tmp_path / "x.xlsx")
    opened = openpyxl.load_workbook(tmp_path / "x.xlsx")
    offered = {
        name: {str(each.sqref): each.formula1 for each in opened[name].data_validations.dataValidation}
        for name in ("agreements", "agreement_parties")
    }
    assert offered["agreements"]["G2:G10000"] == "parties!$A$2:$A$10000"
    assert offered["agreement_parties"]["A2:A10000"] == "agreements!$A$2:$A$10000"
    assert offered["agreements"]["O2:O10000"] == '"TRUE,FALSE"'
    assert "F2:F10000" not in offered["agreements"]


def test_signs_that_no_cell_can_hold_are_refused(tmp_path: Path) -> None:
    """A control character, or text longer than a cell, is refused with its place, and no file is written."""
    for name, said in (("a\x07b", r"control character U\+0007"), ("x" * 40_000, r"a cell holds 32,767")):
        with pytest.raises(InvalidValueError, match=said):
            write_workbook(with_name(PAIR, name), tmp_path / "x.xlsx")
    with pytest.raises(InvalidValueError, match=r"'.*x\.xls' does not end in \.xlsx; rename it"):
        write_workbook(PAIR, tmp_path / "x.xls")
    assert list(tmp_path.iterdir()) == []


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    """A file that unpacks to more than the limit, or is larger itself, is refused by its own directory."""
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 5_000_000)
    with pytest.raises(DocumentError, match=r"unpacked, the file has 5,000,000 bytes, above the limit of 1,000,000"):
        read_workbook(bomb, max_bytes=1_000_000)
    with pytest.raises(DocumentError, match=r"the file has [\d,]+ bytes, above the limit of 100"):
        read_workbook(bomb, max_bytes=100)


def test_a_sheet_beyond_all_reason_is_refused(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet whose cells reach far down, as a stray format makes them, is refused and not walked through."""
    monkeypatch.setattr("familjen.io.register.opening._MOST_CELLS", 10)
    assert "reaches beyond 10 cells; delete its empty rows and columns" in said_of(book)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is no workbook"), (b"\xd0\xcf\x11\xe0old", "is no workbook"), (b"PK\x03\x04cut", "is no whole workbook")],
    ids=["empty", "old", "cut"],
)
def test_what_is_no_workbook_is_told_of(tmp_path: Path, content: bytes, said: str) -> None:
    """An empty file, an old .xls and a file that is cut short are told of."""
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    assert said in said_of(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("nothing.txt", "of Excel")
    assert "is no workbook that can be read" in said_of(path)


def test_the_template_is_filled_in_and_read(tmp_path: Path) -> None:
    """A blank register has a sheet for each table and instructions, and is read when it has been filled in."""
    for lang, first in (("en", "Where to begin"), ("sv", "Var man börjar")):
        path = tmp_path / f"{lang}.xlsx"
        write_template(path, lang=lang)
        opened = openpyxl.load_workbook(path)
        assert opened.sheetnames[1:] == list(layout_of().sheets)
        assert opened.worksheets[0]["A1"].value == first
        assert (opened["agreements"]["G1"].comment is not None) == (lang == "en")
        opened["cooperation"]["A2"], opened["cooperation"]["B2"] = "par", "A pair"
        opened["events"]["A2"], opened["events"]["B2"] = "walk", "A walk"
        opened.save(path)
        assert read_workbook(path) == Cooperation("par", "A pair", events=(Event("walk", "A walk"),))
    with pytest.raises(InvalidValueError, match=r"'no' is not a language of ours"):
        write_template(tmp_path / "x.xlsx", lang="no")


def test_a_blank_template_says_what_is_needed(tmp_path: Path) -> None:
    """A template that nobody has filled in lacks the cooperation itself, and nothing else."""
    write_template(tmp_path / "x.xlsx")
    assert said_of(tmp_path / "x.xlsx").endswith("the table 'cooperation' needs one, with id and name")


def test_without_openpyxl_the_extra_is_named(tmp_path: Path, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where openpyxl is not installed, the error says which extra to install."""
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"familjen\[excel\]"):
        read_workbook(book)
    with pytest.raises(MissingExtraError, match=r"familjen\[excel\]"):
        write_workbook(attrs.evolve(PAIR), tmp_path / "x.xlsx")


def rewritten(path: Path, sheet: str, pattern: str, by: str) -> None:
    """Write the XML of a sheet anew, as another program might have written it."""
    number = openpyxl.load_workbook(path).sheetnames.index(sheet) + 1
    name = f"xl/worksheets/sheet{number}.xml"
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    text, times = re.subn(pattern, by, parts[name].decode())
    assert times == 1
    with zipfile.ZipFile(path, "w") as archive:
        for each, content in {**parts, name: text.encode()}.items():
            archive.writestr(each, content)


@pytest.mark.parametrize("by", ["", '<dimension ref="A1"/>', '<dimension ref="A1:B2"/>', '<dimension ref="A1:ZZ99"/>'])
@pytest.mark.parametrize("sheet", ["events", "members"])
def test_what_a_sheet_says_of_its_size_is_not_believed(book: Path, sheet: str, by: str) -> None:
    """Some programs write a size that is wrong: every row and column is read all the same."""
    rewritten(book, sheet, r'<dimension ref="[^"]*"\s*/>', by)
    assert read_workbook(book, references=True) == PAIR


def test_merged_cells_are_told_of(book: Path) -> None:
    """Of cells that are merged into one only the first holds anything, so that the others would lose what they say."""
    opened = openpyxl.load_workbook(book)
    opened["members"].merge_cells("D2:D3")
    opened.save(book)
    assert "members!D2:D3: these cells are merged into one; part them, and write in each" in said_of(book)


@pytest.mark.parametrize(
    ("number", "said"), [("1E400", "inf is a number beyond"), ("-1E400", "-inf is a number beyond")]
)
@pytest.mark.parametrize(
    ("sheet", "cell", "field"), [("agreements", "H2", "notice_years"), ("published_table_rows", "E2", "total")]
)
def test_numbers_beyond_all_are_told_of(book: Path, sheet: str, cell: str, field: str, number: str, said: str) -> None:
    """A number that no float holds is told in its cell."""
    rewritten(book, sheet, rf'(<c r="{cell}"[^>]*><v>)[^<]*', rf"\g<1>{number}")
    assert f"{sheet}!{cell} ({field}): {said}" in said_of(book)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1 040,50", "'1 040,50' has a comma, and a point parts decimals here; write '1 040.50' if that is meant"),
        (
            "1,040",
            "'1,040' has a comma, and a point parts decimals here; write '1.040' if that is meant, and thousands",
        ),
    ],
    ids=["decimals", "either"],
)
def test_a_decimal_comma_in_text_is_told_in_words_of_a_workbook(book: Path, value: str, said: str) -> None:
    """A number that somebody wrote as text, with a comma, is not guessed at; the words say what to write."""
    put(book, "events", "K2", value)
    assert f"events!K2 (spending): {said}" in said_of(book)


def _shuffled(opened: Any) -> None:
    """Put columns and sheets in another order, with an empty column and empty rows among them."""
    for sheet in opened.worksheets:
        rows = [[(cell.value, cell.number_format) for cell in row] for row in sheet]
        for at, row in enumerate(rows, 1):
            for place, (value, form) in enumerate(reversed(row), 1):
                cell = sheet.cell(at, place)
                cell.value, cell.number_format = value, form
                if isinstance(value, str):
                    cell.data_type = "s"
        sheet.insert_rows(2)
        sheet.insert_cols(2)
        sheet.insert_rows(1)
        sheet.row_dimensions[4].hidden = True
    opened._sheets.reverse()
    opened.worksheets[2].sheet_state = "hidden"


def test_what_people_move_and_hide_is_read(book: Path) -> None:
    """Columns and sheets in another order, empty rows and columns, and what is hidden change nothing."""
    opened = openpyxl.load_workbook(book)
    _shuffled(opened)
    opened.save(book)
    assert read_workbook(book, references=True) == PAIR


def test_what_stands_under_no_heading_is_told_in_its_cell(book: Path) -> None:
    """A note in the margin is told of, with its column."""
    put(book, "members", "H2", "ask them")
    assert "members!H2: 'ask them' stands under no heading; give its column one" in said_of(book)


def test_a_device_is_read_no_further_than_the_limit() -> None:
    """A device has no size and no end: no more than the limit is read of it."""
    with pytest.raises(DocumentError, match=r"above the limit of 1,000; give max_bytes="):
        read_workbook("/dev/zero", max_bytes=1000)


def test_the_same_register_is_the_same_workbook(tmp_path: Path) -> None:
    """What is written twice is the same file, byte for byte, so that a change in it is a change of the register."""
    for name in ("first.xlsx", "second.xlsx"):
        write_workbook(PAIR, tmp_path / name)
    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "second.xlsx").read_bytes()
