"""Constrained equal awards (lika belopp)."""

from fractions import Fraction

from familjen.games.claims.filling import equally
from familjen.games.claims.problem import ClaimsProblem, need_problem
from familjen.games.coalition import Player

__all__ = ["constrained_equal_awards"]


def constrained_equal_awards(problem: ClaimsProblem) -> dict[Player, Fraction]:
    """Award the same to all, but to nobody more than its claim: CEA (lika belopp, högst fordran).

    Source: Thomson, "Axiomatic and game-theoretic analysis of bankruptcy and taxation problems: a survey",
    Mathematical Social Sciences 45 (2003), pp. 249-297.

    >>> constrained_equal_awards(ClaimsProblem.of(60, {"a": 10, "b": 90}))
    {'a': Fraction(10, 1), 'b': Fraction(50, 1)}
    """
    need_problem(problem)
    return problem.awarded(equally(problem.estate, problem.claims))
