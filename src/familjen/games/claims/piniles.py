"""Piniles' rule (Piniles regel)."""

from fractions import Fraction

from familjen.games.claims.filling import equally
from familjen.games.claims.problem import ClaimsProblem, need_problem
from familjen.games.coalition import Player

__all__ = ["piniles"]


def piniles(problem: ClaimsProblem) -> dict[Player, Fraction]:
    """Award equally up to half of each claim, and then equally once more up to the other half (Piniles regel).

    Source: as for `constrained_equal_awards`.

    >>> [str(award) for award in piniles(ClaimsProblem.of(400, {"a": 100, "b": 200, "c": 300})).values()]
    ['250/3', '400/3', '550/3']
    """
    need_problem(problem)
    halves = [claim / 2 for claim in problem.claims]
    first = equally(min(problem.estate, problem.total / 2), halves)
    second = equally(max(Fraction(0), problem.estate - problem.total / 2), halves)
    return problem.awarded([one + other for one, other in zip(first, second, strict=True)])
