"""Federations of municipalities, kommunalförbund (kommunallag 2017:725, 3 kap. 8 § and 9 kap. 1–18 §§)."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, NotJudged, Severity
from familjen.model import AssemblyKind, Cooperation, LegalForm, Matter
from familjen.rules.days import judged
from familjen.rules.index import index_of
from familjen.rules.law.bodies import adopted_before, domestic, without_decision
from familjen.rules.requirements import requirements
from familjen.rules.rule import rule
from familjen.rules.statute import section

__all__ = [
    "budget_meeting_not_announced",
    "budget_meeting_not_public",
    "charter_not_adopted",
    "charter_point_missing",
    "federation_of_one",
    "notice_too_long",
]

_MOST_MONTHS = 36
_WEEK = dt.timedelta(days=7)


@rule(
    "FAM301",
    "charter-point-missing",
    Severity.ERROR,
    message="The charter of {noun} does not state {missing}.",
    hint="Add it to the charter; if the charter states it, record where.",
    law=section("KL", 9, "6"),
    since="2026.11.0",
)
def charter_point_missing(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A federation's charter leaves out a point that the law asks for.

    Checks:
        That the provisions recorded of a federation cover the eighteen points of the section. The point on how auditors
        are appointed is asked unless the deciding assembly is known to be a council. A federation of which no provision
        is recorded is not asked.

    Why:
        The charter is what the members' councils adopt and what a court goes by. What it does not state, such as how a
        member leaves or who carries a debt, becomes a dispute.

    Example:
        >>> points = [each.point for each in requirements(LegalForm.FEDERATION)]
        >>> charter = tuple(Provision(point) for point in points if point != "withdrawal")
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, provisions=charter)
        >>> coop = Cooperation("par", "A pair", agreements=(rescue,))
        >>> print(*check(coop))
        The charter of agreement 'raddning' does not state the procedure when a member withdraws from the federation.
        Add it to the charter; if the charter states it, record where. (Local Government Act (2017:725), chapter 9,
        section 6, point 15) [FAM301]

    Remedy:
        >>> charter = tuple(Provision(point) for point in points)
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, provisions=charter)
        >>> coop = Cooperation("par", "A pair", agreements=(rescue,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 6 §; `familjen.rules.requirements`.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(charter_point_missing, index.by_form[LegalForm.FEDERATION], on):
        if not agreement.provisions:
            continue
        if unknown is not None:
            yield unknown
            continue
        settled = {provision.point for provision in agreement.provisions}
        kind = agreement.assembly.kind if agreement.assembly is not None else None
        council = AssemblyKind.COUNCIL if kind is AssemblyKind.COUNCIL else None
        for point in requirements(LegalForm.FEDERATION, assembly=council):
            if point.point not in settled:
                noun = index.entry_at[path]
                yield charter_point_missing.found(f"{path}.provisions", point=point.number, noun=noun, missing=point)


@rule(
    "FAM302",
    "charter-not-adopted",
    Severity.WARNING,
    message="{noun} was adopted by some councils, but no decision by that of {parties} is known.",
    hint="Add the council's decision; without it the federation has not been formed with that member.",
    law=section("KL", 9, "1"),
    since="2026.11.0",
)
def charter_not_adopted(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A federation's charter was not adopted by the council of each member.

    Checks:
        That each party's council has adopted the charter, where the adoption by any of them is recorded. It is judged
        by the law of the day on which the federation began.

    Why:
        A federation is formed when the councils of all its members adopt the charter. An executive cannot do it for
        them.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["1283", "1260"])
        >>> adopted = (Decision("1283"),)
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, parties=signed, decisions=adopted)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(rescue,))
        >>> print(check(coop).findings[0].message)
        Agreement 'raddning' was adopted by some councils, but no decision by that of Bjuv (1260) is known.

    Remedy:
        >>> adopted = (Decision("1283"), Decision("1260"))
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, parties=signed, decisions=adopted)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(rescue,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 1 §.
    """
    yield from without_decision(charter_not_adopted, coop, on, LegalForm.FEDERATION, Matter.APPROVAL, formed=True)


@rule(
    "FAM306",
    "notice-too-long",
    Severity.ERROR,
    message="{noun} has a notice of {months} months, and the law allows a federation three years.",
    hint="Set three years or less; a longer notice does not bind.",
    law=section("KL", 9, "18"),
    since="2026.11.0",
)
def notice_too_long(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A federation's notice is longer than three years.

    Checks:
        That the notice of a federation is 36 months at most. A deadline for the year of exit is asked for the years
        before it.

    Why:
        A member has the right to leave. The law sets three years unless the charter sets a shorter time.

    Example:
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, notice=Notice(years=5))
        >>> coop = Cooperation("par", "A pair", agreements=(rescue,))
        >>> print(check(coop).findings[0].message)
        Agreement 'raddning' has a notice of 60 months, and the law allows a federation three years.

    Remedy:
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, notice=Notice(years=3))
        >>> coop = Cooperation("par", "A pair", agreements=(rescue,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 18 §.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(notice_too_long, index.by_form[LegalForm.FEDERATION], on):
        notice = agreement.notice
        if notice is None:
            continue
        months = notice.years * 12 + notice.months
        if notice.by is not None:  # out on 1 January of the exit year: the months from the deadline to that day
            months = 12 * (notice.by.years_before or 0) - notice.by.month + (1 if notice.by.day == 1 else 0)
        if months > _MOST_MONTHS:
            yield unknown or notice_too_long.found(f"{path}.notice", noun=index.entry_at[path], months=months)


@rule(
    "FAM307",
    "budget-meeting-not-announced",
    Severity.ERROR,
    message="The meeting of {noun} that set the budget for {year}, on {day}, was announced on {announced} only.",
    hint="Announce it on the federation's notice board at least a week before the day of the meeting.",
    law=section("KL", 9, "10"),
    since="2026.11.0",
)
def budget_meeting_not_announced(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A directorate's budget meeting was announced less than a week before.

    Checks:
        In a federation with a directorate: that a budget's announcement is at least seven days before the day of the
        meeting that set it, where both days are recorded. A meeting is judged by the law of its own day.

    Why:
        The meeting is public because the directorate is not chosen by voters; a public that does not hear of it in time
        stays away.

    Example:
        >>> late = Budget(2027, announced=dt.date(2026, 10, 1), adopted=dt.date(2026, 10, 5))
        >>> body = Assembly(AssemblyKind.DIRECTORATE)
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, assembly=body, budgets=(late,))
        >>> coop = Cooperation("par", "A pair", agreements=(rescue,))
        >>> print(check(coop).findings[0].message)
        The meeting of agreement 'raddning' that set the budget for 2027, on 2026-10-05, was announced on 2026-10-01
        only.

    Remedy:
        >>> good = Budget(2027, announced=dt.date(2026, 9, 28), adopted=dt.date(2026, 10, 5))
        >>> rescue = attrs.evolve(rescue, budgets=(good,))
        >>> coop = Cooperation("par", "A pair", agreements=(rescue,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 10 §.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(budget_meeting_not_announced, index.by_form[LegalForm.FEDERATION], on):
        if agreement.assembly is None or agreement.assembly.kind is not AssemblyKind.DIRECTORATE:
            continue
        for j, budget in enumerate(agreement.budgets):
            if budget.announced is None or budget.adopted is None or budget.adopted - budget.announced >= _WEEK:
                continue
            place = f"{path}.budgets[{j}]"
            unjudged = unknown or adopted_before(budget_meeting_not_announced, place, budget)
            yield unjudged or budget_meeting_not_announced.found(
                f"{place}.announced",
                noun=index.entry_at[path],
                year=budget.year,
                day=budget.adopted,
                announced=budget.announced,
            )


@rule(
    "FAM308",
    "budget-meeting-not-public",
    Severity.ERROR,
    message="The meeting of {noun} that set the budget for {year} was not public.",
    hint="Let the public in when the directorate sets the budget.",
    law=section("KL", 9, "10"),
    since="2026.11.0",
)
def budget_meeting_not_public(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A directorate set its budget at a meeting that was not public.

    Checks:
        In a federation with a directorate: that no budget is recorded as set at a meeting that was not public. A
        meeting whose day is recorded is judged by the law of that day.

    Why:
        A council's budget meeting is public. Where a directorate decides in its place, the law keeps that.

    Example:
        >>> closed = Budget(2027, public=False)
        >>> body = Assembly(AssemblyKind.DIRECTORATE)
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, assembly=body, budgets=(closed,))
        >>> coop = Cooperation("par", "A pair", agreements=(rescue,))
        >>> print(check(coop).findings[0].message)
        The meeting of agreement 'raddning' that set the budget for 2027 was not public.

    Remedy:
        >>> rescue = attrs.evolve(rescue, budgets=(Budget(2027, public=True),))
        >>> coop = Cooperation("par", "A pair", agreements=(rescue,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 10 §.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(budget_meeting_not_public, index.by_form[LegalForm.FEDERATION], on):
        if agreement.assembly is None or agreement.assembly.kind is not AssemblyKind.DIRECTORATE:
            continue
        for j, budget in enumerate(agreement.budgets):
            if budget.public is False:
                place = f"{path}.budgets[{j}]"
                yield (
                    unknown
                    or adopted_before(budget_meeting_not_public, place, budget)
                    or budget_meeting_not_public.found(f"{place}.public", noun=index.entry_at[path], year=budget.year)
                )


@rule(
    "FAM309",
    "federation-of-one",
    Severity.WARNING,
    message="{noun} is a federation, but has {number} Swedish municipalities or regions as members.",
    hint="Add the other members, or correct the legal form.",
    law=(section("KL", 3, "8"), section("KL", 9, "1")),
    since="2026.11.0",
)
def federation_of_one(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A federation has fewer than two members.

    Checks:
        That a federation which lists its parties has at least two Swedish municipalities or regions among them.

    Why:
        Municipalities and regions form a federation together, by the decisions of the members' councils. A list with
        one of them has mostly lost the others.

    Example:
        >>> helsingborg = (Municipality("1283", "Helsingborg", "12"),)
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, parties=participations(["1283"]))
        >>> coop = Cooperation("par", "A pair", other_parties=helsingborg, agreements=(rescue,))
        >>> print(check(coop).findings[0].message)
        Agreement 'raddning' is a federation, but has 1 Swedish municipalities or regions as members.

    Remedy:
        >>> both = (*helsingborg, Municipality("1260", "Bjuv", "12"))
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, parties=participations(["1283", "1260"]))
        >>> coop = Cooperation("par", "A pair", other_parties=both, agreements=(rescue,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 3 kap. 8 § and 9 kap. 1 §.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(federation_of_one, index.by_form[LegalForm.FEDERATION], on):
        members = domestic(index, agreement) if agreement.parties else None
        if members is not None and len(members) < 2:  # noqa: PLR2004 - a pair is the least
            noun = index.entry_at[path]
            yield unknown or federation_of_one.found(f"{path}.parties", noun=noun, number=len(members))
