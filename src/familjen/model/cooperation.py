"""The whole of a cooperation."""

import datetime as dt
from collections.abc import Iterable
from typing import Protocol, TypeVar

import attrs

from familjen.dates import Period
from familjen.errors import UnknownIdError
from familjen.model.activity import Activity
from familjen.model.agreement import Agreement
from familjen.model.board import Board
from familjen.model.count import Count
from familjen.model.declaration import Declaration
from familjen.model.disagreement import Disagreement
from familjen.model.event import Event
from familjen.model.goal_area import Area, GoalArea
from familjen.model.member import Member
from familjen.model.network import Network, NetworkRules
from familjen.model.partner import Partner
from familjen.model.party import PARTY_CLASSES, Party
from familjen.model.plan import ActionPlan, OperationalPlan
from familjen.model.program import Program
from familjen.model.service import SharedService
from familjen.model.snapshot import as_of
from familjen.model.source import Source
from familjen.model.suppression import Suppression
from familjen.validators import is_date, is_identifier, is_text, one_of, optional, tuple_of

__all__ = ["Cooperation"]


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


I = TypeVar("I", bound=_HasId)  # noqa: E741 - an item


@attrs.frozen
class Cooperation:
    """A cooperation between municipalities: who, why, under which agreements, and what they do (samverkan).

    Nouns refer to each other by id. The constructor looks at each value alone; whether the whole holds together is
    for `familjen.check` to say, so that an unfinished cooperation can be held, saved and mended.

    >>> from familjen.model.party import Municipality
    >>> coop = Cooperation("par", "A pair", members=(Member(Municipality("1283", "Helsingborg", "12")),))
    >>> coop.party("1283").name
    'Helsingborg'
    """

    id: str = attrs.field(validator=is_identifier)
    """Id of the cooperation."""
    name: str = attrs.field(validator=is_text)
    """Its name."""
    period: Period | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Period)))
    """When it exists; ``None`` when that is not known."""
    purpose: Declaration | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Declaration)))
    """What it is for (syfte)."""
    principle: Declaration | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Declaration)))
    """The idea that it rests on (grundprincip)."""
    reasons: tuple[Declaration, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Declaration))
    """Why the parties cooperate (skäl)."""
    members: tuple[Member, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Member))
    """Its members, and when each of them is one."""
    other_parties: tuple[Party, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(*PARTY_CLASSES))
    """Parties to some of its agreements that are not members."""
    partners: tuple[Partner, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Partner))
    """Organisations from outside the circle."""
    areas: tuple[Area, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Area))
    """The fields in which the parties cooperate."""
    goal_areas: tuple[GoalArea, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(GoalArea))
    """The fields for which plans set goals."""
    plans: tuple[OperationalPlan, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(OperationalPlan))
    """Operational plans, with their action plans."""
    activities: tuple[Activity, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Activity))
    """Activities outside the plans."""
    agreements: tuple[Agreement, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Agreement))
    """Agreements between the parties."""
    network_rules: NetworkRules | None = attrs.field(
        default=None, kw_only=True, validator=optional(one_of(NetworkRules))
    )
    """Its own rules for networks."""
    networks: tuple[Network, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Network))
    """Networks that are known by name."""
    programs: tuple[Program, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Program))
    """Programmes for staff."""
    events: tuple[Event, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Event))
    """Events."""
    shared_services: tuple[SharedService, ...] = attrs.field(
        default=(), kw_only=True, validator=tuple_of(SharedService)
    )
    """Services that one party performs for others."""
    board: Board | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Board)))
    """The body that leads it, with its meetings."""
    counts: tuple[Count, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Count))
    """Numbers that are stated without a list, such as "about 40 networks"."""
    disagreements: tuple[Disagreement, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Disagreement))
    """Facts on which sources contradict each other."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where the cooperation as a whole is described."""
    suppressions: tuple[Suppression, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Suppression))
    """Findings of rules that are accepted, each with a reason."""

    def on(self, day: dt.date) -> "Cooperation":
        """Give the cooperation as it stood on a day.

        Members, agreements, plans and services are there if the day lies in their period or they have none; events,
        rounds, meetings and decisions once they have begun. To judge a cooperation on a day, use
        ``familjen.check(coop, on=day)`` instead: it sees the whole.

        Raises:
            InvalidValueError: The day is not a `datetime.date`.
        """
        is_date(self, attrs.fields(Cooperation).period, day)
        return as_of(self, day)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Members and other parties, each once, in the order in which they stand."""
        found = {member.party.id: member.party for member in self.members}
        for party in self.other_parties:
            found.setdefault(party.id, party)
        return tuple(found.values())

    def party(self, party_id: str) -> Party:
        """Look up a member or another party by id, such as ``"1283"``."""
        return _look_up("party", party_id, self.parties)

    def member(self, party_id: str) -> Member:
        """Look up a membership by the party's id; the latest, where a party has been a member several times."""
        found = {member.party.id: member for member in self.members}
        if party_id not in found:
            raise UnknownIdError.of("member", party_id, found)
        return found[party_id]

    def partner(self, partner_id: str) -> Partner:
        """Look up a partner by id."""
        return _look_up("partner", partner_id, self.partners)

    def goal_area(self, goal_area_id: str) -> GoalArea:
        """Look up a goal area by id."""
        return _look_up("goal area", goal_area_id, self.goal_areas)

    def plan(self, plan_id: str) -> OperationalPlan:
        """Look up an operational plan by id."""
        return _look_up("operational plan", plan_id, self.plans)

    def action_plan(self, action_plan_id: str) -> ActionPlan:
        """Look up an action plan by id, in whichever operational plan it stands."""
        return _look_up("action plan", action_plan_id, (part for plan in self.plans for part in plan.action_plans))

    def activity(self, activity_id: str) -> Activity:
        """Look up an activity by id, inside or outside the plans."""
        planned = (activity for plan in self.plans for part in plan.action_plans for activity in part.activities)
        return _look_up("activity", activity_id, (*planned, *self.activities))

    def agreement(self, agreement_id: str) -> Agreement:
        """Look up an agreement by id."""
        return _look_up("agreement", agreement_id, self.agreements)

    def network(self, network_id: str) -> Network:
        """Look up a network by id."""
        return _look_up("network", network_id, self.networks)

    def program(self, program_id: str) -> Program:
        """Look up a programme by id."""
        return _look_up("programme", program_id, self.programs)

    def event(self, event_id: str) -> Event:
        """Look up an event by id."""
        return _look_up("event", event_id, self.events)

    def shared_service(self, service_id: str) -> SharedService:
        """Look up a shared service by id."""
        return _look_up("shared service", service_id, self.shared_services)

    def summary(self) -> str:
        """Say in a few lines what the cooperation is.

        >>> print(Cooperation("par", "A pair", counts=(Count("networks", 40, approximate=True),)).summary())
        A pair
        about 40 networks
        """
        numbers = [
            f"{len(things)} {label if len(things) != 1 else label.removesuffix('s')}"
            for label, things in (
                ("members", self.members),
                ("goal areas", self.goal_areas),
                ("operational plans", self.plans),
                ("agreements", self.agreements),
                ("networks", self.networks),
                ("programmes", self.programs),
                ("events", self.events),
                ("shared services", self.shared_services),
                ("partners", self.partners),
            )
            if things
        ]
        stated = [str(count) for count in self.counts]
        lines = (self.name, str(self.purpose or ""), str(self.principle or ""), ", ".join((*numbers, *stated)))
        return "\n".join(line for line in lines if line)


def _look_up(kind: str, identifier: str, items: Iterable[I]) -> I:
    known: dict[str, I] = {}
    for item in items:
        known.setdefault(item.id, item)
    if identifier not in known:
        raise UnknownIdError.of(kind, identifier, known)
    return known[identifier]
