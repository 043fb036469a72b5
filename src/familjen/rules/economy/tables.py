"""Published tables that do not add up (family 4xx)."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from familjen.findings import Finding, Severity
from familjen.language import Listing, Phrase
from familjen.model import Agreement, Cooperation, PublishedTable
from familjen.rules.economy.exact import bound_parties, gap, total_of
from familjen.rules.index import index_of
from familjen.rules.rule import rule

__all__ = [
    "column_does_not_add_up",
    "party_missing_in_table",
    "ragged_table",
    "repeated_figure",
    "row_does_not_add_up",
    "total_does_not_add_up",
]

_NAME = Phrase("table '{id}' of {noun}", "tabellen '{id}' i {noun}")


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
    index = index_of(coop)
    for path, agreement, table in _tables(coop):
        for j, total in enumerate(table.totals):
            figures = [row.amounts[j] for row in table.rows]
            if total is None or None in figures:
                continue
            came_to = total_of(figure for figure in figures if figure is not None)
            if came_to != total:
                copied = _copied(table, j)
                yield column_does_not_add_up.found(
                    f"{path}.totals[{j}]",
                    advise="plain" if copied is None else "repeated",
                    table=_NAME.of(id=table.id, noun=index.agreement_entries[agreement.id]),
                    column=table.columns[j],
                    unit=table.unit,
                    row=None if copied is None else table.rows[copied].label,
                    **_compared(came_to, total),
                )


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
    index = index_of(coop)
    for path, agreement, table in _tables(coop):
        if not table.add_up_columns:
            continue
        for j, row in enumerate(table.rows):
            if row.total is None or None in row.amounts:
                continue
            came_to = total_of(amount for amount in row.amounts if amount is not None)
            if came_to != row.total:
                yield row_does_not_add_up.found(
                    f"{path}.rows[{j}].total",
                    table=_NAME.of(id=table.id, noun=index.agreement_entries[agreement.id]),
                    row=row.label,
                    unit=table.unit,
                    **_compared(came_to, row.total),
                )


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
    index = index_of(coop)
    for path, agreement, table in _tables(coop):
        if table.total is None or not table.add_up_columns:
            continue
        found: list[tuple[Phrase, Decimal]] = []
        for parts, figures in ((_COLUMNS, table.totals), (_ROWS, tuple(row.total for row in table.rows))):
            if figures and None not in figures:
                found.append((parts, total_of(figure for figure in figures if figure is not None)))
        full = all(None not in row.amounts for row in table.rows)
        if full and any(came_to == table.total for _, came_to in found):
            continue
        for parts, came_to in found:
            if came_to != table.total:
                yield total_does_not_add_up.found(
                    f"{path}.total",
                    table=_NAME.of(id=table.id, noun=index.agreement_entries[agreement.id]),
                    parts=parts,
                    unit=table.unit,
                    **_compared(came_to, table.total),
                )
                break


@rule(
    "FAM405",
    "repeated-figure",
    Severity.WARNING,
    message="In {table}, '{row}' has {figure} for '{column}' as for '{before}', while all others changed.",
    hint="Look whether it was copied from the column before; correct it, or leave it if it is right.",
    since="2026.11.0",
)
def repeated_figure(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A figure of a published table is the one of the column before.

    Checks:
        That no row, zero apart, has the same figure in two neighbouring columns in which each of the other rows, two at
        least, has different ones. A column that does not come to its total is for FAM402, which then says so.

    Why:
        A figure that stands still while all others move was mostly copied from last year.

    Example:
        >>> figures = {"Bjuv": (10, 11), "Klippan": (20, 22), "Svalöv": (30, 30)}
        >>> rows = tuple(TableRow(name, tuple(map(Decimal, row))) for name, row in figures.items())
        >>> table = PublishedTable("ram", "Shares", ("2027", "2028"), rows)
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, tables=(table,))
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> print(check(coop).findings[0].message)
        In table 'ram' of agreement 'avgift', 'Svalöv' has 30 for '2028' as for '2027', while all others changed.

    Remedy:
        >>> rows = (*rows[:2], TableRow("Svalöv", (Decimal(30), Decimal(33))))
        >>> fee = attrs.evolve(fee, tables=(attrs.evolve(table, rows=rows),))
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `PublishedTable.rows`.
    """
    index = index_of(coop)
    for path, agreement, table in _tables(coop):
        if len(table.rows) < 3 or table.add_up_columns:  # noqa: PLR2004 - two others at least
            continue
        for j in range(1, len(table.columns)):
            i = _copied(table, j)
            if i is None or _off(table, j):
                continue
            yield repeated_figure.found(
                f"{path}.rows[{i}].amounts[{j}]",
                table=_NAME.of(id=table.id, noun=index.agreement_entries[agreement.id]),
                row=table.rows[i].label,
                figure=table.rows[i].amounts[j],
                column=table.columns[j],
                before=table.columns[j - 1],
            )


@rule(
    "FAM412",
    "party-missing-in-table",
    Severity.WARNING,
    message="{table} has rows for parties, but none for {parties}.",
    hint="Add the row, or take the party away from the agreement.",
    since="2026.11.0",
)
def party_missing_in_table(coop: Cooperation, on: dt.date | None) -> Iterator[Finding]:
    """A published table leaves out a party.

    Checks:
        That a table in which two rows or more bear ids or names of the agreement's parties, also as "Bjuvs kommun", has
        one for each of them, where no row is for others. A party that has left, on the day of the check, or without one
        before the agreement ends, is not asked.

    Why:
        What the missing party pays is either in nobody's row, or in somebody else's.

    Example:
        >>> parties = tuple(Municipality(code, name, "12") for code, name in (("1260", "Bjuv"), ("1276", "Klippan")))
        >>> parties = (*parties, Municipality("1214", "Svalöv", "12"))
        >>> rows = (TableRow("Bjuv", (Decimal(10),)), TableRow("Klippan", (Decimal(20),)))
        >>> table = PublishedTable("ram", "Shares", ("2027",), rows)
        >>> signed = participations(["1260", "1276", "1214"])
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, parties=signed, tables=(table,))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> print(check(coop).findings[0].message)
        Table 'ram' of agreement 'avgift' has rows for parties, but none for Svalöv (1214).

    Remedy:
        >>> rows = (*rows, TableRow("Svalöv", (Decimal(30),)))
        >>> fee = attrs.evolve(fee, tables=(attrs.evolve(table, rows=rows),))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `TableRow.label` and `Agreement.parties`.
    """
    index = index_of(coop)
    for path, agreement, table in _tables(coop):
        labels = {row.label.casefold() for row in table.rows}
        named: list[str] = []
        missing: list[str] = []
        for party in bound_parties(agreement, on):
            known = index.parties.get(party)
            words = {party.casefold()} if known is None else _headings(party, known.name)
            (missing if labels.isdisjoint(words) else named).append(party)
        if missing and len(named) > 1 and not any(label.startswith(_OTHERS) for label in labels):
            yield party_missing_in_table.found(
                f"{path}.rows",
                table=_NAME.of(id=table.id, noun=index.agreement_entries[agreement.id]),
                parties=Listing(tuple(index.party(party) for party in missing)),
            )


@rule(
    "FAM415",
    "ragged-table",
    Severity.ERROR,
    message="{table} has {columns} columns, but '{row}' has {number} figures.",
    hint="Give each row a figure for each column; an empty cell is null.",
    since="2026.11.0",
)
def ragged_table(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A row of a published table is shorter or longer than the table.

    Checks:
        That each row, and the row of totals if there is one, has as many figures as there are columns. The other rules
        of tables do not ask a table in which that is not so.

    Why:
        A figure has slipped into the wrong column.

    Example:
        >>> table = PublishedTable("ram", "Shares", ("2027", "2028"), (TableRow("Bjuv", (Decimal(10),)),))
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, tables=(table,))
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> print(check(coop).findings[0].message)
        Table 'ram' of agreement 'avgift' has 2 columns, but 'Bjuv' has 1 figures.

    Remedy:
        >>> fee = attrs.evolve(fee, tables=(attrs.evolve(table, rows=(TableRow("Bjuv", (Decimal(10), None)),)),))
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `PublishedTable.columns`.
    """
    index = index_of(coop)
    for i, agreement in enumerate(coop.agreements):
        for n, table in enumerate(agreement.tables):
            path = f"$.agreements[{i}].tables[{n}]"
            rows: list[tuple[str, object, int]] = [
                (f"{path}.rows[{j}].amounts", row.label, len(row.amounts)) for j, row in enumerate(table.rows)
            ]
            if table.totals:
                rows.append((f"{path}.totals", Phrase("the totals", "summaraden"), len(table.totals)))
            for place, name, number in rows:
                if number != len(table.columns):
                    yield ragged_table.found(
                        place,
                        table=_NAME.of(id=table.id, noun=index.entry_at[f"$.agreements[{i}]"]),
                        columns=len(table.columns),
                        row=name,
                        number=number,
                    )


_COLUMNS = Phrase("columns' totals", "kolumnernas summor")
_ROWS = Phrase("rows' totals", "radernas summor")
_OTHERS = ("other", "the rest", "remaining", "övrig", "resten", "andra")
_MISSING = Phrase("is missing", "saknas")
_TOO_MUCH = Phrase("too much", "för mycket")


def _tables(coop: Cooperation) -> Iterator[tuple[str, Agreement, PublishedTable]]:
    """Give the tables whose rows are as long as they should be."""
    for i, agreement in enumerate(coop.agreements):
        for n, table in enumerate(agreement.tables):
            width = len(table.columns)
            if all(len(row.amounts) == width for row in table.rows) and len(table.totals) in {0, width}:
                yield f"$.agreements[{i}].tables[{n}]", agreement, table


def _headings(party: str, name: str) -> set[str]:
    """Give the headings that mean the party: its id, its name, or both."""
    forms = (party, name, f"{name} ({party})", f"{party} {name}", f"Region {name}")
    suffixes = (" kommun", "s kommun", " stad", "s stad")
    return {form.casefold() for form in (*forms, *(name + suffix for suffix in suffixes))}


def _compared(came_to: Decimal, total: Decimal) -> dict[str, Any]:
    word = _MISSING if came_to < total else _TOO_MUCH
    return {"sum": came_to, "total": total, "difference": gap(came_to, total), "word": word}


def _off(table: PublishedTable, column: int) -> bool:
    """Whether a column is found not to come to its total."""
    if not table.totals or table.totals[column] is None:
        return False
    figures = [row.amounts[column] for row in table.rows]
    return None not in figures and total_of(figure for figure in figures if figure is not None) != table.totals[column]


def _copied(table: PublishedTable, column: int) -> int | None:
    """Give the number of the one row that has the figure of the column before, where all other rows changed."""
    if column == 0 or len(table.rows) < 2:  # noqa: PLR2004 - one to compare with
        return None
    pairs = [(row.amounts[column - 1], row.amounts[column]) for row in table.rows]
    same = [number for number, (before, amount) in enumerate(pairs) if before == amount]
    if len(same) != 1 or not pairs[same[0]][0] or any(None in pair for pair in pairs):
        return None
    return same[0]
