"""Commands that publish a cooperation: as a calendar, and as linked data."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from familjen.cli.group import Day, a_file, a_language, as_json, as_text, familjen, load_cooperation

if TYPE_CHECKING:
    from familjen.dates import ReferenceDate
    from familjen.io.calendar import Calendar, Hours

__all__ = ["AVOID", "KINDS"]

KINDS = ("networks", "board", "agreements", "reports", "invoices", "programs", "events")
"""The kinds of entries, as the library has them: it is loaded only when the command runs."""
AVOID = ("red-days", "red-days-and-eves", "red-days-and-half-days")
"""The days that can be kept away from, as the library has them."""


@familjen.command()
@a_file
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE.ics", help="Write a calendar file.")
@click.option("--from", "first", type=Day(), metavar="DATE", help="The first day to hold.")
@click.option("--to", "last", type=Day(), metavar="DATE", help="The last day to hold.")
@click.option("--only", metavar="KIND,KIND", help=f"Some kinds of entries only: {', '.join(KINDS)}.")
@click.option("--avoid", type=click.Choice(AVOID), help="Days that meetings which come round keep away from.")
@click.option(
    "--move",
    type=click.Choice(("next", "previous", "skip")),
    default="next",
    show_default=True,
    help="What becomes of a meeting on such a day: the next or the previous working day, or not held.",
)
@click.option(
    "--at", "hours", multiple=True, metavar="ID=HH:MM-HH:MM", help="When on the day a network or board meets."
)
@click.option("--report-by", metavar="MM-DD", help="The day by which contract cooperation is reported, the year after.")
@click.option("--remind", multiple=True, type=int, metavar="DAYS", help="Remind so many days before each deadline.")
@a_language
@as_json
def calendar(  # noqa: PLR0913 - the options of the command
    file: Path,
    *,
    output: Path | None,
    first: dt.date | None,
    last: dt.date | None,
    only: str | None,
    avoid: str | None,
    move: str,
    hours: tuple[str, ...],
    report_by: str | None,
    remind: tuple[int, ...],
    lang: str,
    as_json: bool,
) -> None:
    """Make a calendar of the cooperation in a JSON FILE: meetings, deadlines, invoices, rounds and events.

    What has no day is not guessed: it is listed with the reason. Without -o the calendar is shown.
    """
    from familjen.io.calendar import calendar_of

    made = calendar_of(
        load_cooperation(file),
        first_day=first,
        last_day=last,
        only=None if only is None else [kind.strip() for kind in only.split(",")],
        avoid=avoid,
        move=move,
        hours=_hours(hours),
        report_by=_each_year(report_by),
        lang=lang,
    )
    if output is not None:
        made.save(output, reminders=remind)
    elif remind:
        raise click.UsageError("--remind sets alarms in a calendar file; give the file with -o")
    shown = made.text() if output is None else _written(made, output)
    click.echo(as_text(_plain(made)) if as_json else shown)


def _written(made: "Calendar", output: Path) -> str:
    number = len(made.entries)
    if made.lang == "sv":
        first = f"{output}: {number} post{'er' if number != 1 else ''}"
    else:
        first = f"{output}: {number} entr{'ies' if number != 1 else 'y'}"
    return "\n".join([first, *made.notes()])


def _plain(made: "Calendar") -> dict[str, Any]:
    left = [
        {"kind": each.kind.value, "noun": each.noun, "name": each.name, "reason": each.reason} for each in made.left_out
    ]
    return {"cooperation": made.cooperation, "name": made.name, "entries": made.to_rows(), "left_out": left}


def _hours(given: tuple[str, ...]) -> "dict[str, Hours]":
    from familjen.io.calendar import Hours

    hours: dict[str, Hours] = {}
    for each in given:
        name, sign, when = each.rpartition("=")
        if not sign or name in hours:
            reason = "stands twice" if sign else "is no ID=HH:MM-HH:MM"
            raise click.BadParameter(f"{each!r} {reason}", param_hint="--at")
        hours[name] = Hours.parse(when)
    return hours


def _each_year(text: str | None) -> "ReferenceDate | None":
    from familjen.dates import ReferenceDate

    if text is None:
        return None
    month, _, day = text.partition("-")
    if not (month.isdecimal() and day.isdecimal()):
        raise click.BadParameter(f"{text!r} is no month and day; write MM-DD, such as 05-31", param_hint="--report-by")
    return ReferenceDate(int(month), int(day), years_before=0)


@familjen.command()
@a_file
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write a file instead.")
@click.option("--base", metavar="IRI", help="The address below which the publisher's ids stand, such as https://…/id/.")
@click.option("--texts", type=click.Choice(("en", "sv")), help="The language of the cooperation's own words.")
@click.option("--html", is_flag=True, help="Write a script element for a web page.")
@a_language
def linked(file: Path, *, output: Path | None, base: str | None, texts: str | None, html: bool, lang: str) -> None:
    """Write the cooperation in a JSON FILE as linked open data (JSON-LD), in vocabularies of W3C and the EU.

    What the vocabularies have no words for is listed on standard error.
    """
    from familjen.io.atomic import write_text
    from familjen.io.linked import linked_data

    made = linked_data(load_cooperation(file), base=base, texts=texts)
    text = made.to_html() if html else as_text(made.document)
    if output is not None:
        write_text(output, text + "\n")
    else:
        click.echo(text)
    for line in made.notes(lang):
        click.echo(line, err=True)
