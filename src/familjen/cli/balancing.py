"""The command that says whether everyone wins over time."""

import re
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import click

from familjen.cli.group import a_file, a_language, as_json, familjen, write_json

__all__: list[str] = []


class Rate(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """A rate a year: 0.03 or 3%."""

    name = "rate"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """Read a rate."""
        if isinstance(value, Decimal):
            return value
        text = str(value).strip()
        try:
            number = Decimal(text.removesuffix("%").strip()) / (100 if text.endswith("%") else 1)
        except InvalidOperation:
            number = Decimal("NaN")
        if not (number.is_finite() and number > -1):
            self.fail(f"{value!r} is no rate; write 0.03 or 3%", param, ctx)
        if number >= 1 and not text.endswith("%"):
            self.fail(f"{value!r} would be {number * 100:f} % a year; write {value}% if that is meant", param, ctx)
        return number


class YearChange(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """A year's change of prices: 2025=0.02."""

    name = "year=share"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, Decimal]:
        """Read a year and its change."""
        found = re.fullmatch(r"(\d{4})=(-?\d+(?:\.\d+)?)(%?)", str(value))
        if found is None:
            self.fail(f"{value!r} is no change of a year; write 2025=0.02 or 2025=2%", param, ctx)
        if abs(Decimal(found[2])) >= 1 and not found[3]:
            self.fail(f"{value!r} would be a change of {Decimal(found[2]) * 100:f} %; write {value}%", param, ctx)
        return int(found[1]), Decimal(found[2]) / (100 if found[3] else 1)


@familjen.command()
@a_file
@click.option("--rate", type=Rate(), metavar="N", help="Discount later years at this rate a year: 0.03 or 3%.")
@click.option("--index", type=YearChange(), multiple=True, metavar="YEAR=N", help="How prices rose in a year.")
@click.option("--from", "first", type=click.INT, metavar="YEAR", help="Leave out earlier years.")
@click.option("--to", "last", type=click.INT, metavar="YEAR", help="Leave out later years.")
@click.option("--explain", is_flag=True, help="Say in sentences who wins when, and what carries it.")
@a_language
@as_json
def balance(
    file: Path,
    *,
    rate: Decimal | None,
    index: tuple[tuple[int, Decimal], ...],
    first: int | None,
    last: int | None,
    explain: bool,
    lang: str,
    as_json: bool,
) -> None:
    """Say whether everyone wins over time, by a CSV or JSON FILE of who paid and received what.

    Each line has a party, a year, an activity, and what was paid and received.
    """
    from familjen.balance import balance as balanced
    from familjen.io.ledgers import read_ledger

    ledger = read_ledger(file)
    chain = dict(index) or None
    if chain is not None and len(chain) < len(index):
        raise click.BadParameter("a year stands there twice; give each year once", param_hint="'--index'")
    found = balanced(ledger, rate=rate or 0, index=chain, first_year=first, last_year=last)
    if as_json:
        parties = [
            {"party": party, "balance": float(found.cumulative(party)), "whole_by": found.wins_by(party)}
            for party in found.parties
        ]
        weighed = [
            {
                "activity": each.activity,
                "net": str(each.net),
                "losers": list(each.losers),
                "carried": list(each.carried),
                "burdened": list(each.burdened),
            }
            for each in found.activities()
        ]
        by = {"everyone_wins_by": found.everyone_wins_by, "shortest_horizon": found.shortest_horizon()}
        write_json({**by, "parties": parties, "activities": weighed, "years": found.to_rows()})
        return
    click.echo(found.explain(lang) if explain else found.text(lang))
