"""The method of largest remainders (största resten)."""

from collections.abc import Sequence

from familjen.amounts.sharers import sharers
from familjen.amounts.ties import Labels, Split, settle

__all__ = ["by_remainders"]


def by_remainders(units: int, weights: Sequence[int], floors: Sequence[int], labels: Labels = None) -> Split:
    """Split whole units by largest remainders: round each quota down, then one more to the largest remainders.

    The quota of a party is ``units × weight / sum of weights``. Each party gets its quota rounded down or up: the
    method keeps within the quota. With minimums, a party whose quota is below its minimum gets the minimum, and the
    rest is shared again by the same method (`sharers`).

    >>> by_remainders(10, [5, 3, 1], [0, 0, 0]).counts
    (6, 3, 1)

    Complexity: n log n for n parties, whatever the number of units.
    """
    counts = list(floors)
    sharing, rest = sharers(units, weights, floors)
    whole = sum(weights[position] for position in sharing)
    remainders: dict[int, int] = {}
    left = rest
    for position in sharing:
        counts[position], remainders[position] = divmod(rest * weights[position], whole)
        left -= counts[position]
    if not left:
        return Split(tuple(counts))
    ranked = sorted(remainders.values(), reverse=True)
    edge = ranked[left - 1]  # each is below one whole and they sum to `left` wholes: more than `left` are positive
    tied: list[int] = []
    for position, remainder in remainders.items():
        if remainder > edge:
            counts[position] += 1
            left -= 1
        elif remainder == edge:
            tied.append(position)
    winners = settle(tied, left, weights, labels)
    for position in winners:
        counts[position] += 1
    return Split(tuple(counts), tuple(tied), winners) if len(winners) < len(tied) else Split(tuple(counts))
