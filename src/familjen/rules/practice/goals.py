"""Goals that nobody carries, and activities that nobody follows up (family 5xx)."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, Severity
from familjen.model import Activity, Cooperation
from familjen.rules.entries import Kind
from familjen.rules.index import index_of
from familjen.rules.mentions import activities
from familjen.rules.rule import rule

__all__ = [
    "activity_without_goal",
    "activity_without_indicator",
    "empty_action_plan",
    "goal_area_without_action_plan",
    "goal_area_without_responsible",
    "indicator_without_follow_up",
]


@rule(
    "FAM504",
    "goal-area-without-responsible",
    Severity.ADVICE,
    message="Nobody is responsible for {noun}.",
    hint="Name one or more members that carry the political responsibility for it.",
    reference="Familjen Helsingborg, Samarbeten (familjenhelsingborg.se/sv/Familjen/Samarbeten/)",
    since="2026.11.0",
)
def goal_area_without_responsible(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """Nobody carries the responsibility for a goal area.

    Checks:
        That each goal area has a responsible party, of its own or in an action plan for it, where another goal area of
        the document has one.

    Why:
        For each goal area one or more municipalities carry the political responsibility for the action plan. What is
        everybody's is nobody's.

    Example:
        >>> parties = (Member(Municipality("1283", "Helsingborg", "12")),)
        >>> goals = (GoalArea("miljo", "Environment", responsible=("1283",)), GoalArea("larande", "Learning"))
        >>> coop = Cooperation("par", "A pair", members=parties, goal_areas=goals)
        >>> print(check(coop).findings[0].message)
        Nobody is responsible for goal area 'larande'.

    Remedy:
        >>> goals = (goals[0], GoalArea("larande", "Learning", responsible=("1283",)))
        >>> coop = Cooperation("par", "A pair", members=parties, goal_areas=goals)
        >>> len(check(coop))
        0

    References:
        `GoalArea.responsible` and `ActionPlan.responsible`.
    """
    carried = {area.id for area in coop.goal_areas if area.responsible}
    carried |= {part.goal_area for plan in coop.plans for part in plan.action_plans if part.responsible}
    if not carried:
        return
    index = index_of(coop)
    for i, area in enumerate(coop.goal_areas):
        if area.id not in carried:
            path = f"$.goal_areas[{i}]"
            yield goal_area_without_responsible.found(path, noun=index.entry_at[path])


@rule(
    "FAM505",
    "goal-area-without-action-plan",
    Severity.WARNING,
    message="{plan} has no action plan for the goal area '{id}'.",
    hint="Add the action plan, or take the goal area away from the plan.",
    reference="Familjen Helsingborg, Samarbeten (familjenhelsingborg.se/sv/Familjen/Samarbeten/)",
    since="2026.11.0",
)
def goal_area_without_action_plan(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A plan sets a goal and says not what is to be done for it.

    Checks:
        That an operational plan which has action plans has one for each of its goal areas. One that is not known is for
        FAM105, one that stands twice for FAM113.

    Why:
        Each goal area has its own action plan. A goal without one is a wish.

    Example:
        >>> goals = (GoalArea("miljo", "Environment"), GoalArea("larande", "Learning"))
        >>> areas, done = ("miljo", "larande"), (ActionPlan("hp", "miljo"),)
        >>> plan = OperationalPlan("vp", "Plan", Period.year(2016), goal_areas=areas, action_plans=done)
        >>> coop = Cooperation("par", "A pair", goal_areas=goals, plans=(plan,))
        >>> print(check(coop).findings[0].message)
        Operational plan 'vp' has no action plan for the goal area 'larande'.

    Remedy:
        >>> plan = attrs.evolve(plan, action_plans=(*done, ActionPlan("hp2", "larande")))
        >>> coop = Cooperation("par", "A pair", goal_areas=goals, plans=(plan,))
        >>> len(check(coop))
        0

    References:
        `OperationalPlan.action_plans`.
    """
    index = index_of(coop)
    for i, plan in enumerate(coop.plans):
        planned = {part.goal_area for part in plan.action_plans}
        for area, j in {area: j for j, area in reversed(list(enumerate(plan.goal_areas)))}.items():
            if planned and area not in planned and area in index.ids[Kind.GOAL_AREA]:
                path = f"$.plans[{i}].goal_areas[{j}]"
                yield goal_area_without_action_plan.found(path, plan=index.entry_at[f"$.plans[{i}]"], id=area)


@rule(
    "FAM506",
    "activity-without-goal",
    Severity.ADVICE,
    message="{noun} serves no goal area.",
    hint="Name the goal area that it serves.",
    since="2026.11.0",
)
def activity_without_goal(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An activity serves no goal.

    Checks:
        That an activity outside the plans names a goal area, where another of them does.

    Why:
        What serves no goal is not followed up with the goals, and stays because it has always been done.

    Example:
        >>> goal = (GoalArea("miljo", "Environment"),)
        >>> course = Activity("kurs", "A course", ActivityKind.TRAINING, goal_area="miljo")
        >>> prize = Activity("pris", "A prize", ActivityKind.AWARD)
        >>> coop = Cooperation("par", "A pair", goal_areas=goal, activities=(course, prize))
        >>> print(check(coop).findings[0].message)
        Activity 'pris' serves no goal area.

    Remedy:
        >>> prize = Activity("pris", "A prize", ActivityKind.AWARD, goal_area="miljo")
        >>> coop = Cooperation("par", "A pair", goal_areas=goal, activities=(course, prize))
        >>> len(check(coop))
        0

    References:
        `Activity.goal_area`.
    """
    if all(activity.goal_area is None for activity in coop.activities):
        return
    index = index_of(coop)
    for i, activity in enumerate(coop.activities):
        if activity.goal_area is None:
            path = f"$.activities[{i}]"
            yield activity_without_goal.found(path, noun=index.entry_at[path])


@rule(
    "FAM507",
    "activity-without-indicator",
    Severity.ADVICE,
    message="{noun} has no indicator.",
    hint="Say by what it will be seen whether it reaches its goal.",
    since="2026.11.0",
)
def activity_without_indicator(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An activity cannot be followed up.

    Checks:
        That an activity has an indicator, where another activity of the same action plan, or another outside the plans,
        has one.

    Why:
        An activity without a measure is followed up by whether it took place.

    Example:
        >>> visits = Indicator("besok", "Visits", "visits")
        >>> course = Activity("kurs", "A course", ActivityKind.TRAINING, indicators=(visits,))
        >>> prize = Activity("pris", "A prize", ActivityKind.AWARD)
        >>> coop = Cooperation("par", "A pair", activities=(course, prize))
        >>> print(check(coop).findings[0].message)
        Activity 'pris' has no indicator.

    Remedy:
        >>> prize = attrs.evolve(prize, indicators=(Indicator("bidrag", "Entries", "entries"),))
        >>> coop = Cooperation("par", "A pair", activities=(course, prize))
        >>> len(check(coop))
        0

    References:
        `Activity.indicators`.
    """
    index = index_of(coop)
    for path, listed in _lists(coop):
        if any(activity.indicators for activity in listed):
            for j, activity in enumerate(listed):
                if not activity.indicators:
                    yield activity_without_indicator.found(f"{path}[{j}]", noun=index.entry_at[f"{path}[{j}]"])


@rule(
    "FAM508",
    "indicator-without-follow-up",
    Severity.ADVICE,
    message="{noun} has a target, {target} {unit}, and no value, though {activity} ended on {last}.",
    hint="Add what was measured.",
    since="2026.11.0",
)
def indicator_without_follow_up(coop: Cooperation, on: dt.date | None) -> Iterator[Finding]:
    """An activity has ended, and nobody has measured whether it reached its target.

    Checks:
        That an indicator with a target has a value when its activity has ended before the day of the check. It is not
        asked without a day.

    Why:
        A target that is never compared with what came of it teaches nothing.

    Example:
        >>> visits = Indicator("besok", "Visits", "visits", target=Decimal(100))
        >>> year = Period.year(2016)
        >>> course = Activity("kurs", "A course", ActivityKind.TRAINING, period=year, indicators=(visits,))
        >>> coop = Cooperation("par", "A pair", activities=(course,))
        >>> on = dt.date(2017, 6, 1)
        >>> print(check(coop, on=on).findings[0].message)
        Indicator 'besok' has a target, 100 visits, and no value, though activity 'kurs' ended on 2016-12-31.

    Remedy:
        >>> visits = attrs.evolve(visits, observations=(Observation(dt.date(2016, 12, 31), Decimal(90)),))
        >>> coop = Cooperation("par", "A pair", activities=(attrs.evolve(course, indicators=(visits,)),))
        >>> len(check(coop, on=on))
        0

    References:
        `Indicator.target` and `Indicator.observations`.
    """
    if on is None:
        return
    index = index_of(coop)
    for path, activity in activities(coop):
        last = activity.period.last_day if activity.period is not None else None
        if last is None or last >= on:
            continue
        for j, indicator in enumerate(activity.indicators):
            if indicator.target is not None and not indicator.observations:
                place = f"{path}.indicators[{j}]"
                yield indicator_without_follow_up.found(
                    place,
                    noun=index.entry_at[place],
                    target=indicator.target,
                    unit=indicator.unit,
                    activity=index.entry_at[path],
                    last=last,
                )


@rule(
    "FAM514",
    "empty-action-plan",
    Severity.ADVICE,
    message="{noun} has no activities.",
    hint="Say what is to be done, or wait with the action plan.",
    since="2026.11.0",
)
def empty_action_plan(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An action plan has nothing to do.

    Checks:
        That an action plan has activities, where another of the same operational plan has some.

    Why:
        It looks as if the goal were provided for.

    Example:
        >>> goals = (GoalArea("miljo", "Environment"), GoalArea("larande", "Learning"))
        >>> course = (Activity("kurs", "A course", ActivityKind.TRAINING),)
        >>> parts = (ActionPlan("hp1", "miljo", activities=course), ActionPlan("hp2", "larande"))
        >>> plan = OperationalPlan("vp", "Plan", Period.year(2016), action_plans=parts)
        >>> coop = Cooperation("par", "A pair", goal_areas=goals, plans=(plan,))
        >>> print(check(coop).findings[0].message)
        Action plan 'hp2' has no activities.

    Remedy:
        >>> prize = (Activity("pris", "A prize", ActivityKind.AWARD),)
        >>> plan = attrs.evolve(plan, action_plans=(parts[0], ActionPlan("hp2", "larande", activities=prize)))
        >>> coop = Cooperation("par", "A pair", goal_areas=goals, plans=(plan,))
        >>> len(check(coop))
        0

    References:
        `ActionPlan.activities`.
    """
    index = index_of(coop)
    for i, plan in enumerate(coop.plans):
        if any(part.activities for part in plan.action_plans):
            for j, part in enumerate(plan.action_plans):
                if not part.activities:
                    path = f"$.plans[{i}].action_plans[{j}]"
                    yield empty_action_plan.found(path, noun=index.entry_at[path])


def _lists(coop: Cooperation) -> Iterator[tuple[str, tuple[Activity, ...]]]:
    for i, plan in enumerate(coop.plans):
        for j, part in enumerate(plan.action_plans):
            yield f"$.plans[{i}].action_plans[{j}].activities", part.activities
    yield "$.activities", coop.activities
