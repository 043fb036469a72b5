"""A made-up cooperation of all that can be told, and its graph as rdflib reads it."""

import datetime as dt
import json
import warnings
from decimal import Decimal

from rdflib import Graph

from familjen.dates import Period
from familjen.io.linked import linked_data
from familjen.model import (
    Agreement,
    Area,
    Board,
    BoardMeeting,
    Cooperation,
    Declaration,
    Event,
    ForeignMunicipality,
    GoalArea,
    LegalForm,
    Member,
    Municipality,
    Network,
    Participation,
    Partner,
    PartnerKind,
    Program,
    Region,
    Round,
    SharedService,
    Source,
    participations,
)

__all__ = ["BASE", "cooperation", "graph_of"]

BASE = "https://example.org/id/"
WEB = Source("Sidan", url='https://example.org/å"b"?q=1', quote="Så är det</script>", retrieved=dt.date(2026, 1, 1))


def cooperation() -> Cooperation:
    """Give a cooperation with something of each kind that can be told."""
    spring = Period(dt.date(2018, 3, 1), dt.date(2018, 5, 31))
    then = Period(dt.date(2018, 1, 1), dt.date(2020, 12, 31))
    return Cooperation(
        "par:ö",
        "Ett par",
        period=Period(dt.date(2016, 1, 1)),
        purpose=Declaration("Att samverka", sources=(WEB,)),
        members=(
            Member(Municipality("1283", "Helsingborg", "12"), period=Period(dt.date(2016, 1, 1)), sources=(WEB,)),
            Member(Municipality("1277", "Åstorp", "12"), period=then),
            Member(Municipality("1277", "Åstorp", "12"), period=Period(dt.date(2024, 1, 1))),
            Member(Region("12", "Skåne")),
        ),
        other_parties=(ForeignMunicipality("NO", "1517", "Hareid"),),
        partners=(Partner("nsva", "NSVA", PartnerKind.COMPANY, org_number="556765-3786"),),
        areas=(Area("miljo", "Miljö", main=True),),
        goal_areas=(GoalArea("miljo", "Miljömål"),),
        agreements=(
            Agreement("gammalt", "Gammalt avtal", LegalForm.CIVIL_LAW),
            Agreement(
                "nytt",
                "Nytt avtal",
                LegalForm.CONTRACT,
                period=then,
                parties=(Participation("1283", period=then, sources=(WEB,)), Participation("NO-1517")),
                partners=("nsva",),
                host="1283",
                supersedes="gammalt",
                tasks=("Vatten", "Avlopp"),
            ),
        ),
        networks=(
            Network(
                "böcker",
                "Bibliotek",
                goal_area="miljo",
                period=then,
                members=participations(["1283", "1277"]),
                coordinators=participations(["1283"], period=then),
                partners=("nsva",),
            ),
        ),
        programs=(
            Program(
                "chef",
                "Chefer",
                purpose="Att leda",
                audience="Anställda",
                period=then,
                members=participations(["1283"]),
                partners=("nsva",),
                rounds=(Round("1", period=Period.year(2026), participants=13), Round("2", period=spring), Round("3")),
            ),
        ),
        events=(Event("dag", "Dagen", period=Period(dt.date(2026, 5, 4)), partners=("nsva",), spending=Decimal(5)),),
        shared_services=(
            SharedService(
                "ratt",
                "Familjerätt",
                "1283",
                recipients=(Participation("1277", period=then, sources=(WEB,)),),
                period=then,
                agreement="nytt",
                purpose="Att räcka till",
                tasks=("Rätt",),
            ),
        ),
        board=Board(
            "styrelse",
            "Styrelsen",
            meetings=(BoardMeeting("Budget", day=dt.date(2026, 9, 3)), BoardMeeting("Plan", period=then)),
        ),
        sources=(Source("Utan adress"),),
    )


def graph_of(coop: Cooperation, base: str | None = BASE, texts: str | None = "sv") -> Graph:
    """Give the cooperation's graph, as rdflib reads it from the text."""
    document = json.loads(linked_data(coop, base=base, texts=texts).to_json())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own reader uses what rdflib is leaving behind
        return Graph().parse(data=json.dumps(document), format="json-ld")
