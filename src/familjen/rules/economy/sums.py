"""Published tables that do not add up (family 4xx)."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from familjen.amounts.exact import total_of
from familjen.findings import Finding, Severity
from familjen.language import Phrase, Sentence
from familjen.model import Cooperation, PublishedTable
from familjen.rules.economy.exact import gap
from familjen.rules.economy.published import copied, named_tables
from familjen.rules.rule import rule

__all__ = [
    "column_does_not_add_up",
    "columns_off",
    "row_does_not_add_up",
    "rows_off",
    "total_does_not_add_up",
    "whole_off",
]


@rule(
    "FAM402",
    "column-does-not-add-up",
    Severity.ERROR,
    message="In {table}, the column '{column}' comes to {sum} {unit}, but its total says {total}: {difference} {word}.",
    hint={
        "plain": "Correct the figures, or say who carries the difference.",
        "repeated": "Correct the figures; that of {row} is the same as in the column before, and was perhaps copied.",
    },
    since="2026.11.0",
)
def column_does_not_add_up(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A column of a published table does not come to its total.

    Checks:
        That the figures of each column come to the total printed under it, exactly, where none of its cells is empty.

    Why:
        A budget whose parts do not come to the whole leaves a cost that nobody has been given, or bills one twice.
        Rounded figures need rounding that keeps the sum (`familjen.apportion`).

    Example:
        >>> rows = (
        ...     TableRow("Alingsås", (Decimal(69_994), Decimal(72_906), Decimal(75_706))),
        ...     TableRow("Vårgårda", (Decimal(20_368), Decimal(21_214), Decimal(21_214))),
        ... )
        >>> totals = (Decimal(90_362), Decimal(94_120), Decimal(97_735))
        >>> table = PublishedTable("ram", "Shares", ("2027", "2028", "2029"), rows, totals=totals, unit="kSEK")
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.CIVIL_LAW, tables=(table,))
        >>> coop = Cooperation("par", "A pair", agreements=(rescue,))
        >>> print(*check(coop))
        In table 'ram' of agreement 'raddning', the column '2029' comes to 96,920 kSEK, but its total says 97,735: 815
        is missing. Correct the figures; that of Vårgårda is the same as in the column before, and was perhaps copied.
        [FAM402]

    Remedy:
        >>> rows = (rows[0], TableRow("Vårgårda", (Decimal(20_368), Decimal(21_214), Decimal(22_029))))
        >>> rescue = attrs.evolve(rescue, tables=(attrs.evolve(table, rows=rows),))
        >>> coop = Cooperation("par", "A pair", agreements=(rescue,))
        >>> len(check(coop))
        0

    References:
        `PublishedTable.totals`.
    """
    for path, _, table, name in named_tables(coop):
        yield from columns_off(path, table, name)


@rule(
    "FAM403",
    "row-does-not-add-up",
    Severity.ERROR,
    message="In {table}, the row '{row}' comes to {sum} {unit}, but its total says {total}: {difference} {word}.",
    hint="Correct the figures; if the columns are not parts of a whole, say so with add_up_columns=False.",
    since="2026.11.0",
)
def row_does_not_add_up(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A row of a published table does not come to its total.

    Checks:
        Where the columns are parts of a whole: that the figures of each row come to the total printed in it, exactly,
        where none of its cells is empty.

    Why:
        Whoever is billed by the row reads its total, and pays by the parts.

    Example:
        >>> row = TableRow("Bjuv", (Decimal(10), Decimal(20)), total=Decimal(31))
        >>> table = PublishedTable("del", "Parts", ("staff", "rent"), (row,), add_up_columns=True)
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, tables=(table,))
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> print(check(coop).findings[0].message)
        In table 'del' of agreement 'avgift', the row 'Bjuv' comes to 30 kr, but its total says 31: 1 is missing.

    Remedy:
        >>> row = TableRow("Bjuv", (Decimal(10), Decimal(20)), total=Decimal(30))
        >>> fee = attrs.evolve(fee, tables=(attrs.evolve(table, rows=(row,)),))
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `TableRow.total`.
    """
    for path, _, table, name in named_tables(coop):
        yield from rows_off(path, table, name)


@rule(
    "FAM404",
    "total-does-not-add-up",
    Severity.ERROR,
    message="In {table}, the {parts} come to {sum} {unit}, but the total of all says {total}: {difference} {word}.",
    hint="Correct the figures.",
    since="2026.11.0",
)
def total_does_not_add_up(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """The total of a published table is not that of its totals.

    Checks:
        Where the columns are parts of a whole: that the totals of the columns or, where every row has one, those of the
        rows come to the total of all. Where only one of the two sums is that total, a column or a row does not add up,
        which FAM402 and FAM403 find where no cell is empty.

    Why:
        It is the figure that the council decides on.

    Example:
        >>> row = TableRow("Bjuv", (Decimal(10), Decimal(20)), total=Decimal(30))
        >>> sums = (Decimal(10), Decimal(20))
        >>> table = PublishedTable("del", "Parts", ("staff", "rent"), (row,), totals=sums, add_up_columns=True)
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, tables=(attrs.evolve(table, total=Decimal(33)),))
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> print(check(coop).findings[0].message)
        In table 'del' of agreement 'avgift', the columns' totals come to 30 kr, but the total of all says 33: 3 is
        missing.

    Remedy:
        >>> fee = attrs.evolve(fee, tables=(attrs.evolve(table, total=Decimal(30)),))
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `PublishedTable.total`.
    """
    for path, _, table, name in named_tables(coop):
        yield from whole_off(path, table, name)


_COLUMNS = Phrase("columns' totals", "kolumnernas summor")
_ROWS = Phrase("rows' totals", "radernas summor")
_MISSING = Phrase("is missing", "saknas")
_TOO_MUCH = Phrase("too much", "för mycket")


def columns_off(path: str, table: PublishedTable, name: Sentence) -> Iterator[Finding]:
    """Find the columns of a table that do not come to their totals."""
    for j, total in enumerate(table.totals):
        figures = [row.amounts[j] for row in table.rows]
        if total is None or None in figures:
            continue
        came_to = total_of(figure for figure in figures if figure is not None)
        if came_to != total:
            same = copied(table, j)
            yield column_does_not_add_up.found(
                f"{path}.totals[{j}]",
                advise="plain" if same is None else "repeated",
                table=name,
                column=table.columns[j],
                unit=table.unit,
                row=None if same is None else table.rows[same].label,
                **_compared(came_to, total),
            )


def rows_off(path: str, table: PublishedTable, name: Sentence) -> Iterator[Finding]:
    """Find the rows of a table that do not come to their totals, where its columns are parts of a whole."""
    if not table.add_up_columns:
        return
    for j, row in enumerate(table.rows):
        if row.total is None or None in row.amounts:
            continue
        came_to = total_of(amount for amount in row.amounts if amount is not None)
        if came_to != row.total:
            yield row_does_not_add_up.found(
                f"{path}.rows[{j}].total",
                table=name,
                row=row.label,
                unit=table.unit,
                **_compared(came_to, row.total),
            )


def whole_off(path: str, table: PublishedTable, name: Sentence) -> Iterator[Finding]:
    """Find whether the total of a table is that of its totals, where its columns are parts of a whole."""
    if table.total is None or not table.add_up_columns:
        return
    found: list[tuple[Phrase, Decimal]] = []
    for parts, figures in ((_COLUMNS, table.totals), (_ROWS, tuple(row.total for row in table.rows))):
        if figures and None not in figures:
            found.append((parts, total_of(figure for figure in figures if figure is not None)))
    full = all(None not in row.amounts for row in table.rows)
    if full and any(came_to == table.total for _, came_to in found):
        return
    for parts, came_to in found:
        if came_to != table.total:
            yield total_does_not_add_up.found(
                f"{path}.total", table=name, parts=parts, unit=table.unit, **_compared(came_to, table.total)
            )
            return


def _compared(came_to: Decimal, total: Decimal) -> dict[str, Any]:
    word = _MISSING if came_to < total else _TOO_MUCH
    return {"sum": came_to, "total": total, "difference": gap(came_to, total), "word": word}
