"""The Banzhaf value (Banzhafvärdet)."""

from fractions import Fraction
from typing import Any

import numpy as np

from familjen.errors import InvalidValueError
from familjen.games.counts import TOLERANCE
from familjen.games.exactly import whole_of
from familjen.games.game import Game
from familjen.games.shares import AnyGame, CostShares
from familjen.games.vectors import by_size
from familjen.games.written_out import written_out

__all__ = ["banzhaf"]


def banzhaf(game: AnyGame, *, normalised: bool = False, exact: bool = False) -> CostShares:
    """Give each player the mean, over all coalitions of the others, of what it adds to them (Banzhafvärdet).

    It does not split the whole: the parts sum to more or less than that. Normalised they are scaled to sum to it, which
    costs the value its additivity; floats count a sum within 1e-12 of the game's largest number as zero. In a voting
    game the value is the Banzhaf index, normalised or not.

    Complexity: O(2ⁿ).

    Source: Banzhaf, "Weighted voting doesn't work: a mathematical analysis", Rutgers Law Review 19 (1965), pp. 317-343;
    for all games Owen, "Multilinear extensions and the Banzhaf value", Naval Research Logistics Quarterly 22 (1975),
    pp. 741-750.

    Raises:
        InvalidValueError: The parts are to be normalised, and sum to zero where there is something to split.
        IntractableError: The game is compact, and too large to be written out.

    >>> from familjen.games import Game
    >>> council = Game.of({"A": 0, "B": 0, "C": 0, "A+B": 1, "A+C": 1, "B+C": 0, "A+B+C": 1})
    >>> dict(banzhaf(council))
    {'A': 0.75, 'B': 0.25, 'C': 0.25}
    >>> dict(banzhaf(council, normalised=True))
    {'A': 0.6, 'B': 0.2, 'C': 0.2}
    """
    game = written_out(game, "the Banzhaf value")
    number = len(game.players)
    weights = [Fraction(1, 1 << number - 1)] * (number + 1)
    parts = by_size(game, weights, weights, exact=exact)
    return CostShares.of(game, _scaled(game, parts, exact=exact) if normalised else parts, "banzhaf")


def _scaled(game: Game, parts: list[Any], *, exact: bool) -> list[Any]:
    whole = whole_of(game) if exact else game.whole
    total = sum(parts)
    if abs(total) <= (0 if exact else TOLERANCE * float(np.abs(game.values).max())):
        if not whole:
            return parts
        reason = "the parts sum to zero and the whole does not, so they cannot be normalised; use shapley"
        raise InvalidValueError(reason, attribute="normalised")
    return [part * whole / total for part in parts]
