"""What a place may hold."""

import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen import places
from familjen.errors import InvalidValueError

BJUV = places.place("Bjuv")


def test_a_place_is_a_value() -> None:
    """A place can be compared, hashed, pickled and changed into another."""
    assert pickle.loads(pickle.dumps(BJUV)) == BJUV
    assert hash(attrs.evolve(BJUV)) == hash(BJUV)
    assert attrs.evolve(BJUV, degurba=1) != BJUV


def test_a_place_does_not_change() -> None:
    """A place's fields cannot be set."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        BJUV.degurba = 1  # type: ignore[misc] # that is what must fail


def test_no_land_area() -> None:
    """A place says nothing about land area, which generalised borders do not tell."""
    assert not [field.name for field in attrs.fields(places.Place) if "area" in field.name]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("municipality", "1260", "is not a Municipality"),
        ("skr_group", "B", "such as 'B3'"),
        ("skr_group", "D1", "such as 'B3'"),
        ("skr_group", None, "such as 'B3'"),
        ("local_labour_market", "", "blank"),
        ("fa_region", 28, "is not text"),
        ("degurba", 0, "1 to 3"),
        ("degurba", 4, "1 to 3"),
        ("degurba", True, "whole number"),
        ("degurba", 1.0, "whole number"),
        ("org_number", "2120001157", "such as '212000-1157'"),
        ("org_number", "212000-115", "such as '212000-1157'"),
        ("latitude", 56, "give a float from -90 to 90"),
        ("latitude", 90.1, "give a float from -90 to 90"),
        ("latitude", float("nan"), "give a float from -90 to 90"),
        ("longitude", float("inf"), "give a float from -180 to 180"),
        ("longitude", "13", "give a float from -180 to 180"),
        ("longitude", True, "give a float from -180 to 180"),
        ("neighbours", ["1283"], "is not a tuple"),
        ("neighbours", ("1283", "Svalöv"), "item 1: 'Svalöv' is not a municipality code"),
        ("neighbours", (1283,), "item 0: 1283 is not a municipality code"),
    ],
)
def test_refused(field: str, value: Any, said: str) -> None:
    """A value that no place has is refused in a sentence that names the field and says what would be right."""
    with pytest.raises(InvalidValueError, match=said) as caught:
        attrs.evolve(BJUV, **{field: value})
    assert (caught.value.owner, caught.value.attribute) == ("Place", field)


@given(st.floats(-90, 90), st.floats(-180, 180))
@settings(max_examples=30, deadline=None)
def test_any_point_on_earth(latitude: float, longitude: float) -> None:
    """Every point on Earth can be a centroid."""
    moved = attrs.evolve(BJUV, latitude=latitude, longitude=longitude)
    assert (moved.latitude, moved.longitude) == (latitude, longitude)


@given(st.floats().filter(lambda degrees: not -90 <= degrees <= 90))
@settings(max_examples=30, deadline=None)
def test_no_point_beyond_the_poles(latitude: float) -> None:
    """No latitude beyond the poles is taken, nor NaN."""
    with pytest.raises(InvalidValueError):
        attrs.evolve(BJUV, latitude=latitude)
