"""A game's numbers as an array to compute with exactly (exakta tal i vektor)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.games.game import Game
from familjen.games.number import whole_numbers

__all__ = ["TOLERANCE", "Counts"]

TOLERANCE = 1e-12
"""Relative to the largest number of a game: what floats cannot tell from zero."""


@attrs.frozen(eq=False)
class Counts:
    """A number for each coalition: whole numbers over one denominator, or the floats that they are (täljare).

    So what is asked of an exact game is answered exactly, in arrays, and what is asked of floats within a tolerance.

    >>> from familjen.games import CostGame
    >>> game = Counts.of(CostGame.of({"A": 0.5, "H": 0.25, "A+H": 0.5}))
    >>> game.values, game.number(3)
    (array([0, 2, 1, 2]), Fraction(3, 4))
    """

    values: NDArray[Any]
    """A number for each coalition, by its number."""
    over: int
    """What they are to be divided by; 0 where they are floats."""

    @classmethod
    def of(cls, game: Game) -> "Counts":
        """Take the numbers of a game."""
        return cls(game.values, 0) if game.exact is None else cls(*whole_numbers(game.exact))

    @property
    def is_exact(self) -> bool:
        """Tell whether they are no floats."""
        return self.over > 0

    @property
    def room(self) -> float:
        """What does not yet count as more than zero: nothing where they are exact."""
        return 0 if self.is_exact else TOLERANCE * float(np.abs(self.values).max())

    def number(self, count: Any) -> Fraction | float:
        """Give a sum of some of them as the number that it is."""
        return Fraction(int(count), self.over) if self.is_exact else float(count)

    def game(self, kind: type[Game], players: Sequence[Any], values: NDArray[Any]) -> Game:
        """Make a game of numbers that were computed from these."""
        if not self.is_exact:
            return kind(tuple(players), values)
        return kind.of_fractions(tuple(players), [Fraction(int(value), self.over) for value in values])
