"""How an excess is measured: as it is, per member, or in proportion to something (mått på missnöje)."""

from enum import Enum
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.games.coalition import written
from familjen.games.game import Game, sums
from familjen.games.number import SMALLEST

__all__ = ["Measure"]

Floats = NDArray[np.float64]

_APART = 1e-200
"""A weight below this part of the largest number makes excesses that floats cannot hold."""
_NOISE = 1e-9
"""A weight below this part of the largest number is read exactly before it is trusted to be above zero."""


class Measure(Enum):
    """What an excess is divided by (mått).

    >>> from familjen.games import CostGame
    >>> Measure.PER_CAPITA.of(CostGame.of({"a": 3, "b": 4, "a+b": 5}), 3)
    Fraction(2, 1)
    """

    PLAIN = "excess"
    """By nothing: the nucleolus."""
    PER_CAPITA = "excess per member"
    """By how many members the coalition has."""
    PROPORTIONAL = "excess in proportion to what the coalition costs or gains by itself"
    """By what the coalition costs or gains by itself."""
    DISRUPTION = "propensity to disrupt"
    """By what the coalition and the others lose together by parting."""

    def of(self, game: Game, mask: int) -> Fraction:
        """Give what the excess of the coalition of that number is divided by, exactly."""
        if self is Measure.PLAIN:
            return Fraction(1)
        if self is Measure.PER_CAPITA:
            return Fraction(mask.bit_count())
        if self is Measure.PROPORTIONAL:
            return game.at(mask)
        return game.sign * (game.at(-1) - game.at(mask) - game.at(len(game.values) - 1 - mask))

    def floats(self, game: Game) -> Floats | None:
        """Give it for every coalition by its number, ``None`` where it is 1; the largest for nobody and for all.

        Raises:
            InvalidValueError: For some coalition it is not above zero.
        """
        if self is Measure.PLAIN:
            return None
        if self is Measure.PER_CAPITA:
            weights = sums(np.ones(len(game.players)))
            weights[0] = weights[-1]
            return weights
        if self is Measure.PROPORTIONAL:
            weights = game.values.copy()
        else:
            weights = game.sign * (game.values[-1] - game.values - game.values[::-1])
        weights[0] = weights[-1] = weights[1:-1].max()
        low = _NOISE * max(float(game.values.max()), -float(game.values.min()), 1e-300)
        for mask in (np.flatnonzero(weights[1:-1] <= low) + 1).tolist():
            if self.of(game, mask) <= 0:
                raise self._refused(game, mask)
            weights[mask] = float(self.of(game, mask))
        if float(weights[1:-1].min()) < max(float(SMALLEST), low / _NOISE * _APART):
            raise self._too_small(game, int(np.argmin(weights[1:-1])) + 1)
        return weights

    def _too_small(self, game: Game, mask: int) -> InvalidValueError:
        named, value = written(mask, game.players), float(self.of(game, mask))
        reason = f"the excess of {named} is divided by {value:g}, which is next to nothing beside the largest number"
        return InvalidValueError(f"{reason}; use nucleolus or per_capita_nucleolus", attribute="game")

    def _refused(self, game: Game, mask: int) -> InvalidValueError:
        named, value = written(mask, game.players), float(self.of(game, mask))
        if self is Measure.PROPORTIONAL:
            verb = "costs" if game.sign < 0 else "gains"
            reason = f"{named} {verb} {value:g} by itself, and an excess has no proportion to that"
        else:
            reason = f"{named} and the others lose {value:g} together by parting, so there is nothing to disrupt"
        return InvalidValueError(f"{reason}; use nucleolus or per_capita_nucleolus", attribute="game")
