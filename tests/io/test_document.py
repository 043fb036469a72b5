"""The envelope: which version of the format, which noun, and how older documents become today's."""

import json
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen import dates, model
from familjen.errors import DocumentError
from familjen.io import document as home
from familjen.io import dumps, loads
from familjen.io.document import MIGRATIONS, NOUNS, SCHEMA_VERSION, open_envelope, seal_envelope
from familjen.model.kinds import tag_of
from familjen.testing import NOUN_CLASSES

few = settings(max_examples=60, deadline=None)
SOURCE = {"schema_version": 1, "type": "source", "title": "T"}


def refused(document: Any, cls: type = model.Source, **more: Any) -> tuple[str, str]:
    """Give the one problem of an envelope that must be refused."""
    with pytest.raises(DocumentError) as caught:
        open_envelope(document, cls, **more)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize("cls", NOUN_CLASSES, ids=lambda cls: cls.__name__)
def test_what_is_sealed_can_be_opened(cls: type) -> None:
    """Every noun's envelope gives back the fields that were put into it."""
    sealed = seal_envelope(cls, {"id": "x", "name": "X"})
    assert list(sealed) == ["schema_version", "type", "id", "name"]
    assert sealed["schema_version"] == SCHEMA_VERSION
    assert NOUNS[sealed["type"]] is cls
    assert open_envelope(sealed, cls) == {"id": "x", "name": "X"}


def test_every_noun_has_its_own_tag() -> None:
    """All nouns of the model and of the dates can be documents, each under one tag of small letters."""
    classes = {getattr(module, name) for module in (model, dates) for name in module.__all__}
    assert set(NOUNS.values()) == {cls for cls in classes if isinstance(cls, type) and attrs.has(cls)}
    assert {tag_of(cls): cls for cls in NOUNS.values()} == dict(NOUNS)
    assert all(tag == tag.lower() and tag.replace("-", "").isalpha() for tag in NOUNS)


@pytest.mark.parametrize(
    ("version", "said"),
    [
        (None, "is missing; this release writes 1"),
        (0, "0 is older than 1, the oldest that this release reads"),
        (2, "2 is newer than 1, the newest that this release reads; upgrade familjen"),
        (10**30, "is newer than 1"),
        (int("9" * 4_000), "is newer than 1"),
        (-1, "-1 is not a version"),
        (True, "True is not a version"),
        (False, "False is not a version"),
        (1.0, "1.0 is not a version"),
        (float("inf"), "inf is not a version"),
        ("1", "'1' is not a version"),
        ("2026.11.0", "'2026.11.0' is not a version"),
        ([], "[] is not a version"),
        ({"schema_version": 1}, "{'schema_version': 1} is not a version"),
        ("x" * 10_000, "is not a version"),
    ],
    ids=range(15),
)
def test_versions_that_are_not_read(version: Any, said: str) -> None:
    """A version that this release does not read is refused in a short sentence that says what it does read."""
    path, sentence = refused({**SOURCE, "schema_version": version})
    assert path == "$.schema_version"
    assert said in sentence
    assert "this release" in sentence
    assert len(sentence) < 200


def test_a_document_without_a_version() -> None:
    """A document that says no version is refused: nothing is guessed."""
    assert refused({"type": "source", "title": "T"}) == ("$.schema_version", "is missing; this release writes 1")


@pytest.mark.parametrize("document", [None, [], [SOURCE], "source", 1, 1.5, True], ids=repr)
def test_a_document_is_an_object(document: Any) -> None:
    """What is no object at its top is refused with what a document is."""
    path, sentence = refused(document)
    assert (path, sentence) == ("$", "is not an object; a document is an object with 'schema_version' and 'type'")


@pytest.mark.parametrize("cls", NOUN_CLASSES, ids=lambda cls: cls.__name__)
def test_every_noun_is_told_from_another(cls: type) -> None:
    """A document of another noun is refused with the class that would read it."""
    path, sentence = refused(seal_envelope(cls, {}), model.Source if cls is not model.Source else model.Claim)
    assert path == "$.type"
    assert sentence.endswith(f"load it as {cls.__name__}")


@pytest.mark.parametrize(
    "tag", ["Source", "sources", "", None, 5, ["source"], {"source": 1}, "x" * 10_000], ids=range(8)
)
def test_tags_that_are_none(tag: Any) -> None:
    """A tag that names no noun is refused in a short sentence that says which was wanted."""
    path, sentence = refused({**SOURCE, "type": tag})
    assert path == "$.type"
    assert sentence.endswith("not 'source'; it is no known noun")
    assert len(sentence) < 250


def test_the_tag_may_be_left_out() -> None:
    """A document without a tag is taken as the noun that was asked for."""
    assert open_envelope({"schema_version": 1, "title": "T"}, model.Source) == {"title": "T"}
    assert loads('{"schema_version": 1, "title": "T"}', model.Source) == model.Source("T")


def test_the_version_is_judged_before_the_tag() -> None:
    """In a document of an unknown version nothing else is judged: it may mean something else there."""
    assert refused({"schema_version": 7, "type": "no-such-noun"})[0] == "$.schema_version"


def test_opening_changes_nothing() -> None:
    """The parsed document is left as it was."""
    document = dict(SOURCE)
    body = open_envelope(document, model.Source)
    body["title"] = "changed"
    assert document == SOURCE


def test_refusals_say_where_from() -> None:
    """A refused envelope names the file that it came from."""
    for document in ([], {}, {**SOURCE, "type": "x"}):
        with pytest.raises(DocumentError, match=r"^x\.json: 1 problem") as caught:
            open_envelope(document, model.Source, "x.json")
        assert caught.value.origin == "x.json"


@given(st.integers(1, 6), st.integers(0, 7))
@few
def test_migrations_run_one_after_the_other(newest: int, version: int) -> None:
    """A document of version n goes through the steps n, n+1, … up to this release's, each once and in order."""

    def step(older: int) -> Any:
        return lambda body: {"steps": [*body.get("steps", []), older]}

    migrations = {older: step(older) for older in range(newest)}
    document = {"schema_version": version, "type": "source"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(home, "SCHEMA_VERSION", newest)
        if version > newest:
            assert "is newer than" in refused(document, migrations=migrations)[1]
        else:
            body = open_envelope(document, model.Source, migrations=migrations)
            assert body.get("steps", []) == list(range(version, newest))


@pytest.mark.parametrize("lacking", [0, 1, 2])
def test_a_chain_with_a_gap_is_not_begun(lacking: int) -> None:
    """A document is migrated only if every step up to this release's version is at hand."""
    begun: list[int] = []
    migrations = {older: lambda body: begun.append(1) or body for older in range(3) if older != lacking}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(home, "SCHEMA_VERSION", 3)
        path, sentence = refused({"schema_version": 0, "type": "source"}, migrations=migrations)
    assert path == "$.schema_version"
    assert sentence.startswith("0 is older than ")
    assert begun == []


def test_this_release_knows_its_own_past() -> None:
    """Each version before this release's that can be read has a step, and none is for a version to come."""
    assert sorted(MIGRATIONS) == list(range(SCHEMA_VERSION - len(MIGRATIONS), SCHEMA_VERSION))


@pytest.mark.parametrize("cls", NOUN_CLASSES, ids=lambda cls: cls.__name__)
def test_an_empty_body_is_told_what_is_missing(cls: type) -> None:
    """Of an empty document every field that has no default is told to be missing, and no other."""
    required = [f"$.{field.name}" for field in attrs.fields(cls) if field.default is attrs.NOTHING]
    text = json.dumps(seal_envelope(cls, {}))
    try:
        missing = [] if dumps(loads(text, cls)) == text else ["the text"]
    except DocumentError as error:
        missing = [path for path, said in error.problems if said == "is missing"]
    assert missing == required


def test_a_gap_in_the_migrations_is_told_truly() -> None:
    """Where a step is missing, the oldest version that can still be read is the one after it."""
    document = {"schema_version": 0, "type": "source"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(home, "SCHEMA_VERSION", 3)
        told = refused(document, migrations={0: dict, 2: dict})[1]
    assert told.startswith("0 is older than 2")
