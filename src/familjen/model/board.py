"""The body that leads the cooperation."""

import datetime as dt

import attrs

from familjen.dates import Period, Recurrence
from familjen.model.source import Source
from familjen.validators import is_date, is_identifier, is_text, is_whole, one_of, optional, tuple_of

__all__ = ["Board", "BoardMeeting"]


@attrs.frozen
class BoardMeeting:
    """A meeting of the board, or a theme that it took up at its meetings (styrelsemöte)."""

    theme: str = attrs.field(validator=is_text)
    """What the meeting followed up."""
    day: dt.date | None = attrs.field(default=None, kw_only=True, validator=optional(is_date))
    """The day of the meeting; ``None`` when it is not known."""
    period: Period | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Period)))
    """The time within which it was held, when the day is not known."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""


@attrs.frozen
class Board:
    """The body that leads the cooperation (styrelse).

    >>> Board("styrelse", "The board", seats_per_member=2).seats_per_member
    2
    """

    id: str = attrs.field(validator=is_identifier)
    """Id within the cooperation."""
    name: str = attrs.field(validator=is_text)
    """Its name."""
    seats_per_member: int | None = attrs.field(default=None, kw_only=True, validator=optional(is_whole(1)))
    """How many members of the board each party appoints."""
    substitutes_per_member: int | None = attrs.field(default=None, kw_only=True, validator=optional(is_whole(0)))
    """How many substitutes (ersättare) each party appoints; ``None`` when nobody has said."""
    composition: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_text))
    """Who sits for a party, such as ``"chair of the municipal executive"``."""
    co_opted: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_text))
    """Who is present without a vote (adjungerade)."""
    schedule: Recurrence | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Recurrence)))
    """When it meets."""
    meetings: tuple[BoardMeeting, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(BoardMeeting))
    """Its meetings, with their themes."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""
