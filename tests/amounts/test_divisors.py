"""The divisor methods against their definition, one unit at a time."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.amounts.divisors import by_divisors, first_to_all, priority_of, safe_start

METHODS: list[Any] = ["webster", "jefferson", "adams", "dean", "huntington-hill", "modified-webster"]
first_divisors = st.fractions("1/20", 2, max_denominator=20)
tables = st.lists(st.tuples(st.integers(0, 30) | st.integers(0, 10**4), st.integers(0, 12)), min_size=1, max_size=7)


def one_at_a_time(units: int, weights: list[int], floors: list[int], priority: Any) -> tuple[int, ...]:
    """Hand out the units one by one: the largest claim first, then the larger weight, then the position."""
    counts = list(floors)
    for _ in range(units - sum(counts)):
        claims = [
            (Fraction(*priority(weight, counts[place])), weight, -place)
            for place, weight in enumerate(weights)
            if weight
        ]
        counts[-max(claims)[2]] += 1
    return tuple(counts)


def prepared(method: Any, table: list[tuple[int, int]], first_divisor: Fraction) -> tuple[list[int], list[int], Any]:
    """Give weights, floors that the method can start from, and its claims."""
    weights = [max(weight, int(place == 0)) for place, (weight, _) in enumerate(table)]
    least = [
        max(floor, int(first_to_all(method) and weight > 0)) for weight, (_, floor) in zip(weights, table, strict=True)
    ]
    return weights, least, priority_of(method, first_divisor if method == "modified-webster" else None)


@given(st.sampled_from(METHODS), tables, st.integers(0, 60), first_divisors)
def test_same_as_one_at_a_time(method: Any, table: list[tuple[int, int]], spare: int, first_divisor: Fraction) -> None:
    """The fast way gives what handing out unit by unit gives, also with minimums and ties."""
    weights, floors, priority = prepared(method, table, first_divisor)
    units = sum(floors) + spare
    assert by_divisors(units, weights, floors, priority).counts == one_at_a_time(units, weights, floors, priority)


@given(st.sampled_from(METHODS), tables, st.integers(0, 60), first_divisors)
def test_start_is_safe_and_near(method: Any, table: list[tuple[int, int]], spare: int, first_divisor: Fraction) -> None:
    """The start is never above the result, and at most two units a party below it in all."""
    weights, floors, priority = prepared(method, table, first_divisor)
    units = sum(floors) + spare
    start = safe_start(units, weights, floors)
    counts = by_divisors(units, weights, floors, priority).counts
    assert all(floor <= first <= last for floor, first, last in zip(floors, start, counts, strict=True))
    assert units - sum(start) <= 2 * len(weights)


@given(st.sampled_from(METHODS), tables, st.integers(0, 10**30), first_divisors)
def test_min_max_inequality(method: Any, table: list[tuple[int, int]], spare: int, first_divisor: Fraction) -> None:
    """No claim left unmet is larger than one that was met, which is what makes it a divisor method."""
    weights, floors, priority = prepared(method, table, first_divisor)
    counts = by_divisors(sum(floors) + spare, weights, floors, priority).counts
    unmet = [Fraction(*priority(weight, count)) for weight, count in zip(weights, counts, strict=True) if weight]
    met = [
        Fraction(*priority(weight, count - 1))
        for weight, count, floor in zip(weights, counts, floors, strict=True)
        if count > floor
    ]
    assert not met or max(unmet) <= min(met)


def test_tie_is_reported() -> None:
    """A tie for the last units names those with equal claims and those that got one, by position."""
    split = by_divisors(4, [3, 3, 1, 1], [0, 0, 0, 0], priority_of("webster"), ["b", "a", "d", "c"])
    assert split.counts == (2, 2, 0, 0)
    assert (split.tied, split.winners) == ((0, 1, 2, 3), (0, 1))


def test_tie_that_all_win_is_none() -> None:
    """Equal claims that are all met are no tie."""
    assert by_divisors(2, [1, 1], [0, 0], priority_of("jefferson")).tied == ()


def test_start_that_is_the_result_needs_no_claims() -> None:
    """With nothing to hand out the floors are the result."""
    assert by_divisors(3, [1, 1], [2, 1], priority_of("dean")).counts == (2, 1)


@pytest.mark.parametrize(
    ("method", "first"), [("adams", True), ("dean", True), ("huntington-hill", True), ("jefferson", False)]
)
def test_who_gives_to_all_first(method: Any, first: bool) -> None:  # noqa: FBT001 - an expected value
    """Adams, Dean and Huntington–Hill start with one for everybody; the others do not."""
    assert first_to_all(method) is first


def test_first_divisor_of_three_fifths_favours_the_small() -> None:
    """A lower first divisor gives a small party its first unit sooner, a higher one later."""
    claims = [priority_of("modified-webster", Fraction(first, 5))(10, 0) for first in (3, 5, 7)]
    assert [Fraction(*claim) for claim in claims] == [Fraction(50, 3), 10, Fraction(50, 7)]
    assert priority_of("modified-webster", Fraction(7, 5))(10, 1) == priority_of("webster")(10, 1)
