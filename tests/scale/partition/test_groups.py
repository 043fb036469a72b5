"""Groups that hang together are all found, each once."""

from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.partition.brute import borders, grid, hangs, mask

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.places import municipalities, neighbours
from familjen.scale.partition.enumeration import enumerated
from familjen.scale.partition.near import connected, hangs_together, read_near

LAND, NONE = True, False


def near_of(number: int, pairs: Any) -> tuple[int, ...]:
    """Give the neighbours of each of so many parties."""
    near = read_near(list(pairs), range(number))
    assert near is not None
    return near


@given(st.data(), st.integers(1, 7))
@settings(max_examples=30, deadline=None)
def test_a_table_tells_which_groups_hang_together(data: st.DataObject, number: int) -> None:
    """Of every group, by its number, the table says what joining classes finds, and so does the single question."""
    pairs = data.draw(borders(number))
    near = near_of(number, pairs)
    table = connected(near)
    assert not table[0]
    for each in range(1, 1 << number):
        group = [place for place in range(number) if each >> place & 1]
        assert table[each] == hangs_together(each, near) == hangs(group, pairs)


@given(st.data(), st.integers(1, 8))
@settings(max_examples=30, deadline=None)
def test_every_group_comes_once(data: st.DataObject, number: int) -> None:
    """What is enumerated is exactly the groups up to the size that hang together."""
    pairs = data.draw(borders(number))
    most = data.draw(st.integers(1, number))
    near = near_of(number, pairs)
    found = enumerated(near, number, most, 10_000)
    groups = [mask(group) for block in found.blocks for group in block.tolist()]
    right = [each for each in range(1, 1 << number) if connected(near)[each] and each.bit_count() <= most]
    assert sorted(groups) == right
    assert found.is_all


@given(st.data(), st.integers(1, 8))
@settings(max_examples=30, deadline=None)
def test_every_group_with_one_party_comes_once(data: st.DataObject, number: int) -> None:
    """With a root it is exactly those groups that the root is in, with the root first."""
    pairs = data.draw(borders(number))
    root = data.draw(st.integers(0, number - 1))
    near = near_of(number, pairs)
    blocks = enumerated(near, number, number, 10_000, root=root).blocks
    groups = [group for block in blocks for group in block.tolist()]
    right = [each for each in range(1, 1 << number) if each >> root & 1 and connected(near)[each]]
    assert sorted(map(mask, groups)) == right
    assert all(group[0] == root for group in groups)


def test_without_borders_all_groups_come() -> None:
    """Where all may join all there are as many groups of a size as ways to choose it, also beyond 64 parties."""
    found = enumerated(None, 70, 3, 10**6)
    assert [len(block) for block in found.blocks] == [70, 70 * 69 // 2, 70 * 69 * 68 // 6]
    assert len({tuple(sorted(group)) for group in found.blocks[2].tolist()}) == len(found.blocks[2])


def test_a_grid_has_as_many_groups_as_are_known() -> None:
    """Dominoes, trominoes and tetrominoes laid in a 4 by 4 square are as many as can be counted by hand."""
    found = enumerated(near_of(16, grid(4, 4)), 16, 4, 10_000)
    dominoes = 2 * 4 * 3
    straight, bent = 2 * 4 * 2, 4 * 3 * 3
    bars, squares, tees, ells, skews = 2 * 4 * 1, 3 * 3, 4 * 2 * 3, 8 * 2 * 3, 4 * 2 * 3
    assert [len(block) for block in found.blocks] == [
        16,
        dominoes,
        straight + bent,
        bars + squares + tees + ells + skews,
    ]


def test_it_stops_where_there_is_no_room() -> None:
    """Sizes are whole or not begun: what is there is all of its size."""
    found = enumerated(near_of(16, grid(4, 4)), 16, 4, 100)
    assert [len(block) for block in found.blocks] == [16, 24, 52]
    assert not found.is_all
    assert found.most == 3


def test_land_borders_are_those_of_the_bundled_places() -> None:
    """True stands for the land borders that the places know, by code as by name."""
    codes = [each.code for each in municipalities() if each.county == "12"]
    near = read_near(LAND, codes)
    assert near is not None
    for place, code in enumerate(codes):
        known = {each.code for each in neighbours(code)} & set(codes)
        assert {codes[other] for other in range(33) if near[place] >> other & 1} == known
    assert read_near(LAND, [each.name for each in municipalities() if each.county == "12"]) == near


@pytest.mark.parametrize(
    "given_as",
    [
        {"a": ["b"], "b": ["c"]},
        {"a": ("b",), "c": {"b"}},
        [("a", "b"), ("c", "b")],
        [["b", "a"], ["b", "c"], ["a", "b"]],
        (pair for pair in [("a", "b"), ("b", "c")]),
    ],
    ids=["mapping", "sets", "pairs", "twice", "generator"],
)
def test_neighbours_may_be_told_in_any_way(given_as: Any) -> None:
    """A mapping, pairs, either side or both: a border goes both ways."""
    assert read_near(given_as, ["a", "b", "c"]) == (2, 5, 2)


@pytest.mark.parametrize(
    ("given_as", "error", "says"),
    [
        ([("a", "x")], UnknownIdError, "no party 'x'"),
        ({"x": ["a"]}, UnknownIdError, "no party 'x'"),
        ([("a", ["b"])], UnknownIdError, "no party"),
        ([("a", "a")], InvalidValueError, "'a' is its own neighbour"),
        ({"a": "bc"}, InvalidValueError, "neighbours of 'a' are 'bc'; give a list"),
        ({"a": 3}, InvalidValueError, "neighbours of 'a' are 3; give a list"),
        ([("a",)], InvalidValueError, "no pair of neighbours"),
        ([3], InvalidValueError, "3 is no pair of neighbours"),
        (["ab"], InvalidValueError, "'ab' is no pair of neighbours"),
        ("ab", InvalidValueError, "'ab' names no neighbours"),
        (3, InvalidValueError, "3 names no neighbours"),
        (True, UnknownIdError, "no municipality 'a'"),
    ],
    ids=range(12),
)
def test_neighbours_that_are_none_are_refused(given_as: Any, error: type[Exception], says: str) -> None:
    """Whoever is no party, a border of one, or what is no list is named in the error."""
    with pytest.raises(error, match=says):
        read_near(given_as, ["a", "b", "c"])


def test_one_municipality_by_two_names_is_refused() -> None:
    """A municipality that stands there by code and by name is named once too often."""
    with pytest.raises(InvalidValueError, match="'1260' and 'Bjuv' are the same municipality"):
        read_near(LAND, ["1260", "Bjuv"])


def test_no_borders_are_none_at_all() -> None:
    """Without neighbours anyone may join anyone; with an empty list nobody may."""
    assert read_near(None, ["a", "b"]) is read_near(NONE, ["a", "b"]) is None
    assert read_near([], ["a", "b"]) == (0, 0)


def test_groups_of_a_large_part_of_a_country_are_found_in_arrays() -> None:
    """Pairs of the 290 municipalities are the land borders, each once."""
    codes = [each.code for each in municipalities()]
    near = read_near(LAND, codes)
    found = enumerated(near, 290, 2, 10_000)
    pairs = {(one, other) for one, other in combinations(codes, 2) if other in {n.code for n in neighbours(one)}}
    assert {(codes[one], codes[other]) for one, other in np.sort(found.blocks[1], axis=1)} == pairs
