"""What the sharing of seats promises."""

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.amounts import apportion
from familjen.balance.turns import SEAT_METHODS, SeatRound, allocate_seats
from familjen.balance.turns.chairman import one_by_one
from familjen.errors import InvalidValueError, UnknownIdError

ELEVEN = (
    "Bjuv",
    "Båstad",
    "Helsingborg",
    "Höganäs",
    "Klippan",
    "Landskrona",
    "Perstorp",
    "Svalöv",
    "Åstorp",
    "Ängelholm",
    "Örkelljunga",
)
WEIGHTS = st.dictionaries(st.sampled_from("ABCDEFG"), st.integers(1, 50), min_size=2)
ROUNDS = st.lists(st.integers(0, 20), min_size=1, max_size=8)


def in_rounds(rounds: list[int], weights: Any, **how: Any) -> list[SeatRound]:
    """Share the seats of one round after the other."""
    found: list[SeatRound] = []
    for seats in rounds:
        found.append(allocate_seats(seats, weights, memory=found[-1] if found else None, **how))
    return found


@given(ROUNDS, WEIGHTS, st.sampled_from(SEAT_METHODS))
@settings(max_examples=60, deadline=None)
def test_seats_sum_and_are_remembered(rounds: list[int], weights: dict[str, int], method: str) -> None:
    """All seats are shared, nobody gets less than none, and what is carried is quotas less seats so far."""
    found = in_rounds(rounds, weights, method=method)
    whole = sum(weights.values())
    for number, each in enumerate(found, start=1):
        assert (each.number, min(each.seats.values()) >= 0) == (rounds[number - 1], True)
        assert sum(each.carried.values()) == 0
        for party, weight in weights.items():
            got = sum(one.seats[party] for one in found[:number])
            assert each.totals[party] == got
            assert each.carried[party] == Fraction(sum(rounds[:number]) * weight, whole) - got


@given(ROUNDS, WEIGHTS, st.integers(0, 2))
@settings(max_examples=60, deadline=None)
def test_chairman_is_always_within_one(rounds: list[int], weights: dict[str, int], sure: int) -> None:
    """By chairman, nobody's seats so far are ever further than 1 - 1/(2n-2) from its quotas so far."""
    most = 1 - Fraction(1, 2 * len(weights) - 2)
    for each in in_rounds([seats + sure * len(weights) for seats in rounds], weights, at_least=sure):
        assert max(map(abs, each.carried.values())) <= most
        assert each.is_within_one
        assert min(each.seats.values()) >= sure


@given(WEIGHTS, st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_after_every_seat_too(weights: dict[str, int], seats: int) -> None:
    """Seat by seat, nobody is further off than Tijdeman's bound."""
    whole = sum(weights.values())
    shares = {party: Fraction(weight, whole) for party, weight in weights.items()}
    order = one_by_one(seats, shares, {})
    most = 1 - Fraction(1, 2 * len(weights) - 2)
    for number in range(1, seats + 1):
        assert all(abs(number * share - order[:number].count(party)) <= most for party, share in shares.items())


def test_equal_parties_are_as_near_as_can_be() -> None:
    """With three equal parties the farthest is two thirds of a seat, and no order of all is nearer."""
    third = {name: Fraction(1, 3) for name in "ABC"}

    def farthest(order: Any) -> Fraction:
        return max(abs(number * third[name] - order[:number].count(name)) for number in range(1, 4) for name in third)

    best = min(farthest(order) for order in product("ABC", repeat=3))
    assert best == Fraction(2, 3)
    assert farthest(tuple(one_by_one(3, third, {}))) == best


@given(WEIGHTS, st.integers(0, 40), st.sampled_from(["largest-remainder", "webster", "jefferson"]))
@settings(max_examples=60, deadline=None)
def test_without_memory_it_is_the_method_itself(weights: dict[str, int], seats: int, method: str) -> None:
    """A first round gives what the method of apportionment gives."""
    assert allocate_seats(seats, weights, method=method).seats == apportion(seats, weights, unit=1, method=method)


@given(ROUNDS, WEIGHTS, st.sampled_from(["webster", "jefferson"]))
@settings(max_examples=60, deadline=None)
def test_divisor_methods_come_to_the_same_as_all_at_once(
    rounds: list[int], weights: dict[str, int], method: str
) -> None:
    """Round by round, a divisor method gives what it gives for all seats so far."""
    found = in_rounds(rounds, weights, method=method)[-1]
    assert found.totals == apportion(sum(rounds), weights, unit=1, method=method)


@given(WEIGHTS, ROUNDS, st.sampled_from(SEAT_METHODS), st.randoms())
@settings(max_examples=40, deadline=None)
def test_the_order_of_parties_does_not_matter(
    weights: dict[str, int], rounds: list[int], method: str, random: Any
) -> None:
    """Parties in another order get the same, ties and all."""
    shuffled = list(weights.items())
    random.shuffle(shuffled)
    one, other = (in_rounds(rounds, each, method=method)[-1] for each in (weights, dict(shuffled)))
    assert one.seats == other.seats
    assert one.carried == other.carried


def test_thirteen_among_eleven_with_memory() -> None:
    """Of 13 seats each of 11 has one, and the two more go round: after 11 rounds all have had the same."""
    found = in_rounds([13] * 11, ELEVEN, at_least=1)
    assert all(set(each.seats.values()) == {1, 2} for each in found)
    assert set(found[-1].totals.values()) == {13}
    assert set(found[-1].carried.values()) == {0}
    assert all(max(each.totals.values()) - min(each.totals.values()) <= 1 for each in found[:5])


def test_who_sits_out_keeps_what_it_carries() -> None:
    """A party that is not in a round has the same coming after it."""
    first = allocate_seats(2, ["A", "B", "C"])
    second = allocate_seats(2, ["A", "B"], memory=first)
    assert second.carried["C"] == first.carried["C"] == Fraction(2, 3)
    assert second.totals["C"] == 0
    assert allocate_seats(1, ["A", "B", "C"], memory=second).seats == {"A": 0, "B": 0, "C": 1}


@pytest.mark.parametrize(
    ("method", "weights", "rounds"),
    [
        ("largest-remainder", {"A": 1, "B": 1, "C": 8, "D": 8, "E": 8}, 13),
        ("webster", {"A": 18, "B": 1, "C": 6, "D": 2, "E": 14}, 9),
        ("jefferson", {"A": 7, "B": 5, "C": 24}, 3),
    ],
    ids=str,
)
def test_by_other_methods_one_may_be_far_off(method: str, weights: dict[str, int], rounds: int) -> None:
    """By other methods seats so far may be one or more off, where by chairman they are not; and it is said."""
    far = in_rounds([1] * rounds, weights, method=method)
    assert [each.is_within_one for each in far] == [True] * (rounds - 1) + [False]
    assert "One seat or more from the quotas so far: " in far[-1].explain()
    assert "En plats eller mer från kvoterna hittills: " in far[-1].explain(lang="sv")
    assert all(each.is_within_one for each in in_rounds([1] * rounds, weights))


def test_weights_may_change_between_rounds() -> None:
    """What is carried counts under other weights too, and who has most coming goes first."""
    first = allocate_seats(1, {"A": 9, "B": 1})
    assert first.seats == {"A": 1, "B": 0}
    second = allocate_seats(1, {"A": 1, "B": 9}, memory=first)
    assert second.seats == {"A": 0, "B": 1}
    assert second.carried == {"A": 0, "B": 0}


def test_where_nobody_has_enough_coming_the_largest_goes_first() -> None:
    """After a party left with much coming, seats still go to who has most of it."""
    owed = SeatRound("chairman", {"A": 0}, {"A": Fraction(0)}, {"A": Fraction(-5), "B": Fraction(-6)}, 0, {"A": 0})
    assert allocate_seats(2, ["A", "B"], memory=owed).seats == {"A": 2, "B": 0}


def test_one_party_gets_all() -> None:
    """A single party gets every seat, and a party of weight zero none."""
    assert allocate_seats(3, ["A"]).seats == {"A": 3}
    assert allocate_seats(3, {"A": 1, "B": 0}).seats == {"A": 3, "B": 0}


def test_it_tells_itself() -> None:
    """A round is told in both languages, as rows, text and HTML."""
    first = allocate_seats(5, {"A": 1, "B": 2}, at_least=1)
    assert first.explain() == (
        "5 seats are shared among 2 parties, by the method chairman.\nEach is sure of 1.\n"
        "Everyone's seats so far are less than one from its quotas so far."
    )
    assert "5 platser fördelas på 2 parter" in first.explain(lang="sv")
    assert first.explain("B", lang="sv") == (
        "B hade 0,00 platser med sig och kvoten 3,00; den får 3 och tar med sig 0,00 till nästa omgång."
    )
    assert first.to_rows()[1] == {"party": "B", "quota": 3, "seats": 3, "carried": 0, "total": 3}
    assert repr(first) == "<SeatRound: 5 seats, 2 parties, chairman>"
    assert str(first).splitlines()[2].split() == ["A", "2.00", "2", "0.00", "2"]
    assert "<td>B</td>" in first._repr_html_()
    with pytest.raises(UnknownIdError, match="'X'"):
        first.explain("X")


@pytest.mark.parametrize(
    ("arguments", "match"),
    [
        ({"seats": -1}, "-1 is too few"),
        ({"seats": True}, "not a whole number"),
        ({"seats": 1.5}, "not a whole number"),
        ({"parties": []}, "no parties"),
        ({"parties": "AB"}, "no list of parties"),
        ({"parties": 3}, "no list of parties"),
        ({"parties": ["A", "A"]}, "'A' stands twice"),
        ({"parties": ["A", ""]}, "not blank"),
        ({"parties": [1]}, "is no party"),
        ({"parties": {"A": -1, "B": 2}}, "the weight of 'A' is -1"),
        ({"parties": {"A": 0}}, "all weights are zero"),
        ({"parties": {"A": 0.5}}, "the float 0.5"),
        ({"parties": {"A": float("nan")}}, "nan"),
        ({"method": "chairmen"}, "did you mean 'chairman'"),
        ({"method": 7}, "give one of chairman"),
        ({"memory": {"A": 1}}, "no SeatRound"),
        ({"at_least": 2}, "2 parties cannot have 2 each of 3 seats; give at_least=1 or less"),
        ({"at_least": -1}, "too few"),
    ],
    ids=str,
)
def test_bad_arguments_are_told(arguments: dict[str, Any], match: str) -> None:
    """What is wrong with an argument is said."""
    with pytest.raises(InvalidValueError, match=match):
        allocate_seats(**{"seats": 3, "parties": ["A", "B"], **arguments})
