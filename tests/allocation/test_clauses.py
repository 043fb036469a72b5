"""What clauses promise: parts that sum, limits that hold, the same bill from a document, explanations that add up."""

from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.allocation import Explanation, Statement, allocate
from familjen.amounts.filling import fill
from familjen.amounts.vector import Vector
from familjen.dates import Period, ReferenceDate
from familjen.errors import InvalidValueError, MissingDataError, UnknownIdError
from familjen.io import dumps, loads
from familjen.model import (
    AmountLimit,
    BaseCost,
    Bound,
    Bounded,
    CostClause,
    Deductible,
    DeficitRule,
    Distribution,
    Earmark,
    Equal,
    Figures,
    FixedShares,
    FlatFee,
    FromEquity,
    Frozen,
    Group,
    Income,
    Indexation,
    IndexPart,
    Key,
    LegalForm,
    MaxChange,
    MembershipTerms,
    Mix,
    Overhead,
    Part,
    Participation,
    PhaseIn,
    Population,
    Product,
    Rate,
    SelfCostTest,
    Step,
    Subset,
    SurplusRule,
    TaxCapacity,
    TwoLevel,
    Usage,
    YearChange,
    kinds_of,
)
from familjen.model.agreement import Agreement
from familjen.testing import clauses, nouns

few = settings(max_examples=60, deadline=None)
YEAR_END = ReferenceDate(12, 31, years_before=1)
ELEVEN = ("1214", "1257", "1260", "1275", "1276", "1277", "1278", "1282", "1283", "1284", "1292")
KRONA = Decimal(1)

keys: st.SearchStrategy[Key] = st.recursive(
    st.sampled_from([Equal(), Population(YEAR_END), TaxCapacity(ReferenceDate(1, 1, years_before=2))]),
    lambda inner: st.one_of(
        st.builds(
            lambda a, b, w: Mix((Part(w, a), Part(1 - w, b))), inner, inner, st.fractions(0, 1, max_denominator=9)
        ),
        st.builds(lambda a, b: Product((a, b)), inner, inner),
        st.builds(lambda key: Subset(ELEVEN[:4], key), inner),
        st.builds(lambda key: Bounded(key, (Bound(maximum=Fraction(1, 3)),)), st.just(Population(YEAR_END))),
        st.builds(
            lambda a, b: TwoLevel((Group(Fraction(1, 4), a, parties=ELEVEN[:1]), Group(Fraction(3, 4), b))),
            st.just(Equal()),
            st.just(Population(YEAR_END)),
        ),
    ),
    max_leaves=3,
)


def replay(explanation: Explanation) -> Fraction:
    """Follow an explanation's operations, knowing nothing of clauses."""
    cost = charge = Fraction(0)
    for step in explanation.steps:
        numbers = step.figures
        match step.operation:
            case "cost =":
                cost += numbers[0]
            case "cost +":
                cost += numbers[0]
            case "cost ×":
                cost *= numbers[0]
            case "charge + share":
                charge += numbers[0] * numbers[1] / numbers[2]
            case "charge + fee":
                charge += numbers[0] * numbers[1] * numbers[2]
            case "charge +":
                charge += numbers[0]
            case "charge ×":
                charge *= numbers[0]
            case "round":
                assert abs(charge - numbers[1]) < 2 * numbers[0]
                charge = numbers[1]
            case other:
                assert other in {"note", "part"}
    return charge


def bill(*steps: Step | Key, cost: Any = 1_000_003, year: int = 2016, **more: Any) -> Statement:
    """Bill the eleven under a clause of these steps, in kronor."""
    terms = {name: more.pop(name) for name in ("unit", "membership") if name in more}
    parties = more.pop("parties", ELEVEN)
    return allocate(CostClause.of(*steps, **{"unit": KRONA, **terms}), year=year, cost=cost, parties=parties, **more)


@given(keys, st.integers(0, 10**9), st.sampled_from(["0.01", "1", "1000"]))
@few
def test_parts_sum(key: Key, cost: int, unit: str) -> None:
    """The charges come to the cost exactly, for every key, cost and unit, and the explanation replays to each."""
    made = bill(key, cost=cost * Decimal(unit), unit=Decimal(unit))
    assert sum(charge.amount for charge in made.charges) == cost * Decimal(unit) == made.total
    assert all(replay(made.explain(charge.party)) == charge.amount for charge in made.charges)
    assert sum(charge.share for charge in made.charges) == 1


@given(keys, st.integers(0, 10**7), st.fractions(0, 1, max_denominator=20), st.integers(0, 10**6))
@few
def test_long_clauses_sum_and_replay(key: Key, grants: int, rate: Fraction, floor: int) -> None:
    """Income, overhead, a fee, a floor and a surplus still sum, and each amount can be replayed."""
    steps = (Income("grants"), Overhead(rate), Rate(Decimal(2), YEAR_END), key, AmountLimit(floor=Decimal(floor)))
    made = bill(*steps, SurplusRule(threshold=Decimal(5)), cost=10**8, amounts={"grants": grants, "result": 7})
    assert sum(charge.amount for charge in made.charges) == made.total
    assert all(replay(made.explain(charge.party, lang="sv")) == charge.amount for charge in made.charges)


@given(keys, keys, st.fractions(0, 1, max_denominator=12))
@few
def test_a_mix_lies_between_its_keys(one: Key, other: Key, weight: Fraction) -> None:
    """Each share of a mix lies between the shares by its two keys."""
    mixed = bill(Mix((Part(weight, one), Part(1 - weight, other))))
    for a, b, both in zip(bill(one).charges, bill(other).charges, mixed.charges, strict=True):
        assert min(a.share, b.share) <= both.share <= max(a.share, b.share)


@given(
    st.integers(0, 10**6),
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 10**5), st.integers(0, 10**5)), min_size=1, max_size=7),
)
@few
def test_filling_holds_limits(total: int, rows: Sequence[tuple[int, int, int]]) -> None:
    """Water-filling holds floors and caps and sums exactly, or says which of the two leaves no room."""
    weights = Vector.of([weight for weight, _, _ in rows])
    floors = [Fraction(min(low, high)) for _, low, high in rows]
    caps = [Fraction(max(low, high)) for _, low, high in rows]
    room = sum(cap if weight else floor for weight, floor, cap in zip(weights, floors, caps, strict=True))
    if not sum(floors) <= total <= room:
        with pytest.raises(InvalidValueError, match=r"floors come to|caps leave"):
            fill(Fraction(total), weights, floors, caps)
        return
    parts = fill(Fraction(total), weights, floors, caps)
    assert sum(parts) == total
    assert all(floor <= part <= cap for floor, part, cap in zip(floors, parts, caps, strict=True))
    free = [
        part / weight
        for weight, floor, part, cap in zip(weights, floors, parts, caps, strict=True)
        if weight and floor < part < cap
    ]
    assert len(set(free)) <= 1


@given(clauses())
@few
def test_clauses_round_trip_and_speak(clause: CostClause) -> None:
    """A clause is read back from JSON as it was, and has numbered text in both languages."""
    assert loads(dumps(clause), CostClause) == clause
    assert clause.text("sv") != clause.text("en")
    assert clause.text().startswith("1. ")


@pytest.mark.parametrize("cls", [*kinds_of(Key).values(), *kinds_of(Step).values()], ids=lambda cls: cls.__name__)
@given(data=st.data())
@few
def test_whatever_differs_is_worded_differently(cls: type, data: st.DataObject) -> None:
    """Keys and steps that differ in a single field have texts that differ, in both languages."""
    one, other = data.draw(nouns(cls)), data.draw(nouns(cls))
    for field in attrs.fields(cls):
        try:
            changed = attrs.evolve(one, **{field.name: getattr(other, field.name)})
        except InvalidValueError:
            continue
        assert (changed.text() == one.text()) == (changed == one), field.name
        assert (changed.text("sv") == one.text("sv")) == (changed == one), field.name


@given(clauses(), clauses())
@few
def test_clauses_that_differ_have_texts_that_differ(one: CostClause, other: CostClause) -> None:
    """A clause that differs in one of its terms has another text; only its own words and sources are not said."""
    for name in ("steps", "unit", "method", "membership", "invoicing", "vat", "conditions"):
        changed = attrs.evolve(one, **{name: getattr(other, name)})
        assert (changed.text() == one.text()) == (changed == one), name
        assert (changed.text("sv") == one.text("sv")) == (changed == one), name


@given(keys, st.integers(1, 10**6))
@few
def test_the_same_bill_from_a_document(key: Key, cost: int) -> None:
    """A clause read back from JSON bills the same."""
    clause = CostClause.of(key, unit=KRONA)
    one, other = (
        allocate(each, year=2016, cost=cost, parties=ELEVEN) for each in (clause, loads(dumps(clause), CostClause))
    )
    assert one.charges == other.charges


def test_alingsas_and_vargarda() -> None:
    """The frozen key of 31 December 2025 and the index chain give the exact table of the rescue federation."""
    key = Frozen(Population(ReferenceDate(12, 31, years_before=2)), 2027)
    changes = tuple(YearChange(2027 + n, Decimal(c)) for n, c in enumerate(("0.030", "0.037", "0.034")))
    chain = Indexation(
        2026,
        (IndexPart("PKV", changes=changes),),
        earmarks=(Earmark(2027, Decimal(1000)), Earmark(2028, Decimal(415)), Earmark(2029, Decimal(415))),
    )
    clause = CostClause.of(BaseCost(Decimal(86_759), 2026), chain, key, unit=KRONA)
    bills = [allocate(clause, year=year, parties=["1489", "1442"]) for year in (2027, 2028, 2029)]
    assert [[int(charge.amount) for charge in each.charges] for each in bills] == [
        [69_995, 20_367],
        [72_905, 21_215],
        [75_706, 22_029],
    ]
    assert all(replay(each.explain("1489")) == each.charges[0].amount for each in bills)


def test_equity_and_fee_key() -> None:
    """Half from equity, the rest by the fee key: a grant of 12,500 kSEK leaves 6,250 for the members."""
    made = bill(FromEquity(Fraction(1, 2)), Population(YEAR_END), cost=12_500_000)
    assert made.total == 6_250_000


def test_norwegian_mix() -> None:
    """Thirty per cent in equal parts and the rest by population, written as a sum of keys."""
    made = bill(0.3 * Equal() + 0.7 * Population(YEAR_END), cost=11_000_000)
    inhabitants = bill(Population(YEAR_END), cost=11_000_000)
    for one, other in zip(made.charges, inhabitants.charges, strict=True):
        assert one.share == Fraction(3, 110) + Fraction(7, 10) * other.share


def test_surplus_above_threshold_and_floor() -> None:
    """What exceeds both threshold and equity floor is paid out by the fees; a deficit is covered by equity first."""
    usage = Figures.of("hours", dict.fromkeys(ELEVEN, 10))
    steps = (usage, SurplusRule(usage, threshold=Decimal(100), equity_floor=Decimal(2_000)))
    made = bill(*steps, cost=11_000, amounts={"result": 1_200, "equity": 1_000})
    assert made.total == 11_000 - 200
    covered = bill(usage, DeficitRule(equity_first=True), cost=11_000, amounts={"result": -1_200, "equity": 1_000})
    assert covered.total == 11_200


def test_part_of_a_year() -> None:
    """A party that joins on 1 July pays by the day, and the others carry the rest."""
    joined = Participation("1260", period=Period(Period.year(2027).first_day.replace(month=7), None))
    clause = CostClause.of(Equal(), unit=KRONA, membership=MembershipTerms())
    agreement = Agreement("a", "A", LegalForm.CIVIL_LAW, parties=(Participation("1283"), joined), cost_clause=clause)
    made = allocate(agreement, year=2027, cost=549)
    assert [charge.amount for charge in made.charges] == [365, 184]
    with pytest.raises(InvalidValueError, match="MembershipTerms"):
        allocate(attrs.evolve(agreement, cost_clause=CostClause.of(Equal())), year=2027, cost=549)


def test_change_is_limited_and_financed() -> None:
    """No amount moves by more than the limit; the remainder is carried where the clause says."""
    before = bill(Equal())
    limit = MaxChange(Decimal(1), YEAR_END)
    made = bill(Population(YEAR_END), limit, last_year=before)
    outside = bill(Population(YEAR_END), attrs.evolve(limit, financed_by="outside"), last_year=before)
    for statement in (made, outside):
        for charge in statement.charges:
            inhabitants = bill(Population(YEAR_END)).charge(charge.party).weight
            assert inhabitants is not None
            assert abs(charge.exact - Fraction(before.charge(charge.party).amount)) <= inhabitants
    assert made.total == 1_000_003
    assert outside.total != 1_000_003


def test_phase_in_moves_from_key_to_key() -> None:
    """Before its first year the old key counts, afterwards the new one, and between them a mix."""
    change = PhaseIn(Equal(), Population(YEAR_END), 2015, (Fraction(1, 2),))
    assert bill(change, year=2014).charges[0].share == Fraction(1, 11)
    halves = [bill(key, year=2015).charges[0].share for key in (Equal(), Population(YEAR_END), change)]
    assert halves[2] == (halves[0] + halves[1]) / 2
    assert bill(change, year=2016).charges[0].share == bill(Population(YEAR_END)).charges[0].share


def test_pools_have_their_own_keys() -> None:
    """Each cost pool is shared by its own key; a pool that no step covers is named."""
    steps = (Distribution(Equal(), pool="rent"), Distribution(Population(YEAR_END)))
    assert bill(*steps, cost={"rent": 1_100, "staff": 5_000}).total == 6_100
    with pytest.raises(InvalidValueError, match=r"no step shares 5000 of 'staff'"):
        bill(steps[0], cost={"rent": 1_100, "staff": 5_000})


def test_self_cost_is_tested() -> None:
    """The statement says whether the amounts stay within the actual cost, and changes nothing."""
    made = bill(Equal(), SelfCostTest(), cost=1_100, amounts={"actual_cost": 1_000})
    assert [check.holds for check in made.checks] == [False]
    assert "does not hold" in made.text()


@pytest.mark.parametrize(
    ("steps", "more", "message"),
    [
        ((0.5 * Equal(),), {}, r"step 1 \(distribution\): the parts of the mix come to 1/2"),
        ((Income("grants"), Equal()), {}, r"step 1 \(income\): the amount 'grants' is needed"),
        ((Equal(),), {"amounts": {"x": 1}}, "no step of the clause asks for 'x'"),
        ((Equal(),), {"cost": -5}, "is negative, -5, and the clause has no rule for a surplus"),
        ((Equal(), AmountLimit(cap=Decimal(1))), {}, r"step 2 \(amount-limit\): the caps leave"),
        ((Equal(), AmountLimit(floor=Decimal(10**6))), {}, "the floors come to"),
        ((Equal(), MaxChange(Decimal(1), YEAR_END)), {}, "give last_year="),
        ((FlatFee(Decimal(10**6)), Equal()), {}, "the fees bring in more than the cost"),
        ((Deductible(Decimal(1), "0114"), Equal()), {}, "'0114' carries the deductible and is not billed"),
        ((Indexation(2014, (IndexPart("PKV"),)), Equal()), {}, "there is no change of PKV for 2015"),
        ((Equal(),), {"indices": {"PKV": 3}}, "is not a mapping from index to year, an int, and change"),
        ((Indexation(2020, (IndexPart("PKV"),)), Equal()), {}, "lies before the base year 2020"),
        ((TwoLevel((Group(Fraction(1), Equal(), parties=("1283",)),)),), {}, "is in no group"),
        ((Subset(("0114",), Equal()),), {}, "0114 carries a part and is not billed"),
        ((BaseCost(Decimal(1), 2015), Equal()), {}, "the clause itself gives the cost"),
        ((FixedShares.of({"1283": Fraction(3, 2)}),), {"parties": ["1283"]}, "come to 3/2, not to 1"),
    ],
    ids=range(16),
)
def test_errors_name_step_and_remedy(steps: tuple[Step | Key, ...], more: dict[str, Any], message: str) -> None:
    """What cannot be billed is refused with the clause's step and what to do."""
    with pytest.raises(InvalidValueError, match=message):
        bill(*steps, **more)


def test_missing_data_names_the_step() -> None:
    """A figure that there is not is named with the clause's step, the party and the nearest days."""
    autumn = ReferenceDate(11, 1, years_before=1)
    with pytest.raises(
        MissingDataError, match=r"step 1 \(distribution\): no population of Svalöv .* nearest are 2014-12-31"
    ):
        bill(Population(autumn))
    with pytest.raises(UnknownIdError, match=r"step 1 \(distribution\): there is no variable 'cases'"):
        bill(Usage("cases", YEAR_END))


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        ((Income("x"),), "no step shares the cost"),
        ((Equal(), Income("x")), "cannot stand after a step that shares the cost"),
        ((Equal(), Equal()), "has shared all the cost"),
        ((Equal(), FlatFee(Decimal(1))), "move this fee before"),
        ((Equal(), SurplusRule(), AmountLimit()), "cannot stand after a step that deals with the result"),
        ((Equal(), SurplusRule(), SurplusRule()), "two steps of the kind surplus-rule"),
        ((Income("x"), BaseCost(Decimal(1), 2016), Equal()), "must stand first"),
    ],
    ids=range(7),
)
def test_senseless_orders_are_refused(steps: tuple[Step | Key, ...], message: str) -> None:
    """Steps in an order that makes no sense are refused in a sentence."""
    with pytest.raises(InvalidValueError, match=message):
        CostClause.of(*steps)


def test_phase_in_inside_frozen_is_explained_by_its_own_year() -> None:
    """A frozen phase-in is weighed and explained as for the year at which it was frozen."""
    change = PhaseIn(Equal(), Population(YEAR_END), 2015, (Fraction(1, 2),))
    made = bill(Frozen(change, 2015), year=2017)
    assert made.charges[0].share == bill(change, year=2015).charges[0].share
    assert [step.figures[0] for step in made.explain("1283").steps if step.operation == "part"] == [Fraction(1, 2)] * 2


def test_groups_are_explained_by_their_own_figures() -> None:
    """A party is told the figure by which its group shares, and those of another group are not told to it."""
    halves = Fraction(1, 2)
    groups = (Group(halves, Equal(), parties=("1283",)), Group(halves, Population(YEAR_END)))
    made = bill(TwoLevel(groups))
    assert "Bjuv had 14,962 inhabitants, those who share 202,445." in str(made.explain("1260"))
    assert "inhabitants," not in str(made.explain("1283"))


def test_swedish_explanations_hold_no_english() -> None:
    """Assumptions, figures and steps are all said in Swedish where that is asked for."""
    steps = (FromEquity(Fraction(1, 2)), Deductible(Decimal(10), "1283"), Population(from_age=None))
    said = str(bill(*steps, reference=YEAR_END).explain("1283", lang="sv"))
    assert "invånare räknas den 2015-12-31 (31 december året före); avtalet anger inte vilken dag" in said
    assert not {"the", "of", "equity", "deductible", "counted"} & set(said.replace("(", " ").replace(")", " ").split())


def test_a_small_decimal_context_changes_nothing() -> None:
    """Statements and explanations are the same whatever precision the caller's decimal context has."""
    made = bill(Population(YEAR_END), cost=10**12 + 1, last_year={"1283": 1})
    with localcontext(prec=3):
        narrow = bill(Population(YEAR_END), cost=10**12 + 1, last_year={"1283": 1})
        assert narrow.text() == made.text()
        assert narrow.to_json() == made.to_json()


def test_a_fee_is_drawn_from_a_pool() -> None:
    """A fee beside a cost in several pools must say from which it is drawn; then it is drawn from that one."""
    pools = {"rent": 100, "staff": 1_100}
    with pytest.raises(InvalidValueError, match=r"step 1 \(flat-fee\): the cost is given by pools"):
        bill(FlatFee(Decimal(5)), Distribution(Equal()), cost=pools)
    with pytest.raises(InvalidValueError, match="no cost pool 'cars'"):
        bill(FlatFee(Decimal(5), pool="cars"), Distribution(Equal()), cost=pools)
    made = bill(FlatFee(Decimal(5), pool="staff"), Distribution(Equal()), cost=pools)
    assert [move.operand for move in made.moves if move.operation == "share"] == [1_200 - 55]
    assert made.total == 1_200
