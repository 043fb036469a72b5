"""Sums without rounding, and who pays on which day: what the rules of economy share."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from familjen.amounts.exact import difference
from familjen.language import Phrase
from familjen.model import Agreement

__all__ = ["bound_parties", "gap", "sayable"]

_TOO_LONG = Phrase("a fraction too long to write", "ett bråk som är för långt att skriva ut")
_LONGEST = 10**30


def gap(one: Decimal, other: Decimal) -> Decimal:
    """Say how far two amounts are from each other, exactly.

    >>> gap(Decimal(90_361), Decimal(90_362))
    Decimal('1')
    """
    return difference(one, other).copy_abs()


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
