"""What calendar files promise."""

import datetime as dt
import re
import sys
from pathlib import Path
from typing import Any

import attrs
import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.io.calendar.made_up import MADE, cooperation, events_of

from familjen.dates import Period, Recurrence
from familjen.errors import InvalidValueError, MissingExtraError
from familjen.io.calendar import Hours, calendar_of
from familjen.model import Board, Cooperation, Event, Network, NetworkPlan, Source

YEAR = {"first_day": dt.date(2026, 1, 1), "last_day": dt.date(2026, 12, 31)}
_texts = st.text(alphabet='aåäö;,:\\"\n漢 \t', min_size=1, max_size=120).filter(lambda text: text == text.strip())


def _event(name: str, source: Source) -> Cooperation:
    day = Period(dt.date(2026, 5, 1), dt.date(2026, 5, 1))
    return Cooperation("par", "Ett par", events=(Event("dag", name, period=day, sources=(source,)),))


def test_required_properties_are_there() -> None:
    """The calendar has PRODID and VERSION, and each event UID, DTSTAMP and DTSTART (RFC 5545, 3.6 and 3.6.1)."""
    calendar = calendar_of(cooperation(), **YEAR)
    whole = icalendar.Calendar.from_ical(calendar.to_ics(made=MADE))
    assert {"PRODID", "VERSION"} <= set(whole)
    read = events_of(calendar)
    assert len(read) == len(calendar.entries)
    assert all({"UID", "DTSTAMP", "DTSTART", "SUMMARY", "CATEGORIES"} <= set(event) for event in read)


def test_same_in_same_out() -> None:
    """The same cooperation at the same time gives the same bytes; at another, only the time differs."""
    one, other = (calendar_of(cooperation(), **YEAR).to_ics(made=MADE) for _ in range(2))
    assert one == other
    later = calendar_of(cooperation(), **YEAR).to_ics(made=MADE + dt.timedelta(days=1))
    assert later.replace(b"20260102T120000Z", b"20260101T120000Z") == one


def test_ids_outlive_a_change() -> None:
    """An entry keeps its id when its name, the window, the language and the days to avoid change."""
    coop = cooperation()
    named = attrs.evolve(coop, events=(attrs.evolve(coop.events[0], name="Another name"),))
    ids = {
        entry.uid
        for each in (coop, named)
        for lang in ("en", "sv")
        for entry in calendar_of(each, only=["events"], lang=lang, avoid="red-days").entries
    }
    assert len(ids) == 1


def test_without_a_time_it_is_made_now() -> None:
    """Without a time the stamp is that of the call, to the second."""
    before = dt.datetime.now(dt.UTC).replace(microsecond=0)
    read = icalendar.Calendar.from_ical(calendar_of(cooperation(), **YEAR).to_ics())
    assert before <= read.events[0].DTSTAMP <= dt.datetime.now(dt.UTC)


def test_whole_days_are_dates() -> None:
    """A round of five days is from its first day to the day after its last, as dates, and keeps nobody busy."""
    (held,) = events_of(calendar_of(cooperation(), only=["programs"]))
    assert (held.start, held.end) == (dt.date(2026, 3, 1), dt.date(2026, 3, 6))
    assert held["DTSTART"].params["VALUE"] == "DATE"
    assert held["TRANSP"] == "TRANSPARENT"


def test_lines_are_folded_by_octets() -> None:
    """No line is longer than 75 octets, and none is cut inside a letter, however long and Swedish the text is."""
    written = calendar_of(_event("å" * 300, Source("ö" * 200))).to_ics(made=MADE)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert [line.decode("utf-8") for line in written.split(b"\r\n")]
    assert b"\n" not in written.replace(b"\r\n", b"")


@given(_texts, _texts)
@settings(max_examples=30, deadline=None)
def test_texts_come_back(name: str, title: str) -> None:
    """Semicolons, commas, backslashes, line breaks and any letters are read back as they were."""
    (read,) = events_of(calendar_of(_event(name, Source(title))))
    assert str(read["SUMMARY"]) == name
    assert str(read["DESCRIPTION"]) == f"Source: {title}"


def test_the_source_is_the_address() -> None:
    """An entry has the address of its source, with letters beyond ASCII encoded."""
    (read,) = events_of(calendar_of(cooperation(), only=["events"]))
    assert read["URL"] == "https://example.org/%C3%A5"
    assert "Nätet; sidan, 1" in str(read["DESCRIPTION"])


def test_reminders_stand_on_deadlines_alone() -> None:
    """A reminder is an alarm that shows something, so many days before; meetings have none."""
    calendar = calendar_of(cooperation(), **YEAR, lang="sv")
    deadlines = {entry.uid for entry in calendar.entries if entry.deadline}
    for read in events_of(calendar, reminders=(7, 30)):
        alarms = [(alarm["ACTION"], alarm["TRIGGER"].dt.days) for alarm in read.walk("VALARM")]
        assert alarms == ([("DISPLAY", -30), ("DISPLAY", -7)] if read["UID"] in deadlines else [])
        assert all(" dagar kvar: " in alarm["DESCRIPTION"] for alarm in read.walk("VALARM"))


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"made": dt.datetime(2026, 1, 1)}, "no time with a zone"),  # noqa: DTZ001 - what is refused
        ({"made": "now"}, "'now' is no time with a zone"),
        ({"made": MADE.replace(microsecond=5)}, "parts of a second"),
        ({"reminders": [0]}, "0 is no number of days"),
        ({"reminders": [True]}, "True is no number of days"),
        ({"reminders": [7.0]}, r"7\.0 is no number of days"),
        ({"reminders": [400]}, "400 is no number of days"),
        ({"reminders": [7, 7]}, "a day twice"),
    ],
    ids=["no-zone", "no-time", "microseconds", "zero", "bool", "float", "too-many", "twice"],
)
def test_bad_options_are_told(options: dict[str, Any], reason: str) -> None:
    """A time without a zone and days that are none are refused by a sentence."""
    with pytest.raises(InvalidValueError, match=reason):
        calendar_of(cooperation(), **YEAR).to_ics(**options)


def test_a_file_holds_the_same(tmp_path: Path) -> None:
    """What is saved is what is given."""
    calendar = calendar_of(cooperation(), **YEAR)
    calendar.save(tmp_path / "a.ics", made=MADE, reminders=[1])
    assert (tmp_path / "a.ics").read_bytes() == calendar.to_ics(made=MADE, reminders=[1])


@pytest.mark.parametrize("missing", ["icalendar", "holidays.constants"])
def test_a_missing_extra_is_named(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the error says how to install it."""
    from familjen.io.calendar import red_days

    red_days._known.cache_clear()
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(MissingExtraError, match=r"familjen\[calendar\]"):
        calendar_of(cooperation(), **YEAR, avoid="red-days").to_ics()


@given(_texts)
@settings(max_examples=20, deadline=None)
def test_the_name_comes_back(name: str) -> None:
    """The calendar's name is read back as it was, by either property that programs look for."""
    coop = attrs.evolve(_event("Dagen", Source("Report")), name=name)
    lines = calendar_of(coop).to_ics(made=MADE).decode().replace("\r\n ", "").split("\r\n")
    names = [line.partition(":")[2] for line in lines if line.startswith(("NAME:", "X-WR-CALNAME:"))]
    read = [re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), each) for each in names]
    assert read == [name, name]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x7f"], ids=["null", "tab", "delete"])
def test_control_characters_are_refused(character: str) -> None:
    """A character that no calendar can hold is refused rather than dropped; other line breaks are line breaks."""
    with pytest.raises(InvalidValueError, match="holds a control character"):
        calendar_of(_event(f"a{character}b", Source("Report"))).to_ics()
    (read,) = events_of(calendar_of(_event("a\rb\r\nc", Source("Report"))))
    assert str(read["SUMMARY"]) == "a\nb\nc"


def test_no_text_ends_up_as_a_property() -> None:
    """A name with line breaks cannot add properties or components of its own."""
    evil = "Möte\r\nEND:VEVENT\nBEGIN:VALARM"
    (read,) = events_of(calendar_of(_event(evil, Source("Report"))))
    assert not read.walk("VALARM")


def test_hours_are_swedish_time() -> None:
    """A meeting with hours is at the same time of the clock in summer and in winter."""
    calendar = calendar_of(
        cooperation(), **YEAR, only=["board"], avoid="red-days", hours={"styrelse": Hours(dt.time(9), 90)}
    )
    read = {event.start.date(): event for event in events_of(calendar)}
    winter, summer = read[dt.date(2026, 2, 5)], read[dt.date(2026, 8, 6)]
    assert (winter.start.hour, winter.end.hour, winter.end.minute) == (9, 10, 30)
    assert (winter.start.utcoffset(), summer.start.utcoffset()) == (dt.timedelta(hours=1), dt.timedelta(hours=2))
    assert winter["DTSTART"].params["TZID"] == "Europe/Stockholm"
    assert winter["TRANSP"] == "OPAQUE"


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.org/%C3%A5?a=1&b=%20", "https://example.org/%C3%A5?a=1&b=%20"),
        ("https://example.org/å", "https://example.org/%C3%A5"),
    ],
    ids=["encoded", "plain"],
)
def test_an_address_is_encoded_once(url: str, written: str) -> None:
    """An address that is encoded already stays as it is; other signs than ASCII are encoded."""
    (read,) = events_of(calendar_of(_event("Dagen", Source("Nätet", url=url))))
    assert str(read["URL"]) == written


def test_a_source_that_two_facts_cite_is_named_once() -> None:
    """A description names each source once, however many of its facts cite it, the plan's before the network's."""
    own, shared = Source("Planen"), Source("Nätet")
    plan = NetworkPlan(2026, meetings=Recurrence("FREQ=WEEKLY", dt.date(2026, 1, 1)), sources=(own, shared))
    coop = Cooperation("par", "A", networks=(Network("n", "N", plans=(plan,), sources=(shared,)),))
    (entry,) = calendar_of(coop).entries
    assert entry.description == "Source: Planen\nSource: Nätet"


def test_exceptions_end_with_the_rule() -> None:
    """Days that are left out stand in the file only while the rule goes on."""
    days = tuple(dt.date(2026, month, 1) for month in (2, 5))
    schedule = Recurrence("FREQ=MONTHLY;BYMONTHDAY=1", dt.date(2026, 1, 1), except_days=days)
    coop = Cooperation("par", "A", board=Board("styrelse", "Styrelsen", schedule=schedule))
    (read,) = events_of(calendar_of(coop, last_day=dt.date(2026, 4, 30)))
    assert read.exdates == [days[0]]
