"""Ordering together (gemensamma inköp)."""

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import attrs

from familjen.errors import InvalidValueError
from familjen.games import CostShares, PoolingGame, soc
from familjen.games.by_player import numbers_of
from familjen.games.coalition import Player
from familjen.games.grid import as_html, as_lines
from familjen.games.number import as_exact
from familjen.language import worded
from familjen.scale.pooling.order_quantity import order_quantity
from familjen.scale.pooling.parties import need_some
from familjen.scale.pooling.written import decimal

__all__ = ["InventoryPooling", "inventory_pooling"]


@attrs.frozen(repr=False)
class InventoryPooling:
    """What ordering and holding stock costs each party alone, and all when they order together (gemensamma inköp).

    Made by `inventory_pooling`.
    """

    game: PoolingGame
    """The game of what each coalition pays a year, in kronor."""
    demands: tuple[Fraction, ...]
    """What each party uses in a year, in the order of the players."""
    holding: tuple[Fraction, ...]
    """What it costs each party to hold one item for a year, in kronor."""
    order_cost: Fraction
    """What one order costs, in kronor, whoever it is for."""

    @property
    def parties(self) -> tuple[Player, ...]:
        """The parties, in order."""
        return self.game.players

    @property
    def alone(self) -> tuple[float, ...]:
        """What each pays a year alone, in kronor."""
        return tuple(float(self.game.of_places([place])) for place in range(len(self.parties)))

    @property
    def together(self) -> float:
        """What all pay a year together, in kronor."""
        return float(self.game.of_places(range(len(self.parties))))

    @property
    def saved(self) -> float:
        """How much less all pay a year together than alone, in kronor, if a joint order costs as much as one alone."""
        return math.fsum(self.alone) - self.together

    @property
    def orders(self) -> float:
        """How many joint orders a year are best: the root of the sum of squares of how many are best for each alone."""
        return math.sqrt(sum(self.game.squares))

    @property
    def quantities_alone(self) -> tuple[float, ...]:
        """How much each best orders at a time alone."""
        return tuple(
            order_quantity(demand, holding=held, order_cost=self.order_cost)
            for demand, held in zip(self.demands, self.holding, strict=True)
        )

    @property
    def quantities_together(self) -> tuple[float, ...]:
        """How much of each joint order is for each party."""
        orders = self.orders
        return tuple(float(demand) / orders for demand in self.demands)

    @property
    def break_even(self) -> float:
        """What a joint order may cost, in kronor, before ordering together costs as much as alone.

        It is order cost·(Σ√s)²/Σs, s being demand·holding.
        """
        whole = sum(self.game.squares)
        roots = math.fsum(math.sqrt(square / whole) for square in self.game.squares)
        return float(self.order_cost) * roots**2

    def shares(self, *, exact: bool = False) -> CostShares:
        """Split what all pay by `familjen.games.soc`, which nobody can better by leaving."""
        return soc(self.game, exact=exact)

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each party: what it orders at a time and pays a year, alone and together, in kronor."""
        shares = self.shares()
        columns = zip(self.parties, self.quantities_alone, self.quantities_together, self.alone, strict=True)
        return [
            {
                "party": party,
                "quantity_alone": quantity,
                "quantity_together": joint,
                "cost_alone": cost,
                "cost_together": float(shares[party]),
            }
            for party, quantity, joint, cost in columns
        ]

    def table(self, lang: str = "en") -> tuple[tuple[str, ...], list[tuple[str, ...]], list[tuple[str, ...]]]:
        """Give the heading, the rows and the sums, as text."""
        head = (
            worded(lang, "Party", "Part"),
            worded(lang, "Order alone", "Order ensam"),
            worded(lang, "Order together", "Order tillsammans"),
            worded(lang, "Cost alone", "Kostnad ensam"),
            worded(lang, "Cost together", "Kostnad tillsammans"),
        )
        rows = [tuple(_cell(value, lang) for value in row.values()) for row in self.to_rows()]
        sums = (
            worded(lang, "Sum", "Summa"),
            "",
            "",
            decimal(math.fsum(self.alone), lang),
            decimal(self.together, lang),
        )
        return head, rows, [sums]

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table, in English (``"en"``) or Swedish (``"sv"``)."""
        return "\n".join(as_lines(*self.table(lang)))

    def explain(self, lang: str = "en") -> str:
        """Say in sentences what ordering together comes to, and what that rests on."""
        apart, joint, saved, order, most = (
            decimal(float(each), lang)
            for each in (math.fsum(self.alone), self.together, self.saved, self.order_cost, self.break_even)
        )
        return worded(
            lang,
            f"Apart ordering and holding costs {apart} kr a year, together {joint} kr: {saved} kr less.\n"
            f"That holds if an order for all costs as much as one alone, {order} kr. If it costs {most} kr, nothing is "
            "saved; if more, it is dearer together.\n"
            "Stock is used up evenly, each party holds its own, and all order when one does.",
            f"Var för sig kostar beställning och lager {apart} kr om året, tillsammans {joint} kr: {saved} kr mindre.\n"
            f"Det gäller om en order för alla kostar lika mycket som en för en ensam, {order} kr. Kostar den {most} kr "
            "sparas ingenting; kostar den mer blir det dyrare tillsammans.\n"
            "Lagret förbrukas jämnt, varje part har sitt eget, och alla beställer samtidigt.",
        )

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        apart = math.fsum(self.alone)
        return (
            f"<InventoryPooling of {len(self.parties)} parties: {apart:,.2f} kr apart, {self.together:,.2f} together>"
        )

    def _repr_html_(self) -> str:
        return as_html(*self.table())


def _cell(value: object, lang: str) -> str:
    return decimal(value, lang) if isinstance(value, float) else str(value)


def inventory_pooling(
    demand: Mapping[Any, float], holding: Mapping[Any, float], *, order_cost: float
) -> InventoryPooling:
    """Compare what ordering and holding stock costs each party alone, and all when they order together.

    A joint order is taken to cost as much as one alone, whoever it is for; `InventoryPooling.break_even` says how much
    it may cost before nothing is saved.

    Args:
        demand: How much each party uses in a year, zero or more.
        holding: What it costs each to hold one item for a year, in kronor, above zero.
        order_cost: What one order costs, in kronor, above zero.

    Raises:
        InvalidValueError: There are fewer than two parties, nobody uses anything, a number is negative or not
            finite, or a cost is zero.
        UnknownIdError: There is a holding cost of somebody without a demand.

    Complexity: O(n).

    Source: Meca, Timmer, García-Jurado and Borm, "Inventory games", European Journal of Operational Research 156
    (2004), pp. 127-139.

    >>> print(inventory_pooling({"Bjuv": 500, "Åstorp": 300}, {"Bjuv": 9.6, "Åstorp": 11}, order_cost=600))
    Party   Order alone  Order together  Cost alone  Cost together
    --------------------------------------------------------------
    Bjuv            250          192.45       2,400       1,847.52
    Åstorp       180.91          115.47    1,989.97       1,270.17
    --------------------------------------------------------------
    Sum                                    4,389.97       3,117.69
    """
    game = PoolingGame.of_orders(demand, holding, order_cost=order_cost)
    need_some(len(game.players), "demand")
    demands = numbers_of(game.players, demand, "demand", "demand")
    if not any(demands):
        raise InvalidValueError("nobody uses anything; give a demand above zero to somebody", attribute="demand")
    held = numbers_of(game.players, holding, "holding cost", "holding")
    order = as_exact(order_cost, "the cost of an order", "order_cost")
    made = InventoryPooling(game, tuple(demands), tuple(held), order)
    _ = made.quantities_alone  # refuses what costs nothing to hold
    return made
