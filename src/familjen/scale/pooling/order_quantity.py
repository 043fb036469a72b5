"""How much is best ordered at a time (orderkvantitet)."""

import math
from fractions import Fraction
from typing import Any

from familjen.errors import InvalidValueError
from familjen.games.number import Number, as_exact

__all__ = ["order_quantity"]


def order_quantity(demand: Number, *, holding: Number, order_cost: Number) -> float:
    """Give how much is best ordered at a time, √(2·order cost·demand/holding): Wilson's formula (orderkvantitet).

    Stock is used up evenly, and is filled up at once when it is empty. Each order costs the same, whatever its size;
    holding costs in proportion to the stock.

    Args:
        demand: How much is used in a year, zero or more.
        holding: What it costs to hold one item for a year, in kronor, above zero.
        order_cost: What one order costs, in kronor, above zero.

    Raises:
        InvalidValueError: A number is negative or not finite, a cost is zero, or the best order is beyond 10^150.

    Complexity: O(1).

    Source: Harris, "How many parts to make at once", Factory, The Magazine of Management 10 (1913).

    >>> order_quantity(500, holding=9.6, order_cost=600)
    250.0
    """
    used = as_exact(demand, "the demand", "demand")
    if used < 0:
        raise InvalidValueError(f"the demand is {demand}, below zero; give zero or more", attribute="demand")
    held = _cost(holding, "the cost of holding an item", "holding")
    ordered = _cost(order_cost, "the cost of an order", "order_cost")
    return math.sqrt(as_exact(2 * ordered * used / held, "the square of the best order", "demand"))


def _cost(value: Any, what: str, attribute: str) -> Fraction:
    found = as_exact(value, what, attribute)
    if found <= 0:
        reason = f"{what} is {value}; give kronor above zero, for else no order is the best"
        raise InvalidValueError(reason, attribute=attribute)
    return found
