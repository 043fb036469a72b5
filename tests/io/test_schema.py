"""The JSON Schema: valid, fresh, described throughout, and never at odds with what is read."""

import inspect
import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import familjen
from familjen import model
from familjen.datasets import familjen_helsingborg_2016
from familjen.errors import DocumentError, InvalidValueError
from familjen.io import dumps, json_schema, loads
from familjen.io.document import NOUNS, SCHEMA_VERSION
from familjen.io.schema import bundled_schema
from familjen.testing import NOUN_CLASSES, nouns

few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
COOP = familjen_helsingborg_2016()
every_noun = pytest.mark.parametrize("cls", NOUN_CLASSES, ids=lambda cls: cls.__name__)


@cache
def judge(cls: type) -> jsonschema.Draft202012Validator:
    """Give the validator of a noun's schema, which knows dates."""
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(json_schema(cls), format_checker=checker)


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Give every object inside a schema, itself included."""
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        yield from objects(item)


def test_the_shipped_file_is_fresh() -> None:
    """The shipped file is, byte for byte, what the nouns give today: indented, in real letters, one line end."""
    shipped = resources.files("familjen.io").joinpath("cooperation.schema.json").read_bytes()
    assert shipped.decode("utf-8") == json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    assert bundled_schema() == json_schema()


def test_bundled_data_fit() -> None:
    """The bundled cooperation, written out, fits the shipped schema."""
    validator = jsonschema.Draft202012Validator(bundled_schema())
    assert list(validator.iter_errors(json.loads(dumps(COOP)))) == []


@every_noun
def test_every_schema_is_valid(cls: type) -> None:
    """Every noun's schema is valid by draft 2020-12, says so, and refers only to definitions that it holds."""
    schema = json_schema(cls)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == cls.__name__
    used = {inner["$ref"].removeprefix("#/$defs/") for inner in objects(schema) if "$ref" in inner}
    assert used == set(schema["$defs"])
    assert list(schema["$defs"]) == sorted(schema["$defs"])


@every_noun
def test_every_property_is_described(cls: type) -> None:
    """Every property of every object in a noun's schema says what it means, tags apart."""
    schema = json_schema(cls)
    for inner in objects(schema):
        for name, described in inner.get("properties", {}).items() if inner.get("type") == "object" else ():
            assert described.get("description") or (name == "type" and "const" in described)
    assert all(inner["description"] for inner in (schema, *schema["$defs"].values()))


@every_noun
def test_properties_are_the_fields(cls: type) -> None:
    """A noun's schema has its fields in order after the envelope, requires those without a default, and no more."""
    schema = json_schema(cls)
    fields = attrs.fields(cls)
    assert list(schema["properties"]) == ["schema_version", "type", *(field.name for field in fields)]
    needed = [field.name for field in fields if field.default is attrs.NOTHING]
    assert schema["required"] == ["schema_version", *needed]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["schema_version"]["const"] == SCHEMA_VERSION
    assert NOUNS[schema["properties"]["type"]["const"]] is cls
    assert schema["description"] == inspect.cleandoc(cls.__doc__ or "").split("\n")[0]


def test_every_object_is_closed() -> None:
    """No object anywhere in the schema lets unknown names pass."""
    found = [inner for inner in objects(json_schema()) if inner.get("type") == "object"]
    assert len(found) > 30
    assert all(inner["additionalProperties"] is False for inner in found)


def test_every_pattern_fits_the_whole_text() -> None:
    """Every pattern in the schema is anchored at both ends."""
    patterns = {inner["pattern"] for inner in objects(json_schema()) if isinstance(inner.get("pattern"), str)}
    assert len(patterns) > 5
    assert all(pattern.startswith("^") and pattern.endswith("$") for pattern in patterns)


@every_noun
@given(data=st.data())
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_written_fits(cls: type, data: st.DataObject) -> None:
    """Any noun that is written fits its schema, indented or not."""
    noun = data.draw(nouns(cls))
    assert list(judge(cls).iter_errors(json.loads(dumps(noun)))) == []
    assert json.loads(dumps(noun, indent=1)) == json.loads(dumps(noun))


SMALL = (model.Source, model.Count, model.Share, model.Rate, model.Decision, model.Municipality, model.GoalArea)
values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3_000),
    st.text(max_size=4),
    st.sampled_from(
        ["2016-01-01", "2016-13-01", "20160101", "1/3", "1.5", "1283", "12", "https://a.se", "a b", "x ", []]
    ),
    st.lists(st.sampled_from(["a", "a b", ""]), max_size=2),
)


@given(st.sampled_from(SMALL), st.data())
@settings(max_examples=60, deadline=None)
def test_what_is_read_fits(cls: type, data: st.DataObject) -> None:
    """Whatever small document is read also fits the schema: it never demands more than reading does."""
    names = [field.name for field in attrs.fields(cls)]
    body = data.draw(st.dictionaries(st.sampled_from([*names, "zzz"]), values, max_size=6))
    document = {"schema_version": 1, **data.draw(nouns(cls).map(lambda noun: json.loads(dumps(noun)))), **body}
    try:
        loads(json.dumps(document), cls)
        read = True
    except DocumentError:
        read = False
    assert judge(cls).is_valid(document) or not read


@pytest.mark.parametrize(
    ("cls", "body"),
    [
        (model.Source, {}),
        (model.Source, {"title": "T", "titel": "T"}),
        (model.Source, {"title": 5}),
        (model.Source, {"title": ""}),
        (model.Source, {"title": " T"}),
        (model.Source, {"title": "T", "url": "www.example.org"}),
        (model.Source, {"title": "T", "retrieved": "20160101"}),
        (model.Source, {"title": "T", "retrieved": "2016-13-01"}),
        (model.Source, {"title": "T", "retrieved": 2016}),
        (model.Count, {"of": "networks", "number": -1}),
        (model.Count, {"of": "networks", "number": 1.5}),
        (model.Count, {"of": "networks", "number": True}),
        (model.Count, {"of": "networks", "number": "40"}),
        (model.Count, {"of": "networks", "number": 40, "approximate": "about"}),
        (model.Rate, {"per_inhabitant": 21}),
        (model.Rate, {"per_inhabitant": "21,50"}),
        (model.Rate, {"per_inhabitant": "NaN"}),
        (model.Share, {"party": "1283", "share": "0.5"}),
        (model.Share, {"party": "a b", "share": "1/2"}),
        (model.Municipality, {"code": "128", "name": "H", "county": "12"}),
        (model.Municipality, {"code": "12833", "name": "H", "county": "12"}),
        (model.Municipality, {"code": 1283, "name": "H", "county": "12"}),
        (model.Member, {"party": {"code": "1283", "name": "H", "county": "12"}}),
        (model.Member, {"party": {"type": "city", "code": "1283", "name": "H", "county": "12"}}),
        (model.Member, {"party": {"type": "region", "code": "12", "name": "S", "county": "12"}}),
        (model.Partner, {"id": "p", "name": "P", "kind": "Agency"}),
        (model.GoalArea, {"id": "g", "name": "G", "responsible": "1283"}),
        (model.GoalArea, {"id": "g", "name": "G", "responsible": ["a b"]}),
        (model.GoalArea, {"id": "g", "name": "G", "responsible": [5]}),
        (model.Decision, {"by": "1283", "year": 20}),
        (model.Agreement, {"id": "a", "name": "A", "form": "contract", "currency": "kr"}),
        (model.Agreement, {"id": "a", "name": "A", "form": "contract", "period": 5}),
        (model.Cooperation, {"id": "x", "name": "X", "members": None}),
    ],
    ids=range(33),
)
def test_schema_and_reader_refuse_the_same(cls: type, body: dict[str, Any]) -> None:
    """A document of a wrong form is refused by the schema and by the reader alike."""
    document = {"schema_version": 1, **body}
    assert not judge(cls).is_valid(document)
    with pytest.raises(DocumentError):
        loads(json.dumps(document), cls)


@pytest.mark.parametrize(
    "envelope", [{}, {"schema_version": 2}, {"schema_version": "1"}, {"schema_version": 1, "type": "x"}]
)
def test_envelopes_that_are_none(envelope: dict[str, Any]) -> None:
    """A document of another version or noun is refused by the schema and by the reader alike."""
    document = {**envelope, "title": "T"}
    assert not judge(model.Source).is_valid(document)
    with pytest.raises(DocumentError):
        loads(json.dumps(document), model.Source)


@given(st.data())
@few
def test_a_refused_property_of_the_bundled_data(data: st.DataObject) -> None:
    """With any one property of the bundled cooperation made an object of nonsense, schema and reader refuse it."""
    document = json.loads(dumps(COOP))
    name = data.draw(st.sampled_from([name for name in document if name not in {"schema_version", "type"}]))
    document[name] = {"nonsense": 1}
    assert not judge(model.Cooperation).is_valid(document)
    with pytest.raises(DocumentError):
        loads(json.dumps(document))


@pytest.mark.parametrize("noun", [int, str, None, "source", [], model.LegalForm, COOP, Exception], ids=range(8))
def test_only_nouns_have_a_schema(noun: Any) -> None:
    """What is no noun's class has no schema, and the sentence says so."""
    with pytest.raises(InvalidValueError, match="is not a noun that a document can hold") as caught:
        json_schema(noun)
    assert caught.value.attribute == "noun"


def test_schemas_are_fresh_objects() -> None:
    """Changing a schema that was given changes no other."""
    familjen.json_schema()["properties"].clear()
    assert list(json_schema()["properties"])[:3] == ["schema_version", "type", "id"]
