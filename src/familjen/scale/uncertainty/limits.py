"""From what to what each assumption of a service may go (gränser)."""

import math
from typing import Any

from familjen.errors import InvalidValueError
from familjen.scale.discounting import Discounting
from familjen.scale.naming import Limits, limits_in
from familjen.scale.outcomes import RATE
from familjen.scale.service import ServiceCost
from familjen.validators import show

__all__ = ["RATE", "limits_of_case", "read_counting"]


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


def limits_of_case(service: ServiceCost, discounting: Discounting) -> dict[str, Limits]:
    """Give from what to what each assumption of a service may go, and the discount rate (gränser).

    They are what the fields allow; see `limits_in`.

    >>> from familjen.scale import PowerCurve
    >>> limits_of_case(ServiceCost.of({"A": 1}, PowerCurve(1)), Discounting())["curve.elasticity"]
    (-1, 1)
    """
    found: dict[str, Limits] = {}
    for pool in service.pools:
        found |= limits_in(pool.curve, pool.name) | limits_in(pool.density, f"{pool.name}.density")
    for party in service.parties if service.alone is not None else ():
        found[f"alone.{party}"] = (0.0, math.inf)
    for name in ("distance", "harmonisation", "cooperating"):
        found |= limits_in(getattr(service, name), name)
    return found | limits_in(discounting, "discounting")
