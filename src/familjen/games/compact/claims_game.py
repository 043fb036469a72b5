"""The bankruptcy game: a coalition is sure of what the others' claims leave (konkursspelet)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any, ClassVar

import attrs
import numpy as np

from familjen.games.claims.problem import ClaimsProblem
from familjen.games.claims.talmud import talmud
from familjen.games.coalition import Player, players_of
from familjen.games.compact.each import need_each, need_number
from familjen.games.compact.game import Floats, Members
from familjen.games.compact.submodular import Places, SubmodularGame
from familjen.games.number import Number

__all__ = ["ClaimsGame"]


@attrs.frozen(repr=False)
class ClaimsGame(SubmodularGame):
    """A gain game in which a coalition gets what of an estate the claims of all others leave (konkursspel).

    v(S) = max(0, estate − claims outside S). It is convex. The numbers are kept exactly.

    Source: O'Neill, "A problem of rights arbitration from the Talmud", Mathematical Social Sciences 2 (1982),
    pp. 345-371.

    >>> game = ClaimsGame.of(200, {"a": 100, "b": 200, "c": 300})
    >>> game("b+c"), [str(part) for part in game.nucleolus_value()]
    (100.0, ['50', '75', '75'])
    """

    estate: Fraction
    """What there is to share."""
    players: tuple[Player, ...] = attrs.field(converter=players_of)
    """Who claims, in the order of the bits."""
    claims: tuple[Fraction, ...]
    """What each claims."""

    sign: ClassVar[int] = 1

    def __attrs_post_init__(self) -> None:
        need_number(self.estate, "the estate", "estate")
        need_each(self.players, self.claims, "claim", "claims")
        self.problem()

    @classmethod
    def of(cls, estate: Number, claims: Mapping[Any, Number]) -> "ClaimsGame":
        """Make the game from an estate and what each claims of it.

        Raises:
            InvalidValueError: A number is below zero or not finite, or the claims do not reach the estate.
        """
        problem = ClaimsProblem.of(estate, claims)
        return cls(problem.estate, problem.players, problem.claims)

    def problem(self) -> ClaimsProblem:
        """Give the claims problem that the game is made of, for the claims rules."""
        return ClaimsProblem(self.estate, self.players, self.claims)

    def largest(self) -> float:
        """Give the largest claim, or the estate: what is summed, however little of it is left."""
        return float(max(self.estate, *self.claims))

    @cached_property
    def _loss(self) -> Fraction:
        return self.problem().loss

    def of_places(self, places: Sequence[int]) -> Fraction:
        """Give what the claims of all others leave of the estate."""
        claimed = sum((self.claims[place] for place in places), Fraction(0))
        return max(Fraction(0), claimed - self._loss)

    def shapley_value(self) -> list[Fraction]:
        """Give the random arrival rule's awards.

        Complexity: as `random_arrival`, exact.

        Raises:
            IntractableError: As `random_arrival`.

        Source: O'Neill, as for the class.
        """
        from familjen.games.claims.random_arrival import random_arrival

        return list(random_arrival(self.problem()).values())

    def nucleolus_value(self) -> list[Fraction]:
        """Give the Talmud rule's awards.

        Complexity: as `talmud`, exact.

        Source: Aumann and Maschler, "Game theoretic analysis of a bankruptcy problem from the Talmud", Journal of
        Economic Theory 36 (1985), pp. 195-213.
        """
        return list(talmud(self.problem()).values())

    def separate(self, paid: Floats, inside: Places, outside: Places) -> tuple[Members, Floats]:
        """Try the coalition that gets the least, and the one that has the most left of its claims beyond what it gets.

        A coalition's excess is the larger of two sums over its members: of what they do not get, and of what they claim
        beyond that, less all that the claims are short of.

        Complexity: O(m·n) for m pairs.
        """
        claims = np.array([float(claim) for claim in self.claims])
        cheap, cheapest = _greatest(-paid, inside, outside)
        dear, most = _greatest(claims - paid, inside, outside)
        most -= float(self._loss)
        return np.where((most > cheapest)[:, None], dear, cheap), np.maximum(most, cheapest)


def _greatest(gains: Floats, inside: Places, outside: Places) -> tuple[Members, Floats]:
    """Give the members with the greatest sum of gains, one inside and another outside, and that sum."""
    pairs = np.arange(len(inside))
    members = np.broadcast_to(gains > 0, (len(pairs), len(gains))).copy()
    members[pairs, inside] = True
    members[pairs, outside] = False
    return members, members @ gains
