"""Rules for claims: the literature, and the laws that each keeps."""

import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.games import claims
from familjen.games.claims import ClaimsProblem

CASES = Path(__file__).parents[1] / "cases"
Rule = Callable[[ClaimsProblem], dict[object, Fraction]]
RULES: list[Rule] = [getattr(claims, name) for name in claims.__all__ if name != "ClaimsProblem"]


@st.composite
def problems(draw: st.DrawFn) -> ClaimsProblem:
    """Draw claims, some of them zero or equal, and an estate that they reach."""
    asked = draw(st.lists(st.integers(0, 60), min_size=1, max_size=6))
    return ClaimsProblem.of(draw(st.integers(0, sum(asked))), dict(enumerate(asked)))


@pytest.mark.parametrize("rule", RULES)
def test_the_fisheries_of_the_north_sea_are_shared_as_published(rule: Rule) -> None:
    """Seven countries' claims on a quota come out as in the literature."""
    case = json.loads((CASES / "claims_gallastegui_fishing.json").read_text("utf-8"))
    awards = rule(ClaimsProblem.of(case["inputs"]["endowment"], case["inputs"]["claims"]))
    expected = case["expected"][rule.__name__]
    assert {who: float(award) for who, award in awards.items()} == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("estate", [100, 200, 300])
def test_the_three_estates_of_the_talmud(estate: int) -> None:
    """The Talmud's three divisions among claims of 100, 200 and 300 come out."""
    case = json.loads((CASES / f"talmud_estate_{estate}.json").read_text("utf-8"))
    awards = claims.talmud(ClaimsProblem.of(estate, case["inputs"]["claims"]))
    expected = case["expected"]["talmud_rule"]
    assert {who: float(award) for who, award in awards.items()} == pytest.approx(expected)


@pytest.mark.parametrize("rule", RULES)
@given(problem=problems())
@settings(max_examples=60, deadline=None)
def test_awards_sum_to_the_estate_and_keep_within_the_claims(rule: Rule, problem: ClaimsProblem) -> None:
    """Every award lies between zero and the claim, they sum exactly, and larger claims get and lose no less."""
    awards = list(rule(problem).values())
    assert sum(awards) == problem.estate
    assert all(0 <= award <= claim for award, claim in zip(awards, problem.claims, strict=True))
    ordered = sorted(zip(problem.claims, awards, strict=True))
    for (claim, award), (more, larger) in pairwise(ordered):
        assert award <= larger
        assert claim - award <= more - larger


@pytest.mark.parametrize("rule", [claims.proportional, claims.talmud, claims.adjusted_proportional])
@given(problem=problems())
@settings(max_examples=40, deadline=None)
def test_some_rules_are_self_dual(rule: Rule, problem: ClaimsProblem) -> None:
    """Sharing the loss by the rule and sharing the estate by it come to the same."""
    lost = rule(ClaimsProblem(problem.loss, problem.players, problem.claims))
    awards = rule(problem)
    assert all(
        awards[player] == claim - lost[player] for player, claim in zip(problem.players, problem.claims, strict=True)
    )


@given(problems())
@settings(max_examples=40, deadline=None)
def test_equal_awards_and_equal_losses_are_dual(problem: ClaimsProblem) -> None:
    """What equal losses give is the claim less what equal awards make of the loss."""
    lost = claims.constrained_equal_awards(ClaimsProblem(problem.loss, problem.players, problem.claims))
    awards = claims.constrained_equal_losses(problem)
    assert [awards[player] + lost[player] for player in problem.players] == list(problem.claims)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ClaimsProblem.of(10, {}), "at least one player"),
        (lambda: ClaimsProblem.of(10, {"a": 4, "b": 5}), "claims come to 9, less than the estate of 10"),
        (lambda: ClaimsProblem.of(-1, {"a": 4}), "the estate is -1, below zero"),
        (lambda: ClaimsProblem.of(1, {"a": 4, "b": Decimal(-2)}), "the claim of b is -2, below zero"),
        (lambda: ClaimsProblem(Fraction(-1), ("a",), (Fraction(4),)), "the estate is -1"),
        (lambda: ClaimsProblem(Fraction(1), ("a",), ()), "0 claims of 1 players"),
        (lambda: ClaimsProblem.of(1, [("a", 4)]), "is no mapping of player to claim"),  # type: ignore[arg-type]
        (lambda: ClaimsProblem.of(1, {"a": float("inf")}), "the claim of a is inf, which is not"),
    ],
)
def test_what_is_no_problem_is_refused(make: Callable[[], object], message: str) -> None:
    """Claims that are negative, endless, missing or too small are refused in words."""
    with pytest.raises(InvalidValueError, match=message):
        make()
