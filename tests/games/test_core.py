"""The core: told with proof either way, its corners, and splits that stay in it."""

import json
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from tests.games.lexicographic.drawn import games

from familjen.errors import CertificateError, IntractableError, InvalidValueError
from familjen.games import (
    CostGame,
    CostShares,
    Game,
    SpanningTreeGame,
    VotingGame,
    core,
    core_vertices,
    equal_profit,
    least_core,
    proportional_to_alone,
)
from familjen.games.lexicographic.span import Equations, whole_row

CASES = Path(__file__).parents[1] / "cases"
EMPTY = {"a": 3, "b": 3, "c": 3, "a+b": 3, "a+c": 3, "b+c": 3, "a+b+c": 5}
ROADS = {"a": 10, "b": 12, "c": 20, "a+b": 15, "a+c": 24, "b+c": 25, "a+b+c": 28}


@pytest.mark.parametrize("name", ["balanced_3p_true", "balanced_3p_false"])
def test_the_literature_tells_which_games_have_a_core(name: str) -> None:
    """A balanced game has a core and one that is not has none, both with proof."""
    case = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    game = Game.of(case["inputs"]["value"])
    found = core(game)
    assert bool(found) == bool(case["expected"]["core_nonempty"]["value"])
    assert found.verify(game)


@given(games(4))
@settings(max_examples=60, deadline=None)
def test_there_is_a_point_or_a_refutation_and_both_can_be_checked(game: Game) -> None:
    """Just one of the two is given; it holds for the game, and the least core says the same."""
    found = core(game)
    assert (found.point is None) != (found.refutation is None)
    assert found.verify(game)
    excess = least_core(game).excess
    assert bool(found) == (excess is None or excess <= 0)


def test_what_is_changed_proves_nothing() -> None:
    """Weights, coalitions and points that were changed, and other games, are refused with the reason."""
    game = CostGame.of(EMPTY)
    found = core(game)
    assert found.refutation is not None
    changed: list[tuple[dict[str, Any], str]] = [
        ({"weights": (Fraction(1), Fraction(1, 2), Fraction(1, 2))}, "do not give every player one"),
        ({"weights": (Fraction(-1), Fraction(1, 2), Fraction(1, 2))}, "has no weight above zero"),
        ({"coalitions": (("a",), ("b",), ("c",)), "weights": (Fraction(1),) * 3}, "no better than all together"),
    ]
    for change, message in changed:
        with pytest.raises(CertificateError, match=message):
            attrs.evolve(found, refutation=attrs.evolve(found.refutation, **change)).verify(game)
    with pytest.raises(CertificateError, match="no better than all together"):
        found.verify(CostGame.of({**EMPTY, "a+b+c": 4}))
    roads = core(CostGame.of(ROADS))
    with pytest.raises(CertificateError, match="not in the core of this game"):
        roads.verify(CostGame.of({**ROADS, "a+b": 5}))


def test_votes_and_cables_are_told_by_what_is_known_of_them() -> None:
    """Veto players share a vote's core, none of them rules it out; cables have the rule of Bird."""
    veto = VotingGame.of(6, {"a": 5, "b": 2, "c": 2})
    assert dict(core(veto).point or {}) == {"a": 1, "b": 0, "c": 0}
    majority = VotingGame.of(2, {"a": 1, "b": 1, "c": 1})
    assert not core(majority)
    assert core(majority).verify(majority)
    cables = SpanningTreeGame.of({("s", "a"): 2, ("s", "b"): 3, ("a", "b"): 1}, source="s")
    assert core(cables)
    assert core(cables).verify(cables)


def corners(game: Game) -> set[tuple[Fraction, ...]]:
    """Give the corners of the core by trying every set of coalitions that may just pay what they cost."""
    size = len(game.players)
    full = 2**size - 1
    found: set[tuple[Fraction, ...]] = set()
    for tight in combinations(range(1, full), size - 1):
        system = Equations(size)
        for mask in (full, *tight):
            system.add(whole_row([mask >> place & 1 for place in range(size)], [game.at(mask)]))
        if system.rank == size:
            shares = CostShares.of(game, system.solution(), "corner")
            if shares.is_in_core():
                found.add(tuple(Fraction(part) for part in shares.numbers))
    return found


@given(games(3))
@settings(max_examples=60, deadline=None)
def test_corners_are_those_that_trying_all_finds(game: Game) -> None:
    """The corners of the core are found, each once and in order, and none where it is empty."""
    points = [tuple(corner.numbers) for corner in core_vertices(game)]
    assert points == sorted(corners(game) if len(game.players) > 1 else {(game.at(-1),)})


@pytest.mark.parametrize("size", [4, 5])
def test_the_core_of_a_concave_game_has_a_corner_for_each_order(size: int) -> None:
    """Where costs are concave, what each adds in some order of arrival is a corner, and there are no others."""
    expected: set[tuple[Fraction, ...]] = set()
    flat = CostGame.from_function(range(size), lambda members: sum(10 + m for m in members) - len(members) ** 2)
    for order in permutations(range(size)):
        parts, before = [Fraction(0)] * size, 0
        for player in order:
            parts[player] = flat.at(before | 1 << player) - flat.at(before)
            before |= 1 << player
        expected.add(tuple(parts))
    assert {tuple(corner.numbers) for corner in core_vertices(flat)} == expected


def test_too_many_corners_are_refused() -> None:
    """More players than the limit are refused, with how many corners there may be."""
    with pytest.raises(IntractableError, match="the core of 7 players may have 7! corners"):
        core_vertices(CostGame.from_function(range(7), len))


@given(games(4, least=2))
@settings(max_examples=60, deadline=None)
def test_equal_profit_has_the_least_spread_of_the_corners(game: Game) -> None:
    """It is in the core, no corner has relative costs that lie nearer, and it is in proportion where that will do."""
    alone = [game.at(1 << place) for place in range(len(game.players))]
    if min(alone) <= 0 or not core(game):
        return
    shares = equal_profit(game, exact=True)
    assert shares.is_in_core()
    least = spread(shares, alone)
    assert all(least <= spread(corner, alone) for corner in core_vertices(game))
    even = proportional_to_alone(game, exact=True)
    assert not even.is_in_core() or dict(even) == dict(shares)


def spread(shares: CostShares, alone: list[Fraction]) -> Fraction:
    """Give how far apart the greatest and the least part lie, relative to what each comes to alone."""
    rates = [Fraction(part) / own for part, own in zip(shares.numbers, alone, strict=True)]
    return max(rates) - min(rates)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: equal_profit(CostGame.of(EMPTY)), r"there is no core, as a\+b, a\+c, b\+c show; use nucleolus"),
        (lambda: equal_profit(CostGame.of({"a": 0, "b": 3, "a+b": 3})), "a comes to 0 alone"),
    ],
    ids=["no core", "nothing alone"],
)
def test_equal_profit_needs_a_core_and_costs_alone(make: Callable[[], object], message: str) -> None:
    """Without a core, or a cost alone to compare with, the method says so and names another."""
    with pytest.raises(InvalidValueError, match=message):
        make()
