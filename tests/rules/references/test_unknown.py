"""Ids that nothing answers to are found wherever they stand."""

import re
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from tests.rules.drawn import AGENCY, GOALS, PARTIES, coop_of, look, messy, paths
from tests.rules.drawn import basic as check
from tests.rules.drawn import basics as found

from familjen import model
from familjen.dates import Period
from familjen.model import participations

CIVIL = model.LegalForm.CIVIL_LAW
AWARD = model.ActivityKind.AWARD
NOBODY = participations(["9999"])
SHARES = model.CostClause.of(model.FixedShares.of({"1283": Fraction(1, 2), "9999": Fraction(1, 2)}))


def planned(**fields: Any) -> model.OperationalPlan:
    """Make a plan with one action plan, which has these fields."""
    part = model.ActionPlan("hp", **{"goal_area": "miljo", **fields})
    return model.OperationalPlan("vp", "Plan", Period.year(2016), action_plans=(part,))


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"goal_areas": (model.GoalArea("x", "X", responsible=("1283", "9999")),)}, "$.goal_areas[0].responsible[1]"),
        ({"activities": (model.Activity("x", "X", AWARD, participants=("9999",)),)}, "$.activities[0].participants[0]"),
        (
            {"goal_areas": GOALS, "plans": (planned(responsible=("9999",)),)},
            "$.plans[0].action_plans[0].responsible[0]",
        ),
        (
            {
                "goal_areas": GOALS,
                "plans": (planned(activities=(model.Activity("x", "X", AWARD, participants=("9999",)),)),),
            },
            "$.plans[0].action_plans[0].activities[0].participants[0]",
        ),
        ({"agreements": (model.Agreement("x", "X", CIVIL, parties=NOBODY),)}, "$.agreements[0].parties[0].party"),
        ({"agreements": (model.Agreement("x", "X", CIVIL, host="9999"),)}, "$.agreements[0].host"),
        (
            {"agreements": (model.Agreement("x", "X", CIVIL, cost_clause=SHARES),)},
            "$.agreements[0].cost_clause.steps[0].key.shares[1].party",
        ),
        ({"networks": (model.Network("x", "X", invited=("1260", "9999")),)}, "$.networks[0].invited[1]"),
        ({"networks": (model.Network("x", "X", members=NOBODY),)}, "$.networks[0].members[0].party"),
        ({"networks": (model.Network("x", "X", coordinators=NOBODY),)}, "$.networks[0].coordinators[0].party"),
        ({"programs": (model.Program("x", "X", members=NOBODY),)}, "$.programs[0].members[0].party"),
        (
            {"programs": (model.Program("x", "X", rounds=(model.Round("1", seats=(model.Seats("9999", 2),)),)),)},
            "$.programs[0].rounds[0].seats[0].party",
        ),
        ({"events": (model.Event("x", "X", hosts=("9999",)),)}, "$.events[0].hosts[0]"),
        ({"shared_services": (model.SharedService("x", "X", "9999"),)}, "$.shared_services[0].provider"),
        (
            {"shared_services": (model.SharedService("x", "X", "1283", recipients=NOBODY),)},
            "$.shared_services[0].recipients[0].party",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_places_of_parties(fields: dict[str, Any], path: str) -> None:
    """An unknown party is found in every place where a party can be named, and the path leads to it."""
    coop = coop_of(**fields)
    assert found(coop) == [("FAM101", path)]
    assert look(coop, path) == "9999"


@pytest.mark.parametrize(
    ("identifier", "hint"),
    [
        ("1280", "1280 is the code of Malmö: add it to the members or to the other parties, or change the id."),
        ("1238", "Did you mean Helsingborg (1283)? Correct the id, or add"),
        ("helsingborg", "Did you mean Helsingborg (1283)? Correct the id, or add"),
        ("Höganas", "Did you mean Höganäs (1284)? Correct the id, or add"),
        ("12:83", "Did you mean Helsingborg (1283)? Correct the id, or add"),
        ("bibliotek", "Correct the id, or add the party to the members or to the other parties."),
        ("９９９９", "Correct the id, or add the party to the members or to the other parties."),
    ],
)
def test_hints_on_parties(identifier: str, hint: str) -> None:
    """The hint names the municipality that has the code, or the party that looks most alike, by code or by name."""
    (finding,) = check(coop_of(events=(model.Event("x", "X", hosts=(identifier,)),)))
    assert finding.hint is not None
    assert finding.hint.startswith(hint)
    assert f"names {identifier} as a host" in finding.message


def test_no_party_at_all() -> None:
    """Where there is no party at all, nothing is suggested."""
    coop = model.Cooperation("par", "A pair", events=(model.Event("x", "X", hosts=("1238",)),))
    (finding,) = check(coop)
    assert finding.hint == "Correct the id, or add the party to the members or to the other parties."


def test_foreign_ids() -> None:
    """An id whose letters have another case is not the same id, and the right one is suggested."""
    hareid = model.ForeignMunicipality("NO", "1517", "Hareid")
    coop = coop_of(other_parties=(hareid,), events=(model.Event("x", "X", hosts=("no-1517", "NO-1517")),))
    (finding,) = check(coop)
    assert finding.path == "$.events[0].hosts[0]"
    assert finding.hint is not None
    assert finding.hint.startswith("Did you mean Hareid (NO-1517)?")


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"networks": (model.Network("x", "X", goal_area="larand"),)}, "$.networks[0].goal_area"),
        ({"activities": (model.Activity("x", "X", AWARD, goal_area="larand"),)}, "$.activities[0].goal_area"),
        ({"plans": (planned(goal_area="larand"),)}, "$.plans[0].action_plans[0].goal_area"),
        (
            {"plans": (planned(activities=(model.Activity("x", "X", AWARD, goal_area="larand"),)),)},
            "$.plans[0].action_plans[0].activities[0].goal_area",
        ),
        (
            {"plans": (model.OperationalPlan("vp", "X", Period.year(2016), goal_areas=("miljo", "larand")),)},
            "$.plans[0].goal_areas[1]",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_places_of_goal_areas(fields: dict[str, Any], path: str) -> None:
    """An unknown goal area is found wherever one can be named, and the one that looks alike is suggested."""
    coop = coop_of(goal_areas=GOALS, **fields)
    (finding,) = check(coop)
    assert (finding.code, finding.path) == ("FAM105", path)
    assert look(coop, path) == "larand"
    assert finding.hint == "Did you mean 'larande'? Correct the id."


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        (
            {"agreements": (model.Agreement("x", "X", CIVIL, partners=("trafik-verket",)),)},
            "$.agreements[0].partners[0]",
        ),
        ({"networks": (model.Network("x", "X", partners=("trafik-verket",)),)}, "$.networks[0].partners[0]"),
        ({"programs": (model.Program("x", "X", partners=("trafik-verket",)),)}, "$.programs[0].partners[0]"),
        ({"events": (model.Event("x", "X", partners=(AGENCY.id, "trafik-verket")),)}, "$.events[0].partners[1]"),
        (
            {"activities": (model.Activity("x", "X", AWARD, partners=("trafik-verket",)),)},
            "$.activities[0].partners[0]",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_places_of_partners(fields: dict[str, Any], path: str) -> None:
    """An unknown partner is found wherever one can be named, and the one that looks alike is suggested."""
    coop = coop_of(**fields)
    (finding,) = check(coop)
    assert (finding.code, finding.path) == ("FAM106", path)
    assert finding.hint == "Did you mean 'trafikverket'? Correct the id."


def test_predecessors() -> None:
    """An agreement that replaces an unknown one is found, and another one that looks alike is suggested."""
    earlier = model.Agreement("avgift-2012", "X", CIVIL)
    later = model.Agreement("avgift-2016", "X", CIVIL, supersedes="avgift-2013")
    (finding,) = check(coop_of(agreements=(earlier, later)))
    assert (finding.code, finding.path) == ("FAM107", "$.agreements[1].supersedes")
    assert finding.hint == "Did you mean 'avgift-2012'? Correct the id."


def test_predecessor_is_not_itself() -> None:
    """An agreement is not suggested as its own predecessor."""
    alone = model.Agreement("avgift-2016", "X", CIVIL, supersedes="avgift-2012")
    (finding,) = check(coop_of(agreements=(alone,)))
    assert finding.hint == "Add the earlier agreement, or take 'supersedes' away."


def test_agreements_of_services() -> None:
    """A service that rests on an unknown agreement is found, and one that looks alike is suggested."""
    law = model.SharedService("x", "X", "1283", agreement="rat")
    (finding,) = check(coop_of(agreements=(model.Agreement("ratt", "X", CIVIL),), shared_services=(law,)))
    assert (finding.code, finding.path) == ("FAM108", "$.shared_services[0].agreement")
    assert finding.hint == "Did you mean 'ratt'? Correct the id."


def test_near_matches_do_not_mix() -> None:
    """The same unknown id is compared with goal areas where one is named, and with partners where one is."""
    walk = model.Event("x", "X", partners=("trafikverk",))
    libraries = model.Network("y", "Y", goal_area="trafikverk")
    goals = (model.GoalArea("trafik", "Traffic"),)
    network, event = check(coop_of(goal_areas=goals, events=(walk,), networks=(libraries,)))
    assert network.hint == "Did you mean 'trafik'? Correct the id."
    assert event.hint == "Did you mean 'trafikverket'? Correct the id."


NAMES_PARTIES = re.compile(r"\.(party|provider|host|hosts\[\d+\]|(responsible|participants|invited)\[\d+\])$")


def party_places(coop: model.Cooperation) -> set[tuple[str, str]]:
    """Give every path in a document that ends in a party's id, and the id, by the names of fields alone."""
    return {(path, value) for path, value in paths(coop) if isinstance(value, str) and NAMES_PARTIES.search(path)}


@given(messy())
@settings(max_examples=50, deadline=None)
def test_unknown_parties_by_field_names(coop: model.Cooperation) -> None:
    """Unknown parties are exactly those that a search for fields with parties' names finds."""
    known = {party.id for party in coop.parties} | {partner.id for partner in coop.partners}
    expected = set[str]()
    for path, party in party_places(coop):
        agreement = look(coop, path[: path.index("]") + 1]) if path.startswith("$.agreements") else None
        listed = agreement is not None and agreement.parties and ".parties[" not in path
        if party not in known and not listed:
            expected.add(path)
    assert {finding.path for finding in check(coop) if finding.code == "FAM101"} == expected


@given(messy())
@settings(max_examples=40, deadline=None)
def test_unknown_goal_areas_by_field_names(coop: model.Cooperation) -> None:
    """Unknown goal areas are exactly those that a search for fields with that name finds."""
    known = {goal.id for goal in coop.goal_areas}
    named = re.compile(r"\.(goal_area|goal_areas\[\d+\])$")
    expected = {p for p, value in paths(coop) if isinstance(value, str) and named.search(p) and value not in known}
    assert {finding.path for finding in check(coop) if finding.code == "FAM105"} == expected


@given(messy())
@settings(max_examples=40, deadline=None)
def test_partners_by_field_names(coop: model.Cooperation) -> None:
    """Each id among partners is a partner's, or is found: as a party's, or as unknown."""
    partners = {partner.id for partner in coop.partners}
    parties = {party.id for party in coop.parties}
    strange = {
        path: "FAM115" if value in parties else "FAM106"
        for path, value in paths(coop)
        if isinstance(value, str) and re.search(r"\.partners\[\d+\]$", path) and value not in partners
    }
    assert {f.path: f.code for f in check(coop) if f.code in {"FAM106", "FAM115"}} == strange


@given(messy())
@settings(max_examples=40, deadline=None)
def test_paths_lead_somewhere(coop: model.Cooperation) -> None:
    """Every finding's path leads to something in the document."""
    for finding in check(coop):
        assert look(coop, finding.path) is not None


@given(messy())
@settings(max_examples=40, deadline=None)
def test_mended(coop: model.Cooperation) -> None:
    """Once every party and goal area that is named is listed, none of them is unknown any more."""
    municipalities = {value: model.ForeignMunicipality("XX", value, "X") for _, value in party_places(coop)}
    known = {party.id for party in coop.parties} | {partner.id for partner in coop.partners}
    missing = [
        model.Partner(identifier, "X", model.PartnerKind.OTHER)
        for identifier in municipalities
        if identifier not in known
    ]
    named = re.compile(r"\.(goal_area|goal_areas\[\d+\])$")
    goals = {value for path, value in paths(coop) if isinstance(value, str) and named.search(path)}
    mended = attrs.evolve(
        coop,
        partners=(*coop.partners, *missing),
        goal_areas=(*coop.goal_areas, *(model.GoalArea(goal, "X") for goal in goals)),
    )
    assert {"FAM101", "FAM105"}.isdisjoint(code for code, _ in found(mended))


def test_parties_in_the_module() -> None:
    """The four municipalities of these tests are what the bundled places say."""
    from familjen.places import municipalities

    assert set(PARTIES) <= set(municipalities())
