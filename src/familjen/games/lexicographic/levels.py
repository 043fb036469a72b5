"""The levels of least greatest excesses in floats, by generating constraints (villkorsgenerering)."""

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from familjen.errors import FamiljenError
from familjen.games.lexicographic.member import Member
from familjen.games.lexicographic.settle import Held
from familjen.optimise.program import FREE, Program, Solved

__all__ = ["Candidates", "find_levels"]

Floats = NDArray[np.float64]

_ROOM = 1e-9
"""What a coalition's excess may pass the level by, in the scale of the excesses, before it is brought in."""
_PRICED = 1e-8
"""A price below this is none."""
_NEW = 1e-9
"""A vector this near to those settled is one of them."""


class Candidates(Protocol):
    """Where the coalitions come from that a level may have to hold."""

    def start(self, at: Floats) -> tuple[Any, float, float]:
        """Make ready near some split, and give some to begin with, the scale of the worst there, and that of all."""
        ...

    def worst(self, at: Floats, level: float, room: float, most: int) -> Any:
        """Give keys of some whose excess is above the level."""
        ...

    def rows(self, keys: Any) -> tuple[Floats, Floats, Floats]:
        """Give the vectors, gains and weights of these."""
        ...

    def member(self, key: Any) -> Member:
        """Name one for a level."""
        ...

    def settle(self, null: Floats, across: Floats) -> NDArray[np.bool_] | None:
        """Leave out what is settled, told by a vector at right angles to all that is, or by a basis of that.

        Returns:
            Vectors that are settled too for a reason that the basis does not show, if there may be any.
        """
        ...


def find_levels(candidates: Candidates, start: Floats, least: Floats | None) -> tuple[list[Held], Floats]:
    """Find the coalitions that each level holds, and about what each player gets in the end.

    One program is kept in the solver for all levels: the parts' moves from the start, in the scale of the excesses
    there, and the level. Rows are added for the coalitions that are above the level, until there are none; those with a
    price are then held at it, the rest goes on.

    Args:
        candidates: Where the coalitions come from.
        start: A split of the whole near which to begin, as gains.
        least: What each player must get, as gains; ``None`` where anything goes.
    """
    return _Search(candidates, start, least).levels()


class _Search:
    def __init__(self, candidates: Candidates, start: Floats, least: Floats | None) -> None:
        self._candidates, self._start = candidates, start
        size = len(start)
        first, scale, largest = candidates.start(start)
        self._scale = scale or 1.0
        lower = np.full(size, -FREE) if least is None else (least - start) / self._scale
        # no level is lower than that, but before enough coalitions are in there would be no least one
        floor = -2 * largest / self._scale - 1
        self._program = Program(np.append(np.zeros(size), 1.0), np.append(lower, floor))
        self._program.add([[*([1.0] * size), 0.0]], [0.0], [0.0])
        self._keys: dict[int, Any] = {}
        self._brought: set[Any] = set()
        self._vectors: dict[int, Floats] = {}
        self._fixed: set[int] = set() if least is not None else set(range(size))
        self._lower = lower
        self._across: Floats = np.full((size, 1), size**-0.5)
        self._random = np.random.default_rng(0)
        self._bring(first)

    def levels(self) -> tuple[list[Held], Floats]:
        """Go from level to level until every part is settled."""
        size = len(self._start)
        found: list[Held] = []
        at = self._start
        while self._across.shape[1] < size:
            solved = self._level()
            at = self._start + self._scale * solved.at[:size]
            rank = self._across.shape[1]
            found.append(self._hold(solved))
            if self._across.shape[1] == rank:
                raise FamiljenError("a level in floats settles nothing")
        return found, at

    def _level(self) -> Solved:
        """Take the level as low as it goes, bringing in whatever is above it."""
        size = len(self._start)
        while True:
            solved = self._program.solve()
            at = self._start + self._scale * solved.at[:size]
            more = self._candidates.worst(at, float(solved.at[size]) * self._scale, _ROOM * self._scale, size)
            fresh = [key for key in more if key not in self._brought]
            if not fresh:
                return solved
            self._bring(fresh)

    def _bring(self, keys: Any) -> None:
        self._brought.update(keys)
        vectors, gains, weights = self._candidates.rows(keys)
        right = (gains - vectors @ self._start) / self._scale
        added = self._program.add(np.column_stack([vectors, weights]), right, np.full(len(right), FREE))
        for row, key, vector in zip(added, keys, vectors, strict=True):
            self._keys[row], self._vectors[row] = key, vector

    def _hold(self, solved: Solved) -> Held:
        """Hold what has a price at the level, and let go what is settled by it."""
        size = len(self._start)
        priced = [row for row in self._keys if solved.prices[row] > _PRICED]
        bounds = [place for place in range(size) if place not in self._fixed and solved.reduced[place] > _PRICED]
        held = Held(
            tuple(self._candidates.member(self._keys[row]) for row in priced),
            tuple(bounds),
            (*(float(solved.prices[row]) for row in priced), *(float(solved.reduced[place]) for place in bounds)),
        )
        for place in bounds:
            self._program.fix(place, float(self._lower[place]))
            self._fixed.add(place)
            self._extend(np.eye(size)[place])
        for row in priced:
            vector = self._vectors[row]
            if self._extend(vector):
                right = float(vector @ solved.at[:size])
                self._program.weigh(row, size, 0.0)
                self._program.hold(row, right, right)
                self._forget(row)
        if self._across.shape[1] < size:
            null = self._null()
            also = self._candidates.settle(null, self._across)
            if also is not None and len(also) > self._across.shape[1]:
                self._hold_too(also.astype(np.float64), solved)
                null = self._null()
            for row in [row for row, vector in self._vectors.items() if abs(vector @ null) <= _NEW * 1e-2]:
                self._program.hold(row, -FREE, FREE)
                self._forget(row)
        return held

    def _hold_too(self, vectors: Floats, solved: Solved) -> None:
        """Hold vectors at what they come to."""
        for vector in vectors:
            if self._extend(vector):
                right = float(vector @ solved.at[: len(vector)])
                self._program.add([[*vector, 0.0]], [right], [right])

    def _null(self) -> Floats:
        """Give a vector at right angles to all that is settled, and to nothing else."""
        null = self._random.standard_normal(len(self._start))
        for _ in range(2):
            null -= self._across @ (self._across.T @ null)
        return null

    def _forget(self, row: int) -> None:
        del self._keys[row], self._vectors[row]

    def _extend(self, vector: Floats) -> bool:
        """Settle a vector, and tell whether it was not before."""
        left = vector.copy()
        for _ in range(2):
            left -= self._across @ (self._across.T @ left)
        length = float(np.linalg.norm(left))
        if length <= _NEW:
            return False
        self._across = np.column_stack([self._across, left / length])
        return True
