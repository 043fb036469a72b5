"""Clauses of Swedish federations, committees and networks."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from familjen.datasets.familjen_helsingborg.circle import MUNICIPALITIES
from familjen.datasets.real_clauses import papers
from familjen.datasets.real_clauses.real_clause import PublishedFigure, RealClause
from familjen.dates import CountedFrom, Notice, ReferenceDate
from familjen.model import (
    BaseCost,
    Condition,
    ConditionKind,
    CostClause,
    DeficitRule,
    Earmark,
    ExitSettlement,
    FromEquity,
    Frozen,
    Indexation,
    IndexPart,
    MembershipTerms,
    Population,
    Rate,
    SelfCostTest,
    SurplusRule,
    Usage,
    YearChange,
)

__all__ = ["CLAUSES"]

KRONA = Decimal(1)
_BOUGHT = Usage("interpreting_bought", what="interpreting bought (köpt tolkning)")
_CAPITAL = Usage("paid_in_capital", what="capital paid in (inbetald insats)")
_GR = ("1440", "1489", "1480", "1401", "1384", "1482", "1441", "1462", "1481", "1402", "1415", "1419", "1407")

FAMILJEN_HELSINGBORG = RealClause(
    "familjen-helsingborg",
    "Familjen Helsingborg, yearly fee from 2016",
    "SE",
    CostClause.of(
        Rate(Decimal(21)),
        unit=KRONA,
        conditions=(Condition(ConditionKind.OTHER, "Helsingborg driver sekretariatet till självkostnad"),),
        sources=(papers.ABOUT_US, papers.SLIDES),
    ),
    (papers.ABOUT_US, papers.SLIDES),
    tuple(MUNICIPALITIES),
    figures=(PublishedFigure("fee per inhabitant", Decimal(21), 2016),),
    note="The sources do not say on which day inhabitants are counted.",
)

TOLKFORMEDLING_VAST = RealClause(
    "tolkformedling-vast",
    "Tolkförmedling Väst, federation of 47 members",
    "SE",
    CostClause.of(
        _BOUGHT,
        SelfCostTest(),
        DeficitRule(_CAPITAL),
        unit=KRONA,
        membership=MembershipTerms(entry_capital=Decimal(1), exit=ExitSettlement.AGREED_BY_ALL),
        conditions=(
            Condition(
                ConditionKind.MAJORITY, "Mer än hälften av medlemmarna kan begära att förbundet träder i likvidation"
            ),
            Condition(ConditionKind.ALL_APPROVE, "Borgen och bolag kräver alla medlemmars fullmäktige"),
            Condition(ConditionKind.OTHER, "Enas inte alla om utträdesuppgörelsen träder förbundet i likvidation"),
            Condition(ConditionKind.OTHER, "Budget beslutas senast 30 september, årsredovisning senast 30 mars"),
        ),
        sources=(papers.TOLK_CHARTER,),
    ),
    (papers.TOLK_CHARTER,),
    notice=Notice(years=3, counted_from=CountedFrom.START_OF_MONTH),
    figures=(PublishedFigure("entry capital per inhabitant", Decimal(1)),),
    note="The members pay for what they buy, at self-cost. The charter's day for counting inhabitants is not known.",
)

TOLKFORMEDLING_SURPLUS = RealClause(
    "tolkformedling-vast-surplus",
    "Tolkförmedling Väst, the surplus of 2025",
    "SE",
    CostClause.of(
        _BOUGHT,
        SurplusRule(threshold=Decimal(100_000), equity_floor=Decimal(22_000_000)),
        unit=KRONA,
        conditions=(Condition(ConditionKind.OTHER, "Golvet för eget kapital motsvarar sex månaders löpande kostnad"),),
        sources=(papers.TOLK_REPORT,),
    ),
    (papers.TOLK_REPORT,),
    figures=(
        PublishedFigure("result", Decimal(17_300_000), 2025),
        PublishedFigure("paid out: the result above the threshold", Decimal(17_200_000), 2025),
        PublishedFigure("interpreting bought, about", Decimal(1_800_000), 2025, "1489"),
        PublishedFigure("paid out, about", Decimal(100_000), 2025, "1489"),
    ),
    note="Paid out in proportion to what each member bought, which about fits the figures for Alingsås.",
)

_PKV = (
    YearChange(2027, Decimal("0.030")),
    YearChange(2028, Decimal("0.037")),
    YearChange(2029, Decimal("0.034")),
)
_ADDED = (Earmark(2027, Decimal(1_000_000)), Earmark(2028, Decimal(415_000)), Earmark(2029, Decimal(415_000)))

ALINGSAS_VARGARDA = RealClause(
    "alingsas-vargarda-raddning",
    "Rescue federation of Alingsås and Vårgårda, budget 2027-2029",
    "SE",
    CostClause.of(
        BaseCost(Decimal(86_759_000), 2026),
        Indexation(2026, (IndexPart("PKV", changes=_PKV),), earmarks=_ADDED),
        Frozen(Population(ReferenceDate(12, 31, years_before=2)), 2027),
        unit=Decimal(1000),
        sources=(papers.AVRF_BUDGET,),
    ),
    (papers.AVRF_BUDGET,),
    ("1489", "1442"),
    figures=tuple(
        PublishedFigure(what, Decimal(amount) * 1000, year, party)
        for year, row in {
            2027: (90_362, 69_994, 20_367),
            2028: (94_120, 72_906, 21_215),
            2029: (97_735, 75_706, 21_215),
        }.items()
        for what, party, amount in zip(("total", "share", "share"), (None, "1489", "1442"), row, strict=True)
    ),
    note=(
        "The budget does not name the day; its figures follow the population of 31 December 2025, kept for all years. "
        "The published shares differ from the key's by up to 1 kSEK, that of Vårgårda for 2029 by 814."
    ),
)

GR_FEE = RealClause(
    "goteborgsregionen-avgift",
    "Göteborgsregionens kommunalförbund, yearly fee 2018-2019",
    "SE",
    CostClause.of(
        Rate(Decimal("75.52")),
        Indexation(2018, (IndexPart("beslutad-hojning"),), frozen_years=(2019,)),
        unit=KRONA,
        sources=(papers.GR_FEE,),
    ),
    (papers.GR_FEE,),
    _GR,
    figures=(
        PublishedFigure("fee per inhabitant", Decimal("74.11"), 2017),
        PublishedFigure("fee per inhabitant", Decimal("75.52"), 2018),
        PublishedFigure("fee per inhabitant", Decimal("75.52"), 2019),
    ),
    note="The fee rose from 74.11 kr; 2019 is a frozen year. The day for counting inhabitants is not said.",
)

GR_UNIVERSEUM = RealClause(
    "goteborgsregionen-universeum",
    "Göteborgsregionens kommunalförbund, grant to Universeum",
    "SE",
    CostClause.of(
        FromEquity(Fraction(1, 2)),
        Population(ReferenceDate.fixed(dt.date(2017, 12, 31))),
        unit=KRONA,
        conditions=(
            Condition(ConditionKind.ALL_APPROVE, "Gäller endast om samtliga medlemskommuner godkänner"),
            Condition(ConditionKind.CHOICE, "Varje medlem väljer om den betalar 2019 eller 2020"),
        ),
        sources=(papers.GR_UNIVERSEUM,),
    ),
    (papers.GR_UNIVERSEUM,),
    _GR,
    figures=(
        PublishedFigure("grant", Decimal(12_500_000), 2019),
        PublishedFigure("share", Decimal(249_488), 2019, "1489"),
    ),
    note=(
        "The source says that members pay by the fee key and not on which day inhabitants are counted; those of 31 "
        "December 2017 give Alingsås 249,304 kr, 0.07 % less than published."
    ),
)

CLAUSES = (
    FAMILJEN_HELSINGBORG,
    TOLKFORMEDLING_VAST,
    TOLKFORMEDLING_SURPLUS,
    ALINGSAS_VARGARDA,
    GR_FEE,
    GR_UNIVERSEUM,
)
"""The clauses of this file."""
