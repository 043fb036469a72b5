"""Plans: the operational plan and the action plans in it."""

import attrs

from familjen.dates import Period
from familjen.model.activity import Activity
from familjen.model.decision import Decision
from familjen.model.source import Source
from familjen.validators import is_bool, is_identifier, is_text, one_of, optional, tuple_of

__all__ = ["ActionPlan", "OperationalPlan"]


@attrs.frozen
class ActionPlan:
    """The plan for one goal area (handlingsplan)."""

    id: str = attrs.field(validator=is_identifier)
    """Id within the cooperation."""
    goal_area: str = attrs.field(validator=is_identifier)
    """Id of the goal area."""
    period: Period | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Period)))
    """When it applies; ``None`` for as long as the operational plan."""
    responsible: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of the parties that carry the political responsibility for drawing it up."""
    activities: tuple[Activity, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Activity))
    """What is to be done."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""


@attrs.frozen
class OperationalPlan:
    """The plan that sets the cooperation's goals for some years (verksamhetsplan).

    >>> plan = OperationalPlan("vp", "Plan 2016-2019", Period.year(2016), decided_by="board", decided_yearly=True)
    >>> plan.decided_by
    'board'
    """

    id: str = attrs.field(validator=is_identifier)
    """Id within the cooperation."""
    name: str = attrs.field(validator=is_text)
    """Its name."""
    period: Period = attrs.field(validator=one_of(Period))
    """When it applies."""
    goal_areas: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of the goal areas that it has."""
    decided_by: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """Who decides it, such as ``"board"``."""
    decided_yearly: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether it is decided anew each year of its period."""
    decisions: tuple[Decision, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Decision))
    """The decisions that are known."""
    action_plans: tuple[ActionPlan, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(ActionPlan))
    """One action plan for each goal area."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""
