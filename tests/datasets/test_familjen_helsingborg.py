"""What the data set says of Familjen Helsingborg, fact by fact."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from familjen.dates import Period
from familjen.model import (
    ActivityKind,
    Cooperation,
    DistanceUnit,
    LegalForm,
    Municipality,
    PartnerKind,
    Rate,
    RenewalKind,
)

NAMES = {
    "1214": "Svalöv",
    "1257": "Örkelljunga",
    "1260": "Bjuv",
    "1275": "Perstorp",
    "1276": "Klippan",
    "1277": "Åstorp",
    "1278": "Båstad",
    "1282": "Landskrona",
    "1283": "Helsingborg",
    "1284": "Höganäs",
    "1292": "Ängelholm",
}
GOAL_AREAS = ("infrastruktur", "naringsliv", "larande", "oppenhet-och-inkludering", "miljo")


def quotes(noun: object) -> str:
    """Give all quotes that stand on a noun."""
    return " ".join(source.quote for source in getattr(noun, "sources", ()) if source.quote)


def test_eleven_members(coop: Cooperation) -> None:
    """Familjen Helsingborg has eleven members, each of them once."""
    assert len(coop.members) == len({member.party.id for member in coop.members}) == 11


@pytest.mark.parametrize(("code", "name"), NAMES.items())
def test_names_match_codes(coop: Cooperation, code: str, name: str) -> None:
    """Each municipality has its own code and lies in the county of Skåne."""
    assert coop.party(code) == Municipality(code, name, "12")


@pytest.mark.parametrize("name", NAMES.values())
def test_members_are_named_in_their_quote(coop: Cooperation, name: str) -> None:
    """Each member rests on a sentence that names it."""
    (member,) = [member for member in coop.members if member.party.name == name]
    assert name in quotes(member)


def test_members_stand_in_the_order_of_the_report(coop: Cooperation) -> None:
    """Members stand in the order in which the report lists them."""
    listed = quotes(coop.member("1260"))
    places = [listed.index(member.party.name) for member in coop.members]
    assert places == sorted(places)


def test_memberships_have_no_period(coop: Cooperation) -> None:
    """Since when each is a member is not said, so no membership has a period."""
    assert all(member.period is None for member in coop.members)


def test_purpose(coop: Cooperation) -> None:
    """The purpose is to drive shared questions, and its idea is to get more out of the same resources."""
    assert coop.purpose is not None
    for words in ("benefit the region", "growth, efficiency and development", "more out of the same resources"):
        assert words in coop.purpose.text
    for words in ("Syftet med Familjen Helsingborg", "Idén är att samarbeta", "får ut mer av samma resurser"):
        assert words in quotes(coop.purpose)


def test_principle(coop: Cooperation) -> None:
    """Everyone wins, if not every time, then at least over time."""
    assert coop.principle is not None
    assert coop.principle.text.startswith("Everyone wins – if not every time, then at least over time.")
    assert "alla vinner – om inte vid varje tillfälle, så åtminstone över tid" in quotes(coop.principle)


def test_active_part_is_kept(coop: Cooperation) -> None:
    """That the cooperation builds on the municipalities' active part is kept beside the principle."""
    assert coop.principle is not None
    assert "active part" in coop.principle.text
    assert "aktivt deltagande" in quotes(coop.principle)


@pytest.mark.parametrize(
    ("index", "english", "swedish"),
    [
        (0, "benefits our region", "gynnar"),
        (1, "benefits of scale", "skalfördelar"),
        (2, "more weight", "större tyngd"),
    ],
)
def test_three_reasons(coop: Cooperation, index: int, english: str, swedish: str) -> None:
    """There are three reasons to cooperate, each with its own words and the lead-in to them."""
    assert len(coop.reasons) == 3
    assert english in coop.reasons[index].text
    assert swedish in quotes(coop.reasons[index])
    assert "Vi samarbetar därför att" in quotes(coop.reasons[index])


def test_about_forty_networks(coop: Cooperation) -> None:
    """About forty networks are counted, and none is listed, because none is named."""
    assert [str(count) for count in coop.counts] == ["about 40 networks"]
    assert coop.networks == ()


def test_five_main_areas_and_four_further(coop: Cooperation) -> None:
    """The parties cooperate in five main fields and, for example, in four further ones."""
    assert [area.main for area in coop.areas] == [True] * 5 + [False] * 4
    assert [area.id for area in coop.areas if not area.main] == [
        "omrade-samhallsplanering",
        "omrade-socialtjanst",
        "omrade-bibliotek",
        "omrade-raddningsverksamhet",
    ]


def test_main_areas_are_the_goal_areas(coop: Cooperation) -> None:
    """The five main fields bear the names of the five goal areas."""
    assert [area.name for area in coop.areas if area.main] == [area.name for area in coop.goal_areas]


def test_plan_for_2016_to_2019(coop: Cooperation) -> None:
    """The operational plan is for 2016-2019 and is decided by the board every year."""
    plan = coop.plan("verksamhetsplan-2016-2019")
    assert plan.period == Period(dt.date(2016, 1, 1), dt.date(2019, 12, 31))
    assert (plan.decided_by, plan.decided_yearly) == ("board", True)
    assert plan.decisions == ()


def test_five_goal_areas(coop: Cooperation) -> None:
    """The plan has the five goal areas of the report, in its order."""
    assert coop.plan("verksamhetsplan-2016-2019").goal_areas == GOAL_AREAS
    assert tuple(area.id for area in coop.goal_areas) == GOAL_AREAS


@pytest.mark.parametrize("goal_area", GOAL_AREAS)
def test_each_goal_area_has_its_action_plan(coop: Cooperation, goal_area: str) -> None:
    """Each goal area has an action plan of its own, for which nobody is named as responsible."""
    action_plan = coop.action_plan(f"handlingsplan-{goal_area}")
    assert action_plan.goal_area == goal_area
    assert action_plan.responsible == coop.goal_area(goal_area).responsible == ()
    assert "en egen handlingsplan" in quotes(action_plan)


@pytest.mark.parametrize(
    ("key", "kind", "goal_area"),
    [
        ("infrastrukturstrategi", ActivityKind.STRATEGY, "infrastruktur"),
        ("mangfaldsprojekt", ActivityKind.PROJECT, "oppenhet-och-inkludering"),
        ("mangfaldswebb", ActivityKind.WEBSITE, "oppenhet-och-inkludering"),
        ("arets-mangfaldsinitiativ", ActivityKind.AWARD, "oppenhet-och-inkludering"),
    ],
)
def test_activities(coop: Cooperation, key: str, kind: ActivityKind, goal_area: str) -> None:
    """Each activity of 2016 has its kind and goal area, and says that the goal area is our reading."""
    activity = coop.activity(key)
    assert (activity.kind, activity.goal_area, activity.period) == (kind, goal_area, Period.year(2016))
    assert activity in coop.action_plan(f"handlingsplan-{goal_area}").activities
    assert activity.description is not None
    assert "our reading" in activity.description


def test_three_ways_to_increase_diversity(coop: Cooperation) -> None:
    """There are three ways to increase diversity, as the report says."""
    ways = coop.action_plan("handlingsplan-oppenhet-och-inkludering").activities
    assert len(ways) == 3
    assert all("tre olika sätt för att öka mångfalden" in quotes(way) for way in ways)


def test_strategy_has_its_partners(coop: Cooperation) -> None:
    """The infrastructure strategy is a basis for work with three named partners and others."""
    strategy = coop.activity("infrastrukturstrategi")
    assert [coop.partner(key).name for key in strategy.partners] == ["Trafikverket", "Region Skåne", "Skånetrafiken"]
    assert strategy.description is not None
    assert "others who are not named" in strategy.description


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("trafikverket", PartnerKind.AGENCY),
        ("region-skane", PartnerKind.REGION),
        ("skanetrafiken", PartnerKind.OTHER),
        ("nsva", PartnerKind.OTHER),
    ],
)
def test_partners(coop: Cooperation, key: str, kind: PartnerKind) -> None:
    """Partners are of the kind that is sure, and of no particular kind where it is not."""
    assert coop.partner(key).kind is kind
    assert coop.partner(key).org_number is None


def test_agreement_from_2016(coop: Cooperation) -> None:
    """The agreement came into force on 1 January 2016, between all members, and its last day is not known."""
    agreement = coop.agreement("samarbetsavtal-2016")
    assert agreement.period == Period(dt.date(2016, 1, 1))
    assert [part.party for part in agreement.parties] == [member.party.id for member in coop.members]
    assert agreement.form is LegalForm.CIVIL_LAW


def test_single_name(coop: Cooperation) -> None:
    """All cooperation now takes place under the name Familjen Helsingborg."""
    assert coop.name == "Familjen Helsingborg"
    assert "under the name Familjen Helsingborg" in coop.agreement("samarbetsavtal-2016").tasks[0]


def test_what_is_not_known_of_the_agreement(coop: Cooperation) -> None:
    """Notice, predecessor and the councils' decisions are not known and are not made up."""
    agreement = coop.agreement("samarbetsavtal-2016")
    assert (agreement.notice, agreement.supersedes, agreement.decisions) == (None, None, ())


def test_fee(coop: Cooperation) -> None:
    """The fee is 21 kronor per inhabitant, in whole kronor, and on which day inhabitants are counted is not known."""
    agreement = coop.agreement("samarbetsavtal-2016")
    clause = agreement.cost_clause
    assert clause is not None
    assert clause.steps == (Rate(Decimal(21)),)
    assert (clause.unit, clause.words, agreement.currency) == (Decimal(1), None, "SEK")
    assert clause.sources
    assert not quotes(clause)


def test_host_and_renewal(coop: Cooperation) -> None:
    """Helsingborg hosts the secretariat at self-cost, and the agreement is renewed after each general election."""
    agreement = coop.agreement("samarbetsavtal-2016")
    assert agreement.host == "1283"
    assert any("at self-cost" in task for task in agreement.tasks)
    assert agreement.renewal is not None
    assert (agreement.renewal.kind, agreement.renewal.months) == (RenewalKind.AFTER_ELECTION, None)


def test_board(coop: Cooperation) -> None:
    """Each member has two seats on the board, 22 in all, and the chief executives are co-opted."""
    board = coop.board
    assert board is not None
    assert board.seats_per_member == len(board.composition) == 2
    assert board.seats_per_member * len(coop.members) == 22
    assert "kommundirektör" in board.co_opted[0]
    assert board.substitutes_per_member is None


def test_board_themes(coop: Cooperation) -> None:
    """The board took up the reception of newly arrived people and questions of business and industry in 2016."""
    assert coop.board is not None
    newly_arrived, business = coop.board.meetings
    assert "mottagandet av nyanlända" in newly_arrived.theme
    assert "näringslivsfrågor" in business.theme
    for meeting in coop.board.meetings:
        assert (meeting.day, meeting.period) == (None, Period.year(2016))


def test_network_rules(coop: Cooperation) -> None:
    """All are invited to a network, it takes a majority to start one, and it renews its plan each year."""
    rules = coop.network_rules
    assert rules is not None
    assert rules.start_above == Fraction(1, 2)
    assert rules.invite_all
    assert rules.needs_coordinator
    assert rules.renewed_yearly
    assert rules.voluntary
    assert [step.partition(":")[0] for step in rules.steps] == ["Start"] * 4 + ["While it runs"] * 4 + ["End"]


def test_framtidens_chefer(coop: Cooperation) -> None:
    """Framtidens chefer was held in two rounds of thirteen in 2016, for those who are not managers yet."""
    program = coop.program("framtidens-chefer")
    assert [held.participants for held in program.rounds] == [13, 13]
    assert program.participants == 26
    assert {held.period for held in program.rounds} == {Period.year(2016)}
    assert program.audience == "Employees with a talent for leadership who do not yet work as managers"


def test_trainee_programme(coop: Cooperation) -> None:
    """The trainee programme got a new group in 2016, lasts 16 months, and has a purpose."""
    program = coop.program("traineeprogrammet")
    assert program.months == 16
    assert program.purpose is not None
    assert "attractive employers" in program.purpose
    (group,) = program.rounds
    assert (group.period, group.participants) == (Period.year(2016), None)


def test_who_takes_part_in_the_trainee_programme(coop: Cooperation) -> None:
    """Ten members and NSVA take part in the trainee programme, and Båstad does not."""
    program = coop.program("traineeprogrammet")
    assert set(NAMES) - {part.party for part in program.members} == {"1278"}
    assert len(program.members) == 10
    assert program.partners == ("nsva",)


def test_eurorando(coop: Cooperation) -> None:
    """Eurorando drew 3,000 walkers from 24 countries, who went 10,000 mil and spent 13 million kronor."""
    walk = coop.event("eurorando")
    assert (walk.participants, walk.countries, walk.spending, walk.currency) == (3_000, 24, Decimal(13_000_000), "SEK")
    assert walk.distance is not None
    assert (walk.distance.value, walk.distance.unit) == (Decimal(10_000), DistanceUnit.MIL)
    assert (walk.period, walk.hosts) == (Period.year(2016), ())


def test_eurorando_per_participant(coop: Cooperation) -> None:
    """Each walker of Eurorando spent 4,333.33 kronor and went 33.3 kilometres, exactly 13,000/3 and 100/3."""
    walk = coop.event("eurorando")
    assert walk.spending_per_participant == Fraction(13_000, 3)
    assert walk.km_per_participant == Fraction(100, 3)
    assert f"{float(walk.spending_per_participant):,.2f}" == "4,333.33"
    assert f"{float(walk.km_per_participant):.1f}" == "33.3"


def test_family_law(coop: Cooperation) -> None:
    """Helsingborg performs family law for Åstorp, Örkelljunga, Klippan and Svalöv from 2016."""
    service = coop.shared_service("familjeratt")
    assert service.provider == "1283"
    assert [coop.party(part.party).name for part in service.recipients] == [
        "Åstorp",
        "Örkelljunga",
        "Klippan",
        "Svalöv",
    ]
    assert service.period == Period(dt.date(2016, 1, 1))
    assert service.agreement is None


def test_family_law_recipients_are_quoted(coop: Cooperation) -> None:
    """Each recipient rests on the sentence that names it."""
    for part in coop.shared_service("familjeratt").recipients:
        assert coop.party(part.party).name in quotes(part)
        assert part.period is None


@pytest.mark.parametrize("attribute", ["period", "recipients"])
def test_disagreements(coop: Cooperation, attribute: str) -> None:
    """On when family law started and for whom, both claims are kept, and the data follows the annual report."""
    (dispute,) = [dispute for dispute in coop.disagreements if dispute.attribute == attribute]
    assert dispute.subject == "familjeratt"
    ours, theirs = dispute.claims
    assert ours.value == dispute.adopted != theirs.value
    assert ours.source.quote is not None
    assert "intranät" in theirs.source.title
    assert theirs.source.quote is None
    assert dispute.reason


def test_disagreement_claims(coop: Cooperation) -> None:
    """One source has 2016 and Klippan, the other has 2017 and not Klippan."""
    started, recipients = coop.disagreements
    assert [claim.value for claim in started.claims] == ["from 2016", "from 2017"]
    assert "Klippan and Svalöv" in recipients.claims[0].value
    assert recipients.claims[1].value.endswith("but not Klippan")
