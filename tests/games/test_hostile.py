"""What hostile and naive callers give: refused in words, or right all the same."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from familjen import games
from familjen.errors import InvalidValueError
from familjen.games import (
    ClaimsGame,
    CostGame,
    CostShares,
    Game,
    claims,
    core,
    disruption_nucleolus,
    merge,
    myerson,
    per_capita_nucleolus,
    proportional_nucleolus,
    shapley,
    tau,
)
from familjen.games.claims import ClaimsProblem

TABLE = {"A": 11, "H": 7, "A+H": 15}
THREE = {"a": 1, "b": 1, "c": 1, "a+b": 2, "a+c": 2, "b+c": 2, "a+b+c": 3}


def test_billions_are_shared_per_member() -> None:
    """A divisor of one is above zero however large the costs are."""
    shares = per_capita_nucleolus(CostGame.of({"a": 10**9, "b": 10**9, "a+b": 15 * 10**8}))
    assert dict(shares) == {"a": 7.5e8, "b": 7.5e8}


@pytest.mark.parametrize("unit", [1e-20, 1e-10, 1.0, 1e100])
@pytest.mark.parametrize("method", [proportional_nucleolus, disruption_nucleolus])
def test_the_unit_of_account_does_not_matter(method: Callable[[Game], CostShares], unit: float) -> None:
    """Divisors as small or as large as amounts can be lead to the same parts in their unit."""
    values = np.array([0, 3, 4, 6, 5, 7, 8, 9.0])
    here = method(CostGame.from_vector(["x", "y", "z"], values))
    there = method(CostGame.from_vector(["x", "y", "z"], values * unit))
    assert [float(part) / unit for part in there.values()] == pytest.approx(list(here.values()))


@pytest.mark.parametrize(
    ("method", "game", "parts"),
    [
        (disruption_nucleolus, CostGame.of({"a": 10, "b": 10, "a+b": 19.999999999}), [9.9999999995] * 2),
        (proportional_nucleolus, CostGame.of({"a": 0.001, "b": 10**8, "a+b": 10**8}), [0.001, 99999999.999]),
    ],
)
def test_divisors_may_be_far_apart_or_next_to_nothing(
    method: Callable[[Game], CostShares], game: Game, parts: list[float]
) -> None:
    """What the solver would take for zero is told exactly."""
    assert list(method(game).values()) == pytest.approx(parts)


def test_a_mapping_has_a_default() -> None:
    """Who is no player gets the default, as of any mapping."""
    assert shapley(CostGame.of(TABLE)).get("Z", 0) == 0
    assert shapley(CostGame.of(TABLE)).get("A") == 9.5


def test_labels_may_come_from_arrays() -> None:
    """Players that are numbers of an array are found by their value."""
    game = CostGame.from_vector(np.array([1, 2, 3]), range(8))
    assert game((1, 2)) == game((np.int64(1), np.int64(2))) == 3
    assert sum(myerson(game, [(1, 2)]).values()) == 7


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: CostGame.from_vector({"a", "b"}, range(4)), "has no order; give the players as a list"),
        (lambda: CostGame.from_vector(b"ab", range(4)), "is no list of players"),
        (lambda: CostGame.from_vector(["a", "b"], {0: 0, 1: 1, 2: 2, 3: 3}), "is no vector of numbers"),
        (lambda: CostGame.from_vector(["a"], {0, 1}), "is no vector of numbers"),
        (lambda: CostGame.from_vector(["a"], np.ma.array([0, 1.0], mask=[0, 1])), "is no vector of numbers"),
        (lambda: CostGame(("a",), np.ma.array([0, 1.0])), "no array of float64"),
        (lambda: Game(("a",), np.array([0.0, 5.0]), (Fraction(0), Fraction(7))), "a is exactly .* and 5 as a float"),
        (lambda: Game(("a",), np.array([0.0, 5.0]), (0, 5)), "nobody is exactly 0"),  # type: ignore[arg-type]
        (lambda: CostGame.of({"a": Fraction(1, 10**400)}), r"go down to 10\^-300"),
        (lambda: CostShares.of(CostGame.of(TABLE), {"A": 9, "H": 6}, "x"), "is no row of numbers"),
        (lambda: CostShares.of(CostGame.of(TABLE), None, "x"), "None is no row of numbers"),  # type: ignore[arg-type]
        (lambda: CostShares.of(CostGame.of(TABLE), np.array(3.0), "x"), "1 numbers for 2 players"),
        (lambda: merge(CostGame.of(THREE), ("a", "b"), frozenset({"c"})), "reads as a coalition of others too"),
        (lambda: Game.from_vector(["a", "b", "a+b"], range(8)), "'a\\+b' is a player and reads as a coalition"),
        (lambda: Game.from_vector([" "], range(2)), "' ' is a player and reads as a coalition"),
        (lambda: ClaimsProblem(1.5, ("a",), (Fraction(2),)), "the estate is 1.5, which is no Fraction"),  # type: ignore[arg-type]
        (lambda: ClaimsProblem(Fraction(1), ("a",), (2.0,)), "the claim of a is 2.0, which is no"),  # type: ignore[arg-type]
        (
            lambda: shapley(CostGame.from_vector(["a", "b"], np.array([0, 10.1, 20.2, 30.3]))).to_amounts(),
            r"≈ 30\.30 as a float \(give the numbers as a list or as Decimals\)",
        ),
        (
            lambda: CostShares.of(
                CostGame.of({"a": 10**10, "b": 10**10, "a+b": 10**10}), [5e9 + 0.255, 5e9 - 0.5], "x"
            ).to_amounts(),
            r"more than rounding to 0\.01 makes up for",
        ),
    ],
    ids=range(19),
)
def test_what_would_be_read_wrong_is_refused(make: Callable[[], object], message: str) -> None:
    """What has no order, hides numbers, says two things or would be rounded away is refused with what is right."""
    with pytest.raises(InvalidValueError, match=message):
        make()


@pytest.mark.parametrize(
    "name", [*games.METHODS, "bird", "component_tree", "core", "core_vertices", "egs", "folk", "least_core", "soc"]
)
@pytest.mark.parametrize("nothing", [None, 3, "A+H", {"A": 1}])
def test_what_is_no_game_is_refused_by_all(name: str, nothing: Any) -> None:
    """Every method says of what is no game that it is none."""
    with pytest.raises(InvalidValueError, match="is no game"):
        getattr(games, name)(nothing)


@pytest.mark.parametrize("name", ["bird", "component_tree", "egs", "folk", "irreducible", "soc"])
def test_rules_for_one_kind_of_game_refuse_others(name: str) -> None:
    """A rule for spanning trees, queues or pools says what kind of game it is for."""
    with pytest.raises(InvalidValueError, match=r"is no (SpanningTree|Sequencing|Pooling)Game, which this rule is for"):
        getattr(games, name)(CostGame.of(TABLE))


def test_a_copy_is_as_read_only_as_the_game() -> None:
    """A game from another process cannot be written through either."""
    copy = pickle.loads(pickle.dumps(CostGame.of(TABLE)))
    assert copy == CostGame.of(TABLE)
    assert not copy.values.flags.writeable


def test_an_estate_of_nothing_has_a_core() -> None:
    """Where there is nothing to share among thirds, the noise of floats is not taken for a reason to leave."""
    game = ClaimsGame.of(0, {"a": Fraction(5, 3), "b": 0, "c": 2})
    assert core(game).verify(game)
    assert shapley(game).is_in_core()
    assert shapley(game, exact=True).is_in_core()
    assert not CostShares.of(game, [Fraction(1, 3), Fraction(0), Fraction(-1, 3)], "x").is_in_core()


def test_the_largest_numbers_have_a_tau_value() -> None:
    """Numbers of two hundred digits are split without an overflow."""
    costs = {"a": 3e200, "b": 4e200, "c": 5e200, "a+b": 6e200, "a+c": 7e200, "b+c": 8e200, "a+b+c": 9e200}
    assert [float(part) / 1e200 for part in tau(CostGame.of(costs)).values()] == pytest.approx([2, 3, 4])


def test_a_float_that_is_short_of_a_decimal_can_be_paid_as_asked() -> None:
    """The whole of an array of floats is rounded to what is to be paid."""
    shares = shapley(CostGame.from_vector(["a", "b"], np.array([0, 10.1, 20.2, 30.3])))
    assert sum(shares.to_amounts(whole=Decimal("30.30")).values()) == Decimal("30.30")


@pytest.mark.parametrize("name", [name for name in claims.__all__ if name not in {"ClaimsProblem", "need_problem"}])
def test_claims_rules_refuse_what_is_no_problem(name: str) -> None:
    """Every rule for claims says of what is no claims problem that it is none."""
    with pytest.raises(InvalidValueError, match=r"None is no claims problem; make one with ClaimsProblem.of"):
        getattr(claims, name)(None)


@pytest.mark.parametrize("unit", [1e-299, 1e299])
@pytest.mark.parametrize("name", sorted(games.METHODS))
def test_numbers_at_the_ends_of_floats_are_split_and_told(name: str, unit: float) -> None:
    """Costs next to the smallest and the largest floats are split without a warning, and can be read."""
    values = np.array([0, 3, 4, 6, 5, 7, 8, 9.0]) * unit
    shares = games.METHODS[name](CostGame.from_vector(["x", "y", "z"], values))
    assert float(shares.total) == pytest.approx(9 * unit, rel=1e-2)
    assert len(shares.explain().lines) > 3
    assert len(shares.to_rows()) == 3


@pytest.mark.parametrize("unit", [[1e-320, 1e-320], [3e-300, 6e299]])
def test_divisors_that_floats_cannot_hold_are_refused(unit: list[float]) -> None:
    """Where a coalition costs next to nothing, there is no excess in proportion to that."""
    game = CostGame.from_vector(["x", "y"], np.array([0, unit[0], unit[1], sum(unit) / 2]))
    with pytest.raises(InvalidValueError, match=r"is divided by .* which is next to nothing"):
        proportional_nucleolus(game, preimputation=True)
