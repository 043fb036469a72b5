"""Cells of a file as values, and values as they are written in cells (celler)."""

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from typing import Any

from familjen.errors import InvalidValueError
from familjen.io.flat.column import Column, Kind, Value, fault_of
from familjen.io.flat.kinds import as_kind
from familjen.io.tables import amount_of
from familjen.validators import show

__all__ = ["kind_in", "read_cell", "read_value", "written_cell"]

_TRUTHS = {"true": True, "false": False, "sant": True, "falskt": False}
_FRACTION = re.compile(r"[-−]?\d+(/\d+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = r"[-−]?(?:0|[1-9]\d{0,2}(?:[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]\d{3})+|[1-9]\d*)"
_LOOKS: tuple[tuple[Kind, str], ...] = (
    ("boolean", "|".join(_TRUTHS)),
    ("date", _DAY.pattern),
    ("integer", _WHOLE),
    ("decimal", _WHOLE + r"(?:{mark}\d+)?"),
    ("fraction", _WHOLE + r"(?:/[1-9]\d*)?"),
)


_NUMBER = Column("number", "decimal")
_SHORT = 60
"""A number of no more signs is one that a decimal holds."""


def written_cell(value: Value, decimal: str) -> str:
    """Write a value in a cell of text: exactly, without exponents, days as 2026-01-31, nothing for ``None``.

    >>> [written_cell(value, ",") for value in (Decimal("1E+3"), 0.5, Fraction(1, 3), True)]
    ['1000', '0,5', '1/3', 'true']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        value = Decimal(repr(value))
    return f"{value:f}".replace(".", decimal) if isinstance(value, Decimal) else str(value)


def kind_in(fields: Iterable[str], decimal: str) -> Kind:
    """Find the kind of the cells of a column as they are written; text where they are of none.

    A number with a nought before it, such as 0114, is text.

    >>> kind_in(["69 994", "", "1,5"], ","), kind_in(["0114", "1283"], ",")
    ('decimal', 'text')
    """
    listed = [field.strip().casefold() for field in fields if field.strip()]
    for kind, look in _LOOKS:
        fits = re.compile(look.replace("{mark}", re.escape(decimal)), re.ASCII).fullmatch
        if listed and all(fits(field) for field in listed):
            return "float" if kind == "decimal" and any(_is_beyond(field, decimal) for field in listed) else kind
    return "text"


def _is_beyond(field: str, decimal: str) -> bool:
    """Tell whether a number has more digits than a decimal holds, so that only a float can have come to it."""
    return len(field) > _SHORT and fault_of(amount_of(field, decimal, ""), _NUMBER) is not None


def read_cell(field: str, kind: Kind, decimal: str) -> Value:
    """Read what is written in a cell as a value of a kind; ``None`` where it is empty. Text stays as it is written.

    Raises:
        InvalidValueError: It is no value of that kind.

    >>> read_cell("1 040,50", "decimal", ","), read_cell("sant", "boolean", ",")
    (Decimal('1040.50'), True)
    """
    if kind == "text":
        return field or None
    plain = field.strip()
    if not plain:
        return None
    if kind == "boolean":
        return _truth(plain)
    if kind == "date":
        return _day(plain)
    if kind == "fraction" and "/" in plain:
        return _fraction(plain)
    return _number(plain, kind, decimal)


def read_value(value: Any, kind: Kind) -> Any:
    """Read a value as one of a kind: text as it is read in a cell, other values where the kind holds them exactly.

    Raises:
        InvalidValueError: Text is no value of that kind, or a number is to be text: how, nobody can know.

    >>> read_value("1/3", "fraction"), read_value(0.5, "decimal")
    (Fraction(1, 3), Decimal('0.5'))
    """
    if isinstance(value, str):
        return read_cell(value, kind, ".")
    if kind == "text" and value is not None:
        raise InvalidValueError(f"{show(value)} is no text; write it as text, with the noughts that it begins with")
    return as_kind(value, kind)


def _truth(plain: str) -> bool:
    try:
        return _TRUTHS[plain.casefold()]
    except KeyError:
        raise InvalidValueError(f"{show(plain)} is neither true nor false") from None


def _day(plain: str) -> dt.date:
    try:
        if _DAY.fullmatch(plain):
            return dt.date.fromisoformat(plain)
    except ValueError:
        pass
    raise InvalidValueError(f"{show(plain)} is not a day; write it as 2026-01-31")


def _fraction(plain: str) -> Fraction:
    try:
        if plain.isascii() and _FRACTION.fullmatch(plain):
            return Fraction(plain)
    except ZeroDivisionError:
        pass
    raise InvalidValueError(f"{show(plain)} is no fraction; write it as 1/3")


def _number(plain: str, kind: Kind, decimal: str) -> Decimal | Fraction | float | int | None:
    try:
        number = amount_of(plain, decimal, "")
    except InvalidValueError as error:
        raise InvalidValueError(error.reason.removeprefix(": ")) from None
    if number is None or kind == "decimal":
        return number
    if kind == "fraction":
        return Fraction(number)
    if kind == "float":
        if not isfinite(float(number)):
            raise InvalidValueError(f"{show(plain)} is beyond all floats")
        return float(number)
    if number != number.to_integral_value():
        raise InvalidValueError(f"{show(plain)} is not a whole number")
    return int(number)
