"""Documents: what is written is read back, and what is wrong is said, all of it, at its place."""

import json
import os
import pickle
import stat
from decimal import Decimal
from pathlib import Path
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
from familjen.io import dump, dumps, json_schema, load, loads
from familjen.io.convert import quick, thorough
from familjen.io.document import NOUNS, open_envelope
from familjen.io.schema import bundled_schema
from familjen.testing import NOUN_CLASSES, nouns

COOP = familjen_helsingborg_2016()
TEXT = dumps(COOP)
START = '{"schema_version": 1, "id": "x", "name": "X"'
slow_to_make = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))

any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def problems(document: str | bytes, **more: Any) -> dict[str, str]:
    """Give the problems of a document that must be refused."""
    with pytest.raises(DocumentError) as caught:
        loads(document, **more)
    assert all(path in str(caught.value) for path, _ in caught.value.problems[:20])
    return dict(caught.value.problems)


@pytest.mark.parametrize("cls", NOUN_CLASSES, ids=lambda cls: cls.__name__)
@given(data=st.data())
@slow_to_make
def test_every_noun_survives(cls: type, data: st.DataObject) -> None:
    """Any noun written as JSON is read back as an equal one, by both converters, and fits its own schema."""
    noun = data.draw(nouns(cls))
    text = dumps(noun)
    assert loads(text, cls) == noun == loads(dumps(noun, indent=2), cls)
    body = open_envelope(json.loads(text), cls)
    assert thorough().structure(body, cls) == noun
    jsonschema.Draft202012Validator(json_schema(cls)).validate(json.loads(text))
    assert hash(noun) == hash(pickle.loads(pickle.dumps(noun)))
    assert attrs.evolve(noun) == noun


def test_the_bundled_cooperation_survives() -> None:
    """The bundled cooperation is read back as it was, and writing it again gives the same text."""
    assert loads(TEXT) == COOP
    assert dumps(loads(TEXT)) == TEXT
    assert loads(TEXT.encode()) == COOP


def test_names_stand_in_the_order_of_the_fields() -> None:
    """A document begins with version and type, and its names follow the noun's fields."""
    names = list(json.loads(TEXT))
    fields = [field.name for field in attrs.fields(model.Cooperation)]
    assert names[:2] == ["schema_version", "type"]
    assert names[2:] == [name for name in fields if name in names]


@pytest.mark.parametrize("where", range(0, len(dumps(COOP.agreements[0])) - 1, 7))
def test_a_document_cut_short_is_refused(where: int) -> None:
    """Wherever a document is cut, it is refused with a sentence."""
    assert set(problems(dumps(COOP.agreements[0])[:where], noun=model.Agreement)) == {"$"}


@given(any_json)
@settings(max_examples=60, deadline=None)
def test_any_json_is_taken_or_refused(value: Any) -> None:
    """Whatever JSON comes, nothing but a DocumentError is raised."""
    assert problems(json.dumps(value))
    assert problems(json.dumps({"schema_version": 1, "id": "x", "name": value, "members": value, "board": value}))


@given(st.binary(max_size=40) | st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_refused(document: Any) -> None:
    """Whatever bytes or text come, nothing but a DocumentError is raised."""
    assert problems(document)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deeper for step, inner in steps for deeper in _paths(inner, (*path, step)))]


PATHS = [path for path in _paths(json.loads(TEXT)) if path and path[0] not in {"schema_version", "type"}]


@given(st.sampled_from(PATHS), st.sampled_from([None, 5, 1.5, True, "x y", "", [], {}, "2016-13-01", [1], {"a": 1}]))
@settings(max_examples=60, deadline=None)
def test_both_converters_agree(path: tuple[Any, ...], nonsense: Any) -> None:
    """With any value replaced by nonsense, the quick converter refuses just what the thorough one does."""
    body = json.loads(TEXT)
    del body["schema_version"], body["type"]
    inner = body
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = nonsense
    results = []
    for converter in (quick(), thorough()):
        try:
            results.append(converter.structure(body, model.Cooperation))
        except Exception:  # noqa: BLE001 - any refusal counts
            results.append(None)
    assert results[0] == results[1]


def test_all_problems_are_told_at_once() -> None:
    """Every problem of a document is told, each with its JSONPath, in one error."""
    document = (
        START + ', "period": {"first_day": "2016-13-01"}, "titel": 1, "members": [{"party": {"type": "municipality", '
        '"code": "12", "name": "", "county": 5}}, 3, {"party": {"type": "city"}}, {"party": {}}], "reasons": "abc", '
        '"agreements": [{"id": "a b", "form": "federatoin", "period": {"first_day": "2016-02-01", '
        '"last_day": "2015-01-01"}, "cost_clause": {"steps": [{"type": "rate", "per_inhabitant": 21.5}], '
        '"unit": "NaN"}}]}'
    )
    told = problems(document)
    assert told["$.period.first_day"] == "'2016-13-01' is not a date (YYYY-MM-DD)"
    assert told["$.members[0].party.county"].startswith("5 is not")
    assert told["$.members[1]"].startswith("3 is not an object")
    assert "'city' is no type here" in told["$.members[2].party"]
    assert "has no 'type'" in told["$.members[3].party"]
    assert told["$.agreements[0].form"].endswith("did you mean 'federation'?")
    assert told["$.agreements[0].name"] == "is missing"
    assert told["$.agreements[0].period.last_day"] == "2015-01-01 is before the first day, 2016-02-01"
    assert '"21.5"' in told["$.agreements[0].cost_clause.steps[0].per_inhabitant"]
    assert told["$.reasons"] == "'abc' is not an array"
    assert set(told) >= {"$.titel", "$.agreements[0].id", "$.agreements[0].cost_clause.unit", "$.members[0].party.name"}


@pytest.mark.parametrize(
    "day", ["20160101", "2016-W01-1", "2016-1-1", "2016-02-30", "01/02/2016", " 2016-01-01", 2016, None]
)
def test_days_are_iso_dates(day: Any) -> None:
    """A day is written YYYY-MM-DD and no other way."""
    document = json.dumps({"schema_version": 1, "first_day": day})
    assert "is not a date" in problems(document, noun=familjen.Period)["$.first_day"]


@pytest.mark.parametrize(
    ("document", "path", "said"),
    [
        ("[" * 100_000, "$", "nested too deep"),
        ('{"a":' * 100_000, "$", "nested too deep"),
        ("", "$", "is empty"),
        (" \n", "$", "is empty"),
        ("\ufeff{}", "$", "byte order mark"),
        (b"\xef\xbb\xbf{}", "$", "byte order mark"),
        ("{}".encode("utf-16"), "$", "is UTF-16"),
        ('{"name": "Båstad"}'.encode("latin-1"), "$", "Latin-1"),
        ("[1]", "$", "is not an object"),
        ("{'a': 1}", "$", "is not JSON"),
        ('{"a": 1} {}', "$", "is not JSON"),
        ('{"a": NaN}', "$", "NaN"),
        ('{"a": -Infinity}', "$", "-Infinity"),
        ('{"a": ' + "9" * 5_000 + "}", "$", "more digits"),
        ('{"id": "x"}', "$.schema_version", "is missing"),
        ('{"schema_version": 0}', "$.schema_version", "older than 1"),
        ('{"schema_version": 2}', "$.schema_version", "newer than 1"),
        ('{"schema_version": true}', "$.schema_version", "not a version"),
        ('{"schema_version": 1, "type": "agreement"}', "$.type", "load it as Agreement"),
        ('{"schema_version": 1, "type": ["x"]}', "$.type", "no known noun"),
        (START + ', "nmae": 1}', "$.nmae", "did you mean 'name'?"),
        (START + ', "0 odd": 1}', "$['0 odd']", "the known ones are"),
        (START + ', "name": "Y"}', "$", "'name' stands twice"),
        (START + ', "counts": [{"of": "a", "number": 1, "number": 2}]}', "$.counts[0]", "'number' stands twice"),
        (START + ', "counts": [{"of": "a", "number": ' + "9" * 30 + ', "x": 1}]}', "$.counts[0].x", "not a known name"),
    ],
    ids=range(25),
)
def test_documents_that_are_none(document: Any, path: str, said: str) -> None:
    """What is no document of ours is refused at its place, quickly and in a sentence."""
    assert said in problems(document)[path]


def test_what_is_not_a_document_at_all() -> None:
    """Only text and bytes are read, and only nouns are read or written."""
    with pytest.raises(InvalidValueError, match="neither text nor bytes"):
        loads(5)  # type: ignore[call-overload, unused-ignore]
    with pytest.raises(InvalidValueError, match="not a noun"):
        loads("{}", int)
    with pytest.raises(InvalidValueError, match="not a noun"):
        dumps(5)
    with pytest.raises(InvalidValueError, match="not a noun"):
        json_schema(int)


def test_older_versions_migrate() -> None:
    """A document of an older version becomes this version's step by step, or is refused by its number."""
    older = {"schema_version": 0, "type": "source", "titel": "T"}
    renamed = open_envelope(older, model.Source, migrations={0: lambda body: {"title": body["titel"]}})
    assert renamed == {"title": "T"}
    with pytest.raises(DocumentError, match="older than 1"):
        open_envelope(older, model.Source)


def test_size_is_limited(tmp_path: Path) -> None:
    """A document above the limit is refused before it is read."""
    path = tmp_path / "coop.json"
    dump(COOP, path)
    assert "above the limit of 10" in problems(TEXT, max_bytes=10)["$"]
    with pytest.raises(DocumentError, match="above the limit"):
        load(path, max_bytes=10)
    assert load(path, max_bytes=path.stat().st_size) == COOP


def test_many_problems_are_counted() -> None:
    """An error with thousands of problems lists the first and counts the rest; all are in its facts."""
    document = START + ', "reasons": [' + ",".join(["1"] * 3_000) + "]}"
    with pytest.raises(DocumentError, match="and 2980 more") as caught:
        loads(document)
    assert len(caught.value.problems) == 3_000
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems


def test_files_are_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails leaves the old file as it was and no other file behind."""
    path = tmp_path / "coop.json"
    dump(COOP, path)
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="full"):
        dump(model.Source("T"), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_files_keep_their_permissions_and_links(tmp_path: Path) -> None:
    """Writing to an existing file keeps its permissions, and writing to a link writes what it points to."""
    path, link = tmp_path / "coop.json", tmp_path / "link.json"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    dump(COOP, link)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert load(path) == COOP
    dump(model.Source("T"), tmp_path / "new.json", indent=None)
    assert load(tmp_path / "new.json", model.Source) == model.Source("T")


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    """A folder that does not exist is the operating system's error, for reading and writing."""
    for act in (lambda: dump(COOP, tmp_path / "no" / "x.json"), lambda: load(tmp_path / "no.json")):
        with pytest.raises(FileNotFoundError) as caught:
            act()
        assert ".tmp" not in str(caught.value)


def test_schema_is_valid_and_fresh() -> None:
    """The shipped schema is the one that the nouns give, valid by draft 2020-12, and the bundled data fits it."""
    schema = json_schema()
    assert bundled_schema() == schema
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(TEXT))


@pytest.mark.parametrize("tag", sorted(NOUNS))
def test_every_property_is_described(tag: str) -> None:
    """In every noun's schema every property says what it means."""
    schema = json_schema(NOUNS[tag])
    jsonschema.Draft202012Validator.check_schema(schema)
    for definition in (schema, *schema["$defs"].values()):
        assert definition["description"]
        assert all(
            inner.get("description") or inner.get("const") for inner in definition.get("properties", {}).values()
        )


@pytest.mark.parametrize(
    "document",
    [
        {"schema_version": 1, "type": "cooperation", "id": "x"},
        {"schema_version": 1, "type": "cooperation", "id": "x y", "name": "X"},
        {"schema_version": 1, "type": "cooperation", "id": "x", "name": "X", "nmae": 1},
        {"schema_version": 1, "type": "cooperation", "id": "x", "name": "X", "period": {"first_day": "2016"}},
        {"schema_version": 1, "type": "cooperation", "id": "x", "name": "X", "counts": [{"of": "a", "number": -1}]},
    ],
    ids=range(5),
)
def test_schema_refuses_what_loads_refuses(document: dict[str, Any]) -> None:
    """A document that is refused for its form fits the schema no more."""
    assert problems(json.dumps(document))
    assert not jsonschema.Draft202012Validator(json_schema()).is_valid(document)


def test_amounts_are_exact_text() -> None:
    """Decimals keep their digits, fractions their terms."""
    clause = model.CostClause.of(model.Rate(Decimal("21.50")), unit=Decimal("0.01"))
    written = json.loads(dumps(clause))
    assert written["steps"][0] == {"type": "rate", "per_inhabitant": "21.50"}
    read = loads(dumps(clause), model.CostClause).steps[0]
    assert isinstance(read, model.Rate)
    assert str(read.per_inhabitant) == "21.50"
