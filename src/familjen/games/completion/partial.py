"""Games of which only some coalitions are known (partiellt givna spel)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import islice
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, written
from familjen.games.number import whole_numbers

__all__ = ["Partial"]


@attrs.frozen
class Partial:
    """What some coalitions cost or gain by themselves (partiellt givet spel).

    >>> Partial(("A", "H"), {0: Fraction(0), 1: Fraction(11), 2: Fraction(7)}, -1).missing(most=1)
    (3,)
    """

    players: tuple[Player, ...]
    """The players, in the order of the bits."""
    known: Mapping[int, Fraction]
    """The numbers that are known, by the coalition's; the empty one is."""
    sign: int
    """1 where more is better, −1 where less is."""
    attribute: str = "table"
    """The argument that they were given as, for messages."""

    @property
    def size(self) -> int:
        """How many coalitions there are, the empty one too."""
        return 1 << len(self.players)

    def missing(self, most: int | None = None) -> tuple[int, ...]:
        """Give the coalitions that have no number, or the first of them."""
        return tuple(islice((mask for mask in range(self.size) if mask not in self.known), most))

    def full(self) -> list[Fraction]:
        """Give every coalition's number.

        Raises:
            InvalidValueError: Some have none.
        """
        without = self.size - len(self.known)
        if without:
            shown = ", ".join(written(mask, self.players) for mask in self.missing(most=3))
            reason = (
                f"{without} of {self.size} coalitions have no number, such as {shown}; give all, or say what the "
                "others come to with completion="
            )
            raise InvalidValueError(reason, attribute=self.attribute)
        return [self.known[mask] for mask in range(self.size)]

    def filled(self, numbers: Sequence[Fraction], reached: NDArray[np.bool_], why: str) -> list[Fraction]:
        """Give every coalition's number: its own where it is known, else the one given here, where it was reached.

        Raises:
            InvalidValueError: One that is missing was not; ``why`` says so in words.
        """
        beyond = next((mask for mask in np.flatnonzero(~reached).tolist() if mask not in self.known), None)
        if beyond is not None:
            reason = f"{written(beyond, self.players)} has no number, and {why}; give it a number"
            raise InvalidValueError(reason, attribute=self.attribute)
        return [self.known.get(mask, number) for mask, number in enumerate(numbers)]

    def as_costs(self) -> tuple[Sequence[int], NDArray[Any], int]:
        """Give the known coalitions in the order of their numbers, and what they come to, as whole numbers.

        Less is better: gains are negated. The last is the denominator.
        """
        masks = sorted(self.known)
        counts, over = whole_numbers([self.known[mask] for mask in masks])
        return masks, -self.sign * counts, over
