"""Municipalities, regions and places as they are bundled: whole, found by every spelling, and consistent."""

import csv
import math
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.se import orgnr

from familjen import places
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.model import Municipality, Region

ALL = places.municipalities()
DISTANCES = Path(__file__).with_name("familjen_distances_km.csv")

every_municipality = pytest.mark.parametrize("one", ALL, ids=lambda one: one.code)
some = st.sampled_from(ALL)
quick = settings(max_examples=60, deadline=None)


def without_diacritics(name: str) -> str:
    """Write a name as one does on a keyboard without å, ä, ö and é."""
    return "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))


def test_all_municipalities() -> None:
    """There are 290 municipalities, each once, in the order of their codes."""
    codes = [one.code for one in ALL]
    assert len(codes) == len(set(codes)) == len({one.name for one in ALL}) == 290
    assert codes == sorted(codes)
    assert all(type(one) is Municipality for one in ALL)


def test_all_regions() -> None:
    """There are 21 regions, in the order of their codes, and each municipality's county has one."""
    codes = [one.code for one in places.regions()]
    assert len(codes) == 21
    assert codes == sorted(codes)
    assert set(codes) == {one.county for one in ALL}
    assert all(type(one) is Region for one in places.regions())


def test_a_code_begins_with_its_county() -> None:
    """The first two digits of a municipality's code are its county's."""
    assert all(one.code.startswith(one.county) for one in ALL)


@given(some, st.sampled_from([str.upper, str.lower, str.title, str.casefold, str.swapcase]))
@quick
def test_found_in_any_case(one: Municipality, case: Any) -> None:
    """A municipality is found by its name in any case."""
    assert places.municipality(case(one.name)) == one


@every_municipality
def test_found_by_code_name_and_form(one: Municipality) -> None:
    """Each municipality is found by code, by name, in capitals and with *kommun* or *stad* after it."""
    names = (one.code, one.name, one.name.upper(), f"{one.name} kommun", f"{one.name} stad", f"  {one.name} Kommun ")
    assert {places.municipality(name) for name in names} == {one}


@every_municipality
def test_found_with_genitive(one: Municipality) -> None:
    """Each municipality is found by its official form, *Bjuvs kommun*; a name in s takes no second one."""
    genitive = one.name if one.name.endswith("s") else f"{one.name}s"
    assert places.municipality(f"{genitive} kommun") == one


@given(some)
@quick
def test_found_without_diacritics(one: Municipality) -> None:
    """Without diacritics a name finds its municipality, except Håbo's, which spells Habo and finds that."""
    expected = places.municipality("0643") if one.code == "0305" else one
    assert places.municipality(without_diacritics(one.name)) == expected


@given(some, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
@quick
def test_found_however_letters_are_composed(one: Municipality, form: Any) -> None:
    """A name finds its municipality however its letters are composed, as file names of some systems are."""
    assert places.municipality(unicodedata.normalize(form, one.name)) == one


@pytest.mark.parametrize("name", ["Habo", "HABO", "habo", "Habo kommun", "Habos kommun"])
def test_habo_is_habo(name: str) -> None:
    """Habo is found by its exact name in any case, although Håbo without diacritics spells the same."""
    assert places.municipality(name).code == "0643"


@pytest.mark.parametrize("name", ["Håbo", "HÅBO", "håbo", "Håbo kommun", "Håbos kommun", "Ha\u030abo"])
def test_habo_with_a_ring_is_another(name: str) -> None:
    """Håbo is found by its exact name, composed or not."""
    assert places.municipality(name).code == "0305"


@pytest.mark.parametrize("name", ["Häbo", "hábo kommun"])
def test_ambiguity_names_both(name: str) -> None:
    """A name that fits two municipalities only without its diacritics is refused, and the error names both."""
    with pytest.raises(UnknownIdError, match=r"may be Håbo \(0305\) or Habo \(0643\); give the code") as caught:
        places.municipality(name)
    assert caught.value.near == ("0305", "0643")
    assert caught.value.kind == "municipality"


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        ("Helsinborg", "Helsingborg"),
        ("malmoe", "Malmö"),
        ("Engelholm", "Ängelholm"),
        ("Stockholms län", "Stockholm"),
        ("12830", "1283"),
    ],
)
def test_near_matches(wanted: str, near: str) -> None:
    """A name or code that nothing has is refused with those that look alike."""
    with pytest.raises(UnknownIdError, match="did you mean") as caught:
        places.municipality(wanted)
    assert near in caught.value.near
    assert caught.value.identifier == wanted


@pytest.mark.parametrize("wanted", ["", "   ", "kommun", "s kommun", " stad", "1283 kommun", "Region Gotland", "\x00"])
def test_what_is_no_name(wanted: str) -> None:
    """What is left of a name without its name finds nothing."""
    with pytest.raises(UnknownIdError, match="there is no municipality"):
        places.municipality(wanted)


def test_a_long_name_makes_a_short_error() -> None:
    """A text of a million characters is refused with an error that fits a screen."""
    with pytest.raises(UnknownIdError) as caught:
        places.municipality("Bjuv" * 250_000)
    assert len(str(caught.value)) < 300


def test_a_long_name_is_not_cut() -> None:
    """Text after the name and much space is not overlooked."""
    with pytest.raises(UnknownIdError):
        places.municipality("Bjuv" + " " * 500 + "x")


@pytest.mark.parametrize("wanted", [1283, None, True, 12.83, b"Bjuv", ["1283"], ALL[0]])
@pytest.mark.parametrize("look_up", [places.municipality, places.region, places.place, places.neighbours])
def test_only_text_is_looked_up(look_up: Any, wanted: Any) -> None:
    """A number, bytes, a list or a municipality itself is refused, since only text is a code or a name."""
    with pytest.raises(InvalidValueError, match="is neither a code nor a name; give it as text"):
        look_up(wanted)


@given(st.text(max_size=30))
@quick
def test_any_text_is_found_or_refused(wanted: str) -> None:
    """Whatever the text, it finds a municipality of that name or is refused in our own words."""
    found: object = None
    try:
        found = places.municipality(wanted)
    except UnknownIdError as error:
        found = error.kind
    assert found == "municipality" or found in ALL


@pytest.mark.parametrize("one", places.regions(), ids=lambda one: one.code)
def test_regions_by_every_form(one: Region) -> None:
    """Each region is found by code, name, *Region X*, *X län*, *Xs län*, *Region Xs län*, and without diacritics."""
    forms = ("{}", "Region {}", "region {}", "{} län", "{}s län", "Region {}s län", "REGION {}S LÄN")
    names = [form.format(one.name) for form in forms]
    assert {places.region(name) for name in (one.code, *names, *map(without_diacritics, names[:2]))} == {one}


def test_gotland_is_a_region_and_a_municipality() -> None:
    """Gotland stands among the regions too, although its municipality does a region's work."""
    assert places.region("Region Gotland") == Region("09", "Gotland")
    assert places.municipality("Gotland").county == "09"


@pytest.mark.parametrize("wanted", ["Skane län x", "Region", "län", "Region län", "99", "1283", "Skåne kommun"])
def test_unknown_regions(wanted: str) -> None:
    """A region that there is not is refused; municipalities are none."""
    with pytest.raises(UnknownIdError, match="there is no region"):
        places.region(wanted)


@every_municipality
def test_organisation_numbers(one: Municipality) -> None:
    """Each municipality's organisation number passes the check of its last digit and is that of a municipality."""
    number = places.place(one.code).org_number
    assert orgnr.is_valid(number)
    assert number.startswith("212000-")


def test_organisation_numbers_differ() -> None:
    """No two municipalities share an organisation number."""
    assert len({places.place(one.code).org_number for one in ALL}) == 290


@every_municipality
def test_places_lie_in_sweden(one: Municipality) -> None:
    """Each municipality's centroid lies between Sweden's outermost points."""
    place = places.place(one.code)
    assert 55.3 < place.latitude < 69.1
    assert 10.9 < place.longitude < 24.2
    assert place.municipality == one


@every_municipality
def test_neighbours_are_mutual(one: Municipality) -> None:
    """Whoever is a municipality's neighbour has it as a neighbour, and nobody is its own."""
    found = places.neighbours(one.code)
    assert one not in found
    assert all(one in places.neighbours(other.code) for other in found)
    assert [other.code for other in found] == sorted({other.code for other in found})


def test_number_of_borders() -> None:
    """There are 728 land borders between municipalities."""
    assert sum(len(places.neighbours(one.code)) for one in ALL) == 2 * 728


def test_islands_have_no_neighbours() -> None:
    """A municipality of islands, such as Gotland or Öckerö, has no neighbour by land."""
    assert places.neighbours("Gotland") == places.neighbours("Öckerö") == ()


def test_neighbours_are_near() -> None:
    """Two neighbours in Skåne are less than 60 km apart."""
    skane = [one for one in ALL if one.county == "12"]
    pairs = [(one, other) for one in skane for other in places.neighbours(one.code) if other.county == "12"]
    assert len(pairs) > 100
    assert all(places.distance_km(one.code, other.code) < 60 for one, other in pairs)


def test_the_groups_of_the_eleven() -> None:
    """Helsingborg is a larger city by its group, B3, and its labour market is the one of Landskrona and Höganäs."""
    helsingborg, landskrona, hoganas = (places.place(name) for name in ("Helsingborg", "Landskrona", "Höganäs"))
    assert helsingborg.skr_group == "B3"
    assert helsingborg.degurba == 1
    assert helsingborg.fa_region == landskrona.fa_region == hoganas.fa_region


def test_distances_of_the_eleven() -> None:
    """All 55 distances between the eleven agree with those computed independently, to 0.1 km."""
    with DISTANCES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 55
    for row in rows:
        assert abs(places.distance_km(row["from"], row["to"]) - float(row["great_circle_km_centroid"])) <= 0.1


@given(some, some)
@quick
def test_distance_is_symmetric(one: Municipality, other: Municipality) -> None:
    """A distance is the same both ways, nothing only to oneself, and shorter than Sweden is long."""
    there, back = places.distance_km(one.code, other.name), places.distance_km(other.code, one.name)
    assert math.isclose(there, back, rel_tol=1e-12)
    assert (there == 0) == (one == other)
    assert there < 1_600


@given(some, some, some)
@quick
def test_a_detour_is_never_shorter(one: Municipality, via: Municipality, other: Municipality) -> None:
    """The way by a third municipality is never shorter than the straight one."""
    detour = places.distance_km(one.code, via.code) + places.distance_km(via.code, other.code)
    assert places.distance_km(one.code, other.code) <= detour + 1e-9
