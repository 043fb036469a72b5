"""Turns in proportion to weights that keep intervals (viktad turordning)."""

from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import numpy as np

from familjen.balance.turns.intervals import Intervals
from familjen.optimise.mixed import mixed_minimum

__all__ = ["Nearest", "Rows", "by_weight"]


@attrs.frozen
class Nearest:
    """The order nearest to everyone's shares, as far as it was found (närmaste turordning)."""

    holders: tuple[str, ...]
    """Who has each turn; nobody where none was found in time."""
    is_done: bool
    """Whether the search came to its end."""


class Rows:
    """Rows of a program, with their bounds, as they are written (villkor).

    >>> rows = Rows(3)
    >>> rows.add({0: 1, 2: 2}, 0, 5)
    >>> rows.matrix().tolist(), rows.lower, rows.upper
    ([[1.0, 0.0, 2.0]], [0.0], [5.0])
    """

    def __init__(self, size: int) -> None:
        """Start with so many variables, and no rows."""
        self.size = size
        self.lower: list[float] = []
        self.upper: list[float] = []
        self._rows: list[dict[int, float]] = []

    def add(self, row: dict[int, float], lower: float, upper: float) -> None:
        """Add a row: factors by variable, and its bounds."""
        self._rows.append(row)
        self.lower.append(float(lower))
        self.upper.append(float(upper))

    def matrix(self) -> Any:
        """Give the factors as an array of shape (rows, variables)."""
        found = np.zeros((len(self._rows), self.size))
        for number, row in enumerate(self._rows):
            found[number, list(row)] = list(row.values())
        return found

    def keep(self, intervals: Intervals, parties: tuple[str, ...], turns: int) -> None:
        """Add what intervals demand of variables that tell, party by party, whether it has each turn."""
        earliest, deadlines = intervals.earliest(parties), intervals.deadlines(parties)
        for place, party in enumerate(parties):
            at = [place * turns + turn for turn in range(turns)]
            for turn in range(min(earliest[party] - 1, turns)):
                self.add({at[turn]: 1}, 0, 0)
            for turn in range(turns - 1 if intervals.shortest > 1 else 0):
                self.add(dict.fromkeys(at[turn : turn + intervals.shortest], 1.0), 0, 1)
            if deadlines and intervals.longest is not None:
                if deadlines[party] <= turns:
                    self.add(dict.fromkeys(at[: deadlines[party]], 1.0), 1, np.inf)
                for turn in range(turns - intervals.longest + 1):
                    self.add(dict.fromkeys(at[turn : turn + intervals.longest], 1.0), 1, np.inf)


def by_weight(shares: dict[str, Fraction], turns: int, intervals: Intervals, seconds: float) -> Nearest:
    """Find the order in which the farthest that anyone's turns so far ever are from its share is least."""
    parties = tuple(shares)
    size = len(parties) * turns
    rows = Rows(size + 1)
    for turn in range(turns):
        rows.add({place * turns + turn: 1 for place in range(len(parties))}, 1, 1)
    rows.keep(intervals, parties, turns)
    for (place, party), turn in product(enumerate(parties), range(turns)):
        so_far: dict[int, float] = {place * turns + each: 1.0 for each in range(turn + 1)}
        quota = float((turn + 1) * shares[party])
        rows.add({**so_far, size: -1}, -np.inf, quota)
        rows.add({**so_far, size: 1}, quota, np.inf)
    found = mixed_minimum(
        [*[0.0] * size, 1.0],
        rows.matrix(),
        rows.lower,
        rows.upper,
        whole=[*[True] * size, False],
        most=[*[1.0] * size, np.inf],
        seconds=seconds,
    )
    if found.at is None:
        return Nearest((), is_done=found.is_done)
    taken: list[int] = found.at[:size].reshape(len(parties), turns).argmax(axis=0).tolist()
    return Nearest(tuple([parties[place] for place in taken]), is_done=found.is_done)
