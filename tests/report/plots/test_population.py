"""The picture of inhabitants has their change since the first year, for each and all together."""

import datetime as dt
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.plots.drawn import NAMES
from tests.report.plots.seen import title, words

from familjen.errors import InvalidValueError, MissingDataError, UnknownIdError
from familjen.model import Source
from familjen.places import Series, Statistics, municipalities, municipality
from familjen.report.plots import alt_text, plot_population

FIGURES = Statistics.bundled()


@given(
    st.lists(st.sampled_from([each.code for each in municipalities()]), min_size=1, max_size=5, unique=True),
    st.lists(st.integers(1980, 2025), min_size=2, max_size=6, unique=True).map(sorted),
)
@settings(max_examples=12, deadline=None)
def test_lines_are_the_changes(codes: list[str], years: list[int]) -> None:
    """Each line goes through the change of a party's inhabitants since the first year, in per cent."""
    figure = plot_population(codes, years)
    lines = [line for line in figure.axes[0].get_lines() if line.get_zorder() == 3]
    drawn = sorted([tuple(np.round(np.asarray(line.get_ydata()), 6)) for line in lines])
    expected = []
    for code in codes:
        counts = [FIGURES.value("population", code, dt.date(year, 12, 31)) for year in years]
        expected.append(tuple(np.round([100 * (float(count) / float(counts[0]) - 1) for count in counts], 6)))
    assert drawn == sorted(expected)


def test_the_title_says_who_grows_most() -> None:
    """The title has the change of all, and who grows most and least."""
    said = title(plot_population(NAMES, (1995, 2025))).replace("\N{NO-BREAK SPACE}", " ")
    assert said == (
        "Together the eleven have grown by 24.3 % since 1995: Helsingborg most, +33.6 %, and Perstorp least, −3.1 %"
    )
    assert title(plot_population(["Perstorp"], (1995, 2025), lang="sv")).startswith("Perstorp har minskat med 3,1")
    assert "all together" not in words(plot_population(["Perstorp"], (1995, 2025)))


def test_a_projection_is_drawn() -> None:
    """Figures of years to come are drawn where a series gives them, and are an error where not."""
    rows = [(municipality("Bjuv").code, dt.date(2030, 12, 31), Decimal(20_000))]
    own = FIGURES.with_series(Series.from_rows("population", "inhabitants", Source("Made up"), rows))
    assert "Bjuv: 16,052 to 20,000, +24.6 %." in alt_text(plot_population(["Bjuv"], (2025, 2030), statistics=own))
    with pytest.raises(MissingDataError, match=r"no population of Bjuv \(1260\) on 2030-12-31"):
        plot_population(["Bjuv"], (2025, 2030))


@pytest.mark.parametrize(
    ("parties", "reason"),
    [
        ([], r"there are no parties; give at least one"),
        ("Bjuv", r"'Bjuv' are no parties; give a list"),
        (["Bjuv", "1260"], r"Bjuv is there twice"),
        (7, r"7 are no parties"),
    ],
    ids=["none", "text", "twice", "number"],
)
def test_wrong_parties_are_refused(parties: object, reason: str) -> None:
    """Parties are a list, each once, and one at least."""
    with pytest.raises(InvalidValueError, match=reason):
        plot_population(parties, (2000, 2010))  # type: ignore[arg-type] - wrong on purpose


@pytest.mark.parametrize(
    "years", [(), (2000,), (2010, 2000), (2000, 2000), "2000", (2000.0, 2010.0), (True, 2010), 2000], ids=repr
)
def test_wrong_years_are_refused(years: object) -> None:
    """Years are whole numbers, two at least, each after the one before."""
    with pytest.raises(InvalidValueError, match=r"are no years|are not two or more years"):
        plot_population(["Bjuv"], years)  # type: ignore[arg-type] - wrong on purpose


def test_who_is_unknown_or_not_there_yet_is_refused() -> None:
    """A name that is none is told with near ones, and other statistics than ours are refused."""
    with pytest.raises(UnknownIdError, match=r"did you mean 'Bjuv'"):
        plot_population(["Bjuf"], (2000, 2010))
    with pytest.raises(InvalidValueError, match=r"is no Statistics"):
        plot_population(["Bjuv"], (2000, 2010), statistics={})  # type: ignore[arg-type] - wrong on purpose
