"""The cheapest partition of some twenty parties, by dynamic programming over groups (delmängdsfaltning)."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from familjen.progress import Progress

__all__ = ["cheapest_parts", "least_apart"]

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

_LOW = 7
"""So many of the first parties are gone through in arrays of 3⁷ numbers, which fit a processor's nearest cache."""


def least_apart(costs: Floats, told: Progress | None = None) -> Floats:
    """Give the least that each group of all but the last party costs in parts, by its number.

    A group's least cost is that of the part that holds its last party, and of what is left. Who is left after the part
    with the very last one never includes it, so half of the groups do. With the first seven parties a group is split
    in arrays, with the others in loops over pairs of rows.

    Args:
        costs: What each of the 2ⁿ groups costs, inf for one that may not form.
        told: Told how many pairs of a part and a rest are looked at, and of how many.

    Complexity: (3ⁿ⁻¹ − 1)/2 sums of two numbers, and memory for (1.5)⁷·2ⁿ.

    Source: the recursion is that of Rothkopf, Pekeč and Harstad, "Computationally manageable combinational auctions",
    Management Science 44 (1998), pp. 1131-1147; taking the last party out of the part is our own economy.

    >>> least_apart(np.array([0, 3, 4, 8, 9, 9, 9, 9.0])).tolist()
    [0.0, 3.0, 4.0, 7.0]
    """
    last = len(costs).bit_length() - 2
    best = np.zeros(1 << last)
    low = min(_LOW, last)
    for place in range(low):
        part, rest, starts = _pairs(place)
        some = costs[1 << place : 2 << place][part] + best[: 1 << place][rest]
        best[1 << place : 2 << place] = np.minimum.reduceat(some, starts)
    if last > low:
        _high(costs, best, last, told)
    return best


def _high(costs: Floats, best: Floats, last: int, told: Progress | None) -> None:
    """Go on with the parties after the seventh: rows of groups of the first seven, a row for each group of others."""
    part, rest, starts = _pairs(_LOW)
    width, rows = 1 << _LOW, 1 << last - _LOW
    rests = np.empty((rows, len(rest)))
    rests[0] = best[:width][rest]
    sum_ = np.empty(len(rest))
    for place in range(_LOW, last):
        half = 1 << place - _LOW
        parts = costs[1 << place : 2 << place].reshape(half, width)[:, part]
        for row in range(half):
            least = parts[0] + rests[row]
            inside = row
            while inside:
                np.add(parts[inside], rests[row ^ inside], out=sum_)
                np.minimum(least, sum_, out=least)
                inside = inside - 1 & row
            found = np.minimum.reduceat(least, starts)
            best[(half + row) * width : (half + row + 1) * width] = found
            rests[half + row] = found[rest]
        if told is not None:
            told((3 ** (place + 1) - 1) // 2, (3**last - 1) // 2)


@lru_cache(maxsize=_LOW + 1)
def _pairs(number: int) -> tuple[Places, Places, Places]:
    """Give every pair of a part and the rest of a group of so many, group after group, and where groups begin."""
    part: list[int] = []
    starts: list[int] = []
    groups: list[int] = []
    for group in range(1 << number):
        starts.append(len(part))
        inside = group
        while True:
            part.append(inside)
            if not inside:
                break
            inside = inside - 1 & group
        groups += [group] * (len(part) - starts[-1])
    parts = np.array(part, dtype=np.int64)
    rests: Places = np.array(groups, dtype=np.int64) ^ parts
    return parts, rests, np.array(starts, dtype=np.int64)


def cheapest_parts(costs: Floats, best: Floats) -> list[int]:
    """Find the parts of all together that cost least, from what `least_apart` gave.

    Complexity: O(2ⁿ).

    >>> costs = np.array([0, 3, 4, 8, 9, 9, 9, 15.0])
    >>> cheapest_parts(costs, least_apart(costs))
    [6, 1]
    """
    size = len(best)
    head = int(np.argmin(costs[size:] + best[::-1]))
    parts, left = [size + head], size - 1 ^ head
    while left:
        last = left.bit_length() - 1
        heads = np.arange(1 << last)
        heads = heads[heads & ~left == 0]
        inside = int(heads[np.argmin(costs[heads + (1 << last)] + best[left - (1 << last) ^ heads])])
        parts.append(inside + (1 << last))
        left ^= parts[-1]
    return parts
