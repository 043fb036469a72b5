"""All keys that a published table may have followed: each known series on each of its days, equal parts, and others."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import product

from familjen.dates import ReferenceDate
from familjen.errors import FamiljenError
from familjen.model import Equal, Key, Population, TaxBase, TaxCapacity, Usage
from familjen.places import Statistics

__all__ = ["candidates"]

_POPULATION, _TAX = "population", "tax_base_per_inhabitant"
_SHARED_BY_NOBODY = {"municipal_tax_rate", "regional_tax_rate", "municipal_expenditure_per_inhabitant"}
_LAGS = range(6)


def candidates(parties: Sequence[str], years: Sequence[int], statistics: Statistics) -> Iterator[Key]:
    """Give the keys to try: equal parts, inhabitants, tax capacity, tax base, and every series of one's own.

    Each is tried on every day for which all parties have a figure, the same for all years; and, where the table has
    several years, on the same day of the year, up to five years before each.

    >>> [key.text() for key in candidates(["1489", "1442"], [2027], Statistics.bundled())][:2]
    ['in equal parts', 'by number of inhabitants on 31 December 2025']
    """
    yield Equal()
    inhabited = _days(_POPULATION, parties, years, statistics)
    taxed = _days(_TAX, parties, years, statistics)
    yield from map(Population, inhabited)
    yield from map(TaxCapacity, taxed)
    for day, counted in product(taxed, inhabited):
        if (day.year is None) == (counted.year is None):
            yield TaxBase(day, counted)
    for series in statistics.variables():
        if series not in {_POPULATION, _TAX, *_SHARED_BY_NOBODY}:
            yield from (Usage(series, day) for day in _days(series, parties, years, statistics))


def _days(
    series: str, parties: Sequence[str], years: Sequence[int], statistics: Statistics
) -> tuple[ReferenceDate, ...]:
    """Give the days for which all parties have a figure, the latest first, fixed and then relative to the years."""
    common: set[dt.date] | None = None
    for party in parties:
        try:
            own = set(statistics.days(series, party))
        except FamiljenError:
            return ()
        common = own if common is None else common & own
    days = sorted(common or (), reverse=True)
    fixed = [ReferenceDate.fixed(day) for day in days]
    if len(set(years)) == 1:
        return tuple(fixed)
    moving = [
        ReferenceDate(month, day, years_before=lag)
        for month, day in sorted({(each.month, each.day) for each in days if (each.month, each.day) != (2, 29)})
        for lag in _LAGS
        if all(dt.date(year - lag, month, day) in days for year in years)
    ]
    return (*fixed, *moving)
