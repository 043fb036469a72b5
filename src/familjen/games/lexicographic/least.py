"""Least greatest excesses of a game, exactly and proven (lexikografiskt minsta missnöjen)."""

import numpy as np
from numpy.typing import NDArray

from familjen.errors import CertificateError, FamiljenError, InvalidValueError
from familjen.games.game import Game
from familjen.games.lexicographic.anew import find_levels_exactly
from familjen.games.lexicographic.certificate import Certificate
from familjen.games.lexicographic.coalitions import Coalitions
from familjen.games.lexicographic.levels import find_levels
from familjen.games.lexicographic.measure import Measure
from familjen.games.lexicographic.member import Member
from familjen.games.lexicographic.pairs import Pairs
from familjen.games.lexicographic.settle import Held, settle

__all__ = ["least_excesses"]

Floats = NDArray[np.float64]


def least_excesses(
    game: Game, method: str, measure: Measure = Measure.PLAIN, *, imputations: bool = False, pairs: bool = False
) -> Certificate:
    """Split a game so that excesses are lexicographically least, and prove it.

    The levels are found in floats, and the parts then solved for in exact arithmetic from the coalitions that they
    hold. Where the proof fails, since ties were told wrong, the levels are found once more in exact arithmetic.

    Args:
        game: The game.
        method: The name of the method, for what is said.
        measure: How excesses are measured.
        imputations: Whether each player must do at least as well as alone.
        pairs: Whether the differences between the excesses of two coalitions are made least.

    Raises:
        InvalidValueError: Each player is to do as well as alone, and all together do worse than that.
        CertificateError: No proof was found.
    """
    alone = [game.at(1 << place) for place in range(len(game.players))]
    slack = game.sign * (game.at(-1) - sum(alone))
    if imputations and slack < 0:
        apart = f"{float(sum(alone)):,.12g}"
        reason = (
            f"all together come to {game.whole:,.12g}, worse by {float(-slack):,.6g} than the {apart} that they come "
            f"to alone, so no split leaves each as well off; use {_without_bounds(method)}"
        )
        raise InvalidValueError(reason, attribute="game")
    held: list[Held] = []
    if len(alone) > 1:
        everyone = [Held((), tuple(range(len(alone))), (1.0,) * len(alone))]
        held = (
            everyone if imputations and not slack else _in_floats(game, measure, imputations=imputations, pairs=pairs)
        )
    try:
        return _proven(game, method, measure, held, imputations=imputations, pairs=pairs)
    except CertificateError:
        hints = [member for each in held for member in each.members]
        held = _in_fractions(game, method, measure, hints, imputations=imputations, pairs=pairs)
        return _proven(game, method, measure, held, imputations=imputations, pairs=pairs)


def _without_bounds(method: str) -> str:
    return "prenucleolus" if method == "nucleolus" else f"{method} with preimputation=True"


def _in_floats(game: Game, measure: Measure, *, imputations: bool, pairs: bool) -> list[Held]:
    """Find what each level holds in floats; nothing where the solver finds no way."""
    gains: Floats = game.sign * game.values
    size = len(game.players)
    weights = measure.floats(game)
    if weights is not None:
        weights /= weights[1:-1].max()  # the solver takes no factor for zero then
    candidates = Pairs(gains, size) if pairs else Coalitions(gains, weights, size)
    bits = 1 << np.arange(size)
    # the mean of what each comes to alone and adds when last, and the rest in equal parts: most often near the end
    start = (gains[bits] + gains[-1] - gains[len(gains) - 1 - bits]) / 2
    start += (gains[-1] - start.sum()) / size
    try:
        return find_levels(candidates, start, gains[bits] if imputations else None)[0]
    except FamiljenError:
        return []


def _in_fractions(
    game: Game, method: str, measure: Measure, hints: list[Member], *, imputations: bool, pairs: bool
) -> list[Held]:
    try:
        return find_levels_exactly(game, measure, imputations=imputations, pairs=pairs, hints=hints)
    except FamiljenError as error:
        raise CertificateError(f"no levels of {method} were found: {error}", method=method) from error


def _proven(
    game: Game, method: str, measure: Measure, held: list[Held], *, imputations: bool, pairs: bool
) -> Certificate:
    found = settle(game, measure, held, pairs=pairs)
    if found is None:
        raise CertificateError(f"the levels of {method} do not settle every part", method=method)
    made = Certificate(method, measure, imputations, *found, pairs=pairs)
    made.verify(game)
    return made
