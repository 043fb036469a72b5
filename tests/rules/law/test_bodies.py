"""Federations and joint committees: broken in one way each, they are found to be broken in that way."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.drawn import CODES, clean, coop_of, found, lawful

from familjen import model
from familjen.dates import Notice, Period, ReferenceDate
from familjen.model import AssemblyKind, LegalForm, Matter, Representation
from familjen.rules import check, requirements

FEDERATION, COMMITTEE = LegalForm.FEDERATION, LegalForm.JOINT_COMMITTEE
NOW = Period.year(2026)
MODEST = settings(max_examples=15, deadline=None)


def added(coop: model.Cooperation, form: LegalForm, **fields: Any) -> tuple[model.Cooperation, str]:
    """Add a lawful agreement of the form with these fields, and give its path too."""
    agreement = lawful("nytt", form, **{"period": NOW, **fields})
    return attrs.evolve(coop, agreements=(*coop.agreements, agreement)), f"$.agreements[{len(coop.agreements)}]"


def body(*seats: tuple[str, int, int | None], **fields: Any) -> model.Assembly:
    """Make a directorate with these parties, members and substitutes."""
    held = tuple(Representation(party, members=members, substitutes=others) for party, members, others in seats)
    return model.Assembly(AssemblyKind.DIRECTORATE, representation=held, **fields)


def decided(*by: str, matter: Matter = Matter.APPROVAL) -> tuple[model.Decision, ...]:
    """Make decisions of these parties in a matter."""
    return tuple(model.Decision(party, matter=matter) for party in by)


@given(clean(), st.sampled_from((FEDERATION, COMMITTEE)))
@MODEST
def test_lawful_agreements_are_clean(coop: model.Cooperation, form: LegalForm) -> None:
    """An agreement with all that the law asks for, added to a clean cooperation, leaves it clean."""
    assert found(added(coop, form)[0]) == []


@given(clean(), st.sampled_from(requirements(FEDERATION)))
@MODEST
def test_charter_point_missing(coop: model.Cooperation, point: Any) -> None:
    """Whichever of the eighteen points is missing, it is found, with its number in the section."""
    points = tuple(model.Provision(each.point) for each in requirements(FEDERATION) if each is not point)
    broken, path = added(coop, FEDERATION, provisions=points)
    assert found(broken) == [("FAM301", f"{path}.provisions")]
    assert f"section 6, point {point.number}" in str(check(broken).findings[0])


def test_council_appoints_no_auditors_otherwise() -> None:
    """A federation with a council needs no point on how auditors are appointed."""
    points = tuple(model.Provision(each.point) for each in requirements(FEDERATION, assembly=AssemblyKind.COUNCIL))
    council = attrs.evolve(body((CODES[0], 1, 1), (CODES[1], 1, 1)), kind=AssemblyKind.COUNCIL)
    assert found(added(coop_of(), FEDERATION, provisions=points, assembly=council)[0]) == []
    assert len(found(added(coop_of(), FEDERATION, provisions=points)[0])) == 1


BROKEN: list[tuple[str, LegalForm, dict[str, Any], str]] = [
    ("FAM302", FEDERATION, {"decisions": decided(CODES[0])}, ".decisions"),
    ("FAM303", FEDERATION, {"assembly": body((CODES[0], 1, 1))}, ".assembly.representation"),
    ("FAM303", FEDERATION, {"assembly": body((CODES[0], 1, 1), (CODES[1], 0, 0))}, ".assembly.representation"),
    ("FAM304", FEDERATION, {"assembly": body(term_years=5)}, ".assembly.term_years"),
    (
        "FAM305",
        FEDERATION,
        {"assembly": body((CODES[0], 1, 2), (CODES[1], 1, 1))},
        ".assembly.representation[0].substitutes",
    ),
    ("FAM306", FEDERATION, {"notice": Notice(years=3, months=1), "period": Period(dt.date(2026, 1, 1))}, ".notice"),
    (
        "FAM306",
        FEDERATION,
        {"notice": Notice(by=ReferenceDate(12, 1, years_before=4)), "period": Period(dt.date(2026, 1, 1))},
        ".notice",
    ),
    (
        "FAM307",
        FEDERATION,
        {"budgets": (model.Budget(2026, announced=dt.date(2025, 9, 2), adopted=dt.date(2025, 9, 8)),)},
        ".budgets[0].announced",
    ),
    ("FAM308", FEDERATION, {"budgets": (model.Budget(2026, public=False),)}, ".budgets[0].public"),
    (
        "FAM309",
        FEDERATION,
        {"codes": CODES[:1], "budgets": (), "decisions": decided(CODES[0])},
        ".parties",
    ),
    (
        "FAM310",
        FEDERATION,
        {"assembly": body(*((code, 1, 1) for code in CODES[:3]))},
        ".assembly.representation[2].party",
    ),
    ("FAM311", COMMITTEE, {"host": None}, ""),
    ("FAM312", COMMITTEE, {"tasks": (), "provisions": (model.Provision("host"),)}, ".provisions"),
    ("FAM313", COMMITTEE, {"assembly": body((CODES[0], 1, 1))}, ".assembly.representation"),
    (
        "FAM314",
        COMMITTEE,
        {"assembly": body((CODES[0], 1, 1), (CODES[1], 2, 1))},
        ".assembly.representation[1].substitutes",
    ),
    ("FAM315", COMMITTEE, {"budgets": (model.Budget(2026, prepared_by=CODES[1]),)}, ".budgets[0].prepared_by"),
    ("FAM316", COMMITTEE, {"budgets": (model.Budget(2026, consulted=()),)}, ".budgets[0].consulted"),
    ("FAM317", COMMITTEE, {"decisions": decided(CODES[1], matter=Matter.COMMITTEE_RULES)}, ".decisions"),
    ("FAM318", COMMITTEE, {"decisions": decided(CODES[1])}, ".decisions"),
    ("FAM319", COMMITTEE, {"codes": CODES[:1], "decisions": (), "budgets": ()}, ".parties"),
]


@pytest.mark.parametrize(("code", "form", "fields", "place"), BROKEN, ids=range(len(BROKEN)))
@given(coop=clean())
@settings(max_examples=6, deadline=None)
def test_broken(coop: model.Cooperation, code: str, form: LegalForm, fields: dict[str, Any], place: str) -> None:
    """A clean cooperation with an agreement that breaks the law in one way has that one finding, there."""
    broken, path = added(coop, form, **fields)
    assert found(broken) == [(code, f"{path}{place}")]


@pytest.mark.parametrize(("code", "form", "fields", "place"), BROKEN, ids=range(len(BROKEN)))
def test_older_law_is_not_judged(code: str, form: LegalForm, fields: dict[str, Any], place: str) -> None:
    """By the law of a day whose wording is not known, nothing is found, and the rule says that it does not judge."""
    then = Period(dt.date(2012, 1, 1), dt.date(2017, 12, 31))
    broken, path = added(coop_of(), form, **{**fields, "period": then})
    report = check(broken)
    assert not report, place
    assert (code, path) in {(each.code, each.path) for each in report.not_judged}


@pytest.mark.parametrize("months", [35, 36])
def test_three_years_are_allowed(months: int) -> None:
    """A notice of three years or less is within the law."""
    coop, _ = added(coop_of(), FEDERATION, notice=Notice(months=months), period=Period(dt.date(2026, 1, 1)))
    assert found(coop) == []


def test_a_member_that_has_left_needs_no_seat() -> None:
    """A party that has left by the day of the check is asked for neither a seat nor a decision of today."""
    left = model.Participation(CODES[1], period=Period(dt.date(2020, 1, 1), dt.date(2025, 12, 31)))
    held = tuple(model.Participation(code) for code in (CODES[0], CODES[2]))
    agreement = lawful(
        "raddning",
        FEDERATION,
        parties=(*held, left),
        period=Period(dt.date(2020, 1, 1)),
        assembly=body((CODES[0], 1, 1), (CODES[2], 1, 1)),
        decisions=(),
    )
    coop = coop_of(agreements=(agreement,))
    assert found(coop)[0] == ("FAM303", "$.agreements[0].assembly.representation")
    assert not check(coop, on=dt.date(2026, 3, 1))


IN_OCTOBER = dt.date(2025, 10, 1)


@pytest.mark.parametrize(
    ("code", "form", "budget"),
    [
        ("FAM307", FEDERATION, {"announced": dt.date(2017, 12, 30), "adopted": dt.date(2017, 12, 31)}),
        ("FAM308", FEDERATION, {"public": False, "adopted": dt.date(2017, 12, 31)}),
        ("FAM315", COMMITTEE, {"prepared_by": CODES[1], "adopted": dt.date(2025, 8, 31)}),
        ("FAM316", COMMITTEE, {"consulted": (), "adopted": dt.date(2025, 8, 31)}),
    ],
)
def test_budgets_before_the_law_is_known(code: str, form: LegalForm, budget: dict[str, Any]) -> None:
    """A budget from before the known wording is not judged, though the agreement goes on; from the day after, it is."""
    days = {"period": Period(dt.date(2010, 1, 1))}
    early, path = added(coop_of(), form, budgets=(model.Budget(2026, **budget),), **days)
    assert (code, f"{path}.budgets[0]") in {(each.code, each.path) for each in check(early).not_judged}
    assert not found(early)
    next_day = {**budget, "adopted": budget["adopted"] + dt.timedelta(days=1)}
    known, path = added(coop_of(), form, budgets=(model.Budget(2026, **next_day),), **days)
    assert [each for each, _ in found(known)] == [code]


@given(clean(), st.dates(dt.date(2025, 9, 1), dt.date(2026, 12, 31)), st.sampled_from((IN_OCTOBER, None)))
@MODEST
def test_consulted_are_those_bound_then(coop: model.Cooperation, joined: dt.date, adopted: dt.date | None) -> None:
    """A party is to be consulted on the budgets that were adopted, or whose year began, when it was bound."""
    parties = (*model.participations(CODES[:2]), model.Participation(CODES[2], period=Period(joined)))
    budget = model.Budget(2026, prepared_by=CODES[0], consulted=(CODES[1],), adopted=adopted)
    agreement = lawful(
        "nytt",
        COMMITTEE,
        parties=parties,
        period=Period(dt.date(2010, 1, 1)),
        budgets=(budget,),
        assembly=None,
        decisions=(),
    )
    broken = attrs.evolve(coop, agreements=(*coop.agreements, agreement))
    asked = joined <= (adopted or dt.date(2026, 1, 1))
    expected = [("FAM316", f"$.agreements[{len(coop.agreements)}].budgets[0].consulted")] if asked else []
    assert found(broken) == expected
