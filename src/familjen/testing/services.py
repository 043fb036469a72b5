"""Services with costs that depend on size, and what is assumed about them (verksamheter och kostnadskurvor)."""

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import strategies as st

from familjen.errors import InvalidValueError
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
from familjen.testing.asked import given_names
from familjen.validators import show

__all__ = ["assumptions", "cost_curves", "service_costs"]

_PARTIES = ("Ale", "Bjuv", "Klippan", "Höör", "Åstorp", "Svalöv")


def assumptions(least: float, most: float) -> st.SearchStrategy[Assumption]:
    """Draw assumptions between two numbers, often with a low and a high end (antaganden).

    Args:
        least: The least that a number may be.
        most: The most.

    Raises:
        InvalidValueError: One of them is no finite number, or the most is less than the least.

    >>> from hypothesis import find
    >>> find(assumptions(0, 1), lambda assumption: assumption.low is not None).base
    Decimal('0.000')
    """
    if (
        not all(isinstance(end, int | float | Decimal) and Decimal(end).is_finite() for end in (least, most))
        or least > most
    ):
        raise InvalidValueError(f"{show(least)} to {show(most)} is no range of numbers", attribute="least")
    number = st.decimals(Decimal(str(least)), Decimal(str(most)), allow_nan=False, places=3)
    three = st.lists(number, min_size=3, max_size=3).map(sorted)
    return number.map(Assumption) | three.map(lambda ends: Assumption(ends[1], low=ends[0], high=ends[2]))


def cost_curves() -> st.SearchStrategy[CostCurve]:
    """Draw curves of several kinds, and sums of two of them (kostnadskurvor).

    >>> from hypothesis import find
    >>> type(find(cost_curves(), lambda curve: True)).__name__
    'PiecewiseLinearCurve'
    """
    power = st.builds(PowerCurve, assumptions(1, 9_000), assumptions(-0.5, 0.5), reference=st.just(Decimal(10_000)))
    fixed = st.builds(FixedVariable, assumptions(0, 900_000), assumptions(1, 900))
    staffed = st.builds(
        MinimumStaffing,
        assumptions(1, 3),
        demand=assumptions(0.1, 1),
        capacity=assumptions(1_500, 1_700),
        cost=assumptions(100_000, 800_000),
    )
    points = st.just(PiecewiseLinearCurve([(5_000, 2_000_000), (20_000, 5_000_000)], fixed=1_000_000))
    plain: st.SearchStrategy[CostCurve] = st.one_of(power, fixed, staffed, points)
    return plain | st.builds(_sum_of, plain, plain)


def _sum_of(one: CostCurve, two: CostCurve) -> SumOfCurves:
    return SumOfCurves({"staff": one, "system": two})


def service_costs(parties: Sequence[str] | None = None) -> st.SearchStrategy[ServiceCost]:
    """Draw services of one to five parties, with any of the parts that a service may have (verksamheter).

    Args:
        parties: The parties, where they are to be these.

    Raises:
        InvalidValueError: There is no party, or one of them twice.

    >>> from hypothesis import find
    >>> find(service_costs(["Klippan", "Bjuv"]), lambda service: True).parties
    ('Klippan', 'Bjuv')
    """
    if parties is None:
        return st.integers(1, 5).flatmap(lambda number: _services(_PARTIES[:number]))
    return _services(given_names(parties, "parties"))


@st.composite
def _services(draw: st.DrawFn, parties: tuple[str, ...]) -> ServiceCost:
    def each(low: int, high: int) -> tuple[Decimal, ...]:
        return tuple([Decimal(draw(st.integers(low, high))) for _ in parties])

    density = Density(draw(assumptions(-0.3, 0.3)), areas=each(1, 900), reference=Decimal(50))
    pools = [CostPool("curve", draw(cost_curves()), each(100, 90_000), density=draw(st.sampled_from([None, density])))]
    if draw(st.booleans()):
        pools.append(CostPool("cases", FixedVariable(0, draw(assumptions(1, 900)), unit="cases"), each(1, 500)))
    paid = tuple([draw(assumptions(1, 5_000_000)) for _ in parties])
    level = Harmonisation(draw(assumptions(0, 1)), levels=each(30_000, 45_000))
    places = each(0, 90)
    km = tuple(tuple(float(abs(one - other)) for other in places) for one in places)
    way = Distance(draw(assumptions(0, 3)), parties=parties, km=km)
    return ServiceCost(
        parties,
        pools=tuple(pools),
        alone=draw(st.sampled_from([None, paid])),
        harmonisation=draw(st.sampled_from([None, level])),
        distance=draw(st.sampled_from([None, way])),
        cooperating=draw(_cooperating()),
    )


@st.composite
def _cooperating(draw: st.DrawFn) -> Cooperating:
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
