"""The nouns: values that refuse what cannot be, and a cooperation that can be looked into."""

import datetime as dt
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen import model
from familjen.datasets import familjen_helsingborg_2016
from familjen.dates import Period, Recurrence
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.testing import nouns

COOP = familjen_helsingborg_2016()
BJUV = model.Municipality("1260", "Bjuv", "12")
D = dt.date


@pytest.mark.parametrize(
    ("make", "owner", "attribute"),
    [
        (lambda: model.Municipality("128", "Helsingborg", "12"), "Municipality", "code"),
        (lambda: model.Municipality(1283, "Helsingborg", "12"), "Municipality", "code"),
        (lambda: model.Municipality("1283", " ", "12"), "Municipality", "name"),
        (lambda: model.Municipality("1283", "Bjuv ", "12"), "Municipality", "name"),
        (lambda: model.Municipality("1283", "Bjuv", "Skåne"), "Municipality", "county"),
        (lambda: model.ForeignMunicipality("no", "1517", "Hareid"), "ForeignMunicipality", "country"),
        (lambda: model.Partner("x", "X", "agency"), "Partner", "kind"),
        (lambda: model.Partner("x", "X", model.PartnerKind.AGENCY, org_number="212000-1158"), "Partner", "org_number"),
        (lambda: model.Partner("x", "X", model.PartnerKind.AGENCY, org_number=5), "Partner", "org_number"),
        (lambda: model.Partner("x y", "X", model.PartnerKind.AGENCY), "Partner", "id"),
        (lambda: model.Source("T", url="www.example.org"), "Source", "url"),
        (lambda: model.Source("T", retrieved=dt.datetime(2016, 1, 1)), "Source", "retrieved"),  # noqa: DTZ001
        (lambda: model.Count("networks", -1), "Count", "number"),
        (lambda: model.Count("networks", 40.0), "Count", "number"),
        (lambda: model.Count("networks", True), "Count", "number"),  # noqa: FBT003 - it is refused
        (lambda: model.Count("networks", 40, approximate="about"), "Count", "approximate"),
        (lambda: model.Distance(Decimal(-1)), "Distance", "value"),
        (lambda: model.Distance(10), "Distance", "value"),
        (lambda: model.Event("e", "E", spending=Decimal("Infinity")), "Event", "spending"),
        (lambda: model.Event("e", "E", spending=Decimal("1E+99")), "Event", "spending"),
        (lambda: model.Event("e", "E", currency="kr"), "Event", "currency"),
        (lambda: model.Share("1283", 0.5), "Share", "share"),
        (lambda: model.Rate(21.0), "Rate", "per_inhabitant"),
        (lambda: model.Rate(Decimal("NaN")), "Rate", "per_inhabitant"),
        (lambda: model.NetworkPlan(20), "NetworkPlan", "year"),
        (lambda: model.Network("n", "N", members=["1283"]), "Network", "members"),
        (lambda: model.Network("n", "N", members=("1283",)), "Network", "members"),
        (lambda: model.Network("n", "N", invited=("a b",)), "Network", "invited"),
        (lambda: model.Member("1283"), "Member", "party"),
        (lambda: model.Board("b", "B", seats_per_member=0), "Board", "seats_per_member"),
        (lambda: COOP.on("2016-01-01"), "Cooperation", "period"),
    ],
    ids=range(31),
)
def test_nouns_refuse_what_cannot_be(make: Any, owner: str, attribute: str) -> None:
    """A value that no such fact can have is refused, and the error says whose attribute it is."""
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert (caught.value.owner, caught.value.attribute) == (owner, attribute)
    assert str(caught.value).startswith(f"{owner}.{attribute}: ")
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.owner, copy.attribute) == (str(caught.value), owner, attribute)


@given(nouns(model.Cooperation))
@settings(max_examples=25, deadline=None)
def test_any_cooperation_is_a_value(coop: model.Cooperation) -> None:
    """Any cooperation can be hashed, compared, pickled, evolved, summed up and seen as it stood on a day."""
    assert pickle.loads(pickle.dumps(coop)) == coop == attrs.evolve(coop)
    assert hash(coop) == hash(attrs.evolve(coop))
    assert coop.name in coop.summary()
    then = coop.on(D(2016, 6, 1))
    assert then.on(D(2016, 6, 1)) == then
    assert set(then.agreements) <= {*coop.agreements, *then.agreements}
    assert len(then.agreements) <= len(coop.agreements)


@given(nouns(model.Cooperation), st.dates(D(1990, 1, 1), D(2030, 1, 1)))
@settings(max_examples=25, deadline=None)
def test_on_a_day_only_what_is_valid_stands(coop: model.Cooperation, day: dt.date) -> None:
    """On a day there are just the agreements, members and plans whose period has that day, or that have none."""
    then = coop.on(day)
    for before, after in ((coop.agreements, then.agreements), (coop.members, then.members), (coop.plans, then.plans)):
        assert len(after) == sum(item.period is None or day in item.period for item in before)
    assert len(then.events) == sum(item.period is None or item.period.first_day <= day for item in coop.events)


def test_parts_on_a_day() -> None:
    """Participations, decisions and observations inside a noun are those of the day too."""
    parts = (model.Participation("1283"), model.Participation("1260", period=Period(D(2017, 1, 1))))
    decisions = (model.Decision("1283", day=D(2015, 1, 1)), model.Decision("1260", day=D(2016, 12, 1)))
    agreement = model.Agreement("a", "A", model.LegalForm.CONTRACT, parties=parts, decisions=decisions)
    board = model.Board("b", "B", meetings=(model.BoardMeeting("Theme", day=D(2016, 9, 1)),))
    coop = model.Cooperation("x", "X", agreements=(agreement,), board=board)
    then = coop.on(D(2016, 6, 1))
    assert [part.party for part in then.agreements[0].parties] == ["1283"]
    assert then.agreements[0].decisions == decisions[:1]
    assert then.board is not None
    assert then.board.meetings == ()


def test_look_ups() -> None:
    """Every kind of noun is looked up by id, and an unknown id lists what is near."""
    assert COOP.party("1283").name == "Helsingborg"
    assert COOP.member("1260").party.name == "Bjuv"
    for look, known in (
        (COOP.party, "1283"),
        (COOP.member, "1283"),
        (COOP.partner, COOP.partners[0].id),
        (COOP.goal_area, COOP.goal_areas[0].id),
        (COOP.plan, COOP.plans[0].id),
        (COOP.action_plan, COOP.plans[0].action_plans[0].id),
        (COOP.activity, COOP.plans[0].action_plans[0].activities[0].id),
        (COOP.agreement, COOP.agreements[0].id),
        (COOP.program, COOP.programs[0].id),
        (COOP.event, COOP.events[0].id),
        (COOP.shared_service, COOP.shared_services[0].id),
    ):
        assert look(known) is not None
        with pytest.raises(UnknownIdError) as caught:
            look(known[:-1] + "x")
        assert known in caught.value.near
    with pytest.raises(UnknownIdError, match="there are none at all"):
        COOP.network("x")


def test_parties_stand_once() -> None:
    """A party that is a member twice, or also named among the others, is one party."""
    members = (model.Member(BJUV, period=Period.year(2015)), model.Member(BJUV, period=Period.year(2017)))
    coop = model.Cooperation("x", "X", members=members, other_parties=(BJUV, model.Region("12", "Skåne")))
    assert [party.id for party in coop.parties] == ["1260", "12"]
    assert coop.member("1260").period == Period.year(2017)


def test_events_derive_their_figures() -> None:
    """Eurorando's walkers spent 4,333.33 kr and went 33.3 km each; where a figure lacks there is none."""
    walk = COOP.event("eurorando")
    assert walk.spending_per_participant == Fraction(13_000_000, 3_000)
    assert walk.km_per_participant == Fraction(100_000, 3_000)
    empty = model.Event("e", "E", participants=0, spending=Decimal(1), distance=model.Distance(Decimal(1)))
    assert (empty.spending_per_participant, empty.km_per_participant) == (None, None)
    assert model.Event("e", "E", participants=1).km_per_participant is None


@pytest.mark.parametrize(
    ("unit", "km", "shown"),
    [
        ("m", Fraction(1, 2), "500 m (0.5 km)"),
        ("km", Fraction(500), "500 km"),
        ("mil", Fraction(5000), "500 mil (5,000 km)"),
    ],
)
def test_distances_in_swedish_mil(unit: str, km: Fraction, shown: str) -> None:
    """A Swedish mil is ten kilometres."""
    distance = model.Distance(Decimal(500), model.DistanceUnit(unit))
    assert (distance.km, str(distance)) == (km, shown)


def test_programmes_count_participants() -> None:
    """Participants are summed over rounds, unless a round's number is not known or there is no round."""
    one, unknown = model.Round("1", participants=13), model.Round("2")
    assert model.Program("p", "P", rounds=(one, one)).participants == 26
    assert model.Program("p", "P", rounds=(one, unknown)).participants is None
    assert model.Program("p", "P").participants is None


def test_rough_counts_say_so() -> None:
    """A number that is only roughly known is shown as such, apart from what is listed."""
    assert str(model.Count("networks", 40, approximate=True)) == "about 40 networks"
    assert "about 40 networks" in COOP.summary()
    assert COOP.networks == ()


def test_disagreements_show_both_claims() -> None:
    """Both claims of a disagreement are shown, and whether the data follows one."""
    said = (model.Claim("2016", model.Source("A")), model.Claim("2017", model.Source("B")))
    assert str(model.Disagreement("x", "period", said)).endswith("2016 (A) against 2017 (B); the data follows neither")


def test_recurrences_fit_networks() -> None:
    """A network's plan can say when it meets."""
    meets = Recurrence("FREQ=MONTHLY;BYDAY=2TU", D(2016, 1, 1))
    plan = model.NetworkPlan(2016, purpose="To learn", meetings=meets)
    assert plan.meetings is not None
    assert len(plan.meetings.in_year(2016)) == 12
