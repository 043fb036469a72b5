"""Methods from separable costs, costs alone and equal parts: their laws, what they refuse, and the literature."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.games import (
    CostGame,
    CostShares,
    aca,
    ensc,
    equal_division,
    equal_surplus,
    proportional_to_alone,
    scrb,
    separable_costs,
)

CASES = Path(__file__).parents[1] / "cases"
METHODS = [aca, ensc, equal_division, equal_surplus, proportional_to_alone, scrb]


@st.composite
def subadditive_games(draw: st.DrawFn) -> CostGame:
    """Draw a game in which a fixed cost is shared, so that every coalition saves by joining another."""
    own = draw(st.lists(st.integers(0, 10**4), min_size=1, max_size=5))
    fixed = draw(st.integers(1, 10**4))
    return CostGame.from_function(range(len(own)), lambda members: fixed + sum(own[member] for member in members))


@pytest.mark.parametrize(
    ("method", "name"), [(separable_costs, "separable_costs"), (ensc, "ensc"), (scrb, "aca_scrb"), (aca, "aca_scrb")]
)
def test_the_tennessee_valley_is_reproduced(method: Callable[[CostGame], CostShares], name: str) -> None:
    """The dams of the Tennessee Valley are shared as the literature has it."""
    case = json.loads((CASES / "tva_ten_valley.json").read_text("utf-8"))
    shares = method(CostGame.of(case["inputs"]["cost"]))
    assert dict(shares) == pytest.approx(case["expected"][name], abs=case["tolerance"])


@pytest.mark.parametrize("method", METHODS)
@given(game=subadditive_games())
@settings(max_examples=30, deadline=None)
def test_parts_sum_to_the_whole_exactly(method: Callable[..., CostShares], game: CostGame) -> None:
    """In Fractions the parts sum to the whole to the last digit, and floats are the nearest to them."""
    shares = method(game, exact=True)
    assert sum(shares.values()) == game.exactly(game.players)
    assert list(method(game).values()) == [float(part) for part in shares.values()]


@pytest.mark.parametrize("method", METHODS)
@given(game=subadditive_games(), order=st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_order_of_players_does_not_matter(method: Callable[..., CostShares], game: CostGame, order: Any) -> None:
    """Naming the players in another order changes nobody's part."""
    players = list(game.players)
    order.shuffle(players)
    again = CostGame.from_function(players, game.exactly)
    assert dict(method(again, exact=True)) == dict(method(game, exact=True))


@given(subadditive_games())
@settings(max_examples=30, deadline=None)
def test_ensc_is_the_equal_surplus_of_the_dual(game: CostGame) -> None:
    """Equal surplus division of the dual game is the equal allocation of non-separable costs."""
    assert dict(equal_surplus(game.dual(), exact=True)) == dict(ensc(game, exact=True))


@given(subadditive_games())
@settings(max_examples=30, deadline=None)
def test_gains_mirror_costs(game: CostGame) -> None:
    """What each saves by the method of the cost game is what the savings game gives it by the same method."""
    saved = game.savings()
    for method in (ensc, scrb, aca, equal_surplus):
        paid = method(game, exact=True)
        apart = {player: game.exactly([player]) for player in game.players}
        assert dict(method(saved, exact=True)) == {player: apart[player] - paid[player] for player in game.players}


def test_where_no_benefit_remains_scrb_refuses_and_aca_counts_zero() -> None:
    """A player that adds more last than alone is refused by name in one method and gets no rebate in the other."""
    game = CostGame.of({"a": 1, "b": 6, "c": 6, "a+b": 6, "a+c": 6, "b+c": 7, "a+b+c": 9})
    with pytest.raises(InvalidValueError, match="a adds more in the end than it comes to alone"):
        scrb(game)
    assert aca(game, exact=True)["a"] == Fraction(2)


def test_no_proportion_is_an_error() -> None:
    """Where every weight is zero, or weights have both signs, the method says so and names another."""
    with pytest.raises(InvalidValueError, match="every weight is zero"):
        proportional_to_alone(CostGame.of({"a": 0, "b": 0, "a+b": 1}))
    with pytest.raises(InvalidValueError, match="less than zero alone"):
        proportional_to_alone(CostGame.of({"a": -1, "b": 2, "a+b": 1}))
