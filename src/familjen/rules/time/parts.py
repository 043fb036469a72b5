"""Days that lie outside what contains them (family 2xx): parts that parties take, and meetings."""

import datetime as dt
from collections.abc import Iterator

from familjen.dates import Period
from familjen.findings import Finding, Severity
from familjen.language import Listing
from familjen.model import Cooperation
from familjen.rules.entries import Kind
from familjen.rules.index import Index, index_of
from familjen.rules.mentions import Mention
from familjen.rules.rule import rule
from familjen.rules.spans import covers, fits, touches_year

__all__ = ["meeting_outside_period", "network_plan_outside_network", "part_outside_membership", "part_outside_whole"]


@rule(
    "FAM205",
    "part-outside-whole",
    Severity.ERROR,
    message="{party} is {role} of {noun} {period}, which is not inside the period of {noun}: {limits}.",
    hint="Correct the part's period, or that of {noun}; leave the part's period out if it is the same.",
    since="2026.11.0",
)
def part_outside_whole(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A party takes part in something when that does not exist.

    Checks:
        That the period of each participation lies inside that of the agreement, network, programme or shared service.
        Of a participation until further notice, only the first day is judged: it ends with the whole.

    Why:
        Whoever bills by the participation's days would bill for days without an agreement.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"),)
        >>> part = participations(["1283"], period=Period.year(2015))
        >>> fee = Agreement("avgift", "Membership", LegalForm.CIVIL_LAW, period=Period.year(2016), parties=part)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> print(check(coop).findings[0].message)
        Helsingborg (1283) is a party of agreement 'avgift' 2015-01-01 – 2015-12-31, which is not inside the period of
        agreement 'avgift': 2016-01-01 – 2016-12-31.

    Remedy:
        >>> part = participations(["1283"], period=Period.year(2016))
        >>> fee = Agreement("avgift", "Membership", LegalForm.CIVIL_LAW, period=Period.year(2016), parties=part)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `Participation.period`.
    """
    index = index_of(coop)
    for mention in index.mentions:
        limits = mention.entry.period
        if limits is None:
            continue
        for i, part in enumerate(mention.parts):
            if part.period is not None and not fits(part.period, limits):
                yield part_outside_whole.found(
                    f"{mention.path}[{i}].period",
                    party=index.party(part.party),
                    role=mention.role,
                    noun=mention.entry,
                    period=part.period,
                    limits=limits,
                )


@rule(
    "FAM206",
    "network-plan-outside-network",
    Severity.ERROR,
    message="{noun} has a plan for the year {year}, in which it does not exist: its period is {limits}.",
    hint="Correct the plan's year, or the network's period.",
    since="2026.11.0",
)
def network_plan_outside_network(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A network has a plan for a year in which it does not exist.

    Checks:
        That the year of each plan of a network has a day in the network's period.

    Why:
        Mostly it is last year's plan, copied, or a network that goes on although its period says that it ended.

    Example:
        >>> plans = (NetworkPlan(2017),)
        >>> libraries = Network("bibliotek", "Libraries", period=Period.year(2016), plans=plans)
        >>> coop = Cooperation("par", "A pair", networks=(libraries,))
        >>> print(check(coop).findings[0].message)
        Network 'bibliotek' has a plan for the year 2017, in which it does not exist: its period is
        2016-01-01 – 2016-12-31.

    Remedy:
        >>> libraries = Network("bibliotek", "Libraries", period=Period(dt.date(2016, 1, 1)), plans=plans)
        >>> coop = Cooperation("par", "A pair", networks=(libraries,))
        >>> len(check(coop))
        0

    References:
        `NetworkPlan.year` and `Network.period`.
    """
    index = index_of(coop)
    for i, network in enumerate(coop.networks):
        for j, plan in enumerate(network.plans):
            if not touches_year(network.period, plan.year):
                yield network_plan_outside_network.found(
                    f"$.networks[{i}].plans[{j}].year",
                    noun=index.entry_at[f"$.networks[{i}]"],
                    year=plan.year,
                    limits=network.period,
                )


@rule(
    "FAM207",
    "meeting-outside-period",
    Severity.ERROR,
    message="The board's meeting on '{theme}' was held on {day}, which is not in the period given for it: {limits}.",
    hint="Correct the day, or leave the period out: it is for meetings whose day is not known.",
    since="2026.11.0",
)
def meeting_outside_period(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A board meeting has a day and a period that contradict each other.

    Checks:
        That the day of a board meeting, where both are given, lies in its period.

    Why:
        One of them is wrong, and the minutes are looked for in the wrong place.

    Example:
        >>> meeting = BoardMeeting("Newly arrived people", day=dt.date(2017, 2, 3), period=Period.year(2016))
        >>> coop = Cooperation("par", "A pair", board=Board("styrelse", "The board", meetings=(meeting,)))
        >>> print(check(coop).findings[0].message)
        The board's meeting on 'Newly arrived people' was held on 2017-02-03, which is not in the period given for it:
        2016-01-01 – 2016-12-31.

    Remedy:
        >>> meeting = BoardMeeting("Newly arrived people", day=dt.date(2017, 2, 3))
        >>> coop = Cooperation("par", "A pair", board=Board("styrelse", "The board", meetings=(meeting,)))
        >>> len(check(coop))
        0

    References:
        `BoardMeeting.day` and `BoardMeeting.period`.
    """
    for i, meeting in enumerate(coop.board.meetings if coop.board else ()):
        if meeting.day is not None and meeting.period is not None and meeting.day not in meeting.period:
            yield meeting_outside_period.found(
                f"$.board.meetings[{i}].day", theme=meeting.theme, day=meeting.day, limits=meeting.period
            )


@rule(
    "FAM208",
    "part-outside-membership",
    Severity.WARNING,
    message="{party} is {role} of {noun} {period}, but a member of the cooperation only {limits}.",
    hint="Give its part in {noun} a period inside its membership, or correct the membership's period.",
    since="2026.11.0",
)
def part_outside_membership(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A party is in a network when it is not a member of the cooperation.

    Checks:
        That the parts that a member takes in networks lie inside its memberships. A part without a period lasts as
        long as the network; where neither says when, it is not judged.

    Why:
        A party that joins later, or leaves, seldom has its networks brought up to date.

    Example:
        >>> bjuv = Member(Municipality("1260", "Bjuv", "12"), period=Period.year(2016))
        >>> part = participations(["1260"], period=Period(dt.date(2016, 1, 1)))
        >>> coop = Cooperation("par", "A pair", members=(bjuv,), networks=(Network("hr", "HR", members=part),))
        >>> print(check(coop).findings[0].message)
        Bjuv (1260) is a member of network 'hr' from 2016-01-01, but a member of the
        cooperation only 2016-01-01 – 2016-12-31.

    Remedy:
        >>> part = participations(["1260"], period=Period.year(2016))
        >>> coop = Cooperation("par", "A pair", members=(bjuv,), networks=(Network("hr", "HR", members=part),))
        >>> len(check(coop))
        0

    References:
        `Member.period` and `Participation.period`.
    """
    index = index_of(coop)
    limited = {party: periods for party, periods in index.memberships.items() if None not in periods}
    for mention in index.mentions:
        if mention.entry.kind is not Kind.NETWORK or not mention.parts or limited.keys().isdisjoint(mention.ids):
            continue
        for i, identifier in enumerate(mention.ids):
            if identifier in limited:
                yield from _outside_membership(index, mention, i)


def _outside_membership(index: Index, mention: Mention, i: int) -> Iterator[Finding]:
    part, whole = mention.parts[i], mention.entry.period
    period = _shared(part.period, whole)
    memberships = index.memberships[part.party]
    if period is None or covers(memberships, period.first_day, period.last_day):
        return
    yield part_outside_membership.found(
        f"{mention.path}[{i}]{'' if part.period is None else '.period'}",
        party=index.party(part.party),
        role=mention.role,
        noun=mention.entry,
        period=period,
        limits=Listing(tuple(memberships)),
    )


def _shared(part: Period | None, whole: Period | None) -> Period | None:
    """Give the part's time, cut by its whole's last day; ``None`` if it is not known, or lies outside the whole."""
    if part is None or whole is None:
        return part or whole
    if not fits(part, whole):
        return None
    return part if part.last_day is not None else Period(part.first_day, whole.last_day)
