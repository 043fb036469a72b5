"""Who goes first when the last units could go to several parties (lottning, here by rule instead)."""

from collections.abc import Hashable, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

import attrs

from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["Labels", "Split", "settle"]

Labels: TypeAlias = Sequence[Hashable] | None
"""The parties' labels; None when they are known by position only."""


@attrs.frozen
class Split:
    """Whole units by party, and who tied for the last of them (fördelning i hela enheter)."""

    counts: tuple[int, ...]
    """Each party's units."""
    tied: tuple[int, ...] = ()
    """Positions of the parties that could have had the last units, in the order given."""
    winners: tuple[int, ...] = ()
    """Positions of those that got one, in the order given."""


def settle(tied: Sequence[int], units: int, weights: Sequence[int], labels: Labels) -> tuple[int, ...]:
    """Choose which of the tied parties get one of the units: larger weight first, then label order.

    Labels are compared only where they decide. Without labels, the position decides.

    >>> settle([0, 1, 2], 2, [5, 5, 7], ["b", "a", "c"])
    (1, 2)

    Raises:
        InvalidValueError: When labels decide and have no order among them.
    """
    ordered = sorted(tied, key=weights.__getitem__, reverse=True)
    edge = weights[ordered[units - 1]]
    winners = [position for position in ordered if weights[position] > edge]
    rivals = [position for position in tied if weights[position] == edge]
    left = units - len(winners)
    if labels is not None and left < len(rivals):
        rivals = _in_label_order(rivals, labels)
    return tuple(sorted([*winners, *rivals[:left]]))


def _in_label_order(rivals: Sequence[int], labels: Sequence[Any]) -> list[int]:
    try:
        ordered: list[int] = sorted(rivals, key=lambda position: labels[position])
        if all(labels[one] < labels[other] for one, other in pairwise(ordered)):
            return ordered
    except TypeError:
        pass
    names = ", ".join(show(labels[position]) for position in rivals[:5])
    reason = f"{names} tie for the last unit and their labels have no order to settle it by; use text labels"
    raise InvalidValueError(reason, attribute="weights")
