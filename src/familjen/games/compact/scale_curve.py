"""How a cost grows with size, ever more slowly (skalkurvor)."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from familjen.games.compact.game import Floats

__all__ = ["ScaleCurve"]


class ScaleCurve(ABC):
    """A concave function of the size of a coalition, zero at zero: what more size costs, ever less (skalkurva).

    `Power`, `Logarithm` and `PiecewiseLinear` are concave by their making; `Concave` takes any function and is tried
    where a game reaches it.
    """

    __slots__ = ()

    @abstractmethod
    def many(self, sizes: Floats) -> Floats:
        """Give the curve at many sizes, none below zero."""

    def exactly(self, size: Fraction) -> Fraction:
        """Give the curve at one size, exactly where the class can, else the float that `many` gives."""
        return Fraction(float(self.many(np.array([float(size)]))[0]))

    def need_concave(self, weights: Sequence[Fraction]) -> None:  # noqa: B027 - most curves are concave by their making
        """Raise `InvalidValueError` where the curve is not concave, or not zero at zero, for players of these weights.

        A class whose instances all are does nothing.
        """

    def split(self, weights: Sequence[Fraction]) -> Sequence[Fraction | float] | None:  # noqa: ARG002 - for others
        """Give the Shapley value of the curve alone, for players of these weights; ``None`` without a formula."""
        return None
