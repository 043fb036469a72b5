"""Costs with scale benefits: a fixed part, parts of each, and a curve of the size (skalfördelar)."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Any, ClassVar

import attrs
import numpy as np

from familjen.amounts.exact import shown
from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, players_of
from familjen.games.compact.each import read_each
from familjen.games.compact.game import Floats, Members
from familjen.games.compact.scale_checks import costs_of_own, least_saved, need_weights
from familjen.games.compact.scale_concave import Concave
from familjen.games.compact.scale_curve import ScaleCurve
from familjen.games.compact.scale_piecewise import PiecewiseLinear
from familjen.games.compact.scale_sums import split_by_sums, unit_of
from familjen.games.compact.submodular import Places, SubmodularGame
from familjen.games.game import LIMIT, CostGame, Game, sums
from familjen.games.number import LARGEST, Number, as_exact

__all__ = ["ScaleGame"]

_ENUMERATED = 16
"""Up to so many players all coalitions are gone through sooner than all sums."""


@attrs.frozen(repr=False)
class ScaleGame(SubmodularGame):
    """A coalition of size w costs fixed + Σ own + link·(members − 1) + curve(w): a cost with scale benefits (skalspel).

    The size is the sum of the members' weights, such as inhabitants; the curve is concave. What the parts say: a fixed
    cost is borne once, an own cost goes with its player, a link is what each further member adds. Whole costs are exact
    where the curve is; the Shapley value is in floats, whatever the curve, but for a `Power` of exponent 1.

    Two coalitions that join save the fixed cost, and on the curve, and pay the link. All saves together at least as
    much as apart (the game is submodular) where that holds for the two lightest players, and a game in which it does
    not is refused.

    >>> from familjen.games.compact.scale_power import Power
    >>> game = ScaleGame.of({"Ale": 9, "Bjuv": 16}, Power(10, 0.5), fixed=20)
    >>> game("Ale"), game("Bjuv"), game("Ale+Bjuv")
    (50.0, 60.0, 70.0)
    >>> [round(float(part), 6) for part in game.shapley_value()]
    [30.0, 40.0]
    """

    players: tuple[Player, ...] = attrs.field(converter=players_of)
    """The players, in order."""
    weights: tuple[Fraction, ...]
    """Each player's size, zero or more."""
    own: tuple[Fraction, ...]
    """What each player costs whoever it is with."""
    fixed: Fraction
    """What any coalition costs once."""
    link: Fraction
    """What each member after the first adds."""
    curve: ScaleCurve
    """What a size costs."""

    hardness: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"shapley": "for a curve without a formula all sums of weights are gone through, and there are too many"}
    )

    @classmethod
    def of(
        cls,
        weights: Mapping[Any, Number],
        curve: ScaleCurve | Callable[[float], float],
        *,
        fixed: Number = 0,
        own: Mapping[Any, Number] | Number = 0,
        link: Number = 0,
    ) -> "ScaleGame":
        """Make it from numbers, kept exactly; a float is the decimal number it is written as.

        Args:
            weights: Each player's size.
            curve: What a size costs: `Power`, `Logarithm`, `PiecewiseLinear`, or a function of a size, which becomes a
                `Concave`.
            fixed: What any coalition costs once.
            own: What each player costs whoever it is with: a number of each, or the same for all.
            link: What each member after the first adds; below zero it is saved.

        Raises:
            InvalidValueError: A weight is below zero, a number not finite, the curve not concave or not zero at zero,
                or two players pay more together than apart.
            UnknownIdError: There is an own cost of somebody without a weight.
        """
        players, sizes = read_each(weights, "weight", "weights")
        return cls(
            players,
            sizes,
            costs_of_own(own, players),
            as_exact(fixed, "the fixed cost", "fixed"),
            as_exact(link, "the link", "link"),
            curve if isinstance(curve, ScaleCurve) else Concave(curve),
        )

    def __attrs_post_init__(self) -> None:
        need_weights(self.players, self.weights)
        if len(self.own) != len(self.players):
            reason = f"there are {len(self.own)} own costs of {len(self.players)} players; give one for each"
            raise InvalidValueError(reason, attribute="own")
        with np.errstate(over="ignore", invalid="ignore"):
            top = float(self.curve.many(self._floats[0].sum(keepdims=True))[0])
        if not abs(top) + sum(map(abs, self.own)) + abs(self.fixed) + abs(self.link) * len(self.own) <= LARGEST:
            raise InvalidValueError("the costs go beyond 10^300; give them in a larger unit", attribute="curve")
        self.curve.need_concave(self.weights)
        if len(self.players) > 1:
            one, two, saved = least_saved(self.weights, self.curve)
            if self.once + saved < 0:
                reason = (
                    f"{self.players[one]} and {self.players[two]} cost {float(-self.once - saved):,.6g} more together "
                    f"than apart: the link of {shown(self.link)} is above the fixed cost of {shown(self.fixed)} and "
                    "what they save on the curve; lower the link or raise the fixed cost"
                )
                raise InvalidValueError(reason, attribute="link")

    @property
    def once(self) -> Fraction:
        """What a coalition costs once when the link is counted for every member: the fixed cost less one link."""
        return self.fixed - self.link

    @cached_property
    def _floats(self) -> tuple[Floats, Floats]:
        """The weights, and what each member adds apart from the curve."""
        return np.array([float(each) for each in self.weights]), np.array([float(b + self.link) for b in self.own])

    def of_places(self, places: Sequence[int]) -> Fraction:
        """Give what the coalition of the players at these places costs."""
        apart = sum((self.own[place] for place in places), self.once + self.link * len(places))
        return apart + self.curve.exactly(sum((self.weights[place] for place in places), Fraction(0)))

    def many(self, members: Members) -> Floats:
        """Give what many coalitions cost, in floats: a row for each with True for who is in it, shape (m, n)."""
        weights, apart = self._floats
        found: Floats = self.curve.many(np.einsum("ij,j->i", members, weights)) + float(self.once) * members.any(axis=1)
        return found + np.einsum("ij,j->i", members, apart) if apart.any() else found

    def enumerated(self, *, limit: int = LIMIT) -> Game:
        """Write the game out, in floats, or exactly where the curve is `PiecewiseLinear`.

        Complexity: O(2ⁿ).
        """
        if isinstance(self.curve, PiecewiseLinear) or len(self.players) > limit:
            return super().enumerated(limit=limit)
        return self._in_floats(limit)

    def _in_floats(self, limit: int) -> Game:
        weights, apart = self._floats
        values = sums(apart) + float(self.once)
        values += self.curve.many(sums(weights))
        values[0] = 0
        return CostGame.from_vector(self.players, values, limit=limit)

    def shapley_value(self) -> Sequence[Fraction | float]:
        """Give the Shapley value: all but the curve exactly, the curve by its formula.

        `Power` and `Logarithm` by quadrature, to a relative error of about 1e-12 in O(n^1.5) (see `Mixture`). Any other
        curve by going through all coalitions of up to 16 players, and of more through all sums of weights, which are
        counted in the largest unit that all are multiples of (see `split_by_sums`).

        Raises:
            IntractableError: The curve has no formula, and there are too many sums.
        """
        parts = self.curve.split(self.weights)
        if parts is None and len(self.players) > _ENUMERATED and (unit := unit_of(self.weights)):
            parts = split_by_sums(self.curve, self.weights, unit)
        if parts is None:
            from familjen.games.shapley import shapley

            instead = "give a Power or Logarithm, coarser weights, or sample it with shapley_sampled"
            few = len(self.players) <= LIMIT
            return shapley(self._in_floats(LIMIT) if few else self.small("shapley", instead)).numbers
        each = self.once / len(self.players) + self.link
        return [_added(each + own, part) for own, part in zip(self.own, parts, strict=True)]

    def separate(self, paid: Floats, inside: Places, outside: Places) -> tuple[Members, Floats]:
        """Give, for each pair, the coalition with the one in it and the other outside that has the greatest excess.

        The excess is Σ y − curve(Σ w) less what is fixed, y being what is paid less own cost and link: convex in w, so
        that the best coalition takes the others in the order of y/w, down to somewhere.

        Complexity: O(n·log n) and O(n) for each pair.
        """
        weights, apart = self._floats
        left = paid - apart
        order = np.argsort(-_ratios(left, weights), kind="stable")
        pairs = np.arange(len(inside))
        free = np.ones((len(inside), len(self.players)), dtype=bool)
        free[pairs, inside] = free[pairs, outside] = False
        gained, size = (
            np.concatenate([each[inside][:, None], np.where(free, each, 0.0)[:, order]], axis=1).cumsum(axis=1)
            for each in (left, weights)
        )
        excesses = gained - self.curve.many(size) - float(self.once)
        taken = excesses.argmax(axis=1)
        members = free & (np.argsort(order) < taken[:, None])
        members[pairs, inside] = True
        return members, excesses[pairs, taken]


def _ratios(left: Floats, weights: Floats) -> Floats:
    """Give y/w; who weighs nothing comes first where it pays more than it costs, else last."""
    endless = np.where(left > 0, np.inf, -np.inf)
    return np.divide(left, weights, out=endless, where=weights > 0)


def _added(exact: Fraction, part: Fraction | float) -> Fraction | float:
    return float(exact + Fraction(part)) if isinstance(part, float) else exact + part
