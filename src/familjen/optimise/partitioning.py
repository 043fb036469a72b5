"""Dividing everyone among groups that are given, each in one of them (mängdpartitionering)."""

# The solver's bindings say little of their types.
# pyright: basic

from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import FamiljenError
from familjen.optimise.solver import solver

__all__ = ["Chosen", "Columns", "Partitioning", "Relaxed", "cheapest_groups"]

Floats = NDArray[np.float64]
_ENDLESS = float("inf")
_OPTIONS: dict[str, str | float] = {
    "presolve": "off",  # it would forget the basis of the last solution
    "solver": "simplex",
    "simplex_strategy": 4,  # primal: the last solution stays feasible when groups are added
}


@attrs.frozen(eq=False)
class Columns:
    """Groups with what each costs, the members of one after those of the other (grupper med kostnader)."""

    costs: Floats
    """What each group costs."""
    starts: NDArray[np.int32]
    """Where the members of each begin."""
    members: NDArray[np.int32]
    """The places of the members."""

    @classmethod
    def of(cls, groups: list[list[int]], costs: Any) -> "Columns":
        """Make it from lists of places.

        >>> Columns.of([[0], [1], [0, 1]], [3, 4, 5]).starts.tolist()
        [0, 1, 2]
        """
        sizes = [len(group) for group in groups]
        starts = np.concatenate([[0], np.cumsum(sizes)])[: len(sizes)]
        members = [place for group in groups for place in group]
        return cls(np.asarray(costs, dtype=np.float64), starts.astype(np.int32), np.array(members, dtype=np.int32))

    def group(self, number: int) -> list[int]:
        """Give the places of a group's members."""
        ends = [*self.starts.tolist(), len(self.members)]
        places: list[int] = self.members[ends[number] : ends[number + 1]].tolist()
        return places


@attrs.frozen(eq=False)
class Relaxed:
    """The least cost where groups may form in part, and prices of the parties that come to it (relaxering)."""

    value: float
    """The least cost."""
    prices: Floats
    """A price of each party: no group that is in the program costs less than its members' prices, in floats."""
    weights: Floats
    """How much of each group forms."""


class Partitioning:
    """A linear program of who is in which group, each in one in all, to which groups are added (gruppindelning).

    >>> program = Partitioning(2)
    >>> program.add(Columns.of([[0], [1]], [3, 4]))
    >>> program.relaxed().value
    7.0
    >>> program.add(Columns.of([[0, 1]], [5]))
    >>> abs(program.relaxed().weights).tolist()
    [0.0, 0.0, 1.0]
    """

    def __init__(self, number: int) -> None:
        """Start from so many parties, and no groups."""
        import highspy

        self._solver = solver(**_OPTIONS)
        self._optimal = highspy.HighsModelStatus.kOptimal
        nothing = np.zeros(number + 1, dtype=np.int32)
        self._solver.addRows(number, np.ones(number), np.ones(number), 0, nothing[:-1], nothing[:0], np.zeros(0))

    def add(self, columns: Columns) -> None:
        """Add groups."""
        size = len(columns.costs)
        self._solver.addCols(
            size,
            columns.costs,
            np.zeros(size),
            np.full(size, _ENDLESS),
            len(columns.members),
            columns.starts,
            columns.members,
            np.ones(len(columns.members)),
        )

    def relaxed(self) -> Relaxed:
        """Find the least cost from where the last search ended.

        Raises:
            FamiljenError: Not everyone can be in a group, or the solver cannot tell.
        """
        self._solver.run()
        status = self._solver.getModelStatus()
        if status != self._optimal:
            self._solver.clearSolver()
            self._solver.run()
            status = self._solver.getModelStatus()
        if status != self._optimal:
            text = self._solver.modelStatusToString(status)
            raise FamiljenError(f"the groups have no cheapest division: {text}")
        found = self._solver.getSolution()
        value = self._solver.getObjectiveValue()
        return Relaxed(value, np.array(found.row_dual), np.array(found.col_value))


@attrs.frozen
class Chosen:
    """The cheapest groups that hold everyone once, and how surely (valda grupper)."""

    groups: tuple[int, ...]
    """The numbers of the groups; none where there are no such groups, or none were found in time."""
    lower: float
    """No other choice of these groups costs less; inf where there is none."""
    is_done: bool
    """Whether the search came to its end."""


def cheapest_groups(number: int, columns: Columns, *, seconds: float | None = None) -> Chosen:
    """Choose groups that hold each of so many parties once, and cost least together, by branch and bound.

    Groups are proven to be cheapest to the solver's tolerance, a millionth of the unit of cost: give costs in a unit
    in which they are about one.

    Args:
        number: How many parties there are.
        columns: The groups.
        seconds: Stop after so long, with the best that is found and what is proven by then.

    Complexity: set partitioning is NP-hard; that of HiGHS' branch and bound.

    >>> cheapest_groups(3, Columns.of([[0], [1], [2], [0, 1], [1, 2]], [3, 4, 5, 6, 6]))
    Chosen(groups=(0, 4), lower=9.0, is_done=True)
    """
    import highspy

    gaps = {"mip_rel_gap": 0.0, "mip_abs_gap": 0.0}
    made = solver(**gaps, **({} if seconds is None else {"time_limit": float(seconds)}))
    made.passModel(_model(number, columns))
    made.run()
    status, info = made.getModelStatus(), made.getInfo()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Chosen((), _ENDLESS, is_done=True)
    is_done = status == highspy.HighsModelStatus.kOptimal
    solved = info.primal_solution_status == highspy.kSolutionStatusFeasible
    taken = np.flatnonzero(np.array(made.getSolution().col_value) > 1 / 2) if solved else np.zeros(0, dtype=int)
    lower = float(columns.costs[taken].sum()) if is_done else float(info.mip_dual_bound)
    return Chosen(tuple(taken.tolist()), lower, is_done)


def _model(number: int, columns: Columns) -> Any:
    import highspy

    size = len(columns.costs)
    program: Any = highspy.HighsLp()
    program.num_col_, program.num_row_ = size, number
    program.col_cost_ = columns.costs
    program.col_lower_, program.col_upper_ = np.zeros(size), np.ones(size)
    program.row_lower_ = program.row_upper_ = np.ones(number)
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_ = np.append(columns.starts, len(columns.members))
    program.a_matrix_.index_, program.a_matrix_.value_ = columns.members, np.ones(len(columns.members))
    program.integrality_ = [highspy.HighsVarType.kInteger] * size
    return program
