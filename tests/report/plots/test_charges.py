"""The picture of a bill has a bar for each charge, and the amounts of the bill beside them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.plots.drawn import CODES, HEADS, NAMES, bars, bill, markers, rows
from tests.report.plots.seen import title, words

from familjen.allocation import allocate
from familjen.model import CostClause, Equal, SurplusRule
from familjen.report.plots import alt_text, plot_charges


@given(st.integers(0, 10**9), st.integers(1, len(CODES)))
@settings(max_examples=15, deadline=None)
def test_bars_are_the_charges(cost: int, number: int) -> None:
    """Each party has a bar as long as its charge, the largest on top, and its exact amount beside it."""
    found = allocate(HEADS, year=2017, cost=cost, parties=CODES[:number])
    figure = plot_charges(found)
    paid = dict(zip(found.names, found.amounts, strict=True))
    assert sorted(rows(figure)) == sorted(paid)
    ends = [end for _, end in bars(figure)]
    assert ends == [float(paid[name]) for name in rows(figure)] == sorted(ends, reverse=True)
    said = " ".join(words(figure))
    assert all(f"{amount:,}" in said for amount in paid.values())


def test_the_year_before_is_marked() -> None:
    """A diamond stands at what each party paid the year before, and only where it is known."""
    now = allocate(HEADS, year=2017, cost=7_268_499, parties=CODES, last_year=bill(2016))
    figure = plot_charges(now)
    before = dict(zip(bill(2016).names, map(float, bill(2016).amounts), strict=True))
    assert [at for at, _ in markers(figure, "the year before")] == [before[name] for name in rows(figure)]
    assert "the year before" not in words(plot_charges(bill()))


@pytest.mark.parametrize(
    ("cost", "parties", "english", "swedish"),
    [
        (7_268_499, CODES, "The eleven pay 7.3 million kr for 2017; Helsingborg pays most, 40.6 %", "De elva betalar"),
        (5_000, CODES[:1], "Bjuv pays 5,000 kr for 2017", "Bjuv betalar 5 000 kr för 2017"),
        (0, CODES[:2], "The two pay 0 kr for 2017, each the same", "De två betalar 0 kr för 2017, alla lika mycket"),
    ],
    ids=["eleven", "one", "nothing"],
)
def test_the_title_is_the_answer(cost: int, parties: tuple[str, ...], english: str, swedish: str) -> None:
    """The title says what all pay, and who pays most."""
    found = allocate(HEADS, year=2017, cost=cost, parties=parties)
    assert title(plot_charges(found)).replace("\N{NO-BREAK SPACE}", " ") == english
    assert title(plot_charges(found, lang="sv")).replace("\N{NO-BREAK SPACE}", " ").startswith(swedish)


def test_what_is_received_is_apart() -> None:
    """Bars of what is received go to the left, are hatched, and are named in the legend."""
    surplus = allocate(
        CostClause.of(HEADS, SurplusRule(Equal())), year=2017, parties=CODES[:3], cost=0, amounts={"result": 900}
    )
    figure = plot_charges(surplus)
    assert surplus.total == Decimal(-900)
    assert bars(figure) == [(0, -300)] * 3
    assert all(patch.get_hatch() for patch in figure.axes[0].patches)
    assert "receives" in words(figure)
    assert title(figure) == "The three receive 900 kr for 2017, each the same"


def test_per_inhabitant() -> None:
    """Below the title stands from what to what it is per inhabitant, or the one amount of all."""
    assert "21.00 kr per inhabitant." in alt_text(plot_charges(bill()))
    alike = allocate(Equal(), year=2017, cost=1_000_000, parties=CODES[:2])
    assert "From 32.89 kr (Bjuv) to 34.21 kr (Båstad) per inhabitant." in alt_text(plot_charges(alike))


def test_names_are_whole() -> None:
    """Every party has its own row."""
    assert sorted(rows(plot_charges(bill()))) == sorted(NAMES)


def test_nothing_is_not_received() -> None:
    """Who pays nothing has an empty bar of those that pay, and the legend speaks of nobody that receives."""
    given_back = allocate(CostClause.of(HEADS, SurplusRule(Equal())), year=2017, parties=CODES[:3], cost=0)
    figure = plot_charges(given_back)
    assert {patch.get_hatch() for patch in figure.axes[0].patches} == {None}
    assert figure.axes[0].get_legend() is None
