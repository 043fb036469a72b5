"""What ``familjen report`` promises."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.cli import familjen
from familjen.datasets import familjen_helsingborg_2016
from familjen.io import dump
from familjen.model import Agreement, Cooperation, CostClause, Distribution, Equal, LegalForm
from familjen.model.member import participations

DOCS = Path(__file__).parents[1] / "docs"
LEDGER = "party,year,activity,paid,received\nBjuv,2024,Fee,100,0\nBjuv,2025,Event,0,150\n"


def run(*words: object) -> tuple[int, str, str]:
    """Run the command and give its exit code, what it printed and its errors."""
    done = CliRunner().invoke(familjen, ["report", *map(str, words)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Save the bundled cooperation."""
    path = tmp_path_factory.mktemp("coop") / "familjen.json"
    dump(familjen_helsingborg_2016(), path)
    return path


def test_it_writes_a_report_and_says_what_is_not_in_it(saved: Path, tmp_path: Path) -> None:
    """The file is written, and what it takes to answer the other questions is printed."""
    target = tmp_path / "report.html"
    code, out, err = run(saved, "-o", target)
    assert (code, err) == (0, "")
    assert target.read_text("utf-8").startswith('<!DOCTYPE html>\n<html lang="en">')
    assert out.startswith(f"{target}: Familjen Helsingborg – report (5 sections, ")
    assert [line.partition(": ")[0] for line in out.splitlines()[1:]] == [
        "Charges",
        "Fair split",
        "Does it pay off?",
        "Does everyone win over time?",
    ]


def test_files_and_figures_fill_every_section(saved: Path, tmp_path: Path) -> None:
    """A year with a day of figures, a game, a service and a ledger leave nothing absent, in Swedish too."""
    target, ledger = tmp_path / "rapport.html", tmp_path / "ledger.csv"
    ledger.write_text(LEDGER, "utf-8")
    files = ("--game", DOCS / "games/family-law.json", "--scale", DOCS / "scale/family-law.json", "--ledger", ledger)
    words = ("--lang", "sv", "--year", 2016, "--counted", "2015-12-31", "--made", "2026-01-31", "--json", *files)
    code, out, err = run(saved, "-o", target, *words)
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert told["absent"] == []
    assert told["not_billed"] == {}
    assert len(told["sections"]) == 9
    assert told["bytes"] == len(target.read_bytes()) < 1_500_000
    text = target.read_text("utf-8")
    assert "7\xa0147\xa0434" in text
    assert "31 januari 2026" in text


def test_what_cannot_be_billed_is_said(saved: Path, tmp_path: Path) -> None:
    """A day that the clause does not say is missing: the report is written, and the reason is printed."""
    code, out, _ = run(saved, "-o", tmp_path / "r.html", "--year", 2016)
    assert code == 0
    assert "Not billed: samarbetsavtal-2016: the clause does not say of which day figures are taken" in out


def test_the_day_and_the_pools_are_passed_on(tmp_path: Path) -> None:
    """The report tells of the day that is given, and the costs of several pools are billed as such."""
    parties = participations(["1260", "1283"])
    clause = CostClause((Distribution(Equal(), pool="hyra"), Distribution(Equal(), pool="drift")))
    agreement = Agreement("a", "Avtal", LegalForm.CONTRACT, parties=parties, cost_clause=clause)
    dump(Cooperation("c", "C", agreements=(agreement,)), tmp_path / "c.json")
    words = ("--on", "2020-05-01", "--year", 2020, "--cost", "a/hyra=40", "--cost", "a/drift=60")
    code, out, err = run(tmp_path / "c.json", "-o", tmp_path / "r.html", *words)
    assert (code, err) == (0, "")
    assert "Not billed" not in out
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "As it stood on 1 May 2020" in page
    assert "the parties pay 100.00\xa0kr for 2020, 50.00\xa0kr each" in page


def test_it_speaks_swedish_where_the_report_does(saved: Path, tmp_path: Path) -> None:
    """What is printed is in the language of the report."""
    code, out, _ = run(saved, "-o", tmp_path / "r.html", "--year", 2016, "--lang", "sv")
    assert code == 0
    assert out.splitlines()[0].startswith(f"{tmp_path / 'r.html'}: Familjen Helsingborg – rapport (6 avsnitt, ")
    assert "Inte debiterat: samarbetsavtal-2016: klausulen anger inte vilken dags uppgifter" in out
    assert "sections" not in out


@pytest.mark.parametrize("option", [None, "--game", "--scale", "--ledger"])
def test_what_the_report_is_made_from_is_not_written_over(option: str | None, saved: Path, tmp_path: Path) -> None:
    """A target that is a file which is read, by itself or by a link, is refused, and the file is left as it was."""
    source, link = tmp_path / "source", tmp_path / "link"
    source.write_bytes(saved.read_bytes())
    link.symlink_to(source)
    words = [source] if option is None else [saved, option, source]
    for target in (source, link):
        code, _, err = run(*words, "-o", target)
        assert code == 2
        assert "is what the report is made from; write it to another file" in err
    assert source.read_bytes() == saved.read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--counted", "2015-12-31"], "--counted is for bills, and no year is billed; say which with --year"),
        (["--cost", "samarbetsavtal-2016=5"], "--cost is for bills"),
        (["--year", "2016", "--cost", "x=5"], "there is no agreement 'x'"),
        (["--year", "2016", "--cost", "x"], "write ID=N or ID/NAME=N"),
        (["--year", "2016", "--cost", "x=nan"], "write ID=N or ID/NAME=N"),
        (["--year", "2016", "--cost", "=1"], "write ID=N or ID/NAME=N"),
        (["--year", "2016", "--cost", "x=1e999999"], "no amount has more than 15 digits"),
        (["--year", "2016", "--cost", "x=1e-999999"], "no amount has more than 15 digits"),
        (
            ["--year", "2016", "--counted", "2015-12-31", "--cost", "samarbetsavtal-2016=5"],
            "costs: 'samarbetsavtal-2016': a rate or fee makes its own total; leave cost out",
        ),
        (["--year", "2016", "--cost", "a=1", "--cost", "a=2"], "--cost gives 'a' twice"),
        (["--year", "2016", "--cost", "a=1", "--cost", "a/b=2"], "both with and without a name"),
        (["--year", "2016", "--amount", "a=1"], "say which amount, as a/NAME=N"),
        (["--year", "2016", "--agreement", "x"], "there is no agreement 'x'"),
        (["--on", "yesterday"], "'yesterday' is not a day"),
        (["--game", "no-such.json"], "no-such.json: no such file or directory"),
        (["--ledger", "ledger.xlsx"], "ledger.xlsx"),
        (["--lang", "no"], "'no' is not one of"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_a_mistake_is_answered_by_a_sentence(words: list[str], said: str, saved: Path, tmp_path: Path) -> None:
    """Exit code 2 and a sentence, and no file."""
    code, _, err = run(saved, "-o", tmp_path / "r.html", *words)
    assert code == 2
    assert said in " ".join(err.split())
    assert not list(tmp_path.iterdir())


def test_it_needs_a_file_to_write_to(saved: Path, tmp_path: Path) -> None:
    """Without a target, or with one in no folder, nothing is written."""
    assert run(saved)[0] == 2
    code, _, err = run(saved, "-o", tmp_path / "none" / "r.html")
    assert code == 2
    assert "no such folder" in err


@settings(max_examples=10, deadline=None)
@given(cost=st.decimals(min_value=0, max_value=10**9, places=2))
def test_costs_are_read_exactly(cost: object) -> None:
    """A cost, with or without a pool's name, is the number that was written."""
    from familjen.cli.reporting import Figure

    assert Figure().convert(f"räddning/drift={cost}", None, None) == ("räddning", "drift", cost)
    assert Figure().convert(f"a.b={cost}", None, None) == ("a.b", "", cost)
