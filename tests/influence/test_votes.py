"""Weighted votes and chambers: who wins, what is refused, and how weights are rounded."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from tests.influence.bodies import chambers, coalitions, votes

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.influence import Body, Chambers, WeightedVotes, power_to_act, unanimity, voting_power

AB = {"A": 2, "B": 1}


@given(votes(6))
@settings(max_examples=30, deadline=None)
def test_who_reaches_the_quota_wins(body: WeightedVotes) -> None:
    """A coalition wins just if its weights come to the quota, however it is written."""
    for each in coalitions(body):
        weight = sum(body.weights[body.members.index(who)] for who in each)
        assert body.wins(each) == body.wins("+".join(map(str, each))) == (weight >= body.quota)
        assert body.weight_of(list(each)) == weight


@given(chambers(5))
@settings(max_examples=30, deadline=None)
def test_every_chamber_must_be_won(body: Chambers) -> None:
    """A coalition wins just if it wins in each chamber."""
    for each in coalitions(body):
        assert body.wins(each) == all(vote.wins(each) for vote in body.chambers)


@pytest.mark.parametrize(
    ("majority", "weights", "quota"),
    [
        pytest.param("more than half", (2, 1, 1), 3, id="half-of-an-even-sum"),
        pytest.param("more than half", (1, 1, 1), 2, id="half-of-an-odd-sum"),
        pytest.param("more than half", (20, 20, 20), 40, id="half-in-tens"),
        pytest.param("more than half", (Decimal("0.5"), Decimal("0.5")), 1, id="half-of-halves"),
        pytest.param("two thirds", (3, 3), 4, id="two-thirds"),
        pytest.param("three quarters", (1, 1, 1, 1), 3, id="three-quarters"),
        pytest.param("all", (5, 1), 6, id="all"),
        pytest.param(Fraction(3, 5), (5, 5), 6, id="a-fraction"),
    ],
)
def test_majorities(majority: Any, weights: tuple[Any, ...], quota: int) -> None:
    """A majority in words or as a fraction is the number that it takes, exactly."""
    assert WeightedVotes.of(dict(enumerate(weights)), majority=majority).quota == quota


def test_decimals_are_kept_exactly() -> None:
    """Three tenths are reached by a tenth and two, which floats would miss."""
    body = WeightedVotes.of({"A": Decimal("0.1"), "B": Decimal("0.2"), "C": Decimal("0.7")}, quota=Decimal("0.3"))
    assert body.wins("A+B")


@pytest.mark.parametrize(
    ("make", "match"),
    [
        pytest.param(lambda: WeightedVotes.of({}, quota=1), "at least one player", id="nobody"),
        pytest.param(lambda: WeightedVotes.of(AB, quota=4), r"the quota is 4; give one above zero .* 3", id="beyond"),
        pytest.param(lambda: WeightedVotes.of(AB, quota=0), r"the quota is 0; give one above zero", id="zero-quota"),
        pytest.param(lambda: WeightedVotes.of(AB, quota=-1), r"the quota is -1", id="negative-quota"),
        pytest.param(lambda: WeightedVotes.of(AB, quota=True), r"quota is True", id="bool"),
        pytest.param(lambda: WeightedVotes.of(AB, quota="two"), r"quota is 'two'", id="text"),
        pytest.param(lambda: WeightedVotes.of(AB), "either a quota or a majority", id="neither"),
        pytest.param(lambda: WeightedVotes.of(AB, quota=2, majority="all"), "either a quota or a majority", id="both"),
        pytest.param(lambda: WeightedVotes.of({"A": -1, "B": 2}, quota=1), r"'A' is -1; give zero or more", id="below"),
        pytest.param(lambda: WeightedVotes.of({"A": 0, "B": 0}, quota=1), "all weights are zero", id="all-zero"),
        pytest.param(lambda: WeightedVotes.of({"A": 0}, majority="all"), "all weights are zero", id="zero-majority"),
        pytest.param(
            lambda: WeightedVotes.of({"A": 0}, majority="more than half"), "all weights are zero", id="zero-half"
        ),
        pytest.param(lambda: WeightedVotes.of({"A": 1.5}, quota=1), r"write Decimal\('1.5'\)", id="float"),
        pytest.param(lambda: WeightedVotes.of({"A": float("nan")}, quota=1), "not a finite number", id="nan"),
        pytest.param(lambda: WeightedVotes.of({"A": Decimal("inf")}, quota=1), "not a finite number", id="inf"),
        pytest.param(lambda: WeightedVotes.of([("A", 1)], quota=1), "no mapping of members", id="pairs"),
        pytest.param(lambda: WeightedVotes.of({"A": 1, "B": 1, "A+B": 1}, quota=1), "reads as a coalition", id="label"),
        pytest.param(lambda: WeightedVotes.of(AB, majority="most"), "is no majority", id="unknown-majority"),
        pytest.param(
            lambda: WeightedVotes.of(AB, majority="two third"), "did you mean 'two thirds'", id="nearly-a-majority"
        ),
        pytest.param(lambda: WeightedVotes.of(AB, majority=Fraction(0)), "above 0 and at most 1", id="no-share"),
        pytest.param(lambda: WeightedVotes.of(AB, majority=Fraction(3, 2)), "above 0 and at most 1", id="over-one"),
        pytest.param(lambda: WeightedVotes.of(AB, majority=0.5), "is no majority", id="float-majority"),
        pytest.param(lambda: WeightedVotes.of(AB, majority=7), "is no majority", id="number-majority"),
        pytest.param(lambda: WeightedVotes(("A", "A"), (Fraction(1),) * 2, Fraction(1)), "a player twice", id="twice"),
        pytest.param(lambda: WeightedVotes(("A",), (Fraction(1),) * 2, Fraction(1)), "2 weights of 1", id="lengths"),
        pytest.param(lambda: WeightedVotes(("A",), (1.5,), Fraction(1)), "is not a Fraction; make", id="raw-float"),  # type: ignore[arg-type]
        pytest.param(lambda: WeightedVotes(("A",), (Fraction(1),), 1), "1 is not a Fraction; make", id="raw-quota"),  # type: ignore[arg-type]
        pytest.param(lambda: WeightedVotes.of(AB, quota=2, name=3), "is not text", id="name"),  # type: ignore[arg-type]
        pytest.param(lambda: WeightedVotes.of(AB, quota=2).rounded(0), "the unit is 0", id="unit-zero"),
        pytest.param(lambda: WeightedVotes.of(AB, quota=2).rounded(0.5), r"Decimal\('0.5'\)", id="unit-float"),
        pytest.param(lambda: WeightedVotes.of(AB, quota=2).rounded(100), "all weights are zero", id="rounded-away"),
        pytest.param(lambda: Chambers(()), "at least one WeightedVotes", id="no-chamber"),
        pytest.param(Chambers.of, "there is no vote", id="no-vote"),
        pytest.param(lambda: Chambers.of(3), "there is no vote", id="chamber-of-a-number"),  # type: ignore[arg-type]
        pytest.param(lambda: Chambers((3,)), "is no WeightedVotes", id="chambers-of-a-number"),  # type: ignore[arg-type]
        pytest.param(
            lambda: Chambers.of(WeightedVotes.of(AB, quota=2), 3),  # type: ignore[arg-type]
            "is no WeightedVotes",
            id="second-chamber-of-a-number",
        ),
        pytest.param(
            lambda: Chambers.of(WeightedVotes.of(AB, quota=2), WeightedVotes.of({"A": 1, "C": 1}, quota=1)),
            r"the chambers differ in .*C",
            id="other-members",
        ),
        pytest.param(
            lambda: Chambers((WeightedVotes.of(AB, quota=2), WeightedVotes.of({"B": 1, "A": 1}, quota=1))),
            "differ in the order",
            id="other-order",
        ),
        pytest.param(lambda: Chambers.of(WeightedVotes.of(AB, quota=2), veto=["A", "A"]), "twice", id="veto-twice"),
        pytest.param(lambda: Chambers.of(WeightedVotes.of(AB, quota=2), veto=3), "no coalition", id="veto-number"),  # type: ignore[arg-type]
        pytest.param(lambda: unanimity([]), "at least one player", id="nobody-agrees"),
        pytest.param(lambda: unanimity(["A", "A"]), "a player twice", id="agrees-twice"),
    ],
)
def test_bad_bodies_are_refused(make: Callable[[], object], match: str) -> None:
    """What is no body is refused in a sentence that says what is wrong."""
    with pytest.raises(InvalidValueError, match=match):
        make()


@pytest.mark.parametrize("ask", [voting_power, power_to_act])
def test_what_is_no_body_is_refused(ask: Callable[[Any], object]) -> None:
    """A mapping of weights is no body, and the sentence says how to make one."""
    with pytest.raises(InvalidValueError, match=r"make one with WeightedVotes\.of or Chambers\.of"):
        ask(AB)


def test_unknown_members_are_named() -> None:
    """Somebody who is no member is an error that lists near ones."""
    body = WeightedVotes.of({"Bjuv": 1, "Klippan": 1}, quota=1)
    for coalition in ("Bjuf", ["Bjuf"]):
        with pytest.raises(UnknownIdError, match="Bjuv"):
            body.wins(coalition)
    with pytest.raises(UnknownIdError, match="Bjuv"):
        Chambers.of(body, veto=["Bjuf"])
    with pytest.raises(InvalidValueError, match="twice"):
        body.wins(["Bjuv", "Bjuv"])


def test_chambers_are_brought_to_one_order() -> None:
    """Chambers may name the same members in any order; the first one's holds."""
    one = WeightedVotes.of({"A": 2, "B": 1, "C": 1}, majority="more than half")
    other = WeightedVotes.of({"C": 5, "A": 1, "B": 1}, quota=5)
    body = Chambers.of(one, other)
    assert body.chambers[1].weights == (1, 1, 5)
    assert body.wins("A+C")
    assert not body.wins("A+B")


@given(votes(6))
@settings(max_examples=30, deadline=None)
def test_rounding_to_a_unit_of_all_changes_nothing(body: WeightedVotes) -> None:
    """Rounded to a unit that all weights are multiples of, the power is the same, and the unit is kept."""
    rounded = body.rounded(1)
    assert rounded.rounded_to == 1
    assert voting_power(rounded).numbers == voting_power(body).numbers


def test_rounding_is_told() -> None:
    """Rounded weights say so on the body and on the result."""
    body = WeightedVotes.of({"A": 15_893, "B": 7_115, "C": 9_800}, majority="more than half").rounded(1000)
    assert body.weights == (16, 7, 10)
    assert "rounded to 1,000" in repr(body)
    assert "Weights are rounded to 1000" in voting_power(body).explain()


def test_they_are_bodies_and_show_themselves() -> None:
    """Both kinds are bodies, and their repr is one line."""
    vote = WeightedVotes.of(AB, quota=2, name="seats")
    double = Chambers.double({"A": 5, "B": 3, "C": 2}, of_members="two thirds", of_weights="more than half")
    assert isinstance(vote, Body)
    assert isinstance(double, Body)
    assert repr(vote) == "WeightedVotes(2 members, 2 of 3 seats)"
    assert repr(double) == "Chambers(3 members: 2 of 3 members, 6 of 10)"
