"""Commands that bill, and check what others have billed."""

import datetime as dt
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

import click

from familjen.cli.group import (
    Day,
    a_file,
    a_language,
    as_json,
    familjen,
    load_cooperation,
    print_all,
    write_json,
)
from familjen.errors import InvalidValueError

if TYPE_CHECKING:
    from familjen.model import Agreement, Cooperation
    from familjen.model.party import Party

__all__: list[str] = []


@familjen.command()
@a_file
@click.option("--agreement", metavar="ID", help="Id of the agreement; needed where several have a cost clause.")
@click.option("--year", type=int, required=True, help="The year that is billed.")
@click.option(
    "--cost",
    "costs",
    multiple=True,
    metavar="N",
    help="The cost to share, or NAME=N for each cost pool. Leave it out where the clause gives it.",
)
@click.option(
    "--amount", "amounts", multiple=True, metavar="NAME=N", help="An amount that the clause asks for, such as grants=N."
)
@click.option(
    "--counted", type=Day(), metavar="DATE", help="Day of figures where the clause does not say; an assumption."
)
@click.option("--explain", "explained", multiple=True, metavar="CODE", help="Explain the amount of this party.")
@a_language
@as_json
def allocate(
    file: Path,
    *,
    agreement: str | None,
    year: int,
    costs: tuple[str, ...],
    amounts: tuple[str, ...],
    counted: dt.date | None,
    explained: tuple[str, ...],
    lang: str,
    as_json: bool,
) -> None:
    """Bill an agreement of the cooperation in a JSON FILE: who pays what for a year, and why."""
    from familjen.allocation import allocate as bill
    from familjen.dates import ReferenceDate

    coop = load_cooperation(file)
    chosen = _agreement(coop, agreement)
    statement = bill(
        chosen,
        year=year,
        cost=_cost(costs),
        parties=_parties(coop, chosen, year),
        amounts=_named(amounts, "--amount"),
        reference=None if counted is None else ReferenceDate.fixed(counted),
    )
    told = [statement.explain(party, lang=lang) for party in explained]
    if as_json:
        write_json(statement.to_dict(lang=lang))
        return
    from familjen.report.text import explanation_view, statement_view

    print_all([*statement_view(statement, lang)])
    for explanation in told:
        print_all(["", *explanation_view(explanation)])


def _agreement(coop: "Cooperation", wanted: str | None) -> "Agreement":
    if wanted is not None:
        return coop.agreement(wanted)
    billed = [agreement for agreement in coop.agreements if agreement.cost_clause is not None]
    if len(billed) != 1:
        known = ", ".join(repr(agreement.id) for agreement in billed) or "none"
        raise InvalidValueError(f"agreements with a cost clause: {known}; say which with --agreement ID")
    return billed[0]


def _parties(coop: "Cooperation", agreement: "Agreement", year: int) -> "list[Party | str]":
    """Give the agreement's parties of the year, with the names that the cooperation has for them."""
    from familjen.allocation.membership import presence_in

    known = {party.id: party for party in coop.parties}
    terms = None if agreement.cost_clause is None else agreement.cost_clause.membership
    return [known.get(party, party) for party in presence_in(agreement, terms, year)]


def _cost(costs: tuple[str, ...]) -> "Decimal | dict[str, Decimal] | None":
    if not costs:
        return None
    if len(costs) == 1 and "=" not in costs[0]:
        return _number(costs[0], "--cost")
    return _named(costs, "--cost")


def _named(given: tuple[str, ...], option: str) -> dict[str, Decimal]:
    named: dict[str, Decimal] = {}
    for each in given:
        name, mark, number = each.partition("=")
        if not mark or not name:
            raise InvalidValueError(f"{option} {each}: give NAME=N, such as grants=40000")
        if name in named:
            raise InvalidValueError(f"{option} gives {name!r} twice; keep one")
        named[name] = _number(number, f"{option} {name}")
    return named


def _number(text: str, option: str) -> Decimal:
    try:
        number = Decimal(text.replace("_", ""))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise InvalidValueError(f"{option}: {text!r} is no amount; write it as 1000000 or 1000000.50")
    return number


@familjen.command()
@a_file
@click.option("--unit", help="Unit of the amounts, such as kSEK; that in the table's corner, or kr, unless given.")
@click.option("--decimal", type=click.Choice((",", ".")), help="The decimal mark.")
@click.option("--encoding", default="utf-8-sig", show_default=True, help="Encoding of the file.")
@click.option("--party", "parties", multiple=True, metavar="LABEL=ID", help="Id of the party of a row.")
@click.option("--year", type=int, help="The year of a table with one column whose heading does not say it.")
@click.option("--by", type=click.Path(path_type=Path), metavar="JSON", help="Compare with an agreement in this file.")
@click.option("--agreement", metavar="ID", help="Id of that agreement.")
@a_language
@as_json
def check_table(  # noqa: PLR0913 - a table's options
    file: Path,
    *,
    unit: str | None,
    decimal: str | None,
    encoding: str,
    parties: tuple[str, ...],
    year: int | None,
    by: Path | None,
    agreement: str | None,
    lang: str,
    as_json: bool,
) -> None:
    """Check a published table in a CSV FILE: its sums, copied figures, the key that gives it, the exact table.

    The first line holds the years, the first column the municipalities; a row called Total or Summa holds the totals.
    Exit code 1 when a sum fails.
    """
    from familjen.io.tables import read_table
    from familjen.tables import check_table as check

    if agreement is not None and by is None:
        raise InvalidValueError("--agreement names an agreement of a file; give the file with --by")
    table = read_table(file, unit=unit, decimal=decimal, encoding=encoding)
    ids: dict[str, str] = {}
    for each in parties:
        label, mark, party = each.rpartition("=")
        if not mark or not label or not party:
            raise InvalidValueError(f"--party {each}: give LABEL=ID, such as 'The host=1442'")
        ids[label] = party
    follows = None if by is None else _agreement(load_cooperation(by), agreement)
    checked = check(table, follows, parties=ids, year=year, lang=lang)
    if as_json:
        write_json(checked.to_dict())
    else:
        click.echo(checked.text())
    if not checked.ok:
        raise SystemExit(1)
