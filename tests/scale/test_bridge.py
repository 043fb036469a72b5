"""From a service to a game: every coalition costs what the service costs it."""

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.drawn import NAMES, curves, services

from familjen.errors import IntractableError, InvalidValueError
from familjen.games import CostGame, ScaleGame, shapley
from familjen.scale import (
    Cooperating,
    CostCurve,
    Distance,
    FixedVariable,
    PiecewiseLinearCurve,
    PowerCurve,
    ServiceCost,
    to_game,
)


def need_same(service: ServiceCost) -> None:
    """Compare every coalition of the game with the service."""
    game = to_game(service)
    assert tuple(game.players) == service.parties
    for number in range(1, len(service.parties) + 1):
        for members in itertools.combinations(service.parties, number):
            mask = sum(1 << service.parties.index(name) for name in members)
            assert float(game.at(mask)) == pytest.approx(service.cost(members), rel=1e-9, abs=1e-6)


@given(services(most=6))
@settings(max_examples=40, deadline=None)
def test_any_service_is_its_game(service: ServiceCost) -> None:
    """Whatever the service holds, every coalition of the game costs what the service says."""
    need_same(service)


@given(curves(), st.lists(st.integers(1, 90_000), min_size=1, max_size=6), st.integers(0, 200_000))
@settings(max_examples=40, deadline=None)
def test_a_curve_alone_is_its_game(curve: CostCurve, sizes: list[int], link: int) -> None:
    """A service of one curve, with or without a cost of each further member, is its game in every form."""
    own = Cooperating(per_further_member=link)
    need_same(ServiceCost.of(dict(zip(NAMES, sizes, strict=False)), curve, cooperating=own))


BENT = PiecewiseLinearCurve([(1_000, 500_000), (20_000, 900_000), (50_000, 1_000_000)], fixed=400_000)


@pytest.mark.parametrize(
    ("curve", "cooperating", "kind"),
    [
        (PowerCurve(9, -0.1), Cooperating(), ScaleGame),
        (PowerCurve(9, -0.1, reference=1_000), Cooperating(), ScaleGame),
        (PowerCurve(9, 0), Cooperating(), ScaleGame),
        (PowerCurve(9, 0.1), Cooperating(), CostGame),
        (PowerCurve(9, -1), Cooperating(), CostGame),
        (PowerCurve(9, -0.1), Cooperating(per_further_member=1), CostGame),
        (FixedVariable(900, 5), Cooperating(per_further_member=10), ScaleGame),
        (FixedVariable(900, 0), Cooperating(), ScaleGame),
        (FixedVariable(0, 0), Cooperating(), ScaleGame),
        (FixedVariable(900, 5), Cooperating(per_further_member=901), CostGame),
        (FixedVariable(900, 5), Cooperating(per_pair=1), CostGame),
        (FixedVariable(900, 5), Cooperating(host_overhead=0.1), CostGame),
        (BENT, Cooperating(), ScaleGame),
        (BENT, Cooperating(per_further_member=9), ScaleGame),
        (PiecewiseLinearCurve([(5_000, 100), (20_000, 9_000)]), Cooperating(), CostGame),
    ],
    ids=[
        "power",
        "power of a reference",
        "proportional",
        "dearer by size",
        "constant",
        "power and link",
        "fixed and link",
        "fixed alone",
        "free",
        "link above fixed",
        "pairs",
        "overhead",
        "bent",
        "bent and link",
        "bent upwards",
    ],
)
def test_the_form_is_compact_where_it_can_be(curve: CostCurve, cooperating: Cooperating, kind: type[Any]) -> None:
    """What has the form of a scale game becomes one, anything else a table, and both cost what the service does."""
    service = ServiceCost.of({"Ale": 900, "Bjuv": 19_000, "Klippan": 40_000}, curve, cooperating=cooperating)
    assert type(to_game(service)) is kind
    need_same(service)


def test_what_counts_beside_the_curve_makes_a_table() -> None:
    """What is paid today, or distance, is beyond a scale game."""
    sizes, curve = {"Ale": 9, "Bjuv": 16}, FixedVariable(20, 1)
    assert type(to_game(ServiceCost.of(sizes, curve, alone={"Ale": 1, "Bjuv": 2}))) is CostGame
    assert type(to_game(ServiceCost.of(sizes, curve, distance=Distance.of({("Ale", "Bjuv"): 3}, 1)))) is CostGame


def test_hundreds_of_parties_need_no_table() -> None:
    """A scale game goes for hundreds of parties; another form is refused above the limit, and says what to do."""
    sizes = {f"P{place}": 1_000 + place for place in range(290)}
    found = shapley(to_game(ServiceCost.of(sizes, FixedVariable(290_000, 50))))
    assert float(found["P0"]) == pytest.approx(1_000 + 50 * 1_000)
    paid = ServiceCost.of(sizes, alone=sizes)
    with pytest.raises(IntractableError, match=r"290 parties have 2\^290 coalitions.*split by size or alone"):
        to_game(paid)
    with pytest.raises(IntractableError, match=r"3 parties have 2\^3 coalitions"):
        to_game(ServiceCost.of({"A": 1, "B": 2, "C": 3}, PowerCurve(1, 0.5)), limit=2)


@pytest.mark.parametrize("service", [None, 5, "IT", {}], ids=["none", "number", "text", "dict"])
def test_what_is_no_service_is_refused(service: Any) -> None:
    """Only a service becomes a game."""
    with pytest.raises(InvalidValueError, match=r"service: .* is no ServiceCost"):
        to_game(service)
