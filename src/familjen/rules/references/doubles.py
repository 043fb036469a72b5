"""What stands twice where it may stand once (family 1xx)."""

import datetime as dt
from collections.abc import Iterable, Iterator

from familjen.dates import Period
from familjen.findings import Finding, Severity
from familjen.language import Phrase
from familjen.model import Cooperation
from familjen.rules.entries import Kind
from familjen.rules.index import index_of
from familjen.rules.mentions import MEMBER
from familjen.rules.rule import rule
from familjen.rules.spans import clashes

__all__ = ["double_part", "duplicate_id", "repeated_id"]


@rule(
    "FAM102",
    "duplicate-id",
    Severity.ERROR,
    message="{noun} stands twice: first at {first}, and again here.",
    hint={
        "other": "Give one of them an id of its own, or take one away if they are the same.",
        "party": "List it once. A party that is, or has been, a member need not stand among the other parties.",
    },
    since="2026.11.0",
)
def duplicate_id(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """Two nouns of one kind have the same id.

    Checks:
        That partners, areas, goal areas, plans, action plans, activities, indicators, agreements, networks,
        programmes, events and shared services have ids of their own among their kind, and rounds within their
        programme; and that a party stands once among members and other parties. That a party is a member twice is for
        FAM111, since it may come back.

    Why:
        Others refer to a noun by its id; when two have it, nobody knows which is meant.

    Example:
        >>> libraries, museums = Network("kultur", "Libraries"), Network("kultur", "Museums")
        >>> coop = Cooperation("par", "A pair", networks=(libraries, museums))
        >>> print(*check(coop))
        Network 'kultur' stands twice: first at $.networks[0], and again here. Give one of them an id of its own, or
        take one away if they are the same. [FAM102]

    Remedy:
        >>> coop = Cooperation("par", "A pair", networks=(libraries, Network("museer", "Museums")))
        >>> len(check(coop))
        0

    References:
        The ids of the nouns in `familjen.model`.
    """
    first: dict[tuple[str, str, str], str] = {}
    for entry in index_of(coop).entries:
        scope = entry.within.path if entry.kind is Kind.ROUND and entry.within is not None else ""
        before = first.setdefault((entry.kind, scope, entry.id), entry.path)
        if before != entry.path:
            yield duplicate_id.found(f"{entry.path}.id", advise="other", noun=entry, first=before)
    seen = {member.party.id: f"$.members[{i}]" for i, member in reversed(list(enumerate(coop.members)))}
    for i, party in enumerate(coop.other_parties):
        path = f"$.other_parties[{i}]"
        before = seen.setdefault(party.id, path)
        if before != path:
            noun = Phrase("party {party}", "parten {party}").of(party=f"{party.name} ({party.id})")
            yield duplicate_id.found(path, advise="party", noun=noun, first=before)


@rule(
    "FAM111",
    "double-part",
    Severity.ERROR,
    message="{party} stands twice as {role} of {noun} for the same time: at {first}, and again here.",
    hint="Take one away, or give each a period so that they share no day.",
    since="2026.11.0",
)
def double_part(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A party takes part twice at the same time.

    Checks:
        That the periods of a party that stands several times among the members, or among those who take part in an
        agreement, network, programme or shared service, share no day. A part without a period is taken to be always.

    Why:
        A party that counts twice pays twice. A party that leaves and comes back stands twice, with a period each time.

    Example:
        >>> bjuv = Municipality("1260", "Bjuv", "12")
        >>> coop = Cooperation("par", "A pair", members=(Member(bjuv), Member(bjuv, period=Period.year(2016))))
        >>> print(*check(coop))
        Bjuv (1260) stands twice as a member of the cooperation for the same time: at $.members[0], and again here. Take
        one away, or give each a period so that they share no day. [FAM111]

    Remedy:
        >>> periods = (Period.year(2014), Period.year(2016))
        >>> coop = Cooperation("par", "A pair", members=tuple(Member(bjuv, period=period) for period in periods))
        >>> len(check(coop))
        0

    References:
        `Member.period` and `Participation.period`.
    """
    index = index_of(coop)
    for second, first in _doubled([(member.party.id, member.period) for member in coop.members]):
        yield double_part.found(
            f"$.members[{second}].party",
            party=index.party(coop.members[second].party.id),
            role=MEMBER,
            noun=Phrase("the cooperation", "samverkan"),
            first=f"$.members[{first}]",
        )
    for mention in index.mentions:
        if not mention.parts or len(set(mention.ids)) == len(mention.ids):
            continue
        for second, first in _doubled([(part.party, part.period) for part in mention.parts]):
            yield double_part.found(
                mention.at(second),
                party=index.party(mention.ids[second]),
                role=mention.role,
                noun=mention.entry,
                first=f"{mention.path}[{first}]",
            )


def _doubled(parts: Iterable[tuple[str, Period | None]]) -> Iterator[tuple[int, int]]:
    """Give the positions of parts of one party that share a day: the later in the document, then the earlier."""
    positions: dict[str, list[tuple[int, Period | None]]] = {}
    for position, (party, period) in enumerate(parts):
        positions.setdefault(party, []).append((position, period))
    for held in positions.values():
        if len(held) == 1:
            continue
        for one, other in clashes(period for _, period in held):
            yield max(held[one][0], held[other][0]), min(held[one][0], held[other][0])


@rule(
    "FAM113",
    "repeated-id",
    Severity.ERROR,
    message="{noun} names '{id}' twice as {role}: at {first}, and again here.",
    hint="Take one of them away.",
    since="2026.11.0",
)
def repeated_id(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A list names the same party, partner or goal area twice.

    Checks:
        That an id stands once in a list of parties, partners or goal areas whose items have no period, such as those
        invited, a plan's goal areas, or a round's seats. Lists of participations are for FAM111.

    Why:
        Whoever counts the list counts one of them twice; and where one was copied, another was perhaps forgotten.

    Example:
        >>> walk = Event("eurorando", "Eurorando", hosts=("1283", "1283"))
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1278", "Båstad", "12"))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, events=(walk,))
        >>> print(*check(coop))
        Event 'eurorando' names '1283' twice as a host: at $.events[0].hosts[0], and again here. Take one of them away.
        [FAM113]

    Remedy:
        >>> walk = Event("eurorando", "Eurorando", hosts=("1283", "1278"))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, events=(walk,))
        >>> len(check(coop))
        0

    References:
        The lists of ids in `familjen.model`.
    """
    index = index_of(coop)
    for mention in (*index.mentions, *index.partner_mentions, *index.goal_area_mentions):
        if mention.parts or len(set(mention.ids)) == len(mention.ids):
            continue
        first: dict[str, int] = {}
        for i, identifier in enumerate(mention.ids):
            if first.setdefault(identifier, i) != i:
                yield repeated_id.found(
                    mention.at(i),
                    noun=mention.entry,
                    id=identifier,
                    role=mention.role,
                    first=mention.at(first[identifier]),
                )
