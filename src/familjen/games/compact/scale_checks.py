"""What a scale game is made from, read and tried: weights and costs of each player's own (kontroller)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import Player
from familjen.games.compact.each import need_each
from familjen.games.compact.scale_curve import ScaleCurve
from familjen.games.number import Number, as_exact

__all__ = ["costs_of_own", "least_saved", "need_weights"]

_RANGE = 10**150
_ROOM = Fraction(1, 10**12)


def costs_of_own(own: Mapping[Any, Number] | Number, players: Sequence[Player]) -> tuple[Fraction, ...]:
    """Read what each player costs whoever it is with, in the players' order: a number of each, or the same for all.

    Raises:
        InvalidValueError: A player has none, or one is not finite.
        UnknownIdError: There is a number of somebody who does not play.

    >>> costs_of_own({"b": 2, "a": 1}, ["a", "b"])
    (Fraction(1, 1), Fraction(2, 1))
    """
    if not isinstance(own, Mapping):
        return (as_exact(own, "the own cost", "own"),) * len(players)
    for player in own:
        if player not in players:
            raise UnknownIdError.of("player", str(player), [str(known) for known in players])
    for player in players:
        if player not in own:
            reason = f"{player} has no own cost; give one for each player, 0 where there is none"
            raise InvalidValueError(reason, attribute="own")
    return tuple(as_exact(own[player], f"the own cost of {player}", "own") for player in players)


def need_weights(players: Sequence[Player], weights: Sequence[Fraction]) -> None:
    """Raise `InvalidValueError` where a weight is below zero, or so small or large that floats lose it."""
    need_each(players, weights, "weight", "weights")
    for player, weight in zip(players, weights, strict=True):
        if weight and not Fraction(1, _RANGE) <= weight <= _RANGE:
            reason = f"the weight of {player} is not between 10^-150 and 10^150; give weights in another unit"
            raise InvalidValueError(reason, attribute="weights")


def least_saved(weights: Sequence[Fraction], curve: ScaleCurve) -> tuple[int, int, Fraction]:
    """Give the two players that save least on the curve by joining, the lightest, and what they save.

    What two coalitions save by joining, g(v) + g(w) − g(v + w), grows with both sizes where g is concave.
    """
    one, two = sorted(range(len(weights)), key=weights.__getitem__)[:2]
    apart = curve.exactly(weights[one]) + curve.exactly(weights[two])
    together = curve.exactly(weights[one] + weights[two])
    return one, two, apart - together + _ROOM * max(abs(apart), abs(together))
