"""Least greatest excesses, level by level: what the nucleolus and its family have in common (lexikografiskt minsta).

All methods of the family take the greatest excess as low as it goes, hold the coalitions that keep it there, take the
greatest of the others as low as it goes, and so on. They differ in how an excess is measured and in whether each player
must do at least as well as alone.
"""

from familjen.games.lexicographic.certificate import Certificate, Level
from familjen.games.lexicographic.kernel import KernelCertificate
from familjen.games.lexicographic.least import least_excesses
from familjen.games.lexicographic.measure import Measure

__all__ = ["Certificate", "KernelCertificate", "Level", "Measure", "least_excesses"]
