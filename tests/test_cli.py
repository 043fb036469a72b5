"""The command line, as a user meets it."""

import json
import subprocess
import sys
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner

from familjen import dump
from familjen.cli import familjen
from familjen.datasets import familjen_helsingborg_2016
from familjen.rules import RULES


def run(*words: str) -> tuple[int, str, str]:
    """Run a command and give its exit code, what it printed and its errors."""
    done = CliRunner().invoke(familjen, words)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def saved(tmp_path: Path) -> str:
    """Give the path of the bundled cooperation, saved."""
    path = tmp_path / "familjen.json"
    dump(familjen_helsingborg_2016(), path)
    return str(path)


def test_demo_bills_the_fee() -> None:
    """The demo bills 7,147,434 kr over eleven municipalities, explains each charge and states its assumption."""
    code, out, _ = run("demo")
    assert code == 0
    assert "7,147,434" in out
    assert out.count("kr for 2016.") == 11
    assert "137,909 × 21 kr = 2,896,089 kr" in out
    assert "Assumption: inhabitants are counted on 2015-12-31" in " ".join(out.split())


def test_demo_reads_well_at_eighty_columns() -> None:
    """No line of the demo is wider than eighty columns."""
    assert max(map(len, run("demo")[1].splitlines())) <= 80


def test_demo_as_json_sums() -> None:
    """The demo's JSON holds the cooperation, the findings and charges that come to the total."""
    code, out, _ = run("demo", "--json")
    told = json.loads(out)
    assert code == 0
    assert {finding["severity"] for finding in told["findings"]} == {"advice"}
    assert sum(int(row["amount"]) for row in told["bill"]["rows"]) == int(told["bill"]["total"]) == 7_147_434
    assert len(told["explained"]) == 11


def test_show_a_file(saved: str) -> None:
    """A saved cooperation is shown with its members, and its JSON is the document itself."""
    code, out, _ = run("show", saved)
    assert code == 0
    assert "Örkelljunga" in out
    assert json.loads(run("show", saved, "--json")[1]) == json.loads(Path(saved).read_text("utf-8"))


def test_check_a_clean_file(saved: str) -> None:
    """A clean cooperation is found so, with exit code 0."""
    assert run("check", saved)[0] == 0
    assert json.loads(run("check", saved, "--json")[1])["counts"]["error"] == 0


def test_check_a_broken_file(tmp_path: Path) -> None:
    """A broken cooperation gives its findings and exit code 1."""
    coop = familjen_helsingborg_2016()
    broken = attrs.evolve(coop, agreements=(attrs.evolve(coop.agreements[0], host="1280"),))
    dump(broken, tmp_path / "broken.json")
    code, out, _ = run("check", str(tmp_path / "broken.json"))
    assert code == 1
    assert "FAM103" in out
    told = json.loads(run("check", str(tmp_path / "broken.json"), "--json")[1])
    assert [finding["code"] for finding in told["findings"] if finding["severity"] == "error"] == ["FAM103"]
    assert told["counts"]["error"] == 1


def test_schema_is_printed() -> None:
    """The schema is JSON of draft 2020-12."""
    assert json.loads(run("schema")[1])["$schema"].endswith("2020-12/schema")
    assert run("schema", "--json")[1] == run("schema")[1]


def test_municipalities_are_listed() -> None:
    """All 290 municipalities are listed, or one by its name however it is spelt."""
    assert len(json.loads(run("municipalities", "--json")[1])) == 290
    assert "Upplands Väsby" in run("municipalities")[1]
    code, out, _ = run("municipalities", "ORKELLJUNGA")
    assert code == 0
    assert "1257" in out
    assert "none by land" in run("municipalities", "Gotland")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "no-such-file.json"), "no-such-file.json: no such file or directory"),
        (("check", "."), "is a directory"),
        (("municipalities", "Helsinborg"), "did you mean 'Helsingborg'?"),
        (("nonsense",), "No such command"),
    ],
)
def test_mistakes_are_answered_by_a_sentence(words: tuple[str, ...], said: str) -> None:
    """A mistake gives a sentence on standard error and exit code 2, never a traceback."""
    code, out, err = run(*words)
    assert code == 2
    assert said in err
    assert "Traceback" not in out + err


def test_bad_document_names_every_problem(tmp_path: Path) -> None:
    """A file with several problems is refused with all of them and exit code 2."""
    path = tmp_path / "bad.json"
    path.write_text('{"schema_version": 1, "id": "x y", "nam": "X"}', "utf-8")
    code, _, err = run("show", str(path))
    assert code == 2
    assert "$.id" in err
    assert "$.name: is missing" in err
    assert "did you mean 'name'?" in err


def test_runs_as_a_module() -> None:
    """``python -m familjen`` is the same command."""
    done = subprocess.run([sys.executable, "-m", "familjen", "--version"], capture_output=True, text=True, check=True)
    assert "familjen, version" in done.stdout


def test_missing_extra_is_said() -> None:
    """Without the extra, the command says how to install it and exits with 2."""
    code = "import sys; sys.modules['click'] = None\nfrom familjen.__main__ import main\nmain()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert done.returncode == 2
    assert "pip install 'familjen[cli]'" in done.stderr


def test_check_in_every_format(tmp_path: Path) -> None:
    """Findings are written as annotations and as SARIF with the line of the file, to a file and in Swedish if asked."""
    coop = familjen_helsingborg_2016()
    broken = tmp_path / "broken.json"
    dump(attrs.evolve(coop, agreements=(attrs.evolve(coop.agreements[0], host="1280"),)), broken)
    line = next(n for n, text in enumerate(broken.read_text("utf-8").splitlines(), 1) if '"host": "1280"' in text)
    code, out, _ = run("check", str(broken), "--format", "github", "--select", "FAM103")
    assert code == 1
    assert out.startswith(f"::error file={broken},line={line},col=")
    target = tmp_path / "out.sarif"
    assert run("check", str(broken), "--format", "sarif", "-o", str(target), "--lang", "sv")[0] == 1
    results = json.loads(target.read_text("utf-8"))["runs"][0]["results"]
    found = next(result for result in results if result["ruleId"] == "FAM103")
    assert found["locations"][0]["physicalLocation"]["region"]["startLine"] == line
    assert "anger 1280 som värd" in found["message"]["text"]


def test_check_of_several_files(saved: str) -> None:
    """Several files are checked in one call, and each report bears its file's name."""
    code, out, _ = run("check", saved, saved, "--on", "2016-06-01", "--ignore", "FAM5,FAM2")
    assert code == 0
    assert out.count(f"{saved}: Nothing found") == 2
    assert len(json.loads(run("check", saved, saved, "--json")[1])) == 2


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 0), ("advice", 1), ("never", 0)])
def test_what_fails_a_check(saved: str, fail_on: str, code: int) -> None:
    """The least severity that gives exit code 1 can be chosen; the bundled cooperation has advice only."""
    assert run("check", saved, "--fail-on", fail_on)[0] == code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--on", "2016-13-01"], "is not a day; write YYYY-MM-DD"),
        (["--select", "FMA3"], "did you mean 'FAM3'"),
        (["--lang", "de"], "'de' is not one of"),
    ],
    ids=["day", "pattern", "language"],
)
def test_wrong_options_of_a_check(saved: str, arguments: list[str], said: str) -> None:
    """A wrong day, pattern or language is answered by a sentence and exit code 2."""
    code, _, err = run("check", saved, *arguments)
    assert code == 2
    assert said in err


def test_rules_are_listed_and_explained() -> None:
    """The rules are listed within eighty columns, and explained in both languages, with the law."""
    out = run("rules", "--lang", "sv")[1]
    assert "FAM301" in out
    assert max(map(len, out.splitlines())) <= 80
    assert len(json.loads(run("rules", "--json")[1])) == len(RULES)
    assert "9 kap. 6 § kommunallagen (2017:725)" in run("explain", "charter-point-missing", "--lang", "sv")[1]
    assert json.loads(run("explain", "fam301", "--json")[1])["code"] == "FAM301"
    assert run("explain", "FAM999")[0] == 2
