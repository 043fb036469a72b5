"""The assumptions of a noun by name (antagandenas namn)."""

# Fields of any kind pass through here, so their types are not known to a checker.
# pyright: basic

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.scale.assumption import Assumption
from familjen.scale.curves.sums import SumOfCurves

__all__ = ["Given", "Numbers", "assumptions_of", "base_numbers", "below", "with_numbers"]

Floats = NDArray[np.float64]

Given = Mapping[str, Floats]
"""Numbers for assumptions, by name: arrays that broadcast."""

Numbers = dict[str, Floats]
"""A number for each assumption, by name."""


def assumptions_of(noun: Any, path: str = "") -> dict[str, Assumption]:
    """Give each assumption that a noun holds, however deep, by its path.

    >>> from familjen.scale.cooperating import Cooperating, Meetings
    >>> meetings = Meetings(10, hours=3, rate=500)
    >>> sorted(assumptions_of(Cooperating(meetings=(meetings,)), "cooperating"))[-3:]
    ['cooperating.per_pair', 'cooperating.transition', 'cooperating.transition_per_member']
    """
    if isinstance(noun, Assumption):
        return {path: noun}
    parts: list[tuple[str, Any]]
    if isinstance(noun, SumOfCurves):
        parts = [(f"{path}.{name}".removeprefix("."), curve) for name, curve in noun.parts]
    elif isinstance(noun, tuple):
        parts = [(f"{path}[{place}]", item) for place, item in enumerate(noun)]
    elif attrs.has(type(noun)):
        parts = [
            (f"{path}.{field.name}".removeprefix("."), getattr(noun, field.name)) for field in attrs.fields(type(noun))
        ]
    else:
        return {}
    found: dict[str, Assumption] = {}
    for name, part in parts:
        found |= assumptions_of(part, name)
    return found


def with_numbers(noun: Any, numbers: Mapping[str, Decimal], path: str = "") -> Any:
    """Give the same noun with other numbers for some assumptions, certain then, by their paths.

    >>> from familjen.scale.curves import FixedVariable
    >>> with_numbers(FixedVariable(100, 2), {"variable": Decimal(3)}).variable
    Assumption(3, assumed)
    """
    if isinstance(noun, Assumption):
        if path not in numbers:
            return noun
        return attrs.evolve(noun, base=numbers[path], low=None, high=None)
    if isinstance(noun, SumOfCurves):
        named = [(name, f"{path}.{name}".removeprefix("."), curve) for name, curve in noun.parts]
        return attrs.evolve(noun, parts=[(name, with_numbers(curve, numbers, at)) for name, at, curve in named])
    if isinstance(noun, tuple):
        return tuple([with_numbers(item, numbers, f"{path}[{place}]") for place, item in enumerate(noun)])
    if not attrs.has(type(noun)):
        return noun
    cls: Any = type(noun)
    changed: dict[str, Any] = {}
    for field in attrs.fields(cls):
        before = getattr(noun, field.name)
        after = with_numbers(before, numbers, f"{path}.{field.name}".removeprefix("."))
        if after != before:
            changed[field.name] = after
    return attrs.evolve(noun, **changed) if changed else noun


def below(numbers: Mapping[str, Floats], path: str) -> Numbers:
    """Give the numbers of what lies below a path, by the rest of their names.

    >>> below({"curve.fixed": np.array(1.0), "other": np.array(2.0)}, "curve")
    {'fixed': array(1.)}
    """
    start = f"{path}."
    return {name.removeprefix(start): value for name, value in numbers.items() if name.startswith(start)}


def base_numbers(noun: Any) -> Numbers:
    """Give the base of each assumption that a noun holds, by its path.

    >>> from familjen.scale.curves import FixedVariable
    >>> base_numbers(FixedVariable(100, 2))
    {'fixed': array(100.), 'variable': array(2.)}
    """
    return {name: np.asarray(float(each.base)) for name, each in assumptions_of(noun).items()}
