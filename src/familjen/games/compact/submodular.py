"""Games in which who comes later adds no more: submodular costs, supermodular gains (konkava kostnadsspel)."""

from abc import abstractmethod
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from familjen.games.compact.game import CompactGame, Floats, Members

__all__ = ["SubmodularGame"]

Places = NDArray[np.intp]


class SubmodularGame(CompactGame):
    """A cost game in which a player adds no more to a larger coalition than to a smaller; or the mirror in gains.

    Also called concave (convex in gains). Its core holds the Shapley value and is never empty. A class only says which
    coalition with one player in it and another outside has the greatest excess; core, least core and nucleolus follow
    from that: a coalition of some but not all parts a pair of neighbours when the players stand in a ring.

    Source: Shapley, "Cores of convex games", International Journal of Game Theory 1 (1971), pp. 11-26.
    """

    __slots__ = ()

    @abstractmethod
    def separate(self, paid: Floats, inside: Places, outside: Places) -> tuple[Members, Floats]:
        """Give, for each pair, the coalition with the one in it and the other outside that has the greatest excess.

        Args:
            paid: What each player pays, or gets, in the players' order; shape (n,).
            inside: The place of the player that is in, for each pair; shape (m,).
            outside: The place of the player that is not, for each pair; shape (m,).

        Returns:
            Who is in each coalition, shape (m, n), and its excess, shape (m,).
        """

    def nucleolus_value(self) -> Sequence[Fraction] | None:
        """Give the nucleolus by a formula of the class, exactly; ``None`` where it has none."""
        return None

    def most_excess(self, paid: Floats) -> tuple[Members, float]:
        """Give the coalition of some but not all that has the most reason to leave, and its excess.

        Complexity: one call of `separate` with n pairs.
        """
        places = np.arange(len(self.players))
        members, excesses = self.separate(paid, places, np.roll(places, -1))
        best = int(np.argmax(excesses))
        return members[best], float(excesses[best])
