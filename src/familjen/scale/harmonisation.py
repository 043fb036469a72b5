"""Levels that move to the highest (harmonisering uppåt)."""

from decimal import Decimal

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.scale.assumption import Assumption, assumed, from_to
from familjen.validators import tuple_of

__all__ = ["Harmonisation"]

Floats = NDArray[np.float64]


@attrs.frozen
class Harmonisation:
    """Wages or levels of service that move to the highest among the members (harmonisering uppåt).

    Of the service's cost a share follows the level. In a group that share grows by as much as the highest level is
    above the members' own, weighed by size: cost · (1 + share · (highest / mean − 1)).

    Raises:
        InvalidValueError: The share is not from 0 to 1, or a level not above zero.

    >>> wages = Harmonisation(0.7, levels=(Decimal(36_000), Decimal(40_000)))
    >>> round(float(wages.factor(np.array([[1.0, 1.0]]), np.array([1.0, 1.0]), np.array(0.7))[0]), 6)
    1.036842
    """

    share: Assumption = attrs.field(converter=assumed, validator=from_to(0, 1))
    """The share of the service's cost that follows the level, such as that of wages."""
    levels: tuple[Decimal, ...] = attrs.field(kw_only=True, validator=tuple_of(Decimal))
    """Each party's level today, in any measure above zero, in the order of the parties."""

    def __attrs_post_init__(self) -> None:
        for level in self.levels:
            if not (level.is_finite() and level > 0):
                reason = f"a level is {level}; give a number above zero"
                raise InvalidValueError(reason, owner="Harmonisation", attribute="levels")

    def factor(self, members: Floats, sizes: Floats, share: Floats) -> Floats:
        """Give what groups' cost is multiplied by, for rows of members and each party's size."""
        levels = np.array([float(level) for level in self.levels])
        highest = (members * levels).max(axis=1)
        mean = members @ (sizes * levels) / (members @ sizes)
        found: Floats = 1 + share * (highest / mean - 1)
        return found
