"""Prices of the parties that no group undercuts, found by generating groups (kolumngenerering)."""

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.optimise.partitioning import Columns, Partitioning
from familjen.progress import Progress
from familjen.scale.partition.candidates import Candidates

__all__ = ["Priced", "priced"]

Floats = NDArray[np.float64]
_EACH = 4
"""So many groups for each party are added at a time."""
_ZERO = 1e-9
"""What a group may cost less than its members' prices before it is added, in the mean cost of a party alone."""


@attrs.frozen(eq=False)
class Priced:
    """Prices of the parties that no group undercuts, and the groups that they are found from (priser)."""

    prices: Floats
    """A price of each party; no group that may form costs less than its members' prices, in floats."""
    taken: tuple[int, ...]
    """The numbers of the groups in the program."""
    weights: Floats
    """How much of each of these forms."""

    @property
    def lower(self) -> float:
        """The sum of the prices: no partition into these groups costs less."""
        return float(self.prices.sum())

    @property
    def is_whole(self) -> bool:
        """Tell whether every group forms wholly or not at all."""
        return bool((np.minimum(np.abs(self.weights), np.abs(self.weights - 1)) < _ZERO).all())


def priced(groups: Candidates, *, unit: float, told: Progress | None = None) -> Priced | None:
    """Find the highest prices that no group undercuts, in a unit; None where not everyone can be in a group.

    Of all groups only some are in the program: those that cost less than its prices are added until there are none.
    What floats leave below zero at the end is taken from every price, so that the prices hold for every group.

    Complexity: O(Σ k) for the sizes k of all groups in each round, and a few pivots of the program.

    Source: Gilmore and Gomory, "A linear programming approach to the cutting-stock problem", Operations Research 9
    (1961), pp. 849-859; the sum of prices that hold is a bound by the duality of linear programs.

    Args:
        groups: The groups that may form.
        unit: What costs are counted in, so that they are about one.
        told: Told after each round how many there were.
    """
    first = _ones(groups) if groups.blocks and groups.blocks[0].shape[1] == 1 else _some(groups)
    if first is None:
        return None
    costs = groups.costs / unit
    program = Partitioning(groups.number)
    program.add(groups.columns(first, costs))
    prices, taken, weights = _rounds(program, groups, costs, list(first), told)
    return Priced(prices, tuple(taken), weights)


def _ones(groups: Candidates) -> list[int]:
    return list(range(len(groups.blocks[0])))


def _some(groups: Candidates) -> list[int] | None:
    """Find groups of which everyone can be in one, in part, or None: those that make the least unfilled."""
    program = Partitioning(groups.number)
    program.add(Columns.of([[place] for place in range(groups.number)], np.ones(groups.number)))
    nothing = np.zeros(len(groups))
    _, taken, weights = _rounds(program, groups, nothing, [], None)
    return None if weights[: groups.number].sum() > _ZERO * groups.number else taken


def _rounds(
    program: Partitioning,
    groups: Candidates,
    costs: Floats,
    taken: list[int],
    told: Progress | None,
) -> tuple[Floats, list[int], Floats]:
    """Add groups that cost less than their members' prices until there are none."""
    at_once = _EACH * groups.number
    rounds = 0
    while True:
        found = program.relaxed()
        rounds += 1
        if told is not None:
            told(rounds, None)
        left = groups.reduced(found.prices, costs)
        cheap = np.flatnonzero(left < -_ZERO)
        cheap = cheap[~np.isin(cheap, taken)]
        if not len(cheap):
            short = min(0.0, float(left.min(initial=0.0)))
            return found.prices + short, taken, found.weights
        if len(cheap) > at_once:
            cheap = cheap[np.argpartition(left[cheap], at_once)[:at_once]]
        program.add(groups.columns(cheap, costs))
        taken += cheap.tolist()
