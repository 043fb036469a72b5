"""A column of a flat table: its name, and the kind of values that it holds (kolumn)."""

import datetime as dt
import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, TypeAlias, get_args

import attrs

from familjen.errors import InvalidValueError
from familjen.validators import is_bool, is_text, matches, refuse, show

__all__ = ["KINDS", "Column", "Kind", "Value", "fault_of", "need_columns"]

Value: TypeAlias = str | int | Decimal | Fraction | float | bool | dt.date | None
"""What a cell holds; ``None`` where it is empty."""

Kind: TypeAlias = Literal["text", "integer", "decimal", "fraction", "float", "boolean", "date"]
"""A kind of values."""

KINDS: tuple[Kind, ...] = get_args(Kind)
"""Text, whole numbers, exact decimals (amounts), exact fractions (shares), floats (estimates), yes or no, days."""

_CLASSES: dict[str, tuple[type, str]] = {
    "text": (str, "text"),
    "integer": (int, "a whole number"),
    "decimal": (Decimal, "a Decimal"),
    "fraction": (Fraction, "a Fraction"),
    "float": (float, "a float"),
    "boolean": (bool, "true or false"),
    "date": (dt.date, "a datetime.date"),
}
_MOST_DIGITS = 60


def _is_one_line(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    is_text(instance, attribute, value)
    if not value.isprintable():
        refuse(instance, attribute, f"{show(value)} holds a line break or another control character; name it on a line")


def _is_kind(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    matches("|".join(KINDS), f"a kind of values; the kinds are {', '.join(KINDS)}")(instance, attribute, value)


@attrs.frozen
class Column:
    """A column of a flat table (kolumn).

    >>> Column("amount", "decimal", required=True)
    Column(name='amount', kind='decimal', required=True)
    """

    name: str = attrs.field(validator=_is_one_line)
    """Its heading: text on one line."""
    kind: Kind = attrs.field(validator=_is_kind)
    """What its values are: text, integer, decimal (exact, as amounts are), fraction (exact, as shares are), float (as
    estimates and drawn numbers are), boolean or date."""
    required: bool = attrs.field(default=False, validator=is_bool)
    """Whether every row has a value here; else cells may be empty."""


def need_columns(columns: Any) -> None:
    """Refuse what is given as columns and is no list of `Column`, each with a name of its own; ``None`` is nothing.

    Raises:
        InvalidValueError: It is something else, or two columns have one name.

    >>> need_columns(["party", "amount"])
    Traceback (most recent call last):
    familjen.errors.InvalidValueError: columns: 'party' is not a Column; write Column('party', 'text')
    """
    if columns is None:
        return
    if isinstance(columns, str) or not isinstance(columns, Sequence):
        reason = f"{show(columns)} is no list of columns; write (Column('party', 'text'), …)"
        raise InvalidValueError(reason, attribute="columns")
    seen: set[str] = set()
    listed: list[Any] = [*columns]
    for column in listed:
        if not isinstance(column, Column):
            name = column if isinstance(column, str) and column.isprintable() else "party"
            reason = f"{show(column)} is not a Column; write Column({name!r}, 'text')"
            raise InvalidValueError(reason, attribute="columns")
        if column.name in seen:
            raise InvalidValueError(f"the column {column.name!r} stands there twice; rename one", attribute="columns")
        seen.add(column.name)


def fault_of(value: object, column: Column) -> str | None:
    """Say what is wrong with a value in a column; ``None`` where nothing is.

    >>> fault_of(12.5, Column("amount", "decimal"))
    '12.5 is not a Decimal'
    >>> fault_of(None, Column("amount", "decimal", required=True))
    'is empty, and the column is required'
    """
    if value is None:
        return "is empty, and the column is required" if column.required else None
    cls, named = _CLASSES[column.kind]
    if type(value) is not cls:
        return f"{show(value)} is not {named}"
    if isinstance(value, str):
        return _fault_of_text(value)
    if isinstance(value, float):
        return None if math.isfinite(value) else f"{value} is no number; leave the cell empty with None"
    if isinstance(value, Decimal):
        return _fault_of_decimal(value)
    numbers = (value.numerator, value.denominator) if isinstance(value, int | Fraction) else ()
    return f"has more than {_MOST_DIGITS} digits" if any(abs(n) >= 10**_MOST_DIGITS for n in numbers) else None


def _fault_of_text(value: str) -> str | None:
    if not value:
        return "is text without a sign; leave the cell empty with None"
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        return f"{show(value)} holds half a character (a lone surrogate); write the text anew"
    return None


def _fault_of_decimal(value: Decimal) -> str | None:
    if not value.is_finite():
        return f"{value} is no number; leave the cell empty with None"
    tail = -int(value.as_tuple().exponent)
    if abs(value.adjusted()) > _MOST_DIGITS or tail > _MOST_DIGITS:
        return f"{show(value)} has more than {_MOST_DIGITS} digits before or after the point"
    return None
