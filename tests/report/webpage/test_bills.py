"""What billing all agreements promises."""

import datetime as dt
import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.webpage.pages import MADE, drawn

from familjen.allocation import allocate
from familjen.datasets import familjen_helsingborg_2016
from familjen.dates import Period, ReferenceDate
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.model import Agreement, Cooperation, CostClause, Distribution, Equal, Income, LegalForm, Population
from familjen.model.member import participations
from familjen.report.webpage import Bills, bill_all, html

YEAR_END = ReferenceDate(12, 31, years_before=1)
PARTIES = participations(["1260", "1283", "1276"])


def an_agreement(name: str, clause: CostClause | None) -> Agreement:
    """Make an agreement of three municipalities."""
    return Agreement(name, name.capitalize(), LegalForm.CONTRACT, parties=PARTIES, cost_clause=clause)


SAID = CostClause((Distribution(Population(YEAR_END)),))
UNSAID = CostClause((Distribution(Population()),))
EQUAL = CostClause((Distribution(Equal()),))
COOP = attrs.evolve(
    familjen_helsingborg_2016(),
    agreements=(
        an_agreement("said", SAID),
        an_agreement("unsaid", UNSAID),
        an_agreement("equal", EQUAL),
        an_agreement("none", None),
    ),
)
COSTS = {"said": 1_000_000, "unsaid": 1_000_000, "equal": 100}


def test_what_can_be_billed_is_and_the_rest_says_why() -> None:
    """A missing day and a missing cost are reasons; an agreement without a clause is nothing to bill."""
    bills = bill_all(COOP, year=2020, costs={"said": 1_000_000, "unsaid": 500})
    assert [each.agreement for each in bills.statements] == ["said"]
    assert set(bills.refused) == {"unsaid", "equal"}
    assert "does not say on which day" in bills.refused["unsaid"]
    assert "no cost to share" in bills.refused["equal"]


def test_a_reference_day_serves_only_those_that_say_none() -> None:
    """The day given is an assumption of the one clause; the others are billed as without it."""
    bills = bill_all(COOP, year=2020, costs=COSTS, reference=ReferenceDate.fixed(dt.date(2015, 12, 31)))
    said, unsaid, equal = bills.statements
    assert said.assumptions == equal.assumptions == ()
    assert "2015-12-31" in unsaid.assumptions[0]
    assert said.amounts == allocate(COOP.agreement("said"), year=2020, cost=1_000_000).amounts
    assert not bills.refused


@settings(max_examples=12, deadline=None)
@given(cost=st.decimals(min_value=0, max_value=10**9, places=2), year=st.integers(1996, 2026))
def test_bills_are_those_of_each_agreement(cost: Decimal, year: int) -> None:
    """A bill among all is the bill of the agreement alone, and sums to the cost."""
    (bill,) = bill_all(COOP, year=year, agreements=["said"], costs={"said": cost}).statements
    alone = allocate(COOP.agreement("said"), year=year, cost=cost)
    assert bill.amounts == alone.amounts
    assert sum(bill.amounts) == cost
    assert bill.names == ("Bjuv", "Helsingborg", "Klippan")


def test_an_agreement_without_parties_that_year_is_no_bill() -> None:
    """Before an agreement begins it is idle, which is no reason for alarm; one that never had a party is refused."""
    late = attrs.evolve(an_agreement("late", EQUAL), period=Period(dt.date(2030, 1, 1)))
    bills = bill_all(attrs.evolve(COOP, agreements=(late,)), year=2020, costs={"late": 100})
    assert not bills.statements
    assert not bills.refused
    assert bills.idle == ("late",)
    page = drawn(html(attrs.evolve(COOP, agreements=(late,)), statements=bills, made=MADE))
    assert "without parties that year: Late." in page.section("charges").text
    nobody = attrs.evolve(late, period=None, parties=())
    assert "nobody to bill" in bill_all(attrs.evolve(COOP, agreements=(nobody,)), year=2020).refused["late"]


@pytest.mark.parametrize(
    ("given", "kind", "said"),
    [
        pytest.param({"year": "2020"}, InvalidValueError, r"year: '2020' is not a year", id="a year as text"),
        pytest.param({"year": True}, InvalidValueError, r"year: True is not a year", id="a year as a bool"),
        pytest.param({"agreements": ["sad"]}, UnknownIdError, r"did you mean 'said'", id="an unknown agreement"),
        pytest.param({"agreements": ["none"]}, InvalidValueError, r"'none' has no cost clause", id="no clause"),
        pytest.param({"agreements": ["said", "said"]}, InvalidValueError, r"'said' is named twice", id="twice"),
        pytest.param({"costs": {"none": 1}}, InvalidValueError, r"costs: 'none' is not billed", id="a cost of nothing"),
        pytest.param({"amounts": {"sad": {}}}, UnknownIdError, r"no agreement 'sad'", id="an amount of nobody"),
    ],
)
def test_what_cannot_be_asked_is_refused(given: dict[str, object], kind: type[Exception], said: str) -> None:
    """A wrong year, agreement or figure is an error, not a bill that is left out."""
    with pytest.raises(kind, match=said):
        bill_all(COOP, **{"year": 2020, **given})  # type: ignore[arg-type]


def test_a_report_tells_what_is_not_billed_and_why() -> None:
    """Refused agreements stand with their reasons, and those that nobody asked for are named."""
    bills = bill_all(COOP, year=2020, agreements=["said", "unsaid"], costs={"said": 100, "unsaid": 100})
    page = drawn(html(COOP, lang="sv", statements=bills, made=MADE))
    told = page.section("charges").text
    assert "Unsaid: klausulen anger inte vilken dags uppgifter som gäller; ange dagen (--counted" in told
    assert "Har kostnadsklausul, men debitering har inte efterfrågats: Equal." in told
    assert "Kan inte debiteras: Unsaid." in page.section("brief").text
    assert not page.all("span", lang="en")
    english = drawn(html(COOP, statements=bills, made=MADE)).section("charges").text
    assert "Unsaid: the clause does not say of which day figures are taken; say which (--counted" in english


def test_a_reason_that_is_only_in_english_is_marked_in_a_swedish_report() -> None:
    """Of a reason that has no Swedish words the reader is told, and a screen reader too."""
    nobody = attrs.evolve(an_agreement("nobody", EQUAL), parties=())
    coop = attrs.evolve(COOP, agreements=(nobody,))
    bills = bill_all(coop, year=2020, costs={"nobody": 1})
    assert not bills.wanting
    page = drawn(html(coop, lang="sv", statements=bills, made=MADE))
    assert "Nobody: (på engelska) there is nobody to bill" in page.section("charges").text
    assert [each.text for each in page.all("span", lang="en")] == [bills.refused["nobody"]]
    assert "(in English)" not in drawn(html(coop, statements=bills, made=MADE)).section("charges").text


GRANTS = CostClause((Income("grants"), Distribution(Equal())))
LATE = CostClause((Distribution(Population(ReferenceDate(12, 31, years_before=0))),))


@pytest.mark.parametrize(
    ("clause", "costs", "said"),
    [
        pytest.param(UNSAID, 100, "klausulen anger inte vilken dags uppgifter som gäller", id="a day"),
        pytest.param(EQUAL, None, "kostnaden att fördela är inte angiven", id="a cost"),
        pytest.param(GRANTS, 100, "klausulen kräver beloppet grants", id="an amount"),
        pytest.param(LATE, 100, "antalet invånare den 2090-12-31 är inte känt för Bjuv", id="inhabitants"),
    ],
)
def test_what_is_wanting_is_said_in_both_languages(clause: CostClause, costs: int | None, said: str) -> None:
    """A day, a cost, an amount and a figure that are not known are told in Swedish as in English."""
    coop = attrs.evolve(COOP, agreements=(an_agreement("a", clause),))
    bills = bill_all(coop, year=2090, costs=None if costs is None else {"a": costs})
    assert said in bills.wanting["a"].sv
    assert bills.wanting["a"].en != bills.wanting["a"].sv
    assert set(bills.refused) == {"a"}


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        pytest.param({"costs": {"equal": -1}}, r"costs: 'equal': .*the cost is negative", id="a cost below zero"),
        pytest.param({"costs": {"equal": Decimal("NaN")}}, r"costs: 'equal': NaN is not a finite", id="no number"),
        pytest.param({"costs": {"equal": 1.5}}, r"costs: 'equal': 1\.5 is not exact", id="a float"),
        pytest.param({"costs": {"equal": {}}}, r"costs: 'equal': there is no cost pool", id="no pools"),
        pytest.param(
            {"costs": {"equal": 1}, "amounts": {"equal": {"x": 1}}}, r"amounts: 'equal': no step", id="strange"
        ),
        pytest.param({"costs": [1]}, r"costs: \[1\] is not a mapping", id="a list"),
        pytest.param(
            {"reference": "2015-12-31"}, r"reference: '2015-12-31' is not a ReferenceDate", id="a day as text"
        ),
    ],
)
def test_a_figure_that_cannot_be_used_is_an_error(figures: dict[str, Any], said: str) -> None:
    """Whoever gives a wrong figure is told so, instead of a board that reads that there is no bill."""
    with pytest.raises(InvalidValueError, match=said):
        bill_all(COOP, year=2020, agreements=["equal", "unsaid"], **figures)


def test_bills_are_kept_as_values() -> None:
    """Bills survive pickling, with their reasons."""
    bills = bill_all(COOP, year=2020, costs={"said": 1_000_000})
    assert pickle.loads(pickle.dumps(bills)) == bills
    assert set(bills.wanting) == {"unsaid", "equal"}


def test_who_pays_most_is_named_where_somebody_does() -> None:
    """One who pays most is named; several who pay the same are named together, and when all do, nobody is."""
    parties = ["1260", "1283", "1276"]
    alike = allocate(Equal(), year=2020, cost=300, parties=parties)
    nearly = allocate(CostClause((Distribution(Equal()),), unit=Decimal(1)), year=2020, cost=302, parties=parties)
    one = allocate(Population(YEAR_END), year=2020, cost=300, parties=parties)
    report = html(Cooperation("c", "C"), lang="sv", statements=[alike, nearly, one], made=MADE)
    brief = drawn(report).section("brief").text.replace("\xa0", " ")
    assert "parterna betalar 300,00 kr för 2020, 100,00 kr var." in brief
    assert "parterna betalar 302 kr för 2020; mest betalar Bjuv och Klippan, 101 kr var." in brief
    assert "; mest betalar Helsingborg, 2" in brief


def test_a_bill_of_an_agreement_that_is_over_has_its_name() -> None:
    """On a day when the agreement is over, its bill still bears its name and not its id."""
    old = attrs.evolve(an_agreement("old", EQUAL), period=Period.year(2018))
    coop = attrs.evolve(COOP, agreements=(old,))
    bills = bill_all(coop, year=2018, costs={"old": 100})
    page = drawn(html(coop, statements=bills, on=dt.date(2020, 1, 1), made=MADE))
    assert "Old: the parties pay" in page.section("brief").text


def test_statements_of_ones_own_can_be_told() -> None:
    """A statement under no agreement is told as a numbered bill."""
    alone = allocate(Population(YEAR_END), year=2020, cost=1_000, parties=["1260", "1283"])
    page = drawn(html(Cooperation("c", "C"), statements=[alone], made=MADE))
    assert "Bill 1, 2020" in page.section("charges").text
    assert html(Cooperation("c", "C"), statements=Bills(), made=MADE).absent[0].title == "Charges"


def test_very_many_amounts_are_not_explained_one_by_one() -> None:
    """Beyond four hundred amounts the page says how to have one explained instead."""
    parties = [member.party for member in familjen_helsingborg_2016().members]
    bills = [allocate(EQUAL, year=2020, cost=1_100, parties=parties) for _ in range(38)]
    page = drawn(html(Cooperation("c", "C"), statements=bills, made=MADE))
    assert sum("How the amount was worked out" in each.text for each in page.all("details")) == 36 * 11
    assert page.section("charges").text.count("too many amounts to explain") == 2
    assert "And 33 more bills." in page.section("brief").text


def test_a_year_that_costs_nothing_names_nobody_who_pays_most() -> None:
    """Of a bill of nothing the beginning says the sum alone."""
    nothing = allocate(EQUAL, year=2020, cost=0, parties=["1260", "1283"])
    brief = drawn(html(Cooperation("c", "C"), statements=[nothing], made=MADE)).section("brief").text
    assert "the parties pay 0.00 kr for 2020." in brief.replace("\xa0", " ")
