"""How many coalitions lose a weighted vote, by size, and with whom in them (förlorande koalitioner)."""

from collections.abc import Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.games.game import sums
from familjen.games.packed_counts import bytes_of_count, counts_by_size, summed

__all__ = ["Losing", "losing_by_going_through", "losing_by_table", "size_of_table"]


@attrs.frozen
class Losing:
    """The number of coalitions that weigh less than a quota, by how many are in them (förlorande koalitioner)."""

    all: tuple[int, ...]
    """Of each size, from nobody to all."""
    with_each: tuple[tuple[int, ...], ...]
    """Of each size, those with each player in them."""


def losing_by_going_through(weights: Sequence[int], quota: int) -> Losing:
    """Count them among all coalitions.

    Complexity: O(n·2ⁿ), in numpy where the weights are 64-bit numbers.

    >>> losing_by_going_through([1, 1, 3], 3)
    Losing(all=(1, 2, 1, 0), with_each=((0, 1, 1, 0), (0, 1, 1, 0), (0, 0, 0, 0)))
    """
    number = len(weights)
    kind = np.int64 if sum(weights) < 1 << 62 else object
    loses = np.flatnonzero(sums(np.array(weights, dtype=kind)) < quota)
    sizes = np.bitwise_count(loses)

    def by_size(which: NDArray[np.uint8]) -> tuple[int, ...]:
        return tuple(np.bincount(which, minlength=number + 1).tolist())

    return Losing(by_size(sizes), tuple(by_size(sizes[(loses >> place & 1) == 1]) for place in range(number)))


def size_of_table(number: int, quota: int) -> int:
    """Say how many bytes the table of `losing_by_table` takes."""
    return (number + 1) * quota * bytes_of_count(number)


def losing_by_table(weights: Sequence[int], quota: int) -> Losing:
    """Count them from how many coalitions of each size weigh less than each number up to the quota.

    The table is that of `counts_by_size`. Those with a player in them follow from it: of s members they are as many as
    coalitions of s − 1 that leave room for its weight, less those of them that have it already, and so on.

    Complexity: as `counts_by_size`, and O(n³) readings at most; memory `size_of_table`.

    >>> losing_by_table([1, 1, 3], 3)
    Losing(all=(1, 2, 1, 0), with_each=((0, 1, 1, 0), (0, 1, 1, 0), (0, 0, 0, 0)))
    """
    number, width = len(weights), bytes_of_count(len(weights))
    rows = counts_by_size(weights, quota, 8 * width)
    table = [summed(row, 8 * width, quota).to_bytes(quota * width, "little") for row in rows]

    def below(size: int, bound: int) -> int:
        """Say how many coalitions of a size weigh less than a bound above 0."""
        return int.from_bytes(table[size][(bound - 1) * width : bound * width], "little")

    def with_one(weight: int) -> tuple[int, ...]:
        counts = [0] * (number + 1)
        for times in range(1, number + 1):
            bound = quota - times * weight
            if bound <= 0:
                break
            sign = 1 if times % 2 else -1
            for size in range(times, number + 1):
                counts[size] += sign * below(size - times, bound)
        return tuple(counts)

    of_weight = {weight: with_one(weight) for weight in set(weights)}
    return Losing(tuple(below(size, quota) for size in range(number + 1)), tuple(of_weight[each] for each in weights))
