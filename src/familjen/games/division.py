"""The cheapest way to divide a coalition into coalitions that are given (billigaste uppdelning)."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from familjen.games.vector import sums

__all__ = ["cheapest", "parts_of", "rests_below"]


def rests_below(mask: int) -> NDArray[np.int64]:
    """Give the coalitions that share no member with this one, and have no player after its last.

    Each pair of coalitions without a common member comes once in this way: the one with the last player first.

    >>> rests_below(0b100).tolist(), rests_below(0b101).tolist(), rests_below(0b111).tolist()
    ([0, 1, 2, 3], [0, 2], [0])
    """
    free = [1 << place for place in range(mask.bit_length()) if not mask >> place & 1]
    return sums(np.array(free, dtype=np.int64))


def cheapest(number: int, masks: Sequence[int], costs: NDArray[Any]) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Give the least that each coalition costs in parts that are given, and whether it can be put together at all.

    Those whose last player comes first are settled first; then a part with a later last player is joined to all that it
    can be joined to, at once.

    Args:
        number: How many players there are.
        masks: The coalitions that are given, by their numbers, rising; the empty one may be among them.
        costs: What each of them costs.

    Complexity: O(3ⁿ) where all are given; where few are, 2ᵏ for each of them, with k players before its last who are
    not in it.

    >>> best, reached = cheapest(2, [0, 1, 2, 3], np.array([0, 3, 4, 8]))
    >>> best.tolist(), bool(reached.all())
    ([0, 3, 4, 7], True)
    """
    far = abs(costs).max() * 2 * number + 1  # twice more than any sum of parts
    best = np.full(1 << number, far, dtype=costs.dtype)
    best[0] = 0
    for mask, cost in zip(masks, costs, strict=True):
        if mask:
            rests = rests_below(mask)
            together = rests | mask
            best[together] = np.minimum(best[together], best[rests] + cost)
    return best, best * 2 < far


def parts_of(mask: int, costs: NDArray[Any], best: NDArray[Any]) -> list[int]:
    """Find parts of a coalition that cost the least, large parts before small, from what `cheapest` gave.

    Complexity: O(2ˢ) for a coalition of s, and each rest of it.

    >>> parts_of(3, np.array([0, 3, 4, 8]), np.array([0, 3, 4, 7]))
    [2, 1]
    """
    parts: list[int] = []
    while mask:
        last = 1 << mask.bit_length() - 1
        others = [1 << place for place in range(mask.bit_length() - 1) if mask >> place & 1]
        heads = sums(np.array(others, dtype=np.int64))[::-1] | last
        parts.append(int(heads[np.argmin(costs[heads] + best[mask ^ heads])]))
        mask ^= parts[-1]
    return parts
