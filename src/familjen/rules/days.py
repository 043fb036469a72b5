"""By the law of which day an agreement is judged, and what is said where that law is not known."""

import datetime as dt
from collections.abc import Iterable, Iterator

from familjen.findings import NotJudged
from familjen.language import Phrase
from familjen.model import Agreement
from familjen.rules.rule import Rule
from familjen.rules.statute import CONSOLIDATED, Section

__all__ = ["day_of", "formation_day", "judged", "unknown_law"]

_OLDER = Phrase(
    "It is not judged by the law of {day}: the wording of {section} is known from {known} only.",
    "Den bedöms inte enligt lagen den {day}: lydelsen av {section} är känd först från och med {known}.",
)


def day_of(agreement: Agreement, on: dt.date | None) -> dt.date:
    """Give the day by whose law the content of an agreement is judged.

    It is the day asked for, or where none is, that of the consolidated text; but a day on which the agreement is in
    force: of one that has ended its last day, of one that has not begun its first.
    """
    day = CONSOLIDATED if on is None else on
    period = agreement.period
    if period is None:
        return day
    if period.last_day is not None and period.last_day < day:
        return period.last_day
    return max(period.first_day, day)


def formation_day(agreement: Agreement, on: dt.date | None) -> dt.date:
    """Give the day by whose law it is judged how an agreement came about: its first, where that is known."""
    if agreement.period is not None:
        return agreement.period.first_day
    return CONSOLIDATED if on is None else on


def unknown_law(asked: Rule, path: str, day: dt.date, law: Iterable[Section]) -> NotJudged | None:
    """Say that the law of the day is not known, if a section's wording is known from a later day only."""
    for section in law:
        if day < section.known_from:
            return asked.not_judged(path, _OLDER.of(day=day, section=section, known=section.known_from))
    return None


def judged(
    asked: Rule, agreements: Iterable[tuple[int, Agreement]], on: dt.date | None, *, formed: bool = False
) -> Iterator[tuple[str, Agreement, NotJudged | None]]:
    """Give each agreement with its JSONPath, and what must be said instead where the law of its day is not known.

    ``formed`` judges by the law of the agreement's first day: how it came about. Otherwise it is what it contains.
    """
    known = max((section.known_from for section in asked.law), default=dt.date.min)
    reasons: dict[dt.date, str] = {}
    for i, agreement in agreements:
        path = f"$.agreements[{i}]"
        day = formation_day(agreement, on) if formed else day_of(agreement, on)
        if day >= known:
            yield path, agreement, None
            continue
        if day not in reasons:
            said = unknown_law(asked, path, day, asked.law)
            reasons[day] = said.reason if said is not None else ""
        yield path, agreement, NotJudged(asked.code, path, reasons[day])
