"""The fixed tree game: who pays for which link, and what is no tree."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.games.compact.drawn import trees

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import shapley
from familjen.games.compact.fixed_tree import FixedTreeGame

RIVER = {"dam": ("river", 6), "Ale": ("dam", 2), "Bjuv": ("dam", 4)}


@given(trees())
@settings(max_examples=40, deadline=None)
def test_a_coalition_pays_for_its_ways_to_the_root(game: FixedTreeGame) -> None:
    """A coalition's cost is that of all links on some member's way, each counted once."""

    def way(node: int) -> set[int]:
        return {node} | way(game.parents[node]) if node >= 0 else set()

    for mask in range(1, 1 << len(game.players)):
        used = {link for place, home in enumerate(game.homes) if mask >> place & 1 for link in way(home)}
        assert game.at(mask) == sum(game.costs[link] for link in used)


def test_nodes_are_players_unless_homes_are_given() -> None:
    """Without homes every node but the root is a player; with them a node may have none or several."""
    assert FixedTreeGame.of(RIVER).players == ("dam", "Ale", "Bjuv")
    game = FixedTreeGame.of(RIVER, {"A": "Ale", "B": "Ale", "R": "river"})
    assert game("A+B") == game("A+B+R") == 8
    assert game("R") == 0
    assert game.shapley_value() == game.nucleolus_value() == [4, 4, 0]


def test_the_order_of_links_does_not_matter() -> None:
    """A link may be told before the one that it hangs on."""
    homes = {"A": "Ale", "B": "Bjuv"}
    turned = FixedTreeGame.of(dict(reversed(RIVER.items())), homes)
    assert turned.enumerated() == FixedTreeGame.of(RIVER, homes).enumerated()


def test_links_that_nobody_uses_are_not_paid_for() -> None:
    """A branch without players costs nobody anything."""
    game = FixedTreeGame.of({**RIVER, "mill": ("dam", 100)}, {"A": "Ale"})
    assert game.whole == 8
    assert game.nucleolus_value() == game.shapley_value() == [8]


@given(trees(), st.integers(1, 9))
@settings(max_examples=30, deadline=None)
def test_a_branch_by_itself_pays_the_same(game: FixedTreeGame, cost: int) -> None:
    """A second branch at the root changes nobody's part, by the Shapley value and by the nucleolus."""
    places = {-1: "root"} | {place: f"n{place}" for place in range(len(game.nodes))}
    links: dict[Any, Any] = {
        places[place]: (places[parent], own)
        for place, (parent, own) in enumerate(zip(game.parents, game.costs, strict=True))
    }
    homes = {player: places[home] for player, home in zip(game.players, game.homes, strict=True)}
    more = FixedTreeGame.of({**links, "new": ("root", cost)}, {**homes, "q1": "new", "q2": "new"})
    half = Fraction(cost, 2)
    assert more.shapley_value() == [*game.shapley_value(), half, half]
    assert more.nucleolus_value() == [*game.nucleolus_value(), half, half]


@pytest.mark.parametrize("reach", [1, 5, 290])
def test_all_municipalities_share_pipes(reach: int) -> None:
    """With 290 players, in a chain as in a bush, both solutions are exact, sum to the whole and are in the core."""
    links = {node: (max(0, node - 1 - node * 7919 % reach), node * 104_729 % 997) for node in range(1, 291)}
    game = FixedTreeGame.of(links)
    for parts in (game.shapley_value(), game.nucleolus_value()):
        assert sum(parts) == game.at(-1)
        assert game.most_excess(np.array([float(part) for part in parts]))[1] <= 1e-9
    assert shapley(game).is_in_core()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: FixedTreeGame.of({}), "give one link at least"),
        (lambda: FixedTreeGame.of([("a", 1)]), "is no mapping of node"),  # type: ignore[arg-type]
        (lambda: FixedTreeGame.of({"a": "root"}), "the link of 'a' is 'root'; give the node that it hangs on"),
        (lambda: FixedTreeGame.of({"a": ("root", 1, 2)}), "give the node that it hangs on"),  # type: ignore[dict-item]
        (lambda: FixedTreeGame.of({"a": ([], 1)}), r"is \(\[\], 1\); give the node"),
        (lambda: FixedTreeGame.of({"a": ("root", -1)}), "the cost of a is -1, below zero"),
        (lambda: FixedTreeGame.of({"a": ("root", float("nan"))}), "the cost of the link of a is nan"),
        (lambda: FixedTreeGame.of({"a": ("r1", 1), "b": ("r2", 1)}), "'r1' and 'r2' both hang on nothing"),
        (lambda: FixedTreeGame.of({"a": ("b", 1), "b": ("a", 1)}), "from 'a' no way leads to a root"),
        (lambda: FixedTreeGame.of({"a": ("r", 1), "b": ("b", 1)}), "from 'b' no way leads to a root"),
        (lambda: FixedTreeGame.of({"a": ("r", 1)}, {}), "at least one player"),
        (lambda: FixedTreeGame.of({"a": ("r", 1)}, ["a"]), "no mapping of player to node"),  # type: ignore[arg-type]
        (lambda: FixedTreeGame(("p",), ("a",), (0,), (Fraction(1),), (0,)), "place of 'a' is 0, where no node can be"),
        (lambda: FixedTreeGame(("p",), ("a",), (), (Fraction(1),), (0,)), "there are 0 parents for 1"),
        (lambda: FixedTreeGame(("p",), ("a",), (-1,), (Fraction(1),), (1,)), "the place of 'p' is 1"),
        (lambda: FixedTreeGame(("p",), ("a",), (-1,), (Fraction(1),), (-2,)), "the place of 'p' is -2"),
        (lambda: FixedTreeGame(("p",), ("a",), (-1,), (1,), (0,)), "which is no Fraction"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_tree_is_refused(make: Callable[[], object], message: str) -> None:
    """Rings, second roots, missing links and bad costs are refused by name."""
    with pytest.raises(InvalidValueError, match=message):
        make()


def test_unknown_nodes_are_named() -> None:
    """A player at a node that is not in the tree is refused, with nodes that are."""
    with pytest.raises(UnknownIdError, match="no node 'Alle'; did you mean 'Ale'"):
        FixedTreeGame.of(RIVER, {"A": "Alle"})
    with pytest.raises(UnknownIdError, match=r"no node '\[\]'"):
        FixedTreeGame.of(RIVER, {"A": []})
