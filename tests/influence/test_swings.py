"""What swing counts promise."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.influence import WeightedVotes, swing_counts, voting_power

WEIGHTS = st.lists(st.integers(0, 9), min_size=1, max_size=7).filter(any)


@given(WEIGHTS, st.data())
@settings(max_examples=60, deadline=None)
def test_swings_are_counted_one_by_one(weights: list[int], data: st.DataObject) -> None:
    """A member's swings are the coalitions of others that lose without it and win with it."""
    quota = data.draw(st.integers(1, sum(weights)))
    names = [f"m{place}" for place in range(len(weights))]
    votes = WeightedVotes.of(dict(zip(names, weights, strict=True)), quota=quota)
    found = swing_counts(votes)
    for place, name in enumerate(names):
        others = [each for other, each in enumerate(weights) if other != place]
        sums = [sum(group) for size in range(len(others) + 1) for group in combinations(others, size)]
        assert found[name] == sum(each < quota <= each + weights[place] for each in sums)


def test_they_are_the_banzhaf_index_without_its_divisor() -> None:
    """The absolute Banzhaf index is the swings by the number of the others' coalitions."""
    votes = WeightedVotes.of({"A": 10, "B": 10, "C": 20, "D": 30}, quota=50)
    power = voting_power(votes, "banzhaf")
    assert swing_counts(votes) == {member: power[member] * 8 for member in "ABCD"}


def test_only_bodies_have_swings() -> None:
    """What is no body is refused."""
    with pytest.raises(InvalidValueError, match="7"):
        swing_counts(7)  # type: ignore[arg-type, unused-ignore]
