"""The data set as a whole: its sources, its ids, and how it stands on a day."""

import copy
import datetime as dt
import pickle
from collections import Counter
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.datasets import facts, familjen_helsingborg_2016
from familjen.datasets.familjen_helsingborg import other_sources
from familjen.datasets.familjen_helsingborg.annual_report import NO_FACTS, TITLE, URL, sentences, text
from familjen.errors import UnknownIdError
from familjen.model import Cooperation, Source

OTHERS = {getattr(other_sources, name) for name in other_sources.__all__}
days = st.dates(dt.date(2010, 1, 1), dt.date(2030, 12, 31))


def nouns(value: Any) -> list[Any]:
    """Give every noun inside a value, sources apart."""
    if isinstance(value, tuple):
        return [noun for item in value for noun in nouns(item)]
    if not attrs.has(type(value)) or isinstance(value, Source):
        return []
    return [value, *(noun for field in attrs.fields(type(value)) for noun in nouns(getattr(value, field.name)))]


@pytest.mark.parametrize("sentence", sentences())
def test_every_sentence_is_a_fact(coop: Cooperation, sentence: str) -> None:
    """Every sentence of the text is a fact of the data set, apart from the lines that state none."""
    stated = [fact for fact in facts(coop) if fact.source.quote == sentence and fact.place[:1] != ("disagreements",)]
    assert bool(stated) != (sentence in NO_FACTS)


def test_quotes_are_verbatim(coop: Cooperation) -> None:
    """Each quote stands in the text as it is, with the page's title and address."""
    quoted = [fact.source for fact in facts(coop) if fact.source.quote]
    assert len(quoted) > 100
    for source in quoted:
        assert source.quote in text()
        assert (source.title, source.url) == (TITLE, URL)


def test_other_sources_are_not_quoted(coop: Cooperation) -> None:
    """What is retold carries no quote, and its source is one of those that are listed."""
    retold = {fact.source for fact in facts(coop) if fact.source.title != TITLE}
    assert retold == OTHERS
    assert all(source.quote is None for source in retold)


def test_no_day_of_reading_is_made_up(coop: Cooperation) -> None:
    """When the sources were read was not noted, so no source has a day."""
    assert all(fact.source.retrieved is None for fact in facts(coop))


def test_every_noun_with_an_id_has_a_source(coop: Cooperation) -> None:
    """Nothing that has an id stands in the data set without a source; a municipality has its membership's."""
    for noun in nouns(coop):
        if hasattr(noun, "sources") and hasattr(noun, "id"):
            assert noun.sources, noun


def test_no_source_stands_twice_on_a_noun(coop: Cooperation) -> None:
    """A noun names each of its sources once."""
    for noun in nouns(coop):
        assert not hasattr(noun, "sources") or len(set(noun.sources)) == len(noun.sources)


def test_ids_are_unique(coop: Cooperation) -> None:
    """No two nouns share an id, of whatever kind they are."""
    ids = Counter(noun.id for noun in nouns(coop) if hasattr(noun, "id"))
    assert [key for key, times in ids.items() if times > 1] == []


def test_ids_are_readable(coop: Cooperation) -> None:
    """Ids are plain lower-case words, hyphens and digits, so that they can be typed anywhere."""
    for noun in nouns(coop):
        if hasattr(noun, "id"):
            assert noun.id.isascii()
            assert noun.id == noun.id.lower()
            assert noun.id.replace("-", "").isalnum()


def test_references_lead_somewhere(coop: Cooperation) -> None:
    """Each party, partner and goal area that is referred to exists."""
    fields = {"party": coop.party, "provider": coop.party, "host": coop.party, "goal_area": coop.goal_area}
    several = {"partners": coop.partner, "hosts": coop.party, "goal_areas": coop.goal_area, "responsible": coop.party}
    found = 0
    for noun in nouns(coop):
        for name, look_up in fields.items():
            value = getattr(noun, name, None)
            found += isinstance(value, str) and look_up(value).id == value
        for name, look_up in several.items():
            values = getattr(noun, name, None)
            keys = [key for key in values if isinstance(key, str)] if isinstance(values, tuple) else []
            found += sum(look_up(key).id == key for key in keys)
    assert found > 40


def test_disputes_are_about_something(coop: Cooperation) -> None:
    """Each disagreement is about an attribute of a noun that exists."""
    for dispute in coop.disagreements:
        assert hasattr(coop.shared_service(dispute.subject), dispute.attribute)


def test_built_once() -> None:
    """The cooperation is built once and shared."""
    assert familjen_helsingborg_2016() is familjen_helsingborg_2016()


def test_hashable(coop: Cooperation) -> None:
    """The whole can be a member of a set, and counts once however often it is built."""
    assert len({coop, familjen_helsingborg_2016.__wrapped__()}) == 1


def test_building_twice_gives_equals(coop: Cooperation) -> None:
    """Two builds are equal and not the same."""
    again = familjen_helsingborg_2016.__wrapped__()
    assert again == coop
    assert again is not coop


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_picklable(coop: Cooperation, protocol: int) -> None:
    """The whole survives pickling."""
    assert pickle.loads(pickle.dumps(coop, protocol)) == coop


def test_copyable(coop: Cooperation) -> None:
    """A deep copy is equal to the original."""
    assert copy.deepcopy(coop) == coop


def test_unchangeable(coop: Cooperation) -> None:
    """Nobody can change the shared cooperation for others."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        coop.name = "Other"  # type: ignore[misc]  # that it cannot be assigned is the promise


def test_can_be_evolved(coop: Cooperation) -> None:
    """A user can make a variant, and the shared one stays as it is."""
    variant = attrs.evolve(coop, name="A variant")
    assert (variant.name, coop.name) == ("A variant", "Familjen Helsingborg")
    assert variant.members == coop.members


def test_the_last_day_of_2015(coop: Cooperation) -> None:
    """On the last day of 2015 the new agreement, the plan, family law and the events are not there yet."""
    before = coop.on(dt.date(2015, 12, 31))
    assert (before.agreements, before.plans, before.shared_services, before.events) == ((), (), (), ())
    assert before.board is not None
    assert before.board.meetings == ()
    assert [program.rounds for program in before.programs] == [(), ()]
    assert len(before.members) == 11
    assert before.goal_areas == coop.goal_areas


def test_the_first_day_of_2016(coop: Cooperation) -> None:
    """On the first day of 2016 everything of that year is there."""
    assert coop.on(dt.date(2016, 1, 1)) == coop


def test_after_the_plan(coop: Cooperation) -> None:
    """After 2019 the plan is over, while the agreement, whose last day is not known, is still there."""
    after = coop.on(dt.date(2020, 1, 1))
    assert after.plans == ()
    assert after.agreements == coop.agreements
    assert after.events == coop.events


@given(days)
def test_members_stand_on_every_day(day: dt.date) -> None:
    """As no membership has a period, all eleven are members on any day."""
    assert familjen_helsingborg_2016().on(day).members == familjen_helsingborg_2016().members


@given(days)
def test_a_day_adds_nothing(day: dt.date) -> None:
    """As it stood on a day, the cooperation has no fact that the whole does not have."""
    then = {(fact.place, fact.source) for fact in facts(familjen_helsingborg_2016().on(day))}
    assert then <= {(fact.place, fact.source) for fact in facts(familjen_helsingborg_2016())}


@given(days)
def test_looking_twice_at_a_day_changes_nothing(day: dt.date) -> None:
    """The cooperation on a day, seen on that day, is the same."""
    then = familjen_helsingborg_2016().on(day)
    assert then.on(day) == then


@given(st.dates(dt.date(2016, 1, 1), dt.date(2016, 12, 31)))
def test_the_whole_of_2016(day: dt.date) -> None:
    """The data set describes 2016: on every day of that year all of it stands."""
    assert familjen_helsingborg_2016().on(day) == familjen_helsingborg_2016()


@given(days, days)
def test_what_has_happened_stays(one: dt.date, other: dt.date) -> None:
    """An event that had begun on a day is there on every later day."""
    earlier, later = sorted((one, other))
    coop = familjen_helsingborg_2016()
    assert set(coop.on(earlier).events) <= set(coop.on(later).events)


@given(st.sampled_from(["Helsinborg", "helsingborg", "1238", ""]))
def test_unknown_party_is_refused(name: str) -> None:
    """A party is looked up by its code, and anything else is refused."""
    with pytest.raises(UnknownIdError):
        familjen_helsingborg_2016().party(name)


def test_summary(coop: Cooperation) -> None:
    """The summary says in a few lines what Familjen Helsingborg is."""
    name, _, principle, numbers = coop.summary().splitlines()
    assert name == "Familjen Helsingborg"
    assert "over time" in principle
    assert numbers.startswith("11 members, 5 goal areas, 1 operational plan, 1 agreement")
    assert numbers.endswith("about 40 networks")
