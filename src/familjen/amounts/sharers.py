"""Splitting in proportion where nobody may fall below a minimum (golv)."""

from collections.abc import Sequence

__all__ = ["sharers"]


def sharers(amount: int, weights: Sequence[int], floors: Sequence[int]) -> tuple[list[int], int]:
    """Find who shares in proportion, and what there is to share, once the others are held at their minimum.

    A party whose proportional share is below its minimum gets the minimum; what is left is shared again among the rest,
    until no share is below its minimum. Each round makes what a unit of weight brings smaller, so a party once held
    stays held; and as the minimums fit in the amount, somebody is always left to share.

    Two parties of weight 9 and 1 share 100; with a minimum of 20 for the second, the first shares 80 with itself:

    >>> sharers(100, [9, 1], [0, 20])
    ([0], 80)

    Complexity: at most one round a party, each linear; usually two rounds in all.
    """
    sharing = [position for position, weight in enumerate(weights) if weight]
    rest, whole = amount, sum(weights)
    if any(floors):
        rest -= sum(floor for floor, weight in zip(floors, weights, strict=True) if not weight)
        while held := [position for position in sharing if rest * weights[position] < floors[position] * whole]:
            rest -= sum(floors[position] for position in held)
            whole -= sum(weights[position] for position in held)
            sharing = sorted(set(sharing).difference(held))
    return sharing, rest
