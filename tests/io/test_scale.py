"""Services to and from files: nothing is lost, and whatever is wrong is told with its place."""

import contextlib
import copy
import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.drawn import NAMES, assumptions, cooperation, curves

from familjen.errors import DocumentError, FamiljenError, InvalidValueError
from familjen.io.scale import (
    Levels,
    ScaleFile,
    Way,
    Ways,
    read_scale_file,
    scale_file_from_json,
    scale_file_to_json,
    write_scale_file,
)
from familjen.model import Source
from familjen.scale import Assumption, Cooperating, FixedVariable, Meetings, TranslogCurve, scale_benefit

numbers = st.decimals(Decimal("0.001"), 10**9, places=3)
words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=9).filter(lambda text: text == text.strip())


def _sourced(each: Assumption, title: str | None, basis: str, shape: str) -> Assumption:
    """Give an assumption a source, a basis and a shape."""
    source = None if title is None else Source(title, url="https://example.org", retrieved=dt.date(2024, 1, 2))
    return attrs.evolve(each, source=source, basis=basis, shape=shape)


@st.composite
def files(draw: st.DrawFn) -> ScaleFile:
    """Draw a file in which any field may be given."""
    names = draw(st.lists(words, min_size=1, max_size=4, unique=True))
    bases, shapes = (
        st.sampled_from(["measured", "estimated", "illustrative"]),
        st.sampled_from(["uniform", "triangular"]),
    )
    paid = st.builds(_sourced, assumptions(0, 900_000), st.none() | words, bases, shapes)
    ways = tuple([Way(one, other, draw(numbers)) for i, one in enumerate(names) for other in names[i + 1 :]])
    horizon, year = draw(st.integers(1, 5)), draw(st.integers(2, 9990))
    own: dict[str, Any] = {
        "source": draw(words),
        "alone": {name: draw(paid) for name in names},
        "distance": Ways(draw(assumptions(0, 9)), ways=ways, source=draw(words)) if ways else None,
        "harmonisation": Levels(draw(assumptions(0, 1)), levels={name: draw(numbers) for name in names}),
        "cooperating": draw(cooperation()),
        "split": draw(st.sampled_from(["by_size", "shapley"])),
        "rate": draw(assumptions(0, 0.2)),
        "index": {str(year + place): draw(numbers) for place in range(1, horizon)},
    }
    kept = {name: value for name, value in own.items() if draw(st.booleans())}
    sizes = {name: draw(numbers) for name in names}
    return ScaleFile(draw(words), sizes=sizes, curve=draw(curves()), horizon=horizon, first_year=year, **kept)


def problems_of(document: Any) -> list[tuple[str, str]]:
    """Give what is wrong with a document."""
    with pytest.raises(DocumentError) as caught:
        scale_file_from_json(document if isinstance(document, str | bytes) else json.dumps(document))
    return list(caught.value.problems)


GOOD: dict[str, Any] = {
    "title": "IT",
    "source": "Budget 2027",
    "sizes": {"Ale": "9000", "Bjuv": 16000, "Höör": 7000.5},
    "curve": {
        "type": "sum-of-curves",
        "parts": [
            ["staff", {"type": "minimum-staffing", "minimum": 2, "demand": 0.5, "capacity": 1600, "cost": 720000}],
            ["system", {"type": "power-curve", "coefficient": {"base": 9, "low": 1, "high": "10"}, "reference": "2"}],
        ],
    },
    "alone": {"Ale": 900000, "Bjuv": {"base": 1, "basis": "measured", "source": {"title": "Accounts"}}, "Höör": 2},
    "distance": {"per_km": 1, "ways": [{"one": a, "other": b, "km": 7} for a, b in ("AB", "BH", "AH")]},
    "harmonisation": {"share": 0.5, "levels": {"Ale": 1, "Bjuv": 2, "Höör": 3}},
    "cooperating": {
        "fixed": 7,
        "meetings": [{"times": 4, "hours": 2, "rate": 600}],
        "transfers": [{"what": "staff", "people": 2, "each": 25000}],
    },
    "split": "shapley",
    "horizon": 3,
    "rate": {"base": 0.03, "low": 0, "high": 0.05, "shape": "uniform"},
    "first_year": 2027,
    "index": {"2028": 0.02, "2029": 0.02},
}
for _way, _pair in zip(GOOD["distance"]["ways"], (("Ale", "Bjuv"), ("Bjuv", "Höör"), ("Ale", "Höör")), strict=True):
    _way["one"], _way["other"] = _pair


@given(files())
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_back(file: ScaleFile) -> None:
    """A file with any of its fields comes back equal, from text and from bytes."""
    text = scale_file_to_json(file)
    assert scale_file_from_json(text) == file
    assert scale_file_from_json(text.encode()) == file
    assert scale_file_to_json(scale_file_from_json(text)) == text


def test_the_good_document_is_good() -> None:
    """A document that says everything is read, is reckoned, and is written as it was understood."""
    file = scale_file_from_json(json.dumps(GOOD))
    assert file.service().sizes == {"Ale": Decimal(9_000), "Bjuv": Decimal(16_000), "Höör": Decimal("7000.5")}
    assert file.alone is not None
    assert file.alone["Bjuv"] == Assumption(1, basis="measured", source=Source("Accounts"))
    assert file.cooperating == Cooperating(
        fixed=7,
        meetings=(Meetings(4, hours=2, rate=600),),
        transfers=file.cooperating.transfers if file.cooperating else (),
    )
    found = file.benefit()
    assert (found.horizon, found.method, found.discounting.first_year) == (3, "shapley", 2027)
    assert found == scale_benefit(file.service(), split="shapley", discounting=file.discounting(), horizon=3)
    assert scale_file_from_json(scale_file_to_json(file)) == file


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        found += _places(each, (*path, key))
    return found


WRONG = st.sampled_from(
    [None, True, "", " ", "NaN", "1e999", -1, 0, [], {}, [[]], "text", 10**70, 1.5, {"base": "x"}, ["a", "b", "c"]]
)


@given(st.lists(st.tuples(st.sampled_from(_places(GOOD)), st.sampled_from(["drop", "add", "put"]), WRONG), min_size=1))
@settings(max_examples=60, deadline=None)
def test_a_mutilated_document_gives_problems_with_places(changes: list[tuple[tuple[Any, ...], str, Any]]) -> None:
    """Whatever is put where, a document is read, or every problem has a JSONPath; nothing else is raised."""
    document = copy.deepcopy(GOOD)
    for path, kind, put in changes:
        at: Any = document
        wrong = copy.deepcopy(put)  # the same value may be put in twice, also into itself
        try:
            for key in path[:-1]:
                at = at[key]
            if kind == "drop":
                del at[path[-1]]
            elif kind == "add" and isinstance(at, dict):
                at["extra"] = wrong
            else:
                at[path[-1]] = wrong
        except (KeyError, IndexError, TypeError, AttributeError):
            continue
    found = _read(json.dumps(document))
    if isinstance(found, ScaleFile):
        assert scale_file_from_json(scale_file_to_json(found)) == found
        with contextlib.suppress(FamiljenError):  # reckoning may be refused, in our words
            found.benefit()
    else:
        assert found
        assert all(where.startswith("$") and reason for where, reason in found)


def _read(document: str) -> ScaleFile | list[tuple[str, str]]:
    try:
        return scale_file_from_json(document)
    except DocumentError as error:
        return list(error.problems)


@given(st.text(max_size=30) | st.binary(max_size=30))
@settings(max_examples=60, deadline=None)
def test_no_document_at_all_is_told(document: str | bytes) -> None:
    """Text and bytes that are no document are refused as such."""
    with pytest.raises(DocumentError):
        scale_file_from_json(document)


FAULTS: list[tuple[dict[str, Any], str, str]] = [
    ({"title": ""}, "$.title", "is blank"),
    ({"titel": "IT"}, "$.titel", "did you mean 'title'?"),
    ({"sizes": {"Ale": "ten"}}, "$.sizes.Ale", "'ten' is not a decimal number in text"),
    ({"sizes": {"Ale": 0}, "alone": None}, "$.sizes", "'Ale': 0 is not above zero"),
    ({"sizes": {}}, "$.sizes", "gives no size"),
    ({"sizes": None}, "$.sizes", "give either sizes"),
    ({"parties": ["Ale"]}, "$.sizes", "give either sizes"),
    ({"sizes": None, "parties": ["Ale"]}, "$.counted", "is missing"),
    ({"sizes": None, "parties": ["Ale"], "counted": "2015"}, "$.counted", "'2015' is not a date"),
    ({"curve": {"type": "power-curv"}}, "$.curve", "did you mean 'power-curve'?"),
    ({"curve": {"fixed": 1}}, "$.curve", "has no 'type'"),
    ({"curve": 5}, "$.curve", "5 is not an object with a 'type'"),
    ({"curve": {"type": "fixed-variable", "fixed": 1}}, "$.curve.variable", "is missing"),
    ({"curve": {"type": "fixed-variable", "fixed": -1, "variable": 1}}, "$.curve.fixed", "-1 is outside"),
    ({"alone": {"Ale": 1}}, "$.alone", "there is no cost today of 'Bjuv'"),
    ({"alone": {"Ale": 1, "Bjuv": 1, "Höör": 1, "Eda": 1}}, "$.alone", "no party with a size 'Eda'"),
    ({"alone": {"Ale": {"base": 1, "basis": "measurd"}}}, "$.alone.Ale.basis", "did you mean 'measured'?"),
    ({"alone": {"Ale": {"base": 1, "low": 2}}}, "$.alone.Ale.low", "give them in that order"),
    ({"sizes": {"Nowhere": 1}, "distance": {"per_km": 1}}, "$.distance", "no municipality"),
    ({"distance": {"per_km": 1, "ways": [{"one": "Ale", "other": "Bjuv", "km": 1}]}}, "$.distance", "Höör"),
    ({"distance": {"per_km": -1}}, "$.distance.per_km", "-1 is outside"),
    ({"harmonisation": {"share": 1, "levels": {"Ale": 1}}}, "$.harmonisation", "there is no level of 'Bjuv'"),
    ({"harmonisation": {"share": 2, "levels": {}}}, "$.harmonisation.share", "2 is outside"),
    ({"cooperating": {"fixed": "x"}}, "$.cooperating.fixed", "is not a decimal number"),
    ({"cooperating": {"meetings": [{"times": 1, "hours": 1}]}}, "$.cooperating.meetings[0].rate", "is missing"),
    ({"split": "shaply"}, "$.split", "did you mean 'shapley'?"),
    ({"horizon": 0}, "$.horizon", "0 is outside the range"),
    ({"horizon": 4}, "$.index", "the index ends in 2029"),
    ({"rate": -1}, "$.rate", "-1 is outside"),
    ({"index": {"2029": 0.02}}, "$.index", "the index has 2029 where 2028 comes next"),
    ({"index": {"next": 0.02}}, "$.index", "'next' is no year; write 2028"),
    ({"index": {"9" * 5000: 0.02}}, "$.index", "is no year"),
    ({"index": {"2028": "NaN"}}, "$.index['2028']", "'NaN' is not a decimal number in text"),
]


@pytest.mark.parametrize(
    ("change", "where", "reason"), FAULTS, ids=[f"{number} {where}" for number, (_, where, _) in enumerate(FAULTS)]
)
def test_what_is_wrong_is_told_with_its_place(change: dict[str, Any], where: str, reason: str) -> None:
    """Each fault has a JSONPath and a sentence of its own, and is the only one that is told."""
    document = {name: value for name, value in (GOOD | change).items() if value is not None}
    if "sizes" in change and change["sizes"] is not None:
        document = {
            name: value for name, value in document.items() if name in {"title", "sizes", "curve"} | set(change)
        }
    ((place, said),) = problems_of(document)
    assert place == where
    assert reason in said


def test_all_faults_are_told_at_once() -> None:
    """Faults in several fields, and in how parts fit together, come in one error."""
    wrong = GOOD | {"title": " ", "sizes": {"Ale": "x"}, "horizon": "3"}
    assert [place for place, _ in problems_of(wrong)] == ["$.title", "$.sizes.Ale", "$.horizon"]
    unfit = GOOD | {"alone": {"Ale": 1}, "horizon": 4, "split": "shaply"}
    assert [place for place, _ in problems_of(unfit)] == ["$.alone", "$.index", "$.split"]


def test_a_way_that_stands_there_twice_is_refused() -> None:
    """Of two distances one way, none is silently taken."""
    twice = copy.deepcopy(GOOD)
    twice["distance"]["ways"].append({"one": "Ale", "other": "Bjuv", "km": 9})
    assert problems_of(twice) == [("$.distance", "the way from Ale to Bjuv stands there twice")]


def test_populations_are_looked_up() -> None:
    """Parties by code or name, with a day, get their population and great-circle distances."""
    document = {"title": "IT", "parties": ["1260", "Klippan"], "counted": "2015-12-31", "distance": {"per_km": 1}}
    document["curve"] = {"type": "fixed-variable", "fixed": 9, "variable": 1}
    file = scale_file_from_json(json.dumps(document))
    assert file.service().sizes["Bjuv"] == 14_962
    assert file.service().distance is not None
    assert scale_file_from_json(scale_file_to_json(file)) == file
    for parties, said in ((["1260", "Bjuv"], "Bjuv stands there twice"), (["Bjuw"], "no municipality 'Bjuw'")):
        assert any(said in reason for _, reason in problems_of(document | {"parties": parties}))
    assert problems_of(document | {"counted": "1066-12-31"})


def test_files_are_read_and_written_whole(tmp_path: Path) -> None:
    """A file written is the text written, read back equal; a fault names the file."""
    place, file = tmp_path / "it.json", scale_file_from_json(json.dumps(GOOD))
    write_scale_file(file, place)
    assert place.read_text(encoding="utf-8") == scale_file_to_json(file)
    assert read_scale_file(place) == file
    place.write_text("{}", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"it\.json"):
        read_scale_file(place)
    with pytest.raises(FileNotFoundError):
        read_scale_file(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("given_", "reason"),
    [
        ({"sizes": {"A": 1}}, r"sizes: 'A': 1 is not a Decimal"),
        ({"sizes": {"A": Decimal("NaN")}}, r"sizes: 'A': NaN is not a finite amount"),
        ({"sizes": {5: Decimal(1)}}, r"sizes: 5 is not text"),
        ({"sizes": [1]}, r"sizes: \[1\] is not a dict"),
        ({"sizes": {"A": Decimal(1)}, "alone": {"A": 5}}, r"alone: 'A': 5 is a plain number"),
        ({"sizes": {"A": Decimal(1)}, "index": {"2028": 0.02}}, r"index: '2028': 0\.02 is not a Decimal"),
        ({"sizes": {"A": Decimal(1)}, "horizon": True}, r"horizon: True is not a whole number"),
        ({"sizes": {"A": Decimal(1)}, "curve": 5}, r"curve: 5 is not a CostCurve"),
        ({}, r"sizes: give either sizes"),
    ],
    ids=["int", "nan", "number for name", "list", "alone", "index", "horizon", "curve", "nothing"],
)
def test_fields_that_are_none_are_refused(given_: Any, reason: str) -> None:
    """A file made in Python holds only what can be written."""
    with pytest.raises(InvalidValueError, match=reason):
        ScaleFile("IT", **given_)


def test_every_kind_of_curve_has_a_type() -> None:
    """Each kind of curve that is ours is written with a type of its own and read back."""
    for curve in (FixedVariable(1, 2), TranslogCurve(9, 0.9, 0.01, reference=100)):
        file = ScaleFile("IT", sizes=dict.fromkeys(NAMES, Decimal(5)), curve=curve)
        assert scale_file_from_json(scale_file_to_json(file)).curve == curve


def test_parties_may_share_a_place() -> None:
    """A distance of zero is read, and one below zero is not."""
    near = copy.deepcopy(GOOD)
    near["distance"]["ways"][0]["km"] = 0
    found = scale_file_from_json(json.dumps(near)).service().distance
    assert found is not None
    way = near["distance"]["ways"][0]
    places = [found.parties.index(way[end]) for end in ("one", "other")]
    assert found.km[places[0]][places[1]] == 0
    near["distance"]["ways"][0]["km"] = -1
    assert [path for path, _ in problems_of(near)] == ["$.distance.ways[0].km"]
