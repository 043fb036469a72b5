"""Where the document names parties, partners and goal areas by their ids."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from familjen.language import Phrase
from familjen.model import Activity, Cooperation, Participation
from familjen.rules.entries import Entry

if TYPE_CHECKING:
    from familjen.model import Agreement, Event, Network, Program

__all__ = ["Mention", "activities", "goal_area_mentions", "partner_mentions", "party_mentions"]


RESPONSIBLE_PARTY = Phrase("a responsible party", "ansvarig part")
PARTICIPANT = Phrase("a participant", "deltagare")
HOST = Phrase("a host", "värd")
PROVIDER = Phrase("the provider", "utförare")
RECIPIENT = Phrase("a recipient", "mottagare")
PARTNER = Phrase("a partner", "samarbetspart")
ITS_GOAL_AREA = Phrase("its goal area", "målområde")
GOAL_AREA = Phrase("a goal area", "målområde")
PARTY = Phrase("a party", "part")
THE_HOST = Phrase("the host", "värd")
PAYER = Phrase("a payer", "betalande part")
INVITED_PARTY = Phrase("an invited party", "inbjuden part")
MEMBER = Phrase("a member", "medlem")
COORDINATOR = Phrase("a coordinator", "samordnare")
HOLDER_OF_SEATS = Phrase("a holder of seats", "innehavare av platser")


@attrs.frozen
class Mention:
    """A place in the document that names others by id: a field, or a list (omnämnande)."""

    entry: Entry
    """The noun that names them."""
    role: Phrase
    """As what it names them, such as ``"a member"``."""
    path: str
    """The JSONPath of the field or list."""
    ids: tuple[str, ...]
    """The ids, in the document's order."""
    leaf: str = "[{}]"
    """What the path of one id has after that of the list, with the index in braces."""
    parts: tuple[Participation, ...] = ()
    """The participations that the ids are taken from, if they are."""

    def at(self, index: int) -> str:
        """Give the JSONPath of one id."""
        return self.path + self.leaf.format(index)


def party_mentions(coop: Cooperation, entry_at: Mapping[str, Entry]) -> Iterator[Mention]:
    """Give every place that names parties, apart from hosts and shares in an agreement that lists its parties."""
    for i, goal_area in enumerate(coop.goal_areas):
        yield from _ids(entry_at[f"$.goal_areas[{i}]"], RESPONSIBLE_PARTY, "responsible", goal_area.responsible)
    for path, activity in activities(coop):
        yield from _ids(entry_at[path], PARTICIPANT, "participants", activity.participants)
    for i, plan in enumerate(coop.plans):
        for j, action_plan in enumerate(plan.action_plans):
            entry = entry_at[f"$.plans[{i}].action_plans[{j}]"]
            yield from _ids(entry, RESPONSIBLE_PARTY, "responsible", action_plan.responsible)
    yield from _in_agreements(coop, entry_at)
    yield from _in_networks(coop, entry_at)
    yield from _in_programs(coop, entry_at)
    for i, event in enumerate(coop.events):
        yield from _ids(entry_at[f"$.events[{i}]"], HOST, "hosts", event.hosts)
    for i, service in enumerate(coop.shared_services):
        entry = entry_at[f"$.shared_services[{i}]"]
        yield from _one(entry, PROVIDER, "provider", service.provider)
        yield from _parts(entry, RECIPIENT, "recipients", service.recipients)


def partner_mentions(coop: Cooperation, entry_at: Mapping[str, Entry]) -> Iterator[Mention]:
    """Give every place that names partners."""
    for path, activity in activities(coop):
        yield from _ids(entry_at[path], PARTNER, "partners", activity.partners)
    named: tuple[tuple[str, tuple[Agreement | Network | Program | Event, ...]], ...] = (
        ("agreements", coop.agreements),
        ("networks", coop.networks),
        ("programs", coop.programs),
        ("events", coop.events),
    )
    for name, nouns in named:
        for i, noun in enumerate(nouns):
            if noun.partners:
                yield from _ids(entry_at[f"$.{name}[{i}]"], PARTNER, "partners", noun.partners)


def goal_area_mentions(coop: Cooperation, entry_at: Mapping[str, Entry]) -> Iterator[Mention]:
    """Give every place that names goal areas."""
    role = ITS_GOAL_AREA
    for i, plan in enumerate(coop.plans):
        path = f"$.plans[{i}]"
        yield from _ids(entry_at[path], GOAL_AREA, "goal_areas", plan.goal_areas)
        for j, action_plan in enumerate(plan.action_plans):
            yield from _one(entry_at[f"{path}.action_plans[{j}]"], role, "goal_area", action_plan.goal_area)
    for path, activity in activities(coop):
        yield from _one(entry_at[path], role, "goal_area", activity.goal_area)
    for i, network in enumerate(coop.networks):
        yield from _one(entry_at[f"$.networks[{i}]"], role, "goal_area", network.goal_area)


def activities(coop: Cooperation) -> Iterator[tuple[str, Activity]]:
    """Give every activity with the JSONPath where it stands, inside the plans and outside."""
    for i, plan in enumerate(coop.plans):
        for j, action_plan in enumerate(plan.action_plans):
            for k, activity in enumerate(action_plan.activities):
                yield f"$.plans[{i}].action_plans[{j}].activities[{k}]", activity
    for i, activity in enumerate(coop.activities):
        yield f"$.activities[{i}]", activity


def _in_agreements(coop: Cooperation, entry_at: Mapping[str, Entry]) -> Iterator[Mention]:
    for i, agreement in enumerate(coop.agreements):
        entry = entry_at[f"$.agreements[{i}]"]
        if agreement.parties:
            yield from _parts(entry, PARTY, "parties", agreement.parties)
            continue
        yield from _one(entry, THE_HOST, "host", agreement.host)
        for place, party in () if agreement.cost_clause is None else agreement.cost_clause.all_parties():
            yield from _one(entry, PAYER, f"cost_clause.{place}", party)


def _in_networks(coop: Cooperation, entry_at: Mapping[str, Entry]) -> Iterator[Mention]:
    for i, network in enumerate(coop.networks):
        entry = entry_at[f"$.networks[{i}]"]
        yield from _ids(entry, INVITED_PARTY, "invited", network.invited or ())
        yield from _parts(entry, MEMBER, "members", network.members)
        yield from _parts(entry, COORDINATOR, "coordinators", network.coordinators)


def _in_programs(coop: Cooperation, entry_at: Mapping[str, Entry]) -> Iterator[Mention]:
    for i, program in enumerate(coop.programs):
        entry = entry_at[f"$.programs[{i}]"]
        yield from _parts(entry, MEMBER, "members", program.members)
        for j, held in enumerate(program.rounds):
            part = entry_at[f"{entry.path}.rounds[{j}]"]
            ids = tuple(seats.party for seats in held.seats)
            yield from _ids(part, HOLDER_OF_SEATS, "seats", ids, "[{}].party")


def _ids(entry: Entry, role: Phrase, field: str, ids: tuple[str, ...], leaf: str = "[{}]") -> Iterator[Mention]:
    if ids:
        yield Mention(entry, role, f"{entry.path}.{field}", ids, leaf)


def _parts(entry: Entry, role: Phrase, field: str, parts: tuple[Participation, ...]) -> Iterator[Mention]:
    if parts:
        ids = tuple([part.party for part in parts])
        yield Mention(entry, role, f"{entry.path}.{field}", ids, "[{}].party", parts)


def _one(entry: Entry, role: Phrase, field: str, identifier: str | None) -> Iterator[Mention]:
    if identifier is not None:
        yield Mention(entry, role, f"{entry.path}.{field}", (identifier,), "")
