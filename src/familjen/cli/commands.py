"""Commands that look at cooperations, rules and municipalities."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from familjen.cli.group import (
    Day,
    a_file,
    a_language,
    as_json,
    as_text,
    familjen,
    load_cooperation,
    plain,
    print_all,
    write_json,
)
from familjen.cli.progress import RULES, working

if TYPE_CHECKING:
    from familjen.findings import Report
    from familjen.io import Located
    from familjen.model import Cooperation

__all__: list[str] = []


@familjen.command()
@as_json
def demo(*, as_json: bool) -> None:
    """Show, check and bill the bundled cooperation, Familjen Helsingborg 2016."""
    from familjen.allocation import allocate
    from familjen.datasets import familjen_helsingborg_2016
    from familjen.dates import ReferenceDate
    from familjen.rules import check as run_check

    coop = familjen_helsingborg_2016()
    found = run_check(coop)
    agreement = coop.agreements[0]
    statement = allocate(agreement, year=2016, reference=ReferenceDate(12, 31, years_before=1))
    if as_json:
        explained = {charge.party: str(statement.explain(charge.party)) for charge in statement.charges}
        bill = {"rows": statement.to_rows(), "total": statement.total, "assumptions": statement.assumptions}
        write_json({"cooperation": plain(coop), "findings": found.to_rows(), "bill": bill, "explained": explained})
        return
    from familjen.report.text import cooperation_view, explanation_view, report_view, statement_view

    print_all([*cooperation_view(coop), "", *report_view(found), *statement_view(statement), ""])
    for charge in statement.charges:
        print_all(explanation_view(statement.explain(charge.party)))


@familjen.command()
@a_file
@as_json
def show(file: Path, *, as_json: bool) -> None:
    """Show the cooperation in a JSON FILE."""
    coop = load_cooperation(file)
    if as_json:
        write_json(plain(coop))
        return
    from familjen.report.text import cooperation_view

    print_all(cooperation_view(coop))


@familjen.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--on", type=Day(), metavar="DATE", help="Judge as on this day, YYYY-MM-DD or 'today'.")
@click.option(
    "--select", multiple=True, metavar="CODE", help="Ask these rules only: codes, their beginnings, or names."
)
@click.option("--ignore", multiple=True, metavar="CODE", help="Do not ask these rules.")
@a_language
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "github", "sarif")),
    default="text",
    help="How findings are written.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Write to this file, whole or not at all.")
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "advice", "never")),
    default="error",
    show_default=True,
    help="The least severity that gives exit code 1.",
)
def check(
    files: tuple[Path, ...],
    *,
    on: dt.date | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    lang: str,
    form: str,
    as_json: bool,
    output: Path | None,
    fail_on: str,
) -> None:
    """Check the cooperations in JSON FILES; exit code 1 when one has errors."""
    from familjen.io import load
    from familjen.rules import check as run_check

    checked: list[tuple[Path, Report, Located[Cooperation]]] = []
    form = "json" if as_json else form
    asked: dict[str, Any] = {"on": on, "select": _patterns(select), "ignore": _patterns(ignore), "lang": lang}
    for file in files:
        read = load(file, locate=True)
        with working(RULES, lang, quiet=form != "text") as told:
            checked.append((file, run_check(read.value, on_progress=told, **asked), read))
    text = _written(form, checked)
    if output is not None:
        from familjen.io.atomic import write_text

        write_text(output, text + "\n")
    else:
        click.echo(text)
    if any(_fails(report, fail_on) for _, report, _ in checked):
        raise SystemExit(1)


def _patterns(given: tuple[str, ...]) -> tuple[str, ...] | None:
    """Give the patterns of a repeated option, in each of which several may stand between commas."""
    return tuple(part.strip() for each in given for part in each.split(",")) or None


def _fails(report: "Report", fail_on: str) -> bool:
    counts = {severity.value: number for severity, number in report.counts().items()}
    order = ("error", "warning", "advice")
    return fail_on != "never" and any(counts[name] for name in order[: order.index(fail_on) + 1])


def _written(form: str, checked: "list[tuple[Path, Report, Located[Cooperation]]]") -> str:
    """Write the reports in a format: of several files together, where the format allows it."""
    if form == "github":
        return "\n".join(report.to_github(file.as_posix(), position=read.position) for file, report, read in checked)
    if form == "sarif":
        from importlib.metadata import version

        logs = [
            report.to_sarif(file.as_posix(), position=read.position, version=version("familjen"))
            for file, report, read in checked
        ]
        return as_text({**logs[0], "runs": [run for log in logs for run in log["runs"]]})
    if form == "json":
        made = [{"file": str(file), **report.to_dict()} for file, report, _ in checked]
        return as_text(made[0] if len(made) == 1 else made)
    texts = [report.text() if len(checked) == 1 else f"{file}: {report.text()}" for file, report, _ in checked]
    return "\n\n".join(texts)


@familjen.command()
@click.option("--select", multiple=True, metavar="CODE", help="List these rules only.")
@a_language
@as_json
def rules(*, select: tuple[str, ...], lang: str, as_json: bool) -> None:
    """List the rules: code, severity, and the mistake that each one finds."""
    from familjen.rules import RULES, installed
    from familjen.rules.selection import chosen

    listed = chosen((*RULES, *installed().rules), _patterns(select))
    rows = [
        {
            "code": each.code,
            "name": each.name,
            "severity": each.severity.value,
            "title": each.wording(lang).title,
            "reference": each.cited(lang),
            "since": each.since,
        }
        for each in listed
    ]
    if as_json:
        write_json(rows)
        return
    from familjen.report.text import table

    heads = ("Kod", "Vikt", "Vad den finner") if lang == "sv" else ("Code", "Severity", "What it finds")
    cells = [(str(row["code"]), str(row["severity"]), str(row["title"])) for row in rows]
    print_all([table("Regler" if lang == "sv" else "Rules", heads, cells)])


@familjen.command()
@click.argument("code")
@a_language
@as_json
def explain(code: str, *, lang: str, as_json: bool) -> None:
    """Explain the rule with the CODE or name: what it looks for, why, an example, and the law."""
    from familjen.rules import explain as explain_rule

    page = explain_rule(code, lang=lang)
    if as_json:
        made = {name.lower(): page.section(name) for name in ("Checks", "Why", "Example", "Remedy", "References")}
        write_json({"code": page.rule.code, "name": page.rule.name, "title": page.title, **made, "law": page.law})
        return
    click.echo(page.text())


@familjen.command()
@click.option("--json", "as_json", is_flag=True, help="The schema is JSON in any case.")
def schema(*, as_json: bool) -> None:  # noqa: ARG001 - the option is accepted everywhere
    """Write the JSON Schema of cooperations."""
    from familjen.io import json_schema

    write_json(json_schema())


@familjen.command()
@click.argument("name", required=False)
@as_json
def municipalities(name: str | None, *, as_json: bool) -> None:
    """List Sweden's municipalities, or tell about the one with that NAME or code."""
    from familjen import places

    found = [places.municipality(name)] if name is not None else places.municipalities()
    rows = [_about(municipality.code, in_full=name is not None) for municipality in found]
    if as_json:
        write_json(rows)
        return
    from familjen.report.text import table

    if name is not None:
        print_all(
            [table(str(rows[0]["name"]), ("", ""), [(key.replace("_", " "), _cell(rows[0][key])) for key in rows[0]])]
        )
    else:
        cells = [[_cell(value) for value in row.values()] for row in rows]
        print_all([table("Municipalities", [key.replace("_", " ") for key in rows[0]], cells, right=(3,))])


def _about(code: str, *, in_full: bool) -> dict[str, object]:
    from familjen import places

    place = places.place(code)
    statistics = places.Statistics.bundled()
    day = statistics.days("population", code)[-1]
    about: dict[str, object] = {
        "code": code,
        "name": place.municipality.name,
        "county": places.region(place.municipality.county).name,
        f"inhabitants_{day}": statistics.value("population", code, day),
    }
    if in_full:
        about |= {
            "organisation_number": place.org_number,
            "SKR_group_2023": place.skr_group,
            "neighbours": tuple(neighbour.name for neighbour in places.neighbours(code)),
        }
    return about


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(cast("tuple[str, ...]", value)) or "none by land"
    return f"{value:,}" if isinstance(value, int) else str(value)
