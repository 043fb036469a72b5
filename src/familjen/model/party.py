"""Who can be a party: municipalities, regions, and municipalities abroad."""

from typing import TypeAlias

import attrs

from familjen.validators import is_text, matches

__all__ = ["PARTY_CLASSES", "ForeignMunicipality", "Municipality", "Party", "Region"]


@attrs.frozen
class Municipality:
    """A Swedish municipality (kommun).

    >>> Municipality("1283", "Helsingborg", "12").id
    '1283'
    """

    code: str = attrs.field(validator=matches(r"[0-9]{4}", "a municipality code: four digits as text, such as '1283'"))
    """Four-digit code of Statistics Sweden (SCB), as text."""
    name: str = attrs.field(validator=is_text)
    """Name without *kommun*, such as ``"Helsingborg"``."""
    county: str = attrs.field(validator=matches(r"[0-9]{2}", "a county code: two digits as text, such as '12'"))
    """Two-digit code of the county (län), as text."""

    @property
    def id(self) -> str:
        """The id by which others refer to it: its code."""
        return self.code


@attrs.frozen
class Region:
    """The self-governing body of a Swedish county (region).

    >>> Region("12", "Skåne").id
    '12'
    """

    code: str = attrs.field(validator=matches(r"[0-9]{2}", "a county code: two digits as text, such as '12'"))
    """Two-digit code of the county (län), as text."""
    name: str = attrs.field(validator=is_text)
    """Name without *Region*, such as ``"Skåne"``."""

    @property
    def id(self) -> str:
        """The id by which others refer to it: its code."""
        return self.code


@attrs.frozen
class ForeignMunicipality:
    """A municipality in another country (utländsk kommun).

    Norwegian codes have four digits too, so the id carries the country.

    >>> ForeignMunicipality("NO", "1517", "Hareid").id
    'NO-1517'
    """

    country: str = attrs.field(
        validator=matches("[A-Z]{2}", "a country code: two capital letters (ISO 3166), such as 'NO'")
    )
    """Two-letter country code (ISO 3166-1)."""
    code: str = attrs.field(validator=matches(r"[\w.-]+", "a code: letters, digits, _ - and . without spaces"))
    """The code that the country itself uses."""
    name: str = attrs.field(validator=is_text)
    """Name in the country's own language."""

    @property
    def id(self) -> str:
        """The id by which others refer to it: country, hyphen, code."""
        return f"{self.country}-{self.code}"


Party: TypeAlias = Municipality | Region | ForeignMunicipality
"""Whoever can join, host and pay: regions do so as municipalities do."""

PARTY_CLASSES = (Municipality, Region, ForeignMunicipality)
"""The classes of `Party`, for validators."""
