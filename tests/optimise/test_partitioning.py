"""Groups that hold everyone once are chosen at the least cost, and bounds hold."""

from itertools import combinations
from types import SimpleNamespace

import highspy
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import FamiljenError
from familjen.optimise import partitioning
from familjen.optimise.partitioning import Chosen, Columns, Partitioning, cheapest_groups

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


class OutOfTime:
    """A solver whose time is up: it has found something or nothing, and proven a bound."""

    def __init__(self, taken: list[float] | None, bound: float) -> None:
        """Take how much of each group is in what it has found, and what it has proven."""
        self.taken, self.mip_dual_bound = taken, bound
        self.options: dict[str, object] = {}
        self.primal_solution_status = highspy.kSolutionStatusNone if taken is None else highspy.kSolutionStatusFeasible

    def made(self, **options: object) -> "OutOfTime":
        """Take the options."""
        self.options = options
        return self

    def passModel(self, _: object) -> None:  # noqa: N802 - so it is called
        """Take the program."""

    def run(self) -> None:
        """Use up the time."""

    def getModelStatus(self) -> object:  # noqa: N802 - so it is called
        """Tell that time is up."""
        return highspy.HighsModelStatus.kTimeLimit

    def getInfo(self) -> "OutOfTime":  # noqa: N802 - so it is called
        """Give the bound, and whether something was found."""
        return self

    def getSolution(self) -> SimpleNamespace:  # noqa: N802 - so it is called
        """Give what was found, or zeros."""
        return SimpleNamespace(col_value=self.taken or [1.0, 0.0, 0.0, 0.0, 0.0])


@pytest.mark.parametrize(
    ("taken", "groups"),
    [([1.0, 1.0, 0.9999999, 1e-7, 0.0], (0, 1, 2)), (None, ())],
    ids=["something", "nothing"],
)
def test_a_search_that_is_stopped_says_so(
    monkeypatch: pytest.MonkeyPatch, taken: list[float] | None, groups: tuple[int, ...]
) -> None:
    """Where time is up what is found stands with the bound that is proven, and it is not called done."""
    told = [({0}, 3), ({1}, 4), ({2}, 5), ({0, 1}, 6), ({1, 2}, 6)]
    columns = columns_of(told)
    best = cheapest_groups(3, columns)
    assert (best.groups, best.lower) == ((0, 4), 9)
    stopped = OutOfTime(taken, 8.5)
    monkeypatch.setattr(partitioning, "solver", stopped.made)
    found = cheapest_groups(3, columns, seconds=0.02)
    assert found == Chosen(groups, 8.5, is_done=False)
    assert found.lower <= best.lower
    assert stopped.options["time_limit"] == 0.02


@given(drawn)
@settings(max_examples=30, deadline=None)
def test_a_bound_that_is_proven_by_then_holds(groups: list[tuple[set[int], int]]) -> None:
    """A search that is stopped after no node at all proves a bound that no choice undercuts, and finds none cheaper."""
    made = partitioning.solver
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(partitioning, "solver", lambda **options: made(**options, mip_max_nodes=0, presolve="off"))
        found = cheapest_groups(5, columns_of(groups))
    assert found.lower <= best_of(groups) + 1e-9
    if found.groups:
        assert sorted(place for number in found.groups for place in groups[number][0]) == [0, 1, 2, 3, 4]
        assert sum(groups[number][1] for number in found.groups) >= best_of(groups)
    assert not found.is_done or found.lower == best_of(groups)


def test_a_group_is_given_by_its_number() -> None:
    """The members of each group are those that it was made of, the last one's too."""
    columns = Columns.of([[0, 2], [1]], [5, 4])
    assert [columns.group(0), columns.group(1)] == [[0, 2], [1]]
