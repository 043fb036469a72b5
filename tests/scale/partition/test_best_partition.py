"""The best partition is the cheapest of all that may form, and says how surely."""

import itertools
import pickle
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.partition.brute import Told, borders, games, grid, least, partitions, path

from familjen.errors import CertificateError
from familjen.games import AirportGame, CostGame, subadditive_cover
from familjen.scale import FixedVariable, ServiceCost
from familjen.scale.partition import Partition, best_partition

TABLE = {"a": 3, "b": 4, "c": 5, "a+b": 6, "a+c": 9, "b+c": 9, "a+b+c": 13}
BELL = [1, 1, 2, 5, 15, 52, 203, 877, 4140]


def test_the_brute_force_goes_through_every_partition() -> None:
    """There are as many partitions as the Bell numbers say, so that what tests compare with is all of them."""
    assert [sum(1 for _ in partitions(list(range(number)))) for number in range(9)] == BELL


@given(games(most_size=7))
@settings(max_examples=30, deadline=None)
def test_nothing_costs_less(game: CostGame) -> None:
    """The partition costs what the cheapest of all partitions does, and is proven to."""
    found = best_partition(game)
    assert found.cost == least(game.values, len(game.players))
    assert found.is_exact
    assert found.lower == found.cost
    assert found.verify()


@pytest.mark.parametrize("seed", range(4))
def test_eight_parties_are_as_good_as_the_best_of_4140(seed: int) -> None:
    """Also where parties after the seventh are gone through in loops nothing costs less."""
    sizes = np.array([each.bit_count() for each in range(256)])
    values = np.random.default_rng(seed).integers(50, 99, 256) * sizes**0.8
    values[0] = 0
    assert best_partition(CostGame.from_vector(range(8), values)).cost == pytest.approx(least(values, 8), rel=1e-12)


@pytest.mark.parametrize(("number", "seed"), [(9, 1), (10, 2), (11, 3), (12, 4)])
def test_the_cover_of_all_is_the_best_partition(number: int, seed: int) -> None:
    """What all cost in the subadditive cover, which is made otherwise, is what the partition costs."""
    sizes = np.array([each.bit_count() for each in range(1 << number)])
    values = np.random.default_rng(seed).uniform(50, 99, 1 << number) * sizes**0.7
    values[0] = 0
    game = CostGame.from_vector(range(number), values)
    found = best_partition(game)
    assert found.cost == pytest.approx(subadditive_cover(game).game.whole, rel=1e-12)
    assert found.verify()


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_rules_of_who_may_form_hold(data: st.DataObject) -> None:
    """With borders and sizes the partition is the cheapest of those that keep to them, and every group does."""
    game = data.draw(games(least_size=2, most_size=6))
    number = len(game.players)
    pairs = data.draw(borders(number))
    most = data.draw(st.integers(1, number))
    told = [(game.players[one], game.players[other]) for one, other in pairs]
    found = best_partition(game, neighbours=told, most=most)
    assert found.cost == least(game.values, number, most=most, pairs=pairs)
    assert all(found.rules.allow(each) for each in found.numbers())
    assert found.verify()


@given(games(least_size=4, most_size=6), st.integers(2, 3))
@settings(max_examples=30, deadline=None)
def test_groups_may_need_a_number_of_members(game: CostGame, at_least: int) -> None:
    """With a fewest number of members the cheapest of the partitions that have it is found."""
    found = best_partition(game, at_least=at_least)
    assert found.cost == least(game.values, len(game.players), at_least=at_least)
    assert min(map(len, found.groups)) >= at_least


@given(games(most_size=7))
@settings(max_examples=30, deadline=None)
def test_it_is_a_partition_and_never_worse_than_all_alone_or_together(game: CostGame) -> None:
    """Everyone is in one group, costs are those of the groups, and neither end is cheaper."""
    found = best_partition(game)
    assert sorted(itertools.chain(*found.groups)) == sorted(game.players)
    assert [game(group) for group in found.groups] == list(found.costs)
    assert found.cost <= min(game.whole, sum(game.alone().values()))
    assert found.saving == sum(game.alone().values()) - found.cost >= 0
    assert found.together == game.whole


@given(games(least_size=2, most_size=6), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_the_parties_does_not_matter(game: CostGame, random: Any) -> None:
    """With the parties in another order the cost is the same."""
    places = list(range(len(game.players)))
    random.shuffle(places)
    turned = CostGame.from_function([game.players[place] for place in places], lambda members: game(set(members)))
    assert best_partition(turned).cost == best_partition(game).cost


def test_who_saves_nothing_together_stays_alone() -> None:
    """Where groups only cost more everyone is alone, and nothing is saved."""
    found = best_partition(Told([10, 20, 30], fixed=0, pair=1000))
    assert found.groups == ((0,), (1,), (2,))
    assert found.saving == 0


def test_without_a_curve_a_service_saves_nothing() -> None:
    """A service of which nothing is assumed gives no reason to join, and no group is dearer either."""
    service = ServiceCost.of({"Bjuv": 15_000, "Klippan": 17_000}, alone={"Bjuv": 900_000, "Klippan": 1_100_000})
    assert best_partition(service).saving == 0


def test_services_are_taken_as_they_are() -> None:
    """A fixed cost that is borne once brings all municipalities together that border on each other."""
    sizes = {"Bjuv": 15_000, "Åstorp": 16_000, "Malmö": 350_000, "Burlöv": 19_000}
    found = best_partition(ServiceCost.of(sizes, FixedVariable(500_000, 50)), neighbours=True)
    assert found.groups == (("Bjuv", "Åstorp"), ("Malmö", "Burlöv"))
    assert found.saving == 1_000_000
    assert found.group_of("Burlöv") == ("Malmö", "Burlöv")


def test_compact_games_are_taken_as_they_are() -> None:
    """An airport's runway is one for all, whichever class tells it."""
    game = AirportGame.of({place: 100 * place for place in range(1, 9)})
    assert best_partition(game).groups == (tuple(range(1, 9)),)


@pytest.mark.parametrize("number", [1, 2, 7, 8, 9])
def test_any_number_of_parties_will_do(number: int) -> None:
    """One party is alone, and a fixed cost gathers any number of them."""
    found = best_partition(Told(range(1, number + 1), fixed=1e6))
    assert found.groups == (tuple(range(number)),)


def test_progress_is_told_until_all_is_done() -> None:
    """Whoever waits is told how far it has come, and at the end that all is done."""
    seen: list[tuple[int, int | None]] = []
    best_partition(Told(range(1, 13)), on_progress=lambda done, of: seen.append((done, of)))
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})
    assert seen[-1] == ((3**11 - 1) // 2, (3**11 - 1) // 2)


def test_a_result_that_was_changed_is_found_out() -> None:
    """A group that costs something else, a wrong bound, or a party twice does not pass."""
    found = best_partition(CostGame.of(TABLE))
    for wrong in (
        {"costs": (5.0, 5.0)},
        {"groups": (("a", "b"),), "costs": (6.0,)},
        {"groups": (("a",), ("b",), ("a",)), "costs": (3.0, 4.0, 3.0)},
        {"proof": type(found.proof)("convolution", 10.0, 3, 7, is_all=True)},
        {"rules": best_partition(CostGame.of(TABLE), most=1).rules},
    ):
        fields = {name: getattr(found, name) for name in Partition.__annotations__} | wrong
        with pytest.raises(CertificateError, match="the partition does not hold"):
            Partition(**fields).verify()


def test_it_reads_well() -> None:
    """It is short in a console, a table in print, and rows for other tools."""
    found = best_partition(CostGame.of(TABLE))
    assert repr(found) == "<Partition: 2 groups, cost 11, saves 1, exact>"
    assert str(found).splitlines()[0].split() == ["Group", "costs", "alone", "saves"]
    assert found.text("sv").splitlines()[2].startswith("a, b")
    assert found._repr_html_().startswith("<table>")
    assert found.to_rows()[2] == {"party": "c", "group": 2, "members": 1, "group_cost": 5.0, "group_saving": 0.0}


def test_it_says_on_what_it_rests_in_both_languages() -> None:
    """Which groups may form, how surely, and that costs were given, not found, is said in either language."""
    found = best_partition(CostGame.of(TABLE), neighbours=[("a", "b")], most=2)
    english, swedish = str(found.explain()), str(found.explain("sv"))
    assert "Groups of at most 2 whose members hang together over borders may form." in english
    assert "exact, by subset convolution over 4 groups" in english
    assert "no evidence that cooperation lowers costs" in english
    assert "Grupper om högst 2 vars medlemmar hänger ihop över gränser får bildas." in swedish
    assert "inget belägg för att samverkan sänker kostnader" in swedish


def test_it_survives_a_pickle() -> None:
    """A result that is sent elsewhere is still verified there."""
    assert pickle.loads(pickle.dumps(best_partition(CostGame.of(TABLE)))).verify()


@pytest.mark.parametrize("number", [17, 18])
def test_few_groups_are_no_reason_to_go_through_all(number: int) -> None:
    """Parties in a row have few groups, and the result is that of the row's own recursion."""
    costs = Told(np.random.default_rng(number).uniform(10, 500, number))
    found = best_partition(costs, neighbours=path(number))
    assert found.proof.method != "convolution"
    assert found.proof.groups == number * (number + 1) // 2
    assert found.cost == pytest.approx(row_by_row(costs, number), rel=1e-9)


def row_by_row(costs: Told, number: int) -> float:
    """Give the least cost of parties in a row, by where the last group begins."""
    best = [0.0]
    for end in range(1, number + 1):
        rows = np.array([[start <= place < end for place in range(number)] for start in range(end)])
        best.append(min(before + cost for before, cost in zip(best, costs.many(rows), strict=True)))
    return best[-1]


def test_a_grid_by_table_and_by_program_costs_the_same() -> None:
    """The two ways, which have nothing in common, agree."""
    costs = Told(np.random.default_rng(5).uniform(10, 500, 16), fixed=900, pair=60)
    values = np.zeros(1 << 16)
    places = np.arange(16)
    values[1:] = costs.many((np.arange(1, 1 << 16)[:, None] >> places & 1).astype(bool))
    table = best_partition(CostGame.from_vector(range(16), values), neighbours=grid(4, 4), most=6)
    twice = Told(np.concatenate([costs.sizes, costs.sizes]), fixed=900, pair=60)
    borders_twice = grid(4, 4) + [(one + 16, other + 16) for one, other in grid(4, 4)]
    program = best_partition(twice, neighbours=borders_twice, most=6)
    assert table.proof.method == "convolution" != program.proof.method
    assert program.cost == pytest.approx(2 * table.cost, rel=1e-9)
