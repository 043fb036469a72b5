"""How near a key comes to a published table."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.allocation import Occasion, weigh
from familjen.amounts import apportion
from familjen.amounts.exact import multiple, total_of
from familjen.amounts.vector import Vector
from familjen.errors import FamiljenError
from familjen.model import Key, PublishedTable, TableRow
from familjen.places import Statistics
from familjen.tables.checked import CellGap, Fit

__all__ = ["Column", "Score", "Sheet", "exact_table", "fit", "score"]


@attrs.frozen
class Column:
    """A column to compare, in whole units of what figures were rounded to (kolumn)."""

    at: int
    """Its number in the table, from 0."""
    year: int
    """The year that it is for."""
    shared: int
    """What it shares: its total as printed, or else the sum of its figures."""
    cells: tuple[tuple[int, int], ...]
    """Each figure that is not empty, with the number of its row."""
    is_broken: bool
    """Whether its figures do not come to its total."""


@attrs.frozen
class Sheet:
    """A table as numbers to compare: who, and each column (tabell att jämföra)."""

    table: PublishedTable
    """The table."""
    parties: tuple[str, ...]
    """Id of the party of each row."""
    columns: tuple[Column, ...]
    """The columns that have a year and an amount to share."""
    grain: Decimal
    """What figures were rounded to."""

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the columns."""
        return tuple([column.year for column in self.columns])

    def shared(self, column: Column) -> Decimal:
        """Give what a column shares, in the table's unit."""
        amount: Decimal = multiple(column.shared, self.grain)
        return amount


@attrs.frozen
class Score:
    """How near a key comes to a table, in figures alone (poäng)."""

    key: Key
    """The key."""
    cells: int
    """How many figures were compared."""
    off: int
    """How many lie further than one unit from the key's."""
    distance: Fraction
    """All distances added up, in whole units of what figures were rounded to."""
    reproduces: bool
    """Whether all that is off is one figure at most in each column that does not come to its total, and not half."""


def score(key: Key, sheet: Sheet, statistics: Statistics) -> Score | None:
    """Compare each figure with what the key gives, before rounding; ``None`` where the key cannot be weighed.

    A party's exact amount is weight × shared / whole; both sides are multiplied by the whole, so that all is done in
    whole numbers.
    """
    number, off, distance, explained = 0, 0, Fraction(0), True
    for column in sheet.columns:
        try:
            counts = _weights(key, sheet.parties, column.year, statistics).counts
        except FamiljenError:
            return None
        whole = sum(counts)
        gaps = [abs(printed * whole - counts[place] * column.shared) for place, printed in column.cells]
        mine = sum([gap > whole for gap in gaps])
        explained = explained and mine <= int(column.is_broken)
        number, off, distance = number + len(gaps), off + mine, distance + Fraction(sum(gaps), whole)
    return Score(key, number, off, distance, explained and 2 * off < number)


def fit(found: Score, sheet: Sheet, statistics: Statistics) -> Fit:
    """Give how near a key comes, with each figure that is off."""
    gaps: list[CellGap] = []
    grain = Fraction(sheet.grain)
    for column in sheet.columns:
        shares = _weights(found.key, sheet.parties, column.year, statistics).shares
        for place, printed in column.cells:
            exact = shares[place] * column.shared
            if abs(printed - exact) > 1:
                row, heading = sheet.table.rows[place], sheet.table.columns[column.at]
                gaps.append(
                    CellGap(place, column.at, row.label, heading, multiple(printed, sheet.grain), exact * grain)
                )
    return Fit(found.key, found.cells, tuple(gaps), found.distance * grain, found.reproduces)


def exact_table(key: Key, sheet: Sheet, statistics: Statistics) -> PublishedTable:
    """Give the table that the key makes, in the table's own unit, with parts that sum to the totals.

    Raises:
        InvalidValueError: A total is no multiple of the unit.
    """
    columns: list[tuple[Decimal, ...]] = []
    for column in sheet.columns:
        weights = _weights(key, sheet.parties, column.year, statistics)
        split = apportion(sheet.shared(column), dict(zip(sheet.parties, weights.counts, strict=True)), unit=sheet.grain)
        columns.append(tuple(split.values()))
    rows = zip(sheet.table.rows, zip(*columns, strict=True), strict=True)
    return attrs.evolve(
        sheet.table,
        columns=tuple([sheet.table.columns[column.at] for column in sheet.columns]),
        rows=tuple([TableRow(row.label, amounts) for row, amounts in rows]),
        totals=tuple([total_of(column) for column in columns]),
        total=None,
        sources=(),
    )


def _weights(key: Key, parties: Sequence[str], year: int, statistics: Statistics) -> Vector:
    return weigh(key, Occasion(tuple(parties), year, statistics)).weights
