"""Majorities in words and as shares of all weights (majoriteter)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor, gcd, lcm
from types import MappingProxyType

from familjen.amounts.exact import shown
from familjen.errors import InvalidValueError, near_matches
from familjen.validators import show

__all__ = ["MAJORITIES", "MORE_THAN_HALF", "quota_of"]

MORE_THAN_HALF = "more than half"

MAJORITIES: Mapping[str, Fraction] = MappingProxyType(
    {"two thirds": Fraction(2, 3), "three quarters": Fraction(3, 4), "all": Fraction(1)}
)
"""The share of all weights that is to be reached, by what it is called."""


def quota_of(majority: str | Fraction, weights: Sequence[Fraction]) -> Fraction:
    """Give the quota that a majority of these weights comes to (majoritetens tal).

    A share is reached, at least; more than half is the smallest sum above half that such weights could have, in the
    unit that all of them are multiples of.

    Raises:
        InvalidValueError: It is no majority of ours, nor a Fraction above 0 and at most 1.

    >>> quota_of("more than half", [Fraction(2), Fraction(2), Fraction(4)]), quota_of(Fraction(2, 3), [Fraction(9)])
    (Fraction(6, 1), Fraction(6, 1))
    """
    total = sum(weights, Fraction(0))
    if isinstance(majority, Fraction):
        if not 0 < majority <= 1:
            reason = f"the majority is {shown(majority)} of all weights; give a share above 0 and at most 1"
            raise InvalidValueError(reason, attribute="majority")
        return majority * total
    if majority == MORE_THAN_HALF:
        unit = _unit(weights)
        return unit * (floor(total / 2 / unit) + 1) if unit else total
    if isinstance(majority, str) and majority in MAJORITIES:
        return MAJORITIES[majority] * total
    known = (MORE_THAN_HALF, *MAJORITIES)
    near = near_matches(majority, known, most=1) if isinstance(majority, str) else ()
    hint = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(map(repr, known))}, or a Fraction"
    raise InvalidValueError(f"{show(majority)} is no majority; {hint}", attribute="majority")


def _unit(weights: Sequence[Fraction]) -> Fraction:
    """Give the largest number that all weights are whole multiples of."""
    over = lcm(*{weight.denominator for weight in weights})
    return Fraction(gcd(*(int(weight * over) for weight in weights)), over)
