"""Equal gain splitting among those who change places in a queue (lika delning av bytesvinster)."""

from fractions import Fraction

from familjen.games.compact.sequencing import SequencingGame
from familjen.games.exactly import shares_of
from familjen.games.shares import CostShares
from familjen.games.written_out import need_game

__all__ = ["egs"]


def egs(game: SequencingGame, *, exact: bool = False) -> CostShares:
    """Give each job half of what its changes of places save: EGS (lika delning av bytesvinster).

    It lies in the core, and takes no account of those between the two.

    Complexity: O(n²).

    Source: Curiel, Pederzoli and Tijs, "Sequencing games", European Journal of Operational Research 40 (1989),
    pp. 344-351.

    >>> dict(egs(SequencingGame.of({"a": (4, 1), "b": (2, 3), "c": (1, 2)})))
    {'a': 8.5, 'b': 5.5, 'c': 4.0}
    """
    need_game(game, SequencingGame)
    parts = [Fraction(0)] * len(game.players)
    for last in range(len(parts)):
        for first in range(last):
            half = game.gain(first, last) / 2
            parts[first] += half
            parts[last] += half
    return shares_of(game, parts, "egs", exact=exact)
