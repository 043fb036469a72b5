"""The least core (minsta kärnan)."""

from fractions import Fraction

import attrs

from familjen.games.coalition import Player, members_of
from familjen.games.compact.submodular import SubmodularGame
from familjen.games.lexicographic import least_excesses
from familjen.games.nucleolus import WRITTEN_OUT
from familjen.games.prenucleolus import prenucleolus
from familjen.games.shares import AnyGame, CostShares
from familjen.games.written_out import written_out

__all__ = ["LeastCore", "least_core"]


@attrs.frozen
class LeastCore:
    """The least tax on leaving that keeps every coalition of some, and a split that does with it (minsta kärnan)."""

    excess: Fraction | float | None
    """The greatest excess, made least: below zero there is room to spare; ``None`` for a single player."""
    coalitions: tuple[tuple[Player, ...], ...]
    """Coalitions that have it in every split of the least core, balanced, so that none is spared but by another; in a
    large submodular game one that has it in the prenucleolus."""
    point: CostShares
    """The prenucleolus, which lies in it, with its certificate."""


def least_core(game: AnyGame) -> LeastCore:
    """Make the greatest excess of a coalition of some but not all as small as it can be (minsta kärnan).

    Complexity: that of `prenucleolus`, which lies in the least core and proves it.

    Source: Maschler, Peleg and Shapley, "Geometric properties of the kernel, nucleolus, and related solution concepts",
    Mathematics of Operations Research 4 (1979), pp. 303-338.

    Raises:
        IntractableError: The game is compact and large, and no method is known.

    >>> from familjen.games import CostGame
    >>> found = least_core(CostGame.of({"A": 11, "H": 7, "A+H": 15}))
    >>> str(found.excess), found.coalitions
    ('-3/2', (('A',), ('H',)))
    """
    if isinstance(game, SubmodularGame) and len(game.players) > WRITTEN_OUT:
        point = prenucleolus(game, exact=True)
        coalition, excess = point.worst_off()
        return LeastCore(excess, (coalition,), point)
    table = written_out(game, "nucleolus")
    certificate = least_excesses(table, "prenucleolus")
    first = next((level for level in certificate.levels if level.excess is not None), None)
    held = () if first is None else tuple(members_of(mask, table.players) for mask, _ in first.members)
    point = CostShares.certified(table, certificate, exact=True).of_game(game)
    return LeastCore(None if first is None else first.excess, held, point)
