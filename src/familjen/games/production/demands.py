"""What players demand, and what it costs by a function of the user's (efterfrågan)."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from familjen.errors import InvalidValueError
from familjen.games.by_player import numbers_of
from familjen.games.coalition import Player, players_of
from familjen.games.number import Number, as_exact
from familjen.validators import show

__all__ = ["demands_of", "need_function", "priced"]


def demands_of(demands: Mapping[Player, Number]) -> tuple[tuple[Player, ...], tuple[Fraction, ...]]:
    """Read who demands and what, exactly.

    Raises:
        InvalidValueError: It is no mapping, there is nobody in it, or a demand is below zero or not finite.

    >>> demands_of({"A": 1, "H": 0.5})
    (('A', 'H'), (Fraction(1, 1), Fraction(1, 2)))
    """
    if not isinstance(demands, Mapping):
        raise InvalidValueError(f"{show(demands)} is no mapping of player to demand", attribute="demands")
    players = players_of(demands)
    return players, tuple(numbers_of(players, demands, "demand", "demands", least=0))


def need_function(function: object, attribute: str) -> None:
    """Refuse what cannot be called."""
    if not callable(function):
        reason = f"{show(function)} is no function of what is produced; write lambda quantity: 100 + 7 * quantity"
        raise InvalidValueError(reason, attribute=attribute)


def priced(cost: Callable[[Any], Number], produced: Any) -> Fraction:
    """Ask what it costs to produce so much.

    Raises:
        InvalidValueError: The answer is not a finite number.
    """
    return as_exact(cost(produced), f"the cost of {produced}", "cost")
