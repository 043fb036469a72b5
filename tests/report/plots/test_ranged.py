"""The range of a group's cost is that of all corners of its assumptions."""

import itertools
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.report.plots.ranged import cost_ranges
from familjen.scale import Assumption, Cooperating, FixedVariable, PowerCurve, ServiceCost

EVERY = np.array([[1, 0, 0], [0, 1, 0], [1, 1, 0], [1, 1, 1]], dtype=np.bool_)


def _corners(service: ServiceCost, members: np.ndarray) -> np.ndarray:
    """Give what groups cost at every corner of the ranges."""
    uncertain = {name: each for name, each in service.assumptions.items() if not each.is_certain}
    ends = itertools.product(*[(each.least, each.most) for each in uncertain.values()])
    return np.array([service.with_numbers(dict(zip(uncertain, each, strict=True))).many(members) for each in ends])


@given(st.data())
@settings(max_examples=10, deadline=None)
def test_no_corner_costs_less_or_more(data: st.DataObject) -> None:
    """For curves that rise or fall throughout in each assumption, no corner lies outside the range."""

    def drawn(least: int, most: int) -> Assumption:
        low, base, high = sorted(data.draw(st.tuples(*[st.integers(least, most)] * 3)))
        return Assumption(Decimal(base) / 100, low=Decimal(low) / 100, high=Decimal(high) / 100)

    curve = PowerCurve(drawn(100, 90_000), drawn(-30, 30))
    cooperating = Cooperating(per_further_member=drawn(0, 9_000), host_overhead=drawn(0, 30))
    service = ServiceCost.of({"A": 900, "B": 4_000, "C": 30_000}, curve, cooperating=cooperating)
    least, base, most = cost_ranges(service, EVERY)
    corners = _corners(service, EVERY)
    assert least == pytest.approx(corners.min(axis=0))
    assert most == pytest.approx(corners.max(axis=0))
    assert base == pytest.approx(service.many(EVERY))


def test_what_is_certain_has_no_range() -> None:
    """Without a range all three costs are the base."""
    service = ServiceCost.of({"A": 1, "B": 2, "C": 3}, FixedVariable(5, 7))
    least, base, most = cost_ranges(service, EVERY)
    assert least.tolist() == base.tolist() == most.tolist() == service.many(EVERY).tolist()


def test_what_is_paid_once_is_no_cost_of_a_year() -> None:
    """An uncertain start leaves the yearly cost as it is."""
    start = Cooperating(transition=Assumption(5, low=0, high=9))
    service = ServiceCost.of({"A": 1, "B": 2, "C": 3}, FixedVariable(5, 7), cooperating=start)
    least, base, most = cost_ranges(service, EVERY)
    assert least.tolist() == base.tolist() == most.tolist()


def test_what_is_paid_today_has_a_range() -> None:
    """Where it is uncertain what a party pays today, only groups with it have a range."""
    alone = {"A": Assumption(100, low=80, high=150), "B": 50, "C": 20}
    least, _, most = cost_ranges(ServiceCost.of({"A": 1, "B": 2, "C": 3}, alone=alone), EVERY)
    assert (most - least).tolist() == [70, 0, 70, 70]
