"""Good partitions of many parties, by joining groups and moving parties between them (lokalsökning)."""

from collections.abc import Iterable, Iterator

import numpy as np

from familjen.progress import Progress
from familjen.scale.partition.costs import Costs
from familjen.scale.partition.rules import Rules

__all__ = ["Tried", "searched"]


class Tried:
    """Groups that were tried, as numbers with a bit for each member, and what each costs (prövade grupper)."""

    def __init__(self, costs: Costs) -> None:
        """Start from none."""
        self._costs = costs
        self.known: dict[int, float] = {0: 0.0}

    def ask(self, groups: Iterable[int]) -> None:
        """Ask what groups cost that are not known yet, all at once."""
        new = [group for group in dict.fromkeys(groups) if group not in self.known]
        if not new:
            return
        width = -(-self._costs.number // 8)
        raw = np.frombuffer(b"".join(group.to_bytes(width, "little") for group in new), dtype=np.uint8)
        bits = np.unpackbits(raw.reshape(len(new), width), axis=1, bitorder="little")
        found = self._costs.many(bits[:, : self._costs.number].astype(np.bool_))
        self.known.update(zip(new, found.tolist(), strict=True))


def searched(costs: Costs, rules: Rules, start: Iterable[int], told: Progress | None = None) -> tuple[list[int], Tried]:
    """Join the two groups whose joining saves most, until none saves; then move parties, one by one, while that saves.

    Args:
        costs: What groups cost.
        rules: Which may form; those that the search starts from may.
        start: Groups that hold everyone once, as numbers with a bit for each member.
        told: Told after each step how many there were.

    Returns:
        The groups that it ends with, and all that were tried.

    Complexity: O(n·d) groups to join, and for each move O(d²), in d borders of a group; O(n²) where all border on all.
    """
    groups, tried, steps = list(start), Tried(costs), 0
    tried.ask(groups)
    for kind in (_joins, _moves):
        while True:
            best = _best(groups, tried, kind(groups, rules))
            if best is None:
                break
            out, new = best
            groups = [group for group in groups if group not in out] + [group for group in new if group]
            steps += 1
            if told is not None:
                told(steps, None)
    return groups, tried


Change = tuple[tuple[int, ...], tuple[int, ...]]
"""Groups that go, and groups that come in their place."""


def _best(groups: list[int], tried: Tried, changes: Iterator[Change]) -> Change | None:
    """Give the change that saves most, None where none saves."""
    listed = list(changes)
    tried.ask(group for _, new in listed for group in new)
    known = tried.known
    saved = [sum(known[group] for group in out) - sum(known[group] for group in new) for out, new in listed]
    best = int(np.argmax(saved)) if saved else 0
    room = 1e-12 * sum(abs(known[group]) for group in groups)
    return listed[best] if saved and saved[best] > room else None


def _joins(groups: list[int], rules: Rules) -> Iterator[Change]:
    """Give every two groups that border on each other and may join."""
    borders = [_borders(group, rules) for group in groups]
    for place, one in enumerate(groups):
        for other in groups[:place]:
            if borders[place] & other and (one | other).bit_count() <= rules.most:
                yield (one, other), (one | other,)


def _moves(groups: list[int], rules: Rules) -> Iterator[Change]:
    """Give every way to move one party to a group that it borders on, or to stand alone."""
    for group in groups:
        left = group
        while left:
            party = left & -left
            left ^= party
            rest = group ^ party
            if rest and not rules.allow(rest):
                continue
            near = _borders(party, rules)
            if rest and rules.at_least == 1:
                yield (group,), (rest, party)
            for other in groups:
                if other != group and near & other and other.bit_count() < rules.most:
                    yield (group, other), (rest, other | party)


def _borders(group: int, rules: Rules) -> int:
    """Give all that a group borders on."""
    if rules.near is None:
        return -1
    found = 0
    while group:
        place = group.bit_length() - 1
        found |= rules.near[place]
        group ^= 1 << place
    return found
