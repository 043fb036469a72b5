"""The proportional nucleolus (proportionell nukleolus)."""

from familjen.games.lexicographic import Measure, least_excesses
from familjen.games.shares import AnyGame, CostShares
from familjen.games.written_out import written_out

__all__ = ["proportional_nucleolus"]


def proportional_nucleolus(game: AnyGame, *, preimputation: bool = False, exact: bool = False) -> CostShares:
    """Make excesses in proportion to coalitions' own costs lexicographically least (proportionell nukleolus).

    What a coalition is short of is divided by what it costs, or gains, by itself, which must be above zero for each.

    Complexity: as for `nucleolus`.

    Source: Young, Okada and Hashimoto, "Cost allocation in water resources development", Water Resources Research 18
    (1982), pp. 463-475.

    Args:
        game: The game.
        preimputation: Let a player do worse than alone where that makes the excesses less.
        exact: Give Fractions.

    Raises:
        InvalidValueError: All together do worse than the sum of each alone, and that is not allowed; or a coalition
            costs nothing by itself.
        CertificateError: No proof was found, so that no result is given.

    >>> from familjen.games import CostGame
    >>> dict(proportional_nucleolus(CostGame.of({"a": 10, "b": 30, "a+b": 32})))
    {'a': 8.0, 'b': 24.0}
    """
    table = written_out(game, "nucleolus")
    certificate = least_excesses(table, "proportional_nucleolus", Measure.PROPORTIONAL, imputations=not preimputation)
    return CostShares.certified(table, certificate, exact=exact).of_game(game)
