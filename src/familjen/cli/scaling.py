"""The command that says whether it pays off to do a service together."""

import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from familjen.cli.group import a_file, a_language, as_json, familjen, write_json
from familjen.cli.progress import ASSUMPTIONS, DRAWS, working

if TYPE_CHECKING:
    from familjen.io.scale import ScaleFile
    from familjen.scale import ScaleBenefit

__all__: list[str] = []

_WIDE = 80
_JOINED = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|%|kr\b)")
"""A space within a number or before its unit, where no line breaks."""
_NO_BREAK = "\N{NO-BREAK SPACE}"


@familjen.command()
@a_file
@click.option("--split", metavar="NAME", help="How it is split: by_size or a method's name, instead of the file's.")
@click.option("--explain", is_flag=True, help="Say in sentences what is saved, for whom, and on what assumptions.")
@click.option("--partners", is_flag=True, help="Say how many partners it takes, and what each is worth.")
@click.option("--turning", is_flag=True, help="Say at which number each assumption alone turns the sign.")
@click.option("--simulate", type=click.IntRange(2), metavar="N", help="Draw N sets of assumptions.")
@click.option("--seed", type=click.IntRange(0), metavar="N", help="Draw the same sets again.")
@a_language
@as_json
def scale(
    file: Path,
    *,
    split: str | None,
    explain: bool,
    partners: bool,
    turning: bool,
    simulate: int | None,
    seed: int | None,
    lang: str,
    as_json: bool,
) -> None:
    """Say whether it pays off to do the service in a JSON FILE together: for whom, when, and how surely.

    Nothing is assumed to be saved: the file says what a service costs by size, and what cooperating costs.
    """
    from familjen.io.scale import read_scale_file

    read = read_scale_file(file)
    read = read if split is None else attrs.evolve(read, split=split)
    benefit = read.benefit()
    more = _more(benefit, lang, as_json, partners=partners, turning=turning, simulate=simulate, seed=seed)
    if as_json:
        write_json(_plain(read, benefit, more, lang))
        return
    click.echo(read.title)
    if read.source is not None:
        click.echo(_narrow(read.source))
    click.echo()
    click.echo(_narrow(benefit.explain(lang) if explain else benefit.text(lang)))
    for each in more.values():
        click.echo()
        if hasattr(each, "text"):
            click.echo(_narrow(each.text(lang)))
        click.echo(_narrow(str(each.explain(lang))))


def _more(
    benefit: "ScaleBenefit",
    lang: str,
    quiet: bool,  # noqa: FBT001 - whether JSON is written
    *,
    partners: bool,
    turning: bool,
    simulate: int | None,
    seed: int | None,
) -> dict[str, Any]:
    """Reckon what was asked for besides."""
    from familjen.scale.uncertainty import simulate as simulated

    given: dict[str, Any] = {"discounting": benefit.discounting, "horizon": benefit.horizon}
    found: dict[str, Any] = {}
    if partners:
        found["partners"] = benefit.break_even()
    if turning:
        with working(ASSUMPTIONS, lang, quiet=quiet) as told:
            found["turning"] = benefit.turning_points(on_progress=told)
    if simulate is not None:
        whole = benefit.base.together
        parts = zip(benefit.parties, benefit.base.parts, strict=True)
        shares = {party: part / whole for party, part in parts} if whole else None  # of nothing there are no shares
        given |= {"samples": simulate, "seed": seed, "shares": shares}
        with working(DRAWS, lang, quiet=quiet) as told:
            found["simulation"] = simulated(benefit.service, on_progress=told, **given)
    return found


def _plain(file: "ScaleFile", benefit: "ScaleBenefit", more: dict[str, Any], lang: str) -> dict[str, object]:
    low, high = benefit.saving_range
    return {
        "title": file.title,
        "source": file.source,
        "split": benefit.method,
        "alone": str(benefit.alone),
        "together": str(benefit.together),
        "saving": {"low": str(low), "base": str(benefit.saving), "high": str(high)},
        "net": benefit.net,
        "horizon": benefit.horizon,
        "paid_back": benefit.paid_back,
        "parties": benefit.to_rows(),
        "assumptions": benefit.assumption_rows(),
        "warnings": list(benefit.warnings(lang)),
        **{name: each.to_rows() for name, each in more.items()},
    }


def _narrow(text: str) -> str:
    """Break lines that are wider than a terminal; tables are not."""
    lines: list[str] = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        wide = len(line) > _WIDE and "  " not in line.strip()
        joined = _JOINED.sub(_NO_BREAK, line)
        broken = textwrap.wrap(joined, _WIDE, subsequent_indent=indent, break_long_words=False)
        lines += [each.replace(_NO_BREAK, " ") for each in broken] if wide else [line]
    return "\n".join(lines)
