"""What the balance promises."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.allocation import allocate
from familjen.balance import Balance, Entry, Ledger, Prices, Range, balance, of_statement
from familjen.balance.balance import summed
from familjen.dates import ReferenceDate
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.model import Population

ROWS = st.lists(
    st.builds(
        Entry,
        st.sampled_from(["Bjuv", "Åstorp", "Svalöv"]),
        st.integers(2015, 2020),
        st.sampled_from(["Fee", "Event", "Course"]),
        paid=st.decimals(0, 10**6, places=2),
        received=st.decimals(0, 10**6, places=2),
    ),
    min_size=1,
    max_size=15,
)
RATES = st.decimals("-0.5", 1, places=3)


def by_hand(rows: list[Entry], party: str, year: int) -> Decimal:
    """Add up a party's nets to the end of a year."""
    return sum((row.net for row in rows if row.party == party and row.year <= year), Decimal(0))


@given(ROWS)
@settings(max_examples=60, deadline=None)
def test_balances_are_sums(rows: list[Entry]) -> None:
    """A cumulative balance is the sum of the entries up to the year, exactly."""
    found = balance(Ledger.of(rows))
    for party in found.parties:
        for year in found.years:
            assert found.cumulative(party, year) == Fraction(by_hand(rows, party, year))


@given(ROWS)
@settings(max_examples=60, deadline=None)
def test_the_verdict_is_that_of_the_sums(rows: list[Entry]) -> None:
    """Everyone wins by the first year from which on no sum is below zero, and by none where one is at the end."""
    found = balance(Ledger.of(rows))
    whole = [all(by_hand(rows, party, year) >= 0 for party in found.parties) for year in found.years]
    lasting = [year for place, year in enumerate(found.years) if all(whole[place:])]
    assert found.everyone_wins_by == (lasting[0] if lasting else None)
    ever = [year for year, is_whole in zip(found.years, whole, strict=True) if is_whole]
    assert found.shortest_horizon() == (ever[0] if ever else None)
    assert set(found.behind()) == {name for name in found.parties if by_hand(rows, name, found.years[-1]) < 0}
    assert set(found.ahead()) == {name for name in found.parties if by_hand(rows, name, found.years[-1]) > 0}


@given(ROWS)
@settings(max_examples=40, deadline=None)
def test_it_is_additive_over_activities(rows: list[Entry]) -> None:
    """What activities brought sums to the balance, and without one the balance is that of the others' ledger."""
    ledger = Ledger.of(rows)
    found = balance(ledger)
    for party in found.parties:
        brought = sum((each.nets[party] for each in found.activities()), Decimal(0))
        assert Fraction(brought) == found.cumulative(party)
    for each in found.activities():
        others = [row for row in rows if row.activity != each.activity]
        after = {name: by_hand(others, name, found.years[-1]) for name in found.parties}
        before = {name: by_hand(rows, name, found.years[-1]) for name in found.parties}
        assert set(each.carried) == {name for name in after if after[name] < 0 <= before[name]}
        assert set(each.burdened) == {name for name in after if before[name] < 0 <= after[name]}


@given(ROWS, RATES)
@settings(max_examples=40, deadline=None)
def test_discounting_weighs_each_year(rows: list[Entry], rate: Decimal) -> None:
    """A discounted balance is each year's net divided by the rate so often as years have passed, exactly."""
    found = balance(Ledger.of(rows), rate=rate)
    for party in found.parties:
        nets = [Fraction(found.net(party, year)) for year in found.years]
        worth = sum((net / (1 + Fraction(rate)) ** passed for passed, net in enumerate(nets)), Fraction(0))
        assert found.cumulative(party) == worth


@given(ROWS)
@settings(max_examples=30, deadline=None)
def test_no_rate_and_no_rise_is_nominal(rows: list[Entry]) -> None:
    """A rate of nothing, and prices that stand still, give the balance as it was paid."""
    ledger = Ledger.of(rows)
    still = dict.fromkeys(range(2014, 2022), 0)
    for party in ledger.parties:
        nominal = balance(ledger).cumulative(party)
        assert balance(ledger, rate=0, index=still).cumulative(party) == nominal == Fraction(ledger.net(party))


@given(ROWS, st.randoms())
@settings(max_examples=30, deadline=None)
def test_order_does_not_matter(rows: list[Entry], random: object) -> None:
    """Entries in another order give the same balances."""
    turned = rows[:]
    random.shuffle(turned)  # type: ignore[attr-defined]
    one, other = balance(Ledger.of(rows)), balance(Ledger.of(turned))
    assert {name: one.cumulative(name) for name in one.parties} == {
        name: other.cumulative(name) for name in other.parties
    }


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(-(2**53), 2**53)), min_size=1, max_size=50),
)
@settings(max_examples=60, deadline=None)
def test_sums_are_exact(rows: list[tuple[int, int]]) -> None:
    """Whole numbers are added up exactly, however large, where floats would round."""
    cells, units = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    assert summed(cells, units, 5).tolist() == [sum(unit for cell, unit in rows if cell == n) for n in range(5)]


def everyone() -> Balance:
    """Make the balance of a cooperation that pays off in the third year for one, never for another."""
    return balance(
        Ledger.of(
            [
                *[Entry(name, year, "Fee", paid=100) for name in ("Bjuv", "Klippan") for year in (2021, 2022, 2023)],
                Entry("Bjuv", 2023, "Event", received=400, low=100, high=900, basis="illustrative"),
                Entry("Klippan", 2022, "Course", received=250, low=250, high=350),
            ]
        )
    )


def test_it_says_who_wins_when() -> None:
    """It names who is behind, since when, and how ranges change the verdict."""
    found = everyone()
    assert (found.wins_by("Bjuv"), found.wins_by("Klippan"), found.everyone_wins_by) == (2023, None, None)
    assert (found.behind_since("Klippan"), found.behind_since("Bjuv")) == (2023, None)
    assert (found.all_win_by(Range.LOW), found.all_win_by(Range.HIGH)) == (None, 2023)
    assert found.cumulative("Bjuv", None, Range.LOW) == -200
    assert repr(found) == "<Balance: 2 parties, 2021-2023, 1 behind at the end>"


def test_it_reads_well() -> None:
    """It says the verdict, the standings, what carries and burdens, and what is illustrative, in both languages."""
    told = everyone().explain().splitlines()
    assert told[0] == "Not everyone wins by 2023: Klippan is behind."
    assert told[1] == "At the least that entries may be: not everyone; at the most: everyone by 2023."
    assert "Bjuv is 100 kr ahead, and whole since 2023." in told
    assert "Klippan is 50 kr behind, since 2023." in told
    assert "Without Fee, Klippan would not be behind." in told
    assert "Without Event, Bjuv would be behind." in told
    assert told[-1] == "ILLUSTRATIVE, made up to show how it goes: Event."
    swedish = everyone().explain("sv")
    assert "Klippan ligger 50 kr efter, sedan 2023." in swedish
    assert not {"behind", "ahead", "Without", "Everyone"} & set(swedish.split())
    table = everyone().text().splitlines()
    assert table[0].split() == ["Party", "Paid", "Received", "Balance", "Low", "High", "Whole"]
    assert table[2].split() == ["Bjuv", "300", "400", "100", "-200", "600", "2023"]
    assert table[3].split() == ["Klippan", "300", "250", "-50", "-50", "50", "behind"]


def test_html_escapes_names() -> None:
    """A party that is called like a tag is written, not run."""
    found = balance(Ledger.of([Entry("<script>", 2024, "x", paid=1)]))
    assert "<script>" not in found._repr_html_()
    assert "&lt;script&gt;" in found._repr_html_()


def test_it_reconciles_with_statements() -> None:
    """The sums of a ledger of bills are those of the statements, to the öre."""
    key = Population(ReferenceDate(12, 31, years_before=1))
    bills = [allocate(key, year=year, cost=1_000_000, parties=["1283", "1260", "1276"]) for year in (2015, 2016)]
    ledger = Ledger.of([entry for bill in bills for entry in of_statement(bill, "Secretariat")])
    found = balance(ledger)
    assert sum(found.cumulative(name) for name in found.parties) == -2_000_000
    for bill in bills:
        for name, amount in zip(bill.names, bill.amounts, strict=True):
            assert found.net(name, bill.year) == -amount


def test_years_can_be_chosen() -> None:
    """Entries outside the years that are asked for are left out, and years without entries are there."""
    ledger = Ledger.of([Entry("A", 2020, "x", paid=1), Entry("A", 2024, "x", received=5)])
    assert balance(ledger, first_year=2021).cumulative("A") == 5
    assert balance(ledger, last_year=2021).years == (2020, 2021)
    assert balance(ledger).net("A", 2022) == 0


def test_rows_are_by_party_and_year() -> None:
    """There is a row for each party and year with what it was and what it might be."""
    rows = everyone().to_rows()
    assert len(rows) == 6
    assert rows[2]["cumulative_low"] == -200
    assert rows[2]["net"] == Decimal(300)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"first_year": 2030}, "no entries from 2030 to 2024"),
        ({"first_year": "2020"}, "'2020' is no year"),
        ({"rate": -1}, "the rate is -1; give one above -1"),
        ({"rate": float("inf")}, "the rate is Infinity"),
        ({"index": {2022: 0.02}}, "the index has no change for 2021"),
        ({"index": {2021: -2}}, "the index change of 2021 is -2"),
        ({"index": {"2021": 0}}, "'2021' is no year of the index"),
    ],
)
def test_bad_questions_are_refused(asked: dict[str, object], said: str) -> None:
    """A rate, an index or years that cannot be are refused with what is wrong."""
    ledger = Ledger.of([Entry("A", 2020, "x", paid=1), Entry("A", 2024, "x", received=5)])
    with pytest.raises(InvalidValueError, match=said):
        balance(ledger, **asked).cumulative("A")  # type: ignore[arg-type, unused-ignore]


def test_unknown_names_are_refused() -> None:
    """A party, a year and a language that are not there are told with what is."""
    found = everyone()
    with pytest.raises(UnknownIdError, match="did you mean 'Klippan'"):
        found.wins_by("Klipan")
    with pytest.raises(UnknownIdError, match="no year of the balance '1999'"):
        found.net("Bjuv", 1999)
    with pytest.raises(InvalidValueError, match="'de' is not a language of ours"):
        found.explain("de")
    with pytest.raises(InvalidValueError, match="3 is no Ledger"):
        balance(3)  # type: ignore[arg-type, unused-ignore]


def test_prices_are_exact() -> None:
    """A krona of a later year counts for what index and rate leave of it."""
    prices = Prices.of(rate=Decimal("0.1"), index={2021: Decimal("0.25")})
    assert prices.factor(2021, 2020) == Fraction(4, 5) * Fraction(10, 11)
    assert prices.factor(2020, 2020) == 1


def test_balances_beyond_64_bits_are_exact() -> None:
    """Sums over parties, years and activities that no longer fit 64 bits stay what they are, in all that tells them."""
    number, most = 2000, 2**53 - 1
    ledger = Ledger.of_columns(
        party=["A"] * number,
        year=[2000 + place % 20 for place in range(number)],
        activity=["x"] * number,
        paid=[0] * number,
        received=[most] * number,
        unit=Decimal(1),
    )
    found = balance(ledger)
    assert ledger.net("A") == number * most
    assert found.lines()[0, -1] == found.cumulative("A") == number * most
    assert (found.wins_by("A"), found.ahead(), found.activities()[0].net) == (2000, ("A",), number * most)
    assert f"{number * most:,}" in found.text()


@pytest.mark.parametrize("year", [-(10**9), 10**9, 1861, 10_000, True, "2024"], ids=repr)
def test_years_stay_in_range(year: object) -> None:
    """A year that no entry can have is refused, and does not fill the memory with empty years."""
    ledger = Ledger.of([Entry("A", 2024, "x", paid=1)])
    for name in ("first_year", "last_year"):
        with pytest.raises(InvalidValueError, match=f"{name}: .*is no year"):
            balance(ledger, **{name: year})


@pytest.mark.parametrize("index", ["x", 0.02, [(2024, 0.02)], {None: 1, 2024: 1}], ids=repr)
def test_an_index_is_a_mapping_of_years(index: object) -> None:
    """An index that is none is refused by name."""
    with pytest.raises(InvalidValueError, match="index: "):
        balance(Ledger.of([Entry("A", 2024, "x", paid=1)]), index=index)


def test_an_unknown_end_of_the_ranges_is_refused() -> None:
    """Only the low, the base and the high end are asked for."""
    found = balance(Ledger.of([Entry("A", 2024, "x", paid=1)]))
    for ask in (found.lines, found.all_win_by, found.shortest_horizon, lambda end: found.net("A", 2024, end)):
        with pytest.raises(InvalidValueError, match="'lowest' is no end; give one of low, base, high"):
            ask("lowest")


def test_what_is_left_out_is_said() -> None:
    """Entries of other years are counted and summed up in the notes, so that a verdict without them says so."""
    ledger = Ledger.of([Entry("A", 2020, "Fee", paid=900), Entry("A", 2024, "Event", received=5)])
    found = balance(ledger, first_year=2021)
    assert (found.left_out, found.left_out_net) == (1, Decimal(-900))
    assert "Left out: 1 entries of other years, which come to -900 kr." in found.text()
    assert "Utelämnat: 1 poster från andra år, sammanlagt -900 kr." in found.explain("sv")
    assert balance(ledger).left_out == 0
    assert "Left out" not in balance(ledger).text()


def test_less_than_a_krona_is_said_in_ore() -> None:
    """Who is behind by some öre is said to be so, not by nothing."""
    found = balance(Ledger.of([Entry("A", 2024, "Fee", paid=Decimal("0.40"))]))
    assert "A is 0.40 kr behind, since 2024." in found.explain()


def test_what_entries_rest_on_is_counted() -> None:
    """A verdict says how many entries are measured and how many are not, where any is not."""
    entries = [Entry("A", 2024, "x", paid=1), Entry("A", 2024, "y", received=1, basis="estimated")]
    assert "Entries: 1 measured and 1 estimated." in balance(Ledger.of(entries)).text()
    assert "Poster: 1 uppmätta och 1 skattade." in balance(Ledger.of(entries)).text("sv")
    assert "Entries:" not in balance(Ledger.of(entries[:1])).text()


def test_other_money_is_said() -> None:
    """With a rate the table says that what was paid and received is not in the balance's money."""
    ledger = Ledger.of([Entry("A", 2023, "x", paid=1), Entry("A", 2024, "y", received=2)])
    assert "Paid and received are as they were paid" in balance(ledger, rate=Decimal("0.03")).text()
    assert "Betalat och fått är i löpande priser." in balance(ledger, rate=Decimal("0.03")).text("sv")
    assert "Paid and received are" not in balance(ledger).text()
