"""What every compact game of pipes, runways, claims, queues, votes and cables keeps."""

import pickle
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.games.compact.brute import (
    check_most_excess,
    check_separation,
    is_kernel,
    shapley_by_orders,
)
from tests.games.compact.drawn import airports, claims_games, queues, spanning_trees, trees, votes

from familjen.games import CostGame, CostShares, Game, shapley
from familjen.games.compact.airport import AirportGame
from familjen.games.compact.game import CompactGame
from familjen.games.compact.submodular import SubmodularGame

convex = st.one_of(airports(), trees(), claims_games(), queues())
compact = st.one_of(convex, votes(), spanning_trees())


def parts_for(data: st.DataObject, game: CompactGame) -> list[float]:
    """Draw what each pays or gets: nothing, less than nothing, or more than the whole."""
    payments = st.one_of(st.just(0.0), st.floats(-4, 12, allow_subnormal=False))
    return data.draw(st.lists(payments, min_size=len(game.players), max_size=len(game.players)))


@given(compact)
@settings(max_examples=60, deadline=None)
def test_the_shapley_value_is_the_mean_over_all_orders(game: CompactGame) -> None:
    """A class's own formula gives, to the last digit, what going through all orders of arrival gives."""
    assert list(game.shapley_value()) == shapley_by_orders(game)
    assert list(shapley(game, exact=True).values()) == shapley_by_orders(game)


@given(compact)
@settings(max_examples=40, deadline=None)
def test_written_out_a_game_is_the_same(game: CompactGame) -> None:
    """Every coalition's number is exact and the same when the game is written out, as costs or as gains."""
    out = game.enumerated()
    assert type(out) is (CostGame if game.sign < 0 else Game)
    assert out.numbers() == tuple(game.at(mask) for mask in range(1 << len(game.players)))
    assert all(type(game.of_places([place])) is Fraction for place in range(len(game.players)))


@given(convex)
@settings(max_examples=60, deadline=None)
def test_who_comes_later_adds_no_more(game: SubmodularGame) -> None:
    """Two coalitions together with their common members cost no more, or gain no less, than the two apart."""
    numbers = [game.sign * game.at(mask) for mask in range(1 << len(game.players))]
    masks = range(len(numbers))
    assert all(numbers[a | b] + numbers[a & b] >= numbers[a] + numbers[b] for a in masks for b in masks)


@given(convex.filter(lambda game: len(game.players) > 1), st.data())
@settings(max_examples=80, deadline=None)
def test_separation_finds_the_greatest_excess_of_each_pair(game: SubmodularGame, data: st.DataObject) -> None:
    """For every one in and other out, no coalition has a greater excess than the one that is found."""
    check_separation(game, parts_for(data, game))


@given(compact.filter(lambda game: len(game.players) > 1), st.data())
@settings(max_examples=80, deadline=None)
def test_no_coalition_has_more_reason_to_leave(game: CompactGame, data: st.DataObject) -> None:
    """The coalition with the most excess is found among all of some but not all players."""
    check_most_excess(game, parts_for(data, game))


@given(st.one_of(airports(), trees(), claims_games()))
@settings(max_examples=80, deadline=None)
def test_the_nucleolus_is_where_nobody_has_more_against_another(game: Any) -> None:
    """The formula for the nucleolus gives the one point of the kernel, exactly."""
    assert is_kernel(game, game.nucleolus_value())


def test_only_the_nucleolus_is_in_the_kernel() -> None:
    """The check of the kernel refuses parts that are in the core and are not the nucleolus."""
    game = AirportGame.of({"a": 2, "b": 5, "c": 9})
    assert is_kernel(game, game.nucleolus_value())
    assert not is_kernel(game, game.shapley_value())
    assert CostShares.of(game.enumerated(), game.shapley_value(), "shapley").is_in_core()


@given(st.one_of(airports(), trees(), claims_games(), queues()))
@settings(max_examples=30, deadline=None)
def test_the_shapley_value_is_in_the_core(game: SubmodularGame) -> None:
    """No coalition does better by itself than by the Shapley value."""
    assert shapley(game, exact=True).is_in_core()
    assert CostShares.of(game.enumerated(), game.shapley_value(), "shapley").is_in_core()


@given(compact)
@settings(max_examples=30, deadline=None)
def test_games_are_values(game: CompactGame) -> None:
    """A game is equal to a copy and has its hash, survives pickling, and names its class and players."""
    again = pickle.loads(pickle.dumps(game))
    assert again == game
    assert hash(again) == hash(game)
    assert repr(game).startswith(f"{type(game).__name__}({game.players[0]}")


@pytest.mark.parametrize("game", [airports(), trees(), claims_games(), queues(), votes(), spanning_trees()])
@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_nobody_costs_nothing(game: st.SearchStrategy[CompactGame], data: st.DataObject) -> None:
    """The empty coalition is zero, and all together are the whole."""
    drawn = data.draw(game)
    assert drawn(()) == 0
    assert drawn.whole == float(drawn.at((1 << len(drawn.players)) - 1))
    assert np.isfinite(drawn.whole)
