"""Agreements that follow one another (family 2xx): gaps, overlaps, and ends that nobody has taken care of."""

import datetime as dt
from collections.abc import Iterator

from familjen.dates import Period
from familjen.findings import Finding, Severity
from familjen.model import Agreement, Cooperation, RenewalKind
from familjen.rules.index import Index, index_of
from familjen.rules.rule import rule
from familjen.rules.spans import covers

__all__ = [
    "expired_agreement",
    "gap_between_agreements",
    "overlapping_agreements",
    "renewal_without_end",
    "service_after_agreement",
    "successor_first",
]

_DAY = dt.timedelta(days=1)


@rule(
    "FAM211",
    "gap-between-agreements",
    Severity.WARNING,
    message="{noun} begins on {first}, but {before}, which it replaces, ended on {last}: {days} days without any.",
    hint="Correct the days, or say in an agreement what holds in between.",
    since="2026.11.0",
)
def gap_between_agreements(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """There are days without an agreement between two that follow one another.

    Checks:
        That an agreement begins at the latest on the day after the one that it replaces has ended.

    Why:
        In the days between, nobody may act for the others, and nobody has to pay.

    Example:
        >>> old = Agreement("gammalt", "Old", LegalForm.CIVIL_LAW, period=Period.year(2015))
        >>> new = Agreement("nytt", "New", LegalForm.CIVIL_LAW, period=Period.year(2017), supersedes="gammalt")
        >>> coop = Cooperation("par", "A pair", agreements=(old, new))
        >>> print(*check(coop))
        Agreement 'nytt' begins on 2017-01-01, but agreement 'gammalt', which it replaces, ended on 2015-12-31: 366 days
        without any. Correct the days, or say in an agreement what holds in between. [FAM211]

    Remedy:
        >>> new = Agreement("nytt", "New", LegalForm.CIVIL_LAW, period=Period.year(2016), supersedes="gammalt")
        >>> coop = Cooperation("par", "A pair", agreements=(old, new))
        >>> len(check(coop))
        0

    References:
        `Agreement.supersedes` and `Agreement.period`.
    """
    index = index_of(coop)
    for i, agreement, before in _successions(coop, index):
        first, last = _first(agreement), before.period.last_day if before.period is not None else None
        if last is not None and first > last and (days := (first - last).days - 1) > 0:
            yield gap_between_agreements.found(
                f"$.agreements[{i}].period",
                noun=index.entry_at[f"$.agreements[{i}]"],
                before=_entry(index, before),
                first=first,
                last=last,
                days=days,
            )


@rule(
    "FAM212",
    "overlapping-agreements",
    Severity.WARNING,
    message="{noun} begins on {first}, when {before}, which it replaces, is still in force: {period}.",
    hint={
        "open": "Give {before} its last day: {day}.",
        "closed": "Correct the days, so that one ends when the other begins.",
    },
    since="2026.11.0",
)
def overlapping_agreements(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An agreement and the one that it replaces are in force at the same time.

    Checks:
        That an agreement begins after the one that it replaces has ended. One that ran until further notice has to get
        a last day when it is replaced.

    Why:
        Two agreements on one matter are two bills, or two answers to who decides.

    Example:
        >>> old = Agreement("gammalt", "Old", LegalForm.CIVIL_LAW, period=Period(dt.date(2012, 1, 1)))
        >>> new = Agreement("nytt", "New", LegalForm.CIVIL_LAW, period=Period.year(2016), supersedes="gammalt")
        >>> coop = Cooperation("par", "A pair", agreements=(old, new))
        >>> print(*check(coop))
        Agreement 'nytt' begins on 2016-01-01, when agreement 'gammalt', which it replaces, is still in force: from
        2012-01-01. Give agreement 'gammalt' its last day: 2015-12-31. [FAM212]

    Remedy:
        >>> old = Agreement("gammalt", "Old", LegalForm.CIVIL_LAW, period=Period.from_year_to_year(2012, 2015))
        >>> coop = Cooperation("par", "A pair", agreements=(old, new))
        >>> len(check(coop))
        0

    References:
        `Agreement.supersedes` and `Agreement.period`.
    """
    index = index_of(coop)
    for i, agreement, before in _successions(coop, index):
        first, earlier = _first(agreement), before.period
        if earlier is None or earlier.first_day >= first or (earlier.last_day is not None and earlier.last_day < first):
            continue
        yield overlapping_agreements.found(
            f"$.agreements[{i}].period",
            advise="open" if earlier.last_day is None else "closed",
            noun=index.entry_at[f"$.agreements[{i}]"],
            before=_entry(index, before),
            first=first,
            period=earlier,
            day=first - _DAY,
        )


@rule(
    "FAM213",
    "successor-first",
    Severity.ERROR,
    message="{noun} begins on {first}, not after {before}, which it is to replace and which begins on {other}.",
    hint="Correct the days, or let the one replace the other.",
    since="2026.11.0",
)
def successor_first(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An agreement begins before the one that it replaces.

    Checks:
        That an agreement begins after the first day of the one that it replaces. Agreements that replace each other in
        a circle are for FAM112.

    Why:
        What replaces another comes after it. Mostly the two were swapped, or a year is wrong.

    Example:
        >>> old = Agreement("gammalt", "Old", LegalForm.CIVIL_LAW, period=Period.year(2016), supersedes="nytt")
        >>> new = Agreement("nytt", "New", LegalForm.CIVIL_LAW, period=Period.year(2017))
        >>> coop = Cooperation("par", "A pair", agreements=(old, new))
        >>> print(*check(coop))
        Agreement 'gammalt' begins on 2016-01-01, not after agreement 'nytt', which it is to replace and which begins on
        2017-01-01. Correct the days, or let the one replace the other. [FAM213]

    Remedy:
        >>> old = Agreement("gammalt", "Old", LegalForm.CIVIL_LAW, period=Period.year(2016))
        >>> new = Agreement("nytt", "New", LegalForm.CIVIL_LAW, period=Period.year(2017), supersedes="gammalt")
        >>> coop = Cooperation("par", "A pair", agreements=(old, new))
        >>> len(check(coop))
        0

    References:
        `Agreement.supersedes` and `Agreement.period`.
    """
    index = index_of(coop)
    for i, agreement, before in _successions(coop, index):
        if before.period is not None and _first(agreement) <= before.period.first_day:
            if before.supersedes == agreement.id:
                continue
            yield successor_first.found(
                f"$.agreements[{i}].supersedes",
                noun=index.entry_at[f"$.agreements[{i}]"],
                before=_entry(index, before),
                first=_first(agreement),
                other=before.period.first_day,
            )


@rule(
    "FAM221",
    "expired-agreement",
    Severity.ADVICE,
    message="{noun} ended on {last}. It is to be renewed, but nothing replaces it.",
    hint="Add the agreement that follows it, or take the renewal away if the parties have let it end.",
    since="2026.11.0",
)
def expired_agreement(coop: Cooperation, on: dt.date | None) -> Iterator[Finding]:
    """An agreement has ended, and the renewal that it provides for is not there.

    Checks:
        That an agreement which is renewed has a successor when it has ended before the day of the check. It is not
        asked without a day.

    Why:
        The parties go on as before, without noticing that what binds them has run out.

    Example:
        >>> renewal = Renewal(RenewalKind.AFTER_ELECTION)
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, period=Period.year(2016), renewal=renewal)
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> on = dt.date(2017, 6, 1)
        >>> print(*check(coop, on=on))
        Agreement 'avgift' ended on 2016-12-31. It is to be renewed, but nothing replaces it. Add the agreement that
        follows it, or take the renewal away if the parties have let it end. [FAM221]

    Remedy:
        >>> new = Agreement("avgift-2017", "Fee", LegalForm.CIVIL_LAW, period=Period.year(2017), supersedes="avgift")
        >>> coop = Cooperation("par", "A pair", agreements=(fee, new))
        >>> len(check(coop, on=on))
        0

    References:
        `Agreement.renewal`.
    """
    if on is None:
        return
    index = index_of(coop)
    replaced = {agreement.supersedes for agreement in coop.agreements}
    for i, agreement in enumerate(coop.agreements):
        renewal, period = agreement.renewal, agreement.period
        if renewal is None or renewal.kind is RenewalKind.NONE or period is None or agreement.id in replaced:
            continue
        if period.last_day is not None and period.last_day < on:
            noun = index.entry_at[f"$.agreements[{i}]"]
            yield expired_agreement.found(f"$.agreements[{i}].period", noun=noun, last=period.last_day)


@rule(
    "FAM222",
    "renewal-without-end",
    Severity.ADVICE,
    message="{noun} runs until further notice, and yet is renewed by itself.",
    hint="Give it the last day of its first term, or take the renewal away.",
    since="2026.11.0",
)
def renewal_without_end(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An agreement without an end is renewed by itself.

    Checks:
        That an agreement with automatic renewal has a last day, from which it is renewed.

    Why:
        Notice is counted from the end of a term. Without one, nobody can say by when it must be given.

    Example:
        >>> renewal = Renewal(RenewalKind.AUTOMATIC, months=12)
        >>> start = Period(dt.date(2016, 1, 1))
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, period=start, renewal=renewal)
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> print(*check(coop))
        Agreement 'avgift' runs until further notice, and yet is renewed by itself. Give it the last day of its first
        term, or take the renewal away. [FAM222]

    Remedy:
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, period=Period.year(2016), renewal=renewal)
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `Agreement.renewal` and `Agreement.period`.
    """
    index = index_of(coop)
    for i, agreement in enumerate(coop.agreements):
        renewal, period = agreement.renewal, agreement.period
        if (
            renewal is None
            or renewal.kind is not RenewalKind.AUTOMATIC
            or period is None
            or period.last_day is not None
        ):
            continue
        yield renewal_without_end.found(f"$.agreements[{i}].renewal", noun=index.entry_at[f"$.agreements[{i}]"])


@rule(
    "FAM220",
    "service-after-agreement",
    Severity.WARNING,
    message="{noun} is performed {period}, but {agreement}, on which it rests, is in force {limits}.",
    hint="Correct the period, or add the agreement that holds for the other days and let it replace the first.",
    since="2026.11.0",
)
def service_after_agreement(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A shared service is performed when the agreement that it rests on is not in force.

    Checks:
        That each day of a shared service lies in the period of its agreement, or of those that replace it. A service
        until further notice is asked for its first day only.

    Why:
        Without an agreement in force, one municipality performs another's task without being allowed to.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1277", "Åstorp", "12"))
        >>> terms = Agreement("ratt-2016", "Family law", LegalForm.CIVIL_LAW, period=Period.year(2016))
        >>> period = Period.from_year_to_year(2016, 2017)
        >>> law = SharedService("ratt", "Law", "1283", period=period, agreement="ratt-2016")
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(terms,), shared_services=(law,))
        >>> print(*check(coop))
        Shared service 'ratt' is performed 2016-01-01 – 2017-12-31, but agreement 'ratt-2016', on which it rests, is in
        force 2016-01-01 – 2016-12-31. Correct the period, or add the agreement that holds for the other days and let it
        replace the first. [FAM220]

    Remedy:
        >>> terms = Agreement("ratt-2016", "Family law", LegalForm.CIVIL_LAW, period=period)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(terms,), shared_services=(law,))
        >>> len(check(coop))
        0

    References:
        `SharedService.agreement` and `Agreement.supersedes`.
    """
    index = index_of(coop)
    after = {agreement.supersedes: agreement for agreement in reversed(coop.agreements) if agreement.supersedes}
    for i, service in enumerate(coop.shared_services):
        agreement = index.agreements.get(service.agreement or "")
        period = service.period
        if period is None or agreement is None or agreement.period is None:
            continue
        if not covers(_chain(agreement, after), period.first_day, period.last_day or period.first_day):
            yield service_after_agreement.found(
                f"$.shared_services[{i}].period",
                noun=index.entry_at[f"$.shared_services[{i}]"],
                period=period,
                agreement=_entry(index, agreement),
                limits=agreement.period,
            )


def _chain(agreement: Agreement, after: dict[str, Agreement]) -> Iterator[Period | None]:
    """Give the periods of an agreement and of those that replace it, one after the other."""
    seen: set[str] = set()
    following: Agreement | None = agreement
    while following is not None and following.id not in seen:
        seen.add(following.id)
        yield following.period
        following = after.get(following.id)


def _successions(coop: Cooperation, index: Index) -> Iterator[tuple[int, Agreement, Agreement]]:
    """Give each agreement whose first day is known, with its place, and the one that it replaces."""
    for i, agreement in enumerate(coop.agreements):
        if agreement.supersedes is None or agreement.period is None:
            continue
        before = index.agreements.get(agreement.supersedes)
        if before is not None and before.id != agreement.id:
            yield i, agreement, before


def _first(agreement: Agreement) -> dt.date:
    return dt.date.max if agreement.period is None else agreement.period.first_day


def _entry(index: Index, agreement: Agreement) -> object:
    return index.agreement_entries[agreement.id]
