"""Figures about places, looked up exactly."""

import bisect
import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import TypeAlias

from familjen.errors import InvalidValueError, MissingDataError, UnknownIdError
from familjen.model.source import Source
from familjen.places.register import place
from familjen.places.series import Series, Value
from familjen.validators import show

__all__ = ["Statistics"]

Table: TypeAlias = Mapping[str, Mapping[dt.date, Value]]

_YEAR_END, _NEW_YEAR = (12, 31), (1, 1)
_PANEL = Source("SCB, municipal panel of the years 2002-2022, by way of mattiasnordin/Regression")
_BUNDLED: Mapping[str, tuple[str, tuple[int, int], Source]] = {
    "population": ("inhabitants", _YEAR_END, Source("SCB, population by municipality on 31 December 1950-2025")),
    "tax_base_per_inhabitant": ("SEK", _NEW_YEAR, _PANEL),
    "municipal_expenditure_per_inhabitant": ("SEK", _YEAR_END, _PANEL),
    "municipal_tax_rate": ("per cent", _NEW_YEAR, Source("SCB, tax rates 2002-2022; Skatteverket, tax rates 2025")),
    "regional_tax_rate": ("per cent", _NEW_YEAR, Source("Skatteverket, tax rates 2025")),
}
_NOTES = {
    ("population", "0380", dt.date(2001, 12, 31)): (
        "recalculated without Knivsta; 191,110 as counted at the time: sources disagree"
    )
}


class Statistics:
    """Figures by variable, place and day (statistik).

    The bundled variables and the day that a year's figure is filed under:

    * ``population``: inhabitants on 31 December of 1950-2025.
    * ``tax_base_per_inhabitant``: SEK, taxation year 2002, 2006, … 2022, filed under its 1 January.
    * ``municipal_expenditure_per_inhabitant``: SEK, the same years, filed under 31 December.
    * ``municipal_tax_rate``: per cent, the same years and 2025, filed under 1 January.
    * ``regional_tax_rate``: per cent, 2025, filed under 1 January.

    What is not there is an error that names the nearest days that are. Nothing is interpolated unless asked.

    >>> stats = Statistics.bundled()
    >>> stats.value("population", "1283", dt.date(2015, 12, 31))
    137909
    >>> stats.value("population", "1283", dt.date(2015, 11, 1))
    Traceback (most recent call last):
    familjen.errors.MissingDataError: no population of Helsingborg (1283) on 2015-11-01; the nearest are ...
    """

    __slots__ = ("_own",)

    def __init__(self, own: tuple[Series, ...] = ()) -> None:
        """Hold the bundled figures and these series, which win over them, the later over the earlier."""
        self._own = own

    @staticmethod
    @cache
    def bundled() -> "Statistics":
        """Give the bundled figures alone. Each variable is read when it is first asked for."""
        return Statistics()

    def with_series(self, series: Series) -> "Statistics":
        """Give the same figures with one more series, whose cells win over those that are there."""
        if not isinstance(series, Series):
            raise InvalidValueError(f"{show(series)} is not a Series", attribute="series")
        return Statistics((*self._own, series))

    def variables(self) -> tuple[str, ...]:
        """Give the names of all variables, sorted."""
        return tuple(sorted({*_BUNDLED, *(series.variable for series in self._own)}))

    def codes(self, variable: str) -> tuple[str, ...]:
        """Give the codes of the places for which the variable has values, sorted."""
        return tuple(sorted({code for table, _ in self._layers(variable) for code in table}))

    def days(self, variable: str, code: str) -> tuple[dt.date, ...]:
        """Give the days for which a place has a value, in order.

        Raises:
            UnknownIdError: There is no such variable, or it has no such place.
        """
        layers = self._layers(variable)
        days = sorted({day for table, _ in layers for day in table.get(code, ())})
        if not days:
            raise UnknownIdError.of(f"place with {variable}", code, self.codes(variable))
        return tuple(days)

    def value(self, variable: str, code: str, day: dt.date, *, interpolate: str | None = None) -> Value:
        """Look up a figure.

        Args:
            variable: Name of the variable.
            code: Code of the place.
            day: The day that the figure is of.
            interpolate: ``"linear"`` for a figure on the straight line between the nearest days on both sides, rounded
                half-even to four decimals; never beyond them. ``None`` refuses a day without a figure.

        Raises:
            UnknownIdError: There is no such variable, or it has no such place.
            MissingDataError: There is no figure for that day; the error names the nearest days.
            InvalidValueError: The day is not a `datetime.date`.
        """
        if type(day) is not dt.date:
            raise InvalidValueError(f"{show(day)} is not a date", attribute="day")
        if interpolate not in {None, "linear"}:
            raise InvalidValueError(
                f"{show(interpolate)} is no way to interpolate; use 'linear'", attribute="interpolate"
            )
        for table, _ in self._layers(variable):
            found = table.get(code)
            if found is not None and day in found:
                return found[day]
        return self._between(variable, code, day, interpolate)

    def values(self, variable: str, codes: Iterable[str], day: dt.date) -> tuple[Value, ...]:
        """Look up many places' figures for one day."""
        return tuple(self.value(variable, code, day) for code in codes)

    def source(self, variable: str, code: str, day: dt.date) -> Source:
        """Say where a figure comes from."""
        for table, source in self._layers(variable):
            if day in table.get(code, ()):
                return source
        raise self._missing(variable, code, day, self._nearest(variable, code, day))

    def note(self, variable: str, code: str, day: dt.date) -> str | None:
        """Say what a reader should know about a figure; ``None`` when there is nothing.

        >>> Statistics.bundled().note("population", "0380", dt.date(2001, 12, 31))
        'recalculated without Knivsta; 191,110 as counted at the time: sources disagree'
        """
        for series in reversed(self._own):
            for cell in series.cells:
                if (series.variable, cell.code, cell.day) == (variable, code, day):
                    return cell.note
        return _NOTES.get((variable, code, day))

    def unit(self, variable: str) -> str:
        """Say in which unit a variable is given."""
        for series in reversed(self._own):
            if series.variable == variable:
                return series.unit
        self._layers(variable)
        return _BUNDLED[variable][0]

    def _layers(self, variable: str) -> list[tuple[Table, Source]]:
        """Give the tables in which to look, the winning one first."""
        layers = [(_own_table(series), series.source) for series in reversed(self._own) if series.variable == variable]
        if variable in _BUNDLED:
            layers.append((_bundled_table(variable), _BUNDLED[variable][2]))
        if not layers:
            raise UnknownIdError.of("variable", variable, self.variables())
        return layers

    def _nearest(self, variable: str, code: str, day: dt.date) -> tuple[dt.date, ...]:
        days = self.days(variable, code)
        at = bisect.bisect_left(days, day)
        return days[max(at - 1, 0) : at + 1]

    def _between(self, variable: str, code: str, day: dt.date, interpolate: str | None) -> Value:
        nearest = self._nearest(variable, code, day)
        if interpolate is None or not nearest[0] < day < nearest[-1]:
            raise self._missing(variable, code, day, nearest)
        low, high = (Fraction(self.value(variable, code, known)) for known in nearest)
        part = Fraction((day - nearest[0]).days, (nearest[1] - nearest[0]).days)
        exact = low + (high - low) * part
        return Decimal(round(exact * 10_000)) / 10_000

    def _missing(self, variable: str, code: str, day: dt.date, nearest: tuple[dt.date, ...]) -> MissingDataError:
        name = f"{place(code).municipality.name} ({code})" if code in _known_codes() else code
        are = "the nearest is" if len(nearest) == 1 else "the nearest are"
        message = f"no {variable} of {name} on {day}; {are} {' and '.join(map(str, nearest))}"
        return MissingDataError(message, variable=variable, code=code, day=day, nearest=nearest)

    def __repr__(self) -> str:
        return f"<Statistics: {', '.join(self.variables())}; {len(self._own)} own series>"


@cache
def _known_codes() -> frozenset[str]:
    return frozenset(_bundled_table("population"))


@cache
def _own_table(series: Series) -> Table:
    return series.by_place()


@cache
def _bundled_table(variable: str) -> Table:
    """Read a wide table: a row for each place, a column for each year."""
    month, day = _BUNDLED[variable][1]
    text = resources.files("familjen.places").joinpath("data", f"{variable}.csv").read_text("utf-8")
    head, *lines = text.splitlines()
    days = [dt.date(int(year), month, day) for year in head.split(",")[1:]]
    table: dict[str, Mapping[dt.date, Value]] = {}
    for line in lines:
        code, *cells = line.split(",")
        table[code] = {
            at: Decimal(cell) if "." in cell else int(cell) for at, cell in zip(days, cells, strict=True) if cell
        }
    return table
