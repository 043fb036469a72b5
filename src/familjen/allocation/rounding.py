"""Exact amounts brought to whole units that still come to the total."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.amounts import apportion
from familjen.amounts.exact import multiple
from familjen.amounts.remainders import by_remainders
from familjen.amounts.vector import Vector
from familjen.errors import InvalidValueError

__all__ = ["Rounding", "in_units", "shortest", "to_units"]

_REMAINDERS = "largest-remainder"


def in_units(exact: Fraction, unit: Decimal) -> Decimal:
    """Give an amount in whole units, half of one rounded away from zero.

    >>> in_units(Fraction(5, 2), Decimal(1)), in_units(Fraction(-5, 2), Decimal(1))
    (Decimal('3'), Decimal('-3'))
    """
    above, under = unit.as_integer_ratio()
    rounded: Decimal = multiple(_nearest(exact.numerator * under, exact.denominator * above), unit)
    return rounded


def _nearest(above: int, under: int) -> int:
    """Give the whole number nearest to a fraction, half of one rounded away from zero."""
    count = (2 * abs(above) + under) // (2 * under)
    return count if above >= 0 else -count


@attrs.frozen
class Rounding:
    """The total of exact amounts, in whole units (avrundning av summan).

    >>> Rounding.of(Vector((1, 1), 3), Decimal("0.01"))
    Rounding(units=67, is_whole=False)
    """

    units: int
    """The units nearest to the total."""
    is_whole: bool
    """Whether the total was a whole number of units."""

    @classmethod
    def of(cls, exact: Vector, unit: Decimal) -> "Rounding":
        """Round the total of amounts."""
        above, under = unit.as_integer_ratio()
        total, over = sum(exact.counts) * under, exact.over * above
        return cls(_nearest(total, over), total % over == 0)


def to_units(
    exact: Vector, parties: Sequence[str], unit: Decimal, method: str, *, held: bool = False
) -> tuple[Decimal, ...]:
    """Bring each party's exact amount to whole units, so that they come to the total, itself in whole units.

    It is an apportionment of the total by the method. Where amounts were held at floors and caps and the total itself
    was rounded, or where some pay and others receive, each amount is rounded down and the units that are left go to the
    largest remainders, so that an amount that is already whole, such as one held at a cap, stays as it is.

    Raises:
        InvalidValueError: Some amounts are below zero and others above, and the method is none by remainders.

    >>> to_units(Vector((1, 2), 3), ["A", "B"], Decimal("0.01"), "largest-remainder")
    (Decimal('0.33'), Decimal('0.67'))
    """
    counts = exact.counts
    some_pay, some_receive = max(counts) > 0, min(counts) < 0
    if not some_pay and not some_receive:
        return (multiple(0, unit),) * len(counts)
    one_way, total = some_pay is not some_receive, Rounding.of(exact, unit)
    if method != _REMAINDERS:
        if not one_way:
            reason = f"some parties pay and others receive, which {method!r} cannot round; use {_REMAINDERS!r}"
            raise InvalidValueError(reason, attribute="method")
        weights = dict(zip(parties, map(abs, counts), strict=True))
        return tuple(apportion(multiple(total.units, unit), weights, unit=unit, method=method).values())
    if one_way and (total.is_whole or not held):
        sizes = counts if some_pay else [-count for count in counts]
        split: Sequence[int] = by_remainders(abs(total.units), sizes, (0,) * len(sizes), parties).counts
        split = split if some_pay else [-count for count in split]
    else:
        split = _unscaled(exact, parties, unit, total.units)
    return tuple([multiple(count, unit) for count in split])


def _unscaled(exact: Vector, parties: Sequence[str], unit: Decimal, units: int) -> list[int]:
    """Round each amount down, and give the units that are left to the largest remainders."""
    above, under = unit.as_integer_ratio()
    parts = [divmod(count * under, exact.over * above) for count in exact.counts]
    left = units - sum([whole for whole, _ in parts])
    order = sorted(range(len(parts)), key=lambda place: (-parts[place][1], -abs(exact.counts[place]), parties[place]))
    up = set(order[:left])
    return [whole + (place in up) for place, (whole, _) in enumerate(parts)]


def shortest(number: Fraction, places: int) -> Decimal:
    """Give a number with at most so many decimals, without zeros at the end.

    >>> shortest(Fraction(3, 2), 4), shortest(Fraction(1, 3), 4)
    (Decimal('1.5'), Decimal('0.3333'))
    """
    while places and (number * 10 ** (places - 1)).denominator == 1:
        places -= 1
    rounded = in_units(number, Decimal(1).scaleb(-places))
    while places and not rounded.as_tuple().digits[-1]:
        places -= 1
        rounded = in_units(Fraction(rounded), Decimal(1).scaleb(-places))
    return rounded
