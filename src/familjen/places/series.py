"""A variable's values, place by place and day by day."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

import attrs

from familjen.errors import InvalidValueError
from familjen.model.source import Source
from familjen.validators import is_identifier, is_text, one_of, show, tuple_of

__all__ = ["Cell", "Series", "Value"]

Value: TypeAlias = int | Decimal
"""An exact figure."""


@attrs.frozen
class Cell:
    """One figure (uppgift): a place's value on a day."""

    code: str = attrs.field(validator=is_identifier)
    """Code of the place."""
    day: dt.date
    """The day that it is of."""
    value: Value
    """The figure, in the series' unit."""
    note: str | None = None
    """What a reader should know about this figure."""


@attrs.frozen
class Series:
    """A variable's values with their unit and source (serie).

    >>> rows = [("1283", dt.date(2016, 10, 15), 17_000)]
    >>> mine = Series.from_rows("pupils", "pupils", Source("School register"), rows)
    >>> mine.cells[0].value
    17000
    """

    variable: str = attrs.field(validator=is_identifier)
    """Name of the variable, such as ``"population"``."""
    unit: str = attrs.field(validator=is_text)
    """Unit, such as ``"inhabitants"``."""
    source: Source = attrs.field(validator=one_of(Source))
    """Where the figures come from."""
    cells: tuple[Cell, ...] = attrs.field(repr=False, validator=tuple_of(Cell))
    """The figures."""

    @classmethod
    def from_rows(
        cls, variable: str, unit: str, source: Source, rows: Iterable[tuple[str, dt.date, Value]]
    ) -> "Series":
        """Make a series from rows of code, day and value.

        Raises:
            InvalidValueError: A value is a float, NaN, infinite or negative, a day is not a date, or a
                cell stands twice.
        """
        cells = tuple(Cell(code, _day(day, code), _value(value, code)) for code, day, value in rows)
        seen: set[tuple[str, dt.date]] = set()
        for cell in cells:
            if (cell.code, cell.day) in seen:
                raise InvalidValueError(f"{cell.code} has two values on {cell.day}", owner="Series", attribute="cells")
            seen.add((cell.code, cell.day))
        return cls(variable, unit, source, cells)

    def by_place(self) -> Mapping[str, Mapping[dt.date, Value]]:
        """Give the values by place and day."""
        table: dict[str, dict[dt.date, Value]] = {}
        for cell in self.cells:
            table.setdefault(cell.code, {})[cell.day] = cell.value
        return table


def _day(day: object, code: str) -> dt.date:
    if type(day) is not dt.date:
        raise InvalidValueError(f"{show(day)} is not a date ({code})", owner="Series", attribute="cells")
    return day


def _value(value: object, code: str) -> Value:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        reason = f"{show(value)} is no exact figure ({code}); give an int or a Decimal"
        raise InvalidValueError(reason, owner="Series", attribute="cells")
    if isinstance(value, Decimal) and not value.is_finite():
        raise InvalidValueError(f"{value} is not a finite figure ({code})", owner="Series", attribute="cells")
    if value < 0:
        raise InvalidValueError(f"{value} is negative ({code})", owner="Series", attribute="cells")
    return value
