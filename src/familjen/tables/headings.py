"""What a published table's labels mean: parties, years, and the size of its unit."""

import re
from collections.abc import Mapping
from decimal import Decimal

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.model import PublishedTable
from familjen.places import municipality

__all__ = ["grain_of", "kronor_of", "parties_of", "years_of"]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_KRONOR = {
    "kr": 1,
    "sek": 1,
    "kronor": 1,
    "tkr": 1_000,
    "ksek": 1_000,
    "tsek": 1_000,
    "tusental kronor": 1_000,
    "tusentals kronor": 1_000,
    "mkr": 1_000_000,
    "mnkr": 1_000_000,
    "msek": 1_000_000,
    "miljoner kronor": 1_000_000,
}


def years_of(table: PublishedTable, year: int | None = None) -> tuple[int | None, ...]:
    """Give the year of each column, as its heading says it; ``None`` where it names none, or several.

    >>> years_of(PublishedTable("ram", "Shares", ("Budget 2027", "Plan 2028", "Note"), ()))
    (2027, 2028, None)

    Raises:
        InvalidValueError: A year is given for a table with several columns, or that its heading contradicts.
    """
    read = tuple([int(found[0]) if len(found) == 1 else None for found in map(_YEAR.findall, table.columns)])
    if year is None:
        return read
    if len(read) != 1:
        reason = f"the table has {len(read)} columns, so their headings must name the years; leave year out"
        raise InvalidValueError(reason, attribute="year")
    if read[0] not in {None, year}:
        raise InvalidValueError(f"the column {table.columns[0]!r} is not for {year}; correct one", attribute="year")
    return (year,)


def parties_of(table: PublishedTable, given: Mapping[str, str]) -> tuple[str | None, ...]:
    """Give the id of the party that each row is about: as given, or that of the municipality so called.

    >>> from familjen.model import TableRow
    >>> rows = (TableRow("Alingsås kommun", ()), TableRow("The host", ()), TableRow("Others", ()))
    >>> parties_of(PublishedTable("ram", "Shares", (), rows), {"The host": "1442"})
    ('1489', '1442', None)

    Raises:
        InvalidValueError: A label is given that no row has, or two rows are about the same party.
    """
    labels = [row.label for row in table.rows]
    strangers = sorted(set(given) - set(labels))
    if strangers:
        reason = f"no row is called {', '.join(map(repr, strangers))}; the rows are {', '.join(map(repr, labels))}"
        raise InvalidValueError(reason, attribute="parties")
    found = tuple([given.get(label) or _municipality(label) for label in labels])
    twice = next((code for code in found if code is not None and found.count(code) > 1), None)
    if twice is not None:
        same = " and ".join(repr(label) for label, code in zip(labels, found, strict=True) if code == twice)
        raise InvalidValueError(f"the rows {same} are about the same party, {twice!r}; keep one", attribute="parties")
    return found


def _municipality(label: str) -> str | None:
    try:
        return municipality(label).code
    except UnknownIdError:
        return None


def grain_of(table: PublishedTable) -> Decimal:
    """Give the finest decimal place that the table prints: what its figures were rounded to.

    >>> from familjen.model import TableRow
    >>> rows = (TableRow("Bjuv", (Decimal("1.5"), Decimal("2.25"))),)
    >>> grain_of(PublishedTable("ram", "Shares", ("a", "b"), rows))
    Decimal('0.01')
    """
    figures = [amount for row in table.rows for amount in row.amounts] + list(table.totals)
    places = [-int(amount.as_tuple().exponent) for amount in figures if amount is not None]
    return Decimal(1).scaleb(-max([0, *places]))


def kronor_of(table: PublishedTable) -> int:
    """Give how many kronor the table's unit is.

    >>> kronor_of(PublishedTable("ram", "Shares", (), (), unit="kSEK"))
    1000

    Raises:
        InvalidValueError: The unit is not known.
    """
    kronor = _KRONOR.get(table.unit.strip().casefold())
    if kronor is None:
        reason = f"{table.unit!r} is no known unit of amounts; use one of {', '.join(_KRONOR)}"
        raise InvalidValueError(reason, owner="PublishedTable", attribute="unit")
    return kronor
