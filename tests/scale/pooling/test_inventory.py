"""Ordering together."""

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import is_balanced
from familjen.scale.pooling import InventoryPooling, inventory_pooling, order_quantity

CASE = json.loads((Path(__file__).parents[2] / "cases" / "inventory_eoq_pooling.json").read_text("utf-8"))
COSTS = st.floats(0.01, 1e4)


def published() -> InventoryPooling:
    """Give the case of Meca and others."""
    given_ = CASE["inputs"]
    demand, holding = (dict(zip(given_["players"], given_[key], strict=True)) for key in ("demand", "holding_cost"))
    return inventory_pooling(demand, holding, order_cost=given_["fixed_cost_per_order"])


@st.composite
def pools(draw: st.DrawFn) -> InventoryPooling:
    """Draw parties with their demand and holding cost."""
    names = draw(st.sets(st.sampled_from("abcde"), min_size=2))
    demand = {name: draw(COSTS) for name in sorted(names)}
    return inventory_pooling(demand, {name: draw(COSTS) for name in demand}, order_cost=draw(COSTS))


def test_the_published_case_comes_out() -> None:
    """Costs of each coalition, best orders and shares are those of the published case."""
    pooled, expected, near = published(), CASE["expected"], CASE["tolerance"]
    assert {name: pooled.game(name) for name in expected["cost"]} == pytest.approx(expected["cost"], abs=near)
    orders = dict(zip(pooled.parties, pooled.quantities_alone, strict=True))
    assert orders == pytest.approx(expected["optimal_order"], abs=near)
    assert dict(pooled.shares()) == pytest.approx(expected["soc_share"], abs=near)
    assert pooled.together == pytest.approx(expected["cost"]["1+2+3"], abs=near)
    assert is_balanced(pooled.game.enumerated())


@given(st.floats(0.1, 1e6), COSTS, COSTS, st.floats(0.5, 2))
@settings(max_examples=30, deadline=None)
def test_no_other_order_is_cheaper(demand: float, holding: float, order_cost: float, times: float) -> None:
    """What ordering and holding cost is least at the best order, where both parts are the same."""
    best = order_quantity(demand, holding=holding, order_cost=order_cost)

    def cost(order: float) -> float:
        return order_cost * demand / order + holding * order / 2

    assert cost(best) <= cost(best * times) * (1 + 1e-12)
    assert order_cost * demand / best == pytest.approx(holding * best / 2)


@given(pools())
@settings(max_examples=30, deadline=None)
def test_the_cost_is_that_of_the_orders(pooled: InventoryPooling) -> None:
    """Together's cost is that of the joint orders and of holding each party's part of them, and shares sum to it."""
    held = sum(float(cost) * order / 2 for cost, order in zip(pooled.holding, pooled.quantities_together, strict=True))
    assert pooled.together == pytest.approx(pooled.orders * float(pooled.order_cost) + held)
    assert float(pooled.shares().total) == pytest.approx(pooled.together)
    for share, alone in zip(pooled.shares().numbers, pooled.alone, strict=True):
        assert share <= alone * (1 + 1e-9)


@given(pools())
@settings(max_examples=30, deadline=None)
def test_at_break_even_nothing_is_saved(pooled: InventoryPooling) -> None:
    """If a joint order costs as much as the break-even, all pay together what they pay alone."""
    assert pooled.break_even >= float(pooled.order_cost) * (1 - 1e-12)
    names = pooled.parties
    demand, holding = (dict(zip(names, each, strict=True)) for each in (pooled.demands, pooled.holding))
    dearer = inventory_pooling(demand, holding, order_cost=pooled.break_even)
    assert dearer.together == pytest.approx(math.fsum(pooled.alone))


def test_who_uses_nothing_changes_nothing() -> None:
    """A party without demand orders nothing and pays nothing, and with one user nothing is saved."""
    pooled = inventory_pooling({"a": 500, "b": 0}, {"a": 9.6, "b": 1}, order_cost=600)
    assert pooled.quantities_alone == (250, 0)
    assert pooled.quantities_together == pytest.approx((250, 0))
    assert dict(pooled.shares()) == {"a": 2400, "b": 0}
    assert (pooled.saved, pooled.break_even) == (0, 600)
    assert order_quantity(0, holding=1, order_cost=1) == 0


def test_it_is_shown_and_explained() -> None:
    """Rows, text, HTML and sentences in both languages hold the same numbers, and what they rest on."""
    pooled = published()
    assert pooled.to_rows()[0]["cost_alone"] == 2400
    assert repr(pooled) == "<InventoryPooling of 3 parties: 6,580.87 kr apart, 3,810.51 together>"
    assert str(pooled).splitlines()[-1].split() == ["Sum", "6,580.87", "3,810.51"]
    assert pooled.text("sv").splitlines()[-1].split() == ["Summa", "6", "580,87", "3", "810,51"]
    assert "<td>2</td><td>180.91</td>" in pooled._repr_html_()
    assert "together 3,810.51 kr: 2,770.35 kr less." in pooled.explain()
    assert "If it costs 1,789.58 kr, nothing is saved" in pooled.explain()
    assert "Kostar den 1 789,58 kr sparas ingenting" in pooled.explain("sv")
    with pytest.raises(InvalidValueError, match="'no' is not a language of ours"):
        pooled.explain("no")


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: inventory_pooling({"a": 1}, {"a": 1}, order_cost=1), r"there is one party"),
        (lambda: inventory_pooling({"a": 0, "b": 0}, {"a": 1, "b": 1}, order_cost=1), r"nobody uses anything"),
        (
            lambda: inventory_pooling({"a": 1, "b": 1}, {"a": 1, "b": 0}, order_cost=1),
            r"the cost of holding an item is 0",
        ),
        (lambda: inventory_pooling({"a": 1, "b": 1}, {"a": 1}, order_cost=1), r"b has a demand and no holding cost"),
        (lambda: inventory_pooling({"a": 1, "b": -1}, {"a": 1, "b": 1}, order_cost=1), r"the demand of b is -1"),
        (lambda: inventory_pooling({"a": 1, "b": 1}, {"a": 1, "b": 1}, order_cost=0), r"an order costs 0"),
        (lambda: order_quantity(-1, holding=1, order_cost=1), r"demand: the demand is -1, below zero"),
        (lambda: order_quantity(math.nan, holding=1, order_cost=1), r"the demand is nan"),
        (lambda: order_quantity(1, holding=0, order_cost=1), r"holding: the cost of holding an item is 0; give kronor"),
        (lambda: order_quantity(1, holding=1, order_cost=-5), r"order_cost: the cost of an order is -5; give kronor"),
        (lambda: order_quantity(1e300, holding=1e-10, order_cost=1), r"the square of the best order is"),
    ],
)
def test_what_cannot_be_ordered_is_refused(ask: Callable[[], Any], message: str) -> None:
    """Demands and costs that are none, and single parties, are refused with what to give instead."""
    with pytest.raises(InvalidValueError, match=message):
        ask()


def test_strangers_are_named() -> None:
    """A holding cost of somebody without a demand is refused by name."""
    with pytest.raises(UnknownIdError, match="no player 'c'"):
        inventory_pooling({"a": 1, "b": 1}, {"a": 1, "b": 1, "c": 1}, order_cost=1)
