"""The most that can be left out for a weight: the knapsack, exact in the weights (kappsäcksproblemet)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["knapsack", "size_of_knapsack"]

Bits = NDArray[np.uint8]


def size_of_knapsack(number: int, room: int) -> int:
    """Say how many bytes `knapsack` takes: a bit for each thing and weight, and a few floats for each weight."""
    return (number + 24 * 8) * (room + 1) // 8


def knapsack(weights: Sequence[int], gains: Sequence[float], room: int) -> list[int]:
    """Give the places of those things that together weigh no more than the room and gain the most.

    Assumptions: the gains are not negative, and weights and room are whole numbers from 0.

    Complexity: O(n·room), in numpy; memory `size_of_knapsack`.

    Source: Bellman, Dynamic Programming (1957).

    >>> knapsack([3, 2, 2], [5.0, 3.0, 3.0], 4)
    [1, 2]
    """
    best = np.zeros(room + 1)
    taken: list[Bits] = []
    for weight, gain in zip(weights, gains, strict=True):
        takes = np.zeros(room + 1, dtype=bool)
        if weight <= room:
            with_it = best[: room + 1 - weight] + gain
            takes[weight:] = with_it > best[weight:]
            best[weight:] = np.maximum(best[weight:], with_it)
        taken.append(np.packbits(takes))
    places: list[int] = []
    for place in reversed(range(len(weights))):
        if taken[place][room >> 3] >> (7 - (room & 7)) & 1:
            places.append(place)
            room -= weights[place]
    return places[::-1]
