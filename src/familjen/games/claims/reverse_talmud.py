"""The reverse Talmud rule (omvända Talmudregeln)."""

from fractions import Fraction

from familjen.games.claims.filling import equally, less
from familjen.games.claims.problem import ClaimsProblem, need_problem
from familjen.games.coalition import Player

__all__ = ["reverse_talmud"]


def reverse_talmud(problem: ClaimsProblem) -> dict[Player, Fraction]:
    """Let all lose equally of half of each claim; beyond half of all, award equally on top (omvända Talmudregeln).

    Source: Chun, Schummer and Thomson, "Constrained egalitarianism: a new solution for claims problems", Seoul
    Journal of Economics 14 (2001), pp. 269-297.

    >>> [str(award) for award in reverse_talmud(ClaimsProblem.of(200, {"a": 100, "b": 200, "c": 300})).values()]
    ['50/3', '200/3', '350/3']
    """
    need_problem(problem)
    halves = [claim / 2 for claim in problem.claims]
    half = problem.total / 2
    if problem.estate <= half:
        return problem.awarded(less(halves, equally(half - problem.estate, halves)))
    more = equally(problem.estate - half, halves)
    return problem.awarded([own + award for own, award in zip(halves, more, strict=True)])
