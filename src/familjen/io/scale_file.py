"""What a file says about a service that may be done together (kalkylfil)."""

import datetime as dt
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import attrs

from familjen.errors import FamiljenError, InvalidValueError
from familjen.places import Statistics, municipality
from familjen.scale import (
    Assumption,
    Cooperating,
    CostCurve,
    Discounting,
    Distance,
    Harmonisation,
    ScaleBenefit,
    ServiceCost,
    scale_benefit,
)
from familjen.scale.assumption import assumed, from_to
from familjen.scale.dividing import BY_SIZE
from familjen.scale.reading import each_of
from familjen.validators import (
    Validator,
    is_a,
    is_amount,
    is_date,
    is_nonnegative_amount,
    is_positive_amount,
    is_text,
    is_whole,
    one_of,
    optional,
    refuse,
    show,
    tuple_of,
)

__all__ = ["Levels", "ScaleFile", "Way", "Ways"]


_YEAR = 4


@contextmanager
def _at(attribute: str) -> Generator[None]:
    """Let what is wrong inside stand at a part of the file."""
    try:
        yield
    except InvalidValueError as error:
        raise InvalidValueError(error.reason, attribute=attribute) from None
    except FamiljenError as error:
        raise InvalidValueError(str(error), attribute=attribute) from None


def _by_name(item: Validator) -> Validator:
    """Accept a dict from text to what the validator accepts."""

    def check(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        one_of(dict)(instance, attribute, value)
        for name, each in value.items():
            is_text(instance, attribute, name)
            try:
                item(instance, attribute, each)
            except InvalidValueError as error:
                refuse(instance, attribute, f"{show(name)}: {error.reason}")

    return check


@attrs.frozen
class Way:
    """A distance between two parties (avstånd)."""

    one: str = attrs.field(validator=is_text)
    """One of them."""
    other: str = attrs.field(validator=is_text)
    """The other."""
    km: Decimal = attrs.field(validator=is_nonnegative_amount)
    """How far it is, in km; zero where they share a place."""


@attrs.frozen
class Ways:
    """What distance costs, and the distances themselves (avståndskostnad)."""

    per_km: Assumption = attrs.field(converter=assumed, validator=from_to(0))
    """What each km to the centre adds for each unit of size, in kronor a year."""
    ways: tuple[Way, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Way))
    """Distances by pair; without them, great-circle distances between the municipalities' centroids."""
    source: str = attrs.field(default="the file", kw_only=True, validator=is_text)
    """Where the distances come from."""

    def distance(self, parties: tuple[str, ...]) -> Distance:
        """Give the distances between the parties."""
        if not self.ways:
            return Distance.between(parties, self.per_km)
        km = {(way.one, way.other): float(way.km) for way in self.ways}
        if len(km) < len(self.ways):
            named = [(way.one, way.other) for way in self.ways]
            one, other = next(pair for place, pair in enumerate(named) if pair in named[:place])
            raise InvalidValueError(f"the way from {one} to {other} stands there twice", attribute="ways")
        return Distance.of(km, self.per_km, source=self.source)


@attrs.frozen
class Levels:
    """Levels by party that move to the highest (nivåer)."""

    share: Assumption = attrs.field(converter=assumed, validator=from_to(0, 1))
    """The share of the cost that follows the level."""
    levels: Mapping[str, Decimal] = attrs.field(kw_only=True, validator=_by_name(is_positive_amount))
    """Each party's level today."""


@attrs.frozen
class ScaleFile:
    """A service, who might do it together, and what is assumed, as a file holds it (kalkylfil).

    >>> file = ScaleFile("Family law", parties=("Bjuv", "Klippan"), counted=dt.date(2015, 12, 31),
    ...     alone={"Bjuv": Assumption(900_000), "Klippan": Assumption(1_000_000)})
    >>> file.service().sizes["Bjuv"], file.benefit().saving
    (Decimal('14962'), Decimal('0'))
    """

    title: str = attrs.field(validator=is_text)
    """What the service is."""
    source: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """Where the numbers come from."""
    sizes: Mapping[str, Decimal] | None = attrs.field(
        default=None, kw_only=True, validator=optional(_by_name(is_positive_amount))
    )
    """Each party's size; or give parties and a day, and their population is looked up."""
    parties: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_text))
    """Municipalities by code or name, where no sizes are given."""
    counted: dt.date | None = attrs.field(default=None, kw_only=True, validator=optional(is_date))
    """The day of their population, a 31 December."""
    curve: CostCurve | None = attrs.field(default=None, kw_only=True, validator=optional(is_a(CostCurve)))
    """What a size costs; without it nothing is saved by size."""
    alone: Mapping[str, Assumption] | None = attrs.field(
        default=None, kw_only=True, validator=optional(_by_name(from_to(0)))
    )
    """What each party pays a year today, in kronor."""
    distance: Ways | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Ways)))
    """What it costs that parties lie apart."""
    harmonisation: Levels | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Levels)))
    """Levels that move to the highest."""
    cooperating: Cooperating | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Cooperating)))
    """What cooperating costs."""
    split: str = attrs.field(default=BY_SIZE, kw_only=True, validator=is_text)
    """How what all pay is split: by_size, or the name of a method."""
    horizon: int = attrs.field(default=10, kw_only=True, validator=is_whole(1, 100))
    """How many years are counted."""
    rate: Assumption | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Assumption)))
    """The rate a year that later years are discounted at, as a share."""
    first_year: int = attrs.field(default=1, kw_only=True, validator=is_whole(1, 9999))
    """The first year of saving."""
    index: Mapping[str, Decimal] | None = attrs.field(
        default=None, kw_only=True, validator=optional(_by_name(is_amount))
    )
    """How much prices rise in each later year, as a share, by year; the rate is then nominal."""

    def __attrs_post_init__(self) -> None:
        if (self.sizes is None) == (not self.parties):
            reason = "give either sizes, a number for each party, or parties and the day their population is of"
            raise InvalidValueError(reason, owner="ScaleFile", attribute="sizes")
        if self.parties and self.counted is None:
            reason = "is missing: parties are given without sizes, and their population is of some 31 December"
            raise InvalidValueError(reason, owner="ScaleFile", attribute="counted")

    def service(self) -> ServiceCost:
        """Make the service.

        Raises:
            InvalidValueError: Something does not fit together; ``attribute`` names the part of the file.
            UnknownIdError: A party without a size is no municipality.
            MissingDataError: There is no population of that day.
        """
        sizes = self._sizes()
        parties = tuple(sizes)
        levels = None
        if self.harmonisation is not None:
            with _at("harmonisation"):
                own = each_of(self.harmonisation.levels, parties, "level", "harmonisation")
                levels = Harmonisation(self.harmonisation.share, levels=own)
        distance = None
        if self.distance is not None:
            with _at("distance"):
                distance = self.distance.distance(parties)
                distance.of_parties(parties)
        if self.alone is not None:
            with _at("alone"):
                each_of(self.alone, parties, "cost today", "alone")
        return ServiceCost.of(
            sizes,
            self.curve,
            alone=self.alone,
            distance=distance,
            harmonisation=levels,
            cooperating=self.cooperating,
        )

    def discounting(self) -> Discounting:
        """Say how later years are counted.

        Raises:
            InvalidValueError: A year of the index is none, or they do not follow on each other.
        """
        index: dict[int, Decimal] = {}
        for year, change in (self.index or {}).items():
            if not (year.isascii() and year.isdecimal() and len(year) <= _YEAR):
                raise InvalidValueError(f"{year!r} is no year; write 2028", attribute="index")
            index[int(year)] = change
        rate: Any = 0 if self.rate is None else self.rate
        return Discounting(rate, first_year=self.first_year, index=index)

    def benefit(self) -> ScaleBenefit:
        """Reckon it; errors are those of `service` and `familjen.scale.scale_benefit`."""
        counting = self.discounting()
        return scale_benefit(self.service(), split=self.split, discounting=counting, horizon=self.horizon)

    def _sizes(self) -> dict[str, Decimal]:
        if self.sizes is not None:
            return dict(self.sizes)
        assert self.counted is not None  # noqa: S101 - it is asked for where there are parties
        statistics = Statistics.bundled()
        found: dict[str, Decimal] = {}
        for name in self.parties:
            place = municipality(name)
            if place.name in found:
                raise InvalidValueError(f"{place.name} stands there twice", attribute="parties")
            found[place.name] = Decimal(statistics.value("population", place.code, self.counted))
        return found
