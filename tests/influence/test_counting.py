"""Counting what may be outside: tables, limbs, chambers, large bodies, and what is refused."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import comb, log10

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.influence.bodies import chambers

from familjen.errors import IntractableError
from familjen.games.compact import VotingGame
from familjen.influence import Chambers, WeightedVotes, counting, power_to_act, voting_power
from familjen.influence.banzhaf import swings_of_each
from familjen.influence.counting import winning
from familjen.influence.enumerated import Enumerated
from familjen.influence.outside import Outside, size_of_outside
from familjen.influence.whole import Whole
from familjen.places import Statistics, municipalities

Pairs = list[tuple[int, int]]


def listed(weights: Sequence[tuple[int, ...]], room: tuple[int, ...], without: int | None = None) -> list[int]:
    """Count groups within the room by size, by listing them."""
    places = [place for place in range(len(weights)) if place != without]
    return [
        sum(
            all(sum(weights[place][axis] for place in group) <= most for axis, most in enumerate(room))
            for group in combinations(places, size)
        )
        for size in range(len(weights) + 1)
    ]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=7), st.data())
@settings(max_examples=60, deadline=None)
def test_groups_outside_are_counted(weights: Pairs, data: st.DataObject) -> None:
    """The table knows for every room, in two chambers, how many groups fit, and how many without each one."""
    most = (data.draw(st.integers(0, 12)), data.draw(st.integers(0, 8)))
    room = (data.draw(st.integers(-1, most[0])), data.draw(st.integers(-1, most[1])))
    sized, lumped = Outside.of(weights, most), Outside.of(weights, most, by_size=False)
    for without in (None, *range(len(weights))):
        expected = listed(weights, room, without)
        each = None if without is None else weights[without]
        found = sized.counts(room) if each is None else sized.without(each, room)
        assert found == expected[: len(found)]
        assert not any(expected[len(found) :])
        assert (lumped.counts(room) if each is None else lumped.without(each, room)) == [sum(expected)]


@pytest.mark.parametrize("by_size", [True, False])
def test_counts_beyond_any_word(*, by_size: bool) -> None:
    """Counts of sixty digits are exact: those of 200 equals are binomial."""
    table = Outside.of([(1,)] * 200, (120,), by_size=by_size)
    expected = [comb(200, size) if size <= 120 else 0 for size in range(201)]
    without = [comb(199, size) if size <= 120 else 0 for size in range(200)] + [0]
    assert table.counts((120,)) == (expected if by_size else [sum(expected)])
    assert table.without((1,), (120,)) == (without if by_size else [sum(without)])


def test_the_memory_is_said_beforehand() -> None:
    """The size of a table is told exactly before it is made."""
    weights = [(place, place % 3) for place in range(60)]
    for by_size in (True, False):
        made = Outside.of(weights, (500, 20), by_size=by_size)
        assert made.table.nbytes == size_of_outside(weights, (500, 20), by_size=by_size)


@given(chambers(6))
@settings(max_examples=60, deadline=None)
def test_the_table_counts_what_enumeration_does(body: Chambers) -> None:
    """Winning coalitions of several chambers are the same by the table and by going through all."""
    whole = Whole.of(body)
    bound, lean = counting._lean(whole)
    table = counting._by_table(whole, lean, bound, sized=True)
    assert table == counting._gone_through(whole)
    assert winning(whole, by_size=False).all == (sum(table.all),)
    assert [table.swings(place) for place in range(table.number)] == [
        np.bincount(
            Enumerated.of(whole).sizes[Enumerated.of(whole).critical(place)] - 1, minlength=table.number
        ).tolist()
        for place in range(table.number)
    ]


@given(st.lists(st.integers(1, 30), min_size=23, max_size=40), st.fractions(min_value=0, max_value=1))
@settings(max_examples=20, deadline=None)
def test_dozens_of_members_agree_with_the_voting_game(weights: list[int], share: float) -> None:
    """Beyond what can be gone through, the Shapley–Shubik index is that of the voting game, counted otherwise."""
    quota = max(1, int(sum(weights) * share))
    body = WeightedVotes.of(dict(enumerate(weights)), quota=quota)
    assert list(voting_power(body).numbers) == VotingGame.of(quota, dict(enumerate(weights))).shapley_value()


@given(st.lists(st.integers(1, 30), min_size=23, max_size=40), st.fractions(min_value=0, max_value=1))
@settings(max_examples=20, deadline=None)
def test_dozens_of_swings_by_sums(weights: list[int], share: float) -> None:
    """Swings are those that adding up all sums, a member at a time, gives."""
    quota = max(1, int(sum(weights) * share))
    body = WeightedVotes.of(dict(enumerate(weights)), quota=quota)
    for place in (0, len(weights) - 1):
        sums = Counter({0: 1})
        for other, weight in enumerate(weights):
            if other != place:
                sums = Counter(sums) + Counter({total + weight: count for total, count in sums.items()})
        expected = sum(count for total, count in sums.items() if quota - weights[place] <= total < quota)
        assert swings_of_each(Whole.of(body))[place] == expected


def thousands() -> WeightedVotes:
    """Make the vote of all municipalities by thousands of inhabitants."""
    figures = Statistics.bundled()
    day = dt.date(2025, 12, 31)
    people = {each.code: int(figures.value("population", each.code, day)) for each in municipalities()}
    return WeightedVotes.of(people, majority="more than half").rounded(1000)


def test_all_municipalities_exactly() -> None:
    """Of 290 municipalities the indices are exact fractions: shares sum to one, and equals are equal."""
    body = thousands()
    shapley = voting_power(body)
    assert len(shapley) == 290
    assert sum(shapley.numbers) == 1
    banzhaf = voting_power(body, "banzhaf")
    for power in (shapley, banzhaf):
        by_weight: dict[object, set[object]] = {}
        for weight, number in zip(body.weights, power.numbers, strict=True):
            by_weight.setdefault(weight, set()).add(number)
        assert all(len(numbers) == 1 for numbers in by_weight.values())
        assert [power[code] for code in sorted(power, key=lambda code: power[code])] == sorted(power.numbers)
    assert all((number.denominator - 1) & number.denominator == 0 for number in banzhaf.numbers)


def test_a_double_majority_of_all_municipalities() -> None:
    """Two thirds of the members beside half of the inhabitants makes the power of small and large more alike."""
    heavy = thousands()
    members = WeightedVotes.of(dict.fromkeys(heavy.members, 1), majority="two thirds", name="members")
    double, single = voting_power(Chambers.of(members, heavy)), voting_power(heavy)
    assert sum(double.numbers) == 1
    assert max(double.numbers) < max(single.numbers)
    assert min(double.numbers) > min(single.numbers)


def test_what_takes_too_much_memory_is_refused() -> None:
    """Hundreds of members with millions of inhabitants are refused with the memory, and a way out is named."""
    body = WeightedVotes.of({place: 1_000_003 + 7 * place for place in range(200)}, majority="more than half")
    with pytest.raises(IntractableError, match=r"GiB, and at most 0\.5 are used: round the weights .*rounded\(1000\)"):
        voting_power(body)
    assert sum(voting_power(body.rounded(100_000)).numbers) == 1


@pytest.mark.parametrize("index", ["johnston", "deegan_packel", "holler"])
def test_what_has_to_be_gone_through_is_refused(index: str) -> None:
    """Indices that need the coalitions themselves are refused for several chambers of more than 22 members."""
    body = WeightedVotes.of(dict.fromkeys(range(23), 1), majority="more than half")
    with pytest.raises(IntractableError, match="at most 22 are gone through"):
        voting_power(Chambers.of(body, body), index)


def test_members_beyond_64_bits() -> None:
    """A few members may weigh anything."""
    body = WeightedVotes.of({"A": 10**30 + 1, "B": 10**30, "C": 10**30 - 3}, quota=2 * 10**30 - 2)
    assert [str(each) for each in voting_power(body).values()] == ["2/3", "1/6", "1/6"]


def test_the_power_to_act_of_many_equals() -> None:
    """Where more than half of 101 equals decide, half of all coalitions win; where all must, next to none."""
    equals = dict.fromkeys(range(101), 3)
    assert power_to_act(WeightedVotes.of(equals, majority="more than half")) * 2 == 1
    assert log10(power_to_act(WeightedVotes.of(equals, majority="all"))) == pytest.approx(-101 * log10(2))


def test_a_large_union_is_refused() -> None:
    """More than 16 in one union are refused, and how many may be is said."""
    body = WeightedVotes.of(dict.fromkeys(range(20), 1), majority="more than half")
    with pytest.raises(IntractableError, match="at most 16 may act as one"):
        voting_power(body, bloc=tuple(range(17)))
