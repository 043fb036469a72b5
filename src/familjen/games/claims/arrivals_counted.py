"""What is left for each claim, from the sums that come before it, one by one (ankomster räknade summa för summa)."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import factorial

from familjen.errors import IntractableError

__all__ = ["awards_by_counting"]

MOST = 2**20
Sums = list[Counter[int]]
"""By number of claims: how many coalitions of so many claims come to each sum."""


def awards_by_counting(claims: Sequence[int], estate: Fraction) -> dict[int, Fraction]:
    """Give the random arrival rule's award for each size of claim, by counting only those sums that there are.

    Complexity: O(n·k) for k different sums, by number of claims, that coalitions come to within the estate, and as
    much for each size of claim.

    Raises:
        IntractableError: There are more than about a million sums.

    >>> awards_by_counting([1, 2, 3], Fraction(2))
    {1: Fraction(1, 3), 2: Fraction(5, 6), 3: Fraction(5, 6)}
    """
    found = _sums(claims, estate)
    return {claim: _award(claim, estate, _without(claim, found, estate)) for claim in sorted(set(claims))}


def _sums(claims: Sequence[int], estate: Fraction) -> Sums:
    """Count the coalitions that leave something of the estate, by number of claims and their sum."""
    found: Sums = [Counter() for _ in range(len(claims) + 1)]
    if estate:
        found[0][0] = 1
    for claim in claims:
        for fewer, more in reversed(list(pairwise(found))):
            for total, count in fewer.items():
                if total + claim < estate:
                    more[total + claim] += count
        if sum(map(len, found)) > MOST:
            kind = f"{len(claims)} claims with more than {MOST:,} different sums"
            hard = "to decide on it is NP-complete (Yamazaki and others, arXiv:2511.22208, 2025)"
            raise IntractableError.of("the random arrival rule", kind, hard, "state the claims in a coarser unit")
    return found


def _without(claim: int, found: Sums, estate: Fraction) -> Sums:
    """Take one claim away from the counts again."""
    left: Sums = [Counter(found[0])]
    for more in found[1:-1]:
        within = Counter({total + claim: count for total, count in left[-1].items() if total + claim < estate})
        left.append(more - within)
    return left


def _award(claim: int, estate: Fraction, others: Sums) -> Fraction:
    """Give the mean of what is left for a claim, the others having come before it in every way."""
    number = len(others)
    ways = sum(
        factorial(before) * factorial(number - 1 - before) * count * min(Fraction(claim), estate - total)
        for before, totals in enumerate(others)
        for total, count in totals.items()
    )
    return Fraction(ways) / factorial(number)
