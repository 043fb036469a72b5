"""What is known about a municipality besides its name."""

import math
from typing import Any

import attrs

from familjen.model.party import Municipality
from familjen.validators import Validator, is_text, is_whole, matches, one_of, refuse, show, tuple_of

__all__ = ["Place"]


def _is_degrees(limit: float) -> Validator:
    """Accept a float of degrees that lies between minus the limit and the limit."""

    def check(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        if type(value) is not float or not math.isfinite(value) or abs(value) > limit:
            refuse(instance, attribute, f"{show(value)} is not degrees: give a float from -{limit:g} to {limit:g}")

    return check


@attrs.frozen
class Place:
    """A municipality as a place on the map and in the statistics (kommun som plats).

    The land area is left out on purpose: borders that are generalised do not tell it.

    >>> from familjen.places import place
    >>> bjuv = place("Bjuv")
    >>> bjuv.municipality.name, bjuv.skr_group, bjuv.degurba
    ('Bjuv', 'B4', 3)
    """

    municipality: Municipality = attrs.field(validator=one_of(Municipality))
    """The municipality itself."""
    skr_group: str = attrs.field(
        kw_only=True, validator=matches("[A-C][0-9]", "a group of SKR's classification, such as 'B3'")
    )
    """Code of its group in SKR's classification of 2023, such as ``"B3"`` (kommungrupp)."""
    local_labour_market: str = attrs.field(kw_only=True, validator=is_text)
    """Code of its local labour market of 2023 (lokal arbetsmarknad)."""
    fa_region: str = attrs.field(kw_only=True, validator=is_text)
    """Code of its functional analysis region (FA-region)."""
    degurba: int = attrs.field(kw_only=True, validator=is_whole(1, 3))
    """Degree of urbanisation: 1 city, 2 town or suburb, 3 rural (DEGURBA)."""
    org_number: str = attrs.field(
        kw_only=True, validator=matches("[0-9]{6}-[0-9]{4}", "an organisation number, such as '212000-1157'")
    )
    """Organisation number (organisationsnummer): six digits, a hyphen, four digits."""
    latitude: float = attrs.field(kw_only=True, validator=_is_degrees(90))
    """Latitude of the centroid of its generalised borders, degrees north (WGS 84)."""
    longitude: float = attrs.field(kw_only=True, validator=_is_degrees(180))
    """Longitude of the centroid of its generalised borders, degrees east (WGS 84)."""
    neighbours: tuple[str, ...] = attrs.field(
        kw_only=True, validator=tuple_of(matches("[0-9]{4}", "a municipality code, such as '1283'"))
    )
    """Codes of the municipalities that it has a land border with; islands have none."""
