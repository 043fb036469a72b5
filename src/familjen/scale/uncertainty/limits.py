"""From what to what each assumption of a service may go (gränser)."""

# Fields of any kind pass through here, so their types are not known to a checker.
# pyright: basic

import math
from typing import Any

import attrs

from familjen.errors import InvalidValueError
from familjen.scale.assumption import Assumption, limits_of
from familjen.scale.curves import PiecewiseLinearCurve, SumOfCurves
from familjen.scale.discounting import Discounting
from familjen.scale.outcomes import RATE
from familjen.scale.service import ServiceCost
from familjen.validators import show

__all__ = ["RATE", "assumptions_of_case", "limits_of_case", "read_counting"]

Limits = dict[str, tuple[float, float]]


def read_counting(discounting: Any) -> Discounting:
    """Read how later years are counted: each krona alike where nothing is given.

    Raises:
        InvalidValueError: It is no `Discounting`.

    >>> read_counting(None).rate
    Assumption(0, assumed)
    """
    if discounting is None:
        return Discounting()
    if not isinstance(discounting, Discounting):
        reason = f"{show(discounting)} is no Discounting; give Discounting(0.03) for 3 per cent a year"
        raise InvalidValueError(reason, attribute="discounting")
    return discounting


def assumptions_of_case(service: ServiceCost, discounting: Discounting) -> dict[str, Assumption]:
    """Give every assumption of a service by name, the discount rate among them."""
    return {**service.assumptions, RATE: discounting.rate}


def limits_of_case(service: ServiceCost, discounting: Discounting) -> Limits:
    """Give from what to what each assumption of a service may go, and the discount rate (gränser).

    They are what the fields allow, such as a share from 0 to 1, not the range that somebody assumes. What must be above
    a number has that number as its limit.

    >>> from familjen.scale import PowerCurve
    >>> limits_of_case(ServiceCost.of({"A": 1}, PowerCurve(1)), Discounting())["curve.elasticity"]
    (-1, 1)
    """
    found: Limits = {}
    for pool in service.pools:
        found |= _within(pool.curve, pool.name) | _within(pool.density, f"{pool.name}.density")
    for party in service.parties if service.alone is not None else ():
        found[f"alone.{party}"] = (0.0, math.inf)
    for name in ("distance", "harmonisation", "cooperating"):
        found |= _within(getattr(service, name), name)
    return found | _within(discounting, "discounting")


def _within(noun: Any, path: str) -> Limits:
    found: Limits = {}
    if isinstance(noun, SumOfCurves):
        for name, curve in noun.parts:
            found |= _within(curve, f"{path}.{name}")
    elif isinstance(noun, tuple):
        for place, item in enumerate(noun):
            found |= _within(item, f"{path}[{place}]")
    elif attrs.has(type(noun)):
        for field in attrs.fields(type(noun)):
            value = getattr(noun, field.name)
            if isinstance(value, Assumption):
                found[f"{path}.{field.name}"] = limits_of(field.validator)
            else:
                found |= _within(value, f"{path}.{field.name}")
    if isinstance(noun, PiecewiseLinearCurve):  # a cost that is fixed is at most that of the first point
        found[f"{path}.fixed"] = (0.0, float(noun.points[0][1]))
    return found
