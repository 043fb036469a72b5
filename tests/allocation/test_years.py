"""Statements over time and side by side: forecasts, comparisons, invoices, reconciliation, exit."""

import datetime as dt
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen import ReferenceDate, Source, allocate, compare, forecast
from familjen.allocation import invoices, leave, reconcile
from familjen.dates import Notice, Period
from familjen.errors import InvalidValueError, MissingDataError, UnknownIdError
from familjen.model import (
    Agreement,
    BaseCost,
    CostClause,
    Equal,
    ExitSettlement,
    Income,
    Indexation,
    IndexPart,
    IndexStatus,
    Invoicing,
    LegalForm,
    MaxChange,
    MembershipTerms,
    Participation,
    PartOfYear,
    Population,
    YearChange,
)
from familjen.places import Series

PAIR = ["1283", "1260"]
YEAR_END = ReferenceDate(12, 31, years_before=1)
KRONA = Decimal(1)
CHANGES = st.decimals(Decimal("-0.2"), Decimal("0.2"), places=4)


def quarterly(**given: Any) -> Invoicing:
    """Give quarterly invoices."""
    return Invoicing(tuple(ReferenceDate(month, 1, years_before=0) for month in (1, 4, 7, 10)), **given)


@given(st.lists(CHANGES, min_size=1, max_size=8), st.integers(1, 10**9))
@settings(max_examples=40)
def test_forecasts_chain_without_drift(changes: list[Decimal], cost: int) -> None:
    """A year's exact cost is the first year's times all changes since, however many years were billed between."""
    years = range(2010, 2011 + len(changes))
    index = dict(zip(years[1:], changes, strict=True))
    clause = CostClause.of(Population(YEAR_END), unit=Decimal(1000))
    plan = forecast(clause, years=years, cost=cost * 1000, index=index, parties=PAIR)
    exact = Fraction(cost * 1000)
    for statement in plan:
        exact *= 1 + Fraction(index.get(statement.year, 0))
        assert statement.exact_total == exact
        assert sum(statement.amounts) == statement.total
        assert abs(Fraction(statement.total) - exact) <= 500
    alone = forecast(clause, years=[years[0]], cost=cost * 1000, parties=PAIR)
    assert alone[2010].amounts == plan[2010].amounts


def test_each_year_knows_the_one_before() -> None:
    """Changes are told from year to year, and a limit on them holds in every year."""
    limit = MaxChange(Decimal(2), YEAR_END)
    clause = CostClause.of(Population(YEAR_END), limit, unit=KRONA)
    first = {"1283": 900_000, "1260": 100_000}
    plan = forecast(clause, years=[2014, 2015, 2016], cost=1_000_000, parties=PAIR, last_year=first)
    before = {party: Fraction(amount) for party, amount in first.items()}
    for statement in plan:
        for charge in statement.charges:
            change = statement.change(charge.party)
            assert change == Fraction(charge.amount) - before[charge.party]
        before = {charge.party: Fraction(charge.amount) for charge in statement.charges}
    assert plan[2015].last_year is not None


def test_population_to_come_is_given_as_a_series() -> None:
    """A projection gives the figures of days to come; without it the missing day is named."""
    key = Population(YEAR_END)
    years = [2026, 2027]
    with pytest.raises(MissingDataError, match="2026-12-31"):
        forecast(key, years=years, cost=100, parties=PAIR)
    rows = [(code, dt.date(2026, 12, 31), number) for code, number in (("1283", 75), ("1260", 25))]
    projected = Series.from_rows("population", "inhabitants", Source("Illustrative projection"), rows)
    plan = forecast(key, years=years, cost=100, parties=PAIR, projection=projected)
    assert plan[2027].amounts == (Decimal("75.00"), Decimal("25.00"))
    assert "Illustrative projection" in plan[2027].sources[0]


def test_costs_and_amounts_by_year() -> None:
    """Costs, and amounts by name, may be given for each year, or once for all."""
    clause = CostClause.of(Income("grants"), Equal(), unit=KRONA)
    plan = forecast(
        clause,
        years=[2020, 2021],
        cost={2020: 100, 2021: 200},
        amounts={2020: {"grants": 10}, 2021: {"grants": 0}},
        parties=PAIR,
    )
    assert [statement.total for statement in plan] == [90, 200]
    same = forecast(clause, years=[2020, 2021], cost=100, amounts={"grants": 10}, parties=PAIR)
    assert [statement.total for statement in same] == [90, 90]
    assert len(plan.to_rows()) == 4
    assert plan.years == (2020, 2021)
    assert "2020" in plan.text("sv")
    assert "Summa" in plan.text("sv")
    assert plan._repr_html_().startswith("<table>")
    assert repr(plan) == "<Forecast 2020-2021: 2 parties>"


def test_an_index_of_the_clause_is_followed_too() -> None:
    """A clause with its own base cost and index is forecast by the changes that are given for its index."""
    chain = Indexation(2026, (IndexPart("PKV"),))
    clause = CostClause.of(BaseCost(Decimal(1000), 2026), chain, Equal(), unit=KRONA)
    indices = {"PKV": {2027: Decimal("0.10"), 2028: Decimal("0.10")}}
    plan = forecast(clause, years=[2026, 2027, 2028], parties=PAIR, indices=indices)
    assert [statement.total for statement in plan] == [1000, 1100, 1210]


def test_an_agreement_is_forecast_with_its_parties_of_each_year() -> None:
    """A party that joins is billed from then on, and empty before."""
    parties = (Participation("1283"), Participation("1260", period=Period(dt.date(2021, 1, 1), None)))
    fee = Agreement("fee", "Fee", LegalForm.CIVIL_LAW, parties=parties, cost_clause=CostClause.of(Equal(), unit=KRONA))
    plan = forecast(fee, years=[2020, 2021], cost=100, index={2021: Decimal("0.5")})
    assert [statement.amounts for statement in plan] == [(100,), (75, 75)]
    assert plan.table()[1] == [("Helsingborg", "100", "75"), ("Bjuv", "", "75")]
    assert fee.cost_clause is not None
    assert plan[2021].agreement == "fee"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"years": []}, "are no years"),
        ({"years": ["2020"]}, "are no years"),
        ({"years": [2020, 2022]}, "do not follow on each other"),
        ({"years": [2020, 2020]}, "do not follow on each other"),
        ({"years": [2020], "cost": {2021: 1}}, "2021 is not forecast"),
        ({"years": [2020, 2021], "cost": {2020: 1}}, "there is none for 2021"),
        ({"years": [2020], "index": {2020: Decimal("0.1")}}, "no year after the first"),
        ({"years": [2020], "index": 3}, "is not a mapping"),
        ({"years": [2020, 2021], "cost": {2020: 1, 2021: 2}, "index": {2021: Decimal(0)}}, "leave index out"),
        ({"years": [2020, 2021], "cost": None, "index": {2021: Decimal(0)}}, "no cost here that could rise"),
        ({"years": [2020, 2021], "index": {2021: 0.1}}, "0.1"),
        ({"years": [2020, 2021], "index": {2021: Decimal("NaN")}}, "NaN"),
    ],
)
def test_senseless_forecasts_are_refused(given: dict[str, Any], said: str) -> None:
    """Years with gaps, costs of other years, and an index for which there is no cost are refused in a sentence."""
    with pytest.raises(InvalidValueError, match=said):
        forecast(Equal(), **{"parties": PAIR, "cost": 100} | given)


def test_a_year_that_is_not_forecast_is_named() -> None:
    """Asking for another year names those that there are."""
    with pytest.raises(UnknownIdError, match="2030"):
        forecast(Equal(), years=[2020], cost=1, parties=PAIR)[2030]


def test_comparisons() -> None:
    """Statements stand side by side, with differences from the first that come to that of the totals."""
    equal = allocate(Equal(), year=2016, cost=1000, parties=PAIR)
    three = allocate(Population(YEAR_END), year=2016, cost=1500, parties=[*PAIR, "1276"])
    made = compare({"now": equal, "then": three})
    assert made.first == "now"
    assert made.amounts("1276") == {"now": None, "then": three.charge("1276").amount}
    assert made.differences("1276") == {"then": None}
    assert made.differences("1283") == {"then": three.charge("1283").amount - 500}
    assert made.to_rows()[0]["then - now"] == three.charge("1283").amount - 500
    assert made.table()[2][-1] == "+500.00"
    assert list(compare(equal, three).statements) == ["A", "B"]
    assert list(compare(equal, allocate(Equal(), year=2017, cost=1, parties=PAIR)).statements) == ["2016", "2017"]
    assert "Summa" in made.text("sv")
    assert made._repr_html_().count("<tr>") == 5
    assert repr(made) == "<Comparison of now, then: 3 parties>"
    with pytest.raises(UnknownIdError):
        made.amounts("9999")
    with localcontext() as context:
        context.prec = 2
        assert made.table()[2][-1] == "+500.00"


@pytest.mark.parametrize("bad", ["alone", "names", "same", "currency", "stranger", "both"])
def test_senseless_comparisons_are_refused(bad: str) -> None:
    """One statement, wrong names, other currencies and what is no statement are refused."""
    one = allocate(Equal(), year=2016, cost=10, parties=PAIR)
    euro = allocate(Equal(), year=2016, cost=10, parties=PAIR, currency="EUR")
    calls: dict[str, Any] = {
        "alone": ((one,), {}),
        "names": ((one, one), {"names": ["a"]}),
        "same": ((one, one), {"names": ["a", "a"]}),
        "currency": ((one, euro), {}),
        "stranger": ((one, 3), {}),
        "both": (({"a": one, "b": one},), {"names": ["a", "b"]}),
    }
    words, named = calls[bad]
    with pytest.raises(InvalidValueError):
        compare(*words, **named)


@given(st.integers(-(10**7), 10**7), st.integers(1, 12))
@settings(max_examples=40)
def test_instalments_come_to_the_amount(cost: int, number: int) -> None:
    """Every party's invoices are equal to a unit and come to its amount, for credits too."""
    terms = Invoicing(tuple(ReferenceDate(month, 1, years_before=0) for month in range(1, number + 1)))
    bill = allocate(CostClause.of(Equal(), unit=KRONA), year=2020, cost=abs(cost), parties=["1283", "1260", "1276"])
    made = invoices(bill, terms)
    assert len(made) == 3 * number
    for charge in bill.charges:
        own = [each.amount for each in made if each.party == charge.party]
        assert sum(own) == charge.amount
        assert max(own) - min(own) <= 1
        assert own == sorted(own, reverse=True)


def test_invoices_say_what_they_are() -> None:
    """Invoices follow the clause's days and say whether they are preliminary; without days they are refused."""
    clause = CostClause.of(Equal(), unit=KRONA, invoicing=quarterly(preliminary=True))
    made = invoices(allocate(clause, year=2020, cost=10, parties=["1283"]))
    assert [each.due for each in made] == [dt.date(2020, month, 1) for month in (1, 4, 7, 10)]
    assert [(each.number, each.of, each.preliminary) for each in made] == [(n, 4, True) for n in (1, 2, 3, 4)]
    with pytest.raises(InvalidValueError, match="give invoicing="):
        invoices(allocate(Equal(), year=2020, cost=10, parties=["1283"]))
    with pytest.raises(InvalidValueError, match="is not a statement"):
        invoices("bill")  # type: ignore[arg-type]


def test_preliminary_and_final_values_are_reconciled() -> None:
    """Preliminary index values are billed, final ones settled on the clause's day, and the difference invoiced."""
    changes = (
        YearChange(2021, Decimal("0.03"), IndexStatus.PRELIMINARY),
        YearChange(2021, Decimal("0.05"), IndexStatus.FINAL),
    )
    invoicing = quarterly(preliminary=True, reconciled=ReferenceDate(3, 31, years_before=0))
    clause = CostClause.of(
        BaseCost(Decimal(1000), 2020),
        Indexation(2020, (IndexPart("PKV", changes=changes),), values=IndexStatus.PRELIMINARY),
        Equal(),
        unit=KRONA,
        invoicing=invoicing,
    )
    early = allocate(clause, year=2021, parties=PAIR)
    late = allocate(clause, year=2021, parties=PAIR, values=IndexStatus.FINAL)
    settled = reconcile(early, late)
    assert (early.total, late.total, settled.total) == (1030, 1050, 20)
    assert settled.differences == {"1283": 10, "1260": 10}
    assert settled.due == dt.date(2022, 3, 31)
    assert [each.amount for each in settled.invoices()] == [10, 10]
    assert "Due on 2022-03-31" in settled.text()
    assert "Förfaller 2022-03-31" in settled.text("sv")
    assert settled._repr_html_().startswith("<table>")
    assert repr(settled) == "<Reconciliation 2021: 2 parties, 20 to pay>"


def test_reconciling_unlike_statements_is_refused() -> None:
    """Statements of different years or currencies are not reconciled, and without a day nothing is invoiced."""
    one = allocate(Equal(), year=2020, cost=10, parties=PAIR)
    with pytest.raises(InvalidValueError, match="has year 2020"):
        reconcile(one, allocate(Equal(), year=2021, cost=10, parties=PAIR))
    with pytest.raises(InvalidValueError, match="has currency"):
        reconcile(one, allocate(Equal(), year=2020, cost=10, parties=PAIR, currency="EUR"))
    with pytest.raises(InvalidValueError, match="when it is reconciled"):
        reconcile(one, one).invoices()
    three = allocate(Equal(), year=2020, cost=30, parties=[*PAIR, "1276"])
    settled = reconcile(one, three, due=dt.date(2021, 3, 31))
    assert settled.differences == {"1283": 5, "1260": 5, "1276": 10}
    assert len(reconcile(one, one, due=dt.date(2021, 3, 31)).invoices()) == 0


def rescue(**terms: Any) -> Agreement:
    """Give an agreement of two parties with a year's notice."""
    clause = CostClause.of(Equal(), unit=KRONA, membership=MembershipTerms(**terms) if terms else None)
    parties = (Participation("1489"), Participation("1442", period=Period(dt.date(2020, 1, 1), None)))
    notice = Notice(years=1)
    return Agreement("r", "Rescue", LegalForm.CIVIL_LAW, parties=parties, notice=notice, cost_clause=clause)


def test_leaving() -> None:
    """Notice decides the day, the clause the part of the last year and the settlement."""
    agreement = rescue(exit=ExitSettlement.CAPITAL_SHARE, leaving=PartOfYear.BY_MONTH)
    capital = {"1489": Decimal(300), "1442": Decimal(100)}
    out = leave(agreement, "1442", noticed=dt.date(2026, 4, 1), equity=1_000, capital=capital)
    assert out.first_day_out == dt.date(2027, 4, 1)
    assert out.part_of_year == Fraction(3, 12)
    assert out.settlement == 250
    assert "It takes out 250 kr." in str(out)
    assert "Den får ut 250 kr." in out.text("sv")
    nothing = leave(rescue(exit=ExitSettlement.NONE), "1489", noticed=dt.date(2026, 12, 31))
    assert nothing.settlement == 0
    assert nothing.part_of_year == Fraction(364, 365)
    by_all = leave(rescue(exit=ExitSettlement.AGREED_BY_ALL), "1489", noticed=dt.date(2026, 4, 1))
    assert by_all.settlement is None
    assert "for all parties to agree on" in str(by_all)
    unsaid = leave(rescue(joining=PartOfYear.BY_DAY), "1489", noticed=dt.date(2026, 1, 1))
    assert unsaid.part_of_year == 0
    assert "does not say what it takes out" in str(unsaid)


def test_leaving_is_refused_where_nobody_says_how() -> None:
    """No notice, no clause, no party, no date, or terms that are silent on part of a year are each an error."""
    day = dt.date(2026, 4, 1)
    with pytest.raises(InvalidValueError, match="pays; give the clause its MembershipTerms"):
        leave(rescue(), "1489", noticed=day)
    with pytest.raises(UnknownIdError):
        leave(rescue(), "9999", noticed=day)
    with pytest.raises(InvalidValueError, match="is no party on 2019-01-01"):
        leave(rescue(), "1442", noticed=dt.date(2019, 1, 1))
    with pytest.raises(InvalidValueError, match="is not a date"):
        leave(rescue(), "1442", noticed="2026-04-01")  # type: ignore[arg-type]
    bare = Agreement("b", "Bare", LegalForm.CIVIL_LAW)
    with pytest.raises(InvalidValueError, match="how a party gives notice"):
        leave(bare, "1489", noticed=day)
    with pytest.raises(InvalidValueError, match="no cost clause"):
        leave(Agreement("b", "Bare", LegalForm.CIVIL_LAW, notice=Notice(years=1)), "1489", noticed=day)
