"""The method of largest remainders by itself."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from familjen.amounts.remainders import by_remainders
from familjen.amounts.sharers import sharers

tables = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 20)), min_size=1, max_size=8)


@given(tables, st.integers(0, 300))
def test_shares_are_above_held_minimums(table: list[tuple[int, int]], spare: int) -> None:
    """Those who share get at least their minimum, and those who are held would have got less."""
    weights = [weight + int(place == 0) for place, (weight, _) in enumerate(table)]
    floors = [floor for _, floor in table]
    amount = sum(floors) + spare
    sharing, rest = sharers(amount, weights, floors)
    each = Fraction(rest, sum(weights[place] for place in sharing))
    assert all(each * weights[place] >= floors[place] for place in sharing)
    held = set(range(len(weights))).difference(sharing)
    assert all(each * weights[place] < floors[place] or not weights[place] for place in held)
    assert rest + sum(floors[place] for place in held) == amount


@given(tables, st.integers(0, 300))
def test_each_part_is_floor_or_rounded_share(table: list[tuple[int, int]], spare: int) -> None:
    """With minimums each part is the minimum or the share of the rest rounded down or up."""
    weights = [weight + int(place == 0) for place, (weight, _) in enumerate(table)]
    floors = [floor for _, floor in table]
    units = sum(floors) + spare
    sharing, rest = sharers(units, weights, floors)
    counts = by_remainders(units, weights, floors).counts
    whole = sum(weights[place] for place in sharing)
    assert sum(counts) == units
    for place, count in enumerate(counts):
        if place in sharing:
            assert abs(count - Fraction(rest * weights[place], whole)) < 1
        else:
            assert count == floors[place]


def test_tie_is_reported() -> None:
    """Equal remainders for the last unit are named with the one that got it."""
    split = by_remainders(10, [1, 1, 2], [0, 0, 0], ["b", "a", "c"])
    assert (split.counts, split.tied, split.winners) == ((2, 3, 5), (0, 1), (1,))


def test_equal_remainders_that_all_get_one_are_no_tie() -> None:
    """Equal remainders that are all rounded up are no tie."""
    assert by_remainders(2, [2, 2, 1], [0, 0, 0]).tied == ()


def test_no_minimum_means_all_share() -> None:
    """Without minimums everybody with a weight shares the whole."""
    assert sharers(10, [5, 0, 1], [0, 0, 0]) == ([0, 2], 10)


def test_minimum_of_a_zero_weight_is_taken_off_first() -> None:
    """A party without weight gets its minimum, and the others share what is left."""
    assert sharers(10, [5, 0, 1], [0, 4, 0]) == ([0, 2], 6)
