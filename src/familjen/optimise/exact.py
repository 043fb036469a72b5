"""Linear programs, solved by HiGHS and then once more exactly (exakt linjärprogrammering)."""

# The solver's bindings say little of their types.
# pyright: basic

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import attrs

from familjen.errors import FamiljenError
from familjen.optimise.solver import solver

__all__ = ["Optimum", "minimise"]

Numbers = Sequence[Fraction]


@attrs.frozen
class Optimum:
    """The least value of a linear program, exactly, with the prices that prove it (optimum).

    The prices are a certificate: they are feasible in the dual program, whose value is then the same, so that nothing
    can be less.
    """

    value: Fraction
    """The least value."""
    at: tuple[Fraction, ...]
    """Where it is taken."""
    prices: tuple[Fraction, ...]
    """The dual price of each row."""


def minimise(costs: Numbers, rows: Sequence[Numbers], right: Numbers) -> Optimum:
    """Find x, zero or more, with ``rows · x = right``, for which ``costs · x`` is least, exactly.

    HiGHS gives a basis in floating point. The program is then solved once more on that basis in fractions; should it
    not be optimal exactly, exact pivots by the rule of Bland (1977), which cannot cycle, go on from there.

    Args:
        costs: A number for each variable.
        rows: The coefficients of each equation.
        right: The right side of each equation.

    Raises:
        FamiljenError: There is no solution, none that is least, or the basis found is not feasible exactly.

    Complexity: that of HiGHS, and one exact elimination, m³ for m rows, for the basis and for each pivot.

    >>> third = Fraction(1, 3)
    >>> minimise([Fraction(1), Fraction(2)], [[Fraction(1), Fraction(1)]], [third]).at
    (Fraction(1, 3), Fraction(0, 1))
    """
    size = len(costs)
    # each row has a variable of its own at the end, which stands for a row that says nothing new and stays zero
    columns = [[row[place] for row in rows] for place in range(size)]
    columns += [[Fraction(number == place) for number in range(len(rows))] for place in range(len(rows))]
    basis = _basis(costs, rows, right)
    while True:
        square = [[columns[place][number] for place in basis] for number in range(len(rows))]
        basic = _solved(square, right)
        if any(part < 0 for part in basic) or any(
            part and place >= size for part, place in zip(basic, basis, strict=True)
        ):
            raise FamiljenError("the solver's solution is not feasible exactly; scale the numbers of the program")
        own = [costs[place] if place < size else Fraction(0) for place in basis]
        prices = _solved([list(row) for row in zip(*square, strict=True)], own)
        entering = next(
            (place for place in range(size) if place not in basis and costs[place] < _product(prices, columns[place])),
            None,
        )
        if entering is None:
            at = [Fraction(0)] * size
            for place, part in zip(basis, basic, strict=True):
                if place < size:
                    at[place] = part
            return Optimum(_product(costs, at), tuple(at), tuple(prices))
        direction = _solved(square, columns[entering])
        ratios = [
            (part / step, place, number)
            for number, (part, step, place) in enumerate(zip(basic, direction, basis, strict=True))
            if step > 0
        ]
        if not ratios:
            raise FamiljenError("the program has no least value")
        basis[min(ratios)[2]] = entering


def _basis(costs: Numbers, rows: Sequence[Numbers], right: Numbers) -> list[int]:
    """Let HiGHS solve the program, and give the numbers of the basic variables; rows' own come after the others."""
    import highspy

    made = solver()
    program: Any = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(costs), len(rows)
    program.col_cost_ = [float(cost) for cost in costs]
    program.col_lower_ = [0.0] * len(costs)
    program.col_upper_ = [highspy.kHighsInf] * len(costs)
    program.row_lower_ = program.row_upper_ = [float(number) for number in right]
    starts, indices, values = [0], [], []
    for place in range(len(costs)):
        for number, row in enumerate(rows):
            if row[place]:
                indices.append(number)
                values.append(float(row[place]))
        starts.append(len(indices))
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_, program.a_matrix_.index_, program.a_matrix_.value_ = starts, indices, values
    made.passModel(program)
    made.run()
    status = made.getModelStatus()
    if status != highspy.HighsModelStatus.kOptimal:
        raise FamiljenError(f"the program has no solution that is least: {made.modelStatusToString(status)}")
    found = made.getBasis()
    both = [*found.col_status, *found.row_status]
    return [place for place, each in enumerate(both) if each == highspy.HighsBasisStatus.kBasic]


def _solved(square: Sequence[Numbers], right: Numbers) -> list[Fraction]:
    """Solve a square system of equations by elimination, exactly."""
    system = [[*row, number] for row, number in zip(square, right, strict=True)]
    for place in range(len(system)):
        pivot = next((number for number in range(place, len(system)) if system[number][place]), None)
        if pivot is None:
            raise FamiljenError("the solver's basis is not one exactly; scale the numbers of the program")
        system[place], system[pivot] = system[pivot], system[place]
        lead = system[place][place]
        system[place] = [part / lead for part in system[place]]
        for number, row in enumerate(system):
            if number != place and row[place]:
                factor = row[place]
                system[number] = [part - factor * other for part, other in zip(row, system[place], strict=True)]
    return [row[-1] for row in system]


def _product(one: Numbers, other: Numbers) -> Fraction:
    return sum((a * b for a, b in zip(one, other, strict=True)), Fraction(0))
