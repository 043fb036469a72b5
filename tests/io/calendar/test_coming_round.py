"""What meetings that come round promise."""

import datetime as dt
from typing import Any

import icalendar
import pytest
from dateutil.rrule import rruleset, rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.io.calendar.made_up import events_of, network

from familjen.dates import Period, Recurrence
from familjen.errors import InvalidValueError
from familjen.io.calendar import Hours, Move, RedDays, calendar_of
from familjen.io.calendar.portable import is_portable
from familjen.io.calendar.red_days import Avoid
from familjen.model import Board, BoardMeeting, Cooperation, Event

RULES = [
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=2",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
    "FREQ=DAILY;INTERVAL=10;COUNT=12",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=1WE",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=WEEKLY;UNTIL=20260630",
    "FREQ=YEARLY;BYWEEKNO=7",
    "FREQ=MONTHLY;BYDAY=+1FR;BYMONTHDAY=1,2,3",
    "FREQ=WEEKLY;BYDAY=2TU",
]
_days = st.dates(dt.date(2023, 1, 1), dt.date(2027, 12, 31))


def _board(schedule: Recurrence, **more: Any) -> Cooperation:
    return Cooperation("par", "A pair", board=Board("styrelse", "The board", schedule=schedule, **more))


def _read(events: list[icalendar.Event], last: dt.date) -> list[dt.date]:
    """Give the days that a reader of the file would see, by dateutil."""
    days: list[dt.date] = []
    for event in events:
        start = event.start
        naive = start.replace(tzinfo=None) if isinstance(start, dt.datetime) else dt.datetime.combine(start, dt.time())
        if "RRULE" not in event:
            days.append(naive.date())
            continue
        rule = event["RRULE"].copy()
        until = rule.pop("UNTIL", [None])[0]
        seen = rruleset()
        seen.rrule(rrulestr(rule.to_ical().decode(), dtstart=naive))
        for left in event.exdates:
            seen.exdate(
                left.replace(tzinfo=None) if isinstance(left, dt.datetime) else dt.datetime.combine(left, dt.time())
            )
        if isinstance(until, dt.datetime):
            until = until.astimezone(start.tzinfo).replace(tzinfo=None)
        elif until is not None:
            until = dt.datetime.combine(until, dt.time())
        end = dt.datetime.combine(last, dt.time(23, 59))
        hits = seen.between(naive, end if until is None else min(until, end), inc=True)
        assert hits[0] == naive or naive in [dt.datetime.combine(x, dt.time()) for x in event.exdates]
        days += [hit.date() for hit in hits]
    return sorted(days)


@given(st.sampled_from(RULES), _days, _days, st.integers(0, 700), st.sampled_from(((), ("styrelse",))))
@settings(max_examples=30, deadline=None)
def test_a_reader_sees_the_days_of_the_rule(
    rule: str, first: dt.date, start: dt.date, length: int, timed: tuple[str, ...]
) -> None:
    """What a program reads from the file are the days of the recurrence that lie in the window, no more and no less."""
    last = start + dt.timedelta(days=length)
    assume(first <= last)
    schedule = Recurrence(rule, first, except_days=(dt.date(2025, 6, 5), dt.date(2026, 1, 13)))
    hours = dict.fromkeys(timed, Hours(dt.time(23, 30)))
    calendar = calendar_of(_board(schedule), first_day=start, last_day=last, hours=hours)
    assert tuple(_read(events_of(calendar), last)) == schedule.between(Period(start, last))


def test_a_rule_is_kept() -> None:
    """Without days to avoid there is one event, with the rule; without an end, the rule has none."""
    schedule = Recurrence("FREQ=MONTHLY;BYDAY=2TU", dt.date(2026, 1, 1))
    (read,) = events_of(calendar_of(_board(schedule)))
    assert read["RRULE"].to_ical() == b"FREQ=MONTHLY;BYDAY=2TU"
    assert read.start == dt.date(2026, 1, 13)


def test_the_first_day_is_one_of_the_rule() -> None:
    """DTSTART is a day of the rule, as RFC 5545 asks, though the recurrence may apply from an earlier one."""
    schedule = Recurrence("FREQ=WEEKLY;BYDAY=FR", dt.date(2026, 1, 1), except_days=(dt.date(2026, 1, 2),))
    (read,) = events_of(calendar_of(_board(schedule)))
    assert read.start == dt.date(2026, 1, 9)


def test_a_rule_that_programs_read_differently_is_told_day_by_day() -> None:
    """Weeks of the year stand as days; without an end they are refused, with what to give."""
    schedule = Recurrence("FREQ=YEARLY;BYWEEKNO=7", dt.date(2026, 1, 1))
    read = events_of(calendar_of(_board(schedule), last_day=dt.date(2026, 12, 31)))
    assert len(read) == 7
    assert not any("RRULE" in event for event in read)
    with pytest.raises(InvalidValueError, match="'The board' meets without an end; give the last day"):
        calendar_of(_board(schedule))


def test_a_plan_is_for_its_year() -> None:
    """A network's meetings are those of the year that the plan is for."""
    coop = Cooperation("par", "A pair", networks=(network("FREQ=MONTHLY;BYDAY=3FR", dt.date(2025, 1, 1), 2026),))
    (entry,) = calendar_of(coop).entries
    days = entry.days(Period(dt.date(2020, 1, 1), dt.date(2030, 1, 1)))
    assert (days[0], days[-1], len(days)) == (dt.date(2026, 1, 16), dt.date(2026, 12, 18), 12)


def test_a_known_meeting_stands_once() -> None:
    """A day of the schedule whose themes are known is one entry, with the themes, and no longer one of the rule."""
    schedule = Recurrence("FREQ=MONTHLY;BYDAY=1TH", dt.date(2026, 1, 1), last_day=dt.date(2026, 12, 31))
    known = tuple(BoardMeeting(theme, day=dt.date(2026, 9, 3)) for theme in ("Budget", "Plan"))
    calendar = calendar_of(_board(schedule, meetings=known))
    read = events_of(calendar)
    assert _read(read, dt.date(2026, 12, 31)) == list(schedule.in_year(2026))
    (meeting,) = [event for event in read if "RRULE" not in event]
    assert str(meeting["DESCRIPTION"]) == "Budget\nPlan"


@given(st.sampled_from(RULES), _days, st.sampled_from(Avoid), st.sampled_from(Move))
@settings(max_examples=30, deadline=None)
def test_no_meeting_is_on_a_day_to_avoid(rule: str, first: dt.date, avoid: Avoid, move: Move) -> None:
    """No meeting stands on a day to avoid, none is lost without a word, and each that was moved says from where."""
    schedule = Recurrence(rule, first)
    period = Period(first, first + dt.timedelta(days=500))
    calendar = calendar_of(_board(schedule), last_day=period.last_day, avoid=avoid, move=move, lang="sv")
    red = RedDays(avoid)
    days = schedule.between(period)
    assert all(red.name(entry.first_day) is None for entry in calendar.entries)
    into = [entry for entry in calendar.entries if entry.moved_from is not None and entry.moved_from not in period]
    assert len(calendar.entries) - len(into) + len(calendar.left_out) == len(days)
    assert all(entry.first_day <= first + dt.timedelta(days=500) for entry in calendar.entries)
    moved = [entry for entry in calendar.entries if entry.moved_from is not None]
    assert all(entry.description.startswith(f"Flyttat från {entry.moved_from} (") for entry in moved)
    assert all(entry.first_day.weekday() < 5 for entry in moved)
    assert {entry.moved_from or entry.first_day for entry in calendar.entries if entry not in into} <= set(days)
    assert len({entry.first_day for entry in calendar.entries}) == len(calendar.entries)


@pytest.mark.parametrize(
    ("move", "day"),
    [("next", dt.date(2026, 6, 22)), ("previous", dt.date(2026, 6, 18)), ("skip", None)],
    ids=["next", "previous", "skip"],
)
def test_midsummer_is_moved_as_asked(move: str, day: dt.date | None) -> None:
    """A meeting on Midsummer Eve is on the Monday after or the Thursday before, or is not held and listed so."""
    coop = Cooperation("par", "A pair", networks=(network("FREQ=MONTHLY;BYDAY=3FR", dt.date(2026, 1, 1), 2026),))
    june = {"first_day": dt.date(2026, 6, 1), "last_day": dt.date(2026, 6, 30)}
    calendar = calendar_of(coop, **june, avoid="red-days-and-eves", move=move)
    assert [entry.first_day for entry in calendar.entries] == ([] if day is None else [day])
    left = [str(each) for each in calendar.left_out]
    assert left == (["Bibliotek: not held on 2026-06-19 (Midsummer Eve)"] if day is None else [])


def test_a_moved_meeting_keeps_its_id() -> None:
    """Whether a meeting is moved to the day after or before, its entry is the same to a calendar program."""
    coop = Cooperation("par", "A pair", networks=(network("FREQ=MONTHLY;BYDAY=3FR", dt.date(2026, 1, 1), 2026),))
    ids = [
        {entry.uid for entry in calendar_of(coop, avoid="red-days-and-eves", move=move).entries}
        for move in ("next", "previous")
    ]
    assert ids[0] == ids[1]


def test_two_meetings_do_not_fall_together() -> None:
    """A meeting that would be moved to a day on which it meets anyway is not held, and listed so."""
    schedule = Recurrence("FREQ=DAILY", dt.date(2026, 4, 30), last_day=dt.date(2026, 5, 4))
    calendar = calendar_of(_board(schedule), avoid="red-days")
    held = [entry.first_day.day for entry in calendar.entries]
    assert held == [30, 2, 4]
    assert [str(each) for each in calendar.left_out] == [
        "The board: not held on 2026-05-01 (May Day): it meets on 2026-05-04 anyway",
        "The board: not held on 2026-05-03 (Sunday): it meets on 2026-05-04 anyway",
    ]


def test_the_end_of_a_rule_with_hours_is_in_utc() -> None:
    """The last of a rule is a day where meetings are whole days, and a time in UTC where they have hours (RFC 5545)."""
    schedule = Recurrence("FREQ=MONTHLY;BYDAY=1TH", dt.date(2026, 1, 1), last_day=dt.date(2026, 7, 2))
    whole, timed = (
        calendar_of(_board(schedule), hours=dict.fromkeys(named, Hours(dt.time(9)))).to_ics().decode()
        for named in ((), ("styrelse",))
    )
    assert "RRULE:FREQ=MONTHLY;UNTIL=20260702;BYDAY=1TH\r\n" in whole
    assert "RRULE:FREQ=MONTHLY;UNTIL=20260702T070000Z;BYDAY=1TH\r\n" in timed


@pytest.mark.parametrize(
    ("move", "first", "last"),
    [("next", dt.date(2026, 6, 20), dt.date(2026, 6, 30)), ("previous", dt.date(2026, 6, 1), dt.date(2026, 6, 18))],
    ids=["after", "before"],
)
def test_a_meeting_that_is_moved_into_the_window_is_in_it(move: str, first: dt.date, last: dt.date) -> None:
    """A meeting whose own day is outside the window, and which is held in it, is not lost."""
    coop = Cooperation("par", "A pair", networks=(network("FREQ=MONTHLY;BYDAY=3FR", dt.date(2026, 1, 1), 2026),))
    calendar = calendar_of(coop, first_day=first, last_day=last, avoid="red-days-and-eves", move=move)
    (entry,) = calendar.entries
    assert (entry.moved_from, first <= entry.first_day <= last) == (dt.date(2026, 6, 19), True)
    assert calendar.left_out == ()


def test_a_meeting_that_is_moved_out_of_the_window_is_told_of() -> None:
    """A meeting on New Year's Eve is held in the next year: this year's calendar says so, and the next one has it."""
    coop = Cooperation("par", "A pair", networks=(network("FREQ=MONTHLY;BYMONTHDAY=31", dt.date(2026, 1, 1), 2026),))
    old, new = (
        calendar_of(coop, first_day=dt.date(year, 12, 1), last_day=dt.date(year + 1, 1, 31), avoid="red-days-and-eves")
        for year in (2025, 2026)
    )
    assert [entry.first_day for entry in old.entries] == [dt.date(2026, 1, 31)]
    assert [entry.first_day for entry in new.entries] == [dt.date(2027, 1, 4)]
    year = {"first_day": dt.date(2026, 12, 1), "last_day": dt.date(2026, 12, 31)}
    assert [str(each) for each in calendar_of(coop, **year, avoid="red-days-and-eves").left_out] == [
        "Bibliotek: moved from 2026-12-31 (New Year's Eve) to 2027-01-04, outside this calendar"
    ]
    assert not calendar_of(coop, **year, avoid="red-days-and-eves").entries
    (entry,) = calendar_of(coop, first_day=dt.date(2027, 1, 1), avoid="red-days-and-eves").entries
    assert (entry.first_day, entry.uid) == (dt.date(2027, 1, 4), new.entries[0].uid)


@given(_days, st.integers(1, 60), st.sampled_from(Avoid), st.sampled_from([Move.NEXT, Move.PREVIOUS]))
@settings(max_examples=30, deadline=None)
def test_two_windows_hold_what_one_does(first: dt.date, length: int, avoid: Avoid, move: Move) -> None:
    """Wherever a span is cut in two, each meeting of the whole is in one of the parts, with the same id."""
    coop = _board(Recurrence("FREQ=WEEKLY;BYDAY=TH,FR", dt.date(2022, 1, 1)))
    cut, last = first + dt.timedelta(days=length), first + dt.timedelta(days=100)
    spans = [(first, last), (first, cut), (cut + dt.timedelta(days=1), last)]
    whole, *parts = (
        {
            (entry.first_day, entry.uid)
            for entry in calendar_of(coop, first_day=a, last_day=b, avoid=avoid, move=move).entries
        }
        for a, b in spans
    )
    assert parts[0] | parts[1] == whole
    assert not parts[0] & parts[1]


def test_the_known_years_bound_what_is_moved_into_a_window() -> None:
    """Days around the window whose red days nobody knows are passed over, and those in it are not."""
    coop = _board(Recurrence("FREQ=DAILY", dt.date(2100, 12, 1)))
    calendar = calendar_of(coop, last_day=dt.date(2100, 12, 23), avoid="red-days", move="skip")
    assert len(calendar.entries) + len(calendar.left_out) == 23
    with pytest.raises(InvalidValueError, match="the red days of 2101 are not known"):
        calendar_of(coop, last_day=dt.date(2101, 1, 1), avoid="red-days", move="skip")


@pytest.mark.parametrize(
    ("rule", "alike"),
    [
        ("FREQ=MONTHLY;BYDAY=1FR;BYMONTHDAY=1,2,3", False),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", True),
        ("FREQ=MONTHLY;BYSETPOS=1", False),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", True),
        ("FREQ=DAILY;BYDAY=1MO", False),
        ("FREQ=YEARLY;BYYEARDAY=100", False),
    ],
)
def test_only_rules_that_all_read_alike_are_kept(rule: str, *, alike: bool) -> None:
    """A rule that programs read in different ways is no rule in the file."""
    assert is_portable(rule) == alike


def test_what_is_left_out_twice_in_the_same_words_stands_once() -> None:
    """Two themes without a day and with the same words are one line."""
    coop = Cooperation("par", "A", board=Board("styrelse", "S", meetings=(BoardMeeting("Skolor"),) * 2))
    assert len(calendar_of(coop).left_out) == 1


def test_a_long_event_says_nothing_of_its_first_day() -> None:
    """An event of several days that begins on a Sunday is not called no working day: it has others."""
    spans = [Period(dt.date(2026, 6, 7), dt.date(2026, 6, day)) for day in (7, 9)]
    short, long = (
        calendar_of(Cooperation("p", "P", events=(Event("e", "E", period=span),)), avoid="red-days").entries[0]
        for span in spans
    )
    assert (short.description, long.description) == ("Not a working day: Sunday.", "")


def test_a_meeting_is_moved_far_into_the_window() -> None:
    """A meeting on Christmas Eve is held three days later, where that is the first working day."""
    coop = _board(Recurrence("FREQ=YEARLY", dt.date(2019, 12, 24)))
    (entry,) = calendar_of(
        coop, first_day=dt.date(2019, 12, 27), last_day=dt.date(2019, 12, 31), avoid="red-days-and-eves"
    ).entries
    assert (entry.moved_from, entry.first_day) == (dt.date(2019, 12, 24), dt.date(2019, 12, 27))
