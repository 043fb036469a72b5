"""Which sentence states what, and what is our own reading."""

from collections import defaultdict
from typing import Any

import attrs
import pytest

from familjen.datasets import Fact, facts
from familjen.datasets.facts import title_of
from familjen.datasets.familjen_helsingborg.annual_report import said
from familjen.datasets.familjen_helsingborg.other_sources import ABOUT_US
from familjen.datasets.familjen_helsingborg.stated import READINGS, STATED, stated_by
from familjen.model import Cooperation


def key_of(fact: Fact) -> str:
    """Give the id of a fact's noun, or the field in which it stands."""
    return getattr(fact.noun, "id", "") or (fact.place or ("",))[-1]


def by_key(coop: Cooperation) -> dict[str, list[Fact]]:
    """Give the facts of the data set, apart from the disputes, by the noun's key."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts(coop):
        if fact.place[:1] != ("disagreements",):
            found[key_of(fact)].append(fact)
    return found


def known_fields(noun: Any) -> set[str]:
    """Give the attributes that say something: neither empty, nor the noun's name, nor facts of their own."""
    return {
        field.name
        for field in attrs.fields(type(noun))
        if field.name not in {"id", "name", "theme", "sources", "currency"}
        and getattr(noun, field.name) != field.default
        and not holds_facts(getattr(noun, field.name))
    }


def holds_facts(value: Any) -> bool:
    """Say whether a value is a noun, or a tuple of them, that sources stand on."""
    return any(True for item in (value if isinstance(value, tuple) else (value,)) for _ in facts(item))


@pytest.mark.parametrize("key", STATED)
def test_every_known_attribute_is_stated_or_read(coop: Cooperation, key: str) -> None:
    """Each attribute of a noun with several sources is stated by one of them or declared as our reading."""
    stated = {field.partition(":")[0] for fields in STATED[key].values() for field in fields}
    read = {field for noun, field in READINGS if noun == key}
    for fact in by_key(coop)[key]:
        assert known_fields(fact.noun) <= stated | read


@pytest.mark.parametrize("key", STATED)
def test_every_stated_attribute_is_known(coop: Cooperation, key: str) -> None:
    """A sentence is not said to state an attribute that the data set leaves empty."""
    stated = {field.partition(":")[0] for fields in STATED[key].values() for field in fields}
    for fact in by_key(coop)[key]:
        assert stated <= known_fields(fact.noun) | {"currency"}


@pytest.mark.parametrize("key", STATED)
def test_each_statement_belongs_to_a_source(coop: Cooperation, key: str) -> None:
    """The sources named for a noun are exactly the sources that stand on it."""
    sources = {fact.source.quote or fact.source.title for fact in by_key(coop)[key]}
    assert len(sources) == len(STATED[key])
    assert all(any(source.startswith(start) for start in STATED[key]) for source in sources)


def test_every_item_of_a_numbered_field_is_stated(coop: Cooperation) -> None:
    """Where tasks are stated one by one, none is left out."""
    for key, by_source in STATED.items():
        numbered = {field for fields in by_source.values() for field in fields if ":" in field}
        if numbered:
            count = len(by_key(coop)[key][0].noun.tasks)
            assert numbered == {f"tasks:{index}" for index in range(count)}


def test_nouns_with_several_sources_say_which_states_what(coop: Cooperation) -> None:
    """A noun that rests on several sources and holds more than its name is listed."""
    for key, stated in by_key(coop).items():
        several = len({fact.source for fact in stated if fact.noun == stated[0].noun}) > 1
        noun = stated[0].noun
        told = {field for field in known_fields(noun) - {"party"} if getattr(noun, field) != title_of(noun)}
        if several and any((key, field) not in READINGS for field in told):
            assert key in STATED


@pytest.mark.parametrize(("key", "field"), READINGS)
def test_readings_are_about_the_data(coop: Cooperation, key: str, field: str) -> None:
    """Each reading is about an attribute that the data set holds, and gives a reason in a whole sentence."""
    nouns = [fact.noun for fact in by_key(coop)[key]]
    assert nouns
    assert all(getattr(noun, field) is not None for noun in nouns)
    assert READINGS[key, field].endswith(".")


def test_a_sentence_states_its_attributes() -> None:
    """A sentence states those attributes of a noun that are listed for it."""
    (source,) = said("Vandringsevenemanget")
    assert stated_by(source, "eurorando") == ("participants", "countries")


def test_a_page_states_its_attributes() -> None:
    """A source without a quote is known by its title."""
    assert stated_by(ABOUT_US, "samarbetsavtal-2016") == ("period", "host", "tasks:1", "currency")


def test_a_noun_with_one_source_is_stated_whole() -> None:
    """For a noun that is not listed, its source states everything."""
    assert stated_by(ABOUT_US, "cost_clause") is None


def test_a_source_that_is_not_listed_states_nothing() -> None:
    """A source that a noun does not rest on states nothing of it."""
    assert stated_by(ABOUT_US, "eurorando") == ()
