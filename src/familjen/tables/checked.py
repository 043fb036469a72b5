"""What a check of a published table came to."""

import textwrap
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from familjen.allocation.grid import as_lines, written
from familjen.allocation.rounding import in_units
from familjen.findings import Finding, Severity
from familjen.language import say, worded
from familjen.model import Key, PublishedTable

__all__ = ["CellGap", "Fit", "TableCheck"]


@attrs.frozen
class CellGap:
    """A figure of a table that differs from what a key or clause gives (avvikande cell)."""

    at_row: int
    """Number of its row, from 0."""
    at_column: int
    """Number of its column, from 0."""
    row: str
    """Label of the row."""
    column: str
    """Heading of the column."""
    printed: Decimal
    """The figure as printed."""
    exact: Fraction
    """What it would be before rounding, in the table's unit."""
    billed: Decimal | None = None
    """What it would be as billed, in the table's unit, where it was compared with a bill."""

    @property
    def difference(self) -> Fraction:
        """How far the printed figure lies above (below zero: below) the exact one, in the table's unit."""
        return Fraction(self.printed) - self.exact


@attrs.frozen
class Fit:
    """How near a key comes to a table (nyckelns passning)."""

    key: Key
    """The key."""
    cells: int
    """How many figures were compared."""
    gaps: tuple[CellGap, ...]
    """The figures that lie further than one unit, as printed, from what the key gives before rounding."""
    distance: Fraction
    """All figures' distances from the key's, added up, in the table's unit."""
    reproduces: bool
    """Whether every figure is within one unit, apart from one at most in each column that does not come to its own
    total, and from fewer than half of all."""

    @property
    def within(self) -> int:
        """How many figures lie within one unit of what the key gives."""
        return self.cells - len(self.gaps)

    def text(self, unit: str, lang: str = "en") -> str:
        """Say it in a sentence."""
        said = worded(
            lang,
            f"{self.key.text('en')}: {self.within} of {self.cells} figures within 1 {unit}",
            f"{self.key.text('sv')}: {self.within} av {self.cells} tal inom 1 {unit}",
        )
        for gap in self.gaps[:3]:
            word = worded(lang, "above", "över") if gap.difference > 0 else worded(lang, "below", "under")
            about = say(in_units(abs(gap.difference), Decimal(1)), lang)
            said += f"; {gap.row} {gap.column} {worded(lang, 'is', 'ligger')} {about} {word}"
        rest = len(self.gaps) - 3
        return said + (worded(lang, f"; and {rest} more", f"; och {rest} till") if rest > 0 else "")


@attrs.frozen(repr=False)
class TableCheck:
    """What is wrong with a published table, which key gives it, and what it would be exactly (granskad tabell).

    It is printed to be read; ``findings`` are as those of `familjen.check`.
    """

    table: PublishedTable
    """The table as published."""
    findings: tuple[Finding, ...]
    """What is wrong: sums that fail, figures copied from the year before, figures that a clause does not give."""
    fits: tuple[Fit, ...] = ()
    """The keys that come nearest, the nearest first; empty where a clause was given, or rows are no known parties."""
    exact: PublishedTable | None = None
    """The table that the clause, or the nearest key if most figures fit it, gives exactly; ``None`` without either."""
    tried: int = 0
    """How many keys were tried."""
    lang: str = "en"
    """The language of its findings."""

    @property
    def ok(self) -> bool:
        """Whether there is no finding of severity error."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)

    @property
    def best(self) -> Fit | None:
        """The key that comes nearest; ``None`` when none was tried."""
        return self.fits[0] if self.fits else None

    def text(self, lang: str | None = None) -> str:
        """Give all of it as plain text; what was found is said in the language of the check."""
        lang = lang or self.lang
        table = self.table
        lines = [f"{table.title} ({table.unit})"]
        found = [_wrapped(f"{number}. {finding}") for number, finding in enumerate(self.findings, 1)]
        lines += found or [worded(lang, "  Nothing is wrong with it.", "  Inget är fel i den.")]
        if self.fits:
            lines += ["", worded(lang, f"Nearest of {self.tried} keys", f"Närmast av {self.tried} nycklar")]
            lines += [_wrapped(fit.text(table.unit, lang)) for fit in self.fits[:3]]
            more = sum(fit.reproduces for fit in self.fits[3:])
            if more:
                lines.append(worded(lang, f"  ({more} more reproduce it)", f"  ({more} till återger den)"))
        if self.exact is not None:
            lines += ["", worded(lang, "Exact table", "Exakt tabell"), *_grid(self.exact, lang)]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """Give all of it as JSON takes it; exact numbers are text."""
        return {
            "table": self.table.id,
            "ok": self.ok,
            "findings": [
                {"code": each.code, "severity": each.severity.value, "path": each.path, "message": each.message}
                for each in self.findings
            ],
            "tried": self.tried,
            "fits": [
                {
                    "key": fit.key.text(self.lang),
                    "reproduces": fit.reproduces,
                    "within": fit.within,
                    "cells": fit.cells,
                    "distance": str(fit.distance),
                    "gaps": [
                        {"row": gap.row, "column": gap.column, "printed": str(gap.printed), "exact": str(gap.exact)}
                        for gap in fit.gaps
                    ],
                }
                for fit in self.fits
            ],
            "exact": None
            if self.exact is None
            else {
                "columns": list(self.exact.columns),
                "rows": {row.label: [str(amount) for amount in row.amounts] for row in self.exact.rows},
                "totals": [str(total) for total in self.exact.totals],
            },
        }

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<TableCheck {self.table.id!r}: {len(self.findings)} findings, {len(self.fits)} keys near>"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 79, initial_indent="  ", subsequent_indent="     ", break_on_hyphens=False)


def _grid(table: PublishedTable, lang: str) -> list[str]:
    rows = [[row.label, *(written(amount, lang) for amount in row.amounts)] for row in table.rows]
    total = [worded(lang, "Total", "Summa"), *(written(amount, lang) for amount in table.totals)]
    return as_lines([table.unit, *table.columns], rows, total, indent="  ")
