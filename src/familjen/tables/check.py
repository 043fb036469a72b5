"""Checking a table that somebody has published."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from familjen.amounts.exact import total_of
from familjen.errors import InvalidValueError
from familjen.findings import Finding
from familjen.language import Phrase, speaking
from familjen.model import Key, PublishedTable
from familjen.places import Statistics
from familjen.rules.economy.published import is_off, is_ragged
from familjen.rules.economy.sums import columns_off, rows_off, whole_off
from familjen.rules.economy.tables import ragged_rows, repeats
from familjen.tables.billed import Follows, against
from familjen.tables.candidates import candidates
from familjen.tables.checked import Fit, TableCheck
from familjen.tables.fitting import Column, Sheet, exact_table, fit, score
from familjen.tables.found import figure_off, not_tried, totals_off, unknown_row
from familjen.tables.headings import grain_of, parties_of, years_of
from familjen.validators import show

__all__ = ["check_table"]

_NAME = Phrase("table '{id}'", "tabellen '{id}'")
_SHOWN = 10


def check_table(
    table: PublishedTable,
    clause: Follows | None = None,
    *,
    parties: Mapping[str, str] | None = None,
    year: int | None = None,
    statistics: Statistics | None = None,
    lang: str = "en",
) -> TableCheck:
    """Check a published table: do its sums hold, is a figure copied, by which key was it made, what would be exact?

    Without a clause, every known key is tried on every day for which there are figures: equal parts, inhabitants, tax
    capacity, tax base, and series of one's own in the statistics. A key reproduces the table when each figure lies
    within one unit, as printed, of what the key gives before rounding. With a clause, figures are compared with its
    bill.

    Args:
        table: The table: a row for each party, a column for each year, totals as printed.
        clause: What the table should follow: an agreement, a clause or a key, which shares the printed totals unless it
            gives its own cost; or statements by the columns' headings, where a bill needs more than that.
        parties: Ids of the parties, by the rows' labels, where a label is not the name or code of a municipality.
        year: The year of a table with one column whose heading does not say it.
        statistics: Where figures are looked up; the bundled statistics unless given.
        lang: Language of the findings.

    Raises:
        InvalidValueError: A label or year is given that the table has not, a clause cannot be billed, or there is
            nothing to compare with it.
        MissingDataError: The clause needs a figure that there is not.

    Complexity: one weighing for each key and column; the bundled statistics give some 600 keys.

    >>> from familjen.model import PublishedTable, TableRow
    >>> rows = (TableRow("Alingsås", (Decimal(69_994),)), TableRow("Vårgårda", (Decimal(20_367),)))
    >>> table = PublishedTable("ram", "Shares of the cost", ("2027",), rows, totals=(Decimal(90_362),), unit="kSEK")
    >>> checked = check_table(table)
    >>> print(checked.findings[0].message)
    In table 'ram', the column '2027' comes to 90,361 kSEK, but its total says 90,362: 1 is missing.
    >>> checked.best.key.text(), checked.exact.rows[0].amounts
    ('by number of inhabitants on 31 December 2025', (Decimal('69995'),))
    """
    if not isinstance(table, PublishedTable):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidValueError(f"{show(table)} is not a PublishedTable", attribute="table")
    figures = Statistics.bundled() if statistics is None else statistics
    with speaking(lang):
        findings = list(_sums(table))
        if is_ragged(table):
            return TableCheck(table, tuple(findings), lang=lang)
        codes, years = parties_of(table, parties or {}), years_of(table, year)
        sheet = _sheet(table, codes, years)
        if clause is not None:
            gaps, billed = against(clause, sheet, codes, figures)
            findings += [figure_off(gap, table, by_clause=True) for gap in gaps] + list(totals_off(sheet, billed))
            return TableCheck(table, tuple(findings), exact=billed, lang=lang)
        findings += [
            unknown_row(table, number, row.label)
            for number, (row, code) in enumerate(zip(table.rows, codes, strict=True))
            if code is None
        ]
        findings += list(_too_little(table, sheet))
        if sheet is None or None in codes or len(table.rows) == 1:
            return TableCheck(table, tuple(findings), lang=lang)
        tried = list(candidates(sheet.parties, sheet.years, figures))
        fits = _nearest(tried, sheet, figures)
        exact: PublishedTable | None = None
        if fits and _is_trusted(fits[0]):
            exact = exact_table(fits[0].key, sheet, figures)
            findings += [figure_off(gap, table, by_clause=False) for gap in fits[0].gaps]
    return TableCheck(table, tuple(findings), fits, exact, len(tried), lang)


def _sums(table: PublishedTable) -> Iterator[Finding]:
    name = _NAME.of(id=table.id)
    yield from ragged_rows("$", table, name)
    if not is_ragged(table):
        for ask in (columns_off, rows_off, whole_off):
            yield from ask("$", table, name)
        yield from repeats("$", table, name, always=True)


def _too_little(table: PublishedTable, sheet: Sheet | None) -> Iterator[Finding]:
    """Say why no key was tried, where the table holds too little to tell one."""
    if sheet is None:
        yield not_tried(
            table,
            "no column has both a year in its heading and an amount to share; give year=, or headings such as 2027",
            "ingen kolumn har både ett år i rubriken och ett belopp att fördela; ange year=, eller rubriker som 2027",
        )
    elif len(table.rows) == 1:
        yield not_tried(table, "it has one row, which every key gives", "den har en enda rad, som varje nyckel ger")


def _sheet(table: PublishedTable, codes: tuple[str | None, ...], years: tuple[int | None, ...]) -> Sheet | None:
    """Give what can be compared; ``None`` where no column has both a year and an amount that it shares."""
    grain = grain_of(table)
    known: list[Column] = []
    for column, year in enumerate(years):
        printed = table.totals[column] if table.totals else None
        figures = [row.amounts[column] for row in table.rows]
        if printed is None and None not in figures:
            printed = total_of(figure for figure in figures if figure is not None)
        if year is not None and printed:
            cells = tuple([(place, _units(cell, grain)) for place, cell in enumerate(figures) if cell is not None])
            known.append(Column(column, year, _units(printed, grain), cells, is_off(table, column)))
    if not known or not table.rows:
        return None
    return Sheet(table, tuple([code or "" for code in codes]), tuple(known), grain)


def _units(amount: Decimal, grain: Decimal) -> int:
    """Count the units of what figures were rounded to in an amount, which is a whole number of them."""
    return int(Fraction(amount) / Fraction(grain))


def _nearest(keys: list[Key], sheet: Sheet, figures: Statistics) -> tuple[Fit, ...]:
    """Give the keys that come nearest, the one with most figures within a unit first, and all that reproduce it."""
    scores = [found for key in keys if (found := score(key, sheet, figures)) is not None]
    scores.sort(key=lambda found: (found.off, found.distance))
    chosen = [found for number, found in enumerate(scores) if number < _SHOWN or found.reproduces]
    return tuple([fit(found, sheet, figures) for found in chosen])


def _is_trusted(nearest: Fit) -> bool:
    """Tell whether a key fits so many figures that the others are worth a word: more than half, and two at least."""
    return nearest.reproduces or (nearest.within > 1 and 2 * nearest.within > nearest.cells)
