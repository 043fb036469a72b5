"""The weighted voting game: the Shapley–Shubik index, veto players, what is hard, and what is refused."""

import json
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations
from math import comb
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.games.compact.brute import check_most_excess
from tests.games.compact.drawn import votes

from familjen.errors import IntractableError, InvalidValueError
from familjen.games import CostShares, shapley
from familjen.games.compact.knapsack import knapsack
from familjen.games.compact.losing import losing_by_going_through, losing_by_table
from familjen.games.compact.voting import VotingGame

CASES = Path(__file__).parents[2] / "cases"


def test_the_index_of_the_literature() -> None:
    """The published Shapley–Shubik index of four players comes out."""
    case = json.loads((CASES / "shapley_shubik_stach_2011.json").read_text("utf-8"))
    game = VotingGame.of(case["inputs"]["quota"], case["inputs"]["weights"])
    assert dict(shapley(game)) == pytest.approx(case["expected"]["shapley_shubik"], abs=case["tolerance"])


def test_the_security_council() -> None:
    """Five permanent members of the Security Council have 421/2145 each, ten others 4/2145."""
    game = VotingGame.of(39, {place: 7 if place < 5 else 1 for place in range(15)})
    assert game.shapley_value() == [Fraction(421, 2145)] * 5 + [Fraction(4, 2145)] * 10
    assert game.veto_players() == (0, 1, 2, 3, 4)


@given(st.lists(st.integers(0, 12), min_size=1, max_size=7), st.integers(1, 40))
@settings(max_examples=60, deadline=None)
def test_losing_coalitions_are_counted_by_both_methods(weights: list[int], quota: int) -> None:
    """The table and going through all coalitions count those that a list of them holds."""
    number = len(weights)
    lists = [
        [each for each in combinations(range(number), size) if sum(weights[place] for place in each) < quota]
        for size in range(number + 1)
    ]
    for losing in (losing_by_table(weights, quota), losing_by_going_through(weights, quota)):
        assert losing.all == tuple(map(len, lists))
        assert losing.with_each == tuple(
            tuple(sum(place in each for each in listed) for listed in lists) for place in range(number)
        )


def test_weights_beyond_64_bits_are_gone_through() -> None:
    """A few players may have weights of any size."""
    weights = {"a": 10**30 + 1, "b": 10**30, "c": 10**30 - 3}
    assert VotingGame.of(2 * 10**30 - 2, weights).shapley_value() == [Fraction(2, 3), Fraction(1, 6), Fraction(1, 6)]


@given(votes(), st.fractions(1, 9, max_denominator=9).filter(bool))
@settings(max_examples=30, deadline=None)
def test_the_unit_of_weights_does_not_matter(game: VotingGame, unit: Fraction) -> None:
    """Quota and weights in another unit give the same game and the same index."""
    weights = {player: weight * unit for player, weight in zip(game.players, game.weights, strict=True)}
    again = VotingGame.of(game.quota * unit, weights)
    assert again.enumerated() == game.enumerated()
    assert again.shapley_value() == game.shapley_value()


@given(votes(), st.data())
@settings(max_examples=60, deadline=None)
def test_the_core_is_what_veto_players_share(game: VotingGame, data: st.DataObject) -> None:
    """A split is in the core if and only if all goes to players without whom nobody wins, none below zero."""
    parts = data.draw(st.lists(st.integers(0, 2), min_size=len(game.players), max_size=len(game.players)).filter(any))
    split = [Fraction(part, sum(parts)) for part in parts]
    veto = game.veto_players()
    for player, place in zip(game.players, range(len(parts)), strict=True):
        assert (player in veto) == (game.at((1 << len(parts)) - 1 ^ 1 << place) == 0)
    given_away = any(part and player not in veto for player, part in zip(game.players, split, strict=True))
    shares = CostShares.of(game.enumerated(), split, "agreed")
    assert shares.is_in_core() == (not given_away)
    assert CostShares.of(game, split, "agreed").is_in_core() == (not given_away)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=7), st.integers(0, 40))
@settings(max_examples=60, deadline=None)
def test_the_knapsack_is_the_best_of_all(things: list[tuple[int, int]], room: int) -> None:
    """No other things that weigh no more than the room gain more."""
    weights, gains = [weight for weight, _ in things], [float(gain) for _, gain in things]
    taken = knapsack(weights, gains, room)
    choices = [each for size in range(len(things) + 1) for each in combinations(range(len(things)), size)]
    fitting = [each for each in choices if sum(weights[place] for place in each) <= room]
    assert tuple(taken) in fitting
    assert sum(gains[place] for place in taken) == max(sum(gains[place] for place in each) for each in fitting)


@pytest.mark.parametrize(
    ("quota", "paid"),
    [(3, [-1.0, -2.0, -0.5]), (3, [0.2, 0.3, 0.5]), (2, [0.0, 0.0, 1.0]), (1, [0.5, 0.5, 0.0]), (2, [-1.0, 0.0, 2.0])],
)
def test_some_but_not_all_are_asked(quota: int, paid: list[float]) -> None:
    """Where all must agree, or all get less than nothing, the coalition found is still not everybody."""
    check_most_excess(VotingGame.of(quota, {"a": 1, "b": 1, "c": 1}), paid)


def test_where_the_knapsack_is_too_large_few_players_are_gone_through() -> None:
    """With weights of any size the coalition with the most excess of a few players is still found."""
    game = VotingGame.of(10**12, {"a": 10**12 - 1, "b": 10**12 - 7, "c": 10**12 - 9})
    check_most_excess(game, [0.5, 0.25, 0.25])


def test_all_municipalities_vote() -> None:
    """With 290 players the index is exact and sums to one; players alike have the same, heavier ones no less."""
    weights = {place: 1 + 40 // (1 + place) for place in range(290)}
    game = VotingGame.of(sum(weights.values()) // 2 + 1, weights)
    index = game.shapley_value()
    assert sum(index) == 1
    assert index == sorted(index, reverse=True)
    assert len(set(index)) == len(set(weights.values()))
    assert game.most_excess(np.array([float(part) for part in index]))[1] > 0
    assert not shapley(game).is_in_core()


def test_one_against_many_has_the_index_of_counting() -> None:
    """Of 290 players one with weight 100 turns the vote as often as it comes at one of 100 of the 290 places."""
    game = VotingGame.of(195, {place: 100 if place == 0 else 1 for place in range(290)})
    assert game.shapley_value()[0] == Fraction(100, 290)
    assert game.shapley_value()[1] == Fraction(190, 290 * 289)
    game = VotingGame.of(145, dict.fromkeys(range(290), 1))
    assert losing_by_table([1] * 290, 145).all[:145] == tuple(comb(290, size) for size in range(145))
    assert set(game.shapley_value()) == {Fraction(1, 290)}


def test_weights_that_are_too_large_are_said_to_be() -> None:
    """Where the table is too large, the error says why, how large, and by what to divide."""
    weights = {place: 1000 + place * 104_729 % 100_003 for place in range(290)}
    game = VotingGame.of(sum(weights.values()) // 2 + 1, weights)
    with pytest.raises(IntractableError, match=r"quota of 7,.* #P-complete .* GiB, .* by 1\d\d or more and round"):
        game.shapley_value()
    with pytest.raises(IntractableError, match=r"290 players have 2\^290 coalitions"):
        game.enumerated()
    huge = VotingGame.of(sum(weights.values()) * 500, {place: weight * 1000 + 1 for place, weight in weights.items()})
    with pytest.raises(IntractableError, match=r"NP-hard \(Elkind"):
        huge.most_excess(np.full(290, 1 / 290))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: VotingGame.of(1, {}), "at least one player"),
        (lambda: VotingGame.of(1, ["a"]), "no mapping of player to weight"),  # type: ignore[arg-type]
        (lambda: VotingGame.of(0, {"a": 1}), "the quota is 0; give one above zero that all weights, 1, reach"),
        (lambda: VotingGame.of(3, {"a": 1, "b": 1}), "the quota is 3; give one above zero that all weights, 2, reach"),
        (lambda: VotingGame.of(-1, {"a": 1}), "the quota is -1, below zero"),
        (lambda: VotingGame.of(float("nan"), {"a": 1}), "the quota is nan"),
        (lambda: VotingGame.of(1, {"a": 2, "b": -1}), "the weight of b is -1, below zero"),
        (lambda: VotingGame.of(1, {"a": float("inf")}), "the weight of a is inf"),
        (lambda: VotingGame(1, ("a",), (Fraction(1),)), "the quota is 1, which is no Fraction"),  # type: ignore[arg-type]
        (lambda: VotingGame(Fraction(1), ("a",), ()), "the weight is given 0 times for 1"),
        (lambda: VotingGame(Fraction(1), ("a",), (1,)), "the weight of a is 1, which is no"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_vote_is_refused(make: Callable[[], object], message: str) -> None:
    """Quotas out of reach and weights that are negative, endless or none are refused in words."""
    with pytest.raises(InvalidValueError, match=message):
        make()
