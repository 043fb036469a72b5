"""The command that splits a joint cost between players."""

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from familjen.cli.group import a_file, a_language, as_json, familjen, print_all, write_json
from familjen.errors import InvalidValueError
from familjen.language import worded

if TYPE_CHECKING:
    from familjen.io.games import GameFile
    from familjen.report.splitting import SplitBy

__all__: list[str] = []

_USUAL = ("shapley", "scrb", "nucleolus")
"""The methods that stand side by side where none is asked for."""


class Unit(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """What amounts are rounded to: a number above zero."""

    name = "unit"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """Read a unit."""
        try:
            unit = Decimal(value)
        except InvalidOperation:
            unit = Decimal("NaN")
        if not (unit.is_finite() and unit > 0):
            self.fail(f"{value!r} is no unit; write a number above zero, such as 0.01 or 1000", param, ctx)
        return unit


@familjen.command()
@a_file
@click.option(
    "--method",
    "methods",
    multiple=True,
    metavar="NAME",
    help=f"A method, or several; {', '.join(_USUAL)} unless given.",
)
@click.option("--unit", type=Unit(), metavar="N", help="Amounts are rounded to it; 0.01 unless given.")
@click.option("--exact", is_flag=True, help="Give exact fractions, and round nothing.")
@click.option("--completion", metavar="NAME", help="What missing coalitions come to: additive, cover or monotone.")
@click.option("--decimal", type=click.Choice((",", ".")), help="The decimal mark of a CSV file.")
@a_language
@as_json
def split(
    file: Path,
    *,
    methods: tuple[str, ...],
    unit: Decimal | None,
    exact: bool,
    completion: str | None,
    decimal: str | None,
    lang: str,
    as_json: bool,
) -> None:
    """Split the joint cost of a game in a JSON or CSV FILE: who pays what, who saves what, who has reason to leave.

    The file holds what each coalition costs by itself. Amounts sum to the whole.
    """
    from familjen.io.games import read_game_file

    if exact and unit is not None:
        raise InvalidValueError("--exact rounds nothing, and --unit says what to round to; give one of them")
    rounding = None if exact else unit or Decimal("0.01")
    read = read_game_file(file, completion=completion, decimal=decimal)
    splits, refused = _splits(read, methods, rounding, exact=exact)
    if as_json:
        write_json(_plain(read, splits, refused, rounding))
        return
    from familjen.report.splitting import split_view

    print_all(split_view(read, splits, rounding, lang))
    for name, reason in refused.items():
        click.echo(worded(lang, f"{name} gives no split: {reason}.", f"{name} ger ingen fördelning: {reason}."))


def _splits(
    file: "GameFile", asked: tuple[str, ...], unit: Decimal | None, *, exact: bool
) -> tuple[list["SplitBy"], dict[str, str]]:
    """Split by each method; why one refuses is said beside the others, unless it was asked for by name."""
    from familjen.games.methods import method_named
    from familjen.report.splitting import SplitBy

    chosen = [method_named(name) for name in asked or _USUAL]
    for place, method in enumerate(chosen):
        if method in chosen[:place]:
            raise InvalidValueError(f"--method {asked[place]} is given twice; keep one")
    splits: list[SplitBy] = []
    refused: dict[str, str] = {}
    for name, method in zip(asked or _USUAL, chosen, strict=True):
        try:
            shares = method(file.game, exact=exact)
        except InvalidValueError as error:
            if asked:
                raise InvalidValueError(f"--method {name}: {error.reason}") from None
            refused[name] = error.reason
            continue
        splits.append(SplitBy.of(shares, unit))
    return splits, refused


def _plain(
    file: "GameFile", splits: list["SplitBy"], refused: dict[str, str], unit: Decimal | None
) -> dict[str, object]:
    """Give all as JSON takes it: numbers as text, exactly."""
    from familjen.io.game_written import number_text

    game = file.game
    return {
        "players": [str(player) for player in game.players],
        "whole": number_text(game.at(-1), "the whole"),
        "unit": file.unit,
        "source": file.source,
        "illustrative": file.illustrative,
        "rounded_to": None if unit is None else str(unit),
        "alone": {
            str(player): number_text(game.at(1 << place), str(player)) for place, player in enumerate(game.players)
        },
        "methods": [
            {
                "method": each.method,
                "parts": {str(player): number_text(part, str(player)) for player, part in each.parts.items()},
                "savings": {str(player): number_text(saved, str(player)) for player, saved in each.savings.items()},
                "in_core": each.in_core,
                "worst_off": [str(player) for player in each.worst_off],
                "excess": number_text(each.excess, "the excess"),
            }
            for each in splits
        ],
        "refused": refused,
    }
