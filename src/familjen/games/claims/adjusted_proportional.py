"""The adjusted proportional rule (justerad proportionell regel)."""

from fractions import Fraction

from familjen.games.claims.filling import in_proportion
from familjen.games.claims.problem import ClaimsProblem, need_problem
from familjen.games.coalition import Player

__all__ = ["adjusted_proportional"]


def adjusted_proportional(problem: ClaimsProblem) -> dict[Player, Fraction]:
    """Award what the others concede, and the rest in proportion to the claims that remain, none above that rest.

    Source: Curiel, Maschler and Tijs, "Bankruptcy games", Zeitschrift für Operations Research 31 (1987).

    >>> [str(award) for award in adjusted_proportional(ClaimsProblem.of(200, {"a": 100, "b": 200, "c": 300})).values()]
    ['40', '80', '80']
    """
    need_problem(problem)
    conceded = [max(Fraction(0), problem.estate - (problem.total - claim)) for claim in problem.claims]
    left = problem.estate - sum(conceded)
    remaining = [min(claim - own, left) for claim, own in zip(problem.claims, conceded, strict=True)]
    rest = in_proportion(left, remaining)
    return problem.awarded([own + more for own, more in zip(conceded, rest, strict=True)])
