"""The fewest payments that make everyone whole (minsta antal betalningar)."""

from typing import TYPE_CHECKING, Any

import numpy as np

from familjen.balance.mending.payment import in_turn, on_pairs
from familjen.optimise.mixed import mixed_minimum

if TYPE_CHECKING:
    from familjen.balance.mending.payment import Pair, Units

__all__ = ["fewest_pairs"]


def fewest_pairs(spare: "Units", needs: "Units", seconds: float | None) -> tuple[dict["Pair", int], int]:
    """Meet the needs from what is to spare by as few payments as possible.

    HiGHS chooses who pays whom; how much is then found in whole numbers. Where pairs suffice only within the solver's
    tolerance, they are ruled out and it chooses again.

    Returns:
        The payments in units, and a number that no other way goes below: the same where these are the fewest.
    """
    pairs = [(payer, receiver) for receiver in needs for payer in spare]
    rows, lower, upper = _flow_rows(pairs, spare, needs)
    size = len(pairs)
    bound = len(needs)
    while pairs:
        costs = [0.0] * size + [1.0] * size
        whole = [False] * size + [True] * size
        found = mixed_minimum(costs, rows, lower, upper, whole=whole, most=1.0, seconds=seconds)
        if np.isfinite(found.lower):
            bound = max(bound, int(np.ceil(found.lower - 1e-6)))
        if found.at is None:
            break
        taken = found.at[size:] > 1 / 2
        flow = on_pairs([pair for pair, chosen in zip(pairs, taken, strict=True) if chosen], spare, needs)
        if flow is not None:
            return flow, min(bound, len(flow))
        rows = np.vstack([rows, np.concatenate([np.zeros(size), ~taken])])
        lower, upper = [*lower, 1.0], [*upper, np.inf]
    pays = _enough(spare, sum(needs.values()))
    flow = in_turn(pays, needs)
    return flow, min(bound, len(flow))


def _flow_rows(pairs: "list[Pair]", spare: "Units", needs: "Units") -> tuple[Any, list[float], list[float]]:
    """Say that needs are met, that nobody gives too much, and that a payment takes a pair, as parts of the payment.

    A variable is the part of the most that a pair's payment may be, from 0 to 1, and then whether there is one.
    """
    size = len(pairs)
    most = [min(spare[payer], needs[receiver]) for payer, receiver in pairs]
    rows: list[Any] = []
    lower: list[float] = []
    upper: list[float] = []
    for side, parties in ((1, needs), (0, spare)):
        for party, units in parties.items():
            row = np.zeros(2 * size)
            row[:size] = [top / units if pair[side] == party else 0.0 for pair, top in zip(pairs, most, strict=True)]
            rows.append(row)
            lower.append(1.0 if side else 0.0)
            upper.append(np.inf if side else 1.0)
    taken = np.hstack([-np.eye(size), np.eye(size)])
    rows.extend(taken)
    return np.array(rows), [*lower, *[0.0] * size], [*upper, *[np.inf] * size]


def _enough(spare: "Units", total: int) -> dict[str, int]:
    """Let those with most to spare pay the total, one after the other."""
    pays: dict[str, int] = {}
    for party in sorted(spare, key=lambda party: (-spare[party], party)):
        pays[party] = min(spare[party], total)
        total -= pays[party]
    return {party: units for party, units in pays.items() if units}
