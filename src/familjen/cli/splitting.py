"""The command that splits a joint cost between players."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from familjen.cli.group import a_file, a_language, as_json, familjen, print_all, write_json
from familjen.cli.progress import METHODS, Work, working
from familjen.errors import InvalidValueError

if TYPE_CHECKING:
    from familjen.games.comparison import Comparison
    from familjen.io.games import GameFile
    from familjen.report.splitting import SplitBy

__all__: list[str] = []


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
    help="A method, or several; shapley, scrb and nucleolus unless given.",
)
@click.option("--unit", type=Unit(), metavar="N", help="Amounts are rounded to it; 0.01 unless given.")
@click.option("--exact", is_flag=True, help="Give exact fractions, and round nothing.")
@click.option("--completion", metavar="NAME", help="What missing coalitions come to: additive, cover or monotone.")
@click.option("--decimal", type=click.Choice((",", ".")), help="The decimal mark of a CSV file.")
@click.option("--explain", is_flag=True, help="Say in sentences who pays what and why, and how the methods differ.")
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
    explain: bool,
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
    with working(METHODS, lang, quiet=as_json) as work:
        comparison = _compared(read, methods, work, exact=exact)
    from familjen.report.splitting import SplitBy, explained_view, split_view

    splits = [SplitBy.of(shares, rounding) for shares in comparison.shares.values()]
    if as_json:
        told = {name: shares.explain(lang).lines for name, shares in comparison.shares.items()} if explain else {}
        write_json(_plain(read, splits, comparison.refused, rounding, told))
        return
    print_all(split_view(read, splits, rounding, lang))
    if explain:
        print_all(explained_view(comparison, lang))
    else:
        for sentence in comparison.refusals(lang):
            click.echo(sentence)


def _compared(file: "GameFile", asked: tuple[str, ...], told: Work, *, exact: bool) -> "Comparison":
    """Split by each method; why one refuses is said beside the others, unless it was asked for by name."""
    from familjen.games.comparison import USUAL, compare

    try:
        comparison = compare(file.game, asked or USUAL, exact=exact, on_progress=told)
    except InvalidValueError as error:
        if len(asked) == 1 and error.attribute == "game":
            raise InvalidValueError(f"--method {asked[0]}: {error.reason}") from None
        raise
    for name, reason in comparison.refused.items():
        if asked:
            raise InvalidValueError(f"--method {name}: {reason}")
    return comparison


def _plain(
    file: "GameFile",
    splits: list["SplitBy"],
    refused: Mapping[str, str],
    unit: Decimal | None,
    explained: Mapping[str, tuple[str, ...]],
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
                **({"explanation": list(explained[each.method])} if each.method in explained else {}),
            }
            for each in splits
        ],
        "refused": dict(refused),
    }
