"""How near a key comes to a published table."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.allocation import Occasion, weigh
from familjen.allocation.vector import Vector
from familjen.amounts import apportion
from familjen.amounts.exact import total_of
from familjen.errors import FamiljenError
from familjen.model import Key, PublishedTable, TableRow
from familjen.places import Statistics
from familjen.tables.checked import CellGap, Fit

__all__ = ["Sheet", "exact_table", "fit"]


@attrs.frozen
class Sheet:
    """A table as numbers to compare: who, when, and the amount that each column shares (tabell att jämföra)."""

    table: PublishedTable
    """The table."""
    parties: tuple[str, ...]
    """Id of the party of each row."""
    years: tuple[int, ...]
    """The year of each column that is compared."""
    columns: tuple[int, ...]
    """The numbers of those columns."""
    shared: tuple[Decimal, ...]
    """What each of them shares: its total as printed, or else the sum of its figures."""
    grain: Decimal
    """What figures were rounded to."""
    broken: frozenset[int]
    """The numbers of the columns that do not come to their totals."""


def fit(key: Key, sheet: Sheet, statistics: Statistics) -> Fit | None:
    """Compare each figure with what the key gives, before rounding; ``None`` where the key cannot be weighed."""
    gaps: list[CellGap] = []
    number, total = 0, Fraction(0)
    grain = Fraction(sheet.grain)
    for year, column, shared in zip(sheet.years, sheet.columns, sheet.shared, strict=True):
        try:
            weights = _weights(key, sheet.parties, year, statistics)
        except FamiljenError:
            return None
        above, under = shared.as_integer_ratio()
        under *= sum(weights.counts)
        for place, (row, weight) in enumerate(zip(sheet.table.rows, weights.counts, strict=True)):
            printed = row.amounts[column]
            if printed is None:
                continue
            number += 1
            exact = Fraction(weight * above, under)
            gap = abs(Fraction(printed) - exact)
            total += gap
            if gap > grain:
                gaps.append(CellGap(place, column, row.label, sheet.table.columns[column], printed, exact))
    excused = [gap.at_column for gap in gaps if gap.at_column in sheet.broken]
    explained = len(gaps) == len(set(excused)) and 2 * len(gaps) < number
    return Fit(key, number, tuple(gaps), total, explained)


def exact_table(key: Key, sheet: Sheet, statistics: Statistics) -> PublishedTable:
    """Give the table that the key makes, in the table's own unit, with parts that sum to the totals.

    Raises:
        InvalidValueError: A total is no multiple of the unit.
    """
    columns: list[tuple[Decimal, ...]] = []
    for year, shared in zip(sheet.years, sheet.shared, strict=True):
        weights = _weights(key, sheet.parties, year, statistics)
        split = apportion(shared, dict(zip(sheet.parties, weights.counts, strict=True)), unit=sheet.grain)
        columns.append(tuple(split.values()))
    rows = zip(sheet.table.rows, zip(*columns, strict=True), strict=True)
    return attrs.evolve(
        sheet.table,
        columns=tuple([sheet.table.columns[column] for column in sheet.columns]),
        rows=tuple([TableRow(row.label, amounts) for row, amounts in rows]),
        totals=tuple([total_of(column) for column in columns]),
        total=None,
        sources=(),
    )


def _weights(key: Key, parties: Sequence[str], year: int, statistics: Statistics) -> Vector:
    return weigh(key, Occasion(tuple(parties), year, statistics)).weights
