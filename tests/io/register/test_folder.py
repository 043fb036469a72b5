"""Registers as folders of CSV files, as spreadsheets leave them."""

from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from tests.io.register.pairs import PAIR, with_name

from familjen.errors import DocumentError, InvalidValueError
from familjen.io.register import read_csv_folder, write_csv_folder
from familjen.model import Cooperation, Source
from familjen.testing import nouns


@given(nouns(Cooperation))
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_cooperation_comes_back(tmp_path_factory: pytest.TempPathFactory, coop: Cooperation) -> None:
    """A cooperation comes back from its files, whatever lines, quotes and marks its texts hold."""
    for decimal in (",", "."):
        folder = tmp_path_factory.mktemp("register")
        write_csv_folder(coop, folder, decimal=decimal)
        assert read_csv_folder(folder) == coop


def test_the_files_are_those_of_a_swedish_spreadsheet(tmp_path: Path) -> None:
    """Files begin with the mark by which Excel knows UTF-8, have semicolons and decimal commas, and CRLF."""
    files = write_csv_folder(PAIR, tmp_path / "register")
    assert {path.parent for path in files} == {tmp_path / "register"}
    text = (tmp_path / "register/events.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbfid;name;first_day;")
    assert b";123456789012345678,25;" in text
    assert text.endswith(b"\r\n")


@pytest.mark.parametrize("name", ["=1+1", "'=1+1", "+46 42", "-", "@SUM(1)", "''-x", "'t Veld"])
def test_text_is_no_formula_and_comes_back(tmp_path: Path, name: str) -> None:
    """No field begins as a formula does, and the text comes back as it was."""
    write_csv_folder(with_name(Cooperation("x", "X"), name), tmp_path)
    text = (tmp_path / "cooperation.csv").read_text("utf-8-sig")
    assert text.partition("\nx;")[2][0] not in "=+-@"
    assert read_csv_folder(tmp_path).name == name


def test_what_spreadsheets_leave_is_no_matter(tmp_path: Path) -> None:
    """Empty rows, empty columns at the end, other line ends and a missing mark change nothing."""
    write_csv_folder(PAIR, tmp_path)
    for path in tmp_path.iterdir():
        lines = path.read_text("utf-8-sig").replace("\r\n", "\n").split("\n")
        if path.stem in {"members", "networks"}:
            lines = [f"{line};;" for line in lines if line]
            path.write_text("\n".join([lines[0], ";;", *lines[1:], "", ";;;"]), "utf-8")
    assert read_csv_folder(tmp_path) == PAIR


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    """A cell with line breaks is one row, and an empty row is one too."""
    (tmp_path / "cooperation.csv").write_text("id;name\nx;X\n", "utf-8")
    (tmp_path / "agreements.csv").write_text('id;name;form;tasks\na;A;contract;"one\ntwo"\n\nb;B;contrat;\n', "utf-8")
    with pytest.raises(DocumentError, match=r"agreements!C4 \(form\): 'contrat' is no legal form"):
        read_csv_folder(tmp_path)


def test_a_code_keeps_its_nought_and_says_when_it_is_lost(tmp_path: Path) -> None:
    """A code stays text; one that a spreadsheet has shortened is no code, and that is told."""
    write_csv_folder(PAIR, tmp_path)
    assert "0114" in (tmp_path / "parties.csv").read_text("utf-8-sig")
    for path in tmp_path.iterdir():
        path.write_text(path.read_text("utf-8-sig").replace("0114", "114"), "utf-8")
    with pytest.raises(DocumentError, match=r"parties!A4 \(id\): '114' is not a municipality code: four digits"):
        read_csv_folder(tmp_path)


def test_a_former_register_leaves_nothing_behind(tmp_path: Path) -> None:
    """A table that has no rows any more has no rows in its file; other files in the folder stay as they are."""
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    write_csv_folder(PAIR, tmp_path)
    fewer = attrs.evolve(PAIR, events=(), board=None)
    write_csv_folder(fewer, tmp_path)
    assert read_csv_folder(tmp_path) == fewer
    assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"


def test_other_marks_are_read_and_told(tmp_path: Path) -> None:
    """Commas go with a decimal point; in such a file a decimal comma is told of, and not taken for thousands."""
    (tmp_path / "source.csv").write_text("title,url\nReport,\n", "utf-8")
    assert read_csv_folder(tmp_path, Source) == Source("Report")
    (tmp_path / "cooperation.csv").write_text("id,name\nx,X\n", "utf-8")
    (tmp_path / "source.csv").unlink()
    (tmp_path / "events.csv").write_text('id,name,spending\nw,W,"1,5"\n', "utf-8")
    with pytest.raises(
        DocumentError,
        match=r"events!C2 \(spending\): '1,5' has a comma, and a point parts decimals here; write '1.5' if",
    ):
        read_csv_folder(tmp_path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"id;name\n\xe5;X\n", r"cooperation\.csv: is not UTF-8: byte 0xe5; save it from Excel as 'CSV UTF-8'"),
        (b'id;name\n"x;X\n', r"cooperation\.csv: line \d is no CSV"),
        (b"", r"cooperation!2: there is no row"),
        (b"id;name\nx;X;more\n", r"cooperation!C2: 'more' stands under no heading"),
        (b"id;name;name\nx;X;Y\n", r"cooperation!B1 \(name\): this heading stands there twice"),
    ],
    ids=["latin-1", "quotes", "empty", "wide", "twice"],
)
def test_broken_files_are_told_of(tmp_path: Path, content: bytes, said: str) -> None:
    """What is no CSV in UTF-8, or has cells without a heading, is told of with its place."""
    (tmp_path / "cooperation.csv").write_bytes(content)
    with pytest.raises(DocumentError, match=said):
        read_csv_folder(tmp_path)


def test_files_have_a_limit(tmp_path: Path) -> None:
    """A file beyond the limit is refused before it is read."""
    write_csv_folder(PAIR, tmp_path)
    with pytest.raises(DocumentError, match=r"above the limit of 10; give max_bytes="):
        read_csv_folder(tmp_path, max_bytes=10)


def test_what_cannot_be_written_or_read_is_an_os_error(tmp_path: Path) -> None:
    """A folder whose parent is not there cannot be made, nor one that is not there be read."""
    with pytest.raises(FileNotFoundError):
        write_csv_folder(PAIR, tmp_path / "no/such")
    with pytest.raises(FileNotFoundError):
        read_csv_folder(tmp_path / "no")
    with pytest.raises(InvalidValueError, match=r"is no decimal mark"):
        write_csv_folder(with_name(PAIR, "X"), tmp_path, decimal="'")


def test_nothing_is_made_where_nothing_can_be_written(tmp_path: Path) -> None:
    """A decimal mark that is none is refused before there is a folder."""
    with pytest.raises(InvalidValueError, match=r"';' is no decimal mark"):
        write_csv_folder(PAIR, tmp_path / "register", decimal=";")
    assert not (tmp_path / "register").exists()


def test_a_device_among_the_files_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    """A link to a device, which has no end, is told of as too large."""
    (tmp_path / "events.csv").symlink_to("/dev/zero")
    with pytest.raises(DocumentError, match=r"events\.csv: the file has 1,001 bytes, above the limit of 1,000"):
        read_csv_folder(tmp_path, max_bytes=1000)


@pytest.mark.parametrize(("field", "kind"), [("1.5", "spending"), ("1 040.50", "spending"), ("2.0", "distance_value")])
def test_a_decimal_point_among_semicolons_is_told_of(tmp_path: Path, field: str, kind: str) -> None:
    """Where fields are parted by semicolons a point parts no decimals, and the words say what to write."""
    (tmp_path / "cooperation.csv").write_text("id;name\nx;X\n", "utf-8")
    (tmp_path / "events.csv").write_text(f"id;name;{kind}\nw;W;{field}\n", "utf-8")
    with pytest.raises(
        DocumentError, match=rf"events!C2 \({kind}\): '{field}' has a point, and a comma parts decimals"
    ):
        read_csv_folder(tmp_path)
