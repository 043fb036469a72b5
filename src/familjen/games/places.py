"""A vector over coalitions, seen from the places of some players (platser i vektorn)."""

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray

__all__ = ["mask_without", "sides"]


def sides(values: NDArray[Any], places: Sequence[int]) -> NDArray[Any]:
    """View a vector so that each of these places, falling, has an axis of two: without the player, and with.

    Between them stand axes of the other players' coalitions. Nothing is copied.

    >>> import numpy as np
    >>> sides(np.arange(8), [1])[:, 1].tolist()
    [[2, 3], [6, 7]]
    >>> sides(np.arange(8), [2, 0])[:, 1, :, 0].ravel().tolist()
    [4, 6]
    """
    shape: list[int] = [-1]
    ends = [*places[1:], -1]
    for place, end in zip(places, ends, strict=True):
        shape += [2, 1 << (place - end - 1)]
    return values.reshape(shape)


def mask_without(index: int, places: Sequence[int]) -> int:
    """Give the coalition at an index of a side that is without each of these places, falling, laid flat.

    >>> mask_without(1, [1]), mask_without(3, [2, 0])
    (1, 10)
    """
    mask = index
    for place in reversed(places):
        mask = mask >> place << (place + 1) | mask & ((1 << place) - 1)
    return mask
