"""A made-up cooperation with days of every kind, and how its calendar is read back."""

import datetime as dt
from typing import Any

import icalendar

from familjen.dates import Notice, Period, Recurrence, ReferenceDate
from familjen.io.calendar import Calendar
from familjen.model import (
    Agreement,
    Board,
    BoardMeeting,
    Cooperation,
    CostClause,
    Equal,
    Event,
    Invoicing,
    LegalForm,
    Member,
    Municipality,
    Network,
    NetworkPlan,
    Program,
    Renewal,
    RenewalKind,
    Round,
    Source,
    participations,
)

__all__ = ["MADE", "PARTIES", "cooperation", "events_of", "network"]

MADE = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
PARTIES = (Municipality("1283", "Helsingborg", "12"), Municipality("1277", "Åstorp", "12"))


def network(rule: str, first: dt.date, year: int, **more: Any) -> Network:
    """Give a network that meets by a rule in a year."""
    plan = NetworkPlan(year, meetings=Recurrence(rule, first, **more))
    return Network("bibliotek", "Bibliotek", plans=(plan,))


def cooperation() -> Cooperation:
    """Give a cooperation with something of each kind in 2026."""
    halves = Invoicing(
        tuple(ReferenceDate(month, 1, years_before=0) for month in (2, 8)),
        preliminary=True,
        reconciled=ReferenceDate(3, 31, years_before=0),
    )
    contract = Agreement(
        "ratt",
        "Familjerätt",
        LegalForm.CONTRACT,
        period=Period(dt.date(2024, 1, 1), dt.date(2026, 12, 31)),
        parties=participations(["1283", "1277"]),
        notice=Notice(months=6),
        renewal=Renewal(RenewalKind.AUTOMATIC, months=12),
        cost_clause=CostClause.of(Equal(), invoicing=halves),
    )
    schedule = Recurrence("FREQ=MONTHLY;BYDAY=1TH", dt.date(2026, 1, 1))
    meetings = (BoardMeeting("Budget", day=dt.date(2026, 9, 3)), BoardMeeting("Övrigt", period=Period.year(2026)))
    web = Source("Nätet; sidan, 1", url="https://example.org/å")
    return Cooperation(
        "par",
        "Ett par",
        members=tuple(Member(party) for party in PARTIES),
        networks=(network("FREQ=MONTHLY;BYDAY=3FR", dt.date(2026, 1, 1), 2026),),
        agreements=(contract,),
        board=Board("styrelse", "Styrelsen", schedule=schedule, meetings=meetings),
        programs=(
            Program("chef", "Chefer", rounds=(Round("1", period=Period(dt.date(2026, 3, 1), dt.date(2026, 3, 5))),)),
        ),
        events=(Event("dag", "Dagen; hel, ny\\rad", period=Period(*[dt.date(2026, 5, 1)] * 2), sources=(web,)),),
    )


def events_of(calendar: Calendar, **options: Any) -> list[icalendar.Event]:
    """Give a calendar's events as icalendar reads them back."""
    read = icalendar.Calendar.from_ical(calendar.to_ics(made=MADE, **options))
    assert isinstance(read, icalendar.Calendar)
    return read.events
