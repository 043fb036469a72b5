"""The prenucleolus (förnukleolus)."""

from familjen.games.compact.submodular import SubmodularGame
from familjen.games.lexicographic import least_excesses
from familjen.games.lexicographic.large import large_nucleolus
from familjen.games.nucleolus import WRITTEN_OUT
from familjen.games.shares import AnyGame, CostShares
from familjen.games.written_out import written_out

__all__ = ["prenucleolus"]


def prenucleolus(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Make excesses lexicographically least among all splits of the whole, also such as leave one worse off than alone.

    As `nucleolus`, but nobody is promised what it has alone (förnukleolus). The two are the same where there is a core,
    or where adding a player to a coalition never costs more than the player alone.

    Complexity: as for `nucleolus`.

    Source: Sobolev, "The characterization of optimality principles in cooperative games by functional equations",
    Mathematical Methods in the Social Sciences 6 (1975); Peleg and Sudhölter, Introduction to the Theory of Cooperative
    Games, 2nd ed. (2007), chapter 5.

    Raises:
        CertificateError: No proof was found, so that no result is given.

    >>> from familjen.games import Game
    >>> value = {"1": 0, "2": 0, "3": 0, "1+2": 10, "1+3": 0, "2+3": 0, "1+2+3": 2}
    >>> dict(prenucleolus(Game.of(value)))
    {'1': 3.0, '2': 3.0, '3': -4.0}
    """
    if isinstance(game, SubmodularGame) and len(game.players) > WRITTEN_OUT:
        return CostShares.certified(game, large_nucleolus(game, "prenucleolus"), exact=exact)
    table = written_out(game, "nucleolus")
    return CostShares.certified(table, least_excesses(table, "prenucleolus"), exact=exact).of_game(game)
