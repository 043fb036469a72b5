"""Parts rounded to amounts that come to the whole (avrundade andelar)."""

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from familjen.amounts import apportion
from familjen.amounts.exact import multiple, ratio
from familjen.amounts.vector import plainly
from familjen.errors import InvalidValueError
from familjen.games.coalition import Player
from familjen.games.game import Game
from familjen.games.shares import CostShares

__all__ = ["rounded"]


def rounded(shares: CostShares, unit: Decimal, asked: Decimal | None = None) -> dict[Player, Decimal]:
    """Round parts to amounts in the unit that sum exactly to the whole, as `CostShares.to_amounts` tells.

    Raises:
        InvalidValueError: The parts do not come to the whole, or the whole is not a number of units.

    >>> from familjen.games import CostGame, shapley
    >>> rounded(shapley(CostGame.of({"A": 11, "H": 7, "A+H": 15})), Decimal(1))
    {'A': Decimal('10'), 'H': Decimal('5')}
    """
    size = Fraction(*ratio(unit, "unit", "the unit"))
    if size <= 0:
        raise InvalidValueError(f"the unit is {unit}; give one above zero, such as 0.01", attribute="unit")
    whole = shares.game.at(-1)
    parts = [Fraction(number) / size for number in shares.numbers]
    if abs(sum(parts) * size - whole) > Fraction(1e-9 * shares.largest()):
        came = f"the parts by {shares.method} come to {plainly(sum(parts) * size)}, and the whole is {plainly(whole)}"
        raise InvalidValueError(f"{came}; round only what splits the whole", attribute="numbers")
    if asked is not None:
        given = Fraction(*ratio(asked, "whole", "the whole"))
        if abs(given - whole) >= size:
            reason = f"the whole is asked to be {asked}, a unit or more from {plainly(whole)}, which the game comes to"
            raise InvalidValueError(reason, attribute="whole")
        whole = given
    if (whole / size).denominator != 1:
        told = plainly(whole)
        if isinstance(shares.game, Game) and shares.game.exact is None and _is_written_so(shares.game.whole, size):
            told = f"{told} as a float (give the numbers as a list or as Decimals)"
        reason = f"the whole is {told}, which is no multiple of {unit}; give a finer unit or the whole to be paid"
        raise InvalidValueError(reason, attribute="unit")
    down = [math.floor(part) for part in parts]
    over = [part - least for part, least in zip(parts, down, strict=True)]
    left = int(whole / size) - sum(down)
    if not 0 <= left <= len(down):
        came = f"the parts by {shares.method} come to {plainly(sum(parts) * size)}, and the whole is {plainly(whole)}"
        reason = f"{came}, which is more than rounding to {unit} makes up for; give a coarser unit"
        raise InvalidValueError(reason, attribute="unit")
    counts = [least + one for least, one in zip(down, _shared(left, over), strict=True)]
    return {player: multiple(count, unit) for player, count in zip(shares.game.players, counts, strict=True)}


def _is_written_so(whole: float, size: Fraction) -> bool:
    """Tell whether a float is written as a multiple of the unit, though it is not quite that."""
    return (Fraction(str(whole)) / size).denominator == 1


def _shared(left: int, over: list[Fraction]) -> Sequence[int]:
    """Give the units that are left to those from which rounding took most, one each.

    Where that is not just what was taken, since another whole was asked for or the parts are floats, they are given out
    in that order until none is left.
    """
    if left and sum(over) == left:
        return apportion(left, over, unit=1)
    order = sorted(range(len(over)), key=lambda place: (-over[place], place))
    more = set(order[:left])
    return [int(place in more) for place in range(len(over))]
