"""Which end of a range saves less, by trying each."""

from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.drawn import services

from familjen.scale import Assumption, Cooperating, CostPool, Density, Discounting, PowerCurve, ServiceCost
from familjen.scale.ends import ends_of, uncertain_in
from familjen.scale.outcomes import RATE, outcomes

COUNTING = Discounting(0.03)


def _net(service: ServiceCost, numbers: dict[str, Decimal]) -> float:
    """Give what is saved with some numbers in the place of assumptions."""
    own = service.with_numbers({name: number for name, number in numbers.items() if name != RATE})
    return float(outcomes(own, {}, discounting=COUNTING).net[0])


def _slack(service: ServiceCost) -> float:
    """Give what floats cannot tell from nothing."""
    return 1e-9 * sum(abs(float(service.cost([party]))) for party in service.parties) * 10 + 1e-3


@given(services(least=2), st.randoms())
@settings(max_examples=30, deadline=None)
def test_no_corner_is_worse_or_better(service: ServiceCost, random: Any) -> None:
    """With all at their ends none saves less, or more: not with one moved, and of up to 12 not at another corner."""
    worse, better = ends_of(service, COUNTING, 10)
    uncertain = uncertain_in(service, COUNTING)
    assert worse.keys() == better.keys() == uncertain.keys()
    slack = _slack(service)
    low, base, high = (_net(service, each) for each in (worse, {}, better))
    assert low <= base + slack
    assert high >= base - slack
    for name, each in uncertain.items():
        for number in (each.least, each.base, each.most):
            assert _net(service, {**worse, name: number}) >= low - slack
            assert _net(service, {**better, name: number}) <= high + slack
    if len(uncertain) <= 12:
        corner = {name: random.choice([each.least, each.most]) for name, each in uncertain.items()}
        assert low - slack <= _net(service, corner) <= high + slack


@given(services(least=2), st.randoms())
@settings(max_examples=30, deadline=None)
def test_of_six_every_corner_is_tried(service: ServiceCost, random: Any) -> None:
    """Of up to six uncertain assumptions none of all the corners of their ranges saves less than one end, or more."""
    names = list(uncertain_in(service, COUNTING))
    known = random.sample(names, max(0, len(names) - 6))
    assumed = service.assumptions
    few = service.with_numbers({name: assumed[name].base for name in known})
    uncertain = uncertain_in(few, COUNTING)
    assert len(uncertain) == min(6, len(names))
    worse, better = ends_of(few, COUNTING, 10)
    low, high = (_net(few, end) for end in (worse, better))
    corners = product(*([each.least, each.most] for each in uncertain.values()))
    nets = [_net(few, dict(zip(uncertain, corner, strict=True))) for corner in corners]
    slack = _slack(few)
    assert low - slack <= min(nets)
    assert max(nets) <= high + slack


def test_a_corner_that_no_single_move_reaches_is_found() -> None:
    """Where neither of two assumptions saves more alone but both moved together do, that corner is the end."""
    density = Density(Assumption(0.1, low=0, high=0.5), areas=(Decimal(100), Decimal(1_000)), reference=Decimal(50))
    curve = PowerCurve(10, Assumption(-0.4, low=-0.5, high=0.4), reference=Decimal(100))
    pool = CostPool("curve", curve, (Decimal(500), Decimal(20_000)), density=density)
    service = ServiceCost(("Ale", "Bjuv"), pools=(pool,))
    names = ("curve.elasticity", "curve.density.elasticity")
    _, better = ends_of(service, COUNTING, 10)
    assert better == dict(zip(names, (Decimal("0.4"), Decimal("0.5")), strict=True))
    near = _net(service, dict(zip(names, (Decimal("-0.4"), Decimal(0)), strict=True)))
    moved = [(elasticity, Decimal(0)) for elasticity in (Decimal("-0.5"), Decimal("0.4"))]
    moved += [(Decimal("-0.4"), each) for each in (Decimal("0.1"), Decimal("0.5"))]
    assert all(_net(service, dict(zip(names, each, strict=True))) < near for each in moved)
    assert _net(service, better) > near * 1.5


def test_ends_that_save_alike_are_kept_apart() -> None:
    """An assumption without effect at the base is still tried at both of its ends."""
    cooperating = Cooperating(host_overhead=Assumption(0.1, low=0, high=0.2))
    service = ServiceCost.of({"Ale": 1}, PowerCurve(1), cooperating=cooperating)
    worse, better = ends_of(service, COUNTING, 10)
    assert worse == {"cooperating.host_overhead": Decimal(0)}
    assert better == {"cooperating.host_overhead": Decimal("0.2")}


def test_where_both_ends_save_less_the_base_is_the_better_end() -> None:
    """A curve far above its reference costs less, and so saves less, at either end of its elasticity."""
    curve = PowerCurve(300, Assumption(-0.3, low=-0.4, high=0.4))
    service = ServiceCost.of({"Ale": 100_000, "Bjuv": 200_000}, curve)
    worse, better = ends_of(service, COUNTING, 10)
    assert (worse["curve.elasticity"], better["curve.elasticity"]) == (Decimal("0.4"), Decimal("-0.3"))


@pytest.mark.parametrize(
    ("per_member", "worse", "better"),
    [(Assumption(10), "0.05", "0"), (Assumption(500), "0", "0.05"), (Assumption(30, low=0, high=900), "0", "0")],
    ids=["all save", "all lose", "both"],
)
def test_the_rate_follows_the_other_ends(per_member: Assumption, worse: str, better: str) -> None:
    """A high rate makes a saving smaller, and a loss as well, by whether the other ends save or lose."""
    curve = PowerCurve(100, Decimal("-0.5"), reference=Decimal(100))
    service = ServiceCost.of({"Ale": 100, "Bjuv": 100}, curve, cooperating=Cooperating(per_member=per_member))
    found = ends_of(service, Discounting(Assumption(0.03, low=0, high=0.05)), 10)
    assert (found[0][RATE], found[1][RATE]) == (Decimal(worse), Decimal(better))


def test_what_is_certain_has_no_ends() -> None:
    """A service without ranges has no ends to try."""
    service = ServiceCost.of({"Ale": 1, "Bjuv": 2}, PowerCurve(1))
    assert ends_of(service, COUNTING, 10) == ({}, {})
