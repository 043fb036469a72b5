"""The order in which findings stand: that of the document."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias

import attrs

from familjen.findings import Finding
from familjen.model import Cooperation

__all__ = ["by_place"]

Place: TypeAlias = tuple[tuple[int, str], ...]

_steps = re.compile(r"\.(\w+)|\[([0-9]{1,9})\]", re.ASCII).finditer
_LAST = 10**9


def by_place(coop: Cooperation) -> Callable[[Finding], tuple[Place, str, str, str]]:
    """Give a sort key for findings: their place in the cooperation's document, then code, message and hint.

    A list's items come in their own order, a noun's fields in the order of its class, and a place that is not in the
    document after those that are. Linear in the length of a path.
    """

    def key(finding: Finding) -> tuple[Place, str, str, str]:
        return _place(coop, finding.path), finding.code, finding.message, finding.hint or ""

    return key


def _place(coop: Cooperation, path: str) -> Place:
    here: Any = coop
    place: list[tuple[int, str]] = []
    for step in _steps(path):
        name, digits = step.groups()
        if name is None:
            index = int(digits)
            place.append((index, ""))
            here = here[index] if here.__class__ is tuple and index < len(here) else None
        else:
            number_of = _fields(here.__class__)
            place.append((number_of.get(name, _LAST), name))
            here = getattr(here, name) if name in number_of else None
    return tuple(place)


@cache
def _fields(cls: type) -> dict[str, int]:
    return {field.name: number for number, field in enumerate(attrs.fields(cls))} if attrs.has(cls) else {}
