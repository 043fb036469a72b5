"""How many groups may stay outside, by size and by what they weigh: the table that all counting uses (tabell)."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import comb, prod
from operator import add

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.influence.whole import Weights

__all__ = ["Outside", "size_of_outside"]

Table = NDArray[np.uint64]

_WIDEST = 48
"""So many bits of a count stand in one place of 64 bits; the rest is room for sums before they are carried over."""


@attrs.frozen(eq=False, repr=False)
class Outside:
    """The number of groups that weigh no more than a room, for every room up to the largest, by size (tabell).

    A count may have hundreds of digits. It is held exactly, cut into limbs of some bits, which numpy adds up.
    """

    number: int
    """So many members may be outside at all."""
    table: Table
    """Counts of shape (limbs, sizes, room + 1 of each chamber)."""
    bits: int
    """The bits of a limb."""

    @classmethod
    def of(cls, weights: Sequence[Weights], room: Weights, *, by_size: bool = True) -> "Outside":
        """Count groups of these members within the room.

        Assumptions: weights and room are whole numbers from 0. Who weighs more than the room is in no group.

        Complexity: O(n²·Π(room + 1)) additions of n/48 places with sizes, a factor n less without; memory
        `size_of_outside`.

        Source: Mann and Shapley, "Values of large games, VI: Evaluating the Electoral College exactly", RAND
        Corporation, RM-3158 (1962), for the table.

        >>> Outside.of([(2,), (1,), (1,)], (2,)).counts((2,))
        [1, 3, 1, 0]
        """
        light = sorted(each for each in weights if _fits(each, room))
        shape, bits = _shape(len(light), room, by_size=by_size)
        table: Table = np.zeros(shape, dtype=np.uint64)
        table[(0,) * table.ndim] = 1
        sums = list(accumulate((each[0] for each in light), initial=0))
        reach, ways = (0,) * len(room), [1]
        for there, each in enumerate(light):
            reach = tuple(min(most, now + more) for most, now, more in zip(room, reach, each, strict=True))
            for at, limb in enumerate(table[: there // bits + 1]):
                if by_size:
                    held = [size for size, count in enumerate(ways) if count >> bits * at]
                    _let_in(limb, held, sums[: there + 1], each, reach)
                else:
                    _double(limb[0], each, reach)
            ways = [1, *map(add, ways, ways[1:]), 1]
            if there % (63 - bits) == 0:
                _carry(table[: there // bits + 2, : there + 2], bits)
        _carry(table, bits)
        for axis in range(2, table.ndim):
            np.cumsum(table, axis=axis, out=table)
            _carry(table, bits)
        return cls(len(light), table, bits)

    def counts(self, room: Weights) -> list[int]:
        """Count the groups within a room, by size, or in all if the table knows no sizes."""
        if min(room) < 0:
            return [0] * self.table.shape[1]
        return self._whole(self._at(room).astype(np.int64))

    def without(self, weights: Weights, room: Weights) -> list[int]:
        """Count those groups within a room that one member is not in, by its weights.

        With it are as many, of one size more, as those without it that leave room for it; so they are all less those
        without it in the smaller room, and so on.

        Complexity: O(n·k/48) with k times the weight in the room, at most n with sizes.

        >>> Outside.of([(2,), (1,), (1,)], (2,)).without((1,), (2,))
        [1, 2, 0, 0]
        """
        if min(room) < 0 or not _fits(weights, room):
            return self.counts(room)
        sized = self.table.shape[1] > 1
        if not sized and not any(weights):
            return [count // 2 for count in self.counts(room)]
        found = np.zeros(self.table.shape[:2], dtype=np.int64)
        for times, left in enumerate(_falling(room, weights)):
            if sized and times > self.number:
                break
            some = self._at(left).astype(np.int64)
            shifted = some[:, : some.shape[1] - times] if sized else some
            found[:, times if sized else 0 :] += -shifted if times % 2 else shifted
        return self._whole(found)

    def _at(self, room: Weights) -> Table:
        place = tuple(min(want, size - 1) for want, size in zip(room, self.table.shape[2:], strict=True))
        found: Table = self.table[(slice(None), slice(None), *place)]
        return found

    def _whole(self, limbs: NDArray[np.int64]) -> list[int]:
        return [sum(limb << self.bits * at for at, limb in enumerate(each)) for each in limbs.T.tolist()]


def size_of_outside(weights: Sequence[Weights], room: Weights, *, by_size: bool = True) -> int:
    """Say how many bytes the table of `Outside` takes.

    >>> size_of_outside([(2,), (1,), (1,)], (2,))
    96
    """
    light = sum(_fits(each, room) for each in weights)
    return 8 * prod(_shape(light, room, by_size=by_size)[0])


def _shape(number: int, room: Weights, *, by_size: bool) -> tuple[tuple[int, ...], int]:
    bits = max(1, min(_WIDEST, 62 - max(room).bit_length()))
    longest = comb(number, number // 2).bit_length() if by_size else number + 1
    return (-(-longest // bits), number + 1 if by_size else 1, *(most + 1 for most in room)), bits


def _fits(weights: Weights, room: Weights) -> bool:
    return all(each <= most for each, most in zip(weights, room, strict=True))


def _let_in(limb: Table, sizes: Sequence[int], sums: Sequence[int], weights: Weights, reach: Weights) -> None:
    """Add to groups of these sizes the same groups with one member more, the largest first: none gets it twice.

    Groups of a size weigh in the first chamber no less than so many of the lightest, and no more than of the heaviest.
    """
    there, weight = len(sums) - 1, weights[0]
    source, to = _moved(weights[1:], reach[1:])
    for size in reversed(sizes):
        low, high = sums[size], min(reach[0] - weight, sums[there] - sums[there - size])
        if low <= high:
            limb[size + 1][(slice(low + weight, high + weight + 1), *to)] += limb[size][(slice(low, high + 1), *source)]


def _double(limb: Table, weights: Weights, reach: Weights) -> None:
    """Add to groups of all sizes the same groups with one member more."""
    source, to = _moved(weights, reach)
    limb[to] += limb[source]


def _moved(weights: Weights, reach: Weights) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
    """Give where the sums are that have room for these weights, and where they go with them."""
    pairs = list(zip(weights, reach, strict=True))
    return tuple(slice(0, most + 1 - each) for each, most in pairs), tuple(
        slice(each, most + 1) for each, most in pairs
    )


def _carry(table: Table, bits: int) -> None:
    """Carry what a limb has above its bits over to the next."""
    for at in range(len(table) - 1):
        table[at + 1] += table[at] >> np.uint64(bits)
        table[at] &= np.uint64((1 << bits) - 1)


def _falling(room: Weights, weights: Weights) -> Iterator[Weights]:
    """Give the room, and what is left of it with the weights once, twice and so on, while there is any."""
    while min(room) >= 0:
        yield room
        room = tuple(most - each for most, each in zip(room, weights, strict=True))
