"""Serial cost sharing (seriell kostnadsdelning)."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from familjen.games.coalition import Player
from familjen.games.exactly import shares_of
from familjen.games.number import Number
from familjen.games.production.demand_game import DemandGame
from familjen.games.shares import CostShares

__all__ = ["serial_cost"]


def serial_cost(cost: Callable[[Any], Number], demands: Mapping[Player, Number], *, exact: bool = False) -> CostShares:
    """Share the cost step by step: up to the least demand all alike, then the rest alike, and on (seriell delning).

    Each pays as if nobody demanded more than it does: what the large demand makes dearer, the large pay. What it costs
    to produce nothing is shared by all alike.

    Complexity: one call of the cost function for each player, O(n log n).

    Source: Moulin and Shenker, "Serial cost sharing", Econometrica 60 (1992), pp. 1009-1037.

    Args:
        cost: What a quantity costs: of a float, or with ``exact`` of a Fraction.
        demands: How much each player demands, zero or more.
        exact: Whether to ask with Fractions and give Fractions.

    Raises:
        InvalidValueError: The cost is no function or gives no finite number; nobody demands; or a demand is below zero
            or not finite.

    >>> dict(serial_cost(lambda quantity: quantity**2, {"A": 1, "H": 2, "T": 3}))
    {'A': 3.0, 'H': 11.0, 'T': 22.0}
    """
    game = DemandGame.of(cost, demands, exact=exact)
    numbers = [Fraction(0)] * len(game.players)
    served = paid = share = Fraction(0)
    ordered = sorted(range(len(numbers)), key=game.demands.__getitem__)
    for before, place in enumerate(ordered):
        alike = len(ordered) - before
        costs = game.costs(served + alike * game.demands[place])
        share += (costs - paid) / alike
        numbers[place] = share
        served += game.demands[place]
        paid = costs
    return shares_of(game, numbers, "serial_cost", exact=exact)
