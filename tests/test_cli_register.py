"""What ``familjen to-tables``, ``from-tables`` and ``template`` promise."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.io.register.pairs import PAIR

from familjen.cli import familjen
from familjen.cli import tabling as _registered  # noqa: F401 - the commands add themselves to the group
from familjen.io import dump, load
from familjen.io.register import read_csv_folder, read_workbook, to_tables


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """Give the path of the pair's document."""
    dump(PAIR, tmp_path / "pair.json")
    return tmp_path / "pair.json"


def run(*words: object) -> Result:
    """Run a command."""
    return CliRunner().invoke(familjen, [str(word) for word in words])


@pytest.mark.parametrize(
    "words",
    [("pair.xlsx",), ("pair.db",), ("pair",), ("pair", "--decimal", "."), ("pack", "--as", "package")],
    ids=["excel", "sqlite", "csv", "points", "package"],
)
def test_a_cooperation_goes_to_tables_and_back(saved: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    """Each form is told by the name, or by what lies there, and the document that comes back is the same."""
    target = tmp_path / words[0]
    done = run("to-tables", saved, target, *words[1:])
    assert done.exit_code == 0, done.output
    rows = [len(table) for table in to_tables(PAIR, empty=False)]
    assert done.output == f"{target}: {len(rows)} tables, {sum(rows)} rows\n"
    back = run("from-tables", target, "--output", tmp_path / "back.json")
    assert (back.exit_code, back.output) == (0, f"{tmp_path / 'back.json'}: A pair\n")
    assert (tmp_path / "back.json").read_text("utf-8") == saved.read_text("utf-8")


def test_without_output_the_document_is_written_out(saved: Path, tmp_path: Path) -> None:
    """The JSON goes to where it can be piped on, and what was written is told as JSON if asked for."""
    told = json.loads(run("to-tables", saved, tmp_path / "pair.xlsx", "--json").output)
    assert (told["as"], told["rows"]["members"]) == ("excel", 2)
    (tmp_path / "piped.json").write_text(run("from-tables", tmp_path / "pair.xlsx").output, "utf-8")
    assert load(tmp_path / "piped.json") == PAIR


def test_everything_wrong_is_told_at_once(saved: Path, tmp_path: Path) -> None:
    """Every problem is told with its cell, however many there are, and nothing is written; the exit code is 2."""
    run("to-tables", saved, tmp_path / "pair")
    rows = "\n".join(f"n{number}; N;" for number in range(30))
    (tmp_path / "pair/networks.csv").write_text(f"id;name;goal_area\n{rows}\nn;N;larand\n", "utf-8")
    done = run("from-tables", tmp_path / "pair", "--output", tmp_path / "back.json")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"familjen: {tmp_path / 'pair'}: 3")
    assert "  networks!B31 (name): ' N' is blank or has space around it" in done.stderr
    assert not (tmp_path / "back.json").exists()
    told = json.loads(run("from-tables", tmp_path / "pair", "--json").output)["problems"]
    sentence = "there is no goal area 'larand'; did you mean 'larande'?"
    assert {"place": "networks!C32 (goal_area)", "sentence": sentence} in told
    assert len(told) > 30


def test_what_is_unfinished_is_taken_if_asked_for(saved: Path, tmp_path: Path) -> None:
    """An id that nothing answers to is refused, unless the register is said to be unfinished."""
    run("to-tables", saved, tmp_path / "pair")
    events = tmp_path / "pair/events.csv"
    events.write_text(events.read_text("utf-8-sig").replace(";1283;", ";1284;"), "utf-8")
    assert "there is no party '1284'; did you mean '1283'?" in run("from-tables", tmp_path / "pair").stderr
    assert run("from-tables", tmp_path / "pair", "--unfinished").exit_code == 0
    assert read_csv_folder(tmp_path / "pair").events[0].hosts == ("1284",)


def test_a_template_is_written(tmp_path: Path) -> None:
    """The blank workbook has a sheet for each table, in either language."""
    done = run("template", tmp_path / "mall.xlsx", "--lang", "sv")
    assert (done.exit_code, done.output) == (0, f"{tmp_path / 'mall.xlsx'}: 43 sheets to fill in\n")
    assert json.loads(run("template", tmp_path / "x.xlsx", "--json").output)["sheets"][0] == "cooperation"
    with pytest.raises(ValueError, match=r"needs one, with id and name"):
        read_workbook(tmp_path / "mall.xlsx")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("to-tables", "{saved}", "x.pdf"), "'x.pdf' tells no form: end it in .xlsx"),
        (("to-tables", "none.json", "x.xlsx"), "none.json: no such file or directory"),
        (("from-tables", "none.xlsx"), "none.xlsx: no such file or directory"),
        (("from-tables", "none"), "none: no such file or directory"),
        (("template", "x.docx"), "'x.docx' does not end in .xlsx; rename it"),
    ],
    ids=["form", "document", "workbook", "folder", "template"],
)
def test_mistakes_are_answered_by_a_sentence(saved: Path, words: tuple[str, ...], said: str) -> None:
    """A wrong name or a missing file is told of, with exit code 2 and no traceback."""
    done = run(*(word.format(saved=saved) for word in words))
    assert done.exit_code == 2
    assert said in done.stderr
