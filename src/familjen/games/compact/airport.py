"""The airport game: who needs the longest runway settles what it costs (flygplatsspelet)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import attrs
import numpy as np

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import Player, players_of
from familjen.games.compact.airport_types import AirportTypes
from familjen.games.compact.each import need_each, read_each
from familjen.games.compact.game import Floats, Members
from familjen.games.compact.submodular import Places, SubmodularGame
from familjen.games.number import Number
from familjen.validators import show

__all__ = ["AirportGame"]


@attrs.frozen(repr=False)
class AirportGame(SubmodularGame):
    """A cost game in which a coalition costs what its dearest member costs: c(S) = max cᵢ (flygplatsspel).

    A runway that is long enough for the largest aircraft does for all. Costs are kept exactly.

    Source: Littlechild and Owen, "A simple expression for the Shapley value in a special case", Management Science 20
    (1973), pp. 370-372.

    >>> game = AirportGame.of({"glider": 600, "jet": 3000})
    >>> game("glider+jet"), game.shapley_value(), game.nucleolus_value()
    (3000.0, [Fraction(300, 1), Fraction(2700, 1)], [Fraction(300, 1), Fraction(2700, 1)])
    """

    players: tuple[Player, ...] = attrs.field(converter=players_of)
    """The players, in the order of the bits."""
    costs: tuple[Fraction, ...]
    """What each player needs: what it costs alone."""

    def __attrs_post_init__(self) -> None:
        need_each(self.players, self.costs, "cost", "costs")

    @classmethod
    def of(cls, costs: Mapping[Any, Number]) -> "AirportGame":
        """Make the game from what each player costs alone.

        Raises:
            InvalidValueError: A cost is below zero or not finite, or there is none.
        """
        return cls(*read_each(costs, "cost", "costs"))

    @staticmethod
    def of_types(costs: Mapping[Any, Number], numbers: Mapping[Any, int]) -> AirportTypes:
        """Tell an airport by types of players and how many there are of each, for fees of each type.

        Raises:
            InvalidValueError: A cost is below zero or not finite, a number is missing or no whole number from 1.
            UnknownIdError: A type has a number and no cost.

        >>> AirportGame.of_types({"glider": 600, "jet": 3000}, {"glider": 10, "jet": 2}).numbers
        (10, 2)
        """
        types, read = read_each(costs, "cost", "costs")
        if not isinstance(numbers, Mapping):
            raise InvalidValueError(f"{show(numbers)} is no mapping of type to number", attribute="numbers")
        for kind in numbers:
            if kind not in types:
                raise UnknownIdError.of("type", str(kind), [str(known) for known in types])
        for kind in types:
            if kind not in numbers:
                raise InvalidValueError(f"{kind} has a cost and no number; give both", attribute="numbers")
        return AirportTypes(types, read, tuple(numbers[kind] for kind in types))

    def of_places(self, places: Sequence[int]) -> Fraction:
        """Give the cost of the dearest of them."""
        return max(self.costs[place] for place in places)

    def shapley_value(self) -> list[Fraction]:
        """Share each part of the runway equally among those who need it.

        Complexity: O(n log n), exact.
        """
        fees = self._by_cost().shapley_fees()
        return [fees[cost] for cost in self.costs]

    def nucleolus_value(self) -> list[Fraction]:
        """Give the nucleolus by Littlechild's recursion.

        Complexity: O(m²) for m different costs, exact.

        Source: as for `AirportTypes.nucleolus_fees`.
        """
        fees = self._by_cost().nucleolus_fees()
        return [fees[cost] for cost in self.costs]

    def _by_cost(self) -> AirportTypes:
        counts = Counter(self.costs)
        return AirportTypes(tuple(counts), tuple(counts), tuple(counts.values()))

    def separate(self, paid: Floats, inside: Places, outside: Places) -> tuple[Members, Floats]:
        """Try each runway that is long enough for the one inside, with all who pay and for whom it is long enough.

        Complexity: O(m·n) for m pairs.
        """
        costs = np.array([float(cost) for cost in self.costs])
        order = np.argsort(costs, kind="stable")
        place = np.empty_like(order)
        place[order] = np.arange(len(order))
        gains = np.maximum(paid, 0)
        upto = np.arange(len(order))
        # the excess when all who pay are in up to each length: less the one outside, and only where the one inside fits
        excess = (
            np.cumsum(gains[order]) - costs[order] - np.where(upto >= place[outside, None], gains[outside, None], 0)
        )
        excess[upto < place[inside, None]] = -np.inf
        best = np.argmax(excess, axis=1)
        members = (place <= best[:, None]) & (paid > 0)
        pairs = np.arange(len(inside))
        members[pairs, inside] = True
        members[pairs, outside] = False
        return members, excess[pairs, best] + np.minimum(paid[inside], 0)
