"""Periods, reference dates, notice and recurrence: what they promise about days."""

import datetime as dt
import itertools
import pickle
from typing import Any

import attrs
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.dates import CountedFrom, Notice, Period, Recurrence, ReferenceDate
from familjen.errors import InvalidValueError

D = dt.date
days = st.dates(D(1990, 1, 1), D(2030, 12, 31))
periods = st.builds(
    lambda first, length: Period(first, None if length is None else first + dt.timedelta(days=length)),
    days,
    st.none() | st.integers(0, 3_000),
)
closed = periods.filter(lambda period: not period.is_open)
deadlines = st.builds(
    lambda month, day, before: Notice(by=ReferenceDate(month, day, years_before=before)),
    st.integers(1, 12),
    st.integers(1, 28),
    st.integers(0, 3),
)
spans = (
    st.tuples(st.integers(0, 4), st.integers(0, 30), st.sampled_from(CountedFrom))
    .filter(lambda parts: parts[0] + parts[1] > 0)
    .map(lambda parts: Notice(years=parts[0], months=parts[1], counted_from=parts[2]))
)


@given(periods, periods)
@settings(max_examples=60, deadline=None)
def test_intersection_is_common_to_both(one: Period, other: Period) -> None:
    """The intersection is the same from either side, lies in both, and exists just when they overlap."""
    both = one.intersection(other)
    assert both == other.intersection(one)
    assert (both is not None) == one.overlaps(other)
    assert both is None or (both in one and both in other)


@given(periods, days)
@settings(max_examples=80, deadline=None)
def test_both_ends_belong_to_a_period(period: Period, day: dt.date) -> None:
    """A day belongs to a period just when the period of that day alone lies in it."""
    assert (day in period) == (Period(day, day) in period)
    assert period.first_day in period
    assert period.last_day is None or (
        period.last_day in period and period.last_day + dt.timedelta(days=1) not in period
    )


@given(closed)
@settings(max_examples=60, deadline=None)
def test_whole_months_are_the_calendars(period: Period) -> None:
    """Completed months and years are those after which the period is not yet over."""
    assert period.last_day is not None
    months = period.whole_months
    end = period.last_day + dt.timedelta(days=1)
    assert period.first_day + relativedelta(months=months) <= end < period.first_day + relativedelta(months=months + 1)
    assert period.whole_years == months // 12
    assert period.days == (end - period.first_day).days
    assert period.years[0] == period.first_day.year
    assert period.months[-1] == (period.last_day.year, period.last_day.month)
    assert len(period.months) == len(set(period.months))


def test_month_ends_and_leap_days() -> None:
    """February has 29 days in 2016 and 28 in 2015, and a year from a leap day is over on 28 February."""
    assert [Period.month(year, 2).days for year in (2015, 2016)] == [28, 29]
    assert Period(D(2016, 2, 29), D(2017, 2, 27)).whole_years == 1
    assert Period(D(2016, 2, 29), D(2017, 2, 26)).whole_years == 0
    assert Period(D(9999, 1, 1), dt.date.max).whole_months == 12
    assert Period.from_year_to_year(2016, 2019).whole_years == 4


def test_open_periods() -> None:
    """An open period has no days, years or months to count, but knows what lies in it."""
    period = Period(D(2016, 1, 1))
    assert (period.is_open, period.days, str(period)) == (True, None, "from 2016-01-01")
    assert Period(D(2017, 1, 1)) in period
    assert period not in Period.year(2016)
    for what in ("years", "months", "whole_months", "whole_years"):
        with pytest.raises(InvalidValueError, match="no last day"):
            getattr(period, what)


def test_adjoining_periods() -> None:
    """Two years adjoin when one begins on the day after the other ends, in either order."""
    assert Period.year(2016).adjoins(Period.year(2017))
    assert Period.year(2017).adjoins(Period.year(2016))
    assert not Period.year(2016).adjoins(Period.year(2018))
    assert not Period(D(2016, 1, 1)).adjoins(Period.year(2018))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Period(D(2016, 1, 2), D(2016, 1, 1)), "before the first day"),
        (lambda: Period(dt.datetime(2016, 1, 1)), "not a date"),  # noqa: DTZ001 - it is refused
        (lambda: Period("2016-01-01"), "not a date"),
        (lambda: Period.month(2016, 13), "no such day"),
        (lambda: Period.year("2016"), "no such day"),
        (lambda: "2016" in Period.year(2016), "neither a date nor a period"),
        (lambda: ReferenceDate(2, 30, years_before=1), "has no day 30"),
        (lambda: ReferenceDate(13, 1, years_before=1), "outside the range"),
        (lambda: ReferenceDate(12, 31), "either years_before"),
        (lambda: ReferenceDate(12, 31, years_before=1, year=2015), "either years_before"),
        (lambda: ReferenceDate(2, 29, year=2015), "no 29 February"),
        (lambda: ReferenceDate(12, 31, years_before=1).resolve(1), "no 31/12"),
        (lambda: ReferenceDate(12, 31, years_before=1).resolve(2016.0), "not a year"),
        (lambda: ReferenceDate(12, 31, years_before=1).text("de"), "no language"),
        (lambda: ReferenceDate.fixed("2015-12-31"), "not a date"),
        (Notice, "either a notice period"),
        (lambda: Notice(years=1, by=ReferenceDate(1, 1, years_before=1)), "either a notice period"),
        (lambda: Notice(by=ReferenceDate(1, 1, year=2016)), "fixed day"),
        (
            lambda: Notice(by=ReferenceDate(1, 1, years_before=1), counted_from=CountedFrom.START_OF_MONTH),
            "not counted",
        ),
        (lambda: Notice(years=-1), "outside the range"),
        (lambda: Notice(years=3).exit_day("2016-01-01"), "not a date"),
        (lambda: Notice(years=3).exit_day(D(9998, 1, 1)), "beyond the year 9999"),
        (lambda: Notice(by=ReferenceDate(1, 1, years_before=1)).exit_day(D(9999, 1, 2)), "beyond the year 9999"),
        (lambda: Notice(years=3).latest_notice(D(2, 1, 1)), "no notice is early enough"),
    ],
    ids=itertools.count(),
)
def test_what_no_calendar_has_is_refused(make: Any, said: str) -> None:
    """A day, an order or a combination that cannot be is refused with a sentence."""
    with pytest.raises(InvalidValueError, match=said):
        make()


def test_reference_dates_in_words() -> None:
    """A reference date says itself in English and Swedish, and resolves for a year."""
    two = ReferenceDate(12, 31, years_before=2)
    assert (two.resolve(2027), two.text("sv")) == (D(2025, 12, 31), "31 december två år före")
    assert str(ReferenceDate(11, 1, years_before=1)) == "1 November the year before"
    assert str(ReferenceDate(1, 1, years_before=0)) == "1 January the same year"
    assert str(ReferenceDate(1, 1, years_before=12)) == "1 January 12 years before"
    assert ReferenceDate.fixed(D(2015, 12, 31)).resolve(2020) == D(2015, 12, 31)
    assert ReferenceDate(2, 29, years_before=1).resolve(2017) == D(2016, 2, 29)


def test_notice_of_three_years_from_the_month() -> None:
    """Three years from the start of the notice month end on the first of that month."""
    notice = Notice(years=3, counted_from=CountedFrom.START_OF_MONTH)
    assert notice.exit_day(D(2016, 2, 29)) == D(2019, 2, 1)
    assert notice.last_day(D(2016, 2, 29)) == D(2019, 1, 31)
    assert Notice(months=3, counted_from=CountedFrom.START_OF_NEXT_MONTH).exit_day(D(2016, 1, 31)) == D(2016, 5, 1)
    assert Notice(years=3).exit_day(D(2016, 2, 29)) == D(2019, 2, 28)
    assert Notice(months=6).exit_day(D(2016, 8, 31)) == D(2017, 2, 28)


def test_notice_by_a_deadline() -> None:
    """In writing by 1 January of the year before: a day late costs a year."""
    notice = Notice(by=ReferenceDate(1, 1, years_before=1))
    assert notice.exit_day(D(2016, 1, 1)) == D(2017, 1, 1)
    assert notice.exit_day(D(2016, 1, 2)) == D(2018, 1, 1)


@given(st.one_of(spans, deadlines), days)
@settings(max_examples=60, deadline=None)
def test_latest_notice_is_the_latest(notice: Notice, exit_day: dt.date) -> None:
    """Notice on the latest day still lets the party out by that day, and notice a day later does not."""
    latest = notice.latest_notice(exit_day)
    assert notice.exit_day(latest) <= exit_day
    assert notice.exit_day(latest + dt.timedelta(days=1)) > exit_day


@given(st.one_of(spans, deadlines), days, st.integers(0, 800))
@settings(max_examples=80, deadline=None)
def test_later_notice_never_lets_out_earlier(notice: Notice, day: dt.date, later: int) -> None:
    """Whoever gives notice later does not leave earlier."""
    assert notice.exit_day(day) <= notice.exit_day(day + dt.timedelta(days=later))


def test_recurrences_of_the_calendar() -> None:
    """Days that a month or a year lacks are left out, the last day of a month is named by -1."""
    assert len(Recurrence("FREQ=MONTHLY;BYMONTHDAY=31", D(2016, 1, 1)).in_year(2016)) == 7
    assert Recurrence("FREQ=MONTHLY;BYMONTHDAY=-1", D(2016, 1, 1)).in_year(2016)[1] == D(2016, 2, 29)
    leap = Recurrence("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", D(2016, 1, 1))
    assert leap.between(Period.from_year_to_year(2016, 2023)) == (D(2016, 2, 29), D(2020, 2, 29))


def test_recurrences_end() -> None:
    """A recurrence ends with its last day, its COUNT or UNTIL, and leaves out what is excepted."""
    weekly = Recurrence("FREQ=WEEKLY;COUNT=3", D(2016, 1, 4), except_days=(D(2016, 1, 11),))
    assert weekly.between(Period(D(2000, 1, 1))) == (D(2016, 1, 4), D(2016, 1, 18))
    assert weekly.next_after(D(2016, 1, 4)) == D(2016, 1, 18)
    assert weekly.next_after(D(2016, 1, 18)) is None
    assert Recurrence("FREQ=DAILY;UNTIL=20160102", D(2016, 1, 1)).between(Period(D(2016, 1, 1)))[-1] == D(2016, 1, 2)
    short = Recurrence("FREQ=DAILY", D(2016, 1, 1), last_day=D(2016, 1, 3))
    assert short.in_year(2016)[-1] == D(2016, 1, 3)
    assert short.in_year(2017) == ()
    assert (short.next_after(D(2015, 1, 1)), short.next_after(D(2016, 1, 3))) == (D(2016, 1, 1), None)
    assert short.next_after(dt.date.max) is None


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Recurrence("", D(2016, 1, 1)), "not a rule"),
        (lambda: Recurrence("freq=daily", D(2016, 1, 1)), "in capitals"),
        (lambda: Recurrence("RRULE:FREQ=DAILY", D(2016, 1, 1)), "not a rule"),
        (lambda: Recurrence("FREQ=HOURLY", D(2016, 1, 1)), "needs FREQ"),
        (lambda: Recurrence("COUNT=3", D(2016, 1, 1)), "needs FREQ"),
        (lambda: Recurrence("FREQ=DAILY;BYHOUR=3", D(2016, 1, 1)), "BYHOUR has no place"),
        (lambda: Recurrence("FREQ=DAILY;COUNT=1;COUNT=2", D(2016, 1, 1)), "twice"),
        (lambda: Recurrence("FREQ=DAILY;BYDAY=XX", D(2016, 1, 1)), "RFC 5545"),
        (lambda: Recurrence("FREQ=DAILY;COUNT=A", D(2016, 1, 1)), "RFC 5545"),
        (lambda: Recurrence("FREQ=DAILY;UNTIL=2016", D(2016, 1, 1)), "RFC 5545"),
        (lambda: Recurrence("FREQ=DAILY;UNTIL=20161332", D(2016, 1, 1)), "RFC 5545"),
        (lambda: Recurrence("FREQ=DAILY;INTERVAL=0", D(2016, 1, 1)), "RFC 5545"),
        (lambda: Recurrence("FREQ=DAILY;COUNT=2;UNTIL=20160103", D(2016, 1, 1)), "allows one of them"),
        (lambda: Recurrence(5, D(2016, 1, 1)), "not text"),  # type: ignore[arg-type, unused-ignore]
        (lambda: Recurrence("FREQ=DAILY", D(2016, 1, 2), last_day=D(2016, 1, 1)), "before the first day"),
        (lambda: Recurrence("FREQ=DAILY", D(2016, 1, 2)).between(Period(D(2016, 1, 1))), "no end"),
        (lambda: Recurrence("FREQ=DAILY", D(1, 1, 1)).between(Period(D(1, 1, 1), D(999, 1, 1))), "more than 100,000"),
    ],
    ids=itertools.count(),
)
def test_rules_that_are_none_are_refused(make: Any, said: str) -> None:
    """A rule that RFC 5545 or our days do not know is refused with a sentence, and endless work too."""
    with pytest.raises(InvalidValueError, match=said):
        make()


@given(st.text(alphabet="FREQ=DAILYWKMONTH;BUS-0123456789,", max_size=30))
@settings(max_examples=60, deadline=None)
def test_nonsense_rules_never_break(text: str) -> None:
    """Whatever stands in a rule, it is taken or refused as a value."""
    refused: InvalidValueError | None = None
    try:
        Recurrence(text, D(2016, 1, 1))
    except InvalidValueError as error:
        refused = error
    assert refused is None or refused.attribute == "rule"


@given(st.sampled_from(["FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=DAILY;INTERVAL=5"]), days, closed)
@settings(max_examples=50, deadline=None)
def test_recurring_days_lie_in_the_period(rule: str, first: dt.date, period: Period) -> None:
    """The days are in order, each once, and all in the period, from the first day on."""
    found = Recurrence(rule, first).between(period)
    assert list(found) == sorted(set(found))
    assert all(day in period and day >= first for day in found)


@given(st.one_of(periods, spans, deadlines))
@settings(max_examples=50, deadline=None)
def test_they_are_values(value: Any) -> None:
    """They survive pickling and evolving, and equal ones have equal hashes."""
    copy = pickle.loads(pickle.dumps(value))
    assert copy == value == attrs.evolve(value)
    assert hash(copy) == hash(value)
