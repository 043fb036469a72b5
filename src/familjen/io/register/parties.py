"""The table of parties: municipalities, regions and foreign municipalities under one kind of id (parter)."""

from typing import Any

from familjen.errors import InvalidValueError
from familjen.io.flat.column import Column, Value
from familjen.io.register.slot import Slot
from familjen.model import ForeignMunicipality, Municipality, Party, Region
from familjen.model.kinds import tag_of

__all__ = ["PARTIES", "PARTY_SLOTS", "party_from_cells", "party_to_cells"]

PARTIES = "parties"
"""The table of the parties that other rows name."""

_TYPES = tuple(tag_of(cls) for cls in (Municipality, Region, ForeignMunicipality))

PARTY_SLOTS = (
    Slot(Column("id", "text", required=True), ("code",), Municipality, ids=True),
    Slot(Column("type", "text", required=True), ("type",), Municipality, options=_TYPES),
    Slot(Column("name", "text", required=True), ("name",), Municipality),
    Slot(Column("county", "text"), ("county",), Municipality),
)
"""Its columns: the id says the code already, and of a foreign municipality the country too."""


def party_to_cells(party: Party, key: str) -> tuple[Value, ...]:
    """Give a party's row.

    >>> party_to_cells(ForeignMunicipality("NO", "1517", "Hareid"), "NO-1517")
    ('NO-1517', 'foreign-municipality', 'Hareid', None)
    """
    return key, tag_of(type(party)), party.name, party.county if isinstance(party, Municipality) else None


def party_from_cells(plain: dict[str, Any]) -> dict[str, Any]:
    """Give a party as documents have it, of what stands in its row.

    Raises:
        InvalidValueError: It is a foreign municipality whose id names no country.

    >>> party_from_cells({"code": "NO-1517", "type": "foreign-municipality", "name": "Hareid"})
    {'type': 'foreign-municipality', 'country': 'NO', 'code': '1517', 'name': 'Hareid'}
    """
    found: dict[str, Any] = {"type": plain.get("type"), **plain}
    if found["type"] != _TYPES[2] or "code" not in found:
        return found
    country, hyphen, code = found["code"].partition("-")
    if not hyphen:
        raise InvalidValueError(f"{found['code']!r} names no country; write the country's code before it: 'NO-1517'")
    return {"type": found["type"], "country": country, **found, "code": code}
