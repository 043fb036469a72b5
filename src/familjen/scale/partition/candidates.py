"""The groups among which a partition is sought, with what each costs (kandidatgrupper)."""

from functools import cached_property
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.optimise.partitioning import Columns
from familjen.scale.partition.costs import Costs, Groups
from familjen.scale.partition.enumeration import enumerated
from familjen.scale.partition.rules import Rules

__all__ = ["ROOM", "Candidates", "candidates"]

Floats = NDArray[np.float64]
ROOM = 1_000_000
"""So many groups are gone through at most, unless more are asked for."""


@attrs.frozen(eq=False)
class Candidates:
    """Groups that may form, and what each costs (kandidater)."""

    number: int
    """How many parties there are."""
    blocks: tuple[Groups, ...]
    """Groups of one size after the other, by the places of their members: shape (m, k)."""
    costs: Floats
    """What each group costs, those of the first block first."""
    most: int
    """The largest size of which every group that may form is here."""
    is_all: bool
    """Whether those are all groups that may form."""

    def __len__(self) -> int:
        return len(self.costs)

    @cached_property
    def _ends(self) -> NDArray[np.int64]:
        return np.cumsum([0, *map(len, self.blocks)])

    def reduced(self, prices: Floats, costs: Floats) -> Floats:
        """Give what each group costs more than its members' prices."""
        paid = [prices[block].sum(axis=1) for block in self.blocks]
        left: Floats = costs - np.concatenate([np.zeros(0), *paid])
        return left

    def group(self, number: int) -> list[int]:
        """Give a group's members by their places."""
        block = int(np.searchsorted(self._ends, number, side="right")) - 1
        members: list[int] = self.blocks[block][number - self._ends[block]].tolist()
        return members

    def find(self, group: list[int]) -> int:
        """Give the number of a group that is here, told by its places in order."""
        block = next(number for number, block in enumerate(self.blocks) if block.shape[1] == len(group))
        same = (np.sort(self.blocks[block], axis=1) == group).all(axis=1)
        return int(self._ends[block] + np.flatnonzero(same)[0])

    def columns(self, numbers: Any, costs: Floats) -> Columns:
        """Give some of the groups, for a program."""
        return Columns.of([self.group(number) for number in numbers], costs[numbers])


def candidates(costs: Costs, rules: Rules, room: int) -> Candidates:
    """Find the groups that may form, from the smallest, as far as there is room, and ask what each costs."""
    found = enumerated(rules.near, costs.number, rules.most, room)
    blocks = tuple(block for block in found.blocks if block.shape[1] >= rules.at_least)
    return Candidates(
        costs.number,
        blocks,
        np.concatenate([np.zeros(0), *map(costs.of, blocks)]),
        rules.most if found.is_all else found.most,
        found.is_all,
    )
