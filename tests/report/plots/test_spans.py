"""Time lines have a bar for each period, and an arrow where it is open."""

import datetime as dt

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.plots.drawn import COOP, DAY, NAMES, bars, joined, rows
from tests.report.plots.seen import title, words

from familjen.dates import Period
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.model import Cooperation, Member, Participation
from familjen.places import municipality
from familjen.report.plots import alt_text, plot_agreements, plot_memberships
from familjen.report.plots.amounts import counted
from familjen.report.plots.spans import Span, reach

days = st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1))
periods = st.builds(
    lambda first, length: Period(first, None if length is None else first + dt.timedelta(days=length)),
    days,
    st.none() | st.integers(0, 9_000),
)


@given(st.lists(periods, min_size=1, max_size=5))
@settings(max_examples=15, deadline=None)
def test_bars_are_the_periods(given_periods: list[Period]) -> None:
    """Each bar covers the days of its period; an open one goes to the end, with an arrow."""
    members = [
        Member(municipality(name), period=period) for name, period in zip(NAMES[:5], given_periods, strict=False)
    ]
    figure = plot_memberships(Cooperation("x", "X", members=tuple(members)))
    end = figure.axes[0].get_xlim()[1]
    expected = [
        (
            period.first_day.toordinal(),
            end if period.last_day is None else period.last_day.toordinal() + 1,
        )
        for period in given_periods
    ]
    assert bars(figure) == expected
    arrows = [line for line in figure.axes[0].get_lines() if line.get_marker() == ">"]
    assert len(arrows) == sum(period.is_open for period in given_periods)


@given(st.lists(periods, min_size=1, max_size=4), st.none() | days)
@settings(max_examples=10, deadline=None)
def test_all_days_are_shown(given_periods: list[Period], on: dt.date | None) -> None:
    """The time line reaches over all first and last days, and the day that is marked."""
    shown = reach([Span("x", "y", tuple(given_periods))], on)
    named = [day for period in given_periods for day in (period.first_day, period.last_day) if day is not None]
    assert all(day in shown for day in [*named, *([on] if on else [])])


def test_what_is_in_force_on_a_day() -> None:
    """The title counts what is in force on the day, and what is not known has a row that says so."""
    figure = plot_agreements(COOP, on=DAY)
    assert title(figure) == "On 2020-01-01 two of five are in force"
    assert "2020-01-01" in words(figure)
    assert sum(text.strip() == "when is not known" for text in words(figure)) == 2
    assert title(plot_agreements(COOP)) == "Two of five hold until further notice"
    assert title(plot_agreements(COOP, lang="sv")) == "Två av fem gäller tills vidare"


def test_who_joined_and_left() -> None:
    """The title names who joined later and who has a last day; with a day it counts who is in."""
    said = title(plot_memberships(joined()))
    assert said.startswith("Four of eleven parties from 1996-03-01; Båstad, Helsingborg, Klippan, Landskrona")
    assert said.endswith("; Klippan has a last day")
    assert title(plot_memberships(joined(), on=dt.date(2003, 1, 1))) == "On 2003-01-01 eight of eleven are in"


@given(st.lists(st.sampled_from([dt.date(1996, 1, 1), dt.date(2001, 7, 1), None]), min_size=1, max_size=5))
@settings(max_examples=15, deadline=None)
def test_nobody_is_said_to_have_been_in_from_the_beginning_who_was_not(days_in: list[dt.date | None]) -> None:
    """The title counts those of the first day alone, and says of how many the day is not known."""
    if all(day is None for day in days_in):
        return
    members = [
        Member(municipality(name), period=None if day is None else Period(day))
        for name, day in zip(NAMES[:5], days_in, strict=False)
    ]
    said = title(plot_memberships(Cooperation("x", "X", members=tuple(members))))
    first = min(day for day in days_in if day is not None)
    some, many, unknown = (counted(count, "en") for count in (days_in.count(first), len(days_in), days_in.count(None)))
    every = many if some == many else f"{some} of {many}"
    assert said.startswith(f"{every[0].upper()}{every[1:]} parties from {first}")
    assert ("nobody has joined" in said) == (some == many)
    assert (f"since when is not known of {unknown}" in said) == (None in days_in)


def test_who_comes_back_has_two_bars() -> None:
    """A party that leaves and comes back has one row with two bars."""
    agreement = COOP.agreements[0]
    twice = tuple(Participation("1260", period=Period.year(year)) for year in (2016, 2018))
    coop = attrs.evolve(COOP, agreements=(attrs.evolve(agreement, parties=twice),))
    figure = plot_memberships(coop, agreement=agreement.id)
    assert rows(figure) == ["Bjuv"]
    assert len(bars(figure)) == 2
    assert "Bjuv: 2016-01-01 – 2016-12-31, 2018-01-01 – 2018-12-31." in alt_text(figure)


def test_what_has_no_time_is_refused() -> None:
    """Where no period is known, nothing is there, or the day is none, it is refused with what to do."""
    with pytest.raises(InvalidValueError, match=r"it is not known of anything when it began"):
        plot_memberships(COOP)
    with pytest.raises(InvalidValueError, match=r"X has neither agreements, services, plans nor programmes"):
        plot_agreements(Cooperation("x", "X"))
    with pytest.raises(InvalidValueError, match=r"there is nobody to draw"):
        plot_memberships(Cooperation("x", "X"))
    with pytest.raises(UnknownIdError, match=r"there is no agreement 'samarbetsavtal'"):
        plot_memberships(COOP, agreement="samarbetsavtal")


@pytest.mark.parametrize("on", ["2020-01-01", 2020, dt.datetime(2020, 1, 1)], ids=["text", "year", "moment"])  # noqa: DTZ001 - wrong on purpose
def test_what_is_no_day_is_refused(on: object) -> None:
    """The day that is marked is a date."""
    for plot in (plot_agreements, plot_memberships):
        with pytest.raises(InvalidValueError, match=r"is no date; give datetime\.date"):
            plot(COOP, on=on)  # type: ignore[operator] - wrong on purpose
