"""Which of all coalitions win, gone through one by one (uppräkning)."""

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import IntractableError
from familjen.games.game import sums
from familjen.influence.whole import Whole

__all__ = ["LIMIT", "Enumerated", "need_few"]

LIMIT = 22
"""So many members at most are gone through: 4 million coalitions."""

_SHORT = 1 << 62


@attrs.frozen(eq=False, repr=False)
class Enumerated:
    """For each of 2ⁿ coalitions, numbered by the bits of its members, whether it wins (uppräkning)."""

    number: int
    """How many members there are."""
    wins: NDArray[np.bool_]
    """Whether each coalition wins, from nobody to all."""

    @classmethod
    def of(cls, whole: Whole) -> "Enumerated":
        """Weigh those outside of every coalition.

        Complexity: O(2ⁿ) for each chamber, in numpy where weights are 64-bit numbers.

        >>> Enumerated.of(Whole(((2,), (1,), (1,)), (1,))).wins.tolist()
        [False, False, False, True, False, True, False, True]
        """
        number = len(whole.weights)
        wins: NDArray[np.bool_] = np.ones(1 << number, dtype=bool)
        for each, room in zip(zip(*whole.weights, strict=True), whole.room, strict=True):
            outside = sums(np.array(each, dtype=np.int64 if sum(each) < _SHORT else object))[::-1]
            wins &= (outside <= room).astype(bool)
        return cls(number, wins)

    @property
    def sizes(self) -> NDArray[np.uint8]:
        """How many members each coalition has."""
        found: NDArray[np.uint8] = np.bitwise_count(np.arange(1 << self.number))
        return found

    def critical(self, place: int) -> NDArray[np.bool_]:
        """Tell of each coalition whether it wins and loses without this member, who is in it."""
        pairs = self.wins.reshape(-1, 2, 1 << place)
        found = np.zeros_like(pairs)
        found[:, 1] = pairs[:, 1] & ~pairs[:, 0]
        return found.reshape(-1)

    def minimal(self) -> NDArray[np.bool_]:
        """Tell of each coalition whether it wins, and loses without any one of its members."""
        found = self.wins.copy()
        for place in range(self.number):
            pairs, all_pairs = found.reshape(-1, 2, 1 << place), self.wins.reshape(-1, 2, 1 << place)
            pairs[:, 1] &= ~all_pairs[:, 0]
        return found


def need_few(whole: Whole, question: str, hardness: str) -> None:
    """Refuse to go through the coalitions of more than 22 members.

    Raises:
        IntractableError: There are more.
    """
    if len(whole.weights) > LIMIT:
        kind = f"body of {len(whole.weights)} members"
        instead = f"at most {LIMIT} are gone through: ask it of fewer, or let some act as one, or use shapley_shubik"
        raise IntractableError.of(question, kind, hardness, instead)
