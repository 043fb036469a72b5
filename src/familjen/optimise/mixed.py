"""Linear programs in which some variables are whole numbers (blandad heltalsprogrammering)."""

# The solver's bindings say little of their types.
# pyright: basic

from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import FamiljenError
from familjen.optimise.solver import solver

__all__ = ["Mixed", "mixed_minimum"]

Floats = NDArray[np.float64]
_FREE = float("inf")


@attrs.frozen(eq=False)
class Mixed:
    """Where the least value is taken, and how surely it is the least (lösning)."""

    at: Floats | None
    """Each variable's value; ``None`` where no solution was found."""
    lower: float
    """Nothing is less than this, in floats; inf where there is no solution at all."""
    is_done: bool
    """Whether the search came to its end."""


def mixed_minimum(
    costs: Any,
    rows: Any,
    lower: Any,
    upper: Any,
    *,
    whole: Any,
    least: Any = 0.0,
    most: Any = _FREE,
    seconds: float | None = None,
) -> Mixed:
    """Find x for which ``costs · x`` is least, ``lower <= rows · x <= upper``, some of x whole, by branch and bound.

    Rows hold, and the value is the least, to the solver's tolerance, a millionth: give numbers that are about one, and
    check exactly what must hold exactly.

    Args:
        costs: A number for each variable.
        rows: The coefficients of each row: shape (rows, variables).
        lower: The lower bound of each row.
        upper: The upper bound of each row.
        whole: Whether each variable is a whole number.
        least: The lower bound of each variable, or of all.
        most: The upper bound of each variable, or of all.
        seconds: Stop after so long, with the best that is found by then.

    Raises:
        FamiljenError: The solver cannot tell.

    Complexity: NP-hard; that of HiGHS' branch and bound.

    >>> mixed_minimum([2, 5], [[2, 3]], [4], [9], whole=[True, True]).at.tolist()
    [2.0, 0.0]
    """
    import highspy

    size = len(costs)
    matrix = np.asarray(rows, dtype=np.float64).reshape(-1, size)
    program: Any = highspy.HighsLp()
    program.num_col_, program.num_row_ = size, len(matrix)
    program.col_cost_ = np.asarray(costs, dtype=np.float64)
    program.col_lower_, program.col_upper_ = (
        np.broadcast_to(bound, size).astype(np.float64) for bound in (least, most)
    )
    program.row_lower_, program.row_upper_ = (np.asarray(bound, dtype=np.float64) for bound in (lower, upper))
    held, columns = np.nonzero(matrix)
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = np.searchsorted(held, np.arange(len(matrix) + 1)).astype(np.int32)
    program.a_matrix_.index_, program.a_matrix_.value_ = columns.astype(np.int32), matrix[held, columns]
    kinds = highspy.HighsVarType
    program.integrality_ = [kinds.kInteger if each else kinds.kContinuous for each in whole]
    gaps = {"mip_rel_gap": 0.0, "mip_abs_gap": 1e-7}
    made = solver(**gaps, **({} if seconds is None else {"time_limit": float(seconds)}))
    made.passModel(program)
    made.run()
    return _read(made)


def _read(made: Any) -> Mixed:
    import highspy

    status, info, known = made.getModelStatus(), made.getInfo(), highspy.HighsModelStatus
    if status == known.kInfeasible:
        return Mixed(None, _FREE, is_done=True)
    if status not in {known.kOptimal, known.kTimeLimit}:
        raise FamiljenError(f"the program has no solution that is least: {made.modelStatusToString(status)}")
    solved = info.primal_solution_status == highspy.kSolutionStatusFeasible
    at = np.array(made.getSolution().col_value) + 0.0 if solved else None
    return Mixed(at, float(info.mip_dual_bound), is_done=status == known.kOptimal)
