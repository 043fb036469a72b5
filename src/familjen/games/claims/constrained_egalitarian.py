"""The constrained egalitarian rule (begränsat egalitär regel)."""

from fractions import Fraction

from familjen.games.claims.filling import equally
from familjen.games.claims.problem import ClaimsProblem, need_problem
from familjen.games.coalition import Player

__all__ = ["constrained_egalitarian"]


def constrained_egalitarian(problem: ClaimsProblem) -> dict[Player, Fraction]:
    """Award equally up to half of each claim; beyond half of all, as equally as the halves and claims leave room for.

    Beyond half of all claims each gets the same, but no less than half of its claim and no more than all of it
    (begränsat egalitär regel).

    Source: Chun, Schummer and Thomson, "Constrained egalitarianism: a new solution for claims problems", Seoul
    Journal of Economics 14 (2001), pp. 269-297.

    >>> problem = ClaimsProblem.of(400, {"a": 100, "b": 200, "c": 300})
    >>> [str(award) for award in constrained_egalitarian(problem).values()]
    ['100', '150', '150']
    """
    need_problem(problem)
    halves = [claim / 2 for claim in problem.claims]
    if problem.estate * 2 <= problem.total:
        return problem.awarded(equally(problem.estate, halves))
    return problem.awarded(equally(problem.estate, problem.claims, halves))
