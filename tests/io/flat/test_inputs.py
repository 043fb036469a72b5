"""What tables and frames as input promise."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.balance import Entry, Ledger
from familjen.errors import DocumentError, InvalidValueError, UnknownIdError
from familjen.games import CostGame, Game, shapley
from familjen.io.flat import (
    Table,
    as_figures,
    as_game,
    as_ledger,
    as_published_table,
    as_table,
    from_csv,
    to_csv,
    to_frame,
)
from familjen.model import PublishedTable, TableRow

LIBRARIES = ("pandas", "polars", "pyarrow")
_amounts = st.decimals(0, 10**9, places=2)
_entries = st.builds(
    Entry,
    st.sampled_from(["Bjuv", "Klippan", "Åstorp"]),
    st.integers(2000, 2030),
    st.sampled_from(["Fee", "Event"]),
    paid=_amounts,
    received=_amounts,
)


@given(st.lists(_entries, min_size=1, max_size=5), st.sampled_from(LIBRARIES))
@settings(max_examples=30, deadline=None)
def test_a_ledger_leads_back_to_itself(entries: list[Entry], library: str) -> None:
    """Its rows, its table, its CSV and a frame of it are read as the same ledger."""
    ledger = Ledger.of(entries)
    assert as_ledger(ledger).to_rows() == ledger.to_rows()
    assert as_ledger(from_csv(to_csv(as_table(ledger)))).to_rows() == ledger.to_rows()
    assert as_ledger(to_frame(ledger, library)).to_rows() == ledger.to_rows()


def test_a_frame_of_floats_is_a_ledger_of_what_they_are_written_as() -> None:
    """0.1 in a frame is 0.10 kr and not what the float comes to; Swedish headings are understood."""
    frame = pd.DataFrame({"kommun": ["Bjuv"], "år": [2024], "verksamhet": ["Avgift"], "betalat": [0.1]})
    assert as_ledger(frame).net("Bjuv") == Decimal("-0.1")


def test_a_bad_ledger_is_told_line_by_line() -> None:
    """The first row is line 2, below the headings."""
    rows = [{"party": "Bjuv", "year": 2024, "activity": "Fee", "paid": -1}, {"party": None, "year": 1, "paid": 1}]
    with pytest.raises(DocumentError) as caught:
        as_ledger(rows)
    assert [place for place, _ in caught.value.problems] == ["line 2", "line 3"]


@given(
    st.dictionaries(st.sampled_from(["A", "B", "A+B"]), st.fractions(0, 100), min_size=3),
    st.sampled_from(LIBRARIES),
    st.sampled_from([(CostGame, "cost"), (Game, "value")]),
)
@settings(max_examples=30, deadline=None)
def test_a_game_is_read_exactly(table: dict[str, Fraction], library: str, kind: tuple[type[Game], str]) -> None:
    """Fractions are kept, from rows and from every library's frames."""
    cls, heading = kind
    rows = [{"coalition": name, heading: number} for name, number in table.items()]
    game = cls.of(table, players=[name for name in table if "+" not in name])
    assert as_game(rows) == game
    frame = to_frame(rows, library)
    if library == "pandas":
        assert as_game(frame) == game
    else:  # fractions are text there
        with pytest.raises(DocumentError, match=r"row 1: '.*' is no number"):
            as_game(frame)


def test_a_game_of_floats_is_what_they_are_written_as() -> None:
    """A row without a number gives none; its player is one all the same."""
    frame = pl.DataFrame({"coalition": ["A", "H", "A+H"], "cost": [34.69, None, 40.5]})
    game = as_game(frame, completion="monotone")
    assert game.players == ("A", "H")
    assert game.at(1) == Fraction(3469, 100)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        pytest.param([{"coalition": "A", "sum": 1}], "give two, 'coalition' and 'cost'", id="headings"),
        pytest.param(
            [{"coalition": "A", "cost": 1}, {"coalition": "A+T", "cost": 1}], "row 2: there is no", id="player"
        ),
        pytest.param([{"coalition": "A", "cost": 1}, {"coalition": " A", "cost": 1}], "the same coalition", id="twice"),
        pytest.param([{"coalition": "A", "cost": True}], "row 1: True is no number", id="boolean"),
        pytest.param([{"coalition": 1, "cost": 2}, {"coalition": 3, "cost": 2}], "coalition", id="number-for-text"),
    ],
)
def test_bad_games_are_told(rows: list[dict[str, Any]], said: str) -> None:
    """Rows are named by their numbers."""
    with pytest.raises(DocumentError) as caught:
        as_game(rows)
    assert said in str(caught.value)


@given(st.dictionaries(st.text("abc", min_size=1), st.integers(0, 10**9), min_size=1), st.sampled_from(LIBRARIES))
@settings(max_examples=30, deadline=None)
def test_figures_are_read_in_order(figures: dict[str, int], library: str) -> None:
    """Each party has its figure, in the order of the rows."""
    rows = [{"code": code, "inhabitants": number} for code, number in figures.items()]
    assert list(as_figures(to_frame(rows, library)).items()) == list(figures.items())


def test_figures_of_a_result_are_chosen_by_name() -> None:
    """Of more columns than two the two are named."""
    shares = shapley(CostGame.of({"A": 12, "H": 6, "A+H": 15}))
    assert as_figures(shares, party="player", figure="part") == {"A": Decimal("10.5"), "H": Decimal("4.5")}
    with pytest.raises(InvalidValueError, match=r"there are 5 columns; say which"):
        as_figures(shares)
    with pytest.raises(UnknownIdError, match=r"there is no column 'parts'; did you mean 'part'"):
        as_figures(shares, party="player", figure="parts")


def test_bad_figures_are_all_told() -> None:
    """A party without a name, one that stands there twice, a figure that is missing."""
    frame = pa.table({"party": ["A", "A", None, "B"], "n": [1, 2, 3, None]})
    with pytest.raises(DocumentError) as caught:
        as_figures(frame)
    assert [place for place, _ in caught.value.problems] == ["row 2", "row 3", "row 4"]
    with pytest.raises(DocumentError, match=r"row 1: 'A': 'x' is no number"):
        as_figures([{"party": "A", "n": "x"}])


PRINTED = PublishedTable(
    "ram",
    "Shares",
    ("2027", "2028"),
    (TableRow("Alingsås", (Decimal(69_994), None)), TableRow("Vårgårda", (Decimal("20367.5"), Decimal(0)))),
    totals=(Decimal(90_362), None),
    unit="kSEK",
)


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_published_table_leads_back_to_itself(library: str) -> None:
    """Its amounts, its totals as printed, its empty cells and its unit are kept."""
    again = as_published_table(to_frame(PRINTED, library), name="ram")
    assert (again.rows, again.totals, again.unit) == (PRINTED.rows, PRINTED.totals, PRINTED.unit)
    assert as_published_table(PRINTED).columns == PRINTED.columns


def test_totals_of_rows_are_kept() -> None:
    """A published table whose rows add up has a last column of totals."""
    rows = (TableRow("Alingsås", (Decimal(1), Decimal(2)), total=Decimal(3)),)
    whole = PublishedTable("t", "t", ("a", "b"), rows, totals=(Decimal(1), Decimal(2)), total=Decimal(3), unit="kr")
    assert as_table(whole).names == ("kr", "a", "b", "Total")
    assert as_published_table(whole).rows == rows
    assert as_table(whole).rows[-1] == ("Total", Decimal(1), Decimal(2), Decimal(3))
    assert as_published_table(whole).total == Decimal(3)
    plain = PublishedTable("t", "t", ("a", "b"), (TableRow("Alingsås", (Decimal(1), None)),))
    assert as_published_table(plain).totals == ()
    same = PublishedTable("t", "t", ("a", "a"), rows)
    with pytest.raises(InvalidValueError, match=r"two headings are the same"):
        as_table(same)


def test_whatever_is_no_table_is_told() -> None:
    """A number is neither a result nor a frame."""
    with pytest.raises(InvalidValueError, match=r"'int' is no data frame"):
        as_table(1)
    assert as_table([], name="none") == Table("none", (), ())
