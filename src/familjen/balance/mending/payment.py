"""Payments between parties that meet needs exactly (betalningar)."""

from collections.abc import Mapping
from decimal import Decimal

import attrs

__all__ = ["Payment", "in_turn", "on_pairs"]

Units = Mapping[str, int]
Pair = tuple[str, str]


@attrs.frozen
class Payment:
    """What one party pays another (betalning)."""

    payer: str
    """Who pays."""
    receiver: str
    """Who receives."""
    amount: Decimal
    """How much, in kronor, above zero."""


def in_turn(pays: Units, receives: Units) -> dict[Pair, int]:
    """Pair those who pay with those who receive, the largest first: at most one payment fewer than there are parties.

    Both sum to the same.

    >>> in_turn({"A": 3, "B": 4}, {"C": 5, "D": 2})
    {('B', 'C'): 4, ('A', 'C'): 1, ('A', 'D'): 2}
    """
    left, due = _largest_first(pays), _largest_first(receives)
    found: dict[Pair, int] = {}
    while left and due:
        payer, receiver = next(iter(left)), next(iter(due))
        units = min(left[payer], due[receiver])
        found[payer, receiver] = units
        for side, party in ((left, payer), (due, receiver)):
            side[party] -= units
            if not side[party]:
                del side[party]
    return found


def on_pairs(pairs: list[Pair], spare: Units, needs: Units) -> dict[Pair, int] | None:
    """Meet the needs from what is to spare by payments between these pairs alone; ``None`` where they cannot.

    It is a greatest flow, found by Ford and Fulkerson's augmenting paths in whole numbers.

    >>> on_pairs([("A", "C"), ("B", "C"), ("B", "D")], {"A": 3, "B": 4}, {"C": 4, "D": 3})
    {('A', 'C'): 3, ('B', 'C'): 1, ('B', 'D'): 3}
    """
    flow = dict.fromkeys(pairs, 0)
    left, due = dict(spare), dict(needs)
    for receiver in needs:
        while due[receiver]:
            path = _path(receiver, flow, left)
            if path is None:
                return None
            # the path goes from the receiver to a payer with something left, by turns up and down a pair's payment
            units = min(due[receiver], left[path[-1][0]], *(flow[pair] for pair in path[1::2]))
            for place, pair in enumerate(path):
                flow[pair] += -units if place % 2 else units
            due[receiver] -= units
            left[path[-1][0]] -= units
    return {pair: units for pair, units in flow.items() if units}


def _path(start: str, flow: Mapping[Pair, int], left: Units) -> list[Pair] | None:
    """Find pairs that lead from a receiver to a payer with something left, breadth first."""
    paths: list[list[Pair]] = [[pair] for pair in flow if pair[1] == start]
    seen = {pair[0] for path in paths for pair in path}
    while paths:
        path = paths.pop(0)
        payer = path[-1][0]
        if left.get(payer, 0):
            return path
        for back in [pair for pair in flow if pair[0] == payer and flow[pair]]:
            for onward in [pair for pair in flow if pair[1] == back[1] and pair[0] not in seen]:
                seen.add(onward[0])
                paths.append([*path, back, onward])
    return None


def _largest_first(units: Units) -> dict[str, int]:
    order = sorted(units, key=lambda party: (-units[party], party))
    return {party: units[party] for party in order if units[party]}
