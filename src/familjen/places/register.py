"""Finding municipalities and regions by code or name."""

import csv
import math
from collections.abc import Mapping
from functools import cache

from familjen.model.party import Municipality, Region
from familjen.places.bundled import read
from familjen.places.names import Directory
from familjen.places.place import Place

__all__ = ["distance_km", "municipalities", "municipality", "neighbours", "place", "region", "regions"]

_EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


def municipalities() -> tuple[Municipality, ...]:
    """Give the 290 municipalities, by code.

    >>> len(municipalities()), municipalities()[0].name
    (290, 'Upplands Väsby')
    """
    return _municipalities().items()


def regions() -> tuple[Region, ...]:
    """Give the 21 counties' regions, by code.

    On Gotland the municipality does a region's work (Region Gotland); the county stands here as the others do, so that
    every municipality's county is found.

    >>> len(regions()), regions()[9]
    (21, Region(code='12', name='Skåne'))
    """
    return _regions().items()


def municipality(code_or_name: str) -> Municipality:
    """Look up a municipality by code or name; case, diacritics and a final *kommun* or *stad* do not matter.

    Raises:
        UnknownIdError: There is none; the error lists near matches. Or the name without diacritics fits more than one.
        InvalidValueError: Not text.

    >>> municipality("orkelljunga").name, municipality("1283").name, municipality("Bjuvs kommun").code
    ('Örkelljunga', 'Helsingborg', '1260')
    >>> municipality("Habo").code, municipality("Håbo").code
    ('0643', '0305')
    >>> municipality("Helsinborg")
    Traceback (most recent call last):
    familjen.errors.UnknownIdError: there is no municipality 'Helsinborg'; did you mean 'Helsingborg'?
    """
    return _municipalities().find(code_or_name)


def region(code_or_name: str) -> Region:
    """Look up a region by the county's code or name; case, diacritics and the words *Region* and *län* do not matter.

    Raises:
        UnknownIdError: There is none; the error lists near matches.
        InvalidValueError: Not text.

    >>> region("Region Skåne").code, region("12").name, region("jamtland").code, region("Region Kalmar län").code
    ('12', 'Skåne', '23', '08')
    """
    return _regions().find(code_or_name)


def place(code_or_name: str) -> Place:
    """Look up a municipality's place: group, organisation number, centroid, neighbours.

    Raises:
        UnknownIdError: There is no such municipality; the error lists near matches.
        InvalidValueError: Not text.

    >>> place("Helsingborg").org_number
    '212000-1157'
    """
    return _places()[municipality(code_or_name).code]


def neighbours(code_or_name: str) -> tuple[Municipality, ...]:
    """Give the municipalities that it has a land border with, by code.

    Raises:
        UnknownIdError: There is no such municipality; the error lists near matches.
        InvalidValueError: Not text.

    >>> [neighbour.name for neighbour in neighbours("Bjuv")]
    ['Svalöv', 'Åstorp', 'Helsingborg']
    """
    return tuple(_places()[code].municipality for code in place(code_or_name).neighbours)


def distance_km(one: str, other: str) -> float:
    """Give the great-circle distance between two municipalities' centroids, in km. It is no travel distance.

    The Earth is a sphere of its mean radius here, which is wrong by less than 0.6 %; the centroids are those of
    generalised borders and may lie some kilometres off, most so in archipelagos.

    Raises:
        UnknownIdError: There is no such municipality; the error lists near matches.
        InvalidValueError: Not text.

    >>> round(distance_km("Svalöv", "Bjuv"), 1)
    14.1
    """
    here, there = place(one), place(other)
    north, south = math.radians(here.latitude), math.radians(there.latitude)
    east = math.radians(there.longitude - here.longitude)
    chord = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(chord))


@cache
def _places() -> Mapping[str, Place]:
    return {row["code"]: _place(row) for row in csv.DictReader(read("municipalities").splitlines())}


def _place(row: Mapping[str, str]) -> Place:
    return Place(
        Municipality(row["code"], row["name"], row["county"]),
        skr_group=row["skr_group"],
        local_labour_market=row["local_labour_market"],
        fa_region=row["fa_region"],
        degurba=int(row["degurba"]),
        org_number=row["org_number"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        neighbours=tuple(row["neighbours"].split()),
    )


@cache
def _municipalities() -> Directory[Municipality]:
    items = (place.municipality for place in _places().values())
    return Directory("municipality", items, before=(), after=("kommun", "stad"))


@cache
def _regions() -> Directory[Region]:
    rows = csv.DictReader(read("counties").splitlines())
    return Directory("region", (Region(row["code"], row["name"]) for row in rows), before=("region",), after=("län",))
