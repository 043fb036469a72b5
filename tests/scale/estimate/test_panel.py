"""The bundled panel of Sweden's municipalities, and the elasticities that are known of it."""

import datetime as dt
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from familjen.errors import InvalidValueError
from familjen.places import Statistics
from familjen.scale.estimate import estimate_elasticity, municipal_panel


@pytest.mark.parametrize(
    ("year", "elasticity", "error"),
    [(2002, -0.051, 0.009), (2010, -0.053, 0.008), (2018, -0.073, 0.007), (2022, -0.073, 0.007)],
)
def test_elasticities_by_year_are_those_known(year: int, elasticity: float, error: float) -> None:
    """By least squares with HC1 errors, expenditure per inhabitant has these elasticities by inhabitants."""
    panel = municipal_panel(year)
    found = estimate_elasticity(panel.sizes, panel.costs, costs_are="per unit").elasticity
    assert (round(found.value, 3), round(found.error, 3)) == (elasticity, error)


def test_the_elasticities_of_small_and_large_are_those_known() -> None:
    """In 2022 the elasticity is −0.16 (0.018) below 15,000 inhabitants, −0.047 (0.009) from there, R² 0.35 in all."""
    panel = municipal_panel(2022)
    found = estimate_elasticity(panel.sizes, panel.costs, costs_are="per unit", split=15_000)
    small, large = (each.elasticity for each in found.classes)
    assert (round(small.value, 2), round(small.error, 3)) == (-0.16, 0.018)
    assert (round(large.value, 3), round(large.error, 3)) == (-0.047, 0.009)
    assert round(found.r_squared, 2) == 0.35
    assert [each.number for each in found.classes] == [131, 159]


def test_the_inhabitants_are_those_of_the_year_before() -> None:
    """The figures known are those of the inhabitants of 31 December before the year: those of its own end differ."""
    panel, stats = municipal_panel(2022), Statistics.bundled()
    before, after = (
        np.array([float(stats.value("population", code, dt.date(year, 12, 31))) for code in panel.codes])
        for year in (2021, 2022)
    )
    assert (panel.sizes == before).all()
    found = estimate_elasticity(after, panel.costs, costs_are="per unit", split=15_000)
    assert round(found.classes[1].elasticity.value, 3) == -0.048


def test_means_by_size_are_those_known() -> None:
    """In 2022 municipalities below 5,000 spend 100,063 kr for each inhabitant, and those above 100,000 spend 72,856."""
    panel = municipal_panel(2022)
    bounds = (0, 5_000, 10_000, 15_000, 30_000, 50_000, 100_000, np.inf)
    means = [
        round(float(panel.costs[(panel.sizes >= low) & (panel.sizes < high)].mean())) for low, high in pairwise(bounds)
    ]
    assert means == [100_063, 85_158, 80_358, 78_868, 73_182, 72_617, 72_856]


@pytest.mark.parametrize(
    ("year", "number"), [(2002, 289), (2006, 290), (2010, 290), (2014, 290), (2018, 290), (2022, 290)]
)
def test_each_municipality_is_there_once_a_year(year: int, number: int) -> None:
    """All 290 are there once, but for Knivsta in 2002, which was formed later."""
    panel = municipal_panel(year)
    assert len(panel) == len(set(panel.codes)) == number
    assert ("0330" in panel.codes) == (year != 2002)
    assert set(panel.years.tolist()) == {year}


def test_all_years_are_the_single_years_below_each_other() -> None:
    """Without a year the panel holds all of them, in order, with the same figures."""
    whole = municipal_panel()
    rows = [row for year in (2002, 2006, 2010, 2014, 2018, 2022) for row in municipal_panel(year).to_rows()]
    assert whole.to_rows() == rows
    assert len(whole) == 1_739


def test_rows_are_the_figures_of_the_statistics() -> None:
    """A row has the municipality's figures as `Statistics` has them."""
    row = next(row for row in municipal_panel(2018).to_rows() if row["code"] == "1283")
    stats = Statistics.bundled()
    assert row == {
        "code": "1283",
        "year": 2018,
        "size": stats.value("population", "1283", dt.date(2017, 12, 31)),
        "cost": stats.value("municipal_expenditure_per_inhabitant", "1283", dt.date(2018, 12, 31)),
        "tax_base": stats.value("tax_base_per_inhabitant", "1283", dt.date(2018, 1, 1)),
    }


def test_sources_are_on_the_panel() -> None:
    """Where the figures come from stands on it, each source once: SCB."""
    assert [source.title for source in municipal_panel(2022).sources] == [
        "SCB, municipal panel of the years 2002-2022, by way of mattiasnordin/Regression",
        "SCB, population by municipality on 31 December 1950-2025",
    ]


def test_what_a_reader_should_know_of_a_figure_is_on_the_panel() -> None:
    """Uppsala's inhabitants before 2002 are counted without Knivsta; nothing is said of 2022."""
    assert "0380" in municipal_panel(2002).notes[0]
    assert municipal_panel(2022).notes == ()


@pytest.mark.parametrize("year", [2021, 0, True, 2022.0, "2022", dt.date(2022, 1, 1)], ids=repr)
def test_other_years_are_refused(year: Any) -> None:
    """A year without figures says which there are."""
    with pytest.raises(InvalidValueError, match=r"2002, 2006, 2010, 2014, 2018, 2022"):
        municipal_panel(year)


def test_a_tax_base_held_equal_takes_part_of_the_elasticity() -> None:
    """In 2022 the elasticity is −0.051 where the tax base is held equal: what goes with size is more than size."""
    panel = municipal_panel(2022)
    controls = {"log tax base": np.log(panel.tax_bases)}
    found = estimate_elasticity(panel.sizes, panel.costs, costs_are="per unit", controls=controls)
    assert (round(found.elasticity.value, 3), round(found.elasticity.error, 3)) == (-0.051, 0.008)
    assert round(found.r_squared, 2) == 0.44
