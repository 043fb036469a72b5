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
    not be optimal exactly, exact pivots by the rule of Bland (1977), which cannot cycle, go on from there, and should
    it not be feasible, from the rows' own variables.

    Args:
        costs: A number for each variable.
        rows: The coefficients of each equation.
        right: The right side of each equation.

    Raises:
        FamiljenError: There is no solution, or none that is least.

    Complexity: that of HiGHS, and one exact elimination, m³ for m rows, for the basis and for each pivot.

    >>> third = Fraction(1, 3)
    >>> minimise([Fraction(1), Fraction(2)], [[Fraction(1), Fraction(1)]], [third]).at
    (Fraction(1, 3), Fraction(0, 1))
    """
    size = len(costs)
    # each row has a variable of its own at the end, which stands for a row that says nothing new and stays zero
    columns = [[row[place] for row in rows] for place in range(size)]
    columns += [[Fraction(number == place) for number in range(len(rows))] for place in range(len(rows))]
    own = [Fraction(0)] * len(rows)
    basis = _basis(costs, rows, right)
    if not _is_feasible(columns, right, basis, size):
        basis = _feasible_basis(columns, right, size)
    at, prices = _least([*costs, *own], columns, right, basis, size)
    return Optimum(_product(costs, at[:size]), tuple(at[:size]), prices)


def _is_feasible(columns: Sequence[Numbers], right: Numbers, basis: Sequence[int], size: int) -> bool:
    """Tell whether a basis gives every variable zero or more, and a row's own variable zero, exactly."""
    basic = _solved([list(row) for row in zip(*(columns[place] for place in basis), strict=True)], right)
    return basic is not None and all(
        part == 0 if place >= size else part >= 0 for part, place in zip(basic, basis, strict=True)
    )


def _feasible_basis(columns: Sequence[Numbers], right: Numbers, size: int) -> list[int]:
    """Find a feasible basis in exact pivots: from the rows' own variables, which are made as small as can be."""
    flipped = [
        [-part if number < 0 else part for part, number in zip(column, right, strict=True)] for column in columns
    ]
    for number in range(len(right)):
        flipped[size + number] = list(columns[size + number])
    costs = [Fraction(0)] * size + [Fraction(1)] * len(right)
    basis = list(range(size, size + len(right)))
    at, _ = _least(costs, flipped, [abs(number) for number in right], basis, size)
    if any(at[size:]):
        raise FamiljenError("the program has no solution that is least: Infeasible")
    return basis


def _least(
    costs: Numbers, columns: Sequence[Numbers], right: Numbers, basis: list[int], size: int
) -> tuple[list[Fraction], tuple[Fraction, ...]]:
    """Pivot from a feasible basis to one that is least, by the rule of Bland; the basis is changed in place.

    Returns:
        Where each variable ends, and the rows' prices.
    """
    while True:
        square = [[columns[place][number] for place in basis] for number in range(len(right))]
        across = [list(row) for row in zip(*square, strict=True)]
        basic, prices = _solved(square, right), _solved(across, [costs[place] for place in basis])
        if basic is None or prices is None:
            raise FamiljenError("a basis is not one exactly")
        entering = next(
            (place for place in range(size) if place not in basis and costs[place] < _product(prices, columns[place])),
            None,
        )
        if entering is None:
            at = [Fraction(0)] * len(columns)
            for place, part in zip(basis, basic, strict=True):
                at[place] = part
            return at, tuple(prices)
        direction = _solved(square, columns[entering]) or []
        # a row's own variable that is zero leaves rather than move
        ratios = [
            (part / step if part else Fraction(0), place, number)
            for number, (part, step, place) in enumerate(zip(basic, direction, basis, strict=True))
            if step > 0 or (step and not part and place >= size)
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


def _solved(square: Sequence[Numbers], right: Numbers) -> list[Fraction] | None:
    """Solve a square system of equations by elimination, exactly; ``None`` where it has no single solution."""
    system = [[*row, number] for row, number in zip(square, right, strict=True)]
    for place in range(len(system)):
        pivot = next((number for number in range(place, len(system)) if system[number][place]), None)
        if pivot is None:
            return None
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
