"""A cooperation reckoned with one number for each assumption (scenario)."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import attrs
import numpy as np

from familjen.amounts import apportion
from familjen.amounts.exact import difference, total_of
from familjen.errors import InvalidValueError
from familjen.scale.discounting import Discounting
from familjen.scale.dividing import Split, divide, in_units, is_proportional
from familjen.scale.service import ServiceCost

__all__ = ["Scenario", "reckoned"]


@attrs.frozen
class Scenario:
    """What each party pays alone and together, with one number for each assumption (scenario).

    Amounts are whole units, and parts sum to the whole.
    """

    numbers: Mapping[str, Decimal]
    """The number that each uncertain assumption has."""
    alone: tuple[Decimal, ...]
    """What each party pays a year alone, in kronor."""
    parts: tuple[Decimal, ...]
    """What each pays a year of what all pay together."""
    once_parts: tuple[Decimal, ...]
    """What each pays once to start."""
    factors: tuple[float, ...]
    """What a krona saved in each year of the horizon is worth before the first."""

    @property
    def together(self) -> Decimal:
        """What all pay together, a year."""
        return total_of(self.parts)

    @property
    def once(self) -> Decimal:
        """What starting costs once."""
        return total_of(self.once_parts)

    @property
    def savings(self) -> tuple[Decimal, ...]:
        """What each saves a year; below zero it pays more than alone."""
        return tuple([difference(alone, part) for alone, part in zip(self.alone, self.parts, strict=True)])

    @property
    def saving(self) -> Decimal:
        """What all save a year."""
        return total_of(self.savings)

    @property
    def nets(self) -> tuple[float, ...]:
        """What each saves over the horizon, counted before the first year, less what it pays once, in kronor."""
        worth = sum(self.factors)
        return tuple(
            [float(saved) * worth - float(once) for saved, once in zip(self.savings, self.once_parts, strict=True)]
        )

    @property
    def net(self) -> float:
        """What all save over the horizon, counted before the first year, less what starting costs."""
        return float(self.saving) * sum(self.factors) - float(self.once)

    def paid_back(self, place: int | None = None) -> int | None:
        """Give the year, from 1, in which what was paid once is saved again: for all, or the party at a place.

        ``None`` where that is not within the horizon; 0 where nothing is paid once and nothing lost.
        """
        saving = self.saving if place is None else self.savings[place]
        once = self.once if place is None else self.once_parts[place]
        if not once:
            return 0 if saving >= 0 else None
        reached = np.flatnonzero(np.cumsum(self.factors) * float(saving) >= float(once))
        return int(reached[0]) + 1 if len(reached) else None


def reckoned(
    service: ServiceCost,
    numbers: Mapping[str, Decimal],
    *,
    split: Split,
    unit: Decimal,
    discounting: Discounting,
    horizon: int,
) -> tuple[Scenario, str]:
    """Reckon a scenario, and name how it is split.

    Raises:
        InvalidValueError: A number is outside what its assumption may be, or the split gives none.
    """
    own = {name: value for name, value in numbers.items() if not name.startswith("discounting.")}
    rate = numbers.get("discounting.rate")
    counting = discounting if rate is None else attrs.evolve(discounting, rate=rate)
    fixed = service.with_numbers(own)
    count = len(fixed.parties)
    everybody = np.ones((1, count), dtype=np.bool_)
    alone = tuple([in_units(float(cost), unit) for cost in fixed.many(np.eye(count, dtype=np.bool_))])
    whole = in_units(float(fixed.many(everybody)[0]), unit)
    year = discounting.first_year if discounting.first_year > 1 else None
    divided = divide(fixed, whole, split, unit=unit, year=year)
    start = in_units(float(fixed.once(everybody)[0]), unit)
    same = is_proportional(split)
    once = divide(fixed, start, split, unit=unit).parts if same else _once(start, divided.parts, unit)
    factors = tuple(map(float, counting.factors(horizon)))
    return Scenario(dict(numbers), alone, divided.parts, once, factors), divided.method


def _once(once: Decimal, parts: tuple[Decimal, ...], unit: Decimal) -> tuple[Decimal, ...]:
    """Split what is paid once as the yearly cost is split."""
    if not once:
        return (once,) * len(parts)
    least = min(parts)
    if least < 0 or not any(parts):
        why = f"one of them is {least:,}" if least < 0 else "they are all zero"
        reason = (
            f"what starting costs, {once:,}, is split as the yearly cost is, but of the yearly parts {why}; split by "
            "something else, such as 'by_size', or count the start as a yearly cost"
        )
        raise InvalidValueError(reason, attribute="split")
    return tuple(apportion(once, [Fraction(part) for part in parts], unit=unit))
