"""The τ-value and its bounds: the definition, their laws, what is refused, and the literature."""

import json
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.games import CostGame, Game, scrb, separable_costs
from familjen.games.tau import minimal_rights, tau

CASES = Path(__file__).parents[1] / "cases"


def case(name: str) -> dict[str, Any]:
    """Read a case of the literature."""
    read: dict[str, Any] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return read


@st.composite
def concave_games(draw: st.DrawFn) -> CostGame:
    """Draw the cost of a runway and of something common, for which who comes later adds no more."""
    lengths = draw(st.lists(st.integers(0, 100), min_size=1, max_size=5))
    fixed = draw(st.integers(0, 100))
    return CostGame.from_function(range(len(lengths)), lambda some: fixed + max(lengths[each] for each in some))


@st.composite
def games(draw: st.DrawFn) -> Game:
    """Draw a game of any sign with whole numbers, the whole mostly large enough to have a core."""
    number = draw(st.integers(1, 4))
    numbers = draw(st.lists(st.integers(0, 20), min_size=2**number - 2, max_size=2**number - 2))
    return Game.from_vector(range(number), [0, *numbers, draw(st.integers(0, 60))])


def coalitions(game: Game) -> list[tuple[Any, ...]]:
    """List all coalitions with a member."""
    return [some for size in range(1, len(game.players) + 1) for some in combinations(game.players, size)]


def rights(game: Game) -> tuple[dict[Any, Fraction], dict[Any, Fraction]]:
    """Give the utopia and the minimal rights of a gain game as they are defined."""
    everybody = set(game.players)
    utopia = {player: game.exactly(everybody) - game.exactly(everybody - {player}) for player in everybody}
    least = {
        player: max(
            game.exactly(some) - sum(utopia[other] for other in some if other != player)
            for some in coalitions(game)
            if player in some
        )
        for player in everybody
    }
    return utopia, least


def test_three_players_come_out_as_published() -> None:
    """A τ-value that is printed in the literature is reproduced."""
    three = case("coopgame_tau_3p")
    shares = tau(Game.of(three["inputs"]["value"]))
    assert dict(shares) == pytest.approx(three["expected"]["tau"], abs=three["tolerance"])


def test_the_tennessee_valley_comes_out_as_recomputed() -> None:
    """The dams of the Tennessee Valley are shared by the cost gap method as by remaining benefits."""
    valley = case("tva_ten_valley")
    game = CostGame.of(valley["inputs"]["cost"])
    assert dict(tau(game)) == pytest.approx(valley["own_values_unrounded"]["tau"])
    assert dict(tau(game, exact=True)) == dict(scrb(game, exact=True))


@given(games())
@settings(max_examples=60, deadline=None)
def test_it_is_the_efficient_point_between_the_rights_and_the_utopia(game: Game) -> None:
    """It lies on the line from the minimal rights to the utopia, or there is none and that is said."""
    utopia, least = rights(game)
    whole = game.exactly(game.players)
    assert dict(minimal_rights(game, exact=True)) == least
    crossed = any(least[player] > utopia[player] for player in game.players)
    if crossed or not sum(least.values()) <= whole <= sum(utopia.values()):
        for exact in (True, False):
            with pytest.raises(InvalidValueError, match="not quasi-balanced"):
                tau(game, exact=exact)
        return
    span = sum(utopia.values()) - sum(least.values())
    part = (whole - sum(least.values())) / span if span else Fraction(0)
    expected = {player: least[player] + part * (utopia[player] - least[player]) for player in game.players}
    assert dict(tau(game, exact=True)) == expected
    assert dict(tau(game)) == pytest.approx(expected, abs=1e-11)


@given(concave_games())
@settings(max_examples=30, deadline=None)
def test_in_concave_games_it_splits_by_remaining_benefits(game: CostGame) -> None:
    """Where who comes later adds no more, the least gap of each is its own, and the method is SCRB."""
    assert dict(tau(game, exact=True)) == dict(scrb(game, exact=True))


@given(concave_games())
@settings(max_examples=30, deadline=None)
def test_it_mirrors_in_the_savings(game: CostGame) -> None:
    """What each saves by it is what it gives each of the savings game."""
    saved, paid = tau(game.savings(), exact=True), tau(game, exact=True)
    assert all(saved[player] == game.exactly([player]) - paid[player] for player in game.players)


@given(concave_games())
@settings(max_examples=30, deadline=None)
def test_everyone_pays_between_the_bounds_and_together_the_whole(game: CostGame) -> None:
    """No part is below the separable cost or above the minimal right, and all sum to the whole."""
    shares, least, most = tau(game, exact=True), separable_costs(game, exact=True), minimal_rights(game, exact=True)
    assert shares.total == game.exactly(game.players)
    assert all(least[player] <= shares[player] <= most[player] for player in game.players)


@given(games(), st.integers(-20, 20), st.integers(1, 9))
@settings(max_examples=30, deadline=None)
def test_it_follows_a_change_of_unit_and_of_own_costs(game: Game, own: int, factor: int) -> None:
    """Scaling all numbers scales it, and a cost that one player has anyway is added to that player alone."""
    try:
        before = tau(game, exact=True)
    except InvalidValueError:
        assume(False)  # noqa: FBT003 - Hypothesis has it so
        return
    changed = Game.from_function(
        game.players, lambda some: factor * game.exactly(some) + (own if game.players[0] in some else 0)
    )
    after = tau(changed, exact=True)
    assert list(after.values()) == [factor * before[player] + own * (not place) for place, player in enumerate(before)]


def test_what_is_not_quasi_balanced_is_refused_by_its_reason() -> None:
    """Bounds that cross are told by the player, and rights that are too large together by their sum."""
    with pytest.raises(InvalidValueError, match="a can do better in a coalition"):
        tau(CostGame.of({"a": 1, "b": 1, "a+b": 3}))
    too_much = {"a": 4, "b": 4, "c": 4, "a+b": 0, "a+c": 0, "b+c": 0, "a+b+c": 10}
    with pytest.raises(InvalidValueError, match="what all can demand at the least is more than there is"):
        tau(Game.of(too_much))


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=6))
@settings(max_examples=30, deadline=None)
def test_costs_that_only_add_up_are_left_where_they_are(own: list[float]) -> None:
    """Where nothing is saved each pays its own cost, however floats round their sums."""
    values = np.array(
        [sum(cost for place, cost in enumerate(own) if mask >> place & 1) for mask in range(1 << len(own))]
    )
    game = CostGame.from_vector(range(len(own)), values.astype(np.float64))
    assert list(tau(game).values()) == pytest.approx(own)
