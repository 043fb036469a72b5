"""Sharing in proportion, and equally up to caps, exactly."""

from collections.abc import Sequence
from fractions import Fraction

__all__ = ["equally", "in_proportion", "less"]


def in_proportion(estate: Fraction, claims: Sequence[Fraction]) -> list[Fraction]:
    """Share in proportion to the claims; where all are zero nobody gets anything."""
    total = sum(claims)
    return [estate * claim / total if total else Fraction(0) for claim in claims]


def equally(estate: Fraction, caps: Sequence[Fraction]) -> list[Fraction]:
    """Share equally up to each cap: those with the smallest caps are filled first, the rest get what is left of it."""
    awards = [Fraction(0)] * len(caps)
    left = estate
    for done, place in enumerate(sorted(range(len(caps)), key=caps.__getitem__)):
        awards[place] = min(caps[place], left / (len(caps) - done))
        left -= awards[place]
    return awards


def less(claims: Sequence[Fraction], losses: Sequence[Fraction]) -> list[Fraction]:
    """Take a loss from each claim."""
    return [claim - loss for claim, loss in zip(claims, losses, strict=True)]
