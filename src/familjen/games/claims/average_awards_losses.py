"""The mean of equal awards and equal losses (medel av lika belopp och lika förlust)."""

from fractions import Fraction

from familjen.games.claims.constrained_equal_awards import constrained_equal_awards
from familjen.games.claims.constrained_equal_losses import constrained_equal_losses
from familjen.games.claims.problem import ClaimsProblem, need_problem
from familjen.games.coalition import Player

__all__ = ["average_awards_losses"]


def average_awards_losses(problem: ClaimsProblem) -> dict[Player, Fraction]:
    """Award half of what equal awards give and half of what equal losses give (medel av lika belopp och lika förlust).

    Source: Thomson, "Axiomatic and game-theoretic analysis of bankruptcy and taxation problems: an update",
    Mathematical Social Sciences 74 (2015), pp. 41-59.

    >>> average_awards_losses(ClaimsProblem.of(60, {"a": 10, "b": 90}))
    {'a': Fraction(5, 1), 'b': Fraction(55, 1)}
    """
    need_problem(problem)
    awards, less = constrained_equal_awards(problem), constrained_equal_losses(problem)
    return problem.awarded([(awards[player] + less[player]) / 2 for player in problem.players])
