"""The Shapley value: its axioms, the orders of arrival, and the literature."""

import json
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.games import CostGame, Game, shapley

CASES = Path(__file__).parents[1] / "cases"
seeds = st.integers(0, 2**32 - 1)


def random_game(number: int, seed: int) -> Game:
    """Make a gain game with a uniform number for each coalition."""
    values = np.random.default_rng(seed).uniform(-1, 1, 1 << number)
    values[0] = 0
    return Game.from_vector(range(number), values)


def by_orders(game: Game) -> list[float]:
    """Give the mean of what each adds over all orders of arrival, as the definition has it."""
    orders = list(permutations(range(len(game.players))))
    gained = [0.0] * len(game.players)
    for order in orders:
        mask = 0
        for player in order:
            gained[player] += game.values[mask | 1 << player] - game.values[mask]
            mask |= 1 << player
    return [gain / len(orders) for gain in gained]


def literature(name: str) -> tuple[Game, dict[str, Any], float]:
    """Read a case: its game, what is expected, and how nearly."""
    case = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    given_ = case["inputs"]
    if "savings" in given_:
        return Game.of(given_["savings"]), case["expected"], case["tolerance"]
    if "value" in given_:
        return Game.of(given_["value"]), case["expected"], case["tolerance"]
    if "stand_alone_cost" in given_:
        alone = given_["stand_alone_cost"]
        game = CostGame.from_function(alone, lambda members: max(alone[member] for member in members))
        return game, case["expected"], case["tolerance"]
    if "quota" in given_:
        weights, quota = given_["weights"], given_["quota"]
        voting = Game.from_function(weights, lambda members: int(sum(weights[each] for each in members) >= quota))
        return voting, case["expected"], case["tolerance"]
    return CostGame.of(given_["cost"]), case["expected"], case["tolerance"]


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("airport_wikipedia_8_11_13_18", "shapley"),
        ("lemaire_1991_insurance", "shapley"),
        ("tva_ten_valley", "shapley"),
        ("gately_1974_southern_india", "shapley"),
        ("shapley_shubik_stach_2011", "shapley_shubik"),
    ],
)
def test_the_literature_is_reproduced(name: str, method: str) -> None:
    """Published Shapley values come out to the precision that they are given in."""
    game, expected, tolerance = literature(name)
    assert dict(shapley(game)) == pytest.approx(expected[method], abs=tolerance)


@given(st.integers(1, 6), seeds)
@settings(max_examples=30, deadline=None)
def test_it_is_the_mean_over_all_orders(number: int, seed: int) -> None:
    """The weighted fold gives what going through all orders of arrival gives."""
    game = random_game(number, seed)
    assert list(shapley(game).values()) == pytest.approx(by_orders(game), abs=1e-12)


@given(st.integers(1, 8), seeds, seeds)
@settings(max_examples=30, deadline=None)
def test_it_is_efficient_and_additive(number: int, seed: int, other: int) -> None:
    """The parts sum to the whole, and the value of a sum of games is the sum of their values."""
    one, two = random_game(number, seed), random_game(number, other)
    both = Game.from_vector(range(number), one.values + two.values)
    assert float(shapley(both).total) == pytest.approx(both.whole, abs=1e-12)
    summed = [float(a) + float(b) for a, b in zip(shapley(one).values(), shapley(two).values(), strict=True)]
    assert list(shapley(both).values()) == pytest.approx(summed, abs=1e-12)


@pytest.mark.parametrize("number", [9, 10, 13, 14, 15, 17])
def test_blocks_and_folds_meet(number: int) -> None:
    """Where the vector is cut into blocks, an airport's closed form still comes out, in any order of players."""
    rng = np.random.default_rng(number)
    costs = rng.uniform(1, 9, number)
    values = np.zeros(1)
    for cost in costs:
        values = np.concatenate([values, np.maximum(values, cost)])
    order = np.argsort(costs)
    steps = np.diff(costs[order], prepend=0) / np.arange(number, 0, -1)
    expected = np.empty(number)
    expected[order] = np.cumsum(steps)
    assert list(shapley(CostGame.from_vector(range(number), values)).values()) == pytest.approx(expected.tolist())


@given(st.integers(2, 7), seeds, st.floats(-100, 100))
@settings(max_examples=30, deadline=None)
def test_a_dummy_pays_for_itself_alone(number: int, seed: int, own: float) -> None:
    """A player that adds the same to every coalition gets just that; the others' parts stay as without it."""
    game = random_game(number, seed)
    more = Game.from_vector(range(number + 1), np.concatenate([game.values, game.values + own]))
    assert list(shapley(more).values()) == pytest.approx([*shapley(game).values(), own], abs=1e-10)


@given(st.integers(1, 8), seeds)
@settings(max_examples=30, deadline=None)
def test_it_is_self_dual(number: int, seed: int) -> None:
    """The dual game has the same Shapley value."""
    game = random_game(number, seed)
    assert list(shapley(game.dual()).values()) == pytest.approx(list(shapley(game).values()), abs=1e-12)


@given(st.integers(1, 5), seeds)
@settings(max_examples=30, deadline=None)
def test_exactly_it_sums_to_the_last_digit(number: int, seed: int) -> None:
    """In Fractions the parts sum to the whole exactly, and the floats are within rounding of them."""
    game = random_game(number, seed)
    parts = shapley(game, exact=True)
    assert sum(parts.values()) == game.exactly(game.players)
    assert list(shapley(game).values()) == pytest.approx([float(part) for part in parts.values()], abs=1e-12)


def test_exactly_it_is_what_the_orders_give() -> None:
    """Thirds of kronor come out as thirds, from the table's own decimals."""
    table = {"a": 0.1, "b": 0.2, "c": 0.3, "a+b": 0.2, "a+c": 0.3, "b+c": 0.3, "a+b+c": 0.3}
    expected = [Fraction(1, 30), Fraction(1, 12), Fraction(11, 60)]
    assert list(shapley(CostGame.of(table), exact=True).values()) == expected
