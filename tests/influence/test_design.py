"""Designing a vote: quotas near proportion, square roots, and how far power is from a target."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import sqrt
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.influence.bodies import votes

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.influence import (
    WeightedVotes,
    distance,
    jagiellonian_votes,
    proportional_quota,
    square_root_weights,
    voting_power,
)

PEOPLE = {"Helsingborg": 152_776, "Landskrona": 47_571, "Ängelholm": 45_159, "Höganäs": 28_489, "Perstorp": 7_115}
VOTES = WeightedVotes.of(PEOPLE, majority="more than half")


@given(votes(5), st.sampled_from(["squares", "absolute"]))
@settings(max_examples=30, deadline=None)
def test_no_whole_quota_is_better(body: WeightedVotes, measure: str) -> None:
    """Of all whole quotas above half, none brings power nearer to the weights than the one found."""
    found = proportional_quota(body, measure=measure)
    assert found.complete
    for quota in range(int(body.total) // 2 + 1, int(body.total) + 1):
        there = distance(voting_power(attrs.evolve(body, quota=Fraction(quota))), measure=measure)
        assert found.distance <= there


def test_large_weights_have_their_sums_tried() -> None:
    """With few members each sum of weights is tried, which is every quota that differs."""
    found = proportional_quota(VOTES, points=10)
    assert found.complete
    assert len(found.tried) == 2**4
    assert found.distance < found.at_majority
    assert found.quota > VOTES.quota
    assert "is among the 16 tried" in found.explain()
    assert "är bland de 16 prövade" in found.explain("sv")


def test_a_grid_says_so() -> None:
    """With many members a grid is tried, from more than half to all, and the result says that it is one."""
    body = WeightedVotes.of({place: 100 + 7 * place for place in range(13)}, majority="more than half")
    found = proportional_quota(body, points=7)
    assert not found.complete
    assert len(found.tried) == 7
    assert found.tried[0][0] == body.quota
    assert found.tried[-1][0] == body.total
    assert "A grid of 7 quotas" in found.explain()
    assert "Ett rutnät av 7 kvoter" in found.explain("sv")
    assert len(proportional_quota(body, points=1).tried) == 1


def test_a_target_may_be_another_than_the_weights() -> None:
    """Power may be brought near to anything, by any index, and the result shows itself."""
    seats = WeightedVotes.of(dict.fromkeys(PEOPLE, 2), majority="more than half")
    found = proportional_quota(seats, PEOPLE, index="banzhaf", measure="absolute")
    assert found.distance == found.at_majority
    assert repr(found).startswith("ProportionalQuota(6, absolute 0.")
    assert "absolute differences" in found.explain()
    assert "absoluta skillnader" in found.explain("sv")
    assert "<table>" in found._repr_html_()
    assert found.to_rows()[-1] == {"quota": 10.0, "share": 1.0, "distance": pytest.approx(float(found.at_majority))}


@given(votes(6), st.data())
@settings(max_examples=60, deadline=None)
def test_distance_is_zero_just_in_proportion(body: WeightedVotes, data: st.DataObject) -> None:
    """Power is at no distance from what it is in proportion to, and at some from all else; in all at most two."""
    power = voting_power(body)
    measure = data.draw(st.sampled_from(["squares", "absolute"]))
    assert distance(power, {member: 7 * number for member, number in dict(power).items()}, measure=measure) == 0
    drawn = data.draw(st.fixed_dictionaries({member: st.integers(0, 4) for member in power.members}).filter(_some))
    total, whole = sum(power.numbers), sum(drawn.values())
    is_equal = all(number * whole == drawn[member] * total for member, number in dict(power).items())
    assert (distance(power, drawn, measure=measure) == 0) == is_equal
    assert 0 <= distance(power, drawn, measure="absolute") <= 2
    assert distance(power, drawn) <= distance(power, drawn, measure="absolute") ** 2


def _some(target: dict[Any, int]) -> bool:
    return any(target.values())


def test_distance_by_hand() -> None:
    """With votes 4, 3 and 2 any two decide: power is a third each, a ninth from the largest and from the smallest."""
    power = voting_power(WeightedVotes.of({"A": 4, "B": 3, "C": 2}, majority="more than half"))
    assert distance(power) == Fraction(2, 81)
    assert distance(power, measure="absolute") == Fraction(2, 9)
    assert distance(power, {"A": 1, "B": 0, "C": 0}, measure="absolute") == Fraction(4, 3)
    assert distance(power, {"A": 1, "B": 0, "C": 0}) == Fraction(2, 3)


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=9).filter(any))
@settings(max_examples=30, deadline=None)
def test_square_roots_are_rounded_to_the_unit(people: list[int]) -> None:
    """Each weight is within half a unit of the square root, and a multiple of the unit."""
    unit = Decimal("0.01")
    for member, weight in square_root_weights(dict(enumerate(people)), unit).items():
        assert abs(float(weight) - sqrt(people[member])) <= 0.005 + 1e-9
        assert weight % unit == 0


def test_the_quota_of_the_jagiellonian_compromise() -> None:
    """The quota is the mean of all weights and the root of the sum of their squares, and power comes nearer."""
    body = jagiellonian_votes(PEOPLE)
    roots = [sqrt(number) for number in PEOPLE.values()]
    assert float(body.quota) == pytest.approx((sum(roots) + sqrt(sum(PEOPLE.values()))) / 2, abs=0.3)
    at_half = WeightedVotes.of(square_root_weights(PEOPLE), majority="more than half")
    near, far = (distance(voting_power(each, "banzhaf_normalised")) for each in (body, at_half))
    assert near < far
    assert jagiellonian_votes({"A": 9}).quota == 3


POWER = voting_power(VOTES)


@pytest.mark.parametrize(
    ("ask", "match"),
    [
        pytest.param(lambda: square_root_weights({"A": -1}), "give zero or more", id="negative"),
        pytest.param(lambda: square_root_weights({"A": 2.5}), r"write Decimal\('2\.5'\)", id="float"),
        pytest.param(lambda: square_root_weights({"A": float("nan")}), "not a finite number", id="nan"),
        pytest.param(lambda: square_root_weights({}), "at least one player", id="nobody"),
        pytest.param(lambda: square_root_weights({"A": 0}), "rounds all weights to zero", id="zero"),
        pytest.param(lambda: square_root_weights({"A": 4}, Decimal(0)), "Decimal above zero", id="unit-zero"),
        pytest.param(lambda: square_root_weights({"A": 4}, Decimal("nan")), "Decimal above zero", id="unit-nan"),
        pytest.param(lambda: square_root_weights({"A": 4}, 0.1), "Decimal above zero", id="unit-float"),  # type: ignore[arg-type]
        pytest.param(lambda: square_root_weights([4]), "no mapping of members", id="list"),  # type: ignore[arg-type]
        pytest.param(lambda: proportional_quota(PEOPLE), "is no WeightedVotes", id="quota-of-a-mapping"),  # type: ignore[arg-type]
        pytest.param(lambda: proportional_quota(VOTES, points=0), "whole number from 1", id="no-points"),
        pytest.param(lambda: proportional_quota(VOTES, points=True), "whole number from 1", id="bool-points"),
        pytest.param(lambda: proportional_quota(VOTES, measure="cubes"), "use 'squares' or 'absolute'", id="measure"),
        pytest.param(lambda: proportional_quota(VOTES, index="power"), "is no index", id="index"),
        pytest.param(lambda: distance(PEOPLE), "is no Power", id="distance-of-a-mapping"),  # type: ignore[arg-type]
        pytest.param(lambda: distance(POWER, [1]), "no mapping of members", id="target-list"),  # type: ignore[arg-type]
        pytest.param(lambda: distance(POWER, {"Perstorp": 1}), "no target for Helsingborg", id="target-missing"),
        pytest.param(lambda: distance(POWER, dict.fromkeys(PEOPLE, 0)), "zero for all", id="target-zero"),
        pytest.param(lambda: distance(POWER, dict.fromkeys(PEOPLE, -1)), "is negative", id="target-negative"),
        pytest.param(lambda: distance(POWER, dict.fromkeys(PEOPLE, 0.5)), r"Decimal\('0\.5'\)", id="target-float"),
    ],
)
def test_bad_designs_are_refused(ask: Callable[[], Any], match: str) -> None:
    """What cannot be read is refused in a sentence that says what to give."""
    with pytest.raises(InvalidValueError, match=match):
        ask()


def test_a_target_of_no_member_is_refused() -> None:
    """A target for somebody who is no member is an error that lists near names."""
    with pytest.raises(UnknownIdError, match="Perstorp"):
        distance(POWER, {**PEOPLE, "Perstop": 1})
