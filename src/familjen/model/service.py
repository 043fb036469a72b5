"""A service that one party performs for others."""

import attrs

from familjen.dates import Period
from familjen.model.member import Participation
from familjen.model.source import Source
from familjen.validators import is_identifier, is_text, one_of, optional, tuple_of

__all__ = ["SharedService"]


@attrs.frozen
class SharedService:
    """A service that one party performs also for others (gemensam verksamhet).

    >>> from familjen.model.member import participations
    >>> SharedService("familjeratt", "Family law", "1283", recipients=participations(["1277"])).provider
    '1283'
    """

    id: str = attrs.field(validator=is_identifier)
    """Id within the cooperation."""
    name: str = attrs.field(validator=is_text)
    """Its name."""
    provider: str = attrs.field(validator=is_identifier)
    """Id of the party that performs it."""
    recipients: tuple[Participation, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Participation))
    """The parties that it is performed for, and when."""
    period: Period | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Period)))
    """When it is performed."""
    agreement: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """Id of the agreement that it rests on."""
    tasks: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_text))
    """What is done."""
    purpose: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """Why it is done together."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""
