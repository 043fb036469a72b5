"""A cooperation: looked into by id, summed up, and seen as it stood on a day."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from familjen import model
from familjen.datasets import familjen_helsingborg_2016
from familjen.dates import Period
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.model import as_of
from familjen.testing import nouns

few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
COOP = familjen_helsingborg_2016()
D = dt.date
LISTS = {
    "partner": "partners",
    "goal_area": "goal_areas",
    "plan": "plans",
    "agreement": "agreements",
    "network": "networks",
    "program": "programs",
    "event": "events",
    "shared_service": "shared_services",
    "party": "parties",
}
days = st.dates(D(1995, 1, 1), D(2030, 1, 1))
periods = st.none() | st.builds(
    lambda first, length: Period(first, None if length is None else first + dt.timedelta(days=length)),
    days,
    st.none() | st.integers(0, 3_000),
)


def muni(code: str) -> model.Municipality:
    """Give a municipality of that code."""
    return model.Municipality(code, f"Town {code}", "12")


@pytest.mark.parametrize(("look", "listed"), LISTS.items())
@given(coop=nouns(model.Cooperation))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_all_that_is_listed_is_found(look: str, listed: str, coop: model.Cooperation) -> None:
    """Each listed thing is found by its id; of several with one id, the first."""
    items = getattr(coop, listed)
    for item in items:
        assert getattr(coop, look)(item.id) == next(other for other in items if other.id == item.id)
    with pytest.raises(UnknownIdError) as caught:
        getattr(coop, look)("no such id")
    assert caught.value.identifier == "no such id"
    assert caught.value.kind.split()[-1].startswith(look.rsplit("_", maxsplit=1)[-1])


@pytest.mark.parametrize(("look", "listed"), LISTS.items())
def test_a_slip_of_the_pen_is_answered(look: str, listed: str) -> None:
    """An id of the bundled cooperation with a wrong last letter is answered with the right one."""
    for item in getattr(COOP, listed):
        with pytest.raises(UnknownIdError, match="did you mean") as caught:
            getattr(COOP, look)(item.id[:-1] + "å")
        assert all(getattr(COOP, look)(near).id == near for near in caught.value.near)


def test_a_lookup_in_nothing() -> None:
    """Where nothing is listed, the answer says so instead of guessing."""
    empty = model.Cooperation("x", "X")
    for look in (*LISTS, "member", "action_plan", "activity"):
        with pytest.raises(LookupError, match="there are none at all"):
            getattr(empty, look)("a")


@given(st.lists(st.tuples(st.sampled_from(["1260", "1283", "1277"]), periods), max_size=5))
@few
def test_members_are_of_their_days(terms: list[tuple[str, Period | None]]) -> None:
    """A party is one party however often it is a member, and its membership looked up is the latest listed."""
    coop = model.Cooperation("x", "X", members=tuple(model.Member(muni(code), period=period) for code, period in terms))
    assert [party.id for party in coop.parties] == list(dict(terms))
    for code, period in dict(terms).items():
        assert coop.member(code).period == period


@given(st.lists(periods, max_size=5), days)
@few
def test_participations_on_a_day(spans: list[Period | None], day: dt.date) -> None:
    """Inside an agreement just the parties remain whose period has the day, or who have none."""
    parts = tuple(model.Participation(f"p{index}", period=period) for index, period in enumerate(spans))
    agreement = model.Agreement("a", "A", model.LegalForm.CONTRACT, parties=parts)
    coop = model.Cooperation("x", "X", agreements=(agreement,))
    expected = [part for part in parts if part.period is None or day in part.period]
    assert list(coop.on(day).agreement("a").parties) == expected


@given(st.lists(st.none() | days, max_size=5), days)
@few
def test_decisions_on_a_day(dated: list[dt.date | None], day: dt.date) -> None:
    """A decision is there from its day on, and always if its day is not known."""
    decisions = tuple(model.Decision("board", day=decided) for decided in dated)
    plan = model.OperationalPlan("p", "P", Period(D(1990, 1, 1)), decisions=decisions)
    then = model.Cooperation("x", "X", plans=(plan,)).on(day)
    assert list(then.plan("p").decisions) == [one for one in decisions if one.day is None or one.day <= day]


@given(st.lists(periods, max_size=5), days)
@few
def test_what_has_happened_stays(spans: list[Period | None], day: dt.date) -> None:
    """Events and rounds are there once they have begun, and stay when they are over; services end."""
    ids = [(f"i{index}", period) for index, period in enumerate(spans)]
    coop = model.Cooperation(
        "x",
        "X",
        events=tuple(model.Event(name, "E", period=period) for name, period in ids),
        programs=(model.Program("p", "P", rounds=tuple(model.Round(name, period=period) for name, period in ids)),),
        shared_services=tuple(model.SharedService(name, "S", "1283", period=period) for name, period in ids),
    ).on(day)
    begun = [name for name, period in ids if period is None or period.first_day <= day]
    assert [event.id for event in coop.events] == begun
    assert [held.id for held in coop.program("p").rounds] == begun
    running = [name for name, period in ids if period is None or day in period]
    assert [service.id for service in coop.shared_services] == running


@given(nouns(model.Cooperation), days)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_looking_twice_shows_the_same(coop: model.Cooperation, day: dt.date) -> None:
    """The view of a day is itself a cooperation, whose view of that day it is; the first one is unchanged."""
    before = repr(coop)
    then = coop.on(day)
    assert then.on(day) == then == as_of(coop, day)
    assert type(then) is model.Cooperation
    assert (then.id, then.name, then.sources, then.counts) == (coop.id, coop.name, coop.sources, coop.counts)
    assert repr(coop) == before


def test_what_does_not_change_is_not_copied() -> None:
    """Where everything stood on the day, the noun itself is given back."""
    coop = model.Cooperation("x", "X", members=(model.Member(muni("1283")),), partners=COOP.partners)
    assert coop.on(D(2016, 1, 1)) is coop


@pytest.mark.parametrize(
    "day", ["2016-01-01", 2016, None, dt.datetime(2016, 1, 1, tzinfo=dt.UTC), Period.year(2016)], ids=repr
)
def test_a_view_needs_a_day(day: Any) -> None:
    """The view is of a day, not of a time, a year or a text."""
    with pytest.raises(InvalidValueError, match="is not a date"):
        COOP.on(day)


@pytest.mark.parametrize("number", [0, 1, 2, 5])
def test_summaries_count(number: int) -> None:
    """A summary counts what is listed, in the singular where it is one, and leaves out what is not."""
    members = tuple(model.Member(muni(f"12{index:02}")) for index in range(number))
    summary = model.Cooperation("x", "The X", members=members).summary()
    assert summary == {0: "The X", 1: "The X\n1 member"}.get(number, f"The X\n{number} members")


@given(nouns(model.Cooperation))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_summaries_say_all_that_is_stated(coop: model.Cooperation) -> None:
    """A summary begins with the name and holds the purpose, the principle, and every stated count as stated."""
    summary = coop.summary()
    assert summary.startswith(coop.name)
    assert all(str(said) in summary for said in (coop.purpose, coop.principle, *coop.counts) if said is not None)


def test_counts_stand_apart_from_lists() -> None:
    """About forty networks are stated, none is listed, and nobody adds the two up."""
    count = next(count for count in COOP.counts if count.of == "networks")
    assert (count.number, count.approximate) == (40, True)
    assert COOP.networks == ()
    listed = attrs.evolve(COOP, networks=(model.Network("n", "N"),))
    assert "1 network, " in listed.summary()
    assert "about 40 networks" in listed.summary()
