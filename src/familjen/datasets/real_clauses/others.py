"""Clauses of other Swedish and Nordic cooperations, proposals and contracts."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from familjen.datasets.real_clauses import papers
from familjen.datasets.real_clauses.real_clause import PublishedFigure, RealClause
from familjen.dates import ReferenceDate
from familjen.model import (
    Condition,
    ConditionKind,
    CostClause,
    Equal,
    Indexation,
    IndexPart,
    IndexStatus,
    Population,
    Rate,
    Usage,
    YearChange,
)

__all__ = ["CLAUSES"]

KRONA = Decimal(1)

UMEA = RealClause(
    "umea-raddning-forslag",
    "Joint rescue committee in the Umeå region, proposal of 2017",
    "SE",
    CostClause.of(
        Usage(
            "own_rescue_budget",
            ReferenceDate.fixed(dt.date(2018, 12, 31)),
            what="each party's own budget for 2018 (egen budget 2018)",
        ),
        unit=KRONA,
        conditions=(Condition(ConditionKind.OTHER, "Investeringsutrymmet beslutas för sig"),),
        sources=(papers.UMEA,),
    ),
    (papers.UMEA,),
    note="The members' own budgets are not in the source; give them as a series of 31 December 2018.",
)

SKARABORG = RealClause(
    "skaraborg-avgift",
    "Skaraborgs kommunalförbund, yearly fee",
    "SE",
    CostClause.of(
        Rate(Decimal("42.25")),
        unit=KRONA,
        conditions=(
            Condition(
                ConditionKind.OTHER, "En höjning till 43,25 kr ströks eftersom ett överskott på 350 000 kr väntades"
            ),
        ),
        sources=(papers.SKARABORG,),
    ),
    (papers.SKARABORG,),
    figures=(PublishedFigure("fee per inhabitant", Decimal("42.25"), 2018),),
    note="The source names neither all members nor the day on which inhabitants are counted.",
)

VA_FORSK = RealClause(
    "va-forsk",
    "VA-Forsk, research fee of the water utilities",
    "SE",
    CostClause.of(
        Rate(Decimal("1.05")),
        unit=KRONA,
        conditions=(Condition(ConditionKind.OPT_IN, "Kommunerna deltar frivilligt"),),
        sources=(papers.VA_FORSK,),
    ),
    (papers.VA_FORSK,),
    figures=(
        PublishedFigure("fee per inhabitant", Decimal("1.05")),
        PublishedFigure("all fees in a year, about", Decimal(8_000_000)),
    ),
    note="Which municipalities take part is not in the source.",
)

SUNNMORE = RealClause(
    "ekommune-sunnmore",
    "eKommune Sunnmøre",
    "NO",
    CostClause.of(
        Fraction(3, 10) * Equal() + Fraction(7, 10) * Population(ReferenceDate(1, 1, years_before=0)),
        unit=KRONA,
        sources=(papers.SUNNMORE,),
    ),
    (papers.SUNNMORE,),
    note="1 January is read as that of the year that is billed.",
    currency="NOK",
)

SOGN = RealClause(
    "sogn-kulturskule",
    "Sogn kulturskule, rates from 2019",
    "NO",
    CostClause.of(
        Indexation(
            2021,
            (IndexPart("vedteken-auke", changes=(YearChange(2022, Decimal("0.03")), YearChange(2023, Decimal(0)))),),
        ),
        Usage("pupil_places", what="pupil places (elevplasser)"),
        unit=KRONA,
        sources=(papers.SOGN,),
    ),
    (papers.SOGN,),
    figures=(
        PublishedFigure("rise, as a part of the year before", Decimal("0.03"), 2022),
        PublishedFigure("rise, as a part of the year before", Decimal(0), 2023),
    ),
    note=(
        "Rates were made equal in 2019 and raised by 3 % for the school year 2022-23 and by 0 % for 2023-24, read as "
        "the years 2022 and 2023. The rates themselves are not in the source."
    ),
    currency="NOK",
)

GUARDIANS = RealClause(
    "overformyndare-stockholm-nordost",
    "Joint guardianship office of four municipalities north of Stockholm",
    "SE",
    CostClause.of(
        Fraction(1, 2) * Population() + Fraction(1, 2) * Usage("guardianship_cases", what="cases (ärenden)"),
        unit=KRONA,
        conditions=(
            Condition(ConditionKind.OTHER, "Illustrativt: källan anger folkmängd och antal ärenden men inte vikterna"),
        ),
        sources=(papers.MITT_I,),
    ),
    (papers.MITT_I,),
    note=(
        "illustrative: the source says that size and cases count, not how much each; halves are an assumption. An "
        "inquiry found that Vallentuna paid more than the agreement says."
    ),
)

LABOUR_INDEX = RealClause(
    "aki-kpi-80-20",
    "Standard labour-index clause, 80 % AKI and 20 % KPI",
    "SE",
    CostClause.of(
        Indexation(
            2020,
            (IndexPart("AKI", Fraction(4, 5)), IndexPart("KPI", Fraction(1, 5))),
            values=IndexStatus.PRELIMINARY,
        ),
        Equal(),
        unit=KRONA,
        conditions=(Condition(ConditionKind.OTHER, "Illustrativt: källan anger varken basår eller parter"),),
        sources=(papers.CONTRACTS_PAGE,),
    ),
    (papers.CONTRACTS_PAGE,),
    note=(
        "A weak source: a page on contracts that quotes the clause. Preliminary values are compared with preliminary "
        "ones. illustrative: the base year 2020, and that the amount is shared in equal parts."
    ),
)

CLAUSES = (UMEA, SKARABORG, VA_FORSK, SUNNMORE, SOGN, GUARDIANS, LABOUR_INDEX)
"""The clauses of this file."""
