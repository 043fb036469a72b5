"""Average cost sharing (genomsnittskostnad)."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player
from familjen.games.exactly import on_top, shares_of
from familjen.games.number import Number
from familjen.games.production.demand_game import DemandGame
from familjen.games.shares import CostShares

__all__ = ["average_cost"]


def average_cost(cost: Callable[[Any], Number], demands: Mapping[Player, Number], *, exact: bool = False) -> CostShares:
    """Let each pay the same for each unit that it demands (genomsnittskostnad).

    Nobody gains by splitting its demand in two, or by demanding for another. Who demands little pays for what the large
    make dearer, where costs rise ever faster.

    Complexity: one call of the cost function, O(n).

    Source: Moulin and Shenker, "Average cost pricing versus serial cost sharing: an axiomatic comparison", Journal of
    Economic Theory 64 (1994), pp. 178-201.

    Args:
        cost: What a quantity costs: of a float, or with ``exact`` of a Fraction.
        demands: How much each player demands, zero or more.
        exact: Whether to ask with Fractions and give Fractions.

    Raises:
        InvalidValueError: The cost is no function or gives no finite number; nobody demands; a demand is below zero or
            not finite; or all demand nothing, and that costs something.

    >>> dict(average_cost(lambda quantity: quantity**2, {"A": 1, "H": 2, "T": 3}))
    {'A': 6.0, 'H': 12.0, 'T': 18.0}
    """
    game = DemandGame.of(cost, demands, exact=exact)
    if not any(game.demands) and game.at(-1):
        reason = "everybody demands nothing, so there is no unit to pay for; use serial_cost, or share the cost apart"
        raise InvalidValueError(reason, attribute="demands")
    numbers = on_top(game, [Fraction(0)] * len(game.players), game.demands)
    return shares_of(game, numbers, "average_cost", exact=exact)
