"""What ``familjen power`` promises."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from familjen.cli import familjen
from familjen.cli import power as _registered  # noqa: F401 - the command adds itself to the group

BODY = {
    "title": "A board",
    "source": "made up",
    "chambers": [
        {"weights": {"Bjuv": 1, "Klippan": 1, "Svalöv": 1, "Helsingborg": 2, "Lund": 4}, "majority": "more than half"}
    ],
    "bloc": ["Bjuv", "Klippan", "Svalöv"],
}


@pytest.fixture
def body(tmp_path: Path) -> str:
    """Give the path of a body."""
    path = tmp_path / "body.json"
    path.write_text(json.dumps(BODY), "utf-8")
    return str(path)


def run(*words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(familjen, ["power", *words])


def test_it_shows_the_power_of_each(body: str) -> None:
    """The table has a line for each member, and what the bloc gains stands below."""
    done = run(body)
    assert done.exit_code == 0
    assert done.output.splitlines()[:2] == ["A board", "made up"]
    assert ["Lund", "4", "44.4", "%", "60.0", "%"] in [line.split() for line in done.output.splitlines()]
    assert "They gain 3.3 percentage points." in done.output


def test_it_explains_in_both_languages(body: str) -> None:
    """Sentences are in English or Swedish, for another index or bloc too."""
    assert "knows nothing of who persuades whom" in " ".join(run(body, "--explain").output.split())
    done = run(body, "--explain", "--lang", "sv", "--index", "banzhaf", "--bloc", "Bjuv + Klippan")
    swedish = " ".join(done.output.split())
    assert max(map(len, done.output.splitlines())) <= 80
    assert "Banzhafs index" in swedish
    assert "Som en har Bjuv och Klippan" in swedish


def test_json_has_exact_numbers(body: str) -> None:
    """The JSON holds fractions, rows and the bloc."""
    told = json.loads(run(body, "--json").output)
    assert told["exact"] == {
        "Bjuv": "1/10",
        "Klippan": "1/10",
        "Svalöv": "1/10",
        "Helsingborg": "1/10",
        "Lund": "3/5",
    }
    assert told["bloc"]["gain"] == "1/30"
    assert told["bloc"]["better_outside"] == ["Bjuv", "Klippan", "Svalöv"]
    assert told["members"][0]["in_bloc"] is True
    path = Path(body)
    path.write_text(json.dumps({**BODY, "bloc": []}), "utf-8")
    assert json.loads(run(body, "--json").output)["bloc"] is None
    path.write_text(json.dumps({"title": "A board", "chambers": BODY["chambers"]}), "utf-8")
    assert run(body).output.splitlines()[:3] == ["A board", "", "Member       weight  of all   power"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param(("--index", "banzhav"), "did you mean 'banzhaf'", id="index"),
        pytest.param(("--bloc", "Bjuv"), "two members or more", id="bloc-of-one"),
        pytest.param(("--bloc", "Bjuf+Lund"), "Bjuv", id="unknown"),
    ],
)
def test_mistakes_are_sentences(body: str, words: tuple[str, ...], sentence: str) -> None:
    """A wrong option ends with code 2 and one sentence."""
    done = run(body, *words)
    assert done.exit_code == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.output


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    """A file that is not there ends with code 2 and its name."""
    done = run(str(tmp_path / "none.json"))
    assert done.exit_code == 2
    assert "none.json" in done.stderr
