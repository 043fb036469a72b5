"""The assumptions of a noun by name (antagandenas namn)."""

# Fields of any kind pass through here, so their types are not known to a checker.
# pyright: basic

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.scale.assumption import Assumption, limits_of
from familjen.scale.curves.curve import CostCurve

__all__ = ["Given", "Limits", "Numbers", "assumptions_of", "base_numbers", "below", "limits_in", "with_numbers"]

Floats = NDArray[np.float64]

Limits = tuple[float, float]
_PLAIN = (str, float, int, Decimal)
"""Tuples of these hold no assumptions, and may be long."""

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
    return {name: each for name, (each, _) in _walked(noun, path).items()}


def limits_in(noun: Any, path: str = "") -> dict[str, Limits]:
    """Give from what to what each assumption that a noun holds may go, however deep, by its path.

    They are what the fields allow, such as a share from 0 to 1, not the range that somebody assumes. What must be above
    a number has that number as its limit.

    >>> from familjen.scale.curves import PowerCurve
    >>> limits_in(PowerCurve(1), "curve")["curve.elasticity"]
    (-1, 1)
    """
    return {name: limits for name, (_, limits) in _walked(noun, path).items()}


def _walked(noun: Any, path: str) -> dict[str, tuple[Assumption, Limits]]:
    """Give each assumption, and from what to what it may go; a curve itself knows those that it has."""
    found: dict[str, tuple[Assumption, Limits]] = {}
    if isinstance(noun, CostCurve):
        limits = noun.limits()
        return {_at(path, name): (each, limits[name]) for name, each in noun.parameters().items()}
    if isinstance(noun, tuple):
        nouns = noun if noun and not isinstance(noun[0], _PLAIN) else ()
        for place, item in enumerate(nouns):
            found |= _walked(item, f"{path}[{place}]")
    elif attrs.has(type(noun)):
        for field in attrs.fields(type(noun)):
            value = getattr(noun, field.name)
            if isinstance(value, Assumption):
                found[_at(path, field.name)] = (value, limits_of(field.validator))
            else:
                found |= _walked(value, _at(path, field.name))
    return found


def _at(path: str, name: str) -> str:
    return f"{path}.{name}".removeprefix(".")


def with_numbers(noun: Any, numbers: Mapping[str, Decimal], path: str = "") -> Any:
    """Give the same noun with other numbers for some assumptions, certain then, by their paths.

    >>> from familjen.scale.curves import FixedVariable
    >>> with_numbers(FixedVariable(100, 2), {"variable": Decimal(3)}).variable
    Assumption(3, assumed)
    """
    if isinstance(noun, Assumption):
        return attrs.evolve(noun, base=numbers[path], low=None, high=None) if path in numbers else noun
    if isinstance(noun, CostCurve):
        own = {name: numbers[_at(path, name)] for name in noun.parameters() if _at(path, name) in numbers}
        return noun.with_parameters(own) if own else noun
    if isinstance(noun, tuple) and noun and not isinstance(noun[0], _PLAIN):
        return tuple([with_numbers(item, numbers, f"{path}[{place}]") for place, item in enumerate(noun)])
    changed: dict[str, Any] = {}
    for field in attrs.fields(type(noun)) if attrs.has(type(noun)) else ():
        before = getattr(noun, field.name)
        after = with_numbers(before, numbers, _at(path, field.name))
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
