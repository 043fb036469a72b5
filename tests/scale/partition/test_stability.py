"""A partition holds where no group does better by leaving, and who does is named."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from tests.scale.partition.brute import Told, games, grid, hangs, mask, path

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import CostGame, core, subadditive_cover
from familjen.scale.partition import Partition, Stability, best_partition, stability
from familjen.scale.partition.near import read_near
from familjen.scale.partition.rules import Rules

CASES = Path(__file__).parents[2] / "cases"
ODD = CostGame.of({"a": 3, "b": 3, "c": 3, "a+b": 4, "a+c": 4, "b+c": 4, "a+b+c": 8})


@given(games(least_size=2, most_size=6))
@settings(max_examples=30, deadline=None)
def test_a_split_keeps_everyone_where_the_cover_has_a_core(game: CostGame) -> None:
    """The best partition can be kept just where the subadditive cover has a core, which is found otherwise."""
    found = best_partition(game)
    told = stability(found)
    assert bool(told) == bool(core(subadditive_cover(game).game))
    if told:
        assert told.shares is not None
        for group, cost in zip(found.groups, found.costs, strict=True):
            assert sum(told.shares[party] for party in group) == pytest.approx(cost, abs=1e-6)
        assert stability(found, told.shares)


def rules_out(told: Stability, cost: Callable[[tuple[Any, ...]], float]) -> None:
    """Hold groups that rule every split out against what they cost."""
    time = dict.fromkeys(told.partition.given.parties, 0.0)
    for group, weight in zip(told.groups, told.weights, strict=True):
        assert weight > 0
        for party in group:
            time[party] += weight
    assert list(time.values()) == pytest.approx([1.0] * len(time))
    apart = sum(weight * cost(group) for group, weight in zip(told.groups, told.weights, strict=True))
    assert told.partition.cost - apart == pytest.approx(told.gain, abs=1e-6)
    assert told.gain > 0


@given(games(least_size=2, most_size=6))
@settings(max_examples=30, deadline=None)
def test_what_rules_every_split_out_really_does(game: CostGame) -> None:
    """The groups that are named give everyone one in all, and come to less than the partition by what is told."""
    found = best_partition(game)
    told = stability(found)
    if not told:
        rules_out(told, game)


@given(games(least_size=2, most_size=6))
@settings(max_examples=30, deadline=None)
def test_who_leaves_gains_most(game: CostGame) -> None:
    """With equal parts of each group's cost, the group that is named gains more by leaving than any other."""
    found = best_partition(game)
    shares = {
        party: cost / len(group) for group, cost in zip(found.groups, found.costs, strict=True) for party in group
    }
    told = stability(found, shares)
    paid = [shares[party] for party in game.players]
    most = max(
        sum(part for place, part in enumerate(paid) if each >> place & 1) - game.values[each]
        for each in range(1, len(game.values))
    )
    assert told.gain == pytest.approx(most, abs=1e-9)
    assert told.is_stable == (most <= 1e-6)
    if not told:
        places = [game.players.index(party) for party in told.groups[0]]
        assert sum(paid[place] for place in places) - game.values[mask(places)] == pytest.approx(most)


def test_a_case_with_a_core_is_stable() -> None:
    """Southern India's electricity stays together by the Gately point and by some split (Gately 1974)."""
    case = json.loads((CASES / "gately_1974_southern_india.json").read_text("utf-8"))
    found = best_partition(CostGame.of(case["inputs"]["cost"]))
    assert found.groups == (("KM", "TN", "AP"),)
    assert found.saving == 1530
    alone, saved = case["inputs"]["stand_alone_cost"], case["expected"]["gately"]
    assert stability(found, {player: alone[player] - saved[player] for player in alone})
    assert stability(found)


def test_odd_ones_out_make_it_unstable() -> None:
    """Where any two of three would do best, whoever is left out offers more: no split keeps everyone."""
    told = stability(best_partition(ODD))
    assert not told
    assert told.gain == pytest.approx(1)
    assert sorted(told.groups) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_a_threshold_keeps_who_gains_little() -> None:
    """Nobody leaves for less than the threshold, with shares or without."""
    found = best_partition(ODD)
    shares = {"a": 2, "b": 2, "c": 3}
    assert not stability(found, shares, threshold=0.9)
    assert stability(found, shares, threshold=1)
    assert not stability(found, threshold=0.9)
    assert stability(found, threshold=1)


def test_a_partition_that_is_not_the_best_does_not_hold() -> None:
    """Where all together cost more than apart, some leave by whatever split."""
    found = best_partition(CostGame.of({"a": 3, "b": 3, "a+b": 8}), at_least=2)
    free = best_partition(CostGame.of({"a": 3, "b": 3, "a+b": 8}))
    assert stability(found)
    fields = {name: getattr(found, name) for name in Partition.__annotations__} | {"rules": free.rules}
    told = stability(Partition(**fields))
    assert not told
    assert told.gain == pytest.approx(2)


def test_large_partitions_are_held_against_small_groups_and_their_own() -> None:
    """Where larger groups were not gone through that is said, and the partition's own are among them all the same."""
    found = best_partition(Told(np.ones(25), fixed=1e6, pair=0), neighbours=path(25), room=60)
    told = stability(found, room=60)
    assert told
    assert not told.is_all
    assert told.gone_through == 25 + 24 + 1
    assert "all that may form of at most 2" in str(told.explain())
    assert "alla som får bildas om högst 2" in str(told.explain("sv"))


def test_a_grid_of_sixteen_is_told_by_prices() -> None:
    """Among sixteen a split that keeps everyone, or what rules it out, is found over all groups."""
    costs = Told(np.random.default_rng(4).uniform(10, 500, 16), fixed=900, pair=60)
    found = best_partition(costs, neighbours=grid(4, 4), most=5)
    told = stability(found)
    assert told.gone_through == found.proof.groups
    assert not told
    assert told.shares is None
    near = {(one, other) for one, other in grid(4, 4)}
    assert all(len(group) <= 5 and hangs(list(group), near) for group in told.groups)
    rules_out(told, lambda group: float(costs.many(np.isin(np.arange(16), group)[None, :])[0]))


def test_sixteen_who_save_most_together_are_kept() -> None:
    """Where cost grows ever more slowly and pairs cost nothing, a split that no group undercuts is given."""
    costs = Told(np.random.default_rng(4).uniform(10, 500, 16), fixed=900, pair=0)
    found = best_partition(costs, neighbours=grid(4, 4))
    told = stability(found)
    assert told
    assert (told.groups, told.weights, told.gain) == ((), (), 0)
    assert told.shares is not None
    paid = np.array([told.shares[party] for party in costs.parties])
    assert paid.sum() == pytest.approx(found.cost)
    groups = np.random.default_rng(1).random((5_000, 16)) < 0.5
    groups = np.concatenate([groups[groups.any(axis=1)], np.eye(16, dtype=bool), ~np.eye(16, dtype=bool)])
    near = {(one, other) for one, other in grid(4, 4)}
    kept = groups[[hangs(np.flatnonzero(group).tolist(), near) for group in groups]]
    assert len(kept) > 100
    assert (kept @ paid <= costs.many(kept) + 1e-6 * found.cost).all()


def test_it_reads_well() -> None:
    """It says in a line who would leave, and explains itself in both languages."""
    found = best_partition(ODD)
    left, kept = stability(found, {"a": 2, "b": 2, "c": 3}), stability(found, {"a": 1, "b": 2, "c": 4}, threshold=3)
    assert repr(left) == "<Stability: not stable, a+c would gain 1>"
    assert repr(stability(found)).startswith("<Stability: not stable, ")
    assert repr(kept) == "<Stability: stable among 7 groups>"
    assert "a and c pay 1 more together than they would cost by themselves." in str(left.explain())
    assert "a och c betalar tillsammans 1 mer än de skulle kosta på egen hand." in str(left.explain("sv"))
    assert "No group that may form pays more" in str(kept.explain())
    assert "No split keeps everyone." in str(stability(found).explain())
    assert "Ingen fördelning håller kvar alla." in str(stability(found).explain("sv"))
    assert left.to_rows() == [{"group": "a+c", "weight": 1.0}]
    assert left._repr_html_().startswith("<p>The partition is not stable</p>")


def test_one_who_would_leave_alone_is_named() -> None:
    """A party that pays more than it costs alone is told in the singular, and a split that keeps it is given."""
    found = best_partition(CostGame.of({"a": 3, "b": 4, "a+b": 6}))
    told = stability(found, {"a": 3.5, "b": 2.5})
    assert "a pays 0.5 more than it would cost by itself." in str(told.explain())
    assert "a betalar 0,5 mer än den skulle kosta på egen hand." in str(told.explain("sv"))
    kept = stability(found).explain()
    assert "There is a split that keeps everyone: a pays" in str(kept)


@pytest.mark.parametrize(
    ("shares", "named", "error", "says"),
    [
        ({"a": 2, "b": 2}, {}, InvalidValueError, "c has no share"),
        ({"a": 2, "b": 2, "c": 3, "x": 0}, {}, UnknownIdError, "no party 'x'"),
        ({"a": 2, "b": 2, "c": 4}, {}, InvalidValueError, "the shares come to 8 and the groups cost 7"),
        ({"a": 2, "b": 2, "c": float("nan")}, {}, InvalidValueError, "nan"),
        ({"a": 2, "b": 2, "c": "3"}, {}, InvalidValueError, "'3'"),
        ([2, 2, 3], {}, InvalidValueError, "no mapping of party to share"),
        (None, {"threshold": -1}, InvalidValueError, "-1 is no threshold"),
        (None, {"threshold": float("inf")}, InvalidValueError, "inf is no threshold"),
        (None, {"threshold": True}, InvalidValueError, "True is no threshold"),
        (None, {"room": 0}, InvalidValueError, "the most groups to go through is 0"),
    ],
    ids=range(10),
)
def test_what_is_no_split_is_refused(shares: Any, named: dict[str, Any], error: type[Exception], says: str) -> None:
    """Shares that do not come to the cost, or are of others, are refused with what is wrong."""
    with pytest.raises(error, match=says):
        stability(best_partition(ODD), shares, **named)


def test_what_is_no_partition_is_refused() -> None:
    """A list of groups says nothing of costs, so that it cannot be judged."""
    with pytest.raises(InvalidValueError, match="is no partition; make one with best_partition"):
        stability([("a", "b"), ("c",)])  # type: ignore[arg-type]


def test_a_partition_of_some_is_refused() -> None:
    """Groups that leave somebody out, who may be in no other, are no partition to hold."""
    found = best_partition(ODD)
    rules = Rules(read_near([("a", "b")], ODD.players), 3, 2, 3)
    fields = {name: getattr(found, name) for name in Partition.__annotations__}
    some = Partition(**(fields | {"groups": (("a", "b"),), "costs": (4.0,), "alone": (6.0,), "rules": rules}))
    with pytest.raises(InvalidValueError, match="the partition's groups do not hold everyone"):
        stability(some)
