"""Minimal winning coalitions: listed, counted, and used by two indices beyond enumeration."""

from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.influence.bodies import any_body, minimal, votes

from familjen.errors import IntractableError, InvalidValueError
from familjen.influence import (
    Body,
    Chambers,
    WeightedVotes,
    dictator,
    dummies,
    minimal_winning_coalitions,
    veto_players,
    voting_power,
)
from familjen.influence.minimal import _by_the_lightest, minimal_by_size
from familjen.influence.whole import Whole


@given(any_body(6))
@settings(max_examples=60, deadline=None)
def test_they_win_and_need_each_member(body: Body) -> None:
    """Those listed are just the coalitions that win and lose without any one member, the smallest first."""
    found = minimal_winning_coalitions(body)
    assert {frozenset(each) for each in found} == set(minimal(body))
    assert [len(each) for each in found] == sorted(map(len, found))
    assert set(dummies(body)) == set(body.members) - {who for each in found for who in each}
    assert set(veto_players(body)) == set.intersection(*map(set, found))
    assert (dictator(body) is not None) == (len(found) == 1 and len(found[0]) == 1)


@given(votes(8))
@settings(max_examples=60, deadline=None)
def test_counted_by_the_lightest(body: WeightedVotes) -> None:
    """Counting by the lightest member gives what listing them does."""
    whole = Whole.of(body)
    assert _by_the_lightest(whole, "it") == minimal_by_size(whole, "it")


@given(st.lists(st.integers(0, 12), min_size=15, max_size=16).filter(any))
@settings(max_examples=10, deadline=None)
def test_more_than_fourteen_are_counted_alike(weights: list[int]) -> None:
    """A body that is counted by tables has the power of the same body with a second chamber that asks nothing."""
    body = WeightedVotes.of(dict(enumerate(weights)), majority="more than half")
    same = Chambers.of(body, WeightedVotes.of(dict(enumerate(weights)), quota=1))
    for index in ("deegan_packel", "holler"):
        assert voting_power(body, index).numbers == voting_power(same, index).numbers


def test_sixty_members() -> None:
    """Beyond enumeration, a single vote is counted exactly: one with many votes among equals."""
    body = WeightedVotes.of({place: 20 if place == 0 else 1 for place in range(60)}, majority="more than half")
    with_it, without = comb(59, 20), comb(59, 40)
    assert body.quota == 40
    power = voting_power(body, "holler")
    total = with_it + with_it * 20 + without * 40
    assert power[0].limit_denominator(10**40) == power[0]
    assert power[0] * total == with_it
    assert sum(voting_power(body, "deegan_packel").numbers) == 1


def test_what_is_refused() -> None:
    """Too many members, more coalitions than the limit, and a limit that is none are refused."""
    many = WeightedVotes.of(dict.fromkeys(range(23), 1), majority="more than half")
    with pytest.raises(IntractableError, match="at most 22 are gone through"):
        minimal_winning_coalitions(many)
    some = WeightedVotes.of(dict.fromkeys(range(6), 1), quota=3)
    with pytest.raises(InvalidValueError, match=r"there are 20 minimal winning coalitions; raise the limit of 19"):
        minimal_winning_coalitions(some, limit=19)
    assert len(minimal_winning_coalitions(some, limit=20)) == 20
    for limit in (0, -1, True, 2.5, "all"):
        with pytest.raises(InvalidValueError, match="give a whole number from 1"):
            minimal_winning_coalitions(some, limit=limit)  # type: ignore[arg-type]
