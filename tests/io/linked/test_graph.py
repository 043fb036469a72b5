"""What the linked data of a cooperation promises, as rdflib reads it."""

import datetime as dt
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import ORG, SDO, SKOS
from tests.io.linked.made_up import BASE, cooperation, graph_of

from familjen.datasets import familjen_helsingborg_2016
from familjen.dates import Period
from familjen.errors import InvalidValueError
from familjen.io.linked import linked_data, to_jsonld
from familjen.model import Cooperation, Event, Member, Municipality, Network, Partner, PartnerKind, Source
from familjen.testing import nouns

M8G = Namespace("http://data.europa.eu/m8g/")
PREFIXES = """
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX time: <http://www.w3.org/2006/time#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX m8g: <http://data.europa.eu/m8g/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX schema: <https://schema.org/>
"""
MEMBERS_ON = """
SELECT DISTINCT ?name WHERE {
  ?part a org:Membership ; org:organization ?whole ; org:member [ skos:prefLabel ?name ] .
  ?whole a org:OrganizationalCollaboration .
  OPTIONAL {
    ?part org:memberDuring ?span . ?span time:hasBeginning [ time:inXSDDate ?first ] .
    OPTIONAL { ?span time:hasEnd [ time:inXSDDate ?last ] }
  }
  FILTER ((!BOUND(?first) || ?first <= ?day) && (!BOUND(?last) || ?day <= ?last))
}
"""


def _asked(graph: Graph, question: str, **given: Any) -> list[tuple[str, ...]]:
    rows = graph.query(PREFIXES + question, initBindings=given)
    return sorted(tuple(str(cell) for cell in row) for row in rows)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "day", [dt.date(2015, 12, 31), dt.date(2018, 1, 1), dt.date(2020, 12, 31), dt.date(2021, 1, 1), dt.date(2024, 1, 1)]
)
def test_who_is_a_member_on_a_day(day: dt.date) -> None:
    """A question of the graph gives the members of a day that the model gives, first and last days included."""
    coop = cooperation()
    ours = sorted({(member.party.name,) for member in coop.on(day).members})
    assert _asked(graph_of(coop), MEMBERS_ON, day=Literal(day)) == ours


def test_the_bundled_cooperation_is_told() -> None:
    """Familjen Helsingborg has eleven members with their codes, and each thing that is told has a kind."""
    graph = graph_of(familjen_helsingborg_2016())
    codes = _asked(
        graph, "SELECT ?code WHERE { ?who a m8g:PublicOrganisation ; adms:identifier [ skos:notation ?code ] }"
    )
    members = {member.party.id for member in familjen_helsingborg_2016().members}
    assert {code for (code,) in codes} == members
    told = set(graph.subjects()) - set(graph.subjects(RDF.type))
    assert not told
    assert len(graph) > 600


def test_roles_and_kinds() -> None:
    """Networks are units of the cooperation; their coordinators and partners have those roles."""
    graph = graph_of(cooperation())
    question = """SELECT ?role ?name WHERE {
      ?net a org:OrganizationalUnit ; skos:prefLabel "Bibliotek"@sv ; org:subOrganizationOf ?whole .
      ?whole a org:OrganizationalCollaboration .
      [] org:organization ?net ; org:member [ skos:prefLabel ?name ] ; org:role [ skos:prefLabel ?role ] .
      FILTER (LANG(?role) = "sv") }"""
    assert _asked(graph, question) == [
        ("medlem", "Helsingborg"),
        ("medlem", "Åstorp"),
        ("samarbetspart", "NSVA"),
        ("samordnare", "Helsingborg"),
    ]


def test_agreements_and_services_say_who_and_when() -> None:
    """An agreement tells its parties and host, a service who performs it and for whom, with their times."""
    graph = graph_of(cooperation())
    agreed = """SELECT ?role ?name ?first WHERE {
      [] dcterms:title "Nytt avtal"@sv ; dcterms:replaces [ dcterms:title "Gammalt avtal"@sv ] ;
         prov:qualifiedAttribution ?part .
      ?part prov:agent [ skos:prefLabel ?name ] ; dcat:hadRole [ skos:prefLabel ?role ] .
      OPTIONAL { ?part dcterms:temporal [ time:hasBeginning [ time:inXSDDate ?first ] ] }
      FILTER (LANG(?role) = "en") }"""
    assert _asked(graph, agreed) == [
        ("host", "Helsingborg", "None"),
        ("partner from outside", "NSVA", "None"),
        ("party to the agreement", "Hareid", "None"),
        ("party to the agreement", "Helsingborg", "2018-01-01"),
    ]
    served = """SELECT ?role ?name WHERE {
      [] dcterms:title "Familjerätt"@sv ; dcterms:relation [ dcterms:title "Nytt avtal"@sv ] ;
         m8g:hasParticipation [ m8g:hasParticipant [ skos:prefLabel ?name ] ; m8g:role [ skos:prefLabel ?role ] ] .
      FILTER (LANG(?role) = "en") }"""
    assert _asked(graph, served) == [("provider", "Helsingborg"), ("recipient", "Åstorp")]


def test_dates_are_as_close_as_they_are_known() -> None:
    """A round of a year is told with the year, one of days with the days, and an open end with none."""
    graph = graph_of(cooperation())
    question = """SELECT ?id ?first ?last WHERE { ?held dcterms:identifier ?id ; schema:startDate ?first .
      OPTIONAL { ?held schema:endDate ?last } }"""
    assert _asked(graph, question) == [
        ("1", "2026", "2026"),
        ("2", "2018-03-01", "2018-05-31"),
        ("dag", "2026-05-04", "None"),
    ]
    years = {
        literal.datatype.fragment for literal in graph.objects(None, SDO.startDate) if isinstance(literal, Literal)
    }
    assert years == {"gYear", "date"}


def test_whole_years_of_days_are_days_in_a_membership() -> None:
    """The span of a membership is told in days, also where it is whole years."""
    member = Member(Municipality("1283", "Helsingborg", "12"), period=Period.year(2026))
    graph = graph_of(Cooperation("par", "A", members=(member,)))
    assert _asked(graph, MEMBERS_ON, day=Literal(dt.date(2026, 12, 31))) == [("Helsingborg",)]
    assert _asked(graph, MEMBERS_ON, day=Literal(dt.date(2027, 1, 1))) == []


@pytest.mark.parametrize(("base", "texts"), [(BASE, "sv"), (None, None)], ids=["base", "bare"])
def test_turtle_and_back_is_the_same(base: str | None, texts: str | None) -> None:
    """Nothing is lost or joined on the way through Turtle, by rdflib."""
    graph = graph_of(cooperation(), base, texts)
    assert isomorphic(graph, Graph().parse(data=graph.serialize(format="turtle"), format="turtle"))


def test_words_bear_the_language_that_is_said() -> None:
    """The cooperation's words bear the language that the caller says, or none; Swedish names always bear theirs."""
    languages = {
        texts: {label.language for label in graph_of(cooperation(), texts=texts).objects(None, SKOS.prefLabel)}  # type: ignore[attr-defined]
        for texts in ("sv", "en", None)
    }
    assert languages == {"sv": {"sv", "en", None}, "en": {"sv", "en", None}, None: {"sv", "en", None}}
    name = URIRef(BASE + "cooperation/par%3A%C3%B6")
    labels = [graph_of(cooperation(), texts=texts).value(name, SKOS.prefLabel) for texts in ("sv", "en", None)]
    assert [label.language for label in labels if isinstance(label, Literal)] == ["sv", "en", None]


@given(nouns(Cooperation), st.sampled_from([BASE, None]))
@settings(max_examples=10, deadline=None)
def test_any_cooperation_is_told(coop: Cooperation, base: str | None) -> None:
    """Whatever a cooperation holds, rdflib reads it with valid addresses, unless two nouns have one id."""
    try:
        graph = graph_of(coop, base)
    except InvalidValueError as error:
        reason = error.reason
    else:
        reason = ""
        assert (None, RDF.type, ORG.OrganizationalCollaboration) in graph
        assert all(" " not in node.n3() for node in graph.all_nodes() if isinstance(node, URIRef))
    assert not reason or "would be told as one" in reason


@given(st.lists(st.text("åa.:-_+", min_size=1, max_size=3), min_size=2, max_size=6, unique=True))
@settings(max_examples=30, deadline=None)
def test_ids_never_meet(ids: list[str]) -> None:
    """Different ids have different addresses, which are plain ASCII and lead nowhere else."""
    coop = Cooperation("par", "A", networks=tuple(Network(each, "N") for each in ids))
    told = [str(node) for node in graph_of(coop).subjects(RDF.type, ORG.OrganizationalUnit)]
    assert len(set(told)) == len(ids)
    assert all(each.isascii() and each.rpartition("/")[2] not in {"", ".", ".."} for each in told)


def test_addresses_stay_the_same() -> None:
    """Without a base, things have the same UUIDs each time, parties the same in every cooperation."""
    one, other = (linked_data(cooperation()) for _ in range(2))
    assert one.to_json() == other.to_json()
    member = Member(Municipality("1283", "Helsingborg", "12"))
    pair = to_jsonld(Cooperation("annan", "Another", members=(member,)))
    shared = {each["@id"] for each in pair["@graph"]} & {each["@id"] for each in one.document["@graph"]}  # type: ignore[attr-defined]
    helsingborg = [each for each in one.document["@graph"] if each["@id"] in shared and "m8g" in str(each["@type"])]  # type: ignore[attr-defined]
    assert [each["adms:identifier"]["skos:notation"] for each in helsingborg] == ["1283"]


def test_two_with_one_id_are_refused() -> None:
    """Two different nouns with one id would be told as one thing, so they are refused; the same twice is once."""
    coop = cooperation()
    doubled = attrs.evolve(coop, events=(*coop.events, attrs.evolve(coop.events[0], name="En annan")))
    with pytest.raises(InvalidValueError, match="two different things have the id 'dag'"):
        linked_data(doubled)
    same = attrs.evolve(coop, events=coop.events * 2)
    assert linked_data(same).document == linked_data(coop).document


def test_a_page_cannot_be_broken() -> None:
    """A script element holds the same data, and no text in it ends the element or begins another."""
    evil = attrs.evolve(cooperation(), name="</script><script>alert(1)</script><!-- & \u2028 !")
    told = linked_data(evil, base=BASE)
    page = told.to_html()
    assert page.lower().count("</script") == page.lower().count("<script") == 1
    assert "<!--" not in page

    class Reader(HTMLParser):
        text = ""

        def handle_data(self, data: str) -> None:
            self.text += data

    reader = Reader()
    reader.feed(page)
    assert json.loads(reader.text) == told.document


def test_a_file_holds_the_same(tmp_path: Path) -> None:
    """What is saved is the text, with a line break at its end."""
    told = linked_data(cooperation(), base=BASE)
    told.save(tmp_path / "a.jsonld")
    assert (tmp_path / "a.jsonld").read_text("utf-8") == told.to_json() + "\n"
    assert repr(told) == f"<LinkedData par:ö: {len(told.document['@graph'])} things>"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("base", "reason"),
    [
        ("example.org/", "no absolute web address"),
        ("/id/", "no absolute web address"),
        ("ftp://example.org/", "no absolute web address"),
        ("javascript:alert(1)/", "no absolute web address"),
        ("https:///id/", "no absolute web address"),
        ("https://example.org", "does not end with / or #"),
        ("https://example.org/id", "does not end with / or #"),
        ("https://example.org/#/a#", "more than one #"),
        ("https://example.org/?q=/", "a query"),
        ("https://me:secret@example.org/", "a user name"),
        ("https://exa mple.org/", "a character that no address has"),
        ("https://example.org/<b>/", "a character that no address has"),
        ("https://example.org:port/", "is no address"),
        ("https://[::1/", "is no address"),
        ("https://example.org/\ud800/", "is no address"),
        ("", "no absolute web address"),
        (b"https://example.org/", "is not text"),
        (True, "is not text"),
    ],
    ids=range(18),
)
def test_a_bad_base_is_refused(base: Any, reason: str) -> None:
    """A base that cannot be the beginning of a web address is refused by a sentence that says why."""
    with pytest.raises(InvalidValueError, match=f"base: .*{reason}"):
        linked_data(cooperation(), base=base)


@pytest.mark.parametrize(
    "base", ["https://example.org/", "http://localhost:8000/a/", "https://exempel.se/åäö#"], ids=range(3)
)
def test_a_good_base_begins_every_address(base: str) -> None:
    """With a base, all that is told has an address below it, but for what has an address of its own."""
    told = linked_data(cooperation(), base=base).document["@graph"]
    assert all(each["@id"].startswith(base) for each in told)  # type: ignore[attr-defined]


@pytest.mark.parametrize("texts", ["swedish", "SV", "", 1, True], ids=range(5))
def test_a_bad_language_is_refused(texts: Any) -> None:
    """A language is a code of two or three letters."""
    with pytest.raises(InvalidValueError, match=r"texts: .* is no code of a language"):
        linked_data(cooperation(), texts=texts)


def test_something_else_is_no_cooperation() -> None:
    """Linked data is made of a cooperation and of nothing else."""
    with pytest.raises(InvalidValueError, match=r"coop: .* is no Cooperation"):
        linked_data(Event("dag", "Dagen"))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", PartnerKind)
def test_public_partners_are_public_organisations(kind: PartnerKind) -> None:
    """Agencies, regions and municipalities are public organisations; of others that is not known."""
    coop = Cooperation("par", "A pair", partners=(Partner("p", "Partner", kind),))
    (told,) = [each for each in _nodes(coop) if each.get("dcterms:identifier") == "p"]
    public = {PartnerKind.AGENCY, PartnerKind.REGION, PartnerKind.MUNICIPALITY}
    assert told["@type"] == ("m8g:PublicOrganisation" if kind in public else "org:Organization")


def _nodes(coop: Cooperation) -> list[dict[str, Any]]:
    return json.loads(linked_data(coop).to_json())["@graph"]  # type: ignore[no-any-return]


def test_what_holds_nothing_is_not_told() -> None:
    """No property is told with nothing in it: no null, and no empty list."""
    nodes = [*_nodes(Cooperation("par", "A pair")), *_nodes(cooperation()), *_nodes(familjen_helsingborg_2016())]
    assert all(value not in (None, [], {}) for node in nodes for value in node.values())


def test_a_title_on_two_addresses_is_two_documents() -> None:
    """Two documents with the same title on different addresses are told apart."""
    sources = tuple(Source("Report", url=f"https://example.org/{number}") for number in (1, 2))
    nodes = _nodes(Cooperation("par", "A pair", sources=sources))
    assert [node["schema:url"]["@id"] for node in nodes if "schema:url" in node] == [source.url for source in sources]


def test_a_page_holds_no_character_reference() -> None:
    """In the script element an ampersand is written by its number, so that XHTML reads the same as HTML."""
    html = linked_data(Cooperation("par", "A &amp; <b>")).to_html()
    inner = html.partition(">")[2].rpartition("</script>")[0]
    assert not set("<>&") & set(inner)
    assert json.loads(inner)["@graph"][0]["skos:prefLabel"] == "A &amp; <b>"
