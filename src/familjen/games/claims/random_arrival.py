"""The random arrival rule (slumpvis ankomst)."""

from fractions import Fraction
from math import gcd, lcm

from familjen.games.claims.arrivals_counted import awards_by_counting
from familjen.games.claims.arrivals_packed import awards_by_table, size_of_left
from familjen.games.claims.problem import ClaimsProblem, need_problem
from familjen.games.coalition import Player

__all__ = ["random_arrival"]

_ROOM = 1 << 28
"""Bytes that a table may take: 256 MiB, which take some twenty seconds."""


def random_arrival(problem: ClaimsProblem) -> dict[Player, Fraction]:
    """Award the mean, over all orders of arrival, of what is left for each up to its claim (slumpvis ankomst).

    It is the Shapley value of the game in which a coalition is sure of what the others' claims leave.

    Complexity: as `awards_by_table` in the claims' largest common unit, for the estate or, if that is smaller, the
    loss; some seconds for 290 claims and 10,000 units. As `awards_by_counting` where the table would take more than
    256 MiB, or there are fewer coalitions than units.

    Source: O'Neill, "A problem of rights arbitration from the Talmud", Mathematical Social Sciences 2 (1982),
    pp. 345-371.

    Raises:
        IntractableError: The table is too large, and there are more than about a million sums.

    >>> [str(award) for award in random_arrival(ClaimsProblem.of(200, {"a": 100, "b": 200, "c": 300})).values()]
    ['100/3', '250/3', '250/3']
    """
    need_problem(problem)
    if problem.loss < problem.estate:  # losing arrives as awards do, and the smaller of them has fewer sums
        return problem.losses(random_arrival(problem.dual()))
    over = lcm(*(claim.denominator for claim in problem.claims))
    unit = Fraction(gcd(*(int(claim * over) for claim in problem.claims)), over)
    if not unit:
        return problem.awarded([Fraction(0)] * len(problem.claims))
    estate = problem.estate / unit
    claims = [int(claim / unit) for claim in problem.claims]
    few = 1 << len(claims) <= estate or size_of_left(len(claims), estate) > _ROOM
    awards = awards_by_counting(claims, estate) if few else awards_by_table(claims, estate)
    return problem.awarded([awards[claim] * unit for claim in claims])
