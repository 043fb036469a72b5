"""From what to what each assumption of a service may go."""

import math
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale import (
    Assumption,
    Cooperating,
    CostPool,
    Density,
    Discounting,
    FixedVariable,
    Harmonisation,
    Meetings,
    MinimumStaffing,
    PiecewiseLinearCurve,
    PowerCurve,
    ServiceCost,
    SumOfCurves,
    Transfer,
    TranslogCurve,
)
from familjen.scale.ends import assumptions_in
from familjen.scale.uncertainty.limits import RATE, limits_of_case, read_counting

SIZES = (Decimal(9_000), Decimal(6_000))

COOPERATING = Cooperating(
    per_member=40_000,
    host_overhead=0.05,
    meetings=(Meetings(10, hours=3, rate=600), Meetings(2, hours=6, rate=600)),
    transfers=(Transfer("case workers", people=4, each=20_000),),
)
POOLS = (
    CostPool(
        "staff",
        SumOfCurves(
            {
                "posts": MinimumStaffing(2, demand=0.5, capacity=1_600, cost=720_000),
                "system": PiecewiseLinearCurve([(5_000, 300_000), (20_000, 500_000)], fixed=100_000),
            }
        ),
        SIZES,
        density=Density(-0.1, areas=(Decimal(300), Decimal(200)), reference=Decimal(30)),
    ),
    CostPool("power", PowerCurve(100, -0.05), SIZES),
    CostPool("translog", TranslogCurve(1_000_000, -0.1, 0.1, reference=10_000), SIZES),
    CostPool("plain", FixedVariable(500_000, 50), SIZES),
)
EVERYTHING = ServiceCost(
    ("Ale", "Bjuv"),
    pools=POOLS,
    alone=(Assumption(9_000_000), Assumption(7_000_000)),
    harmonisation=Harmonisation(0.7, levels=(Decimal(36_000), Decimal(40_000))),
    cooperating=COOPERATING,
)


def test_each_assumption_has_limits() -> None:
    """Every assumption of a service with everything in it has limits by its name, and nothing else has."""
    limits = limits_of_case(EVERYTHING, Discounting(0.03))
    assert list(limits) == list(assumptions_in(EVERYTHING, Discounting(0.03)))
    assert len(limits) > 30


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("staff.posts.capacity", (0, math.inf)),
        ("staff.system.fixed", (0, 300_000)),
        ("staff.density.elasticity", (-2, 2)),
        ("power.elasticity", (-1, 1)),
        ("translog.curvature", (-2, 2)),
        ("alone.Bjuv", (0, math.inf)),
        ("harmonisation.share", (0, 1)),
        ("cooperating.host_overhead", (0, math.inf)),
        ("cooperating.meetings[1].hours", (0, math.inf)),
        ("cooperating.transfers[0].people", (0, math.inf)),
        (RATE, (-1, math.inf)),
    ],
)
def test_limits_are_those_of_the_fields(name: str, expected: tuple[float, float]) -> None:
    """Limits are what the field lets through, however deep it lies."""
    assert limits_of_case(EVERYTHING, Discounting())[name] == expected


@given(st.sampled_from(sorted(EVERYTHING.assumptions)), st.floats(0.001, 0.999))
@settings(max_examples=30, deadline=None)
def test_a_service_takes_what_lies_within(name: str, share: float) -> None:
    """A number between the limits is taken by the service itself, and one beyond them is refused."""
    low, high = limits_of_case(EVERYTHING, Discounting())[name]
    inside = low + share * (high - low) if math.isfinite(high) else low + 1_000 * share
    changed = EVERYTHING.with_numbers({name: Decimal(repr(inside))})
    assert changed.assumptions[name].base == Decimal(repr(inside))
    for outside in (low - share, high + share):
        if math.isfinite(outside):
            with pytest.raises(InvalidValueError, match=r"outside what it may be|above the first point's cost"):
                EVERYTHING.with_numbers({name: Decimal(repr(outside))})


def test_what_there_is_not_has_no_limits() -> None:
    """Without costs of today, distance or harmonisation there are no limits for them."""
    limits = limits_of_case(ServiceCost.of({"Ale": 9_000, "Bjuv": 6_000}, PowerCurve(100)), Discounting())
    assert not [name for name in limits if name.startswith(("alone", "distance", "harmonisation"))]


@pytest.mark.parametrize("given_", [0.03, "0.03", Assumption(0.03), True], ids=repr)
def test_a_rate_alone_is_no_discounting(given_: Any) -> None:
    """Whoever gives a plain rate is told how to write it; nothing given counts each krona alike."""
    with pytest.raises(InvalidValueError, match=r"is no Discounting; give Discounting\(0\.03\)"):
        read_counting(given_)
    assert read_counting(None) == Discounting()
    assert read_counting(Discounting(0.03)) == Discounting(0.03)
