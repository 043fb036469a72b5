"""How many coalitions come to each sum, by size, packed in long whole numbers (packade antal)."""

from collections.abc import Sequence
from math import comb

__all__ = ["bytes_of_count", "counts_by_size", "summed"]


def bytes_of_count(number: int) -> int:
    """Say how many bytes hold the number of coalitions of any one size (byte per antal).

    >>> bytes_of_count(3), bytes_of_count(290)
    (1, 36)
    """
    return comb(number, number // 2).bit_length() // 8 + 1


def counts_by_size(weights: Sequence[int], bound: int, field: int) -> list[int]:
    """Count the coalitions of each size by their sums below a bound, a field of bits for each sum from 0 (antal).

    A player is let in by a shift and an addition of all sums at a time. The lightest are let in first, so that the
    numbers are short as long as they can be.

    Complexity: n²/2 additions of whole numbers of bound·field bits.

    Source: Mann and Shapley, "Values of large games, VI: Evaluating the Electoral College exactly", RAND Corporation,
    RM-3158 (1962), for the table.

    >>> [hex(row) for row in counts_by_size([1, 1, 3], 5, 8)]
    ['0x1', '0x1000200', '0x200010000', '0x0']
    """
    rows = [1 if bound else 0, *([0] * len(weights))]
    bits = bound * field
    for there, weight in enumerate(sorted(weight for weight in weights if weight < bound)):
        for size in range(there, -1, -1):
            rows[size + 1] += _within(rows[size] << field * weight, bits)
    return rows


def summed(row: int, field: int, bound: int) -> int:
    """Add to each field all those below it, by doubling (löpande summor).

    Complexity: log(bound) additions.

    >>> hex(summed(0x010201, 8, 4))
    '0x4040301'
    """
    bits, width = field * bound, field
    while width < bits:
        row += row << width
        width *= 2
    return _within(row, bits)


def _within(row: int, bits: int) -> int:
    return row & ((1 << bits) - 1) if row.bit_length() > bits else row
