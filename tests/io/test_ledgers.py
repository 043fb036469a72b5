"""What ledgers in files promise."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.balance import Ledger
from familjen.errors import DocumentError, InvalidValueError
from familjen.io.ledgers import ledger_from_csv, ledger_from_json, read_ledger

SWEDISH = "kommun;år;verksamhet;betalat;fått;slag;grund\nBjuv;2024;Avgift;314 202,50;;charge;\nÅstorp;2024;Mässa;;5;;\n"


def test_csv_is_read_as_swedes_write_it() -> None:
    """Semicolons, decimal commas, spaces for thousands and Swedish headings are understood; empty cells are none."""
    ledger = ledger_from_csv(SWEDISH)
    assert [(entry.party, entry.net, str(entry.kind), str(entry.basis)) for entry in ledger] == [
        ("Bjuv", Decimal("-314202.5"), "charge", "measured"),
        ("Åstorp", Decimal(5), "other", "measured"),
    ]


def test_csv_with_points() -> None:
    """Commas part fields and points part decimals, unless another mark is said."""
    assert ledger_from_csv("party,year,activity,paid\nA,2024,x,1.25").net("A") == Decimal("-1.25")
    assert ledger_from_csv("party;year;activity;paid\nA;2024;x;1.25", decimal=".").net("A") == Decimal("-1.25")
    with pytest.raises(InvalidValueError, match="no decimal mark"):
        ledger_from_csv("", decimal="'")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["A", "Bjuv"]), st.integers(2000, 2020), st.decimals(0, 10**6, places=2), st.booleans()
        ),
        min_size=1,
        max_size=8,
    )
)
@settings(max_examples=40, deadline=None)
def test_both_kinds_of_file_say_the_same(rows: list[tuple[str, int, Decimal, bool]]) -> None:
    """The same entries in CSV and in JSON make the same ledger."""
    named = [
        {"party": who, "year": year, "activity": "x", ("paid" if out else "received"): str(amount)}
        for who, year, amount, out in rows
    ]
    lines = ["party,year,activity,paid,received"]
    lines += [f"{row['party']},{row['year']},x,{row.get('paid', '')},{row.get('received', '')}" for row in named]
    assert ledger_from_csv("\n".join(lines)).to_rows() == ledger_from_json(json.dumps(named)).to_rows()


def test_json_takes_numbers_by_their_decimals() -> None:
    """A JSON number is the decimal number that it is written as, and a source is its title."""
    found = ledger_from_json(
        '{"entries": [{"party": "A", "year": 2024, "activity": "x", "paid": 0.1, "source": "Budget"}]}'
    )
    (entry,) = found
    assert entry.paid == Decimal("0.1")
    assert entry.source is not None
    assert entry.source.title == "Budget"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", [("line 1", "there is no heading party, year, activity")]),
        ("party,year,activity,paid\n", [("$", "there are no entries")]),
        ("party,yaer,activity\nA,1,x", [("line 1", "'yaer' is no heading of a ledger; did you mean 'year'?")]),
        ("party,year,activity,party\nA,2024,x,B", [("line 1", "the heading party stands there twice")]),
        ("party,year,activity,paid\nA,2024,x,-1", [("line 2", "paid: -1 is negative; give zero or more")]),
        (
            "party,year,activity,paid\nA,2024,x,ten",
            [("line 2", "paid: 'ten' is no number; write it as 69 994 or leave it empty")],
        ),
        ("party,year,activity,paid\nA,2024", [("line 2", "has 2 fields where the headings are 4")]),
        ("party,year,activity\nA,,x", [("line 2", "year is missing")]),
        ("party,year,activity\nA,next,x", [("line 2", "year: 'next' is not a whole number")]),
        ("party,year,activity,kind\nA,2024,x,fee", [("line 2", "kind: 'fee' is no kind")]),
    ],
    ids=range(10),
)
def test_bad_csv_says_where(text: str, problems: list[tuple[str, str]]) -> None:
    """Each line that cannot be read is told with what is wrong."""
    with pytest.raises(DocumentError) as caught:
        ledger_from_csv(text)
    for where, said in problems:
        assert any(path == where and sentence.startswith(said) for path, sentence in caught.value.problems)


@pytest.mark.parametrize(
    ("document", "where", "said"),
    [
        ("3", "$", "3 is not an array of entries"),
        ("[3]", "$[0]", "3 is not an object"),
        ('{"entry": []}', "$.entry", "is not a known name here"),
        ('{"entries": 1}', "$.entries", "1 is not an array"),
        ("[]", "$", "there are no entries"),
        (
            '[{"party": "A", "year": 2024, "activity": "x", "paied": 1}]',
            "$[0]",
            "'paied' is not a known name here; did you mean 'paid'?",
        ),
        ('[{"party": "A", "year": 2024, "activity": "x", "paid": "1,5"}]', "$[0]", "paid: '1,5' is no number"),
        ('[{"party": "A", "year": 2024, "activity": "x", "paid": true}]', "$[0]", "amount: the amount is True"),
        ('[{"party": "A", "year": 2024, "activity": "x", "paid": null}]', "$[0]", "amount: the amount is None"),
        (
            '[{"party": "A", "year": 2024, "activity": "x", "received": 1, "low": 2}]',
            "$[0]",
            "low: the net 1 lies outside",
        ),
        ('[{"party": "A", "year": 2024, "activity": "x", "source": 3}]', "$[0]", "title: 3 is not text"),
        ('[{"party": 3, "year": 2024, "activity": "x"}]', "$[0]", "party: 3 is not text"),
    ],
    ids=range(12),
)
def test_bad_json_says_where(document: str, where: str, said: str) -> None:
    """Each entry that cannot be read is told by its JSONPath."""
    with pytest.raises(DocumentError) as caught:
        ledger_from_json(document)
    ((path, sentence),) = caught.value.problems
    assert path == where
    assert sentence.startswith(said)


def test_files_are_told_by_their_ending(tmp_path: Path) -> None:
    """CSV and JSON files are read, also one that Excel has marked; another ending is refused."""
    marked = tmp_path / "ledger.csv"
    marked.write_text(SWEDISH, "utf-8-sig")
    assert isinstance(read_ledger(marked), Ledger)
    plain = tmp_path / "ledger.json"
    plain.write_text('[{"party": "A", "year": 2024, "activity": "x"}]', "utf-8")
    assert len(read_ledger(plain)) == 1
    with pytest.raises(InvalidValueError, match="leave decimal out"):
        read_ledger(plain, decimal=",")
    with pytest.raises(InvalidValueError, match=r"neither \.csv nor \.json"):
        read_ledger(tmp_path / "ledger.xlsx")
    latin = tmp_path / "old.csv"
    latin.write_bytes(SWEDISH.encode("cp1252"))
    with pytest.raises(DocumentError, match="is not UTF-8"):
        read_ledger(latin)


def test_rows_come_back_as_json() -> None:
    """What a ledger gives as rows is understood again, with null for ranges and sources that nobody gave."""
    ledger = ledger_from_csv("party,year,activity,paid,low\nA,2024,x,1.25,-2\nB,2025,y,3,")
    again = ledger_from_json(json.dumps(ledger.to_rows(), default=str))
    assert again.to_rows() == ledger.to_rows()
    with pytest.raises(DocumentError, match="party: None is not text"):
        ledger_from_json('[{"party": null, "year": 2024, "activity": "x"}]')


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("party,year,activity\nA,2024,x", "line 1: there is no heading paid or received"),
        (f"party,year,activity,paid\nA,{'9' * 5000},x,1", "line 2: year: .* is not a whole number"),
    ],
    ids=["no amounts", "a year of 5000 digits"],
)
def test_no_ledger_of_nothing(text: str, error: str) -> None:
    """A table without amounts is no ledger, and a year is one that can be read."""
    with pytest.raises(DocumentError, match=error):
        ledger_from_csv(text)
