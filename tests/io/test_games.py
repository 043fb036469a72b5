"""Games to and from files: what is read, what is refused with its place, and that nothing is lost."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import DocumentError, InvalidValueError
from familjen.games import CostGame, Game
from familjen.games.compact import CompactGame
from familjen.io.games import (
    GameFile,
    game_file_from_json,
    game_from_csv,
    game_from_json,
    game_to_json,
    read_game,
    read_game_file,
    write_game,
)

CASES = Path(__file__).parents[1] / "cases"
GAME = CostGame.of({"A": Fraction(3469, 100), "H": 7, "A+H": Fraction(121, 3)})
labels = st.text(st.characters(codec="utf-8", exclude_characters="+"), min_size=1, max_size=6).filter(
    lambda label: label == label.strip()
)
indents = st.sampled_from([None, 2])


@st.composite
def games(draw: st.DrawFn) -> Game:
    """Draw a game of costs or gains that are told exactly, of players with any names."""
    players = draw(st.lists(labels, min_size=1, max_size=4, unique=True))
    size = (1 << len(players)) - 1
    numbers = draw(st.lists(st.fractions(-(10**12), 10**12, max_denominator=10**6), min_size=size, max_size=size))
    return draw(st.sampled_from([CostGame, Game])).from_vector(players, [Fraction(0), *numbers])


def problems_of(read: Callable[[], object]) -> list[tuple[str, str]]:
    """Give what is wrong with a document."""
    with pytest.raises(DocumentError) as caught:
        read()
    return list(caught.value.problems)


@given(game=games(), unit=st.none() | labels, source=st.none() | labels, illustrative=st.booleans(), indent=indents)
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_back(
    game: Game, unit: str | None, source: str | None, *, illustrative: bool, indent: int | None
) -> None:
    """A game told exactly, with what its file says of it, comes back equal."""
    file = GameFile(game, unit=unit, source=source, illustrative=illustrative)
    assert game_file_from_json(game_to_json(file, indent=indent)) == file
    assert game_from_json(game_to_json(game).encode()) == game


@given(st.lists(st.floats(-1e50, 1e50).filter(lambda number: abs(number) > 1e-40), min_size=3, max_size=3))
@settings(max_examples=60, deadline=None)
def test_floats_come_back_as_the_same_floats(numbers: list[float]) -> None:
    """A game in floats is written by their decimals, which are read as the same floats."""
    game = Game.from_vector(["a", "b"], np.array([0.0, *numbers]))
    assert game_from_json(game_to_json(game)).values.tolist() == game.values.tolist()


def test_files_are_read_by_their_ending(tmp_path: Path) -> None:
    """What was written to a file comes back from it, and CSV as a Swedish Excel writes it is understood."""
    path = tmp_path / "game.json"
    file = GameFile(GAME, unit="kSEK", source="made up", illustrative=True)
    write_game(file, path)
    assert read_game_file(path) == file
    assert read_game(str(path)) == GAME
    table = tmp_path / "game.CSV"
    table.write_text("\ufeffKoalition;Kostnad\nA;34,69\nH;7\nT;1 000\nA+H;40\n;\n", "utf-8")
    read = read_game(table, completion="additive")
    assert read.exactly("A") == Fraction(3469, 100)
    assert read("A+H+T") == 1041.69
    table.write_text("coalition,value\nA,0\nH,0\nA+H,\n", "utf-8")
    assert type(read_game(table, completion="additive", decimal=".")) is Game


@pytest.mark.parametrize("name", ["tva_ten_valley", "lemaire_1991_insurance", "gately_1974_southern_india"])
def test_the_literature_is_read_as_it_is_made(name: str) -> None:
    """Costs, gains, and savings with costs alone give the games that their tables do."""
    given_ = json.loads((CASES / f"{name}.json").read_text("utf-8"))["inputs"]
    if "savings" in given_:
        document = {"alone": given_["stand_alone_cost"], "savings": given_["savings"], "players": given_["players"]}
        assert game_from_json(json.dumps(document)) == CostGame.of(given_["cost"], players=given_["players"])
    elif "value" in given_:
        assert game_from_json(json.dumps({"value": given_["value"]})) == Game.of(given_["value"])
    else:
        assert game_from_json(json.dumps({"cost": given_["cost"]})) == CostGame.of(given_["cost"])


def test_numbers_of_json_are_read_by_their_decimals() -> None:
    """A JSON number of more digits than a float holds is read to its last digit, as text and fractions are."""
    game = game_from_json('{"cost": {"A": 0.12345678901234567890123, "H": "1/3", "A+H": 1e2}}')
    assert game.exactly("A") == Fraction(12345678901234567890123, 10**23)
    assert game.exactly("H") == Fraction(1, 3)
    assert game.exactly("A+H") == 100


def test_every_problem_is_said_with_its_place() -> None:
    """Wrong names, players, numbers, doubled coalitions and strangers are all said at once."""
    document = """{"cost": {"A": "12,5", "H": true, "T": null, "A+H": 1, "H + A": 1, "A+X": 1e999999999, "A+A": 1,
        "A+T": 1e99999999999999999999, "H+T": 1e301, "A+H+T": []}, "unti": "kr", "unit": " ", "illustrative": 1}"""
    assert problems_of(lambda: game_from_json(document)) == [
        ("$.unti", "there is no name 'unti'; did you mean 'unit'?"),
        ("$.cost.A", "'12,5' is not a decimal number in text"),
        (
            "$.cost.H",
            'True is no number; write a number, or text such as "34.69" or "1/3"',
        ),
        (
            "$.cost.T",
            'None is no number; write a number, or text such as "34.69" or "1/3"',
        ),
        ("$.cost['H + A']", "is the same coalition as 'A+H'; keep one of them"),
        ("$.cost['A+X']", "there is no player 'X'; there are 3, such as 'A', 'H' or 'T'"),
        ("$.cost['A+A']", "'A' is twice in the coalition 'A+A'; name each member once"),
        ("$.cost['A+T']", "'1e99999999999999999999' is not a decimal number in text"),
        ("$.cost['H+T']", "H+T is Decimal('1E+301'); numbers go up to 10^300"),
        (
            "$.cost['A+H+T']",
            '[] is no number; write a number, or text such as "34.69" or "1/3"',
        ),
        ("$.unit", "' ' is blank or has space around it; write the text itself"),
        ("$.illustrative", "1 is neither true nor false"),
    ]


@pytest.mark.parametrize(
    ("document", "place", "said"),
    [
        ("[]", "$", "is not an object with a game's 'cost' or 'value'"),
        ("{}", "$", "has no numbers of coalitions; give 'cost', or 'value', or 'alone' and 'savings'"),
        ('{"cost": {}, "value": {}}', "$", "has 'cost' and 'value'; give"),
        ('{"alone": {"A": 1}}', "$", "has 'alone'; give"),
        ('{"cost": {"A": 1, "A": 2}}', "$.cost", "the name 'A' stands twice"),
        ('{"cost": {"A": NaN}}', "$", "holds NaN, which is no JSON number"),
        ('{"cost": {"A": "NaN"}}', "$.cost.A", "'NaN' is not a decimal number in text"),
        ('{"cost": {"A": "1/0"}}', "$.cost.A", "'1/0' is not a fraction in text"),
        ('{"cost": [1]}', "$.cost", "[1] is not an object with a number for each coalition"),
        ('{"cost": {}}', "$.players", "a game needs at least one player"),
        ('{"cost": {"A": 1, "": 2}}', "$.cost", "nobody is 2; the empty coalition is zero"),
        ('{"cost": {"A": 1, "H": 2}}', "$.cost", "1 of 4 coalitions have no number, such as A+H"),
        ('{"cost": {"A": 1}, "completion": "covr"}', "$.completion", "did you mean 'cover'?"),
        ('{"cost": {"A": 1}, "completion": 3}', "$.completion", "3 is no name of a completion"),
        ('{"cost": {"A": 1}, "players": "A"}', "$.players", "'A' is not an array of players"),
        ('{"cost": {"A": 1}, "players": ["A", "A"]}', "$.players", "'A' is a player twice"),
        ('{"cost": {"A": 1}, "players": [1]}', "$.players", "the player 1 is no text"),
        ('{"cost": {"A": 1}, "players": ["A+B"]}', "$.players", "'A+B' is blank, has space around it or holds '+'"),
        ('{"cost": {"A": 1}, "players": [" A"]}', "$.players", "has space around it"),
        ('{"cost": {"A": 1}, "players": ["\\ud800"]}', "$.players", "half a character"),
        ('{"cost": {"A": 1}, "players": ["A", "H"]}', "$.cost", "2 of 4 coalitions have no number, such as H, A+H"),
        ('{"alone": {"A": 1, "H": 2}, "savings": {}}', "$.savings", "1 of 4 coalitions have no number"),
        ('{"alone": {"A": 1}, "savings": {"A": 2}}', "$.savings", "A saves 2 alone"),
        ('{"alone": {"A+B": 1}, "savings": {}}', "$.alone['A+B']", "holds '+'"),
        ('{"alone": {"A": 1}, "savings": {}, "players": ["A", "H"]}', "$.alone", "H has no cost alone; give it one"),
        ('{"alone": {"A": 1, "T": 1}, "savings": {}, "players": ["A"]}', "$.alone.T", "there is no player 'T'"),
        ('{"cost": {"A": 1}', "$", "ends in the middle of a value"),
    ],
)
def test_what_is_no_game_is_refused(document: str, place: str, said: str) -> None:
    """Documents that hold no game, or half of one, are refused at the place that is wrong."""
    found = problems_of(lambda: game_from_json(document))
    assert any(where == place and said in sentence for where, sentence in found), found


def test_completions_are_asked_for_once() -> None:
    """A document's completion and that of the caller are the same, or both are refused."""
    document = '{"cost": {"A": 1, "H": 2}, "completion": "cover"}'
    assert game_from_json(document)("A+H") == 3
    assert game_from_json(document, completion="cover") == game_from_json(document)
    [(place, said)] = problems_of(lambda: game_from_json(document, completion="additive"))
    assert (place, said) == ("$.completion", "is 'cover', and 'additive' is asked for; settle for one")


def test_every_line_that_is_wrong_is_said() -> None:
    """In CSV each problem has its line, in the order of the file."""
    text = "koalition;kostnad\nA;1\nH;x\n\nA+H;1\nH+A;1,5\nA+T;3\nT;1.000\n"
    assert problems_of(lambda: game_from_csv(text)) == [
        ("line 3", "H: 'x' is no number; write it as 69 994 or leave it empty"),
        ("line 6", "is the same coalition as 'A+H'; keep one of them"),
        (
            "line 8",
            (
                "T: '1.000' holds '.', and the decimal mark is ','; give decimal='.' if that parts decimals, and write "
                "thousands with spaces"
            ),
        ),
    ]


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("", "line 1", "there are no headings; give two"),
        ("koalition;utgift\nA;1", "line 1", "the headings are 'koalition', 'utgift'; give two"),
        ("coalition,cost\nA,1,2", "line 2", "has 3 fields"),
        ("coalition,cost\nA,1\nH", "line 3", "has 1 field;"),
        ("coalition,cost\nA,1\nH,2", "$", "1 of 4 coalitions have no number"),
        ("coalition,cost\nA,\nA+A,1", "line 3", "'A' is twice"),
        ("coalition,cost\n,3\nA,1", "$", "nobody is 3; the empty coalition is zero"),
        ('coalition,cost\n"A,1', "$", "is no CSV"),
        ("coalition,cost\n", "$", "at least one player"),
    ],
)
def test_what_is_no_table_of_a_game_is_refused(text: str, place: str, said: str) -> None:
    """Tables that hold no game are refused at the line that is wrong."""
    found = problems_of(lambda: game_from_csv(text))
    assert any(where == place and said in sentence for where, sentence in found), found


class Empty(CompactGame):
    """A compact game, which no file holds."""

    players = ("A",)

    def of_places(self, places: Any) -> Fraction:
        """Give one for each."""
        return Fraction(len(places))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: write_game(GAME, path / "game.csv"), "'game.csv' does not end with .json"),
        (lambda path: read_game(path / "game.xlsx"), "'game.xlsx' ends with neither .json nor .csv"),
        (lambda path: read_game(path / "game.json", decimal=","), "JSON has no decimal mark but the point"),
        (lambda path: read_game(path / "latin.csv"), "is not UTF-8: byte 0xe4"),
        (lambda _: game_from_csv("coalition;cost\nA;1", decimal=";"), "';' is no decimal mark"),
        (lambda _: game_to_json(CostGame.of({1: 3})), "the player 1 is no text"),
        (lambda _: game_to_json(CostGame.of({"A+B": 3}, players=["A+B"])), r"'A\+B' is blank, has space"),
        (lambda _: game_to_json(CostGame.of({"A": Fraction(1, 7**80)})), "A has more than 60 digits before"),
        (lambda _: game_to_json(CostGame.of({"A": Fraction(1, 10**70)})), "A has more .* round it first"),
        (lambda _: game_to_json(Empty()), "is not a CostGame or Game"),  # type: ignore[arg-type]
        (lambda _: GameFile(GAME, unit=""), "'' is blank"),
        (lambda _: game_from_json(3), "3 is neither text nor bytes"),  # type: ignore[arg-type]
    ],
)
def test_what_no_file_holds_is_refused(tmp_path: Path, make: Callable[[Path], object], message: str) -> None:
    """Other endings and encodings, and players and numbers that could not be read back, are refused in words."""
    (tmp_path / "latin.csv").write_bytes("koalition;v\xe4rde\nA;1".encode("latin-1"))
    with pytest.raises((InvalidValueError, DocumentError), match=message):
        make(tmp_path)
