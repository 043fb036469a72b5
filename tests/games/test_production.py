"""Sharing the cost of production: the definitions, their laws, what is refused, and the literature."""

import json
import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from familjen.errors import CertificateError, InvalidValueError
from familjen.games import shapley
from familjen.games.production import BundleGame, DemandGame, aumann_shapley_prices, average_cost, serial_cost

CASES = Path(__file__).parents[1] / "cases"
Floats = NDArray[np.float64]
wholes = st.lists(st.integers(0, 9), min_size=1, max_size=5).map(lambda each: dict(enumerate(each)))
amounts = st.lists(st.floats(0.1, 9), min_size=1, max_size=4).map(lambda each: dict(enumerate(each)))


def rising(quantity: Any) -> Any:
    """Cost a little to begin with, and ever more."""
    return quantity**3 + 2 * quantity


def by_units(cost: Callable[[int], Any], demands: dict[int, int]) -> dict[int, Fraction]:
    """Share serially unit by unit: who still wants one at a level shares what all at that level make dearer."""
    paid = dict.fromkeys(demands, Fraction(0))
    for level in range(max(demands.values())):
        wanting = [player for player, demand in demands.items() if demand > level]
        below = sum(min(demand, level) for demand in demands.values())
        for player in wanting:
            paid[player] += Fraction(cost(below + len(wanting)) - cost(below), len(wanting))
    return paid


def test_a_cost_of_the_square_is_shared_as_in_the_literature() -> None:
    """Three demands of a good whose cost is the square are shared as derived, serially and by average."""
    case = json.loads((CASES / "serial_moulin_shenker_quadratic.json").read_text("utf-8"))
    demands = case["inputs"]["demands"]
    assert dict(serial_cost(lambda q: q**2, demands)) == pytest.approx(case["expected"]["serial"])
    assert dict(average_cost(lambda q: q**2, demands)) == pytest.approx(case["expected"]["average_cost"])


@given(wholes)
@settings(max_examples=30, deadline=None)
def test_serial_shares_grow_unit_by_unit(demands: dict[int, int]) -> None:
    """Shares are the sum over units of what those that still want one share alike."""
    assert dict(serial_cost(rising, demands, exact=True)) == by_units(rising, demands)


@given(wholes)
@settings(max_examples=30, deadline=None)
def test_shares_sum_to_the_cost_and_follow_demand(demands: dict[int, int]) -> None:
    """By both methods the shares sum to the cost exactly, a larger demand pays no less, and an equal one the same."""
    for method in (serial_cost, average_cost):
        shares = method(rising, demands, exact=True)
        assert shares.total == rising(sum(demands.values()))
        ordered = sorted(demands, key=lambda player: demands[player])
        for one, other in pairwise(ordered):
            assert shares[one] <= shares[other]
            if demands[one] == demands[other]:
                assert shares[one] == shares[other]


@given(wholes, st.integers(1, 9))
@settings(max_examples=30, deadline=None)
def test_serially_nobody_pays_for_what_a_larger_demand_adds(demands: dict[int, int], more: int) -> None:
    """Where the largest demand grows the others pay as before."""
    largest = max(demands, key=lambda player: demands[player])
    before = serial_cost(rising, demands, exact=True)
    after = serial_cost(rising, {**demands, largest: demands[largest] + more}, exact=True)
    assert all(before[player] == after[player] for player in demands if player != largest)


@given(wholes, st.integers(1, 4))
@settings(max_examples=30, deadline=None)
def test_by_average_nobody_gains_by_splitting_its_demand(demands: dict[int, int], part: int) -> None:
    """Two that together demand what one did pay together what it did."""
    whole = {**demands, "one": part + 2}
    split = {**demands, "one": part, "other": 2}
    after = average_cost(rising, split, exact=True)
    assert average_cost(rising, whole, exact=True)["one"] == after["one"] + after["other"]


@given(wholes)
@settings(max_examples=30, deadline=None)
def test_a_steady_cost_is_paid_by_the_unit(demands: dict[int, int]) -> None:
    """Where each unit costs the same both methods charge that price."""
    expected = {player: 7 * demand for player, demand in demands.items()}
    assert dict(serial_cost(lambda q: 7 * q, demands, exact=True)) == expected
    assert dict(average_cost(lambda q: 7 * q, demands, exact=True)) == expected


def test_numbers_are_kept_exactly() -> None:
    """Decimals and tenths are asked for as Fractions and come back as such, and floats without exact."""
    asked: list[Any] = []

    def cost(quantity: Any) -> Any:
        asked.append(quantity)
        return quantity

    assert dict(serial_cost(cost, {"A": Decimal("0.1"), "H": 0.2}, exact=True)) == {
        "A": Fraction(1, 10),
        "H": Fraction(1, 5),
    }
    assert dict(serial_cost(cost, {"A": Decimal("0.1"), "H": 0.2})) == {"A": 0.1, "H": 0.2}
    assert [type(quantity) for quantity in asked] == [Fraction, Fraction, float, float]


def test_what_nothing_costs_is_shared_alike_serially() -> None:
    """A cost that is there anyway is shared by all alike, also by those that demand nothing."""
    assert dict(serial_cost(lambda q: 6 + q, {"a": 0, "b": 0, "c": 3}, exact=True)) == {"a": 2, "b": 2, "c": 5}
    assert dict(average_cost(lambda q: q, {"a": 0, "b": 0})) == {"a": 0, "b": 0}


def test_shares_of_production_are_shares_of_a_game() -> None:
    """A coalition's cost is that of what its members demand, so that shares can be held against leaving."""
    shares = serial_cost(math.sqrt, {"A": 1, "H": 3})
    assert shares.game(["H"]) == pytest.approx(math.sqrt(3))
    assert shares.is_in_core()
    assert sum(shares.to_amounts(Decimal(1)).values()) == 2
    whole = {"A": 1, "H": 2, "T": 4}
    game = DemandGame.of(lambda q: q**2, whole, exact=True)
    assert dict(shapley(game, exact=True)) == {player: demand * 7 for player, demand in whole.items()}


@given(amounts)
@settings(max_examples=30, deadline=None)
def test_a_quadratic_cost_is_shared_by_its_closed_form(demands: dict[int, float]) -> None:
    """With a cost of q'Aq each pays its demand times (Aq), with a gradient and without."""
    number = len(demands)
    ways = np.random.default_rng(number).uniform(0, 1, (number, number))
    ways += ways.T
    wanted = np.array(list(demands.values()))
    expected = wanted * (ways @ wanted)
    told = aumann_shapley_prices(lambda q: float(q @ ways @ q), demands, gradient=lambda q: 2 * ways @ q)
    found = aumann_shapley_prices(lambda q: float(q @ ways @ q), demands)
    assert list(told.values()) == pytest.approx(expected.tolist(), rel=1e-12)
    assert list(found.values()) == pytest.approx(expected.tolist(), rel=1e-9)


@given(amounts, st.floats(0.2, 3))
@settings(max_examples=30, deadline=None)
def test_of_one_good_the_price_is_the_average_cost(demands: dict[int, float], power: float) -> None:
    """Where only the sum matters all pay the average cost, also where marginal costs have no limit at nothing."""
    shares = aumann_shapley_prices(lambda q: float(q.sum()) ** power, demands)
    expected = average_cost(lambda q: q**power, demands)
    assert list(shares.values()) == pytest.approx(list(expected.values()), rel=1e-8)


@given(st.floats(0.1, 0.9), st.floats(0.1, 9), st.floats(0.1, 9))
@settings(max_examples=30, deadline=None)
def test_costs_without_returns_to_scale_are_shared_by_elasticity(share: float, one: float, other: float) -> None:
    """Where doubling all doubles the cost, marginal costs do not change on the way: each pays its elasticity."""
    shares = aumann_shapley_prices(lambda q: float(q[0] ** share * q[1] ** (1 - share)), {"a": one, "b": other})
    whole = one**share * other ** (1 - share)
    assert list(shares.values()) == pytest.approx([share * whole, (1 - share) * whole], rel=1e-8)


def test_a_kink_on_the_way_is_found() -> None:
    """Where a second plant is needed halfway, the price is the mean of both plants' marginal costs."""

    def plants(bundle: Floats) -> float:
        return float(bundle.sum() + 3 * max(0, bundle.sum() - 5))

    def marginal(bundle: Floats) -> list[float]:
        return [1.0 + 3 * (bundle.sum() > 5)] * 2

    expected = {"water": 15, "sewage": 10}
    shares = aumann_shapley_prices(plants, {"water": 6, "sewage": 4}, gradient=marginal)
    assert dict(shares) == pytest.approx(expected, rel=1e-9)
    assert dict(aumann_shapley_prices(plants, {"water": 6, "sewage": 4})) == pytest.approx(expected, rel=1e-9)


def test_they_are_the_shapley_value_of_ever_smaller_units() -> None:
    """Cut into units that are players each, the goods' Shapley values come to the shares as the units shrink."""
    far: list[float] = []
    for units in (1, 2, 4):
        sizes = [1 / units] * units + [2 / units] * units
        kinds = np.array([1.0] * units + [0.0] * units)
        pieces = BundleGame.of(
            lambda q, kinds=kinds: float((q @ kinds) ** 3 + (q @ kinds) ** 2 * (q @ (1 - kinds))),
            dict(enumerate(sizes)),
        )
        value = list(shapley(pieces).values())
        far.append(abs(sum(float(part) for part in value[:units]) - 7 / 3))
    shares = aumann_shapley_prices(lambda q: float(q[0] ** 3 + q[0] ** 2 * q[1]), {"a": 1, "b": 2})
    assert dict(shares) == pytest.approx({"a": 7 / 3, "b": 2 / 3})
    assert far == sorted(far, reverse=True)
    assert far[-1] < far[0] / 3


def test_who_demands_nothing_pays_nothing() -> None:
    """A good that nobody wants is neither priced nor asked about."""
    assert dict(aumann_shapley_prices(lambda q: float(q[0] ** 2), {"a": 3, "b": 0})) == pytest.approx({"a": 9, "b": 0})
    assert dict(aumann_shapley_prices(lambda q: float(q.sum()), {"a": 0, "b": 0})) == {"a": 0, "b": 0}


@pytest.mark.parametrize(
    "ask",
    [
        lambda: aumann_shapley_prices(lambda q: math.ceil(q.sum()), {"a": 3.5, "b": 2}),
        lambda: aumann_shapley_prices(lambda q: float(q.sum()), {"a": 3}, gradient=lambda _: [2.0]),
        lambda: aumann_shapley_prices(lambda q: float(q.max()), {"a": 1, "b": 1, "c": 1}),
        lambda: aumann_shapley_prices(lambda q: float(np.sin(1e6 * q.sum())), {"a": 1}),
    ],
    ids=["jumps", "gradient of another cost", "corners", "too rough"],
)
def test_shares_that_are_not_proven_are_not_given(ask: Callable[[], object]) -> None:
    """Where costs jump, have corners on the way, or the gradient is of another cost, no shares are given."""
    with pytest.raises(CertificateError, match=r"the shares come to .* and the cost is"):
        ask()


@pytest.mark.parametrize("method", [serial_cost, average_cost, aumann_shapley_prices])
@pytest.mark.parametrize(
    ("cost", "demands", "message"),
    [
        (7, {"a": 1}, "7 is no function of what is produced"),
        (float, [1], r"\[1\] is no mapping of player to demand"),
        (float, {}, "at least one player"),
        (float, {"a": -1}, "the demand of a is -1; give 0 or more"),
        (float, {"a": math.nan}, "the demand of a is nan, which is not a finite number"),
        (float, {"a": "1"}, "the demand of a is '1', which is not a number"),
        (lambda _: math.inf, {"a": 1}, "the cost of .* is inf, which is not a finite number"),
        (lambda _: None, {"a": 1}, "the cost of .* is None, which is not a number"),
    ],
    ids=["no function", "no mapping", "nobody", "negative", "nan", "text", "endless cost", "no cost"],
)
def test_what_is_no_production_is_refused(method: Callable[..., object], cost: Any, demands: Any, message: str) -> None:
    """Costs that are no function or give no number, and demands that are negative or none, are refused by name."""
    with pytest.raises(InvalidValueError, match=message):
        method(cost, demands)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: average_cost(lambda q: q + 1, {"a": 0}), "everybody demands nothing"),
        (lambda: aumann_shapley_prices(lambda q: 5 + q.sum(), {"a": 1}), "nothing costs 5; take what does not depend"),
        (lambda: aumann_shapley_prices(lambda q: q.sum(), {"a": 1}, tolerance=0.0), "0.0 is no part of 1"),
        (lambda: aumann_shapley_prices(lambda q: q.sum(), {"a": 1}, tolerance=math.nan), "nan is no part of 1"),
        (lambda: aumann_shapley_prices(lambda q: q.sum(), {"a": 1}, gradient=[1]), r"\[1\] is no function"),  # type: ignore[arg-type]
        (lambda: aumann_shapley_prices(lambda q: q.sum(), {"a": 1}, gradient=lambda _: [1, 2]), "for each of 1 goods"),
        (lambda: aumann_shapley_prices(lambda q: q.sum(), {"a": 1}, gradient=lambda _: [math.nan]), "a finite number"),
        (lambda: aumann_shapley_prices(lambda q: q.sum(), {"a": 1}, gradient=lambda _: ["1"]), "the gradient is array"),
    ],
)
def test_what_a_method_cannot_share_is_refused(ask: Callable[[], object], message: str) -> None:
    """What nothing costs, tolerances outside of 0 to 1, and gradients that are none are refused."""
    with pytest.raises(InvalidValueError, match=message):
        ask()
