"""What it costs to lie apart: the centre by brute force, and tables of distances."""

import pickle
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.places import distance_km
from familjen.scale import Distance
from familjen.scale.distance import ways

TWO = ("Ale", "Bjuv")


@given(st.data(), st.integers(1, 5))
@settings(max_examples=30, deadline=None)
def test_the_centre_is_found_by_brute_force(data: st.DataObject, number: int) -> None:
    """The way is the least sum of size · km to any one member, and the centre is a member with it."""
    km = data.draw(arrays(np.float64, (number, number), elements=st.integers(0, 900)))
    np.fill_diagonal(km, 0)
    sizes = data.draw(arrays(np.float64, number, elements=st.integers(1, 10**6)))
    group = data.draw(arrays(np.bool_, number).filter(lambda row: row.any()))
    inside = np.flatnonzero(group).tolist()
    sums = {centre: sum(sizes[place] * km[place, centre] for place in inside) for centre in inside}
    way, centre = ways(group[None, :], sizes, km)
    assert way[0] == min(sums.values()) == sums[int(centre[0])]


def test_great_circles_are_those_of_the_places() -> None:
    """Between municipalities the distances are those between centroids, by code or by name, and say so."""
    found = Distance.between(["1260", "Klippan", "Svalöv"], 2)
    assert found.km[0][1] == found.km[1][0] == distance_km("1260", "1276")
    assert found.matrix.diagonal().tolist() == [0, 0, 0]
    assert found.source == "great-circle distances between centroids"
    assert found.of_parties(("Svalöv", "1260")).tolist() == [[0, found.km[2][0]], [found.km[0][2], 0]]


def test_pairs_hold_both_ways_unless_both_are_given() -> None:
    """One direction stands for both; two stand each for itself."""
    assert Distance.of({TWO: 7}, 1).km == ((0.0, 7.0), (7.0, 0.0))
    assert Distance.of({TWO: 7, TWO[::-1]: 9}, 1).km == ((0.0, 7.0), (9.0, 0.0))


def test_distances_survive_pickling_and_compare() -> None:
    """Tables written as lists are kept as tuples, so that they are equal, hash and pickle."""
    found = Distance(1, parties=TWO, km=[[0, 7], [7, 0]])
    assert found == Distance.of({TWO: 7}, 1)
    assert hash(found) == hash(Distance.of({TWO: 7}, 1))
    assert pickle.loads(pickle.dumps(found)).matrix.tolist() == [[0, 7], [7, 0]]


@pytest.mark.parametrize(
    ("km", "reason"),
    [
        ({}, r"there are no parties"),
        ({("Ale", "Bjuv"): -1}, r"from 'Ale' to 'Bjuv' is -1; distances are finite, zero or more"),
        ({("Ale", "Bjuv"): float("nan")}, r"from 'Ale' to 'Bjuv' is nan"),
        ({("Ale", "Bjuv"): float("inf")}, r"from 'Ale' to 'Bjuv' is inf"),
        ({("Ale", "Bjuv"): True}, r"the distance from 'Ale' to 'Bjuv' is True, which is no number"),
        ({("Ale", "Bjuv"): "7"}, r"is '7', which is no number"),
        ({("Ale", "Ale"): 3, ("Ale", "Bjuv"): 1}, r"from 'Ale' to 'Ale' is 3; distances are .*zero to oneself"),
        ({("Ale", "Bjuv"): 1, ("Bjuv", "Höör"): 1}, r"there is no distance between 'Ale' and 'Höör'; give it"),
        ({"AB": 1}, r"'AB' is no pair"),
        ({("A", "B", "C"): 1}, r"\('A', 'B', 'C'\) is no pair"),
    ],
    ids=["empty", "negative", "nan", "infinite", "bool", "text", "self", "missing", "word", "three"],
)
def test_pairs_that_are_none_are_refused(km: Any, reason: str) -> None:
    """Distances by pair are finite, complete, zero or more, and zero to oneself."""
    with pytest.raises(InvalidValueError, match=reason):
        Distance.of(km, 1)


@pytest.mark.parametrize(
    ("km", "reason"),
    [
        (None, r"None is no table of distances"),
        ([1, 2], r"\[1, 2\] is no table of distances"),
        ([[0, 1]], r"the distances are not 2 rows of 2"),
        ([[0, 1], [1]], r"the distances are not 2 rows of 2"),
        ([["0", "1"], ["1", "0"]], r"a distance is '0', which is no number"),
        ([[False, True], [True, False]], r"a distance is False, which is no number"),
        ([[1, 1], [1, 0]], r"from 'Ale' to 'Ale' is 1"),
    ],
    ids=["none", "flat", "one row", "ragged", "text", "bools", "self"],
)
def test_a_table_that_is_none_is_refused(km: Any, reason: str) -> None:
    """A table has a row of numbers for each party."""
    with pytest.raises(InvalidValueError, match=reason):
        Distance(1, parties=TWO, km=km)


def test_parties_that_are_none_are_refused() -> None:
    """Parties are different names, and each that is asked for is there."""
    with pytest.raises(InvalidValueError, match=r"'Ale' stands there twice"):
        Distance(1, parties=("Ale", "Ale"), km=[[0, 1], [1, 0]])
    with pytest.raises(InvalidValueError, match=r"parties: 'Bjuv' is one name"):
        Distance.between("Bjuv", 1)
    with pytest.raises(InvalidValueError, match=r"'Bjuv' stands there twice"):
        Distance.between(["Bjuv", "Bjuv"], 1)
    with pytest.raises(UnknownIdError, match=r"no municipality 'Bjuw'"):
        Distance.between(["Bjuw"], 1)
    with pytest.raises(UnknownIdError, match=r"no party with distances 'Höör'"):
        Distance.of({TWO: 1}, 1).of_parties(("Höör",))


@pytest.mark.parametrize("rate", [-1, float("nan"), True, "2", None], ids=str)
def test_a_rate_that_is_none_is_refused(rate: Any) -> None:
    """What a km costs is a finite number of zero or more."""
    with pytest.raises(InvalidValueError, match=r"Distance\.per_km: "):
        Distance.of({TWO: 1}, rate)


@pytest.mark.parametrize("wrong", [None, 5, "km", [(("a", "b"), 1)]], ids=["none", "number", "text", "list"])
def test_distances_come_by_pair(wrong: Any) -> None:
    """What gives no km by pair is refused."""
    with pytest.raises(InvalidValueError, match=r"km: .* gives no km; give"):
        Distance.of(wrong, 1)


def test_a_municipality_stands_there_once_by_whatever_name() -> None:
    """A code and a name of one municipality are the same place, and are refused together."""
    with pytest.raises(InvalidValueError, match="'Lund' stands there twice, once by another name"):
        Distance.between(["Lund", "1281"], 1)
