"""A user's own series beside the bundled figures."""

import datetime as dt
import pickle
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError, MissingDataError, UnknownIdError
from familjen.model import Source
from familjen.places import Cell, Series, Statistics, Value

STATS = Statistics.bundled()
OURS, THEIRS = Source("Our own count"), Source("Their count")
AUTUMN, YEAR_END = dt.date(2015, 11, 1), dt.date(2015, 12, 31)

codes = st.sampled_from(["1214", "1257", "1260", "1283", "no-such", "NO-1517"])
days = st.sampled_from([AUTUMN, YEAR_END, dt.date(2016, 11, 1), dt.date(2016, 12, 31)])
counts = st.dictionaries(st.tuples(codes, days), st.integers(0, 10**6), max_size=8)
quick = settings(max_examples=60, deadline=None)


def population(found: dict[tuple[str, dt.date], int], source: Source = OURS) -> Series:
    """Make a series of inhabitants."""
    rows: list[tuple[str, dt.date, Value]] = [(code, day, value) for (code, day), value in found.items()]
    return Series.from_rows("population", "inhabitants", source, rows)


def other(variable: str, unit: str, value: Value = 1, **more: Any) -> Series:
    """Make a series of one figure, of Helsingborg at the end of 2015."""
    return Series.from_rows(variable, unit, OURS, [("1283", YEAR_END, value)], **more)


@given(counts, codes, days)
@quick
def test_own_figures_win_one_by_one(own: dict[tuple[str, dt.date], int], code: str, day: dt.date) -> None:
    """A figure is the user's where there is one, else the bundled one, and its source says which."""
    stats = STATS.with_series(population(own))
    if (code, day) in own:
        assert stats.value("population", code, day) == own[code, day]
        assert stats.source("population", code, day) == OURS
    elif code in STATS.codes("population") and day in STATS.days("population", code):
        assert stats.value("population", code, day) == STATS.value("population", code, day)
        assert stats.source("population", code, day) == STATS.source("population", code, day)
    else:
        with pytest.raises((MissingDataError, UnknownIdError)):
            stats.value("population", code, day)


@given(counts, counts, codes, days)
@quick
def test_the_later_series_wins(
    first: dict[tuple[str, dt.date], int], second: dict[tuple[str, dt.date], int], code: str, day: dt.date
) -> None:
    """Of two series of the user's the later one wins, and the earlier one stands where the later one is silent."""
    stats = STATS.with_series(population(first)).with_series(population(second, THEIRS))
    merged = first | second
    if (code, day) in merged:
        assert stats.value("population", code, day) == merged[code, day]
        assert stats.source("population", code, day) == (THEIRS if (code, day) in second else OURS)
    else:
        assert day not in {known for place, known in merged if place == code}


@given(counts)
@quick
def test_listings_hold_both(own: dict[tuple[str, dt.date], int]) -> None:
    """Places and days are listed whether they are the user's or bundled, in order and once."""
    stats = STATS.with_series(population(own))
    assert stats.codes("population") == tuple(sorted({*STATS.codes("population"), *(code for code, _ in own)}))
    for code, day in own:
        listed = stats.days("population", code)
        assert day in listed
        assert list(listed) == sorted(set(listed))


@given(counts)
@quick
def test_the_bundle_is_untouched(own: dict[tuple[str, dt.date], int]) -> None:
    """Adding a series gives new statistics and leaves those that it was added to as they were."""
    stats = STATS.with_series(population(own))
    assert stats is not STATS
    assert STATS.value("population", "1283", YEAR_END) == 137_909
    assert STATS.series("population")[0].source != OURS
    assert stats.series("population") == (population(own), *STATS.series("population"))


@given(counts)
@quick
def test_own_series_survive_pickling(own: dict[tuple[str, dt.date], int]) -> None:
    """Statistics with a series can be sent to another process and answer the same there."""
    again = pickle.loads(pickle.dumps(STATS.with_series(population(own))))
    for (code, day), value in own.items():
        assert again.value("population", code, day) == value
        assert again.source("population", code, day) == OURS
    assert again.value("population", "1292", YEAR_END) == 40_732


def test_a_bundled_series_can_be_added() -> None:
    """A bundled series added to the bundle changes no figure."""
    stats = STATS
    for series in STATS.series("municipal_tax_rate"):
        stats = stats.with_series(series)
    for code in STATS.codes("municipal_tax_rate"):
        for day in STATS.days("municipal_tax_rate", code):
            figure = stats.value("municipal_tax_rate", code, day)
            assert figure == STATS.value("municipal_tax_rate", code, day)


def test_a_figure_of_another_kind() -> None:
    """Equal figures of different types stay what their own series says, whichever was added first."""
    whole, decimal = other("pupils", "pupils", 1), other("pupils", "pupils", Decimal("1.0"))
    assert whole == decimal
    for series, shown in ((whole, "1"), (decimal, "1.0"), (whole, "1")):
        assert str(STATS.with_series(series).value("pupils", "1283", YEAR_END)) == shown


def test_own_variables() -> None:
    """A variable of the user's own is listed, found and refused as bundled ones are."""
    stats = STATS.with_series(other("pupils", "pupils", 17_000))
    assert set(stats.variables()) - set(STATS.variables()) == {"pupils"}
    assert (stats.unit("pupils"), stats.codes("pupils")) == ("pupils", ("1283",))
    assert stats.series("pupils") == (other("pupils", "pupils", 17_000),)
    with pytest.raises(
        MissingDataError, match=r"no pupils of Bjuv \(1260\) on 2015-12-31; there is none for any other"
    ):
        stats.value("pupils", "1260", YEAR_END)
    with pytest.raises(UnknownIdError, match="there is no place with pupils 'X'"):
        stats.value("pupils", "X", YEAR_END)
    with pytest.raises(UnknownIdError, match="there is no variable 'pupils'"):
        STATS.value("pupils", "1283", YEAR_END)


def test_a_name_without_own_figures_is_no_code() -> None:
    """A name is refused with its code only where that code has figures."""
    stats = STATS.with_series(other("pupils", "pupils"))
    with pytest.raises(UnknownIdError, match="give the code of Helsingborg: '1283'"):
        stats.value("pupils", "Helsingborgs stad", YEAR_END)
    with pytest.raises(UnknownIdError, match="no place with pupils 'Bjuv'; there are 1, such as '1283'"):
        stats.value("pupils", "Bjuv", YEAR_END)


def test_places_abroad() -> None:
    """A place that Sweden does not have can have figures, under whatever code it has."""
    stats = STATS.with_series(population({("NO-1517", YEAR_END): 5_000}))
    assert stats.value("population", "NO-1517", YEAR_END) == 5_000
    with pytest.raises(MissingDataError, match="no population of NO-1517 on 2015-11-01; the nearest is 2015-12-31"):
        stats.value("population", "NO-1517", AUTUMN)


def test_notes() -> None:
    """A note on the user's figure is given, and the bundled figure's note goes with the figure that it stood on."""
    day = dt.date(2001, 12, 31)
    cells = (Cell("0380", day, 191_110), Cell("1283", day, 118_000, note="estimated"))
    stats = STATS.with_series(Series("population", "inhabitants", OURS, cells))
    assert stats.note("population", "1283", day) == "estimated"
    assert stats.note("population", "0380", day) is None
    assert stats.note("population", "1260", day) is None
    assert STATS.note("population", "0380", day) is not None


def test_lines_are_drawn_between_all_figures() -> None:
    """A straight line runs between the nearest figures, be they the user's or bundled."""
    stats = STATS.with_series(population({("1283", dt.date(2016, 1, 2)): 137_911}))
    assert stats.value("population", "1283", dt.date(2016, 1, 1), interpolate="linear") == 137_910


def test_lines_through_thirds() -> None:
    """A figure that no decimal can hold is rounded half-even to four decimals, above zero and below."""
    rows: list[tuple[str, dt.date, Value]] = [("1283", dt.date(2016, 1, 1), 0), ("1283", dt.date(2016, 1, 4), -1)]
    change = Series.from_rows("change", "inhabitants", OURS, rows, may_be_negative=True)
    found = [
        STATS.with_series(change).value("change", "1283", dt.date(2016, 1, day), interpolate="linear")
        for day in (1, 2, 3, 4)
    ]
    assert found == [0, Decimal("-0.3333"), Decimal("-0.6667"), -1]


def test_another_unit_is_refused() -> None:
    """A series in another unit than its variable is refused, so that thousands never stand beside single ones."""
    with pytest.raises(InvalidValueError, match="population is in 'inhabitants', not in 'thousands'; convert"):
        STATS.with_series(other("population", "thousands"))
    once = STATS.with_series(other("pupils", "pupils"))
    with pytest.raises(InvalidValueError, match="pupils is in 'pupils', not in 'per cent'"):
        once.with_series(other("pupils", "per cent"))


@pytest.mark.parametrize(("variable", "unit"), [(name, STATS.unit(name)) for name in STATS.variables()])
def test_bundled_variables_are_never_negative(variable: str, unit: str) -> None:
    """A figure below zero is refused for every bundled variable, even if its series says that it may be."""
    with pytest.raises(InvalidValueError, match=f"-1 of 1283 on 2015-12-31 is negative, which {variable} cannot be"):
        STATS.with_series(other(variable, unit, -1, may_be_negative=True))
    assert STATS.with_series(other(variable, unit, 0, may_be_negative=True)).value(variable, "1283", YEAR_END) == 0


def test_own_variables_may_be_negative() -> None:
    """A variable of the user's own may be below zero where the series says so."""
    stats = STATS.with_series(other("result", "SEK", Decimal(-5), may_be_negative=True))
    assert stats.value("result", "1283", YEAR_END) == -5


@pytest.mark.parametrize("series", [None, "population", {"1283": 5}, [], Cell("1283", YEAR_END, 5)])
def test_only_series_are_added(series: Any) -> None:
    """What is no series is refused, and so are statistics made of it."""
    with pytest.raises(InvalidValueError, match=r"is not a Series; make one with Series\.from_rows"):
        STATS.with_series(series)
    with pytest.raises(InvalidValueError, match="is not a Series"):
        Statistics((series,))


def test_an_empty_series_adds_a_variable_without_figures() -> None:
    """A series without cells makes its variable known, with no place in it."""
    stats = STATS.with_series(Series("pupils", "pupils", OURS, ()))
    assert (stats.codes("pupils"), stats.unit("pupils")) == ((), "pupils")
    with pytest.raises(UnknownIdError, match="there are none at all"):
        stats.days("pupils", "1283")


def test_repr_counts_own_series() -> None:
    """Statistics show how many series are the user's."""
    stats = STATS.with_series(other("pupils", "pupils")).with_series(population({}))
    assert repr(stats).endswith("; 2 own series>")
    assert "pupils" in repr(stats)
