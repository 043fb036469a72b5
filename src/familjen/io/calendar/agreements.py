"""The days of agreements: when they begin, end, are renewed, and by when notice must be given."""

import datetime as dt
from collections.abc import Iterator

from familjen.dates import Notice, Period
from familjen.errors import InvalidValueError
from familjen.io.calendar.asked import Asked
from familjen.io.calendar.entry import Entry, EntryKind, LeftOut
from familjen.io.calendar.terms import Term, is_renewed_by_itself, terms_of
from familjen.model import Agreement, RenewalKind

__all__ = ["agreements"]

_KIND = EntryKind.AGREEMENTS


def agreements(asked: Asked) -> Iterator[Entry | LeftOut]:
    """Give the first and last day of each agreement, its renewals, and the last days for notice."""
    for agreement in asked.coop.agreements:
        if agreement.period is None:
            reason = "it is not known when it is in force", "det är inte känt när det gäller"
            yield asked.left_out(agreement.id, _KIND, agreement.name, *reason)
            continue
        yield from _begins(asked, agreement, agreement.period.first_day)
        for term in terms_of(asked, agreement, agreement.period):
            yield from _ends(asked, agreement, term)
        yield from _renewal_unknown(asked, agreement)
        if agreement.notice is None:
            reason = "how a party leaves it is not known", "hur en part lämnar det är inte känt"
            yield asked.left_out(agreement.id, _KIND, agreement.name, *reason)
        else:
            yield from _notice(asked, agreement, agreement.period, agreement.notice)


def _begins(asked: Asked, agreement: Agreement, day: dt.date) -> Iterator[Entry | LeftOut]:
    summary = asked.says(f"{agreement.name}: comes into force", f"{agreement.name}: börjar gälla")
    yield from asked.day((agreement.id, "first-day"), _KIND, summary, day, sources=agreement.sources)


def _ends(asked: Asked, agreement: Agreement, term: Term) -> Iterator[Entry | LeftOut]:
    """Give the last day of a term, as one on which it is renewed by itself where it is."""
    if term.renewed_by_itself:
        summary = asked.says(
            f"{agreement.name}: last day before it is renewed", f"{agreement.name}: sista dagen innan det förlängs"
        )
        line = asked.says(
            "It goes on by itself unless notice has been given.",
            "Det förlängs av sig självt om ingen har sagt upp det.",
        )
    else:
        summary = asked.says(f"{agreement.name}: last day", f"{agreement.name}: sista dagen")
        line = _after_the_end(asked, agreement)
    sources = (*(agreement.renewal.sources if agreement.renewal else ()), *agreement.sources)
    names = (agreement.id, "last-day", str(term.number))
    yield from asked.day(names, _KIND, summary, term.last_day, lines=[line], sources=sources, deadline=True)


def _after_the_end(asked: Asked, agreement: Agreement) -> str:
    kind = None if agreement.renewal is None else agreement.renewal.kind
    if kind is RenewalKind.NONE:
        return asked.says("It ends.", "Det upphör.")
    if kind is RenewalKind.BY_DECISION:
        return asked.says("It goes on if the parties decide so.", "Det förlängs om parterna beslutar det.")
    if kind is RenewalKind.AFTER_ELECTION:
        return asked.says("It is renewed after each general election.", "Det förnyas efter varje val.")
    return asked.says("Whether it is renewed is not known.", "Om det förlängs är inte känt.")


def _renewal_unknown(asked: Asked, agreement: Agreement) -> Iterator[LeftOut]:
    renewal, period = agreement.renewal, agreement.period
    if renewal is None or period is None:
        return
    if renewal.kind is RenewalKind.AFTER_ELECTION:
        reason = (
            "on which day it is renewed after an election is not known",
            "dagen för förnyelse efter val är inte känd",
        )
        yield asked.left_out(agreement.id, _KIND, agreement.name, *reason)
    elif renewal.kind is RenewalKind.AUTOMATIC and renewal.months is None and period.last_day is not None:
        reason = "for how long it is renewed is not known", "hur länge det förlängs är inte känt"
        yield asked.left_out(agreement.id, _KIND, agreement.name, *reason)


def _notice(asked: Asked, agreement: Agreement, period: Period, notice: Notice) -> Iterator[Entry | LeftOut]:
    if notice.by is not None:
        yield from _yearly_notice(asked, agreement, period, notice)
        return
    terms = [term for term in terms_of(asked, agreement, period) if term.renewed_by_itself]
    if not terms:
        yield asked.left_out(agreement.id, _KIND, agreement.name, *_any_day(notice))
    for term in terms:
        if term.last_day == dt.date.max:  # left out where the agreement ends
            continue
        exit_day = term.last_day + dt.timedelta(days=1)
        yield from _last_day_for_notice(asked, agreement, period, notice, exit_day)


def _any_day(notice: Notice) -> tuple[str, str]:
    months = notice.years * 12 + notice.months
    en, sv = ("month", "månad") if months == 1 else ("months", "månader")
    return (
        f"notice may be given on any day, and runs for {months} {en}: there is no last day for it",
        f"uppsägning kan ske vilken dag som helst och löper {months} {sv}: någon sista dag finns inte",
    )


def _yearly_notice(asked: Asked, agreement: Agreement, period: Period, notice: Notice) -> Iterator[Entry | LeftOut]:
    """Give the deadline of each year whose first day a party can be out on, while the agreement lasts."""
    last_day = None if is_renewed_by_itself(agreement) else period.last_day
    before = notice.by.years_before or 0 if notice.by is not None else 0
    if last_day is None and asked.window.last_day is None:
        asked.need_end(
            f"Notice on {agreement.name!r} has a deadline each year", f"{agreement.name!r} kan sägas upp varje år"
        )
    ends = [day.year + before for day in (asked.window.last_day,) if day is not None]
    ends += [day.year for day in (last_day,) if day is not None]
    for year in range(max(asked.window.first_day.year, period.first_day.year + 1), min(*ends, dt.MAXYEAR) + 1):
        yield from _last_day_for_notice(asked, agreement, period, notice, dt.date(year, 1, 1))


def _last_day_for_notice(
    asked: Asked, agreement: Agreement, period: Period, notice: Notice, exit_day: dt.date
) -> Iterator[Entry | LeftOut]:
    try:
        latest = notice.latest_notice(exit_day)
    except InvalidValueError as error:
        reason = error.reason, f"det finns ingen sista dag för uppsägning till {exit_day}"
        yield asked.left_out(agreement.id, _KIND, agreement.name, *reason)
        return
    if latest < period.first_day:
        if latest not in asked.window:
            return
        reason = (
            f"notice to be out on {exit_day} would be due on {latest}, before the agreement begins",
            f"uppsägning för utträde {exit_day} skulle ske senast {latest}, innan avtalet börjar gälla",
        )
        yield asked.left_out(agreement.id, _KIND, agreement.name, *reason)
        return
    summary = asked.says(f"{agreement.name}: last day for notice", f"{agreement.name}: sista dag för uppsägning")
    out = asked.says(
        f"Who gives notice by this day is out on {exit_day}.", f"Den som säger upp senast denna dag är ute {exit_day}."
    )
    written = asked.says("Notice is given in writing.", "Uppsägningen är skriftlig.") if notice.in_writing else None
    names = (agreement.id, "notice", exit_day.isoformat())
    lines = [out, written]
    yield from asked.day(names, _KIND, summary, latest, lines=lines, sources=agreement.sources, deadline=True)
