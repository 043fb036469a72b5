"""The best rows of neighbours in a queue: what coalitions of jobs are made of (rader av grannar)."""

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.games.compact.game import Floats, Members

__all__ = ["BestRows"]

Places = NDArray[np.intp]


@attrs.frozen
class BestRows:
    """The jobs before each place in a queue that are worst off together, in rows of neighbours (rader av grannar).

    A coalition's excess is the sum of those of its rows. Two rows that touch are one, whose excess is no less than
    theirs, so that nothing is lost by trying all rows one after another, whether they touch or not.

    >>> best = BestRows.of(np.array([[-1.0, 3.0, 2.0], [0.0, -2.0, -3.0], [0.0, 0.0, -1.0]]))
    >>> best.excesses.tolist(), best.members[3].tolist()
    ([0.0, 0.0, 3.0, 3.0], [True, True, False])
    """

    rows: Floats
    """The excess of each row, by its first and last job; shape (n, n), the upper half."""
    excesses: Floats
    """The greatest excess of jobs before each place, from 0 to n."""
    members: Members
    """Which jobs have it, for each place; shape (n + 1, n)."""

    @classmethod
    def of(cls, rows: Floats) -> "BestRows":
        """Find them from the excess of each row: a last row after the best before it, or a gap.

        Complexity: O(n²).
        """
        number = len(rows)
        excesses, members = np.zeros(number + 1), np.zeros((number + 1, number), dtype=bool)
        for stop in range(1, number + 1):
            tried = excesses[:stop] + rows[:stop, stop - 1]
            start = int(np.argmax(tried))
            if tried[start] > excesses[stop - 1]:
                excesses[stop], members[stop] = tried[start], members[start]
                members[stop, start:stop] = True
            else:
                excesses[stop], members[stop] = excesses[stop - 1], members[stop - 1]
        return cls(rows, excesses, members)

    def mirrored(self) -> "BestRows":
        """Give the same of the queue from its end: what is best after each place."""
        return BestRows.of(np.ascontiguousarray(self.rows[::-1, ::-1].T))

    def with_one(self, inside: Places, stops: Places) -> tuple[Members, Floats]:
        """Give, for each pair, the jobs before a place that are worst off, one earlier job being in.

        Complexity: O(n²) for each different job that is in, O(n) for each pair.
        """
        jobs, which = np.unique(inside, return_inverse=True)
        first = self.excesses[:-1, None] + self.rows
        through = np.maximum.accumulate(first, axis=0)
        begins = np.maximum.accumulate(np.where(first == through, np.arange(len(first))[:, None], 0), axis=0)
        best, starts = self._on_from(jobs, through[jobs], begins[jobs])
        return self._back(starts[which], inside, stops), best[which, stops]

    def _on_from(self, jobs: Places, through: Floats, begins: Places) -> tuple[Floats, Places]:
        """Go on from the row that a job is in: the greatest excess before each place, and where the last row starts.

        A gap is written as starting at the place itself.
        """
        number = len(self.rows)
        best = np.full((len(jobs), number + 1), -np.inf)
        starts = np.zeros((len(jobs), number + 1), dtype=np.intp)
        each = np.arange(len(jobs))
        for stop in range(int(jobs.min(initial=number)) + 1, number + 1):
            own = np.where(jobs < stop, through[:, stop - 1], -np.inf)
            tried = np.column_stack([best[:, :stop] + self.rows[:stop, stop - 1], best[:, stop - 1], own])
            taken = np.argmax(tried, axis=1)
            best[:, stop] = tried[each, taken]
            starts[:, stop] = np.where(taken <= stop, taken, begins[:, stop - 1])
        return best, starts

    def _back(self, starts: Places, inside: Places, stops: Places) -> Members:
        """Read who is in from where the last row before each place starts, back to the row of the one inside."""
        pairs, number = len(inside), len(self.rows)
        edges = np.zeros((pairs, number + 1), dtype=np.int8)
        at, before = stops.copy(), np.zeros(pairs, dtype=np.intp)
        for stop in range(number, 0, -1):
            here = np.flatnonzero(at == stop)
            start = starts[here, stop]
            edges[here, start] += 1
            edges[here, stop] -= 1
            there = start <= inside[here]
            before[here[there]] = start[there]
            at[here] = np.where(there, 0, np.minimum(start, stop - 1))
        members: Members = np.cumsum(edges, axis=1, dtype=np.int8)[:, :-1] > 0
        return members | self.members[before]
