"""Which coalitions' parts are decided by those of others: exact elimination in whole numbers (linjärt hölje)."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import gcd

__all__ = ["Equations", "whole_row"]

Row = list[int]


class Equations:
    """Linear equations with whole coefficients, in echelon form, and all that follows from them (ekvationer).

    A row is the coefficients, and behind them any numbers that go with it, such as the right side.

    >>> settled = Equations(3)
    >>> settled.add([1, 1, 1, 10]), settled.add([1, 1, 0, 6]), settled.add([0, 0, 2, 8])
    (True, True, False)
    >>> settled.follows([0, 0, 1, 4])
    True
    """

    def __init__(self, size: int) -> None:
        """Start with no equation in so many variables."""
        self.size = size
        self.rows: list[Row] = []
        self._pivots: list[int] = []

    @property
    def rank(self) -> int:
        """How many equations say something new."""
        return len(self.rows)

    def reduced(self, row: Row) -> Row:
        """Take out of a row what the equations decide; numbers behind those of the equations stay with it."""
        for pivot, known in zip(self._pivots, self.rows, strict=True):
            if row[pivot]:
                row = _without(row, known, pivot)
        return row

    def follows(self, row: Row) -> bool:
        """Tell whether the coefficients are made up of those known."""
        return not any(self.reduced(row)[: self.size])

    def add(self, row: Row) -> bool:
        """Add an equation, and tell whether it says something new of the coefficients."""
        left = self.reduced(row)
        pivot = next((place for place in range(self.size) if left[place]), None)
        if pivot is None:
            return False
        self.rows.append(left)
        self._pivots.append(pivot)
        return True

    def solution(self) -> list[Fraction]:
        """Solve as many equations as there are variables; the right sides stand last in the rows."""
        found = [Fraction(0)] * self.size
        for pivot, row in zip(reversed(self._pivots), reversed(self.rows), strict=True):
            others = sum(
                (row[place] * found[place] for place in range(self.size) if place != pivot and row[place]), Fraction(0)
            )
            found[pivot] = (row[-1] - others) / row[pivot]
        return found

    def null_space(self) -> list[list[Fraction]]:
        """Give vectors that make up all those at right angles to every equation's coefficients."""
        free = [place for place in range(self.size) if place not in self._pivots]
        vectors: list[list[Fraction]] = []
        for one in free:
            vector = [Fraction(int(place == one)) for place in range(self.size)]
            for pivot, row in zip(reversed(self._pivots), reversed(self.rows), strict=True):
                others = sum((row[p] * vector[p] for p in range(self.size) if p != pivot and row[p]), Fraction(0))
                vector[pivot] = -others / row[pivot]
            vectors.append(vector)
        return vectors


def _without(row: Row, known: Row, pivot: int) -> Row:
    """Eliminate the pivot from a row by a known one, which may be shorter."""
    lead, factor = known[pivot], row[pivot]
    common = gcd(lead, factor)
    lead, factor = lead // common, factor // common
    size = len(known)
    left = [lead * one - factor * other for one, other in zip(row, known, strict=False)]
    left += row[size:] if lead == 1 else [lead * one for one in row[size:]]
    shared = gcd(*left)
    return [part // shared for part in left] if shared > 1 else left


def whole_row(coefficients: Iterable[int], behind: Sequence[Fraction]) -> Row:
    """Multiply a row out so that all its numbers are whole.

    >>> whole_row([1, 0], [Fraction(1, 2), Fraction(2, 3)])
    [6, 0, 3, 4]
    """
    over = 1
    for number in behind:
        over = over * number.denominator // gcd(over, number.denominator)
    return [over * part for part in coefficients] + [
        number.numerator * (over // number.denominator) for number in behind
    ]
