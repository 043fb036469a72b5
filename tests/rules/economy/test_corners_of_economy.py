"""Corners of shares, tables and clauses: what is exact, who has left, and what another rule finds."""

import datetime as dt
import decimal
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.drawn import coop_of, found

from familjen import model
from familjen.dates import Period, ReferenceDate
from familjen.model import participations
from familjen.rules import check

CIVIL_LAW = model.LegalForm.CIVIL_LAW
FROM_2010 = Period(dt.date(2010, 1, 1))
LEFT = model.Participation("1278", period=Period.year(2010))
MAYBE = st.one_of(st.none(), st.integers(-5, 5).map(Decimal))


def agreed(*, form: model.LegalForm = CIVIL_LAW, **fields: Any) -> model.Cooperation:
    """Make a cooperation with an agreement that has these fields."""
    return coop_of(agreements=(model.Agreement("x", "X", form, **fields),))


def table(rows: dict[str, tuple[int | None, ...]], **fields: Any) -> model.Cooperation:
    """Make a cooperation with a published table of these rows."""
    return agreed(tables=(published(rows, **fields),))


def published(rows: dict[str, tuple[int | None, ...]], **fields: Any) -> model.PublishedTable:
    """Make a published table of these rows."""
    made = tuple(
        model.TableRow(label, tuple(None if cell is None else Decimal(cell) for cell in row))
        for label, row in rows.items()
    )
    columns = tuple(f"column {n}" for n in range(len(made[0].amounts)))
    return model.PublishedTable("t", "T", columns, made, **fields)


def test_endless_shares() -> None:
    """Shares whose sum is a fraction of thousands of digits are found, not choked on."""
    shares = tuple(Fraction(1, 10**30 + 2 * n + 1) for n in range(400))
    clause = model.CostClause.of(model.FixedShares(tuple(model.Share("1283", share) for share in shares)))
    owners = tuple(model.Holding("1283", share) for share in shares)
    codes = [code for code, _ in found(agreed(cost_clause=clause, owners=owners))]
    assert set(codes) >= {"FAM401", "FAM413"}
    assert "FAM001" not in codes


@pytest.mark.parametrize(("total", "codes"), [(10**30 + 1, []), (10**30, ["FAM402"])])
def test_exact_columns(total: int, codes: list[str]) -> None:
    """A column is added up without rounding, however long its figures are."""
    coop = table({"a": (10**30,), "b": (1,)}, totals=(Decimal(total),))
    assert [code for code, _ in found(coop)] == codes


def test_callers_context() -> None:
    """The caller's decimal context changes nothing: neither what is found nor what is said."""
    right = table({"a": (69_994,), "b": (20_368,)}, totals=(Decimal(90_362),))
    wrong = table({"a": (69_994,), "b": (20_368,)}, totals=(Decimal(190_361),))
    accounts = tuple(model.Account(y, cost=Decimal(100_001), charged=Decimal(100_002)) for y in (2023, 2024))
    said = check(wrong).text()
    with decimal.localcontext(prec=3):
        assert found(right) == []
        assert check(wrong).text() == said
        assert found(agreed(at_self_cost=True, accounts=accounts)) == [("FAM410", "$.agreements[0].accounts")]


@given(st.lists(st.lists(MAYBE, min_size=2, max_size=2).map(tuple), min_size=1, max_size=3), MAYBE, MAYBE, MAYBE)
def test_columns_by_counting(
    rows: list[tuple[Decimal | None, ...]], one: Decimal | None, other: Decimal | None, total: Decimal | None
) -> None:
    """A column is found if and only if it is full, has a total, and does not come to it."""
    made = tuple(model.TableRow("row", row) for row in rows)
    sheet = model.PublishedTable("t", "T", ("a", "b"), made, totals=(one, other), total=total)
    expected = []
    for j, printed in enumerate((one, other)):
        cells = [row[j] for row in rows]
        if printed is not None and None not in cells and sum(int(cell or 0) for cell in cells) != printed:
            expected.append(f"$.agreements[0].tables[0].totals[{j}]")
    assert [path for code, path in found(agreed(tables=(sheet,))) if code == "FAM402"] == expected


def test_copied_row_among_namesakes() -> None:
    """A copied figure is found in its own row, also where another row has the same label."""
    rows = tuple(model.TableRow(label, tuple(map(Decimal, row))) for label, row in (("a", (1, 2)), ("b", (3, 4))))
    copied = model.TableRow("a", (Decimal(7), Decimal(7)))
    sheet = model.PublishedTable("t", "T", ("2027", "2028"), (*rows, copied))
    assert found(agreed(tables=(sheet,))) == [("FAM405", "$.agreements[0].tables[0].rows[2].amounts[1]")]


def test_empty_cells_have_not_changed() -> None:
    """Rows whose next cell is empty have not changed, so that a figure beside them is not taken for a copy."""
    assert found(table({"a": (1, None), "b": (2, None), "c": (3, 3)})) == []


@pytest.mark.parametrize(
    ("totals", "total", "codes"),
    [
        ((10, 20), 30, []),
        ((11, 20), 30, ["FAM402"]),
        ((10, 20), 31, ["FAM404"]),
        ((11, 20), 31, ["FAM402"]),
        ((11, 20), 32, ["FAM402", "FAM404"]),
    ],
)
def test_one_wrong_total_is_found_once(totals: tuple[int, int], total: int, codes: list[str]) -> None:
    """A wrong total of a column is not found a second time at the total of all."""
    row = model.TableRow("a", (Decimal(10), Decimal(20)), total=Decimal(30))
    sheet = model.PublishedTable(
        "t", "T", ("a", "b"), (row,), totals=tuple(map(Decimal, totals)), total=Decimal(total), add_up_columns=True
    )
    assert sorted(code for code, _ in found(agreed(tables=(sheet,)))) == codes


@pytest.mark.parametrize(
    ("third", "codes"),
    [
        ("Båstad", []),
        ("1278", []),
        ("Båstads kommun", []),
        ("BÅSTAD KOMMUN", []),
        ("Båstad (1278)", []),
        ("Övriga", []),
        ("Lund", ["FAM412"]),
    ],
)
def test_headings(third: str, codes: list[str]) -> None:
    """A row is a party's if its heading is the id or the name, with or without "kommun"; others may share one."""
    sheet = published({"Helsingborg": (1,), "Bjuv": (2,), third: (3,)})
    coop = agreed(parties=participations(["1283", "1260", "1278"]), tables=(sheet,))
    assert [code for code, _ in found(coop)] == codes


@pytest.mark.parametrize(
    ("on", "asked"), [(None, False), (dt.date(2010, 6, 1), True), (dt.date(2016, 6, 1), False)], ids=str
)
def test_party_that_left(on: dt.date | None, asked: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """A party that has left needs neither a share nor a row, but on a day before it left it did."""
    parties = (*participations(["1283", "1260"]), LEFT)
    halves = model.CostClause.of(model.FixedShares.of({"1283": Fraction(1, 2), "1260": Fraction(1, 2)}))
    sheet = published({"Helsingborg": (1,), "Bjuv": (2,)})
    coop = agreed(period=FROM_2010, parties=parties, cost_clause=halves, tables=(sheet,))
    codes = {finding.code for finding in check(coop, on=on)}
    assert ({"FAM411", "FAM412"} <= codes) is asked
    assert asked or codes.isdisjoint({"FAM411", "FAM412"})


@pytest.mark.parametrize(
    ("reference", "on", "named"),
    [
        (ReferenceDate(11, 1, years_before=1), dt.date(2016, 3, 1), "for Bjuv (1260) in"),
        (ReferenceDate(12, 31, years_before=0), dt.date(2016, 3, 1), None),
        (ReferenceDate(11, 1, years_before=0), dt.date(2016, 10, 31), None),
        (ReferenceDate(11, 1, years_before=0), dt.date(2016, 11, 1), "for Bjuv (1260) in"),
        (ReferenceDate(2, 29, years_before=1), dt.date(2016, 3, 1), None),
    ],
    ids=str,
)
def test_reference_day(reference: ReferenceDate, on: dt.date, named: str | None) -> None:
    """Figures are missed of days that have come, and for parties of the year."""
    clause = model.CostClause.of(model.Population(reference))
    coop = agreed(period=FROM_2010, parties=(LEFT, model.Participation("1260")), cost_clause=clause)
    said = [finding.message for finding in check(coop, on=on) if finding.code == "FAM407"]
    assert [named in message for message in said] == ([True] if named else []) if named else said == []


def test_years_that_stand_twice() -> None:
    """What was charged is not added up where a year stands twice: that is found instead."""
    years = tuple(
        model.Account(year, cost=Decimal(100), charged=Decimal(charged))
        for year, charged in ((2023, 104), (2023, 104), (2024, 95))
    )
    assert found(agreed(at_self_cost=True, accounts=years)) == [("FAM416", "$.agreements[0].accounts[1].year")]


def test_shares_in_the_charter() -> None:
    """An agreement whose charter settles the shares has a clause, if not in figures."""
    fee = model.Agreement("a", "A", CIVIL_LAW, cost_clause=model.CostClause.of(model.Equal()))
    settled = (model.Provision("shares-and-costs", where="§ 9"),)
    budgets = (model.Budget(2027, amount=Decimal(5)),)
    for provisions, codes in ((settled, []), ((), ["FAM406"])):
        other = model.Agreement("b", "B", CIVIL_LAW, budgets=budgets, provisions=provisions)
        assert [code for code, _ in found(coop_of(agreements=(fee, other)))] == codes
