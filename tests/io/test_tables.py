"""Published tables are read from CSV."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.io import read_table, table_from_csv


@given(
    st.lists(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=2, max_size=2), min_size=1, max_size=4),
    st.sampled_from([(";", ","), ("\t", ","), (",", ".")]),
)
def test_amounts_are_read_as_written(rows: list[list[Decimal]], marks: tuple[str, str]) -> None:
    """Every amount is read back exactly, whatever parts fields and decimals."""
    field, mark = marks
    lines = [field.join(("", "2027", "2028"))]
    lines += [field.join((f"P{n}", *(str(a).replace(".", mark) for a in row))) for n, row in enumerate(rows)]
    table = table_from_csv("\n".join(lines))
    assert [list(row.amounts) for row in table.rows] == rows


def test_totals_units_and_empty_cells() -> None:
    """A row and a last column called Summa are totals; the corner names the unit; dashes are empty; − is minus."""
    table = table_from_csv(
        'tkr;Personal;Lokal;Totalt\n"Bjuv";1\N{NO-BREAK SPACE}000,5;–;1 000,5\nSumma;1 000,5;−2;998,5\n'
    )
    assert table.unit == "tkr"
    assert table.columns == ("Personal", "Lokal")
    assert table.add_up_columns
    assert table.rows[0].amounts == (Decimal("1000.5"), None)
    assert table.rows[0].total == Decimal("1000.5")
    assert table.totals == (Decimal("1000.5"), Decimal(-2))
    assert table.total == Decimal("998.5")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "there is no table"),
        ("a;2027", "there is no table"),
        ("a;2027\nBjuv;1;2", "line 2 has 3 fields and the headings have 2"),
        ("a;2027\n;1", "line 2 has no label"),
        ("a;2027\nBjuv;69.994", "holds '.', and the decimal mark is ','"),
        ('a,2027\nBjuv,"69,994"', "holds ',', and the decimal mark is '.'"),
        ("a;2027\nBjuv;NaN", "'NaN' is no number"),
        ("a;2027\nBjuv;1e5", "'1e5' is no number"),
        ("a;2027\nBjuv;٣", "is no number"),
        ("a;2027\nBjuv;1,2,3", "is no number"),
        ("a;2027\nSumma;1", "no rows but that of the totals"),
        ("a;2027\nSumma;1\nBjuv;1", "stands after the totals"),
        ('a;2027\n"Bjuv;1', "is no CSV"),
    ],
)
def test_bad_tables_are_refused(text: str, said: str) -> None:
    """What is no table, no number, or could mean two numbers is refused with its line."""
    with pytest.raises(InvalidValueError, match=said):
        table_from_csv(text)


@pytest.mark.parametrize(
    ("given", "said"), [({"decimal": ";"}, "no decimal mark"), ({"encoding": "x-1"}, "no known enc")]
)
def test_bad_arguments_are_refused(given: dict[str, Any], said: str, tmp_path: Path) -> None:
    """An unknown mark or encoding is refused."""
    path = tmp_path / "table.csv"
    path.write_text("a;2027\nBjuv;1", "utf-8")
    with pytest.raises(InvalidValueError, match=said):
        read_table(path, **given)


def test_files(tmp_path: Path) -> None:
    """A file gives the table its name; one in another encoding is refused with the remedy, and then read."""
    path = tmp_path / "ramar 2027.csv"
    path.write_text("kSEK;2027\nVårgårda;1 000\n", "cp1252")
    with pytest.raises(InvalidValueError, match="encoding='cp1252'"):
        read_table(path)
    table = read_table(path, encoding="cp1252")
    assert (table.id, table.title) == ("ramar-2027", "ramar 2027")
    assert table.rows[0].label == "Vårgårda"
    path.write_text("kSEK;2027\nVårgårda;1 000\n", "utf-8-sig")
    assert read_table(path).unit == "kSEK"


def test_what_spreadsheets_leave_behind_is_none() -> None:
    """Empty columns at the end and empty lines are none; lines are named by their numbers in the file all the same."""
    table = table_from_csv("kSEK;2027;;\r\n\r\nBjuv;1;;\r\n;;;\r\nKlippan;2;;\r\nSumma kommuner;3;;\r\n")
    assert table.columns == ("2027",)
    assert [row.label for row in table.rows] == ["Bjuv", "Klippan"]
    assert table.totals == (3,)
    with pytest.raises(InvalidValueError, match=r"line 4 \('Klippan'\): 'x' is no number"):
        table_from_csv("kSEK;2027\n\nBjuv;1\nKlippan;x")
    with pytest.raises(InvalidValueError, match="column 2 has no heading"):
        table_from_csv("kSEK;;2027\nBjuv;1;2")
