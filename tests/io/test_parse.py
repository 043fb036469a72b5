"""From bytes to plain objects: what is JSON by the standard and read safely, and what is refused and how it is said."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen import model
from familjen.errors import DocumentError, FamiljenError, InvalidValueError
from familjen.io import dumps, loads
from familjen.io.parse import MAX_BYTES, child_path, document_error, parse

few = settings(max_examples=60, deadline=None)
WHOLE = dumps(
    model.Agreement(
        "avgift",
        'Skånsk "avgift" \\ 漢',
        model.LegalForm.CIVIL_LAW,
        parties=model.participations(["1283", "1260"]),
        tasks=("dela",),
        sources=(model.Source("Årsredovisning", quote="alla vinner\n— inte varje gång"),),
    )
)
any_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
    | st.sampled_from(["NaN", "Infinity", "\ufeff", "å"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=10,
)


def refused(document: Any, **more: Any) -> dict[str, str]:
    """Give the problems of what must be refused, and hold that the message lists them."""
    with pytest.raises(DocumentError) as caught:
        parse(document, **more)
    problems = caught.value.problems
    assert problems
    assert all(f"  {path}: {sentence}" in str(caught.value) for path, sentence in problems[:20])
    return dict(problems)


@given(any_json, st.none() | st.integers(0, 3), st.booleans())
@few
def test_json_is_read_as_it_stands(value: Any, indent: int | None, escape: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever is written as JSON is read back as it was, from text and from bytes."""
    text = json.dumps(value, indent=indent, ensure_ascii=escape)
    assert parse(text) == parse(text.encode()) == parse(bytearray(text.encode())) == value


@pytest.mark.parametrize("cut", range(len(WHOLE)))
def test_text_cut_anywhere_is_refused(cut: int) -> None:
    """A document cut after any character is a DocumentError at its root, never anything else."""
    with pytest.raises(DocumentError) as caught:
        loads(WHOLE[:cut], model.Agreement)
    assert [path for path, _ in caught.value.problems] == ["$"]


def test_bytes_cut_anywhere_are_refused() -> None:
    """A document cut after any byte, also inside a letter, is a DocumentError at its root."""
    data = WHOLE.encode()
    assert loads(data, model.Agreement).id == "avgift"
    assert len(data) > len(WHOLE)
    assert all(set(refused(data[:cut])) == {"$"} for cut in range(len(data)))


def test_what_is_cut_is_called_cut() -> None:
    """Where a document ends too early, the sentence says so and gives the place."""
    assert refused('{"a": "x')["$"] == "ends in the middle of a value (line 1, column 7): it is cut short"
    assert refused('{\n "a": [1,\n')["$"] == "ends in the middle of a value (line 3, column 1): it is cut short"
    assert refused('{"a": 1')["$"].endswith("it is cut short")


@given(st.integers(0, len(WHOLE) - 1), st.characters(codec="utf-8"))
@few
def test_one_wrong_character(where: int, character: str) -> None:
    """With any one character replaced by any other, a document is read or refused, and nothing else happens."""
    text = WHOLE[:where] + character + WHOLE[where + 1 :]
    try:
        read = loads(text, model.Agreement)
    except DocumentError as error:
        assert error.problems  # noqa: PT017 - either end is right
    else:
        assert type(read) is model.Agreement


@given(st.integers(0, len(WHOLE.encode()) - 1), st.integers(0, 255))
@few
def test_one_wrong_byte(where: int, byte: int) -> None:
    """With any one byte replaced by any other, a document is read or refused, and nothing else happens."""
    data = bytearray(WHOLE.encode())
    data[where] = byte
    try:
        read = loads(bytes(data), model.Agreement)
    except DocumentError as error:
        assert error.problems  # noqa: PT017 - either end is right
    else:
        assert type(read) is model.Agreement


@pytest.mark.parametrize(
    "bomb",
    ["[" * 100_000, '{"a":' * 100_000, '[{"a":' * 50_000, "[" * 100_000 + "]" * 100_000, b"[" * 100_000],
    ids=["arrays", "objects", "both", "closed", "bytes"],
)
def test_depth_bombs(bomb: str | bytes) -> None:
    """A document nested 100,000 deep is refused clearly."""
    assert refused(bomb)["$"].startswith("arrays and objects are nested too deep")


@pytest.mark.parametrize("depth", [1, 100, 500, 900, 980, 1_000, 2_000])
@pytest.mark.parametrize("name", ["schema_version", "type", "title", "titel"])
def test_depth_of_any_measure(name: str, depth: int) -> None:
    """However deep a wrong value is nested, the answer is a DocumentError of few lines."""
    envelope = {"schema_version": 1, "title": "T"}
    text = json.dumps({**envelope, name: 0}).replace(f'"{name}": 0', f'"{name}": {"[" * depth}{"]" * depth}')
    with pytest.raises(DocumentError) as caught:
        loads(text, model.Source)
    assert len(str(caught.value)) < 1_000


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("", "is empty"),
        (b"", "is empty"),
        (" \r\n\t", "is empty"),
        ("\ufeff", "byte order mark"),
        ("\ufeff{}", "byte order mark"),
        (b"\xef\xbb\xbf{}", "byte order mark"),
        ("{}".encode("utf-16"), "is UTF-16, not UTF-8"),
        (b"\xfe\xff\x00{\x00}", "is UTF-16, not UTF-8"),
        ("{}".encode("utf-16-le"), "is not JSON"),
        ('"Båstad"'.encode("latin-1"), "byte 0xe5 on line 1; was it saved as Latin-1 or Windows-1252?"),
        ('{\n"a":\n"Båstad"}'.encode("cp1252"), "byte 0xe5 on line 3"),
        (b'"\xed\xa0\x80"', "is not UTF-8"),
        (b'"\xc0\x80"', "is not UTF-8"),
        (b"\x80", "byte 0x80 on line 1"),
        ("{'a': 1}", "is not JSON: expecting property name enclosed in double quotes (line 1, column 2)"),
        ('{"a": 1,}', "is not JSON"),
        ("[1, 2,]", "is not JSON"),
        ("[1] // done", "is not JSON: extra data (line 1, column 5)"),
        ("{} {}", "is not JSON: extra data"),
        ("True", "is not JSON"),
        ("[01]", "is not JSON"),
        ("[+1]", "is not JSON"),
        ("[.5]", "is not JSON"),
        ("[0x10]", "is not JSON"),
        ('"a\nb"', "is not JSON"),
        ('"\\x"', "is not JSON"),
        ('{1: "a"}', "is not JSON"),
        ("[NaN]", "holds NaN, which is no JSON number; leave the value out or write null"),
        ("[Infinity]", "holds Infinity,"),
        ('{"a": -Infinity}', "holds -Infinity,"),
        ("9" * 5_000, "holds a number of more digits than any amount has"),
        ("[-" + "9" * 100_000 + "]", "holds a number of more digits than any amount has"),
    ],
    ids=range(32),
)
def test_what_is_no_document(document: Any, said: str) -> None:
    """What is no JSON document by the standard is refused at its root, with its reason."""
    problems = refused(document)
    assert list(problems) == ["$"]
    assert said in problems["$"]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("[]", []),
        ("null", None),
        (' {"a" : [ ] }\n', {"a": []}),
        ('{"": {"": 1}}', {"": {"": 1}}),
        ('["NaN", "\\ufeff", "\\u00e5", "\\/"]', ["NaN", "\ufeff", "å", "/"]),
        ('"\\ud83d\\ude00"', "😀"),
        ("[1e2, -0, 0.1]", [100.0, 0, 0.1]),
        ('[{"a": 1}, {"a": 1}]', [{"a": 1}, {"a": 1}]),
        ('{"a": {"a": {"a": 1}}}', {"a": {"a": {"a": 1}}}),
        ("9" * 4_000, int("9" * 4_000)),
    ],
    ids=range(10),
)
def test_what_is_a_document(document: str, expected: Any) -> None:
    """What the standard allows is read, also where it looks odd."""
    assert parse(document) == expected


@pytest.mark.parametrize("value", [None, 5, {"a": 1}, ["{}"], memoryview(b"{}"), model.Source("T")], ids=range(6))
def test_only_text_and_bytes_are_read(value: Any) -> None:
    """What is neither text nor bytes is a wrong argument, not a wrong document."""
    with pytest.raises(InvalidValueError, match="is neither text nor bytes") as caught:
        parse(value)
    assert caught.value.attribute == "document"


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ('{"a": 1, "a": 2}', [("$", "a")]),
        ('{"a": 1, "a": 1}', [("$", "a")]),
        ('{"a": 1, "\\u0061": 2}', [("$", "a")]),
        ('{"b": 1, "a": 1, "b": 1, "a": 2, "b": 3}', [("$", "a"), ("$", "b")]),
        ('{"x": {"a": 1, "a": 2}}', [("$.x", "a")]),
        ('[{}, {"a": 1, "a": 2}]', [("$[1]", "a")]),
        ('{"x y": [[{"a": 1, "a": 2}]]}', [("$['x y'][0][0]", "a")]),
        ('{"p": {"a": 1, "a": 2}, "q": [{"b": {}, "b": {}}]}', [("$.p", "a"), ("$.q[0]", "b")]),
        ('{"p": {"q": {"a": 1, "a": 2}}, "p": {"q": {"b": 1, "b": 2}}}', [("$", "p"), ("$.p.q", "b")]),
    ],
    ids=range(9),
)
def test_names_that_stand_twice(document: str, expected: list[tuple[str, str]]) -> None:
    """Every name that stands twice in an object is told with the object's path, in the document's order."""
    with pytest.raises(DocumentError) as caught:
        parse(document)
    sentences = [(path, f"the name {name!r} stands twice in this object; keep one of them") for path, name in expected]
    assert list(caught.value.problems) == sentences


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 9)), max_size=6))
@few
def test_names_may_stand_once(pairs: list[tuple[str, int]]) -> None:
    """An object is refused just when a name stands in it more than once, and each such name is told once."""
    text = "{" + ", ".join(f'"{name}": {number}' for name, number in pairs) + "}"
    names = [name for name, _ in pairs]
    twice = sorted({name for name in names if names.count(name) > 1})
    try:
        read = parse(text)
    except DocumentError as error:
        read = [sentence.split("'")[1] for _, sentence in error.problems]
    assert read == (twice or dict(pairs))


def test_many_names_that_stand_twice_are_found() -> None:
    """In an object of 100,000 names the one that stands twice is found."""
    text = "{" + ",".join(f'"{number}":1' for number in range(100_000)) + ',"77":2}'
    assert "the name '77' stands twice" in refused(text)["$"]


@pytest.mark.parametrize("document", ['["12345"]', b'["12345"]'], ids=["text", "bytes"])
def test_the_limit_itself_is_allowed(document: str | bytes) -> None:
    """A document as long as the limit is read; one longer is refused before it is parsed, with both figures."""
    assert parse(document, max_bytes=9) == ["12345"]
    said = refused(document, max_bytes=8)["$"]
    assert said == "the document has 9 bytes, above the limit of 8; give max_bytes= to allow it"
    assert MAX_BYTES >= 10**8


def test_what_is_too_long_is_not_parsed() -> None:
    """Of nonsense above the limit only its length is told."""
    assert "above the limit of 10" in refused("]" * 11, max_bytes=10)["$"]
    assert "is not JSON" in refused("]" * 10, max_bytes=10)["$"]


@given(st.one_of(st.binary(max_size=30), st.text(max_size=30)))
@few
def test_anything_is_read_or_refused(document: str | bytes) -> None:
    """Whatever bytes or text come, they are read as the standard library reads them, or are a DocumentError."""
    try:
        read = parse(document)
    except DocumentError as error:
        read = error.problems[0][0]
        assert read == "$"
    else:
        assert read == json.loads(document)


@given(st.lists(st.text(max_size=4) | st.integers(0, 9), max_size=4))
@few
def test_paths_are_built_step_by_step(steps: list[str | int]) -> None:
    """A path begins at the root, and an index or an odd name stands in brackets."""
    path = "$"
    for step in steps:
        longer = child_path(path, step)
        plain = isinstance(step, str) and step.isidentifier()
        assert longer == path + (f".{step}" if plain else f"[{step!r}]")
        path = longer


def test_long_names_are_shortened_in_paths() -> None:
    """A name longer than a line is shortened where it stands in a path."""
    assert child_path("$", "n" * 80) == "$." + "n" * 80
    assert child_path("$", "n" * 81) == "$['" + "n" * 77 + "...']"


@pytest.mark.parametrize(("number", "listed"), [(1, 1), (2, 2), (20, 20), (21, 20), (5_000, 20)])
def test_messages_stay_short(number: int, listed: int) -> None:
    """A message lists twenty problems at most and counts the rest, while the error carries them all."""
    error = document_error([(f"$[{index}]", "is wrong") for index in range(number)], "x.json")
    head, *lines = str(error).split("\n")
    assert head == f"x.json: {number} problem{'s' if number > 1 else ''}"
    assert len(lines) == listed + (number > listed)
    assert (lines[-1] == f"  … and {number - listed} more") == (number > listed)
    assert len(error.problems) == number
    assert error.origin == "x.json"


@pytest.mark.parametrize(
    "document", ["", "]", b"\xff", '{"a": 1, "a": 1}', "[" * 5_000, "NaN", "9" * 5_000], ids=range(7)
)
def test_every_refusal_says_where_from(document: str | bytes) -> None:
    """Whatever the reason, a refusal names the file that the document came from."""
    with pytest.raises(FamiljenError, match=r"^coop\.json: 1 problem\n") as caught:
        parse(document, origin="coop.json")
    assert caught.value.__cause__ is None
    assert getattr(caught.value, "origin", None) == "coop.json"


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-16", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32")], ids=str
)
def test_other_encodings_are_named(encoding: str, name: str) -> None:
    """A document in another encoding of Unicode, with its mark, is called by its name."""
    mark = "" if encoding in {"utf-16", "utf-32"} else "\ufeff"
    assert refused((mark + WHOLE).encode(encoding))["$"].startswith(f"is {name}, not UTF-8")


@pytest.mark.parametrize("room", [-1, 0])
def test_the_limit_counts_bytes_of_text_too(room: int) -> None:
    """A limit in bytes is one for text as well, whatever characters it has."""
    text = '["ååååå"]'
    limit = len(text.encode()) + room
    if room:
        with pytest.raises(DocumentError, match=f"has {len(text.encode())} bytes"):
            parse(text, max_bytes=limit)
    else:
        assert parse(text, max_bytes=limit) == ["ååååå"]


def test_half_a_character_is_refused() -> None:
    """Half of a character written in two is refused when read, and in a noun, so that what is held can be written."""
    document = '{"schema_version": 1, "type": "source", "title": "a\\ud800"}'
    with pytest.raises(DocumentError, match="half a character") as caught:
        loads(document, model.Source)
    assert [path for path, _ in caught.value.problems] == ["$.title"]
    with pytest.raises(InvalidValueError, match="half a character"):
        model.Source("a\ud800")


def test_numbers_are_bounded() -> None:
    """A number that no count can have is refused in a noun, so that what is held can be written."""
    with pytest.raises(InvalidValueError, match="outside the range"):
        model.Count("x", 10**5000)
    assert '"number": 1000000000000000' in dumps(model.Count("x", 10**15))
