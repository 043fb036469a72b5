"""What is given of parties, groups and numbers."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale.reading import each_of, names_in, read_given, read_members, read_sizes

names = st.lists(st.text(st.characters(codec="ascii"), min_size=1), min_size=1, max_size=6, unique=True)


@given(names, st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_each_party_gets_its_own(parties: list[str], random: Any) -> None:
    """Whatever the order it is given in, each party's item stands at its place."""
    items = list(enumerate(parties))
    random.shuffle(items)
    found = each_of({name: place for place, name in items}, tuple(parties), "number", "it")
    assert found == tuple(range(len(parties)))


@given(arrays(np.bool_, st.tuples(st.integers(0, 4), st.just(3))))
@settings(max_examples=30, deadline=None)
def test_rows_of_bools_are_rows_of_ones(rows: Any) -> None:
    """Groups are read as ones and zeros of the same shape."""
    found = read_members(rows, 3)
    assert (found == 1).tolist() == rows.tolist()


def test_numbers_are_read_as_columns() -> None:
    """Numbers of shape (k,) become columns, and their number is told; nothing given has no number."""
    numbers, draws = read_given({"a": np.array([1, 2])}, ["a", "b"])
    assert (numbers["a"].tolist(), draws) == ([[1.0], [2.0]], (2,))
    assert read_given(None, ["a"]) == read_given({}, ["a"]) == ({}, ())


@pytest.mark.parametrize("given_", ["Ale", None, 5], ids=["text", "none", "number"])
def test_names_that_are_none_are_refused(given_: Any) -> None:
    """One text is no list of names, nor is what cannot be gone through."""
    with pytest.raises(InvalidValueError, match=r"members: .*; give a list of names"):
        names_in(given_, "members")


def test_missing_and_strange_parties_are_named() -> None:
    """Who is missing, and who is no party, is named, and so is what is no mapping."""
    with pytest.raises(InvalidValueError, match=r"it: there is no number of 'b'; give one for each party"):
        each_of({"a": 1}, ("a", "b"), "number", "it")
    with pytest.raises(UnknownIdError, match=r"no party with a size 'c'"):
        each_of({"a": 1, "c": 1}, ("a", "b"), "number", "it")
    with pytest.raises(InvalidValueError, match=r"it: \[1\] gives no number; give \{party: number\}"):
        each_of([1], ("a",), "number", "it")  # type: ignore[arg-type] # wrong on purpose
    with pytest.raises(InvalidValueError, match=r"sizes: \{\} gives no size"):
        read_sizes({})
