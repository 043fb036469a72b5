"""What comes of a cooperation under many sets of numbers at once (utfall)."""

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.scale.discounting import Discounting
from familjen.scale.naming import Given
from familjen.scale.reading import read_given
from familjen.scale.service import ServiceCost

__all__ = ["RATE", "Outcomes", "outcomes", "settled"]

Floats = NDArray[np.float64]

RATE = "discounting.rate"
"""What the discount rate is called among the assumptions."""
_ROUNDING = 1e-9


@attrs.frozen(eq=False)
class Outcomes:
    """What each party pays alone, and what all pay together, for k sets of numbers (utfall).

    What is saved is free of the rounding of floats, so that a cost in proportion to size saves nothing at all.

    >>> one = np.ones(1)
    >>> Outcomes(np.array([[0.1, 0.2]]), 0.3 * one, 0 * one, one).saving
    array([0.])
    >>> Outcomes(np.array([[3.0, 5.0]]), 6 * one, one, 2 * one).nets(np.array([0.5, 0.5]))
    array([[-0.5,  3.5]])
    """

    alone: Floats
    """What each party pays a year alone, in kronor: shape (k, n)."""
    together: Floats
    """What all pay a year together: shape (k,)."""
    once: Floats
    """What starting costs once: shape (k,)."""
    worth: Floats
    """What a krona saved in every year of the horizon is worth before the first: shape (k,)."""

    @property
    def paid(self) -> Floats:
        """What all pay a year, each alone: shape (k,)."""
        found: Floats = self.alone.sum(axis=1)
        return found

    @property
    def saving(self) -> Floats:
        """What all save a year, in kronor; below zero they lose: shape (k,)."""
        return settled(self.paid - self.together, self.paid)

    @property
    def net(self) -> Floats:
        """What all save over the horizon, counted before the first year, less what starting costs: shape (k,)."""
        return settled(self.saving * self.worth - self.once, self.paid * self.worth + self.once)

    def savings(self, shares: Floats) -> Floats:
        """Give what each party saves a year where the whole is split in fixed shares that sum to one: shape (k, n)."""
        return settled(self.alone - self.together[:, None] * shares, self.alone)

    def nets(self, shares: Floats) -> Floats:
        """Give what each saves over the horizon, less its share of what starting costs: shape (k, n)."""
        once, worth = self.once[:, None], self.worth[:, None]
        room = self.alone * worth + once * np.abs(shares)
        return settled(self.savings(shares) * worth - once * shares, room)

    def rounding(self) -> tuple[float, float]:
        """Give what is the rounding of floats, of what all save a year and over the horizon, in kronor."""
        return _ROUNDING * float(self.paid.max()), _ROUNDING * float((self.paid * self.worth + self.once).max())


def settled(amounts: Floats, paid: Floats) -> Floats:
    """Take for zero what is less than a thousand-millionth of what is paid: that is the rounding of floats.

    >>> settled(np.array([1e-4, 1.0]), np.array([1e6, 1e6])).tolist()
    [0.0, 1.0]
    """
    return np.where(np.abs(amounts) <= _ROUNDING * paid, 0.0, amounts)


def outcomes(
    service: ServiceCost, given: Given, *, discounting: Discounting | None = None, horizon: int = 10
) -> Outcomes:
    """Reckon a cooperation of all parties under many sets of numbers (utfall).

    Args:
        service: What the service costs.
        given: Numbers for assumptions, by name as in `ServiceCost.assumptions` and ``discounting.rate``: shape (k,).
            Those not given are at their base.
        discounting: How later years are counted; each krona alike unless given.
        horizon: How many years.

    Raises:
        UnknownIdError: There is no such assumption.
        InvalidValueError: Numbers are no rows of one length or not finite, or the horizon is none.

    Complexity: O(k·n) for the curves.

    >>> from familjen.scale import PowerCurve
    >>> service = ServiceCost.of({"A": 10_000, "B": 10_000}, PowerCurve(100))
    >>> outcomes(service, {"curve.elasticity": np.array([0.0, -0.1])}).saving.round().tolist()
    [0.0, 53320.0]
    """
    counting = Discounting() if discounting is None else discounting
    number = len(service.parties)
    _, draws = read_given(given, (*service.assumptions, RATE))
    many = draws[0] if draws else 1
    own = {name: value for name, value in given.items() if name != RATE}
    groups = np.vstack([np.eye(number, dtype=np.bool_), np.ones((1, number), dtype=np.bool_)])
    costs = np.broadcast_to(service.many(groups, own), (many, number + 1))
    rate = {"rate": np.asarray(given.get(RATE, float(counting.rate.base)), dtype=np.float64)}
    worth = np.broadcast_to(counting.factors(horizon, rate).sum(axis=-1), (many,))
    once = np.broadcast_to(service.once(groups[-1:], own), (many, 1))[:, 0]
    return Outcomes(costs[:, :-1], costs[:, -1], once, worth)
