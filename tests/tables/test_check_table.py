"""Published tables are checked: sums, copies, keys, the exact table."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen import ReferenceDate, Source, Statistics, allocate, apportion, check_table
from familjen.errors import InvalidValueError, MissingDataError
from familjen.model import (
    Agreement,
    CostClause,
    Distribution,
    Equal,
    Figures,
    FlatFee,
    Income,
    Key,
    LegalForm,
    Population,
    PublishedTable,
    Rate,
    TableRow,
    TaxBase,
    Usage,
)
from familjen.places import Series, municipalities

PAIR = ("Alingsås", "Vårgårda")
THREE = {"1283": "Helsingborg", "1260": "Bjuv", "1276": "Klippan"}
ADOPTED = {"Alingsås": (69_994, 72_906, 75_706), "Vårgårda": (20_367, 21_215, 21_215)}
TOTALS = (90_362, 94_120, 97_735)


def table_of(
    rows: dict[str, tuple[Any, ...]],
    totals: tuple[Any, ...] = (),
    columns: tuple[str, ...] = ("2027", "2028", "2029"),
    **given: Any,
) -> PublishedTable:
    """Make a table of numbers."""
    made = tuple(TableRow(label, tuple(None if a is None else Decimal(a) for a in row)) for label, row in rows.items())
    return PublishedTable(
        "ram", "Shares", columns, made, totals=tuple(map(Decimal, totals)), **{"unit": "kSEK"} | given
    )


def codes(checked: Any) -> list[str]:
    """Give the codes of what was found."""
    return [finding.code for finding in checked.findings]


ADOPTED_TABLE = table_of(ADOPTED, TOTALS)


def test_the_rescue_federations_table() -> None:
    """Three sums fail, by 1, 1 and 814; one figure is copied; the key is the population of 31 December 2025."""
    checked = check_table(ADOPTED_TABLE)
    assert codes(checked) == ["FAM402", "FAM402", "FAM402", "FAM405", "TAB101"]
    assert [finding.path for finding in checked.findings[3:]] == ["$.rows[1].amounts[2]"] * 2
    assert "814 is missing" in checked.findings[2].message
    best = checked.best
    assert best is not None
    assert best.key == Population(ReferenceDate.fixed(dt.date(2025, 12, 31)))
    assert best.reproduces
    assert [(gap.row, gap.column) for gap in best.gaps] == [("Vårgårda", "2029")]
    assert not any(fit.reproduces for fit in checked.fits[1:])
    assert checked.exact is not None
    assert [row.amounts for row in checked.exact.rows] == [(69_995, 72_905, 75_706), (20_367, 21_215, 22_029)]
    assert checked.exact.totals == TOTALS
    assert not checked.ok


def test_the_exact_table_has_nothing_wrong() -> None:
    """The exact table, checked again, is reproduced in every figure and has no finding."""
    exact = check_table(ADOPTED_TABLE).exact
    assert exact is not None
    again = check_table(exact)
    assert again.findings == ()
    assert again.ok
    assert again.best is not None
    assert again.best.gaps == ()
    assert again.exact is not None
    assert again.exact.rows == exact.rows


KEYS = st.sampled_from(
    [
        Equal(),
        Population(ReferenceDate.fixed(dt.date(2003, 12, 31))),
        Population(ReferenceDate(12, 31, years_before=1)),
        Population(ReferenceDate(12, 31, years_before=3)),
        TaxBase(ReferenceDate.fixed(dt.date(2018, 1, 1)), ReferenceDate.fixed(dt.date(2017, 12, 31))),
    ]
)


@given(KEYS, st.lists(st.integers(10**5, 10**9), min_size=2, max_size=4))
def test_the_key_that_made_a_table_is_found(key: Key, costs: list[int]) -> None:
    """A table made by a key is reproduced by it, among all that are tried, with the very same figures."""
    years = range(2018, 2018 + len(costs))
    bills = [
        allocate(CostClause.of(key, unit=Decimal(1)), year=year, cost=cost, parties=list(THREE))
        for year, cost in zip(years, costs, strict=True)
    ]
    rows = {name: tuple(bill.charge(code).amount for bill in bills) for code, name in THREE.items()}
    checked = check_table(table_of(rows, tuple(costs), tuple(map(str, years)), unit="kr"))
    made_it = [fit for fit in checked.fits if fit.key == key]
    assert [fit.reproduces for fit in made_it] == [True]
    assert made_it[0].gaps == ()
    assert all(finding.code == "FAM405" for finding in checked.findings)
    best = checked.best
    assert best is not None
    assert best.distance <= made_it[0].distance


@given(st.lists(st.integers(1, 10**6), min_size=3, max_size=3), st.integers(-10, 10).filter(bool))
def test_a_wrong_sum_is_found_by_how_much(figures: list[int], wrong: int) -> None:
    """A total that is wrong by so much is said to be wrong by so much."""
    rows = dict(zip(THREE.values(), [(figure,) for figure in figures], strict=True))
    checked = check_table(table_of(rows, (sum(figures) + wrong,), ("2020",)))
    assert codes(checked)[0] == "FAM402"
    word = "is missing" if wrong > 0 else "too much"
    assert f"says {sum(figures) + wrong:,}: {abs(wrong)} {word}." in checked.findings[0].message


def test_no_key_is_claimed_for_figures_that_follow_none() -> None:
    """Where no key fits more than half of the figures, none is trusted and no exact table is given."""
    rows = {"Helsingborg": (1, 900), "Bjuv": (50_000, 7), "Klippan": (3, 40_000)}
    checked = check_table(table_of(rows, columns=("2020", "2021")))
    assert checked.exact is None
    assert checked.findings == ()
    assert checked.best is not None
    assert not checked.best.reproduces


def test_own_series_are_tried() -> None:
    """A series of one's own in the statistics is found as the key."""
    rows = [
        ("1283", dt.date(2019, 12, 31), 700),
        ("1260", dt.date(2019, 12, 31), 41),
        ("1276", dt.date(2019, 12, 31), 9),
    ]
    own = Statistics.bundled().with_series(Series.from_rows("cases", "cases", Source("Illustrative"), rows))
    split = apportion(1_000_000, {"Helsingborg": 700, "Bjuv": 41, "Klippan": 9}, unit=1)
    printed = table_of({name: (amount,) for name, amount in split.items()}, (1_000_000,), ("2020",), unit="kr")
    best = check_table(printed, statistics=own).best
    assert best is not None
    assert best.key == Usage("cases", ReferenceDate.fixed(dt.date(2019, 12, 31)))


def test_beside_a_key_and_a_clause() -> None:
    """A key shares the printed totals; a clause's own total is compared too; both say which figures differ."""
    key = Population(ReferenceDate.fixed(dt.date(2025, 12, 31)))
    assert codes(check_table(ADOPTED_TABLE, key))[3:] == ["FAM405", "TAB101"]
    rate = CostClause.of(Rate(Decimal(1_600), ReferenceDate.fixed(dt.date(2025, 12, 31))), unit=Decimal(1000))
    with pytest.raises(InvalidValueError, match="leave cost out"):
        check_table(ADOPTED_TABLE, rate)
    bills = {str(year): allocate(rate, year=year, parties=["1489", "1442"]) for year in (2027, 2028, 2029)}
    found = codes(check_table(ADOPTED_TABLE, bills))
    assert found.count("TAB101") == 6
    assert found.count("TAB102") == 3


def test_beside_an_agreement() -> None:
    """An agreement's own parties are billed; a table without a row for one of them is refused."""
    clause = CostClause.of(Distribution(Equal()), unit=Decimal(1000))
    parties = ("1489", "1442")
    from familjen.model import Participation

    rescue = Agreement(
        "raddning",
        "Rescue",
        LegalForm.CIVIL_LAW,
        parties=tuple(map(Participation, parties)),
        cost_clause=clause,
    )
    halves = table_of({"Alingsås": (50,), "Vårgårda": (51,)}, (101,), ("2027",))
    checked = check_table(halves, rescue)
    assert codes(checked) == []
    assert checked.exact is not None
    assert sum(row.amounts[0] or 0 for row in checked.exact.rows) == 101
    alone = table_of({"Alingsås": (50,)}, (50,), ("2027",))
    with pytest.raises(InvalidValueError, match="a row for each party"):
        check_table(alone, rescue)


def test_rows_and_years_are_understood_or_asked_for() -> None:
    """Labels are names, codes or given; what is nobody is said; years stand in headings or are given."""
    rows = {"1489": (10,), "Vårgårda kommun": (20,), "The host": (5,)}
    named = check_table(table_of(rows, columns=("Budget",)), parties={"The host": "1488"}, year=2020)
    assert named.tried > 500
    unknown = check_table(table_of(rows, columns=("Budget 2020",)))
    assert codes(unknown) == ["TAB103"]
    assert unknown.fits == ()
    assert check_table(table_of(rows, columns=("Budget",)), parties={"The host": "1488"}).fits == ()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"parties": {"Nobody": "1489"}}, "no row is called 'Nobody'"),
        ({"parties": {"Vårgårda": "1489"}}, "about the same party, '1489'"),
        ({"year": 2027}, "3 columns"),
        ({"clause": {"2027": None}}, "no statement for the column '2028'"),
        ({"lang": "de"}, "'de' is not a language"),
    ],
)
def test_senseless_arguments_are_refused(given: dict[str, Any], said: str) -> None:
    """What the table has not, or nobody can mean, is refused in a sentence."""
    if "clause" in given:
        bill = allocate(Equal(), year=2027, cost=2, parties=["1489", "1442"])
        given = {"clause": {"2027": bill}}
    with pytest.raises(InvalidValueError, match=said):
        check_table(ADOPTED_TABLE, **given)


def test_other_bad_input() -> None:
    """No table, a unit that is none, a year beside another heading, and figures that a clause lacks are refused."""
    with pytest.raises(InvalidValueError, match="is not a PublishedTable"):
        check_table([[1, 2]])  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="'pesos' is no known unit"):
        check_table(attrs.evolve(ADOPTED_TABLE, unit="pesos"), CostClause.of(Equal()))
    with pytest.raises(InvalidValueError, match="is not for 2020"):
        check_table(table_of({"Bjuv": (1,)}, columns=("2027",)), year=2020)
    with pytest.raises(MissingDataError, match="no population of Alingsås"):
        check_table(ADOPTED_TABLE, Population(ReferenceDate(12, 31, years_before=0)))
    with pytest.raises(InvalidValueError, match="is needed"):
        check_table(ADOPTED_TABLE, CostClause.of(Income("grants"), Equal()))
    with pytest.raises(InvalidValueError, match="no known municipality"):
        check_table(table_of({"Alingsås": (1,), "X": (2,)}, columns=("2027",)), Equal())
    with pytest.raises(InvalidValueError, match="nothing to compare"):
        check_table(table_of({"Alingsås": (1,)}, columns=("Budget",)), CostClause.of(FlatFee(Decimal(1))))


def test_ragged_tables_are_only_said_to_be_so() -> None:
    """Of a table whose rows are too short nothing else is asked."""
    checked = check_table(table_of({"Bjuv": (1, 2), "Klippan": (1,)}, columns=("2020", "2021")))
    assert codes(checked) == ["FAM415"]
    assert checked.fits == ()


def test_empty_cells_are_left_out_of_account() -> None:
    """An empty cell is not compared, and a column without total and with an empty cell is not shared."""
    checked = check_table(table_of({"Helsingborg": (None, 900), "Bjuv": (1, 90)}, columns=("2020", "2021")))
    assert checked.best is not None
    assert checked.best.cells == 2


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_it_reads_well(lang: str) -> None:
    """The text fits eighty columns, and holds findings, keys and the exact table in one language."""
    text = check_table(ADOPTED_TABLE, lang=lang).text()
    assert max(map(len, text.splitlines())) <= 80
    words = ("Exakt tabell", "Närmast av", "5 av 6 tal") if lang == "sv" else ("Exact table", "Nearest of", "5 of 6")
    assert all(word in text for word in words)


def test_as_data() -> None:
    """It is given as JSON takes it, and its repr is one line."""
    checked = check_table(ADOPTED_TABLE)
    told = checked.to_dict()
    assert told["ok"] is False
    assert told["fits"][0]["reproduces"] is True
    assert told["fits"][0]["gaps"][0]["printed"] == "21215"
    assert Fraction(told["fits"][0]["gaps"][0]["exact"]) == Fraction(97_735 * 12_472, 55_333)
    assert told["exact"]["rows"]["Vårgårda"] == ["20367", "21215", "22029"]
    assert repr(checked) == "<TableCheck 'ram': 5 findings, 10 keys near>"


def test_where_no_key_can_be_told_it_is_said() -> None:
    """A table without a year, or with a single row, says why no key was tried, in both languages."""
    without = table_of({"Alingsås": (5,), "Vårgårda": (3,)}, columns=("Budget",))
    alone = table_of({"Alingsås": (5,)}, columns=("2027",))
    for table, said, swedish in ((without, "give year=", "ange year="), (alone, "one row", "en enda rad")):
        found = check_table(table).findings
        assert [finding.code for finding in found] == ["TAB104"]
        assert said in found[0].message
        assert swedish in check_table(table, lang="sv").findings[0].message
        assert check_table(table).ok


def test_a_large_table_is_searched_whole() -> None:
    """All 290 municipalities and ten years are searched, and the key that made the table is found alone."""
    codes_ = [place.code for place in municipalities()]
    stats = Statistics.bundled()
    columns = []
    for year in range(2016, 2026):
        day = dt.date(year - 1, 12, 31)
        columns.append(
            apportion(
                10_000_000 + year, dict(zip(codes_, stats.values("population", codes_, day), strict=True)), unit=1
            )
        )
    rows = {code: tuple(column[code] for column in columns) for code in codes_}
    checked = check_table(table_of(rows, columns=tuple(map(str, range(2016, 2026))), unit="kr"))
    assert [fit.key for fit in checked.fits if fit.reproduces] == [Population(ReferenceDate(12, 31, years_before=1))]
    assert checked.exact is not None
    assert [row.amounts for row in checked.exact.rows] == [row.amounts for row in checked.table.rows]


@pytest.mark.parametrize(("unit", "grain"), [("mnkr", "0.1"), ("tkr", "1"), ("kr", "0.01")])
def test_units_and_decimals(unit: str, grain: str) -> None:
    """A table in millions, thousands or kronor, with its own decimals, is compared with a clause in kronor."""
    scale = {"mnkr": 1_000_000, "tkr": 1_000, "kr": 1}[unit]
    quantum = Decimal(grain) * scale
    clause = CostClause.of(Population(ReferenceDate.fixed(dt.date(2025, 12, 31))), unit=quantum)
    bill = allocate(clause, year=2027, cost=quantum * 1234, parties=["1489", "1442"])
    rows = {name: (amount / scale,) for name, amount in zip(PAIR, bill.amounts, strict=True)}
    table = table_of(rows, (quantum * 1234 / scale,), ("2027",), unit=unit)
    checked = check_table(table, clause)
    assert checked.findings == ()
    assert checked.exact is not None
    assert [row.amounts for row in checked.exact.rows] == [(amount / scale,) for amount in bill.amounts]
    wrong = table_of({**rows, "Vårgårda": (rows["Vårgårda"][0] + 3 * Decimal(grain),)}, columns=("2027",), unit=unit)
    assert "TAB101" in codes(check_table(wrong, clause))


@given(st.integers(1, 10**7), st.lists(st.integers(1, 10**5), min_size=3, max_size=5))
@settings(max_examples=30, deadline=None)
def test_what_a_clause_gives_is_what_it_bills(cost: int, held: list[int]) -> None:
    """The amount that a finding names as the clause's is to the krona the one on the bill, rounded parts and all."""
    codes = ["1283", "1260", "1276", "1214", "1277"][: len(held)]
    clause = CostClause.of(Figures.of("hours", dict(zip(codes, held, strict=True))), unit=Decimal(1))
    bill = allocate(clause, year=2026, cost=cost, parties=codes)
    amounts = [bill.charge(code).amount for code in codes]
    rows = tuple(TableRow(code, (amount + 1_000,)) for code, amount in zip(codes, amounts, strict=True))
    table = PublishedTable("t", "T", ("2026",), rows, totals=(Decimal(cost),), unit="kr")
    off = [finding.message for finding in check_table(table, clause).findings if finding.code == "TAB101"]
    assert [message.split("the clause gives ")[1] for message in off] == [
        f"{amount:,}: 1,000 too much." for amount in amounts
    ]
