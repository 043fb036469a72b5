"""The kinds of keys and steps that documents can hold; users add their own."""

import re
from collections.abc import Mapping
from functools import cache
from typing import TypeVar

import attrs

from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["kinds_of", "register", "tag_of"]

C = TypeVar("C")

_registered: dict[type, dict[str, type]] = {}


def tag_of(cls: type) -> str:
    """Give the name of a class in documents.

    >>> from familjen.model import ForeignMunicipality
    >>> tag_of(ForeignMunicipality)
    'foreign-municipality'
    """
    return _tag(cls.__name__)


@cache
def _tag(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def register(cls: type[C]) -> type[C]:
    """Let clauses and their documents hold a key or step of this class; use it as a decorator, on top of attrs'.

    Raises:
        InvalidValueError: It is no attrs class, extends neither `Key` nor `Step`, has no ``text``, or bears the name of
            another one.

    >>> from familjen.model import Key
    >>> @register
    ... @attrs.frozen
    ... class ByArea(Key):
    ...     def text(self, lang="en"):
    ...         return "efter areal" if lang == "sv" else "by area"
    >>> kinds_of(Key)["by-area"] is ByArea
    True
    """
    from familjen.model.keys.key import Key
    from familjen.model.steps.step import Step

    given: object = cls
    if not isinstance(given, type) or not attrs.has(given):
        raise InvalidValueError(f"{show(given)} is not an attrs class; put @attrs.frozen under @register")
    for opener in (Key, Step):
        if issubclass(cls, opener):
            _need_own_text(cls, opener)
            named = _registered.setdefault(opener, {})
            former = named.get(tag_of(cls))
            if former is not None and (former.__module__, former.__qualname__) != (cls.__module__, cls.__qualname__):
                reason = (
                    f"{former.__module__}.{former.__qualname__} is already called {tag_of(cls)!r}; rename the class"
                )
                raise InvalidValueError(reason)
            named[tag_of(cls)] = cls
            return cls
    raise InvalidValueError(f"{cls.__name__} extends neither Key nor Step")


def _need_own_text(cls: type, opener: type) -> None:
    if vars(opener)["text"] is getattr(cls, "text", None):
        raise InvalidValueError(f"{cls.__name__} has no text(lang) that says in words what it is")


def kinds_of(opener: type) -> Mapping[str, type]:
    """Give the classes of keys (`Key`) or steps (`Step`) by their names in documents."""
    return _registered.get(opener, {})
