"""Several weighted votes of the same members, all of which must be won (flera kammare)."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

import attrs

from familjen.amounts.exact import Exact
from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, mask_of, members_of, players_of, written
from familjen.influence.votes import WeightedVotes
from familjen.validators import show

__all__ = ["Chambers", "unanimity"]


@attrs.frozen(repr=False)
class Chambers:
    """A body in which several weighted votes of the same members must all be won (flera kammare, dubbel majoritet).

    >>> people = {"Bjuv": 15_888, "Helsingborg": 152_000, "Svalöv": 14_345}
    >>> double = Chambers.double(people, of_members="two thirds", of_weights="more than half")
    >>> double.wins("Helsingborg"), double.wins("Helsingborg+Svalöv"), double.wins("Bjuv+Svalöv")
    (False, True, False)
    >>> double
    Chambers(3 members: 2 of 3 members, 91,117 of 182,233)
    """

    chambers: tuple[WeightedVotes, ...]
    """The votes, each of all members in the same order."""

    def __attrs_post_init__(self) -> None:
        if type(self.chambers) is not tuple or not self.chambers:
            reason = f"{show(self.chambers)} is no tuple of votes; give at least one WeightedVotes"
            raise InvalidValueError(reason, attribute="chambers")
        for each in self.chambers:
            if not isinstance(each, WeightedVotes):
                raise InvalidValueError(f"{show(each)} is no WeightedVotes; make it with WeightedVotes.of")
            _need_same(each.members, self.members)

    @classmethod
    def of(cls, *votes: WeightedVotes, veto: Iterable[Any] = ()) -> "Chambers":
        """Make it from votes of the same members, in any order, and from members without whom nothing passes.

        Raises:
            InvalidValueError: There is no vote, or the members differ, or one with a veto comes twice.
            UnknownIdError: Somebody with a veto is no member.

        >>> votes = WeightedVotes.of({"A": 1, "B": 1, "C": 1}, quota=2)
        >>> Chambers.of(votes, veto=["A"]).wins("B+C")
        False
        """
        if not votes or not isinstance(votes[0], WeightedVotes):
            raise InvalidValueError("there is no vote; give at least one WeightedVotes", attribute="chambers")
        members = votes[0].members
        chambers = tuple(_ordered(each, members) for each in votes)
        asked = tuple(veto) if isinstance(veto, Iterable) and not isinstance(veto, str) else veto
        if mask := mask_of(asked, members):
            holders = members_of(mask, members)
            weights = tuple(Fraction(member in holders) for member in members)
            chambers = (*chambers, WeightedVotes(members, weights, sum(weights, Fraction(0)), "vetoes"))
        return cls(chambers)

    @classmethod
    def double(
        cls,
        weights: Mapping[Any, Exact],
        *,
        of_members: str | Fraction,
        of_weights: str | Fraction,
        name: str = "",
    ) -> "Chambers":
        """Make a double majority: one of the members, each counted once, and one of the weights (dubbel majoritet).

        Args:
            weights: Each member's weight, such as inhabitants.
            of_members: The majority of the members; see `WeightedVotes.of` for majorities.
            of_weights: The majority of the weights.
            name: What the weights are.

        Raises:
            InvalidValueError: As `WeightedVotes.of` does.
        """
        heavy = WeightedVotes.of(weights, majority=of_weights, name=name)
        return cls((WeightedVotes.of(dict.fromkeys(weights, 1), majority=of_members, name="members"), heavy))

    @property
    def members(self) -> tuple[Player, ...]:
        """Who votes, in the first chamber's order."""
        return self.chambers[0].members

    def wins(self, coalition: object) -> bool:
        """Tell whether a coalition wins every vote.

        Complexity: O(n) for each chamber.

        Raises:
            UnknownIdError: Somebody in it is no member.
            InvalidValueError: A member comes twice, or it is no coalition.
        """
        return all(each.wins(coalition) for each in self.chambers)

    def __repr__(self) -> str:
        each = ", ".join(repr(vote).partition(" members, ")[2][:-1] for vote in self.chambers)
        return f"Chambers({len(self.members)} members: {each})"


def unanimity(members: Iterable[Any]) -> WeightedVotes:
    """Give the vote in which all must agree, each counted once (enhällighet).

    Raises:
        InvalidValueError: There is no member, or one comes twice.

    >>> unanimity(["Bjuv", "Svalöv"]).wins("Bjuv")
    False
    """
    who = players_of(members)
    return WeightedVotes(who, (Fraction(1),) * len(who), Fraction(len(who)), "members")


def _ordered(votes: WeightedVotes, members: tuple[Player, ...]) -> WeightedVotes:
    if not isinstance(votes, WeightedVotes):
        raise InvalidValueError(f"{show(votes)} is no WeightedVotes; make it with WeightedVotes.of")
    if votes.members == members or set(votes.members) != set(members):
        return votes
    weights = dict(zip(votes.members, votes.weights, strict=True))
    return attrs.evolve(votes, members=members, weights=tuple(weights[member] for member in members))


def _need_same(here: tuple[Player, ...], members: tuple[Player, ...]) -> None:
    if here != members:
        apart = set(here) ^ set(members)
        of = tuple(dict.fromkeys((*here, *members)))
        odd = written(mask_of(tuple(apart), of), of) if apart else "the order"
        raise InvalidValueError(f"the chambers differ in {odd}; name the same members in each", attribute="chambers")
