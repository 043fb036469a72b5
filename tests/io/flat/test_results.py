"""What results as flat tables promise: each of them is one, in files and frames too."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from familjen import ReferenceDate, allocate, check, compare, forecast, sensitivity
from familjen.amounts import apportionment
from familjen.balance import Entry, Ledger, balance
from familjen.balance.mending import smallest_transfers
from familjen.datasets import familjen_helsingborg_2016
from familjen.errors import InvalidValueError
from familjen.findings import Report
from familjen.games import CostGame, shapley
from familjen.games.comparison import compare as compare_methods
from familjen.influence import WeightedVotes, voting_power
from familjen.io.flat import Table, from_frame, read_csv, read_xlsx, save_table, to_frame
from familjen.io.flat.headings import columns_without_rows
from familjen.io.scale import read_scale_file
from familjen.scale.partition import best_partition, stability

LAW = Path(__file__).parents[3] / "docs/scale/family-law.json"


@cache
def _benefit() -> Any:
    return read_scale_file(LAW).benefit()


@cache
def _statement() -> Any:
    agreement = familjen_helsingborg_2016().agreements[0]
    return allocate(agreement, year=2016, reference=ReferenceDate(12, 31, years_before=1))


@cache
def _game() -> CostGame:
    return CostGame.of({"A": 12, "H": 6, "B": 9, "A+H": 15, "A+B": 18, "B+H": 13, "A+B+H": 22})


@cache
def _balance(*, paid: int = 10) -> Any:
    entries = [
        Entry("Bjuv", 2024, "Fee", paid=paid),
        Entry("Klippan", 2024, "Fee", received=paid),
    ]
    return balance(Ledger.of(entries))


def _forecast() -> Any:
    agreement = familjen_helsingborg_2016().agreements[0]
    return forecast(agreement, years=range(2016, 2018), reference=ReferenceDate(12, 31, years_before=1))


RESULTS: dict[str, Callable[[], Any]] = {
    "statement": _statement,
    "statements-compared": lambda: compare({"now": _statement(), "then": _statement()}),
    "forecast": _forecast,
    "shares": lambda: shapley(_game()),
    "shares-exact": lambda: shapley(_game(), exact=True),
    "methods-compared": lambda: compare_methods(_game()),
    "benefit": _benefit,
    "break-even": lambda: _benefit().break_even(),
    "turning-points": lambda: _benefit().turning_points(),
    "ledger": lambda: _balance().ledger,
    "balance": _balance,
    "transfers": lambda: smallest_transfers(_balance()),
    "power": lambda: voting_power(WeightedVotes.of({"A": 3, "B": 2, "C": 2}, majority="more than half")),
    "power-of-a-bloc": lambda: voting_power(
        WeightedVotes.of({"A": 3, "B": 2, "C": 2}, majority="more than half"), bloc=("B", "C")
    ),
    "report": lambda: check(familjen_helsingborg_2016()),
    "apportionment": lambda: apportionment(Decimal(100), {"A": 1, "B": 2}),
    "partition": lambda: best_partition(_game()),
}


@pytest.mark.parametrize("name", sorted(RESULTS))
def test_every_result_is_a_table_in_files_and_frames(name: str, tmp_path: Path) -> None:
    """CSV, Excel and the three libraries give back every value of its rows."""
    table = Table.of(RESULTS[name](), name="t")
    assert table.rows
    for ending in ("csv", "xlsx"):
        save_table(table, tmp_path / f"t.{ending}")
    assert read_csv(tmp_path / "t.csv", table.columns) == table
    assert read_xlsx(tmp_path / "t.xlsx", {"t": table.columns}) == (table,)
    for library in ("pandas", "polars", "pyarrow"):
        assert from_frame(to_frame(table, library), table.columns, name="t") == table


def test_amounts_of_a_statement_sum_in_every_library() -> None:
    """What all pay is the statement's total, exactly."""
    total = _statement().total
    assert to_frame(_statement(), "pandas")["amount"].sum() == total
    assert to_frame(_statement(), "polars")["amount"].sum() == total
    assert sum(to_frame(_statement(), "pyarrow")["amount"].to_pylist()) == total


@pytest.mark.parametrize(
    ("empty", "full"),
    [
        pytest.param(lambda: Report(()), lambda: check(familjen_helsingborg_2016()), id="report"),
        pytest.param(
            lambda: smallest_transfers(_balance(paid=0)), lambda: smallest_transfers(_balance()), id="transfers"
        ),
        pytest.param(
            lambda: stability(best_partition(CostGame.of({"A": 1, "B": 1, "A+B": 1}))),
            lambda: stability(best_partition(CostGame.of({"A": 1, "B": 1, "A+B": 1})), shares={"A": 2, "B": -1}),
            id="stability",
        ),
    ],
)
def test_a_result_without_rows_has_its_columns(empty: Callable[[], Any], full: Callable[[], Any]) -> None:
    """They are those that the same kind of result has where it has rows."""
    assert not Table.of(empty()).rows
    assert Table.of(full()).rows
    assert Table.of(empty()).columns == Table.of(full()).columns
    assert Table.of_rows("t", full().to_rows()).names == Table.of(empty()).names


def test_the_kinds_of_effects_are_those_of_their_rows() -> None:
    """A sensitivity with effects has the columns that one without would have."""
    agreement = familjen_helsingborg_2016().agreements[0]
    found = sensitivity(agreement, year=2016, reference=ReferenceDate(12, 31, years_before=1))
    assert Table.of_rows("t", found.to_rows()).columns == columns_without_rows(found)


def test_a_file_that_is_neither_is_refused(tmp_path: Path) -> None:
    """The ending says what a file is; nothing is written where it says something else."""
    with pytest.raises(InvalidValueError, match=r"'bill\.ods' ends in neither \.csv nor \.xlsx"):
        save_table(_statement(), tmp_path / "bill.ods")
    assert list(tmp_path.iterdir()) == []
    save_table(_statement(), tmp_path / "bill.csv", decimal=".")
    assert (tmp_path / "bill.csv").read_text("utf-8-sig").startswith("party,name,year,")
