"""What is left for each claim, from all sums below the estate at a time (ankomster räknade i packade summor)."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from math import comb, floor, lcm

from familjen.games.packed_counts import counts_by_size, summed

__all__ = ["awards_by_table", "size_of_left"]


def size_of_left(number: int, estate: Fraction) -> int:
    """Say how many bytes the table of `awards_by_table` takes."""
    bound = floor(estate) + 1
    return (number + 1) * bound * _width(number, bound)


def _width(number: int, bound: int) -> int:
    return (comb(number, number // 2) * bound).bit_length() // 8 + 1


def awards_by_table(claims: Sequence[int], estate: Fraction) -> dict[int, Fraction]:
    """Give the random arrival rule's award for each size of claim, from what coalitions of each size leave.

    What all coalitions of a size leave of an estate, added up, follows for all estates from how many come to each sum,
    summed up twice. Those without some claim leave what all leave, less what those with it do, that is, what those of
    one fewer without it leave of an estate that is smaller by the claim; and so on. A claim gets what others leave of
    the estate less what they leave of one that is smaller by the claim.

    Complexity: as `counts_by_size`, and n numbers for each size of claim and multiple of it below the estate; memory
    `size_of_left`.

    >>> awards_by_table([1, 2, 3], Fraction(2))
    {1: Fraction(1, 3), 2: Fraction(5, 6), 3: Fraction(5, 6)}
    """
    number, bound = len(claims), floor(estate) + 1
    width = _width(number, bound)
    table = [
        summed(summed(row, 8 * width, bound), 8 * width, bound).to_bytes(bound * width, "little")
        for row in counts_by_size(claims, bound, 8 * width)
    ]
    # of n players, each size of those before one has the same chance, and so has each coalition of the size
    over = lcm(*(comb(number - 1, size) for size in range(number)))
    chances = [over // comb(number - 1, size) for size in range(number)]

    @cache
    def whole(size: int, room: int) -> int:
        """Add up what all coalitions of a size leave of a whole number of units."""
        return int.from_bytes(table[size][(room - 1) * width : room * width], "little") if room > 0 else 0

    def award(claim: int) -> Fraction:
        left = Fraction(0)
        for times in range(number + 1):
            room = floor(estate) - times * claim
            if room < 0:
                break
            # alternately taken and given back, for the estate and for the one that is smaller by the claim
            weights = [
                (chances[size + times] if size + times < number else 0) + (chances[size + times - 1] if times else 0)
                for size in range(number - max(times - 1, 0))
            ]
            low = sum(weight * whole(size, room) for size, weight in enumerate(weights))
            high = sum(weight * whole(size, room + 1) for size, weight in enumerate(weights))
            sign = -1 if times % 2 else 1
            left += sign * (low + (estate - floor(estate)) * (high - low))
        return left / (over * number)

    return {claim: award(claim) if claim else Fraction(0) for claim in sorted(set(claims))}
