"""Days outside what contains them are found: parts that parties take, networks' plans, and meetings."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.drawn import PARTIES, coop_of, look, messy, periods
from tests.rules.drawn import basic as check
from tests.rules.drawn import basics as found

from familjen import model
from familjen.dates import Period
from familjen.findings import Severity
from familjen.model import participations

IN_2015, IN_2016, IN_2017 = (Period.year(year) for year in (2015, 2016, 2017))
FROM_2016 = Period(dt.date(2016, 1, 1))
TWO_YEARS = Period.from_year_to_year(2016, 2017)


def parts(period: Period | None) -> tuple[model.Participation, ...]:
    """Let Helsingborg take part for always, and Bjuv for the period."""
    return (*participations(["1283"]), *participations(["1260"], period=period))


def joined(*memberships: Period | None, part: Period | None = None, whole: Period | None = None) -> model.Cooperation:
    """Make a cooperation in which Bjuv has these memberships, and the part in a network with the whole's period."""
    members = (model.Member(PARTIES[0]), *(model.Member(PARTIES[1], period=period) for period in memberships))
    return coop_of(members=members, networks=(model.Network("x", "X", period=whole, members=parts(part)),))


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        (
            {
                "agreements": (
                    model.Agreement("x", "X", model.LegalForm.CONTRACT, period=IN_2016, parties=parts(IN_2017)),
                )
            },
            "$.agreements[0].parties[1].period",
        ),
        (
            {"networks": (model.Network("x", "X", period=IN_2016, members=parts(IN_2017)),)},
            "$.networks[0].members[1].period",
        ),
        (
            {"networks": (model.Network("x", "X", period=IN_2016, coordinators=parts(TWO_YEARS)),)},
            "$.networks[0].coordinators[1].period",
        ),
        (
            {"programs": (model.Program("x", "X", period=IN_2016, members=parts(IN_2015)),)},
            "$.programs[0].members[1].period",
        ),
        (
            {"shared_services": (model.SharedService("x", "X", "1278", period=FROM_2016, recipients=parts(IN_2015)),)},
            "$.shared_services[0].recipients[1].period",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_part_outside_whole(fields: dict[str, Any], path: str) -> None:
    """A part outside its whole is found at its period, in whatever the party takes part."""
    coop = coop_of(**fields)
    assert found(coop) == [("FAM205", path)]
    assert look(coop, path) is not None


@pytest.mark.parametrize("part", [None, IN_2016, FROM_2016, Period(dt.date(2016, 12, 31))], ids=str)
def test_part_inside_whole(part: Period | None) -> None:
    """A part inside its whole is right; one until further notice ends with the whole."""
    assert found(coop_of(networks=(model.Network("x", "X", period=IN_2016, members=parts(part)),))) == []


def test_whole_that_is_not_known() -> None:
    """Where nobody has said when the whole is, no part is outside it."""
    assert found(coop_of(networks=(model.Network("x", "X", members=parts(IN_2015)),))) == []


@pytest.mark.parametrize(
    ("period", "years", "wrong"),
    [
        (IN_2016, (2016,), []),
        (IN_2016, (2015, 2016, 2017), [0, 2]),
        (FROM_2016, (2015, 2016, 2040), [0]),
        (Period(dt.date(2016, 12, 31), dt.date(2017, 1, 1)), (2016, 2017), []),
        (None, (1900, 2040), []),
    ],
    ids=str,
)
def test_network_plans(period: Period | None, years: tuple[int, ...], wrong: list[int]) -> None:
    """A network's plan is for a year in which the network has a day."""
    plans = tuple(model.NetworkPlan(year) for year in years)
    expected = [("FAM206", f"$.networks[0].plans[{index}].year") for index in wrong]
    assert found(coop_of(networks=(model.Network("x", "X", period=period, plans=plans),))) == expected


@pytest.mark.parametrize(
    ("day", "period", "wrong"),
    [
        (dt.date(2016, 12, 31), IN_2016, False),
        (dt.date(2017, 1, 1), IN_2016, True),
        (dt.date(2015, 12, 31), FROM_2016, True),
        (dt.date(2017, 1, 1), None, False),
        (None, IN_2016, False),
        (None, None, False),
    ],
    ids=str,
)
def test_meetings(day: dt.date | None, period: Period | None, wrong: bool) -> None:  # noqa: FBT001 - an expectation
    """A meeting's day, where it is known, lies in the period that is given for it."""
    meetings = (model.BoardMeeting("First"), model.BoardMeeting("Second", day=day, period=period))
    coop = coop_of(board=model.Board("styrelse", "The board", meetings=meetings))
    assert found(coop) == ([("FAM207", "$.board.meetings[1].day")] if wrong else [])


def test_no_board() -> None:
    """A cooperation without a board has no meetings to judge."""
    assert found(coop_of(board=None)) == []


@pytest.mark.parametrize(
    "coop",
    [
        joined(IN_2016, part=IN_2016),
        joined(IN_2016, part=Period(dt.date(2016, 2, 1), dt.date(2016, 2, 29))),
        joined(IN_2016),
        joined(IN_2016, whole=IN_2016),
        joined(IN_2016, part=FROM_2016, whole=IN_2016),
        joined(IN_2016, IN_2017, part=TWO_YEARS),
        joined(IN_2017, IN_2016, part=TWO_YEARS),
        joined(FROM_2016, part=FROM_2016),
        joined(FROM_2016, whole=FROM_2016),
        joined(None, part=IN_2015),
    ],
)
def test_part_inside_membership(coop: model.Cooperation) -> None:
    """A part inside the party's memberships, taken together, is right, and so is one of which nobody has said when."""
    assert found(coop) == []


@pytest.mark.parametrize(
    ("coop", "path"),
    [
        (joined(IN_2016, part=IN_2017), "$.networks[0].members[1].period"),
        (joined(IN_2016, part=TWO_YEARS), "$.networks[0].members[1].period"),
        (joined(IN_2016, part=FROM_2016), "$.networks[0].members[1].period"),
        (joined(IN_2016, whole=FROM_2016), "$.networks[0].members[1]"),
        (joined(IN_2016, whole=TWO_YEARS), "$.networks[0].members[1]"),
        (joined(IN_2015, IN_2017, part=Period.from_year_to_year(2015, 2017)), "$.networks[0].members[1].period"),
        (joined(FROM_2016, part=IN_2015), "$.networks[0].members[1].period"),
    ],
)
def test_part_outside_membership(coop: model.Cooperation, path: str) -> None:
    """A part outside the memberships is warned about, at its period if it has one of its own."""
    (finding,) = check(coop)
    assert (finding.code, finding.path, finding.severity) == ("FAM208", path, Severity.WARNING)
    assert finding.message.startswith("Bjuv (1260) is a member of network 'x' ")


def test_several_memberships_in_words() -> None:
    """The sentence names all memberships of the party, and the part as far as the network lasts."""
    (finding,) = check(joined(IN_2015, IN_2017, part=FROM_2016, whole=TWO_YEARS))
    assert finding.message == (
        f"Bjuv (1260) is a member of network 'x' {TWO_YEARS}, "
        f"but a member of the cooperation only {IN_2015} and {IN_2017}."
    )


def test_part_outside_both() -> None:
    """A part outside the network is found as that alone."""
    assert found(joined(IN_2016, part=IN_2015, whole=IN_2016)) == [("FAM205", "$.networks[0].members[1].period")]


def test_other_parties_have_no_membership() -> None:
    """A party that never was a member is not outside its membership; it is not a member."""
    network = model.Network("x", "X", period=IN_2016, members=participations(["12"]))
    coop = coop_of(
        members=(model.Member(PARTIES[0], period=IN_2016),),
        other_parties=(model.Region("12", "Skåne"),),
        networks=(network,),
    )
    assert found(coop) == [("FAM110", "$.networks[0].members[0].party")]


@given(periods(), st.one_of(st.none(), periods()))
@settings(max_examples=80)
def test_parts_by_days(whole: Period, part: Period | None) -> None:
    """A part is found if and only if its first day, or its last if it has one, is outside the whole."""
    coop = coop_of(networks=(model.Network("x", "X", period=whole, members=parts(part)),))
    ends = () if part is None else tuple(day for day in (part.first_day, part.last_day) if day is not None)
    assert ("FAM205" in {code for code, _ in found(coop)}) is any(day not in whole for day in ends)


@given(periods(), periods())
@settings(max_examples=80)
def test_memberships_by_days(membership: Period, part: Period) -> None:
    """A part is warned about if and only if it is not wholly inside the one membership."""
    assert bool(found(joined(membership, part=part))) is (part not in membership)


@given(messy())
@settings(max_examples=40, deadline=None)
def test_parts_without_periods(coop: model.Cooperation) -> None:
    """Once no participation has a period of its own, none is outside its whole."""

    def plain(taken: tuple[model.Participation, ...]) -> tuple[model.Participation, ...]:
        return tuple(attrs.evolve(part, period=None) for part in taken)

    mended = attrs.evolve(
        coop,
        agreements=tuple(attrs.evolve(noun, parties=plain(noun.parties)) for noun in coop.agreements),
        networks=tuple(
            attrs.evolve(noun, members=plain(noun.members), coordinators=plain(noun.coordinators))
            for noun in coop.networks
        ),
        programs=tuple(attrs.evolve(noun, members=plain(noun.members)) for noun in coop.programs),
        shared_services=tuple(attrs.evolve(noun, recipients=plain(noun.recipients)) for noun in coop.shared_services),
    )
    assert "FAM205" not in {code for code, _ in found(mended)}


@given(messy())
@settings(max_examples=40, deadline=None)
def test_members_always(coop: model.Cooperation) -> None:
    """Where every member has been one always, no part is outside a membership."""
    always = attrs.evolve(coop, members=tuple(attrs.evolve(member, period=None) for member in coop.members))
    assert "FAM208" not in {code for code, _ in found(always)}
