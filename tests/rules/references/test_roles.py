"""Known parties and partners in roles that they cannot have are found."""

import re
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from tests.rules.drawn import AGENCY, clean, coop_of, look, messy
from tests.rules.drawn import basic as check
from tests.rules.drawn import basics as found

from familjen import model
from familjen.dates import Period
from familjen.findings import Severity
from familjen.model import participations

SKANE = model.Region("12", "Skåne")
REGION = participations(["12"])
AWARD = model.ActivityKind.AWARD


def plan(**fields: Any) -> model.OperationalPlan:
    """Make a plan with one action plan, which has these fields."""
    return model.OperationalPlan(
        "vp", "X", Period.year(2016), action_plans=(model.ActionPlan("hp", "miljo", **fields),)
    )


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"networks": (model.Network("x", "X", members=REGION),)}, "$.networks[0].members[0].party"),
        ({"networks": (model.Network("x", "X", coordinators=REGION),)}, "$.networks[0].coordinators[0].party"),
        ({"networks": (model.Network("x", "X", invited=("1283", "12")),)}, "$.networks[0].invited[1]"),
        ({"activities": (model.Activity("x", "X", AWARD, participants=("12",)),)}, "$.activities[0].participants[0]"),
        ({"goal_areas": (model.GoalArea("x", "X", responsible=("12",)),)}, "$.goal_areas[0].responsible[0]"),
        (
            {"goal_areas": (model.GoalArea("miljo", "X"),), "plans": (plan(responsible=("12",)),)},
            "$.plans[0].action_plans[0].responsible[0]",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_not_a_member(fields: dict[str, Any], path: str) -> None:
    """A party outside the membership is found where members work together, as a warning."""
    (finding,) = check(coop_of(other_parties=(SKANE,), **fields))
    assert (finding.code, finding.path, finding.severity) == ("FAM110", path, Severity.WARNING)
    assert "names Skåne (12) as a" in finding.message


@pytest.mark.parametrize(
    "fields",
    [
        {"agreements": (model.Agreement("x", "X", model.LegalForm.CONTRACT, parties=REGION, host="12"),)},
        {"shared_services": (model.SharedService("x", "X", "12", recipients=participations(["1283"])),)},
        {"programs": (model.Program("x", "X", members=REGION),)},
        {"events": (model.Event("x", "X", hosts=("12",)),)},
    ],
    ids=lambda value: next(iter(value)),
)
def test_need_not_be_a_member(fields: dict[str, Any]) -> None:
    """Agreements, services, programmes and events are open to parties that are not members."""
    assert found(coop_of(other_parties=(SKANE,), **fields)) == []


def test_former_member() -> None:
    """A party that was a member for a time is a member; when is for the rules on time."""
    members = (model.Member(SKANE, period=Period.year(2014)),)
    coop = model.Cooperation("par", "A pair", members=members, networks=(model.Network("x", "X", members=REGION),))
    assert found(coop) == []


@pytest.mark.parametrize(
    ("fields", "path", "role"),
    [
        ({"events": (model.Event("x", "X", hosts=("1283", AGENCY.id)),)}, "$.events[0].hosts[1]", "a host"),
        (
            {"networks": (model.Network("x", "X", members=participations([AGENCY.id])),)},
            "$.networks[0].members[0].party",
            "a member",
        ),
        (
            {"agreements": (model.Agreement("x", "X", model.LegalForm.CONTRACT, host=AGENCY.id),)},
            "$.agreements[0].host",
            "the host",
        ),
        (
            {"shared_services": (model.SharedService("x", "X", AGENCY.id),)},
            "$.shared_services[0].provider",
            "the provider",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_partner_as_party(fields: dict[str, Any], path: str, role: str) -> None:
    """A partner in a party's place is found as that, not as an unknown party."""
    (finding,) = check(coop_of(**fields))
    assert (finding.code, finding.path) == ("FAM114", path)
    assert f"names 'trafikverket' as {role}, but" in finding.message


def test_party_as_partner() -> None:
    """A party in a partner's place is found as that, not as an unknown partner."""
    (finding,) = check(coop_of(events=(model.Event("x", "X", partners=(AGENCY.id, "1260")),)))
    assert (finding.code, finding.path) == ("FAM115", "$.events[0].partners[1]")
    assert "names Bjuv (1260) as a partner from outside" in finding.message


def test_both_party_and_partner() -> None:
    """An id that both a party and a partner have may stand in either place."""
    twin = model.Partner("1283", "A company", model.PartnerKind.COMPANY)
    walk = model.Event("x", "X", hosts=("1283",), partners=("1283",))
    assert found(coop_of(partners=(twin,), events=(walk,))) == []


@pytest.mark.parametrize(
    ("members", "coordinators", "expected"),
    [
        (["1283", "1260"], ["1260"], []),
        (
            ["1283"],
            ["1283", "1260", "1278"],
            ["$.networks[0].coordinators[1].party", "$.networks[0].coordinators[2].party"],
        ),
        ([], ["1283"], []),
        (["1283"], [], []),
    ],
)
def test_coordinators(members: list[str], coordinators: list[str], expected: list[str]) -> None:
    """A coordinator that is not in the network is found, where the network's members are listed."""
    network = model.Network("x", "X", members=participations(members), coordinators=participations(coordinators))
    assert found(coop_of(networks=(network,))) == [("FAM119", path) for path in expected]


def test_unknown_coordinator() -> None:
    """An unknown coordinator is found once, as an unknown party."""
    network = model.Network("x", "X", members=participations(["1283"]), coordinators=participations(["9999"]))
    assert found(coop_of(networks=(network,))) == [("FAM101", "$.networks[0].coordinators[0].party")]


@given(messy())
@settings(max_examples=40, deadline=None)
def test_one_finding_a_place(coop: model.Cooperation) -> None:
    """An id in a wrong role is either unknown, a partner's or not a member's, never two of them."""
    roles = [path for code, path in found(coop) if code in {"FAM101", "FAM106", "FAM110", "FAM114", "FAM115"}]
    assert len(roles) == len(set(roles))


@given(messy())
@settings(max_examples=40, deadline=None)
def test_members_only(coop: model.Cooperation) -> None:
    """Who is found not to be a member is a known party without any membership."""
    members = {member.party.id for member in coop.members}
    others = {party.id for party in coop.other_parties}
    for code, path in found(coop):
        if code == "FAM110":
            assert look(coop, path) in others - members
            assert re.match(r"\$\.(networks|activities|goal_areas|plans)\[", path)


@given(clean())
@settings(max_examples=30, deadline=None)
def test_everybody_leaves(coop: model.Cooperation) -> None:
    """When all members become other parties, the networks' members are warned about, and nothing is an error."""
    outside = attrs.evolve(
        coop, members=(), other_parties=(*coop.other_parties, *(member.party for member in coop.members))
    )
    report = check(outside)
    assert report.ok
    assert {finding.code for finding in report} == {"FAM110"}


@given(clean())
@settings(max_examples=30, deadline=None)
def test_partner_moved_among_members(coop: model.Cooperation) -> None:
    """When a partner is put among the members of each network, each place is found."""
    networks = tuple(
        attrs.evolve(network, members=(*network.members, *participations([AGENCY.id]))) for network in coop.networks
    )
    assert found(attrs.evolve(coop, networks=networks)) == [
        ("FAM114", f"$.networks[{i}].members[{len(network.members) - 1}].party") for i, network in enumerate(networks)
    ]
