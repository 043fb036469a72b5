"""Cooperations in which nothing is wrong (felfri samverkan)."""

import datetime as dt
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from familjen import model, places
from familjen.dates import Period
from familjen.errors import InvalidValueError
from familjen.testing.named import municipalities
from familjen.validators import show

__all__ = ["valid_cooperations"]

_BEGUN = Period(dt.date(2010, 1, 1))
_AGENCY = model.Partner("trafikverket", "Trafikverket", model.PartnerKind.AGENCY)
_YEARS = (2016, 2019)
_AGREED = 2026
"""The year of the first agreement: the rules of the law on each form do not judge those of much earlier years."""


def valid_cooperations(*, least: int = 2, most: int = 4) -> st.SearchStrategy[model.Cooperation]:
    """Draw cooperations about which `familjen.rules.check` finds no error (felfri samverkan).

    Their members are real municipalities. They have goal areas, a plan with activities, an event and a shared service,
    and may have agreements of every legal form, networks and a programme.

    Args:
        least: How many members there are at least, from two.
        most: How many there are at most, to the number of Sweden's municipalities.

    Raises:
        InvalidValueError: There are fewer than two or more than there are, or the most is less than the least.

    >>> from hypothesis import find
    >>> coop = find(valid_cooperations(), lambda coop: len(coop.agreements) == 1)
    >>> [member.party.name for member in coop.members], coop.agreements[0].form.value
    (['Upplands Väsby', 'Vallentuna'], 'civil-law')
    """
    there = len(places.municipalities())
    if type(least) is not int or type(most) is not int or not 2 <= least <= most <= there:  # noqa: PLR2004 - a pair cooperates
        raise InvalidValueError(
            f"{show(least)} to {show(most)} members cannot be drawn; begin with two and end with {there} at most",
            attribute="least",
        )
    return st.lists(municipalities(), min_size=least, max_size=most, unique=True).flatmap(_cooperations)


@st.composite
def _cooperations(draw: st.DrawFn, members: list[model.Municipality]) -> model.Cooperation:
    codes = tuple(member.code for member in members)
    goals = (
        model.GoalArea("miljo", "Environment", responsible=codes[:1]),
        model.GoalArea("larande", "Learning", responsible=codes[1:]),
    )
    return model.Cooperation(
        "samverkan",
        "A cooperation",
        period=draw(st.none() | st.just(_BEGUN)),
        members=tuple(model.Member(party, period=draw(st.none() | st.just(_BEGUN))) for party in members),
        partners=(_AGENCY,),
        goal_areas=goals,
        plans=(draw(_plans(codes)),),
        agreements=tuple([draw(_agreements(codes, number)) for number in range(draw(st.integers(0, 3)))]),
        networks=tuple([draw(_networks(codes, number)) for number in range(draw(st.integers(0, 3)))]),
        programs=draw(st.just(()) | st.tuples(_programs(codes))),
        events=(
            model.Event("marknad", "A fair", period=Period.year(2016), hosts=draw(st.sampled_from((codes[:1], codes)))),
        ),
        shared_services=(
            model.SharedService("jour", "On call", codes[1], recipients=model.participations((codes[0], *codes[2:]))),
        ),
    )


def _some(codes: tuple[str, ...], least: int = 1) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(codes), min_size=least, unique=True).map(tuple)


@st.composite
def _plans(draw: st.DrawFn, codes: tuple[str, ...]) -> model.OperationalPlan:
    year = st.none() | st.just(Period.year(_YEARS[0]))
    parts: list[model.ActionPlan] = []
    for goal in ("miljo", "larande"):
        activity = model.Activity(
            f"kurs-{goal}",
            "A course",
            draw(st.sampled_from(model.ActivityKind)),
            goal_area=goal,
            period=draw(year),
            participants=draw(_some(codes)),
            partners=(_AGENCY.id,),
        )
        parts.append(model.ActionPlan(f"handlingsplan-{goal}", goal, period=draw(year), activities=(activity,)))
    decided = sorted(draw(st.sets(st.integers(*_YEARS))))
    return model.OperationalPlan(
        "verksamhetsplan",
        "A plan",
        Period.from_year_to_year(*_YEARS),
        goal_areas=("miljo", "larande"),
        action_plans=tuple(parts),
        decisions=tuple(model.Decision("board", year=each) for each in decided),
    )


@st.composite
def _agreements(draw: st.DrawFn, codes: tuple[str, ...], number: int) -> model.Agreement:
    """Draw an agreement of the year of its number, which replaces the one before it."""
    year = _AGREED + number
    parties = draw(_some(codes, least=2))
    split = model.FixedShares.of(dict.fromkeys(parties, Fraction(1, len(parties))))
    form = draw(st.sampled_from((model.LegalForm.CIVIL_LAW, *model.LegalForm)))
    asked: dict[str, Any] = {}
    if form is model.LegalForm.JOINT_COMMITTEE:
        asked["host"] = parties[0]
    if form is model.LegalForm.CONTRACT:
        asked["legal_basis"] = ("1 § lag (2003:192)",)
    when = st.sampled_from((None, Period.year(year), Period(dt.date(year, 7, 1))))
    return model.Agreement(
        f"avtal-{number}",
        "An agreement",
        form,
        period=Period.year(year),
        parties=model.participations(parties, period=draw(when)),
        supersedes=f"avtal-{number - 1}" if number else None,
        cost_clause=draw(st.sampled_from((model.CostClause.of(model.Equal()), model.CostClause.of(split)))),
        **asked,
    )


@st.composite
def _networks(draw: st.DrawFn, codes: tuple[str, ...], number: int) -> model.Network:
    members = draw(_some(codes))
    first = draw(st.dates(dt.date(_YEARS[0], 1, 1), dt.date(_YEARS[0], 12, 31)))
    return model.Network(
        f"natverk-{number}",
        "A network",
        goal_area=draw(st.sampled_from((None, "miljo", "larande"))),
        period=Period(first, draw(st.none() | st.just(dt.date(2030, 12, 31)))),
        invited=draw(st.none() | st.just(codes)),
        members=model.participations(members),
        coordinators=model.participations(draw(_some(members))),
        plans=(model.NetworkPlan(_YEARS[0]),),
    )


@st.composite
def _programs(draw: st.DrawFn, codes: tuple[str, ...]) -> model.Program:
    seats = tuple([model.Seats(code, draw(st.integers(1, 5))) for code in codes])
    rounds = tuple(model.Round(str(turn), period=Period.year(_YEARS[0]), seats=seats) for turn in (1, 2))
    return model.Program(
        "chefer",
        "Managers to be",
        period=draw(st.none() | st.just(_BEGUN)),
        members=model.participations(codes),
        rounds=rounds,
    )
