"""Bodies in files: read, written, and refused with a JSONPath."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import DocumentError, InvalidValueError
from familjen.influence import Chambers, WeightedVotes
from familjen.io.bodies import BodyFile, ChamberEntry, body_from_json, body_to_json, read_body, write_body

BOARD: dict[str, Any] = {
    "title": "A board",
    "chambers": [
        {"weights": {"A": 4, "B": 2, "C": "1.5", "D": 1.5}, "majority": "more than half", "name": "inhabitants"},
        {"weights": {"A": 1, "B": 1, "C": 1, "D": 1}, "majority": "2/3"},
    ],
    "veto": ["A"],
    "bloc": ["C", "D"],
}


def changed(**parts: Any) -> str:
    """Write the board with some parts changed, or left out where they are None."""
    return json.dumps({name: part for name, part in {**BOARD, **parts}.items() if part is not None})


def test_a_body_is_read() -> None:
    """Numbers keep their decimals, majorities are fractions, and vetoes are a chamber."""
    file = body_from_json(changed())
    assert file.chambers[0].weights["D"] == Decimal("1.5")
    body = file.body()
    assert isinstance(body, Chambers)
    assert [chamber.quota for chamber in body.chambers] == [5, Fraction(8, 3), 1]
    power = file.power()
    assert sum(power.numbers) == 1
    assert power.bloc is not None
    assert power.bloc.members == ("C", "D")
    assert body_from_json(changed(bloc=None, unions=[["B", "C"]])).power().unions == (("B", "C"),)


@given(
    st.dictionaries(st.text("abc", min_size=1, max_size=3), st.decimals(1, 10**6, places=2), min_size=1, max_size=5),
    st.sampled_from(["more than half", "all", "2/3"]),
)
@settings(max_examples=30, deadline=None)
def test_what_is_written_is_read_again(weights: dict[str, Decimal], majority: str) -> None:
    """A body written as JSON and read is the same."""
    file = BodyFile("A body", (ChamberEntry(weights, majority=majority, rounded_to=Decimal(1)),), index="banzhaf")
    assert body_from_json(body_to_json(file)) == file


def test_files(tmp_path: Path) -> None:
    """A body goes to a file and comes back; a missing file is the system's own error."""
    file = body_from_json(changed())
    write_body(file, tmp_path / "body.json")
    assert read_body(tmp_path / "body.json") == file
    with pytest.raises(OSError, match="nothing"):
        read_body(tmp_path / "nothing.json")


@pytest.mark.parametrize(
    ("document", "path", "reason"),
    [
        pytest.param(changed(title=None), "$.title", "is missing", id="no-title"),
        pytest.param(changed(title=3), "$.title", "is not text", id="title-number"),
        pytest.param(changed(chambers=None), "$.chambers", "is missing", id="no-chambers"),
        pytest.param(changed(chambers=[]), "$.chambers", "there is no vote", id="empty"),
        pytest.param(changed(vetos=["A"]), "$.vetos", "did you mean 'veto'", id="unknown-name"),
        pytest.param(changed(chambers=[{"weights": [1]}]), "$.chambers[0].weights", "not an object", id="list"),
        pytest.param(
            changed(chambers=[{"weights": {"A": "ten"}, "quota": 1}]),
            "$.chambers[0].weights.A",
            "not a decimal number",
            id="word",
        ),
        pytest.param(
            changed(chambers=[{"weights": {"A": True}, "quota": 1}]),
            "$.chambers[0].weights.A",
            "not a decimal number",
            id="bool",
        ),
        pytest.param(
            '{"title": "A", "chambers": [{"weights": {"A": 1e99999999999999999999}, "quota": 1}]}',
            "$.chambers[0].weights.A",
            "not a decimal number",
            id="exponent",
        ),
        pytest.param(
            changed(chambers=[{"weights": {"A": -1, "B": 2}, "quota": 1}]),
            "$.chambers[0].weights",
            "give zero or more",
            id="negative",
        ),
        pytest.param(
            changed(chambers=[{"weights": {"A": 1}, "quota": 2}]), "$.chambers[0].quota", "at most all", id="beyond"
        ),
        pytest.param(changed(chambers=[{"weights": {"A": 1}}]), "$.chambers[0].quota", "either a quota", id="neither"),
        pytest.param(
            changed(chambers=[{"weights": {"A": 1}, "majority": "1/0"}]),
            "$.chambers[0].majority",
            "is no fraction",
            id="no-fraction",
        ),
        pytest.param(
            changed(chambers=[{"weights": {"A": 1}, "majority": "half"}]),
            "$.chambers[0].majority",
            "is no majority",
            id="no-majority",
        ),
        pytest.param(
            changed(chambers=[{"weights": {"A": 1}, "quota": 1, "rounded_to": 0}]),
            "$.chambers[0].rounded_to",
            "above zero",
            id="no-unit",
        ),
        pytest.param(
            changed(chambers=[BOARD["chambers"][0], {"weights": {"A": 1}, "quota": 1}]),
            "$.chambers",
            "the chambers differ",
            id="other-members",
        ),
        pytest.param(changed(veto=["E"]), "$.veto", "E", id="unknown-veto"),
        pytest.param('{"title": "A", "title": "B"}', "$", "twice", id="twice"),
    ],
)
def test_problems_have_a_path(document: str, path: str, reason: str) -> None:
    """What is wrong in a file is told with where it stands."""
    with pytest.raises(DocumentError) as caught:
        body_from_json(document, origin="body.json")
    where = {place for place, _ in caught.value.problems}
    assert where == {path}
    assert reason in str(caught.value)
    assert "body.json" in str(caught.value)


@pytest.mark.parametrize(
    ("change", "where", "said"),
    [
        ({"bloc": ["A", "E"]}, "$.bloc", "there is no player 'E'"),
        ({"bloc": ["A"]}, "$.bloc", "the bloc"),
        ({"bloc": ["A", "B", "C", "D"]}, "$.bloc", "the bloc is all members"),
        ({"unions": [["A", "E"]]}, "$.unions", "there is no player 'E'"),
        ({"unions": [["A", "B"], ["B"]]}, "$.unions", "B"),
        ({"bloc": ["A", "B"], "unions": [["C", "D"]]}, "$.unions", "give a bloc or unions, not both"),
        ({"index": "shapley"}, "$.index", "'shapley'"),
        ({"index": "johnston", "bloc": ["A", "B"]}, "$.index", "johnston says nothing of members within a bloc"),
    ],
    ids=["nobody", "one", "all", "stranger", "twice", "both", "index", "knows no bloc"],
)
def test_what_is_asked_of_the_body_is_read_with_the_file(change: dict[str, Any], where: str, said: str) -> None:
    """An index, a bloc and unions that cannot be are told when the file is read, each where it stands."""
    plain = {"bloc": [], "unions": [], "index": "shapley_shubik", **change}
    with pytest.raises(DocumentError) as caught:
        body_from_json(changed(**plain))
    ((path, reason),) = caught.value.problems
    assert path == where
    assert said in reason


def test_a_vote_alone_is_not_written(tmp_path: Path) -> None:
    """What is no `BodyFile` is refused, and no file is written that could not be read."""
    place = tmp_path / "body.json"
    with pytest.raises(InvalidValueError, match="is no BodyFile"):
        write_body(WeightedVotes.of({"A": 1}, quota=1), place)
    assert not place.exists()
