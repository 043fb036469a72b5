"""What ``familjen calendar`` and ``familjen linked`` promise."""

import json
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner, Result
from tests.io.calendar.made_up import cooperation

from familjen.cli import familjen
from familjen.cli import publishing as _registered  # noqa: F401 - the commands add themselves to the group
from familjen.cli.publishing import AVOID, KINDS
from familjen.io import dump
from familjen.io.calendar import Avoid, EntryKind, calendar_of
from familjen.io.linked import linked_data

YEAR = ("--from", "2026-01-01", "--to", "2026-12-31")


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Give the path of a cooperation."""
    dump(cooperation(), tmp_path / "coop.json")
    return str(tmp_path / "coop.json")


def run(*words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(familjen, words)


def test_choices_are_those_of_the_library() -> None:
    """The command line names the same kinds and days as the library."""
    assert tuple(EntryKind) == KINDS
    assert tuple(Avoid) == AVOID


def test_the_calendar_is_shown(file: str) -> None:
    """Without a file to write, the days are listed in order, and what is left out below."""
    done = run("calendar", file, *YEAR, "--only", "events, board", "--lang", "sv", "--at", "styrelse=09:00-12:00")
    assert done.exit_code == 0
    assert done.output.splitlines() == [
        "Dag                      Vad",
        "2026-01-01 – 2026-12-03  Styrelse: Styrelsen, 09:00-12:00, FREQ=MONTHLY;BYDAY=1TH",
        "2026-05-01               Evenemang: Dagen; hel, ny\\rad",
        "2026-09-03               Styrelse: Styrelsen, 09:00-12:00",
        "Utelämnat: Övrigt: dagen är inte känd, bara tiden: 2026-01-01 – 2026-12-31",
    ]


def test_the_calendar_is_written(file: str, tmp_path: Path) -> None:
    """A file holds the calendar that was asked for, with reminders, and what is left out is said."""
    target = tmp_path / "a.ics"
    words = ("--avoid", "red-days", "--move", "previous", "--report-by", "05-31", "--remind", "30", "--remind", "7")
    done = run("calendar", file, *YEAR, *words, "-o", str(target))
    assert done.exit_code == 0
    whole = icalendar.Calendar.from_ical(target.read_bytes())
    assert done.output.splitlines()[0] == f"{target}: {len(whole.events)} entries"
    assert done.output.splitlines()[1].startswith("Left out: ")
    assert len(whole.walk("VALARM")) % 2 == 0 < len(whole.walk("VALARM"))
    assert any(event["SUMMARY"] == "Familjerätt: report to the council for 2025" for event in whole.events)


def test_it_is_told_in_swedish(file: str, tmp_path: Path) -> None:
    """What was written is counted in the language that was asked for."""
    done = run("calendar", file, *YEAR, "--only", "events", "--lang", "sv", "-o", str(tmp_path / "a.ics"))
    assert done.output == f"{tmp_path / 'a.ics'}: 1 post\n"


def test_calendar_json_has_rows_and_what_is_left_out(file: str) -> None:
    """The JSON holds the rows of the calendar and the reasons."""
    told = json.loads(run("calendar", file, *YEAR, "--only", "board", "--json").output)
    ours = calendar_of(cooperation(), only=["board"])
    assert [row["uid"] for row in told["entries"]] == [entry.uid for entry in ours.entries]
    assert told["left_out"][0]["name"] == "Övrigt"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ((), "without an end; give the last day"),
        ((*YEAR, "--only", "bord"), "'bord' is no choice here"),
        ((*YEAR, "--at", "styrelse"), "is no ID=HH:MM-HH:MM"),
        ((*YEAR, "--at", "styrelse=9-10"), "write it as 09:00-10:30"),
        ((*YEAR, "--at", "bord=09:00-10:00"), "there is no network or board 'bord'"),
        ((*YEAR, "--at", "styrelse=09:00-10:00", "--at", "styrelse=10:00-11:00"), "stands twice"),
        ((*YEAR, "--report-by", "maj"), "is no month and day"),
        ((*YEAR, "--report-by", "13-01"), "outside the range"),
        ((*YEAR, "--remind", "7"), "give the file with -o"),
        ((*YEAR, "--from", "2027-01-01"), "before the first day"),
    ],
    ids=[
        "no-end",
        "kind",
        "no-hours",
        "bad-hours",
        "unknown-id",
        "hours-twice",
        "bad-day",
        "bad-month",
        "reminder-without-file",
        "backwards",
    ],
)
def test_a_wrong_call_is_answered_by_a_sentence(file: str, words: tuple[str, ...], reason: str) -> None:
    """A mistake gives exit code 2 and a sentence."""
    done = run("calendar", file, *words)
    assert done.exit_code == 2
    assert reason in " ".join(done.output.split())


def test_linked_data_is_written(file: str, tmp_path: Path) -> None:
    """The document goes to standard output or to a file, and what is not told to standard error."""
    base = ("--base", "https://example.org/id/", "--texts", "sv", "--lang", "sv")
    done = run("linked", file, *base)
    assert done.exit_code == 0
    ours = linked_data(cooperation(), base="https://example.org/id/", texts="sv")
    assert json.loads(done.stdout) == ours.document
    assert done.stderr.splitlines() == ours.notes("sv")
    target = tmp_path / "a.jsonld"
    written = run("linked", file, *base, "-o", str(target))
    assert written.stdout == ""
    assert json.loads(target.read_text("utf-8")) == ours.document


def test_linked_data_for_a_page(file: str) -> None:
    """With --html it is a script element."""
    assert run("linked", file, "--html").stdout.strip() == linked_data(cooperation()).to_html()


def test_a_bad_base_is_answered_by_a_sentence(file: str) -> None:
    """A base that is no address gives exit code 2 and a sentence."""
    done = run("linked", file, "--base", "example.org")
    assert done.exit_code == 2
    assert "'example.org' is no absolute web address" in done.output
