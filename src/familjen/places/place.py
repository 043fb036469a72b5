"""What is known about a municipality besides its name."""

import attrs

from familjen.model.party import Municipality
from familjen.validators import is_text, one_of, tuple_of

__all__ = ["Place"]


@attrs.frozen
class Place:
    """A municipality as a place on the map and in the statistics (kommun som plats)."""

    municipality: Municipality = attrs.field(validator=one_of(Municipality))
    """The municipality itself."""
    skr_group: str = attrs.field(kw_only=True, validator=is_text)
    """Code of its group in SKR's classification of 2023, such as ``"B3"`` (kommungrupp)."""
    local_labour_market: str = attrs.field(kw_only=True, validator=is_text)
    """Code of its local labour market of 2023 (lokal arbetsmarknad)."""
    fa_region: str = attrs.field(kw_only=True, validator=is_text)
    """Code of its functional analysis region (FA-region)."""
    degurba: int = attrs.field(kw_only=True)
    """Degree of urbanisation: 1 city, 2 town or suburb, 3 rural (DEGURBA)."""
    org_number: str = attrs.field(kw_only=True, validator=is_text)
    """Organisation number (organisationsnummer)."""
    latitude: float = attrs.field(kw_only=True)
    """Latitude of the centroid of its generalised borders, degrees north (WGS 84)."""
    longitude: float = attrs.field(kw_only=True)
    """Longitude of the centroid of its generalised borders, degrees east (WGS 84)."""
    neighbours: tuple[str, ...] = attrs.field(kw_only=True, validator=tuple_of(is_text))
    """Codes of the municipalities that it has a land border with."""
