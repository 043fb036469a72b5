"""Proof of the nucleolus of a submodular game by the balance of every two players (kärnpunktsbevis)."""

from fractions import Fraction

import attrs
import numpy as np

from familjen.errors import CertificateError
from familjen.games.compact.game import Floats
from familjen.games.compact.submodular import SubmodularGame
from familjen.games.lexicographic.apart import each_two

__all__ = ["KernelCertificate"]

_TOLERANCE = 1e-9


@attrs.frozen
class KernelCertificate:
    """Proof that a split of a submodular game is its nucleolus: no player has the better of another (kärnbevis).

    What a player could win without another is the greatest excess of a coalition with the one and without the other.
    Where that is the same for both, for every two players, the split is in the prekernel. In a submodular cost game, a
    convex game of gains, the prekernel is a single point, the nucleolus. The excesses are reckoned in floats and
    compared to within a part in 10⁹ of the largest amount.

    Source: Maschler, Peleg and Shapley, "The kernel and bargaining set for convex games", International Journal of Game
    Theory 1 (1971), pp. 73-93.
    """

    method: str
    """The method's name."""
    at: tuple[Fraction | float, ...]
    """Each player's part."""

    def verify(self, game: SubmodularGame) -> bool:
        """Check the proof anew from the game alone.

        Returns:
            True.

        Raises:
            CertificateError: The parts are not the nucleolus of this game.

        Complexity: the class's `separate` for all n² pairs.
        """
        paid = np.array([float(part) for part in self.at])
        size = len(game.players)
        if len(paid) != size:
            raise self._broken(f"there are {len(paid)} parts for {size} players")
        largest = max(game.largest(), float(np.abs(paid).max()))
        if abs(float(paid.sum()) - game.whole) > _TOLERANCE * largest:
            raise self._broken("the parts do not sum to the whole")
        surplus = _surpluses(game, paid)
        uneven = np.abs(surplus - surplus.T)
        one, other = np.unravel_index(int(np.argmax(uneven)), uneven.shape)
        if uneven[one, other] > _TOLERANCE * largest:
            raise self._broken(f"{game.players[one]} and {game.players[other]} are not in balance")
        return True

    def _broken(self, what: str) -> CertificateError:
        return CertificateError(f"the certificate of {self.method} does not hold: {what}", method=self.method)


def _surpluses(game: SubmodularGame, paid: Floats) -> Floats:
    """Give, for each player and each other, what the one could win without the other; zero with itself."""
    found = np.zeros((len(paid), len(paid)))
    for inside, outside, _, excesses in each_two(game, paid):
        found[inside, outside] = excesses
    return found
