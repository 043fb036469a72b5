"""Rosters alone and together."""

import math
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale.pooling import PooledRoster, Roster, pool_rosters

ROSTERS = st.builds(
    Roster,
    posts=st.integers(1, 20),
    hours_per_year=st.integers(1_000, 2_000),
    hours_per_week=st.integers(1, 168),
    counted=st.fractions(Fraction(1, 100), 1, max_denominator=100),
    every=st.integers(1, 12),
)


def test_round_the_clock_is_counted_by_hand() -> None:
    """A post round the clock is 8,766 hours a year, at 1,753.2 hours each exactly 5 employees and 5 persons."""
    post = Roster(posts=1, hours_per_year=1_753.2)
    assert (post.hours, post.employees, post.persons) == (8766, 5, 5)
    assert Roster(posts=1, hours_per_year=1_753.1).persons == 6


@given(ROSTERS)
@settings(max_examples=30, deadline=None)
def test_it_takes_the_work_and_the_turns(roster: Roster) -> None:
    """The persons are enough for the work and for the turns, and one fewer is not."""
    week = roster.posts * roster.hours_per_week * roster.counted
    assert roster.employees * roster.hours_per_year * 700 == week * 36525
    assert roster.persons >= roster.employees
    assert roster.persons >= roster.posts * roster.every
    assert roster.persons - 1 < max(roster.employees, roster.posts * roster.every)


@given(ROSTERS)
@settings(max_examples=30, deadline=None)
def test_the_turns_can_be_taken(roster: Roster) -> None:
    """With so many persons each week has its posts manned, and nobody is on duty again too soon."""
    last = dict.fromkeys(range(roster.persons), -roster.every)
    queue = list(range(roster.persons))
    for week in range(2 * roster.every + 2):
        on_duty, queue = queue[: roster.posts], queue[roster.posts :]
        assert len(on_duty) == roster.posts
        assert all(week - last[person] >= roster.every for person in on_duty)
        last |= dict.fromkeys(on_duty, week)
        queue += on_duty


@given(st.dictionaries(st.sampled_from("abcd"), ROSTERS, min_size=2, max_size=4), ROSTERS)
@settings(max_examples=30, deadline=None)
def test_what_is_saved_is_the_difference(alone: dict[str, Roster], together: Roster) -> None:
    """Employees and persons saved are those of the own rosters less those of the joint one, above or below zero."""
    pooled = pool_rosters(alone, together)
    assert pooled.employees_saved == sum(each.employees for each in alone.values()) - together.employees
    assert pooled.persons_saved == sum(each.persons for each in alone.values()) - together.persons
    assert [row["persons"] for row in pooled.to_rows()] == [each.persons for each in alone.values()]


def test_as_many_posts_save_nothing_but_rounding() -> None:
    """Where there are as many posts together as apart, the work is the same, and only the rounding differs."""
    own = Roster(posts=1, hours_per_year=1_700)
    pooled = pool_rosters({"a": own, "b": own}, Roster(posts=2, hours_per_year=1_700))
    assert pooled.employees_saved == 0
    assert pooled.persons_saved == 2 * math.ceil(8766 / 1700) - math.ceil(2 * 8766 / 1700) == 1


def test_it_is_shown_and_explained() -> None:
    """Rows, text, HTML and sentences in both languages hold the same numbers."""
    own = Roster(posts=1, hours_per_week=118, hours_per_year=1_700, counted=0.25, every=6)
    pooled = pool_rosters({"1260": own, "1276": own}, own)
    assert isinstance(pooled, PooledRoster)
    assert repr(pooled) == "<PooledRoster of 2 parties: 12 persons apart, 6 together>"
    assert str(pooled).splitlines()[-1].split() == ["Together", "1", "0.91", "6"]
    assert pooled.text("sv").splitlines()[-2].split() == ["Var", "för", "sig", "2", "1,81", "12"]
    assert "<td>1276</td><td>1</td><td>0.91</td><td>6</td>" in pooled._repr_html_()
    assert "at least 12 persons; together that of 0.91 and at least 6." in pooled.explain()
    assert own.explain() in pooled.explain()
    assert pooled.explain("1260") == own.explain()
    assert "Ingen tjänstgör mer än en vecka av 6" in pooled.explain(lang="sv")
    with pytest.raises(UnknownIdError, match="no party '1261'"):
        pooled.explain("1261")
    with pytest.raises(InvalidValueError, match="'no' is not a language of ours"):
        own.explain("no")


def test_the_hours_of_an_employee_are_never_assumed() -> None:
    """A roster without the hours that one employee works is no roster."""
    make: Any = Roster
    with pytest.raises(TypeError, match="hours_per_year"):
        make(posts=1)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"posts": 0}, r"Roster\.posts: 0 is outside the range"),
        ({"posts": 1.5}, r"Roster\.posts: 1\.5 is not a whole number"),
        ({"posts": True}, r"Roster\.posts: True is not a whole number"),
        ({"hours_per_year": 0}, r"Roster\.hours_per_year: the hours that one employee works a year is 0"),
        ({"hours_per_year": 9_000}, r"give a number above 0, at most 8,766"),
        ({"hours_per_year": math.nan}, r"works a year is nan"),
        ({"hours_per_week": 169}, r"Roster\.hours_per_week: .* is 169; give a number above 0, at most 168"),
        ({"hours_per_week": "all"}, r"the hours of a week that are manned is 'all'"),
        ({"counted": -0.5}, r"Roster\.counted: .* is -1/2; give a number above 0, at most 1"),
        ({"counted": 1.01}, r"Roster\.counted: .* is 101/100"),
        ({"every": 0}, r"Roster\.every: 0 is outside the range: 1 to 520"),
    ],
)
def test_what_is_no_roster_is_refused(wrong: dict[str, Any], message: str) -> None:
    """Numbers that no roster can have are refused with what to give instead."""
    with pytest.raises(InvalidValueError, match=message):
        Roster(**{"posts": 1, "hours_per_year": 1_700, **wrong})


def test_only_rosters_are_pooled() -> None:
    """Single parties, lists, and what is no roster are refused by name."""
    own, pool = Roster(posts=1, hours_per_year=1_700), pool_rosters
    wrong: Any = 3
    with pytest.raises(InvalidValueError, match="there is one party"):
        pool({"a": own}, own)
    with pytest.raises(InvalidValueError, match=r"3 is no mapping of party to Roster"):
        pool(wrong, own)
    with pytest.raises(InvalidValueError, match=r"alone: what is given for b is 3, no Roster"):
        pool({"a": own, "b": wrong}, own)
    with pytest.raises(InvalidValueError, match=r"together: what is given for all together is 3, no Roster"):
        pool({"a": own, "b": own}, wrong)
