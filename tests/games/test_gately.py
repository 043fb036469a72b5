"""The Gately point and propensities to disrupt: the definition, what is refused, and the literature."""

import json
import math
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import CostGame, Game, scrb, shapley
from familjen.games.gately import coalition_propensity, gately, propensity_to_disrupt

CASES = Path(__file__).parents[1] / "cases"
TABLE = {"A": 11, "H": 7, "A+H": 15}


@st.composite
def saving_games(draw: st.DrawFn) -> CostGame:
    """Draw a cost game with something common, of which everybody takes part."""
    own = draw(st.lists(st.integers(0, 100), min_size=2, max_size=5))
    fixed, each = draw(st.integers(1, 100)), draw(st.integers(0, 9))
    return CostGame.from_function(
        range(len(own)), lambda some: fixed + sum(own[member] for member in some) + each * len(some) * (10 - len(some))
    )


def test_the_power_plants_of_southern_india_are_shared_as_published() -> None:
    """The Gately point of the case that it was made for comes out, from savings and from costs."""
    case = json.loads((CASES / "gately_1974_southern_india.json").read_text("utf-8"))
    expected = case["expected"]["gately"]
    assert dict(gately(Game.of(case["inputs"]["savings"]))) == pytest.approx(expected, abs=case["tolerance"])
    paid = gately(CostGame.of(case["inputs"]["cost"]))
    assert paid.savings() == pytest.approx(expected, abs=case["tolerance"])


@given(saving_games())
@settings(max_examples=30, deadline=None)
def test_everyone_is_as_tempted_to_disrupt(game: CostGame) -> None:
    """At the Gately point all propensities are the same, and the parts sum to the whole."""
    shares = gately(game, exact=True)
    tempted = list(propensity_to_disrupt(game, shares).values())
    assert tempted == pytest.approx([tempted[0]] * len(tempted))
    assert shares.total == game.exactly(game.players)


@given(saving_games())
@settings(max_examples=30, deadline=None)
def test_it_is_the_split_by_remaining_benefits(game: CostGame) -> None:
    """Gately's point and separable costs – remaining benefits are one split, in costs and in savings."""
    assert dict(gately(game, exact=True)) == dict(scrb(game, exact=True))
    assert dict(gately(game.savings(), exact=True)) == dict(scrb(game.savings(), exact=True))


@given(saving_games(), st.data())
@settings(max_examples=30, deadline=None)
def test_a_propensity_is_the_others_loss_over_ones_own(game: CostGame, data: st.DataObject) -> None:
    """For any coalition it is what the others would lose against paying alone, over what the coalition would."""
    shares = shapley(game, exact=True)
    some = data.draw(st.sets(st.sampled_from(game.players), min_size=1, max_size=len(game.players) - 1))
    rest = set(game.players) - some
    own = game.exactly(some) - sum(shares[player] for player in some)
    others = game.exactly(rest) - sum(shares[player] for player in rest)
    found = coalition_propensity(game, shares, some)
    if own:
        assert found == float(others / own)
    else:
        assert found == math.inf if others > 0 else not math.isfinite(found)
    if len(some) == 1:
        assert propensity_to_disrupt(game, shares)[next(iter(some))] == pytest.approx(found, nan_ok=True)


def test_who_has_nothing_to_lose_is_endlessly_tempted() -> None:
    """Losing nothing it is infinite, of either sign, and where the others lose nothing either it is not a number."""
    game = CostGame.of(TABLE)
    assert propensity_to_disrupt(game, {"A": 11, "H": 4}) == {"A": math.inf, "H": 0}
    assert coalition_propensity(game, {"A": 11, "H": 8}, "A") == -math.inf
    assert math.isnan(coalition_propensity(game, {"A": 11, "H": 7}, "A"))


def test_where_nothing_is_saved_each_pays_its_own() -> None:
    """The only split that is no worse for anybody is what each costs alone."""
    assert dict(gately(CostGame.of({"A": 11, "H": 7, "A+H": 18}))) == {"A": 11, "H": 7}


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"A": 11, "H": 7, "A+H": 19}, "together the players do worse than each alone"),
        (
            {"a": 9, "b": 9, "c": 9, "a+b": 12, "a+c": 12, "b+c": 12, "a+b+c": 21},
            "nobody adds more in the end than alone, and yet something is saved",
        ),
        (
            {"a": 3, "b": 9, "c": 9, "a+b": 9, "a+c": 9, "b+c": 9, "a+b+c": 14},
            "the others do better without a than with it at what it comes to alone",
        ),
    ],
)
def test_where_there_is_no_such_point_that_is_said(table: dict[str, int], message: str) -> None:
    """A game without savings, with a player who would lose, or where no split changes anything has no such point."""
    for game in (CostGame.of(table), CostGame.of(table).savings()):
        with pytest.raises(InvalidValueError, match=message):
            gately(game)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: propensity_to_disrupt(CostGame.of(TABLE), {"A": 8}), "1 of 2 players have no part, such as H"),
        (lambda: propensity_to_disrupt(CostGame.of(TABLE), {"A": 8, "H": math.nan}), "the part of H is nan"),
        (
            lambda: propensity_to_disrupt(CostGame.of({"A": 8}), {"A": 8}),
            "name a coalition of some players but not all",
        ),
        (lambda: coalition_propensity(CostGame.of(TABLE), {"A": 8, "H": 7}, ()), "some who leave and others who stay"),
        (lambda: coalition_propensity(CostGame.of(TABLE), {"A": 8, "H": 7}, "A+H"), "some players but not all"),
    ],
)
def test_what_has_no_propensity_is_refused(ask: Callable[[], object], message: str) -> None:
    """Parts that are missing or endless, and coalitions of nobody or of all, are refused."""
    with pytest.raises(InvalidValueError, match=message):
        ask()


def test_strangers_are_named() -> None:
    """A part for, or a coalition with, somebody who is no player is refused by name."""
    with pytest.raises(UnknownIdError, match="no player 'T'"):
        propensity_to_disrupt(CostGame.of(TABLE), {"A": 8, "H": 7, "T": 0})
    with pytest.raises(UnknownIdError, match="no player 'T'"):
        coalition_propensity(CostGame.of(TABLE), {"A": 8, "H": 7}, "T")
