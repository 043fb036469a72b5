"""Cooperations that the tests of registers share: a small one by hand, and random ones that hold together."""

import datetime as dt
from decimal import Decimal
from typing import Any

import attrs

from familjen.dates import Notice, Period, Recurrence
from familjen.model import (
    ActionPlan,
    Activity,
    ActivityKind,
    Agreement,
    Board,
    BoardMeeting,
    Claim,
    Cooperation,
    CostClause,
    Disagreement,
    Distribution,
    Equal,
    Event,
    ForeignMunicipality,
    GoalArea,
    LegalForm,
    Member,
    Municipality,
    Network,
    NetworkPlan,
    OperationalPlan,
    Participation,
    Partner,
    PartnerKind,
    Program,
    PublishedTable,
    Round,
    Seats,
    Source,
    TableRow,
)

__all__ = ["PAIR", "with_name"]

_REPORT = Source("Report", url="https://example.org/report", retrieved=dt.date(2016, 3, 1), quote="Alla vinner")
_YEARS = Period(dt.date(2016, 1, 1), dt.date(2019, 12, 31))
_COURSE = Activity("kurs", "A course", ActivityKind.TRAINING, goal_area="larande", participants=("1283", "0114"))

PAIR = Cooperation(
    "par",
    "A pair",
    members=(
        Member(Municipality("1283", "Helsingborg", "12"), period=_YEARS, sources=(_REPORT,)),
        Member(Municipality("0114", "Upplands Väsby", "01")),
    ),
    other_parties=(ForeignMunicipality("NO", "1517", "Hareid"),),
    partners=(Partner("vag", "Trafikverket", PartnerKind.AGENCY),),
    goal_areas=(GoalArea("larande", "Learning", responsible=("1283",)),),
    plans=(
        OperationalPlan(
            "plan", "The plan", _YEARS, action_plans=(ActionPlan("handling", "larande", activities=(_COURSE,)),)
        ),
    ),
    activities=(attrs.evolve(_COURSE, id="webb", name="=1+1", kind=ActivityKind.WEBSITE),),
    agreements=(
        Agreement(
            "avgift",
            "Membership",
            LegalForm.CONTRACT,
            parties=(Participation("1283", period=_YEARS), Participation("0114")),
            host="1283",
            notice=Notice(years=1),
            tasks=("Fire, rescue; and more", "+46 42 10 50 00"),
            cost_clause=CostClause((Distribution(Equal()),)),
            tables=(
                PublishedTable(
                    "ram", "Shares", ("2027", "2028"), (TableRow("Bjuv", (Decimal("69.50"), None), total=Decimal(70)),)
                ),
            ),
        ),
    ),
    networks=(
        Network("tyst", "Nobody has said who is invited"),
        Network(
            "tom",
            "Nobody is invited",
            invited=(),
            plans=(
                NetworkPlan(
                    2016, meetings=Recurrence("FREQ=WEEKLY", dt.date(2016, 1, 4), except_days=(dt.date(2016, 1, 11),))
                ),
            ),
        ),
    ),
    programs=(Program("chefer", "Managers", rounds=(Round("1", seats=(Seats("1283", 2),)), Round("2"))),),
    events=(Event("vandring", "A walk", hosts=("1283",), spending=Decimal("123456789012345678.25")),),
    board=Board("styrelse", "The board", meetings=(BoardMeeting("Schools", day=dt.date(2016, 5, 3)),)),
    disagreements=(Disagreement("avgift", "period", (Claim("2016", _REPORT), Claim("2017", Source("Intranet")))),),
    sources=(_REPORT,),
)
"""A cooperation that holds together, and has something of most kinds."""


def with_name(noun: Any, name: str) -> Any:
    """Give the noun with another name."""
    return attrs.evolve(noun, name=name)
