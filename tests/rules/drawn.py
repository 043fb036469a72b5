"""Cooperations drawn by chance: clean ones, in which nothing is wrong, and messy ones, in which anything may be."""

import datetime as dt
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from familjen import model
from familjen.dates import Period
from familjen.findings import Report
from familjen.rules import check, requirements

__all__ = [
    "CODES",
    "PARTIES",
    "basic",
    "basics",
    "clean",
    "coop_of",
    "found",
    "lawful",
    "look",
    "messy",
    "paths",
    "periods",
]

PARTIES = tuple(
    model.Municipality(code, name, "12")
    for code, name in (("1283", "Helsingborg"), ("1260", "Bjuv"), ("1278", "Båstad"), ("1284", "Höganäs"))
)
CODES = tuple(party.code for party in PARTIES)
WHOLE = Period(dt.date(2010, 1, 1))
AGENCY = model.Partner("trafikverket", "Trafikverket", model.PartnerKind.AGENCY)
GOALS = (
    model.GoalArea("miljo", "Environment", responsible=CODES[:1]),
    model.GoalArea("larande", "Learning", responsible=CODES[1:]),
)
IDS = st.sampled_from((*CODES, "1238", "1280", "a", "b", "A", "miljo", "trafikverket", "Bjuv", "Åäö", "no-1517"))
MANY_IDS = st.lists(IDS, max_size=4).map(tuple)
FORMS = st.sampled_from(tuple(model.LegalForm))
KINDS = st.sampled_from(tuple(model.ActivityKind))


@st.composite
def periods(draw: st.DrawFn, first: int = 2014, last: int = 2018) -> Period:
    """Draw a period, open or closed, that begins and ends in these years."""
    days = st.dates(dt.date(first, 1, 1), dt.date(last, 12, 31))
    one, other = sorted((draw(days), draw(days)))
    return Period(one, draw(st.sampled_from((other, None))))


def coop_of(**fields: Any) -> model.Cooperation:
    """Make a cooperation of the four municipalities with these fields besides."""
    members = tuple(model.Member(party) for party in PARTIES)
    return model.Cooperation("par", "A pair", **{"members": members, "partners": (AGENCY,), **fields})


def found(coop: model.Cooperation) -> list[tuple[str, str]]:
    """Give the code and the path of each finding, in the report's order."""
    return [(finding.code, finding.path) for finding in check(coop)]


def basic(coop: model.Cooperation, **options: Any) -> Report:
    """Check references and time alone."""
    return check(coop, select=("FAM1", "FAM2"), **options)


def basics(coop: model.Cooperation) -> list[tuple[str, str]]:
    """Give the code and the path of each finding about references and time, in the report's order."""
    return [(finding.code, finding.path) for finding in basic(coop)]


def look(noun: Any, path: str) -> Any:
    """Give what stands at a JSONPath; fail if nothing does."""
    assert re.fullmatch(r"\$(\.\w+|\[\d+\])*", path)
    for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", path):
        noun = noun[int(index)] if index else getattr(noun, name)
    return noun


def paths(noun: Any, path: str = "$") -> Iterator[tuple[str, Any]]:
    """Give every place in a document, in its order, with what stands there."""
    yield path, noun
    if isinstance(noun, tuple):
        for index, item in enumerate(noun):
            yield from paths(item, f"{path}[{index}]")
    elif attrs.has(type(noun)):
        for field in attrs.fields(type(noun)):
            yield from paths(getattr(noun, field.name), f"{path}.{field.name}")


def some(codes: tuple[str, ...] = CODES, least: int = 1) -> st.SearchStrategy[tuple[str, ...]]:
    """Draw some of the codes, each at most once."""
    return st.lists(st.sampled_from(codes), min_size=least, unique=True).map(tuple)


@st.composite
def clean(draw: st.DrawFn) -> model.Cooperation:
    """Draw a cooperation in which nothing is wrong."""
    return model.Cooperation(
        "par",
        "A pair",
        period=draw(st.sampled_from((WHOLE, None))),
        members=tuple(model.Member(party, period=draw(st.sampled_from((WHOLE, None)))) for party in PARTIES),
        other_parties=draw(st.sampled_from(((), (model.Region("12", "Skåne"),)))),
        partners=(AGENCY,),
        goal_areas=GOALS,
        plans=(draw(_clean_plan()),),
        agreements=tuple(draw(_clean_agreement(n)) for n in range(draw(st.integers(0, 3)))),
        networks=tuple(draw(_clean_network(n)) for n in range(draw(st.integers(0, 3)))),
        programs=(draw(_clean_program()),),
        events=(model.Event("eurorando", "Eurorando", period=Period.year(2016), hosts=draw(some())),),
        shared_services=(
            model.SharedService("ratt", "Law", CODES[1], recipients=model.participations((CODES[0], *CODES[2:]))),
        ),
    )


@st.composite
def _clean_plan(draw: st.DrawFn) -> model.OperationalPlan:
    activity = model.Activity(
        "kurs",
        "A course",
        draw(KINDS),
        goal_area="miljo",
        period=draw(st.sampled_from((Period.year(2016), None))),
        participants=draw(some()),
        partners=(AGENCY.id,),
    )
    other = attrs.evolve(activity, id="kurs-2", goal_area="larande")
    part = model.ActionPlan(
        "hp", "miljo", period=draw(st.sampled_from((Period.year(2016), None))), activities=(activity,)
    )
    return model.OperationalPlan(
        "vp",
        "Plan",
        Period.from_year_to_year(2016, 2019),
        goal_areas=("miljo", "larande"),
        action_plans=(part, attrs.evolve(part, id="hp-2", goal_area="larande", activities=(other,))),
        decisions=tuple(model.Decision("board", year=year) for year in draw(st.sets(st.integers(2016, 2019)))),
    )


@st.composite
def _clean_agreement(draw: st.DrawFn, number: int) -> model.Agreement:
    codes = draw(some(least=2))
    split = model.FixedShares.of({code: Fraction(1, len(codes)) for code in codes})
    year = Period.year(2016 + number)
    late = Period(dt.date(2016 + number, 7, 1))
    return lawful(
        f"avtal-{number}",
        draw(FORMS),
        codes,
        full=draw(st.booleans()),
        period=year,
        parties=model.participations(codes, period=draw(st.sampled_from((year, late, None)))),
        supersedes=f"avtal-{number - 1}" if number else None,
        cost_clause=draw(st.sampled_from((model.CostClause.of(split), model.CostClause.of(model.Equal()), None))),
    )


def lawful(
    name: str, form: model.LegalForm, codes: tuple[str, ...] = CODES[:2], *, full: bool = True, **fields: Any
) -> model.Agreement:
    """Make an agreement in which nothing is wrong by law; a full one has all that the law asks for recorded."""
    known: dict[str, Any] = {"parties": model.participations(codes), "cost_clause": model.CostClause.of(model.Equal())}
    if form is model.LegalForm.JOINT_COMMITTEE:
        known["host"] = codes[0]
    if form is model.LegalForm.CONTRACT:
        known["legal_basis"] = ("1 § lag (2003:192)",)
    if full:
        seats = tuple(model.Representation(code, members=2, substitutes=2) for code in codes)
        known |= {
            "provisions": tuple(model.Provision(each.point) for each in requirements(form)),
            "tasks": ("Rescue",),
            "assembly": model.Assembly(_BODIES.get(form, model.AssemblyKind.BOARD), representation=seats, term_years=4),
            "decisions": tuple(
                model.Decision(code, day=dt.date(2010, 1, 1), matter=matter) for code in codes for matter in _MATTERS
            ),
            "budgets": (
                model.Budget(
                    2016,
                    prepared_by=codes[0],
                    consulted=codes[1:],
                    announced=dt.date(2015, 9, 1),
                    adopted=dt.date(2015, 9, 8),
                    public=True,
                ),
            ),
        }
    return model.Agreement(name, "Agreement", form, **{**known, **fields})


_MATTERS = (model.Matter.APPROVAL, model.Matter.HANDOVER, model.Matter.PURPOSE, model.Matter.COMMITTEE_RULES)
_BODIES = {
    model.LegalForm.FEDERATION: model.AssemblyKind.DIRECTORATE,
    model.LegalForm.JOINT_COMMITTEE: model.AssemblyKind.COMMITTEE,
}


@st.composite
def _clean_network(draw: st.DrawFn, number: int) -> model.Network:
    codes = draw(some())
    return model.Network(
        f"natverk-{number}",
        "Network",
        goal_area=draw(st.sampled_from(("miljo", "larande", None))),
        period=draw(periods(2016, 2016)),
        invited=draw(st.one_of(st.none(), some())),
        members=model.participations(codes),
        coordinators=model.participations(draw(some(codes))),
        plans=(model.NetworkPlan(2016),),
    )


@st.composite
def _clean_program(draw: st.DrawFn) -> model.Program:
    seats = tuple(model.Seats(code, draw(st.integers(1, 5))) for code in CODES)
    rounds = tuple(model.Round(str(n), period=Period.year(2016), seats=seats) for n in range(2))
    return model.Program(
        "chefer",
        "Chiefs",
        period=draw(st.sampled_from((WHOLE, None))),
        members=model.participations(CODES),
        rounds=rounds,
    )


OFTEN = st.one_of(st.none(), periods())
PARTS = st.lists(st.builds(model.Participation, IDS, period=OFTEN), max_size=4).map(tuple)
MAYBE = st.one_of(st.none(), IDS)
SHARES = st.dictionaries(IDS, st.just(Fraction(1, 3)), max_size=3).map(model.FixedShares.of)
ACTIVITY = st.builds(
    model.Activity,
    IDS,
    st.just("Activity"),
    KINDS,
    goal_area=MAYBE,
    period=OFTEN,
    participants=MANY_IDS,
    partners=MANY_IDS,
    indicators=st.lists(st.builds(model.Indicator, IDS, st.just("Indicator"), st.just("%")), max_size=2).map(tuple),
)
ACTION_PLAN = st.builds(
    model.ActionPlan,
    IDS,
    IDS,
    period=OFTEN,
    responsible=MANY_IDS,
    activities=st.lists(ACTIVITY, max_size=2).map(tuple),
)
PLAN = st.builds(
    model.OperationalPlan,
    IDS,
    st.just("Plan"),
    periods(),
    goal_areas=MANY_IDS,
    decisions=st.lists(st.builds(model.Decision, IDS, year=st.integers(2010, 2020)), max_size=2).map(tuple),
    action_plans=st.lists(ACTION_PLAN, max_size=2).map(tuple),
)
AGREEMENT = st.builds(
    model.Agreement,
    IDS,
    st.just("Agreement"),
    FORMS,
    period=OFTEN,
    parties=PARTS,
    partners=MANY_IDS,
    host=MAYBE,
    supersedes=MAYBE,
    cost_clause=st.one_of(st.none(), SHARES.map(model.CostClause.of)),
)
NETWORK = st.builds(
    model.Network,
    IDS,
    st.just("Network"),
    goal_area=MAYBE,
    period=OFTEN,
    invited=st.one_of(st.none(), MANY_IDS),
    members=PARTS,
    coordinators=PARTS,
    partners=MANY_IDS,
    plans=st.lists(st.builds(model.NetworkPlan, st.integers(2010, 2020)), max_size=2).map(tuple),
)
SEATS = st.lists(st.builds(model.Seats, IDS, st.just(1)), max_size=3).map(tuple)
PROGRAM = st.builds(
    model.Program,
    IDS,
    st.just("Programme"),
    period=OFTEN,
    members=PARTS,
    rounds=st.lists(st.builds(model.Round, IDS, period=OFTEN, seats=SEATS), max_size=2).map(tuple),
)
SERVICE = st.builds(model.SharedService, IDS, st.just("Service"), IDS, recipients=PARTS, period=OFTEN, agreement=MAYBE)
EVENT = st.builds(model.Event, IDS, st.just("Event"), period=OFTEN, hosts=MANY_IDS, partners=MANY_IDS)
CLAIMS = st.lists(
    st.builds(model.Claim, st.sampled_from(("2016", "2017")), st.just(model.Source("Report"))), max_size=2
).map(tuple)
DISAGREEMENT = st.builds(
    model.Disagreement, IDS, st.just("period"), CLAIMS, adopted=st.sampled_from(("2016", "2018", None))
)
MEETING = st.builds(
    model.BoardMeeting,
    st.just("Theme"),
    day=st.one_of(st.none(), st.dates(dt.date(2014, 1, 1), dt.date(2018, 12, 31))),
    period=OFTEN,
)
BOARD = st.builds(model.Board, IDS, st.just("Board"), meetings=st.lists(MEETING, max_size=3).map(tuple))


def few(item: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Draw a tuple of at most two."""
    return st.lists(item, max_size=2).map(tuple)


def messy() -> st.SearchStrategy[model.Cooperation]:
    """Draw a cooperation whose ids and periods are nonsense."""
    return st.builds(
        model.Cooperation,
        IDS,
        st.just("A mess"),
        period=OFTEN,
        members=few(st.builds(model.Member, st.sampled_from(PARTIES), period=OFTEN)),
        other_parties=few(st.sampled_from(PARTIES)),
        partners=few(st.builds(model.Partner, IDS, st.just("Partner"), st.just(model.PartnerKind.OTHER))),
        areas=few(st.builds(model.Area, IDS, st.just("Area"))),
        goal_areas=few(st.builds(model.GoalArea, IDS, st.just("Goal"), responsible=MANY_IDS)),
        plans=few(PLAN),
        activities=few(ACTIVITY),
        agreements=few(AGREEMENT),
        networks=few(NETWORK),
        programs=few(PROGRAM),
        events=few(EVENT),
        shared_services=few(SERVICE),
        board=st.one_of(st.none(), BOARD),
        disagreements=few(DISAGREEMENT),
    )
