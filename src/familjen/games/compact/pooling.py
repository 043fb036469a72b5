"""Pooling games: what varies apart evens out together (poolning)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

import attrs

from familjen.amounts.exact import shown
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import Player, players_of
from familjen.games.compact.each import need_each, read_each
from familjen.games.compact.game import Floats, Members
from familjen.games.compact.scale import ScaleGame
from familjen.games.compact.scale_power import Power
from familjen.games.compact.submodular import Places, SubmodularGame
from familjen.games.game import LIMIT, Game
from familjen.games.number import Number, as_exact

__all__ = ["PoolingGame"]


@attrs.frozen(repr=False)
class PoolingGame(SubmodularGame):
    """A coalition costs factor·√(Σ squares): ordering together, or one safety stock for all (poolningsspel).

    Where stocks are ordered together, each square is that of how many orders a year are best for a player alone, and
    the factor is twice what an order costs. Where independent demands share a safety stock, each square is a variance,
    and the factor is what one more of standard deviation costs. The squares are exact, the roots are in floats.

    It is a `ScaleGame` of the squares with a `Power` of exponent ½, whose methods it uses.

    Source: Meca, Timmer, García-Jurado and Borm, "Inventory games", European Journal of Operational Research 156
    (2004), pp. 127-139.

    >>> game = PoolingGame.of_deviations({"Ale": 3, "Bjuv": 4}, factor=10)
    >>> game("Ale"), game("Ale+Bjuv")
    (30.0, 50.0)
    """

    players: tuple[Player, ...] = attrs.field(converter=players_of)
    """The players, in order."""
    squares: tuple[Fraction, ...]
    """Each player's variance, or its best number of orders a year alone, squared."""
    factor: Fraction
    """What the root of the squares is multiplied by."""

    @classmethod
    def of_deviations(cls, deviations: Mapping[Any, Number], *, factor: Number = 1) -> "PoolingGame":
        """Make it from standard deviations of independent demands, and what one more of standard deviation costs.

        Raises:
            InvalidValueError: A number is below zero or not finite.
        """
        players, read = read_each(deviations, "deviation", "deviations")
        need_each(players, read, "deviation", "deviations")
        return cls(players, tuple(each**2 for each in read), as_exact(factor, "the factor", "factor"))

    @classmethod
    def of_orders(
        cls, demand: Mapping[Any, Number], holding: Mapping[Any, Number], *, order_cost: Number
    ) -> "PoolingGame":
        """Make it from each player's demand a year and cost of holding one item for a year, and what an order costs.

        Alone a player orders m = √(demand·holding/(2·order cost)) times a year, and pays 2·order cost·m for orders and
        holding; a coalition that orders together pays 2·order cost·√(Σ m²).

        Raises:
            InvalidValueError: A demand or a cost is below zero or not finite, an order costs nothing, or a player has
                a demand and no holding cost.
            UnknownIdError: There is a holding cost of somebody without a demand.

        >>> PoolingGame.of_orders({"1": 500}, {"1": 9.6}, order_cost=600).squares
        (Fraction(4, 1),)
        """
        players, demands = read_each(demand, "demand", "demand")
        need_each(players, demands, "demand", "demand")
        holders, costs = read_each(holding, "holding cost", "holding")
        need_each(holders, costs, "holding cost", "holding")
        for holder in holders:
            if holder not in players:
                raise UnknownIdError.of("player", str(holder), [str(known) for known in players])
        by_holder = dict(zip(holders, costs, strict=True))
        for player in players:
            if player not in by_holder:
                raise InvalidValueError(f"{player} has a demand and no holding cost; give both", attribute="holding")
        order = as_exact(order_cost, "the cost of an order", "order_cost")
        if order <= 0:
            reason = f"an order costs {shown(order)}; give a cost above zero, for else each item is ordered by itself"
            raise InvalidValueError(reason, attribute="order_cost")
        squares = (each * by_holder[player] / (2 * order) for player, each in zip(players, demands, strict=True))
        return cls(players, tuple(squares), 2 * order)

    def __attrs_post_init__(self) -> None:
        need_each(self.players, self.squares, "square", "squares")
        if self.factor < 0:
            raise InvalidValueError(f"the factor is {shown(self.factor)}, below zero; give a cost", attribute="factor")
        _ = self.scale

    @cached_property
    def scale(self) -> ScaleGame:
        """The same game as one with scale benefits: the squares are sizes."""
        none = Fraction(0)
        curve = Power(self.factor, Fraction(1, 2))
        return ScaleGame(self.players, self.squares, (none,) * len(self.players), none, none, curve)

    def of_places(self, places: Sequence[int]) -> Fraction:
        """Give what the coalition of the players at these places costs."""
        return self.scale.of_places(places)

    def many(self, members: Members) -> Floats:
        """Give what many coalitions cost, in floats: a row for each with True for who is in it, shape (m, n)."""
        return self.scale.many(members)

    def enumerated(self, *, limit: int = LIMIT) -> Game:
        """Write the game out, in floats."""
        return self.scale.enumerated(limit=limit)

    def shapley_value(self) -> Sequence[Fraction | float]:
        """Give the Shapley value, in floats, as `ScaleGame.shapley_value` does."""
        return self.scale.shapley_value()

    def separate(self, paid: Floats, inside: Places, outside: Places) -> tuple[Members, Floats]:
        """Give, for each pair, the coalition that has the greatest excess, as `ScaleGame.separate` does."""
        return self.scale.separate(paid, inside, outside)
