"""What the order of turns promises."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from familjen.balance.turns import Rotation, rotation
from familjen.errors import InvalidValueError, UnknownIdError

NAMES = "ABCD"


def keeps(
    order: tuple[str, ...], parties: Sequence[str], past: tuple[str, ...], shortest: int, longest: int | None
) -> bool:
    """Tell whether new turns keep the intervals: runs of turns that end in them have nobody twice, or everyone."""
    both = (*past, *order)
    for end in range(len(past) + 1, len(both) + 1):
        short = both[max(0, end - shortest) : end - 1]
        if both[end - 1] in short:
            return False
        if longest is not None and end >= longest and not set(parties) <= set(both[end - longest : end]):
            return False
    return True


CASES = st.tuples(
    st.integers(1, 4),
    st.integers(1, 6),
    st.integers(1, 4),
    st.none() | st.integers(1, 6),
    st.lists(st.sampled_from(NAMES), max_size=4),
).filter(lambda case: case[3] is None or case[2] <= case[3])


@given(CASES)
@settings(max_examples=60, deadline=None)
def test_an_order_is_found_just_where_there_is_one(case: tuple[int, int, int, int | None, list[str]]) -> None:
    """The order keeps the intervals after the history, and where none is found no order of all does."""
    size, turns, shortest, longest, history = case
    parties, past = NAMES[:size], tuple(history)
    try:
        found = rotation(list(parties), turns, min_interval=shortest, max_interval=longest, history=history).holders
    except InvalidValueError:
        orders = product(parties, repeat=turns)
        assert not any(keeps(order, parties, past, shortest, longest) for order in orders)
    else:
        assert len(found) == turns
        assert keeps(found, parties, past, shortest, longest)


@given(CASES, st.lists(st.integers(1, 5), min_size=4, max_size=4))
@settings(max_examples=60, deadline=None)
def test_by_weight_no_order_is_nearer(case: tuple[int, int, int, int | None, list[str]], numbers: list[int]) -> None:
    """With weights the order keeps the intervals, and of all that do it stays nearest to everyone's share."""
    size, turns, shortest, longest, history = case
    parties, past = NAMES[:size], tuple(history)
    assume(turns <= 5 and (shortest, longest) != (1, None))
    weights = dict(zip(parties, numbers, strict=False))
    able = [order for order in product(parties, repeat=turns) if keeps(order, parties, past, shortest, longest)]
    assume(able)
    found = rotation(
        list(parties), turns, min_interval=shortest, max_interval=longest, history=history, weights=weights
    )
    years = tuple(range(1, turns + 1))
    best = min(Rotation(tuple(parties), years, order, past, found.quotas).farthest() for order in able)
    assert found.holders in able
    assert found.farthest() == best
    assert found.is_nearest


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.integers(1, 30), min_size=2), st.integers(1, 60))
@settings(max_examples=60, deadline=None)
def test_by_weight_alone_everyone_is_within_one(weights: dict[str, int], turns: int) -> None:
    """Without intervals nobody is ever further from its share than 1 - 1/(2n-2)."""
    found = rotation(list(weights), turns, weights=weights)
    assert found.farthest() <= 1 - Fraction(1, 2 * len(weights) - 2)
    assert found.is_nearest is None


def test_everyone_comes_in_the_order_given() -> None:
    """Without a history, turns go round in the order in which parties are given."""
    found = rotation(["B", "A", "C"], range(2027, 2033), min_interval=3, max_interval=3)
    assert found.holders == ("B", "A", "C") * 2
    assert found.turns_of("A") == (2028, 2031)
    assert found.gaps("A") == (3,)


def test_who_has_waited_longest_comes_first() -> None:
    """The history decides who comes first, and a host who has left does not disturb."""
    found = rotation(["A", "B", "C"], 4, history=["A", "Gone", "C"])
    assert found.holders == ("B", "A", "C", "B")
    assert [found.gaps(party) for party in "ABC"] == [(4,), (3,), (3,)]


@given(st.integers(2, 12), st.integers(1, 30))
@settings(max_examples=30, deadline=None)
def test_what_goes_on_goes_on_alike(size: int, turns: int) -> None:
    """Turns that go on from what was decided are those that would have been decided at once."""
    names = [f"P{place}" for place in range(size)]
    whole = rotation(names, turns + 5).holders
    part = rotation(names, turns).holders
    assert part + rotation(names, 5, history=[*names, *part]).holders == whole


def test_eleven_cannot_each_come_every_eight_turns() -> None:
    """Too many parties for the interval are told with the count that proves it."""
    eleven = [f"P{place}" for place in range(11)]
    with pytest.raises(InvalidValueError, match="11 parties cannot each come every 8 turns with one party a turn"):
        rotation(eleven, 22, max_interval=8)
    assert len(set(rotation(eleven, 22, max_interval=11).holders)) == 11


def test_too_many_who_must_come_are_told() -> None:
    """Where the history leaves too many who must come, they and the turn are counted."""
    with pytest.raises(InvalidValueError, match="2 parties must come by turn 1, for 3 turns will have passed"):
        rotation(["A", "B", "C"], 3, max_interval=3, history=["A", "A"])


def test_too_few_for_the_interval_are_told() -> None:
    """Where nobody may come again in time, it is said why."""
    with pytest.raises(InvalidValueError, match="4 turns in a row need as many parties"):
        rotation(["A", "B", "C"], 5, min_interval=4)
    with pytest.raises(InvalidValueError, match="at turn 1 all 2 parties have come less than 3 turns ago"):
        rotation(["A", "B"], 1, min_interval=3, history=["A", "B"])
    with pytest.raises(InvalidValueError, match="at turn 1 all 2 parties have come less than 3 turns ago"):
        rotation(["A", "B"], 1, min_interval=3, history=["A", "B"], weights={"A": 1, "B": 2})


def test_out_of_time_the_intervals_still_hold() -> None:
    """A search that is stopped gives an order that keeps the intervals, and does not claim that it is nearest."""
    weights = {f"P{place:02}": 1 + 7919 * place % 101 for place in range(15)}
    found = rotation(list(weights), 40, min_interval=5, max_interval=30, weights=weights, seconds=1e-9)
    assert not found.is_nearest
    assert len(found.holders) == 40
    assert set(found.holders) == weights.keys()
    assert keeps(found.holders, tuple(weights), (), 5, 30)


def test_it_tells_itself() -> None:
    """An order is told in both languages, as rows, text and HTML."""
    found = rotation(["A", "B", "C"], [2027, 2028], history=["C"])
    assert found.explain() == "A: 2027.\nB: 2028.\nC has no turn."
    assert found.explain("sv").endswith("C har ingen tur.")
    assert found.to_rows() == [{"turn": 2027, "party": "A"}, {"turn": 2028, "party": "B"}]
    assert repr(found) == "<Rotation: 3 parties, 2 turns>"
    assert str(found).splitlines()[2].split() == ["2027", "A"]
    assert "<td>B</td>" in found._repr_html_()
    assert found.farthest() == 0
    with pytest.raises(UnknownIdError, match="'X'"):
        found.turns_of("X")
    with pytest.raises(UnknownIdError, match="'X'"):
        found.gaps("X")


@pytest.mark.parametrize(
    ("arguments", "match"),
    [
        ({"parties": []}, "no parties"),
        ({"parties": ["A", "A"]}, "stands twice"),
        ({"turns": 0}, "0 is too few"),
        ({"turns": True}, "not a whole number"),
        ({"turns": 2.0}, "no list of years"),
        ({"turns": [2027, 2027]}, "do not rise"),
        ({"turns": []}, "are no turns"),
        ({"min_interval": 0}, "too few"),
        ({"min_interval": None}, "not a whole number"),
        ({"max_interval": 0}, "too few"),
        ({"min_interval": 3, "max_interval": 2}, "3 turns at least and 2 at most"),
        ({"seconds": 0}, "no time"),
        ({"seconds": float("nan")}, "no time"),
        ({"history": "A"}, "no list of parties"),
        ({"history": [3]}, "is no party"),
        ({"weights": {"A": 1}}, "'B' has no weight above zero"),
        ({"weights": {"A": 1, "B": 0, "C": 1}}, "'B' has no weight above zero"),
        ({"weights": {"A": 0.5, "B": 1, "C": 1}}, "the float 0.5"),
    ],
    ids=str,
)
def test_bad_arguments_are_told(arguments: dict[str, Any], match: str) -> None:
    """What is wrong with an argument is said."""
    with pytest.raises(InvalidValueError, match=match):
        rotation(**{"parties": ["A", "B", "C"], "turns": 4, **arguments})


def test_a_weight_of_nobody_is_told() -> None:
    """A weight of somebody who does not take part is named."""
    with pytest.raises(UnknownIdError, match="'X'"):
        rotation(["A", "B"], 3, weights={"A": 1, "B": 1, "X": 1})
