"""Who takes part: parties, partners, and the parts that they have."""

from collections.abc import Iterable

from familjen.dates import Period
from familjen.io.linked.concepts import kind_of, role_of
from familjen.io.linked.graph import Graph, Node, code, interval, phrase, ref
from familjen.io.linked.sources import cited
from familjen.language import Phrase
from familjen.model import Cooperation, ForeignMunicipality, Participation, Partner, PartnerKind, Party, Source

__all__ = ["membership", "memberships", "parties", "partner_ref", "parts", "party_ref"]

_PUBLIC = {PartnerKind.AGENCY, PartnerKind.REGION, PartnerKind.MUNICIPALITY}
_STATISTICS = Phrase("Statistics Sweden", "Statistiska centralbyrån")


def parties(graph: Graph, coop: Cooperation) -> None:
    """Tell of the parties, of the members' time in the cooperation, and of the partners."""
    for member in coop.members:
        _party(graph, member.party)
    for party in coop.other_parties:
        _party(graph, party)
    for partner in coop.partners:
        _partner(graph, partner)
    here = graph.addresses.whole()
    for number, member in enumerate(coop.members):
        key = ("cooperation", member.party.id, str(number))
        membership(graph, key, here, party_ref(graph, member.party.id), "member", member.period, member.sources)


def party_ref(graph: Graph, party: str) -> Node:
    """Give a reference to a party."""
    return ref(graph.addresses.shared("party", party))


def partner_ref(graph: Graph, partner: str) -> Node:
    """Give a reference to a partner."""
    return ref(graph.addresses.of("partner", partner))


def _party(graph: Graph, party: Party) -> None:
    """Tell of a party. Swedish names are in Swedish; in which language others are is not known."""
    place = ("country", party.country) if isinstance(party, ForeignMunicipality) else ("county", _county(party))
    where = graph.add(graph.addresses.shared(*place), "dcterms:Location", {"skos:notation": place[1]})
    foreign = isinstance(party, ForeignMunicipality)
    name: object = party.name if foreign else {"@value": party.name, "@language": "sv"}
    told: Node = {
        "skos:prefLabel": name,
        "adms:identifier": code(party.code, () if foreign else phrase(_STATISTICS)),
        "dcterms:spatial": ref(where),
    }
    graph.add(graph.addresses.shared("party", party.id), "m8g:PublicOrganisation", told)


def _county(party: Party) -> str:
    return getattr(party, "county", party.code)


def _partner(graph: Graph, partner: Partner) -> None:
    told: Node = {
        "dcterms:identifier": partner.id,
        "skos:prefLabel": graph.words(partner.name),
        "org:classification": kind_of(graph, partner.kind),
        "adms:identifier": None if partner.org_number is None else code(partner.org_number),
        "dcterms:source": cited(graph, partner.sources),
    }
    kind = "m8g:PublicOrganisation" if partner.kind in _PUBLIC else "org:Organization"
    graph.add(graph.addresses.of("partner", partner.id), kind, told)


def membership(
    graph: Graph,
    key: tuple[str, ...],
    organization: str,
    member: Node,
    role: str,
    period: Period | None,
    sources: Iterable[Source],
) -> None:
    """Tell that somebody is a member of an organisation in a role, and when."""
    told: Node = {
        "org:member": member,
        "org:organization": ref(organization),
        "org:role": role_of(graph, role),
        "org:memberDuring": interval(period),
        "dcterms:source": cited(graph, sources),
    }
    graph.add(graph.addresses.of("membership", *key), "org:Membership", told)


def memberships(graph: Graph, key: tuple[str, ...], organization: str, role: str, who: Iterable[Participation]) -> None:
    """Tell of the parties that take part in an organisation in a role."""
    for number, part in enumerate(who):
        each = (*key, role, part.party, str(number))
        membership(graph, each, organization, party_ref(graph, part.party), role, part.period, part.sources)


def parts(graph: Graph, role: str, who: Iterable[Participation | str]) -> list[Node]:
    """Give the parts that parties, or partners by their ids, have in something that is no organisation."""
    given: list[Node] = []
    for each in who:
        part: Node = {"@type": "prov:Attribution", "dcat:hadRole": role_of(graph, role)}
        if isinstance(each, str):
            part["prov:agent"] = partner_ref(graph, each) if role == "partner" else party_ref(graph, each)
        else:
            part["prov:agent"] = party_ref(graph, each.party)
            span, sources = interval(each.period), cited(graph, each.sources)
            part.update({"dcterms:temporal": span} if span else {})
            part.update({"dcterms:source": sources} if sources else {})
        given.append(part)
    return given
