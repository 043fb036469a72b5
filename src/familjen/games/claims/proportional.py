"""In proportion to claims (i proportion till fordran)."""

from fractions import Fraction

from familjen.games.claims.filling import in_proportion
from familjen.games.claims.problem import ClaimsProblem, need_problem
from familjen.games.coalition import Player

__all__ = ["proportional"]


def proportional(problem: ClaimsProblem) -> dict[Player, Fraction]:
    """Award in proportion to the claims (i proportion till fordran).

    >>> proportional(ClaimsProblem.of(60, {"a": 30, "b": 90}))
    {'a': Fraction(15, 1), 'b': Fraction(45, 1)}
    """
    need_problem(problem)
    return problem.awarded(in_proportion(problem.estate, problem.claims))
