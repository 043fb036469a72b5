"""Nouns to and from text: exactly, in a stable order, and with nothing but a DocumentError on the way in."""

import datetime as dt
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import familjen
from familjen import model
from familjen.datasets import familjen_helsingborg_2016
from familjen.dates import CountedFrom, Notice, Period, Recurrence, ReferenceDate
from familjen.errors import DocumentError, InvalidValueError
from familjen.io import dump, dumps, load, loads
from familjen.io.convert import to_plain
from familjen.model.kinds import tag_of
from familjen.testing import NOUN_CLASSES, nouns

few = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
COOP = familjen_helsingborg_2016()
every_noun = pytest.mark.parametrize("cls", NOUN_CLASSES, ids=lambda cls: cls.__name__)


def body(noun: object) -> dict[str, Any]:
    """Give a noun's document without its envelope."""
    made: dict[str, Any] = json.loads(dumps(noun))
    assert list(made)[:2] == ["schema_version", "type"]
    del made["schema_version"], made["type"]
    return made


@every_noun
@given(data=st.data())
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_text_is_stable(cls: type, data: st.DataObject) -> None:
    """Writing what was read gives the same text, with names in the fields' order and defaults left out."""
    noun = data.draw(nouns(cls))
    text = dumps(noun)
    assert dumps(loads(text, cls)) == text
    written = body(noun)
    fields = {field.name: field for field in attrs.fields(cls)}
    assert list(written) == [name for name in fields if name in written]
    assert all(getattr(noun, name) == field.default for name, field in fields.items() if name not in written)


@given(nouns(model.Cooperation), st.randoms())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_order_of_names_does_not_matter(coop: model.Cooperation, random: Any) -> None:
    """A document whose names stand in any order is read as the same noun."""

    def shuffled(value: Any) -> Any:
        if isinstance(value, list):
            return [shuffled(item) for item in value]
        if not isinstance(value, dict):
            return value
        names = list(value)
        random.shuffle(names)
        return {name: shuffled(value[name]) for name in names}

    assert loads(json.dumps(shuffled(json.loads(dumps(coop))))) == coop


@given(nouns(model.Cooperation))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_escapes_do_not_matter(coop: model.Cooperation) -> None:
    """A document in plain ASCII, with every other letter escaped, is read as the same noun."""
    text = json.dumps(json.loads(dumps(coop)), ensure_ascii=True)
    assert text.isascii()
    assert loads(text) == loads(text.encode("ascii")) == coop


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        (model.Source("Årsredovisning"), {"title": "Årsredovisning"}),
        (model.Source("T", retrieved=dt.date(2016, 1, 1)), {"title": "T", "retrieved": "2016-01-01"}),
        (model.Count("networks", 40), {"of": "networks", "number": 40}),
        (model.Count("networks", 0, approximate=True), {"of": "networks", "number": 0, "approximate": True}),
        (model.Equal(), {}),
        (model.Rate(Decimal("21.50")), {"per_inhabitant": "21.50"}),
        (model.Rate(Decimal("1E+3")), {"per_inhabitant": "1E+3"}),
        (model.Share("1283", Fraction(2, 6)), {"party": "1283", "share": "1/3"}),
        (model.FixedShares(()), {"shares": []}),
        (model.CostClause.of(model.Equal()), {"steps": [{"type": "distribution", "key": {"type": "equal"}}]}),
        (
            model.CostClause.of(model.Equal(), unit=Decimal("0.010")),
            {"steps": [{"type": "distribution", "key": {"type": "equal"}}]},
        ),
        (model.Network("n", "N", invited=()), {"id": "n", "name": "N", "invited": []}),
        (model.Network("n", "N"), {"id": "n", "name": "N"}),
        (Period(dt.date(2016, 1, 1)), {"first_day": "2016-01-01"}),
        (Notice(years=3), {"years": 3}),
        (
            Notice(months=6, counted_from=CountedFrom.START_OF_MONTH, in_writing=False),
            {"months": 6, "counted_from": "start-of-month", "in_writing": False},
        ),
        (
            model.Member(model.ForeignMunicipality("NO", "1517", "Hareid")),
            {"party": {"type": "foreign-municipality", "country": "NO", "code": "1517", "name": "Hareid"}},
        ),
        (
            Recurrence("FREQ=WEEKLY", dt.date(2016, 1, 1), except_days=(dt.date(2016, 1, 8),)),
            {"rule": "FREQ=WEEKLY", "first_day": "2016-01-01", "except_days": ["2016-01-08"]},
        ),
    ],
    ids=range(18),
)
def test_nouns_in_json(noun: Any, expected: dict[str, Any]) -> None:
    """Each kind of value has one form in a document, and a default none."""
    assert body(noun) == to_plain(noun) == expected
    assert loads(dumps(noun), type(noun)) == noun


def test_empty_and_unknown_are_told_apart() -> None:
    """An empty list of invited parties is not the same as nobody having said whom they invited."""
    nobody, unknown = model.Network("n", "N", invited=()), model.Network("n", "N")
    assert loads(dumps(nobody), model.Network).invited == ()
    assert loads(dumps(unknown), model.Network).invited is None


@given(
    st.decimals("0", "1e20", allow_nan=False, places=4)
    | st.sampled_from([Decimal("0.10"), Decimal("1E-9"), Decimal(0)])
)
@few
def test_amounts_keep_their_digits(amount: Decimal) -> None:
    """An amount is read back with every digit, zeros at its end too."""
    read = loads(dumps(model.Rate(amount)), model.Rate).per_inhabitant
    assert (read, str(read)) == (amount, str(amount))


@given(st.fractions())
@few
def test_shares_keep_their_terms(share: Fraction) -> None:
    """A share is read back exactly, however odd its terms."""
    assert loads(dumps(model.Share("1283", share)), model.Share).share == share


@given(st.text(min_size=1).filter(lambda text: text == text.strip() and text.isprintable()))
@few
def test_text_keeps_its_letters(text: str) -> None:
    """Any printable text is read back letter by letter, and stands unescaped in the document if JSON allows it."""
    written = dumps(model.Source(text))
    assert loads(written, model.Source).title == text
    assert text in written or '"' in text or "\\" in text


@pytest.mark.parametrize(
    "split",
    [
        model.Equal(),
        model.Population(),
        model.Population(ReferenceDate(11, 1, years_before=1)),
        model.Rate(Decimal(21)),
    ],
    ids=str,
)
def test_steps_are_told_apart(split: model.Key | model.Step) -> None:
    """How a cost is shared is read back as the same kind of key or step."""
    assert loads(dumps(model.CostClause.of(split)), model.CostClause) == model.CostClause.of(split)
    step = body(model.CostClause.of(split))["steps"][0]
    assert tag_of(type(split)) in {step["type"], step.get("key", {}).get("type")}


@pytest.mark.parametrize("indent", [None, 0, 1, 2, 4])
def test_indents_change_nothing_but_space(indent: int | None) -> None:
    """However it is indented, a document says the same."""
    text = dumps(COOP, indent=indent)
    assert loads(text) == COOP
    assert ("\n" in text) == (indent is not None)
    assert json.loads(text) == json.loads(dumps(COOP))


def test_the_package_reads_and_writes() -> None:
    """Reading and writing stand at the package's door."""
    assert (familjen.loads, familjen.dumps, familjen.load, familjen.dump) == (loads, dumps, load, dump)
    assert familjen.loads(familjen.dumps(COOP)) == COOP


@pytest.mark.parametrize("noun", [None, 5, "x", [], {}, COOP.members, model.LegalForm.CONTRACT, model.Source], ids=repr)
def test_only_nouns_are_written(noun: Any, tmp_path: Path) -> None:
    """What is no noun is not written, and no file is made."""
    for write in (dumps, lambda noun: dump(noun, tmp_path / "x.json")):
        with pytest.raises(InvalidValueError, match="is not a noun that a document can hold"):
            write(noun)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("noun", [int, None, "source", [], model.LegalForm, model.Source("T")], ids=repr)
def test_only_nouns_are_read(noun: Any) -> None:
    """What is no noun's class cannot be asked for."""
    with pytest.raises(InvalidValueError, match="is not a noun that a document can hold") as caught:
        loads("{}", noun)
    assert caught.value.attribute == "noun"


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe{\x00}\x00", b"\xef\xbb\xbf{}", b"[1]", b'{"schema_version": 9}', b'{"a": NaN}']
)
def test_files_that_are_refused_are_named(content: bytes, tmp_path: Path) -> None:
    """Whatever is wrong with a file, the error names the file."""
    path = tmp_path / "coop.json"
    path.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        load(path)
    assert caught.value.origin == str(path)
    assert str(caught.value).startswith(f"{path}: 1 problem\n  $")


def test_the_limit_of_a_file(tmp_path: Path) -> None:
    """A file as long as the limit is read; one byte longer is refused with both figures, and text by its origin."""
    path = tmp_path / "source.json"
    dump(model.Source("Å"), path)
    size = path.stat().st_size
    assert load(path, model.Source, max_bytes=size) == model.Source("Å")
    with pytest.raises(DocumentError, match=f"the file has {size} bytes, above the limit of {size - 1}"):
        load(path, model.Source, max_bytes=size - 1)
    with pytest.raises(DocumentError, match=r"^web: 1 problem"):
        loads("[]", origin="web")


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is longer than the system said is still held to the limit."""
    path = tmp_path / "source.json"
    dump(model.Source("T"), path)

    class Small:
        st_size = 1

    monkeypatch.setattr("os.fstat", lambda _: Small())
    with pytest.raises(DocumentError, match="above the limit of 10;"):
        load(path, model.Source, max_bytes=10)


@pytest.mark.parametrize("path", ["no.json", "no/no.json", "."])
def test_files_that_are_none(path: str, tmp_path: Path) -> None:
    """A file that cannot be opened is the operating system's error."""
    with pytest.raises(OSError, match=r"No such file|directory"):
        load(tmp_path / path)


any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(NOUN_CLASSES), st.data())
@few
def test_any_values_of_any_fields(cls: type, data: st.DataObject) -> None:
    """Whatever JSON stands in a noun's fields, the document is read, or is a DocumentError with paths inside it."""
    names = st.sampled_from([*(field.name for field in attrs.fields(cls)), "zzz"])
    document = {"schema_version": 1, **data.draw(st.dictionaries(names, any_json, max_size=5))}
    try:
        read = type(loads(json.dumps(document), cls)) is cls
    except DocumentError as error:
        read = bool(error.problems) and all(path.startswith("$") and said for path, said in error.problems)
    assert read
