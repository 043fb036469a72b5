"""The random arrival rule (slumpvis ankomst)."""

from collections import Counter
from fractions import Fraction
from itertools import pairwise
from math import factorial, lcm

from familjen.errors import IntractableError
from familjen.games.claims.problem import ClaimsProblem
from familjen.games.coalition import Player

__all__ = ["random_arrival"]

MOST = 2**20
Sums = list[Counter[int]]
"""By number of claims: how many coalitions of so many claims come to each sum."""


def random_arrival(problem: ClaimsProblem) -> dict[Player, Fraction]:
    """Award the mean, over all orders of arrival, of what is left for each up to its claim (slumpvis ankomst).

    It is the Shapley value of the game in which a coalition is sure of what the others' claims leave.

    Complexity: O(n·k), where k is how many different sums, by number of claims, the coalitions come to within the
    estate or, if that is smaller, the loss: at most 2ⁿ, and at most n times either in the claims' common unit.

    Source: O'Neill, "A problem of rights arbitration from the Talmud", Mathematical Social Sciences 2 (1982),
    pp. 345-371.

    Raises:
        IntractableError: There are more than about a million sums.

    >>> [str(award) for award in random_arrival(ClaimsProblem.of(200, {"a": 100, "b": 200, "c": 300})).values()]
    ['100/3', '250/3', '250/3']
    """
    if problem.loss < problem.estate:  # losing arrives as awards do, and the smaller of them has fewer sums
        return problem.losses(random_arrival(problem.dual()))
    unit = lcm(problem.estate.denominator, *(claim.denominator for claim in problem.claims))
    estate = int(problem.estate * unit)
    claims = [int(claim * unit) for claim in problem.claims]
    found = _sums(claims, estate)
    awards = {claim: _award(claim, estate, _without(claim, found, estate)) for claim in set(claims)}
    return problem.awarded([awards[claim] / unit for claim in claims])


def _sums(claims: list[int], estate: int) -> Sums:
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


def _without(claim: int, found: Sums, estate: int) -> Sums:
    """Take one claim away from the counts again."""
    left: Sums = [Counter(found[0])]
    for more in found[1:-1]:
        within = Counter({total + claim: count for total, count in left[-1].items() if total + claim < estate})
        left.append(more - within)
    return left


def _award(claim: int, estate: int, others: Sums) -> Fraction:
    """Give the mean of what is left for a claim, the others having come before it in every way."""
    number = len(others)
    ways = sum(
        factorial(before) * factorial(number - 1 - before) * count * min(claim, estate - total)
        for before, totals in enumerate(others)
        for total, count in totals.items()
    )
    return Fraction(ways, factorial(number))
