"""Municipalities, regions and figures: found however they are spelt, and never guessed."""

import csv
import datetime as dt
import pickle
import unicodedata
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import stdnum.se.orgnr
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen import places
from familjen.errors import InvalidValueError, MissingDataError, UnknownIdError
from familjen.model import Source
from familjen.places import Series, Statistics

CODES = [municipality.code for municipality in places.municipalities()]
ELEVEN = ("1214", "1257", "1260", "1275", "1276", "1277", "1278", "1282", "1283", "1284", "1292")
STATS = Statistics.bundled()
REGISTER = Source("A register of ours")


def plain(name: str) -> str:
    """Take the diacritics away."""
    return "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))


def year_end(year: int) -> dt.date:
    """Give 31 December."""
    return dt.date(year, 12, 31)


@pytest.mark.parametrize(
    ("year", "total"),
    [
        (2015, 9_851_017),
        (2016, 9_995_153),
        (2018, 10_230_185),
        (2020, 10_379_295),
        (2024, 10_587_710),
        (2025, 10_605_520),
    ],
)
def test_the_country_sums(year: int, total: int) -> None:
    """The 290 municipalities' inhabitants sum to Sweden's."""
    assert sum(STATS.values("population", CODES, year_end(year))) == total


def test_the_eleven_sum() -> None:
    """The eleven of Familjen Helsingborg had 340,354 inhabitants at the end of 2015 and 346,119 a year later."""
    assert [sum(STATS.values("population", ELEVEN, year_end(year))) for year in (2015, 2016)] == [340_354, 346_119]


def test_every_municipality_is_found() -> None:
    """Each of the 290 is found by code, by name in any case, and without diacritics where that is one name only."""
    folded = Counter(plain(item.name).casefold() for item in places.municipalities())
    for item in places.municipalities():
        assert places.municipality(item.code) == item
        assert places.municipality(f" {item.name.upper()} ") == item
        assert places.municipality(f"{item.name} kommun") == item
        if folded[plain(item.name).casefold()] == 1:
            assert places.municipality(plain(item.name).lower()) == item
    assert len({item.code for item in places.municipalities()}) == 290


def test_names_that_collide() -> None:
    """Habo and Håbo are told apart by their letters."""
    assert [places.municipality(name).code for name in ("Habo", "HÅBO", "Håbo kommun")] == ["0643", "0305", "0305"]


def test_regions_are_found() -> None:
    """The 21 regions are found by code or name, with Region or län around it."""
    assert len(places.regions()) == 21
    names = ("12", "skane", "Region Skåne", "Skåne län", "Region Jämtland")
    assert [places.region(name).code for name in names] == ["12", "12", "12", "12", "23"]
    with pytest.raises(UnknownIdError, match="Halland"):
        places.region("Hallnd")


@given(st.one_of(st.none(), st.integers(), st.floats(), st.binary()))
@settings(max_examples=20, deadline=None)
def test_a_name_is_text(wanted: Any) -> None:
    """A code given as a number is refused, so that a leading zero is never lost."""
    with pytest.raises(InvalidValueError, match="give it as text"):
        places.municipality(wanted)


@given(st.text(max_size=12))
@settings(max_examples=60, deadline=None)
def test_any_text_is_found_or_unknown(wanted: str) -> None:
    """Any other text is unknown, with its near matches, and nothing worse."""
    names = {name for item in places.municipalities() for name in (item.code, item.name)}
    near: tuple[str, ...] = ()
    try:
        found = places.municipality(wanted).name
    except UnknownIdError as error:
        found, near = "Bjuv", error.near
    assert {found, *near} <= names


def test_neighbours_are_mutual() -> None:
    """Whoever has a neighbour is that neighbour's neighbour; islands have none."""
    for item in places.municipalities():
        assert all(item in places.neighbours(other.code) for other in places.neighbours(item.code))
    assert places.neighbours("Gotland") == ()


def test_organisation_numbers_are_valid() -> None:
    """Every municipality's organisation number has a right check digit, and nobody shares one."""
    numbers = [places.place(code).org_number for code in CODES]
    assert all(stdnum.se.orgnr.is_valid(number) for number in numbers)
    assert len(set(numbers)) == 290


def test_distances_are_the_known_ones() -> None:
    """Distances between the eleven equal those worked out apart from this library, to 100 m."""
    rows = list(csv.DictReader(Path(__file__).with_name("familjen_distances_km.csv").read_text("utf-8").splitlines()))
    assert len(rows) == 55
    for row in rows:
        assert places.distance_km(row["from"], row["to"]) == pytest.approx(
            float(row["great_circle_km_centroid"]), abs=0.06
        )


@given(st.sampled_from(CODES), st.dates(dt.date(1940, 1, 1), dt.date(2035, 1, 1)))
@settings(max_examples=60, deadline=None)
def test_statistics_refuse_what_they_lack(code: str, day: dt.date) -> None:
    """A figure is there for a known day, and else an error names the nearest days around it."""
    if day in STATS.days("population", code):
        assert STATS.value("population", code, day) > 0
        return
    with pytest.raises(MissingDataError) as caught:
        STATS.value("population", code, day)
    nearest = caught.value.nearest
    known = STATS.days("population", code)
    assert set(nearest) <= set(known)
    assert not [between for between in known if nearest[0] < between < nearest[-1]]
    assert all(str(there) in str(caught.value) for there in nearest)


def test_gaps_of_the_bundled_figures() -> None:
    """Knivsta has no tax base for 2002 and Gotland no tax rate for 2025: both are errors."""
    for variable, code, day in (
        ("tax_base_per_inhabitant", "0330", dt.date(2002, 1, 1)),
        ("municipal_tax_rate", "0980", dt.date(2025, 1, 1)),
    ):
        with pytest.raises(MissingDataError, match="the nearest"):
            STATS.value(variable, code, day)
    with pytest.raises(UnknownIdError, match="regional_tax_rate"):
        STATS.days("regional_tax_rate", "0980")


def test_rates_are_decimals() -> None:
    """Helsingborg's tax rate of 2022 is 20.21 per cent, exactly, and its source says where it is from."""
    day = dt.date(2022, 1, 1)
    assert STATS.value("municipal_tax_rate", "1283", day) == Decimal("20.21")
    assert "SCB" in STATS.source("municipal_tax_rate", "1283", day).title
    assert STATS.unit("municipal_tax_rate") == "per cent"
    with pytest.raises(MissingDataError):
        STATS.source("municipal_tax_rate", "1283", dt.date(2021, 1, 1))


def test_unknown_variables_and_places() -> None:
    """An unknown variable or place is refused with near matches, a day that is none with a sentence."""
    with pytest.raises(UnknownIdError, match="did you mean 'population'"):
        STATS.value("populaton", "1283", year_end(2015))
    with pytest.raises(UnknownIdError, match="did you mean"):
        STATS.value("population", "1238", year_end(2015))
    with pytest.raises(InvalidValueError, match="not a date"):
        STATS.value("population", "1283", 2015)  # type: ignore[arg-type, unused-ignore]


def test_own_series_win_cell_by_cell() -> None:
    """A user's figure wins over the bundled one, the later series over the earlier, and the others stay."""
    day = year_end(2015)
    one, two = (Series.from_rows("population", "inhabitants", REGISTER, [("1283", day, value)]) for value in (1, 2))
    mine = STATS.with_series(one).with_series(two)
    assert mine.value("population", "1283", day) == 2
    assert mine.value("population", "1260", day) == 14_962
    assert mine.source("population", "1283", day) == REGISTER
    assert mine.unit("population") == "inhabitants"
    assert mine.note("population", "1283", day) is None
    assert STATS.value("population", "1283", day) == 137_909
    assert pickle.loads(pickle.dumps(mine)).value("population", "1283", day) == 2
    assert "2 own series" in repr(mine)


def test_own_variables() -> None:
    """A user's own variable is listed and looked up like the bundled ones."""
    pupils = Series.from_rows("pupils", "pupils", REGISTER, [("X", dt.date(2016, 10, 15), Decimal("1.5"))])
    mine = STATS.with_series(pupils)
    assert "pupils" in mine.variables()
    assert mine.codes("pupils") == ("X",)
    with pytest.raises(MissingDataError, match="no pupils of X on 2016-10-16; the nearest is 2016-10-15"):
        mine.value("pupils", "X", dt.date(2016, 10, 16))
    with pytest.raises(InvalidValueError, match="not a Series"):
        mine.with_series({})  # type: ignore[arg-type, unused-ignore]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("1283", year_end(2015), 1.5), "no exact figure"),
        (("1283", year_end(2015), True), "no exact figure"),
        (("1283", year_end(2015), Decimal("NaN")), "not a finite"),
        (("1283", year_end(2015), -1), "negative"),
        (("1283", 2015, 1), "not a date"),
    ],
)
def test_own_figures_are_exact(row: Any, said: str) -> None:
    """A float, NaN, a negative figure, a year for a day or a figure given twice is refused."""
    with pytest.raises(InvalidValueError, match=said):
        Series.from_rows("population", "inhabitants", REGISTER, [row])
    with pytest.raises(InvalidValueError, match="two values"):
        Series.from_rows("population", "inhabitants", REGISTER, [("1283", year_end(2015), 1)] * 2)


def test_interpolation_is_asked_for() -> None:
    """Between two days a straight line is drawn when asked, exactly; beyond them never; no other way is known."""
    low, high = (STATS.value("population", "1283", year_end(year)) for year in (2014, 2015))
    between = STATS.value("population", "1283", dt.date(2015, 11, 1), interpolate="linear")
    exact = low + (high - low) * Decimal(305) / 365
    assert abs(between - exact) <= Decimal("0.00005")
    with pytest.raises(MissingDataError):
        STATS.value("population", "1283", dt.date(2030, 1, 1), interpolate="linear")
    with pytest.raises(InvalidValueError, match="use 'linear'"):
        STATS.value("population", "1283", dt.date(2015, 11, 1), interpolate="cubic")


def test_disagreeing_sources_are_noted() -> None:
    """The one figure on which sources disagree carries a note; others carry none."""
    assert "191,110" in str(STATS.note("population", "0380", year_end(2001)))
    assert STATS.note("population", "0380", year_end(2002)) is None
