"""The map of members has each where it lies, and lines between those that share a border."""

import datetime as dt
import math

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.plots.drawn import COOP, NAMES, joined
from tests.report.plots.seen import beyond, title, words

from familjen.errors import InvalidValueError
from familjen.model import Cooperation, ForeignMunicipality, Member
from familjen.places import distance_km, municipalities, municipality, neighbours, place, region
from familjen.report.plots import alt_text, plot_members
from familjen.report.plots.amounts import counted
from familjen.report.plots.members_map_told import map_heading

ALL = [each.name for each in municipalities()]
SKANE = [each.name for each in municipalities() if each.county == "12"]


def _of(names: list[str], **more: object) -> Cooperation:
    members = tuple(Member(municipality(name)) for name in names)
    return attrs.evolve(Cooperation("x", "X"), members=members, **more)


@given(st.lists(st.sampled_from(ALL), min_size=1, max_size=8, unique=True))
@settings(max_examples=10, deadline=None)
def test_members_lie_where_they_lie(names: list[str]) -> None:
    """Each member has a disc at its place and its name; a line for each border between two of them."""
    figure = plot_members(_of(names))
    lines = figure.axes[0].get_lines()
    (discs,) = [line for line in lines if line.get_marker() == "o"]
    spots = [(place(name).longitude, place(name).latitude) for name in names]
    assert np.asarray(discs.get_xydata()) == pytest.approx(np.array(spots))
    assert set(names) <= set(words(figure))
    pairs = sum(other.name in names for name in names for other in neighbours(name)) // 2
    assert sum(line.get_zorder() == 1 for line in lines) == pairs


def test_the_title_says_whether_they_hang_together() -> None:
    """The title says how far apart members lie, and whether borders join them."""
    farthest = max(distance_km(one, two) for one in NAMES for two in NAMES)
    assert f"within {math.ceil(farthest)} km" in title(plot_members(COOP))
    apart = title(plot_members(_of(["Bjuv", "Åstorp", "Gotland"])))
    assert apart.startswith("The three members form two groups by their borders, and lie within ")
    assert title(plot_members(_of(["Bjuv"]))) == "Bjuv is the only member"


@given(st.lists(st.sampled_from(SKANE), min_size=2, unique=True))
@settings(max_examples=10, deadline=None)
def test_groups_are_those_that_borders_join(names: list[str]) -> None:
    """However members are ordered, those whom borders join in a chain are one group."""
    left, groups = set(names), 0
    while left:
        reached, groups = {left.pop()}, groups + 1
        while reached:
            near = {other.name for name in reached for other in neighbours(name)} & left
            left, reached = left - near, near
    heading = map_heading(_of(names), [municipality(name) for name in names], [], None, "en")
    joined = "are joined by borders" if groups == 1 else f"form {counted(groups, 'en')} groups by their borders"
    assert f" {joined}, and lie within " in heading.title


def test_others_are_squares_and_regions_are_named() -> None:
    """Other parties are squares; regions and municipalities abroad are said not to be on the map."""
    abroad = ForeignMunicipality("DK", "217", "Helsingør")
    figure = plot_members(_of(["Bjuv"], other_parties=(municipality("Malmö"), region("12"), abroad)))
    assert [line.get_marker() for line in figure.axes[0].get_lines()].count("s") == 1
    assert "Squares: other parties, Malmö." in alt_text(figure)
    assert "Not on the map: Skåne and Helsingør." in alt_text(figure)
    assert not beyond(figure)


def test_members_of_a_day() -> None:
    """With a day only those are drawn who were members then."""
    figure = plot_members(joined(), on=dt.date(1998, 1, 1))
    assert "Bjuv" in words(figure)
    assert "Båstad" not in words(figure)
    assert "Familjen Helsingborg, 1998-01-01" in words(figure)


def test_nothing_to_draw_is_refused() -> None:
    """A cooperation without a Swedish municipality, and a day that is none, are refused."""
    with pytest.raises(InvalidValueError, match=r"X has no member that is a Swedish municipality"):
        plot_members(Cooperation("x", "X", members=(Member(region("12")),)))
    with pytest.raises(InvalidValueError, match=r"is no date"):
        plot_members(COOP, on="2020")  # type: ignore[arg-type] - wrong on purpose
