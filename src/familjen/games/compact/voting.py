"""The weighted voting game: whoever reaches the quota wins (viktat omröstningsspel)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil, factorial, gcd
from types import MappingProxyType
from typing import Any, ClassVar

import attrs
import numpy as np

from familjen.amounts.exact import shown
from familjen.errors import IntractableError, InvalidValueError
from familjen.games.coalition import Player, players_of
from familjen.games.compact.each import need_each, need_number, read_each
from familjen.games.compact.game import CompactGame, Floats, Members
from familjen.games.compact.knapsack import knapsack, size_of_knapsack
from familjen.games.compact.losing import Losing, losing_by_going_through, losing_by_table, size_of_table
from familjen.games.game import LIMIT, Game, sums
from familjen.games.number import Number, as_exact, whole_numbers

__all__ = ["VotingGame"]

_ROOM = 1 << 29
"""Bytes that a table may take: 512 MiB."""


@attrs.frozen(repr=False)
class VotingGame(CompactGame):
    """A gain game in which a coalition has 1 if its weights reach a quota, and else 0 (viktat omröstningsspel).

    The Shapley value is the Shapley–Shubik index. Quota and weights are kept exactly.

    Source: Shapley and Shubik, "A method for evaluating the distribution of power in a committee system", American
    Political Science Review 48 (1954), pp. 787-792.

    >>> game = VotingGame.of(50, {"A": 10, "B": 10, "C": 20, "D": 30})
    >>> game("C+D"), [str(part) for part in game.shapley_value()]
    (1.0, ['1/12', '1/12', '1/4', '7/12'])
    """

    quota: Fraction
    """What a coalition's weights must come to, at least, to win."""
    players: tuple[Player, ...] = attrs.field(converter=players_of)
    """The players, in the order of the bits."""
    weights: tuple[Fraction, ...]
    """What each player weighs."""

    sign: ClassVar[int] = 1
    hardness: ClassVar[Mapping[str, str]] = MappingProxyType(
        {
            "shapley": "it is #P-complete (Deng and Papadimitriou, Mathematics of Operations Research 19, 1994), and "
            "the method in use takes memory in proportion to the quota",
            "core": "to find the coalition that is shortest of what it could have is NP-hard (Elkind, Goldberg, "
            "Goldberg and Wooldridge, Annals of Mathematics and Artificial Intelligence 56, 2009)",
            "nucleolus": "it is NP-hard (Elkind, Goldberg, Goldberg and Wooldridge, Annals of Mathematics and "
            "Artificial Intelligence 56, 2009)",
        }
    )

    def __attrs_post_init__(self) -> None:
        need_each(self.players, self.weights, "weight", "weights")
        need_number(self.quota, "the quota", "quota")
        total = sum(self.weights, Fraction(0))
        if not self.quota or self.quota > total:
            reason = f"the quota is {shown(self.quota)}; give one above zero that all weights, {shown(total)}, reach"
            raise InvalidValueError(reason, attribute="quota")

    @classmethod
    def of(cls, quota: Number, weights: Mapping[Any, Number]) -> "VotingGame":
        """Make the game from the quota and each player's weight.

        Raises:
            InvalidValueError: A weight is below zero or not finite, or the quota is not above zero and within reach.
        """
        return cls(as_exact(quota, "the quota", "quota"), *read_each(weights, "weight", "weights"))

    def of_places(self, places: Sequence[int]) -> Fraction:
        """Give 1 where their weights reach the quota, else 0."""
        return Fraction(sum(self.weights[place] for place in places) >= self.quota)

    def enumerated(self, *, limit: int = LIMIT) -> Game:
        """Write the game out, weighing all coalitions at the same time.

        Complexity: O(2ⁿ), in numpy.

        Raises:
            IntractableError: There are more players than the limit.
        """
        if len(self.players) > limit:
            return super().enumerated(limit=limit)
        counts, over = whole_numbers(self.weights)
        wins: Members = sums(counts) >= ceil(self.quota * over)
        either = Fraction(0), Fraction(1)
        return Game.of_fractions(self.players, [either[int(won)] for won in wins.tolist()])

    def veto_players(self) -> tuple[Player, ...]:
        """Give the players without whom nobody wins (vetospelare).

        The core holds just those splits that give all to them, in any parts from 0; without them it is empty.

        Complexity: O(n).

        >>> VotingGame.of(50, {"A": 10, "B": 10, "C": 20, "D": 30}).veto_players()
        ('D',)
        """
        least = sum(self.weights, Fraction(0)) - self.quota
        return tuple(player for player, weight in zip(self.players, self.weights, strict=True) if weight > least)

    def shapley_value(self) -> list[Fraction]:
        """Give the Shapley–Shubik index from how many coalitions lose, by size, with each player and in all.

        Complexity: as `losing_by_table`, with the least whole weights in proportion and the smaller of the quota and
        what may be missing from all; or as `losing_by_going_through`, where that takes less memory. Exact.

        Raises:
            IntractableError: Both would take more than 512 MiB.

        Source: as for the class.
        """
        number = len(self.players)
        losing = self._losing()
        each = [Fraction(factorial(size) * factorial(number - 1 - size), factorial(number)) for size in range(number)]
        index: list[Fraction] = []
        for inside in losing.with_each:
            turned = (losing.all[size] - inside[size] - inside[size + 1] for size in range(number))
            index.append(sum((count * part for count, part in zip(turned, each, strict=True)), Fraction(0)))
        return index

    def _losing(self) -> Losing:
        """Count the coalitions that lose, or those of the dual game, which has the same index."""
        quota, weights = self._whole()
        quota = min(quota, sum(weights) - quota + 1)
        number, table = len(weights), size_of_table(len(weights), quota)
        if number <= LIMIT and 8 << number <= table:
            return losing_by_going_through(weights, quota)
        if table > _ROOM:
            instead = (
                f"here {table / 2**30:,.3g} GiB, and at most {_ROOM / 2**30:,.3g} are used: sample it with "
                f"shapley_sampled, or divide quota and weights by {ceil(table / _ROOM)} or more and round them, which "
                "changes the game a little"
            )
            kind = f"VotingGame of {number} players with a quota of {shown(quota)} in whole weights"
            raise IntractableError.of("the Shapley value", kind, self.hardness["shapley"], instead)
        return losing_by_table(weights, quota)

    def _whole(self) -> tuple[int, list[int]]:
        """Give quota and weights as the smallest whole numbers of the same game in proportion."""
        counts, over = whole_numbers(self.weights)
        weights = [int(count) for count in counts]
        unit = gcd(*weights)
        return ceil(self.quota * over / unit), [weight // unit for weight in weights]

    def most_excess(self, paid: Floats) -> tuple[Members, float]:
        """Give the coalition of some but not all that is shortest of what it could have, and by how much.

        It wins at the least cost, or it loses and gets least. The one that wins leaves out those with the most that the
        quota can do without: a knapsack, for which those who get nothing, or without whom nobody wins, stay.

        Complexity: O(n·(total − quota)) in the least whole weights in proportion.

        Raises:
            IntractableError: The knapsack would take more than 512 MiB, and there are too many players to go through.
        """
        quota, weights = self._whole()
        spare = sum(weights) - quota
        wins = np.ones(len(paid), dtype=bool)
        may = [place for place, weight in enumerate(weights) if weight <= spare]
        out = [place for place in may if paid[place] > 0] or sorted(may, key=lambda place: -paid[place])[:1]
        if sum(weights[place] for place in out) > spare:
            if size_of_knapsack(len(out), spare) > _ROOM:
                return super().most_excess(paid)
            chosen = knapsack([weights[place] for place in out], [float(paid[place]) for place in out], spare)
            out = [out[place] for place in chosen]
        wins[out] = False
        found = [members for members in (_cheapest(paid), wins) if not members.all()]
        excesses = [float(self.of_places(np.flatnonzero(members).tolist()) - paid[members].sum()) for members in found]
        best = int(np.argmax(excesses))
        return found[best], excesses[best]


def _cheapest(paid: Floats) -> Members:
    """Give the coalition of some but not all that gets least: all who get less than nothing, or who gets least."""
    members: Members = paid < 0
    if members.all():
        members[np.argmax(paid)] = False
    elif not members.any():
        members[np.argmin(paid)] = True
    return members
