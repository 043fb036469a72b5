"""Games in which nobody has anything alone (nollnormering)."""

from familjen.games.game import Game
from familjen.games.shares import AnyGame
from familjen.games.transform.strategic import strategic_equivalent
from familjen.games.vector import sums
from familjen.games.written_out import written_out

__all__ = ["normalise"]


def normalise(game: AnyGame) -> Game:
    """Give the 0-normalised game: each coalition's number less what its members come to alone (nollnormerat spel).

    Of a cost game it is the savings with the sign turned; `CostGame.savings` gives them as a gain game.

    Complexity: O(2ⁿ).

    Source: von Neumann and Morgenstern, Theory of Games and Economic Behavior (1944), chapter VI, who call it reduced.

    >>> from familjen.games import CostGame
    >>> game = normalise(CostGame.of({"A": 11, "H": 7, "A+H": 15}))
    >>> game, game.alone()
    (CostGame(A, H; all together -3), {'A': 0.0, 'H': 0.0})
    """
    full = written_out(game, "what it is beyond what each comes to alone")
    bits = [1 << place for place in range(len(full.players))]
    if full.exact is None:
        return type(full)(full.players, full.values - sums(full.values[bits]))
    return strategic_equivalent(
        full, 1, {player: -full.at(bit) for player, bit in zip(full.players, bits, strict=True)}
    )
