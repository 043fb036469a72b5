"""Games in which a coalition produces what its members demand, each of a good of its own (varukorgsspel)."""

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.games.coalition import Player
from familjen.games.compact.game import CompactGame
from familjen.games.number import Number, as_exact
from familjen.games.production.demands import demands_of, need_function, priced

__all__ = ["BundleGame"]


@attrs.frozen(repr=False)
class BundleGame(CompactGame):
    """What it costs to produce what a coalition's members demand, each of a good of its own (varukorgsspel).

    Source: Billera and Heath, "Allocation of shared costs: a set of axioms yielding a unique procedure", Mathematics of
    Operations Research 7 (1982), pp. 32-39.

    >>> game = BundleGame.of(lambda bundle: bundle[0] + bundle.sum() ** 2, {"water": 1, "sewage": 2})
    >>> game, game("sewage")
    (BundleGame(water, sewage; all together 10), 4.0)
    """

    players: tuple[Player, ...]
    """Who demands, in order; each a good of its own."""
    demands: tuple[Fraction, ...]
    """How much each demands of its good."""
    cost: Callable[[NDArray[np.float64]], Number]
    """What a bundle costs: an array of how much of each good, in the players' order."""

    @classmethod
    def of(cls, cost: Callable[[NDArray[np.float64]], Number], demands: Mapping[Player, Number]) -> "BundleGame":
        """Make it from a cost function of a bundle, and how much each player demands of its good.

        Raises:
            InvalidValueError: The cost is no function, nobody demands, or a demand is below zero or not finite.
        """
        need_function(cost, "cost")
        return cls(*demands_of(demands), cost)

    def of_places(self, places: Sequence[int]) -> Fraction:
        """Give what it costs to produce what the players at these places demand, and nothing of the other goods."""
        bundle = np.zeros(len(self.players))
        bundle[list(places)] = self.amounts()[list(places)]
        return self.costs(bundle)

    def amounts(self) -> NDArray[np.float64]:
        """Give what is demanded of each good, as floats."""
        return np.array([float(demand) for demand in self.demands])

    def costs(self, bundle: NDArray[np.float64]) -> Fraction:
        """Give what a bundle costs.

        Raises:
            InvalidValueError: The cost function gives no finite number.
        """
        return priced(self.cost, bundle)

    def float_cost(self, bundle: NDArray[np.float64]) -> float:
        """Give what a bundle costs as a float, without the detour by its decimals.

        Raises:
            InvalidValueError: The cost function gives no finite number.
        """
        answer = self.cost(bundle)
        if isinstance(answer, float) and math.isfinite(answer):
            return answer
        return float(as_exact(answer, f"the cost of {bundle}", "cost"))
