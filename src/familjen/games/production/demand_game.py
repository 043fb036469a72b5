"""Games in which a coalition produces what its members demand of one good (efterfrågespel)."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import attrs

from familjen.games.coalition import Player
from familjen.games.compact.game import CompactGame
from familjen.games.number import Number
from familjen.games.production.demands import demands_of, need_function, priced

__all__ = ["DemandGame"]


@attrs.frozen(repr=False)
class DemandGame(CompactGame):
    """What it costs to produce the sum of what a coalition's members demand of one good (efterfrågespel).

    Source: Moulin and Shenker, "Serial cost sharing", Econometrica 60 (1992), pp. 1009-1037.

    >>> game = DemandGame.of(lambda quantity: quantity**2, {"A": 1, "H": 2})
    >>> game, game("H")
    (DemandGame(A, H; all together 9), 4.0)
    """

    players: tuple[Player, ...]
    """Who demands, in order."""
    demands: tuple[Fraction, ...]
    """What each demands."""
    cost: Callable[[Any], Number]
    """What a quantity costs."""
    exact: bool = False
    """Whether the cost is asked for with a Fraction rather than a float."""

    @classmethod
    def of(
        cls, cost: Callable[[Any], Number], demands: Mapping[Player, Number], *, exact: bool = False
    ) -> "DemandGame":
        """Make it from a cost function and each player's demand; a float is the decimal number it is written as.

        Raises:
            InvalidValueError: The cost is no function, nobody demands, or a demand is below zero or not finite.
        """
        need_function(cost, "cost")
        return cls(*demands_of(demands), cost, exact)

    def of_places(self, places: Sequence[int]) -> Fraction:
        """Give what it costs to produce what the players at these places demand."""
        return self.costs(sum((self.demands[place] for place in places), Fraction(0)))

    def costs(self, quantity: Fraction) -> Fraction:
        """Give what a quantity costs.

        Raises:
            InvalidValueError: The cost function gives no finite number.
        """
        return priced(self.cost, quantity if self.exact else float(quantity))
