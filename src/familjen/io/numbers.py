"""Numbers in documents that may be JSON numbers, read by their decimals (tal i filer)."""

# JSON values of any kind pass through here, so their types are not known to a checker.
# pyright: basic

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, get_args, get_origin

from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote

from familjen.errors import InvalidValueError
from familjen.io.convert import new_converter
from familjen.io.gathering import count_problem
from familjen.validators import show

__all__ = ["number_converter", "read_decimal"]


def read_decimal(text: str) -> Any:
    """Read a JSON number by its decimals; one that goes beyond all numbers stays text, for the field to refuse.

    >>> read_decimal("0.10"), read_decimal("1e99999999999999999999")
    (Decimal('0.10'), '1e99999999999999999999')
    """
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent of twenty digits
        return text


def number_converter() -> Converter:
    """Make a converter that gathers every problem, and takes JSON numbers and objects of values by name."""
    made = new_converter(detailed=True)
    from_text = made.get_structure_hook(Decimal)

    def number(value: Any, _: Any) -> Decimal:
        if isinstance(value, Decimal):
            return value
        return Decimal(value) if type(value) is int else from_text(value, Decimal)

    made.register_structure_hook(Decimal, number)
    made.register_structure_hook_factory(_is_mapping, lambda kind: _mapping_hook(kind, made))
    return made


def _is_mapping(kind: Any) -> bool:
    return get_origin(kind) in {dict, Mapping}


def _mapping_hook(kind: Any, converter: Converter) -> Any:
    item = get_args(kind)[1]

    def hook(value: Any, _: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise InvalidValueError(f"{show(value)} is not an object")
        found: dict[str, Any] = {}
        errors: list[Exception] = []
        for name, each in value.items():
            try:
                found[name] = converter.structure(each, item)
            except Exception as error:  # noqa: BLE001 - every problem is gathered
                error.add_note(IterableValidationNote("", name, item))
                errors.append(error)
                if count_problem():
                    break
        if errors:
            raise IterableValidationError("items", errors, dict)  # pyright: ignore[reportCallIssue] - cattrs adds one
        return found

    return hook
