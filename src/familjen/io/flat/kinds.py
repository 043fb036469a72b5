"""Which kind of values a column holds, found from the values (slag)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from typing import Any

from familjen.errors import InvalidValueError
from familjen.io.flat.column import Kind

__all__ = ["as_kind", "kind_of", "plain_value"]

_BY_CLASS: dict[str, Kind] = {
    "bool": "boolean",
    "int": "integer",
    "Decimal": "decimal",
    "Fraction": "fraction",
    "float": "float",
    "str": "text",
    "date": "date",
}
_NUMBERS: Sequence[Kind] = ("integer", "decimal", "fraction")
"""From the narrowest to the widest: each holds those before it, exactly."""
_WHOLE_FLOATS = 2**53


def plain_value(value: Any) -> Any:
    """Give a value as Python's own: an enumeration's text, a number of numpy's as a number; empty text is ``None``.

    Several texts are one, with ``+`` between them, as coalitions are written.

    >>> plain_value(""), plain_value("Bjuv"), plain_value(("Bjuv", "Klippan"))
    (None, 'Bjuv', 'Bjuv+Klippan')
    """
    if value.__class__ is tuple and all(isinstance(each, str) for each in value):
        return "+".join(value) or None
    if isinstance(value, str):
        return str(value) or None
    if type(value).__module__ == "numpy" and hasattr(value, "item"):
        return value.item()
    return value


def kind_of(values: Iterable[Any], name: str) -> Kind:
    """Find the kind of a column that holds plain values of the kinds that it holds; text where there are none.

    Whole numbers, decimals and fractions together are of the widest kind. Floats among exact numbers are the decimal
    numbers that they are written as, so that nothing exact becomes a float; among whole numbers that floats hold, and
    alone, they are floats.

    Args:
        values: The values.
        name: The column's heading, for messages.

    Raises:
        InvalidValueError: A value is of no kind, or there are values of kinds that no kind holds together.

    >>> kind_of([1, Decimal("0.5"), None], "part")
    'decimal'
    """
    listed = [value for value in values if value is not None]
    found: dict[Kind, None] = {}
    for named in dict.fromkeys(type(value).__name__ for value in listed):
        if named not in _BY_CLASS:
            kinds = "text, int, Decimal, Fraction, float, bool or datetime.date"
            raise InvalidValueError(f"column {name!r} holds a {named}; a cell holds {kinds}", attribute="rows")
        found[_BY_CLASS[named]] = None
    if not found:
        return "text"
    if len(found) == 1:
        return next(iter(found))
    exact = [kind for kind in found if kind != "float"]
    if not set(exact) <= set(_NUMBERS):
        reason = f"column {name!r} holds values of several kinds: {', '.join(found)}; make them one"
        raise InvalidValueError(reason, attribute="rows")
    if exact == ["integer"] and all(abs(value) <= _WHOLE_FLOATS for value in listed):
        return "float"
    at_least: Kind = "decimal" if "float" in found else "integer"
    return "fraction" if "fraction" in found else "decimal" if "decimal" in found else at_least


def as_kind(value: Any, kind: Kind) -> Any:
    """Give a value that the kind holds exactly as a value of it; what it does not hold stays as it is.

    A float is the decimal number that it is written as.

    >>> as_kind(1, "decimal"), as_kind(0.1, "decimal"), as_kind(2024.0, "integer"), as_kind("x", "decimal")
    (Decimal('1'), Decimal('0.1'), 2024, 'x')
    """
    cls = value.__class__
    if kind == "decimal" and cls in {int, float}:
        return Decimal(repr(value))
    if kind == "fraction" and cls in {int, Decimal, float}:
        return Fraction(repr(value) if cls is float else value) if isfinite(value) else value
    if kind == "float" and cls is int:
        return float(value) if abs(value) <= _WHOLE_FLOATS else value
    if kind == "integer" and cls is float:
        return int(value) if value.is_integer() and abs(value) <= _WHOLE_FLOATS else value
    if kind == "integer" and cls is Decimal:
        return int(value) if value.is_finite() and value == value.to_integral_value() else value
    return value
