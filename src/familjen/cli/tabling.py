"""The commands that keep a cooperation in spreadsheets, a database or a data package."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from familjen.cli.group import a_file, a_language, as_json, familjen, load_cooperation, write_json
from familjen.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable

    from familjen.model import Cooperation

__all__: list[str] = []

_FORMS = {".xlsx": "excel", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".db": "sqlite"}

a_form = click.option(
    "--as",
    "form",
    type=click.Choice(("excel", "csv", "sqlite", "package")),
    help="What the tables are in; else told by the name: .xlsx, .sqlite or .db, and a folder of CSV files.",
)


@familjen.command("to-tables")
@a_file
@click.argument("target", type=click.Path(path_type=Path))
@a_form
@click.option(
    "--decimal", type=click.Choice((",", ".")), default=",", show_default=True, help="Decimal mark of CSV files."
)
@as_json
def to_tables(file: Path, target: Path, *, form: str | None, decimal: str, as_json: bool) -> None:
    """Write the cooperation in a JSON FILE as tables to TARGET: a workbook, a folder, a database or a data package."""
    from familjen.io import register

    coop = load_cooperation(file)
    chosen = form or _form_of(target)
    if chosen == "csv":
        register.write_csv_folder(coop, target, decimal=decimal)
    else:
        write: dict[str, Callable[[Cooperation, Path], object]] = {
            "excel": register.write_workbook,
            "sqlite": register.to_sqlite,
            "package": register.write_data_package,
        }
        write[chosen](coop, target)
    rows = {table.name: len(table) for table in register.to_tables(coop, empty=False)}
    if as_json:
        write_json({"target": str(target), "as": chosen, "rows": rows})
    else:
        click.echo(f"{target}: {len(rows)} tables, {sum(rows.values())} rows")


@familjen.command("from-tables")
@click.argument("source", type=click.Path(path_type=Path))
@a_form
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Write to this file instead.")
@click.option("--unfinished", is_flag=True, help="Take ids that nothing answers to; 'familjen check' tells of them.")
@click.option("--json", "as_json", is_flag=True, help="Write what is wrong as JSON too.")
@click.pass_context
def from_tables(
    ctx: click.Context, source: Path, *, form: str | None, output: Path | None, unfinished: bool, as_json: bool
) -> None:
    """Read a cooperation from the tables in SOURCE, and write it as JSON; all that is wrong is told, cell by cell."""
    from familjen.io import dump, dumps, register

    read: dict[str, Callable[..., Any]] = {
        "excel": register.read_workbook,
        "csv": register.read_csv_folder,
        "sqlite": register.from_sqlite,
        "package": register.read_data_package,
    }
    try:
        coop = read[form or _form_of(source)](source, references=not unfinished)
    except DocumentError as error:
        _say_problems(error, as_json=as_json)
        ctx.exit(2)
    if output is None:
        click.echo(dumps(coop, indent=2))
    else:
        dump(coop, output)
        click.echo(f"{output}: {coop.name}")


@familjen.command()
@click.argument("target", type=click.Path(path_type=Path))
@a_language
@as_json
def template(target: Path, *, lang: str, as_json: bool) -> None:
    """Write a blank workbook to fill in, TARGET.xlsx, with instructions and choices."""
    from familjen.io import register

    register.write_template(target, lang=lang)
    sheets = list(register.layout_of().sheets)
    if as_json:
        write_json({"target": str(target), "sheets": sheets})
    else:
        click.echo(f"{target}: {len(sheets)} sheets to fill in")


def _say_problems(error: DocumentError, *, as_json: bool) -> None:
    """Tell all that is wrong, so that it can be mended in one go."""
    if as_json:
        write_json({"problems": [{"place": place, "sentence": sentence} for place, sentence in error.problems]})
        return
    head, _, _ = str(error).partition("\n")
    click.echo(f"familjen: {head}", err=True)
    for place, sentence in error.problems:
        click.echo(f"  {place}: {sentence}", err=True)


def _form_of(path: Path) -> str:
    """Tell by the name, or by what is there, what tables are in."""
    if (path / "datapackage.json").exists():
        return "package"
    found = _FORMS.get(path.suffix.casefold())
    if found is None and path.suffix and not path.is_dir():
        known = ", ".join(_FORMS)
        raise click.UsageError(f"{path.name!r} tells no form: end it in {known}, name a folder, or give --as")
    return found or "csv"
