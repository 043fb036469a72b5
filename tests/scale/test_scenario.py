"""A cooperation with one number for each assumption, against a sheet."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.drawn import services

from familjen.errors import InvalidValueError
from familjen.scale import Cooperating, Discounting, FixedVariable, PowerCurve, Scenario, ServiceCost
from familjen.scale.scenario import reckoned

KRONA = Decimal(1)
GIVEN: dict[str, Any] = {"split": "by_size", "unit": KRONA, "discounting": Discounting(0.03), "horizon": 10}


def scenario(saving: int, once: int, rate: float, horizon: int) -> Scenario:
    """Make a scenario of one party that saves and pays so much."""
    factors = tuple(Discounting(rate).factors(horizon).tolist())
    return Scenario({}, (Decimal(10**9),), (Decimal(10**9 - saving),), (Decimal(once),), factors)


@given(services(), st.sampled_from([Decimal(1), Decimal("0.01"), Decimal(1000)]))
@settings(max_examples=30, deadline=None)
def test_parts_sum_to_the_whole(service: ServiceCost, unit: Decimal) -> None:
    """What is paid a year, and once, sums over the parties to what all pay, in whole units."""
    found, method = reckoned(service, {}, **GIVEN | {"unit": unit})
    everybody = np.ones((1, len(service.parties)), dtype=np.bool_)
    whole, once = float(service.many(everybody)[0]), float(service.once(everybody)[0])
    assert method == "by_size"
    assert sum(found.parts) == found.together
    assert abs(Fraction(found.together) - Fraction(repr(whole))) <= Fraction(unit) / 2
    assert abs(Fraction(found.once) - Fraction(repr(once))) <= Fraction(unit) / 2
    assert sum(found.savings) == found.saving == sum(found.alone) - found.together
    for amount in (*found.alone, *found.parts, *found.once_parts, *found.savings):
        assert type(amount) is Decimal
        assert amount % unit == 0


@given(services())
@settings(max_examples=30, deadline=None)
def test_numbers_are_those_of_the_service_that_has_them(service: ServiceCost) -> None:
    """Reckoned with numbers is the same as reckoning the service that has these numbers."""
    numbers = {name: each.most for name, each in service.assumptions.items() if not each.is_certain}
    found, _ = reckoned(service, numbers, **GIVEN)
    other, _ = reckoned(service.with_numbers(numbers), {}, **GIVEN)
    assert found.numbers == numbers
    assert (found.alone, found.parts, found.once_parts) == (other.alone, other.parts, other.once_parts)


@given(st.integers(-1_000, 10_000), st.integers(0, 50_000), st.sampled_from([0.0, 0.03, 0.1]), st.integers(1, 30))
@settings(max_examples=60, deadline=None)
def test_it_pays_back_when_a_sheet_says_so(saving: int, once: int, rate: float, horizon: int) -> None:
    """Year by year the sheet adds what is saved, discounted, until it covers what starting cost."""
    found = scenario(saving, once, rate, horizon)
    left, year_paid = -float(once), None if once else (0 if saving >= 0 else None)
    for year in range(1, horizon + 1):
        left += saving / (1 + rate) ** year
        if year_paid is None and once and left >= -1e-9:
            year_paid = year
    assert found.net == pytest.approx(left, rel=1e-9, abs=1e-6)
    assert found.nets == pytest.approx((left,), rel=1e-9, abs=1e-6)
    if abs(left) > 1e-6 or year_paid != horizon:
        assert found.paid_back() == found.paid_back(0) == year_paid


@pytest.mark.parametrize(
    ("saving", "once", "expected"),
    [(100, 300, 3), (100, 301, 4), (100, 1_000, 10), (100, 1_001, None), (0, 1, None), (-5, 0, None), (0, 0, 0)],
    ids=["three", "four", "last", "never", "nothing saved", "loses", "nothing"],
)
def test_the_year_of_payback_without_interest(saving: int, once: int, expected: int | None) -> None:
    """Without interest the year is what is paid once by what is saved a year, rounded up."""
    assert scenario(saving, once, 0.0, 10).paid_back() == expected


def test_the_rate_is_an_assumption_like_any() -> None:
    """A number for the discount rate changes what later years are worth and nothing else."""
    service = ServiceCost.of({"Ale": 1, "Bjuv": 2}, FixedVariable(100, 1))
    plain, _ = reckoned(service, {}, **GIVEN)
    dear, _ = reckoned(service, {"discounting.rate": Decimal("0.1")}, **GIVEN)
    assert plain.parts == dear.parts
    assert plain.factors == tuple(Discounting(0.03).factors(10).tolist())
    assert dear.factors == tuple(Discounting(0.1).factors(10).tolist())


def test_what_starting_costs_is_split_as_the_year_is() -> None:
    """Who pays three quarters of the year pays three quarters of the start, and who pays nothing nothing."""
    service = ServiceCost.of({"Ale": 1, "Bjuv": 2}, FixedVariable(100, 0), cooperating=Cooperating(transition=80))
    found, _ = reckoned(service, {}, **GIVEN | {"split": {"Ale": 1, "Bjuv": 3}})
    assert found.once_parts == (20, 60)
    found, _ = reckoned(service, {}, **GIVEN | {"split": {"Ale": 0, "Bjuv": 3}})
    assert found.once_parts == (0, 80)


def test_a_start_without_a_yearly_cost_is_split_by_the_same_shares() -> None:
    """Where nobody pays anything a year, sizes or weights still say who pays the start."""
    free = ServiceCost.of({"Ale": 1, "Bjuv": 3}, alone={"Ale": 0, "Bjuv": 0}, cooperating=Cooperating(transition=80))
    assert reckoned(free, {}, **GIVEN)[0].once_parts == (20, 60)
    assert reckoned(free, {}, **GIVEN | {"split": {"Ale": 3, "Bjuv": 1}})[0].once_parts == (60, 20)


def test_a_start_that_no_yearly_part_can_carry_is_refused() -> None:
    """A method says nothing of the start where all its parts are zero, and the sentence says what would."""
    free = ServiceCost.of({"Ale": 1, "Bjuv": 3}, alone={"Ale": 0, "Bjuv": 0}, cooperating=Cooperating(transition=80))
    with pytest.raises(InvalidValueError, match=r"split: what starting costs, 80, is split .*they are all zero"):
        reckoned(free, {}, **GIVEN | {"split": "shapley"})


def test_a_start_is_not_split_by_parts_below_zero() -> None:
    """Where a method pays somebody for being there, what starting costs cannot follow its parts, and that is said."""
    paid = {"Ale": 1_000, "Bjuv": 0}
    service = ServiceCost.of(
        {"Ale": 1, "Bjuv": 900}, PowerCurve(1, -0.9), alone=paid, cooperating=Cooperating(transition=80)
    )
    with pytest.raises(InvalidValueError, match=r"of the yearly parts one of them is -\d+; split by something else"):
        reckoned(service, {}, **GIVEN | {"split": "shapley"})
