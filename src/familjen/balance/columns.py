"""Columns of a ledger: labels by place, amounts in whole units (kolumner)."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["FIRST", "LAST", "added_up", "count_of", "need_year", "places_of", "read_labels", "read_whole", "unit_of"]

Whole = NDArray[np.int64]

LARGEST = 2**53
"""Amounts in units are whole numbers below this, so that sums of hundreds fit with room to spare."""
FIRST, LAST = 1862, 9999
"""The years that there may be entries of, from that of the ordinances that made Sweden's municipalities."""


def unit_of(amounts: Sequence[Decimal]) -> Decimal:
    """Give the largest unit of 1, 0.1, 0.01 and so on that all amounts are multiples of."""
    places = max(max(0, -int(amount.normalize().as_tuple().exponent)) for amount in amounts)
    return Decimal(1).scaleb(-places)


def added_up(units: Whole) -> int:
    """Add up whole numbers however many there are, exactly: sums may go beyond 64 bits.

    >>> added_up(np.full(4096, 2**53)) == 2**65
    True
    """
    return (int((units >> 26).sum()) << 26) + int((units & ((1 << 26) - 1)).sum())


def need_year(year: object, attribute: str) -> None:
    """Refuse what is no year that there may be entries of.

    Raises:
        InvalidValueError: It is none.
    """
    if type(year) is not int:
        raise InvalidValueError(f"{show(year)} is no year", attribute=attribute)
    if not FIRST <= year <= LAST:
        raise InvalidValueError(f"{show(year)} is no year from {FIRST} to {LAST}", attribute=attribute)


def count_of(amount: Decimal, unit: Decimal) -> int:
    """Give an amount as a number of units.

    Raises:
        InvalidValueError: It is beyond 2^53 of them.
    """
    units = int(Fraction(amount) / Fraction(unit))
    if abs(units) > LARGEST:
        reason = f"{amount} is beyond {LARGEST:,} units of {unit}; give amounts with fewer decimals"
        raise InvalidValueError(reason, attribute="entries")
    return units


def places_of(labels: Sequence[str], known: Sequence[str]) -> list[int]:
    """Give each label's place among the known ones."""
    place = {label: number for number, label in enumerate(known)}
    return [place[label] for label in labels]


def read_labels(column: Any, name: str) -> tuple[tuple[str, ...], Whole]:
    """Give the labels of a column in the order of their first row, and each row's place among them.

    Raises:
        InvalidValueError: One is no text, or blank, or has space around it.
    """
    labels: list[Any] = column.tolist() if isinstance(column, np.ndarray) else list(column)
    odd = next((label for label in labels if not isinstance(label, str)), None)
    if odd is not None or None in labels:
        raise InvalidValueError(f"{name} holds {show(odd)}; give text that is not blank", attribute=name)
    known: dict[Any, int] = {}
    places = np.fromiter((known.setdefault(label, len(known)) for label in labels), np.int64, len(labels))
    for label in known:
        if not label or label != label.strip():
            reason = f"{name} holds {show(label)}; give text that is not blank and has no space around it"
            raise InvalidValueError(reason, attribute=name)
    return tuple(known), places


def read_whole(column: Any, name: str) -> Whole:
    """Read a column of whole numbers.

    Raises:
        InvalidValueError: Numbers are of another type, or beyond 2^53.
    """
    found: Any = np.asarray(column)
    if found.dtype.kind not in "iu":
        reason = f"{name} holds numbers of type {found.dtype}; give whole numbers, amounts in units"
        raise InvalidValueError(reason, attribute=name)
    if found.ndim != 1:
        raise InvalidValueError(f"{name} has {found.ndim} dimensions; give one column of numbers", attribute=name)
    if (np.abs(found.astype(np.int64)) > LARGEST).any():
        raise InvalidValueError(f"{name} goes beyond {LARGEST:,} units", attribute=name)
    whole: Whole = found.astype(np.int64)
    return whole
