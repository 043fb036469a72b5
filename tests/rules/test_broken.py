"""A clean cooperation that is broken in one rule's way is found to be broken in that way, and in no other."""

import datetime as dt
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.drawn import CODES, clean, coop_of, found

from familjen import model
from familjen.dates import Period
from familjen.model import participations

MODEST = settings(max_examples=25, deadline=None)
YEARS = st.integers(1990, 2009)
NUMBERS = st.integers(0, 3)
STRANGERS = st.from_regex(r"[a-z]{2,8}-[0-9]{4}", fullmatch=True)


def with_network(coop: model.Cooperation, **fields: Any) -> tuple[model.Cooperation, str]:
    """Add a network with these fields, and give its path too."""
    network = model.Network("nytt-natverk", "A new network", **fields)
    return attrs.evolve(coop, networks=(*coop.networks, network)), f"$.networks[{len(coop.networks)}]"


def with_agreement(coop: model.Cooperation, **fields: Any) -> tuple[model.Cooperation, str]:
    """Add an agreement with these fields, and give its path too."""
    agreement = model.Agreement("nytt-avtal", "A new agreement", model.LegalForm.CIVIL_LAW, **fields)
    return attrs.evolve(coop, agreements=(*coop.agreements, agreement)), f"$.agreements[{len(coop.agreements)}]"


def with_service(coop: model.Cooperation, **fields: Any) -> tuple[model.Cooperation, str]:
    """Add a service by Helsingborg with these fields, and give its path too."""
    service = model.SharedService("ny-verksamhet", "A new service", CODES[0], **fields)
    path = f"$.shared_services[{len(coop.shared_services)}]"
    return attrs.evolve(coop, shared_services=(*coop.shared_services, service)), path


@given(clean(), STRANGERS)
@MODEST
def test_invites_a_stranger(coop: model.Cooperation, stranger: str) -> None:
    """A network that invites somebody unknown has one finding, there."""
    broken, path = with_network(coop, invited=(CODES[0], stranger))
    assert found(broken) == [("FAM101", f"{path}.invited[1]")]


@given(clean(), STRANGERS)
@MODEST
def test_serves_no_goal(coop: model.Cooperation, stranger: str) -> None:
    """A network that serves an unknown goal area has one finding, there."""
    broken, path = with_network(coop, goal_area=stranger)
    assert found(broken) == [("FAM105", f"{path}.goal_area")]


@given(clean(), STRANGERS)
@MODEST
def test_works_with_a_stranger(coop: model.Cooperation, stranger: str) -> None:
    """A network that has an unknown partner has one finding, there."""
    broken, path = with_network(coop, partners=(stranger,))
    assert found(broken) == [("FAM106", f"{path}.partners[0]")]


@given(clean(), STRANGERS)
@MODEST
def test_replaces_nothing(coop: model.Cooperation, stranger: str) -> None:
    """An agreement that replaces an unknown one has one finding, there."""
    broken, path = with_agreement(coop, supersedes=stranger)
    assert found(broken) == [("FAM107", f"{path}.supersedes")]


@given(clean(), STRANGERS)
@MODEST
def test_rests_on_nothing(coop: model.Cooperation, stranger: str) -> None:
    """A service that rests on an unknown agreement has one finding, there."""
    broken, path = with_service(coop, agreement=stranger)
    assert found(broken) == [("FAM108", f"{path}.agreement")]


@given(clean(), st.sampled_from(CODES), st.sampled_from(CODES))
@MODEST
def test_hosted_from_outside(coop: model.Cooperation, party: str, host: str) -> None:
    """An agreement with one party has a finding if and only if its host is another."""
    broken, path = with_agreement(coop, parties=participations([party]), host=host)
    assert found(broken) == ([] if host == party else [("FAM103", f"{path}.host")])


@given(clean(), st.permutations(CODES))
@MODEST
def test_provides_for_itself(coop: model.Cooperation, recipients: list[str]) -> None:
    """A provider among the recipients is found where it stands."""
    broken, path = with_service(coop, recipients=participations(recipients))
    assert found(broken) == [("FAM104", f"{path}.recipients[{recipients.index(CODES[0])}].party")]


@given(clean(), st.lists(st.sampled_from(CODES), max_size=8))
@MODEST
def test_repeats_itself(coop: model.Cooperation, invited: list[str]) -> None:
    """Each invitation after a party's first is found."""
    broken, path = with_network(coop, invited=tuple(invited))
    again = [i for i, party in enumerate(invited) if party in invited[:i]]
    assert found(broken) == [("FAM113", f"{path}.invited[{i}]") for i in again]


@given(clean(), st.lists(st.sampled_from(CODES), max_size=8))
@MODEST
def test_takes_part_twice(coop: model.Cooperation, parties: list[str]) -> None:
    """Each part after a party's first is found, where none of them has a period."""
    broken, path = with_agreement(coop, parties=participations(parties))
    again = [i for i, party in enumerate(parties) if party in parties[:i]]
    assert found(broken) == [("FAM111", f"{path}.parties[{i}].party") for i in again]


@given(clean(), st.integers(1, 3))
@MODEST
def test_pays_from_outside(coop: model.Cooperation, inside: int) -> None:
    """Of four parties with a fourth of the cost each, those that are not parties are found."""
    quarters = model.CostClause.of(model.FixedShares.of(dict.fromkeys(CODES, Fraction(1, 4))))
    broken, path = with_agreement(coop, parties=participations(CODES[:inside]), cost_clause=quarters)
    shares = f"{path}.cost_clause.steps[0].key.shares"
    assert found(broken) == [("FAM116", f"{shares}[{i}].party") for i in range(inside, 4)]


@given(clean(), st.integers(1, 3))
@MODEST
def test_serves_from_outside(coop: model.Cooperation, inside: int) -> None:
    """Recipients that are not parties to the agreement of the service are found."""
    agreed, _ = with_agreement(coop, parties=participations(CODES[:inside]))
    broken, path = with_service(agreed, recipients=participations(CODES[1:]), agreement="nytt-avtal")
    assert found(broken) == [("FAM117", f"{path}.recipients[{i}].party") for i in range(inside - 1, 3)]


@given(clean(), st.integers(1, 3))
@MODEST
def test_coordinates_from_outside(coop: model.Cooperation, inside: int) -> None:
    """Coordinators that do not take part in the network are found."""
    broken, path = with_network(coop, members=participations(CODES[:inside]), coordinators=participations(CODES))
    assert found(broken) == [("FAM119", f"{path}.coordinators[{i}].party") for i in range(inside, 4)]


@given(clean(), NUMBERS, YEARS)
@MODEST
def test_joins_too_early(coop: model.Cooperation, number: int, year: int) -> None:
    """A membership from before the cooperation's first day is found, if that day is known."""
    early = attrs.evolve(coop.members[number], period=Period(dt.date(year, 1, 1)))
    broken = attrs.evolve(coop, members=(*coop.members[:number], early, *coop.members[number + 1 :]))
    assert found(broken) == ([("FAM201", f"$.members[{number}].period")] if coop.period else [])


@given(clean(), YEARS)
@MODEST
def test_plans_too_early(coop: model.Cooperation, year: int) -> None:
    """A network's plan for a year before the network is found, and the network's own period is let be."""
    broken, path = with_network(
        coop, period=Period(dt.date(2016, 5, 1)), plans=(model.NetworkPlan(2016), model.NetworkPlan(year))
    )
    assert found(broken) == [("FAM206", f"{path}.plans[1].year")]


@given(NUMBERS, st.integers(2011, 2030))
@MODEST
def test_leaves_too_early(number: int, last: int) -> None:
    """A member that leaves while its networks go on is warned about in each of them."""
    networks = tuple(
        model.Network(f"n{n}", "N", period=Period(dt.date(2016, 1, 1)), members=participations(CODES)) for n in range(3)
    )
    clean_coop = coop_of(networks=networks)
    period = Period.from_year_to_year(2010, last)
    members = tuple(
        attrs.evolve(member, period=period) if i == number else member for i, member in enumerate(clean_coop.members)
    )
    broken = attrs.evolve(clean_coop, members=members)
    assert found(clean_coop) == []
    assert found(broken) == [("FAM208", f"$.networks[{n}].members[{number}]") for n in range(3)]


@given(clean(), st.integers(2000, 2040))
@MODEST
def test_decided_for_another_year(coop: model.Cooperation, year: int) -> None:
    """A plan for 2016 to 2019 that is decided for another year is found there."""
    plan = attrs.evolve(coop.plans[0], decisions=(model.Decision("board", year=year),))
    expected = [] if 2016 <= year <= 2019 else [("FAM210", "$.plans[0].decisions[0].year")]
    assert found(attrs.evolve(coop, plans=(plan,))) == expected
