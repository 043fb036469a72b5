"""A published table beside the bills that a clause makes."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from familjen.allocation import Statement, allocate
from familjen.allocation.rounding import in_units
from familjen.amounts.exact import multiple, total_of
from familjen.errors import InvalidValueError
from familjen.model import Agreement, BaseCost, CostClause, Key, PublishedTable, TableRow
from familjen.places import Statistics
from familjen.tables.checked import CellGap
from familjen.tables.fitting import Sheet
from familjen.tables.headings import kronor_of

__all__ = ["Follows", "against"]

Follows = Agreement | CostClause | Key | Mapping[str, Statement]
"""What a table should follow."""


def against(
    clause: Follows,
    sheet: Sheet | None,
    codes: tuple[str | None, ...],
    figures: Statistics,
) -> tuple[list[CellGap], PublishedTable]:
    """Compare each figure with the bill, and give the table that the bill makes."""
    if sheet is None:
        reason = "no column has both a year and an amount to share, so there is nothing to compare; give year="
        raise InvalidValueError(reason, attribute="table")
    strangers = [row.label for row, code in zip(sheet.table.rows, codes, strict=True) if code is None]
    if strangers:
        reason = f"{', '.join(map(repr, strangers))} is no known municipality; give parties={{{strangers[0]!r}: id}}"
        raise InvalidValueError(reason, attribute="parties")
    unit = 1 if isinstance(clause, Key) else kronor_of(sheet.table)
    gaps: list[CellGap] = []
    columns: list[tuple[Decimal, ...]] = []
    for one in sheet.columns:
        year, column, heading = one.year, one.at, sheet.table.columns[one.at]
        bill = _bill(clause, year, heading, multiple(unit, sheet.shared(one)), sheet, figures, sheet.grain)
        if set(bill.parties) != set(sheet.parties):
            reason = (
                f"the bill for {year} is for {', '.join(sorted(bill.parties))}, the table has rows for "
                f"{', '.join(sorted(sheet.parties))}; give parties= or a table with a row for each party"
            )
            raise InvalidValueError(reason, attribute="parties")
        amounts = [bill.charge(code) for code in sheet.parties]
        quantum = _in_table(bill.clause.unit, unit)
        columns.append(tuple([in_units(Fraction(charge.amount) / unit, quantum) for charge in amounts]))
        for place, (row, charge, billed) in enumerate(zip(sheet.table.rows, amounts, columns[-1], strict=True)):
            printed, exact = row.amounts[column], charge.exact / unit
            if printed is not None and abs(Fraction(printed) - exact) > Fraction(sheet.grain):
                gaps.append(CellGap(place, column, row.label, sheet.table.columns[column], printed, exact, billed))
    rows = zip(sheet.table.rows, zip(*columns, strict=True), strict=True)
    exact_rows = tuple([TableRow(row.label, amounts) for row, amounts in rows])
    totals = tuple([total_of(column) for column in columns])
    headings = tuple([sheet.table.columns[column.at] for column in sheet.columns])
    exact_one = attrs.evolve(sheet.table, columns=headings, rows=exact_rows, totals=totals, total=None, sources=())
    return gaps, exact_one


def _bill(
    clause: Follows,
    year: int,
    heading: str,
    cost: Decimal,
    sheet: Sheet,
    figures: Statistics,
    unit: Decimal,
) -> Statement:
    if isinstance(clause, Mapping):
        if heading not in clause:
            raise InvalidValueError(f"there is no statement for the column {heading!r}", attribute="clause")
        return clause[heading]
    own = clause.cost_clause if isinstance(clause, Agreement) else clause
    given: dict[str, Any] = {"year": year, "statistics": figures}
    steps = own.steps if isinstance(own, CostClause) else ()
    if not any(isinstance(step, BaseCost) for step in steps):
        given["cost"] = cost
    if isinstance(clause, Agreement):
        return allocate(clause, **given)
    followed = CostClause.of(clause, unit=unit) if isinstance(clause, Key) else clause
    return allocate(followed, parties=sheet.parties, **given)


def _in_table(amount: Decimal, unit: int) -> Decimal:
    """Give the clause's unit in the table's, without zeros at its end: 1000 kronor are 1 kSEK."""
    exact = Fraction(amount) / unit
    return Decimal(exact.numerator) if exact.denominator == 1 else amount.scaleb(1 - len(str(unit)))
