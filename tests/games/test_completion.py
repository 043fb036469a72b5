"""Tables in which coalitions are missing, and games told by savings."""

import json
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import CostGame, Game
from familjen.games.completion import COMPLETIONS
from familjen.games.properties import is_monotone, is_subadditive

CASES = Path(__file__).parents[1] / "cases"
KINDS: list[type[Game]] = [CostGame, Game]
Table = dict[frozenset[int], Fraction]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw numbers for each player alone and for some larger coalitions, some of them below zero."""
    number = draw(st.integers(1, 5))
    larger = [frozenset(some) for size in range(2, number + 1) for some in combinations(range(number), size)]
    chosen = draw(st.sets(st.sampled_from(larger))) if larger else set[frozenset[int]]()
    coalitions = [*(frozenset([player]) for player in range(number)), *chosen]
    return {each: draw(st.fractions(-20, 60, max_denominator=6)) for each in coalitions}


def partitions(members: frozenset[int]) -> list[list[frozenset[int]]]:
    """Give all ways to part a set."""
    if not members:
        return [[]]
    first, *others = sorted(members)
    found: list[list[frozenset[int]]] = []
    for size in range(len(others) + 1):
        for some in combinations(others, size):
            head = frozenset([first, *some])
            found += [[head, *rest] for rest in partitions(members - head)]
    return found


def expected(table: Table, members: frozenset[int], name: str, kind: type[Game]) -> Fraction:
    """Give what a missing coalition comes to, straight from the definitions."""
    best = min if kind is CostGame else max
    if name == "additive":
        return sum((table[frozenset([member])] for member in members), Fraction(0))
    if name == "cover":
        sums = [
            sum((table[part] for part in way), Fraction(0)) for way in partitions(members) if set(way) <= set(table)
        ]
        return best(sums)
    if kind is CostGame:
        return min(number for known, number in table.items() if known >= members)
    return max([Fraction(0), *(number for known, number in table.items() if known <= members)])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", sorted(COMPLETIONS))
@given(table=tables())
@settings(max_examples=30, deadline=None)
def test_missing_coalitions_come_to_what_their_definition_says(name: str, kind: type[Game], table: Table) -> None:
    """Each completion gives by arrays what going through parts, or sets around and within, gives; the given stays."""
    if name == "monotone":
        everyone = frozenset(member for coalition in table for member in coalition)
        table.setdefault(everyone, Fraction(50))
    game = kind.of(table, completion=name)
    for size in range(1, len(game.players) + 1):
        for some in combinations(range(len(game.players)), size):
            members = frozenset(some)
            right = table[members] if members in table else expected(table, members, name, kind)
            assert game.exactly(members) == right


@pytest.mark.parametrize("kind", KINDS)
@given(costs=st.lists(st.integers(0, 50), min_size=1, max_size=5))
@settings(max_examples=30, deadline=None)
def test_completions_of_players_alone_have_the_property_in_their_name(kind: type[Game], costs: list[int]) -> None:
    """Where only players alone are given and the whole, a cover is subadditive and a monotone completion monotone."""
    table = {(player,): cost for player, cost in enumerate(costs)}
    assert is_subadditive(kind.of(table, completion="cover"))
    table[tuple(range(len(costs)))] = max(costs)
    assert is_monotone(kind.of(table, completion="monotone"))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: CostGame.of({"A": 1, "H": 2}), r"1 of 4 coalitions have no number, such as A\+H; give all, or say"),
        (lambda: CostGame.of({"A": 1, "H": 2}, completion="monotone"), r"A\+H has no number, and no coalition around"),
        (lambda: CostGame.of({"A+H": 2}, players=["A", "H"], completion="additive"), "A has no number, and it is not"),
        (
            lambda: CostGame.of({"A": 1, "A+H": 2}, players=["A", "H"], completion="cover"),
            "H has no number, and",
        ),
        (lambda: CostGame.of({"A": 1}, completion=3), "3 is no name of a completion"),  # type: ignore[arg-type]
        (lambda: CostGame.of({"A": 1}, players=[]), "players: a game needs at least one player"),
        (lambda: CostGame.of(dict.fromkeys(range(25), 1), completion="cover"), "the limit is 24"),
        (lambda: CostGame.of({(): 0}, players=["A"]), "1 of 2 coalitions have no number, such as A"),
        (lambda: CostGame.from_savings({"A": 1, "H": 2}, {}), r"savings: 1 of 4 coalitions have no number.*A\+H"),
        (lambda: CostGame.from_savings({"A": 1, "H": 2}, {"A": 1, "A+H": 1}), "A saves 1 alone; alone nobody saves"),
        (lambda: CostGame.from_savings({"A": 1, "H": float("nan")}, {"A+H": 1}), "H alone is nan"),
        (lambda: CostGame.from_savings({"A": 1, "H": 2}, {"A+H": float("inf")}), r"A\+H is inf"),
        (lambda: CostGame.from_savings({"A": 1, "H": 2}, {"A+H": 1, ("H", "A"): 1}), "are one coalition"),
        (lambda: CostGame.from_savings({"A": 1}, [("A", 0)]), "is no mapping of coalition"),  # type: ignore[arg-type]
        (lambda: CostGame.from_savings([("A", 1)], {}), "is no mapping of player to cost"),  # type: ignore[arg-type]
        (lambda: CostGame.from_savings({}, {}), "at least one player"),
        (lambda: CostGame.from_savings(dict.fromkeys(range(25), 1), {}), "25 players have 2.25"),
    ],
)
def test_what_is_not_told_is_refused(make: Callable[[], object], message: str) -> None:
    """Nothing is completed unless asked, and what a completion does not reach is named."""
    with pytest.raises(InvalidValueError, match=message):
        make()


def test_unknown_completions_are_refused_with_near_matches() -> None:
    """A name that is no completion is refused even where nothing is missing, and near ones are named."""
    with pytest.raises(UnknownIdError, match="no completion 'aditive'; did you mean 'additive'"):
        CostGame.of({"A": 1}, completion="aditive")
    with pytest.raises(UnknownIdError, match="no player 'T'"):
        CostGame.from_savings({"A": 1, "H": 2}, {"A+T": 1}, completion="cover")


def test_the_order_of_players_may_be_given() -> None:
    """Players that are named beside the table stand in that order, and their labels may hold a plus."""
    game = CostGame.of({"H": 7, "A": 11, "A+H": 15}, players=["A", "H"])
    assert game.players == ("A", "H")
    assert CostGame.of({"A+B": 3}, players=["A+B"])("A+B") == 3


@pytest.mark.parametrize("name", ["gately_1974_southern_india", "young_1985_per_capita_savings"])
def test_savings_of_the_literature_give_its_costs(name: str) -> None:
    """Costs alone and savings give the published costs together, and the savings back."""
    case = json.loads((CASES / f"{name}.json").read_text("utf-8"))["inputs"]
    saved = case.get("savings") or case["value"]
    alone = case.get("stand_alone_cost") or {"1": 15, "2": 20, "3": 55}
    game = CostGame.from_savings(alone, saved)
    costs = case.get("cost") or {"1+2": 35, "1+3": 61, "2+3": 65, "1+2+3": 78}
    assert {coalition: game(coalition) for coalition in costs} == costs
    assert game.savings() == Game.of(saved, players=alone)


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 99), min_size=1, max_size=5), st.data())
@settings(max_examples=30, deadline=None)
def test_a_cover_of_savings_is_the_cover_of_costs(alone: dict[int, int], data: st.DataObject) -> None:
    """Completing savings by the most saved in parts, or costs by the least that parts cost, gives the same game."""
    larger = [each for size in range(2, len(alone) + 1) for each in combinations(alone, size)]
    some = data.draw(st.sets(st.sampled_from(larger))) if larger else set[tuple[int, ...]]()
    savings = {each: data.draw(st.integers(-30, 30)) for each in some}
    costs = {(player,): cost for player, cost in alone.items()}
    costs |= {each: sum(alone[player] for player in each) - saved for each, saved in savings.items()}
    told = CostGame.from_savings(alone, savings, completion="cover")
    assert told == CostGame.of(costs, players=alone, completion="cover")
