"""The nucleolus of large games whose costs are submodular, by asking for coalitions (nukleolus i stora spel)."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from familjen.errors import FamiljenError
from familjen.games.compact.game import Floats
from familjen.games.compact.submodular import SubmodularGame
from familjen.games.core_point import core_point
from familjen.games.lexicographic.asked import Asked
from familjen.games.lexicographic.balance import balance
from familjen.games.lexicographic.kernel import KernelCertificate
from familjen.games.lexicographic.levels import find_levels

__all__ = ["large_nucleolus"]


def large_nucleolus(game: SubmodularGame, method: str) -> KernelCertificate:
    """Find the nucleolus of a submodular game without writing out its coalitions, and prove it.

    It lies in the core, and so is the prenucleolus too. A class that has a formula of its own gives the parts exactly.
    Else they are found in floats, level by level, with those coalitions brought in that the class says to be worst off.
    Where there are too many of those, as of a game that is nearly additive, or the solver loses its way, the parts are
    found by evening out what each two players could win without each other.

    Complexity: for each level, of which there are at most n − 1, linear programs in n + 1 variables and as many calls
    of the class's `separate` with n pairs; and one with all n² for the proof. Else that of `balance`.

    Raises:
        CertificateError: No proof was found.
    """
    known = game.nucleolus_value()
    if known is not None:
        return _proven(game, method, known)
    start = np.array([float(part) for part in core_point(game).numbers])
    try:
        return _proven(game, method, _by_levels(game, start))
    except FamiljenError:
        return _proven(game, method, balance(game, start).tolist())


def _proven(game: SubmodularGame, method: str, parts: Sequence[Fraction | float]) -> KernelCertificate:
    made = KernelCertificate(method, tuple(parts))
    made.verify(game)
    return made


def _by_levels(game: SubmodularGame, start: Floats) -> list[float]:
    parts: list[float] = (game.sign * find_levels(Asked(game), game.sign * start, None)[1]).tolist()
    return parts
