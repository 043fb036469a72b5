"""Games made of games: what each keeps, what it refuses, and the literature."""

import json
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import CostGame, CostShares, Game, equal_surplus, shapley
from familjen.games.properties import is_subadditive
from familjen.games.transform import (
    merge,
    normalise,
    reduced,
    strategic_equivalent,
    subadditive_cover,
    sum_of_games,
)

CASES = Path(__file__).parents[1] / "cases"
KINDS: list[type[Game]] = [CostGame, Game]
TABLE = {"A": 11, "H": 7, "A+H": 15}
GAME = CostGame.of(TABLE)


@st.composite
def games(draw: st.DrawFn, most: int = 5) -> Game:
    """Draw a game of costs or gains, exact or in floats, some of its numbers below zero."""
    number = draw(st.integers(1, most))
    numbers = draw(st.lists(st.integers(-20, 60), min_size=(1 << number) - 1, max_size=(1 << number) - 1))
    kind = draw(st.sampled_from(KINDS))
    if draw(st.booleans()):
        return kind.from_vector(range(number), np.array([0.0, *numbers]))
    return kind.from_vector(range(number), [Fraction(0), *(Fraction(each, 3) for each in numbers)])


def coalitions(game: Game) -> list[frozenset[Any]]:
    """Give all coalitions but the empty one."""
    return [frozenset(some) for size in range(1, len(game.players) + 1) for some in combinations(game.players, size)]


@given(games(), st.data())
@settings(max_examples=50, deadline=None)
def test_merged_players_stand_for_all_of_them(game: Game, data: st.DataObject) -> None:
    """A coalition with the merged player costs what it costs with all of its members, others cost what they did."""
    some = data.draw(st.sets(st.sampled_from(game.players), min_size=1))
    made = merge(game, some, "all of them")
    assert set(made.players) == {"all of them", *game.players} - some
    assert (made.exact is None) is (game.exact is None)
    for coalition in coalitions(made):
        members = coalition - {"all of them"} | (some if "all of them" in coalition else set())
        assert made.exactly(coalition) == game.exactly(members)


def test_merged_players_may_keep_the_name_of_one() -> None:
    """The merged player may be called as one of its members, and stands where the first of them stood."""
    game = CostGame.from_vector(["a", "b", "c"], range(8))
    assert merge(game, "b+c", "c").players == ("a", "c")
    assert merge(game, "a+c", "c").players == ("c", "b")


@given(games(), st.fractions(Fraction(1, 9), 9, max_denominator=9), st.data())
@settings(max_examples=50, deadline=None)
def test_equivalent_games_have_equivalent_values(game: Game, scale: Fraction, data: st.DataObject) -> None:
    """Scaling a game and adding to its members does the same to the Shapley value."""
    shift = data.draw(st.dictionaries(st.sampled_from(game.players), st.integers(-9, 9)))
    made = strategic_equivalent(game, scale, shift)
    for coalition in coalitions(game):
        right = scale * game.exactly(coalition) + sum(shift.get(member, 0) for member in coalition)
        assert float(made.exactly(coalition)) == pytest.approx(float(right), abs=1e-9)
    moved = [float(scale) * float(part) + shift.get(player, 0) for player, part in shapley(game).items()]
    assert list(shapley(made).values()) == pytest.approx(moved, abs=1e-9)


@given(games())
@settings(max_examples=50, deadline=None)
def test_nobody_has_anything_alone_in_a_normalised_game(game: Game) -> None:
    """In the 0-normalised game each is zero alone, and a coalition has what it has beyond its members apart."""
    made = normalise(game)
    assert set(made.alone().values()) == {0}
    assert type(made) is type(game)
    if isinstance(game, CostGame):
        assert strategic_equivalent(game.savings()).values.tolist() == pytest.approx((-made.values).tolist())
    if game.exact is not None:
        apart = [sum((game.exactly([member]) for member in each), Fraction(0)) for each in coalitions(game)]
        left = [game.exactly(each) - alone for each, alone in zip(coalitions(game), apart, strict=True)]
        assert [made.exactly(each) for each in coalitions(game)] == left


@given(games(4), games(4))
@settings(max_examples=50, deadline=None)
def test_a_sum_of_games_has_the_sum_of_their_values(one: Game, other: Game) -> None:
    """The Shapley value of a sum is the sum of Shapley values, a player who is not in a game getting nothing there."""
    if type(one) is type(other):
        other = other.of_blocks({player + 2: 1 << place for place, player in enumerate(range(len(other.players)))})
        total = sum_of_games(one, other)
        values = shapley(one), shapley(other)
        assert set(total.players) == {*one.players, *other.players}
        for player in total.players:
            parts = [float(value[player]) for value in values if player in value]
            assert float(shapley(total)[player]) == pytest.approx(sum(parts), abs=1e-9)
        assert (total.exact is None) is (one.exact is None or other.exact is None)


def test_a_sum_of_one_game_is_the_game() -> None:
    """One game alone is its own sum, exactly."""
    assert sum_of_games(GAME) == GAME


def reduced_by_definition(game: Game, some: frozenset[Any], others: list[Any], shares: Any) -> Fraction:
    """Give what some of those who stay come to, going through all coalitions of the others."""
    best = min if game.sign < 0 else max
    groups = [each for size in range(len(others) + 1) for each in combinations(others, size)]
    paid = [sum((Fraction(shares[player]) for player in each), Fraction(0)) for each in groups]
    return best(game.exactly(some | set(each)) - less for each, less in zip(groups, paid, strict=True))


@given(games(), st.data())
@settings(max_examples=50, deadline=None)
def test_reduced_games_are_as_davis_and_maschler_define_them(game: Game, data: st.DataObject) -> None:
    """Those who stay pay together what is left, and some of them the best that they can make with others' consent."""
    numbers = st.fractions(-20, 40, max_denominator=4)
    shares = {player: data.draw(numbers) for player in game.players}
    stay = data.draw(st.sets(st.sampled_from(game.players), min_size=1))
    others = [player for player in game.players if player not in stay]
    made = reduced(game, stay, shares)
    assert made.players == tuple(player for player in game.players if player in stay)
    assert (made.exact is None) is (game.exact is None)
    for coalition in coalitions(made):
        if coalition == stay:
            right = game.exactly(game.players) - sum((shares[player] for player in others), Fraction(0))
        else:
            right = reduced_by_definition(game, coalition, others, shares)
        assert float(made.exactly(coalition)) == pytest.approx(float(right), abs=1e-9)


@pytest.mark.parametrize(
    ("name", "method"), [("tva_ten_valley", "nucleolus"), ("peleg_sudholter_5_5_12", "prenucleolus")]
)
def test_the_prenucleolus_of_the_literature_is_consistent(name: str, method: str) -> None:
    """Two who think again when the third is paid its published share split what is left equally beyond their own."""
    case = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    given_ = case["inputs"]
    game = CostGame.of(given_["cost"]) if "cost" in given_ else Game.of(given_["value"])
    shares = case["expected"][method]
    for pair in combinations(game.players, 2):
        assert dict(equal_surplus(reduced(game, pair, shares))) == {player: shares[player] for player in pair}


@given(games(4))
@settings(max_examples=50, deadline=None)
def test_the_core_is_consistent(game: Game) -> None:
    """What lies in the core lies, for those who stay, in the core of the reduced game, told exactly."""
    shares = shapley(game, exact=True)
    if game.exact is not None and shares.is_in_core():
        for coalition in coalitions(game):
            made = reduced(game, coalition, shares)
            assert CostShares.of(made, [shares[player] for player in made.players], "agreed").is_in_core()


def test_a_share_in_floats_makes_a_game_of_floats() -> None:
    """Exact shares keep an exact game exact; a float among those who leave makes floats of it."""
    assert reduced(GAME, "A", {"H": Fraction(7, 3)}).exactly("A") == Fraction(38, 3)
    assert reduced(GAME, "A", {"H": 2.5}).exact is None
    assert reduced(GAME, "A", {"H": 2.5})("A") == 12.5


def partitions(members: frozenset[Any]) -> list[list[frozenset[Any]]]:
    """Give all ways to part a set."""
    if not members:
        return [[]]
    first, *others = sorted(members)
    heads = [frozenset([first, *some]) for size in range(len(others) + 1) for some in combinations(others, size)]
    return [[head, *rest] for head in heads for rest in partitions(members - head)]


@given(games())
@settings(max_examples=60, deadline=None)
def test_a_cover_is_the_best_of_all_partitions(game: Game) -> None:
    """Each coalition comes to the best of all ways to part it, and its parts are disjoint and come to that."""
    cover = subadditive_cover(game)
    best = min if game.sign < 0 else max
    for coalition in coalitions(game):
        ways = [sum((game.exactly(part) for part in way), Fraction(0)) for way in partitions(coalition)]
        assert cover.game.exactly(coalition) == best(ways)
        parts = cover.parts(coalition)
        assert sorted(member for part in parts for member in part) == sorted(coalition)
        assert sum((game.exactly(part) for part in parts), Fraction(0)) == best(ways)
    assert cover.parts([]) == ()
    assert cover.given is game


@given(games())
@settings(max_examples=60, deadline=None)
def test_a_cover_is_subadditive_and_covers_nothing_twice(game: Game) -> None:
    """The cover is subadditive, and a subadditive game is its own cover, with every coalition in one part."""
    cover = subadditive_cover(game).game
    assert is_subadditive(cover)
    again = subadditive_cover(cover)
    assert again.game == cover
    assert all(len(again.parts(coalition)) == 1 for coalition in coalitions(game))
    assert bool(is_subadditive(game)) is (cover == game)


def test_covers_of_long_numbers_are_exact() -> None:
    """Numbers beyond 64 bits, and thirds of them, are covered to the last digit."""
    long = Fraction(10**40, 3)
    cover = subadditive_cover(CostGame.of({"A": long, "H": 1, "A+H": long + 2}))
    assert cover.game.exactly("A+H") == long + 1
    assert cover.parts("A+H") == (("A",), ("H",))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: merge(GAME, [], "x"), "has no member; name the players"),
        (lambda: merge(GAME, "A", "H"), "'H' is another player's name"),
        (lambda: merge(GAME, "A", []), r"\[\] cannot be a player"),
        (lambda: merge(GAME, ["A", "A"], "x"), "'A' is twice"),
        (lambda: merge(3, "A", "x"), "3 is no game"),  # type: ignore[arg-type]
        (lambda: strategic_equivalent(GAME, 0), "scale: 0 is not above zero"),
        (lambda: strategic_equivalent(GAME, -2), "would turn the game around"),
        (lambda: strategic_equivalent(GAME, float("nan")), "the scale is nan"),
        (lambda: strategic_equivalent(GAME, 1, {"A": float("inf")}), "the shift of A is inf"),
        (lambda: strategic_equivalent(GAME, 1, [3]), r"\[3\] is no mapping"),  # type: ignore[arg-type]
        (lambda: strategic_equivalent(GAME, 1e300), r"up to 10\^300"),
        (lambda: strategic_equivalent(strategic_equivalent(GAME, 1e298), 1e298), r"more than 10\^300"),
        (lambda: strategic_equivalent(CostGame.from_vector(["A"], np.array([0, 1e200])), 1e200), "A is inf"),
        (sum_of_games, "there is no game to sum"),
        (lambda: sum_of_games(GAME, GAME.savings()), "costs and gains are mixed"),
        (
            lambda: sum_of_games(
                *(CostGame.from_vector(range(start, start + 2), [0, 1, 1, 1]) for start in range(0, 26, 2))
            ),
            "the limit is 24",
        ),
        (lambda: sum_of_games(*[CostGame.from_vector(["A"], np.array([0, 1e300]))] * 2), r"A is 2e\+300"),
        (lambda: reduced(GAME, [], {"A": 1, "H": 1}), "at least one player"),
        (lambda: reduced(GAME, "A", {}), "H has no share"),
        (lambda: reduced(GAME, "A", {"H": float("nan")}), "the share of H is nan"),
        (lambda: reduced(GAME, "A", 3), "3 is no mapping of player to share"),  # type: ignore[arg-type]
        (lambda: normalise("A"), "'A' is no game"),  # type: ignore[arg-type]
        (lambda: subadditive_cover(GAME).parts(7), "7 is no coalition"),
    ],
)
def test_what_makes_no_game_is_refused(make: Callable[[], object], message: str) -> None:
    """Empty, mixed, endless and turned around are each refused in words."""
    with pytest.raises(InvalidValueError, match=message):
        make()


@pytest.mark.parametrize(
    "make",
    [
        lambda: merge(GAME, "A+T", "x"),
        lambda: strategic_equivalent(GAME, 1, {"T": 3}),
        lambda: reduced(GAME, "T", {}),
        lambda: reduced(GAME, "A", {"H": 1, "T": 3}),
        lambda: subadditive_cover(GAME).parts("T"),
    ],
    ids=["merged", "shifted", "reduced", "paid", "parted"],
)
def test_strangers_are_named(make: Callable[[], object]) -> None:
    """Whoever is no player of the game is named."""
    with pytest.raises(UnknownIdError, match="no player 'T'"):
        make()
