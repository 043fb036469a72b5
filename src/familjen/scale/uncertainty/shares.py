"""Each party's fixed share of what all pay (andelar)."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.scale.assumption import as_decimal
from familjen.scale.reading import each_of
from familjen.scale.service import ServiceCost

__all__ = ["read_shares"]

_NEAR = Fraction(1, 10**9)


def read_shares(given: Mapping[str, Any] | None, service: ServiceCost) -> NDArray[np.float64]:
    """Read each party's share of the whole, in the order of the parties: in proportion to size where none are given.

    Raises:
        InvalidValueError: They are no mapping, a share is missing or no finite number, or they do not sum to one.
        UnknownIdError: Somebody has a share who is no party.

    >>> read_shares(None, ServiceCost.of({"Ale": 3, "Bjuv": 1}, alone={"Ale": 9, "Bjuv": 9}))
    array([0.75, 0.25])
    """
    if given is None:
        sizes = [Fraction(size) for size in service.sizes.values()]
        whole = sum(sizes, Fraction(0))
        return np.array([float(size / whole) for size in sizes])
    named = zip(service.parties, each_of(given, service.parties, "share", "shares"), strict=True)
    read = [_share(share, party) for party, share in named]
    whole = sum(read, Fraction(0))
    if abs(whole - 1) > _NEAR:
        reason = f"the shares sum to {float(whole):.12g}; give shares that sum to 1, such as 0.5 for a half"
        raise InvalidValueError(reason, attribute="shares")
    return np.array([float(share) for share in read])


def _share(share: Any, party: str) -> Fraction:
    if isinstance(share, Fraction):
        return share
    return Fraction(as_decimal(share, f"the share of {party}", "shares"))
