"""The line is the curve, whatever the service is made of."""

from decimal import Decimal

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.report.plots.curve_line import curve_line
from familjen.scale import Assumption, CostPool, Density, FixedVariable, PowerCurve, ServiceCost

SIZES = {"Bjuv": 16_000, "Klippan": 20_000, "Svalöv": 14_000}
every = np.ones((1, 3), dtype=np.bool_)


def _at_all(service: ServiceCost) -> float:
    """Read the line at the size of all together."""
    line = curve_line(service)
    whole = float(sum(service.sizes.values()))
    return float(np.interp(np.log(whole), np.log(line.sizes), line.base))


@given(st.integers(0, 10**7), st.integers(1, 10**4))
@settings(max_examples=10, deadline=None)
def test_one_pool_gives_its_average(fixed: int, variable: int) -> None:
    """The line of a service with one curve is that curve's average cost."""
    curve = FixedVariable(fixed, variable)
    line = curve_line(ServiceCost.of(SIZES, curve))
    assert line.base == pytest.approx(curve.average(line.sizes))
    assert line.least.tolist() == line.base.tolist() == line.most.tolist()
    assert line.observed.all()


def test_it_reaches_beyond_the_smallest_and_all_together() -> None:
    """Every party and all together lie within the line, with room on both sides."""
    sizes = curve_line(ServiceCost.of(SIZES, FixedVariable(1, 1))).sizes
    assert sizes[0] == pytest.approx(14_000 / 1.6)
    assert sizes[-1] == pytest.approx(50_000 * 1.6)


def test_all_together_lie_on_it_where_it_is_known_what_each_pays() -> None:
    """Raised to what all pay today, the line says what all would pay together without ways and cooperating."""
    paid = {"Bjuv": 900_000, "Klippan": 1_300_000, "Svalöv": 800_000}
    for curve in (PowerCurve(100, Decimal("-0.2")), FixedVariable(100_000, 3), None):
        service = ServiceCost.of(SIZES, curve, alone=paid)
        assert _at_all(service) == pytest.approx(float(service.many(every)[0]) / 50_000, rel=1e-3)


def test_the_band_of_what_is_paid_today_is_of_all_corners() -> None:
    """Raised to what all pay today, no number within the range of an assumption leads out of the band."""
    curve = PowerCurve(100, Assumption(Decimal("-0.1"), low=Decimal("-0.2"), high=0))
    service = ServiceCost.of(SIZES, curve, alone={"Bjuv": 9, "Klippan": 8, "Svalöv": 5})
    line = curve_line(service)
    for number in ("-0.2", "-0.13", "-0.1", "0"):
        other = curve_line(service.with_numbers({"curve.elasticity": Decimal(number)})).base
        assert (other >= line.least * (1 - 1e-12)).all()
        assert (other <= line.most * (1 + 1e-12)).all()
    ends = [curve_line(service.with_numbers({"curve.elasticity": Decimal(end)})).base for end in ("-0.2", "0")]
    assert line.least == pytest.approx(np.minimum(*ends))
    assert line.most == pytest.approx(np.maximum(*ends))


def test_without_a_curve_it_is_level() -> None:
    """Where nobody says how cost follows size, the average is the same at every size."""
    line = curve_line(ServiceCost.of({"A": 100, "B": 300}, alone={"A": 1_000, "B": 7_000}))
    assert line.base == pytest.approx(20)


def test_several_pools_follow_the_mix_of_all() -> None:
    """A service with sizes of several kinds has the mix of all together, and density theirs."""
    density = Density(Decimal("-0.1"), areas=(Decimal(100), Decimal(300), Decimal(50)), reference=Decimal(80))
    sizes = tuple(map(Decimal, SIZES.values()))
    pools = (
        CostPool("curve", FixedVariable(500_000, 40), sizes, density=density),
        CostPool("cases", FixedVariable(90_000, 9_000, unit="cases"), (Decimal(40), Decimal(25), Decimal(90))),
    )
    service = ServiceCost(tuple(SIZES), pools=pools)
    assert _at_all(service) == pytest.approx(float(service.many(every)[0]) / 50_000, rel=1e-3)


def test_it_tells_what_was_observed() -> None:
    """Beyond the sizes that the curve was made from the line is marked."""
    line = curve_line(ServiceCost.of(SIZES, FixedVariable(9, 1, observed=(15_000, 40_000))))
    assert line.observed.tolist() == [15_000 <= size <= 40_000 for size in line.sizes]


def test_ways_and_cooperating_are_not_on_it() -> None:
    """The line is of the curve alone, whatever distances and cooperating cost."""
    plain = ServiceCost.of({"Bjuv": 16_000, "Klippan": 20_000}, FixedVariable(Assumption(9, low=8, high=12), 1))
    far = attrs.evolve(plain, distance=ServiceCost.of(plain.sizes, FixedVariable(9, 1), distance=5).distance)
    for one, other in zip(attrs.astuple(curve_line(plain)), attrs.astuple(curve_line(far)), strict=True):
        assert one.tolist() == other.tolist()
    assert (curve_line(plain).most > curve_line(plain).least).all()
