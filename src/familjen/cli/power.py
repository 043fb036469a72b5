"""The command that says how much each member's vote decides."""

from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from familjen.cli.group import a_file, a_language, as_json, familjen, write_json

if TYPE_CHECKING:
    from familjen.influence import Power
    from familjen.io.bodies import BodyFile

__all__: list[str] = []

_WIDE = 80


@familjen.command()
@a_file
@click.option("--index", metavar="NAME", help="shapley_shubik, banzhaf or another, instead of the file's.")
@click.option("--bloc", metavar="A+B", help="Weigh what these gain by acting as one, instead of the file's bloc.")
@click.option("--explain", is_flag=True, help="Say in sentences what was reckoned, and what it does not mean.")
@a_language
@as_json
def power(file: Path, *, index: str | None, bloc: str | None, explain: bool, lang: str, as_json: bool) -> None:
    """Say how much each member's vote decides in the body of a JSON FILE, and what a bloc gains.

    An index counts the arithmetic of votes, and not who persuades whom.
    """
    from familjen.io.bodies import read_body

    read = read_body(file)
    if index is not None:
        read = attrs.evolve(read, index=index)
    if bloc is not None:
        read = attrs.evolve(read, bloc=tuple(part.strip() for part in bloc.split("+")), unions=())
    found = read.power()
    if as_json:
        write_json(_plain(read, found, lang))
        return
    click.echo(read.title)
    if read.source is not None:
        click.echo(read.source)
    click.echo()
    for line in (found.explain(lang) if explain else found.text(lang)).split("\n"):
        click.echo(line if "  " in line else click.wrap_text(line, _WIDE))


def _plain(file: "BodyFile", found: "Power", lang: str) -> dict[str, object]:
    bloc = found.bloc
    return {
        "title": file.title,
        "source": file.source,
        "index": found.index.name,
        "members": found.to_rows(),
        "exact": {str(member): str(number) for member, number in found.items()},
        "bloc": None
        if bloc is None
        else {
            "members": [str(member) for member in bloc.members],
            "apart": str(bloc.apart),
            "together": str(bloc.together),
            "gain": str(bloc.gain),
            "better_outside": [str(member) for member in bloc.better_outside],
        },
        "explanation": found.explain(lang).split("\n"),
    }
