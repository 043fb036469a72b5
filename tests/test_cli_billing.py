"""The commands that bill, and check what others have billed."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from familjen import Agreement, Cooperation, LegalForm, Municipality, Participation, ReferenceDate, dump
from familjen.cli import familjen
from familjen.datasets import familjen_helsingborg_2016
from familjen.model import CostClause, Distribution, Equal, Income, Population

ADOPTED = (
    "kSEK;2027;2028;2029\nAlingsås;69 994;72 906;75 706\nVårgårda;20 367;21 215;21 215\nSumma;90 362;94 120;97 735\n"
)


def run(*words: str) -> tuple[int, str, str]:
    """Run a command and give its exit code, what it printed and its errors."""
    done = CliRunner().invoke(familjen, words)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def table(tmp_path: Path) -> str:
    """Give the path of the adopted table."""
    path = tmp_path / "ramar.csv"
    path.write_text(ADOPTED, "utf-8")
    return str(path)


@pytest.fixture
def rescue(tmp_path: Path) -> str:
    """Give the path of a cooperation with two agreements, one of which shares a cost after grants."""
    clause = CostClause.of(
        Income("grants"), Population(ReferenceDate(12, 31, years_before=2)), unit=Decimal(1000), sources=()
    )
    pools = CostClause.of(Distribution(Equal(), pool="staff"), Distribution(Equal(), pool="rent"), unit=Decimal(1))
    parties = tuple(Participation(code) for code in ("1489", "1442"))
    names = tuple(Municipality(code, name, "14") for code, name in (("1489", "Alingsås"), ("1442", "Vårgårda stad")))
    agreements = tuple(
        Agreement(name, name, LegalForm.CIVIL_LAW, parties=parties, cost_clause=each)
        for name, each in (("raddning", clause), ("pooler", pools), ("utan", None))
    )
    path = tmp_path / "raddning.json"
    dump(Cooperation("par", "A pair", other_parties=names, agreements=agreements), path)
    return str(path)


def test_allocate_bills_and_explains(rescue: str) -> None:
    """A cost and named amounts are billed, with the cooperation's own names, and a party is explained."""
    words = ("allocate", rescue, "--agreement", "raddning", "--cost", "90402000", "--amount", "grants=40000")
    code, out, _ = run(*words, "--year", "2027", "--explain", "1442")
    assert code == 0
    assert "69,995,000" in out
    assert "20,367,000" in out
    assert "Vårgårda stad pays 20,367,000 kr for 2027." in out
    assert max(map(len, out.splitlines())) <= 80


def test_allocate_in_swedish_and_as_json(rescue: str) -> None:
    """The table and the JSON speak the language that is asked for, and the JSON's charges come to the total."""
    words = ("allocate", rescue, "--agreement", "pooler", "--cost", "staff=101", "--cost", "rent=50", "--year", "2027")
    code, out, _ = run(*words, "--lang", "sv")
    assert code == 0
    assert "Avgifter 2027" in out
    told = json.loads(run(*words, "--json")[1])
    assert sum(int(charge["amount"]) for charge in told["charges"]) == int(told["total"]) == 151


def test_allocate_the_bundled_fee(tmp_path: Path) -> None:
    """The one agreement with a clause needs no id; the day of its figures is given as an assumption."""
    path = tmp_path / "familjen.json"
    dump(familjen_helsingborg_2016(), path)
    code, out, _ = run("allocate", str(path), "--year", "2016", "--counted", "2015-12-31")
    assert code == 0
    assert "7,147,434" in out
    assert "Assumption: inhabitants are counted on 2015-12-31" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--cost", "1"), "agreements with a cost clause: 'raddning', 'pooler'; say which with --agreement ID"),
        (("--agreement", "x", "--cost", "1"), "there is no agreement 'x'"),
        (("--agreement", "utan", "--cost", "1"), "has no cost clause"),
        (("--agreement", "raddning"), "there is no cost to share; give cost="),
        (("--agreement", "raddning", "--cost", "many"), "'many' is no amount"),
        (("--agreement", "raddning", "--cost", "NaN"), "'NaN' is no amount"),
        (("--agreement", "raddning", "--cost", "1000", "--amount", "grants"), "give NAME=N"),
        (
            ("--agreement", "raddning", "--cost", "1000", "--amount", "grants=1", "--amount", "grants=2"),
            "'grants' twice",
        ),
        (("--agreement", "raddning", "--cost", "1000"), "'grants' is needed"),
        (("--agreement", "pooler", "--cost", "staff=1", "--cost", "cars=1", "--explain", "9"), "cost pool 'rent'"),
    ],
)
def test_allocate_refuses(rescue: str, words: tuple[str, ...], said: str) -> None:
    """What cannot be billed is said in a sentence, with exit code 2."""
    code, _, err = run("allocate", rescue, "--year", "2027", *words)
    assert code == 2
    assert said in err


def test_check_table_says_what_is_wrong(table: str) -> None:
    """The adopted table fails with exit code 1, and its key and the exact table are shown."""
    code, out, _ = run("check-table", table)
    assert code == 1
    assert "814" in out
    assert "31 December 2025: 5 of 6 figures" in out
    assert "Vårgårda  20,367  21,215  22,029" in out
    assert json.loads(run("check-table", table, "--json")[1])["fits"][0]["within"] == 5
    assert "Exakt tabell" in run("check-table", table, "--lang", "sv")[1]


def test_check_table_passes_the_exact_one(tmp_path: Path) -> None:
    """A table that adds up gives exit code 0; a label that is nobody's name gets its party by an option."""
    path = tmp_path / "exact.csv"
    path.write_text("Part,Budget\nThe host,69995\nVårgårda,20367\nTotal,90362\n", "utf-8")
    words = ("check-table", str(path), "--unit", "kSEK", "--party", "The host=1489", "--year", "2027")
    code, out, _ = run(*words)
    assert code == 0
    assert "Nothing is wrong with it." in out
    assert "31 December 2025: 2 of 2 figures within 1 kSEK" in out


def test_check_table_beside_an_agreement(table: str, rescue: str) -> None:
    """A table is compared with an agreement of a file."""
    code, _, err = run("check-table", table, "--by", rescue, "--agreement", "raddning")
    assert code == 2
    assert "grants" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--agreement", "x"), "give the file with --by"),
        (("--party", "x"), "give LABEL=ID"),
        (("--party", "x=1"), "no row is called 'x'"),
        (("--decimal", "."), "ok"),
        (("--encoding", "ascii"), "is not in ascii"),
        (("--year", "2027"), "3 columns"),
    ],
)
def test_check_table_refuses(table: str, words: tuple[str, ...], said: str) -> None:
    """Options that make no sense are refused in a sentence, with exit code 2."""
    code, _, err = run("check-table", table, *words)
    assert (code, err) == (1, "") if said == "ok" else (code == 2 and said in err)


def test_a_missing_file_is_said() -> None:
    """A file that is not there is named."""
    assert run("check-table", "nowhere.csv") == (2, "", "familjen: nowhere.csv: no such file or directory\n")
