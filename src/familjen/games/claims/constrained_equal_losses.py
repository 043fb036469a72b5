"""Constrained equal losses (lika förlust)."""

from fractions import Fraction

from familjen.games.claims.filling import equally, less
from familjen.games.claims.problem import ClaimsProblem, need_problem
from familjen.games.coalition import Player

__all__ = ["constrained_equal_losses"]


def constrained_equal_losses(problem: ClaimsProblem) -> dict[Player, Fraction]:
    """Let all lose the same, but nobody more than its claim: CEL (lika förlust, högst fordran).

    Source: as for `constrained_equal_awards`.

    >>> constrained_equal_losses(ClaimsProblem.of(60, {"a": 10, "b": 90}))
    {'a': Fraction(0, 1), 'b': Fraction(60, 1)}
    """
    need_problem(problem)
    return problem.awarded(less(problem.claims, equally(problem.loss, problem.claims)))
