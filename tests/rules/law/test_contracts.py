"""Contracts, companies, self-cost and procurement: broken in one way each, they are found to be broken in that way."""

import datetime as dt
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.drawn import CODES, clean, coop_of, found, lawful

from familjen import model
from familjen.dates import Period
from familjen.model import CommercialGround, LegalForm, Matter, Procurement, ProcurementGround, Turnover
from familjen.rules import check, requirements

CONTRACT, COMPANY, CIVIL = LegalForm.CONTRACT, LegalForm.COMPANY, LegalForm.CIVIL_LAW
FORMS = (CONTRACT, COMPANY, LegalForm.ASSOCIATION, LegalForm.FOUNDATION)
NOW = Period(dt.date(2026, 1, 1))
AWARD = dt.date(2026, 1, 1)
IN_HOUSE, JOINT, TOGETHER = ProcurementGround.IN_HOUSE, ProcurementGround.JOINT_IN_HOUSE, ProcurementGround.COOPERATION


def added(coop: model.Cooperation, form: LegalForm, **fields: Any) -> tuple[model.Cooperation, str]:
    """Add a lawful agreement of the form with these fields, and give its path too."""
    agreement = lawful("nytt", form, **{"period": NOW, **fields})
    return attrs.evolve(coop, agreements=(*coop.agreements, agreement)), f"$.agreements[{len(coop.agreements)}]"


def without(form: LegalForm, point: str) -> dict[str, Any]:
    """Give provisions on all that the law asks of the form but one point, and decisions on nothing."""
    points = tuple(model.Provision(each.point) for each in requirements(form) if each.point != point)
    return {"provisions": points, "decisions": (), "tasks": ()}


def decided(*made: tuple[str, int], matter: Matter) -> tuple[model.Decision, ...]:
    """Make yearly decisions in a matter."""
    return tuple(model.Decision(party, year=year, matter=matter) for party, year in made)


def figures(ground: ProcurementGround, *parts: int, first: int = 2023, **fields: Any) -> Procurement:
    """Make an exemption with a turnover of 100 each year, of which these parts are measured."""
    name = "on_market" if ground is TOGETHER else "for_owners"
    years = tuple(
        Turnover(first + n, total=Decimal(100), **{name: Decimal(part)})  # type: ignore[arg-type, unused-ignore]
        for n, part in enumerate(parts)
    )
    return Procurement(ground, **{"awarded": AWARD, "turnovers": years, **fields})


def accounts(*charged: int) -> tuple[model.Account, ...]:
    """Make accounts of successive years with a cost of 100 and these charges."""
    return tuple(
        model.Account(2023 + n, cost=Decimal(100), charged=Decimal(amount)) for n, amount in enumerate(charged)
    )


BUS = CommercialGround.PUBLIC_TRANSPORT
AGENCY_OWNS = (model.Holding("trafikverket", Fraction(1)),)
ONE_OWNS = (model.Holding(CODES[0], Fraction(1)),)
BOTH_OWN = tuple(model.Holding(code, Fraction(1, 2)) for code in CODES[:2])
BROKEN: list[tuple[str, LegalForm, dict[str, Any], str]] = [
    ("FAM320", CONTRACT, {"legal_basis": (), "period": Period(dt.date(2018, 6, 30)), "decisions": ()}, ""),
    ("FAM321", CONTRACT, {"legal_basis": (), "codes": CODES[:1], "decisions": ()}, ".parties"),
    ("FAM322", CONTRACT, {"decisions": decided((CODES[0], 2026), matter=Matter.REPORT)}, ".decisions"),
    ("FAM323", CONTRACT, without(CONTRACT, "tasks"), ".provisions"),
    ("FAM324", COMPANY, {**without(COMPANY, "purpose"), "owners": ONE_OWNS}, ".provisions"),
    ("FAM325", COMPANY, {**without(COMPANY, "purpose"), "owners": BOTH_OWN}, ".provisions"),
    ("FAM325", COMPANY, {**without(COMPANY, "lay-auditor"), "owners": AGENCY_OWNS}, ".provisions"),
    ("FAM326", LegalForm.FOUNDATION, without(LegalForm.FOUNDATION, "auditor"), ".provisions"),
    ("FAM326", LegalForm.ASSOCIATION, without(LegalForm.ASSOCIATION, "purpose"), ".provisions"),
    ("FAM327", COMPANY, {"decisions": (model.Decision(CODES[0], matter=Matter.HANDOVER),)}, ".decisions"),
    ("FAM328", COMPANY, {"exercises_authority": True}, ".exercises_authority"),
    ("FAM330", COMPANY, {"decisions": decided((CODES[1], 2026), matter=Matter.COMPANY_REVIEW)}, ".decisions"),
    ("FAM331", CIVIL, {"accounts": accounts(100, 100, 101)}, ".accounts"),
    ("FAM332", CIVIL, {"commercial_ground": BUS}, ".commercial_ground"),
    ("FAM333", COMPANY, {"commercial_ground": BUS}, ".provisions"),
    ("FAM334", COMPANY, {"procurement": figures(IN_HOUSE, 80, 80, 80)}, ".procurement.turnovers"),
    ("FAM335", COMPANY, {"procurement": figures(JOINT, 100, 80, 59)}, ".procurement.turnovers"),
    ("FAM336", COMPANY, {"procurement": figures(JOINT, private_owner=True)}, ".procurement"),
    ("FAM337", CONTRACT, {"procurement": figures(IN_HOUSE)}, ".procurement.ground"),
    (
        "FAM338",
        COMPANY,
        {
            "procurement": figures(JOINT),
            "assembly": model.Assembly(
                model.AssemblyKind.BOARD, representation=(model.Representation(CODES[0], members=1),)
            ),
        },
        ".assembly.representation",
    ),
    ("FAM339", CIVIL, {"procurement": figures(TOGETHER, 20, 20, 20)}, ".procurement.turnovers"),
    ("FAM340", COMPANY, {"procurement": figures(IN_HOUSE, 90, 90, first=2024)}, ".procurement.turnovers"),
]


@given(clean(), st.sampled_from(FORMS))
@settings(max_examples=15, deadline=None)
def test_lawful_agreements_are_clean(coop: model.Cooperation, form: LegalForm) -> None:
    """An agreement with all that the law asks for, added to a clean cooperation, leaves it clean."""
    assert found(added(coop, form)[0]) == []


@pytest.mark.parametrize(("code", "form", "fields", "place"), BROKEN, ids=range(len(BROKEN)))
@given(coop=clean())
@settings(max_examples=6, deadline=None)
def test_broken(coop: model.Cooperation, code: str, form: LegalForm, fields: dict[str, Any], place: str) -> None:
    """A clean cooperation with an agreement that breaks the law in one way has that one finding, there."""
    broken, path = added(coop, form, **fields)
    assert found(broken) == [(code, f"{path}{place}")]


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        (COMPANY, {"procurement": figures(IN_HOUSE, 81, 80, 80)}),
        (COMPANY, {"procurement": figures(IN_HOUSE, 10, 90, 90, 90, first=2022)}),
        (COMPANY, {"procurement": figures(IN_HOUSE, 90, 90, 90, 0)}),
        (CIVIL, {"procurement": figures(TOGETHER, 20, 20, 19)}),
        (CIVIL, {"accounts": accounts(100, 100)}),
        (CIVIL, {"accounts": accounts(130, 100, 70)}),
        (CIVIL, {"accounts": accounts(130, 130, 130), "commercial_ground": CommercialGround.PREMISES}),
        (
            COMPANY,
            {
                **without(COMPANY, "purpose"),
                "owners": ONE_OWNS,
                "decisions": (model.Decision(CODES[0], matter=Matter.PURPOSE),),
            },
        ),
        (COMPANY, {"exercises_authority": True, "legal_basis": ("1 § lag (2003:192)",)}),
        (CONTRACT, {"legal_basis": (), "period": Period(dt.date(2018, 7, 1)), "decisions": ()}),
    ],
    ids=range(10),
)
def test_at_the_limit(form: LegalForm, fields: dict[str, Any]) -> None:
    """What is just within the law is not found."""
    coop, _ = added(coop_of(), form, **fields)
    assert found(coop) == []


def test_contract_of_2016_is_never_an_error() -> None:
    """A contract of 2016 gets advice to name its special law, on whatever day it is looked at; with one, nothing."""
    contract = lawful("ratt", CONTRACT, legal_basis=(), period=Period(dt.date(2016, 1, 1)), full=False)
    coop = coop_of(agreements=(contract,))
    for on in (None, dt.date(2016, 6, 1), dt.date(2018, 6, 30), dt.date(2018, 7, 1), dt.date(2026, 1, 1)):
        report = check(coop, on=on)
        assert [finding.code for finding in report] == ["FAM320"]
        assert report.ok
    named = coop_of(agreements=(attrs.evolve(contract, legal_basis=("1 § lag (2003:192)",)),))
    assert not check(named, on=dt.date(2016, 6, 1))


def test_reports_up_to_the_year_before() -> None:
    """With a day, reports are asked for up to the year before it, and only for years in which the party was bound."""
    made = decided((CODES[0], 2019), (CODES[1], 2019), matter=Matter.REPORT)
    parts = (
        model.Participation(CODES[0]),
        model.Participation(CODES[1], period=Period(dt.date(2019, 1, 1), dt.date(2020, 12, 31))),
    )
    agreement = lawful("ratt", CONTRACT, full=False, period=Period(dt.date(2019, 1, 1)), parties=parts, decisions=made)
    report = check(coop_of(agreements=(agreement,)), on=dt.date(2023, 2, 1))
    assert [finding.message for finding in report] == [
        "No report on agreement 'ratt' to the council of Bjuv (1260) for 2020 is known.",
        "No report on agreement 'ratt' to the council of Helsingborg (1283) for 2020, 2021 and 2022 is known.",
    ]


def test_award_decides_the_law() -> None:
    """An exemption is judged by the law of the award; where that wording is not known, the rule says so."""
    coop, path = added(
        coop_of(), COMPANY, procurement=figures(IN_HOUSE, 50, 50, 50, first=2019, awarded=dt.date(2022, 1, 1))
    )
    report = check(coop)
    assert not report
    assert ("FAM334", path) in {(each.code, each.path) for each in report.not_judged}
    joint, _ = added(
        coop_of(), COMPANY, procurement=figures(JOINT, 50, 50, 50, first=2019, awarded=dt.date(2022, 1, 1))
    )
    assert [code for code, _ in found(joint)] == ["FAM335"]


@given(st.lists(st.integers(0, 100), min_size=3, max_size=3))
@settings(max_examples=60, deadline=None)
def test_shares_are_exact(parts: list[int]) -> None:
    """The average share is exact: it is found if and only if the sums are at or below four fifths."""
    coop, _ = added(coop_of(), COMPANY, procurement=figures(JOINT, *parts))
    assert bool(found(coop)) == (sum(parts) * 5 <= 300 * 4)


def test_sums_do_not_depend_on_the_callers_precision() -> None:
    """A caller who rounds to three digits gets the same findings."""
    own, _ = added(coop_of(), CIVIL, accounts=accounts(1_000_000, 1_000_000, 1_000_001))
    share, _ = added(coop_of(), COMPANY, procurement=figures(JOINT, 80, 80, 80))
    with localcontext() as context:
        context.prec = 3
        rounded = [check(own).findings, check(share).findings]
    assert rounded == [check(own).findings, check(share).findings]
    assert [finding.code for found_ in rounded for finding in found_] == ["FAM331", "FAM335"]
