"""What the fields of our nouns may hold: attrs validators that answer in one sentence.

Each function here is an attrs validator, called with the instance, the attribute and the value, or makes one. They
raise `InvalidValueError` and change nothing. Checking a value costs about as much as calling a function.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias
from weakref import WeakKeyDictionary

from familjen.errors import InvalidValueError

if TYPE_CHECKING:
    import attrs

Constraint: TypeAlias = Mapping[str, Any]
Validator: TypeAlias = Callable[[Any, "attrs.Attribute[Any]", Any], None]

__all__ = [
    "Constraint",
    "Validator",
    "constraint_of",
    "is_a",
    "is_amount",
    "is_bool",
    "is_date",
    "is_fraction",
    "is_identifier",
    "is_nonnegative_amount",
    "is_positive_amount",
    "is_share",
    "is_text",
    "is_whole",
    "matches",
    "one_of",
    "optional",
    "refuse",
    "show",
    "tuple_of",
]


LARGEST = 10**15
"""No number of people, places or years is larger; it is exact in every reader of JSON."""

_MOST_DIGITS = 60

_constraints: WeakKeyDictionary[Validator, Constraint] = WeakKeyDictionary()


def constraint_of(validator: Validator | None) -> Constraint:
    """Say what a validator demands, in the words of JSON Schema, as far as they reach.

    >>> constraint_of(is_whole(0, 9))
    {'minimum': 0, 'maximum': 9}
    """
    return _constraints.get(validator, {}) if validator is not None else {}


def refuse(instance: object, attribute: attrs.Attribute[Any], reason: str) -> NoReturn:
    """Raise `InvalidValueError` for this attribute of this instance."""
    raise InvalidValueError(reason, owner=type(instance).__name__, attribute=attribute.name)


def is_text(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Accept text that is not blank and has no space around it."""
    if type(value) is not str:
        refuse(instance, attribute, f"{show(value)} is not text")
    if not value or value[0].isspace() or value[-1].isspace():
        refuse(instance, attribute, f"{show(value)} is blank or has space around it; write the text itself")
    if not value.isascii():
        _refuse_half_characters(instance, attribute, value)


def _refuse_half_characters(instance: object, attribute: attrs.Attribute[Any], value: str) -> None:
    """Refuse text that no file can hold: half of a character that is written in two."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        refuse(instance, attribute, f"{show(value)} holds half a character (a lone surrogate); write the text anew")


_ID = r"[\w.:+-]+"
_is_id = re.compile(_ID).fullmatch


def is_identifier(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Accept an id: letters, digits and ``_ - . : +``, no spaces."""
    if type(value) is not str or _is_id(value) is None:
        refuse(instance, attribute, f"{show(value)} is not an id: use letters, digits and _ - . : + without spaces")


def is_bool(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Accept ``True`` or ``False``."""
    if type(value) is not bool:
        refuse(instance, attribute, f"{show(value)} is neither true nor false")


def is_date(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Accept a day, not a time of day."""
    if type(value) is not dt.date:
        refuse(instance, attribute, f"{show(value)} is not a date; give a datetime.date, without a time of day")


def is_whole(minimum: int, maximum: int = LARGEST) -> Validator:
    """Accept whole numbers from the minimum to the maximum, both included."""

    def check(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        if type(value) is not int:
            refuse(instance, attribute, f"{show(value)} is not a whole number")
        if value < minimum or value > maximum:
            span = f"{minimum} to {maximum}"
            if maximum == LARGEST:
                span = f"at least {minimum}" if value < minimum else f"at most {LARGEST:,}"
            refuse(instance, attribute, f"{show(value)} is outside the range: {span}")

    _constraints[check] = {"minimum": minimum, "maximum": maximum}
    return check


def is_amount(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Accept a finite `Decimal`; an int or a float is refused, because amounts are exact and say so."""
    if type(value) is not Decimal:
        refuse(instance, attribute, f"{show(value)} is not a Decimal; amounts are exact: write Decimal('12.50')")
    if not value.is_finite():
        refuse(instance, attribute, f"{value} is not a finite amount")
    if abs(value.adjusted()) > _MOST_DIGITS:
        refuse(instance, attribute, f"{value} is beyond any amount: more than {_MOST_DIGITS} digits")


def is_nonnegative_amount(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Accept a finite `Decimal` that is not below zero."""
    is_amount(instance, attribute, value)
    if value < 0:
        refuse(instance, attribute, f"{value} is negative; give zero or more")


def is_positive_amount(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Accept a finite `Decimal` above zero."""
    is_amount(instance, attribute, value)
    if value <= 0:
        refuse(instance, attribute, f"{value} is not above zero")


def is_fraction(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Accept a `Fraction`."""
    if type(value) is not Fraction:
        refuse(instance, attribute, f"{show(value)} is not a Fraction; shares are exact: write Fraction(1, 3)")


def is_share(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Accept a `Fraction` from 0 to 1, a part of a whole."""
    is_fraction(instance, attribute, value)
    if not 0 <= value <= 1:
        refuse(instance, attribute, f"{value} is not a part of a whole; give 0 to 1")


def matches(pattern: str, what: str) -> Validator:
    """Accept text that the pattern fits wholly; ``what`` says in words what fits."""
    fullmatch = re.compile(pattern).fullmatch

    def check(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        if type(value) is not str or fullmatch(value) is None:
            refuse(instance, attribute, f"{show(value)} is not {what}")
        if not value.isascii():
            _refuse_half_characters(instance, attribute, value)

    _constraints[check] = {"pattern": pattern}
    return check


def one_of(*classes: type) -> Validator:
    """Accept an instance of exactly one of these classes (our nouns are not subclassed)."""
    names = " or ".join(cls.__name__ for cls in classes)

    def check(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        if type(value) not in classes:
            refuse(instance, attribute, f"{show(value)} is not a {names}")

    return check


def is_a(cls: type) -> Validator:
    """Accept an instance of a class that others may extend, such as a key."""

    def check(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        if not isinstance(value, cls) or type(value) is cls:
            refuse(instance, attribute, f"{show(value)} is not a {cls.__name__}")

    return check


def optional(validator: Validator) -> Validator:
    """Accept ``None`` and whatever the validator accepts."""

    def check(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        if value is not None:
            validator(instance, attribute, value)

    _constraints[check] = constraint_of(validator)
    return check


def tuple_of(item: type | Validator, *more: type) -> Validator:
    """Accept a tuple whose items are all of these classes, or all pass this one validator."""
    if not isinstance(item, type):
        return _tuple_passing(item)
    classes = (item, *more)
    names = " or ".join(cls.__name__ for cls in classes)

    def check(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        _need_tuple(instance, attribute, value)
        for index, member in enumerate(value):
            if type(member) not in classes:
                refuse(instance, attribute, f"item {index}: {show(member)} is not a {names}")

    return check


def _tuple_passing(validator: Validator) -> Validator:
    def check(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        _need_tuple(instance, attribute, value)
        for index, member in enumerate(value):
            try:
                validator(instance, attribute, member)
            except InvalidValueError as error:
                refuse(instance, attribute, f"item {index}: {error.reason}")

    _constraints[check] = {"items": constraint_of(validator)}
    return check


def _need_tuple(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    if type(value) is not tuple:
        reason = f"{show(value)} is not a tuple; collections are tuples, so that nouns can be hashed: tuple(...)"
        refuse(instance, attribute, reason)


def show(value: object) -> str:
    """Show a value shortly, however large or deep it is.

    >>> show("x" * 1000) < "x" * 100
    True
    """
    import reprlib

    short = reprlib.Repr()
    short.maxstring = short.maxother = 80
    try:
        return short.repr(value)
    except ValueError:  # Python writes no number of more than some thousand digits
        return "a number of thousands of digits"


_constraints[is_text] = {"pattern": r"\S([\s\S]*\S)?"}
_constraints[is_identifier] = {"pattern": r"\S+"}  # \w means other letters elsewhere than in Python
