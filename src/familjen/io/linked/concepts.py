"""Roles, legal forms and kinds of partners, with their names in both languages."""

from familjen.io.linked.graph import Graph, Node, phrase, ref
from familjen.language import Phrase
from familjen.model import LegalForm, PartnerKind

__all__ = ["form_of", "kind_of", "role_of"]

_ROLES = {
    "member": Phrase("member", "medlem"),
    "coordinator": Phrase("coordinator", "samordnare"),
    "partner": Phrase("partner from outside", "samarbetspart"),
    "party": Phrase("party to the agreement", "avtalspart"),
    "host": Phrase("host", "värd"),
    "provider": Phrase("provider", "utförare"),
    "recipient": Phrase("recipient", "mottagare"),
}
_FORMS = {
    LegalForm.FEDERATION: Phrase("federation of municipalities", "kommunalförbund"),
    LegalForm.JOINT_COMMITTEE: Phrase("joint committee", "gemensam nämnd"),
    LegalForm.CONTRACT: Phrase("contract cooperation", "avtalssamverkan"),
    LegalForm.COMPANY: Phrase("municipal company", "kommunalt bolag"),
    LegalForm.ASSOCIATION: Phrase("municipal association", "kommunal förening"),
    LegalForm.FOUNDATION: Phrase("municipal foundation", "kommunal stiftelse"),
    LegalForm.CIVIL_LAW: Phrase("agreement in civil law", "civilrättsligt avtal"),
}
_PARTNERS = {
    PartnerKind.AGENCY: Phrase("state agency", "statlig myndighet"),
    PartnerKind.REGION: Phrase("region", "region"),
    PartnerKind.MUNICIPALITY: Phrase("municipality", "kommun"),
    PartnerKind.COMPANY: Phrase("company", "bolag"),
    PartnerKind.ASSOCIATION: Phrase("association", "förening"),
    PartnerKind.FOUNDATION: Phrase("foundation", "stiftelse"),
    PartnerKind.UNIVERSITY: Phrase("university or university college", "lärosäte"),
    PartnerKind.OTHER: Phrase("another organisation", "annan organisation"),
}


def role_of(graph: Graph, role: str) -> Node:
    """Tell of a role, and give a reference to it."""
    kinds = ["org:Role", "skos:Concept"]
    return ref(graph.add(graph.addresses.shared("role", role), kinds, {"skos:prefLabel": phrase(_ROLES[role])}))


def form_of(graph: Graph, form: LegalForm) -> Node:
    """Tell of a legal form, and give a reference to it."""
    return _concept(graph, "legal-form", form.value, _FORMS[form])


def kind_of(graph: Graph, kind: PartnerKind) -> Node:
    """Tell of a kind of partner, and give a reference to it."""
    return _concept(graph, "partner-kind", kind.value, _PARTNERS[kind])


def _concept(graph: Graph, scheme: str, name: str, label: Phrase) -> Node:
    told: Node = {"skos:notation": name, "skos:prefLabel": phrase(label)}
    return ref(graph.add(graph.addresses.shared(scheme, name), "skos:Concept", told))
