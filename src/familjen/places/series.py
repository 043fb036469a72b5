"""A variable's values, place by place and day by day."""

import datetime as dt
import math
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeAlias

import attrs

from familjen.errors import InvalidValueError
from familjen.model.source import Source
from familjen.validators import is_bool, is_date, is_identifier, is_text, one_of, optional, refuse, show, tuple_of

__all__ = ["Cell", "Series", "Value"]

Value: TypeAlias = int | Decimal
"""An exact figure."""

_DIGITS = 4300
"""The most digits that a figure may have before or after the point; Python prints no longer integers."""

_TOO_LARGE = 10**_DIGITS


def _is_figure(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """Accept an int or a finite Decimal of a size that can be calculated with."""
    if type(value) is not int and type(value) is not Decimal:
        refuse(instance, attribute, f"{show(value)} is no exact figure; {_advice(value)}")
    if type(value) is Decimal and not value.is_finite():
        refuse(instance, attribute, f"{value} is not a finite figure; leave the cell out where there is none")
    if abs(value.adjusted()) >= _DIGITS if type(value) is Decimal else abs(value) >= _TOO_LARGE:
        refuse(instance, attribute, f"the figure has more than {_DIGITS} digits before or after the point; check it")


def _advice(value: object) -> str:
    """Say how to write a figure that is not exact."""
    if isinstance(value, float):
        return (
            f"write Decimal('{float(value)!r}')" if math.isfinite(value) else "leave the cell out where there is none"
        )
    if hasattr(value, "__index__") and not isinstance(value, bool):
        return "write int(...) around it"
    return "give an int or a Decimal"


@attrs.frozen
class Cell:
    """One figure (uppgift): a place's value on a day.

    >>> Cell("1283", dt.date(2016, 10, 15), 17_000, note="preliminary").value
    17000
    """

    code: str = attrs.field(validator=is_identifier)
    """Code of the place."""
    day: dt.date = attrs.field(validator=is_date)
    """The day that it is of."""
    value: Value = attrs.field(validator=_is_figure)
    """The figure, in the series' unit."""
    note: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
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
    cells: tuple[Cell, ...] = attrs.field(repr=lambda cells: f"<{len(cells)}>", validator=tuple_of(Cell))
    """The figures; a place has one a day."""
    may_be_negative: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether a figure below zero makes sense, such as for a change or a result."""

    def __attrs_post_init__(self) -> None:
        seen: set[tuple[str, dt.date]] = set()
        for cell in self.cells:
            if (cell.code, cell.day) in seen:
                raise _refusal(f"{cell.code} has two values on {cell.day}; keep one")
            seen.add((cell.code, cell.day))
            if cell.value < 0 and not self.may_be_negative:
                reason = f"{cell.value} of {cell.code} on {cell.day} is negative; if that makes sense for"
                raise _refusal(f"{reason} {self.variable}, say may_be_negative=True")

    @classmethod
    def from_rows(
        cls,
        variable: str,
        unit: str,
        source: Source,
        rows: Iterable[tuple[str, dt.date, Value]],
        *,
        may_be_negative: bool = False,
    ) -> "Series":
        """Make a series from rows of code, day and value.

        Raises:
            InvalidValueError: A value is a float, NaN, infinite, or negative where nobody said that it may be, a day
                is not a date, a row has not three items, or a place has two values on a day.
        """
        cells = tuple(_cell(number, row) for number, row in enumerate(rows))
        return cls(variable, unit, source, cells, may_be_negative=may_be_negative)


def _cell(number: int, row: Any) -> Cell:
    try:
        code, day, value = row
    except (TypeError, ValueError):
        raise _refusal(f"row {number}: {show(row)} is not a code, a day and a value") from None
    try:
        return Cell(code, day, value)
    except InvalidValueError as error:
        raise _refusal(f"row {number}: {error.reason}") from error


def _refusal(reason: str) -> InvalidValueError:
    return InvalidValueError(reason, owner="Series", attribute="cells")
