"""What statutes and the state's own rules say of sharing costs, as far as it is a clause."""

from decimal import Decimal

from familjen.datasets.real_clauses import papers
from familjen.datasets.real_clauses.real_clause import PublishedFigure, RealClause
from familjen.dates import ReferenceDate
from familjen.model import Condition, ConditionKind, CostClause, DeficitRule, MaxChange, UnitPrice, Usage

__all__ = ["CLAUSES"]

KRONA = Decimal(1)

EQUALISATION = RealClause(
    "utjamning-inforandebidrag-2020",
    "The state's equalisation of 2020: a cap on the yearly loss",
    "SE",
    CostClause.of(
        UnitPrice(KRONA, Usage("amount_without_cap", what="the amount without the cap (belopp utan tak)")),
        MaxChange(Decimal(250), ReferenceDate(12, 31, years_before=1), upward_only=True, financed_by="outside"),
        unit=KRONA,
        conditions=(Condition(ConditionKind.OTHER, "Illustrativt: dagen då invånare räknas; staten bär skillnaden"),),
        sources=(papers.FUND_PROPOSAL,),
    ),
    (papers.FUND_PROPOSAL,),
    figures=(PublishedFigure("largest yearly loss per inhabitant", Decimal(250), 2020),),
    note="A rule of the state's, read as a clause: the state, from outside, carries what exceeds the cap.",
)

FEDERATION = RealClause(
    "kommunalforbund-lagen",
    "What the Local Government Act asks of a federation's charter",
    "SE",
    CostClause.of(
        Usage("share_of_costs", what="the charter's shares of costs (förbundsordningens kostnadsandelar)"),
        DeficitRule(Usage("share_of_debts", what="the charter's shares of debts (förbundsordningens skuldandelar)")),
        unit=KRONA,
        sources=(papers.FEDERATION_LAW,),
    ),
    (papers.FEDERATION_LAW,),
    note=(
        "The charter states the members' shares in assets and debts and how costs are shared (KL 9:6 11). Where assets "
        "do not suffice to pay a debt, each member fills the gap by its share of the debt (KL 9:11)."
    ),
)

FINNISH_JOINT_AUTHORITY = RealClause(
    "samkommun-andring",
    "Finnish joint authority: how its agreement is changed",
    "FI",
    None,
    (papers.FINNISH_GUIDE,),
    conditions=(
        Condition(
            ConditionKind.MAJORITY,
            "Minst två tredjedelar av medlemskommunerna, med minst hälften av deras invånare, godkänner en ändring",
        ),
    ),
    note="The rule that holds where the agreement says nothing else; it shares no cost.",
    currency="EUR",
)

JOINT_COMMITTEE = RealClause(
    "gemensam-namnd-lagen",
    "What the Local Government Act says of a joint committee's costs",
    "SE",
    CostClause.of(
        UnitPrice(
            KRONA,
            Usage(
                "own_members_pay", what="pay of the party's own elected members (ersättning till egna förtroendevalda)"
            ),
        ),
        unit=KRONA,
        conditions=(
            Condition(ConditionKind.OTHER, "Värdkommunen upprättar budgeten efter samråd med de övriga (KL 9:26)"),
        ),
        sources=(papers.JOINT_COMMITTEE_LAW,),
    ),
    (papers.JOINT_COMMITTEE_LAW,),
    note="Each party pays the members that it has elected (KL 9:25). How other costs are shared is for the agreement.",
)

CLAUSES = (EQUALISATION, FEDERATION, FINNISH_JOINT_AUTHORITY, JOINT_COMMITTEE)
"""The clauses of this file."""
