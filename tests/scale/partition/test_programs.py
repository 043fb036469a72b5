"""Many parties: what is proven is proven of all groups that may form, and what is not is said."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.partition.brute import Told, borders, games, grid, hangs, least, path

from familjen.errors import CertificateError, IntractableError, InvalidValueError
from familjen.games import CostGame
from familjen.optimise.partitioning import Chosen
from familjen.places import municipalities, neighbours
from familjen.scale.partition import Partition, best_partition, program
from familjen.scale.partition.candidates import candidates
from familjen.scale.partition.costs import read_costs
from familjen.scale.partition.generation import priced
from familjen.scale.partition.program import by_program
from familjen.scale.partition.rules import read_rules


def skane(fixed: float = 2e6) -> tuple[Any, list[str]]:
    """Give costs of Skåne's municipalities by sizes that are drawn."""
    codes = [each.code for each in municipalities() if each.county == "12"]
    costs = Told(np.random.default_rng(12).lognormal(9.7, 0.9, len(codes)), fixed=fixed / 100, pair=2_000)
    costs.parties = tuple(codes)  # type: ignore[assignment]
    return costs, codes


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_the_program_finds_what_brute_force_does(data: st.DataObject) -> None:
    """By column generation and an integer program nothing costs less, with borders and sizes or without."""
    game = data.draw(games(least_size=2, most_size=6))
    number = len(game.players)
    pairs = data.draw(st.none() | borders(number))
    most = data.draw(st.integers(1, number))
    told = None if pairs is None else [(game.players[one], game.players[other]) for one, other in pairs]
    costs = read_costs(game)
    rules = read_rules(costs, told, most, None)
    found = by_program(costs, rules, 10_000, None, None)
    assert found.cost == pytest.approx(least(game.values, number, most=most, pairs=pairs))
    assert found.is_exact
    assert found.lower <= found.cost
    assert found.verify()


@given(games(least_size=2, most_size=6), st.integers(1, 3))
@settings(max_examples=30, deadline=None)
def test_no_group_undercuts_the_prices(game: CostGame, at_least: int) -> None:
    """Prices sum to no more than any partition costs, and of no group to more than it costs."""
    costs = read_costs(game)
    at_least = min(at_least, costs.number)
    groups = candidates(costs, read_rules(costs, None, None, at_least), 10_000)
    found = priced(groups, unit=1.0)
    assert found is not None
    assert groups.reduced(found.prices, groups.costs).min() >= -1e-9
    assert found.lower <= least(game.values, costs.number, at_least=at_least) + 1e-9


def test_where_not_everyone_can_be_in_a_group_there_are_no_prices() -> None:
    """Three in a row cannot all be in pairs, not even for a part of the time."""
    costs = read_costs(Told([1, 2, 3]))
    assert priced(candidates(costs, read_rules(costs, path(3), 2, 2), 99), unit=1.0) is None


def test_prices_may_fall_short_of_the_cheapest_partition() -> None:
    """An odd number whom it suits best to be in pairs has half-pairs as its bound; the program closes it."""
    twice = best_partition(Told(np.ones(21), fixed=100, pair=1), most=2)
    assert twice.proof.method == "integer program"
    assert len(twice.groups) == 11
    assert twice.is_exact
    assert sum(twice.proof.prices or ()) < twice.cost * 0.99
    assert twice.verify()


def test_skane_is_exact_to_eight() -> None:
    """The cheapest partition of Skåne's 33 municipalities into groups of up to eight is proven."""
    costs, codes = skane()
    found = best_partition(costs, neighbours=True, most=8)
    assert found.is_exact
    assert found.proof.groups == 134_151
    assert found.lower == pytest.approx(found.cost, rel=1e-9)
    assert sorted(sum(found.groups, ())) == codes
    assert found.verify()


def test_all_municipalities_are_within_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """All 290 are in one group each of neighbours, and prices alone prove that none costs two per cent less.

    A moment of the integer program makes neither the cost nor the bound worse.
    """
    codes = tuple(each.code for each in municipalities())
    costs = Told(np.random.default_rng(290).lognormal(9.7, 0.9, 290), fixed=20_000, pair=2_000)
    costs.parties = codes  # type: ignore[assignment]
    tried = best_partition(costs, neighbours=True, most=4, seconds=0.1)
    monkeypatch.setattr(program, "cheapest_groups", lambda *_, **__: Chosen((), -np.inf, is_done=False))
    found = best_partition(costs, neighbours=True, most=4)
    assert found.lower <= tried.lower <= tried.cost <= found.cost
    assert found.proof.is_all
    assert found.lower == pytest.approx(sum(found.proof.prices or ()))
    assert 0 < found.proof.gap(found.cost) < 2e-2
    assert sorted(sum(found.groups, ())) == sorted(codes)
    assert max(map(len, found.groups)) <= 4
    near = {(each.code, other.code) for each in municipalities() for other in neighbours(each.code)}
    pairs = {(codes.index(one), codes.index(other)) for one, other in near}
    assert all(hangs([codes.index(code) for code in group], pairs) for group in found.groups)
    assert found.group_of("0980") == ("0980",)
    assert found.verify()


def test_without_room_larger_groups_are_searched_and_that_is_said() -> None:
    """What is proven then holds for the sizes that were gone through, and a cheaper partition may use larger ones."""
    costs = Told(np.random.default_rng(1).uniform(10, 500, 21), fixed=800, pair=30)
    small = best_partition(costs, neighbours=grid(7, 3), most=4, seconds=None)
    large = best_partition(costs, neighbours=grid(7, 3), room=300, seconds=None)
    assert large.proof.most == 4
    assert not large.is_exact
    assert not large.proof.is_all
    assert large.lower == pytest.approx(small.cost)
    assert large.cost < small.cost * 0.9
    assert max(map(len, large.groups)) > 4
    assert large.verify()
    assert repr(large).endswith("searched>")
    assert "Larger groups were only searched" in str(large.explain())
    assert "Bland större grupper har bara sökts" in str(large.explain("sv"))


def test_a_search_finds_what_is_best_in_a_row() -> None:
    """Where a fixed cost outweighs all, the search joins everyone though only pairs were gone through."""
    found = best_partition(Told(np.ones(25), fixed=1e6, pair=0), neighbours=path(25), room=60)
    assert found.proof.most == 2
    assert found.groups == (tuple(range(25)),)


def test_what_stops_early_has_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the integer program ends before its proof the bound of the prices stands, and the gap is told."""
    kept = program.cheapest_groups

    def stopped(*args: Any, **named: Any) -> Chosen:
        found = kept(*args, **named)
        return Chosen(found.groups, -np.inf, is_done=False)

    monkeypatch.setattr(program, "cheapest_groups", stopped)
    found = best_partition(Told(np.ones(21), fixed=100, pair=1), most=2)
    assert not found.is_exact
    assert found.lower == pytest.approx(sum(found.proof.prices or ()))
    assert 0 < found.proof.gap(found.cost) < 0.1
    assert "dearer than the cheapest partition" in str(found.explain())
    assert "dyrare än den billigaste indelningen" in str(found.explain("sv"))
    assert "at least" in repr(found)


def test_more_groups_than_the_integer_program_takes_leave_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where groups of the cheapest partition have to be left out, what they could bring is in the bound."""
    costs = Told(np.random.default_rng(0).uniform(10, 500, 13), fixed=300, pair=40)
    whole = best_partition(costs, most=4, at_least=2)
    assert whole.proof.method == "convolution"
    monkeypatch.setattr(program, "_FIRST", 1)
    monkeypatch.setattr(program, "_COLUMNS", 1)
    told = read_costs(costs)
    few = by_program(told, read_rules(told, None, 4, 2), 10_000, None, None)
    assert few.lower <= whole.cost < few.cost
    assert few.lower >= sum(few.proof.prices or ()) * (1 - 1e-9)
    assert not few.is_exact
    assert few.verify()


def test_groups_of_many_are_out_of_reach_of_little_room() -> None:
    """Where the smallest groups that may form are too many to go through that is said."""
    with pytest.raises(
        IntractableError, match="groups of at most 4 hold not everyone, and larger ones are more than 99"
    ):
        best_partition(Told(np.ones(25)), neighbours=path(25), at_least=5, room=99)


def test_time_may_be_short() -> None:
    """However short the time, everyone is in a group and the cheapest partition is between the bound and the cost."""
    told = Told(np.random.default_rng(9).uniform(10, 500, 14), fixed=600, pair=30)
    costs, cheapest = read_costs(told), best_partition(told, most=4)
    assert cheapest.proof.method == "convolution"
    found = by_program(costs, read_rules(costs, None, 4, None), 10_000, 1e-3, None)
    assert sorted(sum(found.groups, ())) == list(range(14))
    assert found.lower <= cheapest.cost * (1 + 1e-9)
    assert found.cost >= cheapest.cost * (1 - 1e-9)


def test_prices_that_were_changed_are_found_out() -> None:
    """Prices that some group undercuts, or that do not sum to the bound, do not pass."""
    found = best_partition(Told(np.ones(21), fixed=100, pair=30), most=2)
    proof = found.proof
    assert proof.prices is not None
    raised = (proof.prices[0] + 50, *proof.prices[1:])
    for wrong in (
        type(proof)(proof.method, proof.lower, proof.most, proof.groups, is_all=True, prices=raised),
        type(proof)("prices", proof.lower + 5, proof.most, proof.groups, is_all=True, prices=proof.prices),
    ):
        fields = {name: getattr(found, name) for name in Partition.__annotations__} | {"proof": wrong}
        with pytest.raises(CertificateError, match="does not hold"):
            Partition(**fields).verify()


def test_steps_are_told() -> None:
    """Whoever waits for the program hears of each round."""
    seen: list[tuple[int, int | None]] = []
    best_partition(
        Told(np.ones(25), fixed=1e4), neighbours=path(25), room=60, on_progress=lambda *told: seen.append(told)
    )
    assert seen[0] == (1, None)
    assert len(seen) > 10


def test_costs_may_be_zero_or_below() -> None:
    """A subsidy is a cost below zero, and nothing breaks where all costs are nothing."""
    free = Told(np.zeros(21), fixed=0, pair=0)
    assert best_partition(free, most=2).cost == 0
    paid = Told(np.zeros(21), fixed=-5, pair=0)
    found = best_partition(paid, most=2)
    assert found.cost == -105
    assert found.is_exact


def test_what_fits_in_part_and_not_wholly_is_refused() -> None:
    """Triangles can be in pairs for half the time each, and no partition into pairs may form."""
    triangles = [(3 * k + one, 3 * k + other) for k in range(7) for one, other in [(0, 1), (0, 2), (1, 2)]]
    with pytest.raises(InvalidValueError, match="no partition of 21 parties may form"):
        best_partition(Told(np.ones(21)), neighbours=triangles, at_least=2, most=2, seconds=None)


def test_what_is_not_found_in_time_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody may be alone and the program finds nothing in time, that is an error which says what to do."""
    monkeypatch.setattr(program, "cheapest_groups", lambda *_, **__: Chosen((), -np.inf, is_done=False))
    triangles = [(3 * k + one, 3 * k + other) for k in range(7) for one, other in [(0, 1), (0, 2), (1, 2)]]
    with pytest.raises(IntractableError, match="no partition of 21 parties was found in 5 seconds; give more"):
        best_partition(Told(np.ones(21)), neighbours=triangles, at_least=2, most=2, seconds=5)
    with pytest.raises(IntractableError, match="no partition of 21 parties was found among the groups"):
        best_partition(Told(np.ones(21)), neighbours=triangles, at_least=2, most=2, seconds=None)


def test_a_search_with_a_fewest_number_starts_from_what_is_proven() -> None:
    """Where nobody may be alone larger groups are searched from the best of the small ones, and all keep to that."""
    found = best_partition(Told(np.ones(25), fixed=1e6, pair=0), neighbours=path(25), at_least=2, room=100)
    assert found.groups == (tuple(range(25)),)
    assert found.proof.most == 4


def test_what_is_searched_stands_where_no_program_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the last program finds nothing in time, the best that was searched is given."""
    monkeypatch.setattr(program, "cheapest_groups", lambda *_, **__: Chosen((), -np.inf, is_done=False))
    found = best_partition(Told(np.ones(25), fixed=1e6, pair=0), neighbours=path(25), room=60)
    assert found.groups == (tuple(range(25)),)


def test_many_groups_are_told_in_part() -> None:
    """Of more than twenty groups the others are counted in the sentences, and all stand in the table."""
    found = best_partition(Told(np.ones(44), fixed=1e6, pair=0), neighbours=path(44), most=2)
    assert len(found.groups) == 22
    assert "The other 2 groups stand in the table." in str(found.explain())
    assert "De övriga 2 grupperna står i tabellen." in str(found.explain("sv"))
    assert len(str(found).splitlines()) == 26


@given(games(least_size=2, most_size=6), st.integers(2, 3))
@settings(max_examples=30, deadline=None)
def test_groups_that_may_not_be_small_hold_when_checked_anew(game: CostGame, at_least: int) -> None:
    """What a program finds with a least size of groups is the cheapest, and holds when it is checked anew."""
    costs = read_costs(game)
    at_least = min(at_least, costs.number)
    found = by_program(costs, read_rules(costs, None, None, at_least), 10_000, None, None)
    assert found.cost == pytest.approx(least(game.values, costs.number, at_least=at_least))
    assert found.verify()
