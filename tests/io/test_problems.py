"""Problems: all of them at once, each at its JSONPath, in a sentence that helps."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from familjen import dates, model
from familjen.datasets import familjen_helsingborg_2016
from familjen.errors import DocumentError, InvalidValueError
from familjen.io import dumps, loads
from familjen.io.convert import quick, thorough
from familjen.io.problems import problems_in
from familjen.testing import NOUN_CLASSES, nouns

few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
COOP = familjen_helsingborg_2016()
NONSENSE: list[Any] = [None, 0, -1, 5, 1.5, True, "", " x", "x y", "x", "2016-13-01", "1/0", "NaN", [], [1], [[]], {}]
NONSENSE += [{"a": 1}, {"type": 5}, {"type": "municipality"}, 10**30, "9" * 100, "1E+99", ["x", "x"], {"": None}]


def told(document: dict[str, Any], cls: type = model.Cooperation) -> dict[str, str]:
    """Give the problems of a body that must be refused."""
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps({"schema_version": 1, **document}), cls)
    return dict(caught.value.problems)


def coop(**fields: Any) -> dict[str, Any]:
    """Give a cooperation's body with these fields."""
    return {"id": "x", "name": "X", **fields}


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the path of every value inside a value."""
    for step, inner in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield (*path, step)
        yield from places(inner, (*path, step))


def outcome(body: Any, cls: type, *, detailed: bool) -> Any:
    """Give what a converter makes of a body, or its problems."""
    try:
        return (thorough() if detailed else quick()).structure(body, cls)
    except Exception as error:  # noqa: BLE001 - any refusal counts
        return problems_in(error) if detailed else None


@pytest.mark.parametrize("cls", NOUN_CLASSES, ids=lambda cls: cls.__name__)
@given(data=st.data())
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_converters_agree_on_any_noun_with_a_mistake(cls: type, data: st.DataObject) -> None:
    """With one value of any noun replaced, both converters make the same noun, or the thorough one says why not."""
    body = json.loads(dumps(data.draw(nouns(cls))))
    del body["schema_version"], body["type"]
    paths = list(places(body))
    if paths:
        *steps, last = data.draw(st.sampled_from(paths))
        inner = body
        for step in steps:
            inner = inner[step]
        inner[last] = data.draw(st.sampled_from(NONSENSE))
    made, explained = outcome(body, cls, detailed=False), outcome(body, cls, detailed=True)
    assert explained == made if made is not None else explained
    assert made is not None or all(path[0] == "$" and sentence for path, sentence in explained)


@given(data=st.data())
@few
def test_a_name_taken_out(data: st.DataObject) -> None:
    """With one name of the bundled cooperation taken out, it is missing at its path, or was not needed."""
    body = json.loads(dumps(COOP))
    paths = [path for path in places(body) if isinstance(path[-1], str) and path[0] not in {"schema_version", "type"}]
    *steps, last = data.draw(st.sampled_from(paths))
    inner = body
    for step in steps:
        inner = inner[step]
    del inner[last]
    try:
        problems = {} if loads(json.dumps(body)) != COOP else {"nothing": "changed"}
    except DocumentError as error:
        problems = dict(error.problems)
    where = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    assert set(problems) <= {f"{where}.{last}", where}
    assert all(
        said == "is missing" or "has no 'type'" in said or said.startswith("give ") for said in problems.values()
    )


@given(data=st.data())
@few
def test_a_name_too_many(data: st.DataObject) -> None:
    """Wherever an unknown name is put into the bundled cooperation, it alone is told, at its path."""
    body = json.loads(dumps(COOP))
    objects = [()] + [path for path in places(body)]  # noqa: C416 - read from left to right
    steps = data.draw(st.sampled_from(objects))
    inner = body
    for step in steps:
        inner = inner[step]
    if isinstance(inner, dict):
        inner["xyzzy"] = 1
        where = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
        (problem,) = told(body).items()
        assert problem[0] == f"{where}.xyzzy"
        assert problem[1].startswith("is not a known name here; the known ones are ")
    else:
        assert loads(json.dumps(body)) == COOP


@pytest.mark.parametrize(
    ("body", "cls", "expected"),
    [
        ({"titel": "T"}, model.Source, "did you mean 'title'?"),
        ({"title": "T", "Quote": "x"}, model.Source, "did you mean 'quote'?"),
        ({"title": "T", "retreived": None}, model.Source, "did you mean 'retrieved'?"),
        ({"title": "T", "zzz": 1}, model.Source, "the known ones are title, url, retrieved, quote"),
        ({"title": "T", "": 1}, model.Source, "the known ones are"),
        ({"a": 1}, model.Equal, "is not a known name here"),
    ],
    ids=range(6),
)
def test_unknown_names_have_a_hint(body: dict[str, Any], cls: type, expected: str) -> None:
    """An unknown name is answered with the nearest known one, or with all of them."""
    assert any(expected in sentence for sentence in told(body, cls).values())


def test_problems_stand_in_the_order_of_the_fields() -> None:
    """Problems are told in the order of the noun's fields, whatever the order in the document."""
    told_first = list(told({"goal_areas": 1, "members": [1], "period": 2, "name": 3, "id": 4}))
    told_second = list(told({"id": 4, "name": 3, "period": 2, "members": [1], "goal_areas": 1}))
    assert told_first == told_second == ["$.id", "$.name", "$.period", "$.members[0]", "$.goal_areas"]


@given(st.lists(st.booleans(), min_size=1, max_size=12))
@few
def test_every_bad_item_is_told(good: list[bool]) -> None:
    """Of an array just the bad items are told, each at its index."""
    body = coop(counts=[{"of": "networks", "number": 40 if fine else -1} for fine in good])
    expected = [f"$.counts[{index}].number" for index, fine in enumerate(good) if not fine]
    if expected:
        assert list(told(body)) == expected
    else:
        assert len(loads(json.dumps({"schema_version": 1, **body})).counts) == len(good)


@pytest.mark.parametrize(
    ("number", "hint"),
    [(21, '"21"'), (21.5, '"21.5"'), (-1, '"-1"'), (0, '"0"'), (1e10, '"10000000000.0"')],
    ids=str,
)
def test_json_numbers_are_no_amounts(number: float, hint: str) -> None:
    """A JSON number in the place of an amount is refused with the text to write instead."""
    said = told({"per_inhabitant": number}, model.Rate)
    assert list(said) == ["$.per_inhabitant"]
    assert hint in said["$.per_inhabitant"]


@pytest.mark.parametrize(
    "value",
    [
        "",
        " 21",
        "21 ",
        "+21",
        "21,50",
        "1 000",
        "1_000",
        "٢١",
        "0x1F",
        "1.",
        ".5",
        "1e",
        "NaN",
        "inf",
        "--1",
        None,
        True,
        [],
        {},
    ],
    ids=repr,
)
def test_text_that_is_no_amount(value: Any) -> None:
    """An amount is digits with a point, and nothing that only some programs would take."""
    assert "is not a decimal number in text" in told({"per_inhabitant": value}, model.Rate)["$.per_inhabitant"]


@pytest.mark.parametrize(
    "value",
    ["", "1/0", "1/00", "1.5/2", " 1/3", "1/ 3", "1/-3", "1/3/5", "½", "0.5", "1e3", 1, 0.5, None, True, [1, 3]],
    ids=repr,
)
def test_text_that_is_no_fraction(value: Any) -> None:
    """A share is a whole number or one by another, which is not zero."""
    assert "is not a fraction in text" in told({"party": "1283", "share": value}, model.Share)["$.share"]


@pytest.mark.parametrize(
    ("text", "shown"), [("1/3", "1/3"), ("2/6", "1/3"), ("-1/3", "-1/3"), ("5", "5"), ("0/7", "0"), ("1/03", "1/3")]
)
def test_fractions_are_written_in_lowest_terms(text: str, shown: str) -> None:
    """A share is read exactly and written in its lowest terms."""
    share = loads(json.dumps({"schema_version": 1, "party": "1283", "share": text}), model.Share)
    assert json.loads(dumps(share))["share"] == shown


@pytest.mark.parametrize(
    "day",
    [
        "20160101",
        "2016-W01-1",
        "2016-W1-01",
        "2016-13-01",
        "2016-00-01",
        "2016-02-30",
        "2015-02-29",
        "2016-1-01",
        "16-01-01",
        "2016-01-01T00:00",
        "2016-01-01 ",
        "2016/01/01",
        "0000-01-01",
        "+2016-01-1",
        "2016-001-1",
        "２０１６-01-01",
        "1 maj 2016",
        "",
        20160101,
        1451606400.0,
        True,
        None,
        [],
        {},
    ],
    ids=repr,
)
def test_days_that_are_none(day: Any) -> None:
    """A day that is not written YYYY-MM-DD, or is not in the calendar, is refused with how to write it."""
    assert told({"first_day": day}, dates.Period)["$.first_day"].endswith("is not a date (YYYY-MM-DD)")


@given(st.dates())
@few
def test_every_day_of_the_calendar_is_read(day: Any) -> None:
    """Any day of the calendar is read from its ISO form and written in it."""
    period = loads(json.dumps({"schema_version": 1, "first_day": day.isoformat()}), dates.Period)
    assert period.first_day == day
    assert json.loads(dumps(period))["first_day"] == day.isoformat()


@pytest.mark.parametrize(
    ("body", "path", "said"),
    [
        (coop(period=5), "$.period", "5 is not an object (expected a period)"),
        (coop(period=[]), "$.period", "[] is not an object"),
        (coop(members={}), "$.members", "{} is not an array"),
        (coop(members="1283"), "$.members", "'1283' is not an array"),
        (coop(members=None), "$.members", "None is not an array"),
        (coop(members=[{"party": 5}]), "$.members[0].party", "5 is not an object with a 'type'"),
        (coop(members=[{"party": {}}]), "$.members[0].party", "has no 'type'; use one of 'municipality'"),
        (coop(members=[{"party": {"type": ["x"]}}]), "$.members[0].party", "['x'] is no type here"),
        (coop(members=[{"period": None}]), "$.members[0].party", "is missing"),
        (coop(partners=[{"id": "p", "name": "P", "kind": "Agency"}]), "$.partners[0].kind", "did you mean 'agency'?"),
        (coop(partners=[{"id": "p", "name": "P", "kind": "zzz"}]), "$.partners[0].kind", "use one of 'agency'"),
        (coop(partners=[{"id": "p", "name": "P", "kind": 5}]), "$.partners[0].kind", "5 is no partner kind"),
        (coop(partners=[{"id": "p", "name": "P", "kind": []}]), "$.partners[0].kind", "[] is no partner kind"),
        (
            coop(goal_areas=[{"id": "g", "name": "G", "responsible": ["a", "b c"]}]),
            "$.goal_areas[0].responsible",
            "item 1",
        ),
        (coop(goal_areas=[{"id": "g", "name": "G", "responsible": [5]}]), "$.goal_areas[0].responsible", "item 0: 5"),
        (coop(counts=[{"of": "x", "number": 40.0}]), "$.counts[0].number", "40.0 is not a whole number"),
        (coop(counts=[{"of": "x", "number": "40"}]), "$.counts[0].number", "'40' is not a whole number"),
        (coop(counts=[{"of": "x", "number": True}]), "$.counts[0].number", "True is not a whole number"),
        (
            coop(counts=[{"of": "x", "number": 4, "approximate": 1}]),
            "$.counts[0].approximate",
            "neither true nor false",
        ),
        (coop(board={"id": "b", "name": "B", "seats_per_member": 0}), "$.board.seats_per_member", "at least 1"),
        (coop(period={"first_day": "2016-01-02", "last_day": "2016-01-01"}), "$.period.last_day", "is before"),
        (coop(sources=[{"title": "T", "url": "ftp://x"}]), "$.sources[0].url", "is not a web address"),
        (coop(id=None), "$.id", "None is not an id"),
        (coop(name="X "), "$.name", "has space around it"),
    ],
    ids=range(24),
)
def test_one_mistake_has_one_place(body: dict[str, Any], path: str, said: str) -> None:
    """A document with one mistake has one problem, at the path of the mistake."""
    problems = told(body)
    assert list(problems) == [path]
    assert said in problems[path]


@given(
    st.lists(st.sampled_from(["id", "name", "period", "members", "board", "counts", "zzz"]), min_size=1, unique=True)
)
@few
def test_mistakes_add_up(names: list[str]) -> None:
    """Mistakes in several fields are all told in one error, whichever they are."""
    assert set(told({**coop(), **dict.fromkeys(names, 5)})) == {f"$.{name}" for name in names}


def test_errors_of_other_kinds_have_a_sentence_too() -> None:
    """An error that says nothing is told by its class's name, and others by what they say."""
    assert problems_in(ValueError("is odd"), "$.a") == [("$.a", "is odd")]
    assert problems_in(ValueError(), "$.a") == [("$.a", "ValueError")]
    assert problems_in(KeyError("a"), "$.a") == [("$.a", "is missing")]
    assert problems_in(InvalidValueError("is odd"), "$.a") == [("$.a", "is odd")]
    assert problems_in(InvalidValueError("is odd", owner="X", attribute="b"), "$.a") == [("$.a.b", "is odd")]
