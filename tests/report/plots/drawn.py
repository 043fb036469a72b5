"""Results to draw, one for each kind of picture, and what is seen of their bars and markers."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

import attrs
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

import familjen
from familjen.allocation import Comparison, Forecast, Sensitivity, Statement, allocate, compare, forecast, sensitivity
from familjen.datasets import familjen_helsingborg_2016
from familjen.dates import Period, ReferenceDate
from familjen.findings import Finding, Report, Severity
from familjen.games import CostGame, CostShares, equal_division, shapley
from familjen.games import compare as side_by_side
from familjen.influence import Chambers, WeightedVotes, voting_power
from familjen.model import Cooperation, Equal, Population
from familjen.report import plots
from familjen.scale.pooling import AnsweredWithin, pool_demand, pool_servers

COOP = familjen_helsingborg_2016()
CODES = tuple(member.party.id for member in COOP.members)
NAMES = tuple(member.party.name for member in COOP.members)
HEADS = Population(ReferenceDate(12, 31, years_before=1))
FAMILY = CostGame.of({"A": 2529, "B": 2245, "C": 2422, "A+B": 3966, "A+C": 4139, "B+C": 3861, "A+B+C": 5570})
DAY = dt.date(2020, 1, 1)


@cache
def bill(year: int = 2017) -> Statement:
    """Give what each of the eleven pays of seven million."""
    return allocate(HEADS, year=year, cost=7_268_499, parties=CODES)


@cache
def plan() -> Forecast:
    """Give what each pays in four years."""
    index = {2018: Decimal("0.03"), 2020: Decimal("-0.01")}
    return forecast(HEADS, years=range(2017, 2021), cost=7_268_499, index=index, parties=CODES)


@cache
def side() -> Comparison:
    """Set the bill beside equal parts and the one of the year before."""
    alike = allocate(Equal(), year=2017, cost=7_268_499, parties=CODES)
    return compare(bill(), alike, bill(2016), names=["per inhabitant", "alike", "before"])


@cache
def moved() -> Sensitivity:
    """Say what each input does to the bill."""
    return sensitivity(HEADS, year=2017, cost=7_268_499, parties=CODES, keys={"alike": Equal()})


def joined() -> Cooperation:
    """Give the cooperation with made-up days on which members joined, and one that left."""
    days = [dt.date(1996 + 4 * (number % 3), 3, 1) for number in range(len(COOP.members))]
    last = [dt.date(2012, 12, 31) if number == 4 else None for number in range(len(days))]
    members = [
        attrs.evolve(member, period=Period(*span))
        for member, span in zip(COOP.members, zip(days, last, strict=True), strict=True)
    ]
    return attrs.evolve(COOP, members=tuple(members))


def found(lang: str = "en") -> Report:
    """Give what a check finds in a cooperation with a host that is no party."""
    wrong = attrs.evolve(COOP.agreements[0], host="1499")
    return familjen.check(attrs.evolve(COOP, agreements=(wrong,)), on=dt.date(2016, 6, 1), lang=lang)


def votes() -> WeightedVotes:
    """Let the eleven vote by some thousands of inhabitants."""
    return WeightedVotes.of(dict(zip(NAMES, range(5, 60, 5), strict=True)), majority="more than half", name="seats")


PICTURES: dict[str, Callable[[str], Figure]] = {
    "charges": lambda lang: plots.plot_charges(
        allocate(HEADS, year=2017, cost=7_268_499, parties=CODES, last_year=bill(2016)), lang=lang
    ),
    "two charges": lambda lang: plots.plot_charges(
        allocate(Equal(), year=2017, cost=3, parties=CODES[:2]), illustrative=True, lang=lang
    ),
    "forecast": lambda lang: plots.plot_forecast(plan(), lang=lang),
    "one comparison": lambda lang: plots.plot_comparison(compare(bill(), bill(2016)), lang=lang),
    "comparison": lambda lang: plots.plot_comparison(side(), illustrative=True, lang=lang),
    "sensitivity": lambda lang: plots.plot_sensitivity(moved(), lang=lang),
    "leaving": lambda lang: plots.plot_sensitivity(moved(), kinds=["party", "key"], party="1260", lang=lang),
    "a split": lambda lang: plots.plot_shares(shapley(FAMILY), unit="kr", lang=lang),
    "splits": lambda lang: plots.plot_shares(
        side_by_side(FAMILY, ["shapley", "nucleolus", "equal_division", "scrb"]), illustrative=True, lang=lang
    ),
    "coalitions": lambda lang: plots.plot_coalitions(equal_division(FAMILY), unit="kr", lang=lang),
    "leavers": lambda lang: plots.plot_coalitions(CostShares.of(FAMILY, [2560, 1150, 1860], "x"), lang=lang),
    "pooled servers": lambda lang: plots.plot_pooled(
        pool_servers({"A": 12.0, "B": 1.6}, AnsweredWithin(20, share=0.8, service_time=180)), lang=lang
    ),
    "pooled places": lambda lang: plots.plot_pooled(pool_demand({"A": 4.0, "B": 6.5}, at_least=0.95), lang=lang),
    "population": lambda lang: plots.plot_population(NAMES, range(1995, 2026), lang=lang),
    "population of many": lambda lang: plots.plot_population(
        [each.code for each in familjen.places.municipalities()[:30]], (1950, 1990, 2025), lang=lang
    ),
    "power": lambda lang: plots.plot_power(voting_power(votes()), lang=lang),
    "a bloc": lambda lang: plots.plot_power(voting_power(votes(), "banzhaf", bloc=NAMES[:4]), lang=lang),
    "two chambers": lambda lang: plots.plot_power(
        voting_power(
            Chambers.of(votes(), WeightedVotes.of(dict.fromkeys(NAMES, 1), majority="more than half", name="members"))
        ),
        lang=lang,
    ),
    "agreements": lambda lang: plots.plot_agreements(COOP, on=DAY, lang=lang),
    "memberships": lambda lang: plots.plot_memberships(joined(), lang=lang),
    "parties": lambda lang: plots.plot_memberships(COOP, agreement="samarbetsavtal-2016", on=DAY, lang=lang),
    "members": lambda lang: plots.plot_members(COOP, lang=lang),
    "findings": lambda lang: plots.plot_findings(found(lang)),
}
"""Makes a picture of each kind in a language."""


def one_finding(*severities: Severity) -> Report:
    """Give a report with a finding of each severity, by codes in order."""
    some = [Finding(f"FAM{number}01", each, "$", "It is so.") for number, each in enumerate(severities, start=1)]
    return Report(tuple(some), checked=tuple(each.code for each in some))


def bars(figure: Figure) -> list[tuple[float, float]]:
    """Give from where to where each bar goes, from the top down."""
    found: list[Rectangle] = [each for each in figure.axes[0].patches if isinstance(each, Rectangle)]
    found.sort(key=lambda each: each.get_y())
    return [(each.get_x(), each.get_x() + each.get_width()) for each in found]


def rows(figure: Figure) -> list[str]:
    """Give the names of the rows, from the top down, each on one line."""
    return [label.get_text().replace("\n", " ") for label in figure.axes[0].get_yticklabels()]


def markers(figure: Figure, label: str) -> list[tuple[Any, Any]]:
    """Give where the markers of one label stand."""
    (line,) = [each for each in figure.axes[0].get_lines() if each.get_label() == label]
    return list(zip(line.get_xdata(), line.get_ydata(), strict=True))
