"""The yearly report to the council on contract cooperation."""

import datetime as dt
from collections.abc import Iterator

from familjen.dates import Period, ReferenceDate
from familjen.errors import InvalidValueError
from familjen.io.calendar.asked import Asked
from familjen.io.calendar.entry import Entry, EntryKind, LeftOut
from familjen.io.calendar.terms import later_term
from familjen.io.calendar.years import years_of
from familjen.language import listed
from familjen.model import Agreement, ForeignMunicipality, LegalForm, Matter, Party

__all__ = ["reports"]

_KIND = EntryKind.REPORTS


def reports(asked: Asked) -> Iterator[Entry | LeftOut]:
    """Give the days by which the executives report, and those on which they did.

    The law says that they do so each year, and not on which day: that is the caller's to give.
    """
    for agreement in asked.coop.agreements:
        if agreement.form is not LegalForm.CONTRACT:
            continue
        yield from _made(asked, agreement)
        if agreement.period is None:
            reason = "it is not known when it is in force", "det är inte känt när det gäller"
            yield asked.left_out(agreement.id, _KIND, agreement.name, *reason)
        elif asked.report_by is None:
            reason = (
                "the law asks for a report each year, and names no day (give report_by=, --report-by)",
                "lagen kräver en rapport varje år men anger ingen dag (ange report_by=, --report-by)",
            )
            yield asked.left_out(agreement.id, _KIND, agreement.name, *reason)
        else:
            yield from _due(asked, agreement, agreement.period, asked.report_by)


def _made(asked: Asked, agreement: Agreement) -> Iterator[Entry | LeftOut]:
    names = _names(asked)
    for decision in agreement.decisions:
        if decision.matter is not Matter.REPORT:
            continue
        by = names.get(decision.by, decision.by)
        summary = asked.says(f"{agreement.name}: report by {by}", f"{agreement.name}: rapport från {by}")
        if decision.day is None:
            yield asked.left_out(agreement.id, _KIND, summary, "the day is not known", "dagen är inte känd")
            continue
        lines = [
            asked.says(f"For {decision.year}.", f"För {decision.year}.") if decision.year else None,
            decision.reference,
        ]
        key = (agreement.id, "made", decision.by, decision.day.isoformat(), str(decision.year))
        sources = (*decision.sources, *agreement.sources)
        yield from asked.day(key, _KIND, summary, decision.day, lines=lines, sources=sources)


def _due(asked: Asked, agreement: Agreement, period: Period, by: ReferenceDate) -> Iterator[Entry | LeftOut]:
    from familjen.rules.statute import section

    since = section("KL", 9, "38").known_from
    for year in years_of(asked, agreement, period, later=1):
        if year < since.year:
            continue
        names = _owing(asked, agreement, year)
        if not names:  # all have reported
            continue
        try:
            day = by.resolve(year + 1)
        except InvalidValueError as error:
            yield asked.left_out(
                agreement.id, _KIND, agreement.name, error.reason, f"året {year + 1} har inte den dagen"
            )
            continue
        yield from _entry(asked, agreement, year, day, names, later_term(asked, period, year))


def _entry(
    asked: Asked, agreement: Agreement, year: int, day: dt.date, names: list[str], later: str | None
) -> Iterator[Entry | LeftOut]:
    summary = asked.says(
        f"{agreement.name}: report to the council for {year}", f"{agreement.name}: rapport till fullmäktige för {year}"
    )
    who = asked.says("Reports", "Rapporterar")
    law = asked.says(
        "The executive reports to the council each year on contract cooperation (kommunallag 2017:725, 9 kap. 38 §).",
        "Styrelsen ska årligen till fullmäktige rapportera om kommunens eller regionens avtalssamverkan enligt 37 § "
        "eller enligt annan lag eller författning (kommunallag 2017:725, 9 kap. 38 §).",
    )
    ours = asked.says("The day is given by whoever made the calendar.", "Dagen är given av den som gjort kalendern.")
    lines = [f"{who}: {listed(names, asked.lang)}.", law, ours, later]
    key = (agreement.id, "due", str(year))
    yield from asked.day(key, _KIND, summary, day, lines=lines, sources=agreement.sources, deadline=True)


def _owing(asked: Asked, agreement: Agreement, year: int) -> list[str]:
    """Give the names of the parties that are bound in the year, under Swedish law, and have not reported."""
    foreign = {party.id for party in _parties(asked) if isinstance(party, ForeignMunicipality)}
    done = {(decision.by, decision.year) for decision in agreement.decisions if decision.matter is Matter.REPORT}
    bound = [
        part.party
        for part in agreement.parties
        if part.period is None or part.period.overlaps(Period.year(year))
        if part.party not in foreign and (part.party, year) not in done
    ]
    names = _names(asked)
    return [names.get(party, party) for party in dict.fromkeys(bound)]


def _parties(asked: Asked) -> Iterator[Party]:
    yield from (member.party for member in asked.coop.members)
    yield from asked.coop.other_parties


def _names(asked: Asked) -> dict[str, str]:
    return {party.id: party.name for party in _parties(asked)}
