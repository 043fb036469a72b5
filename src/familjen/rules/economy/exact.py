"""Sums without rounding, and who pays on which day: what the rules of economy share."""

import datetime as dt
from collections.abc import Iterable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction

from familjen.language import Phrase
from familjen.model import Agreement

__all__ = ["bound_parties", "gap", "sayable", "total_of"]

_TOO_LONG = Phrase("a fraction too long to write", "ett bråk som är för långt att skriva ut")
_LONGEST = 10**30
_UNROUNDED = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


def total_of(amounts: Iterable[Decimal]) -> Decimal:
    """Add amounts up, exactly.

    >>> total_of([Decimal("0.1"), Decimal("0.2")])
    Decimal('0.3')
    """
    total = Decimal(0)
    for amount in amounts:
        total = _UNROUNDED.add(total, amount)
    return total


def gap(one: Decimal, other: Decimal) -> Decimal:
    """Say how far two amounts are from each other, exactly.

    >>> gap(Decimal(90_361), Decimal(90_362))
    Decimal('1')
    """
    return _UNROUNDED.subtract(one, other).copy_abs()


def sayable(share: Fraction) -> Fraction | Phrase:
    """Give the share itself, or where nobody could read it, words that say so.

    >>> sayable(Fraction(5, 6))
    Fraction(5, 6)
    """
    return share if max(abs(share.numerator), share.denominator) < _LONGEST else _TOO_LONG


def bound_parties(agreement: Agreement, on: dt.date | None) -> tuple[str, ...]:
    """Give the parties that an agreement binds, each once: on the day, or without one those that stay to its end."""
    period = agreement.period
    if on is not None and (period is None or on in period):
        bound = [part.party for part in agreement.parties if part.period is None or on in part.period]
    else:
        last = None if period is None else period.last_day
        bound = [
            part.party
            for part in agreement.parties
            if part.period is None
            or part.period.last_day is None
            or (last is not None and part.period.last_day >= last)
        ]
    return tuple(dict.fromkeys(bound))
