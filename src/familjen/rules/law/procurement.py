"""When no tender is needed: in-house and between authorities (lag 2016:1145 om offentlig upphandling, 3 kap. 11–18 §§).

The shares are averages over the three years before the award, as exact fractions of the sums.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

from familjen.findings import Finding, NotJudged, Severity
from familjen.language import Listing
from familjen.model import Cooperation, Procurement, ProcurementGround, Turnover
from familjen.rules.index import index_of
from familjen.rules.law.control import IN_HOUSE, relying
from familjen.rules.rule import Rule, rule
from familjen.rules.statute import section

__all__ = ["in_house_share", "joint_in_house_share", "market_share", "three_years_missing"]

_MORE_THAN = Fraction(80, 100)
_LESS_THAN = Fraction(20, 100)
_YEARS = 3
_SHARE = (
    "Of the turnover under {noun} in {years}, {share} was for those who control it; the law asks for more than 80 %."
)
_MEND = "Do more for the owners and less for others, or call for tenders."


@rule(
    "FAM334",
    "in-house-share",
    Severity.ERROR,
    message=_SHARE,
    hint=_MEND,
    law=(section("LOU", 3, "12"), section("LOU", 3, "16")),
    since="2026.11.0",
)
def in_house_share(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """An in-house counterpart does too much for others.

    Checks:
        Where the exemption for a counterpart under sole control is relied on: that its turnover for those who control
        it was more than 80 % of the whole, on average over the three recorded years before the award.

    Why:
        A counterpart that lives on the market competes with others, and then has to be chosen in competition.

    Example:
        >>> years = tuple(Turnover(year, total=Decimal(100), for_owners=Decimal(80)) for year in (2022, 2023, 2024))
        >>> ground = Procurement(ProcurementGround.IN_HOUSE, awarded=dt.date(2025, 10, 1), turnovers=years)
        >>> water = Agreement("vatten", "Water", LegalForm.COMPANY, procurement=ground)
        >>> coop = Cooperation("par", "A pair", agreements=(water,))
        >>> print(check(coop).findings[0].message)
        Of the turnover under agreement 'vatten' in 2022, 2023 and 2024, 80 % was for those who control it; the law asks
        for more than 80 %.

    Remedy:
        >>> years = (*years[:2], Turnover(2024, total=Decimal(100), for_owners=Decimal(81)))
        >>> water = attrs.evolve(water, procurement=attrs.evolve(ground, turnovers=years))
        >>> coop = Cooperation("par", "A pair", agreements=(water,))
        >>> len(check(coop))
        0

    References:
        Lag (2016:1145) om offentlig upphandling, 3 kap. 12 and 16 §§.
    """
    yield from _shares(in_house_share, coop, on, ProcurementGround.IN_HOUSE, _for_owners, _enough_for_owners)


@rule(
    "FAM335",
    "joint-in-house-share",
    Severity.ERROR,
    message=_SHARE,
    hint=_MEND,
    law=(section("LOU", 3, "13"), section("LOU", 3, "16")),
    since="2026.11.0",
)
def joint_in_house_share(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A counterpart under joint control does too much for others.

    Checks:
        Where the exemption for a counterpart under joint control is relied on: that its turnover for those who control
        it was more than 80 % of the whole, on average over the three recorded years before the award.

    Why:
        A counterpart that lives on the market competes with others, and then has to be chosen in competition.

    Example:
        >>> years = tuple(Turnover(year, total=Decimal(100), for_owners=Decimal(75)) for year in (2022, 2023, 2024))
        >>> ground = Procurement(ProcurementGround.JOINT_IN_HOUSE, awarded=dt.date(2025, 1, 1), turnovers=years)
        >>> waste = Agreement("avfall", "Waste", LegalForm.COMPANY, procurement=ground)
        >>> coop = Cooperation("par", "A pair", agreements=(waste,))
        >>> print(check(coop).findings[0].message)
        Of the turnover under agreement 'avfall' in 2022, 2023 and 2024, 75 % was for those who control it; the law asks
        for more than 80 %.

    Remedy:
        >>> years = tuple(Turnover(year, total=Decimal(100), for_owners=Decimal(85)) for year in (2022, 2023, 2024))
        >>> waste = attrs.evolve(waste, procurement=attrs.evolve(ground, turnovers=years))
        >>> coop = Cooperation("par", "A pair", agreements=(waste,))
        >>> len(check(coop))
        0

    References:
        Lag (2016:1145) om offentlig upphandling, 3 kap. 13 and 16 §§.
    """
    yield from _shares(
        joint_in_house_share, coop, on, ProcurementGround.JOINT_IN_HOUSE, _for_owners, _enough_for_owners
    )


@rule(
    "FAM339",
    "market-share",
    Severity.ERROR,
    message="Of the activity covered by {noun} in {years}, {share} was on the open market; the law asks for less than"
    " 20 %.",
    hint="Sell less of it on the market, or call for tenders.",
    law=(section("LOU", 3, "17"), section("LOU", 3, "18")),
    since="2026.11.0",
)
def market_share(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """Authorities that cooperate do too much of it on the open market.

    Checks:
        Where the exemption for cooperation between authorities is relied on: that less than 20 % of the activity that
        it covers was on the open market, on average over the three recorded years before the award.

    Why:
        The exemption is for public services that the authorities perform together for common goals, not for business.

    Example:
        >>> years = tuple(Turnover(year, total=Decimal(100), on_market=Decimal(20)) for year in (2022, 2023, 2024))
        >>> ground = Procurement(ProcurementGround.COOPERATION, awarded=dt.date(2025, 1, 1), turnovers=years)
        >>> labs = Agreement("labb", "Laboratory", LegalForm.CIVIL_LAW, procurement=ground)
        >>> coop = Cooperation("par", "A pair", agreements=(labs,))
        >>> print(check(coop).findings[0].message)
        Of the activity covered by agreement 'labb' in 2022, 2023 and 2024, 20 % was on the open market; the law asks
        for less than 20 %.

    Remedy:
        >>> years = tuple(Turnover(year, total=Decimal(100), on_market=Decimal(19)) for year in (2022, 2023, 2024))
        >>> labs = attrs.evolve(labs, procurement=attrs.evolve(ground, turnovers=years))
        >>> coop = Cooperation("par", "A pair", agreements=(labs,))
        >>> len(check(coop))
        0

    References:
        Lag (2016:1145) om offentlig upphandling, 3 kap. 17 and 18 §§.
    """
    yield from _shares(market_share, coop, on, ProcurementGround.COOPERATION, _on_market, _little_on_market)


@rule(
    "FAM340",
    "three-years-missing",
    Severity.ADVICE,
    message="{noun} relies on an exemption that is measured over three years before the award, and gives figures for"
    " {number}.",
    hint="Add the turnover of the three years before the award, or another fit measure that the law allows.",
    law=(section("LOU", 3, "16"), section("LOU", 3, "18")),
    since="2026.11.0",
)
def three_years_missing(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """The figures behind an exemption cover fewer than three years.

    Checks:
        Where an exemption that is measured by turnover is relied on, and some turnover is recorded: that it covers
        three successive years before the award, with the part that is measured.

    Why:
        The law measures an average over the three years before the award, or by another fit measure. A reviewer will
        ask for the figures.

    Example:
        >>> one = (Turnover(2024, total=Decimal(100), for_owners=Decimal(90)),)
        >>> ground = Procurement(ProcurementGround.IN_HOUSE, awarded=dt.date(2025, 10, 1), turnovers=one)
        >>> water = Agreement("vatten", "Water", LegalForm.COMPANY, procurement=ground)
        >>> coop = Cooperation("par", "A pair", agreements=(water,))
        >>> print(check(coop).findings[0].message)
        Agreement 'vatten' relies on an exemption that is measured over three years before the award, and gives figures
        for 1.

    Remedy:
        >>> years = tuple(Turnover(year, total=Decimal(100), for_owners=Decimal(90)) for year in (2022, 2023, 2024))
        >>> water = attrs.evolve(water, procurement=attrs.evolve(ground, turnovers=years))
        >>> coop = Cooperation("par", "A pair", agreements=(water,))
        >>> len(check(coop))
        0

    References:
        Lag (2016:1145) om offentlig upphandling, 3 kap. 16 and 18 §§.
    """
    index = index_of(coop)
    grounds = (*IN_HOUSE, ProcurementGround.COOPERATION)
    for path, _, ground, unknown in relying(three_years_missing, coop, on, *grounds):
        part = _on_market if ground.ground is ProcurementGround.COOPERATION else _for_owners
        if ground.turnovers and len(_three_years(ground, part)) < _YEARS:
            number = len({each.year for each in ground.turnovers if part(each) is not None and _before(ground, each)})
            yield unknown or three_years_missing.found(
                f"{path}.procurement.turnovers", noun=index.entry_at[path], number=number
            )


Part = Callable[[Turnover], Decimal | None]


def _for_owners(turnover: Turnover) -> Decimal | None:
    return turnover.for_owners


def _on_market(turnover: Turnover) -> Decimal | None:
    return turnover.on_market


def _enough_for_owners(share: Fraction) -> bool:
    return share > _MORE_THAN


def _little_on_market(share: Fraction) -> bool:
    return share < _LESS_THAN


def _shares(
    asked: Rule,
    coop: Cooperation,
    on: dt.date | None,
    ground: ProcurementGround,
    part: Part,
    allowed: Callable[[Fraction], bool],
) -> Iterator[Finding | NotJudged]:
    index = index_of(coop)
    for path, _, held, unknown in relying(asked, coop, on, ground):
        years = _three_years(held, part)
        total = sum((Fraction(each.total) for each in years), Fraction(0))
        if len(years) < _YEARS or not total:
            continue
        share = sum((Fraction(part(each) or 0) for each in years), Fraction(0)) / total
        if not allowed(share):
            yield unknown or asked.found(
                f"{path}.procurement.turnovers",
                noun=index.entry_at[path],
                years=Listing(tuple(each.year for each in years)),
                share=share,
            )


def _before(ground: Procurement, turnover: Turnover) -> bool:
    return ground.awarded is None or turnover.year < ground.awarded.year


def _three_years(ground: Procurement, part: Part) -> list[Turnover]:
    """Give the latest three successive years before the award with the part said; fewer where there are not three."""
    said = {each.year: each for each in ground.turnovers if part(each) is not None and _before(ground, each)}
    years = sorted(said)[-_YEARS:]
    return [said[year] for year in years if years[-1] - year < _YEARS]
