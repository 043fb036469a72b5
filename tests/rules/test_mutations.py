"""For each rule of time, economy and practice: a clean cooperation that is broken in its way has that finding."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import attrs
import pytest
from hypothesis import given, settings
from tests.rules.drawn import CODES, PARTIES, clean, lawful

from familjen import model
from familjen.dates import Notice, Period, ReferenceDate
from familjen.model import CostClause, FixedShares, LegalForm, participations
from familjen.rules import RULES, check

Breaker: TypeAlias = Callable[[model.Cooperation], model.Cooperation]
ON = dt.date(2030, 6, 1)
OPEN = Period(dt.date(2026, 1, 1))


def add(coop: model.Cooperation, name: str, *nouns: Any) -> model.Cooperation:
    """Add nouns to a list of the cooperation."""
    return attrs.evolve(coop, **{name: (*getattr(coop, name), *nouns)})


def agreed(**fields: Any) -> model.Agreement:
    """Make an agreement in civil law between two of the members."""
    return lawful("nytt", LegalForm.CIVIL_LAW, **{"full": False, "period": Period.year(2030), **fields})


def with_agreement(**fields: Any) -> Breaker:
    """Break by adding an agreement with these fields."""
    return lambda coop: add(coop, "agreements", agreed(**fields))


def following(first: Period, then: Period) -> Breaker:
    """Break by adding two agreements, of which one replaces the other."""
    one, other = agreed(period=first), attrs.evolve(agreed(period=then), id="nyare", supersedes="nytt")
    return lambda coop: add(coop, "agreements", one, other)


def with_networks(rules: dict[str, Any], **fields: Any) -> Breaker:
    """Break by adding a network with these fields under these rules, which alone have networks."""
    network = model.Network("nytt", "New", **{"members": participations(CODES), "period": OPEN, **fields})
    return lambda coop: attrs.evolve(coop, network_rules=model.NetworkRules(**rules), networks=(network,))


def with_table(*figures: tuple[str, tuple[int, ...]], **fields: Any) -> Breaker:
    """Break by adding an agreement with a published table."""
    rows = tuple(model.TableRow(name, tuple(map(Decimal, row)), total=fields.get("of_rows")) for name, row in figures)
    rest = {name: value for name, value in fields.items() if not name.startswith("of_")}
    table = model.PublishedTable("t", "T", ("2027", "2028"), rows, **rest)
    return with_agreement(tables=(table,), **fields.get("of_agreement", {}))


def shared(shares: dict[str, Fraction]) -> Breaker:
    """Break by adding an agreement with fixed shares."""
    return with_agreement(cost_clause=CostClause.of(FixedShares.of(shares)))


def course(**fields: Any) -> model.Activity:
    """Make a course."""
    return model.Activity("ny", "New", model.ActivityKind.TRAINING, **{"goal_area": "miljo", **fields})


def counted(*seen: model.Observation, target: Decimal | None = None) -> tuple[model.Indicator, ...]:
    """Make an indicator."""
    return (model.Indicator("tal", "Number", "n", target=target, observations=seen),)


def accounts(*charged: int) -> tuple[model.Account, ...]:
    """Make accounts with a cost of 100 a year."""
    return tuple(model.Account(2023 + n, cost=Decimal(100), charged=Decimal(each)) for n, each in enumerate(charged))


def disputed(*claims: str, **fields: Any) -> Breaker:
    """Break by adding a disagreement."""
    said = tuple(model.Claim(claim, model.Source("S")) for claim in claims)
    return lambda coop: add(coop, "disagreements", model.Disagreement("par", "period", said, **fields))


def elsewhere(party: model.Municipality) -> Breaker:
    """Break by adding another party."""
    return lambda coop: add(coop, "other_parties", party)


HALF, FULL = Fraction(1, 2), Fraction(1)
YEARS = tuple(model.Decision("board", year=year) for year in (2016, 2018))
SOURCED = tuple(model.Network(f"k{n}", "K", sources=(model.Source("S"),)) for n in range(9))
HOSTED = tuple(model.Event(f"e{n}", "E", hosts=("1283",)) for n in range(3))
BREAKERS: dict[str, Breaker] = {
    "FAM120": lambda coop: add(coop, "networks", model.Network("Ny", "N"), model.Network("NY", "N")),
    "FAM121": elsewhere(model.Municipality("1292", "Klippan", "12")),
    "FAM122": elsewhere(model.Municipality("1299", "Klippan", "12")),
    "FAM123": elsewhere(model.Municipality("1276", "Klippan", "13")),
    "FAM211": following(Period.year(2030), Period.year(2032)),
    "FAM212": following(OPEN, Period.year(2032)),
    "FAM213": following(Period.year(2030), Period.year(2029)),
    "FAM214": with_agreement(notice=Notice(years=1, months=1)),
    "FAM215": with_agreement(decisions=(model.Decision(CODES[0]),)),
    "FAM216": with_agreement(decisions=tuple(model.Decision(code, day=dt.date(2030, 1, 2)) for code in CODES[:2])),
    "FAM217": lambda coop: attrs.evolve(
        coop, plans=tuple(attrs.evolve(plan, decided_yearly=True, decisions=YEARS) for plan in coop.plans)
    ),
    "FAM218": with_networks({"renewed_yearly": True}, plans=(model.NetworkPlan(2026), model.NetworkPlan(2028))),
    "FAM219": with_networks({"renewed_yearly": True}, plans=(model.NetworkPlan(2027, day=dt.date(2027, 1, 1)),)),
    "FAM220": lambda coop: add(
        add(coop, "agreements", agreed()),
        "shared_services",
        model.SharedService("ny", "N", CODES[0], period=Period.year(2031), agreement="nytt"),
    ),
    "FAM221": with_agreement(period=Period.year(2029), renewal=model.Renewal(model.RenewalKind.BY_DECISION)),
    "FAM222": with_agreement(period=OPEN, renewal=model.Renewal(model.RenewalKind.AUTOMATIC)),
    "FAM223": lambda coop: add(
        coop,
        "activities",
        course(period=Period.year(2017), indicators=counted(model.Observation(dt.date(2016, 12, 31), Decimal(1)))),
    ),
    "FAM401": shared({CODES[0]: HALF, CODES[1]: Fraction(1, 3)}),
    "FAM402": with_table(("a", (1, 2)), ("b", (3, 4)), totals=(Decimal(4), Decimal(7))),
    "FAM403": with_table(("a", (1, 2)), of_rows=Decimal(4), add_up_columns=True),
    "FAM404": with_table(("a", (1, 2)), of_rows=Decimal(3), total=Decimal(4), add_up_columns=True),
    "FAM405": with_table(("a", (1, 2)), ("b", (3, 3)), ("c", (5, 6))),
    "FAM406": lambda coop: add(
        coop, "agreements", agreed(accounts=accounts(100), cost_clause=None), attrs.evolve(agreed(), id="annat")
    ),
    "FAM407": with_agreement(cost_clause=CostClause.of(model.Population(ReferenceDate(11, 1, years_before=1)))),
    "FAM408": with_agreement(
        cost_clause=CostClause.of(
            FixedShares(tuple(model.Share(code, Fraction(1, 3)) for code in (*CODES[:2], CODES[1])))
        )
    ),
    "FAM409": lambda coop: attrs.evolve(
        add(
            coop,
            "agreements",
            agreed(parties=participations(["12", CODES[0]]), cost_clause=CostClause.of(model.Population())),
        ),
        other_parties=(model.Region("12", "Skåne"),),
    ),
    "FAM410": with_agreement(at_self_cost=True, accounts=accounts(100, 101)),
    "FAM411": shared({CODES[0]: FULL}),
    "FAM412": with_table(
        (PARTIES[0].name, (1, 2)), (CODES[1], (3, 4)), of_agreement={"parties": participations(CODES[:3])}
    ),
    "FAM413": with_agreement(owners=(model.Holding(CODES[0], HALF),)),
    "FAM414": with_agreement(owners=(model.Holding("nobody", FULL),)),
    "FAM415": with_table(("a", (1,))),
    "FAM416": with_agreement(budgets=(model.Budget(2030), model.Budget(2030))),
    "FAM501": with_networks({"invite_all": True}, invited=CODES[1:]),
    "FAM502": with_networks({"start_above": HALF}, members=participations(CODES[:2])),
    "FAM503": with_networks({"needs_coordinator": True}),
    "FAM504": lambda coop: add(coop, "goal_areas", model.GoalArea("ny", "New")),
    "FAM505": lambda coop: attrs.evolve(
        coop,
        goal_areas=(*coop.goal_areas, model.GoalArea("ny", "New", responsible=CODES[:1])),
        plans=tuple(attrs.evolve(plan, goal_areas=(*plan.goal_areas, "ny")) for plan in coop.plans),
    ),
    "FAM506": lambda coop: add(coop, "activities", course(), attrs.evolve(course(goal_area=None), id="nyare")),
    "FAM507": lambda coop: add(coop, "activities", course(), attrs.evolve(course(indicators=counted()), id="nyare")),
    "FAM508": lambda coop: add(
        coop, "activities", course(period=Period.year(2017), indicators=counted(target=Decimal(1)))
    ),
    "FAM509": lambda coop: attrs.evolve(
        coop,
        events=HOSTED,
        shared_services=(),
        agreements=tuple(attrs.evolve(each, host=None, form=LegalForm.CIVIL_LAW) for each in coop.agreements),
    ),
    "FAM510": lambda coop: add(coop, "members", model.Member(model.Municipality("1276", "Klippan", "12"))),
    "FAM511": disputed("1", "2", adopted="1"),
    "FAM512": lambda coop: attrs.evolve(coop, networks=(*coop.networks, *SOURCED, model.Network("utan", "U"))),
    "FAM513": lambda coop: add(
        coop, "agreements", agreed(period=OPEN), attrs.evolve(agreed(notice=Notice(months=1)), id="annat")
    ),
    "FAM514": lambda coop: attrs.evolve(
        coop,
        plans=tuple(
            attrs.evolve(plan, action_plans=(plan.action_plans[0], attrs.evolve(plan.action_plans[1], activities=())))
            for plan in coop.plans
        ),
    ),
    "FAM515": lambda coop: attrs.evolve(
        coop,
        programs=tuple(
            attrs.evolve(
                program,
                rounds=tuple(attrs.evolve(held, seats=(model.Seats(CODES[0], 1),)) for held in program.rounds),
                members=participations(CODES[:2]),
            )
            for program in coop.programs
        ),
    ),
    "FAM516": disputed("1", "1", adopted="1", reason="-"),
}
NEEDS_A_DAY = {"FAM221", "FAM407", "FAM508"}


@pytest.mark.parametrize("code", BREAKERS)
@given(coop=clean())
@settings(max_examples=8, deadline=None)
def test_broken_in_one_way(code: str, coop: model.Cooperation) -> None:
    """A clean cooperation that is broken in a rule's way has findings of that rule, and was clean of them before."""
    day = ON if code in NEEDS_A_DAY else None
    assert code not in {finding.code for finding in check(coop, on=day)}
    broken = {finding.code for finding in check(BREAKERS[code](coop), on=day)}
    assert code in broken
    assert broken == {code} or day is not None


@given(clean())
@settings(max_examples=25, deadline=None)
def test_clean_has_no_error_on_any_day(coop: model.Cooperation) -> None:
    """A clean cooperation has no finding of severity error, whatever the day of the check."""
    assert check(coop).findings == ()
    assert check(coop, on=ON).ok


def test_every_rule_is_broken_somewhere() -> None:
    """Each code of the catalogue is broken by a property test, here or beside."""
    beside = "".join(
        path.read_text("utf-8")
        for path in sorted(Path(__file__).parent.rglob("test_*.py"))
        if path.name not in {"test_examples.py", "test_engine.py"}
    )
    assert [rule.code for rule in RULES if f'"{rule.code}"' not in beside] == []
