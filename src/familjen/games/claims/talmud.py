"""The Talmud rule (Talmudregeln)."""

from fractions import Fraction

from familjen.games.claims.filling import equally, less
from familjen.games.claims.problem import ClaimsProblem, need_problem
from familjen.games.coalition import Player

__all__ = ["talmud"]


def talmud(problem: ClaimsProblem) -> dict[Player, Fraction]:
    """Award equally up to half of each claim; beyond half of all, let all lose equally (Talmudregeln).

    It is the nucleolus of the game in which a coalition is sure of what the others' claims leave.

    Source: Aumann and Maschler, "Game theoretic analysis of a bankruptcy problem from the Talmud", Journal of Economic
    Theory 36 (1985), pp. 195-213.

    >>> [str(award) for award in talmud(ClaimsProblem.of(200, {"a": 100, "b": 200, "c": 300})).values()]
    ['50', '75', '75']
    """
    need_problem(problem)
    halves = [claim / 2 for claim in problem.claims]
    if problem.estate * 2 <= problem.total:
        return problem.awarded(equally(problem.estate, halves))
    return problem.awarded(less(problem.claims, equally(problem.loss, halves)))
