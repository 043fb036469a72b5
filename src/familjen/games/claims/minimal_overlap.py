"""The minimal overlap rule (minsta överlappning)."""

from fractions import Fraction

from familjen.games.claims.problem import ClaimsProblem, need_problem
from familjen.games.coalition import Player

__all__ = ["minimal_overlap"]


def minimal_overlap(problem: ClaimsProblem) -> dict[Player, Fraction]:
    """Lay the claims on the estate so that they overlap as little as can be, and split each part (minsta överlappning).

    Each claims parts of the estate; who claim the same part split it equally. The claims are laid such that as much as
    possible is claimed by one alone, then by two, and so on: all claim one common part, as far as their claims go, and
    each what is left of its claim apart. A claim above the estate counts as the estate.

    Complexity: O(n log n).

    Source: O'Neill, "A problem of rights arbitration from the Talmud", Mathematical Social Sciences 2 (1982),
    pp. 345-371.

    >>> [str(award) for award in minimal_overlap(ClaimsProblem.of(200, {"a": 100, "b": 200, "c": 300})).values()]
    ['100/3', '250/3', '250/3']
    """
    need_problem(problem)
    claims = [min(claim, problem.estate) for claim in problem.claims]
    common = _common(problem.estate, sorted(claims, reverse=True))
    awards: dict[Fraction, Fraction] = {}
    shared = level = Fraction(0)
    for before, claim in enumerate(sorted(claims)):
        reached = min(claim, common)
        shared += (reached - level) / (len(claims) - before)
        level = reached
        awards[claim] = shared + claim - reached
    return problem.awarded([awards[claim] for claim in claims])


def _common(estate: Fraction, claims: list[Fraction]) -> Fraction:
    """Give the size of the common part: it and what the claims have beyond it fill the estate."""
    beyond = claims[0]
    for number, claim in enumerate(claims[1:], start=2):
        beyond += claim
        level = (beyond - estate) / (number - 1)
        if level >= (claims[number] if number < len(claims) else 0):
            return level
    return estate
