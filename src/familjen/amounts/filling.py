"""Sharing within limits, the others carrying the rest in proportion (water-filling)."""

import math
from collections.abc import Sequence
from fractions import Fraction

from familjen.amounts.vector import Vector, plainly, shortened
from familjen.errors import InvalidValueError

__all__ = ["Limits", "fill"]

Limits = Sequence[Fraction | None] | Vector | None
"""A limit for each party, ``None`` for one without; ``None`` for no limit at all."""


def fill(total: Fraction, weights: Vector, floors: Limits, caps: Limits) -> Vector:
    """Share a total in proportion to weights, each part held between its floor and its cap, exactly.

    There is a level such that each part is the weight times the level, or the floor or cap where that lies outside;
    the parts then come to the total. A party without weight gets its floor, or nothing.

    The level is found by holding, again and again, those parties at their limits that the level so far passes: those
    at floors if the parts then come to too much, those at caps if to too little. None of them is let go again, since
    the level then only falls, or only rises, for those that remain.

    Raises:
        InvalidValueError: The floors together exceed the total, or the caps leave a part of it to nobody.

    Complexity: n for each round, and at most n rounds for n parties; two or three are usual.

    >>> half = Fraction(1, 2)
    >>> [str(part) for part in fill(Fraction(1), Vector((6, 3, 1)), None, [half] * 3)]
    ['1/2', '3/8', '1/8']
    """
    common = math.lcm(total.denominator, weights.over, _denominator(floors), _denominator(caps))
    whole = total.numerator * (common // total.denominator)
    lows = [0 if low is None else low for low in _counts(floors, common, len(weights))]
    highs = _counts(caps, common, len(weights))
    if sum(lows) > whole:
        least = plainly(Fraction(sum(lows), common))
        reason = f"the floors come to {least}, above the {plainly(total)} to share; lower them"
        raise InvalidValueError(reason, attribute="floor")
    sizes = weights.counts
    held = {place: lows[place] for place, size in enumerate(sizes) if not size}
    free: list[int] = [place for place, size in enumerate(sizes) if size]
    left, slope = whole - sum(held.values()), sum(sizes)
    while slope:
        # the level is left / slope: a part is size * left / slope, compared with limits in whole numbers
        low: dict[int, int] = {place: lows[place] for place in free if sizes[place] * left < lows[place] * slope}
        high: dict[int, int] = {}
        if caps is not None:
            for place in free:
                top = highs[place]
                if top is not None and sizes[place] * left > top * slope:
                    high[place] = top
        if not low and not high:
            break
        excess = sum([limit * slope - sizes[place] * left for place, limit in (*low.items(), *high.items())])
        now: dict[int, int] = low if excess > 0 else high if excess < 0 else low | high
        held |= now
        free = [place for place in free if place not in now]
        left, slope = left - sum(now.values()), slope - sum([sizes[place] for place in now])
    if not slope and left:
        rest = f"the caps leave {plainly(Fraction(left, common))} of {plainly(total)} to nobody"
        reason = f"{rest}; raise them or say who finances the remainder"
        raise InvalidValueError(reason, attribute="cap")
    under = slope or 1
    parts = [held[place] * under if place in held else size * left for place, size in enumerate(sizes)]
    return shortened(tuple(parts), common * under)


def _denominator(limits: Limits) -> int:
    if limits is None:
        return 1
    if isinstance(limits, Vector):
        return limits.over
    return math.lcm(*[limit.denominator for limit in limits if limit is not None])


def _counts(limits: Limits, common: int, size: int) -> Sequence[int | None]:
    """Give limits as whole numbers over the common denominator."""
    if limits is None:
        return [None] * size
    if isinstance(limits, Vector):
        factor = common // limits.over
        return [count * factor for count in limits.counts]
    return [None if limit is None else limit.numerator * (common // limit.denominator) for limit in limits]
