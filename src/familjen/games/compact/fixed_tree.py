"""The fixed tree game: who uses a link pays for it, as in pipes and roads (trädspelet)."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import attrs
import numpy as np

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import Player, players_of
from familjen.games.compact.each import need_each
from familjen.games.compact.game import Floats, Members
from familjen.games.compact.submodular import Places, SubmodularGame
from familjen.games.compact.tree_links import read_links
from familjen.games.compact.tree_nucleolus import tree_nucleolus
from familjen.games.number import Number
from familjen.validators import show

__all__ = ["FixedTreeGame"]


@attrs.frozen(repr=False)
class FixedTreeGame(SubmodularGame):
    """A cost game in which a coalition pays for the links between its members and the root of a tree (trädspel).

    Each player lives at a node; a node may have several players, or none. Costs are kept exactly.

    Source: Megiddo, "Computational complexity of the game theory approach to cost allocation for a tree", Mathematics
    of Operations Research 3 (1978), pp. 189-196.

    >>> game = FixedTreeGame.of({"dam": ("river", 6), "Ale": ("dam", 2), "Bjuv": ("dam", 4)}, {"A": "Ale", "B": "Bjuv"})
    >>> game("A"), game("A+B"), [str(part) for part in game.shapley_value()]
    (8.0, 12.0, ['5', '7'])
    """

    players: tuple[Player, ...] = attrs.field(converter=players_of)
    """The players, in the order of the bits."""
    nodes: tuple[Hashable, ...]
    """The nodes but the root, each after the one that it hangs on."""
    parents: tuple[int, ...]
    """The place of the node that each node hangs on; −1 for the root."""
    costs: tuple[Fraction, ...]
    """What the link from each node towards the root costs."""
    homes: tuple[int, ...]
    """The place of the node at which each player lives; −1 for the root, where nothing has to be paid."""

    def __attrs_post_init__(self) -> None:
        need_each(self.nodes, self.costs, "cost", "costs")
        for what, places, number in [("parents", self.parents, self.nodes), ("homes", self.homes, self.players)]:
            if len(places) != len(number):
                reason = f"there are {len(places)} {what} for {len(number)}; make the game with of"
                raise InvalidValueError(reason, attribute=what)
            for place, at in enumerate(places):
                if type(at) is not int or not -1 <= at < (place if what == "parents" else len(self.nodes)):
                    reason = f"the place of {show(number[place])} is {show(at)}, where no node can be; use of"
                    raise InvalidValueError(reason, attribute=what)

    @classmethod
    def of(cls, links: Mapping[Any, tuple[Any, Number]], homes: Mapping[Any, Any] | None = None) -> "FixedTreeGame":
        """Make the game from each node's link towards the root: the node that it hangs on, and what the link costs.

        Args:
            links: For each node but the root, the next node towards the root and the cost.
            homes: The node at which each player lives; left out, every node but the root is a player.

        Raises:
            InvalidValueError: The links make no tree with one root, or a cost is below zero or not finite.
            UnknownIdError: A player lives at a node that is not in the tree.
        """
        root, nodes, parents, costs = read_links(links)
        places = {root: -1} | {node: place for place, node in enumerate(nodes)}
        if homes is None:
            homes = {node: node for node in links}
        elif not isinstance(homes, Mapping):
            raise InvalidValueError(f"{show(homes)} is no mapping of player to node", attribute="homes")
        players = players_of(homes)
        for player in players:
            if not isinstance(homes[player], Hashable) or homes[player] not in places:
                raise UnknownIdError.of("node", str(homes[player]), [str(node) for node in places])
        return cls(players, nodes, parents, costs, tuple(places[homes[player]] for player in players))

    def of_places(self, places: Sequence[int]) -> Fraction:
        """Add up the links between their homes and the root, each once."""
        used = {-1}
        cost = Fraction(0)
        for place in places:
            node = self.homes[place]
            while node not in used:
                used.add(node)
                cost += self.costs[node]
                node = self.parents[node]
        return cost

    def shapley_value(self) -> list[Fraction]:
        """Share each link equally among the players beyond it.

        Complexity: O(n + m) for m nodes, exact.
        """
        beyond = [0] * len(self.nodes)
        for home in self.homes:
            if home >= 0:
                beyond[home] += 1
        for node in reversed(range(len(self.nodes))):
            if self.parents[node] >= 0:
                beyond[self.parents[node]] += beyond[node]
        fees = [*(Fraction(0) for _ in self.nodes), Fraction(0)]  # the root stands last, at −1
        for node, parent in enumerate(self.parents):
            fees[node] = fees[parent] + (self.costs[node] / beyond[node] if beyond[node] else 0)
        return [fees[home] for home in self.homes]

    def nucleolus_value(self) -> list[Fraction]:
        """Give the nucleolus, stage by stage from the root outwards; see `tree_nucleolus`.

        Complexity: as `tree_nucleolus`, exact.
        """
        count = Counter(self.homes)
        living = [count[node] for node in range(len(self.nodes))]
        fees = tree_nucleolus(self.parents, self.costs, living)
        return [fees[home] if home >= 0 else Fraction(0) for home in self.homes]

    def separate(self, paid: Floats, inside: Places, outside: Places) -> tuple[Members, Floats]:
        """Go from the leaves inwards: a branch is in where its members pay more than its links cost, or one must be in.

        Complexity: O((n + nodes)·m) for m pairs.
        """
        homes = np.array(self.homes)
        pairs = np.arange(len(inside))
        gains = np.zeros((len(self.nodes) + 1, len(pairs)))  # the root stands last, at −1
        np.add.at(gains, homes, np.maximum(paid, 0)[:, None])
        gains[homes[outside], pairs] -= np.maximum(paid[outside], 0)
        gains[homes[inside], pairs] += np.minimum(paid[inside], 0)
        taken = np.zeros(gains.shape, dtype=bool)
        taken[homes[inside], pairs] = taken[-1] = True
        for node in reversed(range(len(self.nodes))):
            parent = self.parents[node]
            gains[node] -= float(self.costs[node])
            taken[parent] |= taken[node]  # the one inside needs all the way
            taken[node] |= gains[node] > 0
            gains[parent] += np.where(taken[node], gains[node], 0)
        for node, parent in enumerate(self.parents):
            taken[node] &= taken[parent]
        members = taken[homes].T & (paid > 0)
        members[pairs, inside] = True
        members[pairs, outside] = False
        return members, gains[-1]
