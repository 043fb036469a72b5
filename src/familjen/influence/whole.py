"""A voting body in whole numbers, by what may be missing from all (heltalsform)."""

from collections.abc import Sequence
from itertools import starmap

import attrs

from familjen.influence.body import Body, need_body

__all__ = ["Weights", "Whole"]

Weights = tuple[int, ...]
"""What somebody weighs in each chamber."""


@attrs.frozen
class Whole:
    """What each member weighs in each chamber, and how much may be missing there (heltalsform).

    A coalition wins if those outside it weigh no more than the room in any chamber.

    >>> from familjen.influence import WeightedVotes
    >>> Whole.of(WeightedVotes.of({"A": 20, "B": 10, "C": 10}, quota=30))
    Whole(weights=((2,), (1,), (1,)), room=(1,))
    """

    weights: tuple[Weights, ...]
    """For each member, its weight in each chamber."""
    room: Weights
    """For each chamber, what those outside may weigh at most."""

    @classmethod
    def of(cls, body: Body) -> "Whole":
        """Read a body.

        Raises:
            InvalidValueError: It is none.
        """
        need_body(body)
        each, room = zip(*(chamber.whole() for chamber in body.chambers), strict=True)
        return cls(tuple(zip(*each, strict=True)), tuple(room))

    def merged(self, unions: Sequence[Sequence[int]]) -> "Whole":
        """Let the members at these places act as one, union by union, in the unions' order.

        >>> Whole(((2,), (1,), (1,)), (1,)).merged([[0], [1, 2]])
        Whole(weights=((2,), (2,)), room=(1,))
        """
        return attrs.evolve(self, weights=tuple(self.weight_of(union) for union in unions))

    def weight_of(self, places: Sequence[int]) -> Weights:
        """Add up what the members at these places weigh in each chamber."""
        return tuple(sum(self.weights[place][chamber] for place in places) for chamber in range(len(self.room)))

    def left(self, weights: Weights) -> Weights:
        """Give the room that is left in each chamber when somebody with these weights is outside."""
        return tuple(starmap(int.__sub__, zip(self.room, weights, strict=True)))

    def may_leave(self, place: int) -> bool:
        """Tell whether the others win without this member: whether it has no veto."""
        return min(self.left(self.weights[place])) >= 0
