"""Where a rule has nothing to judge, cannot judge, or meets the end of the calendar."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from tests.rules.drawn import CODES, coop_of, found, lawful

from familjen import model
from familjen.dates import Notice, Period, ReferenceDate
from familjen.errors import UnknownIdError
from familjen.model import CostClause, LegalForm, Matter, participations
from familjen.rules import check, explain, requirements, section

THEN = Period(dt.date(2012, 1, 1), dt.date(2017, 12, 31))
ONE_OWNS = (model.Holding(CODES[0], Fraction(1)),)
BOTH_OWN = tuple(model.Holding(code, Fraction(1, 2)) for code in CODES[:2])


def agreed(form: LegalForm = LegalForm.CIVIL_LAW, **fields: Any) -> model.Cooperation:
    """Give a cooperation with one agreement of these fields."""
    return coop_of(agreements=(lawful("avtal", form, **{"full": False, **fields}),))


@pytest.mark.parametrize(
    ("form", "fields", "code"),
    [
        (LegalForm.COMPANY, {"owners": ONE_OWNS, "provisions": (model.Provision("purpose"),)}, "FAM324"),
        (LegalForm.COMPANY, {"owners": BOTH_OWN, "provisions": (model.Provision("purpose"),)}, "FAM325"),
        (LegalForm.FOUNDATION, {"provisions": (model.Provision("purpose"),)}, "FAM326"),
        (
            LegalForm.CONTRACT,
            {"decisions": (model.Decision(CODES[0], year=2016, matter=Matter.REPORT),)},
            "FAM322",
        ),
    ],
    ids=range(4),
)
def test_law_that_is_not_known(form: LegalForm, fields: dict[str, Any], code: str) -> None:
    """By the law of a day whose wording is not known nothing is found, and the rule says so."""
    report = check(agreed(form, period=THEN, **fields))
    assert not report
    assert code in {each.code for each in report.not_judged}


def table(*rows: tuple[str, tuple[int | None, ...]], **fields: Any) -> model.Cooperation:
    """Give a cooperation with a published table."""
    made = tuple(
        model.TableRow(name, tuple(None if cell is None else Decimal(cell) for cell in row)) for name, row in rows
    )
    return agreed(tables=(model.PublishedTable("t", "T", ("2027", "2028"), made, **fields),))


@pytest.mark.parametrize(
    "coop",
    [
        table(("a", (1, None)), ("b", (2, 5)), totals=(Decimal(3), Decimal(9))),
        table(("a", (1, 2)), totals=(None, Decimal(2))),
        table(("a", (1, 2)), total=Decimal(9)),
        table(("a", (1, 2)), add_up_columns=True),
        table(("a", (1, 2)), total=Decimal(9), add_up_columns=True),
        table(("a", (1, 1)), ("b", (1, 2)), ("c", (1, 1))),
        table(("a", (0, 0)), ("b", (1, 2)), ("c", (1, 3))),
        table(),
    ],
    ids=range(8),
)
def test_tables_with_nothing_to_compare(coop: model.Cooperation) -> None:
    """An empty cell, a total that is not printed, or figures that stand still together are no mistake."""
    assert found(coop) == []


def test_a_copied_figure_is_told_where_the_column_is_off() -> None:
    """Where a column does not add up and a figure is the one of the column before, the hint names its row."""
    coop = table(("a", (69_994, 75_706)), ("b", (20_368, 20_368)), totals=(Decimal(90_362), Decimal(97_735)))
    (finding,) = check(coop)
    assert finding.code == "FAM402"
    assert "that of b is the same" in str(finding)
    plain = table(("a", (1, 2)), ("b", (3, 4)), totals=(Decimal(4), Decimal(7)))
    assert "say who carries the difference" in str(check(plain).findings[0])


@pytest.mark.parametrize("rules", [{"invite_all": True}, {"start_above": Fraction(1, 2)}, {"needs_coordinator": True}])
def test_networks_that_say_nothing(rules: dict[str, Any]) -> None:
    """A network of which neither members, invitations nor days are known is not judged."""
    coop = coop_of(network_rules=model.NetworkRules(**rules), networks=(model.Network("a", "A"),))
    assert found(coop) == []


def test_a_network_that_has_ended_needs_no_coordinator() -> None:
    """On a day on which a network does not exist it needs no coordinator; on one on which it does, that day's."""
    held = participations(CODES[:1], period=Period.year(2016))
    network = model.Network(
        "a", "A", members=participations(CODES), coordinators=held, period=Period(dt.date(2016, 1, 1))
    )
    coop = coop_of(network_rules=model.NetworkRules(needs_coordinator=True), networks=(network,))
    days = (dt.date(2015, 6, 1), dt.date(2016, 6, 1), dt.date(2017, 6, 1))
    assert [len(check(coop, on=day, select="FAM503")) for day in days] == [0, 0, 1]


def test_notice_at_the_end_of_the_calendar() -> None:
    """A notice that ends beyond the calendar cannot be kept."""
    late = Period(dt.date(9998, 1, 1), dt.date(9999, 12, 30))
    assert found(agreed(period=late, notice=Notice(years=10))) == [("FAM214", "$.agreements[0].notice")]


def test_notice_by_a_deadline() -> None:
    """A deadline that the agreement's first day has missed already cannot be kept; one in time can."""
    by = Notice(by=ReferenceDate(1, 1, years_before=1))
    assert found(agreed(period=Period(dt.date(2016, 2, 1), dt.date(2017, 12, 31)), notice=by))
    assert found(agreed(period=Period.from_year_to_year(2016, 2018), notice=by)) == []


def test_inhabitants_that_nobody_has_counted() -> None:
    """A party without any figure is named; a foreign one is not asked; a key without a day neither."""
    region, foreign = model.Region("12", "Skåne"), model.ForeignMunicipality("NO", "1517", "Hareid")
    key = CostClause.of(model.Population(ReferenceDate(12, 31, years_before=1)))
    agreement = lawful("avtal", LegalForm.CIVIL_LAW, (CODES[0], "NO-1517"), full=False, cost_clause=key)
    coop = coop_of(other_parties=(region, foreign), agreements=(agreement,))
    assert not check(coop, on=dt.date(2016, 6, 1), select="FAM407")
    assert len(check(coop, on=dt.date(2031, 6, 1), select="FAM407")) == 1
    open_key = attrs.evolve(agreement, cost_clause=CostClause.of(model.Population()))
    assert not check(coop_of(agreements=(open_key,)), on=dt.date(2031, 6, 1), select="FAM407")


def test_hosts_of_whom_too_little_is_known() -> None:
    """Where fewer than two members have known inhabitants, nobody is called the largest."""
    odd = (model.Municipality("9998", "A", "99"), model.Municipality("9999", "B", "99"))
    events = tuple(model.Event(f"e{n}", "E", hosts=("9998",)) for n in range(3))
    coop = model.Cooperation("par", "A pair", members=tuple(map(model.Member, odd)), events=events)
    assert not check(coop, select="FAM509")


@pytest.mark.parametrize(
    ("agreements", "codes"),
    [
        ((lawful("b", LegalForm.CIVIL_LAW, full=False, supersedes="a"),), []),
        (
            (
                lawful("a", LegalForm.CIVIL_LAW, full=False, period=Period.year(2016)),
                lawful("b", LegalForm.CIVIL_LAW, full=False, period=Period.year(2017), supersedes="a"),
            ),
            [],
        ),
        (
            (
                lawful("a", LegalForm.CIVIL_LAW, full=False, period=Period.year(2016)),
                lawful("b", LegalForm.CIVIL_LAW, full=False, period=Period.year(2016), supersedes="a"),
            ),
            ["FAM213"],
        ),
    ],
    ids=["unknown", "adjoining", "same day"],
)
def test_successions(agreements: tuple[model.Agreement, ...], codes: list[str]) -> None:
    """Agreements that adjoin are right; ones that begin on the same day are found once."""
    report = check(coop_of(agreements=agreements), select="FAM2")
    assert [finding.code for finding in report] == codes


def test_services_outlive_an_agreement_that_is_replaced() -> None:
    """A service may go on under the agreement that replaces its own."""
    old = lawful("a", LegalForm.CIVIL_LAW, full=False, period=Period.year(2016))
    new = lawful("b", LegalForm.CIVIL_LAW, full=False, period=Period.year(2017), supersedes="a")
    law = model.SharedService("ratt", "L", CODES[0], period=Period.from_year_to_year(2016, 2017), agreement="a")
    assert not check(coop_of(agreements=(old, new), shared_services=(law,)), select="FAM220")
    assert len(check(coop_of(agreements=(old,), shared_services=(law,)), select="FAM220")) == 1


def test_sections_that_no_rule_cites() -> None:
    """A section that no rule cites is unknown; one that one does has a title and says from when it is known."""
    with pytest.raises(UnknownIdError, match="KL 9:36"):
        section("KL", 9, "36")
    assert section("KL", 9, "37").known_from == dt.date(2018, 7, 1)
    assert section("KL", 9, "6").known_from == dt.date(2018, 1, 1)
    assert section("KL", 9, "20").known_from == dt.date(2025, 9, 1)
    assert section("LKB", 1, "3").cite("sv") == "1 kap. 3 § lagen (2009:47) om vissa kommunala befogenheter"


def test_every_law_rule_cites_its_law() -> None:
    """Each rule of law has sections, in its references as on its page."""
    from familjen.rules import RULES

    for each in RULES:
        if each.family == "FAM3":
            assert each.law
            assert each.law[0].statute.number in explain(each.code).section("References")


@pytest.mark.parametrize("form", [LegalForm.FEDERATION, LegalForm.COMPANY])
def test_requirements_are_numbered_as_the_act(form: LegalForm) -> None:
    """The points of a list bear the numbers of the act, from one without a gap."""
    numbers = [each.number for each in requirements(form)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_years_with_a_plan_are_enough() -> None:
    """A network with a plan for each year from its first to its last needs none for the year after."""
    plans = (model.NetworkPlan(2026), model.NetworkPlan(2027))
    rules = model.NetworkRules(renewed_yearly=True)
    coop = coop_of(network_rules=rules, networks=(model.Network("a", "A", plans=plans),))
    assert found(coop) == []
    assert [finding.message for finding in check(coop, on=dt.date(2028, 2, 1))] == [
        "Network 'a' has no purpose, goals and meetings for 2028."
    ]


@pytest.mark.parametrize("form", [form for form in LegalForm if form is not LegalForm.COMPANY])
def test_only_companies_run_public_transport(form: LegalForm) -> None:
    """Whatever form it has, if it is no company it may not run public transport on business terms."""
    bus = model.CommercialGround.PUBLIC_TRANSPORT
    coop = coop_of(agreements=(lawful("buss", form, full=False, commercial_ground=bus),))
    assert [finding.code for finding in check(coop, select="FAM332")] == ["FAM332"]


def test_a_private_owner_is_judged_by_the_ground_of_its_own_section() -> None:
    """Joint control has a section of its own, known from 2017; sole control one whose wording is known later."""
    codes = {}
    for ground in (model.ProcurementGround.IN_HOUSE, model.ProcurementGround.JOINT_IN_HOUSE):
        made = model.Procurement(ground, awarded=dt.date(2020, 1, 1), private_owner=True)
        report = check(agreed(LegalForm.COMPANY, procurement=made), select="FAM336")
        codes[ground] = (len(report), len(report.not_judged))
    assert codes == {
        model.ProcurementGround.IN_HOUSE: (0, 1),
        model.ProcurementGround.JOINT_IN_HOUSE: (1, 0),
    }
