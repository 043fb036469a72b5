"""The walk through a noun's facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.datasets import Fact, facts
from familjen.datasets.facts import fields_of, items_of, title_of
from familjen.model import (
    ActionPlan,
    Board,
    BoardMeeting,
    Claim,
    Cooperation,
    Count,
    Declaration,
    Disagreement,
    Equal,
    Event,
    Member,
    Municipality,
    Participation,
    Round,
    Source,
)

REPORT = Source("Report")
PAPER = Source("Paper")
sources = st.lists(st.text("abc", min_size=1, max_size=3).map(Source), max_size=4).map(tuple)


def test_noun_without_sources_has_no_facts() -> None:
    """A noun that nobody has stated gives no fact."""
    assert list(facts(Event("e", "E"))) == []


@pytest.mark.parametrize("value", [None, 3, "text", (), Event])
def test_what_is_no_noun_has_no_facts(value: object) -> None:
    """Plain values, and classes themselves, hold no facts."""
    assert list(facts(value)) == []


def test_one_fact_for_each_source() -> None:
    """A noun with two sources is two facts, one for each."""
    event = Event("e", "E", sources=(REPORT, PAPER))
    assert list(facts(event)) == [Fact((), event, REPORT), Fact((), event, PAPER)]


def test_place_names_fields_and_titles() -> None:
    """A fact's place leads to it by fields and by the titles of nouns on the way."""
    meeting = BoardMeeting("Roads", sources=(REPORT,))
    coop = Cooperation("c", "C", board=Board("b", "The board", meetings=(meeting,)))
    assert [fact.place for fact in facts(coop)] == [("board", "The board", "meetings")]


def test_single_source_is_found() -> None:
    """A claim's one source is a fact as well, although it stands alone and not in a tuple."""
    dispute = Disagreement("e", "period", (Claim("2016", REPORT), Claim("2017", PAPER)))
    assert [(fact.noun, fact.source) for fact in facts(dispute)] == [
        (dispute.claims[0], REPORT),
        (dispute.claims[1], PAPER),
    ]


@given(sources, sources)
def test_every_source_is_given_once(of_event: tuple[Source, ...], of_count: tuple[Source, ...]) -> None:
    """The walk loses no source and gives none twice."""
    coop = Cooperation("c", "C", events=(Event("e", "E", sources=of_event),), counts=(Count("n", 1, sources=of_count),))
    assert [fact.source for fact in facts(coop)] == [*of_event, *of_count]


@given(sources, st.integers(1, 4))
def test_place_is_where_the_noun_stands(given_sources: tuple[Source, ...], number: int) -> None:
    """Nouns in the same field share their place."""
    events = tuple(Event(f"e{n}", "E", sources=given_sources) for n in range(number))
    found = list(facts(Cooperation("c", "C", events=events)))
    assert len(found) == number * len(given_sources)
    assert all(fact.place == ("events",) for fact in found)


@given(sources)
def test_inner_facts_keep_their_own_source(inner: tuple[Source, ...]) -> None:
    """A source belongs to the noun on which it stands, not to the one around it."""
    board = Board("b", "B", meetings=(BoardMeeting("Roads", sources=inner),), sources=(REPORT,))
    assert sum(fact.noun is board for fact in facts(board)) == 1
    assert sum(fact.noun is board.meetings[0] for fact in facts(board)) == len(inner)


@pytest.mark.parametrize(
    ("noun", "title"),
    [
        (Event("e", "Eurorando"), "Eurorando"),
        (Member(Municipality("1283", "Helsingborg", "12")), "Helsingborg"),
        (Participation("1283"), "1283"),
        (Declaration("We win"), "We win"),
        (BoardMeeting("Roads"), "Roads"),
        (Count("networks", 40), "networks"),
        (Disagreement("e", "period", ()), "e"),
        (ActionPlan("plan-roads", "roads"), "roads"),
        (Round("first"), "first"),
        (Equal(), ""),
        (None, ""),
    ],
)
def test_titles(noun: object, title: str) -> None:
    """A noun's title is the name, text or id by which a reader knows it, and may be missing."""
    assert title_of(noun) == title


def test_fact_can_be_hashed() -> None:
    """Facts are values: equal ones count once."""
    event = Event("e", "E", sources=(REPORT,))
    assert len({*facts(event), *facts(event)}) == 1


@given(st.lists(st.integers()).map(tuple))
def test_items_of_a_tuple(value: tuple[int, ...]) -> None:
    """A tuple's items are itself."""
    assert items_of(value) == value


@given(st.none() | st.integers() | st.text() | st.lists(st.integers()))
def test_items_of_anything_else(value: object) -> None:
    """What is no tuple is its own only item, a list too."""
    assert items_of(value) == (value,)
    assert fields_of(value) == ()


def test_fields_of_a_noun() -> None:
    """A noun's fields come in the order in which it declares them."""
    assert [field.name for field in fields_of(Count("networks", 40))] == ["of", "number", "approximate", "sources"]
