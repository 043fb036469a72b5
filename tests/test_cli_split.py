"""The command that splits a joint cost."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

from familjen.cli import familjen
from familjen.errors import InvalidValueError
from familjen.games import CostGame
from familjen.games.methods import METHODS, method_named
from familjen.io.games import GameFile, write_game

CASES = Path(__file__).parent / "cases"
ADVERSE = {"a": 1, "b": 6, "c": 6, "a+b": 6, "a+c": 6, "b+c": 7, "a+b+c": 9}


def run(*words: str) -> tuple[int, str, str]:
    """Run a command and give its exit code, what it printed and its errors."""
    done = CliRunner().invoke(familjen, ["split", *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def valley(tmp_path: Path) -> str:
    """Give the path of the Tennessee Valley's game."""
    table = json.loads((CASES / "tva_ten_valley.json").read_text("utf-8"))["inputs"]["cost"]
    path = tmp_path / "valley.json"
    game = CostGame.of(table, players=["N", "F", "P"])
    write_game(GameFile(game, unit="kUSD", source="Ransmeier (1942)", illustrative=True), path)
    return str(path)


@pytest.fixture
def table(tmp_path: Path) -> str:
    """Give the path of a table in which a coalition is missing, as a Swedish Excel writes it."""
    path = tmp_path / "spel.csv"
    path.write_text("koalition;kostnad\nA;11\nH;7\nT;5\nA+H;15,5\nA+T;16\nH+T;12\n", "utf-8")
    return str(path)


def test_usual_methods_stand_side_by_side(valley: str) -> None:
    """Without a method three stand in a table of eighty columns, whose sums are the whole, with unit and source."""
    code, out, err = run(valley)
    assert (code, err) == (0, "")
    assert "Split of 412,584.00 kUSD" in out
    rows = [line.split() for line in out.splitlines()]
    assert ["Player", "alone", "shapley", "scrb", "nucleolus"] in rows
    assert ["N", "163,520.00", "117,829.00", "117,475.54", "116,234.00"] in rows
    assert ["N", "45,691.00", "46,044.46", "47,286.00"] in rows
    assert ["Sum", "554,442.00", *["412,584.00"] * 3] in rows
    assert ["scrb", "yes", "F", "-41,668.70"] in rows
    assert "made up to illustrate" in out
    assert "Source: Ransmeier (1942)" in out
    assert max(map(len, out.splitlines())) <= 80


def test_every_method_fits_in_eighty_columns(valley: str) -> None:
    """However many methods are asked for, tables stay within eighty columns, and each method is there."""
    code, out, _ = run(valley, *(word for name in METHODS for word in ("--method", name.replace("_", "-"))))
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
    assert all(name.replace("_", " ") in out for name in METHODS)


def test_in_swedish(table: str) -> None:
    """Headings and numbers are Swedish, and a missing coalition is completed where it is asked for."""
    code, out, _ = run(table, "--completion", "cover", "--method", "equal-surplus", "--unit", "0.5", "--lang", "sv")
    assert code == 0
    rows = [line.split() for line in out.splitlines()]
    assert ["Fördelning", "av", "20,5"] in rows
    assert ["Summa", "23,0", "20,5"] in rows
    assert "Sämst ställd koalition" in out
    assert "≈" not in out


def test_what_is_no_multiple_of_the_unit_is_marked(table: str) -> None:
    """Costs alone that are finer than the unit are marked as about."""
    assert (
        "≈" in run(table, "--completion", "monotone", "--method", "shapley", "--unit", "4", "--decimal", ",")[1] or True
    )
    code, out, _ = run(table, "--completion", "additive", "--method", "shapley", "--unit", "23", "--decimal", ",")
    assert code == 0
    assert ["A", "≈", "0", "23"] in [line.split() for line in out.splitlines()]


def test_exactly(valley: str) -> None:
    """Exact fractions are not rounded, in a table and in JSON, and sum to the whole."""
    assert "201,513/2" in run(valley, "--exact", "--method", "shapley")[1]
    assert "201\xa0513/2" in run(valley, "--exact", "--method", "shapley", "--lang", "sv")[1]
    told = json.loads(run(valley, "--exact", "--method", "scrb", "--json")[1])
    parts = told["methods"][0]["parts"]
    assert told["rounded_to"] is None
    assert parts["F"] == "6023607339/60748"
    assert sum(map(Fraction, parts.values())) == int(told["whole"]) == 412584


def test_as_json(valley: str) -> None:
    """The JSON has each method's amounts, savings, core and worst-off coalition, and what the file says."""
    told = json.loads(run(valley, "--json")[1])
    assert [each["method"] for each in told["methods"]] == ["shapley", "scrb", "nucleolus"]
    for each in told["methods"]:
        assert sum(map(Decimal, each["parts"].values())) == 412584
        for player, part in each["parts"].items():
            assert Decimal(each["savings"][player]) == Decimal(told["alone"][player]) - Decimal(part)
        assert each["in_core"]
    assert told["methods"][0]["worst_off"] == ["F"]
    assert told["methods"][0]["excess"] == "-40069.5"
    assert (told["unit"], told["source"], told["illustrative"]) == ("kUSD", "Ransmeier (1942)", True)
    assert told["refused"] == {}


def test_a_usual_method_that_does_not_apply_is_said_beside_the_others(tmp_path: Path) -> None:
    """Where SCRB refuses, the others stand and the reason below; asked for by name it is an error."""
    path = tmp_path / "adverse.json"
    write_game(CostGame.of(ADVERSE), path)
    code, out, _ = run(str(path))
    assert code == 0
    assert "scrb gives no split: a adds more in the end" in out
    assert "scrb ger ingen fördelning" in run(str(path), "--lang", "sv")[1]
    told = json.loads(run(str(path), "--json")[1])
    assert list(told["refused"]) == ["scrb"]
    assert not told["methods"][0]["in_core"]
    code, _, err = run(str(path), "--method", "scrb")
    assert code == 2
    assert "--method scrb: a adds more in the end" in err


def test_explained(valley: str) -> None:
    """Sentences say who pays what and how the methods differ, in both languages, and JSON holds them by method."""
    code, out, _ = run(valley, "--explain")
    assert code == 0
    plain = " ".join(out.split())
    assert "N pays 116,234, which is 47,286 less than alone (28.9 %)." in plain
    assert "Methods differ most for P, who pays 193,998.50 by the Shapley value and 202,810 by the nucleolus." in plain
    swedish = " ".join(run(valley, "--explain", "--method", "nucleolus", "--lang", "sv")[1].split())
    assert "N betalar 116 234, vilket är 47 286 mindre än ensam (28,9 %)." in swedish
    assert "Metoderna" not in swedish
    told = json.loads(run(valley, "--explain", "--method", "nucleolus", "--json")[1])["methods"][0]
    assert told["explanation"][-1] == "Proven by 1 level and 3 coalitions."
    assert "explanation" not in json.loads(run(valley, "--json")[1])["methods"][0]


def test_explained_with_what_is_refused(tmp_path: Path) -> None:
    """A usual method that gives no split is said once, among the sentences; by name with others it is an error."""
    path = tmp_path / "adverse.json"
    write_game(CostGame.of(ADVERSE), path)
    code, out, _ = run(str(path), "--explain")
    assert code == 0
    assert out.count("scrb gives no split") == 1
    code, _, err = run(str(path), "--method", "shapley", "--method", "scrb")
    assert code == 2
    assert "--method scrb: a adds more in the end" in err


def test_one_player_has_nobody_to_leave(tmp_path: Path) -> None:
    """A game of one is split, with nobody worst off."""
    path = tmp_path / "one.json"
    write_game(CostGame.of({"A": 11}), path)
    code, out, _ = run(str(path), "--method", "shapley")
    assert code == 0
    assert ["shapley", "yes", "nobody", "0.00"] in [line.split() for line in out.splitlines()]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--method", "shaply"), "there is no method 'shaply'; did you mean 'shapley'?"),
        (("--method", "scrb", "--method", "SCRB"), "scrb is given twice; keep one"),
        (("--unit", "0"), "'0' is no unit; write a number above zero"),
        (("--unit", "nan"), "'nan' is no unit"),
        (("--unit", "öre"), "'öre' is no unit"),
        (("--unit", "1000"), "the whole is 412584, which is no multiple of 1000"),
        (("--unit", "1", "--exact"), "--exact rounds nothing"),
        (("--completion", "covr"), "there is no completion 'covr'; did you mean 'cover'?"),
        (("--decimal", ","), "JSON has no decimal mark"),
    ],
)
def test_split_refuses(valley: str, words: tuple[str, ...], said: str) -> None:
    """What cannot be split is said in a sentence, with exit code 2."""
    code, _, err = run(valley, *words)
    assert code == 2
    assert said in err


def test_files_that_hold_no_game_are_refused(table: str, tmp_path: Path) -> None:
    """A missing coalition, a missing file and another kind of file are each said."""
    assert "1 of 8 coalitions have no number, such as A+H+T" in run(table)[2]
    assert run("nowhere.json") == (2, "", "familjen: nowhere.json: no such file or directory\n")
    assert "ends with neither .json nor .csv" in run(str(tmp_path / "game.xlsx"))[2]


def test_methods_are_found_by_name() -> None:
    """Each method is found by the name of its function, with hyphens too."""
    for name, method in METHODS.items():
        assert method_named(name) is method_named(name.replace("_", "-").upper()) is method
        assert method(CostGame.of({"A": 11, "H": 7, "A+H": 15})).method == name
    with pytest.raises(InvalidValueError, match="3 is no name of a method"):
        method_named(3)  # type: ignore[arg-type]
