"""A weighted vote: whose weights reach a quota wins (viktad omröstning)."""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, gcd, lcm
from typing import Any

import attrs

from familjen.amounts.exact import Exact, ratio, shown
from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, mask_of, members_of, players_of
from familjen.games.compact import VotingGame
from familjen.influence.majority import quota_of
from familjen.influence.written import say_number
from familjen.validators import show

__all__ = ["WeightedVotes"]


@attrs.frozen(repr=False)
class WeightedVotes:
    """Members with weights, and the quota that those in favour must reach together (viktad omröstning).

    Assumptions: a member votes for or against, with the whole of its weight; to abstain is to be against.

    >>> votes = WeightedVotes.of({"A": 10, "B": 10, "C": 20, "D": 30}, quota=50)
    >>> votes, votes.wins("C+D"), votes.wins(["A", "D"])
    (WeightedVotes(4 members, 50 of 70), True, False)
    """

    members: tuple[Player, ...]
    """Who votes: labels such as names or SCB codes."""
    weights: tuple[Fraction, ...]
    """What each member's vote weighs, in the members' order: seats, inhabitants or other units."""
    quota: Fraction
    """What the weights in favour must come to, at least."""
    name: str = ""
    """What is weighed, such as inhabitants, for the telling."""
    rounded_to: Fraction | None = None
    """The unit to which the weights were rounded, if they were; it is said on every result."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "members", players_of(self.members))
        if len(self.members) != len(self.weights):
            reason = f"there are {len(self.weights)} weights of {len(self.members)} members; give one for each"
            raise InvalidValueError(reason, attribute="weights")
        for number, what in ((self.quota, "quota"), *((weight, "weights") for weight in self.weights)):
            if type(number) is not Fraction:
                reason = f"{show(number)} is not a Fraction; make the vote with WeightedVotes.of, which reads numbers"
                raise InvalidValueError(reason, attribute=what)
        if not isinstance(self.name, str):
            raise InvalidValueError(f"the name is {show(self.name)}, which is not text", attribute="name")
        for member, weight in zip(self.members, self.weights, strict=True):
            if weight < 0:
                reason = f"the weight of {show(member)} is {shown(weight)}; give zero or more"
                raise InvalidValueError(reason, attribute="weights")
        if not self.total:
            raise InvalidValueError("all weights are zero; give somebody a weight", attribute="weights")
        if not 0 < self.quota <= self.total:
            reason = (
                f"the quota is {shown(self.quota)}; give one above zero and at most all weights, {shown(self.total)}"
            )
            raise InvalidValueError(reason, attribute="quota")

    @classmethod
    def of(
        cls,
        weights: Mapping[Any, Exact],
        *,
        quota: Exact | None = None,
        majority: str | Fraction | None = None,
        name: str = "",
    ) -> "WeightedVotes":
        """Make it from each member's weight, and a quota as a number or as a majority.

        Args:
            weights: Each member's weight: whole numbers, Decimals or Fractions, which are kept exactly.
            quota: What the weights in favour must come to, at least.
            majority: Instead of a quota: ``"more than half"``, ``"two thirds"``, ``"three quarters"``, ``"all"``, or a
                Fraction of all weights to be reached.
            name: What is weighed.

        Raises:
            InvalidValueError: A weight is a float, negative or no number; the quota is not above zero and within all
                weights; or there are both a quota and a majority, or neither.

        >>> WeightedVotes.of({"A": 2, "B": 1, "C": 1}, majority="more than half").quota
        Fraction(3, 1)
        """
        if not is_mapping(weights):
            reason = f"{show(weights)} is no mapping of members to weights; write {{'A': 2, 'B': 1}}"
            raise InvalidValueError(reason, attribute="weights")
        read = tuple(Fraction(*ratio(each, "weights", f"the weight of {show(who)}")) for who, each in weights.items())
        if (quota is None) == (majority is None):
            raise InvalidValueError("give either a quota or a majority, one of them", attribute="quota")
        at_least = Fraction(*ratio(quota, "quota", "the quota")) if majority is None else quota_of(majority, read)
        return cls(tuple(weights), read, at_least, name)

    @property
    def total(self) -> Fraction:
        """All weights together."""
        return sum(self.weights, Fraction(0))

    @property
    def chambers(self) -> tuple["WeightedVotes", ...]:
        """The votes that must all be won: this one."""
        return (self,)

    def weight_of(self, coalition: object) -> Fraction:
        """Add up the weights of a coalition: a tuple, list or set of members, or a text such as ``"A+B"``.

        Raises:
            UnknownIdError: Somebody in it is no member.
            InvalidValueError: A member comes twice, or it is no coalition.
        """
        inside = set(members_of(mask_of(coalition, self.members), self.members))
        return sum((each for who, each in zip(self.members, self.weights, strict=True) if who in inside), Fraction(0))

    def wins(self, coalition: object) -> bool:
        """Tell whether a coalition reaches the quota; see `weight_of` for what a coalition is and what is refused.

        Complexity: O(n).
        """
        return self.weight_of(coalition) >= self.quota

    def rounded(self, unit: Exact) -> "WeightedVotes":
        """Round each weight to the nearest multiple of a unit, so that large weights can be counted (avrunda).

        The quota keeps its share of all weights, rounded up to the unit. It is another body, if a near one: an index
        of it is exact for the rounded weights, and the unit is said on the result. A half is rounded to the even one.

        Raises:
            InvalidValueError: The unit is no exact number above zero, or no weight is left.

        >>> WeightedVotes.of({"A": 15_893, "B": 156_000}, majority="more than half").rounded(1000)
        WeightedVotes(2 members, 87 of 172, rounded to 1,000)
        """
        step = Fraction(*ratio(unit, "unit", "the unit"))
        if step <= 0:
            raise InvalidValueError(f"the unit is {shown(step)}; give one above zero", attribute="unit")
        weights = tuple(Fraction(round(weight / step)) for weight in self.weights)
        quota = Fraction(ceil(self.quota * sum(weights) / self.total))
        return attrs.evolve(self, weights=weights, quota=quota, rounded_to=step)

    def to_game(self) -> VotingGame:
        """Give it as a game, of which the core, the nucleolus and other concepts can be asked."""
        return VotingGame(self.quota, self.members, self.weights)

    def whole(self) -> tuple[tuple[int, ...], int]:
        """Give the weights as whole numbers in proportion, and how much of them may be missing from all.

        >>> WeightedVotes.of({"A": Fraction(1, 2), "B": Fraction(1, 3)}, quota=Fraction(1, 2)).whole()
        ((3, 2), 2)
        """
        over = lcm(*{weight.denominator for weight in self.weights})
        counts = [int(weight * over) for weight in self.weights]
        unit = gcd(*counts)
        return tuple(count // unit for count in counts), int((self.total - self.quota) * over // unit)

    def __repr__(self) -> str:
        unit = "" if self.rounded_to is None else f", rounded to {shown(self.rounded_to)}"
        what = f" {self.name}" if self.name else ""
        quota, total = say_number(self.quota, "en"), say_number(self.total, "en")
        return f"WeightedVotes({len(self.members)} members, {quota} of {total}{what}{unit})"
