"""The bankruptcy game: the Talmud's estates, random arrival, and what is refused."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from tests.games.compact.drawn import claims_games

from familjen.errors import InvalidValueError
from familjen.games import CostShares
from familjen.games.compact.claims_game import ClaimsGame

CASES = Path(__file__).parents[2] / "cases"


@pytest.mark.parametrize("estate", [100, 200, 300])
def test_the_nucleolus_is_the_talmuds_division(estate: int) -> None:
    """The nucleolus of the game gives the Talmud's three divisions."""
    case = json.loads((CASES / f"talmud_estate_{estate}.json").read_text("utf-8"))
    game = ClaimsGame.of(estate, case["inputs"]["claims"])
    parts = dict(zip(game.players, map(float, game.nucleolus_value()), strict=True))
    assert parts == pytest.approx(case["expected"]["talmud_rule"])


@given(claims_games())
@settings(max_examples=40, deadline=None)
def test_a_coalition_has_what_the_others_leave(game: ClaimsGame) -> None:
    """A coalition's gain is the estate less the claims of all others, or nothing."""
    for mask in range(1, 1 << len(game.players)):
        others = sum(claim for place, claim in enumerate(game.claims) if not mask >> place & 1)
        assert game.at(mask) == max(0, game.estate - others)


def test_all_municipalities_claim() -> None:
    """With 290 players both solutions are exact, sum to the estate, and leave nobody a reason to leave."""
    game = ClaimsGame.of(150, {place: 1 + place * 7919 % 97 for place in range(290)})
    for parts in (game.shapley_value(), game.nucleolus_value()):
        assert sum(parts) == game.estate
        assert game.most_excess(np.array([float(part) for part in parts]))[1] <= 1e-9
    assert CostShares.of(game, game.nucleolus_value(), "nucleolus").is_in_core()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ClaimsGame.of(10, {}), "at least one player"),
        (lambda: ClaimsGame.of(10, {"a": 4, "b": 5}), "claims come to 9, less than the estate of 10"),
        (lambda: ClaimsGame.of(-1, {"a": 4}), "the estate is -1, below zero"),
        (lambda: ClaimsGame.of(float("nan"), {"a": 4}), "the estate is nan"),
        (lambda: ClaimsGame.of(1, {"a": -4}), "the claim of a is -4, below zero"),
        (lambda: ClaimsGame(1, ("a",), (Fraction(4),)), "the estate is 1, which is no Fraction"),  # type: ignore[arg-type]
        (lambda: ClaimsGame(Fraction(1), ("a",), (4,)), "the claim of a is 4, which is no"),  # type: ignore[arg-type]
        (lambda: ClaimsGame(Fraction(1), ("a",), ()), "the claim is given 0 times for 1"),
    ],
)
def test_what_is_no_estate_is_refused(make: Callable[[], object], message: str) -> None:
    """Claims that are missing, negative or too small, and an estate that is none, are refused in words."""
    with pytest.raises(InvalidValueError, match=message):
        make()
