"""A program that is changed and solved again gives what a new one would."""

from typing import Any

import highspy
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import FamiljenError
from familjen.optimise.program import FREE, Program


def least_bound(bounds: list[float]) -> Program:
    """Make the program of the least number above some bounds, a row for each."""
    program = Program([1.0], [-FREE])
    program.add(np.ones((len(bounds), 1)), bounds, [FREE] * len(bounds))
    return program


@given(st.lists(st.integers(-99, 99), min_size=1, max_size=6), st.lists(st.integers(-99, 99), min_size=1, max_size=6))
@settings(max_examples=30, deadline=None)
def test_rows_may_come_later(first: list[int], more: list[int]) -> None:
    """Adding rows after a solution, and taking the binding one out, gives the least value of what remains."""
    program = least_bound([float(bound) for bound in first])
    assert program.solve().at[0] == max(first)
    added = program.add(np.ones((len(more), 1)), [float(bound) for bound in more], [FREE] * len(more))
    solved = program.solve()
    assert solved.at[0] == max(first + more)
    assert solved.prices.sum() == pytest.approx(1)
    for row in added:
        program.hold(row, -FREE, FREE)
    assert program.solve().at[0] == max(first)


def test_variables_are_fixed_and_reweighed() -> None:
    """A fixed variable keeps its value, and a factor may be changed in a row."""
    program = Program([1.0, 1.0], [0.0, 0.0])
    program.add([[1.0, 1.0]], [4.0], [FREE])
    program.fix(0, 3.0)
    assert program.solve().at.tolist() == [3.0, 1.0]
    program.weigh(0, 1, 0.5)
    assert program.solve().at.tolist() == [3.0, 2.0]


def test_what_has_no_least_value_is_refused() -> None:
    """A program without bound or without a point is an error that names the solver's finding."""
    with pytest.raises(FamiljenError, match="no solution that is least: Unbounded"):
        Program([1.0], [-FREE]).solve()
    program = least_bound([1.0])
    program.add([[1.0]], [-FREE], [0.0])
    with pytest.raises(FamiljenError, match="no solution that is least: Infeasible"):
        program.solve()


class Lost:
    """A solver that ends in a status of its own for some searches, and else is the one that it stands before."""

    def __init__(self, solver: Any, times: int) -> None:
        """Take the solver, and how many searches lead nowhere."""
        self.solver, self.times, self.strategies = solver, times, list[int]()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.solver, name)

    def getModelStatus(self) -> Any:  # noqa: N802 - the solver's name
        """Say that nothing is known, or what the solver says."""
        self.strategies.append(self.solver.getOptionValue("simplex_strategy")[1])
        lost = len(self.strategies) <= self.times
        return highspy.HighsModelStatus.kUnknown if lost else self.solver.getModelStatus()


def test_a_search_that_leads_nowhere_is_made_anew() -> None:
    """Where the solver loses its way it begins from nothing by its other method, and goes on by the first one."""
    program = least_bound([1.0, 3.0])
    lost = Lost(program._solver, 1)
    program._solver = lost
    assert program.solve().at.tolist() == [3.0]
    program.add([[1.0]], [5.0], [FREE])
    assert program.solve().at.tolist() == [5.0]
    assert lost.strategies == [4, 1, 4]


def test_a_search_that_leads_nowhere_twice_is_refused() -> None:
    """Where both methods end without an answer that is an error which names the solver's finding."""
    program = least_bound([1.0])
    program._solver = Lost(program._solver, 2)
    with pytest.raises(FamiljenError, match="no solution that is least: Unknown"):
        program.solve()
