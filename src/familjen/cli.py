"""The command line: look at a cooperation, check it, bill its fee.

Exit codes: 0 when all is well, 1 when a check finds errors, 2 when the call or a file is wrong.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from familjen.errors import FamiljenError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from familjen.findings import Report
    from familjen.model import Cooperation

__all__ = ["familjen"]

as_json = click.option("--json", "as_json", is_flag=True, help="Write JSON instead of tables.")
a_file = click.argument("file", type=click.Path(path_type=Path))


class _Group(click.Group):
    """A group whose errors are sentences: a mistake of the user's never shows a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (FamiljenError, OSError) as error:
            if isinstance(error, BrokenPipeError):
                raise  # click ends quietly when whoever reads has left
            click.echo(f"familjen: {_sentence(error)}", err=True)
            ctx.exit(2)


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {(error.strerror or 'cannot be opened').lower()}"
    return str(error)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="familjen", prog_name="familjen")
def familjen() -> None:
    """Cooperation between municipalities: who takes part, who pays what, and why."""


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
        _write_json({"cooperation": _plain(coop), "findings": found.to_rows(), "bill": bill, "explained": explained})
        return
    from familjen.report.text import cooperation_view, explanation_view, report_view, statement_view

    _print([*cooperation_view(coop), "", *report_view(found), *statement_view(statement), ""])
    for charge in statement.charges:
        _print(explanation_view(statement.explain(charge.party)))


@familjen.command()
@a_file
@as_json
def show(file: Path, *, as_json: bool) -> None:
    """Show the cooperation in a JSON FILE."""
    coop = _load(file)
    if as_json:
        _write_json(_plain(coop))
        return
    from familjen.report.text import cooperation_view

    _print(cooperation_view(coop))


@familjen.command()
@a_file
@as_json
def check(file: Path, *, as_json: bool) -> None:
    """Check the cooperation in a JSON FILE; exit code 1 when it has errors."""
    from familjen.rules import check as run_check

    found = run_check(_load(file))
    _show_report(found, as_json=as_json)
    if found.errors:
        raise SystemExit(1)


@familjen.command()
@click.option("--json", "as_json", is_flag=True, help="The schema is JSON in any case.")
def schema(*, as_json: bool) -> None:  # noqa: ARG001 - the option is accepted everywhere
    """Write the JSON Schema of cooperations."""
    from familjen.io import json_schema

    _write_json(json_schema())


@familjen.command()
@click.argument("name", required=False)
@as_json
def municipalities(name: str | None, *, as_json: bool) -> None:
    """List Sweden's municipalities, or tell about the one with that NAME or code."""
    from familjen import places

    found = [places.municipality(name)] if name is not None else places.municipalities()
    rows = [_about(municipality.code, in_full=name is not None) for municipality in found]
    if as_json:
        _write_json(rows)
        return
    from familjen.report.text import table

    if name is not None:
        _print(
            [table(str(rows[0]["name"]), ("", ""), [(key.replace("_", " "), _cell(rows[0][key])) for key in rows[0]])]
        )
    else:
        cells = [[_cell(value) for value in row.values()] for row in rows]
        _print([table("Municipalities", [key.replace("_", " ") for key in rows[0]], cells, right=(3,))])


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


def _load(file: Path) -> "Cooperation":
    from familjen.io import load

    return load(file)


def _plain(coop: "Cooperation") -> object:
    from familjen.io import dumps

    return json.loads(dumps(coop))


def _show_report(report: "Report", *, as_json: bool) -> None:
    if as_json:
        _write_json(
            {
                "findings": report.to_rows(),
                "counts": {str(severity): number for severity, number in report.counts().items()},
            }
        )
        return
    from familjen.report.text import report_view

    _print(report_view(report))


def _print(things: Iterable["RenderableType"]) -> None:
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=80)
    for thing in things:
        console.print(thing, markup=False)


def _write_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))
