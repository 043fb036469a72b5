"""What the ledger promises."""

import pickle
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.balance import Entry, Ledger
from familjen.balance.columns import added_up
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.model import Source
from familjen.testing import entries

AMOUNTS = st.decimals(0, 10**9, places=2)
NAMES = st.sampled_from(["Bjuv", "Åstorp", "Svalöv"])
SOURCES = st.sampled_from([None, Source("Budget"), Source("Årsredovisning")])


LEDGERS = st.lists(entries(), min_size=1, max_size=12)


@given(LEDGERS)
@settings(max_examples=60, deadline=None)
def test_entries_come_back(rows: list[Entry]) -> None:
    """A ledger gives back the entries that it was made of, in their order, but for ranges that are a point."""
    found = list(Ledger.of(rows))
    for row, again in zip(rows, found, strict=True):
        assert (again.party, again.year, again.activity, again.kind) == (row.party, row.year, row.activity, row.kind)
        assert (again.paid, again.received, again.net, again.basis) == (row.paid, row.received, row.net, row.basis)
        for mine, own in ((again.low, row.low), (again.high, row.high)):
            assert (again.net if mine is None else mine) == (row.net if own is None else own)
        assert again.source == row.source


@given(LEDGERS)
@settings(max_examples=40, deadline=None)
def test_net_is_the_sum_of_entries(rows: list[Entry]) -> None:
    """A party's net is what its entries say, to the öre."""
    ledger = Ledger.of(rows)
    for party in ledger.parties:
        assert ledger.net(party) == sum((row.net for row in rows if row.party == party), Decimal(0))


@given(LEDGERS, LEDGERS)
@settings(max_examples=30, deadline=None)
def test_ledgers_add_up(some: list[Entry], others: list[Entry]) -> None:
    """Two ledgers put together hold the entries of both."""
    both = Ledger.of(some) + Ledger.of(others)
    assert both.to_rows() == Ledger.of([*Ledger.of(some), *Ledger.of(others)]).to_rows()
    assert len(both) == len(some) + len(others)


@given(st.lists(st.tuples(NAMES, st.integers(2015, 2019), st.integers(0, 10**12), st.integers(0, 10**12)), min_size=1))
@settings(max_examples=40, deadline=None)
def test_columns_are_entries(rows: list[tuple[str, int, int, int]]) -> None:
    """A ledger of columns is that of the same entries."""
    party, year, paid, received = zip(*rows, strict=True)
    columns = Ledger.of_columns(party=party, year=year, activity=["Fee"] * len(rows), paid=paid, received=received)
    cent = Decimal("0.01")
    single = Ledger.of([Entry(who, when, "Fee", paid=out * cent, received=got * cent) for who, when, out, got in rows])
    assert [columns.net(name) for name in columns.parties] == [single.net(name) for name in single.parties]
    assert [entry.net for entry in columns] == [entry.net for entry in single]


def test_the_unit_is_the_finest_decimal() -> None:
    """Amounts are counted in the largest unit that all are multiples of."""
    assert Ledger.of([Entry("A", 2024, "x", paid=1)]).unit == 1
    assert Ledger.of([Entry("A", 2024, "x", paid=Decimal("1.5")), Entry("A", 2024, "x", paid=2)]).unit == Decimal("0.1")


def test_without_an_activity() -> None:
    """What is left without an activity is the other entries, and the parties stay."""
    ledger = Ledger.of([Entry("A", 2024, "x", paid=1), Entry("B", 2024, "y", paid=2)])
    left = ledger.without("x")
    assert [entry.activity for entry in left] == ["y"]
    assert left.parties == ("A", "B")
    with pytest.raises(UnknownIdError, match=r"no activity of the ledger 'z'"):
        ledger.without("z")


def test_rows_hold_everything() -> None:
    """A row has party, year, activity, kind, amounts, range, basis and source."""
    entry = Entry("A", 2024, "x", received=5, low=1, high=9, kind="grant", basis="estimated", source=Source("Decision"))
    assert Ledger.of([entry]).to_rows() == [
        {
            "party": "A",
            "year": 2024,
            "activity": "x",
            "kind": "grant",
            "paid": Decimal(0),
            "received": Decimal(5),
            "low": Decimal(1),
            "high": Decimal(9),
            "basis": "estimated",
            "source": "Decision",
        }
    ]


def test_it_pickles() -> None:
    """A ledger goes to another process and is the same there."""
    ledger = Ledger.of([Entry("A", 2024, "x", paid=Decimal("1.25"))])
    assert pickle.loads(pickle.dumps(ledger)).to_rows() == ledger.to_rows()


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ({"paid": -1}, r"Entry\.paid: -1 is negative"),
        ({"paid": float("nan")}, r"the amount is NaN, which is not a finite number"),
        ({"paid": True}, r"the amount is True, which is no number"),
        ({"paid": "1"}, r"the amount is '1', which is no number"),
        ({"received": 5, "low": 6}, r"the net 5 lies outside its range, 6 to 5"),
        ({"received": 5, "high": 4}, r"the net 5 lies outside its range, 5 to 4"),
        ({"kind": "gift"}, r"'gift' is no kind; give one of charge"),
    ],
)
def test_bad_entries_are_refused(given_: dict[str, object], said: str) -> None:
    """An entry that cannot be says what is wrong with which number."""
    with pytest.raises(InvalidValueError, match=said):
        Entry("A", 2024, "x", **given_)  # type: ignore[arg-type, unused-ignore]


@pytest.mark.parametrize(
    ("party", "year", "activity"), [("", 2024, "x"), ("A", "2024", "x"), ("A", 1, "x"), ("A", 2024, " ")]
)
def test_bad_labels_are_refused(party: str, year: int, activity: str) -> None:
    """A blank name and a year that is none are refused."""
    with pytest.raises(InvalidValueError, match=r"Entry\."):
        Entry(party, year, activity)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"paid": [1.5]}, r"paid holds numbers of type float64"),
        ({"paid": [-1]}, r"what is paid is zero or more"),
        ({"paid": [1, 2]}, r"paid has 2 rows where party has 1"),
        ({"received": [2**60]}, r"received goes beyond"),
        ({"party": [" "]}, r"party holds ' '"),
        ({"activity": [3]}, r"activity holds 3"),
        ({"year": ["2024"]}, r"year holds numbers of type <U4"),
    ],
)
def test_bad_columns_are_refused(changed: dict[str, list[object]], said: str) -> None:
    """A column that cannot be is named, with what is wrong."""
    columns = {"party": ["A"], "year": [2024], "activity": ["x"], "paid": [1], "received": [0], **changed}
    with pytest.raises(InvalidValueError, match=said):
        Ledger.of_columns(**columns)  # type: ignore[arg-type, unused-ignore]


def test_nothing_is_no_ledger() -> None:
    """A ledger has entries, and only entries."""
    with pytest.raises(InvalidValueError, match="there are no entries"):
        Ledger.of([])
    with pytest.raises(InvalidValueError, match="there are no entries"):
        Ledger.of_columns(party=[], year=[], activity=[], paid=[], received=[])
    with pytest.raises(InvalidValueError, match="7 is no Entry"):
        Ledger.of([7])  # type: ignore[list-item, unused-ignore]
    with pytest.raises(InvalidValueError, match="beyond 9,007,199,254,740,992 units"):
        Ledger.of([Entry("A", 2024, "x", paid=Decimal("1e14"), received=Decimal("0.001"))])
    with pytest.raises(UnknownIdError, match="no party of the ledger 'Bju'; did you mean 'Bjuv'"):
        Ledger.of([Entry("Bjuv", 2024, "x")]).net("Bju")


def test_masks_keep_columns_together() -> None:
    """The entries that a mask leaves have all their own columns."""
    ledger = Ledger.of([Entry("A", 2023, "x", paid=1), Entry("B", 2024, "y", received=2)])
    assert [entry.net for entry in ledger.only(np.array([False, True]))] == [Decimal(2)]
    assert ledger.only(np.array([False, True])).years == range(2024, 2025)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"unit": Decimal(-1)}, r"unit: the unit is Decimal\('-1'\); give a Decimal above zero"),
        ({"unit": Decimal(0)}, "give a Decimal above zero"),
        ({"unit": Decimal("NaN")}, "give a Decimal above zero"),
        ({"unit": True}, "unit: the unit is True"),
        ({"kind": "fee"}, "'fee' is no kind"),
        ({"basis": "guessed"}, "'guessed' is no basis"),
        ({"source": "Budget"}, "'Budget' is not a Source"),
        ({"year": [10**8]}, "year: 100000000 is no year from 1862 to 9999"),
        ({"year": [1861]}, "1861 is no year"),
        ({"party": [1]}, "party holds 1; give text"),
        ({"party": [None]}, "party holds None; give text"),
        ({"party": ["Bjuv "]}, "party holds 'Bjuv '; give text that is not blank and has no space around it"),
        ({"paid": [[1]]}, "paid has 2 dimensions"),
    ],
    ids=lambda each: "-".join(f"{name}={value}" for name, value in each.items()) if isinstance(each, dict) else "",
)
def test_columns_are_checked(given: dict[str, object], error: str) -> None:
    """What turns signs, hides a party or spans a million years is refused, and not first when it is summed up."""
    columns: dict[str, object] = {"party": ["A"], "year": [2024], "activity": ["x"], "paid": [1], "received": [0]}
    with pytest.raises(InvalidValueError, match=error):
        Ledger.of_columns(**{**columns, **given})


def test_labels_of_mixed_types_are_no_text() -> None:
    """A number among names is refused, and not taken for a text."""
    with pytest.raises(InvalidValueError, match="party holds 1; give text"):
        Ledger.of_columns(party=["A", 1], year=[2024] * 2, activity=["x"] * 2, paid=[1] * 2, received=[0] * 2)


@pytest.mark.parametrize("given", [None, 5, 2.5], ids=repr)
def test_what_is_no_list_of_entries_is_refused(given: object) -> None:
    """A ledger is made of a list of entries, and is added to a ledger alone."""
    with pytest.raises(InvalidValueError, match="is no list of entries"):
        Ledger.of(given)
    with pytest.raises(TypeError, match="unsupported operand"):
        Ledger.of([Entry("A", 2024, "x", paid=1)]) + given


@given(st.lists(st.integers(-(2**53), 2**53), max_size=40), st.integers(1, 200))
@settings(max_examples=30, deadline=None)
def test_sums_have_no_end(units: list[int], times: int) -> None:
    """Columns are added up exactly however large the sum becomes."""
    assert added_up(np.array(units * times, dtype=np.int64)) == sum(units) * times
