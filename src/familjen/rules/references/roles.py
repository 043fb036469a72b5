"""Known parties and partners in a role that they cannot have (family 1xx)."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, Severity
from familjen.model import Cooperation
from familjen.rules.entries import Kind
from familjen.rules.index import index_of
from familjen.rules.rule import rule

__all__ = ["coordinator_outside_network", "not_a_member", "partner_as_party", "party_as_partner"]

_FOR_MEMBERS = frozenset({Kind.NETWORK, Kind.ACTIVITY, Kind.GOAL_AREA, Kind.ACTION_PLAN})


@rule(
    "FAM110",
    "not-a-member",
    Severity.WARNING,
    message="{noun} names {party} as {role}, but it is not a member of the cooperation.",
    hint="Add it to the members, with a period if it was one for a time, or take it away here.",
    since="2026.11.0",
)
def not_a_member(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A party takes part in the members' own work without being a member.

    Checks:
        That parties in networks and activities, and those responsible for goal areas and action plans, are members of
        the cooperation at some time. Parties to an agreement or a service need not be.

    Why:
        Networks, plans and goals are the members'. A party outside may be welcome, but then somebody should have
        meant it.

    Example:
        >>> parties = (Municipality("1280", "Malmö", "12"),)
        >>> libraries = Network("bibliotek", "Libraries", members=participations(["1280"]))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, networks=(libraries,))
        >>> print(*check(coop))
        Network 'bibliotek' names Malmö (1280) as a member, but it is not a member of the cooperation. Add it to the
        members, with a period if it was one for a time, or take it away here. [FAM110]

    Remedy:
        >>> coop = Cooperation("par", "A pair", members=(Member(parties[0]),), networks=(libraries,))
        >>> len(check(coop))
        0

    References:
        `Cooperation.members`.
    """
    index = index_of(coop)
    outside = index.parties.keys() - index.memberships.keys()
    for mention in index.mentions:
        if mention.entry.kind not in _FOR_MEMBERS or outside.isdisjoint(mention.ids):
            continue
        for i, identifier in enumerate(mention.ids):
            if identifier in outside:
                yield not_a_member.found(
                    mention.at(i), noun=mention.entry, party=index.party(identifier), role=mention.role
                )


@rule(
    "FAM114",
    "partner-as-party",
    Severity.ERROR,
    message="{noun} names '{id}' as {role}, but '{id}' is a partner from outside, not a party.",
    hint="Name it among the partners instead, or add it to the members or to the other parties.",
    since="2026.11.0",
)
def partner_as_party(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A partner from outside stands where a party should.

    Checks:
        That no id of a partner is named where parties are, unless a party has the same id.

    Why:
        Partners do not share costs and do not vote; what counts parties must not count them.

    Example:
        >>> agency = Partner("trafikverket", "Trafikverket", PartnerKind.AGENCY)
        >>> road = Activity("vag", "A road", ActivityKind.PROJECT, participants=("trafikverket",))
        >>> coop = Cooperation("par", "A pair", partners=(agency,), activities=(road,))
        >>> print(*check(coop))
        Activity 'vag' names 'trafikverket' as a participant, but 'trafikverket' is a partner from outside, not a party.
        Name it among the partners instead, or add it to the members or to the other parties. [FAM114]

    Remedy:
        >>> road = Activity("vag", "A road", ActivityKind.PROJECT, partners=("trafikverket",))
        >>> coop = Cooperation("par", "A pair", partners=(agency,), activities=(road,))
        >>> len(check(coop))
        0

    References:
        `Cooperation.partners`.
    """
    index = index_of(coop)
    misplaced = index.ids[Kind.PARTNER] - index.parties.keys()
    for mention in index.mentions:
        if misplaced.isdisjoint(mention.ids):
            continue
        for i, identifier in enumerate(mention.ids):
            if identifier in misplaced:
                yield partner_as_party.found(mention.at(i), noun=mention.entry, id=identifier, role=mention.role)


@rule(
    "FAM115",
    "party-as-partner",
    Severity.ERROR,
    message="{noun} names {party} as a partner from outside, but it is a party.",
    hint="Name it among those who take part instead, or add a partner with that id.",
    since="2026.11.0",
)
def party_as_partner(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A party stands where a partner from outside should.

    Checks:
        That no id of a party is named where partners are, unless a partner has the same id.

    Why:
        A party that stands among the partners is missed by whatever counts, bills or invites parties.

    Example:
        >>> members = (Member(Municipality("1283", "Helsingborg", "12")),)
        >>> road = Activity("vag", "A road", ActivityKind.PROJECT, partners=("1283",))
        >>> coop = Cooperation("par", "A pair", members=members, activities=(road,))
        >>> print(*check(coop))
        Activity 'vag' names Helsingborg (1283) as a partner from outside, but it is a party. Name it among those who
        take part instead, or add a partner with that id. [FAM115]

    Remedy:
        >>> road = Activity("vag", "A road", ActivityKind.PROJECT, participants=("1283",))
        >>> coop = Cooperation("par", "A pair", members=members, activities=(road,))
        >>> len(check(coop))
        0

    References:
        `Cooperation.members` and `Cooperation.other_parties`.
    """
    index = index_of(coop)
    misplaced = index.parties.keys() - index.ids[Kind.PARTNER]
    for mention in index.partner_mentions:
        for i, identifier in enumerate(mention.ids):
            if identifier in misplaced:
                yield party_as_partner.found(mention.at(i), noun=mention.entry, party=index.party(identifier))


@rule(
    "FAM119",
    "coordinator-outside-network",
    Severity.WARNING,
    message="{noun} is coordinated by {party}, which is not one of its members.",
    hint="Add {party} to the network's members, or name another coordinator.",
    since="2026.11.0",
)
def coordinator_outside_network(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A network is coordinated by a party that does not take part in it.

    Checks:
        That a network's coordinators are among its members, where its members are listed.

    Why:
        Coordinators are the members' own staff, in turn. Mostly one of the two lists was not brought up to date.

    Example:
        >>> members = (Member(Municipality("1283", "Helsingborg", "12")), Member(Municipality("1260", "Bjuv", "12")))
        >>> one, both = participations(["1283"]), participations(["1283", "1260"])
        >>> libraries = Network("bibliotek", "Libraries", members=one, coordinators=participations(["1260"]))
        >>> coop = Cooperation("par", "A pair", members=members, networks=(libraries,))
        >>> print(*check(coop))
        Network 'bibliotek' is coordinated by Bjuv (1260), which is not one of its members. Add Bjuv (1260) to the
        network's members, or name another coordinator. [FAM119]

    Remedy:
        >>> libraries = Network("bibliotek", "Libraries", members=both, coordinators=participations(["1260"]))
        >>> coop = Cooperation("par", "A pair", members=members, networks=(libraries,))
        >>> len(check(coop))
        0

    References:
        `Network.members` and `Network.coordinators`.
    """
    index = index_of(coop)
    for i, network in enumerate(coop.networks):
        if not network.members or not network.coordinators:
            continue
        members = {part.party for part in network.members}
        for j, part in enumerate(network.coordinators):
            if part.party not in members and part.party in index.parties:
                path = f"$.networks[{i}].coordinators[{j}].party"
                noun = index.entry_at[f"$.networks[{i}]"]
                yield coordinator_outside_network.found(path, noun=noun, party=index.party(part.party))
