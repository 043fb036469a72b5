"""Who belongs, and when."""

from collections.abc import Iterable

import attrs

from familjen.dates import Period
from familjen.model.party import PARTY_CLASSES, Party
from familjen.model.source import Source
from familjen.validators import is_identifier, one_of, optional, tuple_of

__all__ = ["Member", "Participation", "participations"]


@attrs.frozen
class Member:
    """A party that is a member of the cooperation, and when (medlem).

    A party that leaves and comes back is a member twice, with a period each time.
    """

    party: Party = attrs.field(validator=one_of(*PARTY_CLASSES))
    """The municipality or region."""
    period: Period | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Period)))
    """When it is a member; ``None`` when that is not known: then it always counts as one."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""


@attrs.frozen
class Participation:
    """A party's part in a network, an agreement or a service, and when (deltagande).

    >>> Participation("1283").party
    '1283'
    """

    party: str = attrs.field(validator=is_identifier)
    """Id of the party, such as ``"1283"``."""
    period: Period | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Period)))
    """When it takes part; ``None`` for as long as the whole lasts."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""


def participations(
    parties: Iterable[str], *, period: Period | None = None, sources: tuple[Source, ...] = ()
) -> tuple[Participation, ...]:
    """Let many parties take part on the same terms.

    >>> [part.party for part in participations(["1283", "1260"])]
    ['1283', '1260']
    """
    return tuple(Participation(party, period=period, sources=sources) for party in parties)
