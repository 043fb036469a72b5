"""What the map of members promises."""

import datetime as dt
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.webpage.pages import MADE, Page, drawn, named, of_size

from familjen.dates import Period
from familjen.model import Cooperation, ForeignMunicipality, Municipality, Region
from familjen.model.member import Member
from familjen.places import distance_km, municipalities, place
from familjen.report.webpage import html
from familjen.report.webpage.labels import Box, beside, shortened
from familjen.report.webpage.map import Frame
from familjen.report.webpage.members import _inhabited
from familjen.report.webpage.speech import Speech

CODES = [each.code for each in municipalities()]


def circles(page: Page, within: str) -> list[tuple[float, float, float]]:
    """Give the circles of a group of the map."""
    (group,) = page.all("g", class_=within)
    start = page.elements.index(group) + 1
    found: list[tuple[float, float, float]] = []
    for each in page.elements[start:]:
        if each.tag == "g":
            break
        if each.tag == "circle":
            x, y, radius = (float(each.attributes[name] or "") for name in ("cx", "cy", "r"))
            found.append((x, y, radius))
    return found


@settings(max_examples=12, deadline=None)
@given(codes=st.lists(st.sampled_from(CODES), min_size=1, max_size=12, unique=True))
def test_members_lie_within_the_picture_and_as_far_apart_as_in_the_land(codes: list[str]) -> None:
    """Every place is inside the frame, and distances go by those on the ground, as near as degrees let them."""
    places = [place(code) for code in codes]
    frame = Frame.around(places)
    at = [frame.at(each) for each in places]
    assert all(0 <= x <= frame.wide and 0 <= y <= frame.high for x, y in at)
    stretched = max(abs(math.cos(math.radians(each.latitude)) / frame.cosine - 1) for each in places)
    for other, spot in zip(codes[1:], at[1:], strict=True):
        drawn_km = math.dist(at[0], spot) / frame.scale
        assert drawn_km == pytest.approx(distance_km(codes[0], other), rel=0.04 + stretched, abs=1)


def test_north_is_up_and_east_is_right() -> None:
    """Kiruna lies above Malmö, and Stockholm right of Gothenburg."""
    kiruna, malmo, stockholm, gothenburg = (place(name) for name in ("Kiruna", "Malmö", "Stockholm", "Göteborg"))
    frame = Frame.around([kiruna, malmo, stockholm, gothenburg])
    assert frame.at(kiruna)[1] < frame.at(malmo)[1]
    assert frame.at(stockholm)[0] > frame.at(gothenburg)[0]


def test_areas_go_by_inhabitants() -> None:
    """A member with more inhabitants has a larger circle, in the proportion of the roots."""
    members = [Member(Municipality(place(name).municipality.code, name, "12")) for name in ("Helsingborg", "Ängelholm")]
    page = drawn(html(Cooperation("c", "C", members=tuple(members)), made=MADE))
    large, small = (radius for _, _, radius in circles(page, "dots"))
    people = [int(each.text.replace(",", "")) for each in page.all("td", class_="number")[:2]]
    assert small / large == pytest.approx(math.sqrt(people[1] / people[0]), abs=0.01)


def test_names_of_few_members_stand_apart() -> None:
    """The names of eleven neighbours neither cover each other nor leave the picture."""
    page = drawn(html(of_size(11, 0), made=MADE))
    frame = [float(number) for number in (page.all("svg")[0].attributes["viewbox"] or "").split()]
    labels = [each for each in page.all("text") if each.text]
    assert len(labels) == 11
    boxes: list[Box] = []
    for each in labels:
        wide = len(each.text) * 7.84
        x, y = float(each.attributes["x"] or ""), float(each.attributes["y"] or "")
        left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[each.attributes["text-anchor"] or ""]
        boxes.append(Box(left, y - 12, left + wide, y + 2))
    assert all(box.left >= 0 and box.right <= frame[2] for box in boxes)
    pairs = [one.shared(two) / one.area for place, one in enumerate(boxes) for two in boxes[:place]]
    assert max(pairs) < 0.2


def test_many_members_are_dots_with_names_to_point_at() -> None:
    """Of 290 members no name is written, and each dot carries its name."""
    page = drawn(html(of_size(290, 0), made=MADE))
    (title,) = page.all("title", id="map-title")
    assert title.text == "Map of the members"
    assert len(circles(page, "dots")) == 290
    assert len({each.text for each in page.all("title")}) >= 290
    assert not page.all("text")


def test_one_member_is_in_the_middle_of_its_neighbourhood() -> None:
    """A lone member has a map with other municipalities around it."""
    page = drawn(html(named("Ensam"), made=MADE))
    ((x, _, _),) = circles(page, "dots")
    assert x > 0
    assert circles(page, "around")


def test_who_is_not_on_the_map_is_named() -> None:
    """Regions, foreign municipalities and unknown codes are listed below the map; they alone make no map."""
    others = (Region("12", "Skåne"), ForeignMunicipality("NO", "1517", "Hareid"), Municipality("9999", "Nya", "12"))
    bjuv = Member(Municipality("1260", "Bjuv", "12"))
    members = (bjuv, *map(Member, others))
    page = drawn(html(Cooperation("c", "C", members=members), made=MADE))
    assert "Not on the map: Skåne, Hareid, Nya." in page.all("figcaption")[0].text
    assert "For others the number is not known." in page.section("members").text
    assert "municipality in NO" in page.section("members").text
    assert not drawn(html(Cooperation("c", "C", members=members[1:]), made=MADE)).all("svg")


def test_a_member_that_came_back_is_one_dot() -> None:
    """Two memberships of one party are two rows and one circle, counted once."""
    bjuv = Municipality("1260", "Bjuv", "12")
    page = drawn(html(Cooperation("c", "C", members=(Member(bjuv), Member(bjuv))), made=MADE))
    assert len(circles(page, "dots")) == 1
    assert "C has 1 member with 16," in page.section("brief").text


@settings(max_examples=12)
@given(name=st.text(min_size=1, max_size=60), x=st.floats(0, 500), y=st.floats(0, 500), radius=st.floats(1, 30))
def test_a_name_stands_beside_its_circle(name: str, x: float, y: float, radius: float) -> None:
    """A name covers no more than a corner of the circle that it names, and is cut where it is long."""
    circle = Box.around(x, y, radius)
    label, box = beside(name, (x, y, radius), [circle], Box(-1000, -1000, 1500, 1500))
    assert box.shared(circle) <= 0.2 * circle.area
    assert len(label.text) <= 26
    assert shortened(name, 1000) == name


def test_only_those_who_are_members_are_counted_as_such() -> None:
    """One that has left and one that is to come stand in the table, and not in the number of members."""
    now, left, coming = (Municipality(each.code, each.name, each.county) for each in municipalities()[:3])
    members = (
        Member(now, period=Period(dt.date(2010, 1, 1))),
        Member(left, period=Period(dt.date(2010, 1, 1), dt.date(2020, 12, 31))),
        Member(coming, period=Period(dt.date(2030, 1, 1))),
    )
    page = drawn(html(Cooperation("c", "C", members=members), lang="sv", made=MADE))
    table = page.all("td", class_="number")
    brief = page.section("brief").text.replace("\xa0", " ")
    assert f"C har 1 medlem med {table[0].text} invånare den".replace("\xa0", " ") in brief
    assert "; 2 till tidigare eller senare." in brief
    assert len(table) == 3


def test_a_count_of_the_day_of_the_report_is_known() -> None:
    """On the very day of a count, its number is told; the day before, that of the year before."""
    for on, counted in ((dt.date(2020, 12, 31), "31 December 2020"), (dt.date(2020, 12, 30), "31 December 2019")):
        page = drawn(html(named("Ale"), on=on, made=MADE))
        assert f"Inhabitants on {counted}" in page.section("members").text


def test_counts_of_different_days_are_not_told_as_of_one() -> None:
    """Where inhabitants of members were counted on different days, the beginning says so."""
    one, other = (each.code for each in municipalities()[:2])
    days = {one: (10, dt.date(2020, 12, 31)), other: (5, dt.date(2025, 12, 31))}
    said = _inhabited([days[each] for each in (one, other)], Speech("sv"))
    assert said == " med 15 invånare, räknade olika dagar från 31 december 2020 till 31 december 2025"
    assert _inhabited([days[one]], Speech("en")) == " with 10 inhabitants on 31 December 2020"


def test_a_name_at_the_edge_stays_in_the_picture() -> None:
    """Where there is no room to the right of a circle, its name stands to the left."""
    label, box = beside("Örnsköldsvik", (195, 50, 4), [], Box(0, 0, 200, 100))
    assert label.anchor == "end"
    assert box.right < 200


def test_a_day_before_all_counts_has_no_inhabitants() -> None:
    """Before the first count nobody knows how many they were: no number is told, and the circles are alike."""
    page = drawn(html(named("Ale", "Bjuv"), on=dt.date(1900, 1, 1), made=MADE))
    assert [each.text for each in page.all("td", class_="number")[:2]] == ["", ""]
    assert len({radius for _, _, radius in circles(page, "dots")}) == 1
    assert "Inhabitants on" not in page.section("members").text
