"""What stands twice is found once, at its second place."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.drawn import GOALS, PARTIES, clean, coop_of, messy
from tests.rules.drawn import basic as check
from tests.rules.drawn import basics as found

from familjen import model
from familjen.dates import Period
from familjen.model import participations

AGREEMENT = model.Agreement("x", "X", model.LegalForm.CONTRACT)
ACTIVITY = model.Activity("x", "X", model.ActivityKind.AWARD)
INDICATOR = model.Indicator("x", "X", "%")
OTHER = attrs.evolve(ACTIVITY, id="y")
PART = model.ActionPlan("x", "miljo")
PLAN = model.OperationalPlan("x", "X", Period.year(2016))
PROGRAM = model.Program("x", "X")
YEARS = (Period.year(2014), Period.year(2016))


def plan(identifier: str, *parts: model.ActionPlan) -> model.OperationalPlan:
    """Make a plan with these action plans."""
    return model.OperationalPlan(identifier, "X", Period.year(2016), action_plans=parts)


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"partners": (model.Partner("x", "X", model.PartnerKind.OTHER),) * 2}, "$.partners[1].id"),
        ({"areas": (model.Area("x", "X"),) * 2}, "$.areas[1].id"),
        ({"goal_areas": (model.GoalArea("x", "X"),) * 2}, "$.goal_areas[1].id"),
        ({"plans": (PLAN, PLAN)}, "$.plans[1].id"),
        ({"plans": (plan("a", PART), plan("b", PART))}, "$.plans[1].action_plans[0].id"),
        (
            {"plans": (plan("a", attrs.evolve(PART, activities=(ACTIVITY,))),), "activities": (ACTIVITY,)},
            "$.activities[0].id",
        ),
        (
            {
                "activities": (
                    attrs.evolve(ACTIVITY, indicators=(INDICATOR,)),
                    attrs.evolve(OTHER, indicators=(INDICATOR,)),
                )
            },
            "$.activities[1].indicators[0].id",
        ),
        ({"agreements": (AGREEMENT, AGREEMENT)}, "$.agreements[1].id"),
        ({"networks": (model.Network("x", "X"),) * 2}, "$.networks[1].id"),
        ({"programs": (PROGRAM, PROGRAM)}, "$.programs[1].id"),
        ({"programs": (attrs.evolve(PROGRAM, rounds=(model.Round("1"),) * 2),)}, "$.programs[0].rounds[1].id"),
        ({"events": (model.Event("x", "X"),) * 2}, "$.events[1].id"),
        ({"shared_services": (model.SharedService("x", "X", "1283"),) * 2}, "$.shared_services[1].id"),
        ({"other_parties": (model.Region("12", "Skåne"),) * 2}, "$.other_parties[1]"),
        ({"other_parties": PARTIES[:1]}, "$.other_parties[0]"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_duplicate_ids(fields: dict[str, Any], path: str) -> None:
    """An id that two nouns of one kind have is found at the second of them."""
    assert found(coop_of(**{"goal_areas": GOALS, **fields})) == [("FAM102", path)]


def test_third_time() -> None:
    """An id that stands three times is found twice, each time with its first place."""
    findings = tuple(check(coop_of(networks=(model.Network("x", "X"),) * 3)))
    assert [finding.path for finding in findings] == ["$.networks[1].id", "$.networks[2].id"]
    assert all("first at $.networks[0]," in finding.message for finding in findings)


def test_ids_of_different_kinds() -> None:
    """Nouns of different kinds may have one id, and so may rounds of different programmes."""
    rounds = (model.Round("x"),)
    coop = coop_of(
        networks=(model.Network("x", "X"),),
        events=(model.Event("x", "X"),),
        programs=(attrs.evolve(PROGRAM, rounds=rounds), model.Program("y", "Y", rounds=rounds)),
    )
    assert found(coop) == []


def test_other_party_that_is_a_member() -> None:
    """A party among the others that is a member too is named, with its place among the members and what to do."""
    (finding,) = check(coop_of(other_parties=(PARTIES[2],)))
    assert finding.message == "Party Båstad (1278) stands twice: first at $.members[2], and again here."
    assert finding.hint is not None
    assert finding.hint.startswith("List it once.")


@pytest.mark.parametrize(
    ("fields", "path", "first"),
    [
        (
            {"agreements": (attrs.evolve(AGREEMENT, parties=participations(["1283", "1260", "1283"])),)},
            "$.agreements[0].parties[2].party",
            "$.agreements[0].parties[0],",
        ),
        (
            {"networks": (model.Network("x", "X", members=participations(["1260", "1260"])),)},
            "$.networks[0].members[1].party",
            "$.networks[0].members[0],",
        ),
        (
            {"networks": (model.Network("x", "X", coordinators=participations(["1260", "1260"])),)},
            "$.networks[0].coordinators[1].party",
            "$.networks[0].coordinators[0],",
        ),
        (
            {"programs": (attrs.evolve(PROGRAM, members=participations(["1260", "1260"])),)},
            "$.programs[0].members[1].party",
            "$.programs[0].members[0],",
        ),
        (
            {"shared_services": (model.SharedService("x", "X", "1283", recipients=participations(["1260"] * 2)),)},
            "$.shared_services[0].recipients[1].party",
            "$.shared_services[0].recipients[0],",
        ),
        ({"members": (model.Member(PARTIES[0]),) * 2}, "$.members[1].party", "$.members[0],"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_double_parts(fields: dict[str, Any], path: str, first: str) -> None:
    """A party that takes part twice for the same time is found at its second place, with its first."""
    coop = coop_of(**{"members": tuple(model.Member(party) for party in PARTIES), **fields})
    (finding,) = check(coop)
    assert (finding.code, finding.path) == ("FAM111", path)
    assert f"at {first}" in finding.message


def test_comes_back() -> None:
    """A party may leave and come back, as a member and in all that it takes part in."""
    parts = tuple(part for period in YEARS for part in participations(["1283", "1260"], period=period))
    coop = coop_of(
        members=tuple(model.Member(party, period=period) for period in YEARS for party in PARTIES),
        networks=(model.Network("x", "X", members=parts),),
        agreements=(attrs.evolve(AGREEMENT, parties=parts),),
    )
    assert found(coop) == []


def test_shares_one_day() -> None:
    """Two periods of a party that share one single day are too many."""
    members = tuple(
        model.Member(PARTIES[0], period=period)
        for period in (Period(dt.date(2016, 6, 30)), Period(dt.date(2016, 1, 1), dt.date(2016, 6, 30)))
    )
    (finding,) = check(model.Cooperation("par", "A pair", members=members))
    assert (finding.code, finding.path) == ("FAM111", "$.members[1].party")


def test_later_place_is_found() -> None:
    """Of two clashing parts the one that stands later in the document is found, whichever begins first."""
    for periods in (YEARS[::-1], YEARS):
        members = tuple(model.Member(PARTIES[0], period=p) for p in (*periods, Period.from_year_to_year(2013, 2013)))
        assert found(model.Cooperation("par", "A pair", members=members)) == []
        members = (*members, model.Member(PARTIES[0], period=YEARS[0]))
        assert found(model.Cooperation("par", "A pair", members=members)) == [("FAM111", "$.members[3].party")]


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"networks": (model.Network("x", "X", invited=("1283", "1260", "1283")),)}, "$.networks[0].invited[2]"),
        ({"events": (model.Event("x", "X", hosts=("1283", "1283")),)}, "$.events[0].hosts[1]"),
        ({"events": (model.Event("x", "X", partners=("trafikverket",) * 2),)}, "$.events[0].partners[1]"),
        ({"activities": (attrs.evolve(ACTIVITY, participants=("1283",) * 2),)}, "$.activities[0].participants[1]"),
        ({"plans": (attrs.evolve(PLAN, goal_areas=("miljo",) * 2),)}, "$.plans[0].goal_areas[1]"),
        ({"goal_areas": (model.GoalArea("x", "X", responsible=("1283",) * 2),)}, "$.goal_areas[0].responsible[1]"),
        (
            {"programs": (attrs.evolve(PROGRAM, rounds=(model.Round("1", seats=(model.Seats("1283", 1),) * 2),)),)},
            "$.programs[0].rounds[0].seats[1].party",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_repeated_ids(fields: dict[str, Any], path: str) -> None:
    """An id that stands twice in a list without periods is found at its second place."""
    assert found(coop_of(**{"goal_areas": GOALS, **fields})) == [("FAM113", path)]


@given(clean(), st.data())
@settings(max_examples=40, deadline=None)
def test_copied_noun(coop: model.Cooperation, data: st.DataObject) -> None:
    """When a noun is copied to the end of its list, its id is found there."""
    name = data.draw(st.sampled_from(["partners", "goal_areas", "programs", "events", "shared_services", "plans"]))
    nouns = getattr(coop, name)
    copied = attrs.evolve(coop, **{name: (*nouns, data.draw(st.sampled_from(nouns)))})
    assert ("FAM102", f"$.{name}[{len(nouns)}].id") in found(copied)


@given(messy())
@settings(max_examples=40, deadline=None)
def test_doubled_members(coop: model.Cooperation) -> None:
    """Members are found twice if and only if one party has two memberships that share a day."""
    shared = any(
        one is not other
        and one.party.id == other.party.id
        and (one.period is None or other.period is None or one.period.overlaps(other.period))
        for one in coop.members
        for other in coop.members
    )
    twins = len(set(map(id, coop.members))) < len(coop.members)
    assert any(path.startswith("$.members") for code, path in found(coop) if code == "FAM111") is (shared or twins)


@given(messy())
@settings(max_examples=40, deadline=None)
def test_lists_without_repeats(coop: model.Cooperation) -> None:
    """Once each list of ids has lost its repeats, none is found any more."""
    mended = attrs.evolve(
        coop,
        **{
            name: tuple(
                attrs.evolve(noun, **{field: tuple(dict.fromkeys(getattr(noun, field) or ())) for field in fields})
                for noun in getattr(coop, name)
            )
            for name, fields in {"events": ("hosts", "partners"), "networks": ("invited", "partners")}.items()
        },
    )
    repeated = [path for code, path in found(mended) if code == "FAM113"]
    assert not any(path.startswith(("$.events", "$.networks")) for path in repeated)
