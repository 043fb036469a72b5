"""The nucleolus of large games whose costs are submodular, by asking for coalitions (nukleolus i stora spel)."""

from fractions import Fraction

import numpy as np

from familjen.errors import CertificateError, FamiljenError
from familjen.games.compact.submodular import SubmodularGame
from familjen.games.core_point import core_point
from familjen.games.lexicographic.asked import Asked
from familjen.games.lexicographic.kernel import KernelCertificate
from familjen.games.lexicographic.levels import find_levels

__all__ = ["large_nucleolus"]


def large_nucleolus(game: SubmodularGame, method: str) -> KernelCertificate:
    """Find the nucleolus of a submodular game without writing out its coalitions, and prove it.

    It lies in the core, and so is the prenucleolus too. A class that has a formula of its own gives the parts exactly;
    else the levels are found in floats, with those coalitions brought in that the class says to be worst off.

    Complexity: for each level, of which there are at most n − 1, linear programs in n + 1 variables and as many calls
    of the class's `separate` with n pairs; and one with all n² for the proof.

    Raises:
        CertificateError: No proof was found.
    """
    known = game.nucleolus_value()
    made = KernelCertificate(method, tuple(_by_levels(game, method) if known is None else known))
    made.verify(game)
    return made


def _by_levels(game: SubmodularGame, method: str) -> list[Fraction | float]:
    start = np.array([game.sign * float(part) for part in core_point(game).numbers])
    try:
        at = find_levels(Asked(game), start, None)[1]
    except FamiljenError as error:
        raise CertificateError(f"no levels of {method} were found: {error}", method=method) from error
    return [game.sign * part for part in at.tolist()]
