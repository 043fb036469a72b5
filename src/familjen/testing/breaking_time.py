"""For rules of time: what makes a clean cooperation break them (brutna tider)."""

import datetime as dt
from typing import Any

import attrs

from familjen import model
from familjen.dates import Notice, Period
from familjen.testing.breaking import OPEN, Breaker, agreed, codes_of, with_agreement, with_more, with_network

__all__ = ["TIME"]


def _following(first: Period, then: Period) -> Breaker:
    """Add two agreements, of which one replaces the other."""

    def broken(coop: model.Cooperation) -> model.Cooperation:
        one = agreed(coop, period=first)
        return with_more(coop, "agreements", one, attrs.evolve(one, id="nyare", supersedes="nytt", period=then))

    return broken


def _plan(**fields: Any) -> Breaker:
    """Change the plan."""
    return lambda coop: attrs.evolve(coop, plans=(attrs.evolve(coop.plans[0], **fields), *coop.plans[1:]))


def _part(**fields: Any) -> Breaker:
    """Change the plan's first action plan."""

    def broken(coop: model.Cooperation) -> model.Cooperation:
        first, *rest = coop.plans[0].action_plans
        return _plan(action_plans=(attrs.evolve(first, **fields), *rest))(coop)

    return broken


def _activity(coop: model.Cooperation) -> model.Cooperation:
    activity = attrs.evolve(coop.plans[0].action_plans[0].activities[0], period=Period.year(2009))
    return _part(activities=(activity,))(coop)


def _early_member(coop: model.Cooperation) -> model.Cooperation:
    first, *rest = coop.members
    early = attrs.evolve(first, period=Period(dt.date(2005, 1, 1)))
    return attrs.evolve(coop, period=Period(dt.date(2010, 1, 1)), members=(early, *rest))


def _early_round(coop: model.Cooperation) -> model.Cooperation:
    program = model.Program(
        "nytt", "New", period=Period.year(2017), rounds=(model.Round("1", period=Period.year(2016)),)
    )
    return with_more(coop, "programs", program)


def _meeting(coop: model.Cooperation) -> model.Cooperation:
    meeting = model.BoardMeeting("Theme", day=dt.date(2016, 1, 1), period=Period.year(2017))
    return attrs.evolve(coop, board=model.Board("styrelse", "The board", meetings=(meeting,)))


TIME: dict[str, Breaker] = {
    "FAM201": _early_member,
    "FAM202": _part(period=Period.year(2009)),
    "FAM203": _activity,
    "FAM204": _early_round,
    "FAM205": with_agreement(lambda codes: {"parties": model.participations(codes[:2], period=Period.year(2031))}),
    "FAM206": with_network(lambda _: {"period": Period.year(2016), "plans": (model.NetworkPlan(2009),)}),
    "FAM207": _meeting,
    "FAM210": _plan(decisions=(model.Decision("board", year=2009),)),
    "FAM211": _following(Period.year(2030), Period.year(2032)),
    "FAM212": _following(OPEN, Period.year(2032)),
    "FAM213": _following(Period.year(2030), Period.year(2029)),
    "FAM214": with_agreement(lambda _: {"notice": Notice(years=1, months=1)}),
    "FAM215": with_agreement(lambda codes: {"decisions": (model.Decision(codes[0]),)}),
    "FAM216": with_agreement(
        lambda codes: {"decisions": tuple(model.Decision(code, day=dt.date(2030, 1, 2)) for code in codes[:2])}
    ),
    "FAM217": _plan(decided_yearly=True, decisions=tuple(model.Decision("board", year=y) for y in (2016, 2018))),
    "FAM218": with_network(
        lambda codes: {
            "members": model.participations(codes),
            "period": OPEN,
            "plans": (model.NetworkPlan(2026), model.NetworkPlan(2028)),
        },
        {"renewed_yearly": True},
    ),
    "FAM219": with_network(
        lambda codes: {
            "members": model.participations(codes),
            "period": OPEN,
            "plans": (model.NetworkPlan(2027, day=dt.date(2027, 1, 1)),),
        },
        {"renewed_yearly": True},
    ),
    "FAM220": lambda coop: with_more(
        with_more(coop, "agreements", agreed(coop)),
        "shared_services",
        model.SharedService("ny", "New", codes_of(coop)[0], period=Period.year(2031), agreement="nytt"),
    ),
    "FAM222": with_agreement(lambda _: {"period": OPEN, "renewal": model.Renewal(model.RenewalKind.AUTOMATIC)}),
}
"""By the code of the rule that each of them breaks."""
