"""Groups that hold everyone once are chosen at the least cost, and bounds hold."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import FamiljenError
from familjen.optimise.partitioning import Columns, Partitioning, cheapest_groups

drawn = st.lists(st.tuples(st.sets(st.integers(0, 4), min_size=1), st.integers(1, 20)), min_size=1, max_size=9)


def best_of(groups: list[tuple[set[int], int]]) -> float:
    """Give the least cost of groups that hold all of five once; inf where there are none."""
    least = np.inf
    for size in range(1, 6):
        for chosen in combinations(groups, size):
            members = [place for group, _ in chosen for place in group]
            if sorted(members) == [0, 1, 2, 3, 4]:
                least = min(least, sum(cost for _, cost in chosen))
    return least


def columns_of(groups: list[tuple[set[int], int]]) -> Columns:
    """Give them to a program."""
    return Columns.of([sorted(group) for group, _ in groups], [cost for _, cost in groups])


@given(drawn)
@settings(max_examples=30, deadline=None)
def test_the_cheapest_groups_are_chosen(groups: list[tuple[set[int], int]]) -> None:
    """The choice costs what going through all choices finds, and where there is none that is proven."""
    found = cheapest_groups(5, columns_of(groups))
    assert found.is_done
    assert found.lower == best_of(groups)
    members = sorted(place for number in found.groups for place in groups[number][0])
    assert members == ([] if best_of(groups) == np.inf else [0, 1, 2, 3, 4])


@given(drawn, st.integers(1, 8))
@settings(max_examples=30, deadline=None)
def test_adding_groups_later_changes_nothing(groups: list[tuple[set[int], int]], first: int) -> None:
    """A program that is solved in between has the value of one that has all groups at once, and below any choice."""
    alone = [({place}, 30) for place in range(5)]
    at_once, later = Partitioning(5), Partitioning(5)
    at_once.add(columns_of(alone + groups))
    later.add(columns_of(alone + groups[:first]))
    later.relaxed()
    if groups[first:]:
        later.add(columns_of(groups[first:]))
    one, other = at_once.relaxed(), later.relaxed()
    assert one.value == pytest.approx(other.value)
    assert one.prices.sum() == pytest.approx(one.value)
    assert one.value <= best_of(alone + groups) + 1e-9


def test_groups_that_leave_somebody_out_have_no_division() -> None:
    """A program in which not everyone can be in a group is an error that names the solver's finding."""
    program = Partitioning(2)
    program.add(Columns.of([[0]], [1]))
    with pytest.raises(FamiljenError, match="no cheapest division: Infeasible"):
        program.relaxed()


def test_a_search_that_is_stopped_says_so() -> None:
    """Where time is up what is found stands with a bound that holds, and it is not called done."""
    rng = np.random.default_rng(1)
    groups = [sorted(rng.choice(60, 3, replace=False).tolist()) for _ in range(3_000)] + [
        [place] for place in range(60)
    ]
    columns = Columns.of(groups, np.concatenate([rng.uniform(1, 1.1, 3_000), np.ones(60)]))
    found = cheapest_groups(60, columns, seconds=0.02)
    cost = sum(columns.costs[number] for number in found.groups)
    assert not found.is_done
    assert found.lower <= (cost or np.inf)


def test_a_group_is_given_by_its_number() -> None:
    """The members of each group are those that it was made of, the last one's too."""
    columns = Columns.of([[0, 2], [1]], [5, 4])
    assert [columns.group(0), columns.group(1)] == [[0, 2], [1]]
