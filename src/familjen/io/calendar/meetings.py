"""Meetings that come round, and those of the board that are known by day."""

import datetime as dt
from collections.abc import Iterator

import attrs

from familjen.dates import Period
from familjen.io.calendar.asked import Asked
from familjen.io.calendar.coming_round import coming_round
from familjen.io.calendar.entry import Entry, EntryKind, LeftOut
from familjen.model import BoardMeeting, Network

__all__ = ["board", "networks"]


def networks(asked: Asked) -> Iterator[Entry | LeftOut]:
    """Give the meetings of the networks, as their plans for the years say.

    A plan is for a calendar year: its meetings are those of that year, while the network exists.
    """
    for network in asked.coop.networks:
        if not network.plans:
            reason = "no plan says when it meets", "ingen plan säger när det möts"
            yield asked.left_out(network.id, EntryKind.NETWORKS, network.name, *reason)
        yield from _network(asked, network)


def _network(asked: Asked, network: Network) -> Iterator[Entry | LeftOut]:
    for plan in network.plans:
        year = Period.year(plan.year)
        if plan.meetings is None:
            if not asked.window.overlaps(year):
                continue
            reason = f"the plan for {plan.year} does not say when", f"planen för {plan.year} säger inte när det möts"
            yield asked.left_out(network.id, EntryKind.NETWORKS, network.name, *reason)
            continue
        span = year if network.period is None else year.intersection(network.period)
        if span is not None and asked.reach.overlaps(span):
            yield from coming_round(
                asked,
                (network.id, str(plan.year)),
                EntryKind.NETWORKS,
                network.name,
                plan.meetings,
                span=span,
                lines=(plan.purpose, *plan.goals),
                sources=(*plan.sources, *network.sources),
            )


def board(asked: Asked) -> Iterator[Entry | LeftOut]:
    """Give the meetings of the board: those that are known by day, and the others of its schedule.

    A day of the schedule that is known by its theme stands once, with the theme. What a meeting took up on a day that
    is not known is left out.
    """
    body = asked.coop.board
    if body is None:
        return
    by_day: dict[dt.date, list[BoardMeeting]] = {}
    for meeting in body.meetings:
        if meeting.day is not None:
            by_day.setdefault(meeting.day, []).append(meeting)
        elif meeting.period is None or asked.window.overlaps(meeting.period):
            yield asked.left_out(body.id, EntryKind.BOARD, meeting.theme, *_unknown_day(meeting))
    for day, held in by_day.items():
        yield from asked.day(
            (body.id, "meeting", day.isoformat()),
            EntryKind.BOARD,
            body.name,
            day,
            lines=[meeting.theme for meeting in held],
            sources=(*(source for meeting in held for source in meeting.sources), *body.sources),
            hours=asked.hours.get(body.id),
        )
    if body.schedule is not None:
        apart = attrs.evolve(body.schedule, except_days=tuple({*body.schedule.except_days, *by_day}))
        span = asked.coop.period or Period(dt.date.min)
        names = (body.id, "schedule")
        yield from coming_round(
            asked, names, EntryKind.BOARD, body.name, apart, span=span, lines=(), sources=body.sources
        )


def _unknown_day(meeting: BoardMeeting) -> tuple[str, str]:
    if meeting.period is None:
        return "the day is not known", "dagen är inte känd"
    return f"the day is not known, only the time: {meeting.period}", f"dagen är inte känd, bara tiden: {meeting.period}"
