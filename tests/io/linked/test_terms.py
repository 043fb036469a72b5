"""What the vocabularies and the list of what is told promise."""

import datetime as dt
import enum
import json
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from rdflib.namespace import DCAT, DCTERMS, ORG, PROV, SDO, SKOS, TIME, XSD
from tests.io.linked.made_up import cooperation

from familjen.datasets import familjen_helsingborg_2016
from familjen.dates import Period
from familjen.errors import InvalidValueError
from familjen.io.linked import linked_data
from familjen.io.linked.context import CONTEXT
from familjen.io.linked.expressed import EXPRESSED, Unexpressed
from familjen.model import Cooperation
from familjen.testing import nouns

CLOSED: dict[str, Any] = {
    "org": ORG,
    "dcterms": DCTERMS,
    "skos": SKOS,
    "prov": PROV,
    "dcat": DCAT,
    "schema": SDO,
    "time": TIME,
    "xsd": XSD,
}
"""Vocabularies whose terms rdflib knows."""

KNOWN = {
    "adms": {"Identifier", "identifier", "schemaAgency"},
    "cpsv": {"PublicService"},
    "m8g": {"PublicOrganisation", "Participation", "hasParticipation", "hasParticipant", "role"},
}
"""Terms of the others: ADMS 2.0, CPOV 2.1 and CPSV-AP 3.2, as they are published."""


def _terms(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _terms(each)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name == "@type":
                yield from [inner] if isinstance(inner, str) else inner
            elif not name.startswith("@"):
                yield name
            yield from _terms(inner) if name != "@type" else ()


def test_each_term_is_in_its_vocabulary() -> None:
    """No class, property or datatype is made up: each is one of the published ones."""
    terms = {
        tuple(term.split(":"))
        for coop in (cooperation(), familjen_helsingborg_2016())
        for term in _terms(linked_data(coop).document["@graph"])
    }
    assert {prefix for prefix, _ in terms} == set(CONTEXT)
    unknown = [
        (prefix, name)
        for prefix, name in terms
        if (name not in CLOSED[prefix] if prefix in CLOSED else name not in KNOWN[prefix])
    ]
    assert not unknown


def test_prefixes_are_the_vocabularies() -> None:
    """Each prefix stands for the vocabulary's own namespace, letter for letter."""
    assert {prefix: str(CLOSED[prefix]) for prefix in CLOSED} == {prefix: CONTEXT[prefix] for prefix in CLOSED}
    assert {prefix: CONTEXT[prefix] for prefix in KNOWN} == {
        "adms": "http://www.w3.org/ns/adms#",
        "cpsv": "http://purl.org/vocab/cpsv#",
        "m8g": "http://data.europa.eu/m8g/",
    }


def test_the_context_is_in_the_document() -> None:
    """A reader fetches nothing: the context is an object in the document, with no address of another."""
    context = linked_data(cooperation()).document["@context"]
    assert context == dict(CONTEXT)


def _each(noun: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any, str]]:
    """Give each told attribute of each noun that holds something, with the way to it."""
    for name in sorted(EXPRESSED[type(noun)]):
        value = getattr(noun, name)
        items = value if isinstance(value, tuple) else (value,)
        if value is not None and value != ():
            yield path, noun, name
        for index, item in enumerate(items):
            if attrs.has(type(item)):
                yield from _each(item, (*path, (name, index if isinstance(value, tuple) else None)))


def _put(noun: Any, path: tuple[Any, ...], name: str, value: Any) -> Any:
    if not path:
        return attrs.evolve(noun, **{name: value})
    (step, index), rest = path[0], path[1:]
    held = getattr(noun, step)
    inner = _put(held if index is None else held[index], rest, name, value)
    changed = inner if index is None else (*held[:index], inner, *held[index + 1 :])
    return attrs.evolve(noun, **{step: changed})


def _another(noun: Any, name: str) -> Any:
    """Give another value that the attribute may have."""
    value = getattr(noun, name)
    other: dict[str, Any] = {
        "code": "1499" if len(str(value)) == 4 else "11",
        "county": "13",
        "country": "DK",
        "org_number": "212000-1157",
    }
    if isinstance(value, tuple):
        return value[:-1]
    if isinstance(value, enum.Enum):
        return next(each for each in type(value) if each is not value)
    if isinstance(value, Period):
        return Period.year(1999)
    if isinstance(value, dt.date):
        return value.replace(day=value.day - 1 if value.day > 1 else 2)
    return None if attrs.has(type(value)) else other.get(name, f"{value}x")


_ATTRIBUTES = list(_each(cooperation()))


@pytest.mark.parametrize("number", range(len(_ATTRIBUTES)))
def test_what_is_said_to_be_told_is_told(number: int) -> None:
    """A change of any attribute that is said to be told changes the data; none is said in vain."""
    coop = cooperation()
    path, noun, name = _ATTRIBUTES[number]
    if name == "party" and attrs.has(type(noun.party)):
        return  # a party is told by its own attributes
    changed = _put(coop, path, name, _another(noun, name))
    try:
        told = linked_data(changed).to_json()
    except InvalidValueError as error:
        told = str(error)  # a party that is a member twice may not differ from itself
        assert "two different things" in told or "is not" in told
    assert told != linked_data(coop).to_json()


def test_every_noun_that_is_told_is_tried() -> None:
    """The made-up cooperation holds each attribute that is said to be told."""
    tried = {(type(noun), name) for _, noun, name in _ATTRIBUTES}
    said = {(cls, name) for cls, names in EXPRESSED.items() for name in names}
    never = {(cls.__name__, name) for cls, name in said - tried if name != "sources"}
    assert never == set()


def test_attributes_that_are_said_exist() -> None:
    """The list of what is told names attributes that the nouns have."""
    assert all(names <= {field.name for field in attrs.fields(cls)} for cls, names in EXPRESSED.items())


def test_what_is_not_told_is_listed() -> None:
    """What has no words is counted by attribute, in either language."""
    told = linked_data(cooperation())
    assert told.left_out == (
        Unexpressed("source", "retrieved", told.left_out[0].number),
        Unexpressed("area", "main", 1),
        Unexpressed("round", "participants", 1),
        Unexpressed("event", "spending", 1),
    )
    assert told.notes("sv")[-1] == "Uttrycks inte: spending i event, totalt 1"


@given(nouns(Cooperation))
@settings(max_examples=12, deadline=None)
def test_nothing_is_lost_without_a_word(coop: Cooperation) -> None:
    """Each attribute that holds something is told of or listed, in whatever cooperation."""
    try:
        told = linked_data(coop)
    except InvalidValueError:  # two nouns of a kind have the same id
        return
    listed = {(each.noun, each.attribute) for each in told.left_out}
    for field in attrs.fields(Cooperation):
        value = getattr(coop, field.name)
        if field.name not in EXPRESSED[Cooperation]:
            assert (value != field.default) == (("cooperation", field.name) in listed)
    assert json.loads(told.to_json()) == told.document
