"""Published tables with rows or figures that cannot be right (family 4xx)."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, Severity
from familjen.language import Listing, Phrase, Sentence
from familjen.model import Cooperation, PublishedTable
from familjen.rules.economy.exact import bound_parties
from familjen.rules.economy.published import copied, is_off, named_tables
from familjen.rules.index import index_of
from familjen.rules.rule import rule

__all__ = ["party_missing_in_table", "ragged_rows", "ragged_table", "repeated_figure", "repeats"]


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
    for path, _, table, name in named_tables(coop):
        yield from repeats(path, table, name)


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
    for path, agreement, table, name in named_tables(coop):
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
                table=name,
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
    for path, _, table, name in named_tables(coop, ragged=True):
        yield from ragged_rows(path, table, name)


_OTHERS = ("other", "the rest", "remaining", "övrig", "resten", "andra")


def repeats(path: str, table: PublishedTable, name: Sentence, *, always: bool = False) -> Iterator[Finding]:
    """Find the figures of a table that are those of the column before while all others changed.

    In a table of two rows, or a column that does not come to its total, they are found only if asked ``always``.
    """
    if table.add_up_columns or (len(table.rows) < 3 and not always):  # noqa: PLR2004 - two others at least
        return
    for j in range(1, len(table.columns)):
        i = copied(table, j)
        if i is None or (is_off(table, j) and not always):
            continue
        yield repeated_figure.found(
            f"{path}.rows[{i}].amounts[{j}]",
            table=name,
            row=table.rows[i].label,
            figure=table.rows[i].amounts[j],
            column=table.columns[j],
            before=table.columns[j - 1],
        )


def ragged_rows(path: str, table: PublishedTable, name: Sentence) -> Iterator[Finding]:
    """Find the rows of a table that are shorter or longer than the table."""
    rows: list[tuple[str, object, int]] = [
        (f"{path}.rows[{j}].amounts", row.label, len(row.amounts)) for j, row in enumerate(table.rows)
    ]
    if table.totals:
        rows.append((f"{path}.totals", Phrase("the totals", "summaraden"), len(table.totals)))
    for place, row, number in rows:
        if number != len(table.columns):
            yield ragged_table.found(place, table=name, columns=len(table.columns), row=row, number=number)


def _headings(party: str, name: str) -> set[str]:
    """Give the headings that mean the party: its id, its name, or both."""
    forms = (party, name, f"{name} ({party})", f"{party} {name}", f"Region {name}")
    suffixes = (" kommun", "s kommun", " stad", "s stad")
    return {form.casefold() for form in (*forms, *(name + suffix for suffix in suffixes))}
