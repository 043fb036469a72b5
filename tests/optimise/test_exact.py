"""Linear programs are solved exactly, with a proof."""

import subprocess
import sys
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from familjen.errors import FamiljenError
from familjen.optimise import exact, minimise

SMALL = st.fractions(min_value=-9, max_value=9, max_denominator=12)
POSITIVE = st.fractions(min_value=Fraction(1, 9), max_value=9, max_denominator=12)


def vertices(rows: list[list[Fraction]], right: list[Fraction], size: int) -> list[list[Fraction]]:
    """Give every vertex of the program's feasible set, by trying all bases of two rows with Cramer's rule."""
    found = []
    for one, other in combinations(range(size), 2):
        determinant = rows[0][one] * rows[1][other] - rows[0][other] * rows[1][one]
        if determinant:
            at = [Fraction(0)] * size
            at[one] = (right[0] * rows[1][other] - rows[0][other] * right[1]) / determinant
            at[other] = (rows[0][one] * right[1] - right[0] * rows[1][one]) / determinant
            if min(at) >= 0:
                found.append(at)
    return found


@given(
    st.lists(POSITIVE, min_size=4, max_size=4),
    st.lists(SMALL, min_size=8, max_size=8),
    st.lists(SMALL, min_size=2, max_size=2),
)
@settings(max_examples=60, deadline=None)
def test_the_least_vertex_is_found_and_proven(
    costs: list[Fraction], parts: list[Fraction], right: list[Fraction]
) -> None:
    """The value is the least of all vertices, the point feasible, and the prices prove it by weak duality."""
    rows = [parts[:4], parts[4:]]
    corners = vertices(rows, right, 4)
    assume(corners)
    found = minimise(costs, rows, right)
    assert found.value == min(sum(c * x for c, x in zip(costs, at, strict=True)) for at in corners)
    assert min(found.at) >= 0
    for row, number in zip(rows, right, strict=True):
        assert sum(a * x for a, x in zip(row, found.at, strict=True)) == number
    assert sum(price * number for price, number in zip(found.prices, right, strict=True)) == found.value
    for place, cost in enumerate(costs):
        assert sum(price * row[place] for price, row in zip(found.prices, rows, strict=True)) <= cost


@pytest.mark.parametrize("basis", [[0], [1], [2]])
def test_any_feasible_basis_leads_to_the_optimum(basis: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the solver's basis is not optimal exactly, exact pivots go on to the one that is."""
    monkeypatch.setattr(exact, "_basis", lambda *_: list(basis))
    costs = [Fraction(3), Fraction(2), Fraction(1)]
    found = minimise(costs, [[Fraction(1), Fraction(2), Fraction(3)]], [Fraction(6)])
    assert found.value == 2
    assert found.at == (0, 0, 2)


def test_a_redundant_row_does_no_harm() -> None:
    """An equation that says nothing new keeps its own variable in the basis, at zero."""
    rows = [[Fraction(1), Fraction(1)], [Fraction(2), Fraction(2)]]
    assert minimise([Fraction(1), Fraction(2)], rows, [Fraction(1), Fraction(2)]).at == (1, 0)


def test_what_has_no_least_value_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs without a solution, without a bound, or with a useless basis are refused."""
    one = Fraction(1)
    with pytest.raises(FamiljenError, match="no solution that is least"):
        minimise([one], [[one]], [-one])
    with pytest.raises(FamiljenError, match="no solution that is least"):
        minimise([one, -one], [[one, Fraction(0)]], [one])
    monkeypatch.setattr(exact, "_basis", lambda *_: [0])
    with pytest.raises(FamiljenError, match="no least value"):
        minimise([Fraction(0), -one], [[one, -one]], [one])


@pytest.mark.parametrize("basis", [[0, 1], [1, 2], [0, 3], [3, 4]])
def test_a_useless_basis_is_made_up_for(basis: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the solver's basis is singular, or not feasible exactly, exact pivots find the least value all the same."""
    monkeypatch.setattr(exact, "_basis", lambda *_: list(basis))
    rows = [[Fraction(1), Fraction(2), Fraction(-1)], [Fraction(1), Fraction(2), Fraction(1)]]
    found = minimise([Fraction(1), Fraction(1), Fraction(1)], rows, [Fraction(-1), Fraction(3)])
    assert (found.value, found.at) == (Fraction(5, 2), (0, Fraction(1, 2), 2))


def test_what_has_no_solution_is_found_out_exactly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the solver takes a program for solvable that is not, exact pivots say so."""
    monkeypatch.setattr(exact, "_basis", lambda *_: [0])
    with pytest.raises(FamiljenError, match="no solution that is least: Infeasible"):
        minimise([Fraction(1)], [[Fraction(1)]], [Fraction(-1)])


def test_the_solver_is_silent() -> None:
    """Solving prints nothing, not even the solver's banner."""
    code = "from fractions import Fraction as F; import familjen.optimise as o; o.minimise([F(1)], [[F(1)]], [F(1)])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert done.stdout + done.stderr == ""
