"""What a calendar as a value promises."""

import datetime as dt
import json
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.io.calendar.made_up import MADE, cooperation

from familjen.dates import Period, Recurrence, ReferenceDate
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.io.calendar import Entry, EntryKind, Hours, calendar_of
from familjen.model import Board, BoardMeeting, Cooperation, Event, Network, Program, Round
from familjen.testing import nouns

YEAR = {"first_day": dt.date(2026, 1, 1), "last_day": dt.date(2026, 12, 31)}


@given(nouns(Cooperation), st.sampled_from(["en", "sv"]), st.sampled_from([None, "red-days-and-half-days"]))
@settings(max_examples=12, deadline=None)
def test_any_cooperation_has_a_calendar(coop: Cooperation, lang: str, avoid: str | None) -> None:
    """Whatever a cooperation holds, it has a calendar with valid bytes, or a sentence says what is wrong."""
    try:
        calendar = calendar_of(coop, last_day=dt.date(2027, 1, 1), lang=lang, avoid=avoid)
    except InvalidValueError:  # two nouns of a kind have the same id
        return
    assert calendar.to_ics(made=MADE).endswith(b"END:VCALENDAR\r\n")
    assert all(entry.first_day <= dt.date(2027, 1, 14) for entry in calendar.entries)


@pytest.mark.parametrize("kind", EntryKind)
def test_only_what_is_asked_for(kind: EntryKind) -> None:
    """Each kind can be had alone, and all of them together are the whole."""
    options = {**YEAR, "report_by": ReferenceDate(5, 31, years_before=0)}
    alone = calendar_of(cooperation(), **options, only=[kind.value])
    assert {entry.kind for entry in alone.entries} == {kind}
    whole = calendar_of(cooperation(), **options)
    assert alone.entries == tuple(entry for entry in whole.entries if entry.kind is kind)


def test_the_window_bounds_it() -> None:
    """What does not touch the window stands neither in the calendar nor among what is left out."""
    june = calendar_of(cooperation(), first_day=dt.date(2026, 6, 1), last_day=dt.date(2026, 6, 30))
    span = Period.month(2026, 6)
    assert june.entries
    assert all(entry.days(span) for entry in june.entries)
    assert calendar_of(cooperation(), **YEAR, only=["programs"]).entries
    assert not calendar_of(cooperation(), first_day=dt.date(2026, 3, 6), only=["programs"]).entries


def test_years_are_no_days() -> None:
    """What is known to the year only is left out with the year; what has no period, too."""
    held = (Round("1", period=Period.from_year_to_year(2016, 2017)), Round("2"))
    coop = Cooperation("par", "A pair", programs=(Program("chef", "Chefer", rounds=held),))
    assert [str(each) for each in calendar_of(coop).left_out] == [
        "Chefer (1): only the year is known: 2016–2017",
        "Chefer (2): no day is known",
    ]


def test_an_open_end_is_a_beginning() -> None:
    """An event without a last day stands on its first."""
    coop = Cooperation("par", "A pair", events=(Event("dag", "Dagen", period=Period(dt.date(2026, 5, 4))),))
    (entry,) = calendar_of(coop).entries
    assert (entry.summary, entry.first_day, entry.last_day) == ("Dagen: begins", *[dt.date(2026, 5, 4)] * 2)


def test_networks_without_a_day_are_listed() -> None:
    """A network without plans, and one whose plan says no day, are left out with the reason."""
    plan = attrs.evolve(cooperation().networks[0].plans[0], meetings=None)
    coop = Cooperation("par", "A pair", networks=(Network("a", "A"), Network("b", "B", plans=(plan,))))
    assert [str(each) for each in calendar_of(coop, lang="sv").left_out] == [
        "A: ingen plan säger när det möts",
        "B: planen för 2026 säger inte när det möts",
    ]


def test_rows_and_words() -> None:
    """Rows feed tables, text lists the days in order, HTML escapes, and the representation counts."""
    calendar = calendar_of(cooperation(), **YEAR, hours={"styrelse": Hours(dt.time(9))}, lang="sv")
    rows = calendar.to_rows()
    assert len(rows) == len(calendar.entries)
    assert json.dumps(rows, default=str)
    lines = calendar.text().splitlines()
    assert lines[0].split() == ["Dag", "Vad"]
    assert "2026-01-01 – 2026-12-03  Styrelse: Styrelsen, 09:00-10:00, FREQ=MONTHLY;BYDAY=1TH" in lines
    assert lines[-1].startswith("Utelämnat: ")
    assert repr(calendar) == f"<Calendar Ett par: {len(rows)} entries, {len(calendar.left_out)} left out>"
    evil = Cooperation("par", "A", events=(Event("x", "<script>", period=Period(*[dt.date(2026, 5, 4)] * 2)),))
    assert "<script>" not in calendar_of(evil)._repr_html_()


def test_two_with_one_id_are_refused() -> None:
    """Two nouns of a kind with the same id would be one entry to a calendar program, so they are refused."""
    event = Event("dag", "Dagen", period=Period(*[dt.date(2026, 5, 4)] * 2))
    coop = Cooperation("par", "A pair", events=(event, attrs.evolve(event, name="En annan")))
    with pytest.raises(InvalidValueError, match="two of the events have the id 'dag'"):
        calendar_of(coop)


@pytest.mark.parametrize(
    ("options", "error", "reason"),
    [
        ({"first_day": dt.datetime(2026, 1, 1)}, InvalidValueError, "first_day: datetime"),  # noqa: DTZ001 - refused
        ({"last_day": "2026-01-01"}, InvalidValueError, "last_day: '2026-01-01' is not a date"),
        ({"first_day": dt.date(2026, 1, 2), "last_day": dt.date(2026, 1, 1)}, InvalidValueError, "before the first"),
        ({"only": "board"}, InvalidValueError, "only: 'board' is one text"),
        ({"only": []}, InvalidValueError, "only: names no kind"),
        ({"only": ["bord"]}, InvalidValueError, "only: 'bord' is no choice here; use one of networks"),
        ({"avoid": "weekends"}, InvalidValueError, "avoid: 'weekends' is no choice"),
        ({"avoid": True}, InvalidValueError, "avoid: True is no choice"),
        ({"move": None}, InvalidValueError, "move: None is no choice"),
        ({"hours": {"bord": Hours(dt.time(9))}}, UnknownIdError, "there is no network or board 'bord'"),
        ({"hours": {"styrelse": dt.time(9)}}, InvalidValueError, "hours: datetime"),
        ({"report_by": ReferenceDate.fixed(dt.date(2026, 5, 31))}, InvalidValueError, "no day of each year"),
        ({"report_by": dt.date(2026, 5, 31)}, InvalidValueError, "no day of each year"),
        ({"lang": "no"}, InvalidValueError, "'no' is not a language of ours"),
    ],
    ids=[
        "a-time",
        "text-for-a-day",
        "backwards",
        "one-text",
        "nothing",
        "unknown-kind",
        "unknown-days",
        "bool",
        "no-move",
        "unknown-board",
        "a-time-for-hours",
        "fixed-day",
        "date-for-a-day",
        "language",
    ],
)
def test_bad_questions_are_refused(options: dict[str, Any], error: type[Exception], reason: str) -> None:
    """What is no day, no choice, no id or no language is refused by a sentence that names it."""
    with pytest.raises(error, match=reason):
        calendar_of(cooperation(), **options)


def test_something_else_is_no_cooperation() -> None:
    """A calendar is made of a cooperation and of nothing else."""
    with pytest.raises(InvalidValueError, match="coop: 'par' is no Cooperation"):
        calendar_of("par")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["9-10", "09:00-24:00", "09:00", "09:00-09:00", "٠٩:٠٠-١٠:٠٠", ""], ids=range(6))
def test_hours_are_read_strictly(text: str) -> None:
    """Hours are two times of day with two digits each; all else is refused."""
    with pytest.raises(InvalidValueError, match="Hours: "):
        Hours.parse(text)


@given(st.integers(0, 23), st.integers(0, 59), st.integers(1, 1439))
@settings(max_examples=30, deadline=None)
def test_hours_are_written_as_they_are_read(hour: int, minute: int, minutes: int) -> None:
    """What is written is read back, over midnight too."""
    hours = Hours(dt.time(hour, minute), minutes)
    assert Hours.parse(str(hours)) == hours


@pytest.mark.parametrize(
    "bad",
    [dt.time(9, 0, 1), dt.time(9, tzinfo=dt.UTC), "09:00", dt.datetime(2026, 1, 1)],  # noqa: DTZ001 - what is refused
    ids=["seconds", "zone", "text", "datetime"],
)
def test_a_start_is_whole_minutes(bad: Any) -> None:
    """A start is hours and minutes of Swedish time."""
    with pytest.raises(InvalidValueError, match=r"Hours\.start"):
        Hours(bad)


def test_an_entry_is_checked() -> None:
    """An entry does not end before it begins, and what comes round begins with its first day."""
    day = dt.date(2026, 5, 4)
    with pytest.raises(InvalidValueError, match="before the first day"):
        Entry("a", EntryKind.EVENTS, "u", "A", day, dt.date(2026, 5, 3))
    with pytest.raises(InvalidValueError, match="the day after it too"):
        Entry("a", EntryKind.EVENTS, "u", "A", day, dt.date.max)
    with pytest.raises(InvalidValueError, match="has its first day as the entry has it"):
        Entry("a", EntryKind.BOARD, "u", "A", day, day, recurrence=Recurrence("FREQ=DAILY", dt.date(2026, 5, 5)))


def test_what_lies_outside_is_not_left_out() -> None:
    """A year, a plan or a network outside the window is neither an entry nor left out."""
    held = (Round("1", period=Period.year(2016)),)
    early = attrs.evolve(cooperation().networks[0], id="ny", period=Period(dt.date(2027, 1, 1)))
    coop = Cooperation("par", "A", programs=(Program("chef", "Chefer", rounds=held),), networks=(early,))
    for window in ({"first_day": dt.date(2030, 1, 1)}, YEAR):
        calendar = calendar_of(coop, **window)
        assert (calendar.entries, calendar.left_out) == ((), ())
    entry = calendar_of(cooperation(), only=["events"]).entries[0]
    assert entry.days(Period.year(2030)) == ()


def test_what_comes_round_for_ever_is_shown_so() -> None:
    """A rule without an end is shown from its first day on."""
    calendar = calendar_of(cooperation(), only=["board"])
    assert "2026-01-01 –  Board: Styrelsen, FREQ=MONTHLY;BYDAY=1TH" in str(calendar)


def test_a_theme_without_a_day_is_told_in_its_own_time() -> None:
    """What the board took up some time in 2016 is left out of a calendar of 2016, and no matter of 2026."""
    meeting = BoardMeeting("Skolor", period=Period.year(2016))
    coop = Cooperation("par", "A pair", board=Board("styrelse", "Styrelsen", meetings=(meeting,)))
    assert len(calendar_of(coop, last_day=dt.date(2016, 12, 31)).left_out) == 1
    assert calendar_of(coop, **YEAR).left_out == ()


def test_an_event_until_the_last_day_that_there_is() -> None:
    """An event until 9999-12-31 is left out with the reason, and spoils no calendar."""
    span = Period(dt.date(2026, 5, 1), dt.date.max)
    coop = Cooperation("par", "A pair", events=(Event("dag", "Dagen", period=span),))
    calendar = calendar_of(coop, **YEAR, lang="sv")
    assert [str(each) for each in calendar.left_out] == ["Dagen: 9999-12-31 är den sista dag som finns"]
    assert not calendar.entries
