"""Scale benefits to and from files (kalkyler i filer)."""

# JSON values of any kind pass through here, so their types are not known to a checker.
# pyright: basic

import os
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin

from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote

from familjen.errors import FamiljenError, InvalidValueError, near_matches
from familjen.io.atomic import write_text
from familjen.io.numbers import number_converter, read_decimal
from familjen.io.parse import child_path, document_error, parse
from familjen.io.problems import structured
from familjen.io.scale_file import Levels, ScaleFile, Way, Ways
from familjen.model.kinds import tag_of
from familjen.scale import Assumption, Basis, CostCurve, Shape, curves
from familjen.scale.assumption import one_of_kind
from familjen.scale.dividing import need_split
from familjen.validators import show

__all__ = [
    "Levels",
    "ScaleFile",
    "Way",
    "Ways",
    "read_scale_file",
    "scale_file_from_json",
    "scale_file_to_json",
    "write_scale_file",
]


def scale_file_from_json(document: str | bytes, *, origin: str = "") -> ScaleFile:
    """Read a service and its assumptions from JSON text or UTF-8 bytes (läs kalkyl).

    The names are those of `ScaleFile`. A curve says its ``"type"``: ``"power-curve"``, ``"fixed-variable"`` and so on.
    An assumption is a number, or an object with ``"base"``, ``"low"``, ``"high"``, ``"basis"``, ``"shape"`` and
    ``"source"``. Numbers are text, ``"0.07"``, or JSON numbers, which are read by their decimals.

    Args:
        document: The document.
        origin: Where it came from, for messages.

    Raises:
        DocumentError: It is no such file. Its ``problems`` are all that is wrong with its parts, or else the first
            that does not fit together, each with a JSONPath.

    >>> curve = '{"type": "fixed-variable", "fixed": 9, "variable": 1}'
    >>> scale_file_from_json(f'{{"title": "IT", "sizes": {{"A": 10, "B": 20}}, "curve": {curve}}}').benefit().saving
    Decimal('9')
    >>> scale_file_from_json('{"title": "IT", "sizes": {"A": "ten"}, "curve": {"type": "power-curv"}}')
    Traceback (most recent call last):
    familjen.errors.DocumentError: the document: 2 problems
      $.sizes.A: 'ten' is not a decimal number in text
      $.curve: 'power-curv' is no known cost curve; did you mean 'power-curve'?
    """
    body = parse(document, origin=origin, read_float=read_decimal)
    file = structured(lambda: _converter().structure(body, ScaleFile), origin)
    wrong = [*_wrong(file.service), *_wrong(lambda: file.discounting().factors(file.horizon))]
    wrong += _wrong(lambda: need_split(file.split), "split")
    if wrong:
        raise document_error(wrong, origin)
    return file


def scale_file_to_json(file: ScaleFile) -> str:
    """Write a service and its assumptions as JSON, without what equals its default (skriv kalkyl).

    >>> file = ScaleFile("IT", sizes={"A": Decimal(1)}, alone={"A": Assumption(Decimal("2.50"))})
    >>> scale_file_from_json(scale_file_to_json(file)) == file
    True
    """
    import json

    return json.dumps(_converter().unstructure(file), ensure_ascii=False, indent=2) + "\n"


def read_scale_file(path: str | os.PathLike[str]) -> ScaleFile:
    """Read a service and its assumptions from a JSON file; see `scale_file_from_json`.

    Raises:
        DocumentError: The file is none.
        OSError: It cannot be opened.
    """
    place = Path(path)
    return scale_file_from_json(place.read_bytes(), origin=str(path))


def write_scale_file(file: ScaleFile, path: str | os.PathLike[str]) -> None:
    """Write a service and its assumptions to a JSON file, whole or not at all.

    Raises:
        OSError: It cannot be written.
    """
    write_text(path, scale_file_to_json(file))


def _wrong(check: Callable[[], object], part: str = "") -> list[tuple[str, str]]:
    """Give what is wrong where the parts of a file do not fit together, with its JSONPath."""
    try:
        check()
    except InvalidValueError as error:
        where = part or error.attribute
        return [(child_path("$", where) if where else "$", error.reason)]
    except FamiljenError as error:
        return [(child_path("$", part) if part else "$", str(error))]
    return []


@cache
def _converter() -> Converter:
    made = number_converter()
    number = made.get_structure_hook(Decimal)
    for kind in (Basis, Shape):
        made.register_structure_hook(kind, _enum_hook(kind))
    whole = made.get_structure_hook(Assumption)

    def assumption(value: Any, _: Any) -> Assumption:
        return whole(value, Assumption) if isinstance(value, dict) else Assumption(number(value, Decimal))

    made.register_structure_hook(Assumption, assumption)
    plain = made.get_unstructure_hook(Assumption)
    made.register_unstructure_hook(
        Assumption, lambda value: str(value.base) if value == Assumption(value.base) else plain(value)
    )
    made.register_structure_hook_func(lambda kind: kind is CostCurve, lambda value, _: _curve(value, made))
    made.register_unstructure_hook_func(
        lambda kind: isinstance(kind, type) and kind is CostCurve,
        lambda value: {"type": tag_of(type(value)), **made.get_unstructure_hook(type(value))(value)},
    )
    made.register_structure_hook_factory(_is_pair, lambda kind: _pair_hook(kind, made))
    made.register_unstructure_hook_factory(_is_pair, lambda kind: _pair_plain(kind, made))
    return made


def _enum_hook(kind: Any) -> Any:
    def hook(value: Any, _: Any) -> Any:
        try:
            return one_of_kind(kind, value, kind.__name__.lower())
        except InvalidValueError as error:
            raise InvalidValueError(error.reason) from None  # where it stands, the path says

    return hook


def _curves() -> Mapping[str, type[CostCurve]]:
    found = [getattr(curves, name) for name in curves.__all__]
    return {
        tag_of(kind): kind
        for kind in found
        if isinstance(kind, type) and issubclass(kind, CostCurve) and kind is not CostCurve
    }


def _curve(value: Any, converter: Converter) -> CostCurve:
    kinds = _curves()
    if not isinstance(value, dict):
        raise InvalidValueError(f"{show(value)} is not an object with a 'type'")
    rest = dict(value)
    tag = rest.pop("type", None)
    if not isinstance(tag, str) or tag not in kinds:
        near = near_matches(tag, kinds, most=1) if isinstance(tag, str) else ()
        hint = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(map(repr, sorted(kinds)))}"
        said = "has no 'type'" if tag is None else f"{show(tag)} is no known cost curve"
        raise InvalidValueError(f"{said}; {hint}")
    return converter.structure(rest, kinds[tag])


def _is_pair(kind: Any) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[-1] is not Ellipsis


def _pair_hook(kind: Any, converter: Converter) -> Any:
    items = get_args(kind)

    def hook(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) != len(items):
            raise InvalidValueError(f"{show(value)} is not an array of {len(items)}")
        found: list[Any] = []
        errors: list[Exception] = []
        for place, (each, item) in enumerate(zip(value, items, strict=True)):
            try:
                found.append(converter.structure(each, item))
            except Exception as error:  # noqa: BLE001 - every problem is gathered
                error.add_note(IterableValidationNote("", place, item))
                errors.append(error)
        if errors:
            raise IterableValidationError("items", errors, tuple)  # pyright: ignore[reportCallIssue] - cattrs adds one
        return tuple(found)

    return hook


def _pair_plain(kind: Any, converter: Converter) -> Any:
    hooks = [converter.get_unstructure_hook(item) for item in get_args(kind)]
    return lambda pair: pair and [hook(each) for hook, each in zip(hooks, pair, strict=True)]
