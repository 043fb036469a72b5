"""How periods lie to each other, held against sets of days."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.dates import Period
from familjen.rules.spans import clashes, covers, fits, touches_year

FIRST = dt.date(2016, 2, 25)
DAYS = 12
END = FIRST + dt.timedelta(days=DAYS)


@st.composite
def short(draw: st.DrawFn) -> Period:
    """Draw a period of some days around a leap day, open or closed."""
    one, other = sorted((draw(st.integers(0, DAYS - 1)), draw(st.integers(0, DAYS - 1))))
    last = draw(st.sampled_from((FIRST + dt.timedelta(days=other), None)))
    return Period(FIRST + dt.timedelta(days=one), last)


MAYBE = st.one_of(st.none(), short())


def days(period: Period | None) -> set[dt.date]:
    """Give the days of a period within the span that is drawn from, the day after it standing for all later ones."""
    every = {FIRST + dt.timedelta(days=n) for n in range(DAYS + 1)}
    return every if period is None else {day for day in every if day in period}


@given(short(), short())
def test_fits_closed(part: Period, whole: Period) -> None:
    """A part fits if all its days are in the whole; if it is open, if its first day is."""
    expected = days(part) <= days(whole) if part.last_day else part.first_day in days(whole)
    assert fits(part, whole) is expected


@given(MAYBE)
def test_fits_what_is_not_known(period: Period | None) -> None:
    """What is not known clashes with nothing, and every period fits in itself."""
    assert fits(period, None)
    assert fits(None, period)
    assert fits(period, period)


@given(st.lists(MAYBE, max_size=4), short())
def test_covers(periods: list[Period | None], asked: Period) -> None:
    """Periods cover another if every day of it is in one of them."""
    covered = set[dt.date]().union(*(days(period) for period in periods))
    assert covers(periods, asked.first_day, asked.last_day) is (days(asked) <= covered)


@given(st.permutations([Period.year(2014), Period.year(2015), Period.year(2016)]))
def test_covers_in_any_order(periods: list[Period]) -> None:
    """Years that follow each other cover what lies across them, in whatever order they are given."""
    assert covers(periods, dt.date(2014, 1, 1), dt.date(2016, 12, 31))
    assert not covers(periods[1:], dt.date(2014, 1, 1), dt.date(2016, 12, 31))
    assert not covers(periods, dt.date(2014, 1, 1), None)


@given(st.lists(MAYBE, max_size=5))
def test_clashes(periods: list[Period | None]) -> None:
    """There is a clash if and only if two periods share a day, and each clash is of two that do."""
    pairs = list(clashes(periods))
    sharing = [
        {one, other}
        for (one, first), (other, second) in itertools.combinations(enumerate(periods), 2)
        if days(first) & days(second)
    ]
    assert bool(pairs) is bool(sharing)
    assert all({one, other} in sharing for one, other in pairs)


@given(st.lists(MAYBE, max_size=5))
def test_each_clash_once(periods: list[Period | None]) -> None:
    """A period that shares days with several before it clashes once."""
    found = [one for one, _ in clashes(periods)]
    assert len(set(found)) == len(found)


def test_clashes_by_first_day() -> None:
    """A long period before two short ones clashes with each of them."""
    assert list(clashes([Period.year(2016), Period.year(2018), Period.from_year_to_year(2015, 2019)])) == [
        (0, 2),
        (1, 2),
    ]


def test_last_days() -> None:
    """Periods to the last day that a date can have are periods as others."""
    end = Period(dt.date(2016, 1, 1), dt.date.max)
    assert covers([end], dt.date(2016, 1, 1), dt.date.max)
    assert list(clashes([end, Period(dt.date.max)])) == [(1, 0)]
    assert covers([end], dt.date(2016, 1, 1), None)
    assert not covers([Period.year(2016), Period(dt.date.max)], dt.date(2016, 1, 1), dt.date.max)


def test_many_periods() -> None:
    """A hundred thousand periods are sorted, not compared two by two."""
    assert sum(1 for _ in clashes([Period.year(2016)] * 100_000)) == 99_999


@pytest.mark.parametrize(
    ("period", "touched"),
    [
        (Period.year(2016), {2016}),
        (Period(dt.date(2015, 12, 31), dt.date(2017, 1, 1)), {2015, 2016, 2017}),
        (Period(dt.date(2017, 12, 31)), {2017, 2018}),
        (None, {2015, 2016, 2017, 2018}),
    ],
)
def test_touches_year(period: Period | None, touched: set[int]) -> None:
    """A period touches the years in which it has a day; an unknown one may touch any."""
    assert {year for year in range(2015, 2019) if touches_year(period, year)} == touched
