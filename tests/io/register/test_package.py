"""Registers as data packages, judged by the standard's own tool."""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.io.register.pairs import PAIR

from familjen.datasets import familjen_helsingborg_2016
from familjen.errors import DocumentError
from familjen.io.register import read_data_package, write_data_package
from familjen.model import Cooperation


def judged(path: Path) -> list[Any]:
    """Give what the standard's own tool finds, without a network."""
    frictionless = pytest.importorskip("frictionless")
    found: list[Any] = frictionless.validate(str(path)).flatten(["title", "message"])
    return found


@pytest.mark.parametrize("coop", [PAIR, familjen_helsingborg_2016()], ids=["pair", "bundled"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_package_is_valid_and_comes_back(tmp_path: Path, coop: Cooperation) -> None:
    """The tool finds nothing wrong, with keys, types and values; and the cooperation comes back."""
    path = write_data_package(coop, tmp_path)
    assert judged(path) == []
    assert read_data_package(tmp_path, references=True) == coop


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("agreements", ",1283,", ",9999,"),
        ("activities", ",training,", ",trainin,"),
        ("members", "2016-01-01", "2016-13-01"),
    ],
    ids=["reference", "enum", "day"],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_description_says_what_data_may_be(tmp_path: Path, table: str, old: str, new: str) -> None:
    """By the description alone, the tool finds a reference that dangles, an unknown value and a day that is none."""
    path = write_data_package(PAIR, tmp_path)
    data = tmp_path / f"data/{table}.csv"
    text = data.read_text("utf-8")
    assert old in text
    data.write_text(text.replace(old, new), "utf-8")
    assert judged(path) != []


def test_the_description_has_title_sources_and_no_licence(tmp_path: Path) -> None:
    """It names the cooperation and its sources; the licence is the publisher's to give."""
    told = json.loads(write_data_package(PAIR, tmp_path).read_text("utf-8"))
    assert (told["name"], told["title"], told["profile"]) == ("par", "A pair", "tabular-data-package")
    assert told["sources"] == [{"title": "Report", "path": "https://example.org/report"}]
    assert "licenses" not in told
    agreements = next(each for each in told["resources"] if each["name"] == "agreements")
    host = next(field for field in agreements["schema"]["fields"] if field["name"] == "host")
    assert host["description"] == "Id of the party that hosts it (värdkommun)."
    assert agreements["schema"]["primaryKey"] == ["id"]


def test_a_former_package_leaves_nothing_behind(tmp_path: Path) -> None:
    """A table that has no rows any more has none in its file, and is not described."""
    write_data_package(PAIR, tmp_path)
    fewer = attrs.evolve(PAIR, events=())
    told = json.loads(write_data_package(fewer, tmp_path).read_text("utf-8"))
    assert "events" not in {each["name"] for each in told["resources"]}
    assert read_data_package(tmp_path) == fewer


def test_what_dangles_is_refused(tmp_path: Path) -> None:
    """A cooperation that does not hold together is not published."""
    lost = attrs.evolve(PAIR, goal_areas=())
    with pytest.raises(DocumentError, match=r"there is no goal area 'larande'; there are none at all"):
        write_data_package(lost, tmp_path / "package")
    assert not (tmp_path / "package").exists()


def test_lists_that_are_spoiled_are_told_of(tmp_path: Path) -> None:
    """An item of a list whose row is not there, and a column that is missing, are told with their place."""
    write_data_package(PAIR, tmp_path)
    with (tmp_path / "data/events_hosts.csv").open("a", encoding="utf-8") as file:
        file.write("gone,1,1283\r\n")
    (tmp_path / "data/agreements_tasks.csv").write_text("row_id,order\r\navgift,1\r\n", "utf-8")
    with pytest.raises(DocumentError) as caught:
        read_data_package(tmp_path)
    assert dict(caught.value.problems) == {
        "agreements_tasks!1 (value)": "there is no column 'value'",
        "events_hosts!A3 (row_id)": "there is no row gone in the table 'events'",
    }


def spoiled(folder: Path, table: str, old: str, new: str) -> list[tuple[str, str]]:
    """Write the pair, change one file of its package, and give what is wrong."""
    write_data_package(PAIR, folder)
    data = folder / f"data/{table}.csv"
    text = data.read_bytes().decode()
    assert text.count(old) == 1
    data.write_bytes(text.replace(old, new).encode())
    with pytest.raises(DocumentError) as caught:
        read_data_package(folder)
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("table", "old", "new", "place", "said"),
    [
        (
            "agreements_tasks",
            "avgift,1,",
            "avgift,2,",
            "agreements_tasks!B3 (order)",
            "2 stands twice, in row 2 and here",
        ),
        ("agreements_tasks", "avgift,1,", "avgift,x,", "agreements_tasks!B2 (order)", "'x' is no number"),
        ("agreements_tasks", "order,value", "order,valu", "agreements_tasks!C1 (valu)", "did you mean 'value'?"),
        ("agreements_tasks", "10 50 00", "10 50 00,note", "agreements_tasks!D3", "'note' stands under no heading"),
        ("events", "SEK,1", "SEK,1,note", "events!M2", "'note' stands under no heading"),
        ("networks", "true,2", "ja,2", "networks!F3 (invited_known)", "'ja' is neither true nor false"),
        ("networks", "true,2", "true,two", "networks!G3 (order)", "'two' is no number"),
        ("networks", "true,2", "true,1", "networks!G3 (order)", "1 stands twice, in row 2 and here"),
        ("events_hosts", "1283", "1 283", "events_hosts (of events!2)", "is not an id"),
    ],
    ids=["twice", "word", "heading", "margin", "wide", "truth", "number", "order", "item"],
)
def test_what_is_wrong_is_told_where_it_stands(
    tmp_path: Path, table: str, old: str, new: str, place: str, said: str
) -> None:
    """Each mistake in a file of the package is told in that file, with the column that it has there."""
    found = spoiled(tmp_path, table, old, new)
    assert any(where == place and said in sentence for where, sentence in found), found


def test_short_rows_are_read_as_far_as_they_reach(tmp_path: Path) -> None:
    """A row that ends early has empty cells, and its lists do not slip into them."""
    write_data_package(PAIR, tmp_path)
    agreements = tmp_path / "data/agreements.csv"
    text = agreements.read_bytes().decode()
    assert text.endswith(",SEK,1\r\n")
    agreements.write_bytes(f"{text[: -len(',SEK,1') - 2]}\r\n".encode())
    assert read_data_package(tmp_path) == PAIR


def test_items_without_an_order_come_last(tmp_path: Path) -> None:
    """Items of a list that have no order stand after those that have one, as they stand in the file."""
    write_data_package(PAIR, tmp_path)
    (tmp_path / "data/agreements_tasks.csv").write_text(
        "value,row_id,order\na,avgift,\nb,avgift,9\nc,avgift,\n", "utf-8"
    )
    assert read_data_package(tmp_path).agreements[0].tasks == ("b", "a", "c")
