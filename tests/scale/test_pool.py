"""Pools of cost with sizes of their own, and density."""

from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale import CostPool, Density, FixedVariable, PowerCurve, ServiceCost

SIZES = (Decimal(40), Decimal(25))


def pool(**changed: Any) -> CostPool:
    """Make a pool of cases."""
    return CostPool("cases", FixedVariable(100, 9, unit="cases"), SIZES, **changed)


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=2), st.integers(1, 900))
@settings(max_examples=30, deadline=None)
def test_pools_add_up(cases: list[int], rate: int) -> None:
    """A service of two pools costs the sum of the two, each by its own size."""
    people = CostPool("people", PowerCurve(3), (Decimal(10), Decimal(20)))
    other = CostPool("cases", FixedVariable(5, rate, unit="cases"), tuple(map(Decimal, cases)))
    service = ServiceCost(("Ale", "Bjuv"), pools=(people, other))
    assert service.cost(["Ale", "Bjuv"]) == pytest.approx(3 * 30 + 5 + rate * sum(cases))
    assert service.cost(["Bjuv"]) == pytest.approx(3 * 20 + 5 + rate * cases[1])


def test_density_by_hand() -> None:
    """Twice the reference density with elasticity −0.1 costs 2^−0.1 as much, by the group's size and area."""
    dense = Density(-0.1, areas=(Decimal(10), Decimal(3)), reference=Decimal("2.5"))
    service = ServiceCost(("Ale", "Bjuv"), pools=(pool(density=dense),))
    assert service.cost(["Ale", "Bjuv"]) == pytest.approx((100 + 9 * 65) * 2**-0.1)
    assert service.cost(["Ale"]) == pytest.approx((100 + 9 * 40) * (4 / 2.5) ** -0.1)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
@settings(max_examples=30, deadline=None)
def test_density_without_elasticity_changes_nothing(one: int, other: int) -> None:
    """Where the elasticity is zero, areas do not matter."""
    dense = Density(0, areas=(Decimal(one), Decimal(other)), reference=Decimal(1))
    row = np.array([[1.0, 1.0], [0.0, 1.0]])
    numbers = {name: np.array(value) for name, value in (("cases.fixed", 100.0), ("cases.variable", 9.0))}
    numbers["cases.density.elasticity"] = np.array(0.0)
    assert pool(density=dense).cost(row, numbers).tolist() == pool().cost(row, numbers).tolist() == [685.0, 325.0]


@pytest.mark.parametrize(
    ("build", "reason"),
    [
        (lambda: CostPool("c", PowerCurve(1), (Decimal(0),)), r"a size is 0; sizes are above zero, in inhabitants"),
        (lambda: CostPool("c", PowerCurve(1), (Decimal("NaN"),)), r"a size is NaN"),
        (lambda: CostPool("c", PowerCurve(1), (1,)), r"item 0: 1 is not a Decimal"),
        (lambda: CostPool("a b", PowerCurve(1), SIZES), r"'a b' is not an id"),
        (lambda: CostPool("c", 5, SIZES), r"5 is not a CostCurve"),
        (lambda: Density(-3, areas=SIZES, reference=Decimal(1)), r"-3 is outside what it may be"),
        (lambda: Density(0, areas=(Decimal(-1),), reference=Decimal(1)), r"an area is -1; give km² above zero"),
        (lambda: Density(0, areas=SIZES, reference=Decimal(0)), r"0 is not above zero"),
        (
            lambda: pool(density=Density(0, areas=(Decimal(1),), reference=Decimal(1))),
            r"there are 1 areas of 2 parties",
        ),
    ],
    ids=["zero", "nan", "int", "name", "curve", "elasticity", "area", "reference", "areas"],
)
def test_a_pool_that_is_none_is_refused(build: Any, reason: str) -> None:
    """Names, sizes, areas and elasticities outside what they may be are refused."""
    with pytest.raises(InvalidValueError, match=reason):
        build()
