"""Aumann–Shapley prices (Aumann–Shapley-priser)."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from familjen.errors import CertificateError, InvalidValueError
from familjen.games.coalition import Player
from familjen.games.number import Number
from familjen.games.production.bundle_game import BundleGame
from familjen.games.production.demands import need_function
from familjen.games.production.integral import integral
from familjen.games.shares import CostShares
from familjen.validators import show

__all__ = ["aumann_shapley_prices"]

Floats = NDArray[np.float64]
Gradient = Callable[[Floats], Any]

STEP = 1e-3
POWER = 4


def aumann_shapley_prices(
    cost: Callable[[Floats], Number],
    demands: Mapping[Player, Number],
    *,
    gradient: Gradient | None = None,
    tolerance: float = 1e-10,
) -> CostShares:
    """Share by the mean marginal cost of each good, as all demands grow together from nothing (Aumann–Shapley-priser).

    Each player demands a good of its own. A good's price is its marginal cost, meaned along the diagonal from nothing
    to what is demanded; a share is the price times the demand, and the shares sum to the cost. It is the Shapley value
    of a game in which every unit is a player. Of one good that all demand, the price is the average cost.

    The integral is by Gauss and Legendre's rule on parts that are halved until it is within the tolerance; it stands
    marginal costs that have no limit at nothing, such as that of a root. Without a gradient the marginal costs are told
    from the cost at four points each. That the shares sum to the cost is then the proof, of the gradient too.

    Complexity: 60 gradients where costs are smooth, more where they are not; without one, 4 costs for each player.

    Source: Billera and Heath, "Allocation of shared costs: a set of axioms yielding a unique procedure", Mathematics of
    Operations Research 7 (1982), pp. 32-39; Mirman and Tauman, "Demand compatible equitable cost sharing prices", same
    volume, pp. 40-56.

    Args:
        cost: What a bundle costs: an array of how much of each good, in the players' order; nothing costs nothing.
        demands: How much each player demands of its good, zero or more.
        gradient: The marginal cost of each good, in the same order, at a bundle.
        tolerance: How far the shares may come from the cost, relative to it.

    Raises:
        InvalidValueError: The cost or gradient is no function, or gives no finite numbers; nobody demands, or a demand
            is below zero or not finite; producing nothing costs something; or the tolerance is not between 0 and 1.
        CertificateError: The shares do not come to the cost within the tolerance, or the integral is not told so
            nearly: costs jump, or the gradient is not of this cost.

    >>> shares = aumann_shapley_prices(lambda bundle: bundle[0] * bundle[1] + bundle[1] ** 2, {"water": 2, "sewage": 3})
    >>> {good: round(share, 9) for good, share in shares.items()}
    {'water': 3.0, 'sewage': 12.0}
    """
    game = BundleGame.of(cost, demands)
    if not isinstance(tolerance, float) or not 0 < tolerance < 1:
        raise InvalidValueError(f"{show(tolerance)} is no part of 1, such as 1e-10", attribute="tolerance")
    nothing = game.costs(np.zeros(len(game.players)))
    if nothing:
        reason = f"nothing costs {float(nothing):g}; take what does not depend on demand away, and share it apart"
        raise InvalidValueError(reason, attribute="cost")
    if gradient is not None:
        need_function(gradient, "gradient")
    growth = _differences(game) if gradient is None else _marginal(game, gradient)
    # the way is gone by the fourth power, which is slow at the start: there the gradient may have no limit
    shares, error = integral(
        lambda way: POWER * way ** (POWER - 1) * growth(way**POWER), lambda found: tolerance * _size(game, found) / 10
    )
    _prove(game, shares, error, tolerance)
    return CostShares.of(game, shares, "aumann_shapley_prices")


def _marginal(game: BundleGame, gradient: Gradient) -> Callable[[float], Floats]:
    """Give each demand times its marginal cost, at a part of the way."""
    amounts = game.amounts()

    def growth(part: float) -> Floats:
        slope = np.asarray(gradient(part * amounts))
        if slope.shape != amounts.shape or slope.dtype.kind not in "fiu" or not np.isfinite(slope).all():
            reason = f"the gradient is {show(slope)}; give a finite number for each of {len(amounts)} goods"
            raise InvalidValueError(reason, attribute="gradient")
        found: Floats = amounts * slope
        return found

    return growth


def _differences(game: BundleGame) -> Callable[[float], Floats]:
    """Tell it from the cost a thousandth and two thousandths to each side, exactly for powers up to the fourth."""
    amounts = game.amounts()

    def at(part: float, place: int, steps: int) -> float:
        bundle = part * amounts
        bundle[place] *= 1 + steps * STEP
        return game.float_cost(bundle)

    def growth(part: float) -> Floats:
        found = np.zeros(len(amounts))
        for place in np.flatnonzero(amounts).tolist():
            near = at(part, place, 1) - at(part, place, -1)
            far = at(part, place, 2) - at(part, place, -2)
            found[place] = (8 * near - far) / (12 * STEP * part)
        return found

    return growth


def _size(game: BundleGame, shares: Floats) -> float:
    return max(abs(game.whole), float(np.abs(shares).sum()))


def _prove(game: BundleGame, shares: Floats, error: float, tolerance: float) -> None:
    room = tolerance * _size(game, shares)
    off = abs(float(shares.sum()) - game.whole)
    if max(off, error) > room:
        sentence = (
            f"the shares come to {float(shares.sum()):,.12g}, told within {error:.3g}, and the cost is "
            f"{game.whole:,.12g}; see that the cost has no jumps and that the gradient is of this cost, or raise "
            "the tolerance"
        )
        raise CertificateError(sentence, method="aumann_shapley_prices")
