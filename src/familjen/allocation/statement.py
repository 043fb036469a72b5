"""Who pays what, and why."""

import html
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from familjen.allocation.basis import Basis
from familjen.errors import UnknownIdError
from familjen.model.clause import CostClause

if TYPE_CHECKING:
    from familjen.allocation.explanation import Explanation

__all__ = ["Charge", "Statement", "grouped"]


@attrs.frozen
class Charge:
    """What one party pays (avgift)."""

    party: str
    """Id of the party."""
    name: str
    """Its name."""
    weight: Fraction
    """What it is weighed by, such as its inhabitants."""
    share: Fraction
    """Its exact part of the whole, before rounding."""
    amount: Decimal
    """What it pays, a multiple of the clause's unit."""


@attrs.frozen
class Statement:
    """Who pays what for a year, to the last unit (debiteringsunderlag).

    The charges come to the total exactly.
    """

    charges: tuple[Charge, ...]
    """A charge for each party, in the order in which the parties were given."""
    total: Decimal = attrs.field(kw_only=True)
    """What all pay together, in the currency."""
    exact_total: Fraction = attrs.field(kw_only=True)
    """The total before it was rounded to the clause's unit."""
    year: int = attrs.field(kw_only=True)
    """The year that is billed."""
    basis: Basis = attrs.field(kw_only=True)
    """What the parties are weighed by, of which day, from which source."""
    clause: CostClause = attrs.field(kw_only=True)
    """The clause that was followed."""
    agreement: str | None = attrs.field(default=None, kw_only=True)
    """Id of the agreement that holds the clause."""
    currency: str = attrs.field(default="SEK", kw_only=True)
    """Currency of all amounts (ISO 4217)."""
    assumptions: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    """What was assumed because the clause does not say it."""

    def charge(self, party: str) -> Charge:
        """Look up a party's charge by its id.

        Raises:
            UnknownIdError: The party is not billed.
        """
        for charge in self.charges:
            if charge.party == party:
                return charge
        raise UnknownIdError.of("charge for party", party, [charge.party for charge in self.charges])

    def explain(self, party: str) -> "Explanation":
        """Say step by step how a party's amount came about; print it to read it.

        Raises:
            UnknownIdError: The party is not billed.
        """
        from familjen.allocation.explanation import explanation_of

        return explanation_of(self, self.charge(party))

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each charge, which pandas, polars, csv and Excel take as they are."""
        return [
            {
                "party": charge.party,
                "name": charge.name,
                "year": self.year,
                self.basis.of.replace(" ", "_"): _plain(charge.weight),
                "share": charge.share,
                "amount": charge.amount,
                "currency": self.currency,
            }
            for charge in self.charges
        ]

    def text(self) -> str:
        """Give the statement as a plain table of less than 80 columns."""
        rows = [self._cells(charge) for charge in self.charges]
        rows.append(
            ("Total", grouped(sum((charge.weight for charge in self.charges), Fraction(0))), "", f"{self.total:,}")
        )
        head = ("Party", self.basis.of.capitalize(), "Share", self.currency)
        widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
        lines = [
            "  ".join(
                cell.ljust(width) if column == 0 else cell.rjust(width)
                for column, (cell, width) in enumerate(zip(row, widths, strict=True))
            ).rstrip()
            for row in (head, *rows)
        ]
        ruler = "-" * max(map(len, lines))
        notes = [f"Assumption: {assumption}" for assumption in self.assumptions]
        return "\n".join((lines[0], ruler, *lines[1:-1], ruler, lines[-1], *notes))

    def _cells(self, charge: Charge) -> tuple[str, str, str, str]:
        return (charge.name, grouped(charge.weight), f"{float(charge.share):.2%}", f"{charge.amount:,}")

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        what = f" under {self.agreement!r}" if self.agreement else ""
        return f"<Statement {self.year}{what}: {len(self.charges)} parties pay {self.total:,} {self.currency}>"

    def _repr_html_(self) -> str:
        body = "".join(
            f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in self._cells(charge))}</tr>"
            for charge in self.charges
        )
        head = "".join(f"<th>{html.escape(name)}</th>" for name in ("Party", self.basis.of, "Share", self.currency))
        total = f"<tr><th>Total</th><td></td><td></td><td>{self.total:,}</td></tr>"
        notes = "".join(f"<p>Assumption: {html.escape(assumption)}</p>" for assumption in self.assumptions)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}{total}</tbody></table>{notes}"


def _plain(weight: Fraction) -> int | Fraction:
    return weight.numerator if weight.denominator == 1 else weight


def grouped(weight: Fraction) -> str:
    """Write a whole number with thousands separated, and a fraction as it is."""
    return f"{weight.numerator:,}" if weight.denominator == 1 else str(weight)
