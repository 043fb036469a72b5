"""Each step does to the cost and the amounts what its docstring says, reckoned here on its own."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from familjen import ReferenceDate, Source, Statistics, allocate
from familjen.allocation import Statement
from familjen.errors import InvalidValueError
from familjen.model import (
    Addition,
    AmountLimit,
    BaseCost,
    CostClause,
    Deductible,
    DeficitRule,
    Distribution,
    Earmark,
    Equal,
    Figures,
    FlatFee,
    FromEquity,
    Income,
    Indexation,
    IndexPart,
    IndexStatus,
    Key,
    MaxChange,
    Overhead,
    Population,
    Rate,
    SelfCostTest,
    Step,
    SurplusRule,
    TaxBase,
    TaxBaseRate,
    UnitPrice,
    Usage,
    YearChange,
)
from familjen.places import Series

few = settings(max_examples=40, deadline=None)
IDS = ("a", "b", "c", "d")
YEAR_END = ReferenceDate(12, 31, years_before=1)
JANUARY = ReferenceDate(1, 1, years_before=0)
FINE = Decimal("0.000001")

counts = st.lists(st.integers(1, 10**5), min_size=4, max_size=4)
amounts = st.integers(0, 10**7)
parts = st.fractions(0, 1, max_denominator=20)
changes = st.decimals(Decimal("-0.5"), Decimal("0.5"), places=3)


def people(numbers: Sequence[int]) -> Statistics:
    """Give statistics of the four: inhabitants, cases and tax base per inhabitant."""
    figures = Statistics.bundled()
    for name, unit, day in (
        ("population", "inhabitants", dt.date(2019, 12, 31)),
        ("cases", "cases", dt.date(2019, 12, 31)),
        ("tax_base_per_inhabitant", "SEK", dt.date(2020, 1, 1)),
    ):
        rows = [(code, day, number) for code, number in zip(IDS, numbers, strict=True)]
        figures = figures.with_series(Series.from_rows(name, unit, Source("Made up"), rows))
    return figures


def bill(*steps: Step | Key, **given_: Any) -> Statement:
    """Bill the four for 2020."""
    return allocate(CostClause.of(*steps, unit=FINE), **({"year": 2020, "parties": IDS} | given_))


def weighted(numbers: Sequence[int]) -> Figures:
    """Give a key with these weights."""
    return Figures.of("weights", dict(zip(IDS, numbers, strict=True)))


@given(amounts, amounts, amounts, parts, parts)
@few
def test_the_cost_before_it_is_shared(cost: int, grants: int, extra: int, equity: Fraction, rate: Fraction) -> None:
    """Income is drawn, an addition of its year added, equity's part taken away, overhead laid upon: in their order."""
    assume(grants <= cost)
    steps = (Income("grants"), Addition("car", Decimal(extra), 2020), Addition("boat", Decimal(9), 2021))
    made = bill(*steps, FromEquity(equity), Overhead(rate), Equal(), cost=cost, amounts={"grants": grants})
    assert made.exact_total == (cost - grants + extra) * (1 - equity) * (1 + rate)
    swapped = bill(FromEquity(equity), Income("grants"), Equal(), cost=2 * cost, amounts={"grants": 0})
    assert swapped.exact_total == 2 * cost * (1 - equity)


@given(amounts, amounts)
@few
def test_a_deductible_is_kept_or_carried(cost: int, kept: int) -> None:
    """Only what exceeds it is shared; what lies below is billed to nobody, or to the party that carries it."""
    made = bill(Deductible(Decimal(kept)), Equal(), cost=cost)
    assert list(made.exact) == [Fraction(max(0, cost - kept), 4)] * 4
    carried = bill(Deductible(Decimal(kept), "b"), Equal(), cost=cost)
    assert carried.exact_total == cost
    assert carried.exact[1] - carried.exact[0] == min(cost, kept)


@given(counts, amounts, parts, amounts)
@few
def test_a_part_of_the_cost_by_each_key(numbers: list[int], cost: int, part: Fraction, fixed: int) -> None:
    """A part and an amount are shared first, the rest by the last key, and all is shared."""
    assume(part * cost + fixed <= cost)
    first = Distribution(Equal(), share=part)
    second = Distribution(weighted(numbers), amount=Decimal(fixed))
    made = bill(first, second, weighted(numbers[::-1]), cost=cost)
    rest = cost - part * cost - fixed
    whole = sum(numbers)
    for place, exact in enumerate(made.exact):
        mine = Fraction(numbers[place], whole) * fixed + Fraction(numbers[::-1][place], whole) * rest
        assert exact == part * cost / 4 + mine
    assert made.exact_total == cost


@given(counts, st.decimals(0, 1000, places=2), st.decimals(0, 100, places=4), amounts)
@few
def test_fees(numbers: list[int], rate: Decimal, mille: Decimal, flat: int) -> None:
    """Fees are the rate times each one's figure, and add up."""
    steps = (
        Rate(rate, YEAR_END),
        UnitPrice(rate, Usage("cases", YEAR_END)),
        TaxBaseRate(mille, TaxBase(JANUARY, YEAR_END)),
        FlatFee(Decimal(flat), parties=("a", "d")),
    )
    made = bill(*steps, statistics=people(numbers))
    for code, number, exact in zip(IDS, numbers, made.exact, strict=True):
        own = 2 * Fraction(rate) * number + Fraction(mille) / 1000 * number * number
        assert exact == own + (flat if code in "ad" else 0)


@given(counts, amounts, st.decimals(0, 10, places=2))
@few
def test_fees_come_first_and_the_rest_is_shared(numbers: list[int], cost: int, rate: Decimal) -> None:
    """A fee is drawn from the cost; what is left is shared, and more fees than cost need a rule for the surplus."""
    fees = Fraction(rate) * sum(numbers)
    steps = (Rate(rate, YEAR_END), Equal())
    if fees > cost:
        with pytest.raises(InvalidValueError, match="the fees bring in more than the cost"):
            bill(*steps, cost=cost, statistics=people(numbers))
        steps = (*steps, SurplusRule())
    made = bill(*steps, cost=cost, statistics=people(numbers))
    assert made.exact_total == cost


@given(amounts, st.lists(changes, min_size=3, max_size=3), parts, parts, st.booleans())
@few
def test_an_index_chain(cost: int, rises: list[Decimal], weight: Fraction, share: Fraction, after: bool) -> None:  # noqa: FBT001 - drawn
    """Each year the amount is the year before's times one and the weighted change's part, plus what is earmarked."""
    years = (2018, 2019, 2020)
    indices = (
        IndexPart("AKI", weight, changes=tuple(YearChange(y, r) for y, r in zip(years, rises, strict=True))),
        IndexPart("KPI", 1 - weight, changes=tuple(YearChange(y, r / 2) for y, r in zip(years, rises, strict=True))),
    )
    step = Indexation(2017, indices, share=share, frozen_years=(2019,), earmarks=(Earmark(2018, Decimal(700)),))
    expected = Fraction(cost)
    for year, rise in zip(years, rises, strict=True):
        change = share * (weight * Fraction(rise) + (1 - weight) * Fraction(rise) / 2)
        expected = expected * (1 if year == 2019 else 1 + change) + (700 if year == 2018 else 0)
    steps: tuple[Step | Key, ...] = (Equal(), step) if after else (step, Equal())
    if cost or not after:
        assert bill(*steps, cost=cost).exact_total == expected


@given(counts, amounts, amounts, amounts, st.sampled_from(["others", "outside", "c"]))
@few
def test_floors_and_caps(numbers: list[int], cost: int, one: int, other: int, by: str) -> None:
    """Amounts are held at floor and cap; the others, somebody outside or the party named carries exactly the rest."""
    floor, cap = sorted((one, other))
    limit = AmountLimit(floor=Decimal(floor), cap=Decimal(cap), financed_by=by)
    plain = bill(weighted(numbers), cost=cost).exact
    if by == "outside":
        made = bill(weighted(numbers), limit, cost=cost)
        assert list(made.exact) == [min(max(amount, floor), cap) for amount in plain]
    elif by == "c":
        held = [min(max(amount, floor), cap) for amount in plain]
        rest = cost - (sum(held) - held[2])
        if rest < 0:
            with pytest.raises(InvalidValueError, match="would get"):
                bill(weighted(numbers), limit, cost=cost)
            return
        made = bill(weighted(numbers), limit, cost=cost)
        assert list(made.exact) == [*held[:2], rest, held[3]]
    elif not 4 * floor <= cost <= 4 * cap or not cost:
        return
    else:
        made = bill(weighted(numbers), limit, cost=cost)
        assert made.exact_total == cost
        assert all(floor <= amount <= cap for amount in made.exact)
        free = {x / n for x, n in zip(made.exact, numbers, strict=True) if floor < x < cap}
        assert len(free) <= 1


@given(counts, amounts, st.lists(amounts, min_size=4, max_size=4), st.integers(0, 50), st.booleans())
@few
def test_yearly_change(numbers: list[int], cost: int, before: list[int], limit: int, upward: bool) -> None:  # noqa: FBT001 - drawn
    """No amount moves further from last year's than the limit an inhabitant; who was not there is not held."""
    last = dict(zip(IDS[:3], before[:3], strict=True))
    step = MaxChange(Decimal(limit), YEAR_END, upward_only=upward, financed_by="outside")
    plain = bill(weighted(numbers[::-1]), cost=cost).exact
    made = bill(weighted(numbers[::-1]), step, cost=cost, statistics=people(numbers), last_year=last)
    for code, number, amount, held in zip(IDS, numbers, plain, made.exact, strict=True):
        if code not in last:
            assert held == amount
            continue
        low, high = max(0, last[code] - limit * number), last[code] + limit * number
        assert held == min(amount if upward else max(amount, low), high)


@given(amounts, amounts, amounts, amounts, parts)
@few
def test_surplus(cost: int, result: int, threshold: int, equity: int, part: Fraction) -> None:
    """What exceeds threshold and equity floor is paid out to its part, by the key or the fees."""
    rule = SurplusRule(threshold=Decimal(threshold), equity_floor=Decimal(5_000_000), share=part)
    assume(cost)
    made = bill(Equal(), rule, cost=cost, amounts={"result": result, "equity": equity})
    free = max(0, min(result - threshold, equity + result - 5_000_000))
    assert made.exact_total == cost - part * free


@given(amounts, amounts, amounts)
@few
def test_deficit(cost: int, missing: int, equity: int) -> None:
    """Equity covers a deficit first, down to its floor; the parties cover the rest by the key."""
    assume(missing)
    rule = DeficitRule(weighted([1, 0, 0, 3]), equity_first=True, equity_floor=Decimal(1_000))
    made = bill(Equal(), rule, cost=cost, amounts={"result": -missing, "equity": equity})
    rest = missing - min(missing, max(0, equity - 1_000))
    assert list(made.exact) == [Fraction(cost, 4) + rest * Fraction(part, 4) for part in (1, 0, 0, 3)]


@given(amounts, amounts)
@few
def test_self_cost_is_tested_and_changes_nothing(cost: int, actual: int) -> None:
    """The test says whether all amounts together exceed the actual cost, and leaves them as they are."""
    made = bill(Equal(), SelfCostTest(), cost=cost, amounts={"actual_cost": actual})
    assert made.exact_total == cost
    assert [(check.what, check.holds) for check in made.checks] == [("self-cost", cost <= actual)]
    assert any("Self-cost" in note for note in made.notes())
    assert any("Självkostnad" in note for note in made.notes("sv"))


REFUSED: list[tuple[tuple[Step | Key, ...], dict[str, Any], str]] = [
    ((Income("grants"), Equal()), {"cost": 1}, "step 1 (income): the amount 'grants' is needed"),
    ((Income("grants"), Equal()), {"cost": 1, "amounts": {"grants": -1}}, "'grants' is negative"),
    ((Income("g", Decimal(1)), Equal()), {"cost": 1, "amounts": {"g": 1}}, "itself gives the amount of 'g'"),
    ((Income("g", Decimal(1), pool="x"), Equal()), {"cost": {"y": 1}}, "no cost pool 'x'"),
    ((Income("g", Decimal(1)), Equal()), {"cost": {"y": 1, "x": 2}}, "give it a pool"),
    ((Income("g", Decimal(9)), Equal()), {"cost": 1}, "is negative, -8, and the clause has no rule for a surplus"),
    ((BaseCost(Decimal(5), 2020), Equal()), {"cost": 1}, "leave cost out"),
    ((Deductible(Decimal(5), "z"), Equal()), {"cost": 9}, "'z' carries the deductible and is not billed"),
    ((Distribution(Equal(), amount=Decimal(5)),), {"cost": 1}, "5 is to be shared and only 1 of the cost is left"),
    ((Distribution(Equal(), amount=Decimal(1)),), {"cost": 5}, "no step shares 4 of the cost; add a Distribution"),
    ((Distribution(Equal(), pool="x"),), {"cost": {"y": 1}}, "no cost pool 'x'"),
    ((Equal(),), {}, "there is no cost to share; give cost="),
    ((Equal(),), {"cost": {}}, "there is no cost pool"),
    ((Rate(Decimal(1), YEAR_END),), {"cost": 1}, "makes its own total; leave cost out"),
    ((Equal(),), {"cost": 1, "amounts": {"grants": 1}}, "no step of the clause asks for 'grants'"),
    ((Equal(),), {"cost": 1, "amounts": 3}, "is not a mapping from name to amount"),
    ((Equal(),), {"cost": 1.5}, "is not exact; give an int or a Decimal"),
    ((Equal(),), {"cost": True}, "is not exact"),
    ((Equal(),), {"cost": Decimal("NaN")}, "is not a finite amount"),
    ((Equal(),), {"cost": Decimal("-Infinity")}, "is not a finite amount"),
    ((Equal(),), {"cost": -5}, "is negative, -5, and the clause has no rule for a surplus"),
    ((Equal(),), {"cost": Decimal("0.0000001")}, "is not a multiple of the clause's unit"),
    ((Equal(),), {"cost": 1, "year": 0}, "is not a year"),
    ((Equal(),), {"cost": 1, "year": "2020"}, "is not a year"),
    ((Equal(),), {"cost": 1, "parties": []}, "nobody to bill"),
    ((Equal(),), {"cost": 1, "parties": "abcd"}, "is no list of parties"),
    ((Equal(),), {"cost": 1, "parties": ["a", "a"]}, "'a' is billed twice"),
    ((Equal(),), {"cost": 1, "parties": ["a", 3]}, "3 is neither a party nor its id"),
    ((Equal(),), {"cost": 1, "reference": YEAR_END}, "needs no reference date"),
    ((Equal(),), {"cost": 1, "reference": "2019"}, "is not a ReferenceDate"),
    ((Equal(),), {"cost": 1, "indices": [1]}, "is not a mapping from index"),
    ((Equal(),), {"cost": 1, "last_year": 3}, "neither a statement nor a mapping"),
    ((Equal(), MaxChange(Decimal(1), YEAR_END)), {"cost": 1}, "give last_year="),
    ((Equal(), AmountLimit(floor=Decimal(1))), {"cost": 3}, "the floors come to 4, above the 3 to share"),
    ((Equal(), AmountLimit(cap=Decimal(1))), {"cost": 9}, "the caps leave 5 of 9 to nobody"),
    (
        (Equal(), AmountLimit(cap=Decimal(1), financed_by="z")),
        {"cost": 9},
        "'z' finances the remainder and is not billed",
    ),
    ((Equal(), SelfCostTest()), {"cost": 1}, "the amount 'actual_cost' is needed"),
    ((Equal(), SurplusRule(equity_floor=Decimal(1))), {"cost": 1, "amounts": {"result": 1}}, "'equity' is needed"),
    ((Equal(), DeficitRule(equity_first=True)), {"cost": 1, "amounts": {"result": -1}}, "'equity' is needed"),
    ((Indexation(2021, (IndexPart("K"),)), Equal()), {"cost": 1}, "2020 lies before the base year 2021"),
    ((Indexation(2019, (IndexPart("K", Fraction(1, 2)),)), Equal()), {"cost": 1}, "weights come to 1/2, not to 1"),
    ((Indexation(2019, (IndexPart("K"),)), Equal()), {"cost": 1}, "there is no change of K for 2020"),
    (
        (Indexation(2019, (IndexPart("K", changes=(YearChange(2019, Decimal(0)),)),)), Equal()),
        {"cost": 1},
        "no change of K for 2020; it is known for 2019",
    ),
    (
        (
            Indexation(
                2019,
                (IndexPart("K", changes=(YearChange(2020, Decimal(0)), YearChange(2020, Decimal(1)))),),
            ),
            Equal(),
        ),
        {"cost": 1},
        "K has 2 changes for 2020",
    ),
    (
        (
            Indexation(
                2019,
                (IndexPart("K", changes=(YearChange(2020, Decimal(0), IndexStatus.FINAL),)),),
                values=IndexStatus.PRELIMINARY,
            ),
            Equal(),
        ),
        {"cost": 1},
        "there is no preliminary change of K for 2020",
    ),
    ((Indexation(2019, (IndexPart("K"),)), Equal()), {"cost": 1, "indices": {"K": {2020: 0.1}}}, "0.1"),
    (
        (Indexation(2019, (IndexPart("K"),)), Equal()),
        {"cost": 1, "indices": {"K": {2020: Decimal(-1)}}},
        "takes all away",
    ),
]


@pytest.mark.parametrize(("steps", "given_", "said"), REFUSED, ids=map(str, range(len(REFUSED))))
def test_what_cannot_be_billed_is_refused(steps: tuple[Step | Key, ...], given_: dict[str, Any], said: str) -> None:
    """Whatever is missing, too much, or cannot be is an error in one sentence that says what and what to do."""
    with pytest.raises(InvalidValueError) as caught:
        bill(*steps, **given_)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_levels_of_a_series_give_the_change() -> None:
    """An index whose levels are in the statistics is followed by them."""
    rows = [("SE", dt.date(year, 12, 31), level) for year, level in ((2018, 200), (2019, 210), (2020, 231))]
    figures = Statistics.bundled().with_series(Series.from_rows("PKV", "index", Source("Made up"), rows))
    made = bill(
        Indexation(2018, (IndexPart("PKV"),)), Population(YEAR_END), cost=200, statistics=figures, parties=["1283"]
    )
    assert made.total == 231
