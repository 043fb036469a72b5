"""The group of commands, and what they share: options, errors as sentences, output."""

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from familjen.cli.progress import ask_for_none, stopped
from familjen.errors import FamiljenError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from familjen.model import Cooperation

__all__ = [
    "Day",
    "a_file",
    "a_language",
    "as_json",
    "as_text",
    "familjen",
    "load_cooperation",
    "plain",
    "print_all",
    "write_json",
]

as_json = click.option("--json", "as_json", is_flag=True, help="Write JSON instead of tables.")
a_language = click.option(
    "--lang", type=click.Choice(("en", "sv")), default="en", show_default=True, help="Language: English or Swedish."
)
_STOPPED = 130
"""The exit code of what a user stops with Ctrl-C: 128 and the number of the signal."""

a_file = click.argument("file", type=click.Path(path_type=Path))


class Day(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """A day: YYYY-MM-DD, or today."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Read a day."""
        if isinstance(value, dt.date):
            return value
        if value == "today":
            return dt.date.today()  # noqa: DTZ011 - the user's own calendar is meant
        try:
            return dt.datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            self.fail(f"{value!r} is not a day; write YYYY-MM-DD, such as 2026-01-31, or 'today'", param, ctx)


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
        except KeyboardInterrupt:
            click.echo(f"familjen: {stopped(ctx)}", err=True)
            ctx.exit(_STOPPED)


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {(error.strerror or 'cannot be opened').lower()}"
    return str(error)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="familjen", prog_name="familjen")
@click.option(
    "--no-progress", is_flag=True, expose_value=False, callback=ask_for_none, help="Show no bar while work goes on."
)
def familjen() -> None:
    """Cooperation between municipalities: who takes part, who pays what, and why."""


def load_cooperation(file: Path) -> "Cooperation":
    """Read a cooperation."""
    from familjen.io import load

    return load(file)


def plain(coop: "Cooperation") -> object:
    """Give a cooperation as JSON takes it."""
    from familjen.io import dumps

    return json.loads(dumps(coop))


def print_all(things: Iterable["RenderableType"]) -> None:
    """Print for a terminal, or eighty columns wide for a file."""
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=80)
    for thing in things:
        console.print(thing, markup=False)


def write_json(value: object) -> None:
    """Print as JSON."""
    click.echo(as_text(value))


def as_text(value: object) -> str:
    """Write as JSON."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)
