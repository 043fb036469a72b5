"""The cheapest partition of parties into groups (billigaste indelningen)."""

import numpy as np

from familjen.errors import InvalidValueError
from familjen.games.game import Game
from familjen.games.shares import AnyGame
from familjen.progress import Progress, need_progress
from familjen.scale.partition.candidates import ROOM
from familjen.scale.partition.convolution import cheapest_parts, least_apart
from familjen.scale.partition.costs import Costs, GroupCosts, read_costs
from familjen.scale.partition.enumeration import enumerated
from familjen.scale.partition.near import Neighbours
from familjen.scale.partition.partition import Partition, partition_of
from familjen.scale.partition.program import by_program, none_of
from familjen.scale.partition.proof import Proof
from familjen.scale.partition.rules import Rules, read_rules, whole
from familjen.scale.partition.table import table_of
from familjen.validators import show

__all__ = ["best_partition"]

_QUICK = 16
"""Up to so many parties all 2ⁿ groups are gone through, whichever may form."""
_TABLE = 20
"""Up to so many where most groups may form."""
_WRITTEN = 22
"""Up to so many where the costs are a table already."""
_FEW = 50_000
"""So few groups are no reason to go through all 2ⁿ."""


def best_partition(
    costs: AnyGame | GroupCosts,
    *,
    neighbours: Neighbours | None = None,
    most: int | None = None,
    at_least: int | None = None,
    room: int = ROOM,
    seconds: float | None = 60.0,
    on_progress: Progress | None = None,
) -> Partition:
    """Find the partition of all parties into groups that costs least, of the groups that may form (indelning).

    Up to 20 parties by subset convolution, exactly; where few groups may form, or the parties are more, by column
    generation and an integer program over all groups that may form, exactly if it ends in time, and else within a bound
    that is told. Where these are more than there is room for, all up to a size are gone through and larger ones
    searched: what is then proven holds for groups up to that size, and `Proof` says so.

    Costs may be any: nothing is taken for granted of them, and everyone alone is the result where nothing saves.

    Args:
        costs: A cost game; or a `ServiceCost`, or whatever has ``parties`` and ``many`` (see `GroupCosts`).
        neighbours: Groups have to hang together over borders: each party's neighbours, pairs of them, or True for land
            borders where the parties are municipalities by code or name. Anyone may join anyone unless given.
        most: The most parties of a group.
        at_least: The fewest parties of a group.
        room: So many groups are gone through at most.
        seconds: How long integer programs may go on in all; None for as long as they take.
        on_progress: Told after each step how many are done, and of how many, None where that is open.

    Complexity: (3ⁿ⁻¹ − 1)/2 steps by subset convolution: three times as many for each
    party. Else that of going through the groups, and of an integer program, which is NP-hard.

    Source: Rothkopf, Pekeč and Harstad, "Computationally manageable combinational auctions", Management Science 44
    (1998), pp. 1131-1147, for the recursion; Rahwan, Michalak, Wooldridge and Jennings, "Coalition structure
    generation: a survey", Artificial Intelligence 229 (2015), pp. 139-174, on the problem.

    Raises:
        InvalidValueError: No partition may form, a cost is not finite, or an argument is out of range.
        UnknownIdError: A neighbour is no party.
        IntractableError: No group that may form is small enough to be gone through.

    >>> from familjen.games import CostGame
    >>> table = {"a": 3, "b": 4, "c": 5, "a+b": 6, "a+c": 9, "b+c": 9, "a+b+c": 13}
    >>> best_partition(CostGame.of(table)).groups
    (('a', 'b'), ('c',))
    >>> best_partition(CostGame.of(table), neighbours=[("a", "c")])
    <Partition: 3 groups, cost 12, saves 0, exact>
    """
    need_progress(on_progress, "steps are")
    read = read_costs(costs)
    rules = read_rules(read, neighbours, most, at_least)
    limit = whole(room, "room", "the most groups to go through")
    if seconds is not None and not (isinstance(seconds, int | float) and seconds > 0):
        reason = f"{show(seconds)} is no time; give seconds above zero, or None"
        raise InvalidValueError(reason, attribute="seconds")
    if _by_table(read, rules):
        return _convolved(read, rules, on_progress)
    return by_program(read, rules, limit, seconds, on_progress)


def _by_table(costs: Costs, rules: Rules) -> bool:
    number = rules.number
    if number <= _QUICK:
        return True
    written = isinstance(costs.given, Game)
    if number > (_WRITTEN if written else _TABLE):
        return False
    return not enumerated(rules.near, number, rules.most, _FEW).is_all


def _convolved(costs: Costs, rules: Rules, told: Progress | None) -> Partition:
    table = table_of(costs, rules)
    best = least_apart(table, told)
    least = float(np.min(table[len(best) :] + best[::-1]))
    if least == np.inf:
        raise InvalidValueError(none_of(costs, rules), attribute="at_least")
    groups = [[place for place in range(rules.number) if mask >> place & 1] for mask in cheapest_parts(table, best)]
    proof = Proof("convolution", least, rules.most, int(np.isfinite(table[1:]).sum()), is_all=True)
    return partition_of(costs, rules, groups, proof)
