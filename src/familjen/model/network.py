"""Networks in which the parties' staff share what they know."""

import datetime as dt
from fractions import Fraction

import attrs

from familjen.dates import Period, Recurrence
from familjen.model.member import Participation
from familjen.model.source import Source
from familjen.validators import (
    is_bool,
    is_date,
    is_fraction,
    is_identifier,
    is_text,
    is_whole,
    one_of,
    optional,
    tuple_of,
)

__all__ = ["Network", "NetworkPlan", "NetworkRules"]


@attrs.frozen
class NetworkPlan:
    """What a network is to do in a calendar year (nätverkets syfte, mål och mötesordning)."""

    year: int = attrs.field(validator=is_whole(1862, 9999))
    """The calendar year."""
    purpose: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """What the network is for."""
    goals: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_text))
    """What it is to reach in the year."""
    meetings: Recurrence | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Recurrence)))
    """When it meets."""
    day: dt.date | None = attrs.field(default=None, kw_only=True, validator=optional(is_date))
    """The day that the plan was agreed."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""


@attrs.frozen
class Network:
    """A network of the parties' staff in a field (kunskapsnätverk).

    >>> from familjen.model.member import participations
    >>> Network("bibliotek", "Libraries", members=participations(["1283", "1260"])).members[1].party
    '1260'
    """

    id: str = attrs.field(validator=is_identifier)
    """Id within the cooperation."""
    name: str = attrs.field(validator=is_text)
    """Its name."""
    goal_area: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """Id of the goal area that it serves."""
    period: Period | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Period)))
    """When it exists."""
    invited: tuple[str, ...] | None = attrs.field(
        default=None, kw_only=True, validator=optional(tuple_of(is_identifier))
    )
    """Ids of the parties that were invited at its start; ``None`` when nobody has said."""
    members: tuple[Participation, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Participation))
    """The parties that take part."""
    coordinators: tuple[Participation, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Participation))
    """The parties that coordinate it, in turn."""
    partners: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of partners from outside."""
    plans: tuple[NetworkPlan, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(NetworkPlan))
    """Purpose, goals and meetings, year by year."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""


@attrs.frozen
class NetworkRules:
    """The cooperation's own rules for its networks (regler för nätverk)."""

    invite_all: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether all members must be invited at the start."""
    start_above: Fraction | None = attrs.field(default=None, kw_only=True, validator=optional(is_fraction))
    """More than this share of the members must want to join from the start; 1/2 is a simple majority."""
    needs_coordinator: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether a coordinator must be appointed."""
    renewed_yearly: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether purpose, goals and meetings are renewed before each calendar year."""
    voluntary: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether each member chooses freely to take part."""
    steps: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_text))
    """The check-list in words, in order."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where they are written."""
