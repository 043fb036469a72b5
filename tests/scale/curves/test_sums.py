"""Sums of curves: parts with names, over one size."""

from decimal import Decimal
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale.assumption import Assumption
from familjen.scale.curves import (
    CostCurve,
    FixedVariable,
    MinimumStaffing,
    PiecewiseLinearCurve,
    PowerCurve,
    SumOfCurves,
    TranslogCurve,
)

POWER = PowerCurve(12_000, -0.07)
FIXED = FixedVariable(900_000, 150)
STAFF = MinimumStaffing(2, demand=0.5, capacity=1_600, cost=720_000)
LINES = PiecewiseLinearCurve([(5_000, 2_000_000), (15_000, 5_000_000)])
BENT = TranslogCurve(70_000_000, -0.1, 0.1, reference=10_000)
parts = st.dictionaries(
    st.sampled_from(["staff", "system", "premises", "it"]),
    st.sampled_from([POWER, FIXED, STAFF, LINES, BENT]),
    min_size=1,
)


@given(parts, st.lists(st.floats(1, 1e6), min_size=1, max_size=5))
@settings(max_examples=30, deadline=None)
def test_a_sum_costs_what_its_parts_cost(named: dict[str, CostCurve], sizes: list[float]) -> None:
    """Totals, averages and growth add up, and the elasticity is the parts' weighted by what they cost."""
    curve = SumOfCurves(named)
    totals = np.array([part.total(sizes) for part in named.values()])
    assert curve.total(sizes) == pytest.approx(totals.sum(axis=0))
    assert curve.average(sizes) == pytest.approx(sum(part.average(sizes) for part in named.values()))
    elasticities = np.array([part.cost_elasticity(sizes) for part in named.values()])
    weighted = (elasticities * totals).sum(axis=0) / totals.sum(axis=0)
    assert curve.cost_elasticity(sizes) == pytest.approx(weighted)
    outside = np.array([part.is_extrapolated(sizes) for part in named.values()]).any(axis=0)
    assert curve.is_extrapolated(sizes).tolist() == outside.tolist()
    assert curve.proven_subadditive() == all(part.proven_subadditive() for part in named.values())


@given(parts)
@settings(max_examples=30, deadline=None)
def test_each_parameter_is_called_by_its_part(named: dict[str, CostCurve]) -> None:
    """A parameter of a part is that of the sum, under both names, and so are its limits."""
    curve = SumOfCurves(tuple(named.items()))
    assert set(curve.parameters()) == {f"{name}.{own}" for name, part in named.items() for own in part.parameters()}
    for name, part in named.items():
        for own, each in part.parameters().items():
            assert curve.parameters()[f"{name}.{own}"] == each
            assert curve.limits()[f"{name}.{own}"] == part.limits()[own]


def test_other_numbers_reach_their_part_alone() -> None:
    """Two parts of one kind keep their numbers apart, also where one name begins as another."""
    curve = SumOfCurves((("it", FIXED), ("it-2", FIXED)))
    assert curve.total(1_000, {"it-2.fixed": np.array([0.0])}).tolist() == [900_000 + 2 * 150_000]
    changed = curve.with_parameters({"it.variable": Decimal(0)})
    assert changed.parts == (("it", FixedVariable(900_000, 0)), ("it-2", FIXED))


def test_a_sum_may_hold_a_sum() -> None:
    """Names then have more than one part before the parameter."""
    curve = SumOfCurves((("office", SumOfCurves((("staff", STAFF), ("rent", FIXED)))), ("travel", POWER)))
    assert "office.staff.minimum" in curve.parameters()
    assert curve.total(100, {"office.staff.cost": np.array(0.0)}) == FIXED.total(100) + POWER.total(100)
    assert curve.with_parameters({"office.rent.fixed": Decimal(1)}).total(1) == pytest.approx(curve.total(1) - 899_999)


def test_a_part_may_cost_nothing() -> None:
    """A part without cost leaves the elasticity to the others."""
    curve = SumOfCurves((("free", FixedVariable(0, 0)), ("rest", POWER)))
    assert curve.cost_elasticity(500) == pytest.approx(0.93)


def test_unit_and_observed_sizes_come_from_the_parts() -> None:
    """The unit is theirs, and what all of them were made from is what the sum was made from."""
    cases = SumOfCurves((("a", FixedVariable(1, 2, unit="cases")), ("b", FixedVariable(1, 2, unit="cases"))))
    assert cases.unit == "cases"
    assert cases.observed is None
    wide, far = attrs.evolve(FIXED, observed=(1_000, 9_000)), attrs.evolve(FIXED, observed=(20_000, 30_000))
    both = SumOfCurves((("lines", LINES), ("wide", wide), ("rest", POWER)))
    assert both.observed == (Decimal(5_000), Decimal(9_000))
    assert both.is_extrapolated([4_999, 5_000, 9_001]).tolist() == [True, False, True]
    apart = SumOfCurves((("wide", wide), ("far", far)))
    assert apart.observed is None
    assert apart.is_extrapolated([5_000, 25_000]).tolist() == [True, True]
    assert apart.is_extrapolated(5_000) is True


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ({}, r"parts: \{\} holds no pairs; give \[\(name, curve\), …\]"),
        (FIXED, r"parts: .* holds no pairs"),
        ([FIXED], r"is no pair; give \(name, curve\)"),
        ({"a": 5}, r"parts: part 'a' is 5, which is no CostCurve; give one, such as FixedVariable"),
        ({"a": FixedVariable}, r"which is no CostCurve"),
        ({"a b": FIXED}, r"SumOfCurves\.parts: 'a b' is not an id"),
        ({"": FIXED}, r"parts: '' is not an id"),
        ({1: FIXED}, r"parts: 1 is not an id"),
        ({"a.b": FIXED}, r"the name 'a\.b' holds a point, which parts a name from its parameter"),
        ([("a", FIXED), ("a", POWER)], r"the name 'a' stands twice; give each part a name of its own"),
        ({"a": FIXED, "b": FixedVariable(1, 2, unit="cases")}, r"part 'b' counts cases, not inhabitants"),
    ],
    ids=["none", "curve", "no name", "no curve", "class", "space", "blank", "number", "point", "twice", "units"],
)
def test_bad_parts_are_refused(named: Any, reason: str) -> None:
    """The part that is wrong is named, with what to give."""
    with pytest.raises(InvalidValueError, match=reason):
        SumOfCurves(named)


def test_ranges_of_parts_stay() -> None:
    """An uncertain parameter of a part is uncertain in the sum."""
    curve = SumOfCurves((("a", PowerCurve(1, Assumption(-0.1, low=-0.2, high=0))),))
    assert not curve.parameters()["a.elasticity"].is_certain


def test_text_says_each_part() -> None:
    """A sentence for each part, with its name before."""
    curve = SumOfCurves((("it", FixedVariable(10, 2)), ("rent", FixedVariable(5, 0))))
    assert curve.text() == (
        "it: 10 kr a year once, and 2 kr a year for each unit of size (inhabitants). "
        "rent: 5 kr a year once, and 0 kr a year for each unit of size (inhabitants)."
    )
