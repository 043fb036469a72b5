"""The disruption nucleolus (störningsnukleolus)."""

from familjen.games.lexicographic import Measure, least_excesses
from familjen.games.shares import AnyGame, CostShares
from familjen.games.written_out import written_out

__all__ = ["disruption_nucleolus"]


def disruption_nucleolus(game: AnyGame, *, preimputation: bool = False, exact: bool = False) -> CostShares:
    """Make propensities to disrupt lexicographically least (störningsnukleolus).

    A coalition's propensity to disrupt is what the others would lose by its leaving for each krona that it would lose
    itself (`propensity_to_disrupt`). It falls with the excess divided by what the coalition and the others lose
    together by parting, so that is what is made least; for each coalition they must lose something.

    Complexity: as for `nucleolus`.

    Source: Littlechild and Vaidya, "The propensity to disrupt and the disruption nucleolus of a characteristic function
    game", International Journal of Game Theory 5 (1976), pp. 151-161.

    Args:
        game: The game.
        preimputation: Let a player do worse than alone where that makes the excesses less.
        exact: Give Fractions.

    Raises:
        InvalidValueError: All together do worse than the sum of each alone, and that is not allowed; or a coalition
            and the others lose nothing by parting.
        CertificateError: No proof was found, so that no result is given.

    >>> from familjen.games import Game
    >>> dict(disruption_nucleolus(Game.of({"a": 0, "b": 0, "c": 0, "a+b": 0, "a+c": 0, "b+c": 2, "a+b+c": 6})))
    {'a': 1.5, 'b': 2.25, 'c': 2.25}
    """
    table = written_out(game, "nucleolus")
    certificate = least_excesses(table, "disruption_nucleolus", Measure.DISRUPTION, imputations=not preimputation)
    return CostShares.certified(table, certificate, exact=exact).of_game(game)
