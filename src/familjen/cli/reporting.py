"""The command that makes a report to put before a board."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from familjen.cli.group import Day, a_file, a_language, as_json, familjen, load_cooperation, write_json
from familjen.errors import InvalidValueError
from familjen.language import say, worded

if TYPE_CHECKING:
    from familjen.balance import Balance
    from familjen.io.game_file import GameFile
    from familjen.io.scale_file import ScaleFile
    from familjen.model import Cooperation
    from familjen.report.webpage import Bills, HtmlReport

__all__: list[str] = []


_DIGITS = 15
"""An amount with more digits than this, before the point or in zeros after it, is a slip."""


class Figure(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """An agreement's cost or amount: ID=N, or ID/NAME=N."""

    name = "id=n"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str, Decimal]:
        """Read an agreement's id, the name of a cost pool or an amount, and the number."""
        left, mark, number = str(value).partition("=")
        agreement, _, name = left.partition("/")
        try:
            amount = Decimal(number.replace("_", ""))
        except InvalidOperation:
            amount = Decimal("NaN")
        if not mark or not agreement or not amount.is_finite():
            self.fail(f"{value!r}: write ID=N or ID/NAME=N, such as raddning=1000000", param, ctx)
        if amount and abs(amount.adjusted()) > _DIGITS:
            self.fail(f"{value!r}: no amount has more than {_DIGITS} digits; write it in whole units", param, ctx)
        return agreement, name, amount


@familjen.command()
@a_file
@click.option(
    "--output", "-o", required=True, type=click.Path(path_type=Path), help="Write to this file, whole or not at all."
)
@click.option("--on", type=Day(), metavar="DATE", help="Tell of this day, YYYY-MM-DD or 'today'.")
@click.option("--year", type=int, help="Bill agreements for this year.")
@click.option("--agreement", "agreements", multiple=True, metavar="ID", help="Bill these agreements only.")
@click.option(
    "--cost", "costs", type=Figure(), multiple=True, metavar="ID=N", help="An agreement's cost, or ID/POOL=N."
)
@click.option(
    "--amount", "amounts", type=Figure(), multiple=True, metavar="ID/NAME=N", help="An amount that its clause asks for."
)
@click.option(
    "--counted", type=Day(), metavar="DATE", help="Day of figures where a clause does not say; an assumption."
)
@click.option("--game", "games", type=click.Path(path_type=Path), multiple=True, help="A joint cost to split.")
@click.option("--scale", "scales", type=click.Path(path_type=Path), multiple=True, help="A service to do together.")
@click.option("--ledger", "ledgers", type=click.Path(path_type=Path), multiple=True, help="Who paid and received what.")
@click.option("--made", type=Day(), metavar="DATE", help="The day that stands in the report; today unless given.")
@a_language
@as_json
def report(  # noqa: PLR0913 - what a report tells of
    file: Path,
    *,
    output: Path,
    on: dt.date | None,
    year: int | None,
    agreements: tuple[str, ...],
    costs: tuple[tuple[str, str, Decimal], ...],
    amounts: tuple[tuple[str, str, Decimal], ...],
    counted: dt.date | None,
    games: tuple[Path, ...],
    scales: tuple[Path, ...],
    ledgers: tuple[Path, ...],
    made: dt.date | None,
    lang: str,
    as_json: bool,
) -> None:
    """Make a report on the cooperation in a JSON FILE: one HTML file for a board, on a screen or on paper."""
    from familjen.report.webpage import html

    _need_another(output, (file, *games, *scales, *ledgers))
    coop = load_cooperation(file)
    bills = _bills(coop, year, agreements, costs, amounts, counted)
    done = html(
        coop,
        lang=lang,
        on=on,
        statements=() if bills is None else bills,
        shares=[_game(each) for each in games],
        benefits=[_service(each) for each in scales],
        balances=[_balance(each) for each in ledgers],
        made=made,
    )
    done.save(output)
    _say(done, output, bills, as_json=as_json)


def _need_another(output: Path, read: Iterable[Path]) -> None:
    """Refuse to write the report over what it is made from."""
    for path in read:
        if output.exists() and path.exists() and output.samefile(path):
            raise InvalidValueError(f"{output} is what the report is made from; write it to another file")


def _bills(
    coop: "Cooperation",
    year: int | None,
    agreements: tuple[str, ...],
    costs: tuple[tuple[str, str, Decimal], ...],
    amounts: tuple[tuple[str, str, Decimal], ...],
    counted: dt.date | None,
) -> "Bills | None":
    """Bill what was asked for; without a year nothing is."""
    from familjen.dates import ReferenceDate
    from familjen.report.webpage import bill_all

    if year is None:
        given = {"--agreement": agreements, "--cost": costs, "--amount": amounts, "--counted": counted}
        for option, value in given.items():
            if value:
                raise InvalidValueError(f"{option} is for bills, and no year is billed; say which with --year")
        return None
    return bill_all(
        coop,
        year=year,
        agreements=agreements or None,
        costs={each: pools[""] if set(pools) == {""} else pools for each, pools in _grouped(costs, "--cost").items()},
        amounts=_grouped(amounts, "--amount"),
        reference=None if counted is None else ReferenceDate.fixed(counted),
    )


def _game(path: Path) -> "GameFile":
    from familjen.io.games import read_game_file

    return read_game_file(path)


def _service(path: Path) -> "ScaleFile":
    from familjen.io.scale import read_scale_file

    return read_scale_file(path)


def _balance(path: Path) -> "Balance":
    from familjen.balance import balance
    from familjen.io.ledgers import read_ledger

    return balance(read_ledger(path))


def _grouped(given: tuple[tuple[str, str, Decimal], ...], option: str) -> dict[str, dict[str, Decimal]]:
    """Gather the figures of each agreement by their names; without a name there is one."""
    found: dict[str, dict[str, Decimal]] = {}
    for agreement, name, number in given:
        named = found.setdefault(agreement, {})
        if option == "--amount" and not name:
            raise InvalidValueError(f"--amount {agreement}: say which amount, as {agreement}/NAME=N")
        if name in named or (named and ("" in named or not name)):
            reason = f"{option} gives {agreement!r} twice, or both with and without a name; keep one"
            raise InvalidValueError(reason)
        named[name] = number
    return found


def _say(done: "HtmlReport", output: Path, bills: "Bills | None", *, as_json: bool) -> None:
    refused = {} if bills is None else {**bills.refused, **_wanting(bills, done.lang)}
    words = partial(worded, done.lang)
    if as_json:
        absent = [{"title": each.title, "needs": each.needs} for each in done.absent]
        told = {"title": done.title, "lang": done.lang, "sections": list(done.sections)}
        write_json({"file": str(output), "bytes": done.size, **told, "absent": absent, "not_billed": refused})
        return
    kilobytes = say(Decimal(round(done.size / 1000)), done.lang)
    click.echo(f"{output}: {done.title} ({len(done.sections)} {words('sections', 'avsnitt')}, {kilobytes} kB)")
    for agreement, reason in refused.items():
        click.echo(f"{words('Not billed', 'Inte debiterat')}: {agreement}: {reason}")
    for each in done.absent:
        click.echo(f"{each.title}: {each.needs}")


def _wanting(bills: "Bills", lang: str) -> dict[str, str]:
    return {agreement: phrase.said(lang) for agreement, phrase in bills.wanting.items()}
