"""The divisor methods (divisormetoder): Webster, Jefferson, Huntington–Hill, Adams and Dean."""

import heapq
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeAlias

from familjen.amounts.methods import Method
from familjen.amounts.sharers import sharers
from familjen.amounts.ties import Labels, Split, settle

__all__ = ["Priority", "by_divisors", "first_to_all", "priority_of", "safe_start"]

Priority: TypeAlias = Callable[[int, int], tuple[int, int]]
"""A claim to the next unit, from a weight and the units held so far, as a numerator and a denominator."""


def by_divisors(
    units: int, weights: Sequence[int], floors: Sequence[int], priority: Priority, labels: Labels = None
) -> Split:
    """Split whole units by a divisor method: each unit to the party whose weight over its divisor is largest.

    The result is that of handing out the units one at a time. It does not take one step a unit: it starts from
    `safe_start`, which is never above the result and at most two units a party below the total, and hands out the rest.
    Priorities are compared as whole numbers: two that differ do so by at least the inverse square of the largest
    denominator, so scaling by that square before rounding down keeps both order and equality.

    >>> by_divisors(10, [5, 3, 1], [0, 0, 0], priority_of("jefferson")).counts
    (6, 3, 1)

    Complexity: n log n for n parties, whatever the number of units.
    """
    counts = safe_start(units, weights, floors)
    left = units - sum(counts)
    scale = max(priority(1, 0)[1], priority(1, units)[1]) ** 2

    def claim(position: int) -> tuple[int, int]:
        numerator, denominator = priority(weights[position], counts[position])
        return -(numerator * scale // denominator), position

    queue = [claim(position) for position, weight in enumerate(weights) if weight] if left else []
    heapq.heapify(queue)
    served: list[tuple[int, int]] = []
    for _ in range(left):
        served.append(queue[0])
        counts[queue[0][1]] += 1
        heapq.heapreplace(queue, claim(queue[0][1]))
    return _settled(counts, served, queue, weights, labels)


def _settled(
    counts: list[int],
    served: list[tuple[int, int]],
    queue: list[tuple[int, int]],
    weights: Sequence[int],
    labels: Labels,
) -> Split:
    """Take back the last units if others had an equal claim to them, and hand them out by the rule for ties."""
    if not served or queue[0][0] != served[-1][0]:
        return Split(tuple(counts))
    edge = served[-1][0]
    lucky = [position for key, position in served if key == edge]
    tied = sorted([*lucky, *(position for key, position in queue if key == edge)])
    winners = settle(tied, len(lucky), weights, labels)
    for position in lucky:
        counts[position] -= 1
    for position in winners:
        counts[position] += 1
    return Split(tuple(counts), tuple(tied), winners)


def safe_start(units: int, weights: Sequence[int], floors: Sequence[int]) -> list[int]:
    """Give counts that no party's result is below and that sum to at least ``units`` less two for each party.

    Let n parties have a positive weight, and let t be such that the larger of minimum and ``weight × t`` sums to
    ``units − n``. Every divisor of the methods here lies between a and a + 1 when a party holds a units. So the claims
    that exceed 1/t number at most ``weight × t`` rounded up for a party, which with the minimums is at most ``units``
    in all: they are all met. And they number at least ``weight × t`` rounded up, less one: that is the start.

    >>> safe_start(10, [5, 3, 1], [0, 0, 0])
    [3, 2, 0]
    """
    counts = list(floors)
    target = units - sum(1 for weight in weights if weight)
    if target > sum(floors):
        sharing, rest = sharers(target, weights, floors)
        whole = sum(weights[position] for position in sharing)
        for position in sharing:
            counts[position] = max(counts[position], -(-rest * weights[position] // whole) - 1)
    return counts


def first_to_all(method: Method) -> bool:
    """Tell whether the method gives every party with a positive weight one unit before anyone gets two.

    >>> first_to_all("adams"), first_to_all("webster")
    (True, False)
    """
    return method in {"adams", "dean", "huntington-hill"}


def priority_of(method: Method, first_divisor: Fraction | None = None) -> Priority:
    """Give the method's claim to the next unit; Huntington–Hill's is squared, so that it is a ratio of whole numbers.

    >>> priority_of("webster")(300, 2)
    (300, 5)
    >>> priority_of("modified-webster", Fraction(7, 5))(300, 0)
    (1500, 7)
    """
    if first_divisor is None:
        return _PRIORITIES[method]
    numerator, denominator = first_divisor.as_integer_ratio()

    def modified(weight: int, held: int) -> tuple[int, int]:
        return (weight, 2 * held + 1) if held else (weight * denominator, numerator)

    return modified


_PRIORITIES: dict[Method, Priority] = {
    "webster": lambda weight, held: (weight, 2 * held + 1),
    "jefferson": lambda weight, held: (weight, held + 1),
    "adams": lambda weight, held: (weight, held),
    "dean": lambda weight, held: (weight * (2 * held + 1), held * (held + 1)),
    "huntington-hill": lambda weight, held: (weight * weight, held * (held + 1)),
}
