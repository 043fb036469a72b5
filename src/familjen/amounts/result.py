"""A split, with how it came about."""

from collections.abc import Hashable
from decimal import Decimal
from fractions import Fraction

import attrs

__all__ = ["Apportionment", "Tie"]


@attrs.frozen
class Tie:
    """Parties with an equal claim to the last units, and who got them (lika anspråk)."""

    tied: tuple[Hashable, ...]
    """Labels of the parties with the same claim."""
    winners: tuple[Hashable, ...]
    """Labels of those of them who got a unit: the larger weight first, then the order of labels."""


@attrs.frozen
class Apportionment:
    """A total split in whole units, with quotas and ties (fördelning)."""

    labels: tuple[Hashable, ...]
    """Labels of the parties: the mapping's keys, or 0, 1, 2 …"""
    parts: tuple[Decimal | int, ...]
    """What each party gets, in the order of the labels."""
    quotas: tuple[Fraction, ...]
    """What each would get exactly if units could be split."""
    total: Decimal | int
    """What was split."""
    unit: Decimal | int
    """The smallest amount that a part is a multiple of."""
    method: str
    """Name of the method."""
    ties: tuple[Tie, ...] = ()
    """Equal claims that had to be settled; at most one."""

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each party with its label, exact quota and part."""
        return [
            {"label": label, "quota": quota, "part": part}
            for label, quota, part in zip(self.labels, self.quotas, self.parts, strict=True)
        ]
