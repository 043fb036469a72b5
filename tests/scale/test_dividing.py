"""How what all pay is split: to the unit, whoever pays."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.drawn import services

from familjen.allocation import allocate
from familjen.dates import ReferenceDate
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import METHODS, shapley
from familjen.model import Addition, CostClause, Equal, Population
from familjen.scale import Cooperating, Discounting, FixedVariable, ServiceCost, scale_benefit, to_game
from familjen.scale.dividing import BY_SIZE, divide, in_units, need_split

SERVICE = ServiceCost.of({"Ale": 9_000, "Bjuv": 15_000, "Klippan": 17_000}, FixedVariable(900_000, 50))
CODES = ServiceCost.of({"1260": 14_962, "1276": 16_715}, FixedVariable(900_000, 50))
KRONA = Decimal(1)
units = st.sampled_from([Decimal(1), Decimal("0.01"), Decimal(1000), Decimal("2.5")])


@given(st.floats(-1e15, 1e15) | st.decimals(-(10**12), 10**12, places=4), units)
@settings(max_examples=60, deadline=None)
def test_amounts_are_rounded_to_the_nearest_unit(amount: float | Decimal, unit: Decimal) -> None:
    """The amount is a whole number of units, at most half a unit away, as the number is written."""
    found = in_units(amount, unit)
    exact = Fraction(amount) if isinstance(amount, Decimal) else Fraction(repr(amount))
    count = Fraction(found) / Fraction(unit)
    assert count.denominator == 1
    assert abs(Fraction(found) - exact) <= Fraction(unit) / 2
    if abs(Fraction(found) - exact) == Fraction(unit) / 2:
        assert count.numerator % 2 == 0


@pytest.mark.parametrize(
    "split",
    [BY_SIZE, {"Ale": 1, "Bjuv": 0, "Klippan": 2.5}, shapley, *METHODS],
    ids=[BY_SIZE, "weights", "a function", *METHODS],
)
@pytest.mark.parametrize("unit", [Decimal(1), Decimal("0.01"), Decimal(1000)], ids=str)
def test_parts_sum_to_the_whole_for_every_split(split: Any, unit: Decimal) -> None:
    """Whatever the split, parts are whole units that sum to the whole to the unit."""
    total = in_units(SERVICE.cost(SERVICE.parties), unit)
    found = divide(SERVICE, total, split, unit=unit)
    assert sum(found.parts) == total
    assert all(type(part) is Decimal and part % unit == 0 for part in found.parts)
    assert found.method


@given(services(least=2, most=4), st.sampled_from([BY_SIZE, "shapley", "prenucleolus", "ensc"]), units)
@settings(max_examples=30, deadline=None)
def test_any_service_is_split_to_the_unit(service: ServiceCost, split: str, unit: Decimal) -> None:
    """Any service with any of its parts is split in whole units that sum to the whole."""
    total = in_units(service.cost(service.parties), unit)
    parts = divide(service, total, split, unit=unit).parts
    assert sum(map(Fraction, parts)) == Fraction(total)
    assert all((Fraction(part) / Fraction(unit)).denominator == 1 for part in parts)


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**6), min_size=3, max_size=3).filter(any))
@settings(max_examples=30, deadline=None)
def test_fixed_weights_are_followed_to_the_unit(total: int, weights: list[int]) -> None:
    """Each pays its weight's part of the whole, less than a unit away."""
    found = divide(SERVICE, Decimal(total), dict(zip(SERVICE.parties, weights, strict=True)), unit=KRONA)
    assert found.method == "fixed weights"
    for part, weight in zip(found.parts, weights, strict=True):
        assert abs(Fraction(part) - Fraction(total * weight, sum(weights))) < 1


@pytest.mark.parametrize("name", ["by_size", "by-size", "by size"])
def test_by_size_goes_by_size(name: str) -> None:
    """The split by size has several spellings and is in proportion to size."""
    found = divide(SERVICE, Decimal(41_000), name, unit=KRONA)
    assert (found.method, found.parts) == (BY_SIZE, (Decimal(9_000), Decimal(15_000), Decimal(17_000)))


def test_a_method_splits_as_it_does_a_game() -> None:
    """A method's parts are those of the service's game: here the Shapley value, each a third of the fixed cost."""
    total = Decimal(900_000 + 50 * 41_000)
    found = divide(SERVICE, total, "shapley", unit=KRONA)
    assert found.parts == tuple([Decimal(300_000 + 50 * size) for size in (9_000, 15_000, 17_000)])
    assert dict(zip(SERVICE.parties, found.parts, strict=True)) == shapley(to_game(SERVICE)).to_amounts(KRONA)


@pytest.mark.parametrize(
    "clause",
    [
        Population(ReferenceDate(12, 31, years_before=1)),
        Equal(),
        CostClause.of(Population(ReferenceDate(12, 31, years_before=1)), unit=Decimal(1)),
    ],
    ids=["population", "equal", "clause"],
)
def test_a_cost_clause_bills_the_parties(clause: Any) -> None:
    """A key or clause splits the whole as it bills its parties, by municipality code."""
    found = scale_benefit(CODES, split=clause, discounting=Discounting(first_year=2016))
    billed = allocate(clause, year=2016, cost=found.together, parties=list(CODES.parties))
    assert found.method == "cost clause"
    assert sum(found.base.parts) == found.together
    for part, amount in zip(found.base.parts, billed.amounts, strict=True):
        assert abs(part - amount) < 1


def test_a_cost_clause_needs_a_year() -> None:
    """Without a calendar year a clause is refused, and what to give is said."""
    with pytest.raises(InvalidValueError, match=r"split: a cost clause bills a year, .*give Discounting\(first_year"):
        scale_benefit(CODES, split=Equal())


@pytest.mark.parametrize(
    ("clause", "reason"),
    [
        (
            CostClause.of(Addition("rent", Decimal(5)), Equal()),
            r"^split: the clause bills 1,234,572\.00 of a cost of 1,234,567; one that splits the whole is needed$",
        ),
        (
            CostClause.of(Equal(), unit=Decimal(1000)),
            r"^split: .*1234567 is not a multiple of the clause's unit, 1000; round it first, or give a smaller unit$",
        ),
    ],
    ids=["more", "in thousands"],
)
def test_a_clause_that_bills_something_else_is_refused(clause: CostClause, reason: str) -> None:
    """A clause whose bills do not come to the whole gives no split of it, and both sums or its unit are named."""
    with pytest.raises(InvalidValueError, match=reason):
        divide(CODES, Decimal(1_234_567), clause, unit=KRONA, year=2016)


@pytest.mark.parametrize(
    ("split", "reason"),
    [
        (5, r"split: 5 is no split"),
        (None, r"split: None is no split"),
        (lambda _: 5, r"gives 5, which are no cost shares"),
        ({"Ale": 1, "Bjuv": 1}, r"split: there is no weight of 'Klippan'; give zero if it pays nothing"),
        ({"Ale": 0, "Bjuv": 0, "Klippan": 0}, r"every weight is zero"),
        ({"Ale": -1, "Bjuv": 1, "Klippan": 1}, r"the weight of 'Ale' is -1"),
        ({"Ale": "1", "Bjuv": 1, "Klippan": 1}, r"the weight of Ale is '1', which is no number"),
        ({"Ale": True, "Bjuv": 1, "Klippan": 1}, r"the weight of Ale is True"),
        ({"Ale": float("nan"), "Bjuv": 1, "Klippan": 1}, r"the weight of Ale is NaN"),
    ],
    ids=["number", "none", "no shares", "missing", "zeros", "negative", "text", "bool", "nan"],
)
def test_a_split_that_is_none_is_refused(split: Any, reason: str) -> None:
    """What is no split is refused with what it is."""
    with pytest.raises(InvalidValueError, match=reason):
        scale_benefit(SERVICE, split=split)


def test_a_method_that_has_no_split_of_a_loss_says_so() -> None:
    """Where all lose together, the nucleolus has no split, and the error names the method and another."""
    losing = ServiceCost.of({"Ale": 1, "Bjuv": 2}, FixedVariable(1, 1), cooperating=Cooperating(fixed=90))
    with pytest.raises(
        InvalidValueError, match=r"split: nucleolus gives no split.*: all together come to .*prenucleol"
    ):
        scale_benefit(losing, split="nucleolus")
    assert sum(scale_benefit(losing, split="prenucleolus").base.parts) == 94


def test_a_unit_finer_than_floats_is_refused_for_a_method() -> None:
    """Where the unit is finer than a cost in floats is known, a method's split is refused, not guessed."""
    with pytest.raises(
        InvalidValueError, match=r"split: shapley gives no split of this cost: the whole is asked to be"
    ):
        divide(SERVICE, Decimal(900_000 + 50 * 41_000) + Decimal("1e-9"), "shapley", unit=Decimal("1e-9"))


def test_an_unknown_split_is_named() -> None:
    """A name that nothing is called by, and a weight of a stranger, are named."""
    with pytest.raises(UnknownIdError, match=r"no split 'shaply'; did you mean 'shapley'\?"):
        scale_benefit(SERVICE, split="shaply")
    with pytest.raises(UnknownIdError, match=r"no split 'by_sise'; did you mean 'by_size'\?"):
        need_split("by_sise")
    with pytest.raises(UnknownIdError, match=r"no party 'Höör'"):
        scale_benefit(SERVICE, split={"Ale": 1, "Bjuv": 1, "Klippan": 1, "Höör": 1})


def test_nothing_is_split_into_nothing() -> None:
    """Where all together pay nothing, each pays nothing."""
    free = ServiceCost.of({"Ale": 1, "Bjuv": 2}, alone={"Ale": 0, "Bjuv": 0}, cooperating=Cooperating())
    assert scale_benefit(free).base.parts == (0, 0)
