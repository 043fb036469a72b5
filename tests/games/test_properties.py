"""What games are like: each property against its definition, and the coalitions that refute it."""

import json
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import IntractableError, InvalidValueError, UnknownIdError
from familjen.games import CostGame, Game
from familjen.games.compact import CompactGame, SubmodularGame
from familjen.games.compact.game import Floats, Members
from familjen.games.compact.submodular import Places
from familjen.games.properties import (
    Verdict,
    dummies,
    is_additive,
    is_concave,
    is_monotone,
    is_subadditive,
    is_symmetric,
)

CASES = Path(__file__).parents[1] / "cases"
KINDS: list[type[Game]] = [CostGame, Game]
TESTS = [is_additive, is_concave, is_monotone, is_subadditive, is_symmetric]


@st.composite
def games(draw: st.DrawFn) -> Game:
    """Draw a game whose numbers are few, so that properties often hold: costs or gains, exact or in floats."""
    number = draw(st.integers(1, 4))
    sizes = draw(st.lists(st.integers(-1, 3), min_size=number, max_size=number))
    off = draw(st.lists(st.sampled_from([0, 0, 0, 0, 0, 1, -1]), min_size=1 << number, max_size=1 << number))
    bend = draw(st.sampled_from([0, 1, -1]))
    third = Fraction(1, 3)
    counts = [sum(size for place, size in enumerate(sizes) if mask >> place & 1) for mask in range(1 << number)]
    curved = [count * 2 - bend * mask.bit_count() ** 2 for mask, count in enumerate(counts)]
    values = [0, *(third * (count + more) for count, more in zip(curved[1:], off[1:], strict=True))]
    kind = draw(st.sampled_from(KINDS))
    exact = kind.from_vector(range(number), values)
    return exact if draw(st.booleans()) else kind.from_vector(range(number), exact.values.copy())


def masks(game: Game) -> range:
    """Give all coalitions' numbers."""
    return range(1 << len(game.players))


def lost(game: Game) -> Callable[[int], Fraction]:
    """Give what a coalition costs, or the gain with its sign turned, rounded where it is a float."""
    return lambda mask: -game.sign * game.at(mask).limit_denominator(1000)


def by_definition(test: Callable[[Game], Verdict], game: Game) -> Iterable[Fraction]:
    """Give by how much a property fails, for all pairs that its definition speaks of; at most zero where it holds."""
    cost = lost(game)
    pairs = [(one, other) for one in masks(game) for other in masks(game)]
    if test is is_monotone:
        return [(cost(one) - cost(other)) * -game.sign for one, other in pairs if one & other == one]
    if test is is_subadditive:
        return [cost(one | other) - cost(one) - cost(other) for one, other in pairs if not one & other]
    if test is is_concave:
        return [cost(one | other) + cost(one & other) - cost(one) - cost(other) for one, other in pairs]
    if test is is_additive:
        return [abs(cost(one | other) - cost(one) - cost(other)) for one, other in pairs if not one & other]
    return [abs(cost(one) - cost(other)) for one, other in pairs if one.bit_count() == other.bit_count()]


@pytest.mark.parametrize("test", TESTS)
@given(game=games())
@settings(max_examples=60, deadline=None)
def test_a_property_holds_where_its_definition_does(test: Callable[[Game], Verdict], game: Game) -> None:
    """The local conditions in arrays give what all pairs of coalitions give."""
    verdict = test(game)
    assert bool(verdict) is (max(by_definition(test, game)) <= 0)
    assert verdict.holds is bool(verdict)
    assert verdict.exact is (game.exact is not None)


def gap(test: Callable[[Game], Verdict], game: Game, one: Any, other: Any) -> float:
    """Give by how much a property fails for two coalitions, from what they cost."""
    first, second, cost = frozenset(one), frozenset(other), game
    if test is is_monotone:
        assert first < second
        return cost(first) - cost(second)
    if test is is_symmetric:
        assert len(first - second) == len(second - first) == 1
        return abs(cost(first) - cost(second))
    if test is is_concave:
        assert len(first - second) == len(second - first) == 1
    else:
        assert first.isdisjoint(second)
    more = cost(first | second) + cost(first & second) - cost(first) - cost(second)
    return abs(more) if test is is_additive else -game.sign * more


@pytest.mark.parametrize("test", TESTS)
@given(game=games())
@settings(max_examples=60, deadline=None)
def test_a_witness_refutes_the_property(test: Callable[[Game], Verdict], game: Game) -> None:
    """The two coalitions of a witness break the definition by what the witness says."""
    witness = test(game).witness
    if witness is not None:
        assert float(witness.by) == pytest.approx(gap(test, game, witness.one, witness.other))
        assert witness.by > 0
        assert isinstance(witness.by, float) is (game.exact is None)


@given(games())
@settings(max_examples=60, deadline=None)
def test_a_witness_of_subadditivity_is_the_worst_pair(game: Game) -> None:
    """No two coalitions without a common member lose more by joining than the witness does."""
    witness = is_subadditive(game).witness
    worst = max(by_definition(is_subadditive, game))
    assert float(witness.by if witness else 0) == pytest.approx(float(max(worst, Fraction(0))))


@given(games())
@settings(max_examples=60, deadline=None)
def test_dummies_are_those_who_add_the_same_everywhere(game: Game) -> None:
    """A player is a dummy just where it adds to every coalition what it comes to alone."""
    cost = lost(game)
    expected = [
        player
        for place, player in enumerate(game.players)
        if all(
            cost(mask | 1 << place) - cost(mask) == cost(1 << place) for mask in masks(game) if not mask >> place & 1
        )
    ]
    assert list(dummies(game)) == expected


@given(games(), st.data())
@settings(max_examples=60, deadline=None)
def test_symmetric_players_can_change_places(game: Game, data: st.DataObject) -> None:
    """Players are symmetric just where the game stays the same however they change places."""
    some = sorted(data.draw(st.sets(st.sampled_from(game.players))), key=str)
    cost = lost(game)
    bits = {player: 1 << place for place, player in enumerate(game.players)}

    def moved(mask: int, order: Sequence[Any]) -> int:
        places = {bits[old]: bits[new] for old, new in zip(some, order, strict=True)}
        return sum(places.get(bit, bit) for bit in bits.values() if mask & bit)

    same = all(cost(mask) == cost(moved(mask, order)) for order in permutations(some) for mask in masks(game))
    assert bool(is_symmetric(game, some)) is same


def test_symmetry_among_strangers_is_refused() -> None:
    """Players who are unknown, or named twice, are refused by name."""
    game = CostGame.of({"A": 11, "H": 7, "A+H": 15})
    with pytest.raises(UnknownIdError, match="no player 'T'"):
        is_symmetric(game, ["A", "T"])
    with pytest.raises(InvalidValueError, match="'A' is twice"):
        is_symmetric(game, ["A", "A"])


def test_the_literature_is_told_apart() -> None:
    """The Tennessee Valley's costs are subadditive and concave, and a game of Peleg and Sudhölter not superadditive."""
    valley = json.loads((CASES / "tva_ten_valley.json").read_text("utf-8"))["inputs"]["cost"]
    game = CostGame.of(valley)
    assert is_monotone(game)
    assert is_subadditive(game)
    assert is_concave(game)
    assert not is_additive(game)
    peleg = json.loads((CASES / "peleg_sudholter_5_5_12.json").read_text("utf-8"))["inputs"]["value"]
    verdict = is_subadditive(Game.of(peleg))
    assert verdict.explain() == "The game is not superadditive: 3 and 1+2 gain 8 less together than apart."


def test_a_last_digit_counts_in_exact_games_and_not_in_floats() -> None:
    """What is broken by a millionth of a billionth is refuted exactly, and within the tolerance of floats it holds."""
    table = {"A": 1, "H": 1, "A+H": Fraction(2) + Fraction(1, 10**15)}
    verdict = is_subadditive(CostGame.of(table))
    assert verdict.witness is not None
    assert verdict.witness.by == Fraction(1, 10**15)
    nearly = is_subadditive(CostGame.from_vector(["A", "H"], np.array([0, 1, 1, 2 + 1e-15])))
    assert nearly.explain() == "The game is subadditive, as far as floats of its size tell."
    assert not is_subadditive(CostGame.from_vector(["A", "H"], np.array([0, 1, 1, 2 + 1e-11])))


def test_exact_games_of_long_numbers_are_told_exactly() -> None:
    """Numbers beyond 64 bits are compared to the last digit too."""
    long = 10**40
    assert is_additive(CostGame.of({"A": long, "H": 1, "A+H": long + 1}))
    verdict = is_additive(CostGame.of({"A": long, "H": 1, "A+H": long + 2}))
    assert verdict.witness is not None
    assert verdict.witness.by == 1


@pytest.mark.parametrize(
    ("verdict", "en", "sv"),
    [
        (
            is_monotone(CostGame.of({"A": -3})),
            "The game is not monotone: A costs 3 less than nobody, which is part of it.",
            "Spelet är inte monotont: A kostar 3 mindre än delen ingen.",
        ),
        (
            is_monotone(Game.of({"A": 3, "H": 0, "A+H": 1})),
            "The game is not monotone: A+H gains 2 less than A, which is part of it.",
            "Spelet är inte monotont: A+H vinner 2 mindre än delen A.",
        ),
        (
            is_subadditive(CostGame.of({"A": 0, "H": 0, "A+H": 12345.5})),
            "The game is not subadditive: H and A cost 12,345.5 more together than apart.",
            "Spelet är inte subadditivt: H och A kostar 12\xa0345,5 mer tillsammans än var för sig.",
        ),
        (
            is_concave(Game.of({"A": 0, "H": 0, "A+H": Fraction(-2, 3)})),
            "The game is not convex: those in A or H, and those in both, gain ≈ 0.666667 less than the two coalitions.",
            "Spelet är inte konvext: de i A eller H, och de i båda, vinner ≈ 0,666667 mindre än de två koalitionerna.",
        ),
        (
            is_symmetric(CostGame.of({"A": 0, "H": 1, "A+H": 1})),
            "The game is not symmetric: A and H differ by 1.",
            "Spelet är inte symmetriskt: A och H skiljer sig med 1.",
        ),
        (is_concave(CostGame.of({"A": 1})), "The game is concave.", "Spelet är konkavt."),
    ],
)
def test_verdicts_are_said_in_both_languages(verdict: Verdict, en: str, sv: str) -> None:
    """A verdict names the property as the literature does for costs or gains, and who refutes it by how much."""
    assert verdict.explain() == en
    assert verdict.explain("sv") == sv
    with pytest.raises(InvalidValueError, match="not a language of ours"):
        verdict.explain("no")


class Shared(CompactGame):
    """A cost that all who take part share, whoever they are."""

    def __init__(self, number: int) -> None:
        self.players = tuple(range(number))

    def of_places(self, places: Sequence[int]) -> Fraction:
        """Give the cost, which is one."""
        return Fraction(bool(places))


class KnownShared(Shared, SubmodularGame):
    """The same, known to be concave."""

    def separate(self, paid: Floats, inside: Places, outside: Places) -> tuple[Members, Floats]:
        """Ask nobody: the property is known without."""
        raise NotImplementedError


@pytest.mark.parametrize("test", [*TESTS, dummies])
def test_small_compact_games_are_written_out(test: Callable[[Any], object]) -> None:
    """A compact game has the properties of the same game written out."""
    assert test(Shared(4)) == test(Shared(4).enumerated())


@pytest.mark.parametrize("test", [*TESTS, dummies])
def test_large_compact_games_and_other_things_are_refused(test: Callable[[Any], object]) -> None:
    """A compact game that cannot be written out is refused as too hard, and what is no game as none."""
    with pytest.raises(IntractableError, match="Shared of 40 players is out of reach"):
        test(Shared(40))
    with pytest.raises(InvalidValueError, match="3 is no game; make one with"):
        test(3)


def test_submodular_games_are_concave_by_their_class() -> None:
    """Of however many players, a submodular game is concave and subadditive, and the sentence says why."""
    assert is_concave(KnownShared(400)).explain() == "The game is concave, as every KnownShared is."
    assert is_subadditive(KnownShared(400)).explain("sv") == "Spelet är subadditivt, som varje KnownShared."
