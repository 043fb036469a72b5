"""Costs that grow by a function of a user's own (egen kurva)."""

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import attrs
import numpy as np

from familjen.errors import InvalidValueError
from familjen.games.compact.game import Floats
from familjen.games.compact.scale_curve import ScaleCurve
from familjen.games.game import sums
from familjen.validators import show

__all__ = ["Concave"]

_TOLERANCE = 1e-11
_SMALL = 10
_TRIED = 20_000


def _tried_sizes(weights: Sequence[Fraction]) -> Floats:
    """Give sizes that coalitions reach, sorted from zero: all of few players, of many some that are reached in turn."""
    size = np.array([float(weight) for weight in weights])
    if len(size) <= _SMALL:
        return np.unique(sums(size))
    orders = max(2, _TRIED // len(size))
    shuffled = np.random.default_rng(0).permuted(np.tile(size, (orders, 1)), axis=1)
    shuffled[0], shuffled[1] = np.sort(size), np.sort(size)[::-1]
    return np.unique(np.concatenate([[0.0], size, shuffled.cumsum(axis=1).ravel()]))


def _is_function(_: object, __: object, value: Any) -> None:
    if not callable(value):
        reason = f"{show(value)} is no curve; give Power, Logarithm, PiecewiseLinear or a function of a size"
        raise InvalidValueError(reason, attribute="curve")


@attrs.frozen
class Concave(ScaleCurve):
    """Any function of a size that is concave and zero at zero; it is asked for one size at a time (egen kurva).

    A game tries it at sizes that its coalitions reach, and refuses it with three of them where it bends upwards.

    Raises:
        InvalidValueError: It is no function, or gives something else than a finite number.

    >>> import math
    >>> Concave(math.tanh).many(np.array([0.0])).tolist()
    [0.0]
    """

    function: Callable[[float], float] = attrs.field(validator=_is_function)
    """What a size costs."""

    def many(self, sizes: Floats) -> Floats:
        """Give the curve at many sizes."""
        return np.array([self._at(size) for size in sizes.ravel().tolist()], dtype=np.float64).reshape(sizes.shape)

    def _at(self, size: float) -> float:
        value = self.function(size)
        try:
            number = float(value)
        except (TypeError, ValueError):
            number = math.nan
        if not math.isfinite(number):
            reason = f"the curve is {show(value)} at {size:,.12g}; it has to give a finite number there"
            raise InvalidValueError(reason, attribute="curve")
        return number

    def need_concave(self, weights: Sequence[Fraction]) -> None:
        """Raise `InvalidValueError` where the function bends upwards, or is not zero at zero.

        It is tried at all sizes that coalitions of up to 10 players reach, and else at those of some orders of arrival.
        """
        sizes = _tried_sizes(weights)
        values = self.many(sizes)
        room = _TOLERANCE * float(np.abs(values).max())
        if abs(values[0]) > room:
            reason = f"the curve is {values[0]:,.12g} at 0; let it start at 0, and put that into fixed"
            raise InvalidValueError(reason, attribute="curve")
        stride = 1
        while 2 * stride < len(sizes):  # neighbours first, then ever wider apart, where small bends add up
            x, y = sizes[::stride], values[::stride]
            chord = y[:-2] + (y[2:] - y[:-2]) * ((x[1:-1] - x[:-2]) / (x[2:] - x[:-2]))
            bent = chord - y[1:-1]
            worst = int(np.argmax(bent))
            if bent[worst] > room:
                at = ", ".join(f"{a:,.12g} at {b:,.12g}" for a, b in zip(y[worst:][:3], x[worst:][:3], strict=True))
                reason = f"the curve bends upwards: it is {at}; give one that grows ever more slowly (concave)"
                raise InvalidValueError(reason, attribute="curve")
            stride *= 2
