"""The nucleolus (nukleolus)."""

from familjen.games.compact.submodular import SubmodularGame
from familjen.games.lexicographic import least_excesses
from familjen.games.lexicographic.large import large_nucleolus
from familjen.games.shares import AnyGame, CostShares
from familjen.games.written_out import written_out

__all__ = ["WRITTEN_OUT", "nucleolus"]

WRITTEN_OUT = 14
"""Submodular games of so many players are written out and solved exactly; larger ones by asking for coalitions."""


def nucleolus(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Make the worst-off coalition as well off as it can be, then the next, and so on (nukleolus).

    Of all splits in which nobody does worse than alone it is the one whose excesses, from the greatest down, are
    lexicographically least. It lies in the core whenever there is one. The result is solved for in exact arithmetic
    from the game's own numbers and carries a `certificate`.

    Complexity: linear programs in n + 1 variables, of which few rows are ever written down, and some passes over the 2ⁿ
    numbers. A `SubmodularGame` of more players, such as an airport or a game of scale, is solved without writing out
    its coalitions, in floats, the certificate then holding to a part in 10⁹.

    Source: Schmeidler, "The nucleolus of a characteristic function game", SIAM Journal on Applied Mathematics 17
    (1969), pp. 1163-1170.

    Raises:
        InvalidValueError: All together do worse than the sum of each alone; use `prenucleolus`.
        IntractableError: The game is compact and large, and no method is known.
        CertificateError: No proof was found, so that no result is given.

    >>> from familjen.games import CostGame
    >>> table = {"N": 163520, "F": 140826, "P": 250096, "F+N": 301607, "N+P": 378821, "F+P": 367370, "F+N+P": 412584}
    >>> dict(nucleolus(CostGame.of(table)))
    {'N': 116234.0, 'F': 93540.0, 'P': 202810.0}
    """
    if isinstance(game, SubmodularGame) and len(game.players) > WRITTEN_OUT:
        return CostShares.certified(game, large_nucleolus(game, "nucleolus"), exact=exact)
    table = written_out(game, "nucleolus")
    return CostShares.certified(table, least_excesses(table, "nucleolus", imputations=True), exact=exact).of_game(game)
