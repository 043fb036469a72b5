"""Integrals of vectors from 0 to 1, as nearly as is asked for (integraler)."""

import heapq
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

__all__ = ["integral"]

Floats = NDArray[np.float64]
Integrand = Callable[[float], Floats]

_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(20)


def integral(function: Integrand, tolerance: Callable[[Floats], float], *, most: int = 400) -> tuple[Floats, float]:
    """Integrate by Gauss and Legendre's rule, halving where it errs most, until the error is within the tolerance.

    The error is the difference that halving makes, summed over the parts and the vector's components: for a function
    that is smooth within each part it is far above the true one.

    Args:
        function: What is integrated, a vector; never asked at 0 or at 1.
        tolerance: How large an error may be, from the integral so far.
        most: How many times a part is halved at most.

    Returns:
        The integral, and the error: above the tolerance where it was not reached.

    >>> area, error = integral(lambda point: np.array([point**3]), lambda _: 1e-12)
    >>> round(float(area[0]), 12), error < 1e-12
    (0.25, True)
    """
    parts = [_part(function, 0.0, 1.0, _rule(function, 0.0, 1.0))]
    for _ in range(most):
        found, error = _together(parts)
        if error <= tolerance(found):
            break
        _, low, high, (left, right) = heapq.heappop(parts)
        middle = (low + high) / 2
        heapq.heappush(parts, _part(function, low, middle, left))
        heapq.heappush(parts, _part(function, middle, high, right))
    return _together(parts)


Part = tuple[float, float, float, tuple[Floats, Floats]]


def _part(function: Integrand, low: float, high: float, whole: Floats) -> Part:
    """Give a part with its error first, below zero so that the largest comes first, and the integrals of its halves."""
    middle = (low + high) / 2
    halves = _rule(function, low, middle), _rule(function, middle, high)
    return -float(np.abs(halves[0] + halves[1] - whole).sum()), low, high, halves


def _rule(function: Integrand, low: float, high: float) -> Floats:
    points = (low + high) / 2 + (high - low) / 2 * _NODES
    total: Floats = (high - low) / 2 * (_WEIGHTS @ np.array([function(float(point)) for point in points]))
    return total


def _together(parts: list[Part]) -> tuple[Floats, float]:
    found: Floats = np.sum([half for *_, halves in parts for half in halves], axis=0)
    return found, -sum(error for error, *_ in parts)
