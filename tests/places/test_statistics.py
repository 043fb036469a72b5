"""The bundled figures: what they are, where they come from, and that nothing else is given."""

import copy
import datetime as dt
import decimal
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError, MissingDataError, UnknownIdError
from familjen.places import Statistics, municipalities

STATS = Statistics.bundled()
CODES = tuple(one.code for one in municipalities())
ELEVEN = ("1214", "1257", "1260", "1275", "1276", "1277", "1278", "1282", "1283", "1284", "1292")
VARIABLES = (
    "municipal_expenditure_per_inhabitant",
    "municipal_tax_rate",
    "population",
    "regional_tax_rate",
    "tax_base_per_inhabitant",
)
YEAR_END_2015 = dt.date(2015, 12, 31)

variables = st.sampled_from(VARIABLES)
codes = st.sampled_from(CODES)
days = st.dates(dt.date(1940, 1, 1), dt.date(2035, 12, 31))
quick = settings(max_examples=60, deadline=None)


def year_end(year: int) -> dt.date:
    """Give 31 December of a year."""
    return dt.date(year, 12, 31)


@pytest.mark.parametrize(
    ("year", "total"),
    [
        (2015, 9_851_017),
        (2016, 9_995_153),
        (2017, 10_120_242),
        (2018, 10_230_185),
        (2019, 10_327_589),
        (2020, 10_379_295),
        (2021, 10_452_326),
        (2022, 10_521_556),
        (2023, 10_551_707),
        (2024, 10_587_710),
        (2025, 10_605_520),
    ],
)
def test_sweden(year: int, total: int) -> None:
    """The inhabitants of the 290 municipalities come to Sweden's, year by year."""
    assert sum(STATS.values("population", CODES, year_end(year))) == total


@pytest.mark.parametrize(("year", "total"), [(2015, 340_354), (2016, 346_119)])
def test_the_eleven(year: int, total: int) -> None:
    """The eleven of Familjen Helsingborg had 340,354 inhabitants at the end of 2015, and 346,119 a year later."""
    assert sum(STATS.values("population", ELEVEN, year_end(year))) == total


@pytest.mark.parametrize(
    ("code", "at_2015", "at_2016"),
    [("1214", 13_655, 13_919), ("1260", 14_962, 15_202), ("1283", 137_909, 140_547), ("1292", 40_732, 41_336)],
)
def test_some_of_the_eleven(code: str, at_2015: int, at_2016: int) -> None:
    """Svalöv, Bjuv, Helsingborg and Ängelholm have the inhabitants that Statistics Sweden counted."""
    found = [STATS.value("population", code, year_end(year)) for year in (2015, 2016)]
    assert found == [at_2015, at_2016]


def test_the_rescue_federations_key() -> None:
    """At the end of 2025 Alingsås has 42,861 of 55,333 inhabitants, the 77.46 % that its federation's budget states."""
    alingsas, vargarda = STATS.values("population", ["1489", "1442"], year_end(2025))
    assert (alingsas, alingsas + vargarda) == (42_861, 55_333)
    assert round(Fraction(alingsas) / (42_861 + 12_472), 4) == Fraction(7746, 10_000)


@pytest.mark.parametrize(
    ("variable", "cells", "first_day", "last_day"),
    [
        ("population", 22_040, dt.date(1950, 12, 31), dt.date(2025, 12, 31)),
        ("tax_base_per_inhabitant", 1_739, dt.date(2002, 1, 1), dt.date(2022, 1, 1)),
        ("municipal_expenditure_per_inhabitant", 1_739, dt.date(2002, 12, 31), dt.date(2022, 12, 31)),
        ("municipal_tax_rate", 2_028, dt.date(2002, 1, 1), dt.date(2025, 1, 1)),
        ("regional_tax_rate", 289, dt.date(2025, 1, 1), dt.date(2025, 1, 1)),
    ],
)
def test_size_and_span(variable: str, cells: int, first_day: dt.date, last_day: dt.date) -> None:
    """Each variable has all the figures of its sources, filed under the days that are documented."""
    found = [day for code in STATS.codes(variable) for day in STATS.days(variable, code)]
    assert (len(found), min(found), max(found)) == (cells, first_day, last_day)
    assert {(day.month, day.day) for day in found} == {(first_day.month, first_day.day)}


def test_variables() -> None:
    """The bundled variables are listed by name."""
    assert STATS.variables() == VARIABLES


@pytest.mark.parametrize(
    ("variable", "unit", "kind"),
    [
        ("population", "inhabitants", int),
        ("tax_base_per_inhabitant", "SEK", int),
        ("municipal_expenditure_per_inhabitant", "SEK", int),
        ("municipal_tax_rate", "per cent", Decimal),
        ("regional_tax_rate", "per cent", Decimal),
    ],
)
def test_units_and_types(variable: str, unit: str, kind: type) -> None:
    """Every figure of a variable is of the same exact type, and the variable says its unit."""
    cells = [cell for series in STATS.series(variable) for cell in series.cells]
    assert {type(cell.value) for cell in cells} == {kind}
    assert min(cell.value for cell in cells) > 0
    assert STATS.unit(variable) == unit


def test_helsingborgs_other_figures() -> None:
    """Helsingborg's tax rate of 2025 is 20.21 per cent and its region's 11.18, exactly."""
    new_year = dt.date(2025, 1, 1)
    assert str(STATS.value("municipal_tax_rate", "1283", new_year)) == "20.21"
    assert str(STATS.value("regional_tax_rate", "1283", new_year)) == "11.18"


@given(variables, codes, days)
@settings(max_examples=60, deadline=None)
def test_what_is_lacking_is_refused(variable: str, code: str, day: dt.date) -> None:
    """A figure is given for a day exactly if that day is listed; else the error names the nearest days around it."""
    listed = STATS.days(variable, code) if code in STATS.codes(variable) else ()
    if day in listed:
        assert STATS.value(variable, code, day) > 0
        return
    with pytest.raises(MissingDataError) as caught:
        STATS.value(variable, code, day)
    error = caught.value
    before, after = [known for known in listed if known < day][-1:], [known for known in listed if known > day][:1]
    assert (error.variable, error.code, error.day) == (variable, code, day)
    assert error.nearest == (*before, *after)
    assert all(str(known) in str(error) for known in (day, *error.nearest))


@given(variables, codes, st.data())
@quick
def test_every_figure_has_a_source(variable: str, code: str, data: st.DataObject) -> None:
    """Every figure that there is names its source, and its series holds it."""
    assume(code in STATS.codes(variable))
    day = data.draw(st.sampled_from(STATS.days(variable, code)))
    source = STATS.source(variable, code, day)
    (cell,) = [
        cell
        for series in STATS.series(variable)
        if series.source == source
        for cell in series.cells
        if (cell.code, cell.day) == (code, day)
    ]
    assert cell.value == STATS.value(variable, code, day)
    assert cell.note == STATS.note(variable, code, day)
    assert source.title


@given(variables, st.lists(codes, max_size=8), days.map(lambda day: day.replace(month=12, day=31)))
@quick
def test_many_at_once(variable: str, some: list[str], day: dt.date) -> None:
    """Many places' figures are those that each has alone, in the order asked for, or none is given."""
    if all(code in STATS.codes(variable) and day in STATS.days(variable, code) for code in some):
        assert STATS.values(variable, some, day) == tuple(STATS.value(variable, code, day) for code in some)
    else:
        with pytest.raises(MissingDataError):
            STATS.values(variable, some, day)


def test_many_at_once_needs_a_list() -> None:
    """A single code is no list of codes, although text can be walked through."""
    with pytest.raises(InvalidValueError, match="'1283' is one code; give a list of codes"):
        STATS.values("population", "1283", YEAR_END_2015)


@pytest.mark.parametrize(
    ("variable", "code", "day", "said"),
    [
        (
            "population",
            "1283",
            dt.date(2015, 11, 1),
            "no population of Helsingborg (1283) on 2015-11-01; the nearest are 2014-12-31 and 2015-12-31",
        ),
        (
            "population",
            "1283",
            dt.date(2030, 1, 1),
            "no population of Helsingborg (1283) on 2030-01-01; the nearest is 2025-12-31",
        ),
        (
            "population",
            "1283",
            dt.date(1900, 1, 1),
            "no population of Helsingborg (1283) on 1900-01-01; the nearest is 1950-12-31",
        ),
        (
            "tax_base_per_inhabitant",
            "0330",
            dt.date(2002, 1, 1),
            "no tax_base_per_inhabitant of Knivsta (0330) on 2002-01-01; the nearest is 2006-01-01",
        ),
        (
            "municipal_tax_rate",
            "0980",
            dt.date(2025, 1, 1),
            "no municipal_tax_rate of Gotland (0980) on 2025-01-01; the nearest is 2022-01-01",
        ),
        (
            "regional_tax_rate",
            "0980",
            dt.date(2025, 1, 1),
            "no regional_tax_rate of Gotland (0980) on 2025-01-01; there is none for any other day either",
        ),
    ],
)
def test_the_sentence_of_a_missing_figure(variable: str, code: str, day: dt.date, said: str) -> None:
    """A missing figure's error names variable, place, day and the nearest days, and survives pickling."""
    for ask in (STATS.value, STATS.source, STATS.note):
        with pytest.raises(MissingDataError) as caught:
            ask(variable, code, day)
        assert str(caught.value) == said
        again = pickle.loads(pickle.dumps(caught.value))
        assert (str(again), again.nearest) == (said, caught.value.nearest)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("9999", "there is no place with population '9999'"),
        ("12833", "did you mean '1283'"),
        ("", "there is no place with population ''"),
        ("Helsingborg", "give the code of Helsingborg: '1283'"),
        ("bjuvs kommun", "give the code of Bjuv: '1260'"),
        ("Häbo", "there is no place with population 'Häbo'"),
        ("12", "there is no place with population '12'"),
    ],
)
def test_unknown_places(code: str, said: str) -> None:
    """A code that nothing has is refused with near matches, and a name with the code to give instead."""
    for ask in (STATS.value, STATS.source, STATS.note):
        with pytest.raises(UnknownIdError, match=said):
            ask("population", code, YEAR_END_2015)
    with pytest.raises(UnknownIdError, match=said):
        STATS.days("population", code)


def test_a_place_without_figures_has_no_days() -> None:
    """Gotland, which has no regional tax rate, is not among the variable's places, by code or by name."""
    assert "0980" not in STATS.codes("regional_tax_rate")
    for wanted in ("0980", "Gotland"):
        with pytest.raises(UnknownIdError, match=f"no place with regional_tax_rate '{wanted}'"):
            STATS.days("regional_tax_rate", wanted)


@pytest.mark.parametrize("ask", [STATS.codes, STATS.unit, STATS.series, lambda name: STATS.days(name, "1283")])
def test_unknown_variables(ask: Any) -> None:
    """A variable that there is not is refused with near matches, and so is one that is no text."""
    with pytest.raises(UnknownIdError, match="there is no variable 'populaton'; did you mean 'population'"):
        ask("populaton")
    for wanted in (1, None, ["population"]):
        with pytest.raises(InvalidValueError, match=r"variable: .* is not text"):
            ask(wanted)


@pytest.mark.parametrize("ask", [STATS.value, STATS.source, STATS.note])
@pytest.mark.parametrize("day", ["2015-12-31", 2015, None, dt.datetime(2015, 12, 31)])  # noqa: DTZ001 - is refused
def test_no_day(ask: Any, day: Any) -> None:
    """A day that is no date is refused, and so is a time of day."""
    with pytest.raises(InvalidValueError, match=r"is not a date; give a datetime\.date"):
        ask("population", "1283", day)


@pytest.mark.parametrize("ask", [STATS.value, STATS.source, STATS.note])
@pytest.mark.parametrize("code", [1283, None, True, ["1283"], municipalities()[0]])
def test_no_code(ask: Any, code: Any) -> None:
    """A code that is no text is refused, so that a leading zero is never lost."""
    with pytest.raises(InvalidValueError, match=r"code: .* is not text"):
        ask("population", code, YEAR_END_2015)


def test_where_sources_disagree() -> None:
    """Uppsala's figure of 2001 carries the other count as a note; its neighbours in time carry none."""
    assert STATS.value("population", "0380", year_end(2001)) == 178_682
    assert "191,110" in str(STATS.note("population", "0380", year_end(2001)))
    assert STATS.note("population", "0380", year_end(2000)) is None


def test_only_one_figure_has_a_note() -> None:
    """Of all bundled figures one carries a note."""
    cells = [cell for variable in VARIABLES for series in STATS.series(variable) for cell in series.cells]
    assert len([cell for cell in cells if cell.note]) == 1


def test_sources_by_year() -> None:
    """The tax rate of 2025 comes from Skatteverket, those of the years before from Statistics Sweden."""
    assert "Skatteverket" in STATS.source("municipal_tax_rate", "1283", dt.date(2025, 1, 1)).title
    assert "SCB" in STATS.source("municipal_tax_rate", "1283", dt.date(2022, 1, 1)).title
    assert [series.source.title[:3] for series in STATS.series("municipal_tax_rate")] == ["Ska", "SCB"]


@given(codes, st.dates(dt.date(1990, 12, 31), dt.date(2025, 12, 31)))
@quick
def test_interpolation_lies_between(code: str, day: dt.date) -> None:
    """A figure on the straight line lies between its neighbours, right to four decimals; a known one is itself."""
    assume(day >= STATS.days("population", code)[0])
    found = STATS.value("population", code, day, interpolate="linear")
    before = STATS.value("population", code, year_end(day.year - (day != year_end(day.year))))
    after = STATS.value("population", code, year_end(day.year))
    part = Fraction((day - year_end(day.year - 1)).days, (year_end(day.year) - year_end(day.year - 1)).days)
    exact = before + (after - before) * part if day != year_end(day.year) else Fraction(after)
    assert min(before, after) <= found <= max(before, after)
    assert abs(Fraction(found) - exact) <= Fraction(1, 20_000)


def test_interpolation_ignores_the_decimal_context() -> None:
    """An interpolated figure is the same however few digits the caller's own calculations keep."""
    with decimal.localcontext(prec=3):
        found = STATS.value("population", "1283", dt.date(2015, 11, 1), interpolate="linear")
    assert str(found) == "137487.3562"


@pytest.mark.parametrize("day", [dt.date(1950, 12, 30), dt.date(2026, 1, 1)])
def test_nothing_is_extrapolated(day: dt.date) -> None:
    """Before the first figure and after the last none is made up, not even when asked."""
    with pytest.raises(MissingDataError, match="the nearest is"):
        STATS.value("population", "1283", day, interpolate="linear")


def test_nothing_is_interpolated_from_nothing() -> None:
    """A place without any figure has none between them."""
    with pytest.raises(MissingDataError, match="none for any other day"):
        STATS.value("regional_tax_rate", "0980", dt.date(2025, 1, 1), interpolate="linear")


@pytest.mark.parametrize("way", ["Linear", "", "cubic", 1, True, ["linear"]])
def test_unknown_interpolation(way: Any) -> None:
    """A way to interpolate that there is not is refused, even where a figure is known."""
    with pytest.raises(InvalidValueError, match="is no way to interpolate; use 'linear' or None"):
        STATS.value("population", "1283", YEAR_END_2015, interpolate=way)


def test_bundled_is_one_object() -> None:
    """The bundled figures are one object, also after pickling and copying, and small to send."""
    assert Statistics.bundled() is STATS
    assert pickle.loads(pickle.dumps(STATS)) is STATS
    assert copy.deepcopy(STATS) is STATS
    assert len(pickle.dumps(STATS)) < 200


def test_hash_is_by_identity() -> None:
    """Statistics are told apart by identity, so that they can be a dict's keys without being read through."""
    other = Statistics()
    assert len({STATS, STATS, other}) == 2


def test_repr() -> None:
    """Statistics show what they have, in short."""
    assert repr(STATS).startswith("<Statistics: municipal_expenditure_per_inhabitant, municipal_tax_rate, population")
    assert repr(STATS).endswith("; 0 own series>")
