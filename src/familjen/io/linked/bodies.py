"""The cooperation itself, its board, its networks and its fields."""

from familjen.io.linked.graph import Graph, Node, day, interval, ref
from familjen.io.linked.parties import membership, memberships, partner_ref
from familjen.io.linked.sources import cited
from familjen.model import Area, Board, Cooperation, GoalArea, Network

__all__ = ["bodies"]


def bodies(graph: Graph, coop: Cooperation) -> None:
    """Tell of the cooperation, the fields that it is about, its board and its networks."""
    whole = graph.addresses.whole()
    told: Node = {
        "dcterms:identifier": coop.id,
        "skos:prefLabel": graph.words(coop.name),
        "dcterms:temporal": interval(coop.period),
        "org:purpose": _purpose(graph, coop),
        "dcterms:subject": [
            *(_field(graph, "area", area) for area in coop.areas),
            *(_field(graph, "goal-area", goal) for goal in coop.goal_areas),
        ],
        "dcterms:source": cited(graph, coop.sources),
    }
    graph.add(whole, "org:OrganizationalCollaboration", told)
    if coop.board is not None:
        _board(graph, coop.board)
    for network in coop.networks:
        _network(graph, network)


def _purpose(graph: Graph, coop: Cooperation) -> Node | None:
    if coop.purpose is None:
        return None
    told: Node = {
        "skos:definition": graph.words(coop.purpose.text),
        "dcterms:source": cited(graph, coop.purpose.sources),
    }
    return ref(graph.add(graph.addresses.of("purpose"), "skos:Concept", told))


def _field(graph: Graph, kind: str, field: Area | GoalArea) -> Node:
    told: Node = {
        "dcterms:identifier": field.id,
        "skos:prefLabel": graph.words(field.name),
        "dcterms:source": cited(graph, field.sources),
    }
    return ref(graph.add(graph.addresses.of(kind, field.id), "skos:Concept", told))


def _board(graph: Graph, board: Board) -> None:
    here = graph.addresses.of("board", board.id)
    graph.add(here, "org:OrganizationalUnit", _unit(graph, board))
    for number, meeting in enumerate(board.meetings):
        told: Node = {
            "schema:name": graph.words(meeting.theme),
            "schema:organizer": ref(here),
            "schema:startDate": None if meeting.day is None else day(meeting.day),
            "dcterms:temporal": interval(meeting.period),
            "dcterms:source": cited(graph, meeting.sources),
        }
        graph.add(graph.addresses.of("board", board.id, "meeting", str(number)), "schema:Event", told)


def _network(graph: Graph, network: Network) -> None:
    here = graph.addresses.of("network", network.id)
    goal = network.goal_area
    about = None if goal is None else ref(graph.addresses.of("goal-area", goal))
    more: Node = {"dcterms:temporal": interval(network.period), "org:purpose": about}
    graph.add(here, "org:OrganizationalUnit", {**_unit(graph, network), **more})
    key = ("network", network.id)
    memberships(graph, key, here, "member", network.members)
    memberships(graph, key, here, "coordinator", network.coordinators)
    for partner in network.partners:
        membership(graph, (*key, "partner", partner), here, partner_ref(graph, partner), "partner", None, ())


def _unit(graph: Graph, unit: Board | Network) -> Node:
    """Tell what boards and networks have alike: they are parts of the cooperation, which is no formal organisation."""
    return {
        "dcterms:identifier": unit.id,
        "skos:prefLabel": graph.words(unit.name),
        "org:subOrganizationOf": ref(graph.addresses.whole()),
        "dcterms:source": cited(graph, unit.sources),
    }
