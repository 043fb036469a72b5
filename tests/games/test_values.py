"""Values by weights, sizes, unions and links: their definitions, their laws, and the literature."""

import json
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import permutations
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import IntractableError, InvalidValueError, UnknownIdError
from familjen.games import CostGame, CostShares, Game, shapley
from familjen.games.aumann_dreze import aumann_dreze
from familjen.games.banzhaf import banzhaf
from familjen.games.myerson import myerson
from familjen.games.owen import owen
from familjen.games.production import DemandGame
from familjen.games.solidarity import solidarity
from familjen.games.weighted_shapley import weighted_shapley

CASES = Path(__file__).parents[1] / "cases"
TABLE = {"A": 11, "H": 7, "A+H": 15}
Order = tuple[Any, ...]


@st.composite
def games(draw: st.DrawFn, most: int = 5) -> CostGame:
    """Draw a cost game with any whole number for each coalition."""
    number = draw(st.integers(1, most))
    costs = draw(st.lists(st.integers(-50, 50), min_size=2**number - 1, max_size=2**number - 1))
    return CostGame.from_vector(range(number), [0, *costs])


def weights_for(game: Game, data: st.DataObject) -> dict[Any, int]:
    """Draw a weight for each player."""
    return {player: data.draw(st.integers(1, 5)) for player in game.players}


def unions_for(game: Game, data: st.DataObject) -> list[set[Any]]:
    """Draw a partition of the players."""
    named: dict[int, set[Any]] = {}
    for player in game.players:
        named.setdefault(data.draw(st.integers(0, 2)), set()).add(player)
    return list(named.values())


def links_for(game: Game, data: st.DataObject) -> list[tuple[Any, Any]]:
    """Draw some of the pairs of players."""
    pairs = [(one, other) for one in game.players for other in game.players if one < other]
    return [pair for pair in pairs if data.draw(st.booleans())]


def added(game: Callable[[Any], Fraction], order: Order) -> dict[Any, Fraction]:
    """Give what each adds to those before it in an order of arrival."""
    costs = [game(order[:place]) for place in range(len(order) + 1)]
    return {player: costs[place + 1] - costs[place] for place, player in enumerate(order)}


def mean(over: Iterator[tuple[Fraction, dict[Any, Fraction]]]) -> dict[Any, Fraction]:
    """Give the mean of what each adds, orders having a weight each."""
    total, gained = Fraction(0), {}
    for weight, gains in over:
        total += weight
        for player, gain in gains.items():
            gained[player] = gained.get(player, 0) + weight * gain
    return {player: gain / total for player, gain in gained.items()}


def pieces(coalition: Order, links: list[tuple[Any, Any]]) -> list[set[Any]]:
    """Give the connected parts of a coalition, by joining what a link joins."""
    parts = [{player} for player in coalition]
    for one, other in links:
        if one in coalition and other in coalition:
            joined = [part for part in parts if one in part or other in part]
            parts = [part for part in parts if part not in joined] + [set().union(*joined)]
    return parts


def case(name: str) -> dict[str, Any]:
    """Read a case of the literature."""
    read: dict[str, Any] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return read


def test_a_star_of_four_is_split_as_published() -> None:
    """The Myerson value of four players linked to one comes out as in the literature."""
    star = case("myerson_star_4p_tuvalues")
    shares = myerson(Game.of(star["inputs"]["value"]), map(tuple, star["inputs"]["edges"]))
    assert dict(shares) == pytest.approx(star["expected"]["myerson"], abs=star["tolerance"])


def test_a_runway_with_a_union_is_split_as_published() -> None:
    """The Owen value of a runway that two of three share as one comes out as in the literature."""
    runway = case("owen_value_airport_112")
    game = CostGame.of(runway["inputs"]["cost"])
    shares = owen(game, map(tuple, runway["inputs"]["unions"]))
    assert dict(shares) == pytest.approx(runway["expected"]["owen"], abs=runway["tolerance"])
    assert dict(owen(game, game.players)) == pytest.approx(runway["expected"]["shapley"], abs=runway["tolerance"])


@given(games(4), st.data())
@settings(max_examples=30, deadline=None)
def test_weighted_shapley_draws_who_comes_last_by_weight(game: CostGame, data: st.DataObject) -> None:
    """It is the mean of what each adds over orders that are drawn from the last, by weight."""
    weights = weights_for(game, data)
    expected = mean(
        (
            prod(
                (Fraction(weights[last], sum(weights[player] for player in order[: place + 1])))
                for place, last in enumerate(order)
            ),
            added(game.exactly, order),
        )
        for order in permutations(game.players)
    )
    assert dict(weighted_shapley(game, weights, exact=True)) == expected
    assert dict(weighted_shapley(game, weights)) == pytest.approx(expected, abs=1e-11)


@given(games(4), st.data())
@settings(max_examples=30, deadline=None)
def test_owen_is_the_mean_over_orders_that_keep_unions_together(game: CostGame, data: st.DataObject) -> None:
    """It is the mean of what each adds over the orders in which no union is parted by another's member."""
    unions = unions_for(game, data)
    kept = [
        order
        for order in permutations(game.players)
        if all(
            max(order.index(member) for member in union) - min(order.index(member) for member in union)
            == len(union) - 1
            for union in unions
        )
    ]
    expected = mean((Fraction(1), added(game.exactly, order)) for order in kept)
    assert dict(owen(game, unions, exact=True)) == expected
    assert dict(owen(game, unions)) == pytest.approx(expected, abs=1e-11)


@given(games(4), st.data())
@settings(max_examples=30, deadline=None)
def test_aumann_dreze_is_the_mean_over_orders_within_the_union(game: CostGame, data: st.DataObject) -> None:
    """Each union's members get the mean of what they add when only they arrive."""
    unions = unions_for(game, data)
    expected: dict[Any, Fraction] = {}
    for union in unions:
        expected |= mean((Fraction(1), added(game.exactly, order)) for order in permutations(union))
    assert dict(aumann_dreze(game, unions, exact=True)) == expected
    assert dict(aumann_dreze(game, unions)) == pytest.approx(expected, abs=1e-11)


@given(games(4), st.data())
@settings(max_examples=30, deadline=None)
def test_myerson_is_the_mean_where_a_coalition_is_its_connected_parts(game: CostGame, data: st.DataObject) -> None:
    """It is the mean over orders of arrival in the game that sums a coalition's connected parts."""
    links = links_for(game, data)

    def linked(coalition: Order) -> Fraction:
        return sum((game.exactly(part) for part in pieces(coalition, links)), Fraction(0))

    expected = mean((Fraction(1), added(linked, order)) for order in permutations(game.players))
    assert dict(myerson(game, links, exact=True)) == expected
    assert dict(myerson(game, links)) == pytest.approx(expected, abs=1e-11)


@given(games())
@settings(max_examples=30, deadline=None)
def test_banzhaf_is_the_mean_over_coalitions_of_the_others(game: CostGame) -> None:
    """Each gets what it adds on average to every coalition that it is not in."""
    masks = range(1 << len(game.players))
    expected = {
        player: Fraction(sum(game.at(mask | 1 << place) - game.at(mask) for mask in masks), len(masks) // 2)
        for place, player in enumerate(game.players)
    }
    assert dict(banzhaf(game, exact=True)) == expected
    assert dict(banzhaf(game)) == pytest.approx(expected, abs=1e-11)


@given(games(4))
@settings(max_examples=30, deadline=None)
def test_solidarity_is_the_mean_of_what_those_there_add(game: CostGame) -> None:
    """On arrival each gets the mean of what the members of the coalition that it makes add to the rest of it."""

    def averages(order: Order) -> dict[Any, Fraction]:
        found: dict[Any, Fraction] = {}
        for place, player in enumerate(order):
            there = set(order[: place + 1])
            total = sum(game.exactly(there) - game.exactly(there - {member}) for member in there)
            found[player] = Fraction(total) / len(there)
        return found

    expected = mean((Fraction(1), averages(order)) for order in permutations(game.players))
    assert dict(solidarity(game, exact=True)) == expected
    assert dict(solidarity(game)) == pytest.approx(expected, abs=1e-11)


@given(games(), st.data())
@settings(max_examples=30, deadline=None)
def test_values_split_the_whole(game: CostGame, data: st.DataObject) -> None:
    """Weighted Shapley, Owen and solidarity values sum to the whole exactly, the others to what they say they do."""
    whole = game.exactly(game.players)
    unions, links = unions_for(game, data), links_for(game, data)
    assert weighted_shapley(game, weights_for(game, data), exact=True).total == whole
    assert owen(game, unions, exact=True).total == whole
    assert solidarity(game, exact=True).total == whole
    apart = aumann_dreze(game, unions, exact=True)
    assert all(sum(apart[player] for player in union) == game.exactly(union) for union in unions)
    linked = myerson(game, links, exact=True)
    assert all(sum(linked[player] for player in part) == game.exactly(part) for part in pieces(game.players, links))


@given(games())
@settings(max_examples=30, deadline=None)
def test_the_plain_cases_are_the_shapley_value(game: CostGame) -> None:
    """With equal weights, one union, a union for each, or all linked, the values are the Shapley value."""
    expected = dict(shapley(game, exact=True))
    everybody = set(game.players)
    linked = [(one, other) for one in game.players for other in game.players if one < other]
    assert dict(weighted_shapley(game, dict.fromkeys(game.players, 0.1), exact=True)) == expected
    assert dict(owen(game, [everybody], exact=True)) == expected
    assert dict(owen(game, game.players, exact=True)) == expected
    assert dict(aumann_dreze(game, [everybody], exact=True)) == expected
    assert dict(myerson(game, linked, exact=True)) == expected


@given(games(), st.data())
@settings(max_examples=30, deadline=None)
def test_unions_share_by_the_shapley_value_of_the_game_among_them(game: CostGame, data: st.DataObject) -> None:
    """What a union's members get together by Owen is what the union gets as one player."""
    unions = unions_for(game, data)
    among = CostGame.from_function(
        range(len(unions)), lambda some: game.exactly(set().union(*(unions[k] for k in some)))
    )
    parts = owen(game, unions, exact=True)
    assert [sum(parts[player] for player in union) for union in unions] == list(shapley(among, exact=True).values())


@given(games(), st.data())
@settings(max_examples=30, deadline=None)
def test_two_players_gain_the_same_from_their_link(game: CostGame, data: st.DataObject) -> None:
    """Without a link both of its players get as much more or less by Myerson as each other."""
    links = links_for(game, data)
    before = myerson(game, links, exact=True)
    for one, other in links:
        after = myerson(game, [link for link in links if link != (one, other)], exact=True)
        assert before[one] - after[one] == before[other] - after[other]


@given(games(4), games(4), st.data())
@settings(max_examples=30, deadline=None)
def test_values_are_additive(one: CostGame, other: CostGame, data: st.DataObject) -> None:
    """The value of a sum of two games is the sum of their values, but for the normalised Banzhaf value."""
    most = max(one, other, key=lambda game: len(game.players))
    fewer = other if most is one else one
    wider = CostGame.from_function(
        most.players, lambda some: fewer.exactly([player for player in some if player in fewer.players])
    )
    both = CostGame.from_function(most.players, lambda some: most.exactly(some) + wider.exactly(some))
    weights, unions, links = weights_for(most, data), unions_for(most, data), links_for(most, data)
    methods: list[Callable[[Game], CostShares]] = [
        lambda game: weighted_shapley(game, weights, exact=True),
        lambda game: banzhaf(game, exact=True),
        lambda game: solidarity(game, exact=True),
        lambda game: owen(game, unions, exact=True),
        lambda game: aumann_dreze(game, unions, exact=True),
        lambda game: myerson(game, links, exact=True),
    ]
    for method in methods:
        apart = [method(most), method(wider)]
        assert dict(method(both)) == {player: apart[0][player] + apart[1][player] for player in most.players}


@given(games())
@settings(max_examples=30, deadline=None)
def test_banzhaf_normalised_splits_the_whole_in_the_same_proportion(game: CostGame) -> None:
    """Normalised the parts sum to the whole, each as large a part of it as it was of their sum."""
    plain = banzhaf(game, exact=True)
    whole = game.exactly(game.players)
    if not plain.total:
        return
    scaled = banzhaf(game, normalised=True, exact=True)
    assert scaled.total == whole
    assert all(scaled[player] * plain.total == plain[player] * whole for player in game.players)
    assert dict(banzhaf(game, normalised=True)) == pytest.approx(dict(scaled), abs=1e-9)


def test_banzhaf_parts_that_sum_to_zero_cannot_be_normalised() -> None:
    """Where the parts sum to zero and the whole does not that is said, in floats too; zero of zero stays."""
    table = {"a": 0.9, "b": 0.7, "c": 1.4, "a+b": 0, "a+c": 0, "b+c": 0, "a+b+c": 1}
    assert banzhaf(CostGame.of(table), exact=True).total == 0
    for exact in (True, False):
        with pytest.raises(InvalidValueError, match="the parts sum to zero and the whole does not"):
            banzhaf(CostGame.of(table), normalised=True, exact=exact)
    nothing = CostGame.of({"a": 0, "b": 0, "a+b": 0})
    assert dict(banzhaf(nothing, normalised=True)) == {"a": 0, "b": 0}


def test_a_player_that_adds_nothing_gets_a_part_by_solidarity_alone() -> None:
    """Who never adds anything gets nothing by the other values, and a part by the solidarity value."""
    game = Game.of({"a": 4, "b": 0, "a+b": 4})
    assert solidarity(game)["b"] == 1
    assert banzhaf(game)["b"] == shapley(game)["b"] == weighted_shapley(game, {"a": 1, "b": 9})["b"] == 0


def test_a_larger_weight_pays_more_of_what_is_common_and_saves_more() -> None:
    """Of a common cost the larger weight pays more; of what is saved against costs alone it gets more."""
    common = CostGame.of({"a": 0, "b": 0, "a+b": 4})
    saving = CostGame.of({"a": 6, "b": 6, "a+b": 8})
    assert dict(weighted_shapley(common, {"a": 3, "b": 1}, exact=True)) == {"a": 3, "b": 1}
    assert dict(weighted_shapley(saving, {"a": 3, "b": 1}, exact=True)) == {"a": 3, "b": 5}


def test_many_players_lose_no_digits_by_weights() -> None:
    """With fifteen players of equal weight floats come as near to the Shapley value as it is itself."""
    values = np.random.default_rng(1).uniform(-1, 1, 1 << 15)
    values[0] = 0
    game = Game.from_vector(range(15), values)
    parts = weighted_shapley(game, dict.fromkeys(range(15), 7))
    assert list(parts.values()) == pytest.approx(list(shapley(game).values()), abs=1e-13)


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        ({"A": 1}, "1 of 2 players have no weight, such as H; give one for each"),
        ({}, "2 of 2 players have no weight, such as A, H"),
        ({"A": 1, "H": 0}, "the weight of H is 0; give a number above zero"),
        ({"A": 1, "H": -2}, "the weight of H is -2; give a number above zero"),
        ({"A": 1, "H": float("nan")}, "the weight of H is nan, which is not a finite number"),
        ({"A": float("inf"), "H": 1}, "the weight of A is inf"),
        ({"A": "1", "H": 1}, "the weight of A is '1', which is not a number"),
        ([1, 2], r"\[1, 2\] is no mapping of player to weight"),
        ({"A": 1e300, "H": 1e-300}, "the weight of H is nothing beside the largest in floats; pass exact=True"),
    ],
)
def test_what_are_no_weights_is_refused(weights: Any, message: str) -> None:
    """A weight that is missing, zero, negative, endless or no number is refused by name."""
    with pytest.raises(InvalidValueError, match=message):
        weighted_shapley(CostGame.of(TABLE), weights)


def test_a_tiny_weight_is_kept_exactly() -> None:
    """What floats cannot hold beside the largest weight is computed in Fractions."""
    parts = weighted_shapley(CostGame.of(TABLE), {"A": 1e300, "H": 1e-300}, exact=True)
    assert 0 < 7 - parts["H"] < Fraction(1, 10**500)


@pytest.mark.parametrize(
    ("unions", "message"),
    [
        (["A"], "H is in no union; a player that is in none with others is one by itself"),
        ([], r"A\+H is in no union"),
        (["A+H", "H"], "H is in two unions; each player is in one"),
        (["A+H", ()], "a union has no member; leave it out"),
        ("A+H", r"'A\+H' is no list of coalitions"),
        ({"A": 1}, "is no list of coalitions"),
        (3, "3 is no list of coalitions"),
        ([3], "3 is no coalition"),
    ],
)
@pytest.mark.parametrize("method", [owen, aumann_dreze])
def test_what_is_no_partition_is_refused(method: Callable[..., CostShares], unions: Any, message: str) -> None:
    """Unions that leave a player out, share one, or are none are refused by both methods."""
    with pytest.raises(InvalidValueError, match=message):
        method(CostGame.of(TABLE), unions)


@pytest.mark.parametrize(
    ("links", "message"),
    [
        (["A"], r"'A' is no pair of two players; write \('A', 'B'\)"),
        ([("A", "H"), ("H", "A")], "A and H are linked twice; give each link once"),
        ([("A", "A")], "'A' is twice in the coalition"),
        ("A+H", r"'A\+H' is no list of pairs"),
        (7, "7 is no list of pairs"),
        ([()], "is no pair of two players"),
    ],
)
def test_what_is_no_link_is_refused(links: Any, message: str) -> None:
    """A link of one, to oneself, or given twice is refused."""
    with pytest.raises(InvalidValueError, match=message):
        myerson(CostGame.of(TABLE), links)


def test_strangers_are_named() -> None:
    """Weights, unions and links of somebody who is no player are refused with the players that there are."""
    game = CostGame.of(TABLE)
    for ask in (
        lambda: weighted_shapley(game, {"A": 1, "H": 1, "T": 1}),
        lambda: owen(game, ["A", "H+T"]),
        lambda: aumann_dreze(game, ["A", "H+T"]),
        lambda: myerson(game, [("A", "T")]),
    ):
        with pytest.raises(UnknownIdError, match="no player 'T'"):
            ask()


def test_a_compact_game_is_written_out_where_it_can_be() -> None:
    """Of a small compact game all values come out; of a large one those that need but parts of it, and no others."""
    small = DemandGame.of(lambda quantity: quantity**2, {"a": 1, "b": 2, "c": 3}, exact=True)
    plain = small.enumerated()
    assert dict(owen(small, ["a+b", "c"], exact=True)) == dict(owen(plain, ["a+b", "c"], exact=True))
    assert dict(banzhaf(small)) == dict(banzhaf(plain))
    large = DemandGame.of(lambda quantity: quantity**2, dict.fromkeys(range(30), 1), exact=True)
    pairs = [(place, place + 1) for place in range(0, 30, 2)]
    assert set(aumann_dreze(large, pairs, exact=True).values()) == {2}
    assert set(myerson(large, pairs, exact=True).values()) == {2}
    path = [(place, place + 1) for place in range(29)]
    for ask in (
        lambda: weighted_shapley(large, dict.fromkeys(range(30), 1)),
        lambda: banzhaf(large),
        lambda: solidarity(large),
        lambda: owen(large, pairs),
        lambda: myerson(large, path),
        lambda: aumann_dreze(large, [set(range(29)), {29}]),
    ):
        with pytest.raises(IntractableError, match="is out of reach"):
            ask()
