"""Days outside what contains them are found: plans, programmes and the cooperation."""

import datetime as dt

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.drawn import GOALS, PARTIES, clean, coop_of, look, messy, periods
from tests.rules.drawn import basic as check
from tests.rules.drawn import basics as found

from familjen import model
from familjen.dates import Period
from familjen.findings import Severity

IN_2016, IN_2017 = Period.year(2016), Period.year(2017)
FROM_2016 = Period(dt.date(2016, 1, 1))
AWARD = model.ActivityKind.AWARD
LEAP_DAY = Period(dt.date(2016, 2, 29), dt.date(2016, 2, 29))


def planned(
    plan: Period, part: Period | None = None, activity: Period | None = None, years: tuple[int, ...] = ()
) -> model.Cooperation:
    """Make a cooperation with a plan, an action plan and an activity that have these periods."""
    activities = (model.Activity("a", "A", AWARD, period=activity),)
    parts = (model.ActionPlan("hp", "miljo", period=part, activities=activities),)
    decisions = tuple(model.Decision("board", year=year) for year in years)
    whole = model.OperationalPlan("vp", "VP", plan, action_plans=parts, decisions=decisions)
    return coop_of(goal_areas=GOALS, plans=(whole,))


def programmed(program: Period | None, held: Period | None) -> model.Cooperation:
    """Make a cooperation with a programme and a round that have these periods."""
    return coop_of(programs=(model.Program("p", "P", period=program, rounds=(model.Round("1", period=held),)),))


@pytest.mark.parametrize(
    ("whole", "membership", "codes"),
    [
        (IN_2016, IN_2016, []),
        (IN_2016, LEAP_DAY, []),
        (FROM_2016, IN_2017, []),
        (IN_2016, FROM_2016, []),
        (IN_2016, None, []),
        (None, IN_2016, []),
        (IN_2016, IN_2017, ["FAM201"]),
        (IN_2017, FROM_2016, ["FAM201"]),
        (FROM_2016, Period(dt.date(2015, 12, 31)), ["FAM201"]),
        (IN_2016, Period(dt.date(2016, 1, 1), dt.date(2017, 1, 1)), ["FAM201"]),
    ],
    ids=str,
)
def test_membership(whole: Period | None, membership: Period | None, codes: list[str]) -> None:
    """A membership lies inside the cooperation's time; one until further notice ends with the cooperation."""
    member = model.Member(PARTIES[0], period=membership)
    assert [code for code, _ in found(model.Cooperation("par", "A pair", period=whole, members=(member,)))] == codes


def test_membership_path() -> None:
    """A membership outside the cooperation's time is found at its period, with both periods in the sentence."""
    members = tuple(model.Member(party, period=IN_2016) for party in PARTIES)
    report = check(model.Cooperation("par", "A pair", period=IN_2017, members=members))
    assert [finding.path for finding in report] == [f"$.members[{i}].period" for i in range(4)]
    assert report.findings[1].message == (
        f"Bjuv (1260) is a member {IN_2016}, which is not inside the cooperation's own period: {IN_2017}."
    )


@pytest.mark.parametrize(
    ("coop", "expected"),
    [
        (planned(IN_2016), []),
        (planned(IN_2016, IN_2016, IN_2016), []),
        (planned(IN_2016, None, FROM_2016), []),
        (planned(FROM_2016, IN_2017, LEAP_DAY), [("FAM203", "$.plans[0].action_plans[0].activities[0].period")]),
        (planned(IN_2016, IN_2017), [("FAM202", "$.plans[0].action_plans[0].period")]),
        (planned(IN_2016, IN_2017, IN_2017), [("FAM202", "$.plans[0].action_plans[0].period")]),
        (planned(IN_2016, None, IN_2017), [("FAM203", "$.plans[0].action_plans[0].activities[0].period")]),
        (
            planned(IN_2016, IN_2017, IN_2016),
            [
                ("FAM202", "$.plans[0].action_plans[0].period"),
                ("FAM203", "$.plans[0].action_plans[0].activities[0].period"),
            ],
        ),
    ],
)
def test_plans(coop: model.Cooperation, expected: list[tuple[str, str]]) -> None:
    """An action plan is judged by its plan, an activity by the nearest plan that says when it applies."""
    assert found(coop) == expected


@pytest.mark.parametrize(
    ("program", "held", "expected"),
    [
        (IN_2016, IN_2016, []),
        (None, IN_2016, []),
        (IN_2016, None, []),
        (IN_2016, IN_2017, [("FAM204", "$.programs[0].rounds[0].period")]),
        (IN_2017, LEAP_DAY, [("FAM204", "$.programs[0].rounds[0].period")]),
    ],
    ids=str,
)
def test_rounds(program: Period | None, held: Period | None, expected: list[tuple[str, str]]) -> None:
    """A round lies inside its programme's time."""
    assert found(programmed(program, held)) == expected


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"plans": (model.OperationalPlan("x", "X", IN_2016),)}, "$.plans[0].period"),
        ({"activities": (model.Activity("x", "X", AWARD, period=IN_2016),)}, "$.activities[0].period"),
        ({"networks": (model.Network("x", "X", period=IN_2016),)}, "$.networks[0].period"),
        ({"programs": (model.Program("x", "X", period=IN_2016),)}, "$.programs[0].period"),
        ({"events": (model.Event("x", "X", period=IN_2016),)}, "$.events[0].period"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_outside_cooperation(fields: dict[str, tuple[object, ...]], path: str) -> None:
    """What the cooperation does before it exists is warned about, and not if its period is not known."""
    (finding,) = check(coop_of(period=IN_2017, **fields))
    assert (finding.code, finding.path, finding.severity) == ("FAM209", path, Severity.WARNING)
    assert found(coop_of(period=FROM_2016, **fields)) == []
    assert found(coop_of(**fields)) == []


def test_agreements_may_be_older() -> None:
    """Agreements and services may be older than the cooperation."""
    agreement = model.Agreement("x", "X", model.LegalForm.CONTRACT, period=IN_2016)
    service = model.SharedService("x", "X", "1283", period=IN_2016)
    assert found(coop_of(period=IN_2017, agreements=(agreement,), shared_services=(service,))) == []


def test_parts_are_judged_by_their_whole() -> None:
    """What stands inside a plan is judged by the plan, which alone is warned about."""
    coop = attrs.evolve(planned(IN_2016, IN_2016, IN_2016), period=IN_2017)
    assert found(coop) == [("FAM209", "$.plans[0].period")]


@pytest.mark.parametrize(
    ("period", "years", "wrong"),
    [
        (IN_2016, (2016,), []),
        (Period(dt.date(2016, 12, 31), dt.date(2018, 1, 1)), (2015, 2016, 2017, 2018, 2019), [0, 4]),
        (FROM_2016, (2015, 2016, 2100), [0]),
        (IN_2016, (), []),
    ],
    ids=str,
)
def test_decisions(period: Period, years: tuple[int, ...], wrong: list[int]) -> None:
    """A plan is decided for years in which it has a day."""
    expected = [("FAM210", f"$.plans[0].decisions[{index}].year") for index in wrong]
    assert found(planned(period, years=years)) == expected


def test_decision_without_year() -> None:
    """A decision that names no year is not judged."""
    plan = model.OperationalPlan("vp", "VP", IN_2016, decisions=(model.Decision("board", day=dt.date(2014, 1, 1)),))
    assert found(coop_of(plans=(plan,))) == []


@given(periods(), st.one_of(st.none(), periods()), st.one_of(st.none(), periods()))
@settings(max_examples=80)
def test_plans_by_days(plan: Period, part: Period | None, activity: Period | None) -> None:
    """Parts are found if and only if their first day, or their last if they have one, is outside the whole."""

    def outside(inner: Period | None, outer: Period) -> bool:
        return inner is not None and (
            inner.first_day not in outer or (inner.last_day is not None and inner not in outer)
        )

    codes = {code for code, _ in found(planned(plan, part, activity))}
    assert ("FAM202" in codes) is outside(part, plan)
    assert ("FAM203" in codes) is outside(activity, part or plan)


@given(clean(), st.integers(1, 9))
@settings(max_examples=30, deadline=None)
def test_late_start(coop: model.Cooperation, year: int) -> None:
    """When the cooperation is said to begin after all that it does, each part of that is warned about."""
    late = attrs.evolve(coop, period=Period(dt.date(2030 + year, 1, 1)), members=())
    paths = {path for code, path in found(late) if code == "FAM209"}
    assert {"$.plans[0].period", "$.events[0].period"} <= paths
    assert all(look(late, path).first_day.year < 2030 for path in paths)


@given(messy())
@settings(max_examples=40, deadline=None)
def test_without_periods(coop: model.Cooperation) -> None:
    """A cooperation whose own period is not known has nothing outside it."""
    timeless = attrs.evolve(coop, period=None)
    assert {"FAM201", "FAM209"}.isdisjoint(code for code, _ in found(timeless))
