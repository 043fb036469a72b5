"""The picture of a forecast has a line for each party, and its change beside it."""

import math
from decimal import Decimal

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.plots.drawn import CODES, HEADS, NAMES, plan
from tests.report.plots.seen import title, words

from familjen.allocation import Forecast, forecast
from familjen.model import CostClause, Equal, SurplusRule
from familjen.places import municipalities
from familjen.report.plots import alt_text, plot_forecast
from familjen.report.plots.forecast_told import Course


@given(st.lists(st.decimals(Decimal("-0.2"), Decimal("0.2"), places=3), min_size=1, max_size=4))
@settings(max_examples=10, deadline=None)
def test_lines_are_the_amounts(changes: list[Decimal]) -> None:
    """Each party's line goes through what it pays in each year, whatever the index."""
    years = range(2010, 2011 + len(changes))
    index = dict(zip(years[1:], changes, strict=True))
    made = forecast(HEADS, years=years, cost=9_000_000, index=index, parties=CODES[:4])
    lines = [
        line for line in plot_forecast(made).axes[0].get_lines() if len(np.asarray(line.get_xdata())) == len(years)
    ]
    drawn = sorted(tuple(map(float, np.asarray(line.get_ydata()))) for line in lines if line.get_zorder() == 3)
    paid = zip(*([float(amount) for amount in each.amounts] for each in made), strict=True)
    assert drawn == sorted(paid)


def test_the_title_says_how_it_grows() -> None:
    """The title has the last total, its change, and for whom it changes most and least."""
    first, last = plan()[2017], plan()[2020]
    growth = float(last.total / first.total) - 1
    said = title(plot_forecast(plan()))
    assert said.startswith(f"In 2020 the eleven pay 7.4 million kr, {growth:.1%}".replace("%", " %"))
    rates = {
        name: float(last.charge(code).amount / first.charge(code).amount)
        for code, name in zip(CODES, NAMES, strict=True)
    }
    assert max(rates, key=rates.__getitem__) in said
    assert min(rates, key=rates.__getitem__) in said


def test_what_is_paid_out_is_not_paid() -> None:
    """Where all together receive, the title says so in both languages, and tells of no change."""
    clause = CostClause.of(HEADS, SurplusRule(Equal()))
    given_back = forecast(clause, years=[2017, 2018], parties=CODES[:3], cost=0, amounts={"result": 900})
    assert title(plot_forecast(given_back)) == "In 2018 the three receive 900 kr"
    assert title(plot_forecast(given_back, lang="sv")) == "2018 får de tre 900 kr"
    alone = forecast(clause, years=[2018], parties=CODES[:1], cost=0, amounts={"result": 900})
    assert title(plot_forecast(alone)).endswith(" receives 900 kr")


def test_far_apart_amounts_grow_by_factors() -> None:
    """The axis grows by factors where amounts are far apart, and says so; else it begins at zero."""
    wide, narrow = plot_forecast(plan()), plot_forecast(forecast(Equal(), years=[2017, 2018], cost=9, parties=CODES))
    assert wide.axes[0].get_yscale() == "log"
    assert any("the axis grows by factors" in text for text in words(wide))
    assert narrow.axes[0].get_yscale() == "linear"
    assert narrow.axes[0].get_ylim()[0] == 0


def test_who_joins_later_has_no_change() -> None:
    """A party that is not billed in the first year has no change, and no zero is drawn for it."""
    assert Course("A", (math.nan, 5.0)).change is None
    later = forecast(Equal(), years=[2018], cost=9, parties=CODES[:2])
    both = Forecast((forecast(Equal(), years=[2017], cost=9, parties=CODES[:1])[2017], later[2018]))
    assert "Båstad, 2017–2018: nothing; 4.50 kr." in alt_text(plot_forecast(both))


def test_of_many_twelve_are_named() -> None:
    """Of more than twelve parties twelve have names, the rest are grey and counted; the text has them all."""
    codes = [each.code for each in municipalities()[:20]]
    figure = plot_forecast(forecast(HEADS, years=[2017, 2018], cost=10**8, parties=codes))
    seen = " ".join([text.get_text() for text in figure.axes[0].texts])
    named = [each.name for each in municipalities()[:20] if f"{each.name} " in seen]
    assert "eight more" in words(figure)
    assert len(named) == 12
    assert all(f"{each.name}, 2017–2018: " in alt_text(figure) for each in municipalities()[:20])


def test_one_year_has_no_change() -> None:
    """A forecast of one year says what is paid, and speaks of no change."""
    assert (
        title(plot_forecast(forecast(Equal(), years=[2017], cost=90, parties=CODES[:2])))
        == "In 2017 the two pay 90.00 kr"
    )
