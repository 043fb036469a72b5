"""Events and what they brought."""

import enum
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.dates import Period
from familjen.model.source import Source
from familjen.validators import (
    is_identifier,
    is_nonnegative_amount,
    is_text,
    is_whole,
    matches,
    one_of,
    optional,
    tuple_of,
)

__all__ = ["Distance", "DistanceUnit", "Event"]


class DistanceUnit(enum.StrEnum):
    """A unit of length (längdenhet)."""

    M = "m"
    """Metre."""
    KM = "km"
    """Kilometre."""
    MIL = "mil"
    """Swedish *mil*: ten kilometres."""


_METRES = {DistanceUnit.M: 1, DistanceUnit.KM: 1_000, DistanceUnit.MIL: 10_000}


@attrs.frozen
class Distance:
    """A distance, in the unit in which it was stated (sträcka).

    >>> Distance(Decimal(10_000), DistanceUnit.MIL).km
    Fraction(100000, 1)
    >>> print(Distance(Decimal(10_000), DistanceUnit.MIL))
    10,000 mil (100,000 km)
    """

    value: Decimal = attrs.field(validator=is_nonnegative_amount)
    """Length in the unit; not negative."""
    unit: DistanceUnit = attrs.field(default=DistanceUnit.KM, validator=one_of(DistanceUnit))
    """Unit: metre, kilometre or Swedish *mil*."""

    @property
    def km(self) -> Fraction:
        """The distance in kilometres, exactly."""
        return Fraction(self.value) * _METRES[self.unit] / 1000

    def __str__(self) -> str:
        stated = f"{self.value:,} {self.unit.value}"
        return (
            stated
            if self.unit is DistanceUnit.KM
            else f"{stated} ({Decimal(self.km.numerator) / self.km.denominator:,} km)"
        )


@attrs.frozen
class Event:
    """An event that the parties hold or host (evenemang).

    >>> walk = Event("eurorando", "Eurorando", participants=3_000, spending=Decimal(13_000_000))
    >>> round(walk.spending_per_participant)
    4333
    """

    id: str = attrs.field(validator=is_identifier)
    """Id within the cooperation."""
    name: str = attrs.field(validator=is_text)
    """Its name."""
    period: Period | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Period)))
    """When it was held, as closely as it is known."""
    hosts: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of the parties where it was held; empty when nobody has said."""
    partners: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of partners that took part."""
    participants: int | None = attrs.field(default=None, kw_only=True, validator=optional(is_whole(0)))
    """Number of participants."""
    countries: int | None = attrs.field(default=None, kw_only=True, validator=optional(is_whole(0)))
    """Number of countries that they came from."""
    distance: Distance | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Distance)))
    """How far all of them went together."""
    spending: Decimal | None = attrs.field(default=None, kw_only=True, validator=optional(is_nonnegative_amount))
    """What all of them spent together, in the currency."""
    currency: str = attrs.field(
        default="SEK", kw_only=True, validator=matches("[A-Z]{3}", "a currency code: three capital letters (ISO 4217)")
    )
    """Currency of the spending (ISO 4217)."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""

    @property
    def spending_per_participant(self) -> Fraction | None:
        """Spending per participant, exactly; ``None`` when either is not known or nobody came."""
        if self.spending is None or not self.participants:
            return None
        return Fraction(self.spending) / self.participants

    @property
    def km_per_participant(self) -> Fraction | None:
        """Kilometres per participant, exactly; ``None`` when either is not known or nobody came."""
        if self.distance is None or not self.participants:
            return None
        return self.distance.km / self.participants
