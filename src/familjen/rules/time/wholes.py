"""Days that lie outside what contains them (family 2xx): parts of plans, programmes and the cooperation.

A part until further notice ends with its whole at the latest, so only its first day is judged. What has no period, or
lies in something that has none, is not judged.
"""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, Severity
from familjen.model import Cooperation
from familjen.rules.entries import Kind
from familjen.rules.index import index_of
from familjen.rules.rule import Rule, rule
from familjen.rules.spans import fits, touches_year

__all__ = [
    "action_plan_outside_plan",
    "activity_outside_plan",
    "decision_outside_plan",
    "membership_outside_cooperation",
    "outside_cooperation",
    "round_outside_program",
]

_OUTSIDE = "{noun} has the period {period}, which is not inside that of {whole}: {limits}."
_HINT = "Correct the period, or that of {whole}."
_OF_THE_COOPERATION = frozenset({Kind.PLAN, Kind.NETWORK, Kind.PROGRAM, Kind.EVENT, Kind.ACTIVITY})


@rule(
    "FAM201",
    "membership-outside-cooperation",
    Severity.ERROR,
    message="{party} is a member {period}, which is not inside the cooperation's own period: {limits}.",
    hint="Correct the membership's period, or the cooperation's.",
    since="2026.11.0",
)
def membership_outside_cooperation(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A party is a member when the cooperation does not exist.

    Checks:
        That each membership's period lies inside the cooperation's.

    Why:
        Nobody can be a member of what has not begun, or has ended. Mostly it is a slip in a year.

    Example:
        >>> bjuv = Municipality("1260", "Bjuv", "12")
        >>> members = (Member(bjuv, period=Period.year(2006)),)
        >>> coop = Cooperation("par", "A pair", period=Period(dt.date(2016, 1, 1)), members=members)
        >>> print(*check(coop))
        Bjuv (1260) is a member 2006-01-01 – 2006-12-31, which is not inside the cooperation's own period: from
        2016-01-01. Correct the membership's period, or the cooperation's. [FAM201]

    Remedy:
        >>> members = (Member(bjuv, period=Period.year(2016)),)
        >>> coop = Cooperation("par", "A pair", period=Period(dt.date(2016, 1, 1)), members=members)
        >>> len(check(coop))
        0

    References:
        `Member.period` and `Cooperation.period`.
    """
    if coop.period is None:
        return
    index = index_of(coop)
    for i, member in enumerate(coop.members):
        if not fits(member.period, coop.period):
            yield membership_outside_cooperation.found(
                f"$.members[{i}].period",
                party=index.party(member.party.id),
                period=member.period,
                limits=coop.period,
            )


@rule("FAM202", "action-plan-outside-plan", Severity.ERROR, message=_OUTSIDE, hint=_HINT, since="2026.11.0")
def action_plan_outside_plan(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An action plan applies when its operational plan does not.

    Checks:
        That an action plan's period lies inside that of the operational plan in which it stands.

    Why:
        The action plan carries out the goals of the operational plan, which nobody has set for other years.

    Example:
        >>> goal = GoalArea("miljo", "Environment")
        >>> part = ActionPlan("hp", "miljo", period=Period.year(2020))
        >>> plan = OperationalPlan("vp", "Plan 2016", Period.year(2016), action_plans=(part,))
        >>> coop = Cooperation("par", "A pair", goal_areas=(goal,), plans=(plan,))
        >>> print(*check(coop))
        Action plan 'hp' has the period 2020-01-01 – 2020-12-31, which is not inside that of operational plan 'vp':
        2016-01-01 – 2016-12-31. Correct the period, or that of operational plan 'vp'. [FAM202]

    Remedy:
        >>> part = ActionPlan("hp", "miljo", period=Period.year(2016))
        >>> plan = OperationalPlan("vp", "Plan 2016", Period.year(2016), action_plans=(part,))
        >>> coop = Cooperation("par", "A pair", goal_areas=(goal,), plans=(plan,))
        >>> len(check(coop))
        0

    References:
        `ActionPlan.period` and `OperationalPlan.period`.
    """
    yield from _outside(action_plan_outside_plan, coop, Kind.ACTION_PLAN)


@rule("FAM203", "activity-outside-plan", Severity.ERROR, message=_OUTSIDE, hint=_HINT, since="2026.11.0")
def activity_outside_plan(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An activity is done when the plan in which it stands does not apply.

    Checks:
        That an activity's period lies inside that of its action plan, or of the operational plan where the action plan
        has none of its own.

    Why:
        An activity that goes on after the plan belongs to the next plan as well.

    Example:
        >>> award = Activity("pris", "An award", ActivityKind.AWARD, period=Period.year(2017))
        >>> part = ActionPlan("hp", "miljo", activities=(award,))
        >>> plan = OperationalPlan("vp", "Plan 2016", Period.year(2016), action_plans=(part,))
        >>> coop = Cooperation("par", "A pair", goal_areas=(GoalArea("miljo", "Environment"),), plans=(plan,))
        >>> print(check(coop).findings[0].message)
        Activity 'pris' has the period 2017-01-01 – 2017-12-31, which is not inside that of operational plan 'vp':
        2016-01-01 – 2016-12-31.

    Remedy:
        >>> award = Activity("pris", "An award", ActivityKind.AWARD, period=Period.year(2016))
        >>> part = ActionPlan("hp", "miljo", activities=(award,))
        >>> plan = OperationalPlan("vp", "Plan 2016", Period.year(2016), action_plans=(part,))
        >>> coop = Cooperation("par", "A pair", goal_areas=(GoalArea("miljo", "Environment"),), plans=(plan,))
        >>> len(check(coop))
        0

    References:
        `Activity.period` and `ActionPlan.period`.
    """
    yield from _outside(activity_outside_plan, coop, Kind.ACTIVITY)


@rule("FAM204", "round-outside-programme", Severity.ERROR, message=_OUTSIDE, hint=_HINT, since="2026.11.0")
def round_outside_program(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A round is held when its programme does not exist.

    Checks:
        That a round's period lies inside that of its programme.

    Why:
        Participants of a round outside the programme's time are counted for no year of it.

    Example:
        >>> rounds = (Round("1", period=Period.year(2015)),)
        >>> chiefs = Program("chefer", "Framtidens chefer", period=Period(dt.date(2016, 1, 1)), rounds=rounds)
        >>> coop = Cooperation("par", "A pair", programs=(chiefs,))
        >>> print(check(coop).findings[0].message)
        Round '1' has the period 2015-01-01 – 2015-12-31, which is not inside that of programme 'chefer': from
        2016-01-01.

    Remedy:
        >>> chiefs = Program("chefer", "Framtidens chefer", period=Period(dt.date(2015, 1, 1)), rounds=rounds)
        >>> coop = Cooperation("par", "A pair", programs=(chiefs,))
        >>> len(check(coop))
        0

    References:
        `Round.period` and `Program.period`.
    """
    yield from _outside(round_outside_program, coop, Kind.ROUND)


def _outside(rule_: Rule, coop: Cooperation, kind: Kind) -> Iterator[Finding]:
    for entry in index_of(coop).entries:
        if entry.kind is not kind:
            continue
        whole = entry.container
        if whole is not None and not fits(entry.period, whole.period):
            path = f"{entry.path}.period"
            yield rule_.found(path, noun=entry, period=entry.period, whole=whole, limits=whole.period)


@rule(
    "FAM209",
    "outside-cooperation",
    Severity.WARNING,
    message="{noun} has the period {period}, which is not inside the cooperation's own: {limits}.",
    hint="Correct the period, or the cooperation's; what went before it belongs to an earlier cooperation.",
    since="2026.11.0",
)
def outside_cooperation(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """The cooperation does something when it does not exist.

    Checks:
        That operational plans, networks, programmes, events, and activities outside the plans lie inside the
        cooperation's period. Agreements and services may be older, or outlive it.

    Why:
        Mostly it is a slip in a year. Work that was taken over from before is worth a word, hence a warning only.

    Example:
        >>> walk = Event("eurorando", "Eurorando", period=Period.year(2006))
        >>> coop = Cooperation("par", "A pair", period=Period(dt.date(2016, 1, 1)), events=(walk,))
        >>> print(check(coop).findings[0].message)
        Event 'eurorando' has the period 2006-01-01 – 2006-12-31, which is not inside the cooperation's own: from
        2016-01-01.

    Remedy:
        >>> walk = Event("eurorando", "Eurorando", period=Period.year(2016))
        >>> coop = Cooperation("par", "A pair", period=Period(dt.date(2016, 1, 1)), events=(walk,))
        >>> len(check(coop))
        0

    References:
        `Cooperation.period`.
    """
    if coop.period is None:
        return
    for entry in index_of(coop).entries:
        if entry.kind not in _OF_THE_COOPERATION or entry.within is not None or fits(entry.period, coop.period):
            continue
        path = f"{entry.path}.period"
        yield outside_cooperation.found(path, noun=entry, period=entry.period, limits=coop.period)


@rule(
    "FAM210",
    "decision-outside-plan",
    Severity.ERROR,
    message="{noun} was decided for the year {year}, which is not in its period: {limits}.",
    hint="Correct the decision's year, or the plan's period.",
    since="2026.11.0",
)
def decision_outside_plan(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A plan was decided for a year in which it does not apply.

    Checks:
        That the year of each decision on an operational plan has a day in the plan's period.

    Why:
        A decision for another year belongs to another plan; the year that it was meant for then looks undecided.

    Example:
        >>> decisions = (Decision("board", year=2020),)
        >>> plan = OperationalPlan("vp", "Plan 2016", Period.year(2016), decisions=decisions)
        >>> coop = Cooperation("par", "A pair", plans=(plan,))
        >>> print(check(coop).findings[0].message)
        Operational plan 'vp' was decided for the year 2020, which is not in its period: 2016-01-01 – 2016-12-31.

    Remedy:
        >>> decisions = (Decision("board", year=2016),)
        >>> plan = OperationalPlan("vp", "Plan 2016", Period.year(2016), decisions=decisions)
        >>> coop = Cooperation("par", "A pair", plans=(plan,))
        >>> len(check(coop))
        0

    References:
        `Decision.year` and `OperationalPlan.period`.
    """
    index = index_of(coop)
    for i, plan in enumerate(coop.plans):
        for j, decision in enumerate(plan.decisions):
            if decision.year is not None and not touches_year(plan.period, decision.year):
                yield decision_outside_plan.found(
                    f"$.plans[{i}].decisions[{j}].year",
                    noun=index.entry_at[f"$.plans[{i}]"],
                    year=decision.year,
                    limits=plan.period,
                )
