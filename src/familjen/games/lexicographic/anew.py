"""The levels of least greatest excesses in exact arithmetic, where floats do not tell ties (exakta nivåer)."""

from collections.abc import Iterable
from fractions import Fraction

import attrs

from familjen.errors import CertificateError
from familjen.games.game import Game
from familjen.games.lexicographic.beyond import Beyond
from familjen.games.lexicographic.beyond_pairs import BeyondPairs
from familjen.games.lexicographic.measure import Measure
from familjen.games.lexicographic.member import Member, coefficients
from familjen.games.lexicographic.settle import Held, bound_row, level_row, settle_level, the_whole
from familjen.optimise import Optimum, minimise

__all__ = ["find_levels_exactly"]


def find_levels_exactly(
    game: Game, measure: Measure, *, imputations: bool, pairs: bool, hints: Iterable[Member]
) -> list[Held]:
    """Find the coalitions that each level holds by linear programs in fractions.

    Each level is the dual of a program with a variable for each coalition that matters: balancing weights for which the
    excesses come to most. A solution's prices are the parts; coalitions above the level join until there are none.

    Args:
        game: The game.
        measure: How excesses are measured.
        imputations: Whether each player must do at least as well as alone.
        pairs: Whether differences of excesses are made least.
        hints: Coalitions that are likely to matter, such as those found in floats.
    """
    search = _Search(game, measure, imputations=imputations, pairs=pairs)
    known = list(dict.fromkeys([*hints, *_first(len(game.players), pairs=pairs)]))
    held: list[Held] = []
    while search.settled.rank < len(game.players):
        known = [member for member in known if not search.is_settled(member)]
        each = search.level(known)
        search.settle(each)
        held.append(each)
    return held


def _first(size: int, *, pairs: bool) -> list[Member]:
    """Give coalitions with which every level has a balanced collection: each player, and all but it."""
    full = (1 << size) - 1
    ones = [1 << place for place in range(size)]
    if pairs:
        return [(one, 0) for one in ones] + [(0, one) for one in ones]
    return [(one, 0) for one in ones] + [(full ^ one, 0) for one in ones]


class _Search:
    def __init__(self, game: Game, measure: Measure, *, imputations: bool, pairs: bool) -> None:
        self.game, self.measure, self.imputations, self.pairs = game, measure, imputations, pairs
        self.settled = the_whole(game)
        size = len(game.players)
        self._bounds = [bound_row(game, place) for place in range(size)] if imputations else []
        largest = max(float(game.values.max()), -float(game.values.min()))
        self._scale = Fraction(largest) if largest else Fraction(1)

    def is_settled(self, member: Member) -> bool:
        """Tell whether what is settled decides it."""
        return self.settled.follows(coefficients(member, self.settled.size))

    def level(self, known: list[Member]) -> Held:
        """Solve one level, and let those above it join, until there are none."""
        game, size = self.game, self.settled.size
        while True:
            rows = [level_row(game, self.measure, member, pairs=self.pairs) for member in known]
            found = self._solved(rows)
            at = tuple(-game.sign * price * self._scale for price in found.prices[:size])
            excess = -found.prices[size] * self._scale
            above = self._above(at, excess)
            if not above:
                break
            fresh = [member for member in above[: 2 * size] if member not in known]
            if not fresh:
                raise CertificateError("coalitions that are held to a level in exact arithmetic are above it")
            known += fresh
        weights = [*zip(known, found.at[: len(known)], strict=True)]
        bounds = [*enumerate(found.at[len(known) : len(known) + len(self._bounds)])]
        members = [(member, weight) for member, weight in weights if weight]
        players = [(place, weight) for place, weight in bounds if weight and not self.is_settled((1 << place, 0))]
        return Held(
            tuple(member for member, _ in members),
            tuple(place for place, _ in players),
            tuple(weight for _, weight in [*members, *players]),
        )

    def _solved(self, rows: list[list[int]]) -> Optimum:
        """Find the balancing weights for which excesses come to most; the settled equations take any weight.

        Each coalition counts in the unit of its own divisor, and the equations in that of the largest, so that the
        solver sees numbers near to one whatever the unit of the game. A row was multiplied out to whole numbers, by its
        largest coefficient.
        """
        size = self.settled.size
        free = [[*row] for row in self.settled.rows]
        every = [*rows, *self._bounds, *free, *([-part for part in row] for row in free)]
        by = [max(map(abs, row[:size])) for row in every]
        unit = max(Fraction(row[size], own) for row, own in zip(rows, by, strict=False))
        over = [Fraction(row[size]) if row[size] else unit * own for row, own in zip(every, by, strict=True)]
        lines = [[unit * row[place] / own for row, own in zip(every, over, strict=True)] for place in range(size)]
        lines.append([row[size] / own for row, own in zip(every, over, strict=True)])
        costs = [-unit * row[size + 1] / own / self._scale for row, own in zip(every, over, strict=True)]
        found = minimise(costs, lines, [*([Fraction(0)] * size), Fraction(1)])
        return attrs.evolve(
            found,
            at=tuple(part * own / scaled for part, own, scaled in zip(found.at, by, over, strict=True)),
            prices=(*found.prices[:size], found.prices[size] / unit),
        )

    def _above(self, at: tuple[Fraction, ...], excess: Fraction) -> list[Member]:
        if self.pairs:
            return BeyondPairs.of(self.game, at).unsettled_above(excess, self.settled)
        return Beyond.of(self.game, at, self.measure, excess).unsettled_above(excess, self.settled)

    def settle(self, held: Held) -> None:
        """Settle what a level holds."""
        rows = [level_row(self.game, self.measure, member, pairs=self.pairs) for member in held.members]
        rows += [bound_row(self.game, place) for place in held.bounds]
        before = self.settled.rank
        if settle_level(held, rows, self.settled) is None or self.settled.rank == before:
            raise CertificateError("a level in exact arithmetic settles nothing new")
