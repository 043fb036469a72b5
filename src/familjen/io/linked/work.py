"""Agreements, services, programmes and events."""

from familjen.dates import Period
from familjen.io.calendar.years import only_years
from familjen.io.linked.concepts import form_of, role_of
from familjen.io.linked.graph import Graph, Node, day, interval, ref
from familjen.io.linked.parties import parts, party_ref
from familjen.io.linked.sources import cited
from familjen.model import Agreement, Cooperation, Event, Program, SharedService

__all__ = ["work"]


def work(graph: Graph, coop: Cooperation) -> None:
    """Tell of the agreements, and of what is done under them."""
    for agreement in coop.agreements:
        _agreement(graph, agreement)
    for service in coop.shared_services:
        _service(graph, service)
    for program in coop.programs:
        _program(graph, program)
    for event in coop.events:
        _event(graph, event)


def _agreement(graph: Graph, agreement: Agreement) -> None:
    host = () if agreement.host is None else (agreement.host,)
    former = agreement.supersedes
    told: Node = {
        "dcterms:identifier": agreement.id,
        "dcterms:title": graph.words(agreement.name),
        "dcterms:type": form_of(graph, agreement.form),
        "dcterms:temporal": interval(agreement.period),
        "dcterms:description": [graph.words(task) for task in agreement.tasks],
        "dcterms:replaces": None if former is None else ref(graph.addresses.of("agreement", former)),
        "dcterms:isPartOf": ref(graph.addresses.whole()),
        "prov:qualifiedAttribution": [
            *parts(graph, "party", agreement.parties),
            *parts(graph, "host", host),
            *parts(graph, "partner", agreement.partners),
        ],
        "dcterms:source": cited(graph, agreement.sources),
    }
    kinds = ["dcterms:BibliographicResource", "prov:Entity"]
    graph.add(graph.addresses.of("agreement", agreement.id), kinds, told)


def _service(graph: Graph, service: SharedService) -> None:
    """Tell of a service by the EU's vocabulary for public services, with who performs it, for whom, and when."""
    rests_on = service.agreement
    told: Node = {
        "dcterms:identifier": service.id,
        "dcterms:title": graph.words(service.name),
        "dcterms:description": [graph.words(text) for text in (service.purpose, *service.tasks) if text is not None],
        "dcterms:temporal": interval(service.period),
        "dcterms:relation": None if rests_on is None else ref(graph.addresses.of("agreement", rests_on)),
        "dcterms:isPartOf": ref(graph.addresses.whole()),
        "m8g:hasParticipation": [
            _participation(graph, service.provider, "provider"),
            *(
                {
                    **_participation(graph, part.party, "recipient"),
                    **({} if part.period is None else {"dcterms:temporal": interval(part.period)}),
                    **({"dcterms:source": cited(graph, part.sources)} if part.sources else {}),
                }
                for part in service.recipients
            ),
        ],
        "dcterms:source": cited(graph, service.sources),
    }
    graph.add(graph.addresses.of("service", service.id), "cpsv:PublicService", told)


def _participation(graph: Graph, party: str, role: str) -> Node:
    who = party_ref(graph, party)
    return {"@type": "m8g:Participation", "m8g:hasParticipant": who, "m8g:role": role_of(graph, role)}


def _program(graph: Graph, program: Program) -> None:
    here = graph.addresses.of("programme", program.id)
    held: list[Node] = []
    for each in program.rounds:
        told: Node = {
            "dcterms:identifier": each.id,
            **_dates(each.period),
            "dcterms:source": cited(graph, each.sources),
        }
        held.append(ref(graph.add(graph.addresses.of("programme", program.id, "round", each.id), _COURSE, told)))
    audience = program.audience
    described: Node = {
        "dcterms:identifier": program.id,
        "schema:name": graph.words(program.name),
        "schema:description": graph.words(program.purpose),
        "schema:audience": None
        if audience is None
        else {"@type": "schema:Audience", "schema:audienceType": graph.words(audience)},
        "schema:provider": ref(graph.addresses.whole()),
        "schema:hasCourseInstance": held,
        "dcterms:temporal": interval(program.period),
        "prov:qualifiedAttribution": [
            *parts(graph, "member", program.members),
            *parts(graph, "partner", program.partners),
        ],
        "dcterms:source": cited(graph, program.sources),
    }
    graph.add(here, ["schema:Course", "prov:Entity"], described)


_COURSE = "schema:CourseInstance"


def _event(graph: Graph, event: Event) -> None:
    told: Node = {
        "dcterms:identifier": event.id,
        "schema:name": graph.words(event.name),
        **_dates(event.period),
        "schema:organizer": ref(graph.addresses.whole()),
        "prov:qualifiedAttribution": parts(graph, "partner", event.partners),
        "dcterms:source": cited(graph, event.sources),
    }
    graph.add(graph.addresses.of("event", event.id), "schema:Event", told)


def _dates(period: Period | None) -> Node:
    """Give the first and the last day; where only years are known, the years."""
    if period is None:
        return {}
    first, last = period.first_day, period.last_day
    if last is not None and only_years(period) is not None:
        years = (first.year, last.year)
        start, end = ({"@value": f"{year:04}", "@type": "xsd:gYear"} for year in years)
        return {"schema:startDate": start, "schema:endDate": end}
    return {"schema:startDate": day(first), "schema:endDate": None if last is None else day(last)}
