"""Finding municipalities and regions by code or name."""

import csv
import math
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.model.party import Municipality, Region
from familjen.places.place import Place
from familjen.validators import show

__all__ = ["distance_km", "municipalities", "municipality", "neighbours", "place", "read_rows", "region", "regions"]

_EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


def read_rows(name: str) -> list[dict[str, str]]:
    """Read a bundled CSV file as dicts."""
    text = resources.files("familjen.places").joinpath("data", f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def _places() -> Mapping[str, Place]:
    return {
        row["code"]: Place(
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
        for row in read_rows("municipalities")
    }


@cache
def municipalities() -> tuple[Municipality, ...]:
    """Give the 290 municipalities, by code.

    >>> len(municipalities()), municipalities()[0].name
    (290, 'Upplands Väsby')
    """
    return tuple(place.municipality for place in _places().values())


@cache
def regions() -> tuple[Region, ...]:
    """Give the 21 counties' regions, by code.

    On Gotland the municipality does a region's work (Region Gotland); the county stands here as the others do.

    >>> len(regions()), regions()[9]
    (21, Region(code='12', name='Skåne'))
    """
    return tuple(Region(row["code"], row["name"]) for row in read_rows("counties"))


def municipality(code_or_name: str) -> Municipality:
    """Look up a municipality by code or name; case, diacritics and a final *kommun* do not matter.

    Raises:
        UnknownIdError: There is none; the error lists near matches.
        InvalidValueError: Not text.

    >>> municipality("orkelljunga").name, municipality("1283").name, municipality("Bjuvs kommun").code
    ('Örkelljunga', 'Helsingborg', '1260')
    >>> municipality("Habo").code, municipality("Håbo").code
    ('0643', '0305')
    >>> municipality("Helsinborg")
    Traceback (most recent call last):
    familjen.errors.UnknownIdError: there is no municipality 'Helsinborg'; did you mean 'Helsingborg'?
    """
    found: Municipality = _find("municipality", code_or_name, municipalities(), ("kommun", "stad"))
    return found


def region(code_or_name: str) -> Region:
    """Look up a region by the county's code or name; case, diacritics and the words *Region* and *län* do not matter.

    >>> region("Region Skåne").code, region("12").name, region("jamtland").code
    ('12', 'Skåne', '23')
    """
    found: Region = _find("region", code_or_name, regions(), ("län",))
    return found


def place(code_or_name: str) -> Place:
    """Look up a municipality's place: group, organisation number, centroid, neighbours.

    >>> place("Helsingborg").org_number
    '212000-1157'
    """
    return _places()[municipality(code_or_name).code]


def neighbours(code_or_name: str) -> tuple[Municipality, ...]:
    """Give the municipalities that it has a land border with, by code.

    >>> [neighbour.name for neighbour in neighbours("Bjuv")]
    ['Svalöv', 'Åstorp', 'Helsingborg']
    """
    return tuple(_places()[code].municipality for code in place(code_or_name).neighbours)


def distance_km(one: str, other: str) -> float:
    """Give the great-circle distance between two municipalities' centroids, in km. It is no travel distance.

    >>> round(distance_km("Svalöv", "Bjuv"), 1)
    14.1
    """
    here, there = place(one), place(other)
    north, south = math.radians(here.latitude), math.radians(there.latitude)
    east = math.radians(there.longitude - here.longitude)
    chord = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(chord))


def _find(kind: str, wanted: str, items: tuple[Any, ...], endings: tuple[str, ...]) -> Any:
    if not isinstance(wanted, str):
        raise InvalidValueError(f"{show(wanted)} is neither a code nor a name; give it as text", attribute=kind)
    exact, plain = _names(items)
    for key in _spellings(wanted.strip(), endings):
        if key.casefold() in exact:
            return exact[key.casefold()]
        found = plain.get(_fold(key), ())
        if len(found) == 1:
            return found[0]
        if found:
            names = " or ".join(f"{item.name} ({item.code})" for item in found)
            raise UnknownIdError(f"{wanted!r} may be {names}; give the code", kind=kind, identifier=wanted)
    by_code = wanted.strip().isdigit()
    raise UnknownIdError.of(kind, wanted, [item.code if by_code else item.name for item in items])


@cache
def _names(items: tuple[Any, ...]) -> tuple[Mapping[str, Any], Mapping[str, tuple[Any, ...]]]:
    exact = {key: item for item in items for key in (item.code, item.name.casefold())}
    plain: dict[str, tuple[Any, ...]] = {}
    for item in items:
        plain[_fold(item.name)] = (*plain.get(_fold(item.name), ()), item)
    return exact, plain


def _spellings(wanted: str, endings: tuple[str, ...]) -> Iterable[str]:
    """Give the name itself, and without *kommun*, *län* or *Region*, and the genitive's s before them."""
    yield wanted
    head, _, last = wanted.rpartition(" ")
    if last.casefold() in endings and head:
        yield head
        yield head.removesuffix("s")
    if wanted.casefold().startswith("region ") and "län" in endings:
        yield wanted[len("region ") :]


def _fold(name: str) -> str:
    """Take away case and diacritics."""
    return "".join(char for char in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(char))
