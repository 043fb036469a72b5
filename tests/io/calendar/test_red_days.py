"""What the red days promise."""

import datetime as dt

import pytest
from dateutil.easter import easter
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.io.calendar import Avoid, Move, RedDays


@given(st.integers(1953, 2100))
@settings(max_examples=30, deadline=None)
def test_they_follow_easter_and_midsummer(year: int) -> None:
    """Three holidays follow dateutil's Easter, and Midsummer Day is the Saturday from 20 to 26 June."""
    red = RedDays(Avoid.RED_DAYS)
    sunday = easter(year)
    assert red.name(sunday - dt.timedelta(days=2), "sv") == "Långfredagen"
    assert red.name(sunday + dt.timedelta(days=1), "sv") == "Annandag påsk"
    assert "Kristi himmelsfärdsdag" in (red.name(sunday + dt.timedelta(days=39), "sv") or "")
    midsummer = [day for day in range(20, 27) if dt.date(year, 6, day).weekday() == 5]
    assert red.name(dt.date(year, 6, midsummer[0])) == "Midsummer Day"


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (dt.date(2026, 6, 19), (None, "Midsommarafton", "Midsommarafton")),
        (dt.date(2026, 12, 24), (None, "Julafton", "Julafton")),
        (dt.date(2026, 4, 30), (None, None, "Valborgsmässoafton (från kl. 14.00)")),
        (dt.date(2026, 5, 15), (None, None, None)),
        (dt.date(2026, 6, 6), ("Nationaldagen",) * 3),
        (dt.date(2026, 6, 7), ("söndag",) * 3),
        (dt.date(2026, 6, 13), (None, None, None)),
    ],
    ids=["midsummer-eve", "christmas-eve", "walpurgis", "squeeze-day", "national-day", "sunday", "saturday"],
)
def test_each_choice_holds_more(day: dt.date, names: tuple[str | None, ...]) -> None:
    """Red days are Sundays and public holidays; eves come on top, then half days; Saturdays and squeeze days do not."""
    assert tuple(RedDays(avoid).name(day, "sv") for avoid in Avoid) == names


@given(st.dates(dt.date(1953, 2, 1), dt.date(2100, 11, 30)), st.sampled_from(Avoid))
@settings(max_examples=30, deadline=None)
def test_working_days_are_near_and_open(day: dt.date, avoid: Avoid) -> None:
    """The next and the previous working day are Monday to Friday, not red, within a week, and none is passed over."""
    red = RedDays(avoid)
    after, before = red.working_day(day, Move.NEXT), red.working_day(day, Move.PREVIOUS)
    assert before < day < after
    assert (after - before).days <= 14
    assert all(near.weekday() < 5 and red.name(near) is None for near in (before, after))
    between = [before + dt.timedelta(days=number) for number in range(1, (after - before).days)]
    assert all(each == day or each.weekday() >= 5 or red.name(each) is not None for each in between)


@pytest.mark.parametrize("year", [1952, 2101])
def test_years_that_are_not_known_are_refused(year: int) -> None:
    """For years outside the known ones no day passes for a working day in silence."""
    with pytest.raises(InvalidValueError, match=f"the red days of {year} are not known, only those of 1953 to 2100"):
        RedDays(Avoid.RED_DAYS).name(dt.date(year, 5, 1))


@given(st.dates(dt.date(1953, 2, 1), dt.date(2100, 11, 30)), st.sampled_from(Avoid))
@settings(max_examples=30, deadline=None)
def test_a_day_is_closed_on_saturdays_too(day: dt.date, avoid: Avoid) -> None:
    """A day is closed when it is red or a Saturday, and it says which; red days keep their own name."""
    red = RedDays(avoid)
    name = red.name(day, "sv")
    assert red.closed(day, "sv") == (name or ("lördag" if day.weekday() == 5 else None))


@pytest.mark.parametrize("year", range(1953, 2101, 7))
def test_the_whole_year_is_reckoned_by_hand(year: int) -> None:
    """The red days of a year are those of lag 1989:253, reckoned from dateutil's Easter, and Sundays."""
    sunday = easter(year)
    fixed = [(1, 1), (1, 6), (5, 1), (12, 25), (12, 26), *([(6, 6)] if year >= 2005 else [])]
    known = {dt.date(year, month, day) for month, day in fixed}
    known |= {sunday + dt.timedelta(days=days) for days in (-2, 1, 39, *([50] if year < 2005 else []))}
    for first in (dt.date(year, 6, 20), dt.date(year, 10, 31)):
        known.add(first + dt.timedelta(days=(5 - first.weekday()) % 7))
    days = [dt.date(year, 1, 1) + dt.timedelta(days=number) for number in range(365)]
    red = RedDays(Avoid.RED_DAYS)
    assert [day for day in days if red.name(day)] == [day for day in days if day in known or day.weekday() == 6]
