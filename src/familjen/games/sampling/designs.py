"""Ways to draw orders of arrival, and what each player adds in them (stickprovsplaner)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.games.compact.game import Floats, Members

__all__ = ["DESIGNS", "Design"]

Costs: TypeAlias = Callable[[Members], Floats]
Ranks: TypeAlias = NDArray[np.int64]

_CELLS = 1 << 22
"""So many members of coalitions are looked at in one call: 4 MiB."""


def _added(costs: Costs, ranks: Ranks) -> Floats:
    """Give what each player adds in each order, from its place in it; shape (orders, n)."""
    orders, number = len(ranks), len(ranks[0])
    at_once = max(1, _CELLS // number**2)
    upto: Ranks = np.arange(1, number + 1).reshape(-1, 1)
    found = np.empty((orders, number))
    for start in range(0, orders, at_once):
        some = ranks[start : start + at_once]
        values = costs((some[:, None, :] < upto).reshape(-1, number)).reshape(-1, number)
        found[start : start + at_once] = np.take_along_axis(np.diff(values, axis=1, prepend=0.0), some, axis=1)
    return found


def _drawn(number: int, blocks: int, rng: np.random.Generator) -> Ranks:
    return rng.permuted(np.tile(np.arange(number), (blocks, 1)), axis=1)


def _simple(costs: Costs, number: int, blocks: int, rng: np.random.Generator) -> Floats:
    return _added(costs, _drawn(number, blocks, rng))


def _antithetic(costs: Costs, number: int, blocks: int, rng: np.random.Generator) -> Floats:
    """Who comes early in one order comes late in the other, where it adds less if costs are concave."""
    ranks = _drawn(number, blocks, rng)
    return (_added(costs, ranks) + _added(costs, number - 1 - ranks)) / 2


def _stratified(costs: Costs, number: int, blocks: int, rng: np.random.Generator) -> Floats:
    return np.array([_around(costs, ranks) for ranks in _drawn(number, blocks, rng)])


def _around(costs: Costs, ranks: NDArray[np.int64]) -> Floats:
    """Give the mean of what each adds in the orders that start anywhere on a ring and go round it, either way.

    All who came are an arc of the ring: n(n − 1) arcs tell the 2n orders.
    """
    number = len(ranks)
    lengths: Ranks = np.arange(1, number + 1).reshape(-1, 1)
    arcs = np.zeros((number, number + 1))
    at_once = max(1, _CELLS // number**2)
    for start in range(0, number, at_once):
        ahead = (ranks - np.arange(start, min(start + at_once, number))[:, None]) % number
        arcs[start : start + at_once, 1:] = costs((ahead[:, None, :] < lengths).reshape(-1, number)).reshape(-1, number)
    joined = np.diff(arcs, axis=1)  # at [start, length] what one adds that comes to the end of that arc
    starts = np.arange(number)[:, None]
    forward = joined[(starts - np.arange(number)) % number, np.arange(number)].mean(axis=1)
    backward = (arcs[:, 1:] - np.roll(arcs, -1, axis=0)[:, :-1]).mean(axis=1)
    found: Floats = ((forward + backward) / 2)[ranks]
    return found


@attrs.frozen
class Design:
    """A way to draw orders in independent blocks (stickprovsplan)."""

    draw: Callable[[Costs, int, int, np.random.Generator], Floats]
    """What each player adds in each block, the mean of the block's orders; shape (blocks, n)."""
    rings: bool
    """Whether a block is a ring of 2n orders."""
    at_once: int
    """How many orders a block has where it is no ring."""

    def orders(self, number: int) -> int:
        """Give how many orders a block has."""
        return 2 * number if self.rings else self.at_once

    def coalitions(self, number: int) -> int:
        """Give how many coalitions a block asks for."""
        return number * (number if self.rings else self.at_once)


DESIGNS: Mapping[str, Design] = MappingProxyType(
    {
        "simple": Design(_simple, rings=False, at_once=1),
        "antithetic": Design(_antithetic, rings=False, at_once=2),
        "stratified": Design(_stratified, rings=True, at_once=1),
    }
)
