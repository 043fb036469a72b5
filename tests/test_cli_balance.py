"""What ``familjen balance`` promises."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from familjen.cli import familjen

LEDGER = """party,year,activity,paid,received
Bjuv,2023,Fee,300,
Bjuv,2025,Event,,500
Klippan,2023,Fee,300,
Klippan,2024,Course,,250
"""


def run(path: Path, *options: str) -> Result:
    """Run the command on a ledger."""
    path.write_text(LEDGER, "utf-8")
    return CliRunner().invoke(familjen, ["balance", str(path), *options])


def test_it_shows_who_is_whole(tmp_path: Path) -> None:
    """The table has a line for each party with what it paid, received, and since when it is whole."""
    done = run(tmp_path / "ledger.csv")
    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert lines[2].split() == ["Bjuv", "300", "500", "200", "200", "200", "2025"]
    assert lines[3].split() == ["Klippan", "300", "250", "-50", "-50", "-50", "behind"]
    assert max(map(len, lines)) <= 80


def test_it_explains_in_both_languages(tmp_path: Path) -> None:
    """Sentences say the verdict in English or Swedish."""
    assert "Not everyone wins by 2025: Klippan is behind." in run(tmp_path / "a.csv", "--explain").output
    swedish = run(tmp_path / "a.csv", "--explain", "--lang", "sv").output
    assert "Alla vinner inte till 2025: Klippan ligger efter." in swedish


def test_json_holds_the_verdict(tmp_path: Path) -> None:
    """JSON has the verdict, the balances, what activities carry, and each year."""
    found = json.loads(run(tmp_path / "a.csv", "--json").output)
    assert found["everyone_wins_by"] is None
    assert found["parties"][0] == {"party": "Bjuv", "balance": 200.0, "whole_by": 2025}
    assert [each["activity"] for each in found["activities"]] == ["Fee", "Event", "Course"]
    assert len(found["years"]) == 6


def test_rates_and_years_count(tmp_path: Path) -> None:
    """A rate, an index and years change what is summed up."""
    rated = json.loads(run(tmp_path / "a.csv", "--json", "--rate", "25%").output)
    assert rated["parties"][0]["balance"] == 500 / 1.25**2 - 300
    indexed = json.loads(run(tmp_path / "a.csv", "--json", "--index", "2024=25%", "--index", "2025=0.25").output)
    assert indexed["parties"][0]["balance"] == 500 / 1.25**2 - 300
    late = json.loads(run(tmp_path / "a.csv", "--json", "--from", "2024").output)
    assert late["everyone_wins_by"] == 2024
    assert json.loads(run(tmp_path / "a.csv", "--json", "--to", "2023").output)["everyone_wins_by"] is None


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--rate", "much"], "'much' is no rate; write 0.03 or 3%"),
        (["--rate", "-100%"], "'-100%' is no rate"),
        (["--index", "2024"], "'2024' is no change of a year"),
        (["--from", "2040"], "there are no entries from 2040 to 2025"),
    ],
)
def test_mistakes_are_sentences(tmp_path: Path, options: list[str], said: str) -> None:
    """A call that cannot be answered ends with 2 and says why."""
    done = run(tmp_path / "a.csv", *options)
    assert done.exit_code == 2
    assert said in done.output


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    """A file that is not there is named."""
    done = CliRunner().invoke(familjen, ["balance", str(tmp_path / "none.csv")])
    assert done.exit_code == 2
    assert "none.csv: no such file" in done.output


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (("--rate", "3"), "'3' would be 300 % a year; write 3% if that is meant"),
        (("--index", "2024=2"), "'2024=2' would be a change of 200 %; write 2024=2%"),
        (("--index", "2024=2%", "--index", "2024=5%"), "a year stands there twice"),
    ],
    ids=["rate", "index", "year"],
)
def test_per_cent_is_not_guessed(tmp_path: Path, options: tuple[str, ...], error: str) -> None:
    """A rate of hundreds of per cent is asked back, and no year's change hides another."""
    done = run(tmp_path / "a.csv", *options)
    assert done.exit_code == 2
    assert error in " ".join(done.output.split())
