"""The indices: by definition, by the literature, and beside another library."""

import json
from fractions import Fraction
from pathlib import Path

import coopgame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.influence.bodies import any_body, brute, votes

from familjen.games import shapley
from familjen.influence import (
    INDICES,
    Body,
    Chambers,
    WeightedVotes,
    dictator,
    dummies,
    power_to_act,
    unanimity,
    veto_players,
    voting_power,
)

CASES = Path(__file__).parents[1] / "cases"
SUMMING = [name for name, index in INDICES.items() if index.sums_to_one]

# As the documentation of the R package CoopGame 0.2.2 prints them, of which the Deegan–Packel index is from Holler and
# Illing, Einführung in die Spieltheorie (2006), and the public good index from Holler, Encyclopedia of Power (2011).
PUBLISHED = [
    pytest.param("johnston", 4, [3, 2, 1], [0.6666667, 0.1666667, 0.1666667], id="johnston"),
    pytest.param(
        "deegan_packel", 51, [35, 20, 15, 15, 15], [0.3, 0.15, 0.1833333, 0.1833333, 0.1833333], id="deegan-packel"
    ),
    pytest.param("holler", 51, [35, 20, 15, 15, 15], [0.2666667, 0.1333333, 0.2, 0.2, 0.2], id="holler"),
    pytest.param("banzhaf", 12, [8, 6, 4, 2], [0.625, 0.375, 0.375, 0.125], id="banzhaf"),
    pytest.param("banzhaf_normalised", 12, [8, 6, 4, 2], [0.41666667, 0.25, 0.25, 0.08333333], id="banzhaf-normalised"),
    pytest.param("banzhaf", 67, [50, 30, 20], [0.75, 0.25, 0.25], id="banzhaf-of-three"),
]


@pytest.mark.parametrize(("index", "quota", "weights", "expected"), PUBLISHED)
def test_published_indices(index: str, quota: int, weights: list[int], expected: list[float]) -> None:
    """What another package's documentation prints from the literature comes out."""
    power = voting_power(WeightedVotes.of(dict(enumerate(weights)), quota=quota), index)
    assert [float(each) for each in power.values()] == pytest.approx(expected, abs=1e-7)


def test_the_shapley_shubik_index_of_stach() -> None:
    """The published Shapley–Shubik index of four players comes out."""
    case = json.loads((CASES / "shapley_shubik_stach_2011.json").read_text("utf-8"))
    power = voting_power(WeightedVotes.of(case["inputs"]["weights"], quota=case["inputs"]["quota"]))
    assert dict(power) == pytest.approx(case["expected"]["shapley_shubik"], abs=case["tolerance"])


def test_the_six_of_1958() -> None:
    """In the Council of the six, Luxembourg had a vote and no power: 5/21, 3/21 and nothing."""
    six = {"Germany": 4, "France": 4, "Italy": 4, "Netherlands": 2, "Belgium": 2, "Luxembourg": 1}
    votes = WeightedVotes.of(six, quota=12)
    normalised = voting_power(votes, "banzhaf_normalised")
    assert list(normalised.values()) == [Fraction(5, 21)] * 3 + [Fraction(1, 7)] * 2 + [0]
    assert dummies(votes) == ("Luxembourg",)


def test_the_security_council_by_chambers() -> None:
    """Nine of fifteen with five vetoes give 421/2145 each to the permanent, as the weights 7 and 1 to 39 do."""
    members = range(15)
    council = Chambers.of(WeightedVotes.of(dict.fromkeys(members, 1), quota=9), veto=range(5))
    weighted = WeightedVotes.of({who: 7 if who < 5 else 1 for who in members}, quota=39)
    expected = [Fraction(421, 2145)] * 5 + [Fraction(4, 2145)] * 10
    assert list(voting_power(council).values()) == list(voting_power(weighted).values()) == expected
    assert veto_players(council) == (0, 1, 2, 3, 4)
    for index in INDICES:
        assert voting_power(council, index).numbers == voting_power(weighted, index).numbers


@pytest.mark.parametrize("index", INDICES)
@given(any_body(5))
@settings(max_examples=30, deadline=None)
def test_every_index_is_its_definition(index: str, body: Body) -> None:
    """Each index is exactly what going through coalitions or orders by the definition gives."""
    assert list(voting_power(body, index).numbers) == brute(body, index)


@pytest.mark.parametrize("index", SUMMING)
@given(any_body(9))
@settings(max_examples=30, deadline=None)
def test_normalised_indices_sum_to_one(index: str, body: Body) -> None:
    """Indices that are shares sum to one exactly, and none is below zero."""
    numbers = voting_power(body, index).numbers
    assert sum(numbers) == 1
    assert min(numbers) >= 0


@pytest.mark.parametrize("index", INDICES)
@given(votes(7))
@settings(max_examples=30, deadline=None)
def test_equals_have_equal_power_and_dummies_none(index: str, body: WeightedVotes) -> None:
    """Members of equal weight have the same power, and who never makes a difference has zero."""
    power = voting_power(body, index)
    for weight in set(body.weights):
        same = {power[who] for who, each in zip(body.members, body.weights, strict=True) if each == weight}
        assert len(same) == 1
    assert all(power[who] == 0 for who in dummies(body))
    if (one := dictator(body)) is not None:
        assert power[one] == 1


@given(votes(7))
@settings(max_examples=30, deadline=None)
def test_other_libraries_agree(body: WeightedVotes) -> None:
    """The package coopgame-py gives the same indices."""
    game = coopgame.Game.weighted_voting([float(each) for each in body.weights], float(body.quota))
    theirs = coopgame.power_indices(game)
    names = {
        "johnston": "johnston",
        "deegan_packel": "deegan_packel",
        "holler": "public_good",
        "coleman_prevent": "coleman_prevent",
        "coleman_initiate": "coleman_initiative",
    }
    for ours, name in names.items():
        assert [float(each) for each in voting_power(body, ours).numbers] == pytest.approx(theirs[name])
    assert [float(each) for each in voting_power(body).numbers] == pytest.approx(coopgame.shapley(game))
    assert [float(each) for each in voting_power(body, "banzhaf").numbers] == pytest.approx(coopgame.banzhaf(game))
    assert float(power_to_act(body)) == pytest.approx(theirs["coleman_collectivity"])


@given(votes(7))
@settings(max_examples=30, deadline=None)
def test_the_voting_game_agrees(body: WeightedVotes) -> None:
    """As a game, its Shapley value is the Shapley–Shubik index."""
    assert shapley(body.to_game(), exact=True).numbers == voting_power(body).numbers


@given(votes(6), st.fractions(Fraction(1, 50), Fraction(50)))
@settings(max_examples=30, deadline=None)
def test_the_unit_does_not_matter(body: WeightedVotes, unit: Fraction) -> None:
    """Weights and quota times the same number give the same power."""
    weights = {who: weight * unit for who, weight in zip(body.members, body.weights, strict=True)}
    again = WeightedVotes.of(weights, quota=body.quota * unit)
    assert voting_power(again).numbers == voting_power(body).numbers


def test_unanimity() -> None:
    """Where all must agree each can prevent everything, and a coalition in 2ⁿ wins."""
    body = unanimity(["A", "B", "C", "D"])
    assert set(voting_power(body).numbers) == {Fraction(1, 4)}
    assert set(voting_power(body, "coleman_prevent").numbers) == {1}
    assert power_to_act(body) == Fraction(1, 16)
    assert veto_players(body) == body.members
    assert dictator(body) is None
