"""A linear program that is solved again and again as rows are added and changed (linjärprogram med varmstart)."""

# The solver's bindings say little of their types.
# pyright: basic

from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import FamiljenError
from familjen.optimise.solver import solver

__all__ = ["FREE", "Program", "Solved"]

Floats = NDArray[np.float64]

FREE = float("inf")
"""The bound of what has none."""
_OPTIONS: dict[str, str | float] = {
    "presolve": "off",  # it would forget the basis of the last solution
    "solver": "simplex",
    "simplex_strategy": 4,  # primal: after a row is added it stays near, where dual simplex wanders among ties
    "primal_feasibility_tolerance": 1e-10,  # the smallest that HiGHS takes
    "dual_feasibility_tolerance": 1e-10,
}
_DUAL = 1


@attrs.frozen
class Solved:
    """Where the least value is taken, and what prices the rows and bounds have there, in floats (lösning)."""

    at: Floats
    """Each variable's value."""
    prices: Floats
    """What one more on the right side of each row adds to the least value."""
    reduced: Floats
    """What one more of each variable's bound adds to the least value."""


class Program:
    """A linear program in a solver that remembers its last basis, so that a small change costs a few pivots.

    >>> program = Program([1.0], [-FREE])
    >>> program.add([[2.0]], [3.0], [FREE])
    range(0, 1)
    >>> float(program.solve().at[0])
    1.5
    """

    def __init__(self, costs: Any, lower: Any) -> None:
        """Start from the cost and the lower bound of each variable, and no rows."""
        import highspy

        self._solver = solver(**_OPTIONS)
        status = highspy.HighsModelStatus
        self._optimal = status.kOptimal
        self._told = {status.kOptimal, status.kInfeasible, status.kUnbounded, status.kUnboundedOrInfeasible}
        self._rows = 0
        program: Any = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(costs), 0
        program.col_cost_ = np.asarray(costs, dtype=np.float64)
        program.col_lower_ = np.asarray(lower, dtype=np.float64)
        program.col_upper_ = np.full(len(costs), FREE)
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = np.zeros(1, dtype=np.int32)
        self._solver.passModel(program)

    def add(self, rows: Any, lower: Any, upper: Any) -> range:
        """Add rows, each held between its bounds, and give their numbers."""
        matrix = np.asarray(rows, dtype=np.float64)
        held, columns = np.nonzero(matrix)
        starts = np.zeros(len(matrix), dtype=np.int32)
        starts[1:] = np.cumsum(np.bincount(held, minlength=len(matrix)))[:-1]
        self._solver.addRows(
            len(matrix),
            np.asarray(lower, dtype=np.float64),
            np.asarray(upper, dtype=np.float64),
            len(columns),
            starts,
            columns.astype(np.int32),
            matrix[held, columns],
        )
        self._rows += len(matrix)
        return range(self._rows - len(matrix), self._rows)

    def hold(self, row: int, lower: float, upper: float) -> None:
        """Give a row other bounds; ``-FREE`` and ``FREE`` take it out."""
        self._solver.changeRowBounds(row, lower, upper)

    def fix(self, column: int, value: float) -> None:
        """Fix a variable."""
        self._solver.changeColBounds(column, value, value)

    def weigh(self, row: int, column: int, factor: float) -> None:
        """Give a variable another factor in a row."""
        self._solver.changeCoeff(row, column, factor)

    def solve(self) -> Solved:
        """Find the least value from where the last search ended; where that leads nowhere, once more from nothing.

        Raises:
            FamiljenError: There is none, or the solver cannot tell.
        """
        status = self._ended()
        if status not in self._told:
            self._solver.clearSolver()
            self._solver.setOptionValue("simplex_strategy", _DUAL)
            status = self._ended()
            self._solver.setOptionValue("simplex_strategy", _OPTIONS["simplex_strategy"])
        if status != self._optimal:
            text = self._solver.modelStatusToString(status)
            raise FamiljenError(f"the program has no solution that is least: {text}")
        found = self._solver.getSolution()
        return Solved(np.array(found.col_value), np.array(found.row_dual), np.array(found.col_dual))

    def _ended(self) -> Any:
        self._solver.run()
        return self._solver.getModelStatus()
