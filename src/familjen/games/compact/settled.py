"""Parts in floats that sum to the whole (delar som summerar)."""

import math

import numpy as np

from familjen.errors import CertificateError
from familjen.games.compact.game import Floats

__all__ = ["settled"]

_TOLERANCE = 1e-9


def settled(parts: Floats, whole: float, size: float, otherwise: str) -> list[float]:
    """Let parts sum to the whole, where they miss it by rounding only; what is missing goes to each by its size.

    Args:
        parts: A number for each player.
        whole: What they should sum to.
        size: The largest number of the game, which rounding is measured by.
        otherwise: What to do where they miss it by more.

    Raises:
        CertificateError: They miss it by more than a billionth of the size.

    >>> settled(np.array([1.0, 3.0]), 4.0, 4.0, "add them up anew")
    [1.0, 3.0]
    """
    left = whole - math.fsum(parts)
    if not abs(left) <= _TOLERANCE * size:
        reason = f"the parts come to {whole - left:,.12g} and the whole is {whole:,.12g}; {otherwise}"
        raise CertificateError(reason, method="shapley")
    by_size = np.abs(parts)
    total = by_size.sum()
    return [float(part) for part in (parts + left * (by_size / total) if total else parts)]
