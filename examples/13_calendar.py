"""Which days of a year matter to two municipalities that share family law, and which of them are not known?

The agreement, its days and the network are illustrative.
"""

import datetime as dt

from familjen.dates import Notice, Period, Recurrence, ReferenceDate
from familjen.io.calendar import Calendar, calendar_of
from familjen.model import (
    Agreement,
    Cooperation,
    LegalForm,
    Member,
    Municipality,
    Network,
    NetworkPlan,
    Renewal,
    RenewalKind,
    participations,
)


def illustrative() -> Cooperation:
    """Give a cooperation of two with a contract that is renewed by itself, and a network."""
    parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1277", "Åstorp", "12"))
    contract = Agreement(
        "familjeratt",
        "Familjerätt",
        LegalForm.CONTRACT,
        period=Period(dt.date(2024, 1, 1), dt.date(2026, 12, 31)),
        parties=participations(["1283", "1277"]),
        notice=Notice(months=6),
        renewal=Renewal(RenewalKind.AUTOMATIC, months=12),
    )
    meetings = Recurrence("FREQ=MONTHLY;INTERVAL=2;BYDAY=3FR", dt.date(2026, 2, 1))
    network = Network("utredare", "Nätverk för utredare", plans=(NetworkPlan(2026, meetings=meetings),))
    members = tuple(Member(party) for party in parties)
    return Cooperation("illustrative", "Two that share", members=members, agreements=(contract,), networks=(network,))


def calendar_of_2026() -> Calendar:
    """Give the calendar for 2026, away from red days and eves, with reports by the end of May."""
    return calendar_of(
        illustrative(),
        first_day=dt.date(2026, 1, 1),
        last_day=dt.date(2026, 12, 31),
        avoid="red-days-and-eves",
        report_by=ReferenceDate(5, 31, years_before=0),
    )


if __name__ == "__main__":
    calendar = calendar_of_2026()
    print(calendar)
    moved = sum(entry.moved_from is not None for entry in calendar.entries)
    deadlines = sum(entry.deadline for entry in calendar.entries)
    print(f"\n{deadlines} days are deadlines; {moved} meeting was moved from a red day or an eve, and says so.")
