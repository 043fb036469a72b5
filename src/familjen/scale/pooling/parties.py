"""Reading the parties that pool, and what each demands (parterna)."""

import math
from typing import Any

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player
from familjen.games.compact.each import read_each
from familjen.scale.pooling.numbers import LARGEST, number

__all__ = ["need_some", "read_added", "read_demands"]

_MOST_ADDED = 1000


def read_demands(given: Any, what: str, attribute: str) -> tuple[tuple[Player, ...], tuple[float, ...]]:
    """Read each party's demand, of two parties or more.

    Raises:
        InvalidValueError: It is no mapping, of fewer than two, a demand is negative or not finite, or they sum to
            more than 10^9.

    >>> read_demands({"Bjuv": 2, "Åstorp": 3.5}, "load", "loads")
    (('Bjuv', 'Åstorp'), (2.0, 3.5))
    """
    parties, exact = read_each(given, what, attribute)
    need_some(len(parties), attribute)
    demands = tuple(
        number(each, f"the {what} of {party}", attribute) for party, each in zip(parties, exact, strict=True)
    )
    if math.fsum(demands) > LARGEST:
        reason = f"the {what} of all is {math.fsum(demands):g}; give 10^9 at most"
        raise InvalidValueError(reason, attribute=attribute)
    return parties, demands


def need_some(parties: int, attribute: str) -> None:
    """Need two parties or more.

    Raises:
        InvalidValueError: There is one.

    >>> need_some(2, "loads")
    """
    if parties < 2:  # noqa: PLR2004 - somebody to pool with
        raise InvalidValueError("there is one party, which has nobody to pool with; give two", attribute=attribute)


def read_added(added: Any) -> float:
    """Read by which share demand grows because parties work together.

    Raises:
        InvalidValueError: It is negative, not finite or above 1,000.

    >>> read_added(0.05)
    0.05
    """
    return number(added, "the share that working together adds", "added", most=_MOST_ADDED)
