"""Services drawn at random, with every part that a service may have."""

from decimal import Decimal

import numpy as np
from hypothesis import strategies as st

from familjen.scale import (
    Assumption,
    Cooperating,
    CostCurve,
    CostPool,
    Density,
    Distance,
    FixedVariable,
    Harmonisation,
    Meetings,
    MinimumStaffing,
    PiecewiseLinearCurve,
    PowerCurve,
    ServiceCost,
    SumOfCurves,
    Transfer,
)

NAMES = ("Ale", "Bjuv", "Klippan", "Höör", "Åstorp", "Svalöv")


def assumptions(least: float, most: float) -> st.SearchStrategy[Assumption]:
    """Draw an assumption in a range, often with a range of its own."""
    number = st.decimals(Decimal(str(least)), Decimal(str(most)), allow_nan=False, places=3)
    three = st.lists(number, min_size=3, max_size=3).map(sorted)
    return number.map(Assumption) | three.map(lambda ends: Assumption(ends[1], low=ends[0], high=ends[2]))


def power_curves() -> st.SearchStrategy[PowerCurve]:
    """Draw a curve of one elasticity."""
    return st.builds(PowerCurve, assumptions(1, 9_000), assumptions(-0.5, 0.5), reference=st.just(Decimal(10_000)))


def fixed_variable() -> st.SearchStrategy[FixedVariable]:
    """Draw a curve of fixed and variable cost."""
    return st.builds(FixedVariable, assumptions(0, 900_000), assumptions(1, 900))


def curves() -> st.SearchStrategy[CostCurve]:
    """Draw a curve of any of several kinds."""
    staffed = st.builds(
        MinimumStaffing,
        assumptions(1, 3),
        demand=assumptions(0.1, 1),
        capacity=assumptions(1_500, 1_700),
        cost=assumptions(100_000, 800_000),
    )
    points = st.just(PiecewiseLinearCurve([(5_000, 2_000_000), (20_000, 5_000_000)], fixed=1_000_000))
    plain: st.SearchStrategy[CostCurve] = power_curves() | fixed_variable() | staffed | points
    return plain | st.builds(lambda one, two: SumOfCurves({"staff": one, "system": two}), plain, plain)


@st.composite
def cooperation(draw: st.DrawFn) -> Cooperating:
    """Draw what cooperating costs, every part of it."""
    sums = assumptions(0, 200_000)
    names = ("fixed", "per_member", "per_further_member", "per_pair", "transition", "transition_per_member")
    costs = {name: draw(sums) for name in names}
    meetings = st.builds(Meetings, assumptions(0, 12), hours=assumptions(0, 4), rate=assumptions(0, 900))
    transfers = st.builds(Transfer, st.just("staff"), people=assumptions(0, 9), each=assumptions(0, 50_000))
    return Cooperating(
        **costs,
        host_overhead=draw(assumptions(0, 0.2)),
        meetings=tuple(draw(st.lists(meetings, max_size=2))),
        transfers=tuple(draw(st.lists(transfers, max_size=2))),
    )


@st.composite
def services(draw: st.DrawFn, *, least: int = 1, most: int = 5) -> ServiceCost:
    """Draw a service of some parties, with any of the parts that it may have."""
    number = draw(st.integers(least, most))
    parties = NAMES[:number]

    def each(low: int, high: int) -> tuple[Decimal, ...]:
        return tuple([Decimal(draw(st.integers(low, high))) for _ in parties])

    density = Density(draw(assumptions(-0.3, 0.3)), areas=each(1, 900), reference=Decimal(50))
    pools = [CostPool("curve", draw(curves()), each(100, 90_000), density=draw(st.sampled_from([None, density])))]
    if draw(st.booleans()):
        pools.append(CostPool("cases", FixedVariable(0, draw(assumptions(1, 900)), unit="cases"), each(1, 500)))
    paid = tuple([draw(assumptions(1, 5_000_000)) for _ in parties])
    level = Harmonisation(draw(assumptions(0, 1)), levels=each(30_000, 45_000))
    apart = np.abs(np.subtract.outer(*([np.array(each(0, 90), dtype=np.float64)] * 2)))
    way = Distance(draw(assumptions(0, 3)), parties=parties, km=tuple(map(tuple, apart.tolist())))
    return ServiceCost(
        parties,
        pools=tuple(pools),
        alone=draw(st.sampled_from([None, paid])),
        harmonisation=draw(st.sampled_from([None, level])),
        distance=draw(st.sampled_from([None, way])),
        cooperating=draw(cooperation()),
    )
