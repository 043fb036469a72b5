"""Sharing within limits, the others carrying the rest in proportion (water-filling)."""

from collections.abc import Sequence
from fractions import Fraction

from familjen.errors import InvalidValueError

__all__ = ["fill"]


def fill(
    total: Fraction,
    weights: Sequence[Fraction],
    floors: Sequence[Fraction | None],
    caps: Sequence[Fraction | None],
) -> tuple[Fraction, ...]:
    """Share a total in proportion to weights, each part held between its floor and its cap, exactly.

    There is a level such that each part is the weight times the level, or the floor or cap where that lies outside;
    the parts then come to the total. A party without weight gets its floor, or nothing.

    Raises:
        InvalidValueError: The floors together exceed the total, or the caps leave a part of it to nobody.

    Complexity: n log n for n parties.

    >>> half, third = Fraction(1, 2), Fraction(1, 3)
    >>> [str(part) for part in fill(Fraction(1), [Fraction(6), Fraction(3), Fraction(1)], [None] * 3, [half] * 3)]
    ['1/2', '3/8', '1/8']
    """
    lows = [Fraction(0) if floor is None else floor for floor in floors]
    least = sum(lows, Fraction(0))
    if least > total:
        raise InvalidValueError(
            f"the floors come to {least}, above the {total} to share; lower them", attribute="floor"
        )
    turns: list[tuple[Fraction, Fraction, Fraction]] = []  # level, change of the slope, change of the constant
    for weight, low, cap in zip(weights, lows, caps, strict=True):
        if weight:
            turns.append((low / weight, weight, -low))
            if cap is not None:
                turns.append((cap / weight, -weight, cap))
    turns.sort()
    level = _level(total, turns, least)
    return tuple(
        low if not weight else max(low, level * weight if cap is None else min(cap, level * weight))
        for weight, low, cap in zip(weights, lows, caps, strict=True)
    )


def _level(total: Fraction, turns: list[tuple[Fraction, Fraction, Fraction]], constant: Fraction) -> Fraction:
    """Walk up the turning points until the parts come to the total."""
    slope = Fraction(0)
    for number, (level, steeper, more) in enumerate(turns):
        slope, constant = slope + steeper, constant + more
        following = turns[number + 1][0] if number + 1 < len(turns) else None
        if following is not None and slope * following + constant < total:
            continue
        if slope:
            return (total - constant) / slope
        if constant == total:
            return level
    if constant == total and not slope:
        return turns[-1][0] if turns else Fraction(0)
    reason = f"the caps leave {total - constant} of {total} to nobody; raise them or say who finances the remainder"
    raise InvalidValueError(reason, attribute="cap")
