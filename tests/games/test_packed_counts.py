"""Counts of coalitions packed in long whole numbers, and the awards by random arrival that follow from them."""

from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.games import VotingGame
from familjen.games.claims import ClaimsProblem, random_arrival
from familjen.games.claims.arrivals_counted import awards_by_counting
from familjen.games.claims.arrivals_packed import awards_by_table
from familjen.games.packed_counts import bytes_of_count, counts_by_size, summed

weights = st.lists(st.integers(0, 9), min_size=1, max_size=7)


def fields(row: int, field: int, number: int) -> list[int]:
    """Unpack the first fields."""
    return [row >> place * field & ((1 << field) - 1) for place in range(number)]


@given(weights, st.integers(0, 40))
@settings(max_examples=60, deadline=None)
def test_coalitions_are_counted_by_size_and_sum(each: list[int], bound: int) -> None:
    """A field holds how many coalitions of a size come to just that sum, and summed up, to no more than that."""
    field = 8 * bytes_of_count(len(each))
    rows = counts_by_size(each, bound, field)
    assert len(rows) == len(each) + 1
    for size, row in enumerate(rows):
        totals = [sum(members) for members in combinations(each, size)]
        assert row >> bound * field == 0
        assert fields(row, field, bound) == [totals.count(total) for total in range(bound)]
        upto = [sum(total <= most for total in totals) for most in range(bound)]
        assert fields(summed(row, field, bound), field, bound) == upto


@given(weights, st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_both_ways_to_count_arrivals_agree(claims: list[int], parts: int) -> None:
    """By a table and sum by sum, every claim is awarded the same, of whole and broken estates and of none."""
    estate = Fraction(sum(claims) * parts, 60)
    assert awards_by_table(claims, estate) == awards_by_counting(claims, estate)


def test_all_municipalities_arrive_at_random() -> None:
    """Of 290 claims on 10,000 the awards are exact: they sum to the estate, and larger claims get no less."""
    problem = ClaimsProblem.of(10_000, {place: 1 + place * 7919 % 199 for place in range(290)})
    awards = random_arrival(problem)
    assert sum(awards.values()) == 10_000
    ordered = [awards[place] for place in sorted(range(290), key=lambda place: problem.claims[place])]
    assert ordered == sorted(ordered)


def test_what_is_beyond_the_bound_takes_no_room() -> None:
    """A claim or a weight that is huge beside the estate or the quota is counted as out of reach, not shifted by it."""
    awards = random_arrival(ClaimsProblem.of(1, {"a": 1, "b": 10**15}))
    assert awards == {"a": Fraction(1, 2), "b": Fraction(1, 2)}
    game = VotingGame.of(2, {"a": 10**15, **dict.fromkeys(range(30), 1)})
    assert game.shapley_value()[0] == Fraction(2, 31)  # where one at most is before it


def test_claims_in_common_units_take_less_room() -> None:
    """Claims in millions on an estate that is no whole number of them are shared as if told in millions."""
    estate = Fraction(10**9 + 1, 3)
    awards = random_arrival(ClaimsProblem.of(estate, {place: 10**6 * (1 + place) for place in range(40)}))
    assert sum(awards.values()) == estate
    nothing = random_arrival(ClaimsProblem.of(0, {"a": 0, "b": 0}))
    assert nothing == {"a": 0, "b": 0}
