"""Parties, goal areas, partners and agreements that nothing answers to (family 1xx)."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, Severity
from familjen.model import Cooperation
from familjen.rules.entries import Kind
from familjen.rules.index import Index, index_of
from familjen.rules.mentions import Mention
from familjen.rules.names import municipality_name
from familjen.rules.rule import Rule, rule

__all__ = [
    "unknown_goal_area",
    "unknown_partner",
    "unknown_party",
    "unknown_predecessor",
    "unknown_service_agreement",
]

_MEANT = "Did you mean {near}? Correct the id."


@rule(
    "FAM101",
    "unknown-party",
    Severity.ERROR,
    message="{noun} names {id} as {role}, but the cooperation has no party with that id.",
    hint={
        "municipality": "{id} is the code of {name}: add it to the members or to the other parties, or change the id.",
        "near": "Did you mean {near}? Correct the id, or add the party to the members or to the other parties.",
        "alone": "Correct the id, or add the party to the members or to the other parties.",
    },
    since="2026.11.0",
)
def unknown_party(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """Somebody takes part who is not in the cooperation's lists.

    Checks:
        That each id of a party, wherever it is named, is that of a member or of one of the other parties. The host
        and the shares of an agreement that lists its parties are for FAM103 and FAM116, a partner's id for FAM114.

    Why:
        A party that nobody knows can be neither billed nor invited. Mostly it is a slip in a code.

    Example:
        >>> helsingborg = Member(Municipality("1283", "Helsingborg", "12"))
        >>> libraries = Network("bibliotek", "Libraries", invited=("1238",))
        >>> coop = Cooperation("par", "A pair", members=(helsingborg,), networks=(libraries,))
        >>> print(*check(coop))
        Network 'bibliotek' names 1238 as an invited party, but the cooperation has no party with that id. Did you mean
        Helsingborg (1283)? Correct the id, or add the party to the members or to the other parties. [FAM101]

    Remedy:
        >>> libraries = Network("bibliotek", "Libraries", invited=("1283",))
        >>> coop = Cooperation("par", "A pair", members=(helsingborg,), networks=(libraries,))
        >>> len(check(coop))
        0

    References:
        `Cooperation.members` and `Cooperation.other_parties`.
    """
    index = index_of(coop)
    partners = index.ids[Kind.PARTNER]
    known = index.parties.keys() | partners
    words: frozenset[str] | None = None
    for mention in index.mentions:
        if known >= set(mention.ids):
            continue
        words = words or frozenset((*index.parties, *(party.name for party in index.parties.values())))
        for i, party in enumerate(mention.ids):
            if party not in known:
                yield _unknown_party(index, mention, i, words)


def _unknown_party(index: Index, mention: Mention, i: int, words: frozenset[str]) -> Finding:
    identifier = mention.ids[i]
    name = municipality_name(identifier)
    near = None if name else index.near(identifier, words)
    if near is not None and near not in index.parties:
        near = next(party.id for party in index.parties.values() if party.name == near)
    return unknown_party.found(
        mention.at(i),
        advise="municipality" if name else "near" if near else "alone",
        noun=mention.entry,
        id=identifier,
        role=mention.role,
        name=name,
        near=near and index.party(near),
    )


@rule(
    "FAM105",
    "unknown-goal-area",
    Severity.ERROR,
    message="{noun} names '{id}' as {role}, but the cooperation has no goal area with that id.",
    hint={"near": _MEANT, "alone": "Add the goal area, or correct the id."},
    since="2026.11.0",
)
def unknown_goal_area(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """Something serves a goal area that does not exist.

    Checks:
        That each goal area that a plan, an action plan, an activity or a network names is one of the cooperation's.

    Why:
        What serves no goal of the plan falls out when the plan is followed up.

    Example:
        >>> learning = GoalArea("larande", "Learning")
        >>> course = Activity("kurs", "A course", ActivityKind.TRAINING, goal_area="larand")
        >>> coop = Cooperation("par", "A pair", goal_areas=(learning,), activities=(course,))
        >>> print(*check(coop))
        Activity 'kurs' names 'larand' as its goal area, but the cooperation has no goal area with that id. Did you mean
        'larande'? Correct the id. [FAM105]

    Remedy:
        >>> course = Activity("kurs", "A course", ActivityKind.TRAINING, goal_area="larande")
        >>> coop = Cooperation("par", "A pair", goal_areas=(learning,), activities=(course,))
        >>> len(check(coop))
        0

    References:
        `Cooperation.goal_areas`.
    """
    index = index_of(coop)
    yield from _dangling(unknown_goal_area, index, index.goal_area_mentions, index.ids[Kind.GOAL_AREA])


@rule(
    "FAM106",
    "unknown-partner",
    Severity.ERROR,
    message="{noun} names '{id}' as {role}, but the cooperation has no partner with that id.",
    hint={"near": _MEANT, "alone": "Add the partner, or correct the id."},
    since="2026.11.0",
)
def unknown_partner(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A partner from outside is not in the cooperation's list of partners.

    Checks:
        That each partner of an agreement, activity, network, programme or event is one of the cooperation's partners.
        A party's id among the partners is for FAM115.

    Why:
        Of a partner that is not listed, nobody can say what it is.

    Example:
        >>> road = Activity("vag", "A road", ActivityKind.PROJECT, partners=("trafikverket",))
        >>> coop = Cooperation("par", "A pair", activities=(road,))
        >>> print(*check(coop))
        Activity 'vag' names 'trafikverket' as a partner, but the cooperation has no partner with that id. Add the
        partner, or correct the id. [FAM106]

    Remedy:
        >>> agency = Partner("trafikverket", "Trafikverket", PartnerKind.AGENCY)
        >>> coop = Cooperation("par", "A pair", partners=(agency,), activities=(road,))
        >>> len(check(coop))
        0

    References:
        `Cooperation.partners`.
    """
    index = index_of(coop)
    partners = index.ids[Kind.PARTNER]
    yield from _dangling(unknown_partner, index, index.partner_mentions, partners, frozenset(index.parties))


def _dangling(
    rule_: Rule,
    index: Index,
    mentions: tuple[Mention, ...],
    known: frozenset[str],
    passed: frozenset[str] = frozenset(),
) -> Iterator[Finding]:
    """Find the ids that are neither known nor passed over."""
    for mention in mentions:
        if known.issuperset(mention.ids):
            continue
        for i, identifier in enumerate(mention.ids):
            if identifier in known or identifier in passed:
                continue
            near = index.near(identifier, known)
            yield rule_.found(
                mention.at(i),
                advise="near" if near else "alone",
                noun=mention.entry,
                id=identifier,
                role=mention.role,
                near=repr(near),
            )


@rule(
    "FAM107",
    "unknown-predecessor",
    Severity.ERROR,
    message="{noun} replaces agreement '{id}', but there is no agreement with that id.",
    hint={"near": _MEANT, "alone": "Add the earlier agreement, or take 'supersedes' away."},
    since="2026.11.0",
)
def unknown_predecessor(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An agreement replaces another that does not exist.

    Checks:
        That the agreement that another one replaces is in the document.

    Why:
        Without the earlier agreement nobody sees what changed, or whether there was a gap between the two.

    Example:
        >>> fee = Agreement("avgift-2016", "Membership", LegalForm.CIVIL_LAW, supersedes="avgift-2012")
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> print(check(coop).findings[0].message)
        Agreement 'avgift-2016' replaces agreement 'avgift-2012', but there is no agreement with that id.

    Remedy:
        >>> earlier = Agreement("avgift-2012", "Membership", LegalForm.CIVIL_LAW)
        >>> coop = Cooperation("par", "A pair", agreements=(earlier, fee))
        >>> len(check(coop))
        0

    References:
        `Agreement.supersedes`.
    """
    index = index_of(coop)
    known = index.ids[Kind.AGREEMENT]
    for i, agreement in enumerate(coop.agreements):
        if agreement.supersedes is None or agreement.supersedes in known:
            continue
        near = index.near(agreement.supersedes, known - {agreement.id})
        yield unknown_predecessor.found(
            f"$.agreements[{i}].supersedes",
            advise="near" if near else "alone",
            noun=index.entry_at[f"$.agreements[{i}]"],
            id=agreement.supersedes,
            near=repr(near),
        )


@rule(
    "FAM108",
    "unknown-service-agreement",
    Severity.ERROR,
    message="{noun} rests on agreement '{id}', but there is no agreement with that id.",
    hint={"near": _MEANT, "alone": "Add the agreement, or take the reference away."},
    since="2026.11.0",
)
def unknown_service_agreement(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A shared service rests on an agreement that does not exist.

    Checks:
        That the agreement that a shared service rests on is in the document.

    Why:
        The agreement says who may do what for whom, and who pays; without it the service hangs in the air.

    Example:
        >>> law = SharedService("familjeratt", "Family law", "1283", agreement="familjeratt-2016")
        >>> parties = (Municipality("1283", "Helsingborg", "12"),)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, shared_services=(law,))
        >>> print(check(coop).findings[0].message)
        Shared service 'familjeratt' rests on agreement 'familjeratt-2016', but there is no agreement with that id.

    Remedy:
        >>> terms = Agreement("familjeratt-2016", "Family law", LegalForm.CIVIL_LAW)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(terms,), shared_services=(law,))
        >>> len(check(coop))
        0

    References:
        `SharedService.agreement`.
    """
    index = index_of(coop)
    known = index.ids[Kind.AGREEMENT]
    for i, service in enumerate(coop.shared_services):
        if service.agreement is None or service.agreement in known:
            continue
        near = index.near(service.agreement, known)
        yield unknown_service_agreement.found(
            f"$.shared_services[{i}].agreement",
            advise="near" if near else "alone",
            noun=index.entry_at[f"$.shared_services[{i}]"],
            id=service.agreement,
            near=repr(near),
        )
