"""What is done, and how it is measured."""

import datetime as dt
import enum
from decimal import Decimal

import attrs

from familjen.dates import Period
from familjen.model.source import Source
from familjen.validators import is_amount, is_date, is_identifier, is_text, one_of, optional, tuple_of

__all__ = ["Activity", "ActivityKind", "Indicator", "Observation"]


class ActivityKind(enum.StrEnum):
    """What sort of activity it is (typ av aktivitet)."""

    PROJECT = "project"
    """A project with an end (projekt)."""
    STRATEGY = "strategy"
    """A strategy or another steering document (strategi)."""
    WEBSITE = "website"
    """Web pages (webbsidor)."""
    AWARD = "award"
    """An award (utmärkelse)."""
    TRAINING = "training"
    """Training and courses (utbildning)."""
    CAMPAIGN = "campaign"
    """A campaign (kampanj)."""
    SERVICE = "service"
    """A running service (löpande verksamhet)."""
    OTHER = "other"
    """Anything else."""


@attrs.frozen
class Observation:
    """A measured value of an indicator (utfall)."""

    day: dt.date = attrs.field(validator=is_date)
    """The day that it was measured, or the last day of the time it sums up."""
    value: Decimal = attrs.field(validator=is_amount)
    """The value, in the indicator's unit."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""


@attrs.frozen
class Indicator:
    """A measure by which an activity is followed up (indikator)."""

    id: str = attrs.field(validator=is_identifier)
    """Id within the cooperation."""
    name: str = attrs.field(validator=is_text)
    """What is measured."""
    unit: str = attrs.field(validator=is_text)
    """Unit, such as ``"%"``, ``"kr"`` or ``"participants"``."""
    target: Decimal | None = attrs.field(default=None, kw_only=True, validator=optional(is_amount))
    """The value aimed for, in the unit."""
    observations: tuple[Observation, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Observation))
    """The values that were measured."""


@attrs.frozen
class Activity:
    """Something that the parties do together (aktivitet).

    >>> Activity("webb", "Web pages on inclusion", ActivityKind.WEBSITE).kind.value
    'website'
    """

    id: str = attrs.field(validator=is_identifier)
    """Id within the cooperation."""
    name: str = attrs.field(validator=is_text)
    """Its name."""
    kind: ActivityKind = attrs.field(validator=one_of(ActivityKind))
    """What sort it is."""
    goal_area: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """Id of the goal area that it serves."""
    period: Period | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Period)))
    """When it is done."""
    participants: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of the parties that take part; empty when nobody has said."""
    partners: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of partners from outside."""
    indicators: tuple[Indicator, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Indicator))
    """How it is followed up."""
    description: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """What it is for."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""
