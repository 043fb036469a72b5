"""What ``familjen scale`` promises."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from familjen.cli import familjen

LAW = str(Path(__file__).parents[1] / "docs/scale/family-law.json")


def run(*words: str) -> tuple[int, str, str]:
    """Run the command and give its exit code, what it printed and its errors."""
    done = CliRunner().invoke(familjen, ["scale", *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def test_it_shows_who_saves_what() -> None:
    """The title, what is illustrative, a line for each party and the sum stand within eighty columns."""
    code, out, err = run(LAW)
    assert (code, err) == (0, "")
    assert out.startswith("Joint family law\nILLUSTRATIVE: nobody publishes what the unit costs")
    rows = [line.split() for line in out.splitlines()]
    assert ["Svalöv", "2,781,620", "2,238,112", "543,508", "-39,641", "822,000", "37.55"] in rows
    assert "rarely lowers costs" in out
    assert max(map(len, out.splitlines())) <= 80


def test_it_explains_in_both_languages() -> None:
    """Sentences say what is saved and what is assumed, in English and Swedish."""
    _, english, _ = run(LAW, "--explain")
    assert "Alone all pay 32,027,110 kr a year" in english
    assert "curve.fixed = 900,000 (600,000 to 1,100,000) (ILLUSTRATIVE)" in english
    _, swedish, _ = run(LAW, "--explain", "--lang", "sv")
    assert "Var för sig betalar alla 32 027 110 kr per år" in swedish
    assert max(map(len, swedish.splitlines())) <= 80


def test_another_split_can_be_asked_for() -> None:
    """A split by name takes the place of the file's; an unknown one is told with those that look like it."""
    _, out, _ = run(LAW, "--split", "by_size")
    assert ["Helsingborg", "20,760,880", "21,195,764", "-434,884"] in [line.split()[:4] for line in out.splitlines()]
    code, _, err = run(LAW, "--split", "by_siz")
    assert code == 2
    assert "did you mean 'by_size'" in err


def test_json_holds_everything() -> None:
    """JSON has the range, each party, every assumption and the warnings."""
    _, out, _ = run(LAW, "--json", "--partners")
    found = json.loads(out)
    assert found["saving"] == {"low": "-423815", "base": "2649855", "high": "4110000"}
    assert [row["party"] for row in found["parties"]] == ["Helsingborg", "Klippan", "Svalöv", "Åstorp", "Örkelljunga"]
    assert {"assumption", "base", "low", "high", "basis", "source"} == set(found["assumptions"][0])
    assert found["partners"][0]["members"] == 2


def test_more_can_be_asked_for() -> None:
    """Partners, turning points and a simulation follow the table, and the same seed gives the same."""
    _, out, _ = run(LAW, "--partners", "--turning", "--simulate", "500", "--seed", "7")
    assert "At best 2 parties are enough to save" in out
    assert out == run(LAW, "--partners", "--turning", "--simulate", "500", "--seed", "7")[1]
    assert out != run(LAW, "--partners", "--turning", "--simulate", "500", "--seed", "8")[1]
    assert "curve.fixed" in out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "$: is empty"),
        ('{"title": "x", "sizes": {"A": -1}, "alone": {"A": 1}}', "$.sizes: 'A': -1 is not above zero"),
        ('{"title": "x", "sizes": {"A": 1}}', "$.curve: nothing says what the service costs"),
        ('{"title": "x", "sizes": {"A": 1}, "curve": {"type": "power"}}', "$.curve: 'power' is no known cost curve"),
    ],
    ids=["empty", "size", "nothing", "curve"],
)
def test_mistakes_are_told_where_they_are(tmp_path: Path, text: str, said: str) -> None:
    """A file that cannot be read ends with 2, and says where it is wrong and why."""
    path = tmp_path / "service.json"
    path.write_text(text, "utf-8")
    code, out, err = run(str(path))
    assert (code, out) == (2, "")
    assert said in err


def test_no_line_breaks_within_a_number() -> None:
    """In Swedish, whose thousands are apart by spaces, numbers and their units stay on one line."""
    code, out, err = run(LAW, "--lang", "sv", "--explain", "--turning", "--simulate", "100", "--seed", "1")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert "Var för sig betalar alla 32 027 110 kr per år, tillsammans 29 377 255 kr:" in lines
    assert not [one for one, other in pairwise(lines) if one[-1:].isdigit() and re.match(r"\s*(\d{3}\b|%|kr\b)", other)]


def test_what_costs_nothing_can_be_drawn(tmp_path: Path) -> None:
    """Where all pay nothing at the base there are no shares of it, and sizes take their place."""
    fixed = {"base": 0, "low": 0, "high": 5}
    curve = {"type": "fixed-variable", "fixed": fixed, "variable": 0}
    place = tmp_path / "free.json"
    place.write_text(json.dumps({"title": "IT", "sizes": {"A": 10, "B": 20}, "curve": curve}), encoding="utf-8")
    code, out, err = run(str(place), "--simulate", "100", "--seed", "1")
    assert (code, err) == (0, "")
    assert "In 100 draws" in out
