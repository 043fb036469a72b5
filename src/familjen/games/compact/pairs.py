"""Costs between each two of a source and players, told by pairs (kostnader mellan två)."""

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import Any

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, players_of
from familjen.games.number import Number, as_exact
from familjen.validators import show

__all__ = ["read_pairs"]


def read_pairs(
    costs: Mapping[Any, Number], source: Hashable
) -> tuple[tuple[Player, ...], tuple[tuple[Fraction, ...], ...]]:
    """Read a cost for each two, written once in either order: the players, and a matrix with the source first.

    Complexity: O(n²).

    Raises:
        InvalidValueError: A pair is missing, there twice, or no pair; or a cost is not finite.

    >>> read_pairs({("well", "A"): 5}, "well")
    (('A',), ((Fraction(0, 1), Fraction(5, 1)), (Fraction(5, 1), Fraction(0, 1))))
    """
    if not isinstance(costs, Mapping):
        raise InvalidValueError(f"{show(costs)} is no mapping of pair to cost", attribute="costs")
    names: dict[Hashable, int] = dict.fromkeys(players_of([source]), 0)
    read: dict[tuple[int, int], Fraction] = {}
    for pair, cost in costs.items():
        one, other = _ends(pair)
        row, column = names.setdefault(one, len(names)), names.setdefault(other, len(names))
        if (row, column) in read:
            raise InvalidValueError(f"the link {show(pair)} has a cost twice; give it once", attribute="costs")
        read[row, column] = read[column, row] = as_exact(cost, f"the cost of {one} and {other}", "costs")
    for one, row in names.items():
        read[row, row] = Fraction(0)
        for other, column in names.items():
            if (row, column) not in read:
                reason = f"the link between {one} and {other} has no cost; give one for each two"
                raise InvalidValueError(reason, attribute="costs")
    places = range(len(names))
    return tuple(names)[1:], tuple(tuple(read[row, column] for column in places) for row in places)


def _ends(pair: Any) -> tuple[Hashable, Hashable]:
    """Read a pair of two different names."""
    if not isinstance(pair, tuple) or len(pair) != 2 or pair[0] == pair[1]:  # pyright: ignore[reportUnknownArgumentType] # noqa: PLR2004 - a pair
        reason = f"{show(pair)} is no pair of two players, or of a player and the source"  # pyright: ignore[reportUnknownArgumentType] - of anything
        raise InvalidValueError(reason, attribute="costs")
    return pair[0], pair[1]  # pyright: ignore[reportUnknownVariableType] - the same
