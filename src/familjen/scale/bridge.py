"""From a service's cost to a game, so that a saving that is found is also split (kostnadsspel av en tjänst)."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import IntractableError, InvalidValueError
from familjen.games import CostGame, ScaleGame
from familjen.games.compact import PiecewiseLinear, Power
from familjen.games.compact.scale_curve import ScaleCurve
from familjen.games.game import LIMIT
from familjen.scale.cooperating import Cooperating
from familjen.scale.curves import CostCurve, FixedVariable, PiecewiseLinearCurve, PowerCurve
from familjen.scale.service import ServiceCost, need_service

__all__ = ["to_game"]

Members = NDArray[np.bool_]
_BLOCK = 1 << 16


def to_game(service: ServiceCost, *, limit: int = LIMIT) -> CostGame | ScaleGame:
    """Make the game in which each coalition pays what the service costs it (kostnadsspel).

    A service of one curve that falls under the form of a `ScaleGame` becomes one, which is never written out, so that
    it goes for hundreds of parties: a power curve, fixed and variable cost, or points that bend downwards, and of the
    costs of cooperating nothing but ``per_further_member``. Any other becomes a table of all coalitions.

    Args:
        service: What the service costs; assumptions are at their base.
        limit: The most parties that a table is made for.

    Raises:
        InvalidValueError: It is no service.
        IntractableError: The form is another, and there are more parties than the limit.

    Complexity: O(n), or O(2ⁿ·n) for a table.

    >>> from familjen.games import shapley
    >>> service = ServiceCost.of({"Ale": 9, "Bjuv": 16}, FixedVariable(20, 1))
    >>> game = to_game(service)
    >>> type(game).__name__, game.whole, dict(shapley(game))
    ('ScaleGame', 45.0, {'Ale': 19.0, 'Bjuv': 26.0})
    """
    need_service(service)
    found = _of_form(service)
    if found is not None:
        return found
    number = len(service.parties)
    if number > limit:
        hardness = (
            f"{number} parties have 2^{number} coalitions, and this cost has no form that spares writing them out"
        )
        instead = "split by size or alone, or give a power curve or fixed and variable cost without distance"
        raise IntractableError.of("a table", f"a service of {number} parties", hardness, instead)
    masks = np.arange(1 << number)
    values = np.zeros(1 << number)
    for start in range(0, 1 << number, _BLOCK):
        some = masks[start : start + _BLOCK]
        values[start : start + _BLOCK] = service.many(_members(some, number))
    return CostGame.from_vector(service.parties, values, limit=limit)


def _members(masks: NDArray[Any], number: int) -> Members:
    found: Members = (masks[:, None] >> np.arange(number)) & 1 > 0
    return found


def _of_form(service: ServiceCost) -> ScaleGame | None:
    """Give the game of scale that the service is; ``None`` where it is none."""
    pool = service.pools[0]
    link = service.cooperating.per_further_member.base
    plain = attrs.evolve(service.cooperating, per_further_member=0)
    more = service.alone is not None or service.distance is not None or service.harmonisation is not None
    if len(service.pools) > 1 or pool.density is not None or more or not _is_nothing(plain):
        return None
    form = _form(pool.curve)
    if form is None:
        return None
    curve, fixed = form
    if link > fixed:
        return None
    reference = Fraction(pool.curve.reference) if isinstance(pool.curve, PowerCurve) else 1
    weights = {party: Fraction(size) / reference for party, size in service.sizes.items()}
    return ScaleGame.of(weights, curve, fixed=fixed, link=link)


def _is_nothing(cooperating: Cooperating) -> bool:
    groups = np.array([2.0, 3.0, 5.0])
    return not (cooperating.yearly(groups, np.ones(3)).any())


def _form(curve: CostCurve) -> tuple[ScaleCurve, Decimal] | None:
    """Give the concave curve and the fixed cost of a kind that has them."""
    if isinstance(curve, PowerCurve) and -1 < curve.elasticity.base <= 0:
        return Power(curve.coefficient.base, 1 + curve.elasticity.base), Decimal(0)
    if isinstance(curve, FixedVariable):
        return Power(curve.variable.base, 1), curve.fixed.base
    if isinstance(curve, PiecewiseLinearCurve):
        return _bent(curve)
    return None


def _bent(curve: PiecewiseLinearCurve) -> tuple[ScaleCurve, Decimal] | None:
    """Give the curve above its fixed cost, where each line is flatter than the one before; else ``None``."""
    fixed = curve.fixed.base
    try:
        return PiecewiseLinear.of({size: Fraction(cost) - Fraction(fixed) for size, cost in curve.points}), fixed
    except InvalidValueError:
        return None
