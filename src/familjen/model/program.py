"""Programmes that the parties run for their staff."""

import attrs

from familjen.dates import Period
from familjen.model.member import Participation
from familjen.model.source import Source
from familjen.validators import is_identifier, is_text, is_whole, one_of, optional, tuple_of

__all__ = ["Program", "Round", "Seats"]


@attrs.frozen
class Seats:
    """How many places of a round a party has (platser)."""

    party: str = attrs.field(validator=is_identifier)
    """Id of the party."""
    number: int = attrs.field(validator=is_whole(0))
    """Number of places."""


@attrs.frozen
class Round:
    """One round of a programme, with its participants (omgång)."""

    id: str = attrs.field(validator=is_identifier)
    """Id within the programme."""
    period: Period | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Period)))
    """When it was held, as closely as it is known."""
    participants: int | None = attrs.field(default=None, kw_only=True, validator=optional(is_whole(0)))
    """Number of participants; ``None`` when it is not known."""
    seats: tuple[Seats, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Seats))
    """How the places were shared between the parties; empty when nobody has said."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""


@attrs.frozen
class Program:
    """A programme that is held in rounds, such as leadership training (program).

    >>> rounds = (Round("1", participants=13), Round("2", participants=13))
    >>> Program("chefer", "Framtidens chefer", rounds=rounds).participants
    26
    """

    id: str = attrs.field(validator=is_identifier)
    """Id within the cooperation."""
    name: str = attrs.field(validator=is_text)
    """Its name."""
    purpose: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """What it is for."""
    audience: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """Whom it is for."""
    period: Period | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Period)))
    """When it exists; ``None`` when that is not known."""
    months: int | None = attrs.field(default=None, kw_only=True, validator=optional(is_whole(1)))
    """How many months a round lasts."""
    members: tuple[Participation, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Participation))
    """The parties that take part; empty when nobody has said."""
    partners: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of partners that take part."""
    rounds: tuple[Round, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Round))
    """Its rounds."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""

    @property
    def participants(self) -> int | None:
        """Participants in all rounds together; ``None`` when a round's number is not known, or there is no round."""
        numbers = [held.participants for held in self.rounds if held.participants is not None]
        return sum(numbers) if numbers and len(numbers) == len(self.rounds) else None
