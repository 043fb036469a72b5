"""What can be wrong with a table beside its sums, as findings."""

from collections.abc import Iterator
from fractions import Fraction

from familjen.allocation.rounding import in_units
from familjen.findings import Finding, Severity
from familjen.language import language, say, worded
from familjen.model import PublishedTable
from familjen.tables.checked import CellGap
from familjen.tables.fitting import Sheet
from familjen.tables.headings import grain_of

__all__ = ["figure_off", "not_tried", "totals_off", "unknown_row"]


def figure_off(gap: CellGap, table: PublishedTable, *, by_clause: bool) -> Finding:
    """Say that a figure is not what the clause, or the key that fits the others, gives."""
    lang = language()
    by = worded(lang, "the clause gives", "klausulen ger")
    if not by_clause:
        by = worded(lang, "the key that fits the other figures gives", "nyckeln som passar övriga tal ger")
    due = in_units(gap.exact, grain_of(table)) if gap.billed is None else gap.billed
    printed, exact = say(gap.printed, lang), say(due, lang)
    word = worded(lang, "too much", "för mycket") if gap.difference > 0 else worded(lang, "missing", "saknas")
    off = abs(gap.difference) if gap.billed is None else abs(Fraction(gap.printed) - Fraction(due))
    far = say(in_units(off, grain_of(table)), lang)
    return Finding(
        "TAB101",
        Severity.WARNING,
        f"$.rows[{gap.at_row}].amounts[{gap.at_column}]",
        worded(
            lang,
            f"'{gap.row}' has {printed} {table.unit} for '{gap.column}', but {by} {exact}: {far} {word}.",
            f"'{gap.row}' har {printed} {table.unit} för '{gap.column}', men {by} {exact}: {far} {word}.",
        ),
        hint=worded(lang, "Correct the figure, or say why it differs.", "Rätta talet, eller säg varför det avviker."),
    )


def totals_off(sheet: Sheet | None, exact: PublishedTable) -> Iterator[Finding]:
    """Find the printed totals that the clause does not give."""
    if sheet is None or not sheet.table.totals:
        return
    lang = language()
    for column, total in zip([each.at for each in sheet.columns], exact.totals, strict=True):
        printed = sheet.table.totals[column]
        if printed is not None and total is not None and abs(printed - total) > sheet.grain:
            said, came = say(printed, lang), say(total, lang)
            yield Finding(
                "TAB102",
                Severity.WARNING,
                f"$.totals[{column}]",
                worded(
                    lang,
                    f"The total of '{sheet.table.columns[column]}' is {said} {sheet.table.unit}, but the clause gives "
                    f"{came}.",
                    f"Summan för '{sheet.table.columns[column]}' är {said} {sheet.table.unit}, men klausulen ger "
                    f"{came}.",
                ),
            )


def unknown_row(table: PublishedTable, number: int, label: str) -> Finding:
    """Say that a row is about nobody who is known."""
    lang = language()
    return Finding(
        "TAB103",
        Severity.ADVICE,
        f"$.rows[{number}].label",
        worded(
            lang,
            f"'{label}' in table '{table.id}' is no known municipality, so no key was tried.",
            f"'{label}' i tabellen '{table.id}' är ingen känd kommun, så ingen nyckel har prövats.",
        ),
        hint=worded(
            lang,
            f"Give parties={{'{label}': id}}, and a series of figures for it.",
            f"Ange parties={{'{label}': id}}, och en serie med tal för den.",
        ),
    )


def not_tried(table: PublishedTable, why: str, swedish: str) -> Finding:
    """Say why no key was tried, in the two languages."""
    lang = language()
    return Finding(
        "TAB104",
        Severity.ADVICE,
        "$",
        worded(
            lang,
            f"No key was tried on table '{table.id}': {why}.",
            f"Ingen nyckel har prövats på tabellen '{table.id}': {swedish}.",
        ),
    )
