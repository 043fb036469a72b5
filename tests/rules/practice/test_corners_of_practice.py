"""Corners of good practice: who has left or come late, what is settled otherwise, and what another rule finds."""

import datetime as dt
from typing import Any

import pytest
from tests.rules.drawn import PARTIES, coop_of, found

from familjen import model
from familjen.dates import Notice, Period
from familjen.model import LegalForm, participations
from familjen.rules import check

FROM_2016 = Period(dt.date(2016, 1, 1))
HELSINGBORG, BJUV = PARTIES[:2]
ONE, OTHER = (model.Claim(value, model.Source("Report")) for value in ("2016", "2017"))


def left(**fields: Any) -> model.Cooperation:
    """Make a cooperation of Helsingborg, and of Bjuv until 2010."""
    members = (model.Member(HELSINGBORG), model.Member(BJUV, period=Period.year(2010)))
    return model.Cooperation("par", "A pair", members=members, **fields)


@pytest.mark.parametrize(("on", "codes"), [(None, []), (dt.date(2010, 6, 1), ["FAM510"]), (dt.date(2016, 1, 1), [])])
def test_member_that_left(on: dt.date | None, codes: list[str]) -> None:
    """A member that has left takes part in nothing, which is right."""
    networks = tuple(model.Network(name, name, members=participations(["1283"])) for name in "abc")
    assert [finding.code for finding in check(left(networks=networks), on=on)] == codes


@pytest.mark.parametrize(("period", "codes"), [(None, []), (FROM_2016, []), (Period.year(2010), ["FAM501"])])
def test_invited_members(period: Period | None, codes: list[str]) -> None:
    """A member that has left need not have been invited to a network that began later, or nobody knows when."""
    network = model.Network("n", "N", period=period, invited=("1283",))
    coop = left(network_rules=model.NetworkRules(invite_all=True), networks=(network,))
    assert [code for code, _ in found(coop)] == codes


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({}, ["FAM513"]),
        ({"provisions": (model.Provision("withdrawal"),)}, []),
        ({"provisions": (model.Provision("disputes"),)}, ["FAM513"]),
        ({"form": LegalForm.COMPANY}, []),
        ({"form": LegalForm.FOUNDATION}, []),
        ({"period": Period.year(2016)}, []),
        ({"id": "old"}, []),
    ],
    ids=str,
)
def test_ways_out(fields: dict[str, Any], codes: list[str]) -> None:
    """An agreement may be left by what it settles on withdrawal; one that is replaced, or a company, is not left."""
    new = model.Agreement("new", "New", LegalForm.CIVIL_LAW, notice=Notice(years=1), supersedes="old")
    other = model.Agreement(**{"id": "x", "name": "X", "form": LegalForm.CIVIL_LAW, "period": FROM_2016, **fields})
    report = check(coop_of(agreements=(new, other)))
    assert [finding.code for finding in report if finding.code == "FAM513"] == codes


@pytest.mark.parametrize(
    ("joined", "number"),
    [(None, 3), (Period(dt.date(2015, 1, 1)), 2), (Period(dt.date(2016, 1, 1)), None), (Period.year(2018), None)],
    ids=str,
)
def test_late_joiner(joined: Period | None, number: int | None) -> None:
    """A member of a programme is missed in the rounds of its own time only, two at least."""
    rounds = tuple(
        model.Round(str(year), period=Period.year(year), seats=(model.Seats("1283", 1),)) for year in (2014, 2015, 2016)
    )
    members = (model.Participation("1283"), model.Participation("1260", period=joined))
    report = check(coop_of(programs=(model.Program("p", "P", members=members, rounds=rounds),)))
    assert [finding.message for finding in report] == (
        [f"Bjuv (1260) has had no seat in the {number} rounds of programme 'p'."] if number else []
    )


@pytest.mark.parametrize(
    ("claims", "fields", "codes"),
    [
        ((ONE, OTHER), {}, ["FAM511"]),
        ((ONE, OTHER), {"adopted": "2016"}, ["FAM511"]),
        ((ONE, OTHER), {"adopted": "2016", "reason": "older"}, []),
        ((ONE, OTHER), {"reason": "both may be right"}, []),
        ((ONE, OTHER), {"adopted": "2018"}, ["FAM118"]),
        ((ONE,), {}, ["FAM516"]),
        ((ONE, ONE), {"adopted": "2016"}, ["FAM516"]),
        ((), {}, ["FAM516"]),
    ],
    ids=str,
)
def test_disputes(claims: tuple[model.Claim, ...], fields: dict[str, Any], codes: list[str]) -> None:
    """Each thing that is wrong with a disagreement is found once."""
    dispute = model.Disagreement("par", "period", claims, **fields)
    assert [code for code, _ in found(coop_of(disagreements=(dispute,)))] == codes


def test_goal_areas_of_a_plan() -> None:
    """A goal area without an action plan is found once; an unknown one by another rule."""
    goals = (model.GoalArea("g", "G"), model.GoalArea("h", "H"))
    plan = model.OperationalPlan(
        "vp",
        "VP",
        Period.year(2016),
        goal_areas=("g", "unknown", "g"),
        action_plans=(model.ActionPlan("hp", "h"),),
    )
    assert found(coop_of(goal_areas=goals, plans=(plan,))) == [
        ("FAM505", "$.plans[0].goal_areas[0]"),
        ("FAM105", "$.plans[0].goal_areas[1]"),
        ("FAM113", "$.plans[0].goal_areas[2]"),
    ]
