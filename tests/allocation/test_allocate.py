"""Who pays what: totals, refusals and laws."""

import datetime as dt
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen import model, places
from familjen.allocation import allocate
from familjen.dates import Period, ReferenceDate
from familjen.errors import InvalidValueError, MissingDataError, UnknownIdError
from familjen.model import CostClause, Equal, FixedShares, Population, Rate

ELEVEN = ("1214", "1257", "1260", "1275", "1276", "1277", "1278", "1282", "1283", "1284", "1292")
YEAR_END = ReferenceDate(12, 31, years_before=1)
CODES = [municipality.code for municipality in places.municipalities()]

some_codes = st.lists(st.sampled_from(CODES), min_size=1, max_size=12, unique=True)
amounts = st.integers(0, 10**12).map(lambda ore: Decimal(ore) / 100)
keys = st.sampled_from([Equal(), Population(YEAR_END)])


def agreement(**changes: Any) -> model.Agreement:
    """Make an agreement of two parties, changed in this or that."""
    start = model.Agreement(
        "avgift",
        "Fee",
        model.LegalForm.CIVIL_LAW,
        parties=model.participations(["1283", "1260"]),
        cost_clause=CostClause.of(Rate(Decimal(21)), unit=Decimal(1)),
    )
    return attrs.evolve(start, **changes)


def test_the_fee_of_the_eleven() -> None:
    """21 kr per inhabitant over the eleven on 31 December 2015 comes to 7,147,434 kr."""
    bill = allocate(CostClause.of(Rate(Decimal(21)), unit=Decimal(1)), year=2016, parties=ELEVEN, reference=YEAR_END)
    assert bill.total == 7_147_434
    assert bill.charge("1283").amount == 137_909 * 21 == 2_896_089


def test_the_fee_a_year_later() -> None:
    """On 31 December 2016 it comes to 7,268,499 kr, Helsingborg's part to 2,951,487."""
    bill = allocate(Rate(Decimal(21), YEAR_END), year=2017, parties=ELEVEN)
    assert (bill.total, bill.charge("1283").amount) == (7_268_499, 2_951_487)


def test_the_rescue_federations_key() -> None:
    """A budget of 90,362 kSEK splits by the population two years before: Alingsås 69,995, Vårgårda 20,367."""
    clause = CostClause.of(Population(ReferenceDate(12, 31, years_before=2)), unit=Decimal(1))
    bill = allocate(clause, year=2027, parties=["1489", "1442"], cost=90_362)
    assert [charge.amount for charge in bill.charges] == [69_995, 20_367]
    assert [charge.name for charge in bill.charges] == ["Alingsås", "Vårgårda"]


@given(some_codes, amounts, keys)
@settings(max_examples=60, deadline=None)
def test_parts_sum_to_the_total(codes: list[str], cost: Decimal, key: Equal | Population) -> None:
    """Whatever the parties, the cost and the key, the charges come to the cost exactly."""
    bill = allocate(key, year=2016, parties=codes, cost=cost)
    assert sum(charge.amount for charge in bill.charges) == bill.total == cost
    assert sum(charge.share for charge in bill.charges) == 1


@given(some_codes, st.integers(1, 100_000).map(lambda ore: Decimal(ore) / 100))
@settings(max_examples=40, deadline=None)
def test_a_rate_charges_each_its_inhabitants(codes: list[str], rate: Decimal) -> None:
    """Under a rate that öre can hold each party pays its inhabitants times the rate."""
    bill = allocate(Rate(rate, YEAR_END), year=2016, parties=codes)
    assert all(charge.amount == charge.weight * Fraction(rate) for charge in bill.charges)


@given(some_codes, amounts, st.randoms())
@settings(max_examples=40, deadline=None)
def test_the_order_of_parties_does_not_matter(codes: list[str], cost: Decimal, rng: Any) -> None:
    """Nobody pays more or less for standing earlier in the list."""
    mixed = rng.sample(codes, len(codes))
    one, other = (allocate(Population(YEAR_END), year=2016, parties=order, cost=cost) for order in (codes, mixed))
    assert {charge.party: charge.amount for charge in one.charges} == {
        charge.party: charge.amount for charge in other.charges
    }


@given(st.lists(st.integers(0, 50), min_size=2, max_size=6).filter(any), amounts)
@settings(max_examples=40, deadline=None)
def test_fixed_shares_are_kept_to_the_ore(parts: list[int], cost: Decimal) -> None:
    """Under fixed shares nobody is more than one öre from its exact share."""
    shares = {f"p{place}": Fraction(part, sum(parts)) for place, part in enumerate(parts)}
    bill = allocate(FixedShares.of(shares), year=2016, parties=list(shares), cost=cost)
    assert all(
        abs(Fraction(charge.amount) - charge.share * Fraction(cost)) < Fraction(1, 100) for charge in bill.charges
    )


def test_equal_parts() -> None:
    """Equal parts of 100 kr among three come to 33.34, 33.33 and 33.33."""
    bill = allocate(Equal(), year=2016, parties=["1260", "1276", "1275"], cost=100)
    assert sorted(charge.amount for charge in bill.charges) == [Decimal("33.33"), Decimal("33.33"), Decimal("33.34")]


def test_an_agreements_own_parties_pay() -> None:
    """An agreement bills its own parties, under its own id and in its own currency."""
    bill = allocate(agreement(currency="NOK"), year=2016, reference=YEAR_END)
    assert (bill.agreement, bill.currency) == ("avgift", "NOK")
    assert [charge.party for charge in bill.charges] == ["1283", "1260"]
    assert "NOK" in str(bill.explain("1283"))


def test_parties_may_be_given_as_nouns() -> None:
    """A party given as a noun keeps the name that it has there."""
    party = model.Municipality("1283", "Hälsingborg", "12")
    assert allocate(Equal(), year=2016, parties=[party], cost=1).charges[0].name == "Hälsingborg"


def test_one_who_has_left_does_not_pay() -> None:
    """A party whose time ended before the year is not billed, nor one that comes after it."""
    parts = (
        model.Participation("1283"),
        model.Participation("1260", period=Period(dt.date(2010, 1, 1), dt.date(2015, 12, 31))),
    )
    bill = allocate(agreement(parties=parts), year=2016, reference=YEAR_END)
    assert [charge.party for charge in bill.charges] == ["1283"]


def test_own_figures_win() -> None:
    """A caller's statistics are used in place of the bundled ones, and named as the source."""
    rows = [("1283", dt.date(2015, 11, 1), 100), ("1260", dt.date(2015, 11, 1), 50)]
    own = places.Series.from_rows("population", "inhabitants", model.Source("Our own count"), rows)
    stats = places.Statistics.bundled().with_series(own)
    reference = ReferenceDate(11, 1, years_before=1)
    bill = allocate(Rate(Decimal(21), reference), year=2016, parties=["1283", "1260"], statistics=stats)
    assert bill.total == 150 * 21
    assert "Our own count" in str(bill.explain("1283"))


def test_a_rate_that_does_not_fit_the_unit_is_rounded_and_says_so() -> None:
    """A rate whose total is no whole number of kronor is rounded half up, shared exactly, and explained."""
    clause = CostClause.of(Rate(Decimal("75.52"), YEAR_END), unit=Decimal(1))
    bill = allocate(clause, year=2016, parties=["1283", "1260"])
    assert bill.exact_total == Fraction(152_871 * 7552, 100)
    assert bill.total == round(bill.exact_total)
    assert "is rounded to" in str(bill.explain("1260"))
    assert "largest-remainder" in str(bill.explain("1260"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"under": Rate(Decimal(21))}, "does not say on which day"),
        ({"under": Rate(Decimal(21), YEAR_END), "reference": ReferenceDate(11, 1, years_before=1)}, "leave reference="),
        ({"under": Rate(Decimal(21), YEAR_END), "cost": 5}, "makes its own total"),
        ({"under": Equal()}, "no cost to share"),
        ({"under": Equal(), "cost": 1.5}, "not exact"),
        ({"under": Equal(), "cost": True}, "not exact"),
        ({"under": Equal(), "cost": Decimal("NaN")}, "not a finite amount"),
        ({"under": Equal(), "cost": Decimal("Infinity")}, "not a finite amount"),
        ({"under": Equal(), "cost": -1}, "no rule for a surplus"),
        ({"under": Equal(), "cost": Decimal("0.001")}, "not a multiple of the clause's unit"),
        ({"under": Equal(), "cost": 1, "reference": YEAR_END}, "needs no reference date"),
        ({"under": Equal(), "cost": 1, "parties": []}, "nobody to bill"),
        ({"under": Equal(), "cost": 1, "parties": None}, "nobody to bill"),
        ({"under": Equal(), "cost": 1, "parties": ["1283", "1283"]}, "billed twice"),
        ({"under": Equal(), "cost": 1, "parties": "1283"}, "is no list of parties"),
        ({"under": Equal(), "cost": 1, "parties": [1283]}, "neither a party nor its id"),
        ({"under": Rate(Decimal(21)), "reference": "31 December"}, "not a ReferenceDate"),
        ({"under": Equal(), "cost": 1, "year": 0}, "not a year"),
        ({"under": Equal(), "cost": 1, "year": "2016"}, "not a year"),
        ({"under": "equal", "cost": 1}, "neither an agreement, a clause nor a key"),
        ({"under": agreement(cost_clause=None)}, "has no cost clause"),
        ({"under": agreement(), "parties": ["1276"], "reference": YEAR_END}, "not a party to the agreement"),
        ({"under": FixedShares.of({"1283": Fraction(1, 2), "1260": Fraction(1, 3)}), "cost": 1}, "come to 5/6"),
        ({"under": FixedShares.of({"1283": Fraction(1)}), "cost": 1}, "no fixed share for 1260"),
        ({"under": FixedShares.of({"1283": Fraction(1), "9": Fraction(0)}), "cost": 1}, "a fixed share for 9"),
        ({"under": FixedShares.of({"1283": Fraction(2), "1260": Fraction(-1)}), "cost": 1}, "is negative"),
        ({"under": FixedShares((model.Share("1283", Fraction(1)),) * 2), "cost": 1}, "two fixed shares"),
    ],
)
def test_what_cannot_be_billed_is_refused(arguments: dict[str, Any], said: str) -> None:
    """A figure that is missing, too many or impossible is refused with a sentence about it."""
    call = {"year": 2016, "parties": None if isinstance(arguments["under"], model.Agreement) else ["1283", "1260"]}
    call |= arguments
    under = call.pop("under")
    with pytest.raises(InvalidValueError, match=said.replace("(", r"\(")):
        allocate(under, **call)  # type: ignore[arg-type, unused-ignore]


@pytest.mark.parametrize("unit", [Decimal(0), Decimal(-1), Decimal("NaN"), Decimal("1E+99"), 1])
def test_a_unit_is_an_amount_above_zero(unit: Any) -> None:
    """A clause whose unit is zero, negative, endless or no Decimal is refused when it is made."""
    with pytest.raises(InvalidValueError, match="unit"):
        CostClause.of(Equal(), unit=unit)


def test_a_party_for_part_of_the_year_is_refused() -> None:
    """A party that is bound for a part of the year only is not guessed about."""
    parts = (model.Participation("1283", period=Period(dt.date(2016, 7, 1))),)
    with pytest.raises(InvalidValueError, match="only a part of 2016"):
        allocate(agreement(parties=parts), year=2016, reference=YEAR_END)


def test_a_missing_figure_is_named() -> None:
    """Inhabitants on 1 November are not bundled: the error names the municipality and the nearest days."""
    with pytest.raises(MissingDataError, match=r"Helsingborg.*2014-12-31 and 2015-12-31"):
        allocate(Rate(Decimal(21), ReferenceDate(11, 1, years_before=1)), year=2016, parties=["1283"])


def test_an_unknown_party_has_no_figure() -> None:
    """A code that no municipality has is refused with the ones that are near."""
    with pytest.raises(UnknownIdError, match="1489"):
        allocate(Population(YEAR_END), year=2016, parties=["1289"], cost=1)


def test_statements_explain_themselves() -> None:
    """A statement has a short repr, a table, rows, HTML with its values escaped, and an explanation for each party."""
    party = model.Municipality("1283", "<script>", "12")
    bill = allocate(Rate(Decimal(21)), year=2016, parties=[party, "1260"], reference=YEAR_END)
    assert repr(bill) == "<Statement 2016: 2 parties pay 3,210,291.00 SEK>"
    assert "Assumption" in bill.text()
    assert bill.to_rows()[0]["inhabitants"] == 137_909
    assert "<script>" not in bill._repr_html_()
    assert [step.text for step in bill.explain("1260").steps][-1] == "14,962 × 21 kr = 314,202 kr."
    with pytest.raises(UnknownIdError, match="'1283'"):
        bill.explain("1238")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Equal(), "shared in equal parts"),
        (Population(YEAR_END), "shared by number of inhabitants"),
        (FixedShares.of({"1283": Fraction(1, 3), "1260": Fraction(2, 3)}), "100 kr × 1/3 = about 33.3333 kr"),
    ],
)
def test_each_key_is_explained(key: Any, said: str) -> None:
    """Every key says in words how it shares, with the exact figure before rounding."""
    bill = allocate(key, year=2016, parties=["1283", "1260"], cost=100)
    assert said in str(bill.explain("1283"))
    assert bill.charge("1283").amount == Decimal(str(bill.charge("1283").amount))


def test_statements_are_values() -> None:
    """Two statements of the same facts are equal, and survive pickling."""
    one, other = (allocate(Equal(), year=2016, parties=["1283"], cost=1) for _ in range(2))
    assert one == other == pickle.loads(pickle.dumps(one))
    assert hash(one) == hash(other)
