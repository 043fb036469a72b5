"""The weighted Shapley value (viktat Shapleyvärde)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import comb

import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.games.by_player import numbers_of
from familjen.games.coalition import Player
from familjen.games.number import Number
from familjen.games.shares import AnyGame, CostShares
from familjen.games.vector import sums
from familjen.games.vectors import with_each
from familjen.games.written_out import need_game, written_out

__all__ = ["weighted_shapley"]

Floats = NDArray[np.float64]


def weighted_shapley(game: AnyGame, weights: Mapping[Player, Number], *, exact: bool = False) -> CostShares:
    """Split what each coalition adds of its own among its members by their weights (viktat Shapleyvärde).

    What a coalition adds of its own is its dividend: its number less the dividends of all coalitions within it. In a
    cost game what is saved together is a dividend below zero, so that a larger weight saves more. It is also the mean
    of what each adds on arrival where the last to come is drawn by weight, then the last of the others, and so on. With
    equal weights it is the Shapley value.

    Complexity: O(n·2ⁿ). Floats are summed over who is there before each, with no weight below zero, so that rounding
    stays as small as the game's own numbers; with ``exact`` the dividends are summed in Fractions.

    Source: Shapley, Additive and Non-Additive Set Functions, thesis, Princeton University (1953); Kalai and Samet, "On
    weighted Shapley values", International Journal of Game Theory 16 (1987), pp. 205-222.

    Raises:
        InvalidValueError: A weight is missing, not finite or not above zero; or too small beside others for floats.
        UnknownIdError: A weight is for somebody who is no player.
        IntractableError: The game is compact, and too large to be written out.

    >>> from familjen.games import CostGame
    >>> dict(weighted_shapley(CostGame.of({"A": 11, "H": 7, "A+H": 15}), {"A": 2, "H": 1}, exact=True))
    {'A': Fraction(9, 1), 'H': Fraction(6, 1)}
    """
    need_game(game)
    each = numbers_of(game.players, weights, "weight", "weights")
    for player, weight in zip(game.players, each, strict=True):
        if weight <= 0:
            reason = f"the weight of {player} is {weights[player]}; give a number above zero"
            raise InvalidValueError(reason, attribute="weights")
    game = written_out(game, "the weighted Shapley value")
    if exact:
        return CostShares.of(game, _by_dividends(game.numbers(), each), "weighted_shapley")
    return CostShares.of(game, _by_arrival(game.values, _as_floats(game.players, each)), "weighted_shapley")


def _by_dividends(numbers: Sequence[Fraction], weights: list[Fraction]) -> list[Fraction]:
    dividends = np.array(numbers, dtype=object)
    for place in range(len(weights)):
        halves = dividends.reshape(-1, 2, 1 << place)
        halves[:, 1] -= halves[:, 0]
    dividends[1:] /= sums(np.array(weights, dtype=object))[1:]
    return [weight * part for weight, part in zip(weights, with_each(dividends), strict=True)]


def _as_floats(players: Sequence[Player], weights: list[Fraction]) -> Floats:
    scaled = [float(weight / max(weights)) for weight in weights]
    for player, weight in zip(players, scaled, strict=True):
        if not weight:
            reason = f"the weight of {player} is nothing beside the largest in floats; pass exact=True"
            raise InvalidValueError(reason, attribute="weights")
    return np.array(scaled)


def _by_arrival(values: Floats, weights: Floats) -> Floats:
    """Go down from all players: who is last of a coalition is drawn by weight, and leaves the coalition before it."""
    number = len(weights)
    together = sums(weights)
    ordered = np.argsort(sums(np.ones(number, dtype=np.int8)), kind="stable")
    ends = np.cumsum([comb(number, size) for size in range(number + 1)])
    chance = np.zeros(len(values))
    chance[-1] = 1
    shares = np.zeros(number)
    for size in range(number, 0, -1):
        masks = ordered[ends[size - 1] : ends[size]]
        for place in range(number):
            with_it = masks[(masks >> place & 1).astype(bool)]
            before = with_it ^ 1 << place
            last = chance[with_it] * (weights[place] / together[with_it])
            chance[before] += last
            shares[place] += last @ (values[with_it] - values[before])
    return shares
