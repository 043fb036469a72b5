"""The minimum-cost spanning tree game: trees by brute force, the literature, what is hard, and what is refused."""

import json
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.games.compact.drawn import spanning_trees

from familjen.errors import IntractableError, InvalidValueError
from familjen.games import CostShares, shapley
from familjen.games.compact.bird import bird
from familjen.games.compact.component_tree import component_tree
from familjen.games.compact.folk import folk
from familjen.games.compact.irreducible import irreducible
from familjen.games.compact.minimum_tree import minimum_trees
from familjen.games.compact.spanning_tree import SpanningTreeGame

CASES = Path(__file__).parents[2] / "cases"
PLAIN = {("well", "A"): 5, ("well", "B"): 7, ("A", "B"): 3}


def joins(links: tuple[tuple[int, int], ...], ends: list[int]) -> bool:
    """Tell whether links join all ends to one another."""
    reached, size = {ends[0]}, 0
    while size != len(reached):
        size = len(reached)
        reached |= {end for link in links if reached & set(link) for end in link}
    return reached == set(ends)


def cheapest(game: SpanningTreeGame, members: list[int]) -> Fraction:
    """Try every set of as many links as there are members, and take the cheapest that joins them to the source."""
    ends = [0, *(member + 1 for member in members)]
    sets = combinations(list(combinations(ends, 2)), len(members))
    return min(sum((game.costs[a][b] for a, b in links), Fraction(0)) for links in sets if joins(links, ends))


def granot_huberman() -> tuple[SpanningTreeGame, dict[str, list[list[int]]]]:
    """Read the literature's game of five players."""
    case = json.loads((CASES / "mcst_granot_huberman_irreducible.json").read_text("utf-8"))
    return SpanningTreeGame.from_matrix(list("12345"), case["inputs"]["cost_matrix_source_first"]), case["expected"]


def all_municipalities() -> SpanningTreeGame:
    """Make a game of 290 players that lie in a plane, at whole distances with many ties."""
    rng = np.random.default_rng(290)
    points = rng.integers(0, 50, (291, 2))
    return SpanningTreeGame.from_matrix(range(290), np.abs(points[:, None] - points[None]).sum(axis=2))


@given(spanning_trees())
@settings(max_examples=40, deadline=None)
def test_a_coalition_builds_its_cheapest_tree(game: SpanningTreeGame) -> None:
    """No set of links that joins the members to the source is cheaper than what the coalition pays."""
    for mask in range(1, 1 << len(game.players)):
        assert game.at(mask) == cheapest(game, [place for place in range(len(game.players)) if mask >> place & 1])


def test_the_irreducible_matrix_of_the_literature() -> None:
    """The published matrix of five players comes down to the published irreducible matrix and costs 9."""
    game, expected = granot_huberman()
    assert [list(map(int, row)) for row in irreducible(game).costs] == expected["irreducible_matrix"]
    assert game.at(-1) == expected["tree_cost"]


def test_rules_for_the_game_of_the_literature() -> None:
    """The folk rule and the Shapley value of that game are those worked out beside it."""
    game, _ = granot_huberman()
    assert list(folk(game, exact=True).values()) == [Fraction(3, 2), 2, Fraction(3, 2), 2, 2]
    assert list(shapley(game).values()) == pytest.approx([0.116667, 2.45, 3.283333, 0.866667, 2.283333], abs=1e-6)


@given(spanning_trees())
@settings(max_examples=40, deadline=None)
def test_the_rules_are_in_the_core(game: SpanningTreeGame) -> None:
    """Bird's rule, the folk rule and the nucleolus of the component tree split the whole and are in the core."""
    for numbers in (
        bird(game, exact=True).numbers,
        folk(game, exact=True).numbers,
        component_tree(game).nucleolus_value(),
    ):
        assert CostShares.of(game.enumerated(), numbers, "rule").is_in_core()
        assert CostShares.of(irreducible(game).enumerated(), numbers, "rule").is_in_core()


@given(spanning_trees())
@settings(max_examples=40, deadline=None)
def test_no_irreducible_cost_can_be_lowered(game: SpanningTreeGame) -> None:
    """Irreducible costs are no higher, cost all the same, stay when reduced again, and lower ones cost all less."""
    least = irreducible(game)
    ends = range(len(game.costs))
    assert least.at(-1) == game.at(-1)
    assert irreducible(least) == least
    for one, other in combinations(ends, 2):
        assert least.costs[one][other] <= game.costs[one][other]
        if least.costs[one][other]:
            lowered = [list(row) for row in least.costs]
            lowered[one][other] = lowered[other][one] = least.costs[one][other] / 2
            assert SpanningTreeGame.from_matrix(game.players, lowered).at(-1) < least.at(-1)


@given(spanning_trees())
@settings(max_examples=40, deadline=None)
def test_the_component_tree_is_the_irreducible_game(game: SpanningTreeGame) -> None:
    """Every coalition pays the same in the tree of components as with the irreducible costs."""
    assert component_tree(game).enumerated() == irreducible(game).enumerated()
    assert list(folk(game, exact=True).numbers) == list(shapley(irreducible(game), exact=True).values())


@given(spanning_trees(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_folk_rule_does_not_depend_on_the_order(game: SpanningTreeGame, order: Random) -> None:
    """Naming the players in another order changes nobody's part, whatever links cost the same."""
    places = list(range(len(game.players)))
    order.shuffle(places)
    ends = [0, *(place + 1 for place in places)]
    again = SpanningTreeGame.from_matrix(
        [game.players[place] for place in places], [[game.costs[a][b] for b in ends] for a in ends]
    )
    assert dict(folk(again, exact=True)) == dict(folk(game, exact=True))


def test_of_players_as_near_the_first_joins_first() -> None:
    """Where links cost the same, Bird's rule takes the player first that stands first in the game."""
    costs = {("well", "A"): 2, ("well", "B"): 2, ("A", "B"): 1}
    assert dict(bird(SpanningTreeGame.of(costs, source="well"))) == {"A": 2.0, "B": 1.0}
    turned = {("B", "well"): 2, ("A", "B"): 1, ("A", "well"): 2}
    assert dict(bird(SpanningTreeGame.of(turned, source="well"))) == {"B": 2.0, "A": 1.0}


def test_pairs_and_matrices_tell_the_same() -> None:
    """A game told by pairs, in any order, is that told by a matrix; an array's floats are read as written."""
    game = SpanningTreeGame.of(PLAIN, source="well")
    assert game == SpanningTreeGame.from_matrix(["A", "B"], [[0, 5, 7], [5, 0, 3], [7, 3, 0]])
    assert game == SpanningTreeGame.from_matrix(["A", "B"], np.array([[0, 5, 7], [5, 0, 3], [7, 3, 0]]))
    tenth = SpanningTreeGame.from_matrix(["A"], np.array([[0, 0.1], [0.1, 0]]))
    assert tenth.exactly("A") == Fraction(1, 10)


def test_many_coalitions_are_joined_in_blocks() -> None:
    """With more coalitions than are joined at once, and with costs beyond 64 bits, written out each pays its tree."""
    game = all_municipalities()
    few = SpanningTreeGame(tuple(range(15)), tuple(row[:16] for row in game.costs[:16]))
    out = few.enumerated()
    masks = [*range(1, 1 << 15, 997), (1 << 14) - 1, 1 << 14, (1 << 15) - 1]
    assert all(out.at(mask) == few.at(mask) for mask in masks)
    dear = SpanningTreeGame.of({pair: cost * 10**40 for pair, cost in PLAIN.items()}, source="well")
    assert dear.enumerated().at(3) == 8 * 10**40
    assert minimum_trees(np.array([[0, 4], [4, 0]])).tolist() == [0, 4]


def test_all_municipalities_are_joined() -> None:
    """With 290 players the rules split the whole exactly, and the folk rule is in the core of the concave game."""
    game = all_municipalities()
    least = component_tree(game)
    assert bird(game, exact=True).total == folk(game, exact=True).total == irreducible(game).at(-1) == game.at(-1)
    assert CostShares.of(least, folk(game, exact=True).numbers, "folk").is_in_core()
    assert CostShares.of(least, bird(game, exact=True).numbers, "bird").is_in_core()


def test_what_is_hard_is_said_with_its_source() -> None:
    """The Shapley value and the core of many players are refused with the results that say why."""
    game = all_municipalities()
    with pytest.raises(IntractableError, match=r"#P-hard.*Ando.*2012") as found:
        shapley(game)
    assert found.value.question == "the Shapley value"
    with pytest.raises(IntractableError, match=r"NP-complete \(Faigle, Kern, Fekete and Hochstättler"):
        bird(game).worst_off()
    with pytest.raises(IntractableError, match=r"290 players have 2\^290 coalitions"):
        game.enumerated()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: SpanningTreeGame.of({}, source="well"), "at least one player"),
        (lambda: SpanningTreeGame.of([3], source="well"), "no mapping of pair to cost"),  # type: ignore[arg-type]
        (lambda: SpanningTreeGame.of({"AB": 3}, source="A"), "'AB' is no pair"),
        (lambda: SpanningTreeGame.of({("A", "A"): 3}, source="A"), r"\('A', 'A'\) is no pair"),
        (lambda: SpanningTreeGame.of({**PLAIN, ("B", "A"): 3}, source="well"), r"\('B', 'A'\) has a cost twice"),
        (lambda: SpanningTreeGame.of(PLAIN, source="wall"), "link between wall and well has no cost"),
        (lambda: SpanningTreeGame.of(PLAIN, source=[]), r"\[\] cannot be a player"),  # type: ignore[arg-type]
        (lambda: SpanningTreeGame.of({**PLAIN, ("C", "A"): 3}, source="well"), "between well and C has no cost"),
        (lambda: SpanningTreeGame.of({("A", "B"): -1}, source="A"), "the cost of the source and B is -1, below zero"),
        (lambda: SpanningTreeGame.of({("A", "B"): float("nan")}, source="A"), "the cost of A and B is nan"),
        (lambda: SpanningTreeGame.from_matrix(["A"], 3), "3 is no matrix"),
        (lambda: SpanningTreeGame.from_matrix(["A"], [1, 2]), r"\[1, 2\] is no matrix"),
        (lambda: SpanningTreeGame.from_matrix(["A"], [[0, 1]]), "no matrix of 2 rows and columns"),
        (lambda: SpanningTreeGame.from_matrix(["A"], [[0, 1], [1]]), "no matrix of 2 rows and columns: the source"),
        (lambda: SpanningTreeGame.from_matrix(["A"], [[0, 1], [2, 0]]), "source and A cost 1 one way and 2 the other"),
        (lambda: SpanningTreeGame.from_matrix(["A"], [[0, 1], [1, 4]]), "A costs 4 from itself; write 0"),
        (lambda: SpanningTreeGame.from_matrix(["A"], [[0, "1"], [1, 0]]), "a cost is '1'"),
        (lambda: SpanningTreeGame.from_matrix(["A", "A"], [[0] * 3] * 3), "'A' is a player twice"),
        (lambda: SpanningTreeGame(("A",), ((0, 1), (1, 0))), "which is no Fraction"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_network_is_refused(make: Callable[[], object], message: str) -> None:
    """Costs that are missing, twice, negative, endless, or differ by direction are refused by name."""
    with pytest.raises(InvalidValueError, match=message):
        make()
