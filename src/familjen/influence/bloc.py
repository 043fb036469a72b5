"""What some members gain by acting as one, and who of them is better off outside (block)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, mask_of, members_of, written
from familjen.influence.indices import Index
from familjen.influence.unions import in_unions
from familjen.influence.whole import Whole

__all__ = ["Bloc", "bloc_of", "places_of_bloc"]


@attrs.frozen
class Bloc:
    """What some members gain by acting as one (block).

    Assumptions: each of them always votes as the bloc does, whatever it wants itself; all others act alone.

    >>> from familjen.influence import WeightedVotes, voting_power
    >>> votes = WeightedVotes.of({"A": 4, "B": 2, "C": 1, "D": 1, "E": 1}, majority="more than half")
    >>> bloc = voting_power(votes, bloc="C+D+E").bloc
    >>> str(bloc.apart), str(bloc.together), str(bloc.gain), bloc.better_outside
    ('3/10', '1/3', '1/30', ('C', 'D', 'E'))
    """

    members: tuple[Player, ...]
    """Who acts as one, in the body's order."""
    together: Fraction
    """The bloc's power as one member."""
    each_apart: tuple[Fraction, ...]
    """Each member's power when everybody acts alone."""
    shares: tuple[Fraction, ...]
    """Each member's share of the bloc's power, by the Owen index, or Owen–Banzhaf with Banzhaf's."""
    outside: tuple[Fraction, ...]
    """Each member's power if it alone left and the others went on acting as one."""

    @property
    def apart(self) -> Fraction:
        """The sum of its members' powers when everybody acts alone."""
        return sum(self.each_apart, Fraction(0))

    @property
    def gain(self) -> Fraction:
        """What the bloc has together beyond the sum of its members apart: below zero if it loses."""
        return self.together - self.apart

    @property
    def better_outside(self) -> tuple[Player, ...]:
        """Those who would have more if they alone left."""
        return tuple(
            member
            for member, share, alone in zip(self.members, self.shares, self.outside, strict=True)
            if alone > share
        )

    @property
    def loses_inside(self) -> tuple[Player, ...]:
        """Those who have less in the bloc than when everybody acts alone."""
        return tuple(
            member
            for member, share, alone in zip(self.members, self.shares, self.each_apart, strict=True)
            if alone > share
        )


def places_of_bloc(bloc: object, members: Sequence[Player]) -> list[int]:
    """Read a bloc: at least two of the members, and not all.

    Raises:
        UnknownIdError: Somebody in it is no member.
        InvalidValueError: It has one member or all, one comes twice, or it is no coalition.

    >>> places_of_bloc("A+C", ["A", "B", "C"])
    [0, 2]
    """
    mask = mask_of(bloc, members)
    if mask.bit_count() < 2:  # noqa: PLR2004 - one acts as one anyway
        reason = f"the bloc is {written(mask, members)}; a bloc has two members or more"
        raise InvalidValueError(reason, attribute="bloc")
    if mask.bit_count() == len(members):
        raise InvalidValueError("the bloc is all members, who win together; leave somebody out", attribute="bloc")
    return [place for place in range(len(members)) if mask >> place & 1]


def bloc_of(whole: Whole, places: list[int], apart: Sequence[Fraction], index: Index, who: Sequence[Player]) -> Bloc:
    """Weigh a bloc by the Shapley–Shubik or the Banzhaf index.

    Complexity: that of the index in a body of as many members as there are outside and one, once and for each member
    of the bloc; and of `in_unions`.
    """
    rest = [place for place in range(len(whole.weights)) if place not in places]
    alone = [[place] for place in rest]
    shares = in_unions(whole, [places, *alone], owen=index.sums_to_one)
    return Bloc(
        members_of(sum(1 << place for place in places), who),
        index.of(whole.merged([places, *alone]))[0],
        tuple(apart[place] for place in places),
        tuple(shares[place] for place in places),
        tuple(_leaving(whole, places, alone, index)),
    )


def _leaving(whole: Whole, places: list[int], alone: list[list[int]], index: Index) -> Iterator[Fraction]:
    """Give the power of each member that leaves while the others of the bloc act as one."""
    known: dict[tuple[int, ...], Fraction] = {}
    for place in places:
        weights = whole.weights[place]
        if weights not in known:
            stay = [other for other in places if other != place]
            known[weights] = index.of(whole.merged([[place], stay, *alone]))[0]
        yield known[weights]
