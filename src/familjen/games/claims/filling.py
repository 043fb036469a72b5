"""Sharing in proportion, and equally up to caps, exactly."""

from collections.abc import Sequence
from fractions import Fraction

from familjen.amounts.filling import fill
from familjen.amounts.vector import Vector

__all__ = ["equally", "in_proportion", "less"]


def in_proportion(estate: Fraction, claims: Sequence[Fraction]) -> list[Fraction]:
    """Share in proportion to the claims; where all are zero nobody gets anything."""
    total = sum(claims)
    return [estate * claim / total if total else Fraction(0) for claim in claims]


def equally(estate: Fraction, caps: Sequence[Fraction], floors: Sequence[Fraction] | None = None) -> list[Fraction]:
    """Share equally, but give nobody more than its cap or less than its floor."""
    return list(fill(estate, Vector.same(Fraction(1), len(caps)), floors, caps))


def less(claims: Sequence[Fraction], losses: Sequence[Fraction]) -> list[Fraction]:
    """Take a loss from each claim."""
    return [claim - loss for claim, loss in zip(claims, losses, strict=True)]
