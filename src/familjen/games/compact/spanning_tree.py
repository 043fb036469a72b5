"""The minimum-cost spanning tree game: a coalition joins itself to the source (uppspännande träd-spelet)."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any, ClassVar

import attrs
import numpy as np

from familjen.amounts.exact import shown
from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, players_of
from familjen.games.compact.each import need_number
from familjen.games.compact.game import CompactGame
from familjen.games.compact.minimum_tree import minimum_tree, minimum_trees
from familjen.games.compact.pairs import read_pairs
from familjen.games.game import LIMIT, CostGame, Game
from familjen.games.number import Number, as_exact, whole_numbers
from familjen.validators import show

__all__ = ["SpanningTreeGame"]


@attrs.frozen(repr=False)
class SpanningTreeGame(CompactGame):
    """A cost game in which a coalition pays for the cheapest tree that joins its members to a source (trädspel).

    A coalition builds links between its own members and the source only: a larger one, whose members others can pass
    through, may cost less. Costs are kept exactly. The core is never empty; `bird` and `folk` lie in it.

    Source: Bird, "On cost allocation for a spanning tree: a game theoretic approach", Networks 6 (1976), pp. 335-350;
    Claus and Kleitman, "Cost allocation for a spanning tree", Networks 3 (1973), pp. 289-304.

    >>> game = SpanningTreeGame.of({("source", "A"): 5, ("source", "B"): 7, ("A", "B"): 3}, source="source")
    >>> game("A"), game("B"), game("A+B")
    (5.0, 7.0, 8.0)
    """

    players: tuple[Player, ...] = attrs.field(converter=players_of)
    """The players, in the order of the bits."""
    costs: tuple[tuple[Fraction, ...], ...]
    """What a link between each two costs: the source stands first, then the players; the matrix is symmetric."""

    hardness: ClassVar[Mapping[str, str]] = MappingProxyType(
        {
            "shapley": "it is #P-hard even for costs of 0 and 1 (Ando, Japan Journal of Industrial and Applied "
            "Mathematics 29, 2012)",
            "core": "to find a coalition that pays too much is NP-complete (Faigle, Kern, Fekete and Hochstättler, "
            "International Journal of Game Theory 26, 1997)",
            "nucleolus": "it is NP-hard (Faigle, Kern and Kuipers, International Journal of Game Theory 27, 1998)",
        }
    )

    def __attrs_post_init__(self) -> None:
        names: tuple[object, ...] = ("the source", *self.players)
        if any(len(row) != len(names) for row in (self.costs, *self.costs)):
            reason = f"the costs are no matrix of {len(names)} rows and columns: the source and then each player"
            raise InvalidValueError(reason, attribute="costs")
        for one, row in enumerate(self.costs):
            for other, cost in enumerate(row[: one + 1]):
                _need_link(cost, self.costs[other][one], names[other], names[one])

    @classmethod
    def of(cls, costs: Mapping[Any, Number], *, source: Hashable) -> "SpanningTreeGame":
        """Make the game from the cost of the link between each two, written once as a pair, in either order.

        The players are all in the pairs but the source, in the order in which they come.

        Raises:
            InvalidValueError: A pair is missing, there twice, or no pair; a cost is below zero or not finite.
        """
        players, matrix = read_pairs(costs, source)
        return cls(players, matrix)

    @classmethod
    def from_matrix(cls, players: Iterable[Player], costs: Any) -> "SpanningTreeGame":
        """Make the game from a symmetric matrix of costs: the source first, then the players; zero on the diagonal.

        A float is the decimal number that it is written as, in an array too.

        Raises:
            InvalidValueError: The matrix has another shape, is not symmetric, or a cost is below zero or not finite.

        >>> SpanningTreeGame.from_matrix(["A", "B"], [[0, 5, 7], [5, 0, 3], [7, 3, 0]])
        SpanningTreeGame(A, B; all together 8)
        """
        rows: Any = costs.tolist() if isinstance(costs, np.ndarray) else costs
        if not isinstance(rows, list | tuple) or not all(isinstance(row, list | tuple) for row in rows):  # pyright: ignore[reportUnknownVariableType] - rows of anything
            raise InvalidValueError(f"{show(rows)} is no matrix; give a list of rows", attribute="costs")  # pyright: ignore[reportUnknownArgumentType] - the same
        read = tuple(tuple(as_exact(cost, "a cost", "costs") for cost in row) for row in rows)  # pyright: ignore[reportUnknownVariableType] - the same
        return cls(players_of(players), read)

    def of_places(self, places: Sequence[int]) -> Fraction:
        """Add up their cheapest tree."""
        tree = minimum_tree(self.costs, [place + 1 for place in places])
        return sum((cost for *_, cost in tree), Fraction(0))

    def enumerated(self, *, limit: int = LIMIT) -> Game:
        """Write the game out, growing the trees of all coalitions at the same time.

        Complexity: O(2ⁿ·n²), in numpy where the costs over their common denominator are 64-bit numbers.

        Raises:
            IntractableError: There are more players than the limit.
        """
        counts, over = whole_numbers([cost for row in self.costs for cost in row])
        if len(self.players) > limit or counts.dtype != np.int64:
            return super().enumerated(limit=limit)
        totals = minimum_trees(counts.reshape(len(self.costs), -1))
        return CostGame.of_fractions(self.players, [Fraction(total, over) for total in totals.tolist()])


def _need_link(cost: Fraction, back: Fraction, one: object, other: object) -> None:
    """Need a cost that is the same there and back, not below zero, and zero from one to itself."""
    for each in (cost, back):
        need_number(each, f"the cost of {one} and {other}", "costs")
    if cost != back:
        reason = f"{one} and {other} cost {shown(back)} one way and {shown(cost)} the other; a link has one cost"
        raise InvalidValueError(reason, attribute="costs")
    if cost and one is other:
        raise InvalidValueError(f"{one} costs {shown(cost)} from itself; write 0", attribute="costs")
