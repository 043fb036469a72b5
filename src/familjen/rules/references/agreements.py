"""Parties whose parts in an agreement or a service do not go together (family 1xx)."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, Severity
from familjen.language import Phrase
from familjen.model import Agreement, Cooperation
from familjen.rules.index import index_of
from familjen.rules.mentions import PROVIDER, RECIPIENT
from familjen.rules.rule import rule

__all__ = [
    "circular_succession",
    "host_not_a_party",
    "payer_without_agreement",
    "provider_is_recipient",
    "service_outside_agreement",
]

_SHOWN = 5


@rule(
    "FAM103",
    "host-not-a-party",
    Severity.ERROR,
    message="{noun} names host {id}, which is not a party.",
    hint="Add {party} to the parties or change the host.",
    since="2026.11.0",
)
def host_not_a_party(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An agreement is hosted by somebody who has not agreed to it.

    Checks:
        That an agreement's host is among its parties, where its parties are listed.

    Why:
        The host performs, employs and keeps the accounts under the agreement, so it is bound by it as a party.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1280", "Malmö", "12"))
        >>> rescue = Agreement(
        ...     "raddning", "Rescue", LegalForm.CIVIL_LAW, parties=participations(["1283"]), host="1280"
        ... )
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(rescue,))
        >>> print(*check(coop))
        Agreement 'raddning' names host 1280, which is not a party. Add Malmö (1280) to the parties or change the host.
        [FAM103]

    Remedy:
        >>> rescue = Agreement(
        ...     "raddning", "Rescue", LegalForm.CIVIL_LAW, parties=participations(["1283", "1280"]), host="1280"
        ... )
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(rescue,))
        >>> len(check(coop))
        0

    References:
        `Agreement.host` and `Agreement.parties`.
    """
    index = index_of(coop)
    for i, agreement in enumerate(coop.agreements):
        if agreement.host is None or not agreement.parties or agreement.host in _parties(agreement):
            continue
        path = f"$.agreements[{i}]"
        host = agreement.host
        yield host_not_a_party.found(f"{path}.host", noun=index.entry_at[path], id=host, party=index.party(host))


def _parties(agreement: Agreement) -> set[str]:
    return {part.party for part in agreement.parties}


@rule(
    "FAM104",
    "provider-is-recipient",
    Severity.WARNING,
    message="{noun} is performed by {party}, which stands among its recipients too.",
    hint="Take {party} away from the recipients: that it also serves itself is understood.",
    since="2026.11.0",
)
def provider_is_recipient(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A shared service is performed for the one who performs it.

    Checks:
        That the provider of a shared service is not among its recipients.

    Why:
        Recipients are those whom the service is performed for by another. A provider among them would buy from itself.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1277", "Åstorp", "12"))
        >>> law = SharedService("familjeratt", "Family law", "1283", recipients=participations(["1277", "1283"]))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, shared_services=(law,))
        >>> print(*check(coop))
        Shared service 'familjeratt' is performed by Helsingborg (1283), which stands among its recipients too. Take
        Helsingborg (1283) away from the recipients: that it also serves itself is understood. [FAM104]

    Remedy:
        >>> law = SharedService("familjeratt", "Family law", "1283", recipients=participations(["1277"]))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, shared_services=(law,))
        >>> len(check(coop))
        0

    References:
        `SharedService.provider` and `SharedService.recipients`.
    """
    index = index_of(coop)
    for i, service in enumerate(coop.shared_services):
        for j, part in enumerate(service.recipients):
            if part.party == service.provider:
                path = f"$.shared_services[{i}]"
                yield provider_is_recipient.found(
                    f"{path}.recipients[{j}].party", noun=index.entry_at[path], party=index.party(part.party)
                )


@rule(
    "FAM112",
    "circular-succession",
    Severity.ERROR,
    message="Agreements replace each other in a circle: {circle}.",
    hint="Take 'supersedes' away from the earliest of them.",
    since="2026.11.0",
)
def circular_succession(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """Agreements replace each other in a circle, or one replaces itself.

    Checks:
        That whoever follows an agreement back to the one that it replaced, and so on, comes to an end. A circle is
        found once, at its first agreement in the document. Linear in the number of agreements.

    Why:
        One of them came first. In a circle nobody can say which is in force.

    Example:
        >>> old = Agreement("gammalt", "The old one", LegalForm.CIVIL_LAW, supersedes="nytt")
        >>> new = Agreement("nytt", "The new one", LegalForm.CIVIL_LAW, supersedes="gammalt")
        >>> coop = Cooperation("par", "A pair", agreements=(old, new))
        >>> print(*check(coop))
        Agreements replace each other in a circle: 'gammalt' replaces 'nytt' replaces 'gammalt'. Take 'supersedes' away
        from the earliest of them. [FAM112]

    Remedy:
        >>> old = Agreement("gammalt", "The old one", LegalForm.CIVIL_LAW)
        >>> coop = Cooperation("par", "A pair", agreements=(old, new))
        >>> len(check(coop))
        0

    References:
        `Agreement.supersedes`.
    """
    index = index_of(coop)
    place = {agreement.id: i for i, agreement in reversed(list(enumerate(coop.agreements)))}
    followed: dict[str, str] = {}
    for start in place:
        here: str | None = start
        trail: list[str] = []
        while here is not None and here in place and here not in followed:
            followed[here] = start
            trail.append(here)
            here = index.agreements[here].supersedes
        if here is None or followed.get(here) != start:
            continue
        circle = trail[trail.index(here) :]
        first = min(range(len(circle)), key=lambda at: place[circle[at]])
        shown = [*circle[first:], *circle[:first], circle[first]]
        if len(shown) > _SHOWN:
            shown = [*shown[: _SHOWN - 2], "…", shown[-1]]
        steps = [step if step == "…" else f"'{step}'" for step in shown]
        sentence = Phrase(" replaces ".join(steps), " ersätter ".join(steps))
        yield circular_succession.found(f"$.agreements[{place[circle[first]]}].supersedes", circle=sentence)


@rule(
    "FAM116",
    "payer-without-agreement",
    Severity.ERROR,
    message="The cost clause of {noun} names {party}, which is not a party to it.",
    hint="Add it to the parties, or take it out of the clause.",
    since="2026.11.0",
)
def payer_without_agreement(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A cost clause bills somebody who has not agreed to it.

    Checks:
        That each id in the steps and keys of a cost clause, such as that of a fixed share, a fee or a bound, is that of
        a party to the agreement, where its parties are listed.

    Why:
        Whoever is not a party is not bound to pay; the others would be short of its share, and no bill can be made.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1280", "Malmö", "12"))
        >>> clause = CostClause.of(FixedShares.of({"1283": Fraction(2, 3), "1280": Fraction(1, 3)}))
        >>> one, both = participations(["1283"]), participations(["1283", "1280"])
        >>> fee = Agreement("avgift", "Membership", LegalForm.CIVIL_LAW, parties=one, cost_clause=clause)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> print(*check(coop))
        The cost clause of agreement 'avgift' names Malmö (1280), which is not a party to it. Add it to the parties, or
        take it out of the clause. [FAM116]

    Remedy:
        >>> fee = Agreement("avgift", "Membership", LegalForm.CIVIL_LAW, parties=both, cost_clause=clause)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `Agreement.cost_clause` and `Agreement.parties`.
    """
    index = index_of(coop)
    for i, agreement in enumerate(coop.agreements):
        clause = agreement.cost_clause
        if clause is None or not agreement.parties:
            continue
        parties = _parties(agreement)
        for place, party in clause.all_parties():
            if party not in parties:
                yield payer_without_agreement.found(
                    f"$.agreements[{i}].cost_clause.{place}",
                    noun=index.entry_at[f"$.agreements[{i}]"],
                    party=index.party(party),
                )


@rule(
    "FAM117",
    "service-outside-agreement",
    Severity.ERROR,
    message="{noun} names {party} as {role}, but {party} is not a party to the agreement that it rests on, '{id}'.",
    hint="Add {party} to the parties of the agreement, or name the agreement that it has signed.",
    since="2026.11.0",
)
def service_outside_agreement(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A shared service involves somebody who has not signed the agreement that it rests on.

    Checks:
        That the provider and the recipients of a shared service are parties to its agreement, where that is known and
        lists its parties.

    Why:
        The agreement is what allows one municipality to act for another, and to bill it.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1277", "Åstorp", "12"))
        >>> one, both = participations(["1283"]), participations(["1283", "1277"])
        >>> law = SharedService("ratt", "Law", "1283", recipients=participations(["1277"]), agreement="ratt-2016")
        >>> terms = Agreement("ratt-2016", "Family law", LegalForm.CIVIL_LAW, parties=one)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(terms,), shared_services=(law,))
        >>> print(check(coop).findings[0].message)
        Shared service 'ratt' names Åstorp (1277) as a recipient, but Åstorp (1277) is not a party to the agreement that
        it rests on, 'ratt-2016'.

    Remedy:
        >>> terms = Agreement("ratt-2016", "Family law", LegalForm.CIVIL_LAW, parties=both)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(terms,), shared_services=(law,))
        >>> len(check(coop))
        0

    References:
        `SharedService.agreement` and `Agreement.parties`.
    """
    index = index_of(coop)
    for i, service in enumerate(coop.shared_services):
        agreement = index.agreements.get(service.agreement or "")
        if agreement is None or not agreement.parties:
            continue
        parties = _parties(agreement)
        path = f"$.shared_services[{i}]"
        named = [(PROVIDER, f"{path}.provider", service.provider)]
        named += [(RECIPIENT, f"{path}.recipients[{j}].party", p.party) for j, p in enumerate(service.recipients)]
        for role, place, party in named:
            if party not in parties and party in index.parties:
                yield service_outside_agreement.found(
                    place, noun=index.entry_at[path], role=role, party=index.party(party), id=agreement.id
                )
