"""Exact amounts brought to whole units that still come to the total."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from familjen.amounts import apportion
from familjen.amounts.exact import multiple
from familjen.errors import InvalidValueError

__all__ = ["in_units", "to_units"]


def in_units(exact: Fraction, unit: Decimal) -> Decimal:
    """Give an amount in whole units, half of one rounded away from zero.

    >>> in_units(Fraction(5, 2), Decimal(1)), in_units(Fraction(-5, 2), Decimal(1))
    (Decimal('3'), Decimal('-3'))
    """
    units = abs(exact) / Fraction(unit)
    count = (2 * units.numerator + units.denominator) // (2 * units.denominator)
    rounded: Decimal = multiple(count if exact >= 0 else -count, unit)
    return rounded


def to_units(
    exact: Mapping[str, Fraction], total: Decimal, unit: Decimal, method: str, *, held: bool = False
) -> dict[str, Decimal]:
    """Bring each party's exact amount to whole units, so that they come to the total.

    It is an apportionment of the total by the method. Where amounts were held at floors and caps and the total itself
    was rounded, or where some pay and others receive, each amount is rounded down and the units that are left go to the
    largest remainders, so that an amount that is already whole, such as one held at a cap, stays as it is.

    Raises:
        InvalidValueError: Some amounts are below zero and others above, and the method is none by remainders.

    >>> to_units({"A": Fraction(1, 3), "B": Fraction(2, 3)}, Decimal(1), Decimal("0.01"), "largest-remainder")
    {'A': Decimal('0.33'), 'B': Decimal('0.67')}
    """
    signs = {amount > 0 for amount in exact.values() if amount}
    if not signs and not total:
        return {party: multiple(0, unit) for party in exact}
    scaled = not held or method != "largest-remainder" or sum(exact.values()) == total
    if len(signs) == 1 and scaled:
        return apportion(total, {party: abs(amount) for party, amount in exact.items()}, unit=unit, method=method)
    if method != "largest-remainder":
        reason = f"some parties pay and others receive, which {method!r} cannot round; use 'largest-remainder'"
        raise InvalidValueError(reason, attribute="method")
    step = Fraction(unit)
    counts = {party: amount / step // 1 for party, amount in exact.items()}
    remainders = {party: amount / step - counts[party] for party, amount in exact.items()}
    left = int(Fraction(total) / step) - sum(counts.values())
    order = sorted(exact, key=lambda party: (-remainders[party], -abs(exact[party]), party))
    up = set(order[:left])
    return {party: multiple(counts[party] + (party in up), unit) for party in exact}
