"""What later years are worth, against a sheet reckoned row by row."""

import pickle
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale import Assumption, Discounting

rates = st.decimals(Decimal("-0.5"), 2, allow_nan=False, places=3)
changes = st.lists(st.decimals(Decimal("-0.2"), Decimal("0.3"), places=3), min_size=1, max_size=14)


@given(rates, st.integers(1, 60))
@settings(max_examples=30, deadline=None)
def test_a_krona_is_worth_what_grows_to_it(rate: Decimal, years: int) -> None:
    """What each year's krona is worth, left with interest for as many years, grows to one krona."""
    worth = Discounting(rate).factors(years)
    for year, now in enumerate(worth, start=1):
        for _ in range(year):
            now = now * (1 + float(rate))  # noqa: PLW2901 - a sheet's row
        assert now == pytest.approx(1, rel=1e-9)


@given(rates, changes)
@settings(max_examples=30, deadline=None)
def test_the_index_is_a_chain(rate: Decimal, rises: list[Decimal]) -> None:
    """Each year's amount is the one before, raised by the change of the year, and then discounted."""
    index = {2028 + place: rise for place, rise in enumerate(rises)}
    found = Discounting(rate, first_year=2027, index=index).factors(len(rises) + 1)
    price, interest, rows = 1.0, 1.0, []
    for rise in [Decimal(0), *rises]:
        price *= 1 + float(rise)
        interest *= 1 + float(rate)
        rows.append(price / interest)
    assert found == pytest.approx(rows, rel=1e-9)
    assert Discounting(rate, first_year=2027, index=index).factors(1) == pytest.approx([rows[0]])


@given(st.lists(st.floats(-0.5, 1), min_size=1, max_size=5), st.integers(1, 20))
@settings(max_examples=30, deadline=None)
def test_many_rates_are_told_at_once(several: list[float], years: int) -> None:
    """Rates of shape (k,) give rows of shape (k, years), each that of its rate."""
    found = Discounting().factors(years, {"rate": np.array(several)})
    assert found.shape == (len(several), years)
    for row, rate in zip(found, several, strict=True):
        assert row == pytest.approx([(1 + rate) ** -year for year in range(1, years + 1)])


@given(rates, st.integers(1, 30))
@settings(max_examples=30, deadline=None)
def test_an_index_that_follows_the_rate_takes_it_away(rate: Decimal, years: int) -> None:
    """Where prices rise as fast as interest, every year is worth what the first is."""
    index = {2028 + place: rate for place in range(years)}
    found = Discounting(rate, first_year=2027, index=index).factors(years)
    assert found == pytest.approx([1 / (1 + float(rate))] * years)


def test_without_anything_every_year_counts_alike() -> None:
    """No rate and no index leave every krona one krona, and the text says so in both languages."""
    assert Discounting().factors(3).tolist() == [1, 1, 1]
    assert Discounting().text() == (
        "Amounts are in the prices of the first year, and later years count as much as the first."
    )
    assert (
        Discounting().text("sv") == "Belopp är i första årets priser, och senare år räknas lika mycket som det första."
    )


@pytest.mark.parametrize(
    ("found", "en", "sv"),
    [
        (Discounting(0.03), "discounted at 3 % a year, real.", "diskonteras med 3 % per år, realt."),
        (Discounting(Decimal("0.0275")), "at 2.75 % a year, real.", "med 2,75 % per år, realt."),
        (
            Discounting(0.045, first_year=2027, index={2028: 0.02}),
            "follow the index, and are discounted at 4.5 % a year, nominal.",
            "följer index och diskonteras med 4,5 % per år, nominellt.",
        ),
        (Discounting(0, first_year=2027, index={2028: 0.02}), "at 0 % a year, nominal.", "med 0 % per år, nominellt."),
    ],
    ids=["whole", "decimals", "index", "index alone"],
)
def test_it_is_said_in_both_languages(found: Discounting, en: str, sv: str) -> None:
    """The sentence holds the rate as it is, and whether it is real or nominal."""
    assert found.text().endswith(en)
    assert found.text("sv").endswith(sv)


@pytest.mark.parametrize(
    ("index", "reason"),
    [
        ({2029: 0.02}, r"the index has 2029 where 2028 comes next; give every year"),
        ({2028: 0.02, 2030: 0.02}, r"the index has 2030 where 2029 comes next"),
        ({"2028": 0.02}, r"the index has '2028' where 2028 comes next"),
        ({2028.0: 0.02}, r"the index has 2028\.0 where 2028 comes next"),
        ([(2028, 0.02), (2028, 0.03)], r"the index has 2028 where 2029 comes next"),
        ({2028: -1}, r"the index change of 2028 is -1; prices cannot fall by all of themselves"),
        ({2028: float("nan")}, r"the index change of 2028 is NaN"),
        ({2028: "2"}, r"the index change of 2028 is '2', which is no number"),
        ({2028: True}, r"the index change of 2028 is True, which is no number"),
        (5, r"5 is no index; give \{2028: 0\.02, …\}"),
        ("index", r"'index' is no index"),
    ],
    ids=["late", "gap", "text year", "float year", "twice", "all", "nan", "text", "bool", "number", "word"],
)
def test_an_index_that_is_none_is_refused(index: Any, reason: str) -> None:
    """An index has every year once, in order, from the one after the first, with changes above −100 %."""
    with pytest.raises(InvalidValueError, match=reason):
        Discounting(0, first_year=2027, index=index)


@pytest.mark.parametrize("rate", [-1, -2, float("nan"), float("inf"), True, "3", None], ids=str)
def test_a_rate_that_is_none_is_refused(rate: Any) -> None:
    """A rate is a finite number above −1."""
    with pytest.raises(InvalidValueError, match=r"Discounting\.rate: "):
        Discounting(rate)


@pytest.mark.parametrize("years", [0, -1, 1001, 1.0, True, "3", None], ids=str)
def test_years_that_are_none_are_refused(years: Any) -> None:
    """Years are a whole number from 1 to 1,000."""
    with pytest.raises(InvalidValueError, match=r"years: .* is no number of years; give a whole number from 1 to 1000"):
        Discounting().factors(years)


@pytest.mark.parametrize("year", [0, 10_000, 2027.0, True, "2027", None], ids=str)
def test_a_first_year_that_is_none_is_refused(year: Any) -> None:
    """The first year is a whole number from 1 to 9999."""
    with pytest.raises(InvalidValueError, match=r"Discounting\.first_year: "):
        Discounting(0, first_year=year)


def test_beyond_the_index_and_beyond_floats_is_refused() -> None:
    """More years than the index has, and a krona worth more than 10^308, are refused."""
    with pytest.raises(InvalidValueError, match=r"the index ends in 2028, and 3 years from 2027 reach further"):
        Discounting(0, first_year=2027, index={2028: 0.02}).factors(3)
    with pytest.raises(InvalidValueError, match=r"the rate is -0\.9999, which makes a krona .* more than 10\^308"):
        Discounting(-0.9999).factors(100)


def test_it_survives_pickling_with_its_range() -> None:
    """The rate keeps its range and the index its decimals."""
    found = Discounting(Assumption(0.03, low=0, high=0.05), first_year=2027, index={2028: 0.02})
    assert pickle.loads(pickle.dumps(found)) == found
    assert found.index == ((2028, Decimal("0.02")),)
