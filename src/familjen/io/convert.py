"""Between nouns and plain Python objects, by cattrs.

Two converters read the same documents. The quick one stops at the first problem; the thorough one, asked only when the
quick one has stopped, runs every hook and every validator and gathers all problems.
"""

# Fields and JSON values of any kind pass through here, so their types are not known to a checker.
# pyright: basic

import datetime as dt
import enum
import re
import types
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from familjen import dates, model
from familjen.errors import InvalidValueError, near_matches
from familjen.io.gathering import count_problem
from familjen.model import Key, Step
from familjen.model.kinds import kinds_of, tag_of
from familjen.validators import show

__all__ = ["new_converter", "quick", "thorough", "to_plain"]

Hook = Callable[[Any, Any], Any]

_OPEN = (Key, Step)
"""Nouns of which users make kinds of their own: in documents each carries its tag."""


@cache
def quick() -> Converter:
    """Give the converter that stops at the first problem."""
    return new_converter(detailed=False)


@cache
def thorough() -> Converter:
    """Give the converter that gathers every problem."""
    return new_converter(detailed=True)


def to_plain(noun: object) -> Any:
    """Turn a noun into dicts, lists and text, leaving out what equals its default."""
    return quick().unstructure(noun)


def new_converter(*, detailed: bool) -> Converter:
    """Make a converter of our nouns, to which a document of another kind adds its own hooks."""
    made = Converter(detailed_validation=detailed, forbid_extra_keys=True)
    for primitive in (str, int, bool):
        made.register_structure_hook(primitive, _as_it_is)
    for kind in _enums():
        made.register_structure_hook(kind, _enum_hook(kind))
    made.register_structure_hook(dt.date, _date)
    made.register_structure_hook(Decimal, _decimal)
    made.register_structure_hook(Fraction, _fraction)
    made.register_structure_hook_factory(attrs.has, lambda cls: _class_hook(cls, made))
    made.register_structure_hook_factory(_is_tuple, lambda kind: _tuple_hook(kind, made))
    made.register_structure_hook_factory(_is_union, lambda kind: _union_hook(kind, made))
    made.register_structure_hook_factory(lambda kind: kind in _OPEN, lambda kind: _open_hook(kind, made))
    made.register_unstructure_hook_factory(lambda kind: kind in _OPEN, lambda _: _open_plain(made))
    made.register_unstructure_hook(dt.date, dt.date.isoformat)
    made.register_unstructure_hook(Decimal, str)
    made.register_unstructure_hook(Fraction, str)
    made.register_unstructure_hook_factory(attrs.has, lambda cls: _plain_hook(cls, made))
    made.register_unstructure_hook_factory(_is_tuple, lambda kind: _list_hook(kind, made))
    made.register_unstructure_hook_factory(_is_union, lambda kind: _tagged(kind, made))
    return made


def _as_it_is(value: Any, _: Any) -> Any:
    """Pass a primitive on: the noun's own validator judges it."""
    return value


def _date(value: Any, _: Any) -> dt.date:
    if value.__class__ is str and len(value) == len("2016-01-01") and value[4] == value[7] == "-":
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise InvalidValueError(f"{show(value)} is not a date (YYYY-MM-DD)")


_is_decimal = re.compile(r"-?[0-9]{1,60}(\.[0-9]{1,60})?([Ee][+-]?[0-9]{1,2})?").fullmatch
_is_fraction = re.compile(r"-?[0-9]{1,60}(/0*[1-9][0-9]{0,60})?").fullmatch


def _decimal(value: Any, _: Any) -> Decimal:
    if value.__class__ is str and _is_decimal(value):
        return Decimal(value)
    hint = f': write it as text, "{value}", so that it stays exact' if isinstance(value, int | float) else ""
    raise InvalidValueError(f"{show(value)} is not a decimal number in text{hint}")


def _fraction(value: Any, _: Any) -> Fraction:
    if value.__class__ is str and _is_fraction(value):
        return Fraction(value)
    raise InvalidValueError(f'{show(value)} is not a fraction in text, such as "1/3"')


def _enums() -> list[type[enum.Enum]]:
    """Give the enumerations of the model: they are text to Python, so each needs a hook of its own."""
    named = (getattr(module, name) for module in (model, dates) for name in module.__all__)
    return [kind for kind in named if isinstance(kind, type) and issubclass(kind, enum.Enum)]


def _enum_hook(kind: type[enum.Enum]) -> Hook:
    by_value = {member.value: member for member in kind}

    def hook(value: Any, _: Any) -> enum.Enum:
        try:
            return by_value[value]
        except (KeyError, TypeError):
            near = near_matches(value, by_value) if isinstance(value, str) else ()
            hint = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(map(repr, by_value))}"
            raise InvalidValueError(f"{show(value)} is no {tag_of(kind).replace('-', ' ')}; {hint}") from None

    return hook


@cache
def _resolved(cls: type) -> type:
    return attrs.resolve_types(cls)


def _class_hook(cls: type, converter: Converter) -> Hook:
    _resolved(cls)
    if not converter.detailed_validation:
        return make_dict_structure_fn(cls, converter)
    overrides: Any = {field.name: override(struct_hook=_checked(field, converter)) for field in attrs.fields(cls)}
    structure: Hook = make_dict_structure_fn(cls, converter, **overrides)

    def hook(value: Any, kind: Any) -> Any:
        if value.__class__ is not dict:
            raise InvalidValueError(f"{show(value)} is not an object (expected a {tag_of(cls).replace('-', ' ')})")
        return structure(value, kind)

    return hook


def _plain_hook(cls: type, converter: Converter) -> Callable[[Any], Any]:
    """Write the function that turns a noun into a dict, as cattrs does, but asking ``is not None`` and not ``!= None``.

    Comparing a noun with ``None`` calls its ``__ne__``, which costs a fifth of the whole.
    """
    names: dict[str, Any] = {}
    lines = ["def plain(noun):", "    made = {}"]
    for field in attrs.fields(_resolved(cls)):
        name, read = field.name, f"noun.{field.name}"
        names[f"hook_{name}"], names[f"default_{name}"] = converter.get_unstructure_hook(field.type), field.default
        value = read if _is_primitive(field.type) else f"hook_{name}({read})"
        condition = f"{read} is not None" if field.default is None else f"{read} != default_{name}"
        optional = "" if field.default is attrs.NOTHING else f"if {read if field.default == () else condition}: "
        lines.append(f"    {optional}made[{name!r}] = {value}")
    exec("\n".join((*lines, "    return made")), names)  # noqa: S102 - only our own nouns' field names are in it
    made: Callable[[Any], Any] = names["plain"]
    return made


def _is_primitive(kind: Any) -> bool:
    """Tell whether JSON takes the value as it is: text (enumerations too), whole numbers, booleans, or nothing."""
    options = get_args(kind) if isinstance(kind, types.UnionType) else (kind,)
    return all(option in {str, int, bool, types.NoneType} or option in _enums() for option in options)


def _checked(field: "attrs.Attribute[Any]", converter: Converter) -> Hook:
    """Structure a field and run its validator at once, so that a bad value is reported at its own path."""

    def hook(value: Any, kind: Any) -> Any:
        made = converter.get_structure_hook(kind)(value, kind)
        try:
            if field.validator is not None:
                field.validator(None, field, made)
        except InvalidValueError as error:
            raise InvalidValueError(error.reason) from None
        except AttributeError:
            pass  # it compares with another field of the noun: the constructor will run it
        return made

    return hook


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _tuple_hook(kind: Any, converter: Converter) -> Hook:
    item_kind = get_args(kind)[0]
    item_hook: Any = converter.get_structure_hook(item_kind)
    plain = item_hook is _as_it_is

    def hook(value: Any, _: Any) -> tuple[Any, ...]:
        if value.__class__ is not list:
            raise InvalidValueError(f"{show(value)} is not an array")
        return tuple(value) if plain else tuple([item_hook(item, item_kind) for item in value])

    def gathering_hook(value: Any, _: Any) -> tuple[Any, ...]:
        if value.__class__ is not list:
            raise InvalidValueError(f"{show(value)} is not an array")
        made: list[Any] = []
        errors: list[Exception] = []
        for index, item in enumerate(value):
            try:
                made.append(item_hook(item, item_kind))
            except Exception as error:  # noqa: BLE001 - every problem is gathered
                error.add_note(IterableValidationNote("", index, item_kind))
                errors.append(error)
                if count_problem():
                    break
        if errors:
            raise IterableValidationError("items", errors, tuple)  # pyright: ignore[reportCallIssue] - cattrs adds one
        return tuple(made)

    return gathering_hook if converter.detailed_validation else hook


def _list_hook(kind: Any, converter: Converter) -> Callable[[Any], Any]:
    item_kind = get_args(kind)[0]
    if item_kind is str:
        return list
    hook = converter.get_unstructure_hook(item_kind)
    if _is_union(item_kind):  # a cell of a table may be empty
        return lambda items: [None if item is None else hook(item) for item in items]
    return lambda items: [hook(item) for item in items]


def _is_union(kind: Any) -> bool:
    return isinstance(kind, types.UnionType)


def _union_hook(kind: Any, converter: Converter) -> Hook:
    """Structure ``X | None``, and unions of nouns by their tag ``type``."""
    options = [option for option in get_args(kind) if option is not types.NoneType]
    nullable = len(options) != len(get_args(kind))
    hook = _sole_hook(options[0], converter) if len(options) == 1 else _tag_hook(options, converter)
    if not nullable or hook is _as_it_is:
        return hook
    return lambda value, _: None if value is None else hook(value, None)


def _sole_hook(option: Any, converter: Converter) -> Hook:
    hook: Any = converter.get_structure_hook(option)
    return hook if hook is _as_it_is else lambda value, _: hook(value, option)


def _tag_hook(options: list[type], converter: Converter) -> Hook:
    by_tag = {tag_of(option): (converter.get_structure_hook(option), option) for option in options}

    def hook(value: Any, _: Any) -> Any:
        if value.__class__ is not dict:
            raise InvalidValueError(f"{show(value)} is not an object with a 'type'")
        rest = dict(value)
        tag = rest.pop("type", None)
        if tag.__class__ is not str or tag not in by_tag:
            said = "has no 'type'" if tag is None else f"{show(tag)} is no type here"
            raise InvalidValueError(f"{said}; use one of {', '.join(map(repr, by_tag))}")
        structure, option = by_tag[tag]
        return structure(rest, option)

    return hook


def _open_hook(opener: type, converter: Converter) -> Hook:
    """Structure a key or a step by its tag; the classes are asked for when a document is read."""

    def hook(value: Any, _: Any) -> Any:
        kinds = kinds_of(opener)
        if value.__class__ is not dict:
            raise InvalidValueError(f"{show(value)} is not an object with a 'type'")
        rest = dict(value)
        tag = rest.pop("type", None)
        if tag.__class__ is not str or tag not in kinds:
            near = near_matches(tag, kinds, most=1) if isinstance(tag, str) else ()
            hint = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(map(repr, sorted(kinds)))}"
            said = "has no 'type'" if tag is None else f"{show(tag)} is no known {tag_of(opener)}"
            raise InvalidValueError(f"{said}; {hint}")
        return converter.get_structure_hook(kinds[tag])(rest, kinds[tag])

    return hook


def _open_plain(converter: Converter) -> Callable[[Any], Any]:
    def unstructure(value: Any) -> Any:
        kind = value.__class__
        return {"type": tag_of(kind), **converter.get_unstructure_hook(kind)(value)}

    return unstructure


def _tagged(kind: Any, converter: Converter) -> Callable[[Any], Any]:
    """Unstructure a union; never asked for ``None``: a nullable field leaves it out, and a list takes care of it."""
    options = [option for option in get_args(kind) if option is not types.NoneType]
    if len(options) == 1:
        return converter.get_unstructure_hook(options[0])
    by_class = {option: (tag_of(option), converter.get_unstructure_hook(option)) for option in options}

    def unstructure(value: Any) -> Any:
        tag, hook = by_class[value.__class__]
        return {"type": tag, **hook(value)}

    return unstructure
