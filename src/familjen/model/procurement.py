"""Why no tender was called for, and the figures on which that rests."""

import datetime as dt
import enum
from decimal import Decimal

import attrs

from familjen.model.source import Source
from familjen.validators import is_bool, is_date, is_nonnegative_amount, is_whole, one_of, optional, tuple_of

__all__ = ["Procurement", "ProcurementGround", "Turnover"]


class ProcurementGround(enum.StrEnum):
    """The exemption from public procurement that is relied on (undantag från upphandling).

    The sections are those of chapter 3 of the Swedish Public Procurement Act, lag (2016:1145) om offentlig upphandling.
    """

    IN_HOUSE = "in-house"
    """The authority alone controls its counterpart (intern upphandling; 3 kap. 12 §)."""
    JOINT_IN_HOUSE = "joint-in-house"
    """The authority controls its counterpart together with others (intern upphandling, gemensam kontroll; 13 §)."""
    COOPERATION = "cooperation"
    """Contracting authorities cooperate on their public services (samarbete mellan myndigheter; 3 kap. 17 §)."""
    SOLE_RIGHT = "sole-right"
    """The counterpart is an authority with a sole right by law (ensamrätt; 3 kap. 10 §)."""


@attrs.frozen
class Turnover:
    """A year's turnover, and for whom (omsättning).

    >>> Turnover(2023, total=Decimal(100), for_owners=Decimal(85)).for_owners
    Decimal('85')
    """

    year: int = attrs.field(validator=is_whole(1862, 9999))
    """The year."""
    total: Decimal = attrs.field(kw_only=True, validator=is_nonnegative_amount)
    """The whole turnover; of a cooperation, that of the activity which it covers."""
    for_owners: Decimal | None = attrs.field(default=None, kw_only=True, validator=optional(is_nonnegative_amount))
    """The part for those who control the counterpart; ``None`` when nobody has said."""
    on_market: Decimal | None = attrs.field(default=None, kw_only=True, validator=optional(is_nonnegative_amount))
    """The part on the open market; ``None`` when nobody has said."""


@attrs.frozen
class Procurement:
    """The exemption from procurement that an agreement relies on (grund för undantag från upphandling)."""

    ground: ProcurementGround = attrs.field(validator=one_of(ProcurementGround))
    """Which exemption it is."""
    awarded: dt.date | None = attrs.field(default=None, kw_only=True, validator=optional(is_date))
    """The day of the award (tilldelning); the figures are those of the three years before."""
    private_owner: bool | None = attrs.field(default=None, kw_only=True, validator=optional(is_bool))
    """Whether a private interest has a direct share in the counterpart; ``None`` when nobody has said."""
    turnovers: tuple[Turnover, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Turnover))
    """The turnover, year by year; empty when nobody has said."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""
