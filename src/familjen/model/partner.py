"""Organisations outside the circle of parties."""

import enum
from typing import Any

import attrs

from familjen.model.source import Source
from familjen.validators import is_identifier, is_text, one_of, optional, refuse, tuple_of

__all__ = ["Partner", "PartnerKind", "is_organisation_number"]


class PartnerKind(enum.StrEnum):
    """What a partner is (typ av samarbetspart)."""

    AGENCY = "agency"
    """A state agency (statlig myndighet)."""
    REGION = "region"
    """A region that is not a party (region)."""
    MUNICIPALITY = "municipality"
    """A municipality that is not a party (kommun)."""
    COMPANY = "company"
    """A company (bolag)."""
    ASSOCIATION = "association"
    """An association (förening)."""
    FOUNDATION = "foundation"
    """A foundation (stiftelse)."""
    UNIVERSITY = "university"
    """A university or university college (lärosäte)."""
    OTHER = "other"
    """Anything else."""


def is_organisation_number(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """Accept a Swedish organisation number (organisationsnummer), ten digits with a right check digit."""
    import stdnum.se.orgnr

    is_text(instance, attribute, value)
    if not stdnum.se.orgnr.is_valid(value):
        reason = f"{value!r} is not an organisation number: ten digits, the last a check digit, such as '212000-1157'"
        refuse(instance, attribute, reason)


@attrs.frozen
class Partner:
    """An organisation outside the circle that takes part in something (samarbetspart).

    >>> Partner("trafikverket", "Trafikverket", PartnerKind.AGENCY).name
    'Trafikverket'
    """

    id: str = attrs.field(validator=is_identifier)
    """Id within the cooperation."""
    name: str = attrs.field(validator=is_text)
    """Its name."""
    kind: PartnerKind = attrs.field(validator=one_of(PartnerKind))
    """What it is."""
    org_number: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_organisation_number))
    """Swedish organisation number, as ``"212000-1157"``."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is named."""
