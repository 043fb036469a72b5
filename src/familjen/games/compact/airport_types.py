"""An airport told by types of aircraft and how many movements each makes (flygplatsspel efter flygplanstyp)."""

from fractions import Fraction

import attrs

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, players_of
from familjen.games.compact.each import need_each
from familjen.validators import show

__all__ = ["AirportTypes"]


@attrs.frozen
class AirportTypes:
    """The airport game in which every movement is a player, told by the movements' types (flygplatsspel efter typ).

    Movements of one type are alike, so each solution gives them one fee, and no list of movements is needed. Made by
    `AirportGame.of_types`.

    Source: as for `AirportGame`.
    """

    types: tuple[Player, ...] = attrs.field(converter=players_of)
    """The types, in order."""
    costs: tuple[Fraction, ...]
    """What a runway for each type costs."""
    numbers: tuple[int, ...]
    """How many movements each type makes."""

    def __attrs_post_init__(self) -> None:
        need_each(self.types, self.costs, "cost", "costs")
        need_each(
            self.types, [_counted(*each) for each in zip(self.types, self.numbers, strict=False)], "number", "numbers"
        )

    def shapley_fees(self) -> dict[Player, Fraction]:
        """Give what a movement of each type pays by the Shapley value (Shapleyavgift per flygrörelse).

        Each part of the runway is shared equally among the movements that need it.

        Complexity: O(m log m) for m types.

        >>> from familjen.games.compact.airport import AirportGame
        >>> AirportGame.of_types({"glider": 600, "jet": 3000}, {"glider": 10, "jet": 2}).shapley_fees()
        {'glider': Fraction(50, 1), 'jet': Fraction(1250, 1)}
        """
        fees: dict[Player, Fraction] = {}
        left, built, fee = sum(self.numbers), Fraction(0), Fraction(0)
        for cost, place in sorted(zip(self.costs, range(len(self.costs)), strict=True)):
            fee += (cost - built) / left
            fees[self.types[place]] = fee
            left, built = left - self.numbers[place], cost
        return {kind: fees[kind] for kind in self.types}

    def nucleolus_fees(self) -> dict[Player, Fraction]:
        """Give what a movement of each type pays by the nucleolus (nukleolavgift per flygrörelse).

        The smallest types that are left pay one fee: the least, over all cuts between smaller and larger types, of what
        the smaller have yet to pay for, shared among them and one of the larger. Those below that cut are then done.

        Complexity: O(m²) for m types.

        Source: Littlechild, "A simple expression for the nucleolus in a special case", International Journal of Game
        Theory 3 (1974), pp. 21-29.

        >>> from familjen.games.compact.airport import AirportGame
        >>> AirportGame.of_types({"glider": 600, "jet": 3000}, {"glider": 10, "jet": 2}).nucleolus_fees()
        {'glider': Fraction(600, 11), 'jet': Fraction(13500, 11)}
        """
        order = sorted(range(len(self.costs)), key=self.costs.__getitem__)
        fees: dict[Player, Fraction] = {}
        paid, start = Fraction(0), 0
        while start < len(order):
            movements, cuts = 0, list[tuple[Fraction, int, int]]()
            for stop, place in enumerate(order[start:], start + 1):
                movements += self.numbers[place]
                cuts.append(((self.costs[place] - paid) / (movements + (stop < len(order))), stop, movements))
            fee, stop, movements = min(cuts)
            fees |= {self.types[place]: fee for place in order[start:stop]}
            paid, start = paid + movements * fee, stop
        return {kind: fees[kind] for kind in self.types}


def _counted(kind: Player, number: object) -> Fraction:
    if type(number) is not int or number < 1:
        reason = f"the number of {kind} is {show(number)}; give a whole number from 1, or leave the type out"
        raise InvalidValueError(reason, attribute="numbers")
    return Fraction(number)
