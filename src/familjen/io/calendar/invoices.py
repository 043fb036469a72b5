"""The days on which instalments fall due, where a cost clause says so."""

import datetime as dt
from collections.abc import Iterator

from familjen.dates import Period, ReferenceDate
from familjen.errors import InvalidValueError
from familjen.io.calendar.asked import Asked
from familjen.io.calendar.entry import Entry, EntryKind, LeftOut
from familjen.io.calendar.terms import later_term
from familjen.io.calendar.years import years_of
from familjen.model import Agreement, Invoicing

__all__ = ["invoices"]

_KIND = EntryKind.INVOICES


def invoices(asked: Asked) -> Iterator[Entry | LeftOut]:
    """Give the day of each instalment of each year, and of the reconciliation with the outcome."""
    for agreement in asked.coop.agreements:
        if agreement.cost_clause is None:
            continue
        terms = agreement.cost_clause.invoicing
        if terms is None:
            reason = "the clause does not say when it is invoiced", "klausulen säger inte när det faktureras"
            yield asked.left_out(agreement.id, _KIND, agreement.name, *reason)
        elif agreement.period is None:
            reason = "it is not known when it is in force", "det är inte känt när det gäller"
            yield asked.left_out(agreement.id, _KIND, agreement.name, *reason)
        else:
            yield from _instalments(asked, agreement, agreement.period, terms)
            yield from _reconciliations(asked, agreement, agreement.period, terms)


def _instalments(asked: Asked, agreement: Agreement, period: Period, terms: Invoicing) -> Iterator[Entry | LeftOut]:
    earlier = max(due.years_before or 0 for due in terms.due)
    dues = sorted(dict.fromkeys(terms.due), key=lambda due: (-(due.years_before or 0), due.month, due.day))
    for year in years_of(asked, agreement, period, earlier=earlier):
        preliminary = asked.says("Preliminary, by the budget.", "Preliminärt enligt budget.")
        lines = [preliminary if terms.preliminary else None, later_term(asked, period, year)]
        for number, due in enumerate(dues, 1):
            day = _due(asked, agreement, period, due, year)
            if isinstance(day, LeftOut):
                yield day
                continue
            summary = asked.says(
                f"{agreement.name}: instalment {number} of {len(dues)} for {year} falls due",
                f"{agreement.name}: rat {number} av {len(dues)} för {year} förfaller",
            )
            key = (agreement.id, "due", str(year), day.isoformat())
            yield from asked.day(key, _KIND, summary, day, lines=lines, sources=agreement.sources, deadline=True)


def _reconciliations(asked: Asked, agreement: Agreement, period: Period, terms: Invoicing) -> Iterator[Entry | LeftOut]:
    by = terms.reconciled
    if by is None:
        return
    fixed = by.year
    later = {"later": 1, "earlier": by.years_before or 0}
    years = years_of(asked, agreement, period, **later) if fixed is None else (fixed - 1,)
    for year in years:
        day = _day(asked, agreement, by, year + 1)
        if isinstance(day, LeftOut):
            yield day
            continue
        summary = asked.says(f"{agreement.name}: reconciliation for {year}", f"{agreement.name}: avräkning för {year}")
        key = (agreement.id, "reconciled", str(year))
        lines = [later_term(asked, period, year)]
        yield from asked.day(key, _KIND, summary, day, lines=lines, sources=agreement.sources, deadline=True)


def _due(asked: Asked, agreement: Agreement, period: Period, due: ReferenceDate, year: int) -> dt.date | LeftOut:
    """Give the day of an instalment; none where the year's own day lies before the agreement."""
    day = _day(asked, agreement, due, year)
    if isinstance(day, LeftOut) or due.years_before or day >= period.first_day:
        return day
    reason = (
        f"an instalment for {year} would fall due on {day}, before the agreement begins",
        f"en rat för {year} skulle förfalla {day}, innan avtalet börjar gälla",
    )
    return asked.left_out(agreement.id, _KIND, agreement.name, *reason)


def _day(asked: Asked, agreement: Agreement, due: ReferenceDate, year: int) -> dt.date | LeftOut:
    try:
        return due.resolve(year)
    except InvalidValueError as error:
        return asked.left_out(agreement.id, _KIND, agreement.name, error.reason, f"året {year} har inte den dagen")
