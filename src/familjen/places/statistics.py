"""Figures about places, looked up exactly."""

import bisect
import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from familjen.amounts.exact import multiple
from familjen.errors import InvalidValueError, MissingDataError, UnknownIdError
from familjen.model.source import Source
from familjen.places import bundled
from familjen.places.layers import Layer, bundled_layer, own_layer
from familjen.places.register import municipalities, municipality
from familjen.places.series import Series, Value
from familjen.validators import show

__all__ = ["Statistics"]


class Statistics:
    """Figures by variable, place and day (statistik).

    The bundled variables and the day that a year's figure is filed under:

    * ``population``: inhabitants on 31 December of 1950-2025.
    * ``tax_base_per_inhabitant``: SEK, taxation year 2002, 2006, … 2022 (incomes of the year before), filed under its
      1 January.
    * ``municipal_expenditure_per_inhabitant``: SEK, the same years, filed under 31 December.
    * ``municipal_tax_rate``: per cent, the same years and 2025, filed under 1 January.
    * ``regional_tax_rate``: per cent, 2025, filed under 1 January.

    What is not there is an error that names the nearest days that are. Nothing is interpolated unless asked. A table
    is read when its variable is first asked for; after that a look-up is O(number of the variable's own series).

    >>> stats = Statistics.bundled()
    >>> stats.value("population", "1283", dt.date(2015, 12, 31))
    137909
    >>> stats.value("population", "1283", dt.date(2015, 11, 1))
    Traceback (most recent call last):
    familjen.errors.MissingDataError: no population of Helsingborg (1283) on 2015-11-01; the nearest are ...
    """

    __slots__ = ("_layers", "_own")

    def __init__(self, own: tuple[Series, ...] = ()) -> None:
        """Hold the bundled figures and these series, which win over them, the later over the earlier."""
        layers: dict[str, tuple[Layer, ...]] = {}
        for series in own:
            _need_fit(series, layers)
            layers[series.variable] = (own_layer(series), *layers.get(series.variable, ()))
        self._own = tuple(own)
        self._layers = layers

    @staticmethod
    @cache
    def bundled() -> "Statistics":
        """Give the bundled figures alone, the same object each time."""
        return Statistics()

    def with_series(self, series: Series) -> "Statistics":
        """Give the same figures with one more series, whose cells win over those that are there, one by one.

        Raises:
            InvalidValueError: It is no series, is in another unit than the variable has, or has figures below zero
                for a bundled variable.

        >>> rows = [("1283", dt.date(2015, 11, 1), 137_500)]
        >>> mine = Series.from_rows("population", "inhabitants", Source("Own"), rows)
        >>> Statistics.bundled().with_series(mine).value("population", "1283", dt.date(2015, 11, 1))
        137500
        """
        return Statistics((*self._own, series))

    @property
    def own_series(self) -> tuple[Series, ...]:
        """The series that win over the bundled figures, the later over the earlier."""
        return self._own

    def variables(self) -> tuple[str, ...]:
        """Give the names of all variables, sorted."""
        return tuple(sorted({*bundled.VARIABLES, *self._layers}))

    def codes(self, variable: str) -> tuple[str, ...]:
        """Give the codes of the places for which the variable has values, sorted.

        Raises:
            UnknownIdError: There is no such variable.
        """
        return tuple(sorted({code for layer in self._of(variable) for code, row in layer.table.items() if row}))

    def days(self, variable: str, code: str) -> tuple[dt.date, ...]:
        """Give the days for which a place has a value, in order.

        Raises:
            UnknownIdError: There is no such variable, or it has no such place.
        """
        days = self._days(variable, code)
        if not days:
            raise self._unknown(variable, code)
        return days

    def value(self, variable: str, code: str, day: dt.date, *, interpolate: str | None = None) -> Value:
        """Look up a figure.

        Args:
            variable: Name of the variable.
            code: Code of the place.
            day: The day that the figure is of.
            interpolate: ``"linear"`` gives, for a day without a figure, the one on the straight line, day by day,
                between the nearest figures on both sides: calculated exactly, then rounded half-even to four
                decimals. Never beyond the first and the last. ``None`` refuses a day without a figure.

        Raises:
            UnknownIdError: There is no such variable, or no such place.
            MissingDataError: There is no figure for that day; the error names the nearest days.
            InvalidValueError: The day is not a `datetime.date`, an argument is not text, or the interpolation unknown.

        >>> stats = Statistics.bundled()
        >>> stats.value("population", "1283", dt.date(2015, 11, 1), interpolate="linear")
        Decimal('137487.3562')
        """
        if interpolate is not None and interpolate != "linear":
            reason = f"{show(interpolate)} is no way to interpolate; use 'linear' or None"
            raise InvalidValueError(reason, attribute="interpolate")
        layer = self._layer(variable, code, day)
        if layer is not None:
            return layer.table[code][day]
        nearest = self._nearest(variable, code, day)
        if interpolate is None or len(nearest) < len(("before", "after")):
            raise _missing(variable, code, day, nearest)
        before, after = nearest
        low, high = (Fraction(self.value(variable, code, known)) for known in nearest)
        exact = low + (high - low) * Fraction((day - before).days, (after - before).days)
        return _rounded(exact)

    def values(self, variable: str, codes: Iterable[str], day: dt.date) -> tuple[Value, ...]:
        """Look up many places' figures for one day, in the order of the codes; errors are those of `value`.

        >>> Statistics.bundled().values("population", ["1260", "1276"], dt.date(2015, 12, 31))
        (14962, 16917)
        """
        if isinstance(codes, str):
            raise InvalidValueError(f"{show(codes)} is one code; give a list of codes", attribute="codes")
        return tuple([self.value(variable, code, day) for code in codes])

    def source(self, variable: str, code: str, day: dt.date) -> Source:
        """Say where a figure comes from; errors are those of `value`."""
        return self._need_layer(variable, code, day).source(day)

    def note(self, variable: str, code: str, day: dt.date) -> str | None:
        """Say what a reader should know about a figure; ``None`` when there is nothing. Errors are those of `value`.

        >>> Statistics.bundled().note("population", "0380", dt.date(2001, 12, 31))
        'recalculated without Knivsta; 191,110 as counted at the time: sources disagree'
        """
        return self._need_layer(variable, code, day).note(code, day)

    def unit(self, variable: str) -> str:
        """Say in which unit a variable is given.

        Raises:
            UnknownIdError: There is no such variable.
        """
        return self._of(variable)[0].unit

    def series(self, variable: str) -> tuple[Series, ...]:
        """Give the series that a variable's figures come from, the winning one first; O(cells) at the first call.

        Raises:
            UnknownIdError: There is no such variable.

        >>> [len(series.cells) for series in Statistics.bundled().series("municipal_tax_rate")]
        [289, 1739]
        """
        self._of(variable)
        own = tuple(series for series in reversed(self._own) if series.variable == variable)
        return (*own, *bundled.series(variable)) if variable in bundled.VARIABLES else own

    def _of(self, variable: str) -> tuple[Layer, ...]:
        """Give the layers in which to look, the winning one first."""
        _need_text(variable, "variable")
        own = self._layers.get(variable, ())
        if variable in bundled.VARIABLES:
            return (*own, bundled_layer(variable))
        if not own:
            raise UnknownIdError.of("variable", variable, self.variables())
        return own

    def _layer(self, variable: str, code: str, day: dt.date) -> Layer | None:
        """Give the layer that has the figure, if any."""
        layers = self._of(variable)
        _need_text(code, "code")
        if type(day) is not dt.date:
            raise InvalidValueError(f"{show(day)} is not a date; give a datetime.date", attribute="day")
        return next((layer for layer in layers if day in layer.table.get(code, ())), None)

    def _need_layer(self, variable: str, code: str, day: dt.date) -> Layer:
        layer = self._layer(variable, code, day)
        if layer is None:
            raise _missing(variable, code, day, self._nearest(variable, code, day))
        return layer

    def _days(self, variable: str, code: str) -> tuple[dt.date, ...]:
        layers = self._of(variable)
        _need_text(code, "code")
        return tuple(sorted({day for layer in layers for day in layer.table.get(code, ())}))

    def _nearest(self, variable: str, code: str, day: dt.date) -> tuple[dt.date, ...]:
        """Give the last day before and the first day after for which the place has a figure; none if it has none."""
        days = self._days(variable, code)
        if not days and code not in _names():
            raise self._unknown(variable, code)
        at = bisect.bisect_left(days, day)
        return days[max(at - 1, 0) : at + 1]

    def _unknown(self, variable: str, code: str) -> UnknownIdError:
        kind, known = f"place with {variable}", self.codes(variable)
        try:
            meant = municipality(code)
        except UnknownIdError:
            meant = None
        if meant is None or meant.code == code or meant.code not in known:
            return UnknownIdError.of(kind, code, known)
        message = f"there is no {kind} {code!r}; give the code of {meant.name}: {meant.code!r}"
        return UnknownIdError(message, kind=kind, identifier=code, near=(meant.code,))

    def __repr__(self) -> str:
        return f"<Statistics: {', '.join(self.variables())}; {len(self._own)} own series>"

    def __reduce__(self) -> tuple[Any, ...]:
        return (Statistics, (self._own,)) if self._own else (Statistics.bundled, ())


def _missing(variable: str, code: str, day: dt.date, nearest: tuple[dt.date, ...]) -> MissingDataError:
    name = f"{_names()[code]} ({code})" if code in _names() else code
    days = " and ".join(map(str, nearest))
    hint = ("there is none for any other day either", f"the nearest is {days}", f"the nearest are {days}")[len(nearest)]
    message = f"no {variable} of {name} on {day}; {hint}"
    return MissingDataError(message, variable=variable, code=code, day=day, nearest=nearest)


def _rounded(exact: Fraction) -> Decimal:
    """Round half-even to four decimals, whatever the precision of the caller's decimal context."""
    rounded: Decimal = multiple(round(exact * 10_000), Decimal("0.0001"))
    return rounded


def _need_text(value: object, attribute: str) -> None:
    if not isinstance(value, str):
        raise InvalidValueError(f"{show(value)} is not text", attribute=attribute)


def _need_fit(series: object, layers: dict[str, tuple[Layer, ...]]) -> None:
    """Refuse what is no series, and one that does not fit those that it stands beside."""
    if not isinstance(series, Series):
        raise InvalidValueError(f"{show(series)} is not a Series; make one with Series.from_rows", attribute="series")
    name, about = series.variable, bundled.VARIABLES.get(series.variable)
    unit = about.unit if about else layers[name][0].unit if name in layers else series.unit
    if series.unit != unit:
        reason = f"{name} is in {unit!r}, not in {series.unit!r}; convert the figures or name the variable otherwise"
        raise InvalidValueError(reason, attribute="series")
    negative = next((cell for cell in series.cells if cell.value < 0), None) if about else None
    if negative is not None:
        reason = f"{negative.value} of {negative.code} on {negative.day} is negative, which {name} cannot be"
        raise InvalidValueError(reason, attribute="series")


@cache
def _names() -> dict[str, str]:
    return {municipality.code: municipality.name for municipality in municipalities()}
