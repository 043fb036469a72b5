"""Pooling games: the literature, the SOC rule, and what is refused."""

import json
import math
import pickle
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import CostGame, shapley
from familjen.games.compact.pooling import PoolingGame
from familjen.games.soc import soc

CASE = json.loads((Path(__file__).parents[2] / "cases" / "inventory_eoq_pooling.json").read_text("utf-8"))
deviations = st.dictionaries(st.integers(0, 99), st.integers(0, 50), min_size=1, max_size=7)


def literature() -> PoolingGame:
    """Make the published game of three who order together."""
    inputs = CASE["inputs"]
    demand = dict(zip(inputs["players"], inputs["demand"], strict=True))
    holding = dict(zip(inputs["players"], inputs["holding_cost"], strict=True))
    return PoolingGame.of_orders(demand, holding, order_cost=inputs["fixed_cost_per_order"])


def test_published_costs_and_orders_are_reproduced() -> None:
    """What each coalition pays, and how much each orders at a time, is as published."""
    game = literature()
    for coalition, cost in CASE["expected"]["cost"].items():
        assert game(coalition) == pytest.approx(cost, abs=CASE["tolerance"])
    each = zip(game.players, CASE["inputs"]["demand"], game.squares, strict=True)
    orders = {player: demand / math.sqrt(square) for player, demand, square in each}
    assert orders == pytest.approx(CASE["expected"]["optimal_order"], abs=CASE["tolerance"])


def test_published_shares_are_reproduced() -> None:
    """The SOC rule splits as published."""
    assert dict(soc(literature())) == pytest.approx(CASE["expected"]["soc_share"], abs=CASE["tolerance"])


@given(deviations, st.integers(0, 9))
@settings(max_examples=30, deadline=None)
def test_the_soc_rule_is_in_the_core(each: dict[int, int], factor: int) -> None:
    """Shared by squares the pool's cost gives nobody a reason to leave, and nothing is left over."""
    game = PoolingGame.of_deviations(each, factor=factor)
    shares = soc(game)
    assert shares.is_in_core(tolerance=1e-10)
    assert shares.excesses().max() <= 1e-9
    assert sum(soc(game, exact=True).values()) == game.at(-1)


@given(deviations)
@settings(max_examples=30, deadline=None)
def test_the_shapley_value_is_that_of_the_roots(each: dict[int, int]) -> None:
    """The value is that of the game in which every coalition's root is written out."""

    def root(members: tuple[Any, ...]) -> float:
        return 10 * math.sqrt(sum(each[member] ** 2 for member in members))

    game = PoolingGame.of_deviations(each, factor=10)
    assert dict(shapley(game)) == pytest.approx(dict(shapley(CostGame.from_function(each, root))), abs=1e-9)
    assert game.enumerated().values.tolist() == pytest.approx(CostGame.from_function(each, root).values.tolist())


def test_most_excess_is_found_as_when_written_out() -> None:
    """The coalition with the most reason to leave is that of the enumeration."""
    game = literature()
    paid = np.array([2000.0, 400.0, 1410.0])
    members, excess = game.most_excess(paid)
    written_out = game.enumerated()
    assert excess == pytest.approx(2000 + 1410 - written_out("1+3"))
    assert members.tolist() == [True, False, True]
    assert game.many(members[None]).tolist() == pytest.approx([written_out("1+3")])


def test_games_are_values() -> None:
    """A game survives pickling, and its squares are exact."""
    game = literature()
    assert pickle.loads(pickle.dumps(game)) == game
    assert list(game.squares) == [4, Fraction(11, 4), Fraction(10, 3)]
    assert repr(game) == "PoolingGame(1, 2, 3; all together 3,810.51177665)"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: PoolingGame.of_deviations({}), "at least one player"),
        (lambda: PoolingGame.of_deviations({"a": -1}), "the deviation of a is -1, below zero"),
        (lambda: PoolingGame.of_deviations({"a": math.nan}), "the deviation of a is nan"),
        (lambda: PoolingGame.of_deviations({"a": 1}, factor=-1), "the factor is -1, below zero"),
        (lambda: PoolingGame.of_deviations({"a": 1}, factor=math.inf), "the factor is inf"),
        (lambda: PoolingGame.of_orders({"a": -1}, {"a": 1}, order_cost=1), "the demand of a is -1"),
        (lambda: PoolingGame.of_orders({"a": 1}, {"a": -1}, order_cost=1), "the holding cost of a is -1"),
        (lambda: PoolingGame.of_orders({"a": 1}, {"a": 1}, order_cost=0), "an order costs 0; give a cost above zero"),
        (lambda: PoolingGame.of_orders({"a": 1, "b": 1}, {"a": 1}, order_cost=1), "b has a demand and no holding"),
        (lambda: PoolingGame(("a",), (Fraction(-1),), Fraction(1)), "the square of a is -1"),
        (lambda: PoolingGame(("a",), (), Fraction(1)), "the square is given 0 times for 1"),
    ],
)
def test_what_is_no_pool_is_refused(make: Callable[[], object], message: str) -> None:
    """Numbers below zero, missing or endless are refused with their values."""
    with pytest.raises(InvalidValueError, match=message):
        make()


def test_strangers_are_refused() -> None:
    """A holding cost of somebody without a demand is refused by name."""
    with pytest.raises(UnknownIdError, match="no player 'b'"):
        PoolingGame.of_orders({"a": 1}, {"a": 1, "b": 1}, order_cost=1)
