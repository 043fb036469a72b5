"""The airport game: the literature's fees, types of players, and what is refused."""

import json
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import shapley
from familjen.games.compact.airport import AirportGame
from familjen.games.compact.airport_types import AirportTypes
from familjen.games.compact.fixed_tree import FixedTreeGame

CASES = Path(__file__).parents[2] / "cases"


def literature(name: str) -> dict[str, Any]:
    """Read a case."""
    case: dict[str, Any] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return case


def test_birmingham_airport_charges_as_published() -> None:
    """The Shapley fee of each type of aircraft at Birmingham is the published one, to the penny."""
    case = literature("littlechild_birmingham_airport")
    airport = AirportGame.of_types(case["inputs"]["cost"], case["inputs"]["movements"])
    fees = {kind: float(fee) for kind, fee in airport.shapley_fees().items()}
    assert fees == pytest.approx(case["expected"]["shapley_fee_per_movement"], abs=0.005)
    assert sum(fee * number for fee, number in zip(fees.values(), airport.numbers, strict=True)) == pytest.approx(
        117_676
    )


def test_birmingham_airport_charges_by_the_nucleolus() -> None:
    """The nucleolus fees of the 13,572 movements are those of the recursion in the literature."""
    case = literature("littlechild_birmingham_airport")
    airport = AirportGame.of_types(case["inputs"]["cost"], case["inputs"]["movements"])
    fees = airport.nucleolus_fees()
    assert {kind: float(fee) for kind, fee in fees.items()} == pytest.approx(case["own_nucleolus_fee"], rel=1e-12)
    assert sum(fee * number for fee, number in zip(fees.values(), airport.numbers, strict=True)) == 117_676


def test_the_runway_of_the_encyclopaedia() -> None:
    """Runways that cost 8, 11, 13 and 18 are shared as published."""
    case = literature("airport_wikipedia_8_11_13_18")
    game = AirportGame.of(case["inputs"]["stand_alone_cost"])
    assert dict(shapley(game)) == pytest.approx(case["expected"]["shapley"], abs=case["tolerance"])


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 4)), min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_types_charge_what_each_of_their_movements_pays(types: list[tuple[int, int]]) -> None:
    """Fees by type are the parts in the game that lists every movement."""
    costs = {kind: cost for kind, (cost, _) in enumerate(types)}
    numbers = {kind: number for kind, (_, number) in enumerate(types)}
    airport = AirportGame.of_types(costs, numbers)
    listed = [(kind, each) for kind, number in numbers.items() for each in range(number)]
    game = AirportGame.of({movement: costs[movement[0]] for movement in listed})
    assert [airport.shapley_fees()[kind] for kind, _ in listed] == game.shapley_value()
    assert [airport.nucleolus_fees()[kind] for kind, _ in listed] == game.nucleolus_value()


@given(st.lists(st.integers(0, 30), min_size=1, max_size=20))
@settings(max_examples=30, deadline=None)
def test_a_runway_is_a_tree_that_does_not_branch(costs: list[int]) -> None:
    """Told as a chain of links, each as long as the next runway is longer, the game has the same solutions."""
    game = AirportGame.of(dict(enumerate(costs)))
    chain = sorted({*costs, 0})
    links = {end: (start, end - start) for start, end in pairwise(chain)} or {1: (0, 1)}
    tree = FixedTreeGame.of(links, dict(enumerate(costs)))
    assert tree.shapley_value() == game.shapley_value()
    assert tree.nucleolus_value() == game.nucleolus_value()
    assert tree.at(-1) == game.at(-1)


def test_all_municipalities_land() -> None:
    """With 290 players the solutions are exact, sum to the whole and are in the core."""
    game = AirportGame.of({place: 1000 + place * 7919 % 10_007 for place in range(290)})
    assert sum(game.shapley_value()) == sum(game.nucleolus_value()) == game.at(-1)
    assert shapley(game).is_in_core()
    assert shapley(game, exact=True).worst_off()[1] <= 0


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: AirportGame.of({}), "at least one player"),
        (lambda: AirportGame.of([("a", 1)]), "is no mapping of player to cost"),  # type: ignore[arg-type]
        (lambda: AirportGame.of({"a": -1}), "costs: the cost of a is -1, below zero"),
        (lambda: AirportGame.of({"a": float("nan")}), "the cost of a is nan"),
        (lambda: AirportGame.of({"a": float("inf")}), "the cost of a is inf"),
        (lambda: AirportGame.of({"a": "5"}), "the cost of a is '5', which is not a number"),
        (lambda: AirportGame.of({"a": 10**400}), r"up to 10\^300"),
        (lambda: AirportGame(("a",), (Fraction(1), Fraction(2))), "the cost is given 2 times for 1"),
        (lambda: AirportGame(("a",), (1.0,)), "the cost of a is 1.0, which is no Fraction"),  # type: ignore[arg-type]
        (lambda: AirportGame(("a", "a"), (Fraction(1),) * 2), "'a' is a player twice"),
        (lambda: AirportGame.of_types({"a": 1}, {"a": 0}), "numbers: the number of a is 0; give a whole number from 1"),
        (lambda: AirportGame.of_types({"a": 1}, {"a": 2.0}), "the number of a is 2.0"),  # type: ignore[dict-item]
        (lambda: AirportGame.of_types({"a": 1}, {}), "a has a cost and no number"),
        (lambda: AirportGame.of_types({"a": 1}, [2]), "no mapping of type to number"),  # type: ignore[arg-type]
        (lambda: AirportTypes(("a",), (Fraction(1),), ()), "the number is given 0 times for 1"),
    ],
)
def test_what_is_no_airport_is_refused(make: Callable[[], object], message: str) -> None:
    """Costs and numbers that are missing, negative, endless or no numbers are refused in words."""
    with pytest.raises(InvalidValueError, match=message):
        make()


def test_unknown_types_are_named() -> None:
    """A number for a type without a cost is refused, with the types that there are."""
    with pytest.raises(UnknownIdError, match="no type 'jett'; did you mean 'jet'"):
        AirportGame.of_types({"jet": 3}, {"jet": 2, "jett": 1})
