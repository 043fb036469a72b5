"""The per-capita nucleolus (nukleolus per medlem)."""

from familjen.games.lexicographic import Measure, least_excesses
from familjen.games.shares import AnyGame, CostShares
from familjen.games.written_out import written_out

__all__ = ["per_capita_nucleolus"]


def per_capita_nucleolus(game: AnyGame, *, preimputation: bool = False, exact: bool = False) -> CostShares:
    """Make excesses per member of a coalition lexicographically least (nukleolus per medlem).

    What a coalition is short of is divided by how many they are, so that a large group may bear more than a small one.
    Also called the weak nucleolus. It grows with the whole where the nucleolus may not: if only the cost of all
    together rises, nobody pays less.

    Complexity: as for `nucleolus`.

    Source: Young, Okada and Hashimoto, "Cost allocation in water resources development", Water Resources Research 18
    (1982), pp. 463-475; Young, "Monotonic solutions of cooperative games", International Journal of Game Theory 14
    (1985), pp. 65-72.

    Args:
        game: The game.
        preimputation: Let a player do worse than alone where that makes the excesses less.
        exact: Give Fractions.

    Raises:
        InvalidValueError: All together do worse than the sum of each alone, and that is not allowed.
        CertificateError: No proof was found, so that no result is given.

    >>> from familjen.games import CostGame
    >>> table = {"1": 15, "2": 20, "3": 55, "1+2": 35, "1+3": 61, "2+3": 65, "1+2+3": 78}
    >>> [str(part) for part in per_capita_nucleolus(CostGame.of(table), exact=True).values()]
    ['43/3', '113/6', '269/6']
    """
    table = written_out(game, "nucleolus")
    certificate = least_excesses(table, "per_capita_nucleolus", Measure.PER_CAPITA, imputations=not preimputation)
    return CostShares.certified(table, certificate, exact=exact).of_game(game)
