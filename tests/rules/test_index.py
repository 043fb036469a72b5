"""What rules look up is gathered once and shared."""

from unittest import mock

import pytest
from hypothesis import given, settings
from tests.rules.drawn import PARTIES, coop_of, look, messy, paths

from familjen import model
from familjen.dates import Period
from familjen.rules import RULES, check, index
from familjen.rules.entries import Entry, Kind, entries
from familjen.rules.index import index_of, sharing_index
from familjen.rules.mentions import Mention
from familjen.rules.names import municipality_name


def test_built_once() -> None:
    """A check builds one index, however many rules it asks."""
    with mock.patch.object(index, "_build", wraps=index._build) as build:
        check(coop_of(), rules=RULES)
    assert build.call_count == 1


def test_shared() -> None:
    """Inside a check a cooperation has one index; another one, and the same one afterwards, have their own."""
    coop, other = coop_of(), coop_of(events=(model.Event("x", "X"),))
    with sharing_index(coop):
        shared = index_of(coop)
        assert index_of(coop) is shared
        assert [entry.id for entry in index_of(other).entries] == ["trafikverket", "x"]
        with sharing_index(other):
            assert index_of(coop) is not shared
            assert index_of(other) is index_of(other)
        assert index_of(coop) is shared
    assert index_of(coop) is not shared


def test_not_shared_after_an_error() -> None:
    """An index is not shared any more once an error has gone by."""
    coop = coop_of()
    with pytest.raises(RuntimeError), sharing_index(coop):
        raise RuntimeError
    assert index_of(coop) is not index_of(coop)


def test_party_names() -> None:
    """A party is shown with its name and id, also when it is only known from the list of municipalities."""
    found = index_of(coop_of(other_parties=(model.Region("12", "Skåne"),)))
    assert found.party("1283") == "Helsingborg (1283)"
    assert found.party("12") == "Skåne (12)"
    assert found.party("1280") == "Malmö (1280)"
    assert found.party("1238") == "1238"


def test_municipality_names() -> None:
    """Only four digits that are a code today have a name."""
    assert [municipality_name(code) for code in ("0114", "114", "Lund", "９９９９", "", "0000")] == [
        "Upplands Väsby",
        *[None] * 5,
    ]


def test_first_of_several() -> None:
    """Of agreements with one id the first is looked up, and memberships are gathered in their order."""
    agreements = tuple(model.Agreement("a", name, model.LegalForm.CONTRACT) for name in ("First", "Second"))
    periods = (Period.year(2016), None, Period.year(2014))
    members = tuple(model.Member(PARTIES[0], period=period) for period in periods)
    found = index_of(model.Cooperation("par", "A pair", members=members, agreements=agreements))
    assert found.agreements["a"].name == "First"
    assert found.memberships == {"1283": periods}


def test_near() -> None:
    """Swapped letters are nearest, then what looks alike; what looks like nothing has no near match."""
    near = index_of(coop_of()).near
    known = frozenset({"1284", "1283", "ab"})
    assert near("1238", known) == "1283"
    assert near("1285", known) == "1284"
    assert near("ba", known) == "ab"
    assert near("xyz", known) is None
    assert near("1238", frozenset()) is None


def test_near_has_a_bound() -> None:
    """After a hundred different words no further near match is looked for, and answers that were given stay."""
    near = index_of(coop_of()).near
    known = frozenset({"unknown"})
    answers = [near(f"unknown{n}", known) for n in range(150)]
    assert answers == ["unknown"] * 100 + [None] * 50
    assert near("unknown0", known) == "unknown"


def test_container() -> None:
    """The container is the nearest noun around that has a period."""
    plan = Entry(Kind.PLAN, "vp", "$.plans[0]", Period.year(2016))
    part = Entry(Kind.ACTION_PLAN, "hp", "$.plans[0].action_plans[0]", None, plan)
    dated = Entry(Kind.ACTION_PLAN, "hp", "$.plans[0].action_plans[0]", Period.year(2016), plan)
    assert Entry(Kind.ACTIVITY, "x", "$", None, part).container is plan
    assert Entry(Kind.ACTIVITY, "x", "$", None, dated).container is dated
    assert part.container is plan
    assert plan.container is None
    assert Entry(Kind.ROUND, "x", "$", None, Entry(Kind.PROGRAM, "y", "$")).container is None


def test_mention_paths() -> None:
    """A mention gives the path of each of its ids, whether they stand in a list, in participations, or alone."""
    entry = Entry(Kind.EVENT, "x", "$.events[0]")
    assert Mention(entry, "a host", "$.events[0].hosts", ("a", "b")).at(1) == "$.events[0].hosts[1]"
    assert Mention(entry, "a member", "$.x", ("a",), "[{}].party").at(0) == "$.x[0].party"
    assert Mention(entry, "the host", "$.x.host", ("a",), "").at(0) == "$.x.host"


@given(messy())
@settings(max_examples=40, deadline=None)
def test_entries_are_the_nouns(coop: model.Cooperation) -> None:
    """Entries are all the nouns of a document that have an id of their own, each with its path and its period."""
    parties = (*(type(party) for party in PARTIES), model.Cooperation)
    nouns = {path: noun for path, noun in paths(coop) if hasattr(noun, "id") and type(noun) not in parties}
    found = {entry.path: entry for entry in entries(coop)}
    assert found.keys() == nouns.keys()
    for path, entry in found.items():
        assert (entry.id, entry.period) == (nouns[path].id, getattr(nouns[path], "period", None))
        assert entry.within is None or path.startswith(entry.within.path)


@given(messy())
@settings(max_examples=40, deadline=None)
def test_mentions_lead_to_ids(coop: model.Cooperation) -> None:
    """Every mention's paths lead to the ids that it holds, and belong to the noun that names them."""
    found = index_of(coop)
    for mention in (*found.mentions, *found.partner_mentions, *found.goal_area_mentions):
        assert mention.ids
        assert mention.path.startswith(mention.entry.path)
        assert [look(coop, mention.at(i)) for i in range(len(mention.ids))] == list(mention.ids)
        assert not mention.parts or tuple(part.party for part in mention.parts) == mention.ids
