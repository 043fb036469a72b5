"""What comes of each assumption alone at its two ends, read and checked (känslighet)."""

import math
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from familjen.amounts.weights import is_sequence
from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["Swing", "swings_of"]

_PARTS = 4


@attrs.frozen
class Swing:
    """What comes of one assumption at its ends, all others at their base (utslag)."""

    name: str
    """The assumption."""
    at_low: float
    """What comes of its low end."""
    at_high: float
    """What comes of its high end."""
    base: float
    """What comes of its base."""

    @property
    def width(self) -> float:
        """How far what comes of it moves from end to end, the base included."""
        ends = (self.at_low, self.at_high, self.base)
        return max(ends) - min(ends)

    @property
    def turns(self) -> bool:
        """Tell whether one of the ends has another sign than the base: a loss for a saving, or neither for either."""
        return any(_sign(end) != _sign(self.base) for end in (self.at_low, self.at_high))


def swings_of(rows: Iterable[Any]) -> list[Swing]:
    """Read rows of name, at its low end, at its high end, and base, the widest first.

    Raises:
        InvalidValueError: There are no rows, one is of another form, a name is there twice, a number is not finite, or
            the rows have different bases.

    >>> [swing.name for swing in swings_of([("rate", 9, 7, 8), ("fixed", 2, 9, 8)])]
    ['fixed', 'rate']
    """
    if isinstance(rows, str | bytes) or not isinstance(rows, Iterable):
        raise InvalidValueError(f"{show(rows)} are no rows; give (name, at low, at high, base)", attribute="rows")
    found = [_read(row) for row in rows]
    if not found:
        reason = "there are no rows, so nothing is uncertain; give an assumption a range"
        raise InvalidValueError(reason, attribute="rows")
    names = [swing.name for swing in found]
    twice = next((name for place, name in enumerate(names) if name in names[:place]), None)
    if twice is not None:
        raise InvalidValueError(f"{show(twice)} has two rows; give one for each assumption", attribute="rows")
    other = next((swing for swing in found if not math.isclose(swing.base, found[0].base, abs_tol=1e-6)), None)
    if other is not None:
        reason = f"the base of {show(other.name)} is {other.base:g} and of {show(names[0])} {found[0].base:g}; give one"
        raise InvalidValueError(reason, attribute="rows")
    return sorted(found, key=lambda swing: -swing.width)


def _sign(amount: float) -> int:
    return (amount > 0) - (amount < 0)


def _read(row: Any) -> Swing:
    if not is_sequence(row) or len(row) != _PARTS or not isinstance(row[0], str):
        raise InvalidValueError(f"{show(row)} is no row of (name, at low, at high, base)", attribute="rows")
    numbers: list[float] = []
    for value in row[1:]:
        known = isinstance(value, int | float | Decimal | Fraction) and not isinstance(value, bool)
        if not known or not math.isfinite(value):
            raise InvalidValueError(f"{show(row[0])} has {show(value)}; give a finite number", attribute="rows")
        numbers.append(float(value))
    return Swing(row[0], *numbers)
