"""Who owns a company, and how much of it."""

import enum
from fractions import Fraction

import attrs

from familjen.validators import is_fraction, is_identifier

__all__ = ["CommercialGround", "Holding"]


@attrs.frozen
class Holding:
    """An owner's part of a company, association or foundation (ägarandel).

    >>> Holding("1283", Fraction(2, 3)).share
    Fraction(2, 3)
    """

    owner: str = attrs.field(validator=is_identifier)
    """Id of the party or partner that owns it."""
    share: Fraction = attrs.field(validator=is_fraction)
    """Its part of the whole."""


class CommercialGround(enum.StrEnum):
    """What lets an activity be run on business terms instead of at self-cost (grund för affärsmässighet).

    The sections are those of the Swedish act on certain municipal powers, lag (2009:47) om vissa kommunala
    befogenheter; 1 kap. 3 § lists them.
    """

    AMBULANCE = "ambulance"
    """Patient transports (sjuktransporter; 3 kap. 2 §)."""
    PUBLIC_TRANSPORT = "public-transport"
    """Public transport by a municipal company (kollektivtrafik; 3 kap. 3 §)."""
    PREMISES = "premises"
    """Premises for small enterprises (lokaler; 3 kap. 6 §)."""
    CIVIC_ORIENTATION = "civic-orientation"
    """Civic orientation for newcomers (samhällsorientering; 3 kap. 7 §)."""
    SERVICE_EXPORT = "service-export"
    """Export of municipal services (tjänsteexport; 5 kap. 1 och 2 §§)."""
