"""The rule for ties."""

import math
from collections.abc import Hashable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.amounts import Tie, apportion
from familjen.amounts.ties import settle
from familjen.errors import InvalidValueError


@given(st.lists(st.integers(1, 4), min_size=2, max_size=8), st.data())
def test_winners_are_the_first_by_weight_then_label(weights: list[int], data: st.DataObject) -> None:
    """The winners are the first when the tied are sorted by weight, largest first, and then by label."""
    labels = data.draw(st.lists(st.text(), min_size=len(weights), max_size=len(weights), unique=True))
    units = data.draw(st.integers(1, len(weights) - 1))
    places = range(len(weights))
    expected = sorted(places, key=lambda place: (-weights[place], labels[place]))[:units]
    assert settle(places, units, weights, labels) == tuple(sorted(expected))


@pytest.mark.parametrize("labels", [(1, "a"), (frozenset({1}), frozenset({2})), (math.nan, 1.0), (1j, 2j)])
def test_labels_without_order_are_refused(labels: tuple[Hashable, Hashable]) -> None:
    """Labels that have no order cannot settle a tie: the error says so instead of taking the order of writing."""
    with pytest.raises(InvalidValueError, match="tie for the last unit and their labels have no order"):
        apportion(1, dict.fromkeys(labels, 1), unit=1)


@pytest.mark.parametrize("labels", [(1, "a"), (frozenset({1}), frozenset({2}))])
def test_labels_are_compared_only_where_they_decide(labels: tuple[Hashable, Hashable]) -> None:
    """Labels without order are fine as long as weights decide or all of the tied get a unit."""
    assert apportion(2, dict(zip(labels, (3, 1), strict=True)), unit=1) == dict(zip(labels, (2, 0), strict=True))
    assert apportion(2, dict.fromkeys(labels, 1), unit=1) == dict.fromkeys(labels, 1)


def test_tie_in_words() -> None:
    """A tie says in words who had equal claims and who got the units."""
    tie = Tie(("A", "B", "C"), units=2, winners=("A", "C"))
    assert str(tie) == "'A', 'B' and 'C' had equal claims to the last 2 units; 'A' and 'C' got one each"


WRONG: list[Any] = [
    (("A", "B"), 0, (), "outside the range: at least 1"),
    (("A", "B"), 1, ("C",), "not 1 of the 2 labels"),
    (("A", "B"), 1, ("A", "B"), "not 1 of the 2 labels"),
    (("A", "B"), 2, ("A", "B"), "not 2 of the 2 labels"),
]


@pytest.mark.parametrize(("labels", "units", "winners", "sentence"), WRONG)
def test_a_tie_that_cannot_be(labels: tuple[str, ...], units: int, winners: tuple[str, ...], sentence: str) -> None:
    """Winners are among the tied, as many as the units, and fewer than the tied."""
    with pytest.raises(InvalidValueError, match=sentence):
        Tie(labels, units=units, winners=winners)
